"""From a source to checked tables: recognize, build, share facts, merge, report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

import pandas as pd

from smo.checks import check_table, empty_table, key_hash
from smo.errors import SmoError, quoted
from smo.read.ask import Ask, check_ask
from smo.read.build import build
from smo.read.bundle import with_bundle_facts
from smo.read.catalog import FORMATS, SHAPES, named
from smo.read.doors import refuse_wrong_door
from smo.read.files import load
from smo.read.format import Draft, Format
from smo.read.given_page import with_given_page
from smo.read.grid import Grid, digest_of
from smo.read.json_tables import is_answer
from smo.read.layers import with_layers
from smo.read.order import sort_with_ties
from smo.read.page_texts import with_saved_pages
from smo.read.periods import span
from smo.read.plain import MAP, mapped, without_page
from smo.read.recognize import header_row
from smo.read.repeats import Flags, find_repeats, rows_twice
from smo.read.reports import record, report_row
from smo.read.sections import tables_in
from smo.read.strangers import refusal
from smo.read.texts import Texts, one_text
from smo.spec import DTYPES, Table
from smo.tables import READS

MOST_LEFT_OUT = 10  # files named of those left out


def read_drafts(source: object, ask: Ask) -> list[Draft]:
    """Return the drafts of every recognized table of the source.

    Raises
    ------
    SmoError
        When an argument is of the wrong kind, or nothing can be read: file and remedy.
    """
    check_ask(ask)
    formats = _candidates(ask)
    drafts: list[Draft] = []
    for segment, part in _segments(source, ask):
        told = replace(ask, segment=segment)
        named = [_named(draft, told) for draft in _recognized(part, told, formats)]
        drafts += with_given_page(named, ask.page)
    return with_saved_pages(with_layers(drafts), ask)


def to_table(drafts: Sequence[Draft], spec: Table, ask: Ask) -> tuple[pd.DataFrame, list[Draft]]:
    """Return the checked table the drafts make, and the drafts as they were kept."""
    mine = {draft.source: draft for draft in drafts if draft.spec.name == spec.name}
    frames = {
        source: check_table(_complete(draft), spec, caller=ask.caller, filled=spec.required)
        for source, draft in sorted(mine.items())
    }
    filled = [frame for frame in frames.values() if len(frame)]
    if not filled:
        return empty_table(spec), _recorded(mine.values())
    frame = filled[0] if len(filled) == 1 else pd.concat(filled, ignore_index=True)
    reads = check_table(
        pd.DataFrame([report_row(draft) for draft in mine.values()]), READS, caller=ask.caller
    )
    left = list(mine.values())
    if len(filled) > 1:
        repeated = find_repeats(frame, reads, spec, refuse=spec.name != "totals")
        sources = frame["source"]
        left = [_left(d, repeated[(sources == d.source).to_numpy(dtype=bool)]) for d in left]
        frame = frame[~repeated] if repeated.any() else frame
    frame = _with_periods(frame, left)
    if spec.name == "clicks":
        frame = frame.assign(click_id=key_hash(frame, spec.key))
    blank = set(spec.names) - _filled_columns(mine.values())
    table, ties = sort_with_ties(frame, [*spec.key, "source"], _texts_of(left), blank)
    twice = rows_twice(table, ties)
    return table, _recorded(_with_twice(draft, twice.get(draft.source, 0)) for draft in left)


def _filled_columns(drafts: Iterable[Draft]) -> set[str]:
    """Return the columns that may hold a value; all others were added to complete the table."""
    own = {str(name) for draft in drafts for name in draft.frame}
    return own | {"source", "period_days", "click_id"}


def _texts_of(drafts: Sequence[Draft]) -> Mapping[str, Texts]:
    """Return the texts of a table of one draft, where they are known by their distinct ones."""
    filled = [draft for draft in drafts if len(draft.frame)]
    if len(filled) != 1:
        return {}
    return filled[0].texts


def _recorded(drafts: Iterable[Draft]) -> list[Draft]:
    kept = list(drafts)
    for draft in kept:
        record(draft)
    return kept


def _with_twice(draft: Draft, number: int) -> Draft:
    if not number:
        return draft
    return draft.note(
        f"{number} {'row repeats' if number == 1 else 'rows repeat'} another of this file in all "
        "columns read, kept as further parts of a sum: if they are copies, take them out"
    )


def _left(draft: Draft, repeated: Flags) -> Draft:
    """Return the draft without its repeated rows, and the days that only it holds."""
    if not repeated.any():
        return draft
    mask = pd.Series(repeated, index=draft.frame.index)
    same = "" if draft.period.known else ", whose period is unknown too"
    left = draft.drop(mask, f"identical row in another file{same}")
    days = left.frame["date"].dropna() if "date" in left.frame else pd.Series(dtype=object)
    # Days of posts are no period, with or without the repeated ones.
    if days.empty or not draft.period.known:
        return left
    return replace(left, period=span(days.min().date(), days.max().date()))


def _with_periods(frame: pd.DataFrame, drafts: Sequence[Draft]) -> pd.DataFrame:
    """Set the period of dated sources anew: days of another file must not count twice."""
    if "date" not in frame or "period_days" not in frame:
        return frame
    fewer = {d.source: d.period.days for d in drafts if d.drops and "date" in d.frame}
    if not fewer:
        return frame
    days = frame["source"].map(fewer).astype(DTYPES["number"])
    return frame.assign(period_days=days.fillna(frame["period_days"]))


def no_rows(drafts: Sequence[Draft], ask: Ask) -> SmoError:
    """Return the error for an export whose tables hold no row."""
    names = quoted(dict.fromkeys(draft.grid.name for draft in drafts))
    why = "; ".join(f"{n} {reason}" for d in drafts for reason, n in d.drops)
    return SmoError(
        f"no row is left to read{f' ({why})' if why else ', only headers'}",
        where=f"{ask.caller}: {names}",
        remedy="export a longer period or other filters",
    )


def _candidates(ask: Ask) -> list[Format]:
    if ask.columns is not None:
        formats = mapped(ask.columns, ask.tables, caller=ask.caller)
    elif ask.format is not None:
        formats = [named(ask.format, caller=ask.caller)]
    else:
        formats = list(FORMATS)
    if ask.page is None:
        return formats
    return [without_page(fmt) if fmt.name == MAP else fmt for fmt in formats]


def _segments(source: object, ask: Ask) -> Iterator[tuple[str | None, object]]:
    """Yield segment and source; a mapping gives one or more sources for each segment."""
    if not isinstance(source, Mapping) or is_answer(source, SHAPES):
        yield ask.segment, source
        return
    if ask.segment is not None:
        raise SmoError(
            f"'segment' is {ask.segment!r} but the mapping names segments itself",
            where=ask.caller,
            remedy="leave 'segment' out, or give the paths without names",
        )
    if not source:
        raise SmoError("the mapping names no segment", where=ask.caller)
    for name, part in source.items():
        if not isinstance(name, str) or not name.strip():
            raise SmoError(f"a segment must have a name, got {name!r}", where=ask.caller)
        yield name, part


def _recognized(source: object, ask: Ask, formats: Sequence[Format]) -> list[Draft]:
    loaded = load(source, SHAPES, caller=ask.caller)
    drafts: list[Draft] = []
    strangers: list[Grid] = []
    for whole in loaded.grids:
        for grid, found in tables_in(whole, formats):
            if found is not None:
                drafts.append(build(grid, found))
                drafts += [build(grid, other, companion=True) for other in found.also]
            elif grid.explicit or header_row(grid):
                strangers.append(grid)
    refused = [grid for grid in strangers if grid.explicit]
    if refused or not drafts:
        worst = max(refused or strangers or loaded.grids, key=lambda grid: len(grid.rows))
        raise refusal(worst, ask, formats)
    refuse_wrong_door(drafts, ask)
    left = [*(grid.name for grid in strangers), *loaded.skipped]
    return with_bundle_facts(_with_left_out(drafts, left))


def _with_left_out(drafts: Sequence[Draft], left: Sequence[str]) -> list[Draft]:
    """Say what lay beside the tables and was not read: in full once for each kind of table."""
    if not left:
        return list(drafts)
    whole = f"left out beside it: {quoted(left, limit=MOST_LEFT_OUT)}"
    told: dict[str, str] = {}
    noted = []
    for draft in drafts:
        first = told.setdefault(draft.spec.name, draft.grid.name)
        again = len(left) > 1 and first != draft.grid.name
        noted.append(draft.note(f"{len(left)} left out beside it, see {first}" if again else whole))
    return noted


def _named(draft: Draft, ask: Ask) -> Draft:
    """Give the draft its segment and source."""
    segment = ask.segment or draft.segment or "all"
    told = ask.segment, sorted((ask.columns or {}).items()), draft.companion and draft.spec.name
    digest = digest_of(draft.grid.digest + repr(told)) if any(told) else draft.grid.digest
    frame = draft.frame.copy(deep=False)
    if "segment" in frame and ask.segment is None:
        frame["segment"] = frame["segment"].fillna(segment)
        segment = ", ".join(sorted(frame["segment"].unique())) or segment
    else:
        frame["segment"] = one_text(segment, frame.index)
    return replace(draft, frame=frame, segment=segment, source=f"{draft.grid.name}#{digest}")


def _complete(draft: Draft) -> pd.DataFrame:
    """Return the frame with source and period; a required cell left empty is named."""
    frame = draft.frame.assign(source=one_text(draft.source, draft.frame.index))
    if "period_days" in draft.spec.names and draft.period.known:
        days = pd.Series(draft.period.days, index=frame.index, dtype=DTYPES["number"])
        frame["period_days"] = frame["period_days"].fillna(days) if "period_days" in frame else days
    for name in draft.spec.required:
        if draft.is_full(name):
            continue
        gap = frame[name].isna() if name in frame else pd.Series(data=True, index=frame.index)
        if gap.any():
            if name == "page" and gap.all():
                raise SmoError(
                    "the export does not name its page",
                    where=draft.grid.name,
                    remedy="give the page: page='https://...'",
                )
            raise SmoError(
                f"{draft.grid.place(int(frame.index[gap][0]))}: {name!r} is missing",
                where=draft.grid.name,
                remedy="mend the row or leave it out",
            )
    return frame
