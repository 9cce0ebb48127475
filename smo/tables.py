"""What every table holds: one spec per table, columns in order with kind, unit and range."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

import pandas as pd

Kind = Literal["text", "number", "whole", "flag", "date", "texts"]

DTYPES: dict[str, Any] = {
    "text": pd.StringDtype(),
    "number": pd.Float64Dtype(),
    "whole": pd.Int64Dtype(),
    "flag": pd.BooleanDtype(),
    "date": "datetime64[us]",
    "texts": "object",
}


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table: its name, kind, meaning with unit, and allowed range."""

    name: str
    kind: Kind
    means: str
    required: bool = False
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """One table: what a row is, which columns name the row, and all columns in order."""

    name: str
    row: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """Names of all columns, in order."""
        return tuple(column.name for column in self.columns)

    @property
    def required(self) -> tuple[str, ...]:
        """Names of the columns that must be there."""
        return tuple(column.name for column in self.columns if column.required)

    def column(self, name: str) -> Column:
        """Return the column called `name`."""
        return next(column for column in self.columns if column.name == name)


def _text(name: str, means: str, *, required: bool = False) -> Column:
    return Column(name, "text", means, required)


def _must(name: str, means: str) -> Column:
    return Column(name, "text", means, required=True)


def _count(name: str, means: str, *, required: bool = False) -> Column:
    return Column(name, "number", means, required, low=0.0)


def _share(name: str, means: str, *, required: bool = False) -> Column:
    return Column(name, "number", means, required, low=0.0, high=1.0)


def _number(name: str, means: str) -> Column:
    return Column(name, "number", means)


def _whole(name: str, means: str, *, required: bool = False) -> Column:
    return Column(name, "whole", means, required, low=0)


def _sized(name: str, means: str) -> tuple[Column, Column, Column]:
    """Return a number column with the two ends of its interval."""
    return (
        _number(name, means),
        _number(f"{name}_low", f"{means}: lower end of the interval"),
        _number(f"{name}_high", f"{means}: upper end of the interval"),
    )


KEYWORDS = Table(
    "keywords",
    "a keyword of a segment, with its page and day where the export has them",
    ("segment", "keyword", "page", "date", "device", "country"),
    (
        _must("segment", "audience segment"),
        _must("keyword", "what people typed, as exported"),
        _text("page", "address of the page shown"),
        Column("date", "date", "day the row speaks of"),
        _text("device", "desktop, mobile or tablet"),
        _text("country", "country as exported"),
        _count("impressions", "times shown in the period"),
        _count("clicks", "clicks in the period"),
        Column("position", "number", "mean rank, 1 = top", low=0.0),
        _count("volume", "searches a month"),
        _text("volume_kind", "exact, broad, grouped or bucket"),
        Column("period_days", "number", "days the counts cover", low=0.0),
        _text("intent", "search intent as exported"),
        _text("source", "read the row came from, key of the read report"),
    ),
)

CLICKS = Table(
    "clicks",
    "something shown and clicked: a page element, an outbound link or a social post",
    ("segment", "page", "element", "kind", "device", "channel", "date", "target"),
    (
        _text("click_id", "hash of the key"),
        _must("segment", "audience segment"),
        _must("page", "address of the page the element is on"),
        _must("element", "stable key of the element on its page"),
        _must("kind", "element, link or post"),
        _count("clicks", "clicks in the period", required=True),
        _text("text", "words on the element or of the post"),
        _text("target", "address the element leads to"),
        _text("role", "tag or role of the element"),
        _text("device", "desktop, mobile or tablet"),
        _text("channel", "channel of a post or visit"),
        Column("date", "date", "day the row speaks of"),
        Column("period_days", "number", "days the counts cover", low=0.0),
        _count("pageviews", "views of the page in the period"),
        _count("exposed", "pageviews in which the element's mid-line was visible"),
        _count("clicked_pageviews", "pageviews with at least one click on the element"),
        _count("dead_clicks", "clicks that changed nothing"),
        _count("rage_clicks", "rapid repeated clicks"),
        _share("depth", "share of the page's height above the element"),
        _number("x", "share of the page's width left of the click"),
        _number("y", "pixels above the click"),
        _text("source", "read the row came from, key of the read report"),
    ),
)

