from __future__ import annotations

import io

import pytest

from smo.errors import SmoError
from smo.read import read_clicks, read_export, read_keywords
from smo.read.vendors.crazy_egg import sort_out_name
from tests.read import writers

ROWS = [
    (128, "area", "State University - Home", 1291, "false"),
    (69, "a", "FIND", 842, "true"),
    (61, "input", "s.q", 508, "true"),
    (67, "a", "lib.example.edu/find/", 166, "true"),
    (78, "a", "lib.example.edu/find/", 1, "true"),
    (73, "p", "Find articles, books, and journals", 19, "true"),
]


@pytest.mark.parametrize(
    ("tag", "name", "text", "target"),
    [
        ("a", "Site Index & Site Search", "Site Index & Site Search", None),
        ("a", "Hours", "Hours", None),
        ("input", "s.q", None, None),
        ("select", "form[x].field", None, None),
        ("a", "lib.example.edu/find/", None, "lib.example.edu/find/"),
        ("div", "example.edu", None, "example.edu"),
        ("div", "index2.php", None, "index2.php"),
        ("a", "https://x.example/a?b=1", None, "https://x.example/a?b=1"),
        ("img", "shop.example/shop/hammocks/", None, "shop.example/shop/hammocks/"),
        ("img", "shop.example/a?b=1", None, "shop.example/a?b=1"),
        ("img", "s3.example.com/z90/7fx.png", None, None),
        ("img", "s3.example.com/z90/7fx.JPG?w=9", None, None),
        ("img", "shop.example/_next/image?url=%2Fa.webp&w=9", None, None),
        ("a", "shop.example/a.png", None, "shop.example/a.png"),
        ("iframe", "video.example/embed/x1", None, None),
        ("img", "lib.example.edu/data:image/gif;base64,R0lG", None, None),
        ("img", "Example in Town", "Example in Town", None),
        ("div", ".", None, None),
        ("p", "Renne: 7:00 am - 9:00 pm", "Renne: 7:00 am - 9:00 pm", None),
        ("a", "lib.example.edu is down", "lib.example.edu is down", None),
    ],
)
def test_what_a_name_stands_for(tag: str, name: str, text: str | None, target: str | None) -> None:
    assert sort_out_name(tag, name) == (text, target)


def test_an_element_list() -> None:
    export = read_export(io.StringIO(writers.crazy_egg(ROWS)), segment="readers")
    table = export.clicks
    assert table["clicks"].sum() == 2827
    assert table["page"].unique().tolist() == ["http://www.lib.example.edu/index.php"]
    assert table["pageviews"].unique().tolist() == [10283]
    assert table["period_days"].iloc[0] == pytest.approx(20 + 4 / 24 + 21 / 1440)
    assert table["kind"].unique().tolist() == ["element"]
    assert table["click_id"].is_unique
    by_id = table.set_index("element")
    assert by_id.loc["69", ["text", "role"]].tolist() == ["FIND", "a"]
    assert by_id["text"].isna().sum() == 3
    assert by_id.loc["67", "target"] == "lib.example.edu/find/"
    report = export.report.iloc[0]
    assert (report["total_clicks"], report["sum_clicks"]) == (2827, 2827)
    # The 21st day has begun: 20 days and 4 hours.
    assert str(report["period_start"].date()) == "2013-05-29"
    assert str(report["period_end"].date()) == "2013-06-18"
    assert "1291 clicks fell on elements hidden" in report["notes"]


def test_the_page_may_be_given_and_must_be_when_the_map_is_silent() -> None:
    text = writers.crazy_egg(ROWS, facts=False)
    with pytest.raises(SmoError, match=r"does not name its page.*page='https"):
        read_clicks(io.StringIO(text))
    table = read_clicks(io.StringIO(text), page="https://x.example/")
    assert table["page"].unique().tolist() == ["https://x.example/"]
    assert table["pageviews"].isna().all()


def test_whole_days_end_where_they_add_up() -> None:
    text = writers.crazy_egg(ROWS).replace("20 days 4 hours 21 mins", "92 days 0 hours 0 mins")
    report = read_export(io.StringIO(text)).report.iloc[0]
    first, last = report["period_start"], report["period_end"]
    assert str(last.date()) == "2013-08-28"
    assert (last - first).days + 1 == report["period_days"] == 92


def test_three_maps_in_two_segments() -> None:
    maps = {
        "a": io.StringIO(writers.crazy_egg(ROWS)),
        "b": [io.StringIO(writers.crazy_egg(ROWS[:3])), io.StringIO(writers.crazy_egg(ROWS[3:]))],
    }
    table = read_clicks(maps)
    assert table.groupby("segment")["clicks"].sum().to_dict() == {"a": 2827, "b": 2827}
    assert table["click_id"].is_unique


def test_a_click_map_at_the_wrong_door() -> None:
    with pytest.raises(SmoError, match=r"this is a click map \(Crazy Egg.*use read_clicks"):
        read_keywords(io.StringIO(writers.crazy_egg(ROWS)))


def test_a_given_page_fills_a_plain_table_and_renames_a_map() -> None:
    plain = io.StringIO("page,element,clicks\n/a,x,1\n,y,2\n")
    assert read_clicks(plain, page="/home")["page"].tolist() == ["/a", "/home"]
    renamed = read_clicks(io.StringIO(writers.crazy_egg(ROWS)), page="/home")
    assert renamed["page"].unique().tolist() == ["/home"]


def test_rates_without_page_views_are_no_counts() -> None:
    text = "zoneName,exposureRate,clickRate\nHero,80%,5%\n"
    with pytest.raises(SmoError, match=r"rates of clicks only.*export the page views"):
        read_clicks(io.StringIO(text), page="/home")


def test_a_scroll_map_of_many_pages_says_so_once() -> None:
    text = (
        'Visited URL matches regex,"^https://x\\.example/(a|b)$"\n\n'
        "Metric,Scroll\n\nScroll depth,No. of visitors,% drop off\n5,960,4%\n10,900,10%\n"
    )
    (notes,) = read_export(io.StringIO(text)).report["notes"]
    assert notes.count("stands for many addresses") == 1


def test_clicks_on_the_header_word_element_are_not_taken_for_counts() -> None:
    text = (
        'Metric,Click\n\nRank,Clicked element,Number,Share of total\n1,"main > a.cta",7,70%\n'
        "2,nav > a,3,30%\n"
    )
    table = read_clicks(io.StringIO(text), page="/home")
    assert table.set_index("element")["clicks"].to_dict() == {"main > a.cta": 7, "nav > a": 3}
