"""What people said is told from tables that count; operators and times are understood."""

from __future__ import annotations

import io

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from smo.errors import SmoError
from smo.read import read_clicks, read_export, read_keywords, read_pages
from smo.read.operators import plain_phrase


def _csv(*rows: str) -> io.StringIO:
    return io.StringIO("\n".join(rows) + "\n")


@pytest.mark.parametrize(
    ("phrase", "plain", "closed"),
    [
        ("tent", "tent", False),
        ('"tent for two"', "tent for two", True),
        ("!tent !for two", "tent for two", False),
        ("tent +for two", "tent for two", False),
        ('"[!from !here] to there"', "from here to there", True),
        ("[two words] more", "two words more", False),
        ("+!tent", "tent", False),
        ("c++ or c#", "c++ or c#", False),
        ("2+2", "2+2", False),
        ("+7 900", "+7 900", False),
        ("wow! great", "wow! great", False),
        ('"', '"', False),
        ('""', '""', False),
        ('say "tent" aloud', 'say "tent" aloud', False),
    ],
)
def test_operators(phrase: str, plain: str, closed: bool) -> None:
    assert plain_phrase(phrase) == (plain, closed)


@given(st.text(alphabet='ab1 !+[]"', max_size=12))
def test_a_phrase_keeps_its_words(phrase: str) -> None:
    plain, _ = plain_phrase(phrase)
    letters = [letter for letter in phrase if letter.isalnum()]
    assert [letter for letter in plain if letter.isalnum()] == letters
    assert plain or not phrase


@pytest.mark.parametrize(
    "rows",
    [
        ("text,clicks", "a,1"),
        ("comment,seen times,date", "a,1,2026-03-01"),
        ("query,date,hits", "a,2026-03-01,1"),
        ("Comments", "keyword,amount", "a,1", "b,2", "c,3"),
        ("query", "a", "b"),
    ],
)
def test_tables_that_count_are_no_lists_of_texts(rows: tuple[str, ...]) -> None:
    with pytest.raises(SmoError, match=r"its columns are"):
        read_keywords(_csv(*rows))


def test_a_click_map_without_page_still_asks_for_it() -> None:
    text = ("element,text,clicks", "menu,Sale,7")
    with pytest.raises(SmoError, match=r"does not name its page.*page="):
        read_clicks(_csv(*text))
    assert len(read_clicks(_csv(*text), page="https://shop.example/")) == 1


def test_a_question_is_meant_before_its_text() -> None:
    export = read_export(_csv("id,text,question,answer", "1,more words,How big?,Very"))
    assert export.keywords["keyword"].tolist() == ["How big?"]
    assert export.report["unused"].tolist() == ["id, text, answer"]


def test_a_title_above_a_table_is_no_list() -> None:
    table = read_pages(_csv("Comments", "page,views", "/a,3", "/b,4", "/c,5"))
    assert table["views"].sum() == 12


def test_people_and_their_addresses_are_left_out() -> None:
    export = read_export(
        _csv("comment,author,email,phone,rating", "Dry?,Nobody,n@mail.example,+1 555,4")
    )
    assert export.report["notes"].str.contains("left out: author, email, phone").all()
    assert "mail.example" not in export.keywords.to_csv()


@pytest.mark.parametrize(
    ("times", "days"),
    [
        (("03/25/2026", "04/03/2026"), 10),
        (("25.03.2026 09:00", "03.04.2026 10:00"), 10),
        (("1767225600", "1767312000"), 2),
        (("1767225600000", "1767312000000"), 2),
        (("soon", "2026-03-01"), 1),
        (("soon", "later"), None),
        (("", ""), None),
    ],
)
def test_times_of_a_log(times: tuple[str, str], days: float | None) -> None:
    export = read_export(_csv("query,time", *(f"tent,{time}" for time in times)))
    told = export.report["period_days"].iloc[0]
    assert (None if pd.isna(told) else float(told)) == days
    expected = 2.0 if days is None else 2 * (365.2425 / 12 / days)
    assert export.keywords["volume"].tolist() == [pytest.approx(expected)]


def test_a_wordstat_table_without_rows_says_what_happened() -> None:
    head = "Запросы;Число запросов;Топ частотных запросов «тент»\r"
    with pytest.raises(SmoError, match=r"only the header was saved.*download it again"):
        read_keywords(io.BytesIO(head.encode("utf-8-sig")))


def test_answers_to_several_queries_are_read_together() -> None:
    answers = [
        {"requestPhrase": word, "totalCount": "9", "topRequests": [{"phrase": word, "count": "9"}],
         "associations": [{"phrase": f"{word} too", "count": 3}]}
        for word in ("tent", "hammock")
    ]  # fmt: skip
    export = read_export(answers)
    assert export.keywords["keyword"].tolist() == ["hammock", "hammock too", "tent", "tent too"]
    assert export.keywords["volume"].tolist() == [9, 3, 9, 3]
    with pytest.raises(SmoError, match=r"looks like a Wordstat answer, but a part is missing"):
        read_export({"totalCount": "9", "topRequests": [{"word": "tent"}]})


@pytest.mark.parametrize(
    ("host", "path", "page"),
    [
        ("https:shop.example:443", "/a", "https://shop.example/a"),
        ("http:shop.example:8080", "/a?b=1", "http://shop.example:8080/a?b=1"),
        ("https://shop.example/", "a", "https://shop.example/a"),
        ("shop.example", "shop.example/a", "shop.example/a"),
        ("shop.example", "https://shop.example/a", "https://shop.example/a"),
        ("", "/a", "/a"),
    ],
)
def test_host_and_path_make_an_address(host: str, path: str, page: str) -> None:
    rows = ("Date,Host,URL,Query,Region,Clicks,Impressions,Ranking",
            f"2026-03-01,{host},{path},tent,Tula,1,2,3")  # fmt: skip
    assert read_keywords(_csv(*rows))["page"].tolist() == [page]


def test_own_names_win_over_other_words() -> None:
    table = read_keywords(_csv("search term,keyword,searches,volume", "x,tent,1,2"))
    assert table[["keyword", "volume"]].to_numpy().tolist() == [["tent", 2]]
    pages = read_pages(_csv("url,page,page views,views", "x,/a,1,2"))
    assert pages[["page", "views"]].to_numpy().tolist() == [["/a", 2]]


def test_a_mapping_names_the_column_whatever_else_is_there() -> None:
    rows = ("keyword,Phrase,searches,Seen", "x,tent,9,3")
    columns = {"keyword": "Phrase", "impressions": "Seen"}
    table = read_keywords(_csv(*rows), columns=columns)
    assert table[["keyword", "impressions", "volume"]].to_numpy().tolist() == [["tent", 3, 9]]
