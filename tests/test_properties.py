"""The invariants of the design, on tables that hypothesis invents."""

from __future__ import annotations

import html.parser
import io
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import smo

WORDS = ["red", "rope", "climbing", "tent", "light", "for two", "buy", "палатка", "купить"]
HOSTILE = ["=cmd()|A0", "<script>alert(1)</script>", "\u202egnp.exe", "@SUM(1)", "a\x00b"]
few = settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)
# The worlds of the false-alarm rate take most of the time, and two show as much as twenty.
FEW_WORLDS = smo.Settings(null_worlds=2)

phrases = st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(" ".join)
keyword_rows = st.lists(
    st.tuples(
        st.sampled_from(["buyers", "readers"]),
        phrases | st.sampled_from(HOSTILE),
        st.integers(1, 5000),
        st.floats(0, 1),
        st.integers(100, 3000),
    ),
    min_size=1,
    max_size=25,
    unique_by=lambda row: (row[0], row[1]),
)
click_rows = st.lists(
    st.tuples(
        st.sampled_from(["buyers", "readers", "all"]),
        st.sampled_from(["https://acme.example/", "https://acme.example/rope", "/tent"]),
        phrases | st.sampled_from(HOSTILE),
        st.integers(0, 400),
    ),
    max_size=12,
    unique_by=lambda row: row[:3],
)


def _keywords(rows: list[tuple[str, str, int, float, int]]) -> pd.DataFrame:
    table = pd.DataFrame(rows, columns=["segment", "keyword", "impressions", "rate", "position"])
    table["clicks"] = np.floor(table["impressions"] * table["rate"])
    table["position"] = table["position"] / 100
    return table.drop(columns="rate").assign(period_days=28)


def _clicks(rows: list[tuple[str, str, str, int]]) -> pd.DataFrame:
    table = pd.DataFrame(rows, columns=["segment", "page", "text", "clicks"])
    exposed = table["clicks"] * 5 + 10
    return table.assign(
        element=table["text"], kind="element", exposed=exposed, pageviews=exposed * 2
    ).astype({"segment": "string", "page": "string", "text": "string", "element": "string"})


def _same(left: pd.DataFrame, right: pd.DataFrame) -> None:
    pd.testing.assert_frame_equal(left, right, rtol=1e-9, atol=1e-9)


@few
@given(keyword_rows, click_rows)
def test_nothing_is_lost_and_inputs_stay(
    k: list[tuple[str, str, int, float, int]], c: list[tuple[str, str, str, int]]
) -> None:
    keywords, clicks = _keywords(k), _clicks(c)
    before = keywords.copy(deep=True), clicks.copy(deep=True)
    plan = smo.analyze(keywords, clicks, settings=FEW_WORLDS)
    pd.testing.assert_frame_equal(keywords, before[0])
    pd.testing.assert_frame_equal(clicks, before[1])
    pairs = set(zip(plan.topics["segment"], plan.topics["keyword"], strict=True))
    assert pairs == set(zip(keywords["segment"], keywords["keyword"], strict=True))
    assert len(plan.topics) == len(pairs)
    read = clicks.groupby("segment")["clicks"].sum()
    told = plan.matches.groupby("segment")["clicks"].sum()
    for segment, total in read.items():
        assert float(told.get(segment, 0.0)) == pytest.approx(float(total), rel=1e-9, abs=1e-9)
    shares = plan.matches.groupby("click_id")["share"].sum()
    assert np.allclose(shares.to_numpy(dtype=float), 1.0, atol=1e-9)
    topic_of = plan.topics.groupby("normal")["topic"].nunique()
    assert (topic_of == 1).all()


