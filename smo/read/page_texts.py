"""Selectors of click maps become words, addresses and roles, by saved copies of the pages."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from smo.errors import SmoError, quoted
from smo.read.ask import Ask, Html
from smo.read.format import Draft
from smo.read.grid import digest_of
from smo.read.html_elements import Shown, shown
from smo.read.html_page import SavedPage, saved_page
from smo.spec import DTYPES
from smo.tables import CLICKS
from smo.text.urls import canonical_url

# More places that look alike are compared no further.
MAX_ALIKE = 50
NOTHING = Shown(None, None, None)
FILLED = ("text", "target", "role")


@dataclass(frozen=True, slots=True)
class Found:
    """What a saved page says of one selector: how often it is there, and what it shows.

    `times` is None for what is no selector. `alike` says whether all places show the same words.
    """

    times: int | None
    shows: Shown = NOTHING
    alike: bool = True


def with_saved_pages(drafts: Sequence[Draft], ask: Ask) -> list[Draft]:
    """Return the drafts, the elements of click maps having the words of the saved page.

    Words and addresses that the export itself tells are kept.

    Raises
    ------
    SmoError
        When no click map has selectors or is of a page given, or one page stands for several.
    """
    if ask.html is None:
        return list(drafts)
    maps = [draft for draft in drafts if draft.spec.name == CLICKS.name and len(draft.frame)]
    by_selector = [draft for draft in maps if draft.format.selectors]
    if not maps and "keywords" in ask.tables:
        return list(drafts)
    if not by_selector:
        raise SmoError(
            f"'html' is given, but no table names elements by CSS selectors: {_formats(drafts)}",
            where=ask.caller,
            remedy="leave 'html' out; it serves the maps of Clarity, Hotjar and their like",
        )
    own = {name: key for draft in by_selector for name, key in _pages(draft).items()}
    copies = _copies(ask.html, own, ask.caller)
    told = {id(draft): _told(draft, copies) for draft in by_selector}
    return [told.get(id(draft), draft) for draft in drafts]


def _formats(drafts: Sequence[Draft]) -> str:
    return quoted(dict.fromkeys(draft.format.name for draft in drafts), limit=3)


def _pages(draft: Draft) -> dict[str, str]:
    """Return the pages of a map, as exported, with their canonical addresses."""
    if "page" not in draft.frame:
        return {}
    return {str(name): _key(str(name)) for name in draft.frame["page"].dropna().unique()}


def _key(address: str) -> str:
    return canonical_url(address) or address


def _copies(html: Html, own: Mapping[str, str], caller: str) -> Callable[[str], SavedPage | None]:
    """Return the saved page of each address, each file being parsed once."""
    pages = sorted(set(own.values()))
    if not isinstance(html, Mapping):
        if len(pages) > 1:
            raise SmoError(
                f"'html' is one saved page, but the maps are of {len(pages)}: "
                f"{quoted(sorted(own), limit=3)}",
                where=caller,
                remedy="give each its own: html={'https://shop.example/': 'home.html', ...}",
            )
        one = saved_page(html)
        return lambda _: one
    paths = {_key(address): path for address, path in html.items()}
    copies = {key: saved_page(paths[key]) for key in pages if key in paths}
    if not copies:
        raise SmoError(
            f"'html' names {quoted(html, limit=3)}, but the maps are of "
            f"{quoted(sorted(own), limit=3)}",
            where=caller,
            remedy="name the pages as the maps do",
        )
    return copies.get


def _told(draft: Draft, copies: Callable[[str], SavedPage | None]) -> Draft:
    frame = draft.frame
    keys = _pages(draft)
    digest, missing = draft.source, list[str]()
    for name in sorted(keys):
        copy = copies(keys[name])
        if copy is None:
            missing.append(name)
            continue
        rows = frame.index[frame["page"] == name]
        found = {str(s): _found(copy, str(s), name) for s in frame.loc[rows, "element"].unique()}
        frame = _filled(frame, rows, found)
        draft = draft.note(_account(copy.name, draft.frame.loc[rows], found))
        digest = digest_of(digest + copy.digest)
    if missing:
        draft = draft.note(f"no saved page was given for {quoted(missing, limit=3)}")
    if digest == draft.source:
        return draft
    # The same file read with another saved page gives other rows, so it is another source.
    return replace(draft, frame=frame, source=f"{draft.grid.name}#{digest}")


def _found(page: SavedPage, selector: str, address: str) -> Found:
    nodes = page.find(selector)
    if not nodes:
        return Found(None if nodes is None else 0)
    shows = [shown(node, page, address) for node in nodes[:MAX_ALIKE]]
    whole = len(nodes) <= MAX_ALIKE
    same = {name: len({getattr(one, name) for one in shows}) == 1 and whole for name in FILLED}
    common = Shown(**{name: getattr(shows[0], name) if same[name] else None for name in FILLED})
    return Found(len(nodes), common, same["text"])


def _filled(frame: pd.DataFrame, rows: pd.Index[Any], found: Mapping[str, Found]) -> pd.DataFrame:
    """Return the frame with words and addresses where it had none, and the roles found."""
    elements = frame.loc[rows, "element"]
    made = frame.copy()
    for name in FILLED:
        told = [getattr(found[str(one)].shows, name) for one in elements]
        new = pd.Series(told, index=rows, dtype=DTYPES["text"]).reindex(frame.index)
        old = frame.get(name, pd.Series(pd.NA, index=frame.index, dtype=DTYPES["text"]))
        made[name] = new.fillna(old) if name == "role" else old.fillna(new)
    return made


def _account(name: str, rows: pd.DataFrame, found: Mapping[str, Found]) -> str:
    """Return one sentence: how many selectors the page holds, and the clicks on each kind."""
    clicks = rows["clicks"].groupby(rows["element"].astype(str)).sum()
    total = f"{len(found)} selectors ({float(clicks.sum()):g} clicks)"

    def said(chosen: Callable[[Found], bool]) -> str:
        names = [one for one in found if chosen(found[one])]
        return f"{len(names)} ({float(clicks.reindex(names).sum()):g})"

    unlike = said(lambda one: (one.times or 0) > 1 and not one.alike)
    parts = [
        f"found once {said(lambda one: one.times == 1)}",
        f"several times {said(lambda one: (one.times or 0) > 1)}",
        *([f"of these with different words {unlike}"] if unlike[0] != "0" else []),
        f"not found {said(lambda one: one.times == 0)}",
    ]
    if any(one.times is None for one in found.values()):
        parts.append(f"not readable as selectors {said(lambda one: one.times is None)}")
    worded = said(lambda one: one.shows.text is not None)
    return f"the saved page {name} has words for {worded} of {total}: {', '.join(parts)}"
