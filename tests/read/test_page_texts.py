"""A saved page gives the selectors of click maps words, addresses and roles."""

from __future__ import annotations

import builtins
import io
from collections.abc import Mapping
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import smo
from smo.errors import SmoError
from smo.read import reads_of
from smo.read.html_elements import MAX_WORDS, shown
from smo.read.html_page import saved_page
from tests.read.families.clarity import HEADER, _map

pytest.importorskip("selectolax", reason="needs the extra html")

HOME = "https://shop.example/home"


def _page(folder: Path, body: str, head: str = "", name: str = "page.html") -> Path:
    path = folder / name
    html = f"<!doctype html><html><head><title>Shop</title>{head}</head><body>{body}</body></html>"
    path.write_text(html, encoding="utf-8")
    return path


def _read(selectors: Mapping[str, int], **options: Any) -> pd.DataFrame:
    rows = [[str(i), name, str(n), ""] for i, (name, n) in enumerate(selectors.items())]
    data = _map("Click", rows, HEADER, regex=HOME, total=str(sum(selectors.values())))
    return smo.read_clicks(io.BytesIO(data), **options)


def _notes(table: pd.DataFrame) -> str:
    return str(reads_of(table["source"].unique())["notes"].iloc[0])


def _one(folder: Path, body: str, selector: str, head: str = "") -> tuple[Any, Any, Any]:
    table = _read({selector: 7}, html=_page(folder, body, head))
    return tuple(None if pd.isna(x) else x for x in table[["text", "target", "role"]].iloc[0])


@pytest.mark.parametrize(
    ("body", "selector", "shows"),
    [
        ('<a href="/b">Red  <b>boo</b>ts</a>', "a", ("Red boots", "https://shop.example/b", "a")),
        ('<a href="x"><span>Buy</span><i>!</i></a>', "a > span",
         ("Buy !", "https://shop.example/x", "a")),
        ("<button><svg><title>Cart</title></svg></button>", "button > svg",
         ("Cart", None, "button")),
        ("<a href=/c><img alt='Red boot'></a>", "img", ("Red boot", "https://shop.example/c", "a")),
        ("<a aria-label='Next boots'><i class=x></i></a>", ".x", ("Next boots", None, "a")),
        ("<a title='All boots'></a>", "a", ("All boots", None, "a")),
        ("<input type=submit value='Find boots'>", "input", ("Find boots", None, "input")),
        ("<input value='my secret' placeholder='Size'>", "input", ("Size", None, "input")),
        ("<textarea>my secret</textarea>", "textarea", (None, None, "textarea")),
        ("<select><option>1<option>2</select>", "select", (None, None, "select")),
        ("<div role=button><p>Sizes</p></div>", "p", ("Sizes", None, "button")),
        ("<h2>Warm boots</h2>", "h2", ("Warm boots", None, "h2")),
        ("<div><script>x()</script><style>a{}</style><p hidden>no</p>"
         "<p style='display: none'>no</p><i aria-hidden=true>no</i>Yes<!-- no --></div>",
         "div", ("Yes", None, "div")),
        ("<div id=m style='display:none'><a href=/q>In a menu</a></div>", "#m > a",
         ("In a menu", "https://shop.example/q", "a")),
        ("<nav><a href=/n>Boots</a></nav>", "a", ("Boots", "https://shop.example/n", "navigation")),
        ("<footer><p>Boots</p></footer>", "p", ("Boots", None, "contentinfo")),
        ("<article><footer><p>Boots</p></footer></article>", "p", ("Boots", None, "p")),
        ("<nav><input placeholder=Find></nav>", "input", ("Find", None, "input")),
        ("<a href='javascript:x()'>Open</a>", "a", ("Open", None, "a")),
        ("<a href='#sizes'>Sizes</a>", "a", ("Sizes", None, "a")),
        ("<a href='mailto:a@b.example'>Mail</a>", "a", ("Mail", None, "a")),
        ("<a href='http://[odd'>Odd</a>", "a", ("Odd", None, "a")),
        ("<a href='//cdn.example/z'>Cdn</a>", "a", ("Cdn", "https://cdn.example/z", "a")),
        (f"<main>{'word ' * 200}<a href=/w>W</a></main>", "main", (None, None, "main")),
        (f"<a href=/w>{'word ' * 200}</a>", "a",
         (("word " * 80).strip(), "https://shop.example/w", "a")),
        (f"<a href=/w><h3>Card</h3>{'word ' * 200}</a>", "h3",
         ("Card", "https://shop.example/w", "a")),
        ("<table><tr><td>1<td><a href=/t>Two</a></table>",
         "table > tbody > tr > td:nth-child(2) > a", ("Two", "https://shop.example/t", "a")),
        ("<ul><li><p>1<li><p>2</ul>", "ul > li:nth-of-type(2) > p", ("2", None, "p")),
        ("<p id='a:b.c'>Odd id</p>", "#a:b.c", ("Odd id", None, "p")),
        ("<p id='a:b.c'>Odd id</p>", r"#a\:b\.c", ("Odd id", None, "p")),
        ("<p class='md:flex w-1/2'>Odd class</p>", "HTML>BODY>P.md:flex.w-1/2:nth-of-type(1)",
         ("Odd class", None, "p")),
        ("<p class='Cta'>Case</p>", "P.Cta", ("Case", None, "p")),
        ("<noscript><p>no</p></noscript><p>yes</p>", "body > p:nth-child(2)", ("yes", None, "p")),
        ("<p>yes</p>", "html:nth-child(1) > body:nth-child(2) > p", ("yes", None, "p")),
        ("<template><p>no</p></template><p>yes</p>", "p", ("yes", None, "p")),
    ],
)  # fmt: skip
def test_what_an_element_shows(
    tmp_path: Path, body: str, selector: str, shows: tuple[str | None, ...]
) -> None:
    assert _one(tmp_path, body, selector) == shows


