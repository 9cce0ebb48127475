"""Lists in many languages: what means one thing is one topic, in the words of its language."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from smo.errors import SmoError
from smo.settings import Settings
from smo.text.rules import WordRules
from smo.topics import KeywordClusterer, cluster_keywords

# Of each language: spellings of three things that a shop's visitors ask for.
ASKED = {
    "de": [
        ["laufschuhe kaufen", "günstige laufschuhe", "laufschuh herren"],
        ["zelt für zwei personen", "große zelte", "zelt aufbauen"],
        ["rucksack kinder", "rucksäcke für die schule", "wanderrucksack rucksack"],
    ],
    "fr": [
        ["chaussures pas cher", "chaussure femme", "acheter des chaussures"],
        ["tentes légères", "tente pour deux", "monter une tente"],
        ["vélo enfant", "vélos électriques", "réparer un vélo"],
    ],
    "es": [
        ["zapatos baratos", "comprar zapato", "zapatos de mujer"],
        ["mochilas escolares", "mochila de montaña", "cómo limpiar una mochila"],
        ["luz para bicicleta", "luces de bicicleta", "luz led"],
    ],
    "it": [
        ["scarpe economiche", "scarpa da donna", "comprare scarpe"],
        ["zaino scuola", "zaini da montagna", "come pulire lo zaino"],
        ["tenda per due", "tende leggere", "montare la tenda"],
    ],
    "pt": [
        ["sapatos baratos", "comprar sapato", "sapatos de mulher"],
        ["mochilas escolares", "mochila de montanha", "como limpar a mochila"],
        ["hotel na praia", "hotéis baratos", "hotel com piscina"],
    ],
    "nl": [
        ["goedkope schoenen", "schoen kopen", "schoenen voor dames"],
        ["tenten voor twee", "lichte tent", "een tent opzetten"],
        ["rugzakken voor school", "rugzak kopen", "grote rugzak"],
    ],
    "sv": [
        ["billiga skor", "köpa skor på nätet", "skor för barn"],
        ["klocka herr", "klockor på rea", "bästa klockor"],
        ["jackor för vinter", "jacka dam", "tvätta en jacka"],
    ],
    "ru": [
        ["кроссовки недорого", "купить кроссовки", "бег в кроссовках"],
        ["палатка на двоих", "лёгкие палатки", "поставить палатку"],
        ["рюкзак школьный", "рюкзаки для гор", "детским рюкзаком"],
    ],
    "zh": [
        ["手机壳", "苹果手机壳", "手机壳定制"],
        ["登山鞋", "女登山鞋", "登山鞋推荐"],
        ["双人帐篷", "帐篷搭建", "轻便帐篷"],
    ],
    "ja": [
        ["登山靴", "登山靴おすすめ", "登山靴レディース"],
        ["二人用テント", "テント設営", "軽量テント"],
        ["寝袋", "冬用寝袋", "寝袋の洗い方"],
    ],
    "ko": [
        ["등산화", "여성 등산화", "등산화를 추천"],
        ["텐트", "이인용텐트", "텐트가 가벼운"],
        ["침낭", "겨울침낭", "침낭을 세탁"],
    ],
    "th": [["รองเท้าวิ่ง", "ซื้อรองเท้าวิ่ง", "รองเท้าวิ่งผู้หญิง"], ["เต็นท์", "เต็นท์สองคน", "กางเต็นท์"]],
}  # fmt: skip


@pytest.mark.parametrize("language", sorted(ASKED))
def test_what_means_one_thing_is_one_topic(language: str) -> None:
    groups = ASKED[language]
    texts = [text for group in groups for text in group]
    labels = KeywordClusterer(len(groups)).fit(texts).labels_.tolist()
    found = [set(labels[3 * n : 3 * n + 3]) for n in range(len(groups))]
    assert all(len(group) == 1 for group in found)
    assert len({next(iter(group)) for group in found}) == len(groups)


def test_lists_of_two_languages_and_scripts() -> None:
    groups = [group for language in ("de", "ru", "zh") for group in ASKED[language]]
    texts = [text for group in groups for text in group]
    labels = KeywordClusterer(len(groups)).fit(texts).labels_.tolist()
    assert all(len(set(labels[3 * n : 3 * n + 3])) == 1 for n in range(len(groups)))


def test_new_texts_are_read_as_those_fitted() -> None:
    texts = [text for group in ASKED["de"] for text in group]
    fitted = KeywordClusterer(3).fit(texts)
    assert fitted.rules_.language("schuhe") == "de"
    assert fitted.predict(["rucksäcken"])[0] == fitted.predict(["rucksack"])[0]


def test_a_saved_clusterer_reads_words_as_before(tmp_path: Path) -> None:
    texts = [text for group in ASKED["de"] for text in group]
    fitted = KeywordClusterer(3, languages=("de", "ru")).fit(texts)
    again = KeywordClusterer.load(fitted.save(tmp_path / "topics.zip"))
    assert again.rules_ == fitted.rules_ != WordRules()
    assert again.languages == ("de", "ru")
    asked = ["rucksäcken", "große zelte", "laufschuhen"]
    assert again.predict(asked).tolist() == fitted.predict(asked).tolist()


def test_settings_name_the_languages_of_a_plan() -> None:
    table = pd.DataFrame(
        {
            "segment": "all",
            "keyword": ["nationale", "nationales", "tents"],
            "impressions": [3, 2, 1],
        }
    )
    french = cluster_keywords(table, settings=Settings(languages=("fr",)))
    assert french["normal"].nunique() == 2


@pytest.mark.parametrize("languages", ["de", 7, ("de", 1), None])
def test_languages_of_another_kind_are_refused(languages: object) -> None:
    with pytest.raises(SmoError, match="'languages' must be 'auto' or a tuple"):
        KeywordClusterer(2, languages=languages).fit(["a", "b"])  # type: ignore[arg-type]
