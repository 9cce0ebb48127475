"""Rules that cannot be read or asked are refused, with what to do instead."""

from __future__ import annotations

import ast
import re
import tomllib
from pathlib import Path

import pandas as pd
import pytest

import smo
from smo.audience.rules import KINDS

WORDS = pd.DataFrame({"keyword": ["red rope", "tent"], "impressions": [9, 5]})
PAGES = pd.DataFrame({"page": ["/a", "/b"], "views": [3, 4]})
CLICKS = pd.DataFrame({"page": "/", "element": ["a", "b"], "kind": "element", "clicks": [1, 2]})


@pytest.mark.parametrize(
    ("rules", "told"),
    [
        ({}, r"rules are \{\}. Remedy: give \{'buyers'"),
        (7, "rules are of type int"),
        ({"": {}}, "a segment must have a name, got ''"),
        ({"unassigned": {}}, "'unassigned' is what rows in no segment are called"),
        ({"shared": {}}, "take another name, such as 'others'"),
        ({"a": "rope"}, r"segment 'a': a rule is 'rope'. Remedy: write a mapping"),
        ({"a": []}, r"segment 'a': a rule is \[\]"),
        ({"a": ["rope"]}, "segment 'a': a rule is 'rope'"),
        ({"a": {"keywrd": "rope"}}, "no condition 'keywrd'. Remedy: write 'keyword'; there are"),
        ({"a": {"keyword": []}}, "'keyword' is an empty list, which nothing fits"),
        ({"a": {"keyword": " "}}, "'keyword' is ' ', which is no pattern"),
        ({"a": {"keyword": 7}}, "'keyword' is 7, which is no pattern. Remedy: write a text"),
        ({"a": {"keyword": "?!"}}, "'keyword' is '\\?!', which holds no word"),
        ({"a": {"language": "english"}}, "'language' is 'english'.*code of two letters: ar, "),
        ({"a": {"keyword": "re:(a"}}, r"segment 'a': 'keyword' is 're:\(a': missing \).*RE2"),
        ({"a": {"keyword": r"re:(a)\1"}}, "invalid escape sequence"),
        ({"a": {"keyword": "re:(?=a)"}}, "invalid perl operator"),
        ({"a": {"keyword": "re:x{2000}"}}, "invalid repetition size"),
        ({"a": {"keyword": "re:"}}, "an expression has 1 to 1000 characters"),
        ({"a": {"page": "re:" + "a" * 1001}}, "an expression has 1 to 1000 characters"),
        ({"a": {"except": {}}}, "'except' has no condition and leaves no row"),
        ({"a": {"except": {"except": {"keyword": "a"}}}}, "'except' stands inside 'except'"),
        ({"a": {"except": {"key": "a"}}}, "segment 'a', except: there is no condition 'key'"),
        ({"a": {}, "b": {"keyword": "x"}}, "no row ever reaches 'b', because 'a'.*put 'a' last"),
    ],
)
def test_rules_that_cannot_be_read(rules: object, told: str) -> None:
    with pytest.raises(smo.SmoError, match=told):
        smo.assign_segments(WORDS, rules)


@pytest.mark.parametrize(
    ("table", "kind", "told"),
    [
        (WORDS, "page", "'page' cannot.*keywords table has no page. Remedy: export queries with"),
        (WORDS, "device", "has no device. Remedy: export by device, or drop the condition"),
        (WORDS, "country", "has no country. Remedy: export by country"),
        (WORDS, "channel", "has no channel"),
        (WORDS, "utm_term", "has no address with utm_term. Remedy: export landing pages with"),
        (PAGES, "utm_campaign", "pages table has no address with utm_campaign"),
        (PAGES, "keyword", "pages table has no keyword. Remedy: give this table rules of its own"),
        (PAGES, "language", "pages table has no title"),
        (CLICKS, "language", "clicks table has no text"),
        (CLICKS, "country", "clicks table has no country"),
    ],
)
def test_what_the_table_does_not_tell(table: pd.DataFrame, kind: str, told: str) -> None:
    pattern = "ru" if kind == "language" else "x"
    with pytest.raises(smo.SmoError, match=f"segment 'second'.*{told}"):
        smo.assign_segments(table, {"first": {"page": "/c"}, "second": {kind: pattern}}
                            if table is not WORDS else {"second": {kind: pattern}})  # fmt: skip
    with pytest.raises(smo.SmoError, match=told):
        smo.assign_segments(table, {"second": {"except": {kind: pattern}}})


