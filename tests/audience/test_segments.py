"""Rows to segments: the first rule wins, nothing else changes, order does not matter."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import smo
from smo.audience import count_segments, note_segments
from smo.checks import empty_table
from smo.tables import CLICKS, KEYWORDS, PAGES, READS

WORDS = ["buy", "rope", "how to", "tie", "палатка", "купить", "=cmd()", "a\x00b", "<b>"]
PATHS = [None, "/shop/a", "/shop/b", "/magazine/a", "https://acme.example/shop/a"]
quick = settings(max_examples=60, deadline=None, derandomize=True)

keyword_rows = st.lists(
    st.tuples(
        st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(" ".join),
        st.sampled_from(PATHS),
        st.sampled_from(["mobile", "desktop", None]),
        st.integers(0, 1000) | st.none(),
        st.integers(0, 1000) | st.none(),
    ),
    max_size=20,
)
conditions = st.fixed_dictionaries(
    {},
    optional={
        "keyword": st.sampled_from(["buy", ["rope", "tie"], "how to", "re:^p", "*"]),
        "page": st.sampled_from(["/shop/*", "acme.example/*", ["/magazine/a", "*b"]]),
        "device": st.sampled_from(["mobile", "*"]),
        "language": st.sampled_from(["ru", ["en", "und"]]),
        "except": st.sampled_from([{"keyword": "rope"}, [{"page": "*"}, {"device": "mobile"}]]),
    },
)
rulings = st.lists(
    conditions | st.lists(conditions, min_size=1, max_size=2), min_size=1, max_size=4
)
# A last row with every value, so that no condition lacks its column.
FULL = ("zzz", "/zzz", "tablet", 1, 1)


def _words(rows: list[tuple[Any, ...]]) -> pd.DataFrame:
    names = ["keyword", "page", "device", "impressions", "clicks"]
    return pd.DataFrame([*rows, FULL], columns=names).assign(segment="all")


def _rules(listed: list[Any]) -> dict[str, Any]:
    """Return the rules by name, without those after one that takes every row."""
    named: dict[str, Any] = {}
    for number, rule in enumerate(listed):
        named[f"s{number}"] = rule
        if rule == {} or (isinstance(rule, list) and {} in rule):
            break
    return named


@quick
@given(keyword_rows, rulings, st.integers(0, 2**32 - 1))
def test_only_the_segment_changes_and_order_does_not_matter(
    rows: list[tuple[Any, ...]], listed: list[Any], seed: int
) -> None:
    words, rules = _words(rows), _rules(listed)
    before = words.copy(deep=True)
    found = smo.assign_segments(words, rules)
    pd.testing.assert_frame_equal(words, before)
    assert list(found.columns) == list(KEYWORDS.names)
    for name in ("keyword", "page", "device"):
        assert found[name].fillna("").tolist() == words[name].fillna("").tolist()
    for name in ("impressions", "clicks"):
        pd.testing.assert_series_equal(
            found[name], words[name].astype("Float64"), check_names=False
        )
    assert set(found["segment"]) <= {*rules, "unassigned"}
    shuffled = words.sample(frac=1, random_state=seed)
    again = smo.assign_segments(shuffled, rules)
    assert again["segment"].tolist() == found["segment"].loc[shuffled.index].tolist()
    counts = count_segments(found, rules)
    assert counts["rows"].sum() == len(words)
    for name in ("impressions", "clicks"):
        assert float(counts[name].fillna(0).sum()) == float(words[name].fillna(0).sum())


@quick
@given(keyword_rows, rulings)
def test_each_rule_alone_tells_who_wins(rows: list[tuple[Any, ...]], listed: list[Any]) -> None:
    words, rules = _words(rows), _rules(listed)
    found = smo.assign_segments(words, rules)["segment"]
    left = pd.Series("unassigned", index=found.index)
    for name, rule in reversed(rules.items()):
        alone = smo.assign_segments(words, {name: rule})["segment"]
        left = left.mask(alone == name, name)
    assert left.tolist() == found.tolist()


@pytest.mark.parametrize(
    ("rules", "expected"),
    [
        pytest.param({"a": {"keyword": "rope"}, "b": {"keyword": "red"}}, ["a", "b", "unassigned"],
                     id="the first that holds wins"),
        pytest.param({"b": {"keyword": "red"}, "a": {"keyword": "rope"}}, ["b", "b", "unassigned"],
                     id="in the order of the mapping"),
        pytest.param({"a": {"keyword": "red", "device": "mobile"}, "b": {}}, ["a", "b", "b"],
                     id="all conditions must hold; an empty rule takes the rest"),
        pytest.param({"a": [{"keyword": "tent"}, {"device": "mobile"}]}, ["a", "unassigned", "a"],
                     id="one rule of a list must hold"),
        pytest.param({"a": {"keyword": "red", "except": {"keyword": "rope"}}},
                     ["unassigned", "a", "unassigned"], id="an exception"),
        pytest.param({"a": {"except": {"keyword": "red", "device": "mobile"}}},
                     ["unassigned", "a", "a"], id="an exception of which all must hold"),
        pytest.param({"a": {"except": [{"keyword": "tent"}, {"device": "mobile"}]}},
                     ["unassigned", "a", "unassigned"], id="two exceptions"),
        pytest.param({"a": {"except": {"device": "desktop"}}}, ["a", "unassigned", "a"],
                     id="a missing value is no exception"),
    ],
)  # fmt: skip
def test_precedence(rules: dict[str, Any], expected: list[str]) -> None:
    words = pd.DataFrame(
        {"keyword": ["red rope", "red hat", "tent"], "device": ["mobile", "desktop", None]}
    )
    assert smo.assign_segments(words, rules)["segment"].tolist() == expected


def test_segment_by_names_what_made_the_segment_and_what_came_before() -> None:
    words = _words([("buy rope", "/shop/a", "mobile", 3, 1), ("tie", "/x", "desktop", 3, 1),
                    ("rope", "/x", "desktop", 3, 1)])  # fmt: skip
    rules = {
        "mobile": {"device": "mobile"},
        "site": {"page": "/shop/*", "except": {"utm_source": "x"}},
        "askers": {"keyword": "tie"},
        "others": {},
    }
    with pytest.raises(smo.SmoError, match="no address with utm_source"):
        smo.assign_segments(words, rules)
    rules["site"] = {"page": "/shop/*"}
    told = count_segments(smo.assign_segments(words, rules), rules).set_index("segment")
    assert told["segment_by"].fillna("-").to_dict() == {
        "mobile": "device", "site": "-", "askers": "device, keyword, page",
        "others": "device, keyword, page",
    }  # fmt: skip
    assert told.loc["site", "rows"] == 0


def test_a_language_told_from_keywords_is_made_by_keywords() -> None:
    words = pd.DataFrame({"keyword": ["где купить палатку", "where to buy tents"]})
    found = smo.assign_segments(words, {"russian": {"language": "ru"}})
    assert found["segment_by"].tolist() == ["keyword, language"] * 2
    titles = pd.DataFrame({"page": ["/a", "/b"], "title": ["Где купить палатку", "Tents"]})
    found = smo.assign_segments(titles, {"russian": {"language": "ru"}})
    assert found[["segment", "segment_by"]].to_numpy().tolist() == [
        ["russian", "language"], ["shared", "language"],
    ]  # fmt: skip


def test_one_rule_for_everything_makes_no_distinction() -> None:
    found = smo.assign_segments(pd.DataFrame({"keyword": ["a"]}), {"all": {}})
    assert found["segment"].tolist() == ["all"]
    assert found["segment_by"].isna().all()


def test_clicks_are_told_by_target_page_and_columns() -> None:
    clicks = pd.DataFrame(
        [
            ("/a?utm_campaign=spring", None, None, None),
            ("/a", "https://acme.example/?utm_campaign=Spring", None, None),
            ("https://x.com/acme", None, "spring", "x"),
            ("/a", "/?utm_source=t.co", None, None),
            ("/a", None, None, None),
        ],
        columns=["page", "target", "campaign", "channel"],
    ).assign(kind="link", clicks=1)
    clicks["element"] = [str(n) for n in range(len(clicks))]
    rules = {"campaign": {"utm_campaign": "spring"}, "x": {"channel": "x"}}
    found = smo.assign_segments(clicks, rules)
    assert list(found.columns) == list(CLICKS.names)
    assert found["segment"].tolist() == ["campaign", "campaign", "campaign", "x", "shared"]


def test_the_segment_told_when_reading_can_be_asked() -> None:
    words = pd.DataFrame(
        {"keyword": ["rope", "rope", "tent"], "segment": ["all", "image search", "all"]}
    )
    rules = {"images": {"segment": "Image*"}, "ropes": {"keyword": "rope"}}
    found = smo.assign_segments(words, rules)
    assert found["segment"].tolist() == ["ropes", "images", "unassigned"]
    with pytest.raises(smo.SmoError, match="has no segment"):
        smo.assign_segments(words.drop(columns="segment"), rules)


def test_many_values_are_looked_at_in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    words = pd.DataFrame({"keyword": [f"rope {n}" if n % 3 else f"tent {n}" for n in range(23)]})
    rules = {"ropes": {"keyword": "ropes"}, "even": {"keyword": "re:[02468]$"}}
    whole = smo.assign_segments(words, rules)
    monkeypatch.setattr("smo.audience.segments.CHUNK", 5)
    pd.testing.assert_frame_equal(smo.assign_segments(words, rules), whole)
    assert whole["segment"].value_counts().to_dict() == {"ropes": 15, "unassigned": 4, "even": 4}


def test_pages_in_no_segment_are_shared() -> None:
    pages = pd.DataFrame({"page": ["/shop/a", "/b"], "views": [3, 4]})
    found = smo.assign_segments(pages, {"buyers": {"page": "/shop/*"}})
    assert list(found.columns) == list(PAGES.names)
    assert found["segment"].tolist() == ["buyers", "shared"]


def test_polars_and_odd_indexes_are_taken() -> None:
    words = pd.DataFrame({"keyword": ["rope", "tent"], "impressions": [3, 4]}, index=[7, 7])
    rules = {"a": {"keyword": "rope"}}
    plain = smo.assign_segments(words, rules)
    assert plain["segment"].tolist() == ["a", "unassigned"]
    other = smo.assign_segments(pl.DataFrame(words.to_dict("list")), rules)
    pd.testing.assert_frame_equal(plain, other)


def test_a_dated_source_keeps_its_days() -> None:
    words = pd.DataFrame(
        {"keyword": ["rope", "tent", "tent", "hat"], "impressions": [28, 7, 7, 7],
         "date": ["2026-01-10", "2026-01-01", "2026-01-28", None], "source": "x"}
    )  # fmt: skip
    found = smo.assign_segments(words, {"a": {"keyword": "rope"}})
    assert found["period_days"].fillna(-1).tolist() == [28.0, 28.0, 28.0, -1.0]
    told = smo.assign_segments(words.assign(period_days=[56, None, None, None]), {"a": {}})
    assert told["period_days"].fillna(-1).tolist() == [56.0, 56.0, 56.0, -1.0]


def test_reads_say_what_each_segment_received() -> None:
    reads = empty_table(READS).reindex([0, 1]).assign(
        source=["q", "m"], table=["keywords", "clicks"], segment="all", notes=[None, "a note"]
    )  # fmt: skip
    words = _words([("buy", None, None, 1000, 3), ("tie", None, None, 5, None)]).assign(source="q")
    taps = pd.DataFrame(
        {"page": ["/a", "/b"], "element": "x", "kind": "link", "clicks": [7, 1], "source": "m"}
    )
    told = note_segments(
        reads,
        {
            "keywords": smo.assign_segments(words, {"b": {"keyword": "buy"}}),
            "clicks": smo.assign_segments(taps, {"b": {"page": "/a"}}),
        },
    )
    assert told["segment"].tolist() == ["b, unassigned", "b, shared"]
    assert told["notes"].tolist() == [
        "segments by rules on keyword: b 1 row, 3 clicks, 1,000 impressions; "
        "in none (unassigned) 2 rows, 1 click, 6 impressions",
        "a note; segments by rules on page: b 1 row, 7 clicks; in none (shared) 1 row, 1 click",
    ]
    assert reads["segment"].tolist() == ["all", "all"]
    assert note_segments(reads, {"keywords": words.assign(segment_by=pd.NA)}).equals(reads)


def test_counts_need_a_table() -> None:
    with pytest.raises(smo.SmoError, match="count_segments"):
        count_segments(3)
    with pytest.raises(smo.SmoError, match="count_segments: rules are of type int"):
        count_segments(pd.DataFrame({"segment": ["a"], "keyword": ["b"]}), 3)
    empty = count_segments(empty_table(KEYWORDS), {"a": {}})
    assert empty["rows"].tolist() == [0]
    assert np.isclose(empty["row_share"].sum(), 0)
