"""`smo analyze` with what stands beside a plan: one call of `collect_extras`, then kept."""

from __future__ import annotations

import json
from pathlib import Path

import pandas as pd
import pytest
from click.testing import CliRunner, Result

import smo
from smo.cli import cli
from smo.evaluate import collect_extras
from smo.read import read_mentions
from tests.test_plan_extras import assert_equal_extras

WORDS = (
    "keyword,impressions,clicks,days\nred rope,{},300,28\nrope bag,90,9,28\nlight tent,50,5,28\n"
)
MAP = (
    "page,element,text,target,clicks,exposures,channel\n"
    "https://a.example/,menu,Rope,https://a.example/rope,70,900,telegram\n"
    "https://a.example/rope,tile,Tents,https://a.example/tents,9,300,search\n"
)
POSTS = "author,text,shares\nann,ask @knots,4\nbob,@knots again,0\ncat,see @camps,2\n"
TACTICS = (
    "tactic,effort,effect,effect_low,effect_high\nnew titles,3,210,120,300\nvideos,12,9,1,20\n"
)
FILES = {"june.csv": WORDS.format(9000), "july.csv": WORDS.format(4000), "map.csv": MAP,
         "posts.csv": POSTS, "tactics.csv": TACTICS}  # fmt: skip


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, ["analyze", *arguments], prog_name="smo")


@pytest.fixture(scope="module")
def june(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the files, and June's plan made from them by the command line."""
    folder = tmp_path_factory.mktemp("shop")
    for name, text in FILES.items():
        (folder / name).write_text(text, encoding="utf-8")
    done = run("--keywords", str(folder / "june.csv"), "--out", str(folder / "june"))
    assert done.exit_code == 0
    return folder


def test_all_of_it_is_one_call_and_comes_back(june: Path, tmp_path: Path) -> None:
    given = {name: str(june / name) for name in FILES}
    done = run(
        "--keywords", given["july.csv"], "--clicks", given["map.csv"],
        "--previous", str(june / "june"), "--mentions", f"buyers={given['posts.csv']}",
        "--tactics", given["tactics.csv"], "--budget", "5",
        "--out", str(tmp_path / "out"), "--json",
    )  # fmt: skip
    assert done.exit_code == 0
    before = smo.load_plan(june / "june")
    plan = smo.analyze(
        smo.read_keywords(given["july.csv"]), smo.read_clicks(given["map.csv"]), previous=before
    )
    mentions = read_mentions(given["posts.csv"], segment="buyers")
    expected = collect_extras(
        plan, previous=before, mentions=mentions, tactics=given["tactics.csv"], budget=5.0
    )
    assert {"changes", "flows", "influencers", "tactics", "measurement"} <= set(expected.tables())
    again = smo.load_plan(tmp_path / "out")
    assert_equal_extras(again.extras, expected)
    page = (tmp_path / "out" / "plan.html").read_bytes()
    assert again.to_html(tmp_path / "again.html").read_bytes() == page
    for words in ("What changed since", "Who is listened to", "Largest flows", "new titles"):
        assert words in page.decode()
    told = json.loads(done.stdout)["extras"]
    assert {name: len(rows) for name, rows in told.items()} == {
        name: len(table) for name, table in expected.tables().items()
    }


def test_the_flag_alone_shows_what_the_tables_tell(june: Path, tmp_path: Path) -> None:
    given = ("--keywords", str(june / "june.csv"), "--clicks", str(june / "map.csv"))
    assert run(*given, "--extras", "--out", str(tmp_path / "out")).exit_code == 0
    extras = smo.load_plan(tmp_path / "out").extras
    assert {"flows", "influencers", "measurement"} <= set(extras.tables())
    assert "telegram" in set(extras.influencers["name"])
    assert smo.load_plan(june / "june").extras.tables() == {}


REFUSED = [
    (("--budget", "5"), "--budget: it needs --tactics"),
    (("--author", "@me"), "--author: it needs --mentions"),
    (("--budget", "-1", "--tactics", "tactics.csv"), "-1.0 is not in the range x>=0"),
    (("--tactics", "no.csv"), "no.csv: it cannot be read"),
    (("--tactics", "posts.csv"), "the tactics table has no column 'tactic'"),
    (("--mentions", "no.csv"), "no.csv: there is no such file"),
    (("--mentions", "tactics.csv"), "--author ..."),
    (("--previous", "map.csv"), "map.csv: there is no saved plan here"),
]


@pytest.mark.parametrize(("arguments", "told"), REFUSED, ids=lambda value: str(value)[-40:])
def test_wrong_input_is_one_line_and_writes_nothing(
    arguments: tuple[str, ...], told: str, june: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(june)
    done = run("--keywords", "june.csv", *arguments, "--out", "out")
    assert (done.exit_code, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert told in done.stderr
    assert not (june / "out").exists()


# the same from Python


def test_mentions_stand_in_for_the_channels(june: Path) -> None:
    plan = smo.analyze(smo.read_keywords(june / "june.csv"), smo.read_clicks(june / "map.csv"))
    read = collect_extras(plan, mentions=read_mentions(june / "posts.csv"))
    assert_equal_extras(collect_extras(plan, mentions=june / "posts.csv"), read)
    first = read.influencers.query("segment == 'all' and topic == 'all'")["name"].tolist()
    assert first[:2] == ["knots", "camps"]
    assert "telegram" not in first


def test_wrong_arguments_are_told(june: Path) -> None:
    plan = smo.load_plan(june / "june")
    with pytest.raises(smo.SmoError, match=r"'budget' is 5\.0 and there are no tactics"):
        collect_extras(plan, budget=5.0)
    with pytest.raises(smo.SmoError, match="the mentions table has no column 'source'"):
        collect_extras(plan, mentions=pd.DataFrame({"who": ["ann"]}))
    with pytest.raises(smo.SmoError, match="'previous' must be a TopicPlan; got str"):
        collect_extras(plan, previous="june")  # type: ignore[arg-type]
