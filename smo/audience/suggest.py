"""Segments that the data's own columns suggest, and whether they want different things at all."""

from __future__ import annotations

from urllib.parse import urlsplit

import numpy as np
import numpy.typing as npt
import pandas as pd

from smo.checks import check_table, empty_table
from smo.extras import SUGGESTED
from smo.levels import counts_once
from smo.settings import Settings
from smo.stats import benjamini_hochberg, log_odds
from smo.tables import KEYWORDS, TOPICS

Ints = npt.NDArray[np.int64]

CALLER = "suggest_segments"
COLUMNS = ("device", "country", "folder", "language")
FEWEST = 30  # distinct normal forms below which a value is no candidate
N_PERMUTATIONS = 499
VALUED = 3


def suggest_segments(
    keywords: object, *, topics: object, settings: Settings | None = None
) -> pd.DataFrame:
    """Return the segments that columns of the data suggest, the most different column first.

    A column can make segments only if its values differ in what is wanted. Tested is the
    distribution of distinct normal forms over topics (G statistic) against permutations of the
    forms' topics, among forms that occur at equally many values: one that is searched everywhere
    and one that is searched once must not be mistaken for a difference in wishes.

    Parameters
    ----------
    keywords : frame
        Keywords table with device, country or page.
    topics : frame
        Topics table of it.
    settings : Settings, optional
        `fdr` and `random_state` are used.

    Returns
    -------
    DataFrame
        One row = a value with 30 distinct normal forms or more, of a column with two such values
        or more. A q above `settings.fdr` says: no reason seen to make segments of it. Where it is
        below, `values` names what each value wants; use `assign_segments` to make them.

    Raises
    ------
    SmoError
        When a table is no table of its kind.

    Examples
    --------
    >>> rows = [(f"{word} {i}", device) for i in range(40)
    ...     for word, device in (("rope", "mobile"), ("tent", "desktop"))]
    >>> words = pd.DataFrame(rows, columns=["keyword", "device"]).assign(
    ...     segment="all", impressions=1.0)
    >>> placed = words.assign(normal=words["keyword"], pillar=0, membership=1.0, pillar_label="all",
    ...     topic=words["keyword"].str.startswith("tent").astype(int))
    >>> found = suggest_segments(words, topics=placed.assign(label=words["keyword"].str[:4]))
    >>> found[["column", "value", "values"]].values.tolist()
    [['device', 'desktop', 'tent'], ['device', 'mobile', 'rope']]
    """
    chosen = settings or Settings()
    words = check_table(keywords, KEYWORDS, caller=CALLER)
    placed = check_table(topics, TOPICS, caller=CALLER)
    known = ["segment", "keyword", "normal", "topic", "language"]
    rows = words.merge(placed[known], on=["segment", "keyword"])
    rows["folder"] = rows["page"].map(_folder, na_action="ignore")
    label = placed.drop_duplicates("topic").set_index("topic")["label"]
    counted = counts_once(words.merge(placed[["segment", "keyword"]], on=["segment", "keyword"]))
    rows["shown"] = rows["impressions"].where(counted.to_numpy(dtype=bool)).astype(float)
    found = []
    for column in COLUMNS:
        part = rows[rows[column].notna()].rename(columns={column: "value"})
        forms = part.drop_duplicates(["value", "normal"])[["value", "normal", "topic"]]
        sizes = forms.groupby("value", sort=True).size()
        forms = forms[forms["value"].isin(sizes.index[sizes >= FEWEST])]
        if forms["value"].nunique() < 2:
            continue
        p = _differ(forms, seed=chosen.random_state)
        shown = part.groupby("value")["shown"].sum().reindex(sorted(forms["value"].unique()))
        table = _valued(forms, label, chosen.fdr).assign(column=column, p=p)
        found.append(table.assign(impressions_share=(shown / max(shown.sum(), 1.0)).to_numpy()))
    if not found:
        return empty_table(SUGGESTED)
    q = benjamini_hochberg([float(table["p"].iloc[0]) for table in found])
    tables = [table.assign(q=value) for table, value in zip(found, q, strict=True)]
    whole = pd.concat(tables, ignore_index=True)
    whole = whole.sort_values(["q", "p", "column", "value"], kind="stable")
    return check_table(whole, SUGGESTED, caller=CALLER)


def _folder(page: str) -> str | None:
    """Return the first folder of an address, as a pattern for `assign_segments`."""
    parts = urlsplit(str(page)).path.split("/")
    return f"/{parts[1]}/*" if len(parts) > 2 and parts[1] else None


def _differ(forms: pd.DataFrame, *, seed: int) -> float:
    """Return the permutation p-value of values x topics."""
    ordered = forms.sort_values(["normal", "value"], kind="stable")
    normal, _ = pd.factorize(ordered["normal"])
    value, _ = pd.factorize(ordered["value"], sort=True)
    topic, _ = pd.factorize(ordered["topic"], sort=True)
    first = np.flatnonzero(np.diff(normal, prepend=-1))
    of_form, times = topic[first], np.bincount(normal)
    shape = (int(value.max()) + 1, int(topic.max()) + 1)
    seen = _statistic(value, of_form[normal], shape)
    draw, beyond = np.random.default_rng(seed), 0
    groups = [np.flatnonzero(times == k) for k in np.unique(times)]
    for _ in range(N_PERMUTATIONS):
        mixed = of_form.copy()
        for group in groups:
            mixed[group] = of_form[draw.permutation(group)]
        beyond += _statistic(value, mixed[normal], shape) >= seen - 1e-9
    return (beyond + 1) / (N_PERMUTATIONS + 1)


def _statistic(value: Ints, topic: Ints, shape: tuple[int, int]) -> float:
    """Return sum n log n of the cells less that of the topics: G up to a constant."""
    cells = np.bincount(value * shape[1] + topic, minlength=shape[0] * shape[1])
    totals = cells.reshape(shape).sum(axis=0)
    parts = [float((n[n > 0] * np.log(n[n > 0])).sum()) for n in (cells, totals)]
    return parts[0] - parts[1]


def _valued(forms: pd.DataFrame, label: pd.Series[str], fdr: float) -> pd.DataFrame:
    """Return for each value its number of forms and the topics it wants more than the others."""
    counts = forms.pivot_table(
        index="value", columns="topic", values="normal", aggfunc="size", fill_value=0
    ).sort_index()
    everyone, rows = counts.sum(axis=0), []
    for value in counts.index:
        own = counts.loc[value]
        found = log_odds(own.to_numpy(), (everyone - own).to_numpy())
        sure = (found.q <= fdr) & (found.z > 0)
        best = np.argsort(-np.where(sure, found.z, -np.inf), kind="stable")
        best = best[: min(int(sure.sum()), VALUED)]
        names = ", ".join(str(label[counts.columns[i]]) for i in best) or None
        z = float(found.z[best[0]]) if len(best) else None
        rows.append({"value": value, "forms": float(own.sum()), "values": names, "z": z})
    return pd.DataFrame(rows)
