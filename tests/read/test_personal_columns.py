"""Columns that name people are told from columns that name things."""

from __future__ import annotations

import io

import pytest

from smo.read import read_keywords
from smo.read.personal import personal_columns
from smo.read.reports import reads_of


@pytest.mark.parametrize(
    "header",
    ["Clarity user ID", "User", "user_id", "distinct_id", "person_id", "person_properties",
     "properties.$device_id", "user_pseudo_id", "ym:pv:clientID", "ym:s:ipAddress", "IP address",
     "E-mail", "email", "Phone number", "Posted by", "Author", "Account username", "Account name",
     "Nome de usuário da conta", "First name", "customer_id", "Автор", "Телефон", "fingerprint"],
)  # fmt: skip
def test_people(header: str) -> None:
    assert personal_columns([header]) == [header]


@pytest.mark.parametrize(
    "header",
    ["Users", "Total users", "Active users", "New users", "Name", "Page name", "Campaign name",
     "Keyword", "Element ID", "Post ID", "Tag name", "Device", "Country", "Event name", "Title",
     "Clicks", "ip camera", "Page path", "Property", "Session source"],
)  # fmt: skip
def test_things(header: str) -> None:
    assert personal_columns([header]) == []


def test_the_read_report_says_what_was_left_out() -> None:
    text = "keyword,impressions,User ID,E-mail\nred rope,3,17,a@b.example\n"
    table = read_keywords(io.StringIO(text))
    notes = reads_of(table["source"])["notes"].iloc[0]
    assert "personal data left out: User ID, E-mail" in notes
    assert not table.astype("string").apply(lambda c: c.str.contains("@b.example")).any().any()
