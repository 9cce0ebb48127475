"""From scores to proposals: sizes, order, diversity, briefs and the sentence why."""

from smo.propose.propose import propose_topics

__all__ = ["propose_topics"]
