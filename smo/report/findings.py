"""What the data can and cannot say: sentences that need saying once, numbers in one table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from smo.report.grid import Grid, segments_across
from smo.report.numbers import decimal, percent
from smo.report.words import WORDS, count_word, known_word, segment_name, word

LEVELS = ("warning", "cure", "fact")
NAMED_SEGMENTS = 6  # named before a sentence; further ones are counted
# codes of the diagnostics by the row of the table that tells their number
ROWS: dict[str, tuple[str, ...]] = {
    "ctr": (
        "ctr_judged", "ctr_few_clicks", "ctr_few_topics", "ctr_cut_on_outcome",
        "ctr_no_clicks", "ctr_no_positions", "ctr_no_impressions",
    ),
    "tested": ("tested",),
    "false_alarms": ("false_alarms",),
    "prior_weight": ("prior_weight",),
    "stable": ("stable",),
    "apart": ("apart", "alike"),
    "hidden": ("hidden", "hidden_unknown"),
    "period": ("period", "period_unknown"),
    "via": ("via",),
    "furniture": ("furniture",),
}  # fmt: skip
ROW_OF = {code: row for row, codes in ROWS.items() for code in codes}
COUNTED = {
    "ctr_judged": "clicks", "ctr_few_clicks": "clicks", "ctr_few_topics": "topics",
    "apart": "topics", "alike": "topics",
}  # fmt: skip
SHARES = ("false_alarms", "prior_weight", "stable", "hidden", "via", "furniture")
JOINED = ("text - topic", "target - topic", "page - topic")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence and the segments it holds in; none named = all of them."""

    segments: str
    text: str


@dataclass(frozen=True, slots=True)
class LevelView:
    """Sentences of one level: cautions, next steps, facts."""

    level: str
    level_word: str
    sentences: tuple[Sentence, ...]


def level_views(
    diagnostics: pd.DataFrame, everyone: frozenset[str], language: str
) -> tuple[LevelView, ...]:
    """Return the sentences by level, cautions first; equal or alike ones are said once.

    Parameters
    ----------
    diagnostics : DataFrame
        Facts about segments. Those that only tell a number stand in `finding_grid` instead.
    everyone : frozenset of str
        All segments of the plan.
    language : {"en", "ru"}
        Language of the report.

    Returns
    -------
    tuple of LevelView
        A level that says nothing is left out.
    """
    rows = [row for row in diagnostics.to_dict("records") if not _only_a_number(row)]
    said = _alike(rows)
    holders: dict[tuple[str, str], list[str]] = {}
    for row in rows:
        text = _sentence(row, said, language)
        holders.setdefault((row["level"], text), []).append(row["segment"])
    levels = [*LEVELS, *sorted({level for level, _ in holders} - set(LEVELS))]
    views = (
        LevelView(
            level,
            known_word("level", level, language),
            tuple(
                Sentence(_names(holders[key], everyone, language), key[1])
                for key in sorted(holders, key=lambda key: -len(holders[key]))
                if key[0] == level
            ),
        )
        for level in levels
    )
    return tuple(view for view in views if view.sentences)


def _only_a_number(row: Mapping[Any, Any]) -> bool:
    return row["level"] == "fact" and _in_table(row)


def _in_table(row: Mapping[Any, Any]) -> bool:
    code = row["code"]
    return code in ROW_OF and (f"cell.{code}" in WORDS or not pd.isna(row["value"]))


def _alike(rows: Iterable[Mapping[Any, Any]]) -> set[str]:
    """Return the codes whose sentences differ by their number only."""
    texts: dict[str, set[str]] = {}
    for row in rows:
        texts.setdefault(row["code"], set()).add(row["message"])
    return {code for code, found in texts.items() if len(found) > 1}


def _sentence(row: Mapping[Any, Any], alike: set[str], language: str) -> str:
    key = f"like.{row['code']}"
    if row["code"] in alike and key in WORDS:
        return word(key, language)
    return str(row["message"])


def _names(segments: list[str], everyone: frozenset[str], language: str) -> str:
    held = sorted(set(segments))
    if "all" in held or everyone <= set(held):
        return ""
    names = [segment_name(name, language) for name in held[:NAMED_SEGMENTS]]
    rest = len(held) - len(names)
    more = [word("more", language).format(n=decimal(rest, language))] if rest else []
    return ", ".join([*names, *more])


def finding_grid(
    diagnostics: pd.DataFrame, scores: pd.DataFrame, coverage: pd.DataFrame, language: str
) -> Grid | None:
    """Return the numbers of the diagnostics as a table of findings by segments.

    Parameters
    ----------
    diagnostics, scores, coverage : DataFrame
        Tables of one plan: the scores tell the verdicts of the topics tested, the coverage by
        what the clicks were joined.
    language : {"en", "ru"}
        Language of the report.

    Returns
    -------
    Grid or None
        None where no number is known but those that the sentences tell.
    """
    found = [row for row in diagnostics.to_dict("records") if _in_table(row)]
    segments = sorted({row["segment"] for row in found})
    if len(segments) < 2 and all(not _only_a_number(row) for row in found):
        return None
    by_place: dict[tuple[str, str], str] = {}
    for row in found:
        place = ROW_OF[row["code"]], row["segment"]
        by_place.setdefault(place, _cell(row, scores, coverage, language))
    names = [name for name in ROWS if any(place[0] == name for place in by_place)]
    dash = word("unknown", language)
    return segments_across(
        tuple(word(f"fact.{name}", language) for name in names),
        tuple(segment_name(segment, language) for segment in segments),
        tuple(tuple(by_place.get((n, s), dash) for s in segments) for n in names),
        (word("finding", language), word("segment", language)),
    )


def _cell(
    row: Mapping[Any, Any], scores: pd.DataFrame, coverage: pd.DataFrame, language: str
) -> str:
    code, value = row["code"], row["value"]
    if code == "tested":
        return _tested(row, scores, language)
    if code == "via":
        return _via(row, coverage, language)
    if code in SHARES:
        return percent(value, language)
    if code == "period":
        return count_word("days", float(value), language)
    count = "" if pd.isna(value) else count_word(COUNTED.get(code, "clicks"), value, language)
    return word(f"cell.{code}", language).format(count=count)


def _tested(row: Mapping[Any, Any], scores: pd.DataFrame, language: str) -> str:
    own = scores[(scores["segment"] == row["segment"]) & scores["effect"].notna()]
    verdicts = [int((own["verdict"] == name).sum()) for name in ("act", "wait")]
    return " / ".join(decimal(number, language) for number in (row["value"], *verdicts))


def _via(row: Mapping[Any, Any], coverage: pd.DataFrame, language: str) -> str:
    own = coverage[(coverage["segment"] == row["segment"]) & (coverage["click_share"] > 0)]
    shares = own.groupby("link")["click_share"].sum()
    parts = ", ".join(
        word(f"via.{link}", language).format(share=percent(shares[link], language))
        for link in JOINED
        if link in shares.index
    )
    share = percent(row["value"], language)
    return word("cell.via", language).format(share=share, parts=parts) if parts else share
