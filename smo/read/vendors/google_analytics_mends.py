"""Mends of Google Analytics' exports: pages, totals, days, links."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pandas as pd

import smo.read.vendors.google_analytics_words as words
from smo.errors import SmoError
from smo.read.dates import parse_days
from smo.read.format import Draft
from smo.read.mends import sum_keys
from smo.read.periods import in_name, span
from smo.read.posts import numbers_of
from smo.read.recognize import fold_header
from smo.read.specs import SUBJECT
from smo.spec import DTYPES

UNSET = ("(not set)", "(other)", "(none)", "(не задано)", "(não definido)", "(não definida)")
CLICK_EVENTS = ("click", "file_download")
_TOTAL = frozenset(map(fold_header, words.GRAND_TOTAL))
# "0000" is the first day of the period, "0027" the last of four weeks.
_NTH = re.compile(r"\d{4}")
# Universal Analytics writes years with two digits: 5/29/13, 29.05.13.
_SHORT = re.compile(r"^(\d{1,2})([/.-])(\d{1,2})\2(\d{2})$")


def title_for_page(draft: Draft) -> Draft:
    """Take the title for the page where the report names pages by title only."""
    if "page" in draft.frame:
        return draft
    draft = replace(draft, frame=draft.frame.assign(page=draft.frame["title"]))
    return draft.note("pages are named by title: they meet other tables by words, not address")


def no_unset_page(draft: Draft) -> Draft:
    """Leave out the rows that Analytics could give no page for."""
    unset = draft.frame["page"].isin(UNSET).astype(bool)
    return draft.drop(unset, "page is (not set) or (other)")


def no_unset_query(draft: Draft) -> Draft:
    """Leave out the row of queries that Analytics does not tell: hidden demand."""
    return draft.drop(draft.frame["keyword"].isin(UNSET).astype(bool), "query is (not set)")


def grand_total(draft: Draft) -> Draft:
    """Leave out the total of an exploration: nameless, its words in one more column at the end.

    It need not sum up the rows: visitors who saw two pages count once.
    """
    subject = SUBJECT[draft.spec.name]
    if draft.grid.large or subject not in draft.frame:
        return draft
    nameless = draft.frame.index[draft.frame[subject].isna().to_numpy(dtype=bool)]
    total = [
        row
        for row in nameless
        if any(fold_header(cell) in _TOTAL for cell in draft.grid.rows[int(row)])
    ]
    rows = pd.Series(draft.frame.index.isin(total), index=draft.frame.index)
    return draft.drop(rows, "total row")


def nameless_total(draft: Draft) -> Draft:
    """Leave out the row without a name: of many pages Universal Analytics exports some, and all."""
    return draft.drop(draft.frame[SUBJECT[draft.spec.name]].isna().astype(bool), "total row")


def period_above(draft: Draft) -> Draft:
    """Read the period of a comment such as "# 20130529-20130618"."""
    told = next((p for line in draft.preamble if (p := in_name(line)).known), None)
    return draft if told is None else replace(draft, period=told)


def visitors_else(draft: Draft) -> Draft:
    """Take visitors where the table counts no sessions."""
    if "sessions" in draft.frame or "_users" not in draft.extra:
        return draft
    frame = draft.frame.assign(sessions=numbers_of(draft, "_users"))
    return replace(draft, frame=frame).note("visitors are counted, not sessions")


def days_of_index(draft: Draft) -> Draft:
    """Date the rows of a chart: by the number of the day in the period, or by a short date."""
    names = draft.frame["name"].fillna("").str.strip()
    if names.str.fullmatch(_NTH).all() and draft.period.start is not None:
        first = draft.period.start
        told = [first + timedelta(days=int(name)) for name in names]
        days = pd.Series(told, index=names.index).astype(DTYPES["date"])
        return replace(draft, frame=draft.frame.assign(date=days))
    whole = names.str.replace(_SHORT, r"\1\2\3\g<2>20\4", regex=True)
    try:
        # Months first, unless a day above 12 or a point between says otherwise.
        days_first = bool(names.str.contains(".", regex=False).any())
        found = parse_days(whole.tolist(), where=draft.grid.name, day_first=days_first)
    except SmoError as error:
        return draft.note(f"days of the chart were not understood: {error.problem}")
    date: pd.Series[Any] = pd.Series(found, index=names.index)
    draft = replace(draft, frame=draft.frame.assign(date=date))
    if draft.period.known or date.isna().all():
        return draft
    return replace(draft, period=span(date.min().date(), date.max().date()))


def clicks_of_links(draft: Draft) -> Draft:
    """Keep the events that are clicks on links, each link with its words on its page."""
    if "_event" in draft.extra:
        event = draft.extra["_event"].fillna(CLICK_EVENTS[0]).str.casefold()
        draft = draft.drop(~event.isin(CLICK_EVENTS).astype(bool), "event is no click on a link")
    target = draft.frame["target"]
    untold = target.isna() | target.isin(UNSET)
    draft = draft.drop(untold.astype(bool), "no link is told")
    frame = draft.frame
    if "page" in frame:
        unset = frame["page"].isna() | frame["page"].isin(UNSET)
        draft = draft.drop(unset.astype(bool), "page is (not set) or (other)")
        frame = draft.frame
    else:
        draft = draft.note("the report does not tell the page a link is on: give it by page=")
    made: dict[str, Any] = {"element": frame["target"]}
    if "text" in frame:
        text = frame["text"].where(~frame["text"].isin(UNSET).astype(bool))
        worded = (text.notna() & (text != frame["target"])).fillna(value=False).astype(bool)
        made = {
            "text": text,
            "element": (frame["target"] + " " + text).where(worded, made["element"]),
        }
    return sum_keys(replace(draft, frame=frame.assign(**made)))
