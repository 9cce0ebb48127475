"""The sentence why, in English or Russian, built from the numbers of the proposal only.

Russian sentences put numbers after a colon or in an uninflected place, so that no noun must
agree with a number.
"""

from __future__ import annotations

from dataclasses import dataclass

from smo.text.numbers import count_text, counted, share_text

TEMPLATES: dict[str, dict[str, str]] = {
    "missed": {
        "en": "For these searches the site was shown {times} {span} and got {got}, where its "
        "typical topic gets {expected_n} at the same positions. Each query weighed by what it can "
        "tell, this topic draws {ratio} of the typical clicks: about {missed} missed ({mass} "
        "interval {low} to {high})",
        "ru": "Показов в поиске {span}: {demand}, кликов: {got_n}; у типичной темы сайта на тех "
        "же позициях было бы {expected_n}. С учётом веса каждого запроса тема собирает {ratio} от "
        "типичных кликов, недобор — около {missed} (интервал {mass}: от {low} до {high})",
    },
    "undecided": {
        "en": "For these searches the site was shown {times} {span} and got {got}; that is about "
        "{ratio} of what its typical topic draws at the same positions, which may be chance "
        "({mass} interval {ratio_low} to {ratio_high})",
        "ru": "Показов в поиске {span}: {demand}, кликов: {got_n}; это примерно {ratio} от того, "
        "что собирает типичная тема сайта на тех же позициях, и может быть случайностью "
        "(интервал {mass}: от {ratio_low} до {ratio_high})",
    },
    "needed": {
        "en": "; about {needed} more impressions would settle it",
        "ru": "; чтобы судить уверенно, нужно ещё показов: около {needed}",
    },
    "needed_queries": {
        "en": "; more days of the same queries would not settle it, only more different queries",
        "ru": "; яснее станет только с новыми запросами, а не с новыми показами прежних",
    },
    "create": {
        "en": "For these searches the site was shown {times} {span}, {share} of the segment's "
        "demand{rank}, and no known page names the topic in its address or title",
        "ru": "Показов в поиске {span}: {demand} (доля в спросе сегмента: {share}{rank}), но ни "
        "одна из известных страниц не называет тему в адресе или заголовке",
    },
    "rank": {
        "en": ", at position {position} on average",
        "ru": ", средняя позиция: {position}",
    },
    "create_volume": {
        "en": "People search this about {times} in 28 days{range}, {share} of the segment's "
        "demand, and no known page names the topic in its address or title",
        "ru": "Запросов за 28 дней: около {demand}{range} (доля в спросе сегмента: {share}), но "
        "ни одна из известных страниц не называет тему в адресе или заголовке",
    },
    "fix": {
        "en": "Of {failed_of} {span} on elements about this, {failed} did nothing or were repeated "
        "in anger, {failed_rate}; elements alike elsewhere on the site fail in {failed_base}. That "
        "is about {missed} more than usual ({mass} interval {low} to {high})",
        "ru": "Кликов по элементам этой темы {span}: {failed_of_n}; из них впустую или с досады: "
        "{failed} ({failed_rate}), а у таких же элементов сайта — {failed_base}. Лишних неудачных "
        "кликов: около {missed} (интервал {mass}: от {low} до {high})",
    },
    "consolidate": {
        "en": "For {split} of this topic two or more pages of the site share the impressions and "
        "draw {split_ratio} of the typical clicks at the same positions; its other keywords draw "
        "{whole_ratio}. About {missed} clicks are missed {span} ({mass} interval {low} to {high}): "
        "the pages may stand in each other's way",
        "ru": "Запросов темы, показы которых делят две и более страниц сайта: {split_n}; они "
        "собирают {split_ratio} от типичных кликов на тех же позициях, а запросы с одной страницей "
        "— {whole_ratio}. Недобор {span}: около {missed} (интервал {mass}: от {low} до {high}). "
        "Возможно, страницы мешают друг другу",
    },
    "fix_wait": {
        "en": ", which may still be chance, since all topics are tested at once",
        "ru": "; это ещё может быть случайностью, ведь проверяются сразу все темы",
    },
    "share": {
        "en": "Elements about this drew {clicks} {span}, {map_share} of all clicks on topics, "
        "while it makes up only {share} of the search demand: people who see it want it, so show "
        "it to them in posts and newsletters",
        "ru": "Кликов по элементам этой темы {span}: {missed} ({map_share} всех кликов по темам), "
        "а её доля в поисковом спросе только {share}: кто её видит, тот кликает — покажите её в "
        "соцсетях и рассылках",
    },
    "explore": {
        "en": "For these searches the site was shown {times} {span}, {share} of the segment's "
        "demand, with {phrases}; its clicks cannot be judged from these data",
        "ru": "Показов в поиске {span}: {demand} (доля в спросе сегмента: {share}, запросов: "
        "{phrases_n}); судить о кликах по этим данным нельзя",
    },
    "explore_volume": {
        "en": "People search this about {times} in 28 days{range}, {share} of the segment's "
        "demand, with {phrases}; how the site does on it is not known",
        "ru": "Запросов за 28 дней: около {demand}{range} (доля в спросе сегмента: {share}, фраз: "
        "{phrases_n}); каковы по ним позиции сайта, неизвестно",
    },
    "range": {"en": " ({low} to {high})", "ru": " (от {low} до {high})"},
}

