"""A small plan made by hand: every kind of proposal, every verdict, gaps where data have gaps."""

from __future__ import annotations

from typing import Any

import pandas as pd

from smo.plan import TopicPlan
from smo.settings import Settings

SHOP = "https://shop.example"
TEXTS = {
    "en": {
        "boots": "Waterproof hiking boots",
        "boots_why": "People see it 12,400 times in 28 days and click 0.45 times as often as the "
        "site's own positions earn; chance explains that in 1 of 900 cases.",
        "rope": "Climbing rope for beginners",
        "rope_why": "The interval still holds 1; about 3,100 more impressions would tell.",
        "tent": "How to pitch a tent",
        "tent_why": "830 searches in 28 days and no page serves them.",
        "post": "Packing list for two days",
        "post_why": "Clicked 240 times on the map, hardly searched.",
        "map": "Mountain maps",
        "map_why": "Ordered by demand: 45 clicks in all cannot judge CTR.",
        "few": "CTR cannot be judged here (45 clicks).",
        "hidden": "60% of the impressions are hidden by the search engine.",
        "curve": "Verdicts hold if our curve is right.",
        "cure": "A saved copy of the page would give the elements their words.",
    },
    "ru": {
        "boots": "Непромокаемые походные ботинки",
        "boots_why": "За 28 дней тему видят 12 400 раз, а кликают в 0,45 раза чаще, чем положено "
        "на позициях сайта; случай объяснил бы это 1 раз из 900.",
        "rope": "Верёвка для скалолазания новичку",
        "rope_why": "Интервал ещё содержит 1; судить позволят ещё около 3 100 показов.",
        "tent": "Как поставить палатку",
        "tent_why": "830 запросов за 28 дней, а страницы для них нет.",
        "post": "Список вещей на два дня",
        "post_why": "240 кликов на карте, почти без поиска.",
        "map": "Карты гор",
        "map_why": "Порядок по спросу: 45 кликов не дают судить о CTR.",
        "few": "О CTR здесь судить нельзя (45 кликов).",
        "hidden": "60 % показов скрыты поисковой системой.",
        "curve": "Выводы верны, если верна наша кривая.",
        "cure": "Сохранённая копия страницы дала бы элементам слова.",
    },
}


def proposal(segment: str, rank: int, topic: int, **given: Any) -> dict[str, Any]:
    """Return one row of proposals, plain where nothing is given."""
    plain: dict[str, Any] = {
        "segment": segment, "rank": rank, "topic": topic, "rank_low": rank, "rank_high": rank + 2,
        "p_top": 0.93, "title": "title", "action": "improve", "verdict": "act",
        "size_unit": "clicks", "size_low": 80.0, "size_median": 121.4, "size_high": 163.0,
        "keywords": ["red rope (900)"], "questions": [], "pages": [], "elements": [],
        "hashtags": [], "channel": None, "format": None, "reason": "why", "evidence": [],
    }  # fmt: skip
    return plain | given


def proposals(language: str) -> pd.DataFrame:
    say = TEXTS[language]
    rows = [
        proposal(
            "buyers", 1, 0, title=say["boots"], reason=say["boots_why"],
            size_low=211.0, size_median=304.2, size_high=398.0, rank_high=2, p_top=1.0,
            keywords=["hiking boots (6,200)", "waterproof boots (3,900)", "boots gore-tex (2,300)"],
            questions=["which hiking boots are waterproof", "are gore-tex boots worth it"],
            pages=[f"{SHOP}/boots/", f"{SHOP}/sale?type=boots&sort=price_asc"],
            elements=["Shop boots (banner)", "Boots (menu)"],
            hashtags=["#hikingboots", "#waterproof"], evidence=["scores:buyers:0", "a1b2c3d4"],
        ),
        proposal(
            "buyers", 2, 1, title=say["rope"], reason=say["rope_why"], verdict="wait",
            size_low=-12.0, size_median=48.1, size_high=109.0, rank_high=5, p_top=0.64,
            keywords=["climbing rope (1,100)", "rope 60 m (<1)"], pages=[f"{SHOP}/ropes/"],
        ),
        proposal(
            "buyers", 3, 2, title=say["tent"], reason=say["tent_why"], action="create",
            verdict="suggest", size_unit="impressions", size_low=700.0, size_median=830.0,
            size_high=960.0, questions=["how to pitch a tent alone"], keywords=["pitch tent (830)"],
            format="guide: 5 of 7 keywords ask a question",
        ),
        proposal(
            "readers", 1, 3, title=say["post"], reason=say["post_why"], action="share",
            verdict="suggest", size_low=None, size_high=None, size_median=240.0, p_top=None,
            keywords=[], elements=["Packing list PDF"], hashtags=["#packinglist"],
            channel="facebook: 180 of 240 clicks",
        ),
        proposal(
            "readers", 2, 4, title=say["map"], reason=say["map_why"], action="explore",
            verdict="explore", size_median=None, size_low=None, size_high=None, rank_low=None,
            rank_high=None, p_top=None, keywords=["mountain map (90)"],
        ),
    ]  # fmt: skip
    return pd.DataFrame(rows)


