"""What to say of a table that came in by the wrong door."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from smo.errors import SmoError
from smo.read.ask import Ask
from smo.read.format import Draft

MAIN = ("keywords", "clicks", "pages")
# What it is, and what to do, of one table alone.
DOORS = {
    "keywords": ("it holds keywords", "use read_keywords"),
    "clicks": ("this is a click map", "use read_clicks"),
    "pages": ("it holds page statistics", "use read_pages"),
    "totals": (
        "it holds totals only",
        "use read_export, whose .totals keeps them, or give the whole export",
    ),
    "filters": (
        "it holds filters only",
        "give the zip or folder of the whole export to read_export",
    ),
}
# Name of a table after "no", and where to get one that is not there.
WORDS = {
    "keywords": ("keywords", "export the queries, or give a keyword table of another tool"),
    "clicks": ("click map", "a click map comes from another tool, such as Crazy Egg"),
    "pages": ("page statistics", "export the pages too, or give those of an analytics tool"),
}


def refuse_wrong_door(drafts: Sequence[Draft], ask: Ask) -> None:
    """Raise when the tables read are not those the caller asked for.

    Raises
    ------
    SmoError
        Naming what the file or the whole export holds, and who reads it.
    """
    if set(ask.tables) >= set(MAIN) or not drafts:
        return
    wanted = [draft for draft in drafts if draft.spec.name in ask.tables]
    wrong = [
        draft
        for draft in drafts
        if draft.grid.explicit
        and draft.spec.name in MAIN
        and draft.spec.name not in ask.tables
        # The same rows may give another table that was asked for.
        and not any(draft.grid is other.grid for other in wanted)
    ]
    if wanted and not wrong:
        return
    if not wanted and len(_kinds(drafts)) > 1:
        raise _whole_export(drafts, ask)
    main = [draft for draft in drafts if draft.spec.name in MAIN]
    raise _one_table((wrong or main or list(drafts))[0], ask)


def _kinds(drafts: Sequence[Draft]) -> list[str]:
    return list(dict.fromkeys(draft.spec.name for draft in drafts))


def _one_table(draft: Draft, ask: Ask) -> SmoError:
    problem, remedy = DOORS[draft.spec.name]
    if "clicks" in ask.tables:
        # The whole export would not help: Google's have no click map either.
        there = WORDS["clicks"][1]
        remedy = f"{remedy}; {there}" if draft.spec.name != "filters" else there
    if draft.format.family == "plain" and "clicks" in ask.tables:
        remedy += "; or tell its element and clicks by columns={ours: theirs}"
    return SmoError(f"{problem} ({draft.format.name})", where=draft.grid.name, remedy=remedy)


def _whole_export(drafts: Sequence[Draft], ask: Ask) -> SmoError:
    """Return the error for several tables none of which is the one asked for."""
    absent, source = WORDS[ask.tables[0]]
    families = dict.fromkeys(d.format.family for d in drafts)
    vendors = [*families] if len(families) == 1 and "plain" not in families else []
    kinds = sorted(_kinds(drafts), key=lambda kind: (kind not in MAIN, kind))
    held = ", ".join(WORDS[kind][0] if kind in WORDS else kind for kind in kinds)
    where = _where(drafts)
    return SmoError(
        f"this {' '.join([*vendors, 'export'])} has no {absent}: it holds {held}",
        where=where,
        remedy=f"use read_export for what it holds; {source}",
    )


def _where(drafts: Sequence[Draft]) -> str:
    """Return the one file that holds all the tables, else their folder, else some names."""
    files = {draft.grid.name.partition("/")[0].partition(" (table ")[0] for draft in drafts}
    bundles = list(dict.fromkeys(draft.grid.bundle for draft in drafts))
    if len(files) == 1:
        return files.pop()
    if len(bundles) == 1:
        return Path(bundles[0]).name or bundles[0]
    return ", ".join(draft.grid.name for draft in drafts[:3])
