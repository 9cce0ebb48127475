"""The choices of a planted world."""

from __future__ import annotations

from dataclasses import dataclass

from smo.datasets.phrases import VOCABULARIES
from smo.errors import SmoError, bad_choice


@dataclass(frozen=True, kw_only=True)
class WorldShape:
    """How large a planted world is, and what is wrong in it.

    Parameters
    ----------
    segments : tuple of {"buyers", "readers", "russian"}
        Audience segments: English buyers, English readers of the magazine, Russian speakers.
    n_topics : int
        Topics of each segment, 2 to 18, without the brand.
    keywords_per_topic : int
        Keyword rows of a topic, 5 to 50: with the brand's a segment stays below the 1,000 rows
        that Search Console shows.
    broken_share : float
        Share of a segment's topics that are clicked less than their positions promise, rounded
        up to whole topics; 0 makes a null world.
    broken_factor : float
        Click-through rate of a broken topic / rate of a healthy one, inside (0, 1].
    kappa : float
        Concentration of the beta-binomial: how alike equal positions are clicked. 40 is what
        METHODS assumes in its simulation of the rule.
    impressions : int
        Impressions of a segment's visible queries in the 92 days.
    hidden_share : float
        Share of a segment's impressions that no query row shows, in [0, 0.95].

    Raises
    ------
    SmoError
        When a value is outside its range.

    Examples
    --------
    >>> WorldShape(n_topics=10).keywords_per_topic
    40
    """

    segments: tuple[str, ...] = ("buyers", "readers", "russian")
    n_topics: int = 18
    keywords_per_topic: int = 40
    broken_share: float = 0.25
    broken_factor: float = 0.4
    kappa: float = 40.0
    impressions: int = 400_000
    hidden_share: float = 0.35

    def __post_init__(self) -> None:
        """Refuse values outside their range."""
        for segment in self.segments:
            if segment not in VOCABULARIES:
                raise bad_choice("segments", segment, tuple(VOCABULARIES), caller="WorldShape")
        if not self.segments or len(set(self.segments)) < len(self.segments):
            raise SmoError(
                f"'segments' must name different segments; got {self.segments!r}",
                where="WorldShape",
            )
        _within("n_topics", self.n_topics, 2, min(map(len, VOCABULARIES.values())))
        _within("keywords_per_topic", self.keywords_per_topic, 5, 50)
        _within("broken_share", self.broken_share, 0.0, 1.0)
        _within("broken_factor", self.broken_factor, 0.01, 1.0)
        _within("kappa", self.kappa, 1.0, 1e6)
        _within("impressions", self.impressions, 1_000, 100_000_000)
        _within("hidden_share", self.hidden_share, 0.0, 0.95)


def _within(name: str, value: float, low: float, high: float) -> None:
    if isinstance(value, bool) or not low <= value <= high:
        raise SmoError(
            f"{name!r} must be between {low:g} and {high:g}; got {value!r}", where="WorldShape"
        )
