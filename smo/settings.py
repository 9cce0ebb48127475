"""Every choice of an analysis that is not an argument of a stage."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields
from typing import Any

from smo.errors import SmoError, bad_choice, nearest

REPORT_LANGUAGES = ("en", "ru")


@dataclass(frozen=True, kw_only=True)
class Settings:
    """The choices of one analysis, kept in its plan.

    Parameters
    ----------
    n_proposals : int
        Most proposals for each segment.
    languages : "auto" or tuple of str
        Languages a keyword may be in, as two-letter codes; "auto" lets the words decide.
    brand : "auto" or tuple of str
        Words that make a keyword a brand keyword. "auto" takes the name in the property's
        host; an empty tuple turns the separation off.
    interval : float
        Probability mass of every interval, inside (0, 1).
    fdr : float
        False discovery rate of the verdict `act`, inside (0, 1).
    match_rate : float
        Share of random text pairs that may pass as a match in the join, inside (0, 1).
    report_language : {"en", "ru"}
        Language of reasons and reports.
    random_state : int
        Seed of everything that draws.

    Raises
    ------
    SmoError
        When a value is outside its range.

    Examples
    --------
    >>> Settings(n_proposals=5).n_proposals
    5
    """

    n_proposals: int = 10
    languages: str | tuple[str, ...] = "auto"
    brand: str | tuple[str, ...] = "auto"
    interval: float = 0.8
    fdr: float = 0.05
    match_rate: float = 0.001
    report_language: str = "en"
    random_state: int = 0

    def __post_init__(self) -> None:
        """Refuse values outside their range."""
        for name in ("n_proposals", "random_state"):
            _require_whole(name, getattr(self, name), low=1 if name == "n_proposals" else 0)
        for name in ("interval", "fdr", "match_rate"):
            _require_open_unit(name, getattr(self, name))
        for name in ("languages", "brand"):
            object.__setattr__(self, name, _auto_or_words(name, getattr(self, name)))
        if self.report_language not in REPORT_LANGUAGES:
            raise bad_choice(
                "report_language", self.report_language, REPORT_LANGUAGES, caller="Settings"
            )

    def to_dict(self) -> dict[str, Any]:
        """Return the settings as plain values that JSON can hold."""
        return {k: list(v) if isinstance(v, tuple) else v for k, v in asdict(self).items()}

    @classmethod
    def from_dict(cls, values: dict[str, Any]) -> Settings:
        """Return settings from plain values; unknown names are refused."""
        known = [field.name for field in fields(cls)]
        for name in values:
            if name not in known:
                near = nearest(name, known)
                remedy = f"did you mean {near!r}?" if near else None
                raise SmoError(f"there is no setting {name!r}", where="Settings", remedy=remedy)
        plain: dict[str, Any] = {k: _thaw(v) for k, v in values.items()}
        return cls(**plain)


def _require_whole(name: str, value: object, *, low: int) -> None:
    if isinstance(value, bool) or not isinstance(value, int) or value < low:
        raise SmoError(f"{name!r} must be a whole number >= {low}; got {value!r}", where="Settings")


def _require_open_unit(name: str, value: object) -> None:
    if isinstance(value, bool) or not isinstance(value, float) or not 0.0 < value < 1.0:
        raise SmoError(f"{name!r} must be a number inside (0, 1); got {value!r}", where="Settings")


def _auto_or_words(name: str, value: object) -> str | tuple[str, ...]:
    if isinstance(value, str):
        if value == "auto":
            return value
        raise SmoError(
            f"{name!r} must be 'auto' or a tuple of words; got {value!r}",
            where="Settings",
            remedy=f"write {name}=({value!r},)",
        )
    if isinstance(value, tuple | list) and all(isinstance(word, str) for word in value):
        return tuple(value)
    raise SmoError(f"{name!r} must be 'auto' or a tuple of words; got {value!r}", where="Settings")


def _thaw(value: object) -> object:
    return tuple(value) if isinstance(value, list) else value
