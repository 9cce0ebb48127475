"""TikTok, Pinterest, VK, short links and Google Business Profile.

TikTok counts no clicks: they are 0, flagged as derived. Of Pinterest the outbound clicks are
taken, not those that open the pin; of VK the clicks on links, and for the exposure its reach,
which counts people. A short link's row does not tell where the link stands. The clicks of a
business profile are totals: those on its website button, all its searches and maps together.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import pandas as pd

from smo.read.format import Draft, Format, JsonShape
from smo.read.posts import POSTS, numbers_of, with_fills
from smo.read.specs import TOTALS
from smo.spec import DTYPES
from smo.tables import CLICKS
from smo.text.urls import url_host

VK_WALL = "https://vk.com/wall"
NO_HOST = "short links"
SEEN_IN = ("_search_mobile", "_search_desktop", "_maps_mobile", "_maps_desktop")
VK_MEASURES = frozenset(["reach_total", "reach_subscribers", "links"])


def reach_as_exposure(draft: Draft) -> Draft:
    """Say that the exposure counts people."""
    return draft.note("exposed holds the reach: people, not times shown")


def wall_pages(draft: Draft) -> Draft:
    """Give each post the address on its owner's wall, where the owner is told."""
    if "_owner" not in draft.extra or "page" in draft.frame:
        return draft
    page = VK_WALL + draft.extra["_owner"] + "_" + draft.frame["element"]
    return replace(draft, frame=draft.frame.assign(page=page))


def short_links(draft: Draft) -> Draft:
    """Take the link for the element and its target; where it stands nobody knows."""
    links = draft.frame["element"]
    hosts = [(url_host(link) or NO_HOST) if isinstance(link, str) else None for link in links]
    page: pd.Series[Any] = pd.Series(hosts, index=links.index, dtype=DTYPES["text"])
    draft = replace(draft, frame=draft.frame.assign(page=page, target=links))
    return draft.note("the host of a short link stands for the page, which is not told")


def places(draft: Draft) -> Draft:
    """Name each place once, and sum up how often its profile was seen in search and maps."""
    frame = draft.frame
    known = [numbers_of(draft, name) for name in SEEN_IN if name in draft.extra]
    if known:
        seen = pd.concat(known, axis=1).sum(axis=1, min_count=1).astype(DTYPES["number"])
        frame = frame.assign(impressions=seen)
    names = frame["name"]
    for part in ("_code", "_address"):
        again = names.duplicated(keep=False)
        if part in draft.extra and again.any():
            longer = names + ", " + draft.extra[part]
            names = names.where(~again, longer.fillna(names))
    return replace(draft, frame=frame.assign(name=names))


def _is_reach(value: object) -> bool:
    if not isinstance(value, Mapping) or not isinstance(value.get("response"), list):
        return False
    rows = value["response"]
    return bool(rows) and all(isinstance(row, Mapping) and VK_MEASURES & set(row) for row in rows)


def _reach_tables(value: Any) -> Mapping[str, Sequence[Sequence[Any]]]:
    rows = value["response"]
    header = list(dict.fromkeys(str(key) for row in rows for key in row))
    return {"": [header, *([row.get(key) for key in header] for row in rows)]}


