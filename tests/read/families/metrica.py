"""Samples: Yandex.Metrica's reports, with their totals in the second row, and its Logs API."""

from __future__ import annotations

from tests.read.families.sample import Sample
from tests.read.families.seo_writers import delimited

SITE = "https://shop.example"
PHRASES = [
    ["Поисковая система", "Поисковая фраза", "Визиты", "Посетители", "Отказы",
     "Глубина просмотра", "Время на сайте", "Достижения цели (Заказ)"],
    ["Итого и средние", "", 160, 150, 0.21, 2.4, "0:01:30", 4],
    ["Google", "Не определено", 100, 95, 0.2, 2.5, "0:01:31", 3],
    ["Яндекс", "красные ботинки", 40, 38, 0.25, 2.1, "0:01:10", 1],
    ["Mail.ru", "красные ботинки", 5, 5, 0.2, 2.0, "0:00:50", 0],
    ["Яндекс", "ботинки, зимние", 15, 14, 0.1, 3.0, "1:02:03", 0],
]  # fmt: skip
HIT_HEAD = ["watchID", "clientID", "ipAddress", "date", "title", "URL", "referer", "UTMSource",
            "UTMCampaign", "deviceCategory", "isPageView", "link", "download",
            "goalsID"]  # fmt: skip
BOOTS, MAPS = f"{SITE}/boots", "https://maps.example/"
# 64-bit ids, arrays, and strings in arrays.
_HITS = [
    ("9223372036854775801", 17, "2026-03-01", "Ботинки", BOOTS, "", "", "", 1, 1, 0, 0, "[1,2]"),
    ("9223372036854775802", 18, "2026-03-02", "Ботинки", BOOTS, "", "", "", 2, 1, 0, 0, "[]"),
    ("9223372036854775803", 18, "2026-03-02", "", MAPS, BOOTS, "news", "spring", 2, 0, 1, 0, "[]"),
    ("9223372036854775804", 19, "2026-03-28", "", MAPS, BOOTS, "news", "spring", 2, 0, 1, 0, "[]"),
    ("9223372036854775805", 19, "2026-03-28", "", f"{SITE}/size.pdf", BOOTS, "", "", 1, 0, 0, 1,
     "['a']"),
    ("9223372036854775806", 19, "2026-03-28", "", BOOTS, "", "", "", 1, 0, 0, 0, "[]"),
    ("9223372036854775807", 19, "2026-03-28", "", MAPS, "", "", "", 1, 0, 1, 0, "[]"),
]  # fmt: skip
HITS = [[f"ym:pv:{name}" for name in HIT_HEAD],
        *([row[0], row[1], "203.0.113.7", *row[2:]] for row in _HITS)]  # fmt: skip
STARTS = [
    ["ym:s:visitID", "ym:s:date", "ym:s:startURL", "ym:s:endURL", "ym:s:visitDuration",
     "ym:s:bounce", "ym:s:lastTrafficSource", "ym:s:lastSearchPhrase", "ym:s:deviceCategory",
     "ym:s:watchIDs", "ym:s:clientID"],
    ["1", "2026-03-01", BOOTS, f"{SITE}/", 90, 0, "organic", "красные ботинки", "desktop",
     "[9223372036854775801,9223372036854775802]", "17"],
    ["2", "2026-03-14", BOOTS, f"{SITE}/", 30, 1, "organic", "красные ботинки", "1", "[]", "18"],
    ["3", "2026-03-14", f"{SITE}/", f"{SITE}/", 12, 0, "direct", "", "mobile", "[]", "19"],
    ["4", "2026-03-14", "", "", 0, 1, "direct", "", "mobile", "[]", "19"],
]  # fmt: skip
VISIT_HEAD = ["Визиты", "Посетители", "Отказы", "Глубина просмотра", "Время на сайте"]
VISIT = [28, 0.2, 2, "0:01:00"]


