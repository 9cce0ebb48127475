"""What a keyword says of itself: its language, whether it asks, whether it names the brand."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from smo.text.brand import one_slip
from smo.text.language import UNDETERMINED, detect_language, is_latin
from smo.text.normal import clean, tokens

_ASKING_START = re.compile(
    r"""(?:
    how|what|whats|why|when|where|who|whos|whose|which|is|are|does|did|should|could|would
    | (?:can|do|will|may)\ (?:i|we|you|they|he|she|the|a|an|my|your|people|dogs|cats)
    | как|что|где|когда|почему|зачем|сколько|кто|куда|откуда|чем|чей|чья
    | како[йегм]|какого|какому|какая|какую|какие|каких|каким|стоит\ ли|можно\ ли|нужно\ ли
    | wie|was|warum|wieso|wann|wo|wer|welche[rsnm]?|wohin|woher|womit
    | comment|pourquoi|quand|où|qui|quel(?:le)?s?|combien|est[ -]ce\ que|qu\ ?est|que
    | c[oó]mo|qu[eé]|cu[aá]l(?:es)?|cu[aá]ndo|d[oó]nde|cu[aá]nt[oa]s?|por\ qu[eé]|qui[eé]n(?:es)?
    | onde|quando|quant[oa]s?|qual|quais|o\ que|por\ que
    | perch[eé]|quale|quali|cosa|cos|che\ cosa|come\ (?:si|fare|posso|funziona)|dove\ (?:si|è)
    | hoe|wat|waarom|wanneer|waar|welke?|hoeveel
    )\b""",
    re.VERBOSE,
)
_ASKING_ANYWHERE = re.compile(
    r"[?？]\s*$|^¿|\bhow (?:to|much|many|long|do|does|can)\b|\bwhat (?:is|are|does)\b"
    r"|\b(?:сколько|почему|зачем|ли)\b|怎么|怎麼|什么|什麼|如何|为什么|為什麼|吗|嗎|多少|哪"
    r"|とは|ですか|なぜ|どう"
)
_SURE_SQUEEZED = 6  # letters from which a name is told inside a longer run of letters
_SURE_MISSPELLED = 7  # letters from which a word one slip away is hardly another word


def is_question(keyword: str, starts: Iterable[str] = ()) -> bool:
    """Tell whether a keyword asks: a question mark, or a question word where questions have it.

    English, Russian, German, French, Spanish, Portuguese, Italian, Dutch, Chinese, Japanese.

    Parameters
    ----------
    keyword : str
        What people typed.
    starts : iterable of str
        Further words or phrases that questions start with.

    Examples
    --------
    >>> is_question("how to tie a tie"), is_question("где купить обувь"), is_question("can opener")
    (True, True, False)
    >>> is_question("jak wiązać krawat", ["jak"])
    True
    """
    text = clean(keyword)
    if text and any(f"{text} ".startswith(f"{clean(start)} ") for start in starts):
        return True
    plain = " ".join(text.replace("'", "").replace("’", "").split())
    return bool(_ASKING_ANYWHERE.search(text) or _ASKING_START.match(plain))


def names_brand(keyword: str, brand: Iterable[str]) -> bool:
    """Tell whether a keyword names a brand, however it is spaced, with one slip in a long name.

    Parameters
    ----------
    keyword : str
        What people typed.
    brand : iterable of str
        Names of the brand.

    Examples
    --------
    >>> names_brand("global security solutions jobs", ["globalsecuritysolutions"])
    True
    >>> names_brand("security solutions", ["globalsecuritysolutions"])
    False
    >>> names_brand("velmrok tents", ["velmarok"])
    True
    """
    words = tokens(keyword)
    names = {"".join(tokens(name)) for name in brand} - {""}
    runs = {"".join(words[i:j]) for i in range(len(words)) for j in range(i + 1, len(words) + 1)}
    squeezed = "".join(words)
    return any(
        name in runs
        or (len(name) >= _SURE_SQUEEZED and name in squeezed)
        or (len(name) >= _SURE_MISSPELLED and any(one_slip(name, run) for run in runs))
        for name in names
    )


def languages_of(
    keywords: Sequence[str], groups: Sequence[str], languages: str | Iterable[str] = "auto"
) -> list[str]:
    """Return the language of each keyword.

    A keyword in Latin letters whose own words do not tell takes the language that most Latin
    keywords of its group tell ("shoes nike" beside "how to clean shoes" is English).

    Parameters
    ----------
    keywords : sequence of str
        What people typed.
    groups : sequence of str
        Segment of each keyword.
    languages : "auto" or iterable of str
        Languages a keyword may be in.

    Returns
    -------
    list of str
        Two-letter codes; "und" where neither the keyword nor its group tells.

    Examples
    --------
    >>> languages_of(["how to clean shoes", "nike", "2024"], ["a", "a", "a"])
    ['en', 'en', 'und']
    """
    allowed = languages if isinstance(languages, str) else tuple(languages)
    own = [detect_language(keyword, allowed) for keyword in keywords]
    latin = [is_latin(keyword) for keyword in keywords]
    told: dict[str, Counter[str]] = {}
    for language, group, is_letters in zip(own, groups, latin, strict=True):
        if is_letters and language != UNDETERMINED:
            told.setdefault(group, Counter())[language] += 1
    usual = {group: min(seen, key=lambda name: (-seen[name], name)) for group, seen in told.items()}
    return [
        usual.get(group, UNDETERMINED) if language == UNDETERMINED and is_letters else language
        for language, group, is_letters in zip(own, groups, latin, strict=True)
    ]
