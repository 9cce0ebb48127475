"""Yandex.Metrica: reports and the Logs API."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pandas as pd

from smo.read.format import Draft, Format, JsonShape
from smo.read.mends import device_name, sum_keys
from smo.read.specs import TOTALS
from smo.spec import DTYPES
from smo.tables import CLICKS, KEYWORDS, PAGES

FAMILY = "Yandex.Metrica"
# What the report writes where it was not told a phrase, a page or a source.
UNTOLD = ("Не определено", "Не определена", "Not specified", "Undefined")
TOTAL_ROWS = ("Итого и средние", "Totals and averages", "Total and averages")
# Codes of the kinds of device in the Logs API.
DEVICES = {"1": "desktop", "2": "mobile", "3": "tablet", "4": "tv"}
VISITS = ("Визиты", "Visits", "Sessions")
_VISIT = {
    "visitors": ("Посетители", "Users", "Visitors"), "bounce": ("Отказы", "Bounce rate"),
    "depth_of_view": ("Глубина просмотра", "Page depth"),
    "time": ("Время на сайте", "Time on site"), "goal": ("Достижения цели *", "Конверсия *"),
    "engine": ("Поисковая система", "Search engine"), "robots": ("Роботность", "Robots"),
}  # fmt: skip
_TRUE = frozenset(["1", "true"])


def _phrases(draft: Draft) -> Draft:
    """Take visits that began with a phrase for clicks on search results."""
    untold = draft.frame["keyword"].isin(UNTOLD).astype(bool)
    draft = draft.drop(untold, "phrase is not told by the search engine")
    return sum_keys(draft).note("clicks are visits that began with the phrase; nobody counted "
                                "how often it was shown")  # fmt: skip


def _pages(draft: Draft) -> Draft:
    """Take the last filled level of an address; rows of a level sum up those below it."""
    levels = [draft.extra[name] for name in sorted(draft.extra) if name.startswith("_level")]
    frame = draft.frame
    page = frame.get("page")
    for level in levels:
        page = level if page is None else level.fillna(page)
    if page is None:
        return draft
    draft = replace(draft, frame=frame.assign(page=page))
    draft = draft.drop(page.isin(TOTAL_ROWS).astype(bool), "total row")
    page = draft.frame["page"]
    folders = _folders(page.tolist())
    return draft.drop(
        pd.Series(folders, index=page.index) & page.notna(), "level that sums up the pages below it"
    )


def _folders(pages: list[Any]) -> list[bool]:
    """Return which addresses stand above a longer one that begins with them."""
    told = [page if isinstance(page, str) else "" for page in pages]
    following = [*told[1:], ""]
    return [
        bool(page) and page.endswith("/") and next_.startswith(page) and next_ != page
        for page, next_ in zip(told, following, strict=True)
    ]


def _flag(draft: Draft, name: str) -> pd.Series[Any]:
    none: pd.Series[Any] = pd.Series(pd.NA, index=draft.frame.index, dtype=DTYPES["text"])
    told: pd.Series[Any] = draft.extra.get(name, none).fillna("").str.casefold().isin(_TRUE)
    return told.astype(bool)


def _hits(draft: Draft) -> Draft:
    """Count the views of each page."""
    draft = draft.drop(~_flag(draft, "_is_view"), "hit is no page view")
    one = pd.Series(1.0, index=draft.frame.index, dtype=DTYPES["number"])
    return sum_keys(replace(draft, frame=draft.frame.assign(views=one)))


def _links(draft: Draft) -> Draft:
    """Keep clicks on external links and files: they lead from the referrer to the address."""
    kept = _flag(draft, "_link") | _flag(draft, "_download")
    draft = draft.drop(~kept, "hit is no click on a link or file")
    draft = draft.drop(draft.frame["page"].isna(), "click without the page it was made on")
    frame = draft.frame
    one = pd.Series(1.0, index=frame.index, dtype=DTYPES["number"])
    made: dict[str, Any] = {"clicks": one, "element": frame["target"]}
    if "_device" in draft.extra:
        made["device"] = draft.extra["_device"][frame.index].map(_device, na_action="ignore")
        made["device"] = made["device"].astype(DTYPES["text"])
    return sum_keys(replace(draft, frame=frame.assign(**made)))


def _device(code: str) -> str:
    return DEVICES.get(code, device_name(code))


def _visits(draft: Draft) -> Draft:
    """Count visits by the phrase they began with."""
    draft = draft.drop(draft.frame["keyword"].isna(), "visit without a search phrase")
    one = pd.Series(1.0, index=draft.frame.index, dtype=DTYPES["number"])
    return sum_keys(replace(draft, frame=draft.frame.assign(clicks=one))).note(
        "clicks are visits that began with the phrase; nobody counted how often it was shown"
    )


def _starts(draft: Draft) -> Draft:
    """Count visits by the page they began on."""
    one = pd.Series(1.0, index=draft.frame.index, dtype=DTYPES["number"])
    return sum_keys(replace(draft, frame=draft.frame.assign(sessions=one)))


_HIT = {
    "_date": ("ym:pv:date", "ym:pv:dateTime"), "_is_view": ("ym:pv:isPageView",),
    "_link": ("ym:pv:link",), "_download": ("ym:pv:download",),
    "_device": ("ym:pv:deviceCategory",), "title": ("ym:pv:title",),
}  # fmt: skip

FORMATS: tuple[Format, ...] = (
    Format(
        name="Metrica search phrases",
        family=FAMILY,
        spec=KEYWORDS,
        words={"keyword": ("Поисковая фраза", "Search phrase", "Search query"), "clicks": VISITS,
               "_date": ("Дата визита", "Период"), **_VISIT},
        required=("keyword", "clicks"),
        evidence="C",
        unconfirmed=("English",),
        totals=TOTAL_ROWS,
        mends=(_phrases,),
    ),
    Format(
        name="Metrica pages",
        family=FAMILY,
        spec=PAGES,
        words={
            "page": ("Адрес страницы", "Страница", "Page URL", "URL страницы"),
            **{f"_level{n}": (f"Адрес страницы, ур. {n}", f"Page URL, lvl. {n}",
                              f"Адрес страницы, уровень {n}", f"URL, уровень {n}")
               for n in range(1, 6)},
            "title": ("Заголовок страницы", "Page title"),
            "views": ("Просмотры", "Pageviews", "Page views"),
            "sessions": VISITS, "visitors": _VISIT["visitors"],
        },
        required=("views",),
        any_of=("page", "_level1"),
        evidence="C",
        unconfirmed=("English",),
        totals=TOTAL_ROWS,
        mends=(_pages, sum_keys),
    ),
    Format(
        name="Metrica landing pages",
        family=FAMILY,
        spec=PAGES,
        words={"page": ("Страница входа", "Landing page", "Адрес страницы входа"),
               "sessions": ("Визиты", "Visits"), "engagement_time": ("Время на сайте",),
               **{name: _VISIT[name] for name in ("visitors", "bounce", "depth_of_view", "goal")}},
        required=("page", "sessions", "bounce"),
        evidence="C",
        unconfirmed=("English",),
        totals=TOTAL_ROWS,
        mends=(sum_keys,),
    ),
    Format(
        name="Metrica sources",
        family=FAMILY,
        spec=TOTALS,
        words={"name": ("Источник трафика", "Traffic source", "Поисковая система",
                        "Социальная сеть", "Реферер"), "sessions": ("Визиты", "Visits"),
               "engagement_time": ("Время на сайте",),
               **{name: _VISIT[name] for name in ("visitors", "bounce", "depth_of_view", "goal")}},
        required=("name", "sessions"),
        any_of=("visitors", "bounce", "depth_of_view"),
        evidence="C",
        unconfirmed=("English",),
        totals=TOTAL_ROWS,
        constants={"kind": "source"},
    ),
    Format(
        name="Metrica logs of hits",
        family=FAMILY,
        spec=PAGES,
        words={"page": ("ym:pv:URL",), "referrer": ("ym:pv:referer",), **_HIT},
        required=("page", "_is_view"),
        evidence="D",
        fills=("views",),
        mends=(_hits,),
        also=(
            Format(
                name="Metrica logs of links",
                family=FAMILY,
                spec=CLICKS,
                words={
                    "target": ("ym:pv:URL",), "page": ("ym:pv:referer",), **_HIT,
                    "channel": ("ym:pv:UTMSource",), "campaign": ("ym:pv:UTMCampaign",),
                },
                required=("target", "page"),
                any_of=("_link", "_download"),
                evidence="D",
        fills=("element", "clicks", "device",),
                constants={"kind": "link"},
                mends=(_links,),
            ),
        ),
    ),
    Format(
        name="Metrica logs of visits",
        family=FAMILY,
        spec=KEYWORDS,
        words={"keyword": ("ym:s:lastSearchPhrase", "ym:s:lastsignSearchPhrase"),
               "page": ("ym:s:startURL",), "_date": ("ym:s:date", "ym:s:dateTime"),
               "visit": ("ym:s:visitID",)},
        required=("keyword", "page"),
        evidence="D",
        fills=("clicks",),
        mends=(_visits,),
        also=(
            Format(
                name="Metrica logs of first pages",
                family=FAMILY,
                spec=PAGES,
                words={"page": ("ym:s:startURL",), "_date": ("ym:s:date", "ym:s:dateTime")},
                required=("page",),
                evidence="D",
        fills=("sessions",),
                mends=(_starts,),
            ),
        ),
    ),
)  # fmt: skip
SHAPES: tuple[JsonShape, ...] = ()
