"""The settings a plan was made with, in words."""

from __future__ import annotations

from smo.report.numbers import percent
from smo.report.words import known_word, word
from smo.settings import Settings


def setting_pairs(settings: Settings) -> tuple[tuple[str, str], ...]:
    """Return each setting with its value, in words of the report language.

    Examples
    --------
    >>> setting_pairs(Settings())[0]
    ('Most proposals a segment', '10')
    """
    language = settings.report_language
    return tuple(
        (known_word("setting", name, language), _setting(value, language))
        for name, value in settings.to_dict().items()
    )


def _setting(value: object, language: str) -> str:
    if isinstance(value, dict):
        listed = "; ".join(f"{name}: {_told(told)}" for name, told in value.items())
        return listed or word("none", language)
    if isinstance(value, list):
        return ", ".join(map(str, value)) or word("none", language)
    if isinstance(value, float):
        return percent(value, language)
    return known_word("choice", str(value), language)


def _told(value: object) -> str:
    return ", ".join(value) if isinstance(value, list) else str(value)
