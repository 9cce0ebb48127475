import numpy as np
import pandas as pd
import pytest

import smo
from smo.errors import SmoError
from smo.evidence import diagnose_topics
from smo.settings import Settings
from smo.stats import Tendency
from smo.topics import KeywordClusterer, fit_topics

UNKNOWN = Tendency(float("nan"), float("nan"), float("nan"))
GROUPED = Tendency(0.71, 0.48, 0.52)
BY_CHANCE = Tendency(0.49, 0.48, 0.52)


def topics(stability: list[float | None], segments: list[str] | None = None) -> pd.DataFrame:
    n = len(stability)
    return pd.DataFrame(
        {
            "segment": segments or "all",
            "keyword": [f"word {i}" for i in range(n)],
            "normal": [f"word {i}" for i in range(n)],
            "topic": range(n),
            "pillar": 0,
            "label": [f"word {i}" for i in range(n)],
            "pillar_label": "word",
            "membership": 1.0,
            "stability": pd.array(stability, dtype="Float64"),
        }
    )


@pytest.mark.parametrize(
    ("tendency", "codes", "levels"),
    [
        (None, [], []),
        (UNKNOWN, [], []),
        (GROUPED, ["tendency"], ["fact"]),
        (BY_CHANCE, ["no_tendency"], ["warning"]),
    ],
    ids=["not asked", "too few", "grouped", "by chance"],
)
def test_what_is_said_of_the_tendency(
    tendency: Tendency | None, codes: list[str], levels: list[str]
) -> None:
    facts = diagnose_topics(topics([None]), tendency=tendency)
    assert facts["code"].tolist() == codes
    assert facts["level"].tolist() == levels


@pytest.mark.parametrize("language", ["en", "ru"])
def test_sentences_name_their_numbers(language: str) -> None:
    settings = Settings(report_language=language)
    said = diagnose_topics(topics([0.9, 0.6, 0.59, None]), tendency=BY_CHANCE, settings=settings)
    text = " ".join(said["message"]).replace(",", ".")
    assert all(number in text for number in ("0.49", "0.48", "0.52"))
    assert "{" not in text
    assert said["value"].tolist() == [0.49, pytest.approx(2 / 3)]


def test_each_segment_has_its_own_share() -> None:
    facts = diagnose_topics(topics([0.9, 0.2, 0.8], ["b", "b", "a"]))
    assert facts[["segment", "value"]].to_numpy().tolist() == [["a", 1.0], ["b", 0.5]]


def test_what_is_no_topics_table_is_refused() -> None:
    with pytest.raises(SmoError, match="diagnose_topics"):
        diagnose_topics(pd.DataFrame({"a": [1]}))


def words(texts: list[str]) -> pd.DataFrame:
    return pd.DataFrame({"segment": "all", "keyword": texts, "impressions": 10})


def test_words_met_by_chance_are_called_so_in_the_plan_and_groups_are_not() -> None:
    draw = np.random.RandomState(0)
    vocabulary = np.array([f"{a}{b}{c}" for a in "bdfgk" for b in "aeiou" for c in "lmnrst"])
    chance = [" ".join(row) for row in draw.choice(vocabulary, (200, 3))]
    groups = draw.randint(0, 15, 200)
    drawn = draw.randint(0, 10, (200, 3))
    grouped = [" ".join(vocabulary[10 * g + row]) for g, row in zip(groups, drawn, strict=True)]
    said = {
        name: smo.analyze(words(texts), clusterer=KeywordClusterer(15)).diagnostics["code"].tolist()
        for name, texts in {"chance": chance, "grouped": grouped}.items()
    }
    about = {"tendency", "no_tendency"}
    assert {name: about & set(codes) for name, codes in said.items()} == {
        "chance": {"no_tendency"},
        "grouped": {"tendency"},
    }


def test_the_curve_is_kept_with_the_number_taken() -> None:
    texts = [f"{thing} {word}" for thing in ("rope", "tent", "boot") for word in "abcdefgh"]
    found = fit_topics(words(texts))
    fitted = KeywordClusterer().fit(texts)
    told = dict(zip(found.curve["n_topics"], found.curve["silhouette"], strict=True))
    assert told == pytest.approx(fitted.silhouette_curve_, abs=1e-6)
    assert found.curve["chosen"].sum() == 1
    best = found.curve.loc[found.curve["chosen"], "silhouette"].item()
    assert best == pytest.approx(max(told.values()), abs=1e-3)


def test_a_number_given_has_no_curve() -> None:
    assert fit_topics(words(["rope", "tent", "boots"]), clusterer=KeywordClusterer(2)).curve.empty


def test_the_curve_is_saved_with_the_plan(tmp_path) -> None:  # type: ignore[no-untyped-def]
    texts = [f"{thing} {word}" for thing in ("rope", "tent", "boot") for word in "abcdefgh"]
    plan = smo.analyze(words(texts))
    loaded = smo.load_plan(plan.save(tmp_path / "plan"))
    assert len(plan.curve) > 1
    pd.testing.assert_frame_equal(loaded.curve, plan.curve)


def test_stability_is_that_of_the_keywords_topic() -> None:
    texts = [f"{thing} {word}" for thing in ("rope", "tent") for word in "abcdefgh"]
    fitted = KeywordClusterer(2).fit(texts)
    table = fit_topics(words(texts), clusterer=KeywordClusterer(2)).topics
    told = dict(zip(texts, fitted.stability_[fitted.labels_], strict=True))
    expected = [told[keyword] for keyword in table["keyword"]]
    assert table["stability"].tolist() == pytest.approx(expected, abs=1e-6)
