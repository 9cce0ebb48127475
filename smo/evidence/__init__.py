"""What the tables say of each topic: demand, attention, CTR effect, verdict; and what not."""

from smo.evidence.diagnose import diagnose
from smo.evidence.distinct import find_dialect
from smo.evidence.estimator import CtrCurve
from smo.evidence.scent import find_scent
from smo.evidence.score import score_topics
from smo.evidence.topics import diagnose_topics

__all__ = ["CtrCurve", "diagnose", "diagnose_topics", "find_dialect", "find_scent", "score_topics"]
