"""Counts with their nouns: a form for each kind of number, as `plural_form` names them."""

from __future__ import annotations

from smo.text.numbers import plural_form

Forms = tuple[str, ...]
FORMS = {"en": ("one", "many"), "ru": ("one", "few", "many", "part")}
# English: one, many; Russian: one, few, many, and part of a whole where it is not as few
NOUNS: dict[str, dict[str, Forms]] = {
    "segments": {
        "en": ("{n} segment", "{n} segments"),
        "ru": ("{n} сегмент", "{n} сегмента", "{n} сегментов"),
    },
    "keywords": {
        "en": ("{n} keyword", "{n} keywords"),
        "ru": ("{n} запрос", "{n} запроса", "{n} запросов"),
    },
    "clicks": {
        "en": ("{n} click", "{n} clicks"),
        "ru": ("{n} клик", "{n} клика", "{n} кликов"),
    },
    "topics": {"en": ("{n} topic", "{n} topics"), "ru": ("{n} тема", "{n} темы", "{n} тем")},
    "days": {"en": ("{n} day", "{n} days"), "ru": ("{n} день", "{n} дня", "{n} дней")},
    "search_clicks": {
        "en": ("{n} search click", "{n} search clicks"),
        "ru": ("{n} клик в поиске", "{n} клика в поиске", "{n} кликов в поиске"),
    },
    "element_clicks": {
        "en": ("{n} click on page elements", "{n} clicks on page elements"),
        "ru": (
            "{n} клик по элементам страниц",
            "{n} клика по элементам страниц",
            "{n} кликов по элементам страниц",
        ),
    },
    "post_clicks": {
        "en": ("{n} click on posts", "{n} clicks on posts"),
        "ru": ("{n} клик по постам", "{n} клика по постам", "{n} кликов по постам"),
    },
    "tables": {
        "en": ("{n} table", "{n} tables"),
        "ru": ("{n} таблица", "{n} таблицы", "{n} таблиц"),
    },
    "rows": {
        "en": ("{n} row read", "{n} rows read"),
        "ru": ("прочитана {n} строка", "прочитано {n} строки", "прочитано {n} строк"),
    },
    "left_out": {
        "en": ("{n} left out", "{n} left out"),
        "ru": ("не вошла {n}", "не вошло {n}", "не вошло {n}"),
    },
    "proposals": {
        "en": ("{n} proposal", "{n} proposals"),
        "ru": ("{n} предложение", "{n} предложения", "{n} предложений"),
    },
    # after "out of" and "about"
    "of_topics": {"en": ("{n} topic", "{n} topics"), "ru": ("{n} темы", "{n} тем", "{n} тем")},
    "about_clicks": {
        "en": ("{n} click", "{n} clicks"),
        "ru": ("{n} клика", "{n} кликов", "{n} кликов", "{n} клика"),
    },
    "about_missed": {
        "en": ("{n} click missed", "{n} clicks missed"),
        "ru": (
            "{n} упущенного клика",
            "{n} упущенных кликов",
            "{n} упущенных кликов",
            "{n} упущенного клика",
        ),
    },
    "about_failed clicks": {
        "en": ("{n} failed click", "{n} failed clicks"),
        "ru": (
            "{n} неудачного клика",
            "{n} неудачных кликов",
            "{n} неудачных кликов",
            "{n} неудачного клика",
        ),
    },
    "about_impressions": {
        "en": ("{n} impression", "{n} impressions"),
        "ru": ("{n} показа", "{n} показов", "{n} показов", "{n} показа"),
    },
    "about_searches": {
        "en": ("{n} search", "{n} searches"),
        "ru": ("{n} запроса", "{n} запросов", "{n} запросов", "{n} запроса"),
    },
    # how many proposals have a verdict
    "act": {
        "en": ("{n} to act on", "{n} to act on"),
        "ru": ("действовать — {n}",) * 3,
    },
    "wait": {"en": ("{n} undecided", "{n} undecided"), "ru": ("подождать — {n}",) * 3},
    "suggest": {
        "en": ("{n} suggestion", "{n} suggestions"),
        "ru": ("советы — {n}",) * 3,
    },
    "explore": {"en": ("{n} to explore", "{n} to explore"), "ru": ("изучить — {n}",) * 3},
    "skip": {"en": ("{n} to skip", "{n} to skip"), "ru": ("пропустить — {n}",) * 3},
}


def noun_form(kind: str, number: float, language: str) -> str:
    """Return the form of a count that goes with the number, its place in braces.

    Examples
    --------
    >>> noun_form("days", 92, "ru"), noun_form("about_clicks", 2.5, "ru")
    ('{n} дня', '{n} клика')
    """
    forms = dict(zip(FORMS[language], NOUNS[kind][language], strict=False))
    form = plural_form(number, language)
    return forms[form] if form in forms else forms["few"]