@few
@given(keyword_rows, click_rows, st.randoms(use_true_random=False))
def test_row_order_and_split_rows_change_nothing(
    k: list[tuple[str, str, int, float, int]],
    c: list[tuple[str, str, str, int]],
    random: object,
) -> None:
    keywords, clicks = _keywords(k), _clicks(c)
    plan = smo.analyze(keywords, clicks, settings=FEW_WORLDS)
    seed = random.randrange(2**32)  # type: ignore[attr-defined]
    first = keywords.sample(frac=1, random_state=seed)
    half = (first[["impressions", "clicks"]] // 2).astype(float)
    rest = first[["impressions", "clicks"]] - half
    split = pd.concat([first.assign(**half), first.assign(**rest)], ignore_index=True)
    again = smo.analyze(split, clicks.sample(frac=1, random_state=seed), settings=FEW_WORLDS)
    _same(plan.topics, again.topics)
    _same(plan.matches, again.matches)
    _same(plan.scores, again.scores)
    _same(plan.proposals, again.proposals)


@few
@given(keyword_rows, st.sampled_from([3.0, 10.0]))
def test_scaling_volumes_changes_no_ranking(
    k: list[tuple[str, str, int, float, int]], factor: float
) -> None:
    table = _keywords(k)
    volumes = table[["segment", "keyword"]].assign(volume=table["impressions"].astype(float))
    plan = smo.analyze(volumes)
    again = smo.analyze(volumes.assign(volume=volumes["volume"] * factor))
    names = ["segment", "rank", "topic", "action", "verdict"]
    pd.testing.assert_frame_equal(plan.proposals[names], again.proposals[names])


class _Tags(html.parser.HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.seen: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))


@pytest.mark.parametrize("text", [*HOSTILE, '"><img src=x onerror=alert(1)>', "x" * 10_000])
def test_hostile_text_reaches_reports_inert(tmp_path: Path, text: str) -> None:
    keywords = _keywords([("buyers", text, 50, 0.1, 300), ("buyers", "red rope", 90, 0.1, 300)])
    clicks = _clicks([("buyers", "javascript:alert(1)", text, 5)])
    plan = smo.analyze(keywords, clicks, settings=FEW_WORLDS)
    page = plan.to_html(tmp_path / "plan.html").read_text(encoding="utf-8")
    tags = _Tags()
    tags.feed(page)
    assert not [a for _, a in tags.seen if any(name.startswith("on") for name in a)]
    assert not [t for t, a in tags.seen if t == "img" or "javascript" in (a.get("href") or "")]
    assert "<script>alert" not in plan.to_markdown()
    plan.save(tmp_path / "saved")
    assert smo.load_plan(tmp_path / "saved").to_markdown() == plan.to_markdown()


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ({"keyword": ["x"], "impressions": [1]}, r"no column 'segment'"),
        ({"segment": ["s"], "keyword": ["x"]}, r"neither impressions nor volume"),
        ({"segment": [], "keyword": [], "impressions": []}, r"keywords table has no rows"),
        (
            {"segment": ["s"], "keyword": ["x"], "impressions": [-1]},
            r"row 0: 'impressions' is -1, below 0",
        ),
    ],
)
def test_bad_tables_are_refused(rows: dict[str, list[object]], message: str) -> None:
    with pytest.raises(smo.SmoError, match=message):
        smo.analyze(pd.DataFrame(rows))


def test_what_is_no_table_is_refused() -> None:
    with pytest.raises(smo.SmoError, match=r"analyze: expected a table, got str"):
        smo.analyze("q.csv")


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: smo.analyze(Path("q.csv")), r"got PosixPath\. Remedy: read the file first"),
        (
            lambda: smo.analyze(smo.read_export(io.StringIO("keyword,volume\nrope,1\n"))),
            r"got Exports\. Remedy: give one of its tables: \.keywords",
        ),
        (
            lambda: smo.analyze(pd.DataFrame({"keyword": ["x"], "volume": [1]})),
            r"no column 'segment'.*one name for all rows.*smo.read_keywords",
        ),
        (
            lambda: smo.analyze(
                pd.DataFrame({"segment": ["s"], "keyword": ["x"], "volume": [1]}),
                pd.DataFrame({"segment": ["s"], "page": ["/"], "views": [1]}),
            ),
            r"no column 'element'; it has 'segment', 'page', 'views'. Remedy: add 'element'",
        ),
        (
            lambda: smo.analyze(_keywords([("s", "x", 1, 0.0, 100)]), settings={"fdr": 0.1}),
            r"'settings' must be smo.Settings; got dict",
        ),
    ],
)
def test_slips_of_the_hand_are_told_what_to_do(make: Callable[[], object], message: str) -> None:
    with pytest.raises(smo.SmoError, match=message):
        make()
