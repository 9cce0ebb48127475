from __future__ import annotations

import pandas as pd
import pytest

import smo

WORDS = pd.DataFrame(
    {"segment": "buyers", "keyword": ["red rope", "tent"], "impressions": [9, 5], "clicks": [1, 1]}
)
CLICKS = pd.DataFrame(
    {"segment": ["buyers"], "page": ["https://acme.example/"], "element": ["a"],
     "kind": ["element"], "text": ["Red rope"], "clicks": [7]}
)  # fmt: skip
PAGES = pd.DataFrame({"segment": ["buyers"], "page": ["https://www.acme.example/rope"]})


def _warnings(**tables: pd.DataFrame) -> dict[str, str]:
    given = {"clicks": CLICKS, "pages": PAGES} | tables
    plan = smo.analyze(given.pop("keywords", WORDS), given["clicks"], pages=given["pages"])
    found = plan.diagnostics[plan.diagnostics["level"] == "warning"]
    return dict(zip(found["code"], found["message"], strict=True))


def test_nothing_looks_wrong() -> None:
    quiet = {"clicks_above_impressions", "map_other_site", "segment_unknown"}
    assert not quiet & set(_warnings())


def test_the_map_of_another_site_is_told() -> None:
    other = CLICKS.assign(page="http://library.uni.example/index.php")
    assert (
        "another site (uni) than the searches (acme)" in _warnings(clicks=other)["map_other_site"]
    )


POSTS = CLICKS.assign(page="https://www.linkedin.com/feed/update/7", kind="post", element="7")


def test_posts_live_elsewhere_and_nobody_wonders() -> None:
    assert "map_other_site" not in _warnings(clicks=POSTS)


def test_posts_do_not_hide_the_map_of_another_site() -> None:
    other = CLICKS.assign(page="http://library.uni.example/index.php")
    found = _warnings(clicks=pd.concat([POSTS, other]))
    assert "another site (uni) than the searches (acme)" in found["map_other_site"]


def test_a_path_without_host_accuses_nobody() -> None:
    assert "map_other_site" not in _warnings(clicks=CLICKS.assign(page="/rope"))


@pytest.mark.parametrize(("segment", "told"), [("buyer", True), ("all", False), ("buyers", False)])
def test_a_misspelled_segment_is_told(segment: str, told: bool) -> None:
    found = _warnings(clicks=CLICKS.assign(segment=segment))
    assert ("perhaps 'buyers' was meant" in found.get("segment_unknown", "")) is told


def test_more_clicks_than_impressions_are_told() -> None:
    found = _warnings(keywords=WORDS.assign(clicks=[99, 1]))
    assert "more clicks than impressions: 1." in found["clicks_above_impressions"]
