"""What people search in a planted segment: keywords, how often shown, where, how clicked."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import pandas as pd

from smo.datasets.draws import Floats, Ints, beta_binomial, normals, order, uniforms
from smo.datasets.phrases import Lexicon, is_question, lexicons
from smo.datasets.shape import WorldShape
from smo.datasets.site import SITES

BRAND_TOPIC = "brand"
TOPIC_ZIPF = 0.6
KEYWORD_ZIPF = 0.95
TOP_CTR = 0.32
CTR_SLOPE = 1.1
BRAND_ODDS = 4.0
TAIL_SHARE = 0.4  # share of a topic's keywords, the least demanded, that rank far below the rest
MISSPELT_SHARE = 0.05


def true_ctr(position: Floats) -> Floats:
    """Return the true click-through rate of a healthy topic at a mean rank.

    Parameters
    ----------
    position : array of float
        Mean rank, 1 = top.

    Returns
    -------
    array of float
        Strictly decreasing in the rank: 0.32 at the top, 0.025 at rank 10.

    Examples
    --------
    >>> true_ctr(np.array([1.0, 10.0])).round(3).tolist()
    [0.32, 0.025]
    """
    return TOP_CTR * np.exp(-CTR_SLOPE * np.log(np.maximum(position, 1.0)))


def search_truth(segment: str, seed: int, shape: WorldShape) -> pd.DataFrame:
    """Return one row for each keyword of a segment: what it is, and all its numbers.

    Columns segment, keyword, topic, brand, question, misspelt, effect, impressions, position,
    expected_ctr (true rate: curve x effect) and clicks, in the order of the vocabulary.
    """
    chosen = _chosen(segment, seed, shape)
    effects = _effects(len(chosen), segment, seed, shape)
    weights = _zipf(order(seed, f"{segment}/topics", len(chosen)), TOPIC_ZIPF)
    parts = [
        _topic_rows(lexicon, index, segment, seed, shape) for index, lexicon in enumerate(chosen)
    ]
    for part, effect, weight in zip(parts, effects, weights, strict=True):
        part["effect"] = effect
        part["weight"] = part["weight"] * weight / part["weight"].sum()
    rows = pd.concat([*parts, _brand_rows(segment, seed)], ignore_index=True)
    rows = rows.drop_duplicates("keyword", ignore_index=True)
    share = rows["weight"].to_numpy(dtype=float) / rows["weight"].sum()
    rows["impressions"] = np.maximum(np.rint(share * shape.impressions), 1).astype(np.int64)
    rows.insert(0, "segment", segment)
    return _clicked(rows.drop(columns="weight"), segment, seed, shape)


def _chosen(segment: str, seed: int, shape: WorldShape) -> list[Lexicon]:
    known = lexicons(segment)
    picked = order(seed, f"{segment}/chosen", len(known))[: shape.n_topics]
    return [known[index] for index in sorted(picked.tolist())]


def _effects(n_topics: int, segment: str, seed: int, shape: WorldShape) -> Floats:
    n_broken = math.ceil(shape.broken_share * n_topics - 1e-9)
    effects = np.ones(n_topics)
    effects[order(seed, f"{segment}/broken", n_topics)[:n_broken]] = shape.broken_factor
    return effects


def _zipf(ranks: Ints, exponent: float) -> Floats:
    return np.asarray(np.exp(-exponent * np.log(ranks + 1.5)), dtype=np.float64)


def _topic_rows(
    lexicon: Lexicon, index: int, segment: str, seed: int, shape: WorldShape
) -> pd.DataFrame:
    stream = f"{segment}/{lexicon.name}"
    n_rows = shape.keywords_per_topic
    n_misspelt = round(MISSPELT_SHARE * n_rows)
    n_long = 1 if index % 3 == 0 else 0
    keywords = _sampled(lexicon, n_rows - n_misspelt - n_long, seed, stream)
    wrong = _misspelt(keywords, n_misspelt, seed, stream)
    keywords += [*([lexicon.long] * n_long), *wrong]
    n = len(keywords)
    # Short phrases are typed more often than long ones.
    length = np.array([keyword.count(" ") for keyword in keywords], dtype=float)
    late = np.argsort(length + 1.1 * normals(seed, f"{stream}/rank", n), kind="stable")
    ranks = np.empty(n, dtype=np.int64)
    ranks[late] = np.arange(n)
    noise = np.exp(0.3 * normals(seed, f"{stream}/demand", n))
    base = 1.9 + 0.3 * normals(seed, f"{stream}/place", 1)[0]
    tail = (ranks >= n * (1 - TAIL_SHARE)).astype(float)
    rare = np.array([keyword in set(wrong) or keyword == lexicon.long for keyword in keywords])
    places = np.exp(base + 0.8 * tail + 0.5 * normals(seed, f"{stream}/places", n))
    return pd.DataFrame(
        {
            "keyword": keywords,
            "topic": lexicon.name,
            "brand": False,
            "question": [is_question(keyword) for keyword in keywords],
            "misspelt": [keyword in set(wrong) for keyword in keywords],
            "weight": _zipf(ranks, KEYWORD_ZIPF) * noise * np.exp(-1.8 * tail - 1.2 * rare),
            "position": np.round(np.clip(places, 1.0, 95.0), 2),
        }
    )


def _sampled(lexicon: Lexicon, n_rows: int, seed: int, stream: str) -> list[str]:
    """Return the two plainest keywords and a sample of the others, in vocabulary order."""
    known = lexicon.keywords
    picked = 2 + order(seed, f"{stream}/keywords", len(known) - 2)[: n_rows - 2]
    return [known[i] for i in (0, 1, *sorted(picked.tolist()))]


def _misspelt(keywords: Sequence[str], n_rows: int, seed: int, stream: str) -> list[str]:
    draws = uniforms(seed, f"{stream}/misspelt", len(keywords))
    found: list[str] = []
    for index in order(seed, f"{stream}/mistyped", len(keywords)).tolist():
        wrong = mistype(keywords[index], float(draws[index]))
        if wrong not in keywords and wrong not in found:
            found.append(wrong)
        if len(found) == n_rows:
            break
    return found[:n_rows]


def mistype(keyword: str, u: float) -> str:
    """Return the keyword with one slip in its longest word: a letter lost or two swapped.

    Examples
    --------
    >>> mistype("hiking backpack", 0.1), mistype("hiking backpack", 0.9)
    ('hiking bckpack', 'hiking backpcak')
    """
    word = max(keyword.split(" "), key=len)
    if len(word) < 6 or not word.isalpha():
        return keyword
    at = 1 + int(u * (len(word) - 3))
    slip = (
        word[:at] + word[at + 1 :]
        if u < 0.5
        else word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    )
    return keyword.replace(word, slip, 1)


def _brand_rows(segment: str, seed: int) -> pd.DataFrame:
    keywords = SITES[segment].brand_keywords
    n = len(keywords)
    ranks = np.arange(n, dtype=np.int64)
    places = 1.0 + 0.8 * uniforms(seed, f"{segment}/brand", n)
    return pd.DataFrame(
        {
            "keyword": keywords,
            "topic": BRAND_TOPIC,
            "brand": True,
            "question": False,
            "misspelt": [SITES[segment].brand not in keyword for keyword in keywords],
            "weight": 0.03 * _zipf(ranks, 1.2),
            "position": np.round(places, 2),
            "effect": 1.0,
        }
    )


def _clicked(rows: pd.DataFrame, segment: str, seed: int, shape: WorldShape) -> pd.DataFrame:
    """Add the true rate of each keyword and the clicks it got."""
    n = len(rows)
    curve = true_ctr(rows["position"].to_numpy(dtype=float))
    odds = BRAND_ODDS * curve / (1 - curve)
    rate = np.where(rows["brand"], odds / (1 + odds), curve * rows["effect"].to_numpy(dtype=float))
    draws = (uniforms(seed, f"{segment}/taste", n), uniforms(seed, f"{segment}/clicks", n))
    counts = rows["impressions"].to_numpy(dtype=np.int64)
    return rows.assign(expected_ctr=rate, clicks=beta_binomial(draws, counts, rate, shape.kappa))