SPANS = {
    True: {"en": "in 28 days", "ru": "за 28 дней"},
    False: {"en": "in the period of the export", "ru": "за период выгрузки"},
}


@dataclass(frozen=True)
class Facts:
    """The numbers of one proposal; None where unknown, sizes per 28 days."""

    verdict: str
    action: str
    standing: str
    demand: float
    demand_kind: str
    demand_share: float
    n_keywords: float
    low: float
    median: float
    high: float
    mass: float
    period_known: bool
    position: float | None = None
    expected: float | None = None
    got: float | None = None
    ratio: float | None = None
    ratio_low: float | None = None
    ratio_high: float | None = None
    map_share: float | None = None
    needed: float | None = None
    split_queries: float | None = None
    split_ratio: float | None = None
    whole_ratio: float | None = None
    failed: float | None = None
    failed_of: float | None = None
    failed_base: float | None = None
    map_factor: float = 1.0


def reason(facts: Facts, language: str) -> str:
    """Return why the topic is proposed, in one sentence of the language.

    Examples
    --------
    >>> facts = Facts("act", "improve", "act", 4200.0, "impressions", 0.1, 9.0, 71.0, 98.0, 123.0,
    ...     0.8, True, expected=160.0, got=66.0, ratio=0.39)
    >>> print(reason(facts, "en"))
    For these searches the site was shown 4,200 times in 28 days and got 66 clicks, where its
    typical topic gets 160 at the same positions. Each query weighed by what it can tell, this
    topic draws 39% of the typical clicks: about 98 missed (80% interval 71 to 123).
    """
    text = "".join(TEMPLATES[name][language] for name in _templates(facts))
    return text.format(**_names(facts, language)) + "."


def _templates(facts: Facts) -> list[str]:
    if facts.action == "improve":
        told = "needed" if facts.needed is not None else "needed_queries"
        missed = "undecided" if facts.standing == "undecided" else "missed"
        return [missed] if facts.verdict == "act" else [missed, told]
    if facts.action == "fix":
        return ["fix"] if facts.verdict == "act" else ["fix", "fix_wait"]
    if facts.action in ("consolidate", "share"):
        return [facts.action]
    return [facts.action if facts.demand_kind == "impressions" else f"{facts.action}_volume"]


def _names(facts: Facts, language: str) -> dict[str, str]:
    def count(value: float | None) -> str:
        return count_text(value or 0.0, language)

    def share(value: float | None) -> str:
        return share_text(value or 0.0, language)

    found = facts.action in ("fix", "consolidate")
    wide = facts.high > facts.low and facts.demand_kind == "volume" and not found
    demand, low, high = (
        two_digits(value) if wide else value for value in (facts.demand, facts.low, facts.high)
    )
    names = {
        "span": SPANS[facts.period_known][language],
        "times": counted(demand, "time"),
        "demand": count(demand),
        "share": share(facts.demand_share),
        "phrases": counted(facts.n_keywords, "keyword"),
        "phrases_n": count(facts.n_keywords),
        "got": counted(facts.got or 0.0, "click"),
        "got_n": count(facts.got),
        "expected_n": count(facts.expected),
        "ratio": share(facts.ratio),
        "ratio_low": share(facts.ratio_low),
        "ratio_high": share(facts.ratio_high),
        "missed": count(facts.median),
        "low": count(low),
        "high": count(high),
        "mass": share(facts.mass),
        "clicks": counted(facts.median, "click"),
        "map_share": share(facts.map_share),
        "needed": count(facts.needed),
        "position": count(facts.position),
        **_found_names(facts, language),
    }
    names["range"] = TEMPLATES["range"][language].format(**names) if wide else ""
    ranked = facts.position is not None
    names["rank"] = TEMPLATES["rank"][language].format(**names) if ranked else ""
    return names


def _found_names(facts: Facts, language: str) -> dict[str, str]:
    """Return what the sentences of `fix` and `consolidate` name."""
    failed, clicks = ((n or 0.0) * facts.map_factor for n in (facts.failed, facts.failed_of))
    shares = {
        "split_ratio": facts.split_ratio,
        "whole_ratio": facts.whole_ratio,
        "failed_rate": failed / clicks if clicks else 0.0,
        "failed_base": facts.failed_base,
    }
    split = facts.split_queries or 0.0
    return {
        "split": counted(split, "keyword"),
        "split_n": count_text(split, language),
        "failed": count_text(failed, language),
        "failed_of": counted(clicks, "click"),
        "failed_of_n": count_text(clicks, language),
        **{name: share_text(value or 0.0, language) for name, value in shares.items()},
    }


def two_digits(value: float) -> float:
    """Return a number rounded to two digits: ranges of volumes bear no more.

    Examples
    --------
    >>> two_digits(1118638.7), two_digits(0.0)
    (1100000.0, 0.0)
    """
    return float(f"{value:.1e}")