def scores() -> pd.DataFrame:
    """Return the scores: measured, half measured, and known by demand alone."""
    plain = {"n_keywords": 3, "demand_kind": "impressions", "action": "explore"}
    rows = [
        {
            "segment": "buyers", "topic": 0, "label": "hiking boots", "demand": 12400.0,
            "demand_share": 0.62, "ctr": 0.021, "ctr_expected": 0.0466, "effect": 0.45,
            "effect_low": 0.36, "effect_high": 0.55, "shortfall": 304.2, "shortfall_low": 211.0,
            "shortfall_high": 398.0, "attention": 0.031, "attention_low": 0.022,
            "attention_high": 0.044, "corner": "wanted, not clicked", "action": "improve",
            "verdict": "act",
        },
        {
            "segment": "buyers", "topic": 1, "label": "climbing rope", "demand": 1520.0,
            "demand_share": 0.076, "ctr": 0.0021, "ctr_expected": 0.031, "effect": 0.8,
            "effect_low": 0.55, "effect_high": 1.05, "shortfall": 48.1, "shortfall_low": -12.0,
            "shortfall_high": 109.0, "corner": "not on this map", "action": "improve",
            "verdict": "wait", "needed_impressions": 3100.0,
        },
        {"segment": "buyers", "topic": 2, "label": "pitch tent", "demand": 830.0,
         "demand_share": 0.041, "action": "create", "verdict": "suggest"},
        {"segment": "readers", "topic": 3, "label": "packing list", "demand": 12.5,
         "demand_share": 0.004, "action": "share", "verdict": "suggest"},
        {"segment": "readers", "topic": 4, "label": "mountain map", "demand": 90.0,
         "demand_share": 0.03, "verdict": "explore"},
        {"segment": "visitors", "topic": 0, "label": "hiking boots", "demand": 3.0,
         "demand_share": 1.0, "verdict": "skip"},
    ]  # fmt: skip
    return pd.DataFrame([plain | row for row in rows])


def reads() -> pd.DataFrame:
    rows = [
        {
            "source": "buyers.zip/Queries.csv#0a1b2c3d", "file": "buyers.zip/Queries.csv",
            "table": "keywords", "format": "Google Search Console", "segment": "buyers",
            "encoding": "utf-8", "rows_read": 1003, "rows_kept": 1000,
            "dropped": "3 rows without a keyword", "period_start": "2026-08-01",
            "period_end": "2026-10-31", "period_days": 92, "total_clicks": 2210,
            "total_impressions": 91000, "sum_clicks": 1490, "sum_impressions": 36400,
            "cut_on_outcome": False,
        },
        {
            "source": "map.csv#99aa88bb", "file": "map.csv", "table": "clicks",
            "format": "Crazy Egg", "segment": None, "encoding": "cp1252", "rows_read": 42,
            "rows_kept": 42, "unused": "Color", "cut_on_outcome": True, "notes": "No period.",
        },
    ]  # fmt: skip
    return pd.DataFrame(rows)


def coverage() -> pd.DataFrame:
    rows = [
        ("buyers", "text - topic", 42, 31, 402.5, 0.81),
        ("buyers", "map page - page row", 42, 42, 497.0, 1.0),
        ("readers", "text - topic", 0, 0, 0.0, None),
        ("buyers", "target - topic", 0, 0, 0.0, 0.0),
    ]
    names = ["segment", "link", "possible", "found", "clicks", "click_share"]
    return pd.DataFrame(rows, columns=names)


def diagnostics(language: str) -> pd.DataFrame:
    say = TEXTS[language]
    rows = [
        ("all", "html_missing", None, "", say["cure"], "cure"),
        ("buyers", "hidden", 0.6, "share", say["hidden"], "fact"),
        ("buyers", "tested", 2.0, "topics", "2 topics tested.", "fact"),
        ("buyers", "via", 0.81, "share of clicks", "81% joined.", "fact"),
        ("buyers", "curve", None, "", say["curve"], "fact"),
        ("readers", "ctr_few_clicks", 45.0, "clicks", say["few"], "warning"),
        ("visitors", "ctr_few_clicks", 45.0, "clicks", say["few"], "warning"),
    ]
    names = ["segment", "code", "value", "unit", "message", "level"]
    return pd.DataFrame(rows, columns=names)


def keywords() -> pd.DataFrame:
    rows = [
        ("buyers", "hiking boots", f"{SHOP}/boots/", "2026-10-01", 6200.0, 130.0, 4.2),
        ("buyers", "climbing rope", None, None, 1100.0, 9.0, 8.75),
        ("readers", "packing list", None, None, None, None, None),
    ]
    names = ["segment", "keyword", "page", "date", "impressions", "clicks", "position"]
    return pd.DataFrame(rows, columns=names)


def topics() -> pd.DataFrame:
    shared = {"segment": "buyers", "pillar": 0, "pillar_label": "gear", "membership": 1.0}
    rows = [
        ("hiking boots", "hike boot", 0, "waterproof, gore-tex, hiking boots"),
        ("climbing rope", "climb rope", 1, None),
    ]
    return pd.DataFrame(
        [
            {**shared, "keyword": text, "label": text, "normal": form, "topic": n, "terms": terms}
            for text, form, n, terms in rows
        ]
    )


def handmade_plan(language: str = "en", **tables: Any) -> TopicPlan:
    """Return the plan; a table given by name takes the place of the handmade one."""
    own = {
        "proposals": proposals(language), "scores": scores(),
        "topics": topics(),
        "keywords": keywords(), "reads": reads(), "coverage": coverage(),
        "diagnostics": diagnostics(language),
    }  # fmt: skip
    return TopicPlan(**(own | tables), settings=Settings(report_language=language), version="0.1.0")
