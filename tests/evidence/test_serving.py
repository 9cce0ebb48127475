from __future__ import annotations

import pandas as pd
import pytest

from smo.checks import check_table
from smo.evidence.named import naming_texts
from smo.evidence.serving import serving_pages
from smo.settings import Settings
from smo.tables import KEYWORDS, PAGES, TOPICS
from smo.text.normal import normal_forms
from smo.text.rules import BY_SCRIPT

GEAR = ["red rope", "climbing rope", "two person tent", "winter tent", "camp stove", "gas stove"]


def _topics() -> pd.DataFrame:
    rows = {"segment": "all", "keyword": GEAR, "normal": GEAR, "topic": [0, 0, 1, 1, 2, 2]}
    named = pd.DataFrame(rows).assign(pillar=0, label="x", pillar_label="x", membership=1.0)
    return check_table(named, TOPICS, caller="t")


def _keywords(**columns: object) -> pd.DataFrame:
    table = pd.DataFrame({"segment": "all", "keyword": GEAR, "impressions": 9.0}).assign(**columns)
    return check_table(table, KEYWORDS, caller="t")


def _pages(*rows: tuple[str, str | None, float], segment: str = "all") -> pd.DataFrame:
    table = pd.DataFrame(rows, columns=["page", "title", "impressions"]).assign(segment=segment)
    return check_table(table, PAGES, caller="t")


def _serving(keywords: pd.DataFrame, pages: pd.DataFrame) -> dict[int, tuple[float, list[str]]]:
    table = serving_pages(_topics(), keywords, pages, Settings())
    return {
        int(row.topic): (float(row.pages), row.serving if row.pages else [])
        for row in table.itertuples()
    }


def test_pages_speak_by_address_and_title() -> None:
    pages = _pages(
        ("https://a.example/rope", None, 5.0), ("https://a.example/p7", "Winter tent", 1)
    )
    found = _serving(_keywords(), pages)
    assert found[0] == (1.0, ["https://a.example/rope"])
    assert found[1] == (1.0, ["https://a.example/p7"])
    assert found[2] == (0.0, [])


def test_the_end_of_an_address_speaks_for_itself() -> None:
    pages = _pages(("https://a.example/redesign/shop+by+kind/all/rope", None, 5.0))
    assert _serving(_keywords(), pages)[0][0] == 1.0


def test_spellings_of_one_address_count_once_and_the_most_shown_is_named() -> None:
    pages = _pages(
        ("http://www.a.example/rope/", None, 3.0), ("https://a.example/rope", None, 50.0)
    )
    assert _serving(_keywords(), pages)[0] == (1.0, ["https://a.example/rope"])


def test_pages_shown_for_the_queries_win_over_words() -> None:
    words = _keywords(page=["/a", "/b", "/b", None, None, None], impressions=[5.0, 9, 1, 1, 1, 1])
    found = _serving(words, _pages(("/stove", None, 9.0)))
    assert found == {0: (2.0, ["/b", "/a"]), 1: (1.0, ["/b"]), 2: (0.0, [])}


def test_pages_of_a_foreign_segment_are_shared() -> None:
    pages = _pages(("https://a.example/stove", None, 9.0), segment="elsewhere")
    assert _serving(_keywords(), pages)[2] == (1.0, ["https://a.example/stove"])


@pytest.mark.parametrize("seed", [1, 2])
def test_the_order_of_rows_changes_nothing(seed: int) -> None:
    pages = _pages(*[(f"/{kind}/{n}", kind, 1.0) for kind in ("rope", "tent") for n in range(4)])
    mixed = pages.sample(frac=1, random_state=seed)
    assert _serving(_keywords(), pages) == _serving(_keywords(), mixed)
    assert _serving(_keywords(), pages)[0] == (4.0, ["/rope/0", "/rope/1", "/rope/2", "/rope/3"])


def test_without_pages_nothing_is_known() -> None:
    assert _serving(_keywords(), _pages()) == {}


def _russian(*slugs: str, brand: tuple[str, ...] = ()) -> dict[int, float]:
    words = ["ремонт айфонов", "ремонт айфона цена", "жёлтые щётки", "щётки", "детские юбки"]
    rows = {"segment": "all", "keyword": words, "topic": [0, 0, 1, 1, 2]}
    named = pd.DataFrame(rows).assign(
        pillar=0, label="x", pillar_label="x", membership=1.0, normal=normal_forms(words)
    )
    topics = check_table(named, TOPICS, caller="t")
    keywords = check_table(
        pd.DataFrame({"segment": "all", "keyword": words, "impressions": 9.0}), KEYWORDS, caller="t"
    )
    pages = _pages(*[(f"https://a.example/{slug}/", None, 1.0) for slug in slugs])
    table = serving_pages(topics, keywords, pages, Settings(brand=brand))
    return dict(zip(table["topic"].astype(int), table["pages"].astype(float), strict=True))


