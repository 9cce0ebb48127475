"""Whether plans can be believed: false alarms on the user's own data."""

from smo.evaluate.false_alarms import FalseAlarms, SegmentAlarms, false_alarm_rate

__all__ = ["FalseAlarms", "SegmentAlarms", "false_alarm_rate"]
