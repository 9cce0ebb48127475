"""Samples: Keyword Planner of Google Ads."""

from __future__ import annotations

import codecs
from collections.abc import Callable

from tests.read.families.sample import Sample
from tests.read.families.seo_writers import Cells, delimited

VOLUMES = ("keyword", "volume", "volume_kind", "period_days")
ALL_LABELS = "volumes are mid-labels of wide ranges (account without spend)"


def tabbed(rows: Cells, above: str = "") -> Callable[[], bytes]:
    """Return a writer of UTF-16 with TABs."""
    return delimited(
        rows, delimiter="\t", encoding="utf-16-le", mark=codecs.BOM_UTF16_LE, above=above
    )


OLD = [
    ["Ad group", "Keyword", "Currency", "Avg. Monthly Searches (exact match only)", "Competition",
     "Suggested bid", "Impr. share", "In account?", "In plan?", "Extracted from"],
    ["Seed Keywords", "garden shed", "GBP", "90500", "0.98", "0.60", "", "N", "N", ""],
    ["Keyword Ideas", "shed paint", "GBP", "1,300", "0.4", "", "", "N", "N", ""],
]  # fmt: skip
MONTHS = [f"Searches: {month} 2024" for month in ("Sep", "Oct", "Nov", "Dec")]
BIDS = ["Top of page bid (low range)", "Top of page bid (high range)"]
INDEX = ["Competition", "Competition (indexed value)"]
CHANGES = ["Three month change", "YoY change"]
FORM_2025 = [
    ["Keyword", "Currency", "Avg. monthly searches", *CHANGES, *INDEX, *BIDS,
     "Ad impression share", "Organic impression share", "Organic average position", "In account?",
     "In plan?", *MONTHS],
    ["garden shed", "EUR", "50000", "0%", "900%", "High", "93", "4.65", "70.82", *[""] * 9],
    ["shed, 8x6", "EUR", "500", "9900%", "∞", "Low", "4", "", "", *[""] * 9],
    ["shed", "EUR", "50", "-100%", "0%", "Low", "0", "", "", *[""] * 9],
    ["5.11", "EUR", "0", "", "", "", "", "", "", *[""] * 9],
    ["new shed", "EUR", "", "", "", "", "", "", "", *[""] * 9],
]  # fmt: skip
FORM_2026 = [
    ["Keyword", "Currency", "Segmentation", "Avg. monthly searches", *CHANGES, *INDEX, *BIDS,
     "Ad impression share", "Organic average position", "Organic impression share", "In Account",
     *MONTHS],
    ["caseta de jardín", "EUR", "", "5000.0", "0%", "∞", "Media", "57", "0,90", "1,25", *[""] * 8],
    ["caseta metálica", "EUR", "", "50.0", "0%", "-90%", "Baja", "7", "0,10", "0,45", *[""] * 8],
    ["", "EUR", "Todo", "50000.0", "0%", "0%", "", "", "", "", *[""] * 8],
    ["", "EUR", "España", "50000.0", "0%", "0%", "", "", "", "", *[""] * 8],
    ["", "EUR", "", "", "", "", "", "", "", "", *[""] * 8],
]  # fmt: skip
MIXED = [
    ["Keyword", "Currency", "Avg. monthly searches", *INDEX],
    ["garden shed", "GBP", "90,500", "High", "93"],
    ["shed paint", "GBP", "5000", "High", "93"],
    ["shed felt", "GBP", "880", "Low", "3"],
    ["shed lock", "GBP", "50", "Low", "3"],
    ["shed lock", "GBP", "40", "Low", "3"],
]  # fmt: skip
UI_RANGES = [
    ["Keyword", "Avg. monthly searches", "Competition"],
    ["shed", "10K – 100K", "High"],
    ["shed roof", "100 – 1K", "High"],
    ["shed roof felt tiles", "0 – 10", "–"],
    ["sheds", "1M – 10M", "Medium"],
    ["shed lamp", "880", "Low"],
    ["shed ramp", "–", "Low"],
]  # fmt: skip
RUSSIAN = [
    ["Ключевое слово", "Валюта", "Среднее число запросов в месяц", "Уровень конкуренции"],
    ["сарай", "RUB", "1 тыс. – 10 тыс.", "Высокая"],
    ["сарай из досок", "RUB", "10 – 100", "Низкая"],
    ["дача", "RUB", "100 тыс. – 1 млн", "Средняя"],
]  # fmt: skip
LOCAL = {
    "Spanish": ("Palabra clave", "Moneda", "Promedio de búsquedas mensuales", "10 mil – 100 mil"),
    "French": ("Mot clé", "Devise", "Nombre moyen de recherches mensuelles", "10 k – 100 k"),
    "Portuguese": ("Palavra-chave", "Moeda", "Média de pesquisas mensais", "10 mil – 100 mil"),
    "German": ("Keyword", "Währung", "Durchschnittliche Suchanfragen pro Monat",
               "10.000 – 100.000"),
    "Japanese": ("キーワード", "通貨", "月間平均検索ボリューム", "1万～10万"),
}  # fmt: skip
BOUNDS = [
    ["Keyword", "Currency", "Min search volume", "Max search volume", *INDEX],
    ["garden shed", "USD", "10000", "100000", "High", "93"],
    ["shed paint", "USD", "880", "880", "Low", "3"],
    ["shed felt", "USD", "0", "10", "Low", "3"],
    ["shed lamp", "USD", "", "", "", ""],
]  # fmt: skip
FORECAST = [
    ["Palavra-chave", "Lance máximo", "Cliques", "Impressões", "Custo", "CTR", "CPC médio"],
    ["[galpão de jardim]", "2,00", "120,52", "8324,33", "90,10", "1,4%", "0,75"],
    ['"galpão de jardim"', "2,00", "20,10", "1324,00", "9,10", "1,5%", "0,45"],
    ["galpão", "2,00", "1,00", "24,33", "0,70", "4,1%", "0,70"],
    ["Total da campanha", "", "141,62", "9672,66", "99,90", "1,5%", "0,71"],
]  # fmt: skip
FORECAST_EN = [
    ["Campaign", "Keyword", "Max. CPC", "Est. Clicks", "Est. Impr.", "Est. Cost"],
    ["Plan", "shed", "2.00", "10.50", "1200.75", "9.10"],
    ["Campaign total", "", "", "10.50", "1200.75", "9.10"],
]  # fmt: skip


