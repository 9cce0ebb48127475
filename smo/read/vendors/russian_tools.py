"""Key Collector, Topvisor, tools for clustering, and tables of ranks of their kind."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pandas as pd

from smo.read.dates import parse_day
from smo.read.format import Draft, Format, JsonShape
from smo.read.numbers import NO_NUMBER, parse_numbers
from smo.read.operators import without_operators
from smo.read.ranks import tracked, without_gaps, word_ranks
from smo.spec import DTYPES
from smo.tables import KEYWORDS

PHRASE = ("Фраза", "Ключевая фраза", "Ключевое слово")
QUERY = ("Запрос", "Запросы")
FREQUENCY = ("Базовая част*", "Частот*", "Точная част*", "Очень точная част*")
PAGE = ("Страница", "URL", "Реальный URL", "Релевантная страница", "Целевая ссылка")
# Which frequency a header names, the most exact first: "!word !word", "word word", word word.
_KINDS = (
    ("exact", re.compile(r"очень точн\w* частот\w*|частот\w*\W*!.*|\"?!.*", re.IGNORECASE)),
    ("phrase", re.compile(r"точн\w* частот\w*|частот\w*[^\w!]*\"[^\w!]*", re.IGNORECASE)),
    ("broad", re.compile(r"базов\w* частот\w*|частот(?:а|ность)(?:\s*\[\w+\])?", re.IGNORECASE)),
)
_NAMES = {"exact": '"!"', "phrase": '" "', "broad": "base"}


def frequency_kind(header: str) -> str | None:
    r"""Return which frequency of Wordstat a header names: exact, phrase, broad, or None.

    Examples
    --------
    >>> frequency_kind("Базовая частотность"), frequency_kind('Частотность " "')
    ('broad', 'phrase')
    >>> frequency_kind('Частотность "!"'), frequency_kind("Очень точная частотность")
    ('exact', 'exact')
    >>> frequency_kind("Позиция") is None
    True
    """
    text = " ".join(header.split())
    return next((kind for kind, pattern in _KINDS if pattern.fullmatch(text)), None)


def best_frequency(draft: Draft) -> Draft:
    """Take the most exact frequency of each row for the volume, and say of which kind it is.

    A column of zeros and gaps alone was not collected, and tells nothing.
    """
    found: dict[str, pd.Series[Any]] = {}
    read = set()
    for place, header in enumerate(draft.header_cells):
        kind = frequency_kind(header)
        if kind is None:
            continue
        read.add(header)
        numbers, bad = parse_numbers(draft.cells(place).tolist(), kind="count")
        column = pd.Series(numbers, index=draft.frame.index).astype(DTYPES["number"])
        column = column.mask(pd.Series(bad, index=draft.frame.index) | (column < 0))
        if kind not in found and bool((column > 0).any()):
            found[kind] = column
    volume: pd.Series[Any] = pd.Series(pd.NA, index=draft.frame.index, dtype=DTYPES["number"])
    kinds: pd.Series[Any] = pd.Series(pd.NA, index=draft.frame.index, dtype=DTYPES["text"])
    for kind in [kind for kind in _NAMES if kind in found]:
        new = volume.isna() & found[kind].notna()
        volume = volume.fillna(found[kind])
        kinds = kinds.mask(new, "broad" if kind == "broad" else "exact")
    unused = tuple(name for name in draft.unused if name not in read)
    draft = replace(
        draft, frame=draft.frame.assign(volume=volume, volume_kind=kinds), unused=unused
    )
    if len(found) < 2:
        return draft
    names = ", ".join(_NAMES[kind] for kind in _NAMES if kind in found)
    return draft.note(f"of the frequencies ({names}) the most exact was taken")


def without_doubles(draft: Draft) -> Draft:
    """Leave out the rows that the tool marked as the double of another phrase."""
    if "_double" not in draft.extra:
        return draft
    marks = draft.extra["_double"].fillna("").str.strip().str.casefold()
    double = ~marks.isin(NO_NUMBER | {"0", "нет"})
    return draft.drop(double, "marked as the double of another phrase")


def latest_check(draft: Draft) -> Draft:
    """Take the position of the last day that has a column."""
    days = {p: day for p, cell in enumerate(draft.header_cells) if (day := _day(cell))}
    if not days:
        return draft.note("no column of positions names its day: the positions were left out")
    rank = max(days, key=lambda place: days[place])
    draft = tracked(draft, rank=rank, page=None, days=list(days.values()))
    others = {draft.header_cells[place] for place in days}
    draft = replace(draft, unused=tuple(name for name in draft.unused if name not in others))
    return draft.note(f"the position is that of {days[rank]}, the last of {len(days)} days")


def _day(cell: str) -> Any:
    return parse_day(cell, day_first=True)


FORMATS: tuple[Format, ...] = (
    Format(
        name="Key Collector phrases",
        family="Key Collector",
        spec=KEYWORDS,
        words={"keyword": PHRASE, "frequency": FREQUENCY, "group": ("Группа",), "page": PAGE},
        required=("keyword", "frequency"),
        evidence="C",
        mends=(best_frequency, without_gaps, without_operators),
        fills=("volume", "volume_kind"),
    ),
    Format(
        name="Russian clustering table",
        family="Clustering tools",
        spec=KEYWORDS,
        words={
            "keyword": QUERY,
            "frequency": FREQUENCY,
            "place": ("Топоним",),
            "question": ("Вопрос",),
            "_double": ("Дубль от",),
            "cluster": ("Кластер",),
            "cluster_name": ("Имя кластера",),
            "group": ("Группа",),
            "group_name": ("Имя группы",),
            "intent": ("Интент фразы",),
            "cluster_intent": ("Интент кластера",),
        },
        required=("keyword", "frequency"),
        any_of=("place", "_double", "cluster", "question"),
        evidence="C",
        mends=(best_frequency, without_doubles, without_operators),
        fills=("volume", "volume_kind"),
    ),
    Format(
        name="Keys.so positions",
        family="Keys.so",
        spec=KEYWORDS,
        words={
            "_page_id": ("page id",),
            "keyword": QUERY,
            "page": PAGE,
            "_position": ("Позиция",),
            "frequency": FREQUENCY,
            "results": ("Документов найдено",),
        },
        required=("keyword", "_position", "frequency"),
        any_of=("_page_id", "page", "results"),
        evidence="C",
        mends=(best_frequency, word_ranks, without_gaps),
        fills=("volume", "volume_kind", "position"),
    ),
    Format(
        name="SpyWords positions",
        family="SpyWords",
        spec=KEYWORDS,
        words={
            "keyword": QUERY,
            "traffic": ("Доля трафика %", "Доля трафика, %"),
            "volume": ("Показов в месяц",),
            "_position": ("Позиция",),
            "change": ("Изменение позиции",),
            "snippet": ("Сниппет и URL",),
            "page": ("Реальный URL",),
        },
        required=("keyword", "volume", "_position"),
        evidence="C",
        # "Shows a month" is how Wordstat called its broad number.
        constants={"volume_kind": "broad"},
        mends=(word_ranks, without_gaps),
        fills=("position",),
    ),
    Format(
        name="Topvisor positions",
        family="Topvisor",
        spec=KEYWORDS,
        words={
            "keyword": (*QUERY, "Ключевая фраза", "Keyword", "Query"),
            "group": ("Группа", "Group"),
            "day": ("*.20*", "20*-*-*"),
            "frequency": FREQUENCY,
            "page": PAGE,
            "tags": ("Теги", "Tags"),
        },
        required=("keyword", "group", "day"),
        evidence="K",
        unconfirmed=("English",),
        mends=(best_frequency, latest_check, without_gaps),
        fills=("volume", "volume_kind", "position"),
    ),
)
SHAPES: tuple[JsonShape, ...] = ()