PAGES = Table(
    "pages",
    "a page's statistics in a segment",
    ("segment", "page"),
    (
        _must("segment", "audience segment"),
        _must("page", "address of the page"),
        _text("title", "title of the page"),
        _count("views", "page views"),
        _count("sessions", "sessions"),
        _count("engagement_time", "mean engagement time in seconds"),
        _count("clicks", "search clicks"),
        _count("impressions", "search impressions"),
        Column("position", "number", "mean rank, 1 = top", low=0.0),
        Column("period_days", "number", "days the counts cover", low=0.0),
        _text("source", "read the row came from, key of the read report"),
    ),
)

TOPICS = Table(
    "topics",
    "a distinct (segment, keyword) in its topic",
    ("segment", "keyword"),
    (
        _must("segment", "audience segment"),
        _must("keyword", "what people typed, as exported"),
        _must("normal", "normal form: equal normal form, equal topic"),
        _text("language", "two-letter code, or und"),
        _whole("topic", "id of the topic, 0 = most demanded", required=True),
        _whole("pillar", "id of the pillar, 0 = most demanded", required=True),
        _must("label", "name of the topic, in words people typed"),
        _must("pillar_label", "name of the pillar, in words people typed"),
        _share("membership", "how well the keyword fits its topic", required=True),
        _text("intent", "search intent as exported"),
        Column("question", "flag", "the keyword asks a question"),
        Column("brand", "flag", "the keyword names the brand; NA = not separated"),
    ),
)

MATCHES = Table(
    "matches",
    "a click row x topic it speaks for, plus one row for the unattributed rest",
    ("click_id", "topic"),
    (
        _must("click_id", "key of the click row"),
        _must("segment", "audience segment of the click row"),
        _whole("topic", "id of the topic; NA = the unattributed rest"),
        _share("share", "share of the row's clicks", required=True),
        _count("clicks", "clicks attributed: share x clicks of the row", required=True),
        _share("similarity", "cosine between text and topic"),
        _must("via", "text, target, page or none"),
        Column("furniture", "flag", "site furniture: menu, footer, search box", required=True),
        _text("page", "canonical address of the page"),
        _text("element", "stable key of the element"),
        _text("kind", "element, link or post"),
        _text("text", "words on the element or of the post"),
        _text("device", "device of the click row"),
        _text("channel", "channel of the click row"),
        _count("row_clicks", "all clicks of the row"),
        _count("pageviews", "views of the page"),
        _count("exposed", "exposed pageviews of the element"),
        _count("clicked_pageviews", "pageviews with at least one click on the element"),
        _count("dead_clicks", "clicks that changed nothing"),
        _count("rage_clicks", "rapid repeated clicks"),
        Column("period_days", "number", "days the counts cover", low=0.0),
    ),
)

SCORES = Table(
    "scores",
    "a topic in a segment; sizes per 28 days",
    ("segment", "topic"),
    (
        _must("segment", "audience segment"),
        _whole("topic", "id of the topic", required=True),
        _must("label", "name of the topic"),
        _count("n_keywords", "distinct keywords of the segment in the topic", required=True),
        _count("demand", "impressions, or searches where there are none", required=True),
        _must("demand_kind", "impressions or volume"),
        _share("demand_share", "share of the segment's demand", required=True),
        *_sized("attention", "exposed-and-clicked / exposed pageviews; NA = not on this map"),
        _share("attention_share", "share of the segment's attributed clicks"),
        _count("map_clicks", "clicks on non-furniture elements attributed to the topic"),
        _count("impressions", "raw impressions the effect rests on"),
        _count("clicks", "raw search clicks the effect rests on"),
        Column("position", "number", "mean rank by impressions", low=0.0),
        _number("ctr", "clicks / impressions"),
        _number("ctr_expected", "the same impressions at the site's own curve"),
        *_sized("effect", "clicks against the site's own curve, 1 = typical"),
        *_sized("shortfall", "clicks missed at today's positions, per 28 days"),
        _share("prior_weight", "share of the estimate borrowed from the curve"),
        _share("dead_rate", "dead clicks / clicks"),
        _count("pages", "pages that serve the topic; NA = no pages known"),
        _text("corner", "demand x attention corner, or 'not on this map'"),
        _must("action", "improve, create, share or explore"),
        _share("p", "one-sided p-value of the action's null"),
        _share("q", "Benjamini-Hochberg q-value inside segment x action"),
        _must("verdict", "act, wait, skip, suggest or explore"),
        _count("needed_impressions", "more impressions that would tell, for wait"),
    ),
)

