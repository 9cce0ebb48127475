from __future__ import annotations

import copy
import dataclasses
import json
import pickle
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import smo
from smo.checks import check_table, empty_table
from smo.errors import SmoError
from smo.plan import TABLES, TopicPlan, load_plan
from smo.report import parquet
from smo.spec import Table
from tests.report.handmade import handmade_plan


def assert_equal_plans(first: TopicPlan, second: TopicPlan) -> None:
    for name in TABLES:
        pd.testing.assert_frame_equal(
            getattr(first, name), getattr(second, name), check_exact=True, check_freq=False
        )
    assert (first.settings, first.version) == (second.settings, second.version)


# the plan


def test_repr_and_defaults() -> None:
    plan = handmade_plan()
    assert repr(plan) == ("<TopicPlan: 5 proposals in 2 segments from 3 keywords and 0 click rows>")
    assert plan.clicks.empty
    assert list(plan.clicks) == list(TABLES["clicks"].names)
    assert handmade_plan().version == smo.__version__


@pytest.mark.parametrize("name", ["proposals", "settings", "version", "new"])
def test_plan_is_frozen(name: str) -> None:
    with pytest.raises(dataclasses.FrozenInstanceError, match=f"cannot assign to field '{name}'"):
        setattr(handmade_plan(), name, None)


def test_what_a_plan_hands_out_is_a_copy() -> None:
    plan = handmade_plan()
    table = plan.proposals
    table.loc[0, "title"] = "changed"
    table["rank"].array[0] = 99
    table["keywords"].iloc[0].append("changed")
    del table["reason"]
    assert_equal_plans(plan, handmade_plan())


def test_what_a_plan_is_given_may_change_later() -> None:
    given = handmade_plan().proposals
    plan = handmade_plan(proposals=given)
    given["keywords"].iloc[0].append("changed")
    given["rank"].array[0] = 99
    assert_equal_plans(plan, handmade_plan())


def test_copies_and_replacements() -> None:
    plan = handmade_plan()
    assert_equal_plans(copy.deepcopy(plan), plan)
    assert_equal_plans(pickle.loads(pickle.dumps(plan)), plan)  # noqa: S301 - our own bytes
    other = dataclasses.replace(plan, version="0.0.0")
    assert (other.version, plan.version) == ("0.0.0", "0.1.0")


def test_missing_table_is_told() -> None:
    with pytest.raises(TypeError, match="keywords"):
        TopicPlan(proposals=None, scores=None, topics=None)  # type: ignore[call-arg]


def test_wrong_table_is_told() -> None:
    with pytest.raises(SmoError, match="TopicPlan: the scores table has no column 'segment'"):
        handmade_plan(scores=pd.DataFrame({"topic": [1]}))
    with pytest.raises(SmoError, match="TopicPlan: expected a table, got NoneType"):
        handmade_plan(proposals=None)


# saved and loaded


def test_round_trip(tmp_path: Path) -> None:
    plan = handmade_plan("ru")
    assert plan.save(tmp_path / "plan") == tmp_path / "plan"
    assert_equal_plans(load_plan(tmp_path / "plan"), plan)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["plan"]


PLAN = handmade_plan()
TEXTS = st.one_of(
    st.none(),
    st.text(st.characters(codec=None), max_size=12),  # lone surrogates too
    st.sampled_from(["", "NA", "nan", "None", "a\x00b", "\n", "\u202eх", "👩\u200d👧", "q" * 999]),
)
KINDS: dict[str, st.SearchStrategy[Any]] = {
    "text": TEXTS,
    "required text": TEXTS.map(lambda text: text or ""),
    "required number": st.floats(0, 1),
    "required whole": st.integers(0, 2**53),
    "required flag": st.booleans(),
    "number": st.one_of(st.none(), st.floats(0, 1), st.sampled_from([0.1 + 0.2, 5e-324])),
    "whole": st.one_of(st.none(), st.integers(0, 2**53)),
    "flag": st.one_of(st.none(), st.booleans()),
    "date": st.one_of(
        st.none(), st.datetimes(pd.Timestamp(1900, 1, 1), pd.Timestamp(2200, 1, 1)).map(str)
    ),
    "texts": st.lists(TEXTS.map(lambda text: text or ""), max_size=3),
}


def _rows(spec: Table) -> st.SearchStrategy[pd.DataFrame]:
    row = {}
    for column in spec.columns:
        required = column.required and column.kind != "texts"
        row[column.name] = KINDS[f"required {column.kind}" if required else column.kind]
    return st.lists(st.fixed_dictionaries(row), max_size=3).map(
        lambda rows: pd.DataFrame(rows) if rows else empty_table(spec)
    )


