"""Analytics, Plausible, Matomo and Metrica: what their samples do not tell."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smo.errors import SmoError
from smo.read import read_clicks, read_export, read_keywords, read_pages
from smo.read.vendors.metrica_mends import address_of
from tests.read.families.seo_writers import delimited
from tests.read.writers import csv_text

BLOCK = "# ------\n# All Users\n# Start date: {}\n# End date: {}\n"
PAGES = "Page path and screen class,Views\n"


def _read(text: str) -> pd.DataFrame:
    return read_pages(io.StringIO(text))


@settings(deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["/", "/a", "/b"]),
            st.integers(0, 99),
            st.integers(0, 1000).map(lambda n: n / 8),
        ),
        min_size=1,
        max_size=12,
    )
)
def test_a_mean_time_over_days_is_weighted_by_sessions(rows: list[tuple[str, int, float]]) -> None:
    head = ("pagePath", "sessions", "averageSessionDuration")
    pages = _read(csv_text([head, *rows])).set_index("page")
    for page in {row[0] for row in rows}:
        mine = [(sessions, time) for name, sessions, time in rows if name == page]
        total = sum(sessions for sessions, _ in mine)
        assert pages.loc[page, "sessions"] == total
        if total:
            mean = sum(sessions * time for sessions, time in mine) / total
            assert pages.loc[page, "engagement_time"] == pytest.approx(mean)
        elif len(mine) > 1:
            assert pd.isna(pages.loc[page, "engagement_time"])


def test_a_comment_between_rows_begins_no_table() -> None:
    text = BLOCK.format("20260301", "20260331") + PAGES + "/,5\n# sampled\n/a,7\n# end\n"
    pages = _read(text)
    assert pages["views"].tolist() == [5, 7]
    assert pages["period_days"].tolist() == [31, 31]


def test_titles_that_look_like_comments_are_data() -> None:
    text = BLOCK.format("20260301", "20260331") + "Page title and screen class,Views\n"
    assert _read(text + "# 1 in boots,5\n#boots,7\n")["views"].sum() == 12


def test_a_list_of_hashtags_is_not_cut_into_tables() -> None:
    table = read_keywords(io.StringIO("# boots\nkeyword,impressions\n#boots,5\n# red,7\n"))
    assert table["impressions"].sum() == 12


def test_unknown_tables_hide_no_known_one_wherever_they_stand() -> None:
    block = BLOCK.format("20260301", "20260331")
    strange = block + "Audience name,Active users\n" + "".join(f"a{n},{n}\n" for n in range(50))
    known = block + PAGES + "/,5\n"
    for tables in ([strange, known], [known, strange], [strange, known, strange]):
        export = read_export(io.StringIO("\n".join(tables)))
        assert export.pages["views"].tolist() == [5]
        assert export.pages["period_days"].tolist() == [31]
        assert "left out beside it" in export.report["notes"].iloc[0]


def test_tables_that_blank_lines_part_share_the_comments_above() -> None:
    systems = "Operating system,Active users\n" + "".join(f"os {n},{n}\n" for n in range(40))
    text = (
        BLOCK.format("20260301", "20260331")
        + systems
        + "\nDevice category,Active users\ndesktop,290\nmobile,20\n"
        + "\nPage path and screen class,Views\n/,5\n\n/a,7\n"
    )
    export = read_export(io.StringIO(text))
    assert export.totals["sessions"].tolist() == [290, 20]
    assert export.pages["views"].tolist() == [5, 7]
    assert export.report["period_days"].tolist() == [31, 31]
    with pytest.raises(SmoError, match=r"\(table 3\): line 52: 'views' is 'many'"):
        read_export(io.StringIO(text.replace("/,5", "/,many")))


def test_only_unknown_tables_are_refused() -> None:
    block = BLOCK.format("20260301", "20260331")
    with pytest.raises(SmoError, match=r"columns are 'Audience name'.*columns="):
        _read(2 * (block + "Audience name,Active users\nall,5\n"))


def test_each_table_of_a_snapshot_knows_its_line() -> None:
    block = BLOCK.format("20260301", "20260331")
    text = block + PAGES + "/,5\n\n" + block + "Event name,Event count\nclick,many\n"
    with pytest.raises(SmoError, match=r"line 13: 'events' is 'many'"):
        read_export(io.StringIO(text))


def test_an_answer_without_rows_says_so() -> None:
    answer = {"dimensionHeaders": [{"name": "pagePath"}], "metricHeaders": [{"name": "sessions"}]}
    with pytest.raises(SmoError, match="no row is left to read"):
        read_export(answer)


def test_a_damaged_answer_is_refused_by_name(tmp_path: Path) -> None:
    answer = {
        "dimensionHeaders": [{"name": "pagePath"}],
        "metricHeaders": [{"name": "sessions"}],
        "rows": [{"dimensionValues": [{"value": "/"}]}],
    }
    path = tmp_path / "answer.json"
    path.write_text(json.dumps(answer), encoding="utf-8")
    with pytest.raises(SmoError, match="it looks like an answer of Analytics' data interface"):
        read_export(path)


def test_link_clicks_without_page_ask_for_it() -> None:
    text = "Link URL,Event count\nhttps://maps.example/,7\n"
    with pytest.raises(SmoError, match=r"does not name its page.*page='https://"):
        read_clicks(io.StringIO(text))
    assert read_clicks(io.StringIO(text), page="/contact")["page"].tolist() == ["/contact"]


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (["5/29/13", "6/1/13"], ["2013-05-29", "2013-06-01"]),
        (["29/5/13", "1/6/13"], ["2013-05-29", "2013-06-01"]),
        (["01.06.13", "02.06.13"], ["2013-06-01", "2013-06-02"]),
        (["2013-06-01", "2013-06-02"], ["2013-06-01", "2013-06-02"]),
    ],
)
def test_short_days(days: list[str], expected: list[str]) -> None:
    totals = read_export(
        io.StringIO(csv_text([["Day Index", "Pageviews"], *zip(days, "12", strict=True)]))
    )
    assert sorted(totals.totals["date"].astype(str)) == expected


def test_days_nobody_understands_are_told() -> None:
    export = read_export(io.StringIO("Day Index,Pageviews\nfirst,1\nsecond,2\n"))
    assert export.totals["date"].isna().all()
    assert "days of the chart were not understood" in export.report["notes"].iloc[0]


@pytest.mark.parametrize(
    ("path", "address"),
    [
        (("https://a.example/",), "https://a.example/"),
        (("https://a.example/", "https://a.example/b/"), "https://a.example/b/"),
        (("a.example", "a.example/b"), "a.example/b"),
        (("a.example", "/b/"), "/b/"),
        (("a.example/", "b", "c/"), "a.example/b/c"),
        ((), None),
    ],
)
def test_the_address_that_levels_name(path: tuple[str, ...], address: str | None) -> None:
    assert address_of(path) == address


def test_partly_unfolded_levels_count_every_view_once() -> None:
    site = "https://a.example/"
    rows = [
        ["Адрес страницы, ур. 1", "Адрес страницы, ур. 2", "Просмотры"],
        [site, "", 10],
        [site, f"{site}b", 10],
        ["https://c.example/", "", 5],
    ]
    pages = read_pages(io.BytesIO(delimited(rows)()))
    assert dict(zip(pages["page"], pages["views"], strict=True)) == {
        f"{site}b": 10,
        "https://c.example/": 5,
    }


def test_outlinks_of_matomo_ask_for_their_page() -> None:
    text = "label,nb_visits,nb_hits\nmaps.example,2,3\n"
    with pytest.raises(SmoError, match=r"page='https://"):
        read_clicks(io.StringIO(text))


def test_plausible_events_of_an_older_export_have_no_path() -> None:
    text = "date,name,link_url,visitors,events\n2026-03-01,File Download,https://a.example/b,1,2\n"
    clicks = read_clicks(io.StringIO(text))
    assert clicks[["page", "clicks"]].to_numpy().tolist() == [["(page not told)", 2]]


PIVOT = [
    ["", "desktop", "", "mobile", "", "tablet", ""],
    ["Page path and screen class", *["Views", "Average engagement time per active user"] * 3],
    ["/", 10, 5, 20, 6, "", ""], ["/boots", 1, 5, 2, 6, 3, 7],
]  # fmt: skip


def _pivot(path: Path, rows: list[list[object]]) -> Path:
    lines = ["# ---", "# Start date: 20260301", "# End date: 20260328", "# ---", ""]
    lines += [",".join(map(str, row)) for row in rows]
    path.write_text("\n".join(lines))
    return path


def test_the_columns_of_a_pivot_are_added_up(tmp_path: Path) -> None:
    export = read_export(_pivot(tmp_path / "free-form.csv", PIVOT))
    assert export.pages.set_index("page")["views"].to_dict() == {"/": 30, "/boots": 6}
    assert export.pages["engagement_time"].isna().all()
    report = export.report.iloc[0]
    assert (report["rows_read"], report["rows_kept"], report["period_days"]) == (2, 2, 28)
    assert "of engagement_time, views 3 columns were added up" in report["notes"]


def test_the_total_of_a_pivot_is_taken_where_it_has_one(tmp_path: Path) -> None:
    names = [cell if cell != "tablet" else "Totals" for cell in map(str, PIVOT[0])]
    rows = [list(names), PIVOT[1], ["/", 10, 5, 20, 6, 31, 5.5]]
    pages = read_export(_pivot(tmp_path / "free-form.csv", rows)).pages
    assert pages[["views", "engagement_time"]].to_numpy().tolist() == [[31, 5.5]]


def test_segments_in_the_columns_are_refused(tmp_path: Path) -> None:
    rows = [["Segment", *PIVOT[0][1:]], *PIVOT[1:]]
    with pytest.raises(SmoError, match="several segments"):
        read_export(_pivot(tmp_path / "free-form.csv", rows))
