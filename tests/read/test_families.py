"""Every sample of every family: recognized unnamed, read back exactly, refused by wrong doors."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date, datetime
from pathlib import Path

import pandas as pd
import pytest

from smo.errors import SmoError
from smo.read import read_clicks, read_export, read_keywords, read_pages
from smo.read.catalog import FORMATS
from tests.read.families.every import SAMPLES
from tests.read.families.sample import Sample

DOORS = {"keywords": read_keywords, "clicks": read_clicks, "pages": read_pages}
TOLERANCE = 1e-9
BY_NAME = [pytest.param(sample, id=sample.name) for sample in SAMPLES]


def _written(sample: Sample, folder: Path) -> Path:
    path = folder / sample.file
    path.write_bytes(sample.data())
    return path


def _plain(value: object) -> object:
    if value is None or value is pd.NA or value is pd.NaT:
        return None
    if isinstance(value, datetime | date):
        return value.isoformat()[:10]
    if isinstance(value, bool):
        return value
    if isinstance(value, int | float):
        return None if value != value else round(float(value), 9)  # noqa: PLR0124 - NaN
    return value


def _rows(rows: list[tuple[object, ...]]) -> Counter[tuple[object, ...]]:
    return Counter(tuple(_plain(value) for value in row) for row in rows)


def _of(table: pd.DataFrame, columns: tuple[str, ...]) -> Counter[tuple[object, ...]]:
    return _rows(list(table[list(columns)].astype(object).itertuples(index=False, name=None)))


def test_names_are_used_once() -> None:
    names = [sample.name for sample in SAMPLES]
    assert len(set(names)) == len(names)


def test_every_format_has_a_sample() -> None:
    known = {fmt.name for fmt in FORMATS} | {o.name for fmt in FORMATS for o in fmt.also}
    assert len(known) == len(FORMATS) + sum(len(fmt.also) for fmt in FORMATS)
    shown = {sample.format for sample in SAMPLES}
    companions = {other.name for fmt in FORMATS for other in fmt.also}
    # Filters are facts about the other sheets: no table of theirs is reported.
    silent = {fmt.name for fmt in FORMATS if fmt.spec.name == "filters"}
    assert sorted(known - shown - companions - silent) == []
    assert sorted(shown - known) == []


@pytest.mark.parametrize("sample", BY_NAME)
def test_a_sample_is_written_the_same_twice(sample: Sample) -> None:
    assert sample.data() == sample.data()


@pytest.mark.parametrize("sample", BY_NAME)
def test_a_sample_reads_back_exactly(sample: Sample, tmp_path: Path) -> None:
    path = _written(sample, tmp_path)
    if sample.page is not None:
        tables = {"clicks": read_clicks(path, page=sample.page)}
        export = None
    else:
        export = read_export(path)
        tables = {name: getattr(export, name) for name in ("keywords", "clicks", "pages", "totals")}
    table = tables[sample.table]
    assert _of(table, sample.columns) == _rows(list(sample.expected))
    if export is None:
        return
    held = {name: len(frame) for name, frame in tables.items() if len(frame)}
    assert held == {sample.table: len(sample.expected), **sample.also}
    report = export.report
    mine = report[(report["format"] == sample.format) & (report["table"] == sample.table)]
    assert len(mine) == 1, report["format"].tolist()
    _check_report(mine.iloc[0], sample)
    for row in report.itertuples():
        dropped = [] if pd.isna(row.dropped) else re.findall(r"(?:^|; )(\d+) ", str(row.dropped))
        assert row.rows_read == row.rows_kept + sum(map(int, dropped)), row


def _check_report(row: pd.Series, sample: Sample) -> None:  # type: ignore[type-arg]
    for name, wanted in sample.report.items():
        told = row[name]
        if isinstance(wanted, tuple):
            for part in wanted:
                assert part in ("" if pd.isna(told) else str(told)), (name, told)
        elif isinstance(wanted, float | int) and not isinstance(wanted, bool):
            assert told == pytest.approx(wanted), name
        else:
            assert _plain(told) == wanted, name
    grade = next(f.evidence for fmt in FORMATS for f in (fmt, *fmt.also) if f.name == sample.format)
    assert ("unconfirmed" in str(row["notes"])) is (grade == "K")


@pytest.mark.parametrize("door", sorted(DOORS))
@pytest.mark.parametrize("sample", BY_NAME)
def test_only_the_right_door_opens(sample: Sample, door: str, tmp_path: Path) -> None:
    path = _written(sample, tmp_path)
    page = {"page": sample.page} if sample.page and door == "clicks" else {}
    if door == sample.table or door in sample.also:
        assert len(DOORS[door](path, **page)) > 0
        return
    with pytest.raises(SmoError) as caught:
        DOORS[door](path)
    # The wrong entrance says what the file is and which entrance is right.
    right = {"keywords": "read_keywords", "clicks": "read_clicks", "pages": "read_pages"}
    wanted = right.get(sample.table, "read_export")
    assert wanted in str(caught.value) or "read_export" in str(caught.value)
    assert sample.file in str(caught.value)
