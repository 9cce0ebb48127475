"""`smo analyze` and `smo demo`: the files they write are what the public API gives."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from functools import partial
from pathlib import Path

import pandas as pd
import pytest
from click.testing import CliRunner, Result

import smo
from smo.cli import cli
from smo.cli.plans import cautions
from smo.datasets import WorldShape, make_world
from smo.datasets.site_tools import element_list
from smo.extras import Extras
from tests.report.handmade import handmade_plan
from tests.report.shots import png

DATA = Path(__file__).resolve().parent.parent / "examples" / "data"
CONSOLE = str(next(DATA.glob("buyers*.zip")))
MAP = str(DATA / "buyers_map.csv")
WRITTEN = {"plan", "plan.html", "plan.md", "plan.xlsx"}
TABLE = "keyword,volume\nred rope,90\nlight tent,50\ntent,40\n"


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, list(arguments), prog_name="smo")


@pytest.fixture
def words(tmp_path: Path) -> str:
    path = tmp_path / "words.csv"
    path.write_text(TABLE, encoding="utf-8")
    return str(path)


def test_the_plan_is_that_of_the_library(tmp_path: Path) -> None:
    out = tmp_path / "out"
    done = run(
        "analyze", "--keywords", f"buyers={CONSOLE}", "--clicks", f"buyers={MAP}", "--out", str(out)
    )
    assert done.exit_code == 0
    assert {path.name for path in out.iterdir()} == WRITTEN
    search = smo.read_export(CONSOLE, segment="buyers")
    clicks = smo.read_clicks(MAP, segment="buyers")
    plan = smo.analyze(search.keywords, clicks, pages=search.pages)
    assert (out / "plan.md").read_text(encoding="utf-8") == plan.to_markdown()
    pd.testing.assert_frame_equal(smo.load_plan(out / "plan").proposals, plan.proposals)
    assert f"  1. {plan.proposals['title'].iloc[0]}  [" in done.stdout
    assert "plan.html" in done.stdout
    warned = plan.diagnostics.query("level == 'warning'")["message"].tolist()
    told = done.stderr.splitlines()
    assert len(told) == len(set(warned)) > 0
    for line in told:
        begun = line.removeprefix("Caution: ").removesuffix("…").rstrip()
        assert any(message.startswith(begun) for message in warned), line


def test_cautions_are_few_short_and_inert() -> None:
    rows = [("buyers", f"caution{n}", f"\x1b[31m{n} " + "word " * 99) for n in range(8)]
    facts = pd.DataFrame(rows, columns=["segment", "code", "message"]).assign(
        level="warning", unit=""
    )
    fact = facts.head(1).assign(level="fact", code="fact", message="a mere fact")
    plan = handmade_plan("ru", diagnostics=pd.concat([facts, fact]))
    lines = list(cautions(plan))
    assert len(lines) == 6
    assert all(len(line) <= 200 and "\x1b" not in line for line in lines)
    assert all(line.startswith("Внимание: buyers: ") for line in lines[:5])
    assert lines[5] == "Внимание: (+3)"
    assert list(cautions(handmade_plan(diagnostics=fact))) == []


def test_settings_language_and_json(tmp_path: Path, words: str) -> None:
    settings = tmp_path / "smo.toml"
    settings.write_text("n_proposals = 1\n", encoding="utf-8")
    out = str(tmp_path / "out")
    done = run(
        "analyze", "--keywords", words, "--settings", str(settings), "--language", "ru",
        "--out", out, "--json",
    )  # fmt: skip
    told = json.loads(done.stdout)
    assert [row["rank"] for row in told["proposals"]] == [1]
    assert "План тем" in Path(told["files"][0]).read_text(encoding="utf-8")
    assert smo.load_plan(f"{out}/plan").settings == smo.Settings(
        n_proposals=1, report_language="ru"
    )


def test_patterns_and_repeated_segments(tmp_path: Path, words: str) -> None:
    shutil.copy(words, tmp_path / "b1.csv")
    (tmp_path / "b2.csv").write_text("keyword,volume\nboots,70\n", encoding="utf-8")
    done = run(
        "analyze", "--keywords", f"buyers={tmp_path}/b*.csv", "--keywords", f"readers={words}",
        "--out", str(tmp_path / "out"), "--json",
    )  # fmt: skip
    assert done.exit_code == 0
    plan = smo.load_plan(tmp_path / "out" / "plan")
    assert plan.keywords.groupby("segment").size().to_dict() == {"buyers": 4, "readers": 3}


def test_a_map_of_a_named_page(tmp_path: Path, words: str) -> None:
    text = "Element ID,Tag name,Name,No. clicks,Visible?\nmenu,a,Rope,7,true\n"
    (tmp_path / "map.csv").write_text(text, encoding="utf-8")
    given = ("--keywords", words, "--clicks", str(tmp_path / "map.csv"))
    page = "https://shop.example/"
    done = run("analyze", *given, "--page", page, "--out", str(tmp_path / "out"))
    assert done.exit_code == 0
    assert smo.load_plan(tmp_path / "out" / "plan").clicks["page"].tolist() == [page]


POINTS = """{"results": [
    {"count": 9, "pointer_y": 30, "pointer_relative_x": 0.25, "pointer_target_fixed": false},
    {"count": 1, "pointer_y": 80, "pointer_relative_x": 0.75, "pointer_target_fixed": false}]}"""


@pytest.mark.parametrize("named", ["", "https://shop.example="])
def test_a_screenshot_of_the_map(named: str, tmp_path: Path, words: str) -> None:
    (tmp_path / "heat.json").write_text(POINTS, encoding="utf-8")
    (tmp_path / "home.png").write_bytes(png(64, 96))
    given = ("--keywords", words, "--clicks", str(tmp_path / "heat.json"), "--page")
    shot = ("--screenshot", f"{named}{tmp_path / 'home.png'}")
    out = tmp_path / "out"
    done = run("analyze", *given, "https://shop.example/", *shot, "--out", str(out))
    assert done.exit_code == 0
    assert all(line.startswith("Caution: ") for line in done.stderr.splitlines())
    plan = smo.load_plan(out / "plan")
    shots = Extras(screenshots=tmp_path / "home.png")
    page = plan.to_html(tmp_path / "same.html", extras=shots).read_bytes()
    assert (out / "plan.html").read_bytes() == page
    assert b"data:image/png;base64," in page


def test_a_screenshot_of_no_page_is_told_before_the_analysis(tmp_path: Path, words: str) -> None:
    home, out = str(tmp_path / "home.png"), str(tmp_path / "out")
    Path(home).write_bytes(png(64, 96))
    for given, told in (
        (("--clicks", MAP, "--screenshot", home), "no click row has coordinates"),
        (("--screenshot", home), "no click row has coordinates"),
        (("--screenshot", words), "it is no picture"),
        (("--screenshot", home, "--screenshot", words), "does not say of which page"),
    ):
        done = run("analyze", "--keywords", words, *given, "--out", out)
        assert (done.exit_code, done.stderr.count("\n")) == (2, 1)
        assert told in done.stderr
        assert not Path(out).exists()


REFUSED = [
    ((), "Missing option '--keywords'"),
    (("--keywords", "no.csv"), "no.csv: there is no such file"),
    (("--keywords", MAP), "it holds no keywords"),
    (("--keywords", CONSOLE, "--settings", "no.toml"), "no.toml: there is no such file"),
    (("--keywords", CONSOLE, "--language", "de"), "'de' is not one of"),
    (("--keywords", CONSOLE, "--clicks", "none.csv"), "none.csv: there is no such file"),
]


@pytest.mark.parametrize(("arguments", "told"), REFUSED, ids=lambda value: str(value)[-40:])
def test_wrong_input_is_one_line_and_writes_nothing(
    arguments: tuple[str, ...], told: str, tmp_path: Path
) -> None:
    done = run("analyze", *arguments, "--out", str(tmp_path / "out"))
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.startswith("smo: ")
    assert done.stderr.count("\n") == 1
    assert told in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_is_one_line(tmp_path: Path, words: str) -> None:
    done = run("analyze", "--keywords", words, "--out", words)
    assert (done.exit_code, done.stderr.count("\n")) == (2, 1)
    assert "cannot write the file" in done.stderr


def test_demo_writes_exports_and_their_plan(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In Russian, of a smaller shop: tests/test_examples.py looks at the whole one."""
    small = WorldShape(n_topics=7, keywords_per_topic=20)
    monkeypatch.setattr("smo.datasets.write.make_world", partial(make_world, shape=small))
    out = tmp_path / "tour"
    done = run("demo", "--out", str(out), "--language", "ru")
    assert done.exit_code == 0
    assert all(line.startswith("Внимание: ") for line in done.stderr.splitlines())
    assert {path.name for path in out.iterdir()} == WRITTEN | {"exports"}
    world = make_world(seed=0, shape=small)
    maps = {f"{segment}_map.csv": element_list(world, segment) for segment in small.segments}
    assert {name: (out / "exports" / name).read_bytes() for name in maps} == maps
    plan = smo.load_plan(out / "plan")
    assert set(plan.proposals["segment"]) == {"buyers", "readers", "russian"}
    assert plan.settings.report_language == "ru"


