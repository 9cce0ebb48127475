from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from smo.join import join_clicks
from smo.settings import Settings
from smo.text.learn import learn_rules
from smo.text.normal import normal_forms
from smo.text.weightless import weightless_names, without_names

from .worlds import click, clicks_table

BRAND = Settings(brand=("acme",))
N_TOPICS, BRAND_TOPIC = 12, 12


def _thing(rng: np.random.Generator) -> str:
    return "".join(rng.choice(list("bdfgklmnprtvz")) + rng.choice(list("aou")) for _ in range(4))


def brand_shop(seed: int) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return topics whose keywords nearly all name the brand, and clicks with the true topic.

    A text is the brand, one to three words of its topic, and up to two words no keyword has.
    """
    rng = np.random.default_rng(seed)
    words = [[_thing(rng) for _ in range(6)] for _ in range(N_TOPICS)]
    keywords = [("acme", BRAND_TOPIC), ("acme shop", BRAND_TOPIC), ("acme online", BRAND_TOPIC)]
    clicks = []
    for topic, own in enumerate(words):
        for _ in range(25):
            named = " ".join(rng.choice(own, rng.integers(1, 3), replace=False))
            keywords.append((f"acme {named}" if rng.random() < 0.8 else named, topic))
        for place in range(20):
            said = [*rng.choice(own, rng.integers(1, 4), replace=False)]
            said += [_thing(rng) + "x" for _ in range(rng.integers(0, 3))]
            text = " ".join(["Acme", *said])
            clicks.append(click(element=f"t{topic}-{place}", text=text, clicks=float(place + 1)))
    table = pd.DataFrame(keywords, columns=["keyword", "topic"]).drop_duplicates("keyword")
    normal = normal_forms(table["keyword"].tolist(), learn_rules(table["keyword"], "auto", "auto"))
    topics = table.assign(
        segment="all", normal=normal, pillar=0, label=table["topic"].astype(str),
        pillar_label="shop", membership=1.0,
    )  # fmt: skip
    return topics, clicks_table(*clicks)


@pytest.mark.parametrize("seed", range(3))
def test_informative_clicks_stay_on_their_true_topic(seed: int) -> None:
    topics, clicks = brand_shop(seed)
    matches = join_clicks(clicks, topics, settings=BRAND)
    true = matches["element"].str.extract(r"t(\d+)-", expand=False).astype(int)
    right = matches.loc[matches["topic"].eq(true).fillna(value=False), "clicks"].sum()
    assert right >= 0.9 * clicks["clicks"].sum()


@pytest.mark.parametrize(
    ("text", "topic"),
    [("Acme", {BRAND_TOPIC}), ("Acme!", {BRAND_TOPIC}), ("Acme wibbly wobbly", set()),
     ("Engraved Acme", set())],
)  # fmt: skip
def test_the_brands_word_alone_carries_no_text_to_a_topic(text: str, topic: set[int]) -> None:
    topics, clicks = brand_shop(0)
    asked = pd.concat([clicks, clicks_table(click(element="asked", text=text))])
    matches = join_clicks(asked, topics, settings=BRAND)
    found = matches[matches["element"].eq("asked") & matches["via"].eq("text")]
    assert set(found["topic"].dropna()) == topic


def test_a_word_of_most_texts_and_keywords_is_no_evidence_without_a_brand_told() -> None:
    topics, clicks = brand_shop(1)
    told = join_clicks(clicks, topics, settings=BRAND)
    found = join_clicks(clicks, topics, settings=Settings(brand="auto"))
    pd.testing.assert_frame_equal(found, told)


@pytest.mark.parametrize("brand", [("acme",), "auto"])
def test_the_brands_word_does_not_draw_clicks_to_a_second_topic(
    brand: str | tuple[str, ...],
) -> None:
    traits = ("women", "grey", "small")  # words of every topic: they weigh as little as the brand
    things = ("rope", "tent", "boot", "mug", "pen", "bag", "hat", "lamp")
    keywords = [(f"acme {thing}", topic) for topic, thing in enumerate(things)]
    keywords += [(f"acme {trait} {name}", t) for t, name in enumerate(things) for trait in traits]
    keywords += [("women grey small", 0), ("acme grey", 1)]
    table = pd.DataFrame(keywords, columns=["keyword", "topic"])
    rules = learn_rules(table["keyword"], "auto", "auto")
    topics = table.assign(
        segment="all", normal=normal_forms(table["keyword"].tolist(), rules), pillar=0,
        label="x", pillar_label="shop", membership=1.0,
    )  # fmt: skip
    asked = clicks_table(
        click(text="Acme women grey small", clicks=9.0), click(text="Acme boots", clicks=1.0)
    )
    matches = join_clicks(asked, topics, settings=Settings(brand=brand))
    found = matches[matches["text"].eq("Acme women grey small")]
    assert found.set_index("topic")["clicks"].to_dict() == {0: 9.0}


def test_a_name_of_two_words_counts_for_nothing_only_whole() -> None:
    names = weightless_names(["Red Rope"], [], [], learn_rules([], "auto", "auto"))
    texts = ["red rope tent", "red tent", "rope", "red rope"]
    assert without_names(texts, names) == ["tent", "red tent", "rope", "red rope"]


def test_a_word_of_most_keywords_but_few_texts_keeps_its_weight() -> None:
    rules = learn_rules(["rope"], "auto", "auto")
    keywords = ["blue rope", "red rope", "tent"]
    assert weightless_names([], keywords, ["Tents", "Boots", "Rope"], rules) == ()
    assert weightless_names([], keywords, ["Long rope", "Boots", "Rope"], rules) == (
        frozenset(["rope"]),
    )
