from __future__ import annotations

import pandas as pd
import pytest

from smo.propose.hashtags import hashtags, lexicon

OTHERS = {
    "tent": ["family tents", "tunnel tents", "tent pegs"],
    "stove": ["camping stove", "gas stove", "stove fuel"],
    "boots": ["leather boots", "hiking boots", "boots for women"],
    "карты": ["карты гор", "топографические карты"],
}


def tags(label: str, texts: list[str], demand: list[float] | None = None) -> list[str]:
    rows = [(text, label) for text in texts]
    rows += [(text, name) for name, others in OTHERS.items() for text in others]
    words = lexicon(pd.DataFrame(rows, columns=["keyword", "topic"]))
    return hashtags(label, texts, demand or [1.0] * len(texts), words)


@pytest.mark.parametrize(
    ("label", "texts", "expected"),
    [
        ("dry bags", ["dry bags", "dry bag", "heavy duty dry bag", "floating dry bags",
                      "how to close a roll top dry bag", "roll top dry bag"], ["#drybags"]),
        ("leave no trace", ["leave no trace", "leave no trace principles",
                            "what is leave no trace"], ["#leavenotrace"]),
        ("reef knot", ["reef knot", "reef knot guide", "bowline knot", "bowline knot steps",
                       "clove hitch", "clove hitch knot"], ["#reefknot"]),
        ("ice axe", ["ice axe vs trekking pole", "ice axe vs walking stick", "ice axe"],
         ["#iceaxe"]),
        ("rope", ["rope without knots", "rope without a knot", "rope near me", "rope"], ["#rope"]),
        ("2 litre bottle", ["2 litre bottle", "3 litre bottle", "5 litre bottle"], []),
        ("red climbing rope", ["red climbing rope"], ["#redclimbingrope"]),
        ("headlamps", ["red light headlamps", "headlamps red light", "headlamps", "head",
                       "red light"],
         ["#headlamps", "#redlight"]),
        ("верёвка", ["купить верёвку", "верёвка для скалолазания", "верёвка без узлов",
                     "верёвка недорого"], ["#веревка"]),
        ("налобные фонари", ["налобные фонари", "налобный фонарь купить",
                             "какой налобный фонарь для бега"], ["#налобныефонари"]),
        ("чай и кофе", ["чай и кофе", "чай и кофе в походе"], ["#чайикофе"]),
        ("手机壳", ["手机壳", "手机壳 贵"], []),
        ("&", ["&"], []),
        ("how to", ["how to", "how to do it"], []),
    ],
)  # fmt: skip
def test_tags(label: str, texts: list[str], expected: list[str]) -> None:
    assert tags(label, texts)[: len(expected) or None] == expected


@pytest.mark.parametrize(
    ("texts", "scraps"),
    [
        (["ice axe vs pole", "ice axe vs stick", "ice axe"], ["#vs", "#axevs", "#ice", "#axe"]),
        (["leave no trace", "leave no trace rules"], ["#leaveno", "#notrace", "#leave", "#trace"]),
        (
            ["2 person tents vs dome", "3 person tents vs dome"],
            ["#person", "#personvs", "#2person"],
        ),
        (
            ["roll top dry bag", "buy roll top dry bag", "roll top"],
            ["#topdry", "#buyroll", "#roll"],
        ),
        (
            ["палатка для двоих", "палатка без дна", "палатка с тамбуром"],
            ["#для", "#без", "#бездна"],
        ),
        (
            ["мозоль", "лечение мозолей в домашних условиях", "мозоль в домашних условиях"],
            ["#домашнихусловиях", "#условиях"],
        ),
        (
            ["knots", "knots for complete beginners", "easy knots for complete beginners"],
            ["#completebeginners", "#beginners", "#complete"],
        ),
        (["glue", "tent glue", "which glue works", "glue works best"], ["#works", "#which"]),
    ],
)
def test_no_scraps(texts: list[str], scraps: list[str]) -> None:
    found = tags(texts[0], texts)
    assert not set(found) & set(scraps)


def test_said_once_is_no_tag_without_a_good_part_of_the_demand() -> None:
    texts = ["rope", "rope bag", "rope clamp", "rope ladder", "rope saw"]
    assert tags("rope", texts) == ["#rope"]
    assert "#ropesaw" in tags("rope", texts, [1, 1, 1, 1, 9])


def test_forms_of_a_word_are_one_tag() -> None:
    found = tags("hammocks", ["hammock", "hammocks", "camping hammock", "camping hammocks"])
    assert found == ["#hammocks", "#campinghammock"]


def test_words_of_very_many_topics_name_none() -> None:
    topics = pd.DataFrame(
        [(f"thing{n} guide", n) for n in range(12)]
        + [("rope guide", 99), ("rope guide knots", 99)],
        columns=["keyword", "topic"],
    )
    assert hashtags("rope", ["rope guide", "rope guide knots"], [1.0, 1.0], lexicon(topics)) == [
        "#rope"
    ]


def test_no_more_than_five_and_the_order_of_keywords_does_not_matter() -> None:
    kinds = ("hemp", "climbing", "tow", "dock", "jute", "silk")
    texts = [f"{kind} {rope}" for kind in kinds for rope in ("rope", "rope knots")]
    found = tags("rope", texts)
    assert len(found) == 5
    assert found == tags("rope", texts[::-1])


def test_nothing_known_of_the_demand() -> None:
    assert tags("rope", ["rope", "ropes"], [0.0, 0.0]) == ["#rope"]


def test_no_tag_stands_twice() -> None:
    texts = ["flashcom indonesia", "flashcom", "flash com", "flash-com", "flashcom indonesia"]
    topics = pd.DataFrame({"topic": 0, "keyword": [*texts, "com flash"]})
    found = hashtags("flashcom indonesia", texts, [535.0, 115.0, 9.0, 8.0, 7.0], lexicon(topics))
    assert len(found) == len(set(found)) > 0
