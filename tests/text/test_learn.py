from __future__ import annotations

import random
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smo.text.learn import LEAST_SHARE, MAX_TEXTS, learn_rules
from smo.text.normal import normal_forms
from smo.text.rules import BY_SCRIPT, USUAL, WordRules, script_of

# Of each language: what makes a list of it, then forms of one word that are one, and words that
# are not.
LISTS: dict[str, tuple[list[str], list[str], list[tuple[str, str]]]] = {
    "en": (
        ["best running shoes", "how to clean shoes", "cheap climbing ropes"],
        ["shoe shoes", "rope ropes", "running run", "mens men's", "cleaning cleaned"],
        [("women", "men"), ("rope", "robe"), ("not cheap", "cheap")],
    ),
    "ru": (
        ["купить кроссовки", "где починить палатку", "ёлка недорого"],
        ["кроссовки кроссовками", "палатка палатку палатки", "ёлка елку", "купить купит"],
        [("шапка", "шапито"), ("без сахара", "сахар"), ("палатка", "палата")],
    ),
    "de": (
        ["günstige schuhe kaufen", "wie wäscht man die jacke", "beste rucksäcke"],
        ["schuh schuhe schuhen", "rucksack rucksäcke", "günstig günstige gunstige", "jacke jacken",
         "straße strasse straßen"],
        [("hose", "hase"), ("schuhe ohne absatz", "schuhe absatz"), ("kaufen", "laufen")],
    ),
    "fr": (
        ["chaussures pas cher", "comment réparer une tente", "acheter un vélo"],
        ["chaussure chaussures", "réparer réparation reparer", "vélo vélos velo",
         "cheval chevaux", "randonnée randonnées"],
        [("poisson", "poison"), ("sans sucre", "sucre"), ("velo", "voile")],
    ),
    "es": (
        ["comprar zapatos baratos", "cómo limpiar las mochilas", "mejores precios"],
        ["zapato zapatos", "barato baratos barata baratas", "luz luces", "dulce dulces",
         "canción canciones cancion",
         "abogado abogados abogada", "limpiar limpiando"],
        [("año", "ano"), ("caro", "cara bonita"), ("sin azúcar", "azúcar")],
    ),
    "pt": (
        ["comprar sapatos baratos", "como limpar uma mochila", "melhores preços"],
        ["sapato sapatos", "barato baratos barata", "hotel hotéis", "preço preços preco",
         "receita receitas",
         "advogado advogada advogados", "coração corações coracao"],
        [("avó", "ave"), ("sem açúcar", "açúcar"), ("pato", "sapato")],
    ),
    "it": (
        ["comprare scarpe economiche", "come pulire gli zaini", "prezzi delle tende"],
        ["scarpa scarpe", "zaino zaini", "prezzo prezzi", "avvocato avvocati", "tenda tende"],
        [("pesce", "peste"), ("senza glutine", "glutine"), ("casa", "cassa")],
    ),
    "nl": (
        ["goedkope schoenen kopen", "hoe maak je een tent schoon", "beste rugzakken"],
        ["schoen schoenen", "tent tenten", "goedkoop goedkope", "rugzak rugzakken",
         "aanbieding aanbiedingen"],
        [("maan", "maand"), ("zonder suiker", "suiker"), ("boot", "boek")],
    ),
    "sv": (
        ["köpa billiga skor på nätet", "hur tvättar man en jacka", "bästa ryggsäckar"],
        ["klocka klockor", "jacka jackor jackorna", "billig billiga", "bil bilar bilen",
         "cyklar cyklarna"],
        [("kött", "katt"), ("utan socker", "socker"), ("hus", "hund")],
    ),
    "zh": (["手机壳", "苹果手机壳"], ["跑步鞋"], [("手机", "手表")]),
    "ja": (["ランニングシューズ", "靴 の 選び方"], ["スマホケース"], [("靴", "鞄")]),
    "ko": (["휴대폰 케이스", "운동화 추천"], ["휴대폰"], [("신발", "신문")]),
    "th": (["รองเท้าวิ่ง", "รองเท้า"], ["เสื้อผ้า"], [("รองเท้า", "หมวก")]),
}  # fmt: skip
JOINED = [
    ("手机壳", "苹果手机壳"),
    ("手机壳", "手机保护壳"),
    ("ランニングシューズ", "シューズ"),
    ("휴대폰 케이스", "휴대폰케이스"),
    ("휴대폰을", "휴대폰"),
    ("รองเท้าวิ่ง", "รองเท้า"),
]


def forms(texts: Sequence[str], language: str) -> list[str]:
    head, same, other = LISTS[language]
    everything = [*head, *same, *(text for pair in other for text in pair)]
    return normal_forms(texts, learn_rules(everything))


@pytest.mark.parametrize(
    ("language", "group"), [(name, group) for name, (_, same, _) in LISTS.items() for group in same]
)
def test_forms_of_a_word_are_one_in_a_list_of_its_language(language, group):
    assert len(set(forms(group.split(" "), language))) == 1


@pytest.mark.parametrize(
    ("language", "pair"), [(name, pair) for name, (*_, other) in LISTS.items() for pair in other]
)
def test_other_words_stay_apart(language, pair):
    first, second = forms(pair, language)
    assert first != second


