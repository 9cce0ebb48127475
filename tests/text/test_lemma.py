from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

import smo
from smo.errors import SmoError
from smo.settings import Settings
from smo.text import lemma as lemmas
from smo.text.learn import learn_rules
from smo.text.normal import normal_forms
from smo.text.rules import WordRules
from smo.topics import KeywordClusterer, cluster_keywords

pytest.importorskip("pymorphy3", reason="needs the extra lemma")

LIST = ["люди купили палатку", "человек купит палатки", "Купить палатку людям"]


@pytest.mark.parametrize(
    ("word", "form"),
    [
        ("людей", "человек"),
        ("шла", "идти"),
        ("ребенка", "ребенок"),
        ("кроссовками", "кроссовок"),
        ("iphone", "iphone"),
        ("12", "12"),
    ],
)
def test_dictionary_forms(word: str, form: str) -> None:
    assert lemmas.lemma(word) == form


def test_forms_that_share_no_stem_are_one_word() -> None:
    rules = learn_rules(LIST, forms="lemmas")
    forms = {frozenset(form.split(" ")) for form in normal_forms(LIST, rules)}
    assert len(forms) == 1
    assert len({frozenset(form.split(" ")) for form in normal_forms(LIST)}) > 1


def test_other_languages_are_stemmed_as_before() -> None:
    texts = ["running shoes", "laufschuhe kaufen", "手机壳"]
    plain, looked_up = learn_rules(texts), learn_rules(texts, forms="lemmas")
    assert normal_forms(texts, looked_up) == normal_forms(texts, plain)


def test_topics_by_lemmas() -> None:
    words = pd.DataFrame({"segment": "all", "keyword": LIST, "volume": [3, 2, 1]})
    found = cluster_keywords(words, settings=Settings(word_forms="lemmas"))
    assert len({frozenset(form.split(" ")) for form in found["normal"]}) == 1
    assert set(found["topic"]) == {0}


def test_a_plan_by_lemmas_is_saved_with_its_settings(tmp_path: Path) -> None:
    words = pd.DataFrame({"segment": "all", "keyword": LIST, "volume": [3, 2, 1]})
    plan = smo.analyze(words, settings=Settings(word_forms="lemmas", report_language="ru"))
    assert smo.load_plan(plan.save(tmp_path / "plan")).settings.word_forms == "lemmas"
    assert "словарю" in plan.to_markdown()


def test_a_saved_clusterer_looks_words_up_again(tmp_path: Path) -> None:
    texts = [*LIST, "красный тент", "тенты", "синие тенты"]
    fitted = KeywordClusterer(2, word_forms="lemmas").fit(texts)
    loaded = KeywordClusterer.load(fitted.save(tmp_path / "model"))
    assert loaded.word_forms == "lemmas"
    assert loaded.rules_ == fitted.rules_
    new = ["людям палаток", "тентами"]
    assert loaded.predict(new).tolist() == fitted.predict(new).tolist()


def test_rules_keep_how_forms_are_known() -> None:
    rules = WordRules(forms="lemmas")
    assert WordRules.from_dict(rules.to_dict()) == rules


def test_without_the_dictionary_the_remedy_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pymorphy3", None)
    lemmas._analyzer.cache_clear()
    lemmas.lemma.cache_clear()
    with pytest.raises(SmoError, match=r"not installed. Remedy: pip install 'smo-analyzer\[lemma]"):
        normal_forms(["палатка"], WordRules(forms="lemmas"))
    lemmas._analyzer.cache_clear()


@pytest.mark.parametrize(
    "made",
    [
        lambda: Settings(word_forms="roots"),
        lambda: KeywordClusterer(word_forms="roots").fit(["rope"]),
    ],
    ids=["settings", "clusterer"],
)
def test_an_unknown_choice_is_refused(made: Callable[[], object]) -> None:
    with pytest.raises(SmoError, match="'word_forms' must be one of 'stems', 'lemmas'"):
        made()
