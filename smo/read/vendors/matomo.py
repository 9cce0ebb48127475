"""Matomo: contents, outlinks, downloads, pages and the site's own search.

The columns are named raw (`nb_hits`) or translated, as the export was asked for.
"""

from __future__ import annotations

from dataclasses import replace

from smo.read.format import Draft, Format, JsonShape
from smo.read.mends import sum_keys
from smo.read.recognize import fold_header
from smo.read.specs import SUBJECT
from smo.read.vendors.said import monthly, summed
from smo.tables import CLICKS, KEYWORDS, PAGES

FAMILY = "Matomo"
UNCONFIRMED = ("French", "German", "Russian", "Spanish")
# Raw names first, then English, German, French, Spanish and Russian: all of them by analogy.
LABEL = ("label", "Bezeichnung", "Libellé", "Étiquette", "Etiqueta", "Название", "Метка")
VISITS = ("nb_visits", "Visits", "Besuche", "Visites", "Visitas", "Посещения", "Визиты")
UNIQUE = ("nb_uniq_visitors", "Unique visitors", "Eindeutige Besucher", "Visiteurs uniques",
          "Visitantes únicos", "Уникальные посетители")  # fmt: skip
VIEWS = ("nb_hits", "Pageviews", "Seitenansichten", "Vues de page",
         "Pages vues", "Páginas vistas", "Visitas de páginas", "Просмотры страниц")  # fmt: skip
UNIQUE_VIEWS = ("Unique Pageviews", "Eindeutige Seitenansichten", "Vues de page uniques",
                "Páginas vistas únicas", "Уникальные просмотры страниц")  # fmt: skip
CLICKED = ("nb_hits", "Clicks", "Downloads", "Klicks", "Clics", "Téléchargements",
           "Descargas", "Клики", "Загрузки")  # fmt: skip
UNIQUE_CLICKS = ("Unique Clicks", "Unique Downloads", "Eindeutige Klicks",
                 "Eindeutige Downloads", "Clics uniques", "Téléchargements uniques",
                 "Clics únicos", "Descargas únicas", "Уникальные клики",
                 "Уникальные загрузки")  # fmt: skip
TIME = ("avg_time_on_page", "Avg. time on page", "Average time on page",
        "Durchschn. Zeit auf der Seite", "Temps moyen par page", "Temps moyen sur la page",
        "Tiempo promedio en la página", "Ср. время на странице",
        "Среднее время на странице")  # fmt: skip
BOUNCE = ("bounce_rate", "Bounce rate", "Absprungrate", "Taux de rebond", "Tasa de rebote",
          "Porcentaje de rebote", "Показатель отказов")  # fmt: skip
EXIT = ("exit_rate", "Exit rate", "Ausstiegsrate", "Taux de sortie", "Tasa de salida",
        "Porcentaje de salidas", "Процент выходов")  # fmt: skip
IMPRESSIONS = ("nb_impressions", "Impressions", "Content impressions", "Impressionen",
               "Impresiones", "Показы")  # fmt: skip
INTERACTIONS = ("nb_interactions", "Content interactions", "Interactions", "Interaktionen",
                "Interacciones", "Взаимодействия")  # fmt: skip
RATE = ("interaction_rate", "Interaction rate", "Interaktionsrate", "Taux d'interaction",
        "Tasa de interacción", "Коэффициент взаимодействия")  # fmt: skip
ADDRESS = ("metadata_url", "url", "Metadata: url", "*: url")
SEGMENT = ("metadata_segment", "segment", "Metadata: segment", "*: segment")
PER_SEARCH = ("nb_pages_per_search", "Search results pages", "Pages per search",
              "Suchergebnisseiten", "Pages de résultats de recherche",
              "Páginas de resultados de búsqueda", "Страницы результатов поиска")  # fmt: skip
# What Matomo calls the rows beyond the number that it keeps.
REST = frozenset(map(fold_header, ("Others", "Andere", "Sonstige", "Autres", "Otros", "Остальные",
                                   "Другие", "-1")))  # fmt: skip


