"""A planted world as two more tools export it: Crazy Egg's element list, GA4's page report."""

from __future__ import annotations

import csv
import io
from datetime import date

import pandas as pd

from smo.datasets.site import FIRST_DAY, HOST, LAST_DAY, PERIOD_DAYS, SITES
from smo.datasets.world import World

DOT = "   \u2022   "  # between the facts of a snapshot
FIRST_ELEMENT_ID = 61
HIDDEN_KEYS = ("cookies",)  # clicked, but not on the snapshot
SERVICE_PATHS = (("/cart/", 2187), ("/checkout/", 934), ("/search/", 1766), ("(not set)", 12))
GA4_HEADER = (
    "Page path and screen class", "Views", "Active users", "Views per active user",
    "Average engagement time per active user", "Event count", "Key events", "Total revenue",
)  # fmt: skip


def element_list(world: World, segment: str) -> bytes:
    """Return the Crazy Egg element list of a segment's main page.

    Parameters
    ----------
    world : World
        A planted world.
    segment : str
        One of its segments.

    Returns
    -------
    bytes
        Clicked elements, most clicked first; facts of the snapshot in the sixth cell of the
        first two rows, the other rows have five. The facts' clicks are the rows' sum.

    Examples
    --------
    >>> from smo.datasets.world import load_demo
    >>> element_list(load_demo(), "buyers")[:29]
    b'Element ID,Tag name,Name,No. '
    """
    site = SITES[segment]
    rows = world.clicks[world.clicks["page"] == site.root]
    ids = rows["depth"].rank(method="first").add(FIRST_ELEMENT_ID).astype(int)
    rows = rows.assign(id=ids)[rows["clicks"] > 0]
    rows = rows.sort_values(["clicks", "id"], ascending=[False, True])
    first = date.fromisoformat(FIRST_DAY)
    facts = (
        f"{site.home_title}{DOT}{site.root}",
        f"created {first.month}-{first.day}-{first.year}{DOT}{PERIOD_DAYS} days 0 hours 0 mins"
        f"{DOT}{int(rows['pageviews'].max())} visits, {int(rows['clicks'].sum())} clicks",
    )
    memory = io.StringIO()
    writer = csv.writer(memory, lineterminator="\n")
    writer.writerow(
        ("Element ID", "Tag name", "Name", "No. clicks", "Visible?", "Snapshot information")
    )
    columns = (rows[c].tolist() for c in ("id", "role", "element", "text", "target", "clicks"))
    for number, (key, role, element, text, target, clicks) in enumerate(zip(*columns, strict=True)):
        visible = "false" if element in HIDDEN_KEYS else "true"
        cells = (key, role, _name(role, text, target), int(clicks), visible)
        writer.writerow((*cells, *facts[number : number + 1]))
    return memory.getvalue().encode("utf-8")


def page_report(world: World) -> bytes:
    """Return the GA4 report "Pages and screens" of the whole site.

    Parameters
    ----------
    world : World
        A planted world.

    Returns
    -------
    bytes
        UTF-8 with CRLF: a block of comment lines, the header, a row for each path with the
        most viewed first, service pages and `(not set)` among them, no line end at the end.

    Examples
    --------
    >>> from smo.datasets.world import load_demo
    >>> page_report(load_demo()).splitlines()[1]
    b'# Pages and screens: Page path and screen class'
    """
    line = f"# {'-' * 40}"
    block = (
        line, "# Pages and screens: Page path and screen class", "# Account: Velmarok",
        "# Property: Velmarok - GA4", line, "# ", "# All Users",
        f"# Start date: {FIRST_DAY.replace('-', '')}", f"# End date: {LAST_DAY.replace('-', '')}",
    )  # fmt: skip
    memory = io.StringIO()
    writer = csv.writer(memory, lineterminator="\r\n")
    writer.writerow(GA4_HEADER)
    writer.writerows(_page_rows(world.pages))
    text = "\r\n".join((*block, memory.getvalue()))
    return text.removesuffix("\r\n").encode("utf-8")


def _name(role: str, text: object, target: object) -> str:
    """Return what Crazy Egg calls an element: form field, words, else host and path."""
    if role == "input":
        return "s.q"
    if isinstance(text, str):
        return text
    return str(target).removeprefix("https://")


def _page_rows(pages: pd.DataFrame) -> list[tuple[object, ...]]:
    found = [
        (page.removeprefix(f"https://{HOST}"), int(views), int(sessions), float(spent))
        for page, views, sessions, spent in zip(
            *(pages[c].tolist() for c in ("page", "views", "sessions", "engagement_time")),
            strict=True,
        )
    ]
    found += [(path, views, views // 2, 25.0) for path, views in SERVICE_PATHS]
    rows: list[tuple[object, ...]] = []
    for path, views, sessions, spent in sorted(found, key=lambda row: (-row[1], row[0])):
        users = max(1, sessions * 87 // 100)
        seconds = round(spent * users)
        events = 4 * views + 3 * sessions
        rows.append((path, views, users, views / users, seconds / users, events, 0, 0))
    return rows
