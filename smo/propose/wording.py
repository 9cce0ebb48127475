"""The sentence why, in English or Russian, built from the numbers of the proposal only.

Russian sentences put numbers after a colon or in an uninflected place, so that no noun must
agree with a number.
"""

from __future__ import annotations

from dataclasses import dataclass

from smo.text.numbers import count_text, counted, share_text

TEMPLATES: dict[str, dict[str, str]] = {
    "missed": {
        "en": "For these searches the site was shown {times} {span}; at the same positions the "
        "site's typical topic gets {expected}, this one {ratio} of that: about {missed} missed "
        "({mass} interval {low} to {high})",
        "ru": "Показов в поиске {span}: {demand}; типичная тема сайта на тех же позициях "
        "получила бы кликов: {expected_n}, эта получает {ratio} от этого числа, недобор — около "
        "{missed} (интервал {mass}: от {low} до {high})",
    },
    "undecided": {
        "en": "For these searches the site was shown {times} {span}; it gets {ratio} of the "
        "clicks of the site's typical topic at the same positions, which may be chance ({mass} "
        "interval {ratio_low} to {ratio_high})",
        "ru": "Показов в поиске {span}: {demand}; тема получает {ratio} от кликов типичной темы "
        "сайта на тех же позициях, это может быть случайностью (интервал {mass}: от {ratio_low} "
        "до {ratio_high})",
    },
    "needed": {
        "en": "; about {needed} more impressions would tell",
        "ru": "; чтобы узнать точно, нужно ещё показов: около {needed}",
    },
    "needed_queries": {
        "en": "; more impressions of the same queries would not tell, only more queries",
        "ru": "; точнее покажут только новые запросы, а не новые показы тех же",
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
    "share": {
        "en": "What speaks for this on the site drew {clicks} {span}, {map_share} of the "
        "clicks that topics draw, while it makes up {share} of the search "
        "demand: worth sharing where nobody searches",
        "ru": "Кликов по теме на самом сайте {span}: {missed} ({map_share} всех кликов, "
        "связанных с темами), а её доля в поисковом спросе: {share}; этим стоит "
        "делиться там, где не ищут",
    },
    "explore": {
        "en": "For these searches the site was shown {times} {span}, {share} of the segment's "
        "demand, with {phrases}; its clicks cannot be judged from these data",
        "ru": "Показов в поиске {span}: {demand} (доля в спросе сегмента: {share}, фраз: "
        "{phrases_n}); судить о кликах по этим данным нельзя",
    },
    "explore_volume": {
        "en": "People search this about {times} in 28 days{range}, {share} of the segment's "
        "demand, with {phrases}; how the site does on it is not known",
        "ru": "Запросов за 28 дней: около {demand}{range} (доля в спросе сегмента: {share}, фраз: "
        "{phrases_n}); как сайт по ним выступает, неизвестно",
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
    ratio: float | None = None
    ratio_low: float | None = None
    ratio_high: float | None = None
    map_share: float | None = None
    needed: float | None = None


def reason(facts: Facts, language: str) -> str:
    """Return why the topic is proposed, in one sentence of the language.

    Examples
    --------
    >>> facts = Facts("act", "improve", "act", 4200.0, "impressions", 0.1, 9.0, 71.0, 98.0, 123.0,
    ...     0.8, True, expected=160.0, ratio=0.39)
    >>> print(reason(facts, "en"))
    For these searches the site was shown 4,200 times in 28 days; at the same positions the
    site's typical topic gets 160 clicks, this one 39% of that: about 98 missed (80% interval 71
    to 123).
    """
    text = "".join(TEMPLATES[name][language] for name in _templates(facts))
    return text.format(**_names(facts, language)) + "."


def _templates(facts: Facts) -> list[str]:
    if facts.action == "improve":
        told = "needed" if facts.needed is not None else "needed_queries"
        missed = "undecided" if facts.standing == "undecided" else "missed"
        return [missed] if facts.verdict == "act" else [missed, told]
    if facts.action == "share":
        return ["share"]
    return [facts.action if facts.demand_kind == "impressions" else f"{facts.action}_volume"]


def _names(facts: Facts, language: str) -> dict[str, str]:
    def count(value: float | None) -> str:
        return count_text(value or 0.0, language)

    def share(value: float | None) -> str:
        return share_text(value or 0.0, language)

    names = {
        "span": SPANS[facts.period_known][language],
        "times": counted(facts.demand, "time"),
        "demand": count(facts.demand),
        "share": share(facts.demand_share),
        "phrases": counted(facts.n_keywords, "keyword"),
        "phrases_n": count(facts.n_keywords),
        "expected": counted(facts.expected or 0.0, "click"),
        "expected_n": count(facts.expected),
        "ratio": share(facts.ratio),
        "ratio_low": share(facts.ratio_low),
        "ratio_high": share(facts.ratio_high),
        "missed": count(facts.median),
        "low": count(facts.low),
        "high": count(facts.high),
        "mass": share(facts.mass),
        "clicks": counted(facts.median, "click"),
        "map_share": share(facts.map_share),
        "needed": count(facts.needed),
        "position": count(facts.position),
    }
    wide = facts.high > facts.low and facts.demand_kind == "volume"
    names["range"] = TEMPLATES["range"][language].format(**names) if wide else ""
    ranked = facts.position is not None
    names["rank"] = TEMPLATES["rank"][language].format(**names) if ranked else ""
    return names
