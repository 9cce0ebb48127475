"""Samples: TikTok, Pinterest, VK, short links and Google Business Profile."""

from __future__ import annotations

import json

from tests.read.families.sample import Sample
from tests.read.families.seo_writers import delimited

COLUMNS = ("page", "element", "kind", "channel", "text", "hashtags", "target", "date", "exposed",
           "clicks", "derived")  # fmt: skip
TIKTOK = [
    ["Video title", "Video link", "Post time", "Total likes", "Total comments", "Total shares",
     "Total views", "Total play time", "Average watch time", "Watched full video",
     "Add to favorites"],
    ["Mud test 👟 #trail #fyp", "https://www.tiktok.com/@shop/video/7300000000000000001",
     "2026-05-14", 120, 4, 9, "12,400", 88000, 7.1, "21%", 33],
    ["no tags, no date", "https://www.tiktok.com/@shop/video/7300000000000000002", "May 20", 3, 0,
     0, 310, 900, 2.9, "9%", 0],
]  # fmt: skip
VIDEO = "https://www.tiktok.com/@shop/video/"
TIKTOK_ROWS = [
    (f"{VIDEO}7300000000000000001", "7300000000000000001", "post", "tiktok", "Mud test 👟",
     "trail fyp", None, "2026-05-14", 12400, 0, True),
    (f"{VIDEO}7300000000000000002", "7300000000000000002", "post", "tiktok", "no tags, no date",
     None, None, None, 310, 0, True),
]  # fmt: skip
PINTEREST = [
    ["Pin ID", "Title", "Board", "Link", "Impressions", "Saves", "Pin clicks", "Outbound clicks"],
    [
        "990000000000000001",
        "Trail shoes #mud",
        "Running",
        "https://shop.example/trail",
        2100,
        31,
        80,
        14,
    ],
    ["990000000000000002", "Laces", "Running", "", 90, 0, 1, 0],
]
PINTEREST_ROWS = [
    ("pinterest:990000000000000001", "990000000000000001", "post", "pinterest", "Trail shoes",
     "mud", "https://shop.example/trail", None, 2100, 14, None),
    ("pinterest:990000000000000002", "990000000000000002", "post", "pinterest", "Laces", None,
     None, None, 90, 0, None),
]  # fmt: skip
PINS = [
    ["Pin URL", "Impressions", "Saves"],
    ["https://www.pinterest.com/pin/990000000000000003/", 400, 2],
    ["https://www.pinterest.com/pin/990000000000000004/", 10, 0],
]
PINS_ROWS = [(row[0], f"99000000000000000{n}", row[1], 0, True)
             for n, row in zip((3, 4), PINS[1:], strict=True)]  # fmt: skip
REACH = [
    {"post_id": 41, "owner_id": -77, "reach_subscribers": 300, "reach_viral": 20, "reach_ads": 0,
     "reach_total": 320, "links": 12, "to_group": 1, "join_group": 0, "hide": 0, "report": 0},
    {"post_id": 42, "owner_id": -77, "reach_subscribers": 90, "reach_viral": 0, "reach_ads": 0,
     "reach_total": 90, "links": 0, "to_group": 0, "join_group": 0, "hide": 1, "report": 0},
]  # fmt: skip
VK = [
    ["Дата публикации", "Ссылка на запись", "Текст записи", "Охват", "Просмотры",
     "Переходы по ссылкам"],
    ["04.05.2026 10:00", "https://vk.com/wall-77_43", "Новые кроссовки; скидки! #Обувь #бег_зимой "
     "https://shop.example/v?utm_source=vk&utm_campaign=may", "1 204", "2 350", 17],
    ["05.05.2026", "https://vk.com/wall-77_44", "Просто новость", 90, 110, 0],
]  # fmt: skip
VK_ROWS = [
    ("https://vk.com/wall-77_43", "-77_43", "post", "vk", "Новые кроссовки; скидки!",
     "обувь бег_зимой", "https://shop.example/v?utm_source=vk&utm_campaign=may", "2026-05-04",
     1204, 17, None),
    ("https://vk.com/wall-77_44", "-77_44", "post", "vk", "Просто новость", None, None,
     "2026-05-05", 90, 0, None),
]  # fmt: skip
LINKS = [
    ["Link", "Group", "User", "Clicks"],
    ["https://buy.example.com/abc12", "Shoes", "owner@shop.example", "1,240"],
    ["buy.example.com/xYz", "", "owner@shop.example", 3],
    ["my link", "Socks", "", 0],
]
LINK_ROWS = [
    ("buy.example.com", "https://buy.example.com/abc12", "link", "https://buy.example.com/abc12",
     "Shoes", 1240),
    ("buy.example.com", "buy.example.com/xYz", "link", "buy.example.com/xYz", None, 3),
    ("short links", "my link", "link", "my link", "Socks", 0),
]  # fmt: skip
BUSINESS = [
    ["Store code", "Business name", "Address", "Labels", "Google Search - Mobile",
     "Google Search - Desktop", "Google Maps - Mobile", "Google Maps - Desktop", "Calls",
     "Messages", "Bookings", "Directions", "Website clicks", "Food orders"],
    ["", "", "", "", "Number of people that viewed it in search on mobile",
     "Number of people that viewed it in search on desktop", "In maps on mobile",
     "In maps on desktop", "Number of calls", "Number of messages", "Number of bookings",
     "Number of directions", "Number of clicks on the website", "Number of orders"],
    ["17", "Trail Shop", "1 Main St, Oldtown", "", 1200, 300, 400, 20, 3, 0, 0, 12, 90, 0],
    ["18", "Trail Shop", "2 Main St, Newtown", "", 100, 30, 40, 2, 0, 0, 0, 1, 7, 0],
    ["19", "Sock Shop", "3 Main St, Newtown", "", 10, "", 0, 0, 0, 0, 0, 0, 0, 0],
]  # fmt: skip

