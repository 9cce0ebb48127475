"""Segments that the data's own columns suggest, and whether they want different things at all."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

import numpy as np
import numpy.typing as npt
import pandas as pd

from smo.audience.moments import SLOTS, habit_p, moments
from smo.audience.visits import clicked_units
from smo.checks import check_table, empty_table
from smo.extras import SUGGESTED
from smo.levels import counts_once
from smo.settings import Settings
from smo.stats import benjamini_hochberg, log_odds
from smo.tables import CLICKS, KEYWORDS, MATCHES, TOPICS

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]

CALLER = "suggest_segments"
COLUMNS = ("device", "country", "folder", "language", "weekday", "hours")
OF_CLICKS = ("channel", "weekday", "hours")
FEWEST = 30  # distinct normal forms below which a value is no candidate
N_PERMUTATIONS = 499
AT_ONCE = 500_000  # forms permuted at once: 4 MB for each array of them
VALUED = 3


def suggest_segments(
    keywords: object,
    *,
    topics: object,
    clicks: object | None = None,
    matches: object | None = None,
    settings: Settings | None = None,
) -> pd.DataFrame:
    """Return the segments that columns of the data suggest, the most different column first.

    A column can make segments only if its values differ in what is wanted. Tested is the
    distribution of distinct normal forms over topics (G statistic) against permutations of the
    forms' topics, among forms that occur at equally many values: one that is searched everywhere
    and one that is searched once must not be mistaken for a difference in wishes. Weekdays and
    parts of the day must also differ against permutations of them within their weeks or days:
    one day of much news is no habit. The larger p of the two counts.

    Parameters
    ----------
    keywords : frame
        Keywords table with device, country, page, or days.
    topics : frame
        Topics table of it.
    clicks, matches : frame, optional
        Clicks table and matches table, as a plan has them: channels (referrer or utm source), and
        weekdays and parts of the day where the searches tell none. The units are clicked elements
        and posts.
    settings : Settings, optional
        `fdr` and `random_state` are used.

    Returns
    -------
    DataFrame
        One row = a value with 30 distinct normal forms or more (of clicks: elements and posts), of
        a column with two such values or more; weekdays from six weeks on, parts of the day from
        six days with times on. A q above `settings.fdr` says: no reason seen to make segments of
        it. Where it is below, `values` names what each value wants; use `assign_segments` to make
        those of devices, countries, folders, languages and channels.

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
    searched, clicked = _searched(words, placed), _clicked(clicks, matches)
    label = placed.drop_duplicates("topic").set_index("topic")["label"]
    found: list[pd.DataFrame] = []
    for part in _candidates(searched, clicked):
        column = str(part["column"].iloc[0])
        if any(column == table["column"].iloc[0] for table in found):
            continue  # told by searches already
        forms = part.drop_duplicates(["value", "normal"])[["value", "normal", "topic"]]
        sizes = forms.groupby("value", sort=True).size()
        forms = forms[forms["value"].isin(sizes.index[sizes >= FEWEST])]
        if forms["value"].nunique() < 2:
            continue
        p = _p_of(part[part["value"].isin(forms["value"])], forms, seed=chosen.random_state)
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


def _searched(words: pd.DataFrame, placed: pd.DataFrame) -> pd.DataFrame:
    """Return the searches with their topic, folder and language, and the impressions to count."""
    known = ["segment", "keyword", "normal", "topic", "language"]
    rows = words.merge(placed[known], on=["segment", "keyword"])
    rows["folder"] = rows["page"].map(_folder, na_action="ignore")
    counted = counts_once(words.merge(placed[["segment", "keyword"]], on=["segment", "keyword"]))
    rows["shown"] = rows["impressions"].where(counted.to_numpy(dtype=bool)).astype(float)
    return rows


def _clicked(clicks: object | None, matches: object | None) -> pd.DataFrame | None:
    """Return the clicked units, None where there are no clicks or nothing says of which topic."""
    if clicks is None or matches is None:
        return None
    taps = check_table(clicks, CLICKS, caller=CALLER)
    return clicked_units(taps, check_table(matches, MATCHES, caller=CALLER))


def _candidates(searched: pd.DataFrame, clicked: pd.DataFrame | None) -> Iterator[pd.DataFrame]:
    """Yield the rows of each column that has values, as columns column, value, normal, topic."""
    sources: list[tuple[pd.DataFrame, tuple[str, ...]]] = [(searched, COLUMNS)]
    if clicked is not None:
        sources.append((clicked, OF_CLICKS))
    for rows, columns in sources:
        for column in columns:
            told = "date" if column in SLOTS else column
            part = rows[rows[told].notna()]
            if column in SLOTS and len(part):
                part = moments(part, column)
            if len(part):
                yield part.rename(columns={column: "value"}).assign(column=column)


def _folder(page: str) -> str | None:
    """Return the first folder of an address, as a pattern for `assign_segments`."""
    parts = urlsplit(str(page)).path.split("/")
    return f"/{parts[1]}/*" if len(parts) > 2 and parts[1] else None


def _p_of(part: pd.DataFrame, forms: pd.DataFrame, *, seed: int) -> float:
    """Return how likely wishes so different are by chance, for moments by forms and by blocks."""
    if "block" not in part:
        return _differ(forms, seed=seed)
    times = part.drop_duplicates(["value", "block", "normal"])
    return max(_differ(times, seed=seed), habit_p(times, seed=seed, n_permutations=N_PERMUTATIONS))


def _differ(forms: pd.DataFrame, *, seed: int) -> float:
    """Return the permutation p-value of values x topics."""
    ordered = forms.sort_values(["normal", "value"], kind="stable")
    normal, _ = pd.factorize(ordered["normal"])
    value, _ = pd.factorize(ordered["value"], sort=True)
    topic, _ = pd.factorize(ordered["topic"], sort=True)
    first = np.flatnonzero(np.diff(normal, prepend=-1))
    of_form, times = topic[first], np.bincount(normal)
    shape = (int(value.max()) + 1, int(topic.max()) + 1)
    if times.max() > shape[0]:  # counted in days or weeks: half octaves have equals enough
        times = np.round(2.0 * np.log2(times)).astype(np.int64)
    seen = _statistics(value, of_form[normal][None, :], shape)[0]
    draw, beyond, left = np.random.default_rng(seed), 0, N_PERMUTATIONS
    groups = [np.flatnonzero(times == k) for k in np.unique(times)]
    while left:
        some = min(left, max(1, AT_ONCE // max(len(normal), shape[0] * shape[1])))
        mixed = np.tile(of_form, (some, 1))
        for group in groups:
            mixed[:, group] = draw.permuted(mixed[:, group], axis=1)
        beyond += int((_statistics(value, mixed[:, normal], shape) >= seen - 1e-9).sum())
        left -= some
    return (beyond + 1) / (N_PERMUTATIONS + 1)


def _statistics(value: Ints, topics: Ints, shape: tuple[int, int]) -> Floats:
    """Return sum n log n of the cells less that of the topics, G up to a constant, of each row."""
    size = shape[0] * shape[1]
    place = np.arange(len(topics))[:, None] * size + value[None, :] * shape[1] + topics
    cells = np.bincount(place.ravel(), minlength=len(topics) * size).reshape(len(topics), *shape)
    count = np.arange(len(value) + 1)
    weight = count * np.log(np.maximum(count, 1))
    found: Floats = weight[cells].sum(axis=(1, 2)) - weight[cells.sum(axis=1)].sum(axis=1)
    return found


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