def test_an_empty_table_lacks_nothing() -> None:
    found = smo.assign_segments(WORDS.iloc[:0], {"a": {"device": "mobile"}})
    assert list(found["segment"]) == []


@pytest.mark.parametrize("table", [pd.DataFrame({"views": [1]}), "rules.toml", 3])
def test_what_is_no_table(table: object) -> None:
    with pytest.raises(smo.SmoError, match="assign_segments"):
        smo.assign_segments(table, {"a": {}})


FILE = """\ufeff
[segments.buyers]
keyword = ["buy", "price"]

[[segments.readers]]
keyword = "how to"

[[segments.readers]]
page = "/magazine/*"
except = { page = "/magazine/shop/*" }

[segments.others]
"""


def test_a_file_says_the_same_as_a_mapping(tmp_path: Path) -> None:
    path = tmp_path / "rules.toml"
    path.write_text(FILE, encoding="utf-8")
    rows = pd.DataFrame(
        {"keyword": ["buy rope", "how to tie", "knots", "knots", "knots"],
         "page": [None, None, "/magazine/a", "/magazine/shop/a", None]}
    )  # fmt: skip
    rules = {
        "buyers": {"keyword": ["buy", "price"]},
        "readers": [
            {"keyword": "how to"},
            {"page": "/magazine/*", "except": {"page": "/magazine/shop/*"}},
        ],
        "others": {},
    }
    for given in (path, str(path), rules):
        found = smo.assign_segments(rows, given)
        assert found["segment"].tolist() == ["buyers", "readers", "readers", "others", "others"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (b"[segments.a\n", r"rules.toml: the file of rules is no TOML: .*line 1"),
        (b"\xff\xfe", "saved as UTF-8"),
        (b"", r"holds no segment. Remedy: put every rule in a table \[segments.NAME\]"),
        (b"segments = 3", "holds no segment"),
        (b"[buyers]\npage = '/a'", "it holds 'buyers'. Remedy: put every rule in a table"),
        (b"[segments]\n", "rules are {}"),
        (b"[segments.a]\nkeyword = 're:('", r"rules.toml: segment 'a': 'keyword' is 're:\('"),
    ],
)
def test_a_file_that_cannot_be_read(text: bytes, told: str, tmp_path: Path) -> None:
    path = tmp_path / "rules.toml"
    path.write_bytes(text)
    with pytest.raises(smo.SmoError, match=told):
        smo.assign_segments(WORDS, path)


def test_a_file_that_is_not_there() -> None:
    with pytest.raises(smo.SmoError, match=r"no\.toml: the file of rules cannot be read"):
        smo.assign_segments(WORDS, "no.toml")


def test_the_rules_of_the_documents_are_read_and_say_the_same() -> None:
    root = Path(__file__).resolve().parents[2]
    page = (root / "docs" / "segments.md").read_text(encoding="utf-8")
    block = re.findall(r"```toml\n(.*?)```", page, flags=re.DOTALL)[0]
    mapping = re.findall(r"is a mapping: `(\{.*?\})`\.", page, flags=re.DOTALL)[0]
    rules = ast.literal_eval(mapping.replace("\n", " "))
    told = tomllib.loads(block)["segments"]
    assert [*told] == [*rules] == ["buyers", "readers", "others"]
    rows = pd.DataFrame(
        {"page": ["/shop/a", "/shop/help/a", "/magazine/a", "/blog/a", "/blog/b"],
         "title": ["a", "b", "c", "where to buy the tents", "палатка"]}
    )  # fmt: skip
    for given in (told, rules):
        found = smo.assign_segments(rows, given)["segment"].tolist()
        assert found == ["buyers", "others", "readers", "readers", "others"]
    for kind in KINDS:
        assert f"`{kind}`" in page
        assert f"``{kind}``" in (smo.assign_segments.__doc__ or "")
