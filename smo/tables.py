"""What every table holds: one spec per table, columns in order with kind, unit and range."""

from __future__ import annotations

from smo.accounts import COVERAGE, CURVE, DIAGNOSTICS, READS
from smo.spec import DTYPES, Column, Table, count, must, number, share, sized, text, whole

__all__ = [
    "ALL_TABLES", "CLICKS", "COVERAGE", "CURVE", "DIAGNOSTICS", "DIALECT", "DTYPES", "KEYWORDS",
    "MATCHES", "PAGES", "PROPOSALS", "READS", "SCORES", "SHARED", "TOPICS", "UNASSIGNED", "Column",
    "Table",
]  # fmt: skip

UNASSIGNED = "unassigned"
"""Segment of keywords that no rule took."""

SHARED = "shared"
"""Segment of clicks and pages that no rule took: they speak in every segment."""

KEYWORDS = Table(
    "keywords",
    "a keyword of a segment, with its page and day where the export has them",
    ("segment", "keyword", "page", "date", "device", "country"),
    (
        must("segment", "audience segment"),
        must("keyword", "what people typed, as exported"),
        text("page", "address of the page shown"),
        Column("date", "date", "day the row speaks of"),
        text("device", "desktop, mobile or tablet"),
        text("country", "country as exported"),
        count("impressions", "times shown in the period"),
        count("clicks", "clicks in the period"),
        Column("position", "number", "mean rank, 1 = top", low=0.0),
        count("volume", "searches a month"),
        text("volume_kind", "exact, broad, grouped or bucket"),
        Column("period_days", "number", "days the counts cover", low=0.0),
        text("intent", "search intent as exported"),
        text("segment_by", "kinds of column whose rules made the segment"),
        text("source", "read the row came from, key of the read report"),
    ),
)

CLICKS = Table(
    "clicks",
    "something shown and clicked: a page element, an outbound link or a social post",
    ("segment", "page", "element", "kind", "device", "channel", "date", "target"),
    (
        text("click_id", "hash of the key"),
        must("segment", "audience segment"),
        must("page", "address of the page the element is on"),
        must("element", "stable key of the element on its page"),
        must("kind", "element, link or post"),
        count("clicks", "clicks in the period", required=True),
        text("text", "words on the element or of the post"),
        text("target", "address the element leads to"),
        text("role", "tag or role of the element"),
        text("device", "desktop, mobile or tablet"),
        text("channel", "channel of a post or visit"),
        text("campaign", "campaign of a post or visit"),
        text("hashtags", "hashtags of a post, separated by spaces, without #"),
        Column("date", "date", "day the row speaks of"),
        Column("period_days", "number", "days the counts cover", low=0.0),
        count("pageviews", "views of the page in the period"),
        count("exposed", "pageviews in which the element's mid-line was visible"),
        count("clicked_pageviews", "pageviews with at least one click on the element"),
        count("dead_clicks", "clicks that changed nothing"),
        count("rage_clicks", "rapid repeated clicks"),
        Column("derived", "flag", "the clicks are computed from a rate, not counted"),
        share("depth", "share of the page's height above the element"),
        number("x", "share of the page's width left of the click"),
        number("y", "pixels above the click"),
        text("segment_by", "kinds of column whose rules made the segment"),
        text("source", "read the row came from, key of the read report"),
    ),
)

PAGES = Table(
    "pages",
    "a page's statistics in a segment",
    ("segment", "page"),
    (
        must("segment", "audience segment"),
        must("page", "address of the page"),
        text("title", "title of the page"),
        count("views", "page views"),
        count("sessions", "sessions"),
        count("engagement_time", "mean engagement time in seconds"),
        count("clicks", "search clicks"),
        count("impressions", "search impressions"),
        Column("position", "number", "mean rank, 1 = top", low=0.0),
        Column("period_days", "number", "days the counts cover", low=0.0),
        text("segment_by", "kinds of column whose rules made the segment"),
        text("source", "read the row came from, key of the read report"),
    ),
)

TOPICS = Table(
    "topics",
    "a distinct (segment, keyword) in its topic",
    ("segment", "keyword"),
    (
        must("segment", "audience segment"),
        must("keyword", "what people typed, as exported"),
        must("normal", "normal form: equal normal form, equal topic"),
        text("language", "two-letter code, or und"),
        whole("topic", "id of the topic, 0 = most demanded", required=True),
        whole("pillar", "id of the pillar, 0 = most demanded", required=True),
        must("label", "name of the topic, in words people typed"),
        must("pillar_label", "name of the pillar, in words people typed"),
        text("segment_label", "name of the topic among the segment's own keywords"),
        text("terms", "what tells the topic from the others, best first, joined by commas"),
        share("membership", "how well the keyword fits its topic", required=True),
        share("stability", "share of the topic that comes back from half of its keywords"),
        text("intent", "search intent, exported or told by words; NA = nothing tells it"),
        text("intent_from", "export or words"),
        Column("question", "flag", "the keyword asks a question"),
        Column("brand", "flag", "the keyword names the brand; NA = not separated"),
    ),
)

