"""What the documents show runs: docstring examples are collected, the README's code works."""

from __future__ import annotations

import doctest
import importlib
import pkgutil
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import smo
from smo.read.build import build
from smo.read.catalog import FORMATS
from smo.read.delimited import delimited_rows
from smo.read.format import Format
from smo.read.grid import Grid
from smo.read.recognize import recognize
from tests.read.families.sample import Sample

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```python\n(.*?)```", README, flags=re.DOTALL)
MOST_README_LINES = 80


def test_every_docstring_example_is_collected() -> None:
    names = [m.name for m in pkgutil.walk_packages(smo.__path__, "smo.")]
    finder = doctest.DocTestFinder(exclude_empty=True)
    with_examples = {
        test.name
        for name in names
        for test in finder.find(importlib.import_module(name))
        if test.examples
    }
    command = [sys.executable, "-m", "pytest", "--collect-only", "-q", "smo"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)  # noqa: S603 - our own interpreter
    collected = {line.split("::")[1] for line in done.stdout.splitlines() if "::" in line}
    assert with_examples <= collected
    assert len(collected) > 150


def test_the_first_screen_is_short() -> None:
    assert README.count("\n") <= MOST_README_LINES
    assert len(BLOCKS) == 2


def test_the_picture_is_there() -> None:
    for path in re.findall(r"!\[[^\]]*\]\(([^)]+)\)", README):
        assert (ROOT / path).stat().st_size > 10_000


@pytest.mark.parametrize("block", BLOCKS, ids=["exports", "own table"])
def test_the_code_of_the_readme_runs(
    block: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    data = ROOT / "examples" / "data"
    shutil.copy(next(data.glob("buyers*.zip")), tmp_path / "search-console.zip")
    shutil.copy(data / "buyers_map.csv", tmp_path / "Element list.csv")
    table = "My phrase,Per month\nred rope,90\nlight tent,50\ntent,40\n"
    (tmp_path / "words.csv").write_text(table, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    scope: dict[str, object] = {"smo": smo}
    exec(compile(block, "README.md", "exec"), scope)  # noqa: S102 - our own README
    plan = scope["plan"]
    assert isinstance(plan, smo.TopicPlan)
    assert len(plan.proposals) > 0
    if "to_html" in block:
        assert (tmp_path / "plan.html").is_file()
        assert (tmp_path / "plan" / "plan.json").is_file()
        assert capsys.readouterr().out.startswith("# ")


def test_the_format_of_the_guide_reads_its_sample() -> None:
    guide = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    section = guide.partition("## Add an export format")[2].partition("\n## ")[0]
    scope: dict[str, object] = {}
    for block in re.findall(r"```python\n(.*?)```", section, flags=re.DOTALL):
        exec(compile(block, "CONTRIBUTING.md", "exec"), scope)  # noqa: S102 - our own guide
    fmt, sample = scope["ACME"], scope["SAMPLE"]
    assert isinstance(fmt, Format)
    assert isinstance(sample, Sample)
    rows = delimited_rows(sample.data().decode("cp1251"), sample.file)
    grid = Grid(sample.file, rows, "cp1251", "0", ".", explicit=True, kind="text")
    found = recognize(grid, [fmt, *FORMATS])
    assert found is not None
    assert found.format is fmt
    frame = build(grid, found).frame[list(sample.columns)]
    assert list(frame.itertuples(index=False, name=None)) == list(sample.expected)
