"""Who is listened to: PageRank over mentions or links, per topic and segment."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt
import pandas as pd
import scipy.sparse as sp

from smo.checks import check_table
from smo.errors import SmoError
from smo.extras import INFLUENCERS, MENTIONS
from smo.stats import log_odds

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]

CALLER = "rank_influencers"
EVERY = "all"
DAMPING = 0.85  # Brin & Page (1998)
TOLERANCE = 1e-10
MOST_STEPS = 200
ROUGH = 1e-6  # for resamples, whose noise is far larger
N_RESAMPLES = 50
MANY = 200_000  # mentions above which fewer resamples must do
N_RESAMPLES_OF_MANY = 20
VALUED = 3  # topics named for each source
Q_LEVEL = 0.05


def rank_influencers(
    mentions: object,
    *,
    n: int = 10,
    interval: float = 0.8,
    random_state: int = 0,
) -> pd.DataFrame:
    """Rank who is listened to, over all mentions and for each topic and segment.

    Parameters
    ----------
    mentions : frame
        One row = a mention or link: columns source and target; segment, topic, weight and text
        where they are known. Mentions of oneself count for nothing.
    n : int
        How many are listed for each segment and topic.
    interval : float
        Probability inside the intervals, inside (0, 1).
    random_state : int
        Seed of the resamples.

    Returns
    -------
    DataFrame
        One row = a name in a segment and topic, best first. Segment and topic "all" stand for
        everything; a topic's ranking starts and restarts at those who are mentioned for it
        (topic-sensitive PageRank) and follows its mentions alone.

    Raises
    ------
    SmoError
        When the table is no table of mentions, holds no mention of another, or an argument is
        out of range.

    Notes
    -----
    Brin & Page (1998), Computer Networks 30:107-117; Haveliwala (2002), Topic-sensitive
    PageRank, WWW 11:517-526. Intervals are percentiles over resampled mentions, each weight
    redrawn from a Poisson distribution: they tell how much hangs on single mentions.

    Examples
    --------
    >>> links = pd.DataFrame({"source": ["ann", "bob", "cat"], "target": ["dan", "dan", "ann"]})
    >>> rank_influencers(links)[["rank", "name", "mentioned_by"]].values.tolist()[:2]
    [[1, 'dan', 2.0], [2, 'ann', 1.0]]
    """
    _require(n, interval)
    table = check_table(mentions, MENTIONS, caller=CALLER)
    table = table[table["source"] != table["target"]]
    if table.empty:
        raise SmoError(
            "nobody mentions anybody else",
            where=f"{CALLER}: mentions table",
            remedy="give rows whose source and target differ",
        )
    table = table.assign(weight=table["weight"].fillna(1.0))
    parts = [
        _ranked(part, n=n, interval=interval, seed=random_state).assign(
            segment=segment, topic=topic
        )
        for segment, topic, part in _views(table)
    ]
    found = pd.concat(parts, ignore_index=True)
    found = found.merge(_valued(table, found["name"]), on="name", how="left")
    return check_table(found, INFLUENCERS, caller=CALLER)


def page_rank(
    edges: tuple[Ints, Ints, Floats],
    n: int,
    *,
    restart: Floats | None = None,
    start: Floats | None = None,
    tolerance: float = TOLERANCE,
) -> Floats:
    """Return the PageRank of n nodes.

    Parameters
    ----------
    edges : tuple of arrays, shape (m,)
        Sources, targets and weights; parallel edges add up.
    n : int
        Number of nodes.
    restart : array, shape (n,), optional
        Where a reader who stops starts again, and where one goes who meets a node without
        edges; sums to 1. By default anywhere.
    start : array, shape (n,), optional
        Ranks to begin the steps with.
    tolerance : float
        Sum of changes below which the steps end.

    Returns
    -------
    array, shape (n,)
        Sums to 1.

    Examples
    --------
    >>> ends = np.array([0, 1]), np.array([1, 0]), np.ones(2)
    >>> page_rank(ends, 2).tolist()
    [0.5, 0.5]
    """
    sources, targets, weights = edges
    jump = np.full(n, 1.0 / n) if restart is None else restart
    out = np.bincount(sources, weights, minlength=n)
    flow = sp.csr_matrix((weights / out[sources], (targets, sources)), shape=(n, n))
    dangling = np.flatnonzero(out == 0)
    rank = jump if start is None else start
    for _ in range(MOST_STEPS):
        lost = rank[dangling].sum()
        moved = DAMPING * (flow @ rank + lost * jump) + (1.0 - DAMPING) * jump
        change = float(np.abs(moved - rank).sum())
        rank = moved
        if change < tolerance:
            break
    return np.asarray(rank / rank.sum(), dtype=float)


def _views(table: pd.DataFrame) -> Iterator[tuple[str, str, pd.DataFrame]]:
    """Yield everything, each topic, each segment, and each topic of each segment."""
    yield EVERY, EVERY, table
    for topic, part in table.groupby("topic", sort=True):
        yield EVERY, str(topic), part
    for segment, own in table.groupby("segment", sort=True):
        yield str(segment), EVERY, own
        for topic, part in own.groupby("topic", sort=True):
            yield str(segment), str(topic), part


def _ranked(part: pd.DataFrame, *, n: int, interval: float, seed: int) -> pd.DataFrame:
    codes, names = pd.factorize(pd.concat([part["source"], part["target"]]), sort=True)
    size, half = len(names), len(part)
    pair = codes[:half].astype(np.int64) * size + codes[half:]
    pairs, place = np.unique(pair, return_inverse=True)
    weight = np.bincount(place, part["weight"].to_numpy(dtype=float)).astype(np.float64)
    pairs, weight = pairs[weight > 0], weight[weight > 0]
    sources, targets = pairs // size, pairs % size
    mentioned = np.bincount(targets, weight, minlength=size)
    restart = mentioned / mentioned.sum()
    score = page_rank((sources, targets, weight), size, restart=restart)
    best = np.lexsort((np.arange(size), -np.round(score, 12)))[:n]
    draws = _redrawn((sources, targets, weight), score, seed)
    tail = (1.0 - interval) / 2.0
    ends = np.quantile(draws[:, best], [tail, 1.0 - tail], axis=0)
    least = np.sort(draws, axis=1)[:, -min(n, size)]
    return pd.DataFrame(
        {
            "rank": np.arange(1, len(best) + 1), "name": names[best], "score": score[best],
            "score_low": np.minimum(ends[0], score[best]),
            "score_high": np.maximum(ends[1], score[best]),
            "p_top": np.mean(draws[:, best] >= least[:, None], axis=0),
            "mentions": mentioned[best],
            "mentioned_by": np.bincount(targets, minlength=size)[best],
        }
    )  # fmt: skip


def _redrawn(edges: tuple[Ints, Ints, Floats], score: Floats, seed: int) -> Floats:
    """Return the scores over resampled mentions, shape (resamples, nodes)."""
    draw, (sources, targets, weight) = np.random.default_rng(seed), edges
    size = N_RESAMPLES if len(weight) <= MANY else N_RESAMPLES_OF_MANY
    found = np.empty((size, len(score)))
    for i in range(size):
        drawn = draw.poisson(weight).astype(float)
        if not drawn.any():
            drawn = weight
        kept = drawn > 0
        mentioned = np.bincount(targets[kept], drawn[kept], minlength=len(score))
        found[i] = page_rank(
            (sources[kept], targets[kept], drawn[kept]),
            len(score),
            restart=mentioned / mentioned.sum(),
            start=score,
            tolerance=ROUGH,
        )
    return found


def _valued(table: pd.DataFrame, names: pd.Series[str]) -> pd.DataFrame:
    """Return the topics each is mentioned for more often than the others are.

    Counted are the distinct names that mention it for a topic: one voice counts once.
    """
    told = table.dropna(subset=["topic"]).drop_duplicates(["source", "target", "topic"])
    blank = {"name": "str", "values": "str", "z": "float64"}
    rows = [pd.DataFrame({name: pd.Series(dtype=kind) for name, kind in blank.items()})]
    everyone = told.groupby("topic", sort=True).size()
    counts = told[told["target"].isin(set(names))].pivot_table(
        index="target", columns="topic", values="weight", aggfunc="size", fill_value=0
    )
    counts = counts.reindex(columns=everyone.index, fill_value=0)
    for name, own in counts.iterrows():
        found = log_odds(own.to_numpy(), (everyone - own).to_numpy())
        sure = (found.q <= Q_LEVEL) & (found.z > 0)
        order = np.argsort(-np.where(sure, found.z, -np.inf), kind="stable")[: int(sure.sum())]
        if len(order):
            topics = ", ".join(str(counts.columns[i]) for i in order[:VALUED])
            told_of = {"name": [name], "values": [topics], "z": [found.z[order[0]]]}
            rows.append(pd.DataFrame(told_of))
    return pd.concat(rows[1:] or rows, ignore_index=True)


def _require(n: object, interval: object) -> None:
    if isinstance(n, bool) or not isinstance(n, int) or n < 1:
        raise SmoError(f"'n' must be a whole number >= 1; got {n!r}", where=CALLER)
    if not isinstance(interval, float) or not 0.0 < interval < 1.0:
        problem = f"'interval' must be a number inside (0, 1); got {interval!r}"
        raise SmoError(problem, where=CALLER)
