"""Yandex Wordstat: top and similar queries, dynamics, regions, and answers of its interface."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

import pandas as pd

from smo.errors import SmoError
from smo.read.dates import parse_day
from smo.read.format import Draft, Format, JsonShape
from smo.read.mends import device_name
from smo.read.operators import without_operators
from smo.read.periods import DAYS_A_MONTH, Period, last_in, range_in, span
from smo.read.recognize import fold_header
from smo.read.specs import TOTALS
from smo.spec import DTYPES
from smo.tables import KEYWORDS

FAMILY = "Yandex Wordstat"
# Calendar months and Wordstat's own "last 30 days", counted with both ends.
SHORTEST_MONTH, LONGEST_MONTH = 28.0, 31.0
MAX_NAMED = 5

# Seen are "Формулировка" of 2024, "Запросы со словами" and "Запросы" of 2026.
TOP = ("Формулировка", "Запросы со словами", "Запросы", "Queries with words")
SIMILAR = ("Похожие запросы", "Запросы, похожие на*", "Similar queries")
PERIOD = ("Период", "Period")
REGION = ("Регион", "Город", "Region")
COUNT = ("Число запросов", "Показов в месяц", "Number of queries")
SHARE = ("Доля от всех запросов, %", "Доля от всех запросов*", "Share of all queries*")
# The last header cell is no header: 'Топ частотных запросов «книги», 25.09.2024 — 25.10.2024, ...'
TOLD = ("*«*»*", "*.20* — *.20*", "*.20* - *.20*")
SEED = re.compile(r"«(.*)»")
RANGE = re.compile(r"\d{2}\.\d{2}\.\d{4}\s*[—–-]\s*\d{2}\.\d{2}\.\d{4}")
EVERYWHERE = frozenset(map(fold_header, ("все регионы", "all regions")))
EVERY_DEVICE = frozenset(map(fold_header, ("все устройства", "all devices", "all")))
# Words of the device filter; "phone" and "tablet" are those of the interface for programs.
DEVICES = {
    fold_header(word): name
    for name, words in {
        "mobile": ("смартфоны", "телефоны", "мобильные", "мобильные телефоны", "phones", "phone"),
        "tablet": ("планшеты", "tablets", "tablet"),
        "desktop": ("десктопы", "компьютеры", "desktops", "desktop"),
    }.items()
    for word in words
}
_MIDNIGHT = re.compile(r"T00:00(?::00.*)?$")
_YEAR = re.compile(r"([^\W\d_]+)\.?\s+(\d{4})(?:\s*г\.?)?")


@dataclass(frozen=True, slots=True)
class Told:
    """What the last header cell says: seed, period, region, device."""

    seed: str | None = None
    period: Period = field(default_factory=Period)
    regions: tuple[str, ...] = ()
    devices: tuple[str, ...] = ()


def told_in(cell: str) -> Told:
    """Return the facts in the last header cell of a Wordstat table.

    Examples
    --------
    >>> told = told_in("Топ запросов «чай, кофе», 01.03.2026 — 30.03.2026, Москва, планшеты")
    >>> told.seed, told.period.days, told.regions, told.devices
    ('чай, кофе', 30.0, ('Москва',), ('tablet',))
    """
    seed = SEED.search(cell)
    rest = cell[seed.end() :] if seed else cell
    found = RANGE.search(rest)
    if found:
        period, rest = range_in(found[0], day_first=True), rest[found.end() :]
    else:
        period = last_in(rest)
    parts = [part.strip() for part in rest.split(",") if part.strip()]
    if found is None:
        # Without a period nothing tells the view from the region: only devices are certain.
        parts = [part for part in parts if fold_header(part) in DEVICES]
    named = [part for part in parts if fold_header(part) not in EVERYWHERE | EVERY_DEVICE]
    devices = tuple(DEVICES[fold_header(p)] for p in named if fold_header(p) in DEVICES)
    regions = tuple(part for part in named if fold_header(part) not in DEVICES)
    return Told(seed[1] if seed else None, period, regions, tuple(dict.fromkeys(devices)))


def first_day(period: str) -> date | None:
    """Return the first day of a row of the dynamics: a month, a week or a day.

    Examples
    --------
    >>> first_day("январь 2018"), first_day("22.06.2026"), first_day("05.01.2026 — 11.01.2026")
    (datetime.date(2018, 1, 1), datetime.date(2026, 6, 22), datetime.date(2026, 1, 5))
    """
    text = " ".join(period.split())
    month = _YEAR.fullmatch(text)
    if month:
        return parse_day(f"1 {month[1]} {month[2]}")
    text = _MIDNIGHT.sub("", text)
    return parse_day(text, day_first=True) or range_in(text, day_first=True).start


def metadata(draft: Draft) -> Draft:
    """Take period, seed, region and device from the header cell that holds them."""
    if draft.grid.explicit and draft.rows_read == 0:
        raise SmoError(
            "only the header was saved: Wordstat does so when the table was not loaded yet",
            where=draft.grid.name,
            remedy="wait until the rows are shown, and download it again",
        )
    cell = _told_cell(draft)
    told = told_in(cell)
    draft = replace(draft, unused=tuple(name for name in draft.unused if name != cell))
    if told.period.known:
        draft = replace(draft, period=told.period)
    if told.seed:
        draft = draft.note(f"the query asked for was {told.seed!r}")
    if told.regions:
        draft = draft.note(f"searches from {', '.join(told.regions[:MAX_NAMED])} only")
    if not told.devices:
        return draft
    if len(told.devices) == 1 and "device" in draft.spec.names:
        device = device_name(told.devices[0])
        column = pd.Series(device, index=draft.frame.index, dtype=DTYPES["text"])
        draft = replace(draft, frame=draft.frame.assign(device=column))
    return draft.note(f"searches from {' and '.join(told.devices)} only")


def _told_cell(draft: Draft) -> str:
    cells = [cell for cell in draft.header_cells if "«" in cell or RANGE.search(cell)]
    return cells[-1] if cells else ""


def monthly(draft: Draft) -> Draft:
    """Make the volumes searches a month where the period is not about a month."""
    days = draft.period.days
    if days is None:
        return draft.note("the period is not named: the numbers are taken as searches a month")
    if SHORTEST_MONTH <= days <= LONGEST_MONTH or "volume" not in draft.frame:
        return draft
    volume = draft.frame["volume"] * (DAYS_A_MONTH / days)
    draft = replace(draft, frame=draft.frame.assign(volume=volume))
    return draft.note(f"numbers of {days:g} days were turned into searches a month")


def days_of_rows(draft: Draft) -> Draft:
    """Give every row of the dynamics its first day."""
    names = draft.frame["name"]
    known = {name: first_day(name) for name in names.dropna().unique()}
    odd = [name for name, day in known.items() if day is None]
    days = pd.to_datetime(names.map(known), errors="coerce").astype(DTYPES["date"])
    draft = replace(draft, frame=draft.frame.assign(date=days))
    if odd:
        draft = draft.note(f"{len(odd)} periods such as {odd[0]!r} were not understood")
    if days.isna().all() or (draft.period.known and not _daily(known)):
        return draft
    # Of single days the window in the header ends a day too late.
    return replace(draft, period=span(days.min().date(), days.max().date()))


def _daily(known: Mapping[Any, date | None]) -> bool:
    return all(parse_day(_MIDNIGHT.sub("", name), day_first=True) for name in known)


def is_answer(value: object) -> bool:
    """Return whether this is an answer of Wordstat's interface, of either version.

    Examples
    --------
    >>> is_answer({"totalCount": "90", "topRequests": [{"phrase": "tent", "count": "90"}]})
    True
    >>> is_answer({"results": []}), is_answer({"rows": []})
    (False, False)
    """
    answers = value if isinstance(value, list) else [value]
    return bool(answers) and all(_kind_of(answer) is not None for answer in answers)


def _kind_of(answer: object) -> str | None:
    """Return the view an answer is of."""
    if not isinstance(answer, Mapping):
        return None
    if "topRequests" in answer or ("totalCount" in answer and "results" in answer):
        return "top"
    if "associations" in answer and "totalCount" in answer:
        return "top"
    rows = next((answer[k] for k in ("dynamics", "regions", "results") if k in answer), None)
    first = rows[0] if isinstance(rows, list) and rows else None
    if not isinstance(first, Mapping) or "count" not in first or "share" not in first:
        return None
    if "date" in first:
        return "dynamics"
    return "regions" if "regionId" in first or "region" in first else None


def answer_tables(value: Any) -> Mapping[str, Sequence[Sequence[Any]]]:
    """Return the tables of one answer, or of the answers to several queries.

    Examples
    --------
    >>> list(answer_tables({"topRequests": [{"phrase": "tent", "count": "90"}]}))
    ['topRequests']
    """
    answers = value if isinstance(value, list) else [value]
    tables: dict[str, Sequence[Sequence[Any]]] = {}
    for number, answer in enumerate(answers, 1):
        for name, rows in _tables_of(answer).items():
            tables[f"{name} {number}" if len(answers) > 1 else name] = rows
    return tables


def _tables_of(answer: Mapping[str, Any]) -> dict[str, list[list[Any]]]:
    """Return the tables of an answer, with the header that the export has."""
    kind = _kind_of(answer)
    seed = answer.get("requestPhrase") or answer.get("phrase") or ""
    if kind == "top":
        # The interface tells the last 30 days, whatever is asked.
        told = f"«{seed}», last 30 days"
        top = answer["topRequests"] if "topRequests" in answer else answer.get("results") or []
        similar = answer.get("associations") or []
        parts = {"topRequests": (TOP[0], top), "associations": (SIMILAR[0], similar)}
        return {
            name: [[word, COUNT[0], told], *map(_phrase, rows)]
            for name, (word, rows) in parts.items()
            if rows or (name == "topRequests" and not similar)
        }
    name = str(kind)
    rows = answer[name] if name in answer else answer["results"]
    if kind == "dynamics":
        head = [PERIOD[0], COUNT[0], SHARE[0], f"«{seed}»"]
        return {name: [head, *([row["date"], row["count"], row["share"]] for row in rows)]}
    subject = "regionId" if "regionId" in rows[0] else "region"
    head = [REGION[0], COUNT[0], SHARE[0], f"«{seed}», last 30 days"]
    return {name: [head, *([str(row[subject]), row["count"], row["share"]] for row in rows)]}


def _phrase(row: Mapping[str, Any]) -> list[Any]:
    return [row["phrase"], row["count"]]


def _keywords(name: str, keyword: tuple[str, ...], evidence: str) -> Format:
    return Format(
        name=name,
        family=FAMILY,
        spec=KEYWORDS,
        words={"keyword": keyword, "volume": COUNT, "told": TOLD},
        required=("keyword", "volume"),
        evidence=evidence,
        unconfirmed=("English",),
        constants={"volume_kind": "broad"},
        mends=(metadata, monthly, without_operators),
        fills=("device",),
    )


FORMATS: tuple[Format, ...] = (
    _keywords("Wordstat top queries", TOP, "R"),
    _keywords("Wordstat similar queries", SIMILAR, "C"),
    Format(
        name="Wordstat dynamics",
        family=FAMILY,
        spec=TOTALS,
        words={"name": PERIOD, "volume": COUNT, "share": SHARE, "told": TOLD},
        required=("name", "volume"),
        evidence="R",
        unconfirmed=("English",),
        day_first=True,
        constants={"kind": "wordstat"},
        mends=(metadata, days_of_rows),
        fills=("date",),
    ),
    Format(
        name="Wordstat regions",
        family=FAMILY,
        spec=TOTALS,
        words={
            "name": REGION,
            "volume": (*COUNT, "Показов"),
            "share": (*SHARE, "Доля*"),
            "popularity": ("Региональная популярность*", "Популярность*"),
            "told": TOLD,
        },
        required=("name", "volume"),
        evidence="C",
        unconfirmed=("English",),
        constants={"kind": "wordstat region"},
        mends=(metadata,),
    ),
)
SHAPES: tuple[JsonShape, ...] = (JsonShape("a Wordstat answer", is_answer, answer_tables),)
