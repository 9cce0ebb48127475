"""A segment's strategy by the five elements of engagement, each from named columns of the plan.

Awareness: what they want (topics, keywords). Observation: the gaps (corner, dead_rate).
Ideation: the proposals. Interaction: attention, channel, hashtags, dialect, distinctiveness.
Influence: tables beside a plan (`smo.report.people`). A part without data is left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

import pandas as pd

from smo.report.numbers import decimal, number_or_none, percent, size
from smo.report.scent import HEADS, scent_table
from smo.report.view import Plan
from smo.report.words import known_word, word
from smo.settings import Settings

MOST, FEW = 6, 2  # rows of one small table; the sheets of the workbook hold all
MANY_SEGMENTS = 8  # beyond, only the first table of a part: a page of 50 stays under 2 MB
MOST_TAGS = 10
Row = Mapping[Any, Any]
# The columns read of each table: a filter of all of them, once for each of 51 segments, took
# 5 of the 13 profiled seconds of the page.
READ = {
    "topics": ("segment", "keyword", "topic", "pillar", "pillar_label", "intent", "question"),
    "scores": (
        "segment", "topic", "label", "demand", "demand_share", "corner", "attention",
        "attention_base", "dead_rate", "map_clicks", "distinctiveness",
        "distinctiveness_z", "distinctiveness_q",
    ),
    "proposals": ("segment", "rank", "hashtags", "action"),
    "matches": ("segment", "channel", "furniture", "clicks"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mini:
    """A small table: its title, heads of its columns, rows of a label and texts."""

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Strategy:
    """What a segment's section shows around its proposals; a part without data is empty."""

    awareness: tuple[Mini, ...]
    observation: tuple[Mini, ...]
    interaction: tuple[Mini, ...]
    hashtags: tuple[str, ...]
    stops: tuple[str, ...]


def strategies(plan: Plan) -> dict[str, Strategy]:
    """Return the strategy of each segment.

    Parameters
    ----------
    plan : Plan
        Tables and settings.

    Returns
    -------
    dict of str to Strategy
        By segment, in the order of their names.
    """
    tables = {name: getattr(plan, name)[list(own)] for name, own in READ.items()}
    tables["asked"] = _asked(tables["topics"], plan.keywords)
    tables["pillars"] = _pillars(tables["topics"], tables["scores"])
    parts = {name: dict(iter(t.groupby("segment", sort=False))) for name, t in tables.items()}
    dialect = getattr(plan, "dialect", None)
    scent = getattr(plan, "scent", None)
    language, fdr = plan.settings.report_language, plan.settings.fdr
    found = {}
    segments = sorted({*tables["proposals"]["segment"], *tables["scores"]["segment"]})
    most = MOST if len(segments) <= MANY_SEGMENTS else FEW
    for segment in segments:
        own = {name: parts[name].get(segment, table[:0]) for name, table in tables.items()}
        found[str(segment)] = Strategy(
            awareness=_cut(_awareness(own, language), most),
            observation=_cut(_observation(own["scores"], _of(scent, segment), plan.settings), most),
            interaction=_cut(
                _interaction(own["scores"], own["matches"], _of(dialect, segment), fdr, language),
                most,
            ),
            hashtags=_hashtags(own["proposals"]),
            stops=done_when(own["proposals"], language),
        )
    return found


def _cut(tables: Iterator[Mini], most: int) -> tuple[Mini, ...]:
    chosen = tables if most == MOST else islice(tables, 1)
    return tuple(replace(table, rows=table.rows[:most]) for table in chosen)


def _of(table: pd.DataFrame | None, segment: object) -> pd.DataFrame:
    if table is None or "segment" not in table:
        return pd.DataFrame()
    return table[table["segment"] == segment]


def _asked(words: pd.DataFrame, keywords: pd.DataFrame) -> pd.DataFrame:
    """Return the questions: how often each was shown, or is searched where nothing was shown."""
    key = ["segment", "keyword"]
    asked = words.loc[words["question"].fillna(value=False).astype(bool), key]
    own = keywords.loc[keywords["keyword"].isin(asked["keyword"]), [*key, "impressions", "volume"]]
    counts = own.groupby(key, sort=True).agg(shown=("impressions", "sum"), volume=("volume", "max"))
    shown = counts["shown"].astype("Float64").where(counts["shown"] > 0, counts["volume"])
    return asked.merge(shown.rename("count").reset_index(), on=key, how="left").sort_values(
        ["count", "keyword"], ascending=[False, True]
    )


def _pillars(words: pd.DataFrame, scores: pd.DataFrame) -> pd.DataFrame:
    """Return the share of demand and the topics of each pillar in each segment."""
    pillars = words[["segment", "topic", "pillar", "pillar_label"]]
    pillars = pillars.drop_duplicates(["segment", "topic"])
    sums = scores[["segment", "topic", "demand_share"]].merge(pillars, on=["segment", "topic"])
    table = sums.groupby(["segment", "pillar", "pillar_label"], sort=True).agg(
        share=("demand_share", "sum"), topics=("topic", "size")
    )
    return table.reset_index().sort_values(["share", "pillar"], ascending=[False, True])


