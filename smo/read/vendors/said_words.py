"""Words of the tables of what people said: all are usual names, none is a vendor's own."""

from __future__ import annotations

import re

# No list of comments has more; a wider table is something else.
MAX_COLUMNS = 60

SEARCH_TERM = ("Search term", "Search terms", "Поисковый запрос", "Поисковая фраза")


def _spellings(*phrases: str) -> tuple[str, ...]:
    """Return each phrase with spaces, with underscores, and in one word.

    Examples
    --------
    >>> _spellings("search term", "q")
    ('search term', 'search_term', 'searchterm', 'q')
    """
    forms = (p.replace(" ", mark) for p in phrases for mark in (" ", "_", ""))
    return tuple(dict.fromkeys(forms))


# What somebody typed into a search box, the surest first.
SEARCHED = _spellings(
    "search query", "search term", "search phrase", "search keyword", "search string",
    "search text", "searched for", "query", "q", "search", "keyword", "term", "поисковый запрос",
    "поисковая фраза", "запрос", "фраза", "что искали",
)  # fmt: skip

# What somebody wrote, the surest first: of "question" and "text" the question is meant.
TEXTS = _spellings(
    "comment text", "review text", "question text", "message text", "feedback text",
    "comment body", "review body", "message body", "comment", "comments", "review", "reviews",
    "question", "questions", "feedback", "message", "messages", "review content",
    "comment content", "text", "texts", "body", "content", "текст комментария", "текст отзыва",
    "текст вопроса", "текст сообщения", "комментарий", "комментарии", "отзыв", "отзывы",
    "вопрос", "вопросы", "сообщение", "сообщения", "текст", "тексты", "commentaire", "avis",
    "question posée", "comentario", "comentarios", "reseña", "pregunta", "preguntas",
    "kommentar", "kommentare", "bewertung", "frage", "fragen", "nachricht",
)  # fmt: skip

WHEN = _spellings(
    "timestamp", "date", "time", "datetime", "date time", "date and time", "created at",
    "created", "created on", "created time", "creation date", "published at", "published",
    "submitted at", "submitted on", "posted at", "posted on", "searched at", "sent at",
    "event time", "logged at", "ts", "review date", "comment date", "дата", "время",
    "дата и время", "дата отзыва", "дата создания", "опубликовано", "создано", "fecha", "datum",
)  # fmt: skip

# Columns that say something of a text or of who wrote it, and count nothing that is sought here.
_ASIDE = (
    r"(\w+[ _]?)?(id|uuid|guid|ip|ip[ _]address|url|link|uri|hash)", r"id \w+", r"#|№|no\.?|n",
    r"(.*[ _])?(author|user|name|username|nickname|customer|client|email|e-mail|phone|avatar)"
    r"( id|_id)?", r"user[ _]?agent", r"автор|имя|фамилия|телефон|почта|e?-?mail|пользователь",
    r"session|visitor|device([ _]type)?|browser|os|platform|app[ _]version|version|referr?er",
    r"country|city|region|location|language|lang|locale|страна|город|регион|язык",
    r"rating|rate|score|stars?|grade|оценка|рейтинг|балл|sentiment|тональность|nps",
    r"(num(ber)?[ _]of[ _])?(likes?|dislikes?|votes?|upvotes?|downvotes?|replies|reply[ _]count|"
    r"like[ _]?count|helpful|reactions?)", r"лайки|нравится|ответов",
    r"(.*[ _])?(answer|reply|response)([ _]text)?|ответ|ответ магазина",
    r"pros|cons|advantages|disadvantages|достоинства|недостатки|плюсы|минусы",
    r"product([ _](id|name|title))?|sku|item|товар|артикул|order|заказ",
    r"page|path|post|article|video([ _]title)?|page[ _]title|title|subject|topic|страница|тема|"
    r"заголовок",
    r"category|type|kind|status|state|label|labels|tag|tags|source|channel|verified|"
    r"is[ _]\w+|approved|published[ _]status|категория|тип|статус|источник|канал|метка",
    r"parent|thread|result(s)?([ _]count)?|results[ _]found|num[ _]results|number[ _]of[ _]results|"
    r"hits[ _]found|found|найдено|результатов|results[ _]clicked|environment|host|domain",
)  # fmt: skip
ASIDE = re.compile("|".join(f"(?:{part})" for part in _ASIDE))
