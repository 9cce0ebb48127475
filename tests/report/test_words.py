from __future__ import annotations

import re
import string

import pytest

from smo.evidence.messages import MESSAGES
from smo.join.coverage import LINKS
from smo.report.findings import JOINED, ROW_OF, ROWS
from smo.report.methods import NOTES
from smo.report.words import WORDS, known_word, word
from smo.settings import REPORT_LANGUAGES
from smo.tables import PROPOSALS, SCORES

CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)
SAME_IN_RUSSIAN = {"unknown", "colon", "notes", "cell.via", "segment_note"}


def _places(text: str) -> set[str | None]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("key", sorted(WORDS))
def test_every_language_says_everything(key: str) -> None:
    texts = [WORDS[key][language] for language in REPORT_LANGUAGES]
    assert set(WORDS[key]) == set(REPORT_LANGUAGES)
    assert all(texts)
    assert _places(texts[0]) == _places(texts[1])


@pytest.mark.parametrize("key", sorted(set(WORDS) - SAME_IN_RUSSIAN))
def test_russian_is_russian(key: str) -> None:
    assert CYRILLIC.search(WORDS[key]["ru"])
    assert not CYRILLIC.search(WORDS[key]["en"])


def test_notes_speak_every_language() -> None:
    assert all(set(note) == set(REPORT_LANGUAGES) for note in NOTES)


@pytest.mark.parametrize(
    ("kind", "names"),
    [
        ("action", re.findall(r"\w+(?=,| or|$)", SCORES.column("action").means)),
        ("verdict", ["act", "wait", "skip", "suggest", "explore"]),
        ("meaning", ["act", "wait", "skip", "suggest", "explore"]),
        ("table", ["keywords", "pages", "clicks", "totals"]),
        ("level", ["fact", "warning", "cure"]),
        ("link", list(LINKS)),
        ("via", list(JOINED)),
        ("fact", list(ROWS)),
    ],
)
def test_every_value_of_the_tables_has_a_word(kind: str, names: list[str]) -> None:
    for name in {*names} - {"or"}:
        assert f"{kind}.{name}" in WORDS


def test_actions_are_those_of_the_proposals() -> None:
    assert PROPOSALS.column("action").means == SCORES.column("action").means


def test_codes_of_the_table_are_those_of_the_diagnostics() -> None:
    assert set(ROW_OF) <= set(MESSAGES)
    told = {key.removeprefix("like.") for key in WORDS if key.startswith("like.")}
    assert told <= set(MESSAGES)


def test_unknown_value_is_shown_as_it_is() -> None:
    assert known_word("action", "prune", "ru") == "prune"


def test_unknown_key_is_an_error() -> None:
    with pytest.raises(KeyError, match="no such word"):
        word("no such word", "en")
