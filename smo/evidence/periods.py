"""Which keyword rows count, and what turns their counts into counts per 28 days."""

from __future__ import annotations

import pandas as pd

from smo.levels import counts_once

DAYS = 28.0
SORTED_BY = ["segment", "keyword", "page", "date", "device", "country", "source"]


def counted_rows(keywords: pd.DataFrame) -> pd.DataFrame:
    """Return the impression rows that count, one level for each segment, in a fixed order.

    Parameters
    ----------
    keywords : DataFrame
        Checked keywords table.

    Returns
    -------
    DataFrame
        A subset of the rows with impressions, sorted by segment, keyword, page, date, device,
        country, source and the numbers; index 0..n-1.
    """
    return keywords[counts_once(keywords)].sort_values(
        [*SORTED_BY, "impressions", "clicks", "position"], kind="stable", ignore_index=True
    )


def source_days(rows: pd.DataFrame) -> pd.Series[float]:
    """Return the days that each (segment, source) covers; NA where nothing tells.

    The period of the export, else the span of its dates.
    """
    named = rows.assign(source=rows["source"].fillna(""))
    groups = named.groupby(["segment", "source"], sort=True)
    span = (groups["date"].max() - groups["date"].min()).dt.days + 1.0
    days = groups["period_days"].max().astype("Float64")
    return days.where(days > 0).fillna(span.astype("Float64"))


def factors(rows: pd.DataFrame) -> pd.Series[float]:
    """Return for each row what makes its impressions a part of impressions per 28 days.

    28 / days, the days of all sources of the segment added, because their periods follow each
    other. Sources that hold one device or one country only are added among themselves: mobile
    and desktop exports of one month are two halves, not two months. What a source holds is told
    by its rows in all segments: the few that rules gave to one may show one device by chance.
    Where a source of the segment does not tell its period, the factor is NA for the whole segment.

    Parameters
    ----------
    rows : DataFrame
        Keyword rows with segment, source, date, device, country, period_days.

    Returns
    -------
    Series of Float64
        Aligned with `rows`.
    """
    named = rows.assign(source=rows["source"].fillna(""))
    sources = pd.DataFrame({"days": source_days(rows)})
    for name in ("device", "country"):
        sources[name] = _only_value(named, named[name].fillna("")).reindex(sources.index)
    sources = sources.reset_index()
    unknown = sources["days"].isna().groupby(sources["segment"]).transform("any")
    total = sources.groupby(["segment", "device", "country"])["days"].transform("sum")
    sources["factor"] = (DAYS / total).mask(unknown)
    joined = named[["segment", "source"]].merge(
        sources[["segment", "source", "factor"]], on=["segment", "source"], how="left"
    )
    return pd.Series(joined["factor"].to_numpy(), index=rows.index, dtype="Float64")


def _only_value(named: pd.DataFrame, values: pd.Series[str]) -> pd.Series[str]:
    """Return the one value of each (segment, source), empty where there are more.

    Empty too where the whole segment has one: then it tells no source from another.
    """
    nameless = "\x1f" + named["segment"].astype(str)
    key = named["source"].where(named["source"] != "", nameless)
    by_source, by_segment = values.groupby(key), values.groupby(named["segment"])
    alike = by_source.transform("min") == by_source.transform("max")
    mixed = by_segment.transform("min") != by_segment.transform("max")
    only = values.where(alike & mixed, "")
    return only.groupby([named["segment"], named["source"]]).first()
