"""Every choice of an analysis that is not an argument of a stage."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from datetime import date
from pathlib import Path
from typing import Any

from smo.errors import SmoError, bad_choice, nearest
from smo.text.lemma import STEMS, WORD_FORMS

REPORT_LANGUAGES = ("en", "ru")
Curve = tuple[tuple[float, float], ...]
Days = tuple[tuple[str, str], ...]
Pairs = tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, kw_only=True)
class Settings:
    """The choices of one analysis, kept in its plan.

    Parameters
    ----------
    n_proposals : int
        Most proposals for each segment.
    languages : "auto" or tuple of str
        Languages a keyword may be in, as two-letter codes; "auto" lets the words decide.
    word_forms : {"stems", "lemmas"}
        How forms of one word are known: by stems, or, for Russian, by a dictionary first (the
        extra `lemma`): "людей" and "человек" are one word then.
    brand : "auto" or tuple of str
        Words that make a keyword a brand keyword. "auto" takes the name in the property's
        host; an empty tuple turns the separation off.
    questions : tuple of str
        Words or phrases at whose start a keyword asks, beside those known ("tell me").
    intents : mapping of str to tuple of str
        Words or phrases that tell an intent, beside those known: ``{"transactional": ("hire",),
        "local": ("near me",)}``. A name not known is an intent of its own; under "none" stand
        words that tell nothing. An intent that an export gives wins.
    interval : float
        Probability mass of every interval, inside (0, 1).
    fdr : float
        False discovery rate of the verdict `act`, inside (0, 1).
    null_worlds : int
        Worlds without a weak topic that are simulated from the searches to count how often `act`
        falls there; 0 simulates none.
    prior_curve : mapping of float to float
        A CTR curve to lean on where the site's own counts are few: CTR at a position, like
        ``{1: 0.28, 2: 0.15, 3: 0.1}``. Empty: only the site's own.
    prior_impressions : int
        Impressions that each position of it is worth beside the site's own.
    breaks : mapping of str to str
        Days on which the counting changed, beside those known (`smo.breaks`): the first day
        counted in the new way, and what changed, like ``{"2026-03-02": "new counter"}``.
    k_anonymity : int
        Keywords with fewer impressions (searches, where there are none) than this are told as
        "(rare)" in reports, their counts together; 0 tells all.
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
    word_forms: str = STEMS
    brand: str | tuple[str, ...] = "auto"
    questions: tuple[str, ...] = ()
    intents: Mapping[str, tuple[str, ...]] | Pairs = ()
    interval: float = 0.8
    fdr: float = 0.05
    null_worlds: int = 20
    prior_curve: Mapping[float, float] | Curve = ()
    prior_impressions: int = 100
    breaks: Mapping[str, str] | Days = ()
    k_anonymity: int = 0
    match_rate: float = 0.001
    report_language: str = "en"
    random_state: int = 0

    def __post_init__(self) -> None:
        """Refuse values outside their range."""
        for name in ("null_worlds", "random_state", "k_anonymity"):
            _require_whole(name, getattr(self, name), low=0)
        for name in ("n_proposals", "prior_impressions"):
            _require_whole(name, getattr(self, name), low=1)
        for name in ("interval", "fdr", "match_rate"):
            _require_open_unit(name, getattr(self, name))
        for name in ("languages", "brand"):
            object.__setattr__(self, name, _auto_or_words(name, getattr(self, name)))
        object.__setattr__(self, "questions", _words("questions", self.questions))
        object.__setattr__(self, "intents", _words_by_name("intents", self.intents))
        object.__setattr__(self, "prior_curve", _curve(self.prior_curve))
        object.__setattr__(self, "breaks", _days(self.breaks))
        for name, known in (("report_language", REPORT_LANGUAGES), ("word_forms", WORD_FORMS)):
            if getattr(self, name) not in known:
                raise bad_choice(name, getattr(self, name), known, caller="Settings")

    def to_dict(self) -> dict[str, Any]:
        """Return the settings as plain values that JSON can hold."""
        plain = {k: list(v) if isinstance(v, tuple) else v for k, v in asdict(self).items()}
        return plain | {
            "intents": {name: list(words) for name, words in dict(self.intents).items()},
            "prior_curve": {f"{at:g}": rate for at, rate in dict(self.prior_curve).items()},
            "breaks": dict(self.breaks),
        }

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

    @classmethod
    def from_toml(cls, path: str | os.PathLike[str]) -> Settings:
        """Return the settings that a TOML file names; the others are the defaults.

        Parameters
        ----------
        path : path
            A file of lines like ``n_proposals = 5``, ``brand = ["acme"]``, and a table
            ``[intents]`` of lines like ``local = ["near me"]``.

        Raises
        ------
        SmoError
            When the file cannot be read, is no TOML, or names what is no setting.

        Examples
        --------
        >>> Settings.from_toml("no-such-file.toml")
        Traceback (most recent call last):
        smo.errors.SmoError: no-such-file.toml: there is no such file.
        """
        try:
            values = tomllib.loads(Path(path).read_text(encoding="utf-8-sig"))
        except FileNotFoundError:
            raise SmoError("there is no such file", where=str(path)) from None
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            remedy = 'write lines like n_proposals = 5 or brand = ["acme"], in UTF-8'
            problem = f"it cannot be read as TOML: {error}"
            raise SmoError(problem, where=str(path), remedy=remedy) from None
        try:
            return cls.from_dict(values)
        except SmoError as error:
            raise SmoError(error.problem, where=str(path), remedy=error.remedy) from None


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
    return _words(name, value, otherwise="'auto' or ")