def test_a_pixel_for_browsers_without_scripts_moves_nothing(tmp_path: Path) -> None:
    head = "<noscript><img src=p.gif></noscript><meta name=a>"
    assert _one(tmp_path, "<p>1</p><p>2</p>", "body > p:nth-child(2)", head)[0] == "2"


def test_addresses_stand_on_the_base_and_on_where_the_page_was_saved(tmp_path: Path) -> None:
    found = _one(tmp_path, "<a href=x>X</a>", "a", "<base href='/deep/er/'>")
    assert found[1] == "https://shop.example/deep/er/x"
    page = tmp_path / "saved.html"
    page.write_text(
        "<!-- saved from url=(0026)https://shop.example/list/ -->\n<html><body><a href=x>X</a>"
    )
    table = smo.read_clicks(io.StringIO("page,element,clicks\n/list/,a,3\n"), html=str(page))
    assert table["target"].tolist() == ["https://shop.example/list/x"]


def test_each_kind_of_finding_is_counted_with_its_clicks(tmp_path: Path) -> None:
    body = "<a class=s href=/a>Same</a><a class=s href=/a>Same</a><p>1</p><p>2</p><b>B</b>"
    clicks = {"b": 1, ".s": 20, "p": 300, "#no": 4000, "a::x(": 50000}
    table = _read(clicks, html=_page(tmp_path, body)).set_index("element")
    assert table["text"].dropna().to_dict() == {"b": "B", ".s": "Same"}
    assert table.loc["p", "role"] == "p"
    assert _notes(table).startswith(
        "the saved page page.html has words for 2 (21) of 5 selectors (54321 clicks): found once "
        "1 (1), several times 2 (320), of these with different words 1 (300), not found 1 (4000), "
        "not readable as selectors 1 (50000)"
    )
    assert table["clicks"].sum() == 54321


def test_what_the_export_tells_is_kept(tmp_path: Path) -> None:
    text = "page,element,text,target,clicks\n/a,a,Own,/own,3\n/a,b,,,4\n"
    page = _page(tmp_path, "<a href=/x>Other</a><b>B</b>")
    table = smo.read_clicks(io.StringIO(text), html=page).set_index("element")
    assert table.loc["a", ["text", "target"]].tolist() == ["Own", "/own"]
    assert table.loc["b", "text"] == "B"


def test_hotjar(tmp_path: Path) -> None:
    text = (
        "Element CSS selector,Total # of clicks,% of total,Visible in image\n"
        "main > a:nth-child(1),30,75%,Yes\n#gone,10,25%,No\n"
    )
    page = _page(tmp_path, "<main><a href=/r>Red boots</a></main>")
    table = smo.read_clicks(io.StringIO(text), page=HOME, html=page).set_index("element")
    assert table.loc["main > a:nth-child(1)", "text"] == "Red boots"
    assert "not found 1 (10)" in _notes(table)


