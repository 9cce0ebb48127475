"""Yandex Webmaster: queries by address, the query table, and answers of its interface."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import pandas as pd

from smo.read.format import Draft, Format, JsonShape
from smo.read.mends import no_rank_unseen
from smo.spec import DTYPES
from smo.tables import KEYWORDS

FAMILY = "Yandex Webmaster"

QUERY = ("Запрос", "Query", "Поисковый запрос")
CLICKS = ("Клики", "Clicks")
SHOWS = ("Показы", "Impressions", "Shows")
# The English documentation calls the position "Ranking".
POSITION = ("Позиция", "Ranking", "Position", "Средняя позиция")
SHOW_POSITION = ("Ср. позиция", "Средняя позиция", "Ср. позиция показа", "Средняя позиция показа")
CLICK_POSITION = ("Ср. позиция клика", "Средняя позиция клика")
INDICATORS = ("TOTAL_SHOWS", "TOTAL_CLICKS", "AVG_SHOW_POSITION", "AVG_CLICK_POSITION")
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
# The interface for programs names a site "https:shop.example:443".
_SITE_ID = re.compile(r"(https?):(?!//)([^/:\s]+)(?::(\d+))?/?", re.IGNORECASE)
_DEFAULT_PORTS = {"http": "80", "https": "443"}


def page_address(host: str, path: str) -> str:
    """Return the address of a page from the host and the path (or whole address) beside it.

    Examples
    --------
    >>> page_address("https:shop.example:443", "/tents/")
    'https://shop.example/tents/'
    >>> page_address("shop.example", "tents"), page_address("", "https://shop.example/")
    ('shop.example/tents', 'https://shop.example/')
    """
    host, path = host.strip(), path.strip()
    if _SCHEME.match(path):
        return path
    site = _SITE_ID.fullmatch(host)
    if site:
        scheme, name, port = site[1].casefold(), site[2], site[3]
        host = f"{scheme}://{name}"
        if port and port != _DEFAULT_PORTS[scheme]:
            host += f":{port}"
    host = host.rstrip("/")
    if not host or not path or _bare_host(host, path):
        return path or host
    return f"{host}/{path.removeprefix('/')}"


def _bare_host(host: str, path: str) -> bool:
    """Return whether the path begins with the host already."""
    name = _SCHEME.sub("", host)
    return path == name or path.startswith(f"{name}/")


def pages_of_hosts(draft: Draft) -> Draft:
    """Put host and path together to the address of the page."""
    frame = draft.frame
    empty: pd.Series[Any] = pd.Series(pd.NA, index=frame.index, dtype=DTYPES["text"])
    paths = frame.get("page", empty)
    hosts = draft.extra.get("_host", empty)
    pairs = list(zip(hosts.fillna(""), paths.fillna(""), strict=True))
    known = {pair: page_address(*pair) or None for pair in set(pairs) if pair[1]}
    page = pd.Series([known.get(p) for p in pairs], index=frame.index, dtype=DTYPES["text"])
    return replace(draft, frame=frame.assign(page=page))


def regions_as_countries(draft: Draft) -> Draft:
    """Say where the regions are."""
    if "country" not in draft.frame or draft.frame["country"].isna().all():
        return draft
    return draft.note("regions stand in the column country")


def is_answer(value: object) -> bool:
    """Return whether this is an answer of the interface about queries.

    Examples
    --------
    >>> row = {"query_text": "tent", "indicators": {"TOTAL_SHOWS": 9.0}}
    >>> is_answer({"queries": [row], "date_from": "2026-03-01"}), is_answer({"queries": []})
    (True, False)
    """
    rows = value.get("queries") if isinstance(value, Mapping) else None
    return (
        isinstance(rows, list)
        and bool(rows)
        and all(isinstance(row, Mapping) and {"query_text", "indicators"} <= row.keys()
                for row in rows)
    )  # fmt: skip


def answer_tables(value: Any) -> Mapping[str, Sequence[Sequence[Any]]]:
    """Return the rows of an answer below its period.

    Examples
    --------
    >>> row = {"query_text": "tent", "indicators": {"TOTAL_SHOWS": 9.0}}
    >>> answer_tables({"queries": [row], "date_from": "2026-03-01", "date_to": "2026-03-07"})[""]
    [['2026-03-01 - 2026-03-07'], ['query_text', 'TOTAL_SHOWS'], ['tent', 9.0]]
    """
    rows = value["queries"]
    names = [name for name in INDICATORS if any(name in row["indicators"] for row in rows)]
    days = [str(value.get(name) or "")[:10] for name in ("date_from", "date_to")]
    told = [[" - ".join(days)]] if all(days) else []
    body = [[row["query_text"], *(row["indicators"].get(n) for n in names)] for row in rows]
    return {"": [*told, ["query_text", *names], *body]}


FORMATS: tuple[Format, ...] = (
    Format(
        name="Yandex Webmaster queries by page",
        family=FAMILY,
        spec=KEYWORDS,
        # The columns are those of the documentation, in both languages.
        words={
            "date": ("Дата", "Date"),
            "_host": ("Хост", "Host"),
            "page": ("URL", "Адрес", "Путь"),
            "keyword": QUERY,
            "country": ("Регион", "Region"),
            "clicks": CLICKS,
            "impressions": SHOWS,
            "position": POSITION,
        },
        required=("keyword", "page", "clicks", "impressions"),
        any_of=("_host", "country"),
        evidence="D",
        day_first=True,
        mends=(pages_of_hosts, no_rank_unseen, regions_as_countries),
    ),
    Format(
        name="Yandex Webmaster queries",
        family=FAMILY,
        spec=KEYWORDS,
        # Of the table on the screen only the first word was seen; the others are by analogy.
        words={
            "keyword": ("Поисковые запросы", "Поисковый запрос", "Search queries"),
            "impressions": SHOWS,
            "clicks": CLICKS,
            "ctr": ("CTR", "CTR, %"),
            "position": SHOW_POSITION,
            "click_position": CLICK_POSITION,
            "demand": ("Спрос",),
        },
        required=("keyword",),
        any_of=("impressions", "clicks", "position"),
        evidence="C",
        unconfirmed=("English",),
        mends=(no_rank_unseen,),
    ),
    Format(
        name="Yandex Webmaster interface",
        family=FAMILY,
        spec=KEYWORDS,
        words={
            "keyword": ("query_text",),
            "impressions": ("TOTAL_SHOWS",),
            "clicks": ("TOTAL_CLICKS",),
            "position": ("AVG_SHOW_POSITION",),
            "click_position": ("AVG_CLICK_POSITION",),
        },
        required=("keyword",),
        any_of=("impressions", "clicks"),
        evidence="D",
        mends=(no_rank_unseen,),
    ),
)
SHAPES: tuple[JsonShape, ...] = (JsonShape("a Yandex Webmaster answer", is_answer, answer_tables),)
