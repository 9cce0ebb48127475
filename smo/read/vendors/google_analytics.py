"""Google Analytics: version 4 reports, explorations and snapshots, and Universal Analytics."""

from __future__ import annotations

from dataclasses import replace

from smo.read.format import Draft, Format, JsonShape
from smo.tables import PAGES

PAGE_PATH = (
    "Page path and screen class", "Page path + query string and screen class",
    "Page path", "Caminho da página e classe da tela",
    "Caminho da página + string de consulta e classe da tela",
)  # fmt: skip
PAGE_TITLE = ("Page title and screen class", "Page title", "Título da página e classe da tela")
LANDING = (
    "Landing page", "Landing page + query string", "Página de destino",
    "Página de destino + string de consulta",
)  # fmt: skip
VIEWS = ("Views", "Visualizações")
SESSIONS = ("Sessions", "Sessões")
ENGAGEMENT = (
    "Average engagement time per active user", "Average engagement time per session",
    "Average engagement time", "Tempo médio de engajamento por usuário ativo",
    "Tempo médio de engajamento por sessão", "Tempo médio de engajamento",
)  # fmt: skip


def title_for_page(draft: Draft) -> Draft:
    """Take the title for the page where the report names pages by title only."""
    if "page" in draft.frame:
        return draft
    draft = replace(draft, frame=draft.frame.assign(page=draft.frame["title"]))
    return draft.note("pages are named by title: they meet other tables by words, not address")


def no_unset_page(draft: Draft) -> Draft:
    """Leave out the rows that Analytics could give no page for."""
    unset = draft.frame["page"].isin(["(not set)", "(other)"]).astype(bool)
    return draft.drop(unset, "page is (not set) or (other)")


FORMATS = (
    Format(
        name="Analytics 4 pages and screens",
        family="Google Analytics",
        spec=PAGES,
        words={
            "page": PAGE_PATH,
            "title": PAGE_TITLE,
            "views": VIEWS,
            "sessions": SESSIONS,
            "engagement_time": ENGAGEMENT,
        },
        required=("views",),
        any_of=("page", "title"),
        evidence="R",
        mends=(title_for_page, no_unset_page),
    ),
    Format(
        name="Analytics 4 landing pages",
        family="Google Analytics",
        spec=PAGES,
        words={
            "page": LANDING,
            "sessions": SESSIONS,
            "views": VIEWS,
            "engagement_time": ENGAGEMENT,
        },
        required=("page", "sessions"),
        evidence="R",
        mends=(no_unset_page,),
    ),
)

SHAPES: tuple[JsonShape, ...] = ()
