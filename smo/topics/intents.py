"""What people want by a keyword, told by words that people use when they want it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from smo.text.normal import tokens

NONE = "none"  # heads the words that tell nothing, though a list here has them
NAVIGATIONAL, INFORMATIONAL = "navigational", "informational"

# From the most to the least certain: who names a price and a review wants to pay.
WORDS: dict[str, tuple[str, ...]] = {
    NAVIGATIONAL: (
        "login", "log in", "sign in", "official site", "official website", "customer service",
        "вход", "войти", "личный кабинет", "официальный сайт", "сайт", "anmelden", "kundenservice",
        "offizielle seite", "connexion", "site officiel", "mon compte", "iniciar sesion",
        "iniciar sesión", "sitio oficial", "pagina oficial", "página oficial", "accedi", "accesso",
        "sito ufficiale", "site oficial", "inloggen",
    ),
    "transactional": (
        "buy", "buying", "purchase", "order", "order online", "price", "prices", "pricing", "cost",
        "cheap", "cheapest", "discount", "coupon", "promo code", "deal", "deals", "for sale",
        "sale", "free shipping", "near me", "hire", "rent", "rental", "book", "booking",
        "subscribe", "download", "quote", "shop", "store",
        "купить", "куплю", "покупка", "заказать", "заказ", "цена", "цены", "ценник", "прайс",
        "стоимость", "сколько стоит", "недорого", "дешево", "дешёво", "скидка", "скидки", "акция",
        "промокод", "распродажа", "доставка", "аренда", "арендовать", "прокат", "забронировать",
        "скачать", "магазин", "интернет магазин", "опт", "оптом",
        "kaufen", "bestellen", "preis", "preise", "kosten", "günstig", "billig", "rabatt",
        "gutschein", "angebot", "mieten", "buchen",
        "acheter", "achat", "prix", "pas cher", "promo", "commander", "louer", "solde", "soldes",
        "comprar", "precio", "precios", "barato", "barata", "oferta", "ofertas", "alquilar",
        "preço", "preços", "alugar", "acquistare", "comprare", "prezzo", "prezzi", "offerta",
        "sconto", "kopen", "prijs", "goedkoop", "aanbieding", "huren",
    ),
    "commercial": (
        "best", "top", "review", "reviews", "rating", "ratings", "compare", "comparison", "vs",
        "versus", "alternative", "alternatives", "which is better", "pros and cons", "worth it",
        "лучший", "лучшая", "лучшее", "лучшие", "топ", "отзыв", "отзывы", "обзор", "обзоры",
        "рейтинг", "сравнение", "сравнить", "какой лучше", "что лучше", "аналог", "аналоги",
        "плюсы и минусы", "стоит ли",
        "test", "testsieger", "vergleich", "erfahrungen", "erfahrung", "bewertung", "beste",
        "bester", "bestes", "meilleur", "meilleure", "avis", "comparatif", "mejor", "mejores",
        "opiniones", "comparativa", "comparar", "melhor", "melhores", "avaliação", "avaliações",
        "migliore", "migliori", "recensioni", "recensione", "confronto", "beste koop",
        "ervaringen", "vergelijken",
    ),
    INFORMATIONAL: (
        "guide", "tutorial", "tips", "ideas", "examples", "meaning", "definition", "what is",
        "how to", "history", "instructions", "recipe", "recipes", "diy", "template",
        "что такое", "как", "инструкция", "руководство", "советы", "идеи", "примеры", "пример",
        "значение", "своими руками", "рецепт", "рецепты", "история", "виды", "схема", "почему",
        "anleitung", "tipps", "ideen", "beispiel", "beispiele", "bedeutung", "rezept",
        "tutoriel", "conseils", "idées", "exemple", "exemples", "signification", "recette",
        "guia", "guía", "consejos", "ejemplos", "significado", "receta", "dicas", "exemplos",
        "receita", "guida", "consigli", "esempi", "significato", "ricetta", "handleiding",
        "voorbeelden", "betekenis",
    ),
}  # fmt: skip


class IntentWords:
    """Words and phrases, each with the intent it tells; the surest intent of a keyword wins.

    Parameters
    ----------
    more : mapping of str to iterable of str, optional
        Further words of each intent; a name not known before is an intent of its own, surer than
        the others. A word given here tells this intent alone; under "none", it tells none.

    Examples
    --------
    >>> words = IntentWords({"local": ["near me"], "none": ["top"]})
    >>> words.intent("pizza near me"), words.intent("buy pizza"), words.intent("tank top")
    ('local', 'transactional', None)
    """

    def __init__(self, more: Mapping[str, Iterable[str]] | None = None) -> None:
        given = {name: list(words) for name, words in (more or {}).items()}
        order = [*(name for name in given if name not in WORDS), *WORDS]
        self._rank = {name: place for place, name in enumerate(order)}
        self._told: dict[tuple[str, ...], str] = {}
        for source in (WORDS, given):
            for name, words in source.items():
                self._told.update({tuple(tokens(word)): name for word in words})
        self._longest = max(len(run) for run in self._told)

    def intent(self, keyword: str) -> str | None:
        """Return the surest intent that a word or phrase of the keyword tells, or None."""
        words = tokens(keyword)
        runs = (
            tuple(words[i:j])
            for i in range(len(words))
            for j in range(i + 1, min(len(words), i + self._longest) + 1)
        )
        names = {self._told[run] for run in runs if run in self._told} - {NONE}
        return min(names, key=self._rank.__getitem__, default=None)


def intents_of(
    keywords: Sequence[str],
    questions: Sequence[bool],
    brands: Sequence[bool | None],
    words: IntentWords,
) -> list[str | None]:
    """Return what people want by each keyword, or None where its words do not tell.

    The intents of Broder (2002), A taxonomy of web search, SIGIR Forum 36(2): navigational,
    transactional, informational; and `commercial`, comparing before paying, as keyword tools
    have it. A question that tells nothing else is informational.

    Parameters
    ----------
    keywords : sequence of str
        What people typed.
    questions : sequence of bool
        Whether each asks.
    brands : sequence of bool or None
        Whether each is the name of the brand and nothing else.
    words : IntentWords
        What tells an intent.

    Examples
    --------
    >>> listed = ["acme", "acme tent price", "what is a tent", "tent"]
    >>> intents_of(listed, [False, False, True, False], [True, False, False, False], IntentWords())
    ['navigational', 'transactional', 'informational', None]
    """
    found = []
    for keyword, question, brand in zip(keywords, questions, brands, strict=True):
        told = words.intent(keyword) or (NAVIGATIONAL if brand else None)
        found.append(told or (INFORMATIONAL if question else None))
    return found