PROPOSALS = Table(
    "proposals",
    "a proposal",
    ("segment", "rank"),
    (
        _must("segment", "audience segment"),
        _whole("rank", "place in the segment's list, 1 = first", required=True),
        _whole("rank_low", "best place over resamples"),
        _whole("rank_high", "worst place over resamples"),
        _share("p_top", "share of resamples in the top n_proposals"),
        _whole("topic", "id of the topic", required=True),
        _must("title", "words for a title"),
        _must("action", "improve, create, share or explore"),
        _must("verdict", "act, wait, skip, suggest or explore"),
        _must("size_unit", "what the size counts, per 28 days"),
        _number("size_low", "lower end of the size's interval"),
        _number("size_median", "size per 28 days"),
        _number("size_high", "upper end of the size's interval"),
        Column("keywords", "texts", "head keywords with demand", required=True),
        Column("questions", "texts", "questions people typed", required=True),
        Column("pages", "texts", "pages that serve the topic", required=True),
        Column("elements", "texts", "elements that speak for the topic", required=True),
        Column("hashtags", "texts", "distinctive words as hashtags", required=True),
        _text("channel", "channel, with the counts that speak for it"),
        _text("format", "format, with the counts that speak for it"),
        _must("reason", "why, in one sentence"),
        Column("evidence", "texts", "ids of the rows it rests on", required=True),
    ),
)

READS = Table(
    "reads",
    "one table read from one file or frame",
    ("source",),
    (
        _must("source", "key that the rows carry"),
        _must("file", "name of the file, archive member or frame"),
        _must("table", "keywords, pages, clicks or totals"),
        _must("format", "name of the recognized format"),
        _text("segment", "segment given to the rows"),
        _text("encoding", "encoding of the bytes"),
        _count("rows_read", "data rows found in the file", required=True),
        _count("rows_kept", "rows of the table made from them", required=True),
        _text("dropped", "rows left out, counted by reason"),
        _text("unused", "columns left out"),
        Column("period_start", "date", "first day"),
        Column("period_end", "date", "last day"),
        _count("period_days", "days of the period"),
        _count("total_clicks", "clicks by the file's own total or chart"),
        _count("total_impressions", "impressions by the file's own total or chart"),
        _count("sum_clicks", "clicks summed over the rows kept"),
        _count("sum_impressions", "impressions summed over the rows kept"),
        Column("cut_on_outcome", "flag", "no row without a click: cut on the outcome"),
        _text("notes", "what else the reader saw, in sentences"),
    ),
)

COVERAGE = Table(
    "coverage",
    "a kind of link between the tables, in a segment",
    ("segment", "link"),
    (
        _must("segment", "audience segment"),
        _must("link", "map page - page row, text - topic, target - topic, page - topic"),
        _count("possible", "rows that could carry the link", required=True),
        _count("found", "rows that do", required=True),
        _count("clicks", "clicks carried by the rows that do", required=True),
        _share("click_share", "share of the segment's clicks"),
    ),
)

DIAGNOSTICS = Table(
    "diagnostics",
    "one fact about what the data can and cannot say",
    ("segment", "code"),
    (
        _must("segment", "audience segment, or 'all'"),
        _must("code", "name of the fact"),
        _number("value", "its number"),
        _must("unit", "what the number counts, or empty"),
        _must("message", "the fact in a sentence of the report language"),
        _must("level", "fact, warning or cure"),
    ),
)

ALL_TABLES = (
    KEYWORDS,
    CLICKS,
    PAGES,
    TOPICS,
    MATCHES,
    SCORES,
    PROPOSALS,
    READS,
    COVERAGE,
    DIAGNOSTICS,
)