@settings(max_examples=20, deadline=None)
@given(data=st.data(), name=st.sampled_from(sorted(TABLES)))
def test_any_table_comes_back_equal(
    data: st.DataObject, name: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("plan")
    table = getattr(dataclasses.replace(PLAN, **{name: data.draw(_rows(TABLES[name]))}), name)
    parquet.save_tables(folder, {name: table}, {name: TABLES[name]}, {})
    again, _ = parquet.load_tables(folder, {name: TABLES[name]})
    checked = check_table(again[name], TABLES[name], caller="test")
    pd.testing.assert_frame_equal(checked, table, check_exact=True)


def test_lists_that_begin_late(tmp_path: Path) -> None:
    one = handmade_plan().proposals.iloc[[4] * 3000 + [0]].assign(rank=range(3001))
    plan = handmade_plan(proposals=one)
    assert_equal_plans(load_plan(plan.save(tmp_path / "plan")), plan)


def test_same_plan_same_bytes(tmp_path: Path) -> None:
    first, second = (handmade_plan().save(tmp_path / name) for name in ("a", "b"))
    for path in sorted(first.iterdir()):
        assert path.read_bytes() == (second / path.name).read_bytes()


@pytest.mark.parametrize("name", ["segment=buyers", "a*[b]?", "it's", "план 1", "x" * 120])
def test_folders_with_odd_names(tmp_path: Path, name: str) -> None:
    plan = handmade_plan()
    assert_equal_plans(load_plan(plan.save(tmp_path / name / name)), plan)


def test_saving_again_replaces(tmp_path: Path) -> None:
    folder = handmade_plan("ru").save(tmp_path / "plan")
    handmade_plan("en").save(folder)
    assert_equal_plans(load_plan(folder), handmade_plan("en"))
    assert [path.name for path in tmp_path.iterdir()] == ["plan"]


def test_saving_prints_no_progress() -> None:
    with parquet._database() as database:
        setting = database.execute("SELECT current_setting('enable_progress_bar')").fetchone()
    assert setting == (False,)


def test_no_pickle(tmp_path: Path) -> None:
    folder = handmade_plan().save(tmp_path / "plan")
    assert {path.suffix for path in folder.iterdir()} == {".json", ".parquet"}
    facts = json.loads((folder / "plan.json").read_text(encoding="utf-8"))
    assert facts["tables"]["proposals"]["rows"] == 5
    assert facts["settings"]["n_proposals"] == 10


# what cannot be saved or loaded


def test_other_folders_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("years of work")
    with pytest.raises(SmoError, match=r"the folder holds 'thesis.txt', not a plan.*choose an"):
        handmade_plan().save(tmp_path)
    assert (tmp_path / "thesis.txt").read_text() == "years of work"


def test_a_plan_with_something_added_is_left_alone(tmp_path: Path) -> None:
    folder = handmade_plan().save(tmp_path / "plan")
    (folder / "notes.md").write_text("mine")
    with pytest.raises(SmoError, match=r"holds 'notes\.md'"):
        handmade_plan().save(folder)


def test_parquet_of_others_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "keywords.parquet").write_bytes(b"theirs")
    with pytest.raises(SmoError, match=r"holds 'keywords\.parquet', not a plan"):
        handmade_plan().save(tmp_path)


def test_file_of_that_name(tmp_path: Path) -> None:
    (tmp_path / "plan").write_text("x")
    with pytest.raises(SmoError, match="there is a file of this name"):
        handmade_plan().save(tmp_path / "plan")
    with pytest.raises(SmoError, match=r"there is no saved plan here.*plan\.json"):
        load_plan(tmp_path / "plan")


