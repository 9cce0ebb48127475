"""Yandex.Metrica: answers of its reporting interface, `query` beside rows of `data`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from smo.read.format import Draft, Format, JsonShape
from smo.read.mends import sum_keys
from smo.read.numbers import parse_numbers
from smo.read.posts import day_totals
from smo.read.specs import TOTALS
from smo.read.vendors.metrica_mends import phrases
from smo.spec import Table
from smo.tables import CLICKS, KEYWORDS, PAGES

ALL_ROWS = "total_rows: "
SAMPLED = "sample_share: "
# Attribution stands inside the names: ym:s:lastSearchPhrase, ym:s:<attribution>SearchPhrase.
_VISIT = {
    "visitors": ("ym:s:users",), "bounce": ("ym:s:bounceRate",),
    "depth_of_view": ("ym:s:pageDepth",), "engagement_time": ("ym:s:avgVisitDurationSeconds",),
    "all_views": ("ym:s:pageviews",),
}  # fmt: skip
_START = ("ym:s:startURL", "ym:s:startURLPath", "ym:s:startURLPathFull", "ym:s:startURLHash")


def is_answer(value: object) -> bool:
    """Return whether a value is an answer of the reporting interface."""
    if not isinstance(value, Mapping):
        return False
    query, data = value.get("query"), value.get("data")
    if not isinstance(query, Mapping) or not isinstance(data, list):
        return False
    return isinstance(query.get("dimensions"), list) and isinstance(query.get("metrics"), list)


def answer_tables(value: Any) -> Mapping[str, Sequence[Sequence[Any]]]:
    """Return the rows under the names that the query gives them; above them its days.

    A table of one row for each value of a dimension; `bytime` answers, whose metrics are lists,
    and drill-down answers, whose rows have one dimension, are others.
    """
    query = value["query"]
    head = [*query["dimensions"], *query["metrics"]]
    above = [[f"{query['date1']} - {query['date2']}"]] if query.get("date1") else []
    if value.get("total_rows") is not None:
        above.append([f"{ALL_ROWS}{value['total_rows']}"])
    if value.get("sampled"):
        above.append([f"{SAMPLED}{value.get('sample_share')}"])
    return {"": [*above, head, *(_cells(row, len(head)) for row in value["data"])]}


def _cells(row: Any, width: int) -> list[Any]:
    names = [told.get("name") for told in row["dimensions"]]
    cells = [*names, *row["metrics"]]
    if len(cells) != width or any(isinstance(cell, list | Mapping) for cell in cells):
        raise ValueError("its rows are not those of the query")
    return cells


def facts_above(draft: Draft) -> Draft:
    """Say where the answer holds one page of its rows only, or a sample of the visits."""
    for line in draft.preamble:
        if line.startswith(ALL_ROWS):
            number = parse_numbers([line.removeprefix(ALL_ROWS)], kind="count")[0][0]
            if number > draft.rows_read:
                draft = draft.note(f"the answer holds {draft.rows_read} of {number:g} rows")
        elif line.startswith(SAMPLED):
            share = line.removeprefix(SAMPLED)
            draft = draft.note(f"counts are projected from a sample of the visits: {share}")
    return draft


def link_clicks(draft: Draft) -> Draft:
    """Name each link by its address."""
    frame = draft.frame.assign(element=draft.frame["target"])
    return sum_keys(replace(draft, frame=frame))


def _answer(
    name: str, spec: Table, words: dict[str, tuple[str, ...]], *needed: str, **others: Any
) -> Format:
    mends = others.pop("mends", (sum_keys,))
    return Format(
        name=f"Metrica answer: {name}",
        family="Yandex.Metrica",
        spec=spec,
        words=words,
        required=needed,
        evidence="D",
        told_by="an answer of its reporting interface: query, data",
        mends=(facts_above, *mends),
        **others,
    )


ANSWERS: tuple[Format, ...] = (
    _answer("search phrases", KEYWORDS,
            {"keyword": ("ym:s:*SearchPhrase",), "clicks": ("ym:s:visits",), "page": _START,
             "engine": ("ym:s:*SearchEngine*",), **_VISIT},
            "keyword", "clicks", mends=(phrases,)),
    _answer("pages", PAGES,
            {"page": ("ym:pv:URL", "ym:pv:URLPath", "ym:pv:URLPathFull", "ym:pv:URLHash"),
             "views": ("ym:pv:pageviews",), "title": ("ym:pv:title",),
             "visitors": ("ym:pv:users",)},
            "page", "views"),
    _answer("landing pages", PAGES,
            {"page": _START, "sessions": ("ym:s:visits",), **_VISIT}, "page", "sessions"),
    # The page a link is on: as its name is for downloads, by analogy for links.
    _answer("links", CLICKS,
            {"target": ("ym:el:externalLink", "ym:dl:downloadURL"),
             "clicks": ("ym:el:links", "ym:dl:downloads"),
             "page": ("ym:el:pageURL", "ym:dl:pageURL", "ym:el:pageURLPathFull",
                      "ym:dl:pageURLPathFull"),
             "views": ("ym:el:pageviews", "ym:dl:pageviews"),
             "visitors": ("ym:el:users", "ym:dl:users")},
            "target", "clicks", constants={"kind": "link"}, mends=(link_clicks,),
            fills=("element",)),
    _answer("sources", TOTALS,
            {"name": ("ym:s:*TrafficSource", "ym:s:*SourceEngine", "ym:s:*SearchEngine*"),
             "sessions": ("ym:s:visits",), **_VISIT},
            "name", "sessions", constants={"kind": "source"}),
    _answer("days", TOTALS,
            {"name": ("ym:s:date", "ym:pv:date"), "sessions": ("ym:s:visits",),
             "views": ("ym:pv:pageviews", "ym:s:pageviews"), "visitors": ("ym:s:users",),
             "bounce": ("ym:s:bounceRate",), "depth_of_view": ("ym:s:pageDepth",),
             "engagement_time": ("ym:s:avgVisitDurationSeconds",)},
            "name", any_of=("sessions", "views"), constants={"kind": "day"},
            mends=(day_totals, sum_keys), fills=("date",)),
)  # fmt: skip
SHAPE = JsonShape("an answer of Metrica's reporting interface", is_answer, answer_tables)
