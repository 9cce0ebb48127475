"""Words that turn a text into its opposite."""

from __future__ import annotations

import re

from smo.text.stopwords import DEMAND_WORDS

_MORE = """
cannot never without none nobody nothing neither nor aint arent cant couldnt didnt doesnt dont
hadnt hasnt havent isnt mustnt neednt shouldnt wasnt werent wont wouldnt
ни никогда никак никто ничего никакой никакая никакие никаких нельзя невозможно
kein keine keinen ohne nicht nie jamais aucun nunca jamás
"""
NEGATIONS = DEMAND_WORDS | frozenset(_MORE.split())
"""Not, never, without and their like; in languages whose lists of words the project has."""

_WORD = re.compile(r"[^\W_]+(?:['’ʼ][^\W_]+)*")
_APOSTROPHES = str.maketrans("", "", "'’ʼ")


def is_negated(text: str) -> bool:
    """Tell whether a text holds a negation.

    Examples
    --------
    >>> is_negated("that isn’t right"), is_negated("чай без сахара"), is_negated("that is right")
    (True, True, False)
    """
    words = (word.translate(_APOSTROPHES) for word in _WORD.findall(text.casefold()))
    return not NEGATIONS.isdisjoint(words)
