"""Matomo: contents, outlinks, pages; raw column names or translated ones."""

from __future__ import annotations

from dataclasses import replace

from smo.read.format import Draft, Format, JsonShape
from smo.tables import CLICKS, PAGES

FAMILY = "Matomo"
# Raw names of the interface first, then English, German, French, Spanish and Russian.
LABEL = ("label", "Label", "Bezeichnung", "Libellé", "Etiqueta", "Название", "Метка")
VISITS = ("nb_visits", "Visits", "Besuche", "Visites", "Visitas", "Посещения", "Визиты")
HITS = ("nb_hits", "Pageviews", "Hits", "Clicks", "Seitenansichten", "Vues de page",
        "Páginas vistas", "Просмотры страниц", "Klicks", "Clics", "Клики")  # fmt: skip
UNIQUE = ("nb_uniq_visitors", "Unique visitors", "Unique Pageviews", "Unique Clicks",
          "Eindeutige Besucher", "Уникальные посетители")  # fmt: skip
TIME = ("avg_time_on_page", "Avg. time on page", "Durchschn. Zeit auf der Seite",
        "Temps moyen par page")  # fmt: skip
IMPRESSIONS = ("nb_impressions", "Impressions", "Impressionen", "Impresiones", "Показы")
INTERACTIONS = ("nb_interactions", "Content interactions", "Interactions", "Interaktionen",
                "Interacciones", "Взаимодействия")  # fmt: skip
RATE = ("interaction_rate", "Interaction rate", "Interaktionsrate", "Taux d'interaction",
        "Коэффициент взаимодействия")  # fmt: skip
ADDRESS = ("metadata_url", "URL", "Metadata: url", "url")
UNCONFIRMED = ("French", "German", "Russian", "Spanish")
# A label Matomo gives to what has none.
UNKNOWN = ("Others", "- Others", "Andere", "Autres", "Otros", "Остальные")


def _contents(draft: Draft) -> Draft:
    """Name a piece of content by its label; how often it was shown is its exposure."""
    label = draft.frame["element"]
    draft = replace(draft, frame=draft.frame.assign(text=label))
    return draft.note("contents are told for the whole site: give page= for one page")


def _outlinks(draft: Draft) -> Draft:
    label = draft.frame["element"]
    told = draft.frame.get("target", label)
    draft = replace(draft, frame=draft.frame.assign(target=told.fillna(label)))
    return draft.note("outlinks are told for the whole site: give page= for one page")


def _address(draft: Draft) -> Draft:
    """Take the address where it is told, else the label."""
    if "_label" not in draft.extra:
        return draft
    label = draft.extra["_label"]
    page = draft.frame["page"].fillna(label) if "page" in draft.frame else label
    frame = draft.frame.assign(page=page)
    frame = frame if "title" in frame else frame.assign(title=label)
    return replace(draft, frame=frame)


FORMATS: tuple[Format, ...] = (
    Format(
        name="Matomo contents",
        family=FAMILY,
        spec=CLICKS,
        words={"element": (*LABEL, "Content name", "Content piece"), "exposed": IMPRESSIONS,
               "clicks": INTERACTIONS, "rate": RATE, "visits": VISITS, "unique": UNIQUE},
        required=("element", "exposed", "clicks"),
        any_of=("rate", "visits"),
        evidence="D",
        fills=("text",),
        unconfirmed=UNCONFIRMED,
        constants={"kind": "element"},
        totals=UNKNOWN,
        mends=(_contents,),
    ),
    Format(
        name="Matomo outlinks",
        family=FAMILY,
        spec=CLICKS,
        words={"element": ("Clicked URL", "outlink", "Angeklickte URL", *LABEL),
               "target": ADDRESS, "clicks": ("Clicks", "nb_hits", "Klicks", "Clics", "Клики"),
               "visits": VISITS, "unique": ("Unique Clicks", "nb_visits_unique")},
        required=("element", "clicks", "visits"),
        any_of=("unique", "target"),
        evidence="D",
        unconfirmed=UNCONFIRMED,
        constants={"kind": "link"},
        mends=(_outlinks,),
        told_by="label, clicks (nb_hits), visits, and unique clicks or an address",
    ),
    Format(
        name="Matomo pages",
        family=FAMILY,
        spec=PAGES,
        words={"_label": (*LABEL, "Page URL", "Page title"), "page": ADDRESS, "views": HITS,
               "sessions": VISITS, "engagement_time": TIME, "unique": UNIQUE,
               "total_time": ("sum_time_spent",), "bounces": ("bounce_count", "bounce_rate",
                                                              "Bounce rate"),
               "exit": ("exit_rate", "Exit rate"), "entry": ("entry_nb_visits",)},
        required=("_label", "views", "sessions"),
        any_of=("engagement_time", "bounces", "exit", "entry"),
        evidence="D",
        fills=("title",),
        unconfirmed=UNCONFIRMED,
        mends=(_address,),
    ),
)  # fmt: skip
SHAPES: tuple[JsonShape, ...] = ()
