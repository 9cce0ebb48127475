"""Layouts of logs and bulk exports: data, recognized by the names of their columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from smo.errors import SmoError, nearest, quoted

TableName = Literal["clicks", "keywords"]


@dataclass(frozen=True, slots=True)
class Field:
    """A column the SQL of a layout reads: its name there, and where the source may have it."""

    name: str
    paths: tuple[str, ...]
    kind: Literal["text", "number", "nested"] = "text"
    required: bool = False


@dataclass(frozen=True, slots=True)
class Layout:
    """A layout: the SQL that turns its rows into hits, and the columns that SQL reads."""

    name: str
    table: TableName
    sql: str
    fields: tuple[Field, ...]
    tells: frozenset[str] = frozenset()

    @property
    def required(self) -> tuple[Field, ...]:
        """Columns it is recognized by."""
        return tuple(field for field in self.fields if field.required)


def _texts(**paths: str | tuple[str, ...]) -> tuple[Field, ...]:
    return tuple(
        Field(name, (path,) if isinstance(path, str) else path) for name, path in paths.items()
    )


_PLAIN_CLICKS = (
    *_texts(
        page="page", target="target", element="element", text="text", role="role", kind="kind",
        device="device", channel="channel", campaign="campaign", dead="dead",
        stamp=("date", "timestamp"), visit=("visit", "session", "session_id"),
    ),
    Field("clicks", ("clicks",), "number"),
)  # fmt: skip
_PLAIN_KEYWORDS = (
    Field("keyword", ("keyword", "query"), required=True),
    *_texts(page=("page", "url"), device="device", stamp=("date", "data_date"), segment="segment"),
    Field("impressions", ("impressions",), "number", required=True),
    Field("clicks", ("clicks",), "number"),
    Field("position", ("position",), "number"),
)
LAYOUTS: tuple[Layout, ...] = (
    Layout(
        "GA4 BigQuery events", "clicks", "clicks_ga4",
        (
            Field("event_params", ("event_params",), "nested", required=True),
            Field("event_name", ("event_name",), required=True),
            *_texts(
                event_date="event_date", user_pseudo_id="user_pseudo_id", device="device.category",
                channel=("collected_traffic_source.manual_source", "traffic_source.source"),
                campaign=("collected_traffic_source.manual_campaign_name", "traffic_source.name"),
            ),
        ),
        frozenset({"visits"}),
    ),
    Layout(
        "PostHog events", "clicks", "clicks_posthog",
        (
            Field("event", ("event",), required=True),
            Field("properties", ("properties",), required=True),
            *_texts(elements_chain="elements_chain", stamp=("timestamp", "created_at")),
        ),
        frozenset({"visits", "dead_clicks", "rage_clicks"}),
    ),
    Layout(
        "PostHog heatmap rows", "clicks", "clicks_posthog_heatmap",
        (
            Field("x", ("x",), "number", required=True),
            Field("y", ("y",), "number", required=True),
            Field("scale", ("scale_factor",), "number", required=True),
            Field("width", ("viewport_width",), "number", required=True),
            Field("type", ("type",), required=True),
            *_texts(page="current_url", fixed="pointer_target_fixed", visit="session_id",
                    stamp="timestamp"),
        ),
        frozenset({"visits", "dead_clicks", "rage_clicks"}),
    ),
    Layout(
        "Metrica logs of hits", "clicks", "clicks_metrica",
        (
            Field("url", ("ym:pv:URL",), required=True),
            Field("referrer", ("ym:pv:referer",), required=True),
            Field("link", ("ym:pv:link",), required=True),
            *_texts(
                download="ym:pv:download", is_view="ym:pv:isPageView",
                device="ym:pv:deviceCategory", channel="ym:pv:UTMSource",
                campaign="ym:pv:UTMCampaign", stamp=("ym:pv:date", "ym:pv:dateTime"),
                visit=("ym:pv:visitID",),
            ),
        ),
        frozenset({"visits"}),
    ),
    Layout(
        "Search Console bulk export by address", "keywords", "keywords_search_console",
        (
            Field("query", ("query",), required=True),
            Field("url", ("url",), required=True),
            Field("impressions", ("impressions",), "number", required=True),
            Field("clicks", ("clicks",), "number", required=True),
            Field("rank_sum", ("sum_position",), "number", required=True),
            *_texts(hidden="is_anonymized_query", search_type="search_type", device="device",
                    stamp="data_date"),
        ),
    ),
    Layout(
        "Search Console bulk export by site", "keywords", "keywords_search_console",
        (
            Field("query", ("query",), required=True),
            Field("impressions", ("impressions",), "number", required=True),
            Field("clicks", ("clicks",), "number", required=True),
            Field("rank_sum", ("sum_top_position",), "number", required=True),
            *_texts(url=(), hidden="is_anonymized_query", search_type="search_type",
                    device="device", stamp="data_date"),
        ),
    ),
    Layout(
        "Metrica logs of visits", "keywords", "keywords_metrica",
        (
            Field("keyword", ("ym:s:lastsignSearchPhrase", "ym:s:lastSearchPhrase",
                              "ym:s:firstSearchPhrase"), required=True),
            Field("page", ("ym:s:startURL",), required=True),
            *_texts(device="ym:s:deviceCategory", stamp=("ym:s:date", "ym:s:dateTime")),
        ),
    ),
    Layout("query rows", "keywords", "keywords_plain", _PLAIN_KEYWORDS),
)  # fmt: skip
MAPPED: dict[TableName, Layout] = {
    "clicks": Layout("mapped log", "clicks", "clicks_plain", _PLAIN_CLICKS),
    "keywords": Layout("mapped rows", "keywords", "keywords_plain", _PLAIN_KEYWORDS),
}
# A log says which page; a hit without one is no click. A keyword needs its words and a count.
_MUST_MAP: dict[TableName, tuple[str, ...]] = {
    "clicks": ("page",),
    "keywords": ("keyword", "impressions"),
}
_ALIASES = {"date": "stamp", "timestamp": "stamp", "session": "visit", "query": "keyword"}


def recognize(names: Sequence[str], table: TableName, *, caller: str, where: str) -> Layout:
    """Return the layout whose required columns are all there.

    Parameters
    ----------
    names : sequence of str
        Columns of the source.
    table : {"clicks", "keywords"}
        The table wanted.
    caller, where : str
        Public function and source, for the message.

    Raises
    ------
    SmoError
        When no layout fits.

    Examples
    --------
    >>> recognize(["query", "impressions"], "keywords", caller="demo", where="rows").name
    'query rows'
    """
    there = {name.casefold() for name in names}
    for layout in LAYOUTS:
        needs = layout.required
        if all(any(path.casefold() in there for path in field.paths) for field in needs):
            if layout.table == table:
                return layout
            if layout is not LAYOUTS[-1]:
                raise SmoError(
                    f"this is {layout.name}, which holds {layout.table}",
                    where=where,
                    remedy=f"use smo.engine.aggregate_{layout.table}",
                )
    raise SmoError(
        f"its columns are of no layout known: {quoted(names)}",
        where=where,
        remedy=f"tell them, for instance {caller}(source, columns={_example(table)})",
    )


def mapped(columns: Mapping[str, str], names: Sequence[str], table: TableName) -> Layout:
    """Return the layout of a plain log whose columns the caller names.

    Parameters
    ----------
    columns : mapping of str to str
        Our name to the column of the source.
    names : sequence of str
        Columns of the source.
    table : {"clicks", "keywords"}
        The table wanted.

    Raises
    ------
    SmoError
        When a name of ours is unknown, a column is not there, or what must be told is not.

    Examples
    --------
    >>> found = mapped({"page": "u", "element": "e"}, ["u", "e"], "clicks")
    >>> next(field.paths for field in found.fields if field.name == "page")
    ('u',)
    """
    base = MAPPED[table]
    caller = f"aggregate_{table}"
    known = [field.name for field in base.fields]
    told: dict[str, str] = {}
    for ours, theirs in columns.items():
        name = _ALIASES.get(ours, ours)
        if name not in known:
            near = nearest(ours, known)
            remedy = f"did you mean {near!r}?" if near else f"use names among {quoted(known)}"
            raise SmoError(f"'columns' names {ours!r}, unknown here", where=caller, remedy=remedy)
        if theirs not in names:
            near = nearest(theirs, list(names))
            remedy = f"did you mean {near!r}?" if near else f"it has {quoted(names)}"
            raise SmoError(f"there is no column {theirs!r}", where=caller, remedy=remedy)
        told[name] = theirs
    for name in _MUST_MAP[table]:
        if name not in told:
            problem = f"'columns' does not tell {name!r}"
            raise SmoError(problem, where=caller, remedy=f"add it: columns={_example(table)}")
    fields = tuple(
        replace(field, paths=(told[field.name],) if field.name in told else (), required=False)
        for field in base.fields
    )
    tells = {"visits": "visit", "dead_clicks": "dead"}
    return replace(
        base, fields=fields, tells=frozenset(name for name, by in tells.items() if by in told)
    )


def _example(table: TableName) -> str:
    if table == "clicks":
        return "{'page': 'url', 'element': 'selector', 'session': 'sid'}"
    return "{'keyword': 'phrase', 'impressions': 'shown'}"
