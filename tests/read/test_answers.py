from __future__ import annotations

import json
from pathlib import Path

import pytest

import smo
from smo.errors import SmoError

LANDING = {
    "dimensionHeaders": [{"name": "landingPage"}], "metricHeaders": [{"name": "sessions"}],
    "rows": [{"dimensionValues": [{"value": "/a"}], "metricValues": [{"value": "4"}]}],
}  # fmt: skip
LINKS = {
    "dimensionHeaders": [{"name": "linkUrl"}, {"name": "pagePath"}],
    "metricHeaders": [{"name": "eventCount"}],
    "rows": [{"dimensionValues": [{"value": "https://a.example/"}, {"value": "/a"}],
              "metricValues": [{"value": "3"}]}],
}  # fmt: skip


@pytest.mark.parametrize("as_file", [True, False])
def test_each_door_takes_its_own_tables_of_one_answer(tmp_path: Path, as_file: bool) -> None:
    answer: object = {"reports": [LANDING, LINKS, LANDING | {"rows": []}]}
    if as_file:
        path = tmp_path / "batch.json"
        path.write_text(json.dumps(answer))
        answer = path
    assert smo.read_pages(answer)["sessions"].tolist() == [4]
    assert smo.read_clicks(answer)["clicks"].tolist() == [3]
    with pytest.raises(SmoError, match="has no keywords: it holds click map, page statistics"):
        smo.read_keywords(answer)


def test_a_table_of_an_answer_that_nobody_knows_is_named(tmp_path: Path) -> None:
    odd = {"dimensionHeaders": [{"name": "achievementId"}, {"name": "level"}],
           "metricHeaders": [{"name": "crashes"}], "rows": []}  # fmt: skip
    report = smo.read_export({"reports": [LANDING, odd]}).report
    assert report["notes"].str.contains("left out beside it: .*report 2").all()
    with pytest.raises(SmoError, match="achievementId"):
        smo.read_export({"reports": [odd]})
