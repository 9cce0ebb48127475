"""A plan as Markdown: first what the data can say, then each segment's proposals."""

from __future__ import annotations

from collections.abc import Sequence

from smo.extras import Extras
from smo.report.beyond import SegmentParts, beyond_plan
from smo.report.grid import Grid
from smo.report.inert import MAX_SENTENCE, markdown_link, markdown_paragraph, markdown_text
from smo.report.methods import SOURCES, method_notes
from smo.report.numbers import decimal
from smo.report.part import Part
from smo.report.proposals import ItemList, ProposalView
from smo.report.scent import HEADS, ScentTable
from smo.report.topics import TopicTable
from smo.report.view import Plan, PlanView, SegmentView, plan_view, topics_caption
from smo.report.words import word

_escaped = markdown_text


def render_markdown(plan: Plan, extras: Extras | None = None) -> str:
    """Return the plan as Markdown, in the language of its settings.

    Parameters
    ----------
    plan : Plan
        Tables, settings and version.
    extras : Extras, optional
        Tables made beside the plan; each is told where it has rows, without figures.

    Returns
    -------
    str
        Lines end in a line feed. Every text of the tables is escaped; only http and https
        addresses are links.
    """
    view, found = plan_view(plan), beyond_plan(plan, extras)
    anchors = [part.anchor for part in view.segments]
    more = dict(zip(anchors, found.segments.values(), strict=False))
    blocks = [
        f"# {word('title', view.language)}",
        _sentence(view.summary),
        *_diagnostics(view),
        *_coverage(view),
        *(
            block
            for segment in view.segments
            for block in [
                *_segment(segment, view),
                *_beyond(more.get(segment.anchor), view.language),
            ]
        ),
        *([] if view.segments else [word("plan_none", view.language)]),
        *(
            block
            for section in found.sections
            for block in [f"## {section.title}", *_part(section.part, section.title)]
        ),
        *_reads(view),
        *_notes(view),
    ]
    return "\n\n".join(blocks) + "\n"


def _diagnostics(view: PlanView) -> list[str]:
    lines = [
        f"- **{_escaped(level.level_word)}**{_of(said.segments)}: {_sentence(said.text)}"
        for level in view.levels
        for said in level.sentences
    ]
    blocks = [f"## {word('diagnostics', view.language)}"]
    blocks += ["\n".join(lines)] if lines else []
    blocks += [_grid(view.findings)] if view.findings else []
    return blocks if len(blocks) > 1 else [*blocks, word("diagnostics_none", view.language)]


def _of(segments: str) -> str:
    return f" ({_sentence(segments)})" if segments else ""


def _coverage(view: PlanView) -> list[str]:
    blocks = [f"### {word('coverage', view.language)}"]
    if view.coverage is None:
        blocks.append(word("coverage_none", view.language))
    else:
        blocks += [word("coverage_caption", view.language) + ".", _grid(view.coverage)]
    return blocks + ([_sentence(view.links_left_out)] if view.links_left_out else [])


def _grid(grid: Grid) -> str:
    rows = [(label, *cells) for label, cells in grid.rows]
    return _lines((grid.corner, *grid.columns), rows)


def _reads(view: PlanView) -> list[str]:
    title = f"## {word('reads', view.language)}"
    if not view.reads:
        return [title, view.reads_summary]
    heads = ("file", "table", "format", "segment", "period", "rows", "read_notes")
    rows = [
        (r.file, r.table, r.format, r.segment, r.period, r.rows, "; ".join(r.remarks))
        for r in view.reads
    ]
    return [title, _escaped(view.reads_summary) + ".", _table(heads, rows, view.language)]


def _segment(segment: SegmentView, view: PlanView) -> list[str]:
    title = word("segment_title", view.language).format(segment=_escaped(segment.name))
    blocks = [f"## {title}", _sentence(segment.note)]
    blocks += [segment.order] if segment.order else []
    blocks += [segment.meanings + "."] if segment.meanings else []
    blocks += [block for item in segment.proposals for block in _proposal(item, view.language)]
    topics = segment.topics
    if topics.rows:
        blocks += [f"### {word('topics', view.language)}", *_topics(topics, segment.name, view)]
    if segment.scent:
        blocks += [f"### {word('scent', view.language)}", *_scent(segment.scent, view.language)]
    return blocks


def _beyond(parts: SegmentParts | None, language: str) -> list[str]:
    if parts is None:
        return []
    blocks = _part(parts.measurement)
    for part, name in ((parts.ways, "interaction"), (parts.people, "influence")):
        if part:
            blocks += [f"### {word(f'element.{name}', language)}", *_part(part)]
    return blocks


def _part(part: Part, title: str = "") -> list[str]:
    blocks = [markdown_paragraph(part.note)] if part.note else []
    for caption, grid in part.tables:
        blocks += [markdown_paragraph(caption) + ":"] if caption != title else []
        blocks.append(_grid(grid))
    return blocks


def _proposal(item: ProposalView, language: str) -> list[str]:
    size = f"{item.size} ({item.size_range})" if item.size_range else item.size
    lines = [
        _line(word("size", language), _escaped(size)),
        *(_list(items, language) for items in item.lists),
        *(_line(label, _escaped(text)) for label, text in item.notes),
        *([f"- {item.steady}"] if item.steady else []),
    ]
    return [
        f"### {item.rank}. {_escaped(item.title)}",
        " · ".join(f"**{_escaped(text)}**" for text in (item.verdict_word, item.action) if text),
        markdown_paragraph(item.reason, limit=MAX_SENTENCE),
        "\n".join(lines),
    ]


def _line(label: str, text: str) -> str:
    return f"- {label}: {text}"


def _list(items: ItemList, language: str) -> str:
    write = markdown_link if items.name == "pages" else markdown_text
    texts = [write(text) for text in items.items]
    return _line(word(items.name, language), "; ".join([*texts, *filter(None, [items.more])]))


def _topics(topics: TopicTable, segment: str, view: PlanView) -> list[str]:
    caption = topics_caption(topics, segment, view)
    rows = [(row.label, *(cell.text for cell in row.cells)) for row in topics.rows]
    blocks = [_escaped(caption, limit=MAX_SENTENCE)]
    blocks.append(_table(("topic", *topics.columns), rows, view.language))
    behind = len(topics.tail) + topics.rest
    if behind:
        blocks.append(word("topics_rest", view.language).format(n=decimal(behind, view.language)))
    return blocks


def _scent(scent: ScentTable, language: str) -> list[str]:
    blocks = [_sentence(scent.caption), _table(HEADS, scent.rows, language)]
    return blocks + ([scent.more] if scent.more else [])


def _table(heads: tuple[str, ...], rows: Sequence[tuple[str, ...]], language: str) -> str:
    return _lines(tuple(word(head, language) for head in heads), rows)


def _lines(heads: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    lines = [
        [_escaped(head) for head in heads],
        ["---"] * len(heads),
        *([_escaped(cell) for cell in row] for row in rows),
    ]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def _sentence(text: str) -> str:
    return _escaped(text, limit=MAX_SENTENCE)


def _notes(view: PlanView) -> list[str]:
    return [
        f"## {word('methods', view.language)}",
        *method_notes(view.language),
        f"{word('sources', view.language)}:",
        "\n".join(f"- {_escaped(source, limit=MAX_SENTENCE)}" for source in SOURCES),
        f"## {word('settings', view.language)}",
        _table(("setting", "value"), view.settings, view.language),
        word("version", view.language).format(version=_escaped(view.version)),
    ]
