"""Mends of every network's posts: page, id, words, hashtags, link, day, exposure and clicks."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pandas as pd

from smo.errors import SmoError
from smo.read.campaigns import utm_columns
from smo.read.dates import parse_day, parse_days
from smo.read.format import Draft, Format
from smo.read.grid import digest_of
from smo.read.numbers import parse_numbers
from smo.read.periods import Period, in_name, range_in, span
from smo.spec import DTYPES
from smo.text.posts import hashtags_in, links_in, post_id, words_of

# Columns of clicks that `POSTS` fill.
_FILLED = ("page", "element", "text", "target", "campaign", "hashtags", "date", "exposed",
           "clicks", "derived")  # fmt: skip
# What a spreadsheet makes of an id with 18 digits.
_DESTROYED = re.compile(r"\d+(?:[.,]\d+)?e\+?\d+", re.IGNORECASE)


def with_fills(fmt: Format) -> Format:
    """Return a format of posts that names the columns its mends fill beside those of its words."""
    lacking = set(fmt.words)
    lacking |= {"date"} if "_posted" not in fmt.words else set()
    lacking |= {"exposed"} if "pageviews" not in fmt.words else set()
    return replace(fmt, fills=tuple(name for name in _FILLED if name not in lacking))


def post_days(draft: Draft) -> Draft:
    """Read the day of each post from the text `_posted`; what is no date is left empty."""
    if "_posted" not in draft.extra:
        return draft
    texts = draft.extra["_posted"].fillna("")
    first = draft.format.day_first
    unread = 0
    try:
        days = parse_days(texts.tolist(), where=draft.grid.name, day_first=first)
    except SmoError:
        told = [parse_day(text, day_first=first) for text in texts]
        unread = sum(day is None for day in told) - int((texts == "").sum())
        days = pd.array(told, dtype=DTYPES["date"])
    date: pd.Series[Any] = pd.Series(days, index=texts.index, dtype=DTYPES["date"])
    draft = replace(draft, frame=draft.frame.assign(date=date))
    return draft.note(f"{unread} dates were not understood") if unread else draft


def period_in_name(draft: Draft) -> Draft:
    """Take the period of the file name or of the lines above; the posts' own days are none.

    A post is counted from its day until the export, mostly: the first and last day of the posts
    say nothing of that, so without another word the period is unknown.
    """
    period = in_name(draft.grid.name)
    if period.known:
        return replace(draft, period=period)
    above = any(range_in(line.strip('"')).known for line in draft.preamble)
    if above or "date" not in draft.frame or draft.frame["date"].isna().all():
        return draft
    return replace(draft, period=Period()).note(
        "the period is unknown: the file tells the days of the posts, not those of the counts"
    )


def sorted_out(draft: Draft) -> Draft:
    """Give each post its page and id, and part its text into words, hashtags and first link.

    The id inside a permalink is believed before that of the id column, which spreadsheets
    destroy. A post without permalink is named by its channel and id.
    """
    raw = _column(draft, "text")
    page = _column(draft, "page")
    page = page.where(page.str.contains("/", regex=False).fillna(value=False).astype(bool))
    element, destroyed = _ids(draft, page, raw)
    channel = draft.format.constants.get("channel", "post")
    named = pd.Series(f"{channel}:", index=page.index, dtype=DTYPES["text"]) + element
    texts = raw.fillna("").tolist()
    links = [next(iter(links_in(text)), None) for text in texts]
    tags = [" ".join(hashtags_in(text)) or None for text in texts]
    draft = replace(
        draft,
        frame=draft.frame.assign(
            page=page.fillna(named),
            element=element,
            text=_texts([words_of(text) or None for text in texts], page.index),
            target=_column(draft, "target").fillna(_texts(links, page.index)),
            hashtags=_column(draft, "hashtags").fillna(_texts(tags, page.index)),
        ),
    )
    if not destroyed:
        return draft
    return draft.note(
        f"{destroyed} post ids were destroyed by a spreadsheet (6.49E+17): those posts are named "
        "by their permalink, else by a digest of their text"
    )


def exposure(draft: Draft) -> Draft:
    """Take views for the exposure where the export counts no impressions."""
    if "exposed" in draft.frame or "pageviews" not in draft.frame:
        return draft
    frame = draft.frame.assign(exposed=draft.frame["pageviews"])
    return replace(draft, frame=frame).note("exposed holds the views: impressions are not told")


def click_counts(draft: Draft) -> Draft:
    """Make clicks that are not told 0, as the table must count some, and say so."""
    frame = draft.frame
    if "clicks" not in frame:
        zero = pd.Series(0.0, index=frame.index, dtype=DTYPES["number"])
        derived = pd.Series(data=True, index=frame.index, dtype=DTYPES["flag"])
        draft = replace(draft, frame=frame.assign(clicks=zero, derived=derived))
        return draft.note("the export counts no clicks: they are 0 and flagged as derived")
    empty = int(frame["clicks"].isna().sum())
    if empty == 0:
        return draft
    draft = replace(draft, frame=frame.assign(clicks=frame["clicks"].fillna(0.0)))
    return draft.note(f"{empty} posts without a number of clicks are taken for 0")


def clicks_else(draft: Draft, name: str, said: str) -> Draft:
    """Take the counts of another column for the clicks where the export has no better one."""
    if "clicks" in draft.frame or name not in draft.extra:
        return draft
    draft = replace(draft, frame=draft.frame.assign(clicks=numbers_of(draft, name)))
    return draft.note(f"clicks are {said}: the export has no link clicks")


def numbers_of(draft: Draft, name: str) -> pd.Series[Any]:
    """Return the counts of a column that mends read, NA for what is no number."""
    texts = draft.extra[name].fillna("")
    numbers, bad = parse_numbers(texts.tolist(), kind="count")
    series: pd.Series[Any] = pd.Series(numbers, index=texts.index).astype(DTYPES["number"])
    return series.where(~bad & (series >= 0).fillna(value=False).to_numpy(dtype=bool))


def day_totals(draft: Draft) -> Draft:
    """Read the days that name the rows of a daily table, and its period."""
    names = draft.frame["name"].fillna("").tolist()
    days = parse_days(names, where=draft.grid.name, day_first=draft.format.day_first)
    date: pd.Series[Any] = pd.Series(days, index=draft.frame.index)
    draft = replace(draft, frame=draft.frame.assign(date=date))
    if not date.notna().any():
        return draft
    return replace(draft, period=span(date.min().date(), date.max().date()))


POSTS = (post_days, period_in_name, sorted_out, exposure, click_counts, utm_columns)


def _ids(draft: Draft, page: pd.Series[Any], raw: pd.Series[Any]) -> tuple[pd.Series[Any], int]:
    """Return the id of each post, and how many were destroyed."""
    told = _column(draft, "element").str.strip()
    lost = told.str.fullmatch(_DESTROYED).fillna(value=False).astype(bool)
    inside = page.map(post_id, na_action="ignore").astype(DTYPES["text"])
    ids = inside.fillna(told.where(~lost)).fillna(page)
    days = draft.frame["date"].dt.strftime("%Y-%m-%d") if "date" in draft.frame else None
    words = raw if days is None else raw + days.fillna("")
    digests = words.map(digest_of, na_action="ignore").astype(DTYPES["text"])
    return ids.fillna(digests), int(lost.sum())


def _column(draft: Draft, name: str) -> pd.Series[Any]:
    empty: pd.Series[Any] = pd.Series(pd.NA, index=draft.frame.index, dtype=DTYPES["text"])
    column: pd.Series[Any] = draft.frame.get(name, empty)
    return column


def _texts(values: list[str | None], index: pd.Index[Any]) -> pd.Series[Any]:
    return pd.Series(values, index=index, dtype=DTYPES["text"])
