"""`smo compare` and `smo backtest`: they tell what the public API returns."""

from __future__ import annotations

import json
from pathlib import Path

import pandas as pd
import pytest
from click.testing import CliRunner, Result

import smo
from smo.cli import cli
from smo.cli.compare import HEADS, UNRELATED, WIDEST
from smo.cli.say import WIDTH, fitting_widths, table_lines
from smo.evaluate import backtest, compare_plans

WORDS = ["red rope", "rope bag", "big tent", "tent pole"]


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, list(arguments), prog_name="smo")


def plan_of(impressions: list[int], folder: Path) -> smo.TopicPlan:
    words = pd.DataFrame({"segment": "all", "keyword": WORDS, "impressions": impressions})
    plan = smo.analyze(words, clusterer=smo.KeywordClusterer(2))
    plan.save(folder)
    return plan


def test_compare_tells_each_topic_and_as_json_all_columns(tmp_path: Path) -> None:
    before = plan_of([90, 30, 60, 20], tmp_path / "march")
    after = plan_of([45, 15, 60, 20], tmp_path / "april")
    given = ("compare", str(tmp_path / "march"), str(tmp_path / "april"))
    done = run(*given)
    assert (done.exit_code, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert lines[0].split()[:3] == ["segment", "status", "topic"]
    assert [line.split()[:4] for line in lines[1:]] == [
        ["all", "same", "red", "rope"],
        ["all", "same", "big", "tent"],
    ]
    found = json.loads(run(*given, "--json").stdout)
    table = compare_plans(before, after)
    assert [row["demand_change"] for row in found] == table["demand_change"].tolist()
    assert set(found[0]) == set(table.columns)


def site_plan(words: list[str], page: str, folder: Path) -> str:
    table = pd.DataFrame({"segment": "all", "keyword": words, "impressions": 9, "page": page})
    smo.analyze(table, clusterer=smo.KeywordClusterer(2)).save(folder)
    return str(folder)


@pytest.mark.parametrize(
    ("words", "page", "told"),
    [
        (["gas stove", "oil lamp", "stove pipe", "lamp oil"], "https://b.example/x", True),
        (["gas stove", "oil lamp", "stove pipe", "lamp oil"], "http://www.a.example/x", False),
        (["Red ropes", "oil lamp", "stove pipe", "lamp oil"], "https://b.example/x", False),
    ],
)
def test_plans_that_share_nothing_are_told(
    words: list[str], page: str, told: bool, tmp_path: Path
) -> None:
    first = site_plan(WORDS, "https://a.example/x", tmp_path / "first")
    second = site_plan(words, page, tmp_path / "second")
    for more in ((), ("--json",)):
        done = run("compare", first, second, *more)
        assert (done.exit_code, done.stderr) == (0, f"{UNRELATED}\n" if told else "")
        assert done.stdout


def test_every_column_of_a_comparison_stays_readable() -> None:
    long = [HEADS, ("a long segment here", "merged", "word " * 9, "1,234,567",
                    "-12,345 (-23,456 to -1,234)", "-12,345", "-12,345", "-12,345")]  # fmt: skip
    for rows in (long, [HEADS, *((*row[:-1], "a note of some length") for row in long[1:])]):
        widths = fitting_widths(rows, WIDEST)
        assert sum(widths) + 2 * (len(widths) - 1) == WIDTH
        assert all(width >= len(head) for width, head in zip(widths, HEADS, strict=True))
        lines = list(table_lines(rows, widths))
        assert max(map(len, lines)) <= WIDTH
        assert lines[0].split() == list(HEADS)
    assert fitting_widths(long, WIDEST)[-1] >= len("-12,345")


def test_backtest_tells_measures_over_all_cuts(tmp_path: Path) -> None:
    days = pd.date_range("2025-01-01", periods=120).astype(str)
    rows = pd.DataFrame(
        {"query": WORDS * 30, "date": days, "impressions": range(120), "page": "/a"}
    )
    path = tmp_path / "days.csv"
    rows.to_csv(path, index=False)
    given = ("backtest", "--keywords", str(path), "--cuts", "2", "--horizon", "14")
    done = run(*given)
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.splitlines()[0].split() == [
        "segment", "of", "measure", "list", "value", "note",
    ]  # fmt: skip
    assert "no clicks are told" in done.stdout
    found = json.loads(run(*given, "--json").stdout)
    table = backtest(smo.read_keywords(path), cuts=2, horizon=14)
    assert len(found) == len(table)
    assert {row["measure"] for row in found} == set(table["measure"])


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("compare", "nowhere", "nowhere"), "nowhere"),
        (("backtest", "--keywords", "nowhere.csv"), "nowhere.csv"),
    ],
)
def test_wrong_input_is_one_line(arguments: tuple[str, ...], told: str) -> None:
    done = run(*arguments)
    assert done.exit_code == 2
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1
    assert told in done.stderr
