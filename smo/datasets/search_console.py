"""A segment of a planted world as Search Console exports it: a zip of CSV tables."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from smo.datasets.draws import Floats, split_total
from smo.datasets.site import SITES
from smo.datasets.world import World

MAX_ROWS = 1000  # rows of a table in the export of the user interface
WRAP_AT = 75  # letters after which Search Console breaks a cell, always behind a space
ZIP_DATE = (2026, 6, 2, 9, 30, 0)

_Row = Sequence[object]


@dataclass(frozen=True, slots=True)
class Wording:
    """Names of members and columns in one language of Search Console."""

    members: tuple[str, ...]
    dimensions: tuple[str, ...]
    metrics: tuple[str, ...]
    filters: tuple[tuple[str, str], ...]
    devices: tuple[str, str, str]
    countries: tuple[str, ...]


# Members and dimensions: chart, queries, pages, countries, devices, search appearance.
# Of the Russian words only the pages table was seen in a real export (its clicks column begins
# with a Latin K); the others follow it by analogy.
WORDINGS = {
    "en": Wording(
        ("Chart", "Queries", "Pages", "Countries", "Devices", "Search appearance", "Filters"),
        ("Date", "Top queries", "Top pages", "Country", "Device", "Search Appearance"),
        ("Clicks", "Impressions", "CTR", "Position"),
        (("Filter", "Value"), ("Search type", "Web"), ("Date", "Last 3 months")),
        ("Mobile", "Desktop", "Tablet"),
        ("United Kingdom", "Ireland", "United States", "Australia", "Canada", "New Zealand"),
    ),
    "ru": Wording(
        ("График", "Запросы", "Страницы", "Страны", "Устройства", "Вид в поиске", "Фильтры"),
        ("Дата", "Популярные запросы", "Популярные страницы", "Страна", "Устройство",
         "Вид в поиске"),
        ("\u004bлики", "Показы", "CTR", "Позиция"),
        (("Фильтр", "Значение"), ("Тип поиска", "Веб-поиск"), ("Дата", "Последние 3 месяца")),
        ("Мобильные устройства", "ПК", "Планшет"),
        ("Россия", "Казахстан", "Беларусь", "Армения", "Сербия", "Грузия"),
    ),
}  # fmt: skip
# Shares of impressions and of clicks, invented.
DEVICE_SHARES = np.array([[0.62, 0.34, 0.04], [0.58, 0.39, 0.03]])
COUNTRY_SHARES = np.array(
    [[0.71, 0.12, 0.08, 0.05, 0.03, 0.01], [0.75, 0.11, 0.06, 0.045, 0.03, 0.005]]
)


def search_console_zip(world: World, segment: str) -> bytes:
    """Return the export of a segment; same world, same bytes.

    Parameters
    ----------
    world : World
        A planted world.
    segment : str
        One of its segments.

    Returns
    -------
    bytes
        A zip, stored without compression so that no compressor's version shows in it.

    Examples
    --------
    >>> from smo.datasets.world import load_demo
    >>> search_console_zip(load_demo(), "buyers")[:2]
    b'PK'
    """
    words = WORDINGS[SITES[segment].language]
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w", zipfile.ZIP_STORED) as archive:
        for name, rows in _members(world, segment, words):
            info = zipfile.ZipInfo(f"{name}.csv", ZIP_DATE)
            info.create_system = 3
            info.external_attr = 0o644 << 16
            archive.writestr(info, _csv(rows))
    return memory.getvalue()


def wrapped(cell: str) -> str:
    """Return a cell as Search Console writes it: long ones broken behind a space.

    Examples
    --------
    >>> wrapped("tents")
    'tents'
    >>> [len(line) for line in wrapped("word " * 20).split(chr(10))]
    [75, 25]
    """
    lines: list[str] = [""]
    for number, word in enumerate(cell.split(" ")):
        if number and len(lines[-1]) + 1 + len(word) > WRAP_AT:
            lines[-1] += " "
            lines.append(word)
        else:
            lines[-1] += f" {word}" if number else word
    return "\n".join(lines)


def percent(clicks: int, impressions: int) -> str:
    """Return a click-through rate as the export writes it.

    Examples
    --------
    >>> percent(1, 40), percent(1, 3), percent(0, 7)
    ('2.5%', '33.33%', '0%')
    """
    return f"{_short(100 * clicks / impressions)}%"


def _members(world: World, segment: str, words: Wording) -> list[tuple[str, list[_Row]]]:
    chart = _of(world.totals, segment)
    queries = _of(world.keywords, segment).sort_values(
        ["clicks", "impressions", "keyword"], ascending=[False, False, True]
    )
    pages = _of(world.pages, segment).sort_values(
        ["clicks", "impressions", "page"], ascending=[False, False, True]
    )
    tables = [
        _metric_rows(chart.assign(date=chart["date"].dt.strftime("%Y-%m-%d")), "date"),
        _metric_rows(queries, "keyword"),
        _metric_rows(pages[pages["impressions"] > 0], "page"),
        _metric_rows(_split(chart, words.countries, COUNTRY_SHARES), "name"),
        _metric_rows(_split(chart, words.devices, DEVICE_SHARES), "name"),
        [],
    ]
    heads = [[dimension, *words.metrics] for dimension in words.dimensions]
    found: list[tuple[str, list[_Row]]] = [
        (name, [head, *rows[:MAX_ROWS]])
        for name, head, rows in zip(words.members[:-1], heads, tables, strict=True)
    ]
    return [*found, (words.members[-1], list(words.filters))]


def _of(table: pd.DataFrame, segment: str) -> pd.DataFrame:
    return table[table["segment"] == segment]


def _metric_rows(table: pd.DataFrame, name: str) -> list[_Row]:
    columns = (table[c].tolist() for c in (name, "clicks", "impressions", "position"))
    return [
        (wrapped(key), int(clicks), int(shown), percent(int(clicks), int(shown)), _short(rank))
        for key, clicks, shown, rank in zip(*columns, strict=True)
    ]


def _split(chart: pd.DataFrame, names: tuple[str, ...], shares: Floats) -> pd.DataFrame:
    rank = float(chart["position"].mean())
    table = pd.DataFrame(
        {
            "name": names,
            "clicks": split_total(int(chart["clicks"].sum()), shares[1]),
            "impressions": split_total(int(chart["impressions"].sum()), shares[0]),
            "position": [rank * (0.95 + 0.1 * number) for number in range(len(names))],
        }
    )
    return table.sort_values(["clicks", "name"], ascending=[False, True])


def _short(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _csv(rows: Iterable[_Row]) -> bytes:
    """Return rows as UTF-8 without BOM, LF between the rows and none at the end."""
    memory = io.StringIO()
    csv.writer(memory, lineterminator="\n").writerows(rows)
    return memory.getvalue().removesuffix("\n").encode("utf-8")