def test_failure_leaves_the_old_plan_and_no_draft(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = handmade_plan("ru").save(tmp_path / "plan")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(parquet, "_digest", full)
    with pytest.raises(SmoError, match=r"cannot save the plan: .*No space left.*choose a folder"):
        handmade_plan("en").save(folder)
    monkeypatch.undo()
    assert_equal_plans(load_plan(folder), handmade_plan("ru"))
    assert [path.name for path in tmp_path.iterdir()] == ["plan"]


def test_failure_at_the_last_step_restores_the_old_plan(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = handmade_plan("ru").save(tmp_path / "plan")
    rename = Path.rename

    def stuck(path: Path, target: Path) -> Path:
        if path.name.endswith(".draft"):
            raise OSError(13, "Permission denied")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", stuck)
    with pytest.raises(SmoError, match="Permission denied"):
        handmade_plan("en").save(folder)
    assert_equal_plans(load_plan(folder), handmade_plan("ru"))
    assert [path.name for path in tmp_path.iterdir()] == ["plan"]


def _facts(folder: Path, **changes: Any) -> None:
    path = folder / "plan.json"
    facts = json.loads(path.read_text(encoding="utf-8")) | changes
    path.write_text(json.dumps(facts), encoding="utf-8")


def _told(folder: Path, **changes: Any) -> None:
    tables = json.loads((folder / "plan.json").read_text(encoding="utf-8"))["tables"]
    tables["scores"] |= changes
    _facts(folder, tables=tables)


def _no_parquet(folder: Path) -> None:
    (folder / "scores.parquet").write_bytes(b"PAR1 not really")
    _told(folder, digest=parquet._digest(folder / "scores.parquet"))


def _flip(folder: Path) -> None:
    path = folder / "scores.parquet"
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(bytes(content))


DAMAGES = [
    (lambda f: (f / "plan.json").unlink(), r"there is no saved plan here"),
    (lambda f: (f / "plan.json").write_text("{"), r"plan\.json is no JSON"),
    (lambda f: (f / "plan.json").write_bytes(b"\xff\xfe"), r"plan\.json is no JSON"),
    (lambda f: (f / "plan.json").write_text("[]"), r"plan\.json is not of a plan"),
    (lambda f: _facts(f, kind="other"), r"plan\.json is not of a plan"),
    (lambda f: _facts(f, schema="1"), r"plan\.json is incomplete"),
    (lambda f: _facts(f, schema=2, version="9.9"), r"smo 9\.9 saved it with schema 2.*update smo"),
    (lambda f: _facts(f, tables={}), r"says nothing of the table 'proposals'"),
    (lambda f: _facts(f, settings=None), r"plan\.json has no settings"),
    (lambda f: _facts(f, settings={"n_proposal": 1}), r"no setting 'n_proposal'.*'n_proposals'"),
    (lambda f: (f / "scores.parquet").unlink(), r"scores\.parquet: the file is missing"),
    (lambda f: (f / "scores.parquet").write_bytes(b""), r"scores\.parquet: .*not the one saved"),
    (_flip, r"scores\.parquet: the file is not the one saved.*save the plan again"),
    (_no_parquet, r"scores\.parquet: the file is no Parquet"),
    (lambda f: _told(f, rows=7), r"scores\.parquet: 6 rows where plan\.json says 7"),
]


@pytest.mark.parametrize(("damage", "message"), DAMAGES)
def test_damaged_plans(tmp_path: Path, damage: Any, message: str) -> None:
    folder = handmade_plan().save(tmp_path / "plan")
    damage(folder)
    with pytest.raises(SmoError, match=f"(?s){message}"):
        load_plan(folder)


def test_no_folder(tmp_path: Path) -> None:
    with pytest.raises(SmoError, match=r"nowhere: there is no saved plan here"):
        load_plan(tmp_path / "nowhere")


def test_plan_of_a_moved_folder(tmp_path: Path) -> None:
    folder = handmade_plan().save(tmp_path / "plan")
    moved = shutil.move(folder, tmp_path / "elsewhere")
    assert_equal_plans(load_plan(moved), handmade_plan())


# reports


def test_reports_are_written(tmp_path: Path) -> None:
    plan = handmade_plan()
    page = plan.to_html(tmp_path / "new" / "plan.html")
    assert page == tmp_path / "new" / "plan.html"
    assert page.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    text = plan.to_markdown(tmp_path / "new" / "plan.md")
    assert (tmp_path / "new" / "plan.md").read_text(encoding="utf-8") == text
    assert plan.to_markdown() == text


def test_loaded_plan_reports_the_same(tmp_path: Path) -> None:
    plan = handmade_plan("ru")
    again = load_plan(plan.save(tmp_path / "plan"))
    assert again.to_markdown() == plan.to_markdown()
    first, second = (p.to_html(tmp_path / "x.html").read_bytes() for p in (plan, again))
    assert first == second


def test_loading_a_plan_loads_no_report_library() -> None:
    script = "import sys, smo.plan; print('jinja2' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True)  # noqa: S603
    assert done.stdout.strip() == b"False"


def test_every_report_is_there() -> None:
    for name in ("to_html", "to_excel", "to_markdown", "brief", "figures", "save"):
        assert callable(getattr(TopicPlan, name))
