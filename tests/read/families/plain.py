"""Samples: plain tables."""

from __future__ import annotations

from tests.read.families.sample import Sample

KEYWORDS = ("keyword", "page", "date", "impressions", "clicks", "position", "volume", "period_days")
OWN_KEYWORDS = (
    "query,keyword,page,date,impressions,clicks,position,volume\n"
    "x,red tent,/tents/,2026-03-01,40,3,3.5,\n"
    "y,hammock,,2026-03-02,0,0,,90\n"
)
READ_KEYWORDS = [
    ("red tent", "/tents/", "2026-03-01", 40, 3, 3.5, None, 2),
    ("hammock", None, "2026-03-02", 0, 0, None, 90, 2),
]

SAMPLES: tuple[Sample, ...] = (
    Sample(
        name="plain keywords",
        format="plain keywords",
        file="own.csv",
        data=OWN_KEYWORDS.encode,
        table="keywords",
        columns=KEYWORDS,
        expected=READ_KEYWORDS,
        report={"unused": "query"},
    ),
    Sample(
        name="plain keywords in other words",
        format="plain keywords",
        file="words.csv",
        data=lambda: b"Search term;Searches;Rank\nred tent;1.240;3,5\nhammock;90;12,25\n",
        table="keywords",
        columns=("keyword", "volume", "position"),
        expected=[("red tent", 1_240, 3.5), ("hammock", 90, 12.25)],
    ),
    Sample(
        name="plain keywords in Russian",
        format="plain keywords",
        file="слова.csv",
        data=lambda: (
            "Запрос\tПоказы\tКлики\tСредняя позиция\nпалатка\t1 240\t3\t3,5\nтент\t9\t0\t12\n"
        ).encode("cp1251"),
        table="keywords",
        columns=("keyword", "impressions", "clicks", "position"),
        expected=[("палатка", 1_240, 3, 3.5), ("тент", 9, 0, 12)],
    ),
    Sample(
        name="plain clicks",
        format="plain clicks",
        file="map.csv",
        data=lambda: (
            b"page,element,text,target,exposed,pageviews,clicks\r\n"
            b"/home,promo:1,Red tents,/tents/,90,100,7\r\n"
            b"/home,promo:2,,,,100,0\r\n"
        ),
        table="clicks",
        columns=("page", "element", "kind", "text", "target", "exposed", "pageviews", "clicks"),
        expected=[
            ("/home", "promo:1", "element", "Red tents", "/tents/", 90, 100, 7),
            ("/home", "promo:2", "element", None, None, None, 100, 0),
        ],
    ),
    Sample(
        name="plain clicks in other words",
        format="plain clicks",
        file="links.csv",
        data=lambda: (
            b"Page URL,Selector,Link text,Href,Total clicks,Page views\n"
            b"/home,#buy,Buy,/buy,7,90\n/home,.nav a,Help,/help,2,90\n"
        ),
        table="clicks",
        columns=("page", "element", "text", "target", "clicks", "pageviews"),
        expected=[
            ("/home", "#buy", "Buy", "/buy", 7, 90),
            ("/home", ".nav a", "Help", "/help", 2, 90),
        ],
    ),
    Sample(
        name="plain pages",
        format="plain pages",
        file="pages.csv",
        data=lambda: (
            b"page,pageviews,landings,organic_landings,session_ends\r\n"
            b"/home,1637,651,338,238\r\n/tents/,233,68,60,57\r\n"
        ),
        table="pages",
        columns=("page", "views", "sessions", "clicks"),
        expected=[("/home", 1637, 651, None), ("/tents/", 233, 68, None)],
        report={"unused": "organic_landings, session_ends"},
    ),
    Sample(
        name="plain pages in other words",
        format="plain pages",
        file="pages_2.csv",
        data=lambda: (
            "URL,Page title,Page views,Views,Visits,Avg. time on page\n"
            "/home,Home,9,12,8,0:01:05\n/tents/,Tents,3,4,2,12.5\n"
        ).encode("utf-8-sig"),
        table="pages",
        columns=("page", "title", "views", "sessions", "engagement_time"),
        # A column called "views" is meant before one called "page views".
        expected=[("/home", "Home", 12, 8, 65), ("/tents/", "Tents", 4, 2, 12.5)],
        report={"unused": "Page views"},
    ),
)
