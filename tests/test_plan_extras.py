"""Extras kept with their plan: saved, loaded, shown again, replaced."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smo.checks import check_table
from smo.errors import SmoError
from smo.evaluate import Extras
from smo.extras import EXTRA_TABLES
from smo.plan import TABLES, TopicPlan, load_plan
from smo.report import parquet
from tests.report.handmade import handmade_plan
from tests.report.shots import png
from tests.report.test_beyond import ROWS, made
from tests.test_plan import _rows

ALL = tuple(ROWS)


def assert_equal_extras(first: Extras, second: Extras) -> None:
    for name in EXTRA_TABLES:
        own, other = getattr(first, name), getattr(second, name)
        pd.testing.assert_frame_equal(own, other, check_exact=True, check_freq=False)


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.mark.parametrize("names", [ALL, ("tactics",), ("replay", "reach"), ()], ids=str)
def test_extras_come_back_with_their_plan(names: tuple[str, ...], tmp_path: Path) -> None:
    plan = dataclasses.replace(handmade_plan(), extras=made(*names))
    folder = plan.save(tmp_path / "plan")
    saved = {f"{name}.parquet" for name in (*TABLES, *names)}
    assert {path.name for path in folder.iterdir()} == saved | {"plan.json"}
    again = load_plan(folder)
    assert_equal_extras(again.extras, plan.extras)
    assert again.to_markdown() == plan.to_markdown()
    assert files(again.save(tmp_path / "again")) == files(folder)


@pytest.mark.parametrize("page", ["", "https://shop.example/"])
def test_screenshots_come_back_with_their_plan(page: str, tmp_path: Path) -> None:
    shot = tmp_path / "home@2x.png"
    shot.write_bytes(png(8, 6))
    plan = dataclasses.replace(handmade_plan(), extras=Extras(screenshots={page: shot}))
    folder = plan.save(tmp_path / "plan")
    assert load_plan(folder).extras.pictures == plan.extras.pictures
    assert load_plan(folder).extras.pictures[page].width == 4
    assert files(load_plan(folder).save(tmp_path / "again")) == files(folder)
    (folder / "screenshots.parquet").write_bytes(b"another")
    with pytest.raises(SmoError, match="not the one saved"):
        load_plan(folder)


@settings(max_examples=20, deadline=None)
@given(data=st.data(), name=st.sampled_from(sorted(EXTRA_TABLES)))
def test_any_extra_comes_back_equal(
    data: st.DataObject, name: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    table = check_table(data.draw(_rows(EXTRA_TABLES[name])), EXTRA_TABLES[name], caller="test")
    folder, specs = tmp_path_factory.mktemp("plan"), {name: EXTRA_TABLES[name]}
    kept = getattr(Extras(**{name: table}), name)
    parquet.save_tables(folder, {name: kept}, specs, {})
    again, _ = parquet.load_tables(folder, {}, specs)
    assert_equal_extras(Extras(**again), Extras(**{name: kept}))


def reports(plan: TopicPlan, folder: Path, extras: Extras | None = None) -> tuple[Any, ...]:
    return (
        plan.to_html(folder / "plan.html", extras=extras).read_bytes(),
        plan.to_excel(folder / "plan.xlsx", extras=extras).read_bytes(),
        plan.to_markdown(extras=extras),
        list(plan.figures(extras=extras)),
        files(plan.save(folder / "plan", extras=extras)),
    )


def test_reports_show_the_plans_own_unless_others_are_given(tmp_path: Path) -> None:
    plain = handmade_plan()
    plan = dataclasses.replace(plain, extras=made(*ALL))
    own, none, other = reports(plan, tmp_path), reports(plain, tmp_path), made("tactics")
    assert own == reports(plain, tmp_path, made(*ALL))
    assert none == reports(plan, tmp_path, Extras())
    assert reports(plan, tmp_path, other) == reports(plain, tmp_path, other)
    assert all(shown != bare for shown, bare in zip(own, none, strict=True))


def test_a_plan_with_fewer_extras_replaces_one_with_more(tmp_path: Path) -> None:
    handmade_plan().save(tmp_path / "plan", extras=made(*ALL))
    assert load_plan(handmade_plan().save(tmp_path / "plan")).extras.tables() == {}
    assert [path.name for path in tmp_path.iterdir()] == ["plan"]
    (tmp_path / "plan" / "flows.parquet").write_bytes(b"mine")
    with pytest.raises(SmoError, match=r"the folder holds 'flows.parquet', not a plan"):
        handmade_plan().save(tmp_path / "plan")


def test_a_lost_or_changed_extra_is_told(tmp_path: Path) -> None:
    folder = handmade_plan().save(tmp_path / "plan", extras=made("flows", "reach"))
    path = folder / "flows.parquet"
    path.write_bytes((folder / "reach.parquet").read_bytes())
    with pytest.raises(SmoError, match=r"flows\.parquet: the file is not the one saved"):
        load_plan(folder)
    path.unlink()
    with pytest.raises(SmoError, match=r"flows\.parquet: the file is missing"):
        load_plan(folder)
    facts = json.loads((folder / "plan.json").read_bytes())
    facts["tables"]["flows"] = 7
    (folder / "plan.json").write_text(json.dumps(facts), encoding="utf-8")
    with pytest.raises(SmoError, match="says nothing of the table 'flows'"):
        load_plan(folder)


@pytest.mark.parametrize("wrong", [{"tactics": None}, pd.DataFrame({"tactic": ["x"]})], ids=type)
def test_what_is_no_extras_is_told(wrong: Any, tmp_path: Path) -> None:
    told = f"extras: 'extras' must be Extras; got {type(wrong).__name__}"
    for call in (handmade_plan().to_html, handmade_plan().to_excel, handmade_plan().save):
        with pytest.raises(SmoError, match=told):
            call(tmp_path / "x", extras=wrong)
    with pytest.raises(SmoError, match=told):
        handmade_plan().figures(extras=wrong)
    with pytest.raises(SmoError, match=told):
        handmade_plan().to_markdown(extras=wrong)


def test_the_folder_of_the_reports_is_enough(tmp_path: Path) -> None:
    handmade_plan().save(tmp_path / "out" / "plan", extras=made("tactics"))
    assert_equal_extras(load_plan(tmp_path / "out").extras, made("tactics"))
    with pytest.raises(SmoError, match=r"there is no saved plan here.*plan\.json"):
        load_plan(tmp_path)
    (tmp_path / "out" / "plan.json").write_text("{}", encoding="utf-8")
    with pytest.raises(SmoError, match=r"out: plan\.json is not of a plan"):
        load_plan(tmp_path / "out")
