"""Rows to audience segments, by rules: the first that holds wins."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from smo.audience.columns import condition_columns, recognize
from smo.audience.patterns import Pattern
from smo.audience.rules import Rule, SegmentRules, parse_rules
from smo.audience.values import Flags, Values
from smo.checks import check_table, to_pandas
from smo.spec import DTYPES, Table
from smo.tables import KEYWORDS, SHARED, UNASSIGNED

CALLER = "assign_segments"
CHUNK = 50_000
"""Distinct values looked at together: a million keywords take 0.4 GB so, all at once 1.5 GB."""

Hits = dict[tuple[str, Pattern], Flags]


def assign_segments(table: object, rules: object) -> pd.DataFrame:
    """Give each row of a keywords, clicks or pages table its audience segment by rules.

    A rule is a mapping of conditions, all of which must hold; a list of values means any of
    them, and so does a list of rules for one segment. The order of the rules decides: the first
    that holds takes the row. An empty rule, ``{"others": {}}``, takes whatever is left.

    Parameters
    ----------
    table : frame
        Keywords, clicks or pages table, as the readers return it; told apart by the columns
        ``keyword``, ``element``, ``page``. pandas, polars, pyarrow, DuckDB, PySpark. A column
        ``segment`` is not needed; one that is there is replaced.
    rules : mapping or path
        ``{segment: rule}``, or a TOML file with a table ``[segments.NAME]`` for each. Conditions:

        ``keyword``
            Words, in any order, by their stems: "climbing rope" fits "ropes for climbing".
            ``*`` in a word stands for letters: "climb*".
        ``page``
            An address: ``/shop/*`` with the path of any host, ``shop.example/*`` with its host,
            ``*.pdf`` anywhere; ``*`` stands for any characters. Parameters count only where the
            pattern has a ``?``. A bare word is looked for among the words of the address.
        ``utm_source``, ``utm_medium``, ``utm_campaign``, ``utm_term``, ``utm_content``
            The whole value, ``*`` allowed, of the target's address, the page's, or (campaign)
            the column.
        ``device``, ``country``, ``channel``
            The whole value as the export has it, ``*`` allowed. Where no channel is told, it is
            taken from the campaign parameters.
        ``language``
            Two-letter code, told from the keyword, the text or the title; "und" = unknown.
        ``segment``
            The segment that the rows have until now, as told when reading. The readers put
            searches of images or in Discover apart, for instance: rules join them to the others
            unless one asked before, ``{"images": {"segment": "image search"}}``, takes them.
        ``except``
            A rule of the same shape, or a list of them: rows that fit it are left out.

        Case never counts. ``re:`` begins a regular expression (RE2, as in Search Console),
        found anywhere in the value. A missing value fits nothing, also in ``except``.

    Returns
    -------
    DataFrame
        The same rows in the same order, index 0..n-1, as `smo.tables` has them: no number is
        changed, so totals stay. ``segment`` is the segment; keywords in none get "unassigned",
        clicks and pages in none "shared": they speak in every segment and are counted once.
        ``segment_by`` names the kinds of condition that made the segment, its own and those
        of the rules asked before it: "device, keyword". A language told from the keyword counts
        as "keyword" too. Where a dated keyword row has no ``period_days``, it gets the days that
        its source spans, which the rows of one segment alone no longer tell.

    Raises
    ------
    SmoError
        When a rule cannot be read, can never be reached, or asks what the table does not tell.

    See Also
    --------
    smo.audience.count_segments : Rows, clicks and impressions of each segment.

    Notes
    -----
    A keyword shown with several pages may be in several segments, each with the counts of its
    own rows. Rows without a page fit no ``page`` condition: in a table that holds both, the
    counts of the property stay "unassigned".

    Examples
    --------
    >>> words = pd.DataFrame(
    ...     {"keyword": ["buy ropes", "how to tie a knot", "rope"], "impressions": [90, 70, 50]})
    >>> rules = {"buyers": {"keyword": ["buy", "price"]}, "readers": {"keyword": "how to"}}
    >>> assign_segments(words, rules)[["segment", "keyword", "segment_by"]]
          segment            keyword segment_by
    0      buyers          buy ropes    keyword
    1     readers  how to tie a knot    keyword
    2  unassigned               rope    keyword
    """
    chosen = parse_rules(rules, caller=CALLER)
    raw = to_pandas(table, caller=CALLER)
    spec = recognize({str(name) for name in raw.columns}, caller=CALLER)
    named = raw if "segment" in raw.columns else raw.assign(segment=UNASSIGNED)
    rows = _with_days(check_table(named, spec, caller=CALLER), spec)
    told = rows if named is raw else rows.drop(columns="segment")
    hits = _hits(told, spec, chosen)
    place = _places(len(rows), chosen, hits)
    rest = UNASSIGNED if spec is KEYWORDS else SHARED
    names = np.array([*(rule.segment for rule in chosen), rest], dtype=object)
    made_by = np.array(_made_by(chosen, spec), dtype=object)
    return rows.assign(
        segment=pd.Series(names[place], index=rows.index, dtype=DTYPES["text"]),
        segment_by=pd.Series(made_by[place], index=rows.index, dtype=DTYPES["text"]),
    )


def _hits(rows: pd.DataFrame, spec: Table, chosen: tuple[SegmentRules, ...]) -> Hits:
    """Return for each pattern the rows it fits; each distinct value is looked at once."""
    asked: dict[str, dict[Pattern, str]] = {}
    for segment in chosen:
        for kind, pattern in (pair for rule in segment.rules for pair in rule.patterns):
            asked.setdefault(kind, {}).setdefault(pattern, segment.where)
    hits: Hits = {}
    for kind, patterns in asked.items():
        where = next(iter(patterns.values()))
        found = {pattern: np.zeros(len(rows), dtype=bool) for pattern in patterns}
        for column in condition_columns(rows, spec, kind, where=where):
            codes, distinct = pd.factorize(column)
            texts = [str(text) for text in distinct]
            for pattern, fits in _fits(texts, list(patterns), addresses=kind == "page").items():
                found[pattern] |= fits[codes]
        hits |= {(kind, pattern): flags for pattern, flags in found.items()}
    return hits


def _fits(texts: list[str], patterns: list[Pattern], *, addresses: bool) -> dict[Pattern, Flags]:
    """Return for each pattern which texts it fits; one place more, for missing values, is False."""
    fits = {pattern: np.zeros(len(texts) + 1, dtype=bool) for pattern in patterns}
    for start in range(0, len(texts), CHUNK):
        values = Values(texts[start : start + CHUNK], addresses=addresses)
        for pattern, flags in fits.items():
            flags[start : start + len(values)] = pattern.fits(values)
    return fits


def _places(n_rows: int, chosen: tuple[SegmentRules, ...], hits: Hits) -> np.ndarray[Any, Any]:
    """Return for each row the number of the first segment whose rules hold; n = none."""
    place = np.full(n_rows, len(chosen))
    for number, segment in reversed(list(enumerate(chosen))):
        for rule in segment.rules:
            place[_holds(rule, hits, n_rows)] = number
    return place


def _holds(rule: Rule, hits: Hits, n_rows: int) -> Flags:
    held = np.ones(n_rows, dtype=bool)
    for kind, patterns in rule.conditions:
        held &= np.logical_or.reduce([hits[kind, pattern] for pattern in patterns])
    for excepted in rule.excepted:
        held &= ~_holds(excepted, hits, n_rows)
    return held


def _made_by(chosen: tuple[SegmentRules, ...], spec: Table) -> list[str | None]:
    """Return what made each segment: its rules and those before it, which left it the rows."""
    told: list[str | None] = []
    kinds: frozenset[str] = frozenset()
    for segment in chosen:
        kinds |= segment.kinds
        if spec is KEYWORDS and "language" in kinds:
            kinds |= {"keyword"}
        told.append(", ".join(sorted(kinds)) or None)
    return [*told, told[-1]]


def _with_days(rows: pd.DataFrame, spec: Table) -> pd.DataFrame:
    """Return dated keyword rows with the days of their source, before it is split."""
    if spec is not KEYWORDS or not rows["date"].notna().any():
        return rows
    key = [rows["segment"], rows["source"].fillna("")]
    dates = rows["date"].groupby(key)
    span = (dates.transform("max") - dates.transform("min")).dt.days + 1.0
    days = rows["period_days"].groupby(key).transform("max").fillna(span.astype("Float64"))
    return rows.assign(period_days=rows["period_days"].fillna(days.where(rows["date"].notna())))
