"""Does it work: what plans would have said at earlier days, against what then came."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from smo.breaks import breaks_between
from smo.checks import check_optional, check_table
from smo.errors import SmoError
from smo.evaluate.agreement import agreements
from smo.evaluate.replay import REPLAY, Replay
from smo.evaluate.windows import dated_rows, find_cuts
from smo.extras import BACKTEST
from smo.read import reads_of
from smo.settings import Settings
from smo.tables import CLICKS, KEYWORDS
from smo.text.brand import brand_words
from smo.text.urls import url_host
from smo.topics import fit_topics

CALLER = "backtest"
JUDGED = "ctr_judged"
WHY_NOT = {
    "ctr_no_impressions": "no impressions",
    "ctr_no_clicks": "no clicks are told",
    "ctr_cut_on_outcome": "the export was cut on the outcome: no row without a click",
    "ctr_no_positions": "no positions are told",
    "ctr_few_clicks": "too few clicks to fit a curve",
    "ctr_few_topics": "too few topics to judge one by the others",
}


def backtest(
    keywords: object,
    *,
    clicks: object | None = None,
    cuts: int = 4,
    horizon: int = 28,
    settings: Settings | None = None,
) -> pd.DataFrame:
    """Replay plans at earlier days, and measure what they foretold of the days after.

    At each cut topics, curve and effects are fitted on the rows up to three days before the
    window; keywords that come later are given to the topics by `predict`. It tests prediction:
    whether what the plan calls missed is still missed later. It does not test what acting brings.

    Parameters
    ----------
    keywords : frame
        Keywords table with dates and impressions; clicks and positions let CTR be replayed.
    clicks : frame, optional
        Clicks table with dates: what is clicked on the map is then replayed too.
    cuts : int
        Windows foretold, 1 or more; they follow each other to the last day.
    horizon : int
        Days of a window, 7 or more.
    settings : Settings, optional
        Those of the analysis.

    Returns
    -------
    DataFrame
        One row = a measure of a list at a cut, or (cut NA) over all cuts with its interval:
        `coverage` of the clicks of the window, given its impressions and positions (the target
        is `settings.interval`); `spearman` and `precision_at_10` against the shortfall that a
        curve of the window finds, of the plan's own order (made without a map), its sizes by
        their lower ends (`lower`) and by their `middle`, most impressions, the last window's
        sizes, a table of mean CTR by rank (`raw_loss`) and a random list; the same of demand,
        mean rank and clicks on the map. `refused` tells in `note` why CTR was not replayed.

    Raises
    ------
    SmoError
        When rows have no date, the history is too short for the cuts, or a known break of
        measurement lies in it.

    Examples
    --------
    >>> days = pd.date_range("2025-01-01", periods=100)
    >>> words = pd.DataFrame({"segment": "all", "keyword": ["red rope", "big tent"] * 50,
    ...     "date": days, "impressions": [30, 10] * 50})
    >>> found = backtest(words, cuts=2)
    >>> found.loc[found["measure"] == "refused", ["target", "note"]].values.tolist()
    [['clicks', 'no clicks are told']]
    """
    rows = replay_topics(keywords, clicks=clicks, cuts=cuts, horizon=horizon, settings=settings)
    return summarize(rows, settings=settings)


def replay_topics(
    keywords: object,
    *,
    clicks: object | None = None,
    cuts: int = 4,
    horizon: int = 28,
    settings: Settings | None = None,
) -> pd.DataFrame:
    """Return what `backtest` measures: each topic at each cut, foretold and come.

    Parameters
    ----------
    keywords, clicks, cuts, horizon, settings
        As of `backtest`.

    Returns
    -------
    DataFrame
        One row = a topic of a segment at a cut, sorted by cut, segment, topic.

    Raises
    ------
    SmoError
        As `backtest`.

    Examples
    --------
    >>> days = pd.date_range("2025-01-01", periods=100)
    >>> words = pd.DataFrame({"segment": "all", "keyword": ["red rope", "big tent"] * 50,
    ...     "date": days, "impressions": [30, 10] * 50})
    >>> replay_topics(words, cuts=1)[["label", "demand", "demand_later"]].round().values.tolist()
    [['red rope', 426.0, 420.0], ['big tent', 138.0, 140.0]]
    """
    _require(settings, cuts=cuts, horizon=horizon)
    rows = dated_rows(check_table(keywords, KEYWORDS, caller=CALLER))
    taps = check_optional(clicks, CLICKS, caller=CALLER)
    if taps["date"].isna().any():
        raise SmoError(
            f"{int(taps['date'].isna().sum())} of {len(taps)} rows have no date",
            where=f"{CALLER}: clicks table",
            remedy="leave 'clicks' out, or give click maps with a day for each row",
        )
    chosen = _with_brand(settings or Settings(), rows)
    days = rows["date"].min(), rows["date"].max()
    _refuse_breaks(rows, *days, chosen)
    replay = Replay(rows, taps, horizon, chosen)
    parts = [
        replay.play(cut, fit_topics(cut.before(rows), settings=chosen))
        for cut in find_cuts(*days, cuts=cuts, horizon=horizon)
    ]
    return check_table(pd.concat(parts), REPLAY, caller=CALLER)


def summarize(rows: object, *, settings: Settings | None = None) -> pd.DataFrame:
    """Return the measures of `backtest` from the rows of `replay_topics`.

    Parameters
    ----------
    rows : frame
        What `replay_topics` returned.
    settings : Settings, optional
        `interval` and `random_state` are used.

    Returns
    -------
    DataFrame
        As `backtest`.

    Raises
    ------
    SmoError
        When the rows are none of `replay_topics`.

    Examples
    --------
    >>> from smo.checks import empty_table
    >>> summarize(empty_table(REPLAY)).empty
    True
    """
    table, chosen = check_table(rows, REPLAY, caller=CALLER), settings or Settings()
    records: list[dict[str, object]] = []
    for segment, part in table.groupby("segment", sort=True):
        found = agreements(part, interval=chosen.interval, seed=chosen.random_state)
        records += [{"segment": segment} | record for record in found + _refusals(part)]
    frame = pd.DataFrame(records, columns=list(BACKTEST.names))
    frame["cut"] = pd.to_datetime(frame["cut"])
    return check_table(frame, BACKTEST, caller=CALLER)


def _refuse_breaks(
    rows: pd.DataFrame, first: pd.Timestamp, last: pd.Timestamp, settings: Settings
) -> None:
    """Refuse a history in which a source began to count in another way.

    Rows that no reader read are taken for Search Console's, where day by day histories come from.
    """
    formats = reads_of(rows)["format"].dropna().unique().tolist() or ["Search Console"]
    for source in sorted(formats):
        for known in breaks_between(first, last, source, own=settings.breaks).itertuples():
            raise SmoError(
                f"{source} began to count in another way on {known.date:%Y-%m-%d} ({known.en}); "
                f"the keywords cover {first:%Y-%m-%d} to {last:%Y-%m-%d}",
                where=CALLER,
                remedy="replay the days before it, or those from it on, by themselves",
            )


def _refusals(rows: pd.DataFrame) -> list[dict[str, object]]:
    """Return why CTR was not replayed, once for the curves before and once for those after."""
    found: list[dict[str, object]] = []
    n_cuts = rows["cut"].nunique()
    for target, name in (("clicks", "code"), ("shortfall", "code_later")):
        refused = rows[rows[name] != JUDGED].drop_duplicates("cut")
        for code, part in refused.groupby(name, sort=True):
            where = "" if len(part) == n_cuts else f" ({len(part)} of {n_cuts} cuts)"
            note = WHY_NOT.get(str(code), str(code)) + where
            same = found and found[0]["note"] == note
            if not same:
                record = {"target": target, "measure": "refused", "ranking": "plan", "note": note}
                found.append(record | {"cut": pd.NaT})
    return found


def _with_brand(settings: Settings, rows: pd.DataFrame) -> Settings:
    if settings.brand != "auto":
        return settings
    pages = rows["page"].dropna().drop_duplicates()
    hosts = [host for page in pages if (host := url_host(page))]
    words = brand_words(hosts, rows["keyword"].unique().tolist())
    return replace(settings, brand=words) if words else settings


def _require(settings: object, *, cuts: object, horizon: object) -> None:
    if settings is not None and not isinstance(settings, Settings):
        problem = f"'settings' must be smo.Settings; got {type(settings).__name__}"
        raise SmoError(problem, where=CALLER)
    for name, value, low in (("cuts", cuts, 1), ("horizon", horizon, 7)):
        if isinstance(value, bool) or not isinstance(value, int) or value < low:
            problem = f"{name!r} must be a whole number >= {low}; got {value!r}"
            raise SmoError(problem, where=CALLER)
