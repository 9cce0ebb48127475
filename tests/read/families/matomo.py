"""Samples: Matomo's UTF-16 tables with raw and translated headers."""

from __future__ import annotations

import json

from tests.read.families.sample import Sample
from tests.read.families.seo_writers import Cells, delimited

PAGE = "https://shop.example/"
CONTENTS = [
    ["label", "nb_visits", "nb_impressions", "nb_interactions", "interaction_rate"],
    ["Autumn banner", 90, 120, 12, "10%"], ["Size guide, long", 20, 25, 0, "0%"],
    ["Others", 3, 4, 1, "25%"],
]  # fmt: skip
CONTENT_COLUMNS = ("page", "element", "text", "exposed", "clicks", "kind")
CONTENT_ROWS = [(PAGE, "Autumn banner", "Autumn banner", 120, 12, "element"),
                (PAGE, "Size guide, long", "Size guide, long", 25, 0, "element")]  # fmt: skip
PAGE_COLUMNS = ("page", "title", "views", "sessions", "engagement_time")
RAW_PAGES = [
    ["label", "nb_visits", "nb_hits", "sum_time_spent", "avg_time_on_page", "bounce_rate",
     "exit_rate", "metadata_url"],
    ["/boots", 20, 25, 500, 25, "40%", "30%", "https://shop.example/boots"],
    ["/boots?x", 20, 5, 100, 5, "40%", "30%", "https://shop.example/boots"],
    ["/index", 5, 7, 70, 14, "10%", "20%", ""],
    ["Others", 1, 1, 1, 1, "0%", "0%", ""],
]  # fmt: skip
# The header words of pages in every language: label, views, visits, time, bounce, exit.
TRANSLATED = {
    "english": ("Label", "Pageviews", "Unique Pageviews", "Avg. time on page", "Bounce rate",
                "Exit rate"),
    "german": ("Bezeichnung", "Seitenansichten", "Eindeutige Seitenansichten",
               "Durchschn. Zeit auf der Seite", "Absprungrate", "Ausstiegsrate"),
    "french": ("Libellé", "Vues de page", "Vues de page uniques", "Temps moyen sur la page",
               "Taux de rebond", "Taux de sortie"),
    "spanish": ("Etiqueta", "Páginas vistas", "Páginas vistas únicas",
                "Tiempo promedio en la página", "Tasa de rebote", "Tasa de salida"),
    "russian": ("Название", "Просмотры страниц", "Уникальные просмотры страниц",
                "Среднее время на странице", "Показатель отказов", "Процент выходов"),
}  # fmt: skip


def _utf16(rows: Cells) -> bytes:
    return delimited(rows, encoding="utf-16-le", mark=b"\xff\xfe")()


def _pages(language: str) -> Sample:
    rows = [TRANSLATED[language], ["/boots", "1025", "820", "00:01:05", "40%", "30%"]]
    return Sample(
        name=f"matomo-pages-{language}", format="Matomo pages",
        file="Export _ Pages _ 2026-03-01,2026-03-31.csv", data=lambda: _utf16(rows),
        table="pages", columns=PAGE_COLUMNS, expected=[("/boots", "/boots", 1025, 820, 65)],
        report={"encoding": "utf-16"},
    )  # fmt: skip


SAMPLES: tuple[Sample, ...] = (
    Sample(
        name="matomo-contents", format="Matomo contents", file="Export _ Contents.csv",
        data=lambda: _utf16(CONTENTS), table="clicks", columns=CONTENT_COLUMNS,
        expected=CONTENT_ROWS, page=PAGE,
    ),
    Sample(
        name="matomo-contents-german", format="Matomo contents", file="Inhalte.csv",
        data=delimited(
            [["Bezeichnung", "Impressionen", "Interaktionen", "Interaktionsrate"],
             ["Herbstbanner", "1.204", "12", "10,5 %"], ["Größen", "300", "7", "2,3 %"]]
        ),
        table="clicks", columns=("element", "exposed", "clicks"),
        expected=[("Herbstbanner", 1204, 12), ("Größen", 300, 7)], page=PAGE,
    ),
    Sample(
        name="matomo-outlinks", format="Matomo outlinks", file="Outlinks.csv",
        data=lambda: _utf16(
            [["label", "nb_visits", "nb_hits", "sum_time_spent", "metadata_url"],
             ["maps.example", 9, 11, 0, "https://maps.example/a"],
             ["news.example", 2, 2, 0, "https://news.example/"]]
        ),
        table="clicks", columns=("page", "element", "target", "clicks", "kind"),
        expected=[(PAGE, "maps.example", "https://maps.example/a", 11, "link"),
                  (PAGE, "news.example", "https://news.example/", 2, "link")], page=PAGE,
    ),
    Sample(
        name="matomo-outlinks-bare", format="Matomo outlinks", file="Outlinks.csv",
        data=lambda: _utf16([["label", "nb_visits", "nb_hits"], ["maps.example/a", 9, 11],
                             ["Others", 1, 2]]),
        table="clicks", columns=("element", "target", "clicks"),
        expected=[("maps.example/a", "maps.example/a", 11)], page=PAGE,
    ),
    Sample(
        name="matomo-outlinks-english", format="Matomo outlinks", file="Outlinks (1).csv",
        data=delimited([["Clicked URL", "Unique Clicks", "Clicks"],
                        ["https://maps.example/a", 9, 11]]),
        table="clicks", columns=("element", "target", "clicks"),
        expected=[("https://maps.example/a", "https://maps.example/a", 11)], page=PAGE,
    ),
    Sample(
        name="matomo-downloads", format="Matomo outlinks", file="Downloads.csv",
        data=delimited([["Label", "Unique Downloads", "Downloads", "Metadata: url"],
                        ["/size.pdf", 9, 11, "https://shop.example/size.pdf"]]),
        table="clicks", columns=("element", "target", "clicks"),
        expected=[("/size.pdf", "https://shop.example/size.pdf", 11)], page=PAGE,
    ),
    Sample(
        name="matomo-pages", format="Matomo pages", file="Pages.csv",
        data=lambda: _utf16(RAW_PAGES), table="pages", columns=PAGE_COLUMNS,
        expected=[("https://shop.example/boots", "/boots", 30, 40, 15),
                  ("/index", "/index", 7, 5, 14)],
        report={"dropped": ("1 rest that Matomo", "1 row summed")},
    ),
    Sample(
        name="matomo-pages-json", format="Matomo pages", file="getPageUrls.json",
        data=lambda: json.dumps(
            [{"label": "/boots", "nb_visits": 20, "nb_hits": 25, "avg_time_on_page": 25,
              "bounce_rate": "40%", "url": "https://shop.example/boots"}]
        ).encode(),
        table="pages", columns=PAGE_COLUMNS,
        expected=[("https://shop.example/boots", "/boots", 25, 20, 25)],
    ),
    *map(_pages, TRANSLATED),
    Sample(
        name="matomo-site-search", format="Matomo site search",
        file="Site Search 2026-03-01 2026-03-31.csv",
        data=lambda: _utf16(
            [["label", "nb_visits", "nb_hits", "sum_time_spent", "nb_pages_per_search",
              "bounce_rate", "exit_rate"],
             ["red boots", 62, 80, 400, 1.3, "10%", "20%"]]
        ),
        table="keywords",
        columns=("keyword", "volume", "volume_kind", "impressions", "period_days"),
        expected=[("red boots", 60.87375, "exact", None, 31)],
    ),
)  # fmt: skip
