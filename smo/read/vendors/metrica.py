"""Yandex.Metrica: reports as tables and time series, and the Logs API."""

from __future__ import annotations

from typing import Any

from smo.read.format import Format, JsonShape
from smo.read.mends import sum_keys
from smo.read.posts import day_totals
from smo.read.specs import TOTALS
from smo.read.vendors.metrica_answers import ANSWERS, SHAPE
from smo.read.vendors.metrica_mends import (
    TOTAL_ROWS,
    deepest,
    hits,
    links,
    phrases,
    starts,
    visits,
    whole_sources,
)
from smo.spec import Table
from smo.tables import CLICKS, KEYWORDS, PAGES

FAMILY = "Yandex.Metrica"
VISITS = ("Визиты", "Visits", "Sessions")
PERIOD = ("Период", "Дата визита", "Period", "Date of visit")
_VISIT = {
    "visitors": ("Посетители", "Users", "Visitors"),
    "bounce": ("Отказы", "Доля отказов", "Bounce rate"),
    "depth_of_view": ("Глубина просмотра", "Page depth"),
    "goal": ("Достижения цели *", "Конверсия *", "Достижения цели", "Конверсия"),
    "robots": ("Роботность", "Robots"),
}  # fmt: skip
TIME = ("Время на сайте", "Time on site")
PHRASE = (
    "Поисковая фраза", "Последняя поисковая фраза", "Последняя значимая поисковая фраза",
    "Первая поисковая фраза", "Search phrase", "Last search phrase", "Search query",
)  # fmt: skip
ENGINE = (
    "Поисковая система", "Последняя поисковая система", "Последняя значимая поисковая система",
    "Search engine", "Last search engine",
)  # fmt: skip
SOURCE = (
    "Источник трафика", "Последний источник трафика", "Последний значимый источник трафика",
    "Последний значимый источник", "Первый источник трафика", "Traffic source",
    "Last traffic source", "Last significant traffic source", "Социальная сеть", "Social network",
    "Реферер", "Сайт, с которого перешли", "Referrer",
)  # fmt: skip
DETAIL = (
    "Источник трафика (детально)", "Последний источник трафика (детально)",
    "Последний значимый источник трафика (детально)", "Источник трафика (подробно)",
    "Traffic source (detailed)", "Last traffic source (detailed)",
)  # fmt: skip
LEVELS = 5


def _levels(*subjects: str) -> dict[str, tuple[str, ...]]:
    """Return the words for the levels of an address, in columns of their own."""
    marks = ("ур. {}", "уровень {}", "lvl. {}", "level {}")
    return {
        f"_level{n}": tuple(
            f"{subject}, {mark.format(n)}" for subject in subjects for mark in marks
        )
        for n in range(1, LEVELS + 1)
    }


def _report(name: str, spec: Table, words: dict[str, tuple[str, ...]], **others: Any) -> Format:
    return Format(
        name=f"Metrica {name}",
        family=FAMILY,
        spec=spec,
        words=words,
        evidence="C",
        unconfirmed=("English",),
        totals=TOTAL_ROWS,
        **others,
    )


_HIT = {
    "_date": ("ym:pv:date", "ym:pv:dateTime"), "_is_view": ("ym:pv:isPageView",),
    "_link": ("ym:pv:link",), "_download": ("ym:pv:download",), "title": ("ym:pv:title",),
}  # fmt: skip
_START = {"page": ("ym:s:startURL",), "_date": ("ym:s:date", "ym:s:dateTime")}

FORMATS: tuple[Format, ...] = (
    _report(
        "search phrases",
        KEYWORDS,
        {"keyword": PHRASE, "clicks": VISITS, "_date": PERIOD, "engine": ENGINE, "time": TIME,
         **_VISIT},
        required=("keyword", "clicks"),
        mends=(phrases,),
    ),
    _report(
        "pages",
        PAGES,
        {"page": ("Адрес страницы", "Страница", "Page URL", "URL страницы"),
         **_levels("Адрес страницы", "URL", "Страница", "Page URL"),
         "title": ("Заголовок страницы", "Page title"),
         "views": ("Просмотры", "Pageviews", "Page views"), "sessions": VISITS,
         "visitors": _VISIT["visitors"]},
        required=("views",),
        any_of=("page", "_level1"),
        mends=(deepest, sum_keys),
    ),
    _report(
        "landing pages",
        PAGES,
        {"page": ("Страница входа", "Landing page", "Адрес страницы входа", "Entry page"),
         **_levels("Страница входа", "Адрес страницы входа", "Landing page", "Entry page"),
         "sessions": VISITS, "engagement_time": TIME, **_VISIT},
        required=("sessions", "bounce"),
        any_of=("page", "_level1"),
        mends=(deepest, sum_keys),
    ),
    _report(
        "sources",
        TOTALS,
        {"name": SOURCE, "sessions": VISITS, "engagement_time": TIME, "_detail": DETAIL,
         "_date": PERIOD, **_VISIT},
        required=("name", "sessions"),
        any_of=("visitors", "bounce", "depth_of_view"),
        constants={"kind": "source"},
        mends=(whole_sources,),
    ),
    _report(
        "search engines",
        TOTALS,
        {"name": ENGINE, "sessions": VISITS, "engagement_time": TIME, "_date": PERIOD, **_VISIT},
        required=("name", "sessions"),
        any_of=("visitors", "bounce", "depth_of_view"),
        constants={"kind": "search engine"},
        mends=(sum_keys,),
    ),
    _report(
        "days",
        TOTALS,
        {"name": PERIOD, "sessions": VISITS, "engagement_time": TIME,
         "views": ("Просмотры", "Pageviews"), **_VISIT},
        required=("name", "sessions"),
        constants={"kind": "day"},
        mends=(day_totals, sum_keys),
        fills=("date",),
    ),
    Format(
        name="Metrica logs of hits",
        family=FAMILY,
        spec=PAGES,
        words={"page": ("ym:pv:URL",), "referrer": ("ym:pv:referer",), **_HIT},
        required=("page",),
        evidence="D",
        fills=("views",),
        mends=(hits,),
        also=(
            Format(
                name="Metrica logs of links",
                family=FAMILY,
                spec=CLICKS,
                words={
                    "target": ("ym:pv:URL",), "page": ("ym:pv:referer",), **_HIT,
                    "device": ("ym:pv:deviceCategory",), "channel": ("ym:pv:UTMSource",),
                    "campaign": ("ym:pv:UTMCampaign",),
                },
                required=("target", "page"),
                any_of=("_link", "_download"),
                evidence="D",
                fills=("element", "clicks"),
                constants={"kind": "link"},
                mends=(links,),
            ),
        ),
    ),
    Format(
        name="Metrica logs of first pages",
        family=FAMILY,
        spec=PAGES,
        words={**_START, "engagement_time": ("ym:s:visitDuration",), "bounce": ("ym:s:bounce",)},
        required=("page",),
        evidence="D",
        fills=("sessions",),
        mends=(starts,),
        also=(
            Format(
                name="Metrica logs of visits",
                family=FAMILY,
                spec=KEYWORDS,
                # Each model of attribution has a column of its own.
                words={"keyword": ("ym:s:*SearchPhrase",), **_START,
                       "device": ("ym:s:deviceCategory",)},
                required=("keyword", "page"),
                evidence="D",
                fills=("clicks",),
                mends=(visits,),
            ),
        ),
    ),
    *ANSWERS,
)  # fmt: skip
SHAPES: tuple[JsonShape, ...] = (SHAPE,)
