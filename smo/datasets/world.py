"""Planted worlds: tables as a site would export them, and the truth behind them."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from smo.checks import check_table, key_hash
from smo.datasets.clickmap import attraction, click_rows, elements
from smo.datasets.demand import BRAND_TOPIC, search_truth, true_ctr
from smo.datasets.draws import normals, split_total, uniforms
from smo.datasets.pages import hidden_total, page_list, page_truth
from smo.datasets.shape import WorldShape
from smo.datasets.site import FIRST_DAY, PERIOD_DAYS
from smo.errors import SmoError
from smo.tables import CLICKS, DTYPES, KEYWORDS, PAGES

CURVE_GRID = (1.0, 1.5, 2.0, 3.0, 4.0, 5.0, 7.0, 10.0, 15.0, 20.0, 30.0, 50.0, 100.0)
# Clicks by weekday from Monday, against the mean day; invented, weekends busier.
WEEKDAYS = (0.92, 0.9, 0.93, 0.97, 1.0, 1.15, 1.13)
TRUTH_DTYPES = {
    **dict.fromkeys(("segment", "keyword", "topic", "page", "element"), DTYPES["text"]),
    **dict.fromkeys(("brand", "question", "misspelt", "furniture", "broken"), DTYPES["flag"]),
}


@dataclass(frozen=True, slots=True, eq=False)
class Truth:
    """What is true in a planted world.

    Parameters
    ----------
    keywords : DataFrame
        A row is a keyword of a segment: segment, keyword, topic (name, "brand" for the brand),
        brand, question, misspelt (flags), effect (of its topic), curve (healthy click-through
        rate at its position) and expected_ctr (rate its clicks were drawn from).
    topics : DataFrame
        A row is a topic of a segment: segment, topic, effect (1 = healthy), broken (flag),
        n_keywords, impressions, clicks, healthy_clicks (expected at the curve), missed_clicks
        (expected loss in the period), pages (that serve it) and attractiveness
        (clicked / exposed pageviews).
    curve : DataFrame
        position and ctr: the true curve of a healthy topic on a grid.
    elements : DataFrame
        A row is a row of the clicks table: click_id, segment, page, element, topic (NA = none),
        furniture, attractiveness (of this element) and dead_share (chance that a click is dead).
    pages : DataFrame
        A row is a page: segment, page, topic (NA = none).

    Examples
    --------
    >>> topics = make_world(seed=1).truth.topics
    >>> topics.loc[topics["broken"], "effect"].unique().tolist()
    [0.4]
    """

    keywords: pd.DataFrame
    topics: pd.DataFrame
    curve: pd.DataFrame
    elements: pd.DataFrame
    pages: pd.DataFrame


@dataclass(frozen=True, slots=True, eq=False)
class World:
    """A planted world: the tables a site would have, and the truth behind them.

    Parameters
    ----------
    seed : int
        Seed it was made from.
    shape : WorldShape
        Choices it was made with.
    keywords, clicks, pages : DataFrame
        Tables as `smo.analyze` takes them (see `smo.tables`).
    totals : DataFrame
        A row is a day of a segment, as in Search Console's chart: segment, date, clicks,
        impressions, position; sums exceed the query rows by what is hidden.
    truth : Truth
        What is true.

    Examples
    --------
    >>> world = make_world(seed=1)
    >>> bool(world.totals["impressions"].sum() > world.keywords["impressions"].sum())
    True
    """

    seed: int
    shape: WorldShape
    keywords: pd.DataFrame
    clicks: pd.DataFrame
    pages: pd.DataFrame
    totals: pd.DataFrame
    truth: Truth


def make_world(*, seed: int = 0, shape: WorldShape | None = None) -> World:
    """Make a planted world: an invented outdoor shop with a magazine and Russian pages.

    Parameters
    ----------
    seed : int
        Same seed and shape, same world, on any machine.
    shape : WorldShape, optional
        How large it is and what is broken; by default three segments with 18 topics each, of
        which 5 are clicked at 0.4 of what their positions promise.

    Returns
    -------
    World
        Tables and truth. Rows sorted by segment, then by impressions (keywords), page and
        element (clicks), page (pages), date (totals).

    Raises
    ------
    SmoError
        When the seed is no whole number from 0 on.

    Notes
    -----
    Clicks are beta-binomial around a decreasing curve times the topic's effect; element clicks
    are binomial in the pageviews that reach the element. A world and its null world share
    everything but the effects.

    Examples
    --------
    >>> world = make_world(seed=1)
    >>> sorted(world.keywords["segment"].unique())
    ['buyers', 'readers', 'russian']
    >>> int(world.truth.topics["broken"].sum())
    15
    """
    chosen = WorldShape() if shape is None else shape
    if isinstance(seed, bool) or not isinstance(seed, int) or seed < 0:
        raise SmoError(f"'seed' must be a whole number >= 0; got {seed!r}", where="make_world")
    parts = [_segment(segment, seed, chosen) for segment in sorted(chosen.segments)]
    keywords, clicks, pages, totals, topics, page_topics = (
        pd.concat(tables, ignore_index=True) for tables in zip(*parts, strict=True)
    )
    clicks["click_id"] = key_hash(
        check_table(clicks, CLICKS, caller="make_world"), list(CLICKS.key)
    )
    return World(
        seed=seed,
        shape=chosen,
        keywords=check_table(keywords, KEYWORDS, caller="make_world"),
        clicks=check_table(clicks, CLICKS, caller="make_world"),
        pages=check_table(pages, PAGES, caller="make_world"),
        totals=_typed(totals),
        truth=Truth(
            keywords=_typed(keywords[_KEYWORD_TRUTH]),
            topics=_typed(topics),
            curve=_curve(),
            elements=_typed(clicks[_ELEMENT_TRUTH]),
            pages=_typed(page_topics),
        ),
    )


def make_null_world(*, seed: int = 0, shape: WorldShape | None = None) -> World:
    """Make the same world without broken topics: every topic is clicked as its positions promise.

    Parameters
    ----------
    seed : int
        Seed of the world.
    shape : WorldShape, optional
        Shape of the world; its `broken_share` is set to 0.

    Returns
    -------
    World
        As `make_world`; differs from it only where clicks are.

    Raises
    ------
    SmoError
        When the seed is no whole number from 0 on.

    Examples
    --------
    >>> make_null_world().truth.topics["effect"].unique().tolist()
    [1.0]
    """
    chosen = WorldShape() if shape is None else shape
    return make_world(seed=seed, shape=replace(chosen, broken_share=0.0))


def load_demo() -> World:
    """Return the world of the demo files: seed 0, default shape.

    Returns
    -------
    World
        What `examples/data` holds in the vendors' shapes.

    Examples
    --------
    >>> len(load_demo().totals)
    276
    """
    return make_world(seed=0)


_KEYWORD_TRUTH = [
    "segment", "keyword", "topic", "brand", "question", "misspelt", "effect", "curve",
    "expected_ctr",
]  # fmt: skip
_ELEMENT_TRUTH = [
    "click_id", "segment", "page", "element", "topic", "furniture", "attractiveness", "dead_share",
]  # fmt: skip


def _segment(segment: str, seed: int, shape: WorldShape) -> tuple[pd.DataFrame, ...]:
    """Return keywords, clicks, pages, totals, topic truth and page truth of one segment."""
    keywords = search_truth(segment, seed, shape)
    keywords["curve"] = true_ctr(keywords["position"].to_numpy(dtype=float))
    keywords["period_days"] = float(PERIOD_DAYS)
    topics = tuple(dict.fromkeys(keywords.loc[~keywords["brand"], "topic"]))
    listed = page_list(segment, seed, topics)
    pages = page_truth(listed, keywords, segment, seed, shape)
    rates = attraction(segment, seed, topics)
    shown = elements(listed, segment, seed, rates)
    clicks = click_rows(shown, pages.set_index("page")["views"], segment, seed)
    return (
        keywords.sort_values(["impressions", "keyword"], ascending=[False, True]),
        clicks.sort_values(["page", "element"]),
        pages.sort_values("page"),
        _totals(keywords, segment, seed, shape),
        _topic_truth(keywords, listed, rates),
        listed[["page", "topic"]].assign(segment=segment)[["segment", "page", "topic"]],
    )


def _topic_truth(
    keywords: pd.DataFrame, listed: pd.DataFrame, rates: dict[str, float]
) -> pd.DataFrame:
    rows = keywords[keywords["topic"] != BRAND_TOPIC]
    rows = rows.assign(healthy=rows["curve"] * rows["impressions"])
    table = rows.groupby(["segment", "topic"], as_index=False).agg(
        effect=("effect", "first"),
        n_keywords=("keyword", "size"),
        impressions=("impressions", "sum"),
        clicks=("clicks", "sum"),
        healthy_clicks=("healthy", "sum"),
    )
    table.insert(3, "broken", table["effect"] < 1)
    table["missed_clicks"] = table["healthy_clicks"] * (1 - table["effect"])
    table["pages"] = table["topic"].map(listed["topic"].value_counts()).fillna(0)
    table["attractiveness"] = table["topic"].map(rates)
    return table


def _totals(keywords: pd.DataFrame, segment: str, seed: int, shape: WorldShape) -> pd.DataFrame:
    """Return the daily chart; its sums are the query rows and what they hide."""
    days = pd.date_range(FIRST_DAY, periods=PERIOD_DAYS, freq="D")
    trend = 1 + 0.25 * np.linspace(-1.0, 1.0, PERIOD_DAYS)
    noise = np.exp(0.06 * normals(seed, f"{segment}/days", PERIOD_DAYS))
    weights = trend * noise * np.array(WEEKDAYS)[days.day_of_week]
    mean_rank = float(np.average(keywords["position"], weights=keywords["impressions"]))
    wobble = 0.96 + 0.08 * uniforms(seed, f"{segment}/ranks", PERIOD_DAYS)
    return pd.DataFrame(
        {
            "segment": segment,
            "date": days,
            "clicks": split_total(hidden_total(int(keywords["clicks"].sum()), shape), weights),
            "impressions": split_total(
                hidden_total(int(keywords["impressions"].sum()), shape), weights
            ),
            "position": np.round(mean_rank * wobble, 2),
        }
    )


def _curve() -> pd.DataFrame:
    grid = np.array(CURVE_GRID)
    return _typed(pd.DataFrame({"position": grid, "ctr": true_ctr(grid)}))


def _typed(table: pd.DataFrame) -> pd.DataFrame:
    kinds = {
        name: TRUTH_DTYPES.get(name, DTYPES["date" if name == "date" else "number"])
        for name in table.columns
    }
    kinds.update({name: DTYPES["text"] for name in table.columns if name == "click_id"})
    return table.reset_index(drop=True).astype(kinds)