def _awareness(own: Mapping[str, pd.DataFrame], language: str) -> Iterator[Mini]:
    words = own["topics"]
    yield from _mini("pillars", own["pillars"], "pillar_label", {
        "demand_share": lambda row: percent(row["share"], language),
        "topics_count": lambda row: decimal(row["topics"], language),
    }, language)  # fmt: skip
    told = words[words["intent"].notna()]
    intents = told.groupby("intent", sort=True).size().rename("n").reset_index()
    yield from _mini("intents", intents.sort_values(["n", "intent"], ascending=[False, True]),
        "intent",
        {"keyword_share": lambda row: percent(row["n"] / len(words), language)},
        language, known="intent",
    )  # fmt: skip
    yield from _mini("asked", own["asked"], "keyword",
        {"demand_period": lambda row: size(row["count"], language)}, language)  # fmt: skip


def _observation(scores: pd.DataFrame, scent: pd.DataFrame, settings: Settings) -> Iterator[Mini]:
    language = settings.report_language
    gaps = scores[scores["corner"] == "wanted, not clicked"].sort_values(
        ["demand", "topic"], ascending=[False, True]
    )
    yield from _mini("gaps", gaps, "label", {
        "demand": lambda row: size(row["demand"], language),
        "attention": lambda row: percent(row["attention"], language),
    }, language)  # fmt: skip
    dead = scores[(scores["dead_rate"] > 0) & (scores["map_clicks"] > 0)].sort_values(
        ["dead_rate", "topic"], ascending=[False, True]
    )
    yield from _mini("dead", dead, "label", {
        "dead_rate": lambda row: percent(row["dead_rate"], language),
        "map_clicks": lambda row: size(row["map_clicks"], language),
    }, language)  # fmt: skip
    broken = scent_table(scent, percent(settings.interval, language), language)
    if broken:
        heads = tuple(word(name, language) for name in HEADS)
        rows = tuple((page, tuple(rest)) for page, *rest in broken.rows)
        yield Mini(word("scent", language), heads, rows)


def _interaction(
    scores: pd.DataFrame, matches: pd.DataFrame, dialect: pd.DataFrame, fdr: float, language: str
) -> Iterator[Mini]:
    seen = scores[scores["attention"].notna()]
    # Against elements alike: a list's links are clicked less than a button, whatever they say.
    seen = seen.assign(lift=seen["attention"] / seen["attention_base"]).sort_values(
        ["lift", "topic"], ascending=[False, True]
    )
    yield from _mini("seen", seen, "label", {
        "attention": lambda row: percent(row["attention"], language),
        "map_clicks": lambda row: size(row["map_clicks"], language),
    }, language)  # fmt: skip
    sent = matches[matches["channel"].notna() & ~matches["furniture"].astype(bool)]
    channels = sent.groupby("channel", sort=True)["clicks"].sum().reset_index()
    channels = channels.sort_values(["clicks", "channel"], ascending=[False, True])
    yield from _mini("channels", channels, "channel",
        {"clicks_count": lambda row: size(row["clicks"], language)}, language)  # fmt: skip
    apart = scores[(scores["distinctiveness"] > 0) & (scores["distinctiveness_q"] <= fdr)]
    apart = apart.sort_values(["distinctiveness_z", "topic"], ascending=[False, True])
    yield from _mini("distinct", apart, "label", {
        "log_odds": lambda row: _signed(row["distinctiveness"], language),
        "z": lambda row: _signed(row["distinctiveness_z"], language),
        "q": lambda row: percent(row["distinctiveness_q"], language),
    }, language)  # fmt: skip
    if not dialect.empty:
        labels = scores.drop_duplicates("topic").set_index("topic")["label"]
        named = dialect.assign(label=dialect["topic"].map(labels)).sort_values(
            ["z", "word"], ascending=[False, True]
        )
        named["label"] = named["label"].fillna(word("unknown", language))
        yield from _mini("dialect", named, "word", {
            "topic": lambda row: str(row["label"]),
            "own_rest": lambda row: " / ".join(decimal(row[n], language) for n in ("own", "rest")),
            "q": lambda row: percent(row["q"], language),
        }, language)  # fmt: skip


def _mini(
    key: str,
    table: pd.DataFrame,
    label: str,
    columns: Mapping[str, Callable[[Row], str]],
    language: str,
    *,
    known: str = "",
) -> Iterator[Mini]:
    if table.empty:
        return
    records = table.head(MOST).to_dict("records")
    rows = tuple(
        (
            known_word(known, str(row[label]), language) if known else str(row[label]),
            tuple(write(row) for write in columns.values()),
        )
        for row in records
    )
    heads = (word(f"head.{label}", language), *(word(f"head.{name}", language) for name in columns))
    count = f" ({decimal(len(table), language)})" if len(table) > MOST else ""
    yield Mini(word(f"mini.{key}", language) + count, heads, rows)


def _signed(value: Any, language: str) -> str:
    number = number_or_none(value)
    if number is None:
        return word("unknown", language)
    text = f"{number:.1f}"
    return text.replace(".", ",") if language == "ru" else text


def _hashtags(proposals: pd.DataFrame) -> tuple[str, ...]:
    ordered = proposals.sort_values("rank", kind="stable")["hashtags"]
    return tuple(dict.fromkeys(tag for tags in ordered for tag in list(tags)[:2]))[:MOST_TAGS]


def done_when(proposals: pd.DataFrame, language: str) -> tuple[str, ...]:
    """Return for each action proposed which measure says that it is done."""
    actions = [
        action
        for action in ("fix", "consolidate", "improve", "create", "share", "explore")
        if action in set(proposals["action"])
    ]
    return tuple(
        f"{known_word('action', action, language)}{word('colon', language)} "
        f"{word(f'stop.{action}', language)}"
        for action in actions
    )