@pytest.mark.parametrize(
    ("slug", "topic"),
    [
        ("remont-ayfonov", 0),
        ("uslugi/remont-ajfonov", 0),
        ("remont-aifona", 0),
        ("schetki", 1),
        ("zheltye-shchyotki", 1),
        ("detskie-jubki.html", 2),
    ],
)
def test_russian_in_latin_letters_is_read(slug: str, topic: int) -> None:
    assert _russian(slug, "about") == {n: float(n == topic) for n in range(3)}


def test_words_of_other_topics_serve_none() -> None:
    assert _russian("velosipedy", "kontakty", "about") == {0: 0.0, 1: 0.0, 2: 0.0}


def test_words_of_the_brand_serve_no_topic() -> None:
    keywords = _keywords(keyword=[f"acme {word}" for word in GEAR])
    topics = _topics().assign(keyword=keywords["keyword"], normal=keywords["keyword"])
    pages = _pages(("https://a.example/acme", "Acme", 5.0), ("/acme-rope", "Acme rope", 5.0))
    table = serving_pages(topics, keywords, pages, Settings(brand=("acme",)))
    assert table["pages"].tolist() == [1.0, 0.0, 0.0]


SECURITY = {
    "estate security": 0, "residential estate security": 0, "security repairs": 1,
    "alarm repairs security": 1, "security": 2, "security cameras": 3, "security camera price": 3,
}  # fmt: skip


def _secured(*slugs: str, brand: tuple[str, ...] = ()) -> dict[int, float]:
    words = list(SECURITY)
    labels = ["estate security", "security repairs", "security", "security cameras"]
    rows = {"segment": "all", "keyword": words, "topic": list(SECURITY.values())}
    named = pd.DataFrame(rows).assign(pillar=0, pillar_label="x", membership=1.0)
    named["label"] = named["topic"].map(dict(enumerate(labels)))
    topics = check_table(named.assign(normal=normal_forms(words)), TOPICS, caller="t")
    keywords = check_table(
        pd.DataFrame({"segment": "all", "keyword": words, "impressions": 9.0}), KEYWORDS, caller="t"
    )
    sites = ("https://a.example", "https://www.a.example")
    pages = _pages(*[(f"{site}/{slug}", None, 1.0) for slug in slugs for site in sites])
    table = serving_pages(topics, keywords, pages, Settings(brand=brand))
    return dict(zip(table["topic"].astype(int), table["pages"].astype(float), strict=True))


EVERYWHERE = ("areas/north-security-services", "areas/south-security-services", "security-audit")


@pytest.mark.parametrize(
    ("slug", "topics"),
    [
        ("sectors/estate-security-management-for-gated-villages-farms-and-parks", {0}),
        ("services/security-repairs-upgrades-spare-parts-batteries-and-warranties", {1}),
        ("services/security-of-camera-door-gate-fence-and-lift-controls", {3}),
    ],
)
def test_a_slug_with_all_words_of_the_label_names_the_topic(slug: str, topics: set[int]) -> None:
    found = _secured(slug, *EVERYWHERE)
    assert {topic for topic, pages in found.items() if pages} == topics


@pytest.mark.parametrize(
    ("text", "brand", "named"),
    [
        ("estate security management", [], True),
        ("estate managers and agents", [], False),
        ("security management", [], False),
        ("estate management", ["security"], True),
        ("security management", ["estate security"], False),
    ],
)
def test_all_words_but_the_brand_must_stand_in_the_text(
    text: str, brand: list[str], named: bool
) -> None:
    names = pd.DataFrame({"topic": [4], "name": ["estate security"]})
    found = naming_texts(["about us", text], names, BY_SCRIPT, brand, ())
    assert found.to_dict("records") == ([{"text": 1, "topic": 4}] if named else [])


def test_the_most_searched_keyword_names_the_topic_as_well() -> None:
    pages = _pages(("https://a.example/p/gas-stove-hoses-valves-repair-and-spare-parts", None, 5.0))
    assert _serving(_keywords(), pages)[2][0] == 0.0
    led = _keywords(impressions=[9.0, 9, 9, 9, 5, 9])
    assert _serving(led, pages)[2][0] == 1.0
