"""What saved pages tell networks, and what they lack."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from smo.errors import SmoError
from smo.read.html_social import social_readiness

FULL = """<!doctype html><html><head>
<title>  Red
 ropes </title><meta name="Description" content="All about ropes">
<link rel="canonical" href="https://a.example/ropes">
<meta property="og:title" content="Ropes"><meta property="og:description" content="">
<meta property="og:image" content="https://a.example/r.png">
<meta property="og:type" content="article">
<meta name="twitter:card" content="summary_large_image">
<script type="application/ld+json">{"@graph": [{"@type": ["Article", "HowTo"]},
{"@type": "Person"}]}
</script><script type="application/ld+json">{broken</script></head>
<body itemscope itemtype="https://schema.org/WebPage"><svg><title>icon</title></svg>
<a href="https://www.facebook.com/sharer/sharer.php?u=x">f</a>
<a href="https://x.com/intent/post?url=x">x</a>
<a href="https://x.com/ourselves">us</a>
<a href="mailto:?subject=x">mail</a>
<a href="mailto:a@b.example">us</a>
</body></html>"""
BARE = "<html><body><p>Nothing</p></body></html>"


@pytest.fixture
def pages(tmp_path: Path) -> list[Path]:
    paths = [tmp_path / "full.html", tmp_path / "bare.html"]
    for path, text in zip(paths, (FULL, BARE), strict=True):
        path.write_text(text, encoding="utf-8")
    return paths


def test_facts_of_a_page(pages: list[Path]) -> None:
    found = social_readiness(pages[0]).set_index("item")
    values = found["value"].fillna("").to_dict()
    assert values["title"] == "Red ropes"
    assert values["description"] == "All about ropes"
    assert values["canonical"] == found["address"].iloc[0] == "https://a.example/ropes"
    assert values["structured data"] == "Article, HowTo, Person, unreadable, WebPage"
    assert values["twitter:card"] == "summary_large_image"
    assert found["elements"]["share elements"] == 3
    assert "ourselves" not in values["share elements"]
    missing = found.index[~found["present"]].tolist()
    assert missing == ["og:description", "og:url"]


def test_a_bare_page_lacks_everything(pages: list[Path]) -> None:
    found = social_readiness(pages)
    bare = found[found["page"] == "bare.html"]
    assert len(bare) == 11
    assert not bare["present"].any()
    assert bare["value"].isna().all()


def test_clicks_on_share_elements_are_added_to_their_page(pages: list[Path]) -> None:
    clicks = pd.DataFrame(
        {"segment": "all", "page": "https://www.a.example/ropes/", "kind": "link",
         "element": ["f", "x", "us"], "clicks": [3, 2, 9], "dead_clicks": [1, 0, 0],
         "exposed": [100, 100, 100], "target": ["https://facebook.com/sharer/sharer.php?u=1",
         "https://twitter.com/intent/tweet?u=1", "https://x.com/ourselves"]}
    )  # fmt: skip
    found = social_readiness(pages, clicks=clicks)
    share = found[(found["item"] == "share elements") & (found["page"] == "full.html")].iloc[0]
    assert (share["clicks"], share["dead_clicks"], share["exposed"]) == (5, 1, 200)
    assert found["clicks"].notna().sum() == 1


@pytest.mark.parametrize("wrong", [[], 3, [3], None])
def test_what_is_no_path_is_refused(wrong: object) -> None:
    with pytest.raises(SmoError, match="'html' must be a path or a list of paths"):
        social_readiness(wrong)


def test_what_is_no_page_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("keyword,volume\n", encoding="utf-8")
    with pytest.raises(SmoError, match="it is no web page"):
        social_readiness(tmp_path / "a.html")
