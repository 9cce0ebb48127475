"""Whether plans can be believed: replay, comparison, effects of acting, false alarms."""

from smo.evaluate.backtest import backtest, replay_topics, summarize
from smo.evaluate.collect import collect_extras
from smo.evaluate.compare import compare_plans
from smo.evaluate.false_alarms import FalseAlarms, SegmentAlarms, false_alarm_rate
from smo.evaluate.measure import measure
from smo.evaluate.measurement import plan_measurement
from smo.extras import Extras

__all__ = [
    "Extras",
    "FalseAlarms",
    "SegmentAlarms",
    "backtest",
    "collect_extras",
    "compare_plans",
    "false_alarm_rate",
    "measure",
    "plan_measurement",
    "replay_topics",
    "summarize",
]
