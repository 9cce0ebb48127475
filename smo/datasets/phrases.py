"""Keywords of a topic: what people may type, composed from its vocabulary."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain, combinations, product

from smo.datasets.vocab_buyers import BUYERS
from smo.datasets.vocab_readers import READERS
from smo.datasets.vocab_russian import RUSSIAN
from smo.datasets.vocabulary import Craft, CraftRu, Goods, GoodsRu, Vocabulary

QUESTIONS_EN = "how what which why when where who is are do does can should"
QUESTIONS_RU = "как какая какие какой какую что чем почему зачем сколько где когда нужно можно"
QUESTION_WORDS = frozenset(QUESTIONS_EN.split()) | frozenset(QUESTIONS_RU.split())
FOR_WHOM = frozenset({"womens", "mens", "kids", "plus size"})
QUESTION_STARTS = ("для чего ", "на сколько ", "надевают ли ")
VOCABULARIES: dict[str, tuple[Vocabulary, ...]] = {
    "buyers": BUYERS,
    "readers": READERS,
    "russian": RUSSIAN,
}


@dataclass(frozen=True, slots=True)
class Lexicon:
    """A topic of a segment: its name, keywords, one very long keyword, and words for links."""

    name: str
    keywords: tuple[str, ...]
    long: str
    title: str
    links: tuple[str, ...]


def is_question(keyword: str) -> bool:
    """Tell whether a keyword asks a question.

    Examples
    --------
    >>> [is_question(k) for k in ("how to hang a hammock", "tents", "на сколько хватает фонаря")]
    [True, False, True]
    """
    if keyword.startswith(QUESTION_STARTS):
        return True
    return keyword.split(" ", 1)[0] in QUESTION_WORDS


def lexicons(segment: str) -> tuple[Lexicon, ...]:
    """Return every topic that a segment can have, in the order of its vocabulary.

    Examples
    --------
    >>> [lexicon.title for lexicon in lexicons("russian")][:2]
    ['Палатки', 'Спальные мешки']
    """
    return tuple(_lexicon(vocabulary, segment) for vocabulary in VOCABULARIES[segment])


def _lexicon(vocabulary: Vocabulary, segment: str) -> Lexicon:
    if isinstance(vocabulary, Goods):
        return _goods_guide(vocabulary) if segment == "readers" else _goods_sold(vocabulary)
    if isinstance(vocabulary, Craft):
        return _craft(vocabulary)
    if isinstance(vocabulary, GoodsRu):
        return _goods_ru(vocabulary)
    return _craft_ru(vocabulary)


def _goods_sold(goods: Goods) -> Lexicon:
    one = tuple(dict.fromkeys(chain.from_iterable(goods.heads)))
    many = tuple(dict.fromkeys(plural for _, plural in goods.heads))
    main = many[0]
    keywords = [
        *one,
        *(f"best {m}" for m in many),
        *(f"cheap {m}" for m in many),
        *(f"{m} {tail}" for m, tail in product(many, ("sale", "uk", "2026", "near me", "reviews"))),
        *(f"buy {m} online" for m in many),
        *(f"{kind} {head}" for kind, head in product(goods.kinds, one)),
        *(f"best {kind} {main}" for kind in goods.kinds),
        *(f"{kind} {main} {tail}" for kind, tail in product(goods.kinds, goods.tails)),
        *(f"{head} {tail}" for head, tail in product(one, goods.tails)),
        *(f"best {main} {tail}" for tail in goods.tails),
        *(f"cheap {kind} {main}" for kind in goods.kinds),
        *goods.questions,
    ]
    links = (
        *(_capital(f"{kind} {main}") for kind in goods.kinds),
        *(_capital(f"{main} {tail}") for tail in goods.tails),
        f"How to choose {main}",
    )
    rest = "should i buy for a three day hike in autumn with rain and strong wind on a small budget"
    return Lexicon(goods.name, _unique(keywords), f"which {main} {rest}", _capital(main), links)


def _goods_guide(goods: Goods) -> Lexicon:
    main = goods.heads[0][1]
    kinds = tuple(kind for kind in goods.kinds if kind not in FOR_WHOM)
    keywords = [
        f"how to choose {main}",
        f"{main} buying guide",
        f"types of {main}",
        *(f"{main} {tail}" for tail in ("explained", "comparison", "size guide", "tested")),
        f"how to store {main}",
        f"how to care for {main}",
        *goods.questions,
        *(f"are {kind} {main} worth it" for kind in kinds),
        *(f"do i need {kind} {main}" for kind in kinds),
        *(f"pros and cons of {kind} {main}" for kind in kinds),
        *(f"{kind} {main} tested" for kind in kinds),
        *(f"how to choose {main} {tail}" for tail in goods.tails),
        *(f"{first} vs {second} {main}" for first, second in combinations(kinds, 2)),
    ]
    links = (
        f"How to choose {main}",
        f"How to care for {main}",
        *(_capital(f"{kind} {main} tested") for kind in kinds),
        *(_capital(question) for question in goods.questions[:4]),
    )
    rest = "for a three day hike in autumn with rain and wind if i have only a small budget"
    return Lexicon(
        goods.name,
        _unique(keywords),
        f"how to choose {main} {rest}",
        f"{_capital(main)}: buying guide",
        links,
    )


def _craft(craft: Craft) -> Lexicon:
    keywords = [
        *craft.nouns,
        *(f"how to {action}" for action in craft.actions),
        *craft.questions,
        *(f"{noun} {tail}" for noun, tail in product(craft.nouns, craft.about)),
        *(f"{craft.nouns[0]} {tail}" for tail in craft.tails),
        *(f"best way to {action}" for action in craft.actions),
        *(f"how do you {action}" for action in craft.actions),
        *(f"easy way to {action}" for action in craft.actions),
        *(f"how to {action} {tail}" for action, tail in product(craft.actions, craft.tails[:2])),
    ]
    links = (
        *(f"How to {action}" for action in craft.actions),
        *(_capital(noun) for noun in craft.nouns[1:]),
        *(_capital(question) for question in craft.questions),
    )
    rest = "when you are out alone for the first time and there is nobody near who could show you"
    return Lexicon(
        craft.name,
        _unique(keywords),
        f"how to {craft.actions[0]} {rest}",
        f"{_capital(craft.name)}: the guide",
        links,
    )


def _goods_ru(goods: GoodsRu) -> Lexicon:
    many, of_many = goods.many, goods.of_many
    shared = ("купить", "цена", "недорого", "отзывы", "интернет магазин", "в москве", "спб")
    keywords = [
        *(head for head, _ in goods.heads),
        *(f"купить {head}" for _, head in goods.heads),
        *(f"{what} {of_many}" for what in ("виды", "рейтинг", "обзор", "сравнение", "топ 10")),
        f"рейтинг {of_many} 2026",
        f"лучшие {many}",
        f"какие {many} лучше",
        *goods.questions,
        *(f"{head} {tail}" for (head, _), tail in product(goods.heads, shared)),
        *(f"{head} {tail}" for (head, _), tail in product(goods.heads, goods.tails)),
        *(f"как выбрать {head}" for _, head in goods.heads),
        *(f"купить {head} {tail}" for (_, head), tail in product(goods.heads, goods.tails)),
        *(f"купить {head} недорого" for _, head in goods.heads),
        *(f"лучшие {many} {tail}" for tail in goods.tails),
    ]
    links = (
        *(_capital(head) for head, _ in goods.heads),
        *(_capital(f"{many} {tail}") for tail in goods.tails),
        f"Как выбрать {goods.heads[0][1]}",
        *(_capital(question) for question in goods.questions),
    )
    rest = "лучше взять в недельный поход осенью если обещают дождь и сильный ветер а денег немного"
    return Lexicon(goods.name, _unique(keywords), f"какие {many} {rest}", _capital(many), links)


def _craft_ru(craft: CraftRu) -> Lexicon:
    keywords = [
        *craft.nouns,
        *(f"как {action}" for action in craft.actions),
        *craft.questions,
        *(f"{noun} {tail}" for noun, tail in product(craft.nouns, craft.about)),
        *(f"как правильно {action}" for action in craft.actions),
        *(f"как {action} {tail}" for action, tail in product(craft.actions, craft.tails[:2])),
        *(f"как самому {action}" for action in craft.actions),
        *(f"{noun} {tail}" for noun, tail in product(craft.nouns[:1], craft.tails)),
    ]
    links = (
        *(f"Как {action}" for action in craft.actions),
        *(_capital(noun) for noun in craft.nouns[1:]),
        *(_capital(question) for question in craft.questions),
    )
    rest = "если это в первый раз и рядом нет никого кто мог бы показать и помочь советом"
    return Lexicon(
        craft.name,
        _unique(keywords),
        f"как {craft.actions[0]} {rest}",
        _capital(craft.nouns[0]),
        links,
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _unique(keywords: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(keywords))
