"""The language of a short text: by its script, then by the words and letters that give it away."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from smo.text.normal import clean
from smo.text.stopwords import FUNCTION_WORDS, MEANT_IN_ENGLISH

UNDETERMINED = "und"

# ranges of letters that only one language (or one of ours) uses; first hit in this order wins
_SCRIPTS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("ja", re.compile("[\u3040-\u30ff\u31f0-\u31ff]")),
    ("ko", re.compile("[\u1100-\u11ff\u3130-\u318f\uac00-\ud7af]")),
    ("zh", re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")),
    ("uk", re.compile("[іїєґ]")),
    ("ru", re.compile("[\u0400-\u04ff]")),
    ("el", re.compile("[\u0370-\u03ff]")),
    ("he", re.compile("[\u0590-\u05ff]")),
    ("fa", re.compile("[پچژگ]")),
    ("ar", re.compile("[\u0600-\u06ff]")),
    ("hi", re.compile("[\u0900-\u097f]")),
    ("th", re.compile("[\u0e00-\u0e7f]")),
)
_LATIN = re.compile("[a-zß-öø-ɏ]")
_WORD = re.compile(r"[^\W\d_]+")
_RUN = re.compile(r"\w+")
_REMEMBERED = 1 << 17  # runs of letters; a million distinct keywords hold about this many

# what people type to a shop or a search engine, and which language it betrays
_DEMAND_WORDS: dict[str, frozenset[str]] = {
    language: frozenset(words.split())
    for language, words in {
        "da": "billig billige køb købe pris priser bedste sko opskrift tilbud anmeldelse børn "
        "nettet",
        "de": "kaufen günstig günstige preis preise kostenlos beste bester bestes öffnungszeiten "
        "gebraucht bestellen anleitung rezept nähe schuhe wohnung arzt rechtsanwalt",
        "en": "best book books buy cheap company companies easy find free games gift gifts guide "
        "help home house kids learn make men mens movie near news not old price prices recipe "
        "recipes review reviews school services shirt shoes song tickets used weather women "
        "womens work",
        "es": "comprar barato baratos barata precio precios gratis mejor mejores cerca recetas "
        "zapatos casa tienda abogado abogados ley despido trabajo derechos",
        "fi": "halpa halvat osta ostaa hinta hinnat paras parhaat kengät resepti myytävänä "
        "kokemuksia ilmainen verkkokauppa netistä",
        "fr": "acheter pas cher prix gratuit gratuite meilleur meilleure meilleurs pres recette "
        "chaussures maison avocat entreprise numéro travail",
        "hu": "olcsó vásárlás ár árak legjobb cipő recept ingyenes vélemények eladó bolt",
        "id": "aplikasi belajar buat gratis harga membuat menggunakan murah toko",
        "it": "comprare prezzo prezzi gratis migliore migliori vicino ricetta ricette scarpe casa "
        "avvocato orari lavoro economico",
        "nl": "best kopen goedkoop goedkope prijs prijzen beste buurt recept schoenen huis "
        "bestellen gebruiken maken gratis",
        "no": "billig billige kjøp kjøpe pris priser beste sko oppskrift tilbud gratis nett barn",
        "pt": "comprar barato preço preços grátis melhor melhores perto receita receitas sapatos "
        "loja advogado trabalho",
        "ro": "ieftin ieftine cumpara cumpăra preț pret preturi prețuri cel mai bun reteta rețetă "
        "pantofi magazin acasa gratuit vanzare",
        "sv": "billig billiga köp köpa pris priser bäst bästa skor recept gratis rea hemma butik",
    }.items()
}
_LETTERS: tuple[tuple[str, int, re.Pattern[str]], ...] = (
    ("de", 2, re.compile("ß")),
    ("de", 1, re.compile("[äöü]")),
    ("da", 1, re.compile("æ")),
    ("en", 1, re.compile("(?:ing|ness|ship|ght|wn|tch)\\b|\\bwh|\\bth")),
    ("es", 2, re.compile("[ñ¿¡]|ción")),
    ("es", 1, re.compile("[áíóú]")),
    ("fi", 1, re.compile("ää|öö|yy|ii|ssa\\b|ssä\\b|lla\\b|llä\\b|sta\\b|stä\\b")),
    ("fr", 2, re.compile("[œêîû]|ç[ao]|eux\\b")),
    ("fr", 1, re.compile("[èéàëï]")),
    ("hu", 2, re.compile("[őű]")),
    ("hu", 1, re.compile("[áéíóúöü]")),
    ("it", 2, re.compile("[ìò]|zione\\b")),
    ("it", 1, re.compile("[èàù]\\b")),
    ("nl", 1, re.compile("\\w+ij|aa[nrtklm]|oe[nk]|schr|ë")),
    ("pt", 2, re.compile("[ãõ]|ções")),
    ("pt", 1, re.compile("[áâéêóôç]")),
    ("ro", 2, re.compile("[ăț]")),
    ("sv", 1, re.compile("[åäö]")),
)
_OPENING = sum(1 << place for place, (_, _, sign) in enumerate(_LETTERS) if sign.search("¿"))
_SURE_WORD = 2  # evidence of a word that is a word of few languages, and enough to tell
_DOUBTFUL_WORD = 1  # evidence of a word of two letters, or of one that is English too
_ENOUGH = 2
# Words they share with the others tell nothing of them; with this much more they told one of
# 190,000 English queries and posts otherwise than before, and that one was Swedish.
_LATER = frozenset({"da", "fi", "hu", "no", "ro", "sv"})
_ENOUGH_LATER = 3

_EVERYDAY = "sale care cum magazin os man ha bun rea ore sin alle are sunt ham han hos hun had mot"
_KNOWN = {
    language: FUNCTION_WORDS[language] | _DEMAND_WORDS[language] for language in _DEMAND_WORDS
}
_SHARED = frozenset(_EVERYDAY.split()).union(
    MEANT_IN_ENGLISH, *(words for language, words in _KNOWN.items() if language not in _LATER)
)
_EVIDENCE = {
    language: words - _SHARED if language in _LATER else words for language, words in _KNOWN.items()
}


LANGUAGES = frozenset({UNDETERMINED, *_KNOWN, *(language for language, _ in _SCRIPTS)})
"""All that `detect_language` can answer."""


def detect_language(text: str, languages: str | Iterable[str] = "auto") -> str:
    """Return the language of a text as a two-letter code, "und" when nothing tells.

    Parameters
    ----------
    text : str
        A keyword or another short text.
    languages : "auto" or iterable of str
        Languages it may be in. With "auto", all that can be told: by script el, fa, he, hi, ja,
        ko, ru, th, uk, zh, ar; by words and letters da, de, en, es, fi, fr, hu, id, it, nl, no,
        pt, ro, sv.

    Returns
    -------
    str
        Two-letter code of ISO 639-1, or "und".

    Examples
    --------
    >>> detect_language("how to tie a tie"), detect_language("где купить обувь")
    ('en', 'ru')
    >>> detect_language("手机壳"), detect_language("zoro b2b")
    ('zh', 'und')
    >>> detect_language("comprar zapatos"), detect_language("comprar zapatos", ("en", "ru"))
    ('es', 'und')
    """
    return _detect(clean(text), None if languages == "auto" else frozenset(languages))


def detect_languages(texts: Sequence[str], languages: str | Iterable[str] = "auto") -> list[str]:
    """Return the language of each text, as `detect_language`.

    Examples
    --------
    >>> detect_languages(["how to tie a tie", "2024"])
    ['en', 'und']
    """
    allowed = None if languages == "auto" else frozenset(languages)
    return [_detect(clean(text), allowed) for text in texts]


@lru_cache(maxsize=_REMEMBERED)
def _detect(lowered: str, allowed: frozenset[str] | None) -> str:
    script = _script_language(lowered)
    if script is not None:
        if allowed is None or script in allowed:
            return script
        return "ru" if script == "uk" and "ru" in allowed else UNDETERMINED
    found = _evidence(lowered)
    scores = {
        language: score
        for language, score in found.items()
        if score >= _ENOUGH and (allowed is None or language in allowed)
    }
    if not scores:
        return UNDETERMINED
    settled = max((score for name, score in scores.items() if name not in _LATER), default=0)
    least = max(settled + 1, _ENOUGH_LATER)
    scores = {name: n for name, n in scores.items() if name not in _LATER or n >= least}
    most = max(scores.values(), default=0)
    best = [language for language, score in scores.items() if score == most]
    return best[0] if len(best) == 1 else UNDETERMINED


def is_latin(text: str) -> bool:
    """Tell whether a text has Latin letters and none of another script.

    Examples
    --------
    >>> is_latin("zoro b2b"), is_latin("обувь nike"), is_latin("2024")
    (True, False, False)
    """
    lowered = clean(text)
    return _script_language(lowered) is None and _LATIN.search(lowered) is not None


def _script_language(text: str) -> str | None:
    if text.isascii():
        return None
    return next((language for language, letters in _SCRIPTS if letters.search(text)), None)


def _evidence(text: str) -> dict[str, int]:
    scores: dict[str, int] = {}
    seen: set[str] = set()
    letters = _OPENING if "¿" in text or "¡" in text else 0
    for run in _RUN.findall(text):
        words, own = _signs(run)
        letters |= own
        for word, language, weight in words:
            if (key := f"{language}{word}") not in seen:
                seen.add(key)
                scores[language] = scores.get(language, 0) + weight
    for place, (language, weight, _) in enumerate(_LETTERS if letters else ()):
        if letters >> place & 1:
            scores[language] = scores.get(language, 0) + weight
    return scores


@lru_cache(maxsize=_REMEMBERED)
def _signs(run: str) -> tuple[tuple[tuple[str, str, int], ...], int]:
    """Return what a run of letters and digits betrays: its words, and the letters as bits."""
    words = tuple(
        (word, language, _weight(word, language))
        for word in _WORD.findall(run)
        for language, known in _EVIDENCE.items()
        if word in known
    )
    bits = (1 << place for place, (_, _, sign) in enumerate(_LETTERS) if sign.search(run))
    return words, sum(bits)


def _weight(word: str, language: str) -> int:
    if len(word) == 1:
        return 0
    doubtful = len(word) < 3 or (language != "en" and word in MEANT_IN_ENGLISH)
    return _DOUBTFUL_WORD if doubtful else _SURE_WORD
