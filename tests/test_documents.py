"""What the documents show runs: docstring examples are collected, the README's code works."""

from __future__ import annotations

import doctest
import importlib
import os
import pkgutil
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import smo

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


def _follow_the_recipe(section: str, copy: Path) -> None:
    """Write what the guide's section on formats says into a copy of the project."""
    named = re.findall(r"`((?:smo|tests)/[\w/<>]+\.py)`", section)
    assert [name for name in named if "<" not in name and not (ROOT / name).is_file()] == []
    for name in ("smo", "tests", "docs"):
        ignored = shutil.ignore_patterns("__pycache__", "*.png")
        shutil.copytree(ROOT / name, copy / name, ignore=ignored)
    shutil.copy(ROOT / "pyproject.toml", copy)
    places = [name.replace("<vendor>", "acme") for name in named if "<" in name]
    blocks = re.findall(r"```python\n(.*?)```", section, flags=re.DOTALL)
    for place, block in zip(places, blocks, strict=True):
        (copy / place).write_text(block, encoding="utf-8")
    catalog = copy / "smo" / "read" / "catalog.py"
    text = catalog.read_text(encoding="utf-8")
    for head in ("from smo.read.vendors import (\n", "VENDORS = (\n"):
        assert head in text
        text = text.replace(head, f"{head}    acme,\n")
    catalog.write_text(text, encoding="utf-8")
    readme = README.replace("| keywords | ", "| keywords | Acme Ads, ")
    (copy / "README.md").write_text(readme, encoding="utf-8")


def test_the_recipe_of_the_guide_works_as_written(tmp_path: Path) -> None:
    guide = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    section = guide.partition("## Add an export format")[2].partition("\n## ")[0]
    _follow_the_recipe(section, tmp_path)
    chosen = " or ".join(
        ["acme", "test_every", "test_names", "test_the_page", "test_the_readme", "test_nothing"]
    )
    tests = ("tests/read/test_families.py", "tests/read/test_catalog.py")
    for command in (
        ["docs/make_formats.py"],
        ["-m", "pytest", *tests, "-v", "-n0", "-p", "no:cacheprovider", "-k", chosen],
    ):
        done = subprocess.run(  # noqa: S603 - our own interpreter
            [sys.executable, *command], capture_output=True, text=True, check=False, cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(tmp_path)},
        )  # fmt: skip
        assert done.returncode == 0, done.stdout + done.stderr
    for test in ("reads_back_exactly[acme]", "right_door_opens[acme-keywords]"):
        assert f"{test} PASSED" in done.stdout