@pytest.mark.parametrize(("one", "other"), JOINED)
def test_scripts_without_spaces_share_pairs_of_characters(one, other):
    first, second = (set(form.split()) for form in normal_forms([one, other]))
    assert first & second


def test_grammar_is_left_out_in_its_own_language_only():
    english = learn_rules(["how to die cast", "la lakers", "best new shoes"])
    german = learn_rules(["die besten schuhe", "günstige schuhe kaufen"])
    spanish = learn_rules(["abogado de la familia", "comprar zapatos baratos"])
    assert normal_forms(["die cast", "la lakers"], english) == ["die cast", "la laker"]
    assert normal_forms(["die schuhe"], german) == ["schuh"]
    assert normal_forms(["la familia"], spanish) == normal_forms(["familia"], spanish)
    assert normal_forms(["die"], german) == ["die"]


@pytest.mark.parametrize(
    ("texts", "latin"),
    [
        ([], "en"),
        (["nike"], "en"),
        (["手机壳", "обувь"], "en"),
        (["schuhe kaufen"], "de"),
        (["cheap shoes", "schuhe kaufen", "how to run"], "en"),
        (["cheap shoes", "schuhe kaufen"], "en"),
    ],
)
def test_the_usual_language_is_what_most_texts_tell(texts, latin):
    assert learn_rules(texts).usual["latin"] == latin


def test_a_mixed_list_stems_each_word_by_its_own_language():
    texts = [
        "günstige laufschuhe kaufen", "die besten rucksäcke", "rucksack für kinder",
        "best running shoes", "how to clean shoes", "cheap ropes for climbing", "running shop",
        "кроссовки недорого",
    ]  # fmt: skip
    rules = learn_rules(texts)
    pairs = ["shoes", "shoe", "rucksäcke", "rucksack", "кроссовками", "кроссовки"]
    found = normal_forms(pairs, rules)
    assert found[2] == found[3]
    assert found[4] == found[5]
    assert [rules.language(word) for word in ("running", "kaufen", "nike")] == ["en", "de", "en"]


def test_a_few_foreign_names_change_nothing():
    texts = [f"how to fix part {n}" for n in range(20)] + ["comprar zapatos baratos"]
    assert learn_rules(texts) == WordRules()
    assert LEAST_SHARE > 1 / 21


@pytest.mark.parametrize(
    ("languages", "word", "expected"),
    [
        (("fr",), "chaussures", "fr"),
        (("de", "ru"), "обувь", "ru"),
        (("ru",), "shoes", "en"),
        (("pl",), "buty", "pl"),
        (("uk",), "взуття", "ru"),
        (("fa",), "کفش", "fa"),
    ],
)
def test_the_given_languages_are_those_of_the_words(languages, word, expected):
    assert learn_rules(["shoes", "купить обувь"], languages).language(word) == expected


def test_a_language_without_a_stemmer_keeps_its_words():
    assert normal_forms(["buty butami"], learn_rules(["buty"], ("pl",))) == ["buty butami"]


def test_a_compound_is_the_words_that_the_list_spells_apart():
    rules = learn_rules(
        ["laufschuhe kaufen", "lauf schuhe günstig", "winterlaufschuhe", "winter", "arbeitsjacke",
         "arbeit", "jacken", "jacke", "handy"]
    )  # fmt: skip
    found = normal_forms(
        ["laufschuh", "lauf schuhe", "laufschuhe", "winter lauf schuhe", "winterlaufschuhe",
         "arbeitsjacke", "arbeit jacke", "handy"], rules,
    )  # fmt: skip
    assert found[1] == found[2]
    assert found[3] == found[4]
    assert found[5] == found[6]
    assert found[7] == "handy"
    assert learn_rules(["sun glasses", "sunglasses", "how to clean glasses"]).compounds == {}


def test_arabic_stems_do_not_depend_on_what_was_stemmed_before():
    words = [
        "الكتاب",
        "كتب",
        "مكتبة",
        "والسيارات",
        "سيارة",
        "سياراتهم",
        "يستخدم",
        "بيوت",
        "حذاء",
        "مدارس",
        "معلمون",
    ]
    rules = learn_rules(words)
    first = dict(zip(words, normal_forms(words, rules), strict=True))
    assert first["والسيارات"] == first["سيارة"]
    shuffled = random.Random(3).sample(words, len(words))
    assert dict(zip(shuffled, normal_forms(shuffled, rules), strict=True)) == first


@given(
    st.lists(st.sampled_from([text for head, *_ in LISTS.values() for text in head]), max_size=30),
    st.randoms(use_true_random=False),
)
def test_order_and_repetition_change_nothing(texts, random_):
    shuffled = random_.sample(texts, len(texts))
    assert learn_rules(shuffled + texts) == learn_rules(texts)


def test_a_part_of_a_large_list_speaks_for_it():
    texts = [f"günstige schuhe kaufen {n}" for n in range(2 * MAX_TEXTS)]
    assert learn_rules(texts).usual["latin"] == "de"


@pytest.mark.parametrize("word", ["", "ñandú", "việt", "обувь", "أحذية", "手机", "3d", "नमस्ते"])
def test_every_word_has_a_script_with_a_language(word):
    assert script_of(word) in USUAL
    assert BY_SCRIPT.language(word) in {"en", "ru", "ar"}
