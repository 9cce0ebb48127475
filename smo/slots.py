"""Tables as attributes that nobody can change: a copy comes out, what goes in is checked."""

from __future__ import annotations

import weakref
from collections.abc import Callable
from dataclasses import dataclass
from typing import overload

import pandas as pd

from smo.checks import check_table, empty_table
from smo.tables import Table


@dataclass(frozen=True, slots=True)
class _Drawn:
    """What a notebook asks a frame for; the weak reference lets the frame go when it is dropped."""

    draw: Callable[[pd.DataFrame, Table], str]
    spec: Table
    frame: weakref.ref[pd.DataFrame]

    def __call__(self) -> str | None:
        frame = self.frame()
        return None if frame is None else self.draw(frame, self.spec)


class Frame:
    """A table of the plan: checked on the way in, a fresh copy on the way out.

    The copy is deep because a shallow one shares its masks and lists even under
    copy-on-write; a million keywords cost 25 ms (pandas 3.1).
    """

    def __init__(self, spec: Table, *, optional: bool = False) -> None:
        self.spec = spec
        self.optional = optional

    def __set_name__(self, owner: type, name: str) -> None:
        self.slot = f"_{name}"

    @overload
    def __get__(self, plan: None, owner: type) -> None: ...

    @overload
    def __get__(self, plan: object, owner: type) -> pd.DataFrame: ...

    def __get__(self, plan: object, owner: type) -> pd.DataFrame | None:
        if plan is None:
            if self.optional:
                return None
            raise AttributeError(self.slot)
        copy = _copied(plan.__dict__[self.slot], self.spec)
        draw = getattr(plan, "_draw_table", None)
        if draw is not None:
            # the instance alone: its type, its equality and what is made from it stay pandas's
            object.__setattr__(copy, "_repr_html_", _Drawn(draw, self.spec, weakref.ref(copy)))
        return copy

    def __set__(self, plan: object, frame: object) -> None:
        given = empty_table(self.spec) if frame is None and self.optional else frame
        checked = check_table(given, self.spec, caller=type(plan).__name__)
        plan.__dict__[self.slot] = _encodable(_copied(checked, self.spec), self.spec)


def _copied(frame: pd.DataFrame, spec: Table) -> pd.DataFrame:
    copy = frame.copy()
    for column in spec.columns:
        if column.kind == "texts":
            copy[column.name] = copy[column.name].map(list).astype("object")
    return copy


def _encodable(frame: pd.DataFrame, spec: Table) -> pd.DataFrame:
    for column in spec.columns:
        if column.kind == "text":
            joined = "".join(frame[column.name].to_numpy(dtype=object, na_value=""))
            if _needs_mending(joined):
                frame[column.name] = frame[column.name].map(_mended, na_action="ignore")
        elif column.kind == "texts":
            frame[column.name] = frame[column.name].map(lambda row: [_mended(x) for x in row])
    return frame


def _needs_mending(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return True
    return False


def _mended(text: str) -> str:
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
