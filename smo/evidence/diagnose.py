"""What the data can and cannot say, told before any proposal."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np
import pandas as pd

from smo.checks import check_optional, check_table
from smo.evidence.alike import compared_strata
from smo.evidence.calendar import borrowed_curves, measurement_breaks
from smo.evidence.cautions import clicks_above_impressions, foreign_map, unknown_segment
from smo.evidence.ctr import JUDGED, MIN_CLICKS, MIN_TOPICS, ctr_code
from smo.evidence.facts import Fact, Tables, fact_table
from smo.evidence.false_alarms import simulate_nulls
from smo.evidence.periods import counted_rows, source_days
from smo.evidence.ruled import apart, made_by, shared_clicks
from smo.settings import Settings
from smo.tables import KEYWORDS, MATCHES, PAGES, READS, SCORES, TOPICS
from smo.text.numbers import count_text, counted, share_text

FALSE_ALARMS = {
    "improve": "false_alarms",
    "consolidate": "false_alarms_consolidate",
    "fix": "false_alarms_fix",
}
ABOUT_ALL = 0.9  # of the clicks unattributed, or of the rows without a text


def diagnose(
    *,
    scores: object,
    topics: object,
    keywords: object,
    matches: object | None = None,
    pages: object | None = None,
    reads: object | None = None,
    settings: Settings | None = None,
) -> pd.DataFrame:
    """Return what the data can and cannot say, as sentences in the report's language.

    Parameters
    ----------
    scores, topics, keywords : frame
        Tables of one analysis.
    matches, pages, reads : frame, optional
        The same; without rows in `matches` no clicks were given.
    settings : Settings, optional
        `report_language`, `fdr`, and what the null worlds need are used.

    Returns
    -------
    DataFrame
        Diagnostics table: one row = a fact about a segment (the segment of the clicks, for
        facts about clicks), sorted by segment, then in the order of reading.

    Raises
    ------
    SmoError
        When a table is no table of its kind.

    Examples
    --------
    >>> from smo.evidence import score_topics
    >>> topics = pd.DataFrame(
    ...     {"segment": "all", "keyword": ["tent"], "normal": "tent", "topic": 0, "pillar": 0,
    ...      "label": "tent", "pillar_label": "tent", "membership": 1.0})
    >>> words = pd.DataFrame({"segment": "all", "keyword": ["tent"], "volume": [870]})
    >>> scores = score_topics(topics, keywords=words)
    >>> facts = diagnose(scores=scores, topics=topics, keywords=words)
    >>> facts["code"].tolist()
    ['ctr_no_impressions', 'ctr_cure', 'brand_unknown', 'no_pages', 'no_map']
    """
    caller, chosen = "diagnose", settings or Settings()
    tables = Tables(
        scores=check_table(scores, SCORES, caller=caller),
        topics=check_table(topics, TOPICS, caller=caller),
        keywords=check_table(keywords, KEYWORDS, caller=caller),
        matches=check_optional(matches, MATCHES, caller=caller),
        pages=check_optional(pages, PAGES, caller=caller),
        reads=check_optional(reads, READS, caller=caller),
        settings=chosen,
    )
    steps: tuple[Callable[[Tables, str], Iterator[Fact]], ...] = (
        made_by, apart, clicks_above_impressions, _ctr, _tested, _hidden, _period,
        measurement_breaks, _volumes, _brand,
        _pages,
    )  # fmt: skip
    segments = sorted(tables.topics["segment"].unique())
    facts = [fact for name in segments for step in steps for fact in step(tables, name)]
    facts.extend(borrowed_curves(tables))
    facts.extend(_false_alarms(tables))
    facts.extend(_map_facts(tables))
    facts.extend(compared_strata(tables))
    return fact_table(facts, tables.language, caller=caller)


def _ctr(tables: Tables, segment: str) -> Iterator[Fact]:
    code, value = ctr_code(tables.topics, tables.keywords, segment)
    language = tables.language
    names = {
        "n": count_text(value, language),
        "clicks": counted(value, "click"),
        "topics": counted(value, "topic"),
        "least": count_text(MIN_TOPICS if code == "ctr_few_topics" else MIN_CLICKS, language),
    }
    units = {"ctr_few_topics": "topics", "ctr_cut_on_outcome": "rows"}
    level = "fact" if code == JUDGED else "warning"
    yield Fact(segment, code, level, value, units.get(code, "clicks"), names)
    if code == JUDGED:
        yield Fact(segment, "curve")
    elif code != "ctr_few_topics":
        yield Fact(segment, "ctr_cure", "cure")


def _tested(tables: Tables, segment: str) -> Iterator[Fact]:
    scores = tables.scores[tables.scores["segment"] == segment]
    judged = scores[scores["effect"].notna()]
    if judged.empty:
        return
    verdicts, language = judged["verdict"], tables.language
    n_tested = float(judged["p"].notna().sum())
    act, wait = float((verdicts == "act").sum()), float((verdicts == "wait").sum())
    names = {
        "n": count_text(n_tested, language),
        "topics": counted(n_tested, "topic"),
        "act": count_text(act, language),
        "wait": count_text(wait, language),
    }
    yield Fact(segment, "tested", value=n_tested, unit="topics", names=names)
    weight = judged["impressions"] * judged["ctr_expected"]
    borrowed = float((weight * judged["prior_weight"]).sum() / weight.sum())
    names = {"share": share_text(borrowed, language)}
    yield Fact(segment, "prior_weight", value=borrowed, unit="share", names=names)


def _false_alarms(tables: Tables) -> Iterator[Fact]:
    settings = tables.settings
    worlds = settings.null_worlds
    for found in simulate_nulls(
        tables.topics,
        tables.keywords,
        n_worlds=worlds,
        settings=settings,
        matches=tables.matches,
    ):
        if not found.tested:
            continue
        names = {
            "act": count_text(found.act, tables.language),
            "n": count_text(found.tested, tables.language),
            "worlds": count_text(worlds, tables.language),
            "share": share_text(found.rate, tables.language),
        }
        code = FALSE_ALARMS[found.action]
        yield Fact(found.segment, code, "fact", found.rate, "share of topics", names)


def _hidden(tables: Tables, segment: str) -> Iterator[Fact]:
    rows = tables.keywords
    rows = rows[(rows["segment"] == segment) & rows["impressions"].notna() & rows["page"].isna()]
    if rows.empty:
        return
    reads = tables.reads[tables.reads["source"].isin(rows["source"].dropna().unique())]
    known = reads[reads["total_impressions"].notna() & (reads["total_impressions"] > 0)]
    if known.empty or len(known) < rows["source"].nunique(dropna=False):
        yield Fact(segment, "hidden_unknown")
        return
    share = 1.0 - float(known["sum_impressions"].sum() / known["total_impressions"].sum())
    share = max(share, 0.0)
    names = {"share": share_text(share, tables.language)}
    yield Fact(segment, "hidden", value=share, unit="share", names=names)


def _period(tables: Tables, segment: str) -> Iterator[Fact]:
    own = tables.keywords[tables.keywords["segment"] == segment]
    shown = own[own["impressions"].notna()]
    if shown.empty:
        return
    days = source_days(counted_rows(shown))
    if days.isna().any():
        yield Fact(segment, "period_unknown", "warning")
    else:
        longest = float(days.max())
        names = {
            "n": count_text(longest, tables.language),
            "days": counted(longest, "day"),
        }
        yield Fact(segment, "period", value=longest, unit="days", names=names)
    if shown["page"].notna().all():
        yield Fact(segment, "page_level")
    elif shown["page"].notna().any():
        yield Fact(segment, "levels")


def _volumes(tables: Tables, segment: str) -> Iterator[Fact]:
    own = tables.keywords[tables.keywords["segment"] == segment]
    kinds = own["volume_kind"][own["volume"].notna()]
    for kind in ("bucket", "broad", "grouped"):
        found = float((kinds == kind).sum())
        if found:
            level = "warning" if kind == "bucket" else "fact"
            yield Fact(segment, f"volume_{kind}", level, found, "keywords")


def _brand(tables: Tables, segment: str) -> Iterator[Fact]:
    if tables.topics.loc[tables.topics["segment"] == segment, "brand"].isna().all():
        yield Fact(segment, "brand_unknown", "warning")


def _pages(tables: Tables, segment: str) -> Iterator[Fact]:
    if tables.scores.loc[tables.scores["segment"] == segment, "pages"].isna().all():
        yield Fact(segment, "no_pages", "cure")


def _map_facts(tables: Tables) -> Iterator[Fact]:
    """Yield the facts about clicks, by the segment that the click rows carry."""
    if tables.matches.empty:
        for segment in sorted(tables.topics["segment"].unique()):
            yield Fact(segment, "no_map", "cure")
        return
    for segment, rows in tables.matches.groupby("segment", sort=True):
        yield from unknown_segment(tables, str(segment))
        yield from shared_clicks(tables, str(segment))
        yield from foreign_map(tables, str(segment))
        yield from _segment_map(str(segment), rows, tables.language)


def _segment_map(segment: str, rows: pd.DataFrame, language: str) -> Iterator[Fact]:
    total = float(rows["clicks"].sum())
    if total <= 0:
        return
    carried = {
        via: float(rows.loc[rows["via"] == via, "clicks"].sum()) / total
        for via in ("text", "target", "page", "none")
    }
    names = {via: share_text(share, language) for via, share in carried.items()}
    yield Fact(segment, "via", "fact", 1.0 - carried["none"], "share of clicks", names)
    texts = rows.drop_duplicates("click_id")["text"]
    untold = carried["none"] + carried["page"]
    if untold >= ABOUT_ALL and float(np.mean(texts.isna())) >= ABOUT_ALL:
        all_lost = carried["none"] >= ABOUT_ALL
        code, share = ("no_texts", "none") if all_lost else ("texts_by_page", "page")
        yield Fact(segment, code, "warning", carried[share], "share of clicks", names)
        yield Fact(segment, "no_texts_cure", "cure")
    if rows["exposed"].isna().all():
        yield Fact(segment, "no_exposure", "warning")
    furniture = float(rows.loc[rows["furniture"].astype(bool), "clicks"].sum()) / total
    if furniture > 0:
        names = {"share": share_text(furniture, language)}
        yield Fact(segment, "furniture", "fact", furniture, "share of clicks", names)