MATCHES = Table(
    "matches",
    "a click row x topic it speaks for, plus one row for the unattributed rest",
    ("click_id", "topic"),
    (
        must("click_id", "key of the click row"),
        must("segment", "audience segment of the click row"),
        whole("topic", "id of the topic; NA = the unattributed rest"),
        share("share", "share of the row's clicks", required=True),
        count("clicks", "clicks attributed: share x clicks of the row", required=True),
        share("similarity", "cosine between text and topic"),
        must("via", "text, target, page or none"),
        Column("furniture", "flag", "site furniture: menu, footer, search box", required=True),
        text("page", "canonical address of the page"),
        text("element", "stable key of the element"),
        text("kind", "element, link or post"),
        text("text", "words on the element or of the post"),
        text("device", "device of the click row"),
        text("channel", "channel of the click row"),
        count("row_clicks", "all clicks of the row"),
        count("pageviews", "views of the page"),
        count("exposed", "exposed pageviews of the element"),
        count("clicked_pageviews", "pageviews with at least one click on the element"),
        count("dead_clicks", "clicks that changed nothing"),
        count("rage_clicks", "rapid repeated clicks"),
        Column("period_days", "number", "days the counts cover", low=0.0),
    ),
)

SCORES = Table(
    "scores",
    "a topic in a segment; sizes per 28 days",
    ("segment", "topic"),
    (
        must("segment", "audience segment"),
        whole("topic", "id of the topic", required=True),
        must("label", "name of the topic"),
        count("n_keywords", "distinct keywords of the segment in the topic", required=True),
        count("demand", "impressions, or searches where there are none", required=True),
        number("demand_low", "demand: lower end of the interval"),
        number("demand_high", "demand: upper end of the interval"),
        must("demand_kind", "impressions or volume"),
        share("demand_share", "share of the segment's demand", required=True),
        *sized("attention", "exposed-and-clicked / exposed pageviews; NA = not on this map"),
        share("attention_share", "share of the segment's attributed clicks"),
        count("map_clicks", "clicks on non-furniture elements attributed to the topic"),
        count("impressions", "raw impressions the effect rests on"),
        count("clicks", "raw search clicks the effect rests on"),
        Column("position", "number", "mean rank by impressions", low=0.0),
        number("ctr", "clicks / impressions"),
        number("ctr_expected", "the same impressions at the site's own curve"),
        *sized("effect", "clicks against the site's own curve, 1 = typical"),
        *sized("shortfall", "clicks missed at today's positions, per 28 days"),
        share("prior_weight", "share of the estimate borrowed from the curve"),
        number("distinctiveness", "log-odds of the topic in the segment against the others"),
        number("distinctiveness_z", "the same in standard errors"),
        share("distinctiveness_q", "Benjamini-Hochberg q-value inside the segment"),
        share("dead_rate", "dead clicks / clicks"),
        count("pages", "pages that serve the topic; NA = no pages known"),
        Column("serving", "texts", "addresses of pages that serve the topic, best first"),
        text("corner", "demand x attention corner, or 'not on this map'"),
        must("action", "improve, create, share or explore"),
        share("p", "one-sided p-value of the action's null"),
        share("q", "Benjamini-Hochberg q-value inside segment x action"),
        must("verdict", "act, wait, skip, suggest or explore"),
        count("needed_impressions", "more impressions that would tell, for wait"),
    ),
)

PROPOSALS = Table(
    "proposals",
    "a proposal",
    ("segment", "rank"),
    (
        must("segment", "audience segment"),
        whole("rank", "place in the segment's list, 1 = first", required=True),
        whole("rank_low", "best place over resamples"),
        whole("rank_high", "worst place over resamples"),
        share("p_top", "share of resamples in the top n_proposals"),
        whole("topic", "id of the topic", required=True),
        must("title", "words for a title"),
        must("action", "improve, create, share or explore"),
        must("verdict", "act, wait, skip, suggest or explore"),
        must("size_unit", "what the size counts, per 28 days"),
        number("size_low", "lower end of the size's interval"),
        number("size_median", "size per 28 days"),
        number("size_high", "upper end of the size's interval"),
        Column("keywords", "texts", "head keywords with demand", required=True),
        Column("questions", "texts", "questions people typed", required=True),
        Column("pages", "texts", "pages that serve the topic", required=True),
        Column("elements", "texts", "elements that speak for the topic", required=True),
        Column("hashtags", "texts", "distinctive words as hashtags", required=True),
        text("channel", "channel, with the counts that speak for it"),
        text("format", "format, with the counts that speak for it"),
        must("reason", "why, in one sentence"),
        Column("evidence", "texts", "ids of the rows it rests on", required=True),
    ),
)

DIALECT = Table(
    "dialect",
    "a word by which a segment speaks of a topic more often than the others do",
    ("segment", "topic", "word"),
    (
        must("segment", "audience segment"),
        whole("topic", "id of the topic", required=True),
        must("word", "the word, as people type it"),
        count("own", "distinct normal forms of the segment's topic with it", required=True),
        count("rest", "distinct normal forms of the others' topic with it", required=True),
        number("delta", "log-odds against the other segments"),
        number("z", "the same in standard errors"),
        share("q", "Benjamini-Hochberg q-value inside the segment"),
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
    DIALECT,
    READS,
    COVERAGE,
    DIAGNOSTICS,
    CURVE,
)