def test_pages_of_several_maps(tmp_path: Path) -> None:
    one, two = (_page(tmp_path, f"<p>{n}</p>", name=f"{n}.html") for n in ("one", "two"))
    text = "page,element,clicks\nhttps://a.example/1/,p,1\nhttps://a.example/2,p,2\n/3,p,4\n"
    table = smo.read_clicks(
        io.StringIO(text), html={"a.example/1": one, "https://www.a.example/2/": two, "/9": "no"}
    )
    assert table.sort_values("clicks")["text"].fillna("").tolist() == ["one", "two", ""]
    assert "no saved page was given for '/3'" in _notes(table)
    with pytest.raises(SmoError, match=r"one saved page, but the maps are of 3"):
        smo.read_clicks(io.StringIO(text), html=one)
    with pytest.raises(SmoError, match=r"the maps are of '/3'"):
        smo.read_clicks(io.StringIO(text), html={"/9": one})


def test_another_page_is_another_read(tmp_path: Path) -> None:
    pages = [_page(tmp_path, f"<p>{n}</p>", name=f"{n}.html") for n in ("one", "two")]
    tables = [_read({"p": 3}, html=page) for page in pages]
    assert len({table["source"].iloc[0] for table in [*tables, _read({"p": 3})]}) == 3
    again = _read({"p": 3}, html=pages[0])
    pd.testing.assert_frame_equal(again, tables[0])


def test_dead_clicks_meet_their_map(tmp_path: Path) -> None:
    for metric, clicks in (("Click", "9"), ("Dead clicks", "4")):
        data = _map(metric, [["1", "p", clicks, ""]], HEADER, regex=HOME)
        (tmp_path / f"Clarity_Shop_{metric}_PC_11-02-2026 10 15 AM.csv").write_bytes(data)
    page = _page(tmp_path, "<p>Warm</p>", name="page.htm_")
    export = smo.read_export(sorted(tmp_path.glob("*.csv")), html=page)
    assert export.clicks[["text", "clicks", "dead_clicks"]].values.tolist() == [["Warm", 9.0, 4.0]]


def test_keywords_beside_maps_are_left_alone(tmp_path: Path) -> None:
    words = io.StringIO("keyword,impressions\nrope,9\n")
    assert len(smo.read_export(words, html=_page(tmp_path, "<p>x</p>")).keywords) == 1


@pytest.mark.parametrize(
    ("html", "problem"),
    [
        (7, "path of a saved page, got 7"),
        ({}, "names no page"),
        ({"": "a.html"}, "addresses of pages"),
        ({"/a": 7}, "path of a saved page, got 7"),
        ("<html><p>x", "text of a page"),
        ("no.html", "cannot be read"),
        ("nul\0.html", "cannot be read"),
        (".", "cannot be read"),
    ],
)
def test_what_is_no_saved_page_to_give(html: Any, problem: str) -> None:
    with pytest.raises(SmoError, match=problem):
        _read({"p": 3}, html=html)


def test_a_map_of_words_needs_no_page(tmp_path: Path) -> None:
    data = _map("Area", [["Hero", "3", ""]], ("Area", "Clicks", "%"), regex=HOME)
    with pytest.raises(SmoError, match="no table names elements by CSS selectors"):
        smo.read_clicks(io.BytesIO(data), html=_page(tmp_path, "<p>x</p>"))


def _nested(levels: int) -> bytes:
    """Write letters inside letters."""
    heads = [f'Content-Type: multipart/mixed; boundary="b{n}"\n\n--b{n}' for n in range(levels)]
    return ("MIME-Version: 1.0\n" + "\n".join(heads) + "\n").encode()


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", "no web page"),
        (b"keyword,clicks\nrope,3\n", "no web page"),
        (b'{"a": "<b>"}', "no web page"),
        (b"\x89PNG\r\n\x1a\n\0\0", "PNG picture, not a web page"),
        (b"%PDF-1.7 <a >", "PDF document, not a web page"),
        (b"\x00\x01" * 500, "not a web page"),
        (b"From: <Saved by Blink>\r\nMIME-Version: 1.0\r\n\r\n<html><body>", "no web page"),
        (_nested(3_000), "no web page"),
        (b"<html><body>" + b"<div>" * 100_000, "nested more than 5,000 deep"),
        (b"<html><body>" + b"<b><p>" * 100_000, "nested more than 5,000 deep"),
        (b"<html><body>" + b"<rt>" * 100_000, "nested more than 5,000 deep"),
        (b"".join(b"<body a%d=1>" % n for n in range(100_000)), "nested more than 5,000 deep"),
        (b"<html><body>" + b"<p>" * 200_001, "more than 200,000 elements"),
        (b"<html><body>" + b" " * 100_000_000, "100 MB"),
    ],
    ids=["empty", "csv", "json", "png", "pdf", "noise", "mhtml", "mhtml in mhtml", "deep",
         "deep bold", "deep ruby", "bodies", "many", "huge"],
)  # fmt: skip
def test_files_that_are_no_page(tmp_path: Path, data: bytes, problem: str) -> None:
    path = tmp_path / "page.html"
    path.write_bytes(data)
    with pytest.raises(SmoError, match=problem) as caught:
        _read({"p": 3}, html=path)
    assert caught.value.remedy


