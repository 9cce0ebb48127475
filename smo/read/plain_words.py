"""What people call the columns of simple tables of their own, beside our names for them."""

from __future__ import annotations

from collections.abc import Mapping

Words = Mapping[str, tuple[str, ...]]

_PAGE = (
    "url", "page url", "page path", "path", "page address", "address", "landing page", "landing",
    "link url", "страница", "адрес страницы", "адрес", "url страницы", "página", "seite",
)  # fmt: skip
_CLICKS = ("click", "total clicks", "click count", "clicks count", "клики", "переходы", "clics",
           "cliques", "klicks")  # fmt: skip
_SHOWN = ("impression", "shows", "times shown", "показы", "impresiones", "impressões",
          "impressionen", "vertoningen")  # fmt: skip
_RANK = ("rank", "ranking", "average position", "avg position", "avg. position", "позиция",
         "средняя позиция", "posición", "posição", "platz")  # fmt: skip
_DAY = ("day", "дата", "день", "fecha", "datum")
_DEVICE = ("device type", "device category", "устройство")

# Our column -> other words for it. Where both stand in a table, the column called as ours is taken.
KEYWORD_WORDS: Words = {
    "keyword": (
        "keywords", "query", "queries", "search query", "search queries", "search term",
        "search terms", "search phrase", "phrase", "key phrase", "key word", "term",
        "запрос", "запросы", "поисковый запрос", "поисковые запросы", "ключевое слово",
        "ключевые слова", "ключевая фраза", "фраза", "mot-clé", "requête", "palabra clave",
        "consulta", "palavra-chave", "suchbegriff", "suchanfrage", "zoekwoord", "关键词",
    ),
    "page": _PAGE,
    "date": _DAY,
    "device": _DEVICE,
    "country": ("страна", "país", "pays", "land"),
    "impressions": _SHOWN,
    "clicks": _CLICKS,
    "position": _RANK,
    "volume": (
        "search volume", "searches", "monthly searches", "monthly search volume",
        "searches per month", "searches a month", "avg. monthly searches",
        "average monthly searches", "sv", "frequency", "частота", "частотность",
        "запросов в месяц", "volumen", "volumen de búsqueda", "volume de recherche",
        "suchvolumen", "zoekvolume", "搜索量",
    ),
    "volume_kind": ("volume kind",),
    "period_days": ("period days",),
    "intent": ("search intent", "интент"),
    "segment_by": ("segment by",),
}  # fmt: skip

CLICK_WORDS: Words = {
    "page": _PAGE,
    "element": ("element id", "selector", "css selector", "element selector", "xpath", "элемент"),
    "clicks": _CLICKS,
    "text": ("element text", "link text", "label", "caption", "anchor text", "текст", "надпись"),
    "target": ("href", "target url", "destination", "destination url", "link target", "ссылка"),
    "role": ("tag", "tag name", "element type"),
    "device": _DEVICE,
    "date": _DAY,
    "pageviews": ("page views", "views", "просмотры"),
    "exposed": ("exposures", "element views", "viewed"),
    "clicked_pageviews": ("clicked page views", "unique clicks"),
    "dead_clicks": ("dead clicks",),
    "rage_clicks": ("rage clicks",),
    "period_days": ("period days",),
    "segment_by": ("segment by",),
}

PAGE_WORDS: Words = {
    "page": _PAGE,
    "title": ("page title", "заголовок", "название"),
    "views": (
        "pageviews", "page views", "page view", "pageview", "screen views", "screenpageviews",
        "hits", "просмотры", "просмотры страниц", "páginas vistas", "vistas", "seitenaufrufe",
    ),
    "sessions": ("visits", "session", "visit", "landings", "entrances", "визиты", "сеансы",
                 "сессии", "sesiones", "sitzungen"),
    "engagement_time": (
        "engagement time", "average engagement time", "avg engagement time", "avg. time on page",
        "avg time on page", "average time on page", "time on page",
    ),
    "clicks": _CLICKS,
    "impressions": _SHOWN,
    "position": _RANK,
    "period_days": ("period days",),
    "segment_by": ("segment by",),
}  # fmt: skip
