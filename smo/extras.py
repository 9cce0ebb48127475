"""What is known beyond a plan: the tables that a report shows beside it, where there are any."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from smo.pictures import Picture, Source, read_pictures
from smo.slots import Frame
from smo.spec import Column, Table, count, must, number, share, sized, text, whole

MENTIONS = Table(
    "mentions",
    "a mention or link: somebody points at somebody",
    ("segment", "topic", "source", "target"),
    (
        must("source", "who mentions or links: an account, a site, a page"),
        must("target", "who is mentioned or linked"),
        text("segment", "audience segment; NA = all"),
        text("topic", "topic of the mention; NA = told by nothing"),
        count("weight", "how often; NA = once"),
        text("text", "words of the mention"),
        Column("date", "date", "its day"),
        count("likes", "how many liked it"),
    ),
)

INFLUENCERS = Table(
    "influencers",
    "an account or site in a segment and topic",
    ("segment", "topic", "rank"),
    (
        must("segment", "audience segment, or all"),
        must("topic", "topic, or all"),
        whole("rank", "place, 1 = most listened to", required=True),
        must("name", "account, site or page"),
        share("score", "share of the attention of a reader who follows mentions at random"),
        share("score_low", "lower end of its interval over resampled mentions"),
        share("score_high", "upper end of its interval"),
        share("p_top", "share of resamples in which it is among the first"),
        count("mentions", "mentions of it, by weight"),
        count("mentioned_by", "how many others mention it"),
        text("values", "topics it is mentioned for more than others are, best first"),
        number("z", "how far the first of them stands out, in standard errors"),
    ),
)

FLOWS = Table(
    "flows",
    "clicks of a topic from a page by an element to where it leads",
    ("segment", "topic", "page", "element", "target"),
    (
        must("segment", "audience segment"),
        whole("topic", "topic the element speaks for; NA = none"),
        must("page", "address of the page"),
        must("element", "the element"),
        text("text", "its words"),
        text("target", "address it leads to; NA = unknown"),
        count("clicks", "clicks in the period"),
        count("dead_clicks", "clicks that changed nothing"),
        Column("on_map", "flag", "the target is a page of the map; NA = target unknown"),
        Column("dead_end", "flag", "nothing leads on from there; NA = not a page of the map"),
    ),
)

REACH = Table(
    "reach",
    "a topic that pages serve, in a segment",
    ("segment", "topic"),
    (
        must("segment", "audience segment"),
        whole("topic", "id of the topic", required=True),
        must("label", "its name"),
        count("serving", "pages of the map that serve it", required=True),
        count("landings", "pages of the map where the segment lands", required=True),
        count("steps", "clicks from the nearest landing; 0 = lands there; NA = out of reach"),
    ),
)

WEIGHED = Table(
    "weighed",
    "a tactic, weighed",
    ("tactic",),
    (
        must("tactic", "its name"),
        Column("effort", "number", "what it costs", required=True, low=0.0),
        number("worth", "effect x share of the segment using it"),
        number("worth_low", "the same of the effect's lower end"),
        number("worth_high", "the same of its upper end"),
        number("per_effort", "lower end of the worth for each unit of effort; NA = costs nothing"),
        Column("front", "flag", "no other is worth more and costs no more (Pareto)"),
        Column("chosen", "flag", "in the choice that the budget allows; NA without a budget"),
        whole("rank", "place by per_effort, 1 = first"),
        count("effect_measured", "1 where the effect has an interval, else 0"),
    ),
)

SUGGESTED = Table(
    "suggested",
    "a value of a column that could be a segment",
    ("column", "value"),
    (
        must("column", "device, country, folder of the page, language, channel, weekday or hours"),
        must("value", "its value: a segment's candidate"),
        count("forms", "distinct normal forms searched there; of clicks elements and posts"),
        share("impressions_share", "share of the impressions, or clicks, of the column's values"),
        number("p", "chance of topics so different, if the column had nothing to do with them"),
        number("q", "the same after Benjamini & Hochberg over the columns"),
        text("values", "topics searched there more than elsewhere, best first"),
        number("z", "how far the first of them stands out, in standard errors"),
    ),
)

BACKTEST = Table(
    "backtest",
    "a measure of a list at a cut, or over all cuts, in a segment",
    ("segment", "target", "measure", "ranking", "cut"),
    (
        must("segment", "audience segment"),
        must("target", "what was foretold: clicks, shortfall, demand, position or map_clicks"),
        must("measure", "coverage, spearman, precision_at_10 or refused"),
        must("ranking", "plan, lower, middle, impressions, last, raw_loss or random"),
        Column("cut", "date", "first day of the window; NA = the mean over cuts"),
        number("value", "the measure"),
        number("low", "lower end of its interval"),
        number("high", "upper end of its interval"),
        number("gain", "value of the plan less that of this ranking, on the same topics"),
        number("gain_low", "lower end of its interval"),
        number("gain_high", "upper end of its interval"),
        count("topics", "topics measured, counted at each cut"),
        text("note", "why nothing was measured"),
    ),
)

CHANGES = Table(
    "changes",
    "what became of a topic in a segment",
    ("segment", "topic_before", "topic_after"),
    (
        must("segment", "audience segment"),
        must("status", "same, split, merged, born or died"),
        whole("topic_before", "id of the topic in the plan before; NA = born"),
        whole("topic_after", "id of the topic in the plan after; NA = died"),
        text("label_before", "its name before"),
        text("label_after", "its name after"),
        count("demand_before", "demand per 28 days, before"),
        count("demand_after", "demand per 28 days, after"),
        *sized("demand_change", "demand after less demand before"),
        count("clicks_before", "clicks per 28 days, before"),
        count("clicks_after", "clicks per 28 days, after"),
        *sized("clicks_change", "clicks after less clicks before"),
        number("clicks_demand", "part of the change of clicks that demand made"),
        number("clicks_snippet", "part that CTR at the position made; NA where CTR is not judged"),
        number("clicks_rank", "part that the position made; NA where CTR is not judged"),
        number("position_before", "mean rank (geometric), before"),
        number("position_after", "mean rank, after"),
        *sized("position_change", "rank after less rank before; below 0 is better"),
        share("attention_before", "clicks per exposure of its elements, before"),
        share("attention_after", "clicks per exposure of its elements, after"),
        *sized("attention_change", "attention after less attention before"),
    ),
)

MEASUREMENT = Table(
    "measurement",
    "a proposal whose effect could be measured",
    ("segment", "rank"),
    (
        must("segment", "audience segment"),
        whole("rank", "place of the proposal", required=True),
        whole("topic", "id of the topic", required=True),
        must("title", "words for a title"),
        count("clicks", "clicks per 28 days so far"),
        Column("hold_back", "texts", "comparable topics to leave as they are", required=True),
        Column("hold_pages", "texts", "of its own pages, every second: change the rest first"),
        number("detectable", "least effect seen with probability 0.8 after four weeks, a share"),
        number("weeks", "weeks until 30 % more clicks would be seen so; NA = not within a year"),
    ),
)

VALUED = Table(
    "valued",
    "a value of a kind in a segment",
    ("segment", "kind", "value"),
    (
        must("segment", "audience segment"),
        must("kind", "pillar, intent, format, channel, hour or weekday"),
        must("value", "the pillar, the intent, ...; an hour as 00 to 23"),
        count("own", "distinct forms or clicked elements; of hours and weekdays clicks"),
        share("share", "share of the segment's; of hours the mean share of a day's clicks"),
        share("rest_share", "the same of all other segments"),
        number("z", "how far they are apart, in standard errors"),
        number("q", "chance of it, after Benjamini & Hochberg over the values of the kind"),
        Column("distinct", "flag", "it stands out at the false discovery rate of the settings"),
    ),
)

EXTRA_TABLES = {
    "changes": CHANGES,
    "flows": FLOWS,
    "reach": REACH,
    "influencers": INFLUENCERS,
    "tactics": WEIGHED,
    "measurement": MEASUREMENT,
    "replay": BACKTEST,
    "valued": VALUED,
    "suggested": SUGGESTED,
}


@dataclass(frozen=True, kw_only=True, repr=False, eq=False)
class Extras:
    """What is known beyond a plan, each table where it is there; reports show those alone.

    Parameters
    ----------
    influencers : frame, optional
        What `smo.audience.rank_influencers` returned.
    flows : frame, optional
        What `smo.audience.trace_paths` returned.
    reach : frame, optional
        What `smo.audience.find_unreachable` returned.
    tactics : frame, optional
        What `smo.audience.weigh_tactics` returned.
    valued : frame, optional
        What `smo.audience.segment_values` returned.
    suggested : frame, optional
        What `smo.audience.suggest_segments` returned.
    replay : frame, optional
        What `smo.evaluate.backtest` returned.
    changes : frame, optional
        What `smo.evaluate.compare_plans` returned.
    measurement : frame, optional
        What `smo.evaluate.plan_measurement` returned.
    screenshots : mapping, path or bytes, optional
        Address of a page to a picture of the whole page, as wide as visitors see it: the path or
        the bytes of a PNG, JPEG or WebP. One alone is that of the only page with coordinates. The
        page and the figures of a plan show where clicks fell on it.

    Raises
    ------
    SmoError
        When a table does not keep to its spec, or a screenshot is no picture a page may hold.

    Examples
    --------
    >>> from smo.audience import weigh_tactics
    >>> known = pd.DataFrame({"tactic": ["titles"], "effort": [2], "effect": [40]})
    >>> extras = Extras(tactics=weigh_tactics(known))
    >>> extras, extras.influencers.empty
    (<Extras: tactics>, True)
    """

    influencers: Frame = Frame(INFLUENCERS, optional=True)
    flows: Frame = Frame(FLOWS, optional=True)
    reach: Frame = Frame(REACH, optional=True)
    tactics: Frame = Frame(WEIGHED, optional=True)
    valued: Frame = Frame(VALUED, optional=True)
    suggested: Frame = Frame(SUGGESTED, optional=True)
    replay: Frame = Frame(BACKTEST, optional=True)
    changes: Frame = Frame(CHANGES, optional=True)
    measurement: Frame = Frame(MEASUREMENT, optional=True)
    screenshots: Mapping[str, Source] | Source | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "screenshots", read_pictures(self.screenshots))

    @property
    def pictures(self) -> dict[str, Picture]:
        """The screenshots as they were checked, by address."""
        return read_pictures(self.screenshots)

    def tables(self) -> dict[str, pd.DataFrame]:
        """Return the tables with rows, by name, in the order a report shows them."""
        found = {name: getattr(self, name) for name in EXTRA_TABLES}
        return {name: frame for name, frame in found.items() if len(frame)}

    def __repr__(self) -> str:
        names = [*self.tables(), *(["screenshots"] if self.screenshots else [])]
        return f"<Extras: {', '.join(names) or 'none'}>"
