from __future__ import annotations

import re

import pytest

from smo.errors import SmoError
from tests.report.handmade import handmade_plan
from tests.report.test_hostile import everywhere


def test_brief_tells_what_a_writer_needs() -> None:
    text = handmade_plan().brief("waterproof hiking BOOTS")
    for words in (
        "# Waterproof hiking boots", "Segment: buyers · **Act** · Improve what is there",
        "People see it 12,400 times", "**It is done when** the interval",
        "- which hiking boots are waterproof", "<https://shop.example/boots/>", "#hikingboots",
        "| Keyword | Impressions | Clicks | CTR | Position |",
        "| hiking boots | 6,200 | 130 | 2.1% | 4.2 |", "Terms: waterproof, gore-tex",
    ):  # fmt: skip
        assert words in text.replace("\\", "")
    assert handmade_plan().brief(0, segment="buyers") == text


def test_brief_in_russian_has_no_english_of_ours() -> None:
    assert "Дело сделано, когда" in handmade_plan("ru").brief(2)


def test_no_such_topic_names_the_nearest() -> None:
    with pytest.raises(SmoError, match=r"proposes no topic 'Mountain map'.*'Mountain maps'"):
        handmade_plan().brief("Mountain map")
    with pytest.raises(SmoError, match="brief of 'readers': the plan proposes no topic 0"):
        handmade_plan().brief(0, segment="readers")


def test_brief_stays_inert(hostile: str) -> None:
    text = everywhere(hostile).brief(0)
    links = re.findall(r"<https?://shop\.example[^<>\s]*>", text)
    assert len(re.findall(r"(?<!\\)<", text)) == len(links)
    assert not re.findall(r"(?<!\\)\]\(", text)
    assert not re.search("[\x00-\x08\u202a-\u202e\u2066-\u2069\ud800-\udfff]", text)