FORMATS: tuple[Format, ...] = (
    with_fills(
        Format(
            name="TikTok posts",
            family="TikTok",
            spec=CLICKS,
            words={
                "text": ("Video title",),
                "page": ("Video link",),
                "_posted": ("Post time",),
                "pageviews": ("Total views",),
                "likes": ("Total likes",),
                "comments": ("Total comments",),
                "shares": ("Total shares",),
                "play_time": ("Total play time",),
                "watch_time": ("Average watch time",),
                "watched": ("Watched full video",),
                "favorites": ("Add to favorites",),
            },
            required=("text", "page", "pageviews"),
            evidence="C",
            constants={"kind": "post", "channel": "tiktok"},
            mends=POSTS,
        )
    ),
    with_fills(
        Format(
            name="Pinterest pins",
            family="Pinterest",
            spec=CLICKS,
            words={
                # All but the four measures by analogy.
                "exposed": ("Impressions",),
                "clicks": ("Outbound clicks",),
                "pin_clicks": ("Pin clicks",),
                "saves": ("Saves",),
                "element": ("Pin ID", "Pin"),
                "page": ("Pin link", "Pin URL", "Pin permalink"),
                "target": ("Destination link", "Link", "Source URL", "Destination URL"),
                "_posted": ("Publish date", "Created date", "Created at", "Date created"),
                "text": ("Title", "Pin title", "Pin description", "Description"),
                "board": ("Board", "Board name", "Pinterest board"),
            },
            required=("exposed", "saves"),
            any_of=("element", "page"),
            evidence="K",
            constants={"kind": "post", "channel": "pinterest"},
            mends=POSTS,
        )
    ),
    with_fills(
        Format(
            name="VK post reach",
            family="VK",
            spec=CLICKS,
            words={
                "element": ("post_id", "id"),
                "_owner": ("owner_id",),
                "text": ("text",),
                "exposed": ("reach_total",),
                "clicks": ("links",),
                "reach_subscribers": ("reach_subscribers",),
                "reach_viral": ("reach_viral",),
                "reach_ads": ("reach_ads",),
                "to_group": ("to_group",),
                "join_group": ("join_group",),
                "hide": ("hide",),
                "report": ("report",),
            },
            required=("element", "clicks", "exposed"),
            evidence="C",
            constants={"kind": "post", "channel": "vk"},
            mends=(wall_pages, *POSTS, reach_as_exposure),
        )
    ),
    with_fills(
        Format(
            name="VK posts table",
            family="VK",
            spec=CLICKS,
            words={
                "page": ("Ссылка на запись", "Ссылка на пост", "Ссылка", "Адрес записи"),
                "element": ("ID записи", "ID поста", "ID"),
                "text": ("Текст записи", "Текст поста", "Текст", "Запись", "Пост"),
                "_posted": ("Дата публикации", "Дата записи", "Дата"),
                "exposed": ("Полный охват", "Общий охват", "Охват", "Показы"),
                "pageviews": ("Просмотры",),
                "clicks": ("Переходы по ссылкам", "Переходы по ссылке", "Клики по ссылкам",
                           "Переходы"),
            },
            required=("clicks", "text"),
            any_of=("exposed", "pageviews"),
            evidence="K",
            constants={"kind": "post", "channel": "vk"},
            mends=POSTS,
            day_first=True,
        )
    ),
    Format(
        name="Geniuslink links",
        family="Geniuslink",
        spec=CLICKS,
        words={
            "element": ("Link",),
            "campaign": ("Group",),
            "user": ("User",),
            "clicks": ("Clicks",),
        },
        required=("element", "campaign", "clicks"),
        evidence="R",
        constants={"kind": "link"},
        mends=(short_links,),
        fills=("page", "target"),
    ),
    Format(
        name="Business Profile performance",
        family="Google Business Profile",
        spec=TOTALS,
        words={
            "name": ("Business name",),
            "clicks": ("Website clicks",),
            "_code": ("Store code",),
            "_address": ("Address",),
            "_search_mobile": ("Google Search - Mobile",),
            "_search_desktop": ("Google Search - Desktop",),
            "_maps_mobile": ("Google Maps - Mobile",),
            "_maps_desktop": ("Google Maps - Desktop",),
            "labels": ("Labels",),
            "calls": ("Calls",),
            "messages": ("Messages",),
            "bookings": ("Bookings",),
            "directions": ("Directions",),
        },
        required=("name", "clicks", "_code"),
        evidence="R",
        constants={"kind": "place"},
        mends=(places,),
        described=True,
        fills=("impressions",),
    ),
)  # fmt: skip

SHAPES: tuple[JsonShape, ...] = (JsonShape("VK stats.getPostReach", _is_reach, _reach_tables),)
