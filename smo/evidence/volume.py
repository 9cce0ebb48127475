"""Search volume of a topic: a sum over forms that do not contain or repeat each other."""

from __future__ import annotations

import numpy as np
import pandas as pd

from smo.evidence.periods import DAYS
from smo.stats import two_sided_z

MONTH_DAYS = 365.25 / 12.0
# exact says most about a keyword, broad least; a keyword known by two kinds counts by the first
KIND_ORDER = {"exact": 0, "grouped": 2, "bucket": 3, "broad": 4}
UNKNOWN_KIND = 1
BUCKET_BELOW, BUCKET_ABOVE = 5.0, 2.0  # the label 50 stands for 10 to 100, 500 for 100 to 1,000


def topic_volumes(rows: pd.DataFrame, *, interval: float) -> pd.DataFrame:
    """Return the searches per 28 days of each topic of a segment, with an interval.

    Exact volumes are added. Grouped and bucket volumes repeat one figure for close variants: the
    largest of the keywords with the same words, in any order, counts. A volume of no known kind
    counts once among the same words and the same figure. A broad volume contains every keyword
    that holds its words: those are left out. A bucket is log-uniform between its ends (a fifth
    and the double of its label), so its mean is 0.78 of the label; the interval of a sum is
    log-normal with the sum's mean and variance.

    Parameters
    ----------
    rows : DataFrame
        segment, topic, keyword, normal, volume, volume_kind; volume not NA.
    interval : float
        Probability inside the interval.

    Returns
    -------
    DataFrame
        One row = a segment and topic: demand, demand_low, demand_high, sorted by both.
    """
    forms = _forms(rows)
    groups = forms.groupby(["segment", "topic"], sort=True)
    total = groups[["mean", "variance", "least", "most"]].sum()
    scale = DAYS / MONTH_DAYS
    mean = total["mean"].to_numpy(dtype=float)
    safe = np.where(mean > 0.0, mean, 1.0)
    spread = np.log1p(total["variance"].to_numpy(dtype=float) / safe**2)
    middle = np.log(safe) - spread / 2.0
    reach = two_sided_z(interval) * np.sqrt(spread)
    least, most = total["least"].to_numpy(dtype=float), total["most"].to_numpy(dtype=float)
    total["demand"] = mean * scale
    total["demand_low"] = np.clip(np.exp(middle - reach), least, most) * scale
    total["demand_high"] = np.clip(np.exp(middle + reach), least, most) * scale
    return total[["demand", "demand_low", "demand_high"]].reset_index()


def _forms(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the forms that count, each with mean, variance and bounds of its volume."""
    order = rows["volume_kind"].map(KIND_ORDER).fillna(UNKNOWN_KIND).astype(int)
    bag = rows["normal"].map(lambda text: " ".join(sorted(set(text.split()))))
    forms = rows.assign(order=order, bag=bag).sort_values(
        ["segment", "topic", "keyword", "order", "volume"],
        ascending=[True, True, True, True, False],
        kind="stable",
    )
    forms = forms.drop_duplicates(["segment", "topic", "keyword"])
    repeats = forms["order"].isin([KIND_ORDER["grouped"], KIND_ORDER["bucket"]])
    figure = forms["volume"].astype(str).where(forms["order"] == UNKNOWN_KIND, "")
    same = forms["keyword"].where(~repeats & (forms["order"] != UNKNOWN_KIND), forms["bag"])
    forms = forms.assign(same=same, figure=figure).sort_values(
        "volume", ascending=False, kind="stable"
    )
    forms = forms.drop_duplicates(["segment", "topic", "order", "same", "figure"]).sort_index()
    return _with_bounds(_without_nested(forms))


def _without_nested(forms: pd.DataFrame) -> pd.DataFrame:
    """Return the forms without those whose words hold all words of a broad form."""
    nested: set[object] = set()
    broad = forms[forms["order"] == KIND_ORDER["broad"]]
    for key, roots in broad.groupby(["segment", "topic"]):
        inside = forms[(forms["segment"] == key[0]) & (forms["topic"] == key[1])]
        words = {row: frozenset(bag.split()) for row, bag in inside["bag"].items()}
        kept: list[frozenset[str]] = []
        for row in sorted(roots.index, key=lambda row: (len(words[row]), forms["keyword"][row])):
            if not any(root <= words[row] for root in kept):
                kept.append(words[row])
                nested.update(
                    other for other, bag in words.items() if other != row and words[row] <= bag
                )
    return forms[~forms.index.isin(nested)]


def _with_bounds(forms: pd.DataFrame) -> pd.DataFrame:
    label = forms["volume"].to_numpy(dtype=float)
    bucket = forms["order"].to_numpy() == KIND_ORDER["bucket"]
    low, high = label / BUCKET_BELOW, label * BUCKET_ABOVE
    span = np.log(BUCKET_BELOW * BUCKET_ABOVE)
    mean = (high - low) / span
    return forms.assign(
        mean=np.where(bucket, mean, label),
        variance=np.where(bucket, (high**2 - low**2) / (2.0 * span) - mean**2, 0.0),
        least=np.where(bucket, low, label),
        most=np.where(bucket, high, label),
    )
