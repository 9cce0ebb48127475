"""Legacy encodings of small files, as spreadsheets save them: which letters were meant."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smo.read import read_export
from smo.read.decode import LEGACY, decode
from smo.read.letters import word_share

# Language: code page, the fewest phrases from which every file is right, phrases.
PHRASES = {
    "greek": ("cp1253", 2, ["μπλε ρούχα εργασίας", "τσάντα πλάτης", "γάντια ποδηλασίας",
                            "σκηνή για τέσσερις", "παπούτσια ορειβασίας", "υπνόσακος"]),
    "hebrew": ("cp1255", 1, ["מעיל חורף לילדים", "שק שינה", "כובע מצחייה", "מקלות הליכה",
                             "בקבוק שתייה", "משקפי שמש"]),
    "russian": ("cp1251", 1, ["спальный мешок зимний", "термос", "куртка детская", "фонарик",
                              "палки для ходьбы", "котелок"]),
    "ukrainian": ("cp1251", 2, ["спальний мішок", "їжа в дорогу", "ліхтарик", "дитяча куртка",
                                "палиці для ходьби", "казанок"]),
    "turkish": ("cp1254", 3, ["uyku tulumu kışlık", "çocuk montu fiyatı", "yürüyüş sopası",
                              "güneş gözlüğü", "şapka", "el feneri ışığı"]),
    "polish": ("cp1250", 4, ["śpiwór zimowy", "kurtka dziecięca", "kije do wędrówek",
                             "okulary słoneczne", "latarka czołowa", "namiot czteroosobowy łatwy"]),
    "german": ("cp1252", 1, ["Schlafsäcke für Mädchen", "grüne Mütze", "Wanderstöcke kürzen",
                             "große Thermosflasche", "Kinderhüte", "Öllampe"]),
    "arabic": ("cp1256", 1, ["كيس نوم شتوي", "معطف أطفال", "عصا المشي", "نظارات شمسية",
                             "قبعة", "مصباح يدوي"]),
    "russian, koi8": ("koi8_r", 3, ["спальный мешок зимний", "термос", "куртка детская",
                                    "фонарик", "палки для ходьбы", "котелок"]),
    "japanese": ("cp932", 1, ["寝袋 冬用", "子供 ジャケット", "登山 ストック", "サングラス",
                              "ヘッドライト", "水筒"]),
    "korean": ("cp949", 2, ["겨울 침낭", "어린이 재킷", "등산 스틱", "선글라스", "헤드랜턴",
                            "물병 추천"]),
}  # fmt: skip


@pytest.mark.parametrize("language", PHRASES)
def test_small_files_are_read_in_their_letters(language: str) -> None:
    encoding, least, phrases = PHRASES[language]
    for number in range(least, len(phrases) + 1):
        for start in range(len(phrases) - number + 1):
            rows = [f"{phrase};{n + 1}" for n, phrase in enumerate(phrases[start:][:number])]
            text = "\n".join(["keyword;impressions", *rows]) + "\n"
            assert decode(text.encode(encoding), "q.csv")[0] == text, (encoding, number, start)


def test_the_guess_is_told_with_what_to_do() -> None:
    data = "keyword;impressions\nμπλε ρούχα;3\nτσάντα πλάτης;4\n".encode("cp1253")
    export = read_export(io.BytesIO(data))
    assert export.keywords["keyword"].tolist() == ["μπλε ρούχα", "τσάντα πλάτης"]
    note = export.report["notes"].iloc[0]
    assert "taken for cp1253; if they look wrong, save the file anew as UTF-8" in note


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("", 1.0),
        ("plain words", 1.0),
        ("à où", 1.0),  # too short to tell
        ("«наушники» – łódź’s Größe", 1.0),
        ("НАУШНИКИ", 0.9),
        ("наушнИки", 0.0),
        ("нaушники", 0.0),
        ("męskie mê³skie", 0.5),
        ("kýþlýk", 0.0),
        ("güneţ gözlüđü", 0.0),
        ("παπουτσια παπούτσια", 0.95),
        ("kýþlýk Ísland", 1.0),
        ("םילענ", 0.0),
    ],
)
def test_what_is_a_word(text: str, share: float) -> None:
    assert word_share(text) == pytest.approx(share)


@given(data=st.binary(min_size=1, max_size=200), encoding=st.sampled_from(LEGACY))
def test_any_bytes_have_a_share(data: bytes, encoding: str) -> None:
    assert 0.0 <= word_share(data.decode(encoding, errors="replace")) <= 1.0