def _without_rest(draft: Draft) -> Draft:
    """Leave out the row of all that Matomo does not keep apart."""
    name = "_label" if "_label" in draft.extra else SUBJECT[draft.spec.name]
    labels = draft.extra[name] if name in draft.extra else draft.frame[name]
    rest = labels.fillna("").map(fold_header).str.removeprefix("- ").isin(REST)
    return draft.drop(rest.astype(bool), "rest that Matomo does not tell apart")


def _contents(draft: Draft) -> Draft:
    """Name a piece of content by its label; how often it was shown is its exposure."""
    draft = replace(draft, frame=draft.frame.assign(text=draft.frame["element"]))
    return sum_keys(draft).note("contents are told for the whole site: give page= for one page")


def _outlinks(draft: Draft) -> Draft:
    label = draft.frame["element"]
    told = draft.frame.get("target", label)
    draft = replace(draft, frame=draft.frame.assign(target=told.fillna(label)))
    return sum_keys(draft).note("links are told for the whole site: give page= for one page")


def _address(draft: Draft) -> Draft:
    """Take the address where it is told, else the label."""
    label = draft.extra["_label"]
    page = draft.frame["page"].fillna(label) if "page" in draft.frame else label
    return sum_keys(replace(draft, frame=draft.frame.assign(page=page, title=label)))


FORMATS: tuple[Format, ...] = (
    Format(
        name="Matomo contents",
        family=FAMILY,
        spec=CLICKS,
        words={"element": (*LABEL, "Content name", "Content piece"), "exposed": IMPRESSIONS,
               "clicks": INTERACTIONS, "rate": RATE, "visits": VISITS, "unique": UNIQUE,
               "target": ("metadata_contentTarget", "contentTarget"), "segment_of": SEGMENT},
        required=("element", "exposed", "clicks"),
        any_of=("rate", "visits"),
        evidence="D",
        fills=("text",),
        unconfirmed=UNCONFIRMED,
        constants={"kind": "element"},
        mends=(_without_rest, _contents),
    ),
    Format(
        name="Matomo outlinks",
        family=FAMILY,
        spec=CLICKS,
        words={"element": (*LABEL, "Clicked URL", "Download URL", "outlink", "Angeklickte URL"),
               "target": ADDRESS, "clicks": CLICKED, "visits": (*VISITS, *UNIQUE_CLICKS),
               "unique": UNIQUE_CLICKS, "users": UNIQUE, "time": ("sum_time_spent",),
               "segment_of": SEGMENT},
        required=("element", "clicks", "visits"),
        evidence="D",
        unconfirmed=UNCONFIRMED,
        constants={"kind": "link"},
        mends=(_without_rest, _outlinks),
    ),
    Format(
        name="Matomo pages",
        family=FAMILY,
        spec=PAGES,
        words={"_label": (*LABEL, "Page URL", "Page title"), "page": ADDRESS, "views": VIEWS,
               "sessions": (*VISITS, *UNIQUE_VIEWS), "engagement_time": TIME, "unique": UNIQUE,
               "total_time": ("sum_time_spent",), "bounces": BOUNCE, "exit": EXIT,
               "entries": ("entry_nb_visits",), "exits": ("exit_nb_visits",),
               "segment_of": SEGMENT},
        required=("_label", "views", "sessions"),
        any_of=("engagement_time", "bounces", "exit", "entries"),
        evidence="D",
        fills=("title",),
        unconfirmed=UNCONFIRMED,
        mends=(_without_rest, _address),
    ),
    Format(
        name="Matomo site search",
        family=FAMILY,
        spec=KEYWORDS,
        words={"keyword": (*LABEL, "Keyword", "Suchbegriff", "Mot clé", "Palabra clave"),
               "volume": ("nb_visits", "Searches", "Suchanfragen", "Recherches", "Búsquedas",
                          "Поисковые запросы"),
               "hits": ("nb_hits",), "pages_per_search": PER_SEARCH, "exit": EXIT,
               "bounces": BOUNCE, "time": (*TIME, "sum_time_spent"),
               "exits": ("exit_nb_visits",), "segment_of": SEGMENT},
        required=("keyword", "volume", "pages_per_search"),
        evidence="C",
        unconfirmed=UNCONFIRMED,
        constants={"volume_kind": "exact"},
        mends=(_without_rest, summed, monthly),
    ),
)  # fmt: skip
SHAPES: tuple[JsonShape, ...] = ()
