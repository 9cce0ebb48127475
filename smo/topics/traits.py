"""What keywords say of themselves, as columns: question, brand, intent and who told it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd

from smo.settings import Settings
from smo.text.normal import tokens
from smo.topics.attributes import is_question, names_brand
from smo.topics.intents import IntentWords, intents_of

EXPORT, WORDS = "export", "words"


def with_traits(rows: pd.DataFrame, table: pd.DataFrame, settings: Settings) -> pd.DataFrame:
    """Return the rows with the columns question, brand, intent and intent_from.

    Parameters
    ----------
    rows : DataFrame
        One row = a distinct (segment, keyword).
    table : DataFrame
        Keywords table; an intent it gives wins over the words.
    settings : Settings
        Brand, and further words of questions and intents.
    """
    texts = [str(keyword) for keyword in rows["keyword"]]
    told = {text: is_question(text, settings.questions) for text in dict.fromkeys(texts)}
    questions = [told[text] for text in texts]
    brands = _brand(texts, settings.brand)
    given = pd.Series(_exported(table, rows), dtype="object")
    by_words = intents_of(texts, questions, _bare(texts, settings.brand), _words(settings))
    intents = given.where(given.notna(), pd.Series(by_words, dtype="object"))
    sources = given.notna().map({True: EXPORT, False: WORDS}).where(intents.notna())
    return rows.assign(
        question=questions, brand=brands, intent=intents.array, intent_from=sources.array
    )


def _words(settings: Settings) -> IntentWords:
    return IntentWords(dict(settings.intents))


def _brand(texts: Sequence[str], brand: str | tuple[str, ...]) -> list[Any]:
    if isinstance(brand, str) or not brand:
        return [pd.NA] * len(texts)
    return [names_brand(text, brand) for text in texts]


def _bare(texts: Sequence[str], brand: str | tuple[str, ...]) -> list[bool]:
    """Tell of each text whether it is a name of the brand and nothing else."""
    names = () if isinstance(brand, str) else brand
    squeezed = {"".join(tokens(name)) for name in names} - {""}
    return ["".join(tokens(text)) in squeezed for text in texts]


def _exported(table: pd.DataFrame, rows: pd.DataFrame) -> list[Any]:
    """Return the intent the export gives each keyword: the commonest, then the first by name."""
    key = ["segment", "keyword"]
    given = table.dropna(subset=["intent"])
    counts = given.groupby([*key, "intent"], sort=True).size().reset_index(name="rows")
    best = counts.sort_values("rows", ascending=False, kind="stable").drop_duplicates(key)
    return rows[key].merge(best, on=key, how="left")["intent"].tolist()
