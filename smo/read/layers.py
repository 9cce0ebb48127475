"""Maps of one page that count different clicks (all, dead, rage) become one table of elements."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pandas as pd

from smo.checks import key_hash
from smo.errors import SmoError
from smo.read.format import Draft
from smo.spec import DTYPES
from smo.tables import CLICKS

# Dead clicks come first: of clicks that are both, they are the more.
_ORDER = ("", "dead_clicks", "rage_clicks")
# What must be alike for two maps to be of the same page views.
_MAP = tuple(name for name in CLICKS.key if name not in ("element", "target"))


def with_layers(drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts, the dead and rage clicks of a page standing beside all its clicks.

    A row of a dead click map whose element another map of the same page, segment, device and
    period holds moves there; an element that only the dead click map holds stays a row, its
    clicks being its dead clicks: it had so many at least. An element that the dead click map
    does not hold had none.

    Raises
    ------
    SmoError
        When the maps disagree on a number that both tell, such as the views of the page.
    """
    named = {draft.source: draft for draft in drafts}
    maps = [draft for draft in named.values() if draft.spec.name == CLICKS.name]
    if not any(draft.format.layer for draft in maps):
        return list(drafts)
    by_rank = sorted(maps, key=lambda draft: (_ORDER.index(draft.format.layer), draft.source))
    done: list[Draft] = []
    for draft in by_rank:
        rest = draft
        for place, base in enumerate(done):
            if draft.format.layer and base.format.family == draft.format.family:
                done[place], rest = _joined(base, rest)
        done.append(rest)
    told = {draft.source: draft for draft in done}
    return [told.get(draft.source, draft) for draft in drafts]


def _joined(base: Draft, layer: Draft) -> tuple[Draft, Draft]:
    """Return the base with the clicks of the layer's elements, and the layer without them."""
    name = layer.format.layer
    if base.format.layer == name or not len(layer.frame):
        return base, layer
    same = _keys(base, _MAP).isin(set(_keys(layer, _MAP)))
    if not same.any():
        return base, layer
    keys, theirs = _keys(base, CLICKS.key), _keys(layer, CLICKS.key)
    counts = layer.frame["clicks"].groupby(theirs).sum(min_count=1)
    # An element that stands twice in one map is two parts of a sum: the first one takes all.
    found = keys.where(~keys.duplicated()).map(counts).astype(DTYPES["number"])
    frame = base.frame.copy()
    old = frame.get(name, pd.Series(pd.NA, index=frame.index)).astype(DTYPES["number"])
    _refuse_others(base, layer, (keys, theirs), (old, found))
    told = found.fillna(0.0).where(same | found.notna())
    frame[name] = old.where(old.fillna(0.0) > 0, told)
    if base.format.layer:
        frame["clicks"] = pd.concat([frame["clicks"], found], axis=1).max(axis=1)
    moved = theirs.isin(set(keys))
    words = name.replace("_", " ")
    layer = layer.drop(moved, f"{words} counted beside the clicks of {base.grid.name}")
    return _noted(replace(base, frame=frame), layer, name, int((same & found.isna()).sum()))


def _noted(base: Draft, layer: Draft, name: str, none: int) -> tuple[Draft, Draft]:
    words = name.replace("_", " ")
    base = base.note(
        f"{words} are those of {layer.grid.name}, which does not hold {none} of the elements: "
        "they count 0"
    )
    odd = int((base.frame[name] > base.frame["clicks"]).fillna(value=False).sum())
    if odd:
        base = base.note(f"{odd} elements have more {words} than clicks")
    if len(layer.frame):
        layer = layer.note(
            f"{len(layer.frame)} elements are not in {base.grid.name}: their clicks are their "
            f"{words}, the least they can be"
        )
    return base, layer


def _refuse_others(
    base: Draft,
    layer: Draft,
    keys: tuple[pd.Series[Any], pd.Series[Any]],
    counts: tuple[pd.Series[Any], pd.Series[Any]],
) -> None:
    """Raise when two maps of a page tell different views, or two layers different counts."""
    name = layer.format.layer
    old, found = counts
    differs = old.notna() & found.notna() & (old != 0) & (old != found)
    if differs.any():
        raise _contradiction(base, layer, base.frame.index[differs][0], name, (old, found))
    if "pageviews" not in base.frame or "pageviews" not in layer.frame:
        return
    theirs = keys[0].map(layer.frame["pageviews"].groupby(keys[1]).first())
    theirs = theirs.astype(DTYPES["number"])
    differs = (base.frame["pageviews"] != theirs).fillna(value=False)
    if differs.any():
        mine = base.frame["pageviews"]
        raise _contradiction(base, layer, base.frame.index[differs][0], "pageviews", (mine, theirs))


def _contradiction(
    base: Draft,
    layer: Draft,
    row: int,
    name: str,
    values: tuple[pd.Series[Any], pd.Series[Any]],
) -> SmoError:
    element = base.frame.loc[row, "element"]
    return SmoError(
        f"{element!r} has different numbers in {base.grid.name} and {layer.grid.name} ({name} "
        f"{values[0][row]:g} and {values[1][row]:g}), for the same page and period",
        where="two reads",
        remedy="export both maps once more on the same day, or give one of the two",
    )


def _keys(draft: Draft, names: Sequence[str]) -> pd.Series[Any]:
    """Return a hash of each row's key and period."""
    frame = draft.frame.reindex(columns=list(names))
    period = draft.period
    return key_hash(
        frame.assign(_period=f"{period.start}/{period.end}/{period.days}"), [*names, "_period"]
    )
