"""Meta: posts of Facebook and Instagram, and campaigns of Meta Ads.

Clicks are link clicks. Where Facebook tells only all clicks (on photos, videos, "see more"),
those are taken and the read report says so. Posts of Instagram hold no link that can be clicked,
and its export counts no clicks: they are 0, flagged as derived. Exposure is impressions, views
where there are none; reach, which counts people, is left out.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pandas as pd

from smo.read.dates import parse_day
from smo.read.format import Draft, Format, JsonShape
from smo.read.periods import span
from smo.read.posts import POSTS, click_counts, clicks_else, with_fills
from smo.spec import DTYPES
from smo.tables import CLICKS

# Words of the Business Suite in Portuguese beside the first four: by analogy.
POST: Mapping[str, tuple[str, ...]] = {
    "element": ("Post ID", "Identificação da publicação"),
    "text": ("Description", "Descrição"),
    "date": ("Publish time", "Horário de publicação"),
    "page": ("Permalink", "Link permanente"),
    "exposed": ("Impressions", "Impressões"),
    "pageviews": ("Views", "Visualizações"),
    "duration": ("Duration (sec)", "Duração (s)"),
    "type": ("Post type", "Tipo de publicação"),
    "comment": ("Data comment", "Comentário sobre os dados"),
    "lifetime": ("Date", "Data"),
    "reach": ("Reach", "Alcance"),
    "shares": ("Shares", "Compartilhamentos"),
    "comments": ("Comments", "Comentários"),
    "clicks": ("Link Clicks", "Cliques no link", "Cliques em links"),
}


def title_and_text(draft: Draft) -> Draft:
    """Join title and description of a post: one often begins the other."""
    if "_title" not in draft.extra:
        return draft
    titles = draft.extra["_title"].fillna("").tolist()
    empty = pd.Series(pd.NA, index=draft.frame.index, dtype=DTYPES["text"])
    texts = draft.frame.get("text", empty).fillna("").tolist()
    joined = [_joined(title, text) for title, text in zip(titles, texts, strict=True)]
    text: pd.Series[Any] = pd.Series(joined, index=draft.frame.index, dtype=DTYPES["text"])
    return replace(draft, frame=draft.frame.assign(text=text))


def _joined(title: str, text: str) -> str | None:
    begun = title.rstrip(".… ")
    if begun in text:
        return text or None
    return title if text in title else f"{title} {text}"


def total_clicks(draft: Draft) -> Draft:
    """Take all clicks where link clicks are not told."""
    return clicks_else(draft, "_total_clicks", "all clicks on the post")


def ad_clicks(draft: Draft) -> Draft:
    """Take all clicks on ads where link clicks are not told."""
    return clicks_else(draft, "_all_clicks", "all clicks on the ad")


def ads(draft: Draft) -> Draft:
    """Name each row by campaign, ad set and ad, as far as the report tells them."""
    frame = draft.frame
    parts = [frame["element"], *(draft.extra[n] for n in ("_ad_set", "_ad") if n in draft.extra)]
    rows = zip(*(part.fillna("").str.strip().tolist() for part in parts), strict=True)
    names = [" / ".join(dict.fromkeys(filter(None, row))) or None for row in rows]
    element: pd.Series[Any] = pd.Series(names, index=frame.index, dtype=DTYPES["text"])
    named = frame.assign(
        campaign=frame["element"], element=element, text=element, page="meta:" + element
    )
    if "channel" in named:
        named["channel"] = named["channel"].str.casefold()
    return replace(draft, frame=named)


def reporting_period(draft: Draft) -> Draft:
    """Take the period from the columns that tell its first and last day in every row."""
    if not {"_starts", "_ends"} <= set(draft.extra):
        return draft
    starts, ends = (
        [day for text in draft.extra[name].dropna().unique() if (day := parse_day(text))]
        for name in ("_starts", "_ends")
    )
    return replace(draft, period=span(min(starts), max(ends))) if starts and ends else draft


FORMATS: tuple[Format, ...] = (
    with_fills(
        Format(
            name="Facebook posts",
            family="Meta",
            spec=CLICKS,
            words={
                **POST,
                "_title": ("Title", "Título"),
                "_total_clicks": ("Total clicks", "Total de cliques"),
                "place": ("Page ID", "Page name", "Identificação da Página", "Nome da Página"),
                "reactions": ("Reactions", "Reações"),
                "other_clicks": ("Other Clicks", "Outros cliques"),
                "seconds": ("Average Seconds viewed", "Média de segundos visualizados"),
            },
            required=("element", "page", "place"),
            any_of=("exposed", "pageviews"),
            evidence="C",
            unconfirmed=("Portuguese",),
            constants={"kind": "post", "channel": "facebook"},
            mends=(title_and_text, total_clicks, *POSTS),
            day_first=False,
        )
    ),
    with_fills(
        Format(
            name="Instagram posts",
            family="Meta",
            spec=CLICKS,
            words={
                **POST,
                "account": ("Account username", "Account ID", "Nome de usuário da conta",
                            "Identificação da conta"),
                "likes": ("Likes", "Curtidas"),
                "follows": ("Follows", "Seguimentos"),
                "saves": ("Saves", "Salvamentos"),
            },
            required=("element", "page", "account"),
            any_of=("exposed", "pageviews"),
            evidence="C",
            unconfirmed=("Portuguese",),
            constants={"kind": "post", "channel": "instagram"},
            mends=POSTS,
            day_first=False,
        )
    ),
    with_fills(
        Format(
            name="Facebook Insights posts",
            family="Meta",
            spec=CLICKS,
            words={
                "element": ("Post ID",),
                "page": ("Permalink",),
                "text": ("Post Message",),
                "type": ("Type",),
                "_posted": ("Posted",),
                "exposed": ("Lifetime Post Total Impressions",),
                "reach": ("Lifetime Post Total Reach",),
                "engaged": ("Lifetime Engaged Users",),
                "_total_clicks": ("Lifetime Post Consumptions",),
                # By analogy: the sheet of consumptions by type.
                "clicks": ("Lifetime Post Consumptions by type - link clicks", "link clicks"),
            },
            required=("element", "page", "text", "exposed"),
            evidence="C",
            constants={"kind": "post", "channel": "facebook"},
            mends=(total_clicks, *POSTS),
            day_first=False,
            described=True,
        )
    ),
    Format(
        name="Meta Ads report",
        family="Meta",
        spec=CLICKS,
        words={
            "element": ("Campaign name", "Nome da campanha"),
            "_ad_set": ("Ad set name", "Nome do conjunto de anúncios"),
            "_ad": ("Ad name", "Nome do anúncio"),
            "date": ("Day", "Dia"),
            "channel": ("Platform", "Plataforma"),
            "exposed": ("Impressions", "Impressões"),
            "clicks": ("Link clicks", "Cliques no link"),
            "_all_clicks": ("Clicks (all)", "Cliques (todos)"),
            "reach": ("Reach", "Alcance"),
            "frequency": ("Frequency", "Frequência"),
            "currency": ("Currency",),
            "spent": ("Amount spent (*)", "Valor usado (*)"),
            "cost_per_click": ("CPC (cost per link click)",),
            "cpc": ("CPC (all)",),
            "ctr": ("CTR (all)",),
            "_starts": ("Reporting starts", "Início dos relatórios"),
            "_ends": ("Reporting ends", "Término dos relatórios"),
        },
        required=("element", "exposed", "_starts"),
        any_of=("clicks", "_all_clicks"),
        evidence="R",
        unconfirmed=("Portuguese",),
        constants={"kind": "post", "channel": "meta"},
        mends=(ad_clicks, reporting_period, ads, click_counts),
        day_first=False,
        fills=("page", "text", "campaign"),
    ),
)  # fmt: skip

SHAPES: tuple[JsonShape, ...] = ()