def _local(language: str) -> Sample:
    keyword, currency, searches, shown = LOCAL[language]
    rows = [[keyword, currency, searches], ["shed", "EUR", shown], ["felt", "EUR", ""]]
    return Sample(
        name=f"keyword planner, {language} headers",
        format="Keyword Planner",
        file="Keyword Stats 2026-04-02 at 10_00_00.csv",
        data=tabbed(rows, "Keyword Stats 2026-04-02 at 10_00_00\n"),
        table="keywords",
        columns=("keyword", "volume", "volume_kind"),
        expected=[("shed", 50000, "bucket"), ("felt", None, None)],
        report={"notes": (ALL_LABELS,)},
    )


SAMPLES: tuple[Sample, ...] = (
    Sample(
        name="keyword planner of 2017",
        format="Keyword Planner",
        file="Keyword Planner 2017-11-02 at 10-00-00.csv",
        data=tabbed(OLD),
        table="keywords",
        columns=VOLUMES,
        expected=[("garden shed", 90500, "grouped", None), ("shed paint", 1300, "grouped", None)],
        report={"notes": None, "unused": ("Suggested bid",)},
    ),
    Sample(
        name="keyword planner of 2025, bucketed",
        format="Keyword Planner",
        file="Keyword Stats 2025-09-30 at 10_11_12.csv",
        data=tabbed(
            FORM_2025,
            "Keyword Stats 2025-09-30 at 10_11_12\n1 September 2024 - 31 August 2025\n",
        ),
        table="keywords",
        columns=VOLUMES,
        expected=[
            ("garden shed", 50000, "bucket", 365),
            ("shed, 8x6", 500, "bucket", 365),
            ("shed", 50, "bucket", 365),
            ("5.11", 0, "bucket", 365),
            ("new shed", None, None, 365),
        ],
        report={"encoding": "utf-16", "period_start": "2024-09-01", "notes": (ALL_LABELS,)},
    ),
    Sample(
        name="keyword planner of 2026, Spanish values and totals by segment",
        format="Keyword Planner",
        file="Keyword Stats 2026-04-05 at 10_11_12.csv",
        data=tabbed(
            FORM_2026,
            "Keyword Stats 2026-04-05 at 10_11_12\n"
            "1 de abril de 2025 - 31 de marzo de 2026\n",
        ),
        table="keywords",
        columns=VOLUMES,
        expected=[
            ("caseta de jardín", 5000, "bucket", 365),
            ("caseta metálica", 50, "bucket", 365),
        ],
        report={"rows_read": 5, "dropped": ("2 total row", "1 keyword is empty"),
                "period_end": "2026-03-31"},
    ),
    Sample(
        name="keyword planner of which some rows are bucketed",
        format="Keyword Planner",
        file="Keyword Stats 2026-04-06 at 10_11_12.csv",
        data=delimited(MIXED, mark=codecs.BOM_UTF8, end="\r\n"),
        table="keywords",
        columns=("keyword", "volume", "volume_kind"),
        expected=[
            ("garden shed", 90500, "grouped"),
            ("shed paint", 5000, "bucket"),
            ("shed felt", 880, "grouped"),
            ("shed lock", 50, "grouped"),
        ],
        report={"notes": ("1 of 5 volumes are mid-labels of wide ranges",),
                "dropped": ("1 the same keyword again",)},
    ),
    Sample(
        name="keyword planner, ranges of the interface",
        format="Keyword Planner",
        file="planner copied from the screen.csv",
        data=delimited(UI_RANGES),
        table="keywords",
        columns=("keyword", "volume", "volume_kind"),
        expected=[
            ("shed", 50000, "bucket"),
            ("shed roof", 500, "bucket"),
            ("shed roof felt tiles", 0, "bucket"),
            ("sheds", 5e6, "bucket"),
            ("shed lamp", 880, "grouped"),
            ("shed ramp", None, None),
        ],
        report={"notes": ("4 of 5 volumes are mid-labels",)},
    ),
    Sample(
        name="keyword planner, Russian",
        format="Keyword Planner",
        file="Keyword Stats 2026-04-07 at 10_11_12.csv",
        data=tabbed(RUSSIAN),
        table="keywords",
        columns=("keyword", "volume", "volume_kind"),
        expected=[
            ("сарай", 5000, "bucket"),
            ("сарай из досок", 50, "bucket"),
            ("дача", 500000, "bucket"),
        ],
    ),
    *map(_local, LOCAL),
    Sample(
        name="keyword planner with least and most searches",
        format="Keyword Planner ranges",
        file="Keyword Stats 2019-04-07 at 10_11_12.csv",
        data=tabbed(
            BOUNDS, "Keyword Stats 2019-04-07 at 10_11_12\nApril 1, 2018 - March 31, 2019\n"
        ),
        table="keywords",
        columns=("keyword", "volume", "volume_kind"),
        expected=[
            ("garden shed", 50000, "bucket"),
            ("shed paint", 880, "grouped"),
            ("shed felt", 0, "bucket"),
            ("shed lamp", None, None),
        ],
        report={"notes": ("2 of 3 volumes are mid-labels",), "period_days": 365},
    ),
    Sample(
        name="keyword planner forecasts, Portuguese",
        format="Keyword Planner forecasts",
        file="Keyword Forecasts 2026-08-22 at 10_11_12.csv",
        data=tabbed(
            FORECAST,
            "Keyword Forecasts 2026-08-22 at 10_11_12\n"
            "1 de setembro de 2026 - 30 de setembro de 2026\n",
        ),
        table="keywords",
        columns=("keyword", "clicks", "impressions", "volume"),
        expected=[("galpão de jardim", None, None, None), ("galpão", None, None, None)],
        report={
            "rows_read": 4, "dropped": ("1 total row", "1 row summed into another"),
            "notes": ("forecasts of clicks, impressions and cost are no counts",),
            "period_start": "2026-09-01", "sum_clicks": None, "unused": ("Cliques", "Impressões"),
        },
    ),
    Sample(
        name="keyword planner forecasts, total named beside the keyword",
        format="Keyword Planner forecasts",
        file="Keyword Forecasts 2026-08-23 at 10_11_12.csv",
        data=tabbed(FORECAST_EN),
        table="keywords",
        columns=("keyword", "clicks", "impressions", "volume"),
        expected=[("shed", None, None, None)],
        report={"dropped": ("1 total row",), "total_impressions": None},
    ),
)  # fmt: skip
