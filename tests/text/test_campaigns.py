from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smo.text.campaigns import CHANNELS, campaign_of, channel_of, utm_parameters


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("", {}),
        ("https://a.example/?q=1", {}),
        ("utm_source=x", {}),
        ("/?UTM_Source=X&utm_medium=social", {"source": "X", "medium": "social"}),
        ("/?a=1&amp;utm_source=x", {"source": "x"}),
        ("/#utm_source=x&utm_content=top", {"source": "x", "content": "top"}),
        ("/?utm_source=a&utm_source=b", {"source": "a"}),
        ("/?utm_source=&utm_source=b", {"source": "b"}),
        ("/?utm_campaign=%D0%BB%D0%B5%D1%82%D0%BE+2026", {"campaign": "лето 2026"}),
        ("/?utm_campaign=%FF", {"campaign": "\ufffd"}),
        ("/?utm_term={keyword}&utm_content={{ad.name}}", {}),
        ("/?utm_term=%7Bkeyword%7D&utm_id=__CAMPAIGN_ID__", {}),
        ("/?utm_term=(not+set)&utm_source=[source]", {}),
        ("/?utm_term=23847000000", {}),
        ("/?utm_term=red+shoes+42", {"term": "red shoes 42"}),
        ("/?utm_campaign=23847000000", {"campaign": "23847000000"}),
        ("/?utm_unknown=1", {}),
    ],
)
def test_parameters(address: str, told: dict[str, str]) -> None:
    assert utm_parameters(address) == told


@pytest.mark.parametrize(
    ("query", "channel"),
    [
        ("utm_source=IG&utm_medium=bio", "instagram"),
        ("utm_source=www.linkedin.com", "linkedin"),
        ("utm_source=vkontakte", "vk"),
        ("utm_source=google&utm_medium=cpc", "google"),
        ("utm_source=facebook&utm_medium=email", "facebook"),
        ("utm_source=spring&utm_medium=Newsletter", "email"),
        ("utm_medium=cpc", "cpc"),
        ("utm_campaign=a", None),
    ],
)
def test_channels(query: str, channel: str | None) -> None:
    assert channel_of(f"https://a.example/?{query}") == channel


def test_a_source_stands_for_one_channel() -> None:
    sources = [source for row in CHANNELS.values() for source in row]
    assert len(set(sources)) == len(sources)
    assert all(source == source.casefold() for source in sources)


def test_campaign_by_name_else_by_id() -> None:
    assert campaign_of("/?utm_campaign=sale&utm_id=1") == "sale"
    assert campaign_of("/?utm_campaign={name}&utm_id=1") == "1"
    assert campaign_of("/") is None


@given(st.text() | st.text(alphabet="utm_source=&?#;%{}[]<>term1 a+"))
def test_any_text_has_filled_parameters_or_none(text: str) -> None:
    for address in (text, f"/?utm_source={text}&utm_term={text}"):
        told = utm_parameters(address)
        assert all(value and value == " ".join(value.split()) for value in told.values())
        assert channel_of(address) is None or channel_of(address)
