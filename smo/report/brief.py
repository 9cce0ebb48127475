"""One page for whoever writes: what to make of one topic, for whom, in which words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from smo.errors import SmoError, nearest
from smo.report.drill import drill_tables
from smo.report.inert import MAX_SENTENCE, markdown_link, markdown_paragraph, markdown_text
from smo.report.strategy import Mini
from smo.report.view import Plan
from smo.report.words import known_word, segment_name, word

LISTS = ("questions", "pages", "elements", "hashtags")


def render_brief(plan: Plan, topic: int | str, segment: str | None = None) -> str:
    """Return the brief of a topic that the plan proposes.

    Parameters
    ----------
    plan : Plan
        Tables and settings.
    topic : int or str
        Id of the topic, or the title of its proposal in any case.
    segment : str, optional
        Segment to write for; where several propose the topic, all are written one below another.

    Returns
    -------
    str
        Markdown; every text escaped, only http and https addresses are links.

    Raises
    ------
    SmoError
        When no proposal has the topic.
    """
    rows = _proposed(plan.proposals, topic, segment)
    tables = drill_tables(plan)
    language = plan.settings.report_language
    terms = plan.topics.drop_duplicates("topic").set_index("topic")["terms"].to_dict()
    blocks: list[str] = []
    for row in rows.sort_values(["segment", "rank"]).to_dict("records"):
        number = int(row["topic"])
        head = f"# {markdown_text(row['title'])}"
        whom = word("segment_title", language).format(
            segment=markdown_text(segment_name(row["segment"], language))
        )
        verdict = known_word("verdict", row["verdict"], language)
        action = known_word("action", row["action"], language)
        blocks += [head, f"{whom} · **{markdown_text(verdict)}** · {markdown_text(action)}"]
        blocks.append(markdown_paragraph(row["reason"], limit=MAX_SENTENCE))
        stop = known_word("stop", row["action"], language)
        blocks.append(f"**{word('stop', language)}** {markdown_text(stop)}.")
        blocks += _lists(row, terms.get(number), language)
        blocks += _keywords(tables.get((str(row["segment"]), number)))
    return "\n\n".join(blocks) + "\n"


def _proposed(proposals: pd.DataFrame, topic: int | str, segment: str | None) -> pd.DataFrame:
    rows = proposals if segment is None else proposals[proposals["segment"] == segment]
    if isinstance(topic, str):
        found = rows[rows["title"].str.casefold() == topic.strip().casefold()]
    else:
        found = rows[rows["topic"] == topic]
    if len(found):
        return found
    where = "brief" if segment is None else f"brief of {segment!r}"
    near = nearest(str(topic), rows["title"].astype(str).tolist())
    remedy = f"did you mean {near!r}?" if near else "plan.proposals has the topics and titles"
    raise SmoError(f"the plan proposes no topic {topic!r}", where=where, remedy=remedy)


def _lists(row: Mapping[Any, Any], terms: object, language: str) -> list[str]:
    blocks = []
    for name in LISTS:
        items = row[name]
        if isinstance(items, list) and items:
            write = markdown_link if name == "pages" else markdown_text
            lines = "\n".join(f"- {write(item)}" for item in items)
            blocks.append(f"## {word(name, language)}\n\n{lines}")
    facts = {"terms": terms, "channel": row["channel"], "content_format": row["format"]}
    told = [
        f"- {word(label, language)}{word('colon', language)} {markdown_text(fact)}"
        for label, fact in facts.items()
        if isinstance(fact, str)
    ]
    return [*blocks, "\n".join(told)] if told else blocks


def _keywords(table: Mini | None) -> list[str]:
    if table is None:
        return []
    rows = [table.heads, ("---",) * len(table.heads)]
    lines = [" | ".join(rows[0]), " | ".join(rows[1])]
    lines += [" | ".join(map(markdown_text, (label, *cells))) for label, cells in table.rows]
    return [f"## {table.title}", "\n".join(f"| {line} |" for line in lines)]
