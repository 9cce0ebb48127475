"""What goes wrong names the file and the remedy, and leaves no folder behind."""

# ruff: noqa: S608 - paths are our own

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import duckdb
import pandas as pd
import pytest

import smo.engine.reduce as room
from smo.engine import aggregate_clicks, aggregate_keywords
from smo.errors import SmoError
from tests.engine.logs import PLAIN, draws, search_console, write_log

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def spill(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "spill"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def _write(frame: pd.DataFrame, path: Path) -> Path:
    with duckdb.connect() as base:
        base.register("frame", frame)
        base.execute(f"COPY frame TO '{path}' (FORMAT parquet)")
    return path


@pytest.fixture
def logs(tmp_path: Path) -> Path:
    folder = tmp_path / "logs"
    folder.mkdir()
    for number in range(3):
        _write(search_console(draws(500, number)), folder / f"{number}.parquet")
    return folder


def test_nothing_is_left_behind(logs: Path, spill: Path) -> None:
    aggregate_keywords(logs)
    assert list(spill.iterdir()) == []


def test_a_cut_file_is_named(logs: Path, spill: Path) -> None:
    bad = logs / "1.parquet"
    bad.write_bytes(bad.read_bytes()[:-20])
    with pytest.raises(SmoError, match=r"1\.parquet: the file cannot be read.*leave it out"):
        aggregate_keywords(logs)
    assert list(spill.iterdir()) == []


def test_a_file_damaged_inside_is_named(logs: Path, spill: Path) -> None:
    bad = logs / "1.parquet"
    data = bytearray(bad.read_bytes())
    data[4:600] = b"\xff" * 596
    bad.write_bytes(bytes(data))
    with pytest.raises(SmoError, match=r"1\.parquet: the file cannot be read"):
        aggregate_keywords(logs)
    assert list(spill.iterdir()) == []


def test_a_column_of_another_type_in_one_file_is_named(logs: Path) -> None:
    frame = search_console(draws(50)).assign(clicks="many")
    _write(frame, logs / "2.parquet")
    with pytest.raises(SmoError, match=r"2\.parquet: the column 'clicks' is VARCHAR here and"):
        aggregate_keywords(logs)


def test_a_column_of_the_wrong_type_is_named(tmp_path: Path) -> None:
    path = _write(search_console(draws(50)).assign(impressions="1"), tmp_path / "x.parquet")
    with pytest.raises(SmoError, match=r"x\.parquet: the column 'impressions' is VARCHAR, not a"):
        aggregate_keywords(path)
    with pytest.raises(SmoError, match=r"'event_params' is VARCHAR, not a list"):
        aggregate_clicks(pd.DataFrame({"event_params": ["[]"], "event_name": ["click"]}))


def test_a_cell_that_is_no_number_is_named(tmp_path: Path) -> None:
    path = tmp_path / "q.csv"
    path.write_text("query,impressions\nred rope,90\ntent,many\n", encoding="utf-8")
    with pytest.raises(SmoError, match=r"q\.csv: the column 'impressions' holds 'many'"):
        aggregate_keywords(path)


def test_a_file_that_changes_is_named(
    logs: Path, spill: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def changing(pairs: pd.DataFrame) -> pd.DataFrame:
        with (logs / "2.parquet").open("ab") as stream:
            stream.write(b"x")
        return clean(pairs)

    clean = room.clean_parts
    monkeypatch.setattr(room, "clean_parts", changing)
    with pytest.raises(SmoError, match=r"2\.parquet: the file changed while it was read"):
        aggregate_keywords(logs)
    assert list(spill.iterdir()) == []


def test_ctrl_c_leaves_nothing(logs: Path, spill: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(pairs: pd.DataFrame) -> pd.DataFrame:
        raise KeyboardInterrupt

    monkeypatch.setattr(room, "clean_parts", interrupted)
    with pytest.raises(KeyboardInterrupt):
        aggregate_keywords(logs)
    assert list(spill.iterdir()) == []


def test_no_folder_to_spill_to(logs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", "/no/such/folder")
    with pytest.raises(SmoError, match=r"/no/such/folder: no folder can be made.*TMPDIR"):
        aggregate_keywords(logs)


FULL = """
import resource, signal, sys
import pandas as pd
from smo.engine import aggregate_clicks
from smo.errors import SmoError
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
try:
    aggregate_clicks(sys.argv[1], columns={"page": "url", "element": "selector", "session": "sid"},
                     memory_limit="60MB")
except SmoError as error:
    print(error)
"""


def test_a_full_disk_is_told(tmp_path: Path) -> None:
    spill = tmp_path / "full"
    spill.mkdir()
    path = tmp_path / "log.parquet"
    with duckdb.connect() as base:
        base.execute(
            f"""COPY (SELECT 'https://a.example/' || md5(i::VARCHAR) AS url,
            md5((i * 7)::VARCHAR) AS selector, i::VARCHAR AS sid FROM range(700000) t(i))
            TO '{path}' (FORMAT parquet)"""
        )
    done = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", FULL, str(path)], capture_output=True, text=True, check=False,
        cwd=ROOT, env={**os.environ, "TMPDIR": str(spill)}, timeout=120,
    )  # fmt: skip
    assert "Remedy: name a folder with more room" in done.stdout, done.stdout + done.stderr
    assert list(spill.iterdir()) == []


@pytest.mark.parametrize("limit", ["2", "lots", "2GB'; DROP TABLE x", 2])
def test_a_limit_that_is_none_is_refused(limit: object) -> None:
    with pytest.raises(SmoError, match="'memory_limit' must be a size"):
        aggregate_keywords(pd.DataFrame(), memory_limit=limit)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("source", "match"),
    [("no.parquet", "no such file"), ("*.none", "no file fits"), (3, "expected files or a table")],
)
def test_a_source_that_is_none_is_refused(source: object, match: str) -> None:
    with pytest.raises(SmoError, match=match):
        aggregate_keywords(source)


def test_kinds_of_file_do_not_mix(tmp_path: Path) -> None:
    write_log("plain", draws(5), tmp_path / "a.parquet")
    (tmp_path / "b.csv").write_text("url\nx\n", encoding="utf-8")
    with pytest.raises(SmoError, match="Parquet and csv files are mixed"):
        aggregate_clicks(tmp_path, columns=PLAIN)
    (tmp_path / "c.doc").write_text("x", encoding="utf-8")
    with pytest.raises(SmoError, match="files that end like this are not read"):
        aggregate_clicks(tmp_path / "c.doc", columns=PLAIN)