def _words(name: str, value: object, *, otherwise: str = "") -> tuple[str, ...]:
    if isinstance(value, tuple | list) and all(isinstance(word, str) for word in value):
        return tuple(value)
    problem = f"{name!r} must be {otherwise}a tuple of words; got {value!r}"
    raise SmoError(problem, where="Settings")


def _words_by_name(name: str, value: object) -> Pairs:
    """Return what maps names to words as pairs, which nobody can change."""
    items = value.items() if isinstance(value, Mapping) else value
    try:
        pairs = [(str(key), words) for key, words in items]  # type: ignore[attr-defined]
    except (TypeError, ValueError):
        problem = f"{name!r} must map names to tuples of words; got {value!r}"
        raise SmoError(problem, where="Settings") from None
    return tuple((key, _words(f"{name}.{key}", words)) for key, words in pairs)


def _curve(value: object) -> Curve:
    """Return a curve as pairs of position and CTR, by position."""
    items = value.items() if isinstance(value, Mapping) else value
    try:
        pairs = sorted((float(at), float(rate)) for at, rate in items)  # type: ignore[attr-defined]
    except (TypeError, ValueError):
        pairs = [(0.0, 0.0)]
    if all(at >= 1.0 and 0.0 < rate < 1.0 for at, rate in pairs):
        return tuple(pairs)
    raise SmoError(
        f"'prior_curve' must map positions (1 or more) to CTRs inside (0, 1); got {value!r}",
        where="Settings",
        remedy="write prior_curve={1: 0.28, 2: 0.15}",
    )


def _days(value: object) -> Days:
    """Return days and what changed on them as pairs, by day."""
    items = value.items() if isinstance(value, Mapping) else value
    try:
        pairs = tuple(sorted((str(day), str(what)) for day, what in items))  # type: ignore[attr-defined]
        for day, _ in pairs:
            date.fromisoformat(day)
    except (TypeError, ValueError):
        raise SmoError(
            f"'breaks' must map days to what changed on them; got {value!r}",
            where="Settings",
            remedy='write breaks={"2026-03-02": "new counter"}',
        ) from None
    return pairs


def _thaw(value: object) -> object:
    return tuple(value) if isinstance(value, list) else value
