from __future__ import annotations

import pandas as pd
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smo.checks import empty_table
from smo.errors import SmoError
from smo.join import join_clicks
from smo.settings import Settings
from smo.tables import CLICKS, MATCHES, TOPICS
from tests.join.worlds import click, clicks_table, topics_table

TOPICS_ALL = topics_table()


def only(matches: pd.DataFrame) -> pd.Series:
    assert len(matches) == 1
    return matches.iloc[0]


@pytest.mark.parametrize(
    ("text", "target", "topic"),
    [
        ("Bags", None, 0),
        ("Women's T-shirts", None, 1),
        ("Shop now", "/drinkware", 2),
        (None, "/winter/wool-hats.html?utm_source=menu", 3),
        ("shop.example/water-bottle/", None, 2),
        ("Bags", "/about-us", 0),
    ],
)
def test_words_of_element_or_target_speak_first(
    text: str | None, target: str | None, topic: int
) -> None:
    row = only(join_clicks(clicks_table(click(text=text, target=target)), TOPICS_ALL))
    assert (row["topic"], row["via"], row["share"]) == (topic, "text", 1.0)
    assert 0.4 <= row["similarity"] <= 1


def test_target_mix_of_searchers_comes_second() -> None:
    keywords = pd.DataFrame(
        {
            "segment": "all",
            "keyword": ["bag", "t shirt"],
            "page": ["http://www.shop.example/new/?gclid=1", "https://shop.example/new"],
            "clicks": [30.0, 10.0],
            "impressions": [600.0, 200.0],
        }
    )
    table = clicks_table(click(text="New in", target="/new", clicks=8.0))
    found = join_clicks(table, TOPICS_ALL, keywords=keywords)
    assert found["via"].unique().tolist() == ["target"]
    assert found["topic"].tolist() == [0, 1]
    assert found["clicks"].tolist() == [6.0, 2.0]
    assert found["similarity"].isna().all()


def test_own_page_comes_third_inferred_from_slug_or_title() -> None:
    pages = pd.DataFrame({"segment": "all", "page": ["/p/77777"], "title": ["Travel mugs"]})
    table = clicks_table(
        click(page="https://shop.example/bags/leather", element="main > a"),
        click(page="https://shop.example/p/77777", element="main > a"),
        click(page="https://shop.example/imprint", element="main > a"),
    )
    found = join_clicks(table, TOPICS_ALL, pages=pages).set_index("page")
    assert found.loc["shop.example/bags/leather", ["topic", "via"]].tolist() == [0, "page"]
    assert found.loc["shop.example/p/77777", ["topic", "via"]].tolist() == [2, "page"]
    assert found.loc["shop.example/imprint", "via"] == "none"
    assert pd.isna(found.loc["shop.example/imprint", "topic"])


def test_searchers_outweigh_words_of_the_page() -> None:
    keywords = pd.DataFrame(
        {"segment": "all", "keyword": ["hat"], "page": ["/bags"], "impressions": [50.0]}
    )
    table = clicks_table(click(page="/bags", element="main > a"))
    assert only(join_clicks(table, TOPICS_ALL, keywords=keywords))["topic"] == 3


def test_link_to_its_own_page_is_no_evidence_of_a_target() -> None:
    table = clicks_table(click(page="/bags", text="Top", target="/bags#top"))
    row = only(join_clicks(table, TOPICS_ALL))
    assert row["furniture"]
    table = clicks_table(click(page="/bags", text="Gallery", target="#gallery"))
    assert only(join_clicks(table, TOPICS_ALL))["via"] == "page"


def test_near_ties_share_by_similarity() -> None:
    found = join_clicks(clicks_table(click(text="Bag or hat", clicks=10.0)), TOPICS_ALL)
    assert found["topic"].tolist() == [0, 3]
    assert found["clicks"].sum() == pytest.approx(10)
    ratio = found["share"] / found["similarity"]
    assert ratio.iloc[0] == pytest.approx(ratio.iloc[1])


def test_rows_meet_topics_of_their_segment_and_shared_rows_meet_all() -> None:
    topics = topics_table({"buyers": [0, 1], "readers": [2, 3]})
    table = clicks_table(
        *(click(segment=segment, text="Bags") for segment in ("buyers", "readers", "all")),
        click(segment="all", text="Wool hats"),
    )
    found = join_clicks(table, topics).set_index(["segment", "text"])["topic"]
    assert found["buyers", "Bags"] == 0
    assert pd.isna(found["readers", "Bags"])
    assert found["all", "Bags"] == 0
    assert found["all", "Wool hats"] == 3