def test_a_page_saved_as_one_file(tmp_path: Path) -> None:
    html = "<html><body><p>Зимние ботинки</p><a href=x>X</a>".encode()
    letter = MIMEMultipart("related")
    letter["Snapshot-Content-Location"] = "https://shop.example/list/"
    letter.attach(MIMEText("body {}", "css"))
    letter.attach(MIMEText(html.decode(), "html", "utf-8"))
    path = tmp_path / "page.mhtml"
    path.write_bytes(letter.as_bytes())
    text = "page,element,clicks\n/list/,p,3\n/list/,a,1\n"
    table = smo.read_clicks(io.StringIO(text), html=path).set_index("element")
    assert table.loc["p", "text"] == "Зимние ботинки"
    assert table.loc["a", "target"] == "https://shop.example/list/x"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1251", "koi8_r", "cp866"])
def test_letters_of_any_encoding(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "page.html"
    path.write_bytes(
        f"<html><head><meta charset='{encoding}'></head><body><p>Зимние ботинки".encode(encoding)
    )
    assert _read({"p": 3}, html=path)["text"].tolist() == ["Зимние ботинки"]


def test_a_page_that_lies_about_its_encoding(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_bytes("<meta charset=windows-1251><p>Зимние ботинки".encode())
    assert _read({"p": 3}, html=path)["text"].tolist() == ["Зимние ботинки"]
    text = "Зимние ботинки для дождя и снега с доставкой по всей стране"
    path.write_bytes(f"<meta charset=no-such><p>{text}".encode("cp1251"))
    assert _read({"p": 3}, html=path)["text"].tolist() == [text]


def test_words_of_a_page_are_data(tmp_path: Path) -> None:
    body = "<p>=cmd|' /C calc'!A0 &lt;script&gt;alert(1)&lt;/script&gt;</p>"
    assert _one(tmp_path, body, "p")[0] == "=cmd|' /C calc'!A0 <script>alert(1)</script>"


@pytest.mark.parametrize(
    "selector",
    ["p " + "div " * 60 + "a", "div ~ " * 60 + "p", "div:not(" * 2000, "[" * 5000,
     "a" + ">a" * 4000, "div:has(~ div:has(~ p))", "p:nth-of-type(9999)", "\\" * 999],
)  # fmt: skip
def test_no_selector_takes_long(tmp_path: Path, selector: str) -> None:
    body = "<div>" * 400 + "<a>x</a>" + "</div>" * 400 + "<div></div>" * 20_000
    # Unbounded, each of these would take hours.
    table = _read({selector: 3, "a": 2}, html=_page(tmp_path, body))
    assert table["clicks"].sum() == 5


def test_ruby_without_ends_is_no_depth(tmp_path: Path) -> None:
    body = "<ruby>漢<rt>kan</ruby>" * 6_000 + "<p>Boots</p>"
    assert _one(tmp_path, body, "p")[0] == "Boots"


def test_half_a_letter_is_no_selector(tmp_path: Path) -> None:
    assert saved_page(_page(tmp_path, "<p>x")).find("p \ud800") is None


@settings(max_examples=200, deadline=None)
@given(st.text(st.sampled_from("<>/=\"'& abdipsv!-\0\n"), max_size=200))
def test_broken_markup_is_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, markup: str
) -> None:
    path = tmp_path_factory.getbasetemp() / "broken.html"
    path.write_text("<p>" + markup, encoding="utf-8")
    if "\0" in markup:
        with pytest.raises(SmoError, match="not a web page"):
            saved_page(path)
        return
    page = saved_page(path)
    assert page.find("body")
    for node in page.find("*") or []:
        assert len(shown(node, page, HOME).text or "") <= MAX_WORDS


def test_without_the_parser_the_command_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    load = builtins.__import__

    def refuse(name: str, *rest: Any) -> Any:
        if name.startswith("selectolax"):
            raise ImportError(name)
        return load(name, *rest)

    monkeypatch.setattr(builtins, "__import__", refuse)
    with pytest.raises(SmoError, match=r'pip install "smo-analyzer\[html\]"'):
        _read({"p": 3}, html=_page(tmp_path, "<p>x"))
