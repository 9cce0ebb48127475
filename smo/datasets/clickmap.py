"""What is shown on the pages of a planted segment, how far people see it, what they click."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from smo.datasets.draws import Floats, binomial, normals, order, uniforms
from smo.datasets.pages import slug
from smo.datasets.phrases import Lexicon, lexicons
from smo.datasets.site import PERIOD_DAYS, SITES, Site

MEDIAN_ATTRACTION = 0.035  # clicked / exposed pageviews of a middling element
SEEN_LOSS = 0.85  # share of pageviews that never reach the foot of a page
AGAIN = 0.08  # share of clicks that are repeated in the same pageview
RAGE = 0.3  # share of dead clicks that come in a burst
DEAD_BASE = 0.02
DEAD_LOOKALIKE = 0.95
HOME_SHARE = 0.8  # share of topic pages that the home page shows
OWN_LINKS = 7
IMAGE_EVERY = 6  # every sixth tile of a home page is a picture without words


_Cell = tuple[str, str, str, str | None, str | None, float, float]


@dataclass(frozen=True, slots=True)
class Element:
    """One thing on a page: its words, where it stands, and how people take to it."""

    page: str
    element: str
    role: str
    text: str | None
    target: str | None
    depth: float
    topic: str | None
    furniture: bool = False
    attraction: float = MEDIAN_ATTRACTION
    dead: float = DEAD_BASE


def exposure(depth: Floats) -> Floats:
    """Return the share of pageviews in which an element at a depth is seen.

    Examples
    --------
    >>> exposure(np.array([0.0, 1.0])).round(2).tolist()
    [1.0, 0.15]
    """
    return 1.0 - SEEN_LOSS * depth


def attraction(segment: str, seed: int, topics: tuple[str, ...]) -> dict[str, float]:
    """Return the true attractiveness of each topic: clicked / exposed pageviews."""
    draws = normals(seed, f"{segment}/attraction", len(topics))
    rates = np.clip(MEDIAN_ATTRACTION * np.exp(0.6 * draws), 0.004, 0.2)
    return dict(zip(topics, rates.tolist(), strict=True))


def elements(
    pages: pd.DataFrame, segment: str, seed: int, rates: dict[str, float]
) -> list[Element]:
    """Return everything shown on the pages of a segment, page by page."""
    site = SITES[segment]
    known = {lexicon.name: lexicon for lexicon in lexicons(segment)}
    rows = list(pages.itertuples(index=False, name=None))
    served = [(page, title, topic) for page, title, topic, _ in rows if isinstance(topic, str)]
    found = [*_home(site, served, known, seed, segment), *_furniture(site, rows[0][0], served)]
    for number, (page, title, topic, _) in enumerate(rows[1:]):
        if isinstance(topic, str):
            found += _topic_page(page, title, known[topic], served, number)
        found += _furniture(site, page, served)
    noise = np.exp(0.25 * normals(seed, f"{segment}/elements", len(found)))
    return [_with_rate(row, rates, float(factor)) for row, factor in zip(found, noise, strict=True)]


def click_rows(shown: list[Element], views: pd.Series, segment: str, seed: int) -> pd.DataFrame:
    """Return the clicks of each element, rows without a click kept, with the truth beside them.

    Parameters
    ----------
    shown : list of Element
        What is on the pages.
    views : Series of float
        Page views by page.
    segment, seed : str, int
        Name the random streams.

    Returns
    -------
    DataFrame
        Columns of the clicks table, and topic, furniture, attractiveness and dead_share.
    """
    table = pd.DataFrame([{name: getattr(row, name) for name in row.__slots__} for row in shown])
    n = len(table)
    seen = table["page"].map(views).to_numpy(dtype=np.int64)
    exposed = binomial(
        uniforms(seed, f"{segment}/exposed", n), seen, exposure(table["depth"].to_numpy())
    )
    clicked = binomial(uniforms(seed, f"{segment}/clicked", n), exposed, table["attraction"])
    clicks = clicked + binomial(uniforms(seed, f"{segment}/again", n), clicked, AGAIN)
    dead = binomial(uniforms(seed, f"{segment}/dead", n), clicks, table["dead"])
    rage = binomial(uniforms(seed, f"{segment}/rage", n), dead, RAGE)
    return table.rename(columns={"attraction": "attractiveness", "dead": "dead_share"}).assign(
        segment=segment,
        kind="element",
        clicks=clicks,
        period_days=PERIOD_DAYS,
        pageviews=seen,
        exposed=exposed,
        clicked_pageviews=clicked,
        dead_clicks=dead,
        rage_clicks=rage,
    )


def _with_rate(row: Element, rates: dict[str, float], factor: float) -> Element:
    rate = row.attraction if row.furniture or row.topic is None else rates[row.topic]
    if row.dead > DEAD_BASE:
        rate *= 0.3
    values = {name: getattr(row, name) for name in row.__slots__}
    return Element(**{**values, "attraction": min(rate * factor, 0.5)})


def _home(
    site: Site,
    served: list[tuple[str, str, str]],
    known: dict[str, Lexicon],
    seed: int,
    segment: str,
) -> list[Element]:
    """Return banner and heading, which lead nowhere, and one or two tiles for most topics."""
    n_shown = max(1, round(HOME_SHARE * len(served)))
    picked = [served[i] for i in order(seed, f"{segment}/home", len(served))[:n_shown].tolist()]
    tiles = [(page, title, topic) for page, title, topic in picked]
    tiles += [(page, known[topic].links[1], topic) for page, _, topic in picked[: n_shown // 2]]
    home = site.root
    rows = [
        Element(home, "banner", "img", site.banner, None, 0.05, None, dead=DEAD_LOOKALIKE),
        Element(home, "heading", "h2", site.heading, None, 0.12, None, dead=DEAD_LOOKALIKE),
    ]
    for number, (page, text, topic) in enumerate(tiles):
        depth = round(0.1 + 0.8 * number / len(tiles), 3)
        picture = number % IMAGE_EVERY == IMAGE_EVERY - 1
        words = None if picture else text
        role = "img" if picture else "a"
        rows.append(Element(home, f"tile-{number + 1:02d}", role, words, page, depth, topic))
    return rows


def _topic_page(
    page: str, title: str, lexicon: Lexicon, served: list[tuple[str, str, str]], number: int
) -> list[Element]:
    """Return a heading people try to click, links into the topic, and two to other topics."""
    key = f"p{number + 1:02d}"
    rows = [
        Element(page, f"{key}-h1", "h1", title, None, 0.04, lexicon.name, dead=DEAD_LOOKALIKE),
    ]
    texts = [text for text in lexicon.links if text != title][:OWN_LINKS]
    for place, text in enumerate(texts):
        depth = round(0.1 + 0.6 * place / len(texts), 3)
        target = f"{page}{slug(text)}/"
        rows.append(
            Element(page, f"{key}-link-{place + 1}", "a", text, target, depth, lexicon.name)
        )
    others = [row for row in served if row[2] != lexicon.name]
    for place in range(min(2, len(others))):
        target, text, topic = others[(number + place * 5) % len(others)]
        depth = 0.75 + 0.07 * place
        rows.append(Element(page, f"{key}-more-{place + 1}", "a", text, target, depth, topic))
    return rows


def _furniture(site: Site, page: str, served: list[tuple[str, str, str]]) -> list[Element]:
    """Return what stands on every page: menu, search box, footer, cookie banner."""
    menu: list[tuple[str, str | None, str | None]] = [
        (title, target, topic) for target, title, topic in served[:4]
    ]
    menu += [(text, f"{site.root}{slug(text)}/", None) for text in site.menu]
    cells: list[_Cell] = [(f"menu-{n + 1}", "a", *row, 0.01, 0.012) for n, row in enumerate(menu)]
    cells += [
        ("search", "input", site.search, None, None, 0.01, 0.03),
        ("cookies", "button", site.cookies, None, None, 0.02, 0.2),
    ]
    cells += [
        (f"footer-{n + 1}", "a", text, f"{site.root}{slug(text)}/", None, 0.98, 0.008)
        for n, text in enumerate(site.footer)
    ]
    return [
        Element(page, key, role, text, target, depth, topic, furniture=True, attraction=rate)
        for key, role, text, target, topic, depth, rate in cells
    ]
