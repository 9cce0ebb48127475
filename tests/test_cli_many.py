"""`smo read` of several files, of which some cannot be read, and of standard input."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from smo.cli import cli

GOOD = "keyword,clicks,impressions\nred rope,2,90\ntent,1,50\n"
OTHER = "keyword,clicks,impressions\nlamp,2,20\n"
CHANGED = GOOD.replace("90", "91")
UNKNOWN = "Foo,Bar\na,x\n"
FILES = {"good.csv": GOOD, "other.csv": OTHER, "changed.csv": CHANGED, "empty.csv": "",
         "unknown.csv": UNKNOWN}  # fmt: skip


def run(*arguments: str, piped: str | None = None) -> Result:
    return CliRunner().invoke(cli, ["read", *arguments], input=piped, prog_name="smo")


@pytest.fixture(autouse=True)
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize(
    ("paths", "told", "refused"),
    [
        (["good.csv", "other.csv"], 3, []),
        (["empty.csv", "good.csv"], 2, ["empty.csv"]),
        (["empty.csv", "good.csv", "unknown.csv", "other.csv"], 3, ["empty.csv", "unknown.csv"]),
        (["empty.csv", "unknown.csv"], None, ["empty.csv", "unknown.csv"]),
        (["empty.csv", "empty.csv"], None, ["empty.csv"]),
        (["none.csv", "a=good.csv", "b=unknown.csv"], 2, ["none.csv", "unknown.csv"]),
        # Each can be read, but not both: one of them is wrong.
        (["good.csv", "changed.csv"], None, ["two reads"]),
        (["good.csv", "changed.csv", "empty.csv"], None, ["empty.csv", "two reads"]),
        # What is wrong for all files is said once.
        (["good.csv", "other.csv", "--format", "nope"], None, ["read_export"]),
    ],
)
def test_all_files_are_read_and_each_bad_one_is_a_line(
    paths: list[str], told: int | None, refused: list[str]
) -> None:
    done = run(*paths, "--json")
    lines = done.stderr.splitlines()
    assert [line.split(": ")[:2] for line in lines] == [["smo", name] for name in refused]
    assert done.exit_code == (2 if refused else 0)
    rows = json.loads(done.stdout)["rows"]["keywords"] if done.stdout else None
    assert rows == told


def test_a_traceback_for_each() -> None:
    done = CliRunner().invoke(cli, ["--debug", "read", "empty.csv", "unknown.csv"])
    assert done.stderr.count("Traceback") == len(["empty.csv", "unknown.csv"])


@pytest.mark.parametrize(
    ("paths", "piped", "rows"),
    [(["-"], GOOD, 2), (["other.csv", "-"], GOOD, 3), (["buyers=-"], GOOD, 2), (["-"], "", None),
     (["empty.csv", "-"], GOOD, 2)],
)  # fmt: skip
def test_standard_input(paths: list[str], piped: str, rows: int | None) -> None:
    done = run(*paths, "--json", piped=piped)
    assert ("standard input" in done.stdout) is (rows is not None)
    if rows is None:
        assert done.stderr.startswith("smo: standard input: the file is empty")
        return
    told = json.loads(done.stdout)
    assert told["rows"]["keywords"] == rows
    assert told["reads"][-1]["segment"] == ("buyers" if "buyers=-" in paths else "all")
