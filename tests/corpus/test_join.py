"""The join on real exports: accounts, furniture, and texts that find their topics."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from smo.join import coverage_table, join_clicks
from smo.tables import TOPICS
from smo.topics import cluster_keywords
from tests.join.worlds import topics_table

pytestmark = pytest.mark.corpus

MSU = {"Version 1": ("index.php", 3714), "Version 2": ("index2.php", 1587),
       "Version 3": ("index3.php", 1652)}  # fmt: skip
QUERIES = "search_console/google-merchandise-store/Search Queries 20180701-20180930.csv"


def read_map(file: Path, page: str, segment: str) -> pd.DataFrame:
    raw = pd.read_csv(file, dtype={"Element ID": "string"})
    return pd.DataFrame(
        {
            "segment": segment, "page": f"http://www.lib.montana.edu/{page}", "kind": "element",
            "element": raw["Element ID"], "role": raw["Tag name"], "text": raw["Name"],
            "clicks": raw["No. clicks"],
        }
    )  # fmt: skip


@pytest.fixture(scope="module")
def maps(corpus: Path) -> pd.DataFrame:
    folder = corpus / "exports" / "crazyegg" / "msu-library"
    return pd.concat(
        read_map(file, page, version)
        for version, (page, _) in MSU.items()
        for file in folder.glob(f"*{version}*.csv")
    )


def test_click_maps_keep_the_totals_of_the_files(maps: pd.DataFrame) -> None:
    matches = join_clicks(maps, topics_table())
    totals = {version: total for version, (_, total) in MSU.items()}
    assert matches.groupby("segment")["clicks"].sum().to_dict() == totals
    assert matches["page"].nunique() == 3


def test_search_field_is_furniture_and_variants_are_pages_of_their_segment(
    maps: pd.DataFrame,
) -> None:
    matches = join_clicks(maps, topics_table())
    furniture = set(matches.loc[matches["furniture"], "text"])
    assert {"s.q", "Search", "Advanced Search", "slideshow-right"} <= furniture
    assert not {"Hours", "REQUEST", "News"} & furniture


@pytest.fixture(scope="module")
def shop(corpus: Path) -> dict[str, pd.DataFrame]:
    exports = corpus / "exports"
    queries = pd.read_csv(exports / QUERIES)
    queries.columns = pd.Index(["keyword", "clicks", "impressions", "ctr", "position"])
    keywords = queries.dropna(subset=["keyword"]).head(4_000).assign(segment="all")
    clicks = pd.read_csv(exports / "merch_pair" / "merch_clicks.csv")
    pages = pd.read_csv(exports / "merch_pair" / "merch_pages.csv")
    tables = {
        "keywords": keywords,
        "topics": cluster_keywords(keywords),
        "clicks": clicks.assign(segment="all", kind="element"),
        "pages": pages.rename(columns={"pageviews": "views"}).assign(segment="all"),
    }
    return {**tables, "matches": join_clicks(
        tables["clicks"], tables["topics"], keywords=keywords, pages=tables["pages"]
    )}  # fmt: skip


def test_shop_accounts_balance(shop: dict[str, pd.DataFrame]) -> None:
    matches = shop["matches"]
    assert matches["clicks"].sum() == pytest.approx(shop["clicks"]["clicks"].sum(), rel=1e-9)
    assert matches["click_id"].nunique() == len(shop["clicks"])
    assert not matches["furniture"].any()


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Google Rucksack", "rucksack"),
        ("Google Laptop Backpack", "backpack"),
        ("Android Onesie Baby Blue", "onesie"),
        ("Google Leather Journal", "journal"),
        ("Apparel", "apparel"),
        ("Drinkware", "drinkware"),
        ("Google Men's  Zip Hoodie", "hoodie"),
    ],
)
def test_tile_finds_the_topic_in_which_people_search_its_word(
    shop: dict[str, pd.DataFrame], text: str, word: str
) -> None:
    topics, matches = shop["topics"], shop["matches"]
    found = matches[(matches["text"] == text) & (matches["via"] == "text")]
    assert len(found)
    first = found.sort_values("share", ascending=False)["topic"].iloc[0]
    holds = topics["keyword"].str.contains(rf"\b{word}")
    assert holds[topics["topic"] == first].mean() > holds.mean()


def test_most_clicks_of_the_shop_are_attributed(shop: dict[str, pd.DataFrame]) -> None:
    coverage = coverage_table(
        shop["matches"], shop["clicks"], shop["topics"], pages=shop["pages"]
    ).set_index("link")
    assert coverage.loc["text - topic", "click_share"] > 0.4
    assert coverage.loc["no topic", "click_share"] < 0.3
    assert coverage.loc["map page - page row", "click_share"] == 1


def test_topics_of_the_shop_are_the_table_the_join_expects(shop: dict[str, pd.DataFrame]) -> None:
    assert list(shop["topics"].columns) == list(TOPICS.names)
