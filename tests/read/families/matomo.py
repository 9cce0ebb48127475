"""Samples: Matomo's UTF-16 tables with raw and translated headers."""

from __future__ import annotations

from tests.read.families.sample import Sample
from tests.read.families.seo_writers import delimited

PAGE = "https://shop.example/"
CONTENTS = [
    ["label", "nb_visits", "nb_impressions", "nb_interactions", "interaction_rate"],
    ["Autumn banner", 90, 120, 12, "10%"], ["Size guide, long", 20, 25, 0, "0%"],
]  # fmt: skip
CONTENT_COLUMNS = ("page", "element", "text", "exposed", "clicks", "kind")
CONTENT_ROWS = [(PAGE, "Autumn banner", "Autumn banner", 120, 12, "element"),
                (PAGE, "Size guide, long", "Size guide, long", 25, 0, "element")]  # fmt: skip

SAMPLES: tuple[Sample, ...] = (
    Sample(
        name="matomo-contents", format="Matomo contents", file="Export _ Contents.csv",
        data=delimited(CONTENTS, encoding="utf-16-le", mark=b"\xff\xfe"), table="clicks",
        columns=CONTENT_COLUMNS, expected=CONTENT_ROWS, page=PAGE,
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
        data=delimited(
            [["label", "nb_visits", "nb_hits", "sum_time_spent", "metadata_url"],
             ["maps.example", 9, 11, 0, "https://maps.example/a"],
             ["news.example", 2, 2, 0, "https://news.example/"]],
            encoding="utf-16-le", mark=b"\xff\xfe",
        ),
        table="clicks", columns=("page", "element", "target", "clicks", "kind"),
        expected=[(PAGE, "maps.example", "https://maps.example/a", 11, "link"),
                  (PAGE, "news.example", "https://news.example/", 2, "link")], page=PAGE,
    ),
    Sample(
        name="matomo-outlinks-english", format="Matomo outlinks", file="Outlinks (1).csv",
        data=delimited([["Clicked URL", "Visits", "Unique Clicks", "Clicks"],
                        ["https://maps.example/a", 9, 9, 11]]),
        table="clicks", columns=("element", "target", "clicks"),
        expected=[("https://maps.example/a", "https://maps.example/a", 11)], page=PAGE,
    ),
    Sample(
        name="matomo-pages", format="Matomo pages", file="Pages.csv",
        data=delimited(
            [["label", "nb_visits", "nb_hits", "sum_time_spent", "avg_time_on_page",
              "bounce_rate", "exit_rate", "metadata_url"],
             ["/boots", 20, 25, 500, 25, "40%", "30%", "https://shop.example/boots"],
             ["/index", 5, 7, 70, 14, "10%", "20%", ""]],
            encoding="utf-16-le", mark=b"\xff\xfe",
        ),
        table="pages", columns=("page", "title", "views", "sessions", "engagement_time"),
        expected=[("https://shop.example/boots", "/boots", 25, 20, 25),
                  ("/index", "/index", 7, 5, 14)],
    ),
    Sample(
        name="matomo-pages-english", format="Matomo pages", file="Export _ Pages _ 2026.csv",
        data=delimited(
            [["Label", "Pageviews", "Visits", "Avg. time on page", "Bounce rate", "Exit rate"],
             ["/boots", "1,025", "820", "00:01:05", "40%", "30%"]]
        ),
        table="pages", columns=("page", "views", "sessions", "engagement_time"),
        expected=[("/boots", 1025, 820, 65)],
    ),
)  # fmt: skip
