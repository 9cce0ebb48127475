"""What the mends of posts and campaigns do at the edges."""

from __future__ import annotations

import contextlib
import io
from pathlib import Path

import pandas as pd
import pytest

from smo.errors import SmoError
from smo.read import read_clicks, read_export
from smo.read.campaigns import utm_columns
from smo.read.format import Draft, Format
from smo.read.grid import Grid
from smo.read.vendors import linkedin, meta, social, x_posts, youtube
from smo.spec import DTYPES
from smo.tables import CLICKS, PAGES
from tests.read.writers import csv_text

X = ["Post id", "Date", "Post text", "Post Link", "Impressions", "URL Clicks"]
DAY = "Tue, Jul 14, 2026"


def _draft(frame: pd.DataFrame, *, pages: bool = False) -> Draft:
    spec = PAGES if pages else CLICKS
    fmt = Format("t", "t", spec, {}, (), "D", constants={})
    grid = Grid("t.csv", [], "utf-8", "0", "t", explicit=True, kind="text")
    return Draft(grid, fmt, 0, frame.astype(DTYPES["text"]), {}, (), len(frame))


def _read(*rows: list[object]) -> pd.DataFrame:
    return read_clicks(io.StringIO(csv_text([X, *rows])))


def test_campaign_parameters_fill_what_is_empty_the_target_first() -> None:
    frame = pd.DataFrame(
        {
            "page": ["/a?utm_source=ig&utm_campaign=page", "/b?utm_source=fb", "/c", "/d"],
            "target": ["/x?utm_campaign=link", None, "/y?utm_source=vk", None],
            "channel": [None, "own", None, None],
        }
    )
    mended = utm_columns(_draft(frame))
    assert mended.frame["channel"].fillna("").tolist() == ["instagram", "own", "vk", ""]
    assert mended.frame["campaign"].fillna("").tolist() == ["link", "", "", ""]
    assert mended.notes == (
        "channel and campaign of 2 rows come from the UTM parameters of their addresses",
    )
    again = utm_columns(mended)
    assert again is mended


def test_campaign_parameters_leave_other_tables_and_no_addresses_alone() -> None:
    pages = _draft(pd.DataFrame({"page": ["/?utm_source=x"]}), pages=True)
    assert utm_columns(pages) is pages
    for frame in (pd.DataFrame({"element": ["a"]}), pd.DataFrame({"page": []})):
        draft = _draft(frame)
        assert utm_columns(draft) is draft


@pytest.mark.parametrize(
    ("id_", "link", "element", "page"),
    [
        ("7", "https://x.com/a/status/8", "8", "https://x.com/a/status/8"),
        ("7", "", "7", "x:7"),
        ("7", "n/a?", "7", "n/a?"),
        ("6.49E+17", "https://x.com/a/status/8", "8", "https://x.com/a/status/8"),
        ("6,49e+17", "https://x.example/a", "https://x.example/a", "https://x.example/a"),
        ("", "https://x.example/a", "https://x.example/a", "https://x.example/a"),
    ],
)
def test_a_post_is_named_by_its_permalink_first(
    id_: str, link: str, element: str, page: str
) -> None:
    row = _read([id_, DAY, "words", link, 9, 1]).iloc[0]
    assert (row["element"], row["page"]) == (element, page)


def test_destroyed_ids_without_permalinks_stay_apart() -> None:
    table = _read(
        ["6.49E+17", DAY, "one", "", 9, 1], ["6.49E+17", DAY, "two", "", 9, 2],
        ["6.49E+17", "Wed, Jul 15, 2026", "two", "", 9, 4],
    )  # fmt: skip
    assert table["click_id"].is_unique
    assert table["page"].str.startswith("x:").all()
    assert table["clicks"].sum() == 7


def test_a_row_that_names_no_post_is_left_out_and_counted() -> None:
    text = csv_text([X, ["", DAY, "", "", 9, 5], ["1", DAY, "a", "", 9, 1]])
    report = read_export(io.StringIO(text)).report
    assert report["rows_kept"].tolist() == [1]
    assert "element is empty" in report["dropped"].iloc[0]