def test_completion_lists_the_commands() -> None:
    code = "from smo.cli import main; main()"
    done = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", code], capture_output=True, text=True, check=False,
        env={"_SMO_COMPLETE": "bash_complete", "COMP_WORDS": "smo ", "COMP_CWORD": "1",
             "PYTHONPATH": str(DATA.parent.parent)},
    )  # fmt: skip
    names = {line.partition(",")[2] for line in done.stdout.splitlines()}
    assert {"analyze", "backtest", "compare", "demo", "formats", "read"} <= names


def test_a_table_of_ones_own_is_taken_as_its_error_says(tmp_path: Path) -> None:
    own, out = tmp_path / "own.csv", tmp_path / "out"
    own.write_text(TABLE.replace("keyword,volume", "My phrase,Per month"), encoding="utf-8")
    given = ("analyze", "--keywords", f"buyers={own}", "--out", str(out))
    refused = run(*given)
    assert refused.exit_code == 2
    assert "--column 'keyword=My phrase'" in refused.stderr
    done = run(*given, "--column", "keyword=My phrase", "--column", "volume=Per month")
    assert done.exit_code == 0, done.stderr
    columns = {"keyword": "My phrase", "volume": "Per month"}
    words = smo.read_export(own, segment="buyers", columns=columns)
    assert words.keywords["volume"].sum() == 180
    expected = smo.analyze(words.keywords).proposals
    pd.testing.assert_frame_equal(smo.load_plan(out / "plan").proposals, expected)


def test_analyze_refuses_what_is_no_pair_of_columns_and_explains_the_option(words: str) -> None:
    refused = run("analyze", "--keywords", words, "--column", "keyword")
    assert refused.exit_code == 2
    assert "is no pair of columns" in refused.stderr
    assert "--column OURS=THEIRS" in run("analyze", "--help").stdout