SAMPLES: tuple[Sample, ...] = (
    Sample(
        name="metrica-phrases", format="Metrica search phrases",
        file="Поисковые фразы-2026-03-01-2026-03-28 (1).csv",
        data=delimited(PHRASES, mark=b"\xef\xbb\xbf"), table="keywords",
        columns=("keyword", "clicks", "impressions", "period_days"),
        expected=[("красные ботинки", 45, None, 28), ("ботинки, зимние", 15, None, 28)],
        report={"dropped": ("1 total row", "1 phrase is not told", "1 row summed"),
                "total_clicks": 160, "notes": ("clicks are visits",)},
    ),
    Sample(
        name="metrica-pages", format="Metrica pages", file="Популярное.csv",
        data=delimited(
            [["Адрес страницы, ур. 1", "Адрес страницы, ур. 2", "Адрес страницы, ур. 3",
              "Просмотры", "Посетители"],
             ["Итого и средние", "", "", 60, 50],
             [f"{SITE}/", "", "", 60, 50],
             [f"{SITE}/", f"{SITE}/boots/", "", 40, 35],
             [f"{SITE}/", f"{SITE}/boots/", f"{SITE}/boots/red", 40, 35],
             [f"{SITE}/", f"{SITE}/about", "", 20, 15]]
        ),
        table="pages", columns=("page", "views"),
        expected=[(f"{SITE}/boots/red", 40), (f"{SITE}/about", 20)],
        report={"dropped": ("1 total row", "2 level that sums up")},
    ),
    Sample(
        name="metrica-landing", format="Metrica landing pages", file="Страницы входа.csv",
        data=delimited(
            [["Страница входа", "Визиты", "Посетители", "Отказы", "Глубина просмотра",
              "Время на сайте"],
             ["Итого и средние", 30, 28, 0.2, 2, "0:01:00"],
             [f"{SITE}/boots", 30, 28, 0.2, 2, "0:01:00"]]
        ),
        table="pages", columns=("page", "sessions", "engagement_time"),
        expected=[(f"{SITE}/boots", 30, 60)],
    ),
    Sample(
        name="metrica-sources", format="Metrica sources", file="Источники, сводка.csv",
        data=delimited(
            [["Источник трафика", "Визиты", "Посетители", "Отказы", "Время на сайте"],
             ["Итого и средние", 30, 28, 0.2, "0:01:00"],
             ["Переходы из поисковых систем", 20, 18, 0.2, "0:01:10"],
             ["Прямые заходы", 10, 10, 0.2, "0:00:40"]]
        ),
        table="totals", columns=("kind", "name", "sessions", "engagement_time"),
        expected=[("source", "Переходы из поисковых систем", 20, 70),
                  ("source", "Прямые заходы", 10, 40)],
    ),
    Sample(
        name="metrica-hits", format="Metrica logs of hits", file="hits.tsv",
        data=delimited(HITS, delimiter="\t"), table="pages",
        columns=("page", "title", "views"), expected=[(f"{SITE}/boots", "Ботинки", 2)],
        report={"dropped": ("5 hit is no page view", "1 row summed"),
                "notes": ("personal data left out: ym:pv:watchID, ym:pv:clientID, "
                          "ym:pv:ipAddress",),
                "period_days": 28},
        also={"clicks": 2},
    ),
    Sample(
        name="metrica-links", format="Metrica logs of links", file="hits.tsv",
        data=delimited(HITS, delimiter="\t"), table="clicks",
        columns=("page", "target", "device", "channel", "campaign", "kind", "clicks",
                 "period_days"),
        expected=[(BOOTS, MAPS, "mobile", "news", "spring", "link", 2, 28),
                  (BOOTS, f"{SITE}/size.pdf", "desktop", None, None, "link", 1, 28)],
        report={"dropped": ("3 hit is no click on a link or file",
                            "1 click without the page", "1 row summed")},
        also={"pages": 1},
    ),
    Sample(
        name="metrica-hits-alone", format="Metrica logs of hits", file="hits.tsv",
        data=delimited([["ym:pv:date", "ym:pv:URL"], ["2026-03-01", BOOTS]], delimiter="\t"),
        table="pages", columns=("page", "views"), expected=[(BOOTS, 1)],
    ),
    Sample(
        name="metrica-visits", format="Metrica logs of visits", file="visits.tsv",
        data=delimited(STARTS, delimiter="\t"), table="keywords",
        columns=("keyword", "page", "device", "clicks", "impressions", "period_days"),
        expected=[("красные ботинки", BOOTS, "desktop", 2, None, 14)],
        report={"dropped": ("2 visit without a search phrase", "1 row summed"),
                "notes": ("clicks are visits", "personal data left out")},
        also={"pages": 2},
    ),
    Sample(
        name="metrica-first-pages", format="Metrica logs of first pages", file="visits.tsv",
        data=delimited(STARTS, delimiter="\t"), table="pages",
        columns=("page", "sessions", "engagement_time"),
        expected=[(BOOTS, 2, 60), (f"{SITE}/", 1, 12)],
        report={"dropped": ("1 visit without a page", "1 row summed")}, also={"keywords": 1},
    ),
    Sample(
        name="metrica-first-pages-alone", format="Metrica logs of first pages", file="visits.tsv",
        data=delimited([row[:4] for row in STARTS], delimiter="\t"), table="pages",
        columns=("page", "sessions", "period_days"),
        expected=[(BOOTS, 2, 14), (f"{SITE}/", 1, 14)],
    ),
    Sample(
        name="metrica-pages-flat", format="Metrica pages", file="Адреса страниц.csv",
        # A page under another one is a page of its own where no levels are told.
        data=delimited(
            [["Адрес страницы", "Заголовок страницы", "Просмотры", "Посетители"],
             ["Итого и средние", "", 67, 50], [f"{SITE}/", "Магазин", 40, 35],
             [BOOTS, "Ботинки", 25, 15], ["Не определено", "", 2, 2]], mark=b"\xef\xbb\xbf",
        ),
        table="pages", columns=("page", "title", "views"),
        expected=[(f"{SITE}/", "Магазин", 40), (BOOTS, "Ботинки", 25)],
        report={"dropped": ("1 total row", "1 page is not told")},
    ),
    Sample(
        name="metrica-pages-segments", format="Metrica pages", file="Популярное.csv",
        data=delimited(
            [["URL, уровень 1", "URL, уровень 2", "URL, уровень 3", "Просмотры"],
             ["Итого и средние", "", "", 60], ["shop.example", "boots", "red", 40],
             ["shop.example", "about", "", 20]]
        ),
        table="pages", columns=("page", "views"),
        expected=[("shop.example/boots/red", 40), ("shop.example/about", 20)],
    ),
    Sample(
        name="metrica-landing-levels", format="Metrica landing pages", file="Страницы входа.csv",
        data=delimited(
            [["Страница входа, ур. 1", "Страница входа, ур. 2", *VISIT_HEAD],
             ["Итого и средние", "", 30, *VISIT], [f"{SITE}/", "", 30, *VISIT],
             [f"{SITE}/", BOOTS, 30, *VISIT]]
        ),
        table="pages", columns=("page", "sessions", "engagement_time"),
        expected=[(BOOTS, 30, 60)],
    ),
    Sample(
        name="metrica-sources-detailed", format="Metrica sources",
        file="Источники, сводка-2026-03-01-2026-03-28(1).csv",
        data=delimited(
            [["Последний значимый источник трафика",
              "Последний значимый источник трафика (детально)", *VISIT_HEAD],
             ["Итого и средние", "", 30, *VISIT],
             ["Переходы из поисковых систем", "", 20, *VISIT],
             ["Переходы из поисковых систем", "Яндекс", 15, *VISIT],
             ["Переходы из поисковых систем", "Google", 5, *VISIT],
             ["Прямые заходы", "", 10, *VISIT]]
        ),
        table="totals", columns=("kind", "name", "sessions"),
        expected=[("source", "Переходы из поисковых систем", 20), ("source", "Прямые заходы", 10)],
        report={"dropped": ("1 total row", "2 part of a source"), "period_days": 28},
    ),
    Sample(
        name="metrica-engines", format="Metrica search engines", file="Поисковые системы.csv",
        data=delimited(
            [["Поисковая система", *VISIT_HEAD], ["Итого и средние", 30, *VISIT],
             ["Яндекс", 20, *VISIT], ["Google", 10, *VISIT]]
        ),
        table="totals", columns=("kind", "name", "sessions", "engagement_time"),
        expected=[("search engine", "Яндекс", 20, 60), ("search engine", "Google", 10, 60)],
    ),
    Sample(
        name="metrica-days", format="Metrica days", file="Посещаемость.csv",
        data=delimited(
            [["Период", *VISIT_HEAD], ["Итого и средние", 30, *VISIT],
             ["2026-03-01", 20, *VISIT], ["2026-03-28", 10, *VISIT]]
        ),
        table="totals", columns=("kind", "date", "sessions"),
        expected=[("day", "2026-03-01", 20), ("day", "2026-03-28", 10)],
        report={"period_days": 28},
    ),
)  # fmt: skip