def test_own_hashtags_and_targets_are_kept() -> None:
    text = "pin id,title,link,impressions,saves,outbound clicks\n1,a #b https://c.example/d,/e,5,0,"
    row = read_clicks(io.StringIO(f"{text}2\n")).iloc[0]
    assert (row["target"], row["hashtags"], row["text"]) == ("/e", "b", "a")


def test_days_that_are_partly_no_dates_are_read_as_far_as_they_go() -> None:
    head = "Video title,Video link,Post time,Total views\n"
    text = f"{head}a,https://t.example/1,May 20,5\nb,https://t.example/2,2026-05-21,6\n"
    export = read_export(io.StringIO(text))
    assert export.clicks["date"].astype("string").fillna("").tolist() == ["", "2026-05-21"]
    assert "1 dates were not understood" in export.report["notes"].iloc[0]
    assert export.report["period_days"].isna().all()


POSTS = "Video title,Video link,Post time,Total views\na,https://t.example/1,2026-05-20,5\n"


def test_the_days_of_posts_are_not_their_period(tmp_path: Path) -> None:
    path = tmp_path / "overview.csv"
    path.write_text(POSTS + "b,https://t.example/2,2026-05-29,6\n")
    export = read_export(path)
    assert export.clicks["period_days"].isna().all()
    assert export.clicks["date"].notna().all()
    report = export.report.iloc[0]
    assert pd.isna(report["period_days"])
    assert pd.isna(report["period_start"])
    assert "the period is unknown" in report["notes"]
    named = path.rename(tmp_path / "overview 2026-05-01_2026-05-31.csv")
    export = read_export(named)
    assert export.clicks["period_days"].tolist() == [31, 31]
    assert pd.isna(export.report["notes"].iloc[0]) or "period" not in export.report["notes"].iloc[0]


def test_repeated_posts_do_not_bring_a_period_back(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(POSTS)
    (tmp_path / "b.csv").write_text(POSTS + "b,https://t.example/2,2026-05-29,6\n")
    export = read_export(tmp_path)
    assert len(export.clicks) == 2
    assert export.report["period_days"].isna().all()


@pytest.mark.parametrize("rate", ["", "--", "4.5%", "450", "-3", "abc"])
def test_any_click_rate_is_survived(rate: str) -> None:
    text = f"Content,Video title,Impressions,Impressions click-through rate (%)\na,b,200,{rate}\n"
    row = read_clicks(io.StringIO(text)).iloc[0]
    wanted = {"4.5%": 9.0, "450": 900.0}
    assert row["clicks"] == wanted.get(rate, 0.0)


def test_a_channel_without_search_terms_is_no_list_of_them() -> None:
    text = "Traffic source,Views,Watch time (hours)\nTotal,5,1\nExternal,5,1\n"
    export = read_export(io.StringIO(text))
    assert export.keywords.empty
    assert export.totals["name"].tolist() == ["External"]


def test_days_of_a_chart_by_country_are_summed() -> None:
    text = "Date,Geography,Views\n2026-05-01,A,3\n2026-05-01,B,4\n2026-05-02,A,5\n"
    export = read_export(io.StringIO(text))
    assert export.totals["views"].tolist() == [7, 5]


FORMATS = [
    fmt for vendor in (x_posts, linkedin, meta, youtube, social) for fmt in vendor.FORMATS
]  # fmt: skip
JUNK = ["", "-", "abc", "6.49E+17", "https://a.example/#x?utm_source=%FF", "12", "#", "2026-13-45"]


@pytest.mark.parametrize("fmt", FORMATS, ids=lambda fmt: fmt.name)
@pytest.mark.parametrize("whole", [True, False])
def test_any_content_is_read_or_refused_by_a_sentence(fmt: Format, whole: bool) -> None:
    names = list(fmt.words) if whole else [*fmt.required, *fmt.any_of[:1]]
    header = [fmt.words[name][0].replace("*", "USD") for name in names]
    for body in ([], [JUNK], *([[cell] * len(header)] for cell in JUNK)):
        rows = [[cell for _, cell in zip(header, row * 9, strict=False)] for row in body]
        with contextlib.suppress(SmoError):
            report = read_export(io.StringIO(csv_text([header, *rows]))).report
            assert (report["rows_read"] >= report["rows_kept"]).all()