SAMPLES: tuple[Sample, ...] = (
    Sample(
        name="tiktok-posts",
        format="TikTok posts",
        file="Content.csv",
        data=delimited(TIKTOK),
        table="clicks",
        columns=COLUMNS,
        expected=TIKTOK_ROWS,
        report={"rows_kept": 2, "notes": ("counts no clicks", "1 dates were not understood")},
    ),
    Sample(
        name="pinterest-pins",
        format="Pinterest pins",
        file="pins.csv",
        data=delimited(PINTEREST),
        table="clicks",
        columns=COLUMNS,
        expected=PINTEREST_ROWS,
        report={"sum_clicks": 14, "unused": ("Pin clicks",)},
    ),
    Sample(
        name="pinterest-overview",
        format="Pinterest pins",
        file="overview.csv",
        data=delimited(PINS),
        table="clicks",
        columns=("page", "element", "exposed", "clicks", "derived"),
        expected=PINS_ROWS,
    ),
    Sample(
        name="vk-post-reach",
        format="VK post reach",
        file="reach.json",
        data=lambda: json.dumps({"response": REACH}).encode(),
        table="clicks",
        columns=("page", "element", "channel", "exposed", "clicks"),
        expected=[("https://vk.com/wall-77_41", "-77_41", "vk", 320, 12),
                  ("https://vk.com/wall-77_42", "-77_42", "vk", 90, 0)],
        report={"sum_clicks": 12, "notes": ("people, not times shown",)},
    ),
    Sample(
        name="vk-post-reach-without-owner",
        format="VK post reach",
        file="reach-flat.json",
        data=lambda: json.dumps(
            [{k: v for k, v in row.items() if k != "owner_id"} for row in REACH]
        ).encode(),
        table="clicks",
        columns=("page", "element", "exposed", "clicks"),
        expected=[("vk:41", "41", 320, 12), ("vk:42", "42", 90, 0)],
    ),
    Sample(
        name="vk-posts-table",
        format="VK posts table",
        file="stats.csv",
        data=delimited(VK, delimiter=";", encoding="cp1251"),
        table="clicks",
        columns=COLUMNS,
        expected=VK_ROWS,
        report={"encoding": "cp1251", "sum_clicks": 17},
    ),
    Sample(
        name="geniuslink-links",
        format="Geniuslink links",
        file="links.csv",
        data=delimited(LINKS),
        table="clicks",
        columns=("page", "element", "kind", "target", "campaign", "clicks"),
        expected=LINK_ROWS,
        report={"sum_clicks": 1243, "notes": ("personal data left out: User",)},
    ),
    Sample(
        name="google-business-profile",
        format="Business Profile performance",
        file="GMB insights (Performance Report) - 2026-5-1 - 2026-5-31 - ab12.csv",
        data=delimited(BUSINESS),
        table="totals",
        columns=("kind", "name", "clicks", "impressions"),
        expected=[("place", "Trail Shop, 17", 90, 1920), ("place", "Trail Shop, 18", 7, 172),
                  ("place", "Sock Shop", 0, 10)],
        report={"rows_read": 4, "rows_kept": 3, "sum_clicks": 97, "period_days": 31},
    ),
)  # fmt: skip