def test_shared_rows_use_page_mixes_of_all_segments() -> None:
    keywords = pd.DataFrame(
        {
            "segment": ["buyers", "readers"],
            "keyword": ["bag", "hat"],
            "page": "/new",
            "impressions": [30.0, 10.0],
        }
    )
    topics = topics_table({"buyers": [0], "readers": [3]})
    table = clicks_table(
        *(click(segment=s, page="/new", element="a") for s in ("all", "buyers", "readers"))
    )
    found = join_clicks(table, topics, keywords=keywords).set_index(["segment", "topic"])["share"]
    assert found["all", 0] == pytest.approx(0.75)
    assert found["buyers", 0] == found["readers", 3] == 1.0


def test_furniture_stays_in_the_accounts_without_topic() -> None:
    table = clicks_table(
        click(text="Search", clicks=7.0), click(text="Bags", role="INPUT"), click(text="Bags")
    )
    table["element"] = ["a", "b", "c"]
    found = join_clicks(table, TOPICS_ALL).set_index("element")
    assert found["furniture"].tolist() == [
        {"a": True, "b": True, "c": False}[element] for element in found.index
    ]
    assert found.loc[["a", "b"], "topic"].isna().all()
    assert found["clicks"].sum() == 9


def test_facts_of_the_row_are_carried_whole() -> None:
    table = clicks_table(
        click(text="Bag or hat", clicks=10.0, pageviews=100.0, exposed=80.0, dead_clicks=2.0,
              clicked_pageviews=9.0, rage_clicks=1.0, period_days=28.0, device="mobile",
              channel="social")
    )  # fmt: skip
    found = join_clicks(table, TOPICS_ALL)
    assert len(found) == 2
    for name in ("pageviews", "exposed", "dead_clicks", "clicked_pageviews", "rage_clicks",
                 "period_days", "device", "channel"):  # fmt: skip
        assert found[name].tolist() == [table[name].iloc[0]] * 2
    assert found["row_clicks"].tolist() == [10.0, 10.0]
    assert found["page"].tolist() == ["shop.example/"] * 2


def test_selectors_without_text_fall_to_page_or_none() -> None:
    table = clicks_table(click(element="main > div > a.cta"), click(element="body > nav > a.x"))
    found = join_clicks(table, TOPICS_ALL)
    assert found["via"].tolist() == ["none", "none"]
    assert sorted(found["furniture"]) == [False, True]


def test_posts_match_by_text_and_are_no_furniture() -> None:
    table = clicks_table(
        *(
            click(kind="post", page=f"https://social.example/p/{n}", text="Our leather bags",
                  element=str(n))
            for n in range(5)
        )
    )  # fmt: skip
    found = join_clicks(table, TOPICS_ALL)
    assert found["topic"].tolist() == [0] * 5
    assert not found["furniture"].any()


def test_no_clicks_and_no_topics() -> None:
    empty = join_clicks(empty_table(CLICKS), TOPICS_ALL)
    assert list(empty.columns) == list(MATCHES.names)
    assert empty.empty
    found = join_clicks(clicks_table(click(text="Bags", clicks=3.0)), empty_table(TOPICS))
    assert only(found)[["via", "clicks"]].tolist() == ["none", 3.0]


def test_other_frames_come_in() -> None:
    table = clicks_table(click(text="Bags"), click(text="Hats"))
    found = join_clicks(pl.DataFrame(table.to_dict("list")), TOPICS_ALL)
    pd.testing.assert_frame_equal(found, join_clicks(table, TOPICS_ALL))


def test_missing_column_and_bad_count_are_named() -> None:
    table = clicks_table(click(text="Bags"))
    with pytest.raises(SmoError, match="clicks table has no column 'element'"):
        join_clicks(table.drop(columns="element"), TOPICS_ALL)
    with pytest.raises(SmoError, match="row 0: 'clicks' is -1"):
        join_clicks(table.assign(clicks=-1), TOPICS_ALL)


