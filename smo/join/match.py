"""Words to topics, inside the topics of each row's segment."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from smo.settings import Settings
from smo.text.learn import learn_rules
from smo.text.space import NEAR_TIE, TopicSpace, calibrate_threshold, fit_space, match_texts
from smo.text.weightless import weightless_names

MOST_TOPICS = 3
"""Most topics that share one row's clicks."""


@dataclass(frozen=True)
class Matcher:
    """The topics of each segment in one space, and the similarity a match must reach."""

    spaces: dict[str, TopicSpace]
    everything: TopicSpace
    threshold: float

    @property
    def segments(self) -> frozenset[str]:
        """Segments that have topics; any other segment is shared and meets all topics."""
        return frozenset(self.spaces)

    def space(self, segment: str) -> TopicSpace:
        """Return the topics that rows of a segment may match."""
        return self.spaces.get(segment, self.everything)

    def match(self, words: pd.DataFrame) -> pd.DataFrame:
        """Return the topics of each row, sharing it by similarity.

        Parameters
        ----------
        words : DataFrame
            Columns ``row`` (key), ``segment``, ``words``; a row may come with several texts,
            of which the most similar counts for each topic.

        Returns
        -------
        DataFrame
            ``row``, ``topic``, ``share`` (sums to 1 for each row), ``similarity``; at most three
            topics for each row, those within `NEAR_TIE` of the best. Unmatched rows are absent.
        """
        spoken = words[words["words"] != ""]
        parts = []
        for segment, group in spoken.groupby("segment", sort=True):
            found = match_texts(
                self.space(str(segment)), group["words"].tolist(), self.threshold, 2 * MOST_TOPICS
            )
            parts.append(found.assign(row=group["row"].to_numpy()[found["text"].to_numpy()]))
        if not parts:
            return pd.DataFrame(
                {"row": words["row"].iloc[:0], "topic": pd.Series([], dtype="int64"),
                 "share": pd.Series([], dtype=float), "similarity": pd.Series([], dtype=float)}
            )  # fmt: skip
        best = pd.concat(parts).groupby(["row", "topic"], as_index=False).agg({"similarity": "max"})
        return _shares(best)


def fit_matcher(topics: pd.DataFrame, texts: list[str], *, settings: Settings) -> Matcher:
    """Return the matcher for a topics table, calibrated on the texts it will be asked about.

    Words of the brand, and those that most texts and most keywords share, tell no topic from
    another: they count only in a text or keyword that has no other word.
    """
    rules = learn_rules(topics["keyword"], settings.languages, settings.word_forms)
    normals = topics["normal"].tolist()
    brand = () if isinstance(settings.brand, str) else settings.brand
    names = weightless_names(brand, normals, texts, rules)
    everything = fit_space(normals, topics["topic"].tolist(), rules, names)
    ids = topics.groupby("segment")["topic"].unique()
    return Matcher(
        spaces={str(segment): everything.restrict(list(own)) for segment, own in ids.items()},
        everything=everything,
        threshold=calibrate_threshold(
            everything, texts, settings.match_rate, settings.random_state
        ),
    )


def _shares(best: pd.DataFrame) -> pd.DataFrame:
    """Return near ties of each row's best topic, at most three, with shares by similarity."""
    top = best.groupby("row")["similarity"].transform("max")
    near = best[best["similarity"] >= NEAR_TIE * top]
    near = near.sort_values(["row", "similarity", "topic"], ascending=[True, False, True])
    near = near[near.groupby("row").cumcount() < MOST_TOPICS]
    total = near.groupby("row")["similarity"].transform("sum")
    return near.assign(share=near["similarity"] / total).reset_index(drop=True)
