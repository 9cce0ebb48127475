"""Samples: Google Trends."""

from __future__ import annotations

from collections.abc import Callable

from tests.read.families.sample import Sample

NO_COUNT = "the index of Google Trends is neither impressions nor searches a month"
DEMAND = ("keyword", "impressions", "clicks", "volume", "volume_kind")
RELATED = """Category: All categories
"Feb 22, 2026, 11:12\u202fPM – May 22, 2026, 11:12\u202fPM"

TOP
garden shed,100
"shed, 8x6",34
shed paint,<1

RISING
shed paint,Breakout
shed ramp,"+4,950%"
top rising shed,+450%
"""
SEARCHED = """"query","search interest","increase percent"
"garden shed",100,"20%"
"shed, 8x6",21,"-5%"
"shed ramp",2,"Breakout"
"""


def _text(text: str, *, end: str = "\n", encoding: str = "utf-8") -> Callable[[], bytes]:
    return lambda: text.replace("\n", end).encode(encoding)


def _none(*keywords: str) -> list[tuple[object, ...]]:
    return [(keyword, None, None, None, None) for keyword in keywords]


def _timeline(name: str, rows: str, expected: list[str], **report: object) -> Sample:
    return Sample(
        name=f"google trends timeline by {name}",
        format="Google Trends timeline",
        file="multiTimeline.csv",
        data=_text("Category: All categories\n\n" + rows),
        table="totals",
        columns=("kind", "name", "clicks", "impressions"),
        expected=[("time of interest", point, None, None) for point in expected],
        report={"notes": (NO_COUNT,), **report},
    )


SAMPLES: tuple[Sample, ...] = (
    Sample(
        name="google trends related queries",
        format="Google Trends related queries",
        file="relatedQueries.csv",
        data=_text(RELATED),
        table="keywords",
        columns=DEMAND,
        expected=_none("garden shed", "shed, 8x6", "shed paint", "shed ramp", "top rising shed"),
        report={
            "rows_read": 7, "rows_kept": 5, "period_start": "2026-02-22", "period_days": 90,
            "dropped": ("1 heading", "1 keyword in both blocks"), "notes": (NO_COUNT,),
            "sum_impressions": None,
        },
    ),
    Sample(
        name="google trends related queries without a date line",
        format="Google Trends related queries",
        file="relatedQueries (1).csv",
        data=_text("Category: All categories\n\nRISING\nshed ramp,+450%\nshed felt,Breakout\n",
                   end="\r\n", encoding="utf-8-sig"),
        table="keywords",
        columns=DEMAND,
        expected=_none("shed ramp", "shed felt"),
        report={"encoding": "utf-8-sig", "period_days": None},
    ),
    Sample(
        name="google trends related queries, Spanish",
        format="Google Trends related queries",
        file="relatedQueries (2).csv",
        data=_text("Categoría: Todas las categorías\n\nPRINCIPALES\ncaseta,100\n\nEN AUMENTO\n"
                   "caseta metálica,Aumento puntual\n"),
        table="keywords",
        columns=DEMAND,
        expected=_none("caseta", "caseta metálica"),
    ),
    Sample(
        name="google trends queries searched with a term",
        format="Google Trends queries searched with a term",
        file="searched_with_top-queries_CA-BC_20260222-2312_20260522-2312.csv",
        data=_text(SEARCHED),
        table="keywords",
        columns=DEMAND,
        expected=_none("garden shed", "shed, 8x6", "shed ramp"),
        report={"period_start": "2026-02-22", "period_end": "2026-05-22", "period_days": 90,
                "unused": ("search interest", "increase percent"), "notes": (NO_COUNT,)},
    ),
    Sample(
        name="google trends related topics",
        format="Google Trends related topics",
        file="relatedEntities.csv",
        data=_text("Category: All categories\n\nTOP\nShed - Topic,100\n\n"
                   "RISING\nFelt - Topic,+90%\n"),
        table="totals",
        columns=("kind", "name", "clicks", "impressions"),
        expected=[("topic", "Shed - Topic", None, None), ("topic", "Felt - Topic", None, None)],
    ),
    _timeline("month", "Month,garden shed: (Canada)\n2026-01,45\n2026-02,<1\n",
              ["2026-01", "2026-02"], period_start="2026-01-01", period_days=59),
    _timeline("week", "Week,shed: (Canada),paint: (Canada)\n2026-01-04,45,3\n2026-01-11,9,0\n",
              ["2026-01-04", "2026-01-11"], period_end="2026-01-17", period_days=14),
    _timeline("day", "Day,shed: (Worldwide)\n2026-01-04,45\n2026-01-05,9\n",
              ["2026-01-04", "2026-01-05"], period_days=2),
    _timeline("hour", "Time,shed: (United States)\n2026-09-26T00,12\n2026-09-26T01,<1\n",
              ["2026-09-26T00", "2026-09-26T01"], period_days=None),
    Sample(
        name="google trends map",
        format="Google Trends map",
        file="geoMap.csv",
        data=_text("Category: All categories\n\nRegion,shed: (2/22/26 – 5/22/26)\n"
                   "Quebec,100\nYukon,\n"),
        table="totals",
        columns=("kind", "name", "clicks", "impressions"),
        expected=[("region of interest", "Quebec", None, None),
                  ("region of interest", "Yukon", None, None)],
        report={"notes": (NO_COUNT,)},
    ),
)  # fmt: skip
