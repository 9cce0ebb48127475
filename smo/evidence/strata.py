"""What an element is like: the rates of clicked exposures of its device and page template."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from smo.stats import fit_kappa
from smo.text.templates import url_templates

# Planted elements, 2 to 12 topics beside a template of 40 with another rate: the 80 % interval
# against the template's own mean covers 0.74 to 0.77 from 5 topics and 300 clicks up, 0.70 with 3
# topics, 0.69 with 100 clicks, 0.5 with 30 (tests/evidence/test_strata.py holds the two ends)
MIN_STRATUM_TOPICS = 5
MIN_STRATUM_CLICKS = 300.0
MIN_CLICKED = 1e-6  # a stratum without any click has no mean to shrink to

COUNTS = ["exposed", "clicked"]
DEVICE = ["segment", "device"]
STRATUM = [*DEVICE, "template"]

Floats = npt.NDArray[np.float64]


def exposed_parts(said: pd.DataFrame) -> tuple[pd.DataFrame, list[str]]:
    """Return exposed and clicked pageviews of each segment, device, template and topic.

    Templates (`smo.text.templates`) are made of the pages with exposed elements alone, so that
    no other page changes a comparison.

    Parameters
    ----------
    said : DataFrame
        Rows of `smo.evidence.attention.spoken_clicks`.

    Returns
    -------
    parts : DataFrame
        One row = a segment, device, template and topic, sorted: exposed, clicked (pageviews,
        by share); `template` is a place in `names`.
    names : list of str
        The templates, sorted.
    """
    seen = said[said["exposed"].notna() & (said["exposed"] > 0)]
    clicked = seen["clicked_pageviews"].fillna(seen["row_clicks"]).fillna(seen["clicks"])
    page, pages = pd.factorize(seen["page"].fillna(""))
    templates = url_templates(pages)
    names = sorted(set(templates.values()))
    place = {name: number for number, name in enumerate(names)}
    of_page = np.array([place[templates[known]] for known in pages], dtype=np.int64)
    keys = {
        "segment": seen["segment"],
        "device": seen["device"].fillna(""),
        "template": of_page[page],
        "topic": seen["topic"].to_numpy(dtype=np.int64),
    }
    share, shown = seen["share"].to_numpy(dtype=float), seen["exposed"].to_numpy(dtype=float)
    counts = {
        "exposed": shown * share,
        "clicked": np.minimum(clicked.to_numpy(dtype=float), shown) * share,
    }
    return _summed(keys, counts), names


def _summed(keys: dict[str, Any], counts: dict[str, Floats]) -> pd.DataFrame:
    """Return the sums of the counts by distinct keys, sorted; by one whole number, to be quick."""
    levels = {name: pd.factorize(values, sort=True) for name, values in keys.items()}
    sizes = tuple(len(found) for _, found in levels.values())
    if not all(sizes):
        return pd.DataFrame({name: [] for name in (*keys, *counts)})
    cells = np.ravel_multi_index(tuple(codes for codes, _ in levels.values()), sizes)
    distinct, place = np.unique(cells, return_inverse=True)
    back = np.unravel_index(distinct, sizes)
    named = zip(levels.items(), back, strict=True)
    table = {name: pd.Series(found.take(code)) for (name, (_, found)), code in named}
    sums = {name: np.bincount(place, values) for name, values in counts.items()}
    return pd.DataFrame({**table, **sums})


def stratum_table(parts: pd.DataFrame) -> pd.DataFrame:
    """Return each segment, device and template: topics, exposed, clicked, and whether it is alone.

    Alone: its elements are compared with each other only, being enough for that. All others are
    compared with every element of their device.

    Examples
    --------
    >>> rows = pd.DataFrame({"segment": "all", "device": "", "template": [0] * 5 + [1],
    ...     "topic": [0, 1, 2, 3, 4, 0], "exposed": 1000.0, "clicked": 70.0})
    >>> stratum_table(rows)[["template", "topics", "clicked", "alone"]].values.tolist()
    [[0, 5, 350.0, True], [1, 1, 70.0, False]]
    """
    groups = parts.groupby(STRATUM, sort=True)
    table = groups[COUNTS].sum().assign(topics=groups.size()).reset_index()
    enough = (table["topics"] >= MIN_STRATUM_TOPICS) & (table["clicked"] >= MIN_STRATUM_CLICKS)
    return table.assign(alone=enough)


def with_priors(parts: pd.DataFrame) -> pd.DataFrame:
    """Return the exposures of each topic in each stratum it is compared in, with its prior.

    A template that stands alone has a mean and a precision of its own; what is left of a device
    has those of the whole device, whose precision holds how far its templates lie apart.

    Returns
    -------
    DataFrame
        One row = a segment, stratum and topic: exposed, clicked, base (mean), kappa (precision
        by maximum likelihood over the stratum's topics).
    """
    alone = stratum_table(parts)[[*STRATUM, "alone"]]
    placed = parts.merge(alone, on=STRATUM)
    own = placed[placed["alone"]].drop(columns="alone")
    rest = placed[~placed["alone"]].groupby([*DEVICE, "topic"], sort=True)[COUNTS].sum()
    whole = parts.groupby([*DEVICE, "topic"], sort=True)[COUNTS].sum().reset_index()
    pooled = rest.reset_index().merge(_priors(whole, DEVICE, rest.reset_index()), on=DEVICE)
    return pd.concat([own.merge(_priors(own, STRATUM, own), on=STRATUM), pooled]).drop(
        columns=["device", "template"]
    )


def _priors(rows: pd.DataFrame, key: list[str], asked: pd.DataFrame) -> pd.DataFrame:
    """Return mean and precision of each stratum that is asked for."""
    wanted = rows.merge(asked[key].drop_duplicates(), on=key)
    found = [(*name, *_prior(part)) for name, part in wanted.groupby(key, sort=True)]
    table = pd.DataFrame(found, columns=[*key, "base", "kappa"])
    return table.astype({**rows[key].dtypes.to_dict(), "base": float, "kappa": float})


def _prior(rows: pd.DataFrame) -> tuple[float, float]:
    clicked, exposed = rows["clicked"].to_numpy(), rows["exposed"].to_numpy()
    base = min(max(clicked.sum() / exposed.sum(), MIN_CLICKED), 1.0 - MIN_CLICKED)
    return base, fit_kappa(clicked, exposed, np.full(exposed.size, base))
