"""Whether plans can be believed: replay, comparison, and false alarms on the user's own data."""

from smo.evaluate.backtest import backtest, replay_topics, summarize
from smo.evaluate.compare import compare_plans
from smo.evaluate.false_alarms import FalseAlarms, SegmentAlarms, false_alarm_rate

__all__ = [
    "FalseAlarms",
    "SegmentAlarms",
    "backtest",
    "compare_plans",
    "false_alarm_rate",
    "replay_topics",
    "summarize",
]