def test_match_rate_sets_the_threshold() -> None:
    table = clicks_table(
        *(click(text=f"{a} {b}", element=f"{a}{b}") for a in ("bag", "hat", "mug", "tee", "cap")
          for b in [f"word{n}" for n in range(60)])
    )  # fmt: skip
    loose = join_clicks(table, TOPICS_ALL, settings=Settings(match_rate=0.5))
    strict = join_clicks(table, TOPICS_ALL, settings=Settings(match_rate=0.0001))
    assert (loose["via"] == "text").sum() >= (strict["via"] == "text").sum()


WORDS = st.sampled_from(
    ["Bags", "hat", "T-shirt & mug", "Search", "=cmd()", "<script>", "\u202eabc", "", "Ω", "x" * 99]
)
ROWS = st.lists(
    st.fixed_dictionaries(
        {
            "segment": st.sampled_from(["buyers", "readers", "all"]),
            "page": st.sampled_from(["/", "https://s.example/bags", "/hats/", "(not set)", "\x00"]),
            "element": st.sampled_from(["a", "b", "nav > a", "c"]),
            "kind": st.sampled_from(["element", "link", "post"]),
            "clicks": st.one_of(st.integers(0, 50), st.floats(0, 1e6)),
            "text": st.one_of(st.none(), WORDS, st.text(max_size=8)),
            "target": st.one_of(st.none(), st.sampled_from(["/mugs", "x.example/bag", "[", "#"])),
            "source": st.sampled_from([None, "a#1", "b#2"]),
            "period_days": st.sampled_from([None, 28.0]),
        }
    ),
    min_size=1,
    max_size=25,
)
WORLD = topics_table({"buyers": [0, 1, 3], "readers": [1, 2, 3]})
KEYWORDS = pd.DataFrame(
    {
        "segment": ["buyers", "buyers", "readers"],
        "keyword": ["bag", "hat", "t shirt"],
        "page": ["/", "/", "s.example/hats"],
        "impressions": [10.0, 20.0, 30.0],
    }
)


@settings(max_examples=25, deadline=None)
@given(ROWS, st.randoms(use_true_random=False))
def test_accounts_balance_and_order_changes_nothing(rows: list[dict], random: object) -> None:
    table = pd.DataFrame(rows)
    before = table.copy(deep=True)
    found = join_clicks(table, WORLD, keywords=KEYWORDS)
    pd.testing.assert_frame_equal(table, before)
    assert found.groupby("click_id")["share"].sum().to_numpy() == pytest.approx(1, rel=1e-9)
    pd.testing.assert_series_equal(
        found.groupby("segment")["clicks"].sum().astype(float),
        table.groupby("segment")["clicks"].sum().astype(float),
        rtol=1e-9, check_index_type=False, check_names=False,
    )  # fmt: skip
    per_row = found.groupby("click_id").agg({"clicks": "sum", "row_clicks": "first"})
    assert per_row["clicks"].to_numpy(float) == pytest.approx(per_row["row_clicks"].to_numpy(float))
    assert not found.duplicated(["click_id", "topic"]).any()
    assert found["topic"].isna().eq(found["via"] == "none").all()
    order = list(range(len(table)))
    random.shuffle(order)  # type: ignore[attr-defined]
    pd.testing.assert_frame_equal(join_clicks(table.iloc[order], WORLD, keywords=KEYWORDS), found)


@settings(max_examples=25, deadline=None)
@given(ROWS, st.floats(0, 1))
def test_a_row_split_in_two_changes_nothing(rows: list[dict], part: float) -> None:
    table = pd.DataFrame(rows).assign(pageviews=100.0, exposed=80.0)
    counts = ["clicks", "pageviews", "exposed"]
    halves = [table.copy(), table.copy()]
    for half, size in zip(halves, (part, 1 - part), strict=True):
        half[counts] = half[counts] * size
    pd.testing.assert_frame_equal(
        join_clicks(pd.concat(halves), WORLD), join_clicks(table, WORLD), rtol=1e-9
    )


@pytest.mark.parametrize(
    ("text", "hashtags", "topic"),
    [
        (None, "winter_cap", 3),
        ("New in", "water_bottle sale", 2),
        ("Leather bags", None, 0),
        ("https://shop.example/tote-bags", "news", 0),
    ],
)
def test_hashtags_of_a_post_speak_with_its_words(
    text: str | None, hashtags: str | None, topic: int
) -> None:
    post = click(
        page="https://x.com/shop/status/1", element="1", kind="post", text=text, hashtags=hashtags
    )
    row = only(join_clicks(clicks_table(post), TOPICS_ALL))
    assert (row["topic"], row["via"]) == (topic, "text")
