"""Who mentions whom, from plain tables in every file and from exports of posts."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pandas as pd
import pytest

from smo.audience import rank_influencers
from smo.errors import SmoError
from smo.read import read_mentions

POSTS = pd.DataFrame(
    {
        "Author": ["@ann", "bob", "cat", "dan"],
        "Text": ["thanks @bob and @cat", "see https://ropes.example/a", "nothing", "@bob!"],
        "Shares": [3, 0, 9, 1], "Likes": [10, 2, 5, 0],
        "Date": ["2025-01-02", "2025-01-03", "2025-01-03", "2025-01-04"],
        "Topic": ["ropes", "ropes", "tents", "tents"],
    }
)  # fmt: skip
EXPECTED = [
    ["ann", "bob", 4.0, 10.0, "ropes"], ["ann", "cat", 4.0, 10.0, "ropes"],
    ["bob", "ropes.example", 1.0, 2.0, "ropes"], ["dan", "bob", 2.0, 0.0, "tents"],
]  # fmt: skip


def told(table: pd.DataFrame) -> list[list[object]]:
    return table[["source", "target", "weight", "likes", "topic"]].to_numpy().tolist()


@pytest.mark.parametrize("ending", ["csv", "xlsx", "json", "tsv"])
def test_a_plain_table_in_every_file(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"mentions.{ending}"
    if ending == "xlsx":
        POSTS.to_excel(path, index=False, engine="xlsxwriter")
    elif ending == "json":
        path.write_text(json.dumps(POSTS.to_dict("records")), encoding="utf-8")
    else:
        POSTS.to_csv(path, index=False, sep="\t" if ending == "tsv" else ",")
    table = read_mentions(path)
    assert told(table) == EXPECTED
    assert table["date"].dt.strftime("%m-%d").tolist() == ["01-02", "01-02", "01-03", "01-04"]


def test_order_of_rows_changes_nothing_and_the_frame_stays() -> None:
    before = POSTS.copy()
    assert read_mentions(POSTS.iloc[::-1]).equals(read_mentions(POSTS))
    pd.testing.assert_frame_equal(POSTS, before)
    ranked = rank_influencers(read_mentions(POSTS)).query("segment == 'all' and topic == 'all'")
    assert ranked.set_index("name")["mentioned_by"]["bob"] == 2.0


def test_named_targets_and_weights_are_believed() -> None:
    table = io.StringIO('From,To,Weight,Text\na,b,5,@nobody\nc,"d, @e",,\n')
    rows = read_mentions(table, segment="buyers")
    assert rows[["segment", "source", "target", "weight"]].to_numpy().tolist() == [
        ["buyers", "a", "b", 5.0], ["buyers", "c", "d", 1.0], ["buyers", "c", "e", 1.0],
    ]  # fmt: skip


def test_columns_and_author_may_be_told() -> None:
    table = "Writer;Words\nann;hello @bob\n;and @cat\n"
    rows = read_mentions(
        io.StringIO(table), columns={"source": "Writer", "text": "Words"}, author="me"
    )
    assert rows[["source", "target"]].to_numpy().tolist() == [["ann", "bob"], ["me", "cat"]]


def x_posts() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "Post id": ["649000000000000001", "649000000000000002"],
            "Date": ["Mon, Jan 6, 2025", "Tue, Jan 7, 2025"],
            "Post text": ["With @red.shoes https://partner.example/x", "no one"],
            "Post Link": [f"https://x.com/shop/status/64900000000000000{n}" for n in (1, 2)],
            "Impressions": [100, 50], "URL Clicks": [3, 0],
        }
    )  # fmt: skip


def test_posts_of_x_tell_their_author() -> None:
    rows = read_mentions(x_posts())
    assert rows[["source", "target"]].to_numpy().tolist() == [
        ["shop", "partner.example"], ["shop", "red.shoes"],
    ]  # fmt: skip


def test_posts_of_linkedin_need_one() -> None:
    posts = pd.DataFrame(
        {
            "Post title": ["Thanks @ann"],
            "Post link": ["https://www.linkedin.com/feed/update/urn:li:activity:7000000000000001"],
            "Created date": ["01/06/2025"], "Impressions": [10], "Clicks": [2],
        }
    )  # fmt: skip
    with pytest.raises(SmoError, match=r"does not tell who wrote the posts.*author="):
        read_mentions(posts)
    rows = read_mentions(posts, author="Velmarok")
    assert rows[["source", "target"]].to_numpy().tolist() == [["Velmarok", "ann"]]


def test_referrers_and_utm_sources_are_senders() -> None:
    visits = "Landing page,Referrer,Sessions\n/a,https://forum.example/t/1,40\n/b,mail,2\n/b,,9\n"
    rows = read_mentions(io.StringIO(visits))
    assert rows[["source", "target", "weight"]].to_numpy().tolist() == [
        ["/a", "forum.example", 40.0], ["/b", "mail", 2.0],
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ("author,text\nann,hello\n", "no row mentions anybody.*@accounts"),
        ("keyword,impressions\nrope,9\n", "tells no author.*'keyword'"),
        ("author,to,shares\nann,bob,many\n", "'shares' is 'many', which is no count"),
    ],
)
def test_what_cannot_be_read_is_named(table: str, message: str) -> None:
    with pytest.raises(SmoError, match=message):
        read_mentions(io.StringIO(table))


def test_a_column_that_is_none_is_refused() -> None:
    with pytest.raises(SmoError, match="'columns' names 'who'; there are 'source'"):
        read_mentions(POSTS, columns={"who": "Author"})
