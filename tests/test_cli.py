"""The command line: what it prints, what it refuses in one line, and that it passes files on."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

import smo
from smo.cli import COMMANDS, cli
from smo.cli.remedies import as_options
from smo.cli.say import WIDTH
from smo.cli.sources import by_segment, columns_told
from smo.read import formats_markdown

DATA = Path(__file__).resolve().parent.parent / "examples" / "data"
CONSOLE = str(next(DATA.glob("buyers*.zip")))
MAP = str(DATA / "buyers_map.csv")
QUERIES = "Top queries,Clicks,Impressions,CTR,Position\nred rope,2,90,2%,4.1\ntent,1,50,2%,7\n"
# A name and a query that would move a cursor, hide text, or hold an address of a person.
HOSTILE = "a\x1b[31mb\u202ec\x07 ivan.petrov@mail.example"


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, list(arguments), prog_name="smo")


def written(folder: Path, text: str, name: str = "Queries.csv") -> str:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return str(path)


def refused(*arguments: str) -> str:
    done = run(*arguments)
    assert done.exit_code == 2
    assert done.stdout == ""
    assert done.stderr.startswith("smo: ")
    assert done.stderr.count("\n") == 1
    return done.stderr


def test_formats_fit_a_terminal() -> None:
    done = run("formats")
    assert (done.exit_code, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert max(map(len, lines)) <= WIDTH
    table = smo.formats()
    assert [line for line in lines if line in set(table["family"])] == list(
        dict.fromkeys(table["family"])
    )
    flat = re.sub(r"\s+", " ", done.stdout)
    assert all(name.split()[0] in flat for name in table["name"])


@pytest.mark.parametrize("family", ["Crazy Egg", "crazy", " CRAZY "])
def test_one_family_is_told_in_full(family: str) -> None:
    done = run("formats", "--family", family)
    row = smo.formats().query("family == 'Crazy Egg'").iloc[0]
    flat = re.sub(r"\s+", " ", done.stdout)
    assert done.exit_code == 0
    assert all(row[name] in flat for name in ("name", "table", "gives", "recognized_by"))
    assert "Keyword Planner" not in done.stdout


def test_formats_as_json_are_the_table() -> None:
    told = json.loads(run("formats", "--table", "clicks", "--json").stdout)
    assert told == smo.formats().query("table == 'clicks'").to_dict("records")


def test_formats_as_markdown_are_the_page() -> None:
    assert run("formats", "--markdown").stdout == formats_markdown()


def test_read_tells_what_was_read() -> None:
    done = run("read", f"buyers={CONSOLE}", MAP)
    assert (done.exit_code, done.stderr) == (0, "")
    assert max(map(len, done.stdout.splitlines())) <= WIDTH
    export = smo.read_export(CONSOLE, segment="buyers")
    clicks = smo.read_clicks(MAP)
    assert "recognized as     Search Console queries (gives keywords)" in done.stdout
    assert "recognized as     Crazy Egg element list (gives clicks)" in done.stdout
    for row in export.report.itertuples():
        told = f"{int(row.rows_read):,}" if row.rows_read else "none"
        assert f"rows              {told}" in done.stdout
    assert f"In all: {len(export.keywords):,} keyword rows, {len(clicks):,} click rows" in (
        done.stdout
    )
    queries = export.report.query("table == 'keywords'").iloc[0]
    part, whole = int(queries["sum_clicks"]), int(queries["total_clicks"])
    assert f"clicks            {part:,} in the rows, {whole:,} by the file's own" in done.stdout


def test_read_tells_what_was_left_out(tmp_path: Path) -> None:
    text = "keyword,impressions,clicks,note\nrope,9,1,x\n,3,1,y\n"
    done = run("read", written(tmp_path, text, "own.csv"), "--segment", "buyers")
    assert "rows              1 of 2 kept" in done.stdout
    assert "left out          1 " in done.stdout
    assert "columns unused    note" in done.stdout
    assert "clicks            1; the file gives no total of its own" in done.stdout
    assert "period            unknown" in done.stdout
    assert "segment           buyers" in done.stdout


def test_read_as_json_is_the_report(tmp_path: Path) -> None:
    path = written(tmp_path, QUERIES)
    told = json.loads(run("read", f"buyers={path}", "--json").stdout)
    assert told["rows"] == {"keywords": 2, "clicks": 0, "pages": 0, "totals": 0}
    assert [row["segment"] for row in told["reads"]] == ["buyers"]
    assert (told["reads"][0]["sum_clicks"], told["reads"][0]["period_start"]) == (3, None)
    dated = json.loads(run("read", CONSOLE, "--json").stdout)["reads"]
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\d", row["period_start"]) for row in dated)


def test_a_map_of_a_named_page(tmp_path: Path) -> None:
    text = "Element ID,Tag name,Name,No. clicks,Visible?\nmenu,a,Sale,7,true\n"
    path = written(tmp_path, text, "map.csv")
    assert "--page https://..." in refused("read", path)
    done = run("read", path, "--page", "https://shop.example/")
    assert "In all: 1 click row." in done.stdout


def test_a_map_with_its_saved_page(tmp_path: Path) -> None:
    pytest.importorskip("selectolax", reason="needs the extra html")
    home, sale = "https://shop.example/", "https://shop.example/?sale=1"
    path = written(tmp_path, f"page,element,clicks\n{home},p,7\n{sale},p,2\n", "map.csv")
    page = written(tmp_path, "<html><body><p>Boots</p>", "page.html")
    assert f"--html {home}=home.html" in refused("read", path, "--html", page)
    assert "does not say of which page" in refused("read", path, *["--html", page] * 2)
    done = run("read", path, "--html", f"{home}={page}", "--html", f"{sale}={page}")
    assert " ".join(done.stdout.split()).count("has words for 1") == 2


def test_columns_and_format_are_passed_on(tmp_path: Path) -> None:
    path = written(tmp_path, "My phrase,Per month\nrope,90\n", "words.csv")
    told = refused("read", path)
    done = run("read", path, "--column", "keyword=My phrase", "--column", "volume=Per month")
    assert "In all: 1 keyword row." in done.stdout
    options = re.search(r"--column .*?(?=\.\n)", told)
    assert options is not None
    assert run("read", path, *shlex.split(options[0])).exit_code == 0
    own = written(tmp_path, QUERIES)
    assert run("read", own, "--format", "Search Console queries").exit_code == 0


REFUSED = [
    (("read", "nowhere.csv"), "nowhere.csv: there is no such file"),
    (("read",), r"Missing argument .* Try 'smo read --help'"),
    (("read", "--jsn", "x"), "No such option .*--jsn"),
    (("read", "buyers="), "'buyers=' names no file"),
    (("read", "x.csv", "--column", "keyword"), "is no pair of columns"),
    (("read", "x.csv", "--column", "a=b", "--column", "a=c"), "'a' is named twice"),
    (("read", MAP, "--format", "nothing"), "there is no format 'nothing'.*`smo formats`"),
    (("formats", "--family", "search consle"), "did you mean 'Search Console'"),
    (("formats", "--table", "clickss"), "did you mean 'clicks'"),
    (("formats", "--markdown", "--json"), "takes no other option"),
    (("formats", "extra"), "unexpected extra argument"),
    (("frmats",), "No such command 'frmats'"),
    (("--nope",), "No such option .*--nope.* Try 'smo --help'"),
]


@pytest.mark.parametrize(("arguments", "told"), REFUSED, ids=lambda value: str(value)[:40])
def test_wrong_input_is_one_line(arguments: tuple[str, ...], told: str) -> None:
    assert re.search(told, refused(*arguments))


@pytest.mark.parametrize("line", ["--debug read no.csv", "read no.csv --debug"])
def test_debug_shows_the_traceback(line: str) -> None:
    done = run(*line.split())
    assert done.exit_code == 2
    assert done.stderr.startswith("Traceback ")
    assert done.stderr.splitlines()[-1].startswith("smo: no.csv: there is no such file")


def test_files_write_nothing_unseen_to_the_terminal(tmp_path: Path) -> None:
    unseen = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]")
    head = f"Top queries,Clicks,Impressions,{HOSTILE}\n"
    read = run("read", written(tmp_path, f"{head}rope,1,9,x\n"), "--segment", HOSTILE)
    asked = run("read", written(tmp_path, f"{HOSTILE},b\n1,2\n"), "--debug")
    as_json = run("read", written(tmp_path, f"{head}rope,1,9,x\n"), "--json")
    for text in (read.stdout, asked.stderr, as_json.stdout):
        assert len(text) > 50
        assert unseen.search(text) is None
    assert "petrov" not in read.stdout + asked.stderr
    assert "i***@***" in read.stdout


@pytest.mark.parametrize("command", [cli, *COMMANDS], ids=lambda command: command.name)
def test_help_teaches_by_example(command: click.Command) -> None:
    name = [] if command is cli else [str(command.name)]
    done = run(*name, "--help")
    assert done.exit_code == 0
    assert len(re.findall(r"^ +smo \w+", done.stdout, flags=re.MULTILINE)) >= 3
    assert all(param.help for param in command.params if isinstance(param, click.Option))
    assert max(map(len, done.stdout.splitlines())) <= WIDTH


def test_alone_it_shows_its_help() -> None:
    assert run().stdout == run("--help").stdout == run("-h").stdout
    assert run("--version").stdout.strip().endswith(smo.__version__)


SOURCES = [
    (("a.zip",), None, {None: ["a.zip"]}),
    (("a.zip",), "buyers", {"buyers": ["a.zip"]}),
    (("b=a.zip", "b.csv", "b=c.csv"), None, {"b": ["a.zip", "c.csv"], None: ["b.csv"]}),
    (("readers=a.zip", "b.csv"), "buyers", {"readers": ["a.zip"], "buyers": ["b.csv"]}),
    (("x/a=b.csv", "c\\d=e.csv"), None, {None: ["x/a=b.csv", "c\\d=e.csv"]}),
    (("=a.csv",), "buyers", {"buyers": ["a.csv"]}),
    (("покупатели=a=b.csv",), None, {"покупатели": ["a=b.csv"]}),
]  # fmt: skip


@pytest.mark.parametrize(("arguments", "segment", "groups"), SOURCES)
def test_paths_by_segment(
    arguments: tuple[str, ...], segment: str | None, groups: dict[str | None, list[str]]
) -> None:
    assert by_segment(arguments, segment) == groups


def test_a_file_with_an_equals_sign_is_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written(tmp_path, QUERIES, "buyers=mine.csv")
    monkeypatch.chdir(tmp_path)
    assert by_segment(["buyers=mine.csv"], None) == {None: ["buyers=mine.csv"]}
    assert "segment           all" in run("read", "buyers=mine.csv").stdout


def test_a_column_may_hold_an_equals_sign() -> None:
    assert columns_told(["keyword=a=b"]) == {"keyword": "a=b"}
    assert columns_told([]) is None


def test_a_remedy_that_is_no_mapping_stays() -> None:
    assert as_options("write columns={ours: theirs}") == "write columns={ours: theirs}"


def process(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "smo", *arguments]
    return subprocess.run(  # noqa: S603 - our own interpreter
        command, capture_output=True, check=False, env=os.environ | environment
    )


def test_the_module_runs() -> None:
    done = process("formats", PYTHONIOENCODING="utf-8")
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode("utf-8").split() == run("formats").stdout.split()


def test_a_narrow_encoding_is_no_error(tmp_path: Path) -> None:
    path = written(tmp_path, QUERIES.replace("CTR", "Кликов"), "Запросы.csv")
    done = process("read", path, PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"In all: 2 keyword rows." in done.stdout


@pytest.mark.skipif(os.name != "posix", reason="pipes break in another way there")
def test_a_pipe_that_closes_early_is_fine() -> None:
    reader, writer = os.pipe()
    os.close(reader)
    command = [sys.executable, "-m", "smo", "formats"]
    with os.fdopen(writer, "wb") as pipe:
        done = subprocess.run(command, stdout=pipe, stderr=subprocess.PIPE, check=False)  # noqa: S603 - our own interpreter
    assert (done.returncode, done.stderr) == (0, b"")
