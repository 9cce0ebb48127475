"""The whole analysis: keywords and clicks in, a plan of content topics out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pandas as pd
from tqdm import tqdm

from smo.audience import note_segments
from smo.checks import check_optional, check_table
from smo.engine.direct import reduced
from smo.errors import SmoError
from smo.evidence import diagnose, diagnose_topics, find_dialect, find_scent, score_topics
from smo.join import coverage_table, join_clicks
from smo.plan import TopicPlan
from smo.propose import propose_topics
from smo.read import reads_of
from smo.read.repeats import drop_repeats, note_repeats, refuse_doubles
from smo.read.reports import with_told_days
from smo.settings import Settings
from smo.tables import CLICKS, KEYWORDS, PAGES
from smo.text.brand import brand_words
from smo.text.urls import url_host
from smo.topics import KeywordClusterer, fit_topics, keep_ids

STEPS = ("topics", "join", "evidence", "proposals", "diagnostics")


def analyze(
    keywords: object,
    clicks: object | None = None,
    *,
    pages: object | None = None,
    clusterer: KeywordClusterer | None = None,
    previous: TopicPlan | None = None,
    settings: Settings | None = None,
) -> TopicPlan:
    """Propose content topics for each audience segment, each with its evidence.

    Parameters
    ----------
    keywords : frame
        Keywords table: one row = a keyword of a segment (with its page and day where the
        export has them). Columns segment, keyword, and impressions or volume; clicks and
        position let CTR be judged; `smo.tables` lists all. pandas, polars, pyarrow, DuckDB,
        PySpark. Or what `smo.engine.aggregate_keywords` knows: files of a bulk export, a DuckDB
        relation or a Spark frame of it, reduced first in bounded memory; likewise `clicks`.
    clicks : frame, optional
        Clicks table: one row = a page element, an outbound link or a social post. Columns
        segment, page, element, kind, clicks; text or target joins a row to topics, exposed
        tells attention. A row whose segment has no keywords is shared by all, counted once.
    pages : frame, optional
        Pages table: one row = a page's statistics. Columns segment and page; title, views and
        impressions help.
    clusterer : KeywordClusterer, optional
        How keywords become topics; by default the number of topics is found.
    previous : TopicPlan, optional
        An earlier plan: topics that were there keep their ids, new ones are numbered after them
        (`smo.evaluate.compare_plans` tells what became of each).
    settings : Settings, optional
        Every other choice.

    Returns
    -------
    TopicPlan
        Frozen: proposals, and every table they rest on. All sizes are per 28 days.

    Raises
    ------
    SmoError
        When a table lacks a column, holds an impossible value, or has no keyword at all.

    Examples
    --------
    >>> import pandas as pd
    >>> words = pd.DataFrame(
    ...     {"segment": "buyers", "keyword": ["red rope", "climbing rope", "tent for two"],
    ...      "volume": [900, 400, 300]})
    >>> plan = analyze(words)
    >>> plan.proposals["action"].unique().tolist()
    ['explore']
    """
    chosen = _checked(settings)
    words = _some_keywords(reduced(keywords, "keywords"))
    taps = check_optional(reduced(clicks, "clicks"), CLICKS, caller="analyze")
    sites = check_optional(pages, PAGES, caller="analyze")
    reads = reads_of(pd.concat([t["source"] for t in (words, taps, sites)]).dropna().unique())
    words, taps, sites, reads = _once(words, taps, sites, reads)
    chosen = _with_brand(chosen, words, taps, sites)
    with tqdm(total=len(STEPS), disable=None, leave=False) as bar:
        step = _stepper(bar)
        step("topics")
        found = fit_topics(words, clusterer=clusterer, settings=chosen)
        topics = _with_ids(found.topics, words, previous)
        step("join")
        matches = join_clicks(taps, topics, keywords=words, pages=sites, settings=chosen)
        coverage = coverage_table(matches, taps, topics, keywords=words, pages=sites)
        step("evidence")
        scores = score_topics(topics, keywords=words, matches=matches, pages=sites, settings=chosen)
        step("proposals")
        proposals = propose_topics(
            scores, topics=topics, keywords=words, matches=matches, settings=chosen
        )
        step("diagnostics")
        diagnostics = diagnose(
            scores=scores, topics=topics, keywords=words, matches=matches, pages=sites,
            reads=reads, settings=chosen,
        )  # fmt: skip
        firm = diagnose_topics(topics, tendency=found.tendency, settings=chosen)
    return TopicPlan(
        proposals=proposals, scores=scores, topics=topics, matches=matches, keywords=words,
        clicks=taps, pages=sites, reads=reads, coverage=coverage, settings=chosen,
        diagnostics=pd.concat([diagnostics, firm]), curve=found.curve,
        dialect=find_dialect(topics, keywords=words, settings=chosen),
        scent=find_scent(topics, keywords=words, matches=matches, settings=chosen),
    )  # fmt: skip


def _with_ids(
    topics: pd.DataFrame, keywords: pd.DataFrame, previous: TopicPlan | None
) -> pd.DataFrame:
    if previous is None:
        return topics
    if not isinstance(previous, TopicPlan):
        problem = f"'previous' must be a TopicPlan; got {type(previous).__name__}"
        raise SmoError(problem, where="analyze", remedy="load the earlier plan by smo.load_plan")
    return keep_ids(topics, keywords, previous.topics, previous.keywords)


def _once(
    keywords: pd.DataFrame, clicks: pd.DataFrame, pages: pd.DataFrame, reads: pd.DataFrame
) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """Return the tables without what two reads tell alike, and the reads that say so."""
    before = {"keywords": keywords, "clicks": clicks, "pages": pages}
    refuse_doubles(before, reads)
    specs = {"keywords": KEYWORDS, "clicks": CLICKS, "pages": PAGES}
    after = {name: drop_repeats(table, reads, specs[name]) for name, table in before.items()}
    told = note_segments(note_repeats(reads, before, after), after)
    told = with_told_days(told, before.values())
    return after["keywords"], after["clicks"], after["pages"], told


def _stepper(bar: tqdm[object]) -> Callable[[str], None]:
    """Return a function that names the step now begun on the bar."""

    def step(name: str) -> None:
        bar.set_description(name, refresh=False)
        bar.update()

    return step


def _checked(settings: object) -> Settings:
    if settings is None or isinstance(settings, Settings):
        return settings or Settings()
    raise SmoError(
        f"'settings' must be smo.Settings; got {type(settings).__name__}",
        where="analyze",
        remedy="write settings=smo.Settings(report_language='ru'), for instance",
    )


def _some_keywords(keywords: object) -> pd.DataFrame:
    words = check_table(keywords, KEYWORDS, caller="analyze")
    if words.empty:
        raise SmoError(
            "the keywords table has no rows",
            where="analyze",
            remedy="read an export that holds keywords; its read report counts rows left out",
        )
    if words["impressions"].isna().all() and words["volume"].isna().all():
        raise SmoError(
            "the keywords table has neither impressions nor volume",
            where="analyze",
            remedy="add a column 'impressions' (times shown) or 'volume' (searches a month)",
        )
    return words


def _with_brand(
    settings: Settings, keywords: pd.DataFrame, clicks: pd.DataFrame, pages: pd.DataFrame
) -> Settings:
    """Return the settings with `brand="auto"` resolved where some address names a host."""
    if settings.brand != "auto":
        return settings
    addresses = pd.concat([t["page"].drop_duplicates() for t in (keywords, clicks, pages)])
    hosts = [host for page in addresses.dropna() if (host := url_host(page))]
    words = brand_words(hosts, keywords["keyword"].unique().tolist())
    return replace(settings, brand=words) if words else settings
