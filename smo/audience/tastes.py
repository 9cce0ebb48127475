"""What each segment values: pillars, intents, formats, channels, and when it clicks."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy.special import stdtr

from smo.audience.moments import DAYS, FEWEST_BLOCKS, of_one_day
from smo.checks import check_optional, check_table
from smo.extras import VALUED
from smo.settings import Settings
from smo.stats import benjamini_hochberg, log_odds
from smo.tables import CLICKS, TOPICS

Floats = npt.NDArray[np.float64]

CALLER = "segment_values"
FEWEST = 10  # clicked elements or posts of a segment below which nothing is told of it


def segment_values(
    topics: object, *, clicks: object | None = None, settings: Settings | None = None
) -> pd.DataFrame:
    """Return what each segment values beside the others.

    Parameters
    ----------
    topics : frame
        Topics table: pillars and intents.
    clicks : frame, optional
        Clicks table: kinds of what is clicked (format), channels, and hours or weekdays where
        rows have times or days.
    settings : Settings, optional
        `fdr` decides `distinct`.

    Returns
    -------
    DataFrame
        One row = a value of a kind in a segment, by segment, kind and how far it stands out; kinds
        are pillar, intent, format, channel, hour and weekday. Empty with one segment alone.

    Raises
    ------
    SmoError
        When a table is none of its kind.

    Notes
    -----
    Pillars and intents are counted in distinct normal forms, formats and channels in distinct
    clicked elements or posts, never in clicks, which come in crowds (log-odds with an informative
    prior, Monroe, Colaresi & Quinn 2008). Of hours the share of each day's clicks is compared, of
    weekdays that of each week's, between the segments' days or weeks (Welch 1947, Biometrika
    34:28-35).

    Examples
    --------
    >>> words = pd.DataFrame({"keyword": [f"{w} {i}" for i in range(20) for w in ("rope", "tent")]})
    >>> words["pillar_label"] = words["keyword"].str[:4]
    >>> words["segment"] = words["pillar_label"].map({"rope": "climbers", "tent": "campers"})
    >>> placed = words.assign(normal=words["keyword"], pillar=0, topic=0, label="x", membership=1.0)
    >>> found = segment_values(placed)
    >>> found.loc[found["distinct"], ["segment", "kind", "value"]].values.tolist()
    [['campers', 'pillar', 'tent'], ['climbers', 'pillar', 'rope']]
    """
    fdr = (settings or Settings()).fdr
    placed = check_table(topics, TOPICS, caller=CALLER)
    taps = check_optional(clicks, CLICKS, caller=CALLER)
    parts = [*_worded(placed), *_clicked(taps), *_timed(taps)]
    table = pd.concat(parts) if parts else pd.DataFrame(columns=list(VALUED.names))
    table = table.assign(distinct=(table["q"] <= fdr) & (table["z"] > 0))
    table = table.sort_values(
        ["segment", "kind", "z", "value"], ascending=[True, True, False, True], kind="stable"
    )
    return check_table(table, VALUED, caller=CALLER)


def _worded(topics: pd.DataFrame) -> Iterator[pd.DataFrame]:
    forms = topics.drop_duplicates(["segment", "normal"])
    for kind, column in (("pillar", "pillar_label"), ("intent", "intent")):
        yield _counted(forms[forms[column].notna()], column, kind)


def _clicked(clicks: pd.DataFrame) -> Iterator[pd.DataFrame]:
    hit = clicks[clicks["clicks"] > 0]
    made = hit["role"].fillna(hit["kind"])
    for kind, values in (("format", made), ("channel", hit["channel"])):
        units = hit.assign(value=values).dropna(subset=["value"])
        units = units.drop_duplicates(["segment", "page", "element", "value"])
        sizes = units.groupby("segment")["value"].transform("size")
        yield _counted(units[sizes >= FEWEST], "value", kind)


def _counted(units: pd.DataFrame, column: str, kind: str) -> pd.DataFrame:
    """Return the log-odds of each value in each segment against the other segments."""
    counts = units.pivot_table(index="segment", columns=column, aggfunc="size", fill_value=0)
    counts = counts.sort_index(axis=1)
    rows = []
    everyone = counts.sum(axis=0)
    for segment in counts.index if len(counts) > 1 else []:
        own = counts.loc[segment].to_numpy(dtype=float)
        rest = everyone.to_numpy(dtype=float) - own
        found = log_odds(own, rest)
        rows.append(
            pd.DataFrame(
                {"segment": segment, "kind": kind, "value": counts.columns.astype(str),
                 "own": own, "share": own / max(own.sum(), 1.0),
                 "rest_share": rest / max(rest.sum(), 1.0), "z": found.z, "q": found.q}
            )
        )  # fmt: skip
    return pd.concat(rows) if rows else pd.DataFrame(columns=list(VALUED.names))


def _timed(clicks: pd.DataFrame) -> Iterator[pd.DataFrame]:
    dated = of_one_day(clicks[clicks["clicks"] > 0])
    day = dated["date"].dt.normalize()
    if bool((dated["date"] != day).any()):
        hour = dated["date"].dt.hour.astype("int64")
        yield _habits(dated.assign(block=day, slot=hour), "hour", [f"{h:02d}" for h in range(24)])
    week = day - pd.to_timedelta(day.dt.day_of_week, unit="D")
    weekday = day.dt.day_of_week.astype("int64")
    yield _habits(dated.assign(block=week, slot=weekday), "weekday", list(DAYS))


def _habits(rows: pd.DataFrame, kind: str, names: list[str]) -> pd.DataFrame:
    """Return how much more of a block's clicks falls into each slot than with the others."""
    sums = rows.pivot_table(
        index=["segment", "block"], columns="slot", values="clicks", aggfunc="sum", fill_value=0.0
    )
    shares = sums.reindex(columns=range(len(names)), fill_value=0.0).astype(float)
    shares = shares.div(shares.sum(axis=1), axis=0)
    of = shares.index.get_level_values("segment")
    found = []
    for segment in sorted(set(of)):
        own, rest = shares[of == segment].to_numpy(), shares[of != segment].to_numpy()
        if min(len(own), len(rest)) < FEWEST_BLOCKS:
            continue
        gap = own.mean(axis=0) - rest.mean(axis=0)
        parts = [x.var(axis=0, ddof=1) / len(x) for x in (own, rest)]
        error = np.sqrt(parts[0] + parts[1])
        z = np.where(error > 0.0, gap / np.where(error > 0.0, error, 1.0), 0.0)
        clicks = sums[of == segment].sum().reindex(range(len(names)), fill_value=0.0)
        doubts = parts[0] ** 2 / (len(own) - 1) + parts[1] ** 2 / (len(rest) - 1)
        freedom = error**4 / np.where(error > 0.0, doubts, 1.0)  # six weeks are few: Welch's t
        p = np.where(error > 0.0, 2.0 * stdtr(freedom, -np.abs(z)), np.nan)
        q = np.nan_to_num(benjamini_hochberg(p), nan=1.0)
        found.append(
            pd.DataFrame(
                {"segment": segment, "kind": kind, "value": names, "own": clicks.to_numpy(),
                 "share": own.mean(axis=0), "rest_share": rest.mean(axis=0), "z": z, "q": q}
            )
        )  # fmt: skip
    return pd.concat(found) if found else pd.DataFrame(columns=list(VALUED.names))
