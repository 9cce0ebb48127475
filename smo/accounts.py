"""Tables about an analysis: what was read, which links exist, what can be said of them."""

from __future__ import annotations

from smo.spec import Column, Table, count, must, number, share, sized, text, whole

READS = Table(
    "reads",
    "one table read from one file or frame",
    ("source",),
    (
        must("source", "key that the rows carry"),
        must("file", "name of the file, archive member or frame"),
        must("table", "keywords, pages, clicks or totals"),
        must("format", "name of the recognized format"),
        text("segment", "segment given to the rows"),
        text("encoding", "encoding of the bytes"),
        count("rows_read", "data rows found in the file", required=True),
        count("rows_kept", "rows of the table made from them", required=True),
        text("dropped", "rows left out, counted by reason"),
        text("unused", "columns left out"),
        Column("period_start", "date", "first day"),
        Column("period_end", "date", "last day"),
        count("period_days", "days of the period"),
        count("total_clicks", "clicks by the file's own total or chart"),
        count("total_impressions", "impressions by the file's own total or chart"),
        count("sum_clicks", "clicks summed over the rows kept"),
        count("sum_impressions", "impressions summed over the rows kept"),
        Column("cut_on_outcome", "flag", "no row without a click: cut on the outcome"),
        text("notes", "what else the reader saw, in sentences"),
    ),
)

COVERAGE = Table(
    "coverage",
    "a kind of link between the tables, in a segment",
    ("segment", "link"),
    (
        must("segment", "audience segment"),
        must("link", "map page - page row, text - topic, target - topic, page - topic"),
        count("possible", "rows that could carry the link", required=True),
        count("found", "rows that do", required=True),
        count("clicks", "clicks carried by the rows that do", required=True),
        share("click_share", "share of the segment's clicks"),
    ),
)

DIAGNOSTICS = Table(
    "diagnostics",
    "one fact about what the data can and cannot say",
    ("segment", "code"),
    (
        must("segment", "audience segment, or 'all'"),
        must("code", "name of the fact"),
        number("value", "its number"),
        must("unit", "what the number counts, or empty"),
        must("message", "the fact in a sentence of the report language"),
        must("level", "fact, warning or cure"),
    ),
)

CURVE = Table(
    "curve",
    "a number of topics that was tried",
    ("n_topics",),
    (
        whole("n_topics", "number of topics", required=True),
        number("silhouette", "mean cosine silhouette, -1..1"),
        Column("chosen", "flag", "the number taken", required=True),
    ),
)

SCENT = Table(
    "scent",
    "a topic on a page where what brings people differs from what they click",
    ("segment", "page", "topic"),
    (
        must("segment", "audience segment"),
        must("page", "canonical address of the page"),
        whole("topic", "id of the topic", required=True),
        must("label", "name of the topic"),
        must("finding", "not offered, passed over or sought besides"),
        count("arrived", "search clicks, or impressions, of the page's queries", required=True),
        must("arrived_by", "clicks or impressions"),
        *sized("arrived_share", "share of what brings people to the page"),
        count("clicked", "clicks on the page's elements that speak for the topic", required=True),
        *sized("clicked_share", "share of the clicks on the page that speak for a topic"),
        number("difference", "clicked_share less arrived_share"),
        share("q", "Benjamini-Hochberg q-value inside the segment"),
    ),
)
