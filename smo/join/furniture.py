"""Site furniture: what stands on page after page and speaks for no topic."""

from __future__ import annotations

import re
from typing import Any

import pandas as pd

from smo.join.words import COOKIE_TEXT_WORDS, COOKIE_WORDS, FIELD_ROLES, FURNITURE_PHRASES
from smo.text.normal import normal_forms, tokens

MIN_MAP_PAGES = 3
"""With fewer pages of a segment mapped, nothing can be told from repetition."""

PAGE_SHARE = 0.3
"""Share of a segment's mapped pages from which a repeated text with its target is furniture.

A map lists an item only where it was clicked. On planted sites whose menu items show on half of
the pages, 0.3 finds 0.88 of them with 12 pages and all with 60; 0.4 finds 0.67 and 0.88. A
content link, on a fortieth of the pages, is never taken for furniture at either.
"""

WORDS = ["segment", "normal", "target"]

_FIELD_NAME = re.compile(r"^\w{1,2}\.\w{1,2}$")
_FRAME_SELECTOR = re.compile(r"(?:^|[\s>.#])(?:nav|navbar|footer|cookie|consent|breadcrumbs?)\b")


def furniture_flags(rows: pd.DataFrame) -> pd.Series[Any]:
    """Return for each click row whether it is furniture.

    Furniture is a form field, a text of menus, pagers, log-ins and cookie banners (`words.py`),
    a selector inside ``nav`` or ``footer``, or a text with its target on at least `PAGE_SHARE`
    of the segment's mapped pages (and on three). Where the export names the menu's element alike
    on those pages, another element of the same words, a tile of the home page, is left alone. A
    post never is. Three variants of one page mapped under one segment look like three pages:
    give each variant its own segment.

    Parameters
    ----------
    rows : DataFrame
        Click rows with ``page_key`` and ``target_key`` (canonical addresses).
    """
    on_page = rows["kind"].ne("post")
    return on_page & (_spoken(rows) | _in_frame(rows) | _repeated(rows, on_page))


def _spoken(rows: pd.DataFrame) -> pd.Series[Any]:
    said = [text for text in rows["text"].dropna().unique() if _is_furniture_text(text)]
    return rows["text"].isin(said).astype(bool)


def _is_furniture_text(text: str) -> bool:
    if _FIELD_NAME.match(text.strip()):
        return True
    words = tokens(text)
    if len(words) <= COOKIE_TEXT_WORDS and not COOKIE_WORDS.isdisjoint(words):
        return True
    return " ".join(words) in FURNITURE_PHRASES


def _in_frame(rows: pd.DataFrame) -> pd.Series[Any]:
    field = rows["role"].str.casefold().isin(FIELD_ROLES)
    selectors = [
        element
        for element in rows["element"].unique()
        if ">" in element and _FRAME_SELECTOR.search(element.casefold())
    ]
    return field.astype(bool) | rows["element"].isin(selectors).astype(bool)


def _repeated(rows: pd.DataFrame, on_page: pd.Series[Any]) -> pd.Series[Any]:
    texts = rows["text"].fillna("").tolist()
    distinct = sorted(set(texts))
    normal_of = dict(zip(distinct, normal_forms(distinct), strict=True))
    keys = pd.DataFrame(
        {
            "segment": rows["segment"],
            "normal": pd.Series([normal_of[text] for text in texts], index=rows.index, dtype=str),
            "target": rows["target_key"].fillna(""),
            "element": rows["element"],
            "page": rows["page_key"],
        }
    )
    seen = keys[on_page & ((keys["normal"] != "") | (keys["target"] != ""))]
    pages = keys[on_page].groupby("segment")["page"].nunique()
    by_words, by_element = (_widespread(seen, key, pages) for key in (WORDS, [*WORDS, "element"]))
    # Where the menu's element has one name on all pages, a tile of the same words is no menu.
    named = _is_in(keys, by_element, WORDS)
    repeated = _is_in(keys, by_words, WORDS) & ~named
    return repeated | _is_in(keys, by_element, [*WORDS, "element"])


def _widespread(seen: pd.DataFrame, key: list[str], pages: pd.Series[Any]) -> pd.DataFrame:
    """Return the keys that stand on enough of their segment's mapped pages."""
    spread = seen[[*key, "page"]].drop_duplicates().groupby(key, as_index=False).size()
    mapped = spread["segment"].map(pages).astype(float)  # of no row it would be text
    return spread[(spread["size"] >= MIN_MAP_PAGES) & (spread["size"] >= PAGE_SHARE * mapped)]


def _is_in(keys: pd.DataFrame, found: pd.DataFrame, key: list[str]) -> pd.Series[Any]:
    inside = pd.MultiIndex.from_frame(keys[key]).isin(pd.MultiIndex.from_frame(found[key]))
    return pd.Series(inside, index=keys.index)
