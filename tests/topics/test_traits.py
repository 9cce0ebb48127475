import pandas as pd

from smo.settings import Settings
from smo.topics import KeywordClusterer, cluster_keywords

WORDS = pd.DataFrame(
    {
        "segment": "all",
        "keyword": ["buy rope", "rope", "acme", "acme rope", "what is a rope", "rope near me"],
        "impressions": 10,
        "intent": ["informational", None, None, None, None, None],
    }
)


def table(settings: Settings, words: pd.DataFrame = WORDS) -> pd.DataFrame:
    found = cluster_keywords(words, clusterer=KeywordClusterer(1), settings=settings)
    return found.set_index("keyword")


def test_the_exports_intent_wins_and_says_so() -> None:
    told = table(Settings(brand=("acme",)))
    assert told.loc["buy rope", ["intent", "intent_from"]].tolist() == ["informational", "export"]
    assert told.loc["acme", ["intent", "intent_from"]].tolist() == ["navigational", "words"]
    assert told.loc["what is a rope", "intent"] == "informational"
    assert told.loc["rope near me", "intent"] == "transactional"
    assert told.loc[["rope", "acme rope"], ["intent", "intent_from"]].isna().all(axis=None)


def test_the_users_words_are_heard() -> None:
    chosen = Settings(intents={"local": ("near me",)}, questions=("acme",))
    told = table(chosen)
    assert told.loc["rope near me", "intent"] == "local"
    assert told["question"].to_dict() == {
        keyword: keyword.startswith(("acme", "what")) for keyword in WORDS["keyword"]
    }


def test_the_commonest_exported_intent_is_taken_whatever_the_order() -> None:
    rows = pd.DataFrame(
        {
            "segment": "all",
            "keyword": "rope",
            "page": ["/a", "/b", "/c"],
            "impressions": 1,
            "intent": ["commercial", "transactional", "transactional"],
        }
    )
    for words in (rows, rows[::-1]):
        assert table(Settings(), words)["intent"].tolist() == ["transactional"]
