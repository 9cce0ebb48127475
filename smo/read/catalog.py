"""All formats, and the table that lists them."""

from __future__ import annotations

import pandas as pd

from smo.errors import SmoError, nearest, quoted
from smo.read.format import Format, JsonShape
from smo.read.plain import PLAIN
from smo.read.vendors import (
    ahrefs,
    bing,
    clarity,
    crazy_egg,
    google_ads,
    google_analytics,
    google_trends,
    heatmaps,
    linkedin,
    matomo,
    meta,
    metrica,
    plausible,
    posthog,
    russian_tools,
    said,
    search_console,
    semrush,
    seo_tools,
    session_tools,
    social,
    wordstat,
    x_posts,
    yandex_webmaster,
    youtube,
)

# At equal fit the earlier is named: vendors whose exports were seen before the others.
VENDORS = (
    search_console,
    google_ads,
    google_trends,
    google_analytics,
    bing,
    semrush,
    ahrefs,
    seo_tools,
    wordstat,
    yandex_webmaster,
    russian_tools,
    said,
    crazy_egg,
    clarity,
    heatmaps,
    posthog,
    matomo,
    plausible,
    metrica,
    session_tools,
    x_posts,
    linkedin,
    meta,
    youtube,
    social,
)
# The vendors before the plain tables: at equal fit the vendor is named.
FORMATS: tuple[Format, ...] = (*(fmt for vendor in VENDORS for fmt in vendor.FORMATS), *PLAIN)
# A vendor whose interface answers in JSON of its own has shapes too.
SHAPES: tuple[JsonShape, ...] = tuple(
    shape for vendor in VENDORS for shape in getattr(vendor, "SHAPES", ())
)

ANY_TEXT = "…"
MOST_ALTERNATIVES = 3  # header words named of those that may stand for each other
MOST_NAMES = 30  # formats named in an error; no vendor has more
GRADES = {"R": "real files", "D": "documentation", "C": "other code", "K": "hearsay"}


def formats() -> pd.DataFrame:
    """Return the formats that are recognized without being named.

    Returns
    -------
    DataFrame
        One row is a table that an export gives: `family` (vendor), `name`, `table` (keywords,
        clicks, pages, totals or filters), `gives` (its columns that the export can fill),
        `recognized_by` (header words, in the first language; … stands for any text), `evidence`
        and `unconfirmed`. Sorted by family and name.

    Notes
    -----
    `evidence` is where our knowledge of the format as a whole comes from, best first:
    "real files" (exports that people really saved were read), "documentation" (the vendor
    describes it; of plain tables, this library does), "other code" (a program by others reads
    or writes it), "hearsay" (nobody has shown it to us). `unconfirmed` names the languages of
    the interface whose header words no real file has shown yet, whatever the grade: they are
    recognized, but if such an export is refused, name its columns by `columns=`.

    Every table has a segment and a source besides, and keywords, clicks and pages the days of
    their period where the export tells them.

    Examples
    --------
    >>> formats().query("family == 'Crazy Egg'")["table"].tolist()
    ['clicks']
    """
    rows = [
        _row(fmt, _told_by(fmt) if fmt is whole else _told_beside(fmt, whole))
        for whole in FORMATS
        for fmt in (whole, *whole.also)
    ]
    return pd.DataFrame(rows).sort_values(["family", "name"], ignore_index=True)


def named(name: str, *, caller: str) -> Format:
    """Return the format called `name`.

    Raises
    ------
    SmoError
        When there is none, with the nearest name.
    """
    names = {fmt.name.casefold(): fmt for fmt in FORMATS}
    if name.casefold() in names:
        return names[name.casefold()]
    beside = {other.name.casefold(): fmt for fmt in FORMATS for other in fmt.also}
    if name.casefold() in beside:
        whole = beside[name.casefold()].name
        raise SmoError(
            f"the rows of format {whole!r} give {name!r} too",
            where=caller,
            remedy=f"write format={whole!r}",
        )
    raise _no_format(name, caller)


def _no_format(name: str, caller: str) -> SmoError:
    """Return the error that lists the formats of the vendor meant, and no others."""
    names = {fmt.name.casefold(): fmt for fmt in FORMATS}
    wanted = name.casefold().strip()
    near = nearest(name, sorted(names))
    alike = [fmt for fmt in FORMATS if wanted in f"{fmt.family}\n{fmt.name}".casefold()]
    if not alike and near:
        alike = [fmt for fmt in FORMATS if fmt.family == names[near].family]
    shown = quoted((fmt.name for fmt in alike), limit=MOST_NAMES)
    listed = f"; there {'is' if len(alike) == 1 else 'are'} {shown}" if alike else ""
    if near or len(alike) == 1:
        chosen = names[near] if near and names[near] in alike else alike[0]
        remedy = f"write format={chosen.name!r}, or leave it out: the header tells the format"
    else:
        remedy = "leave it out: the header tells the format; smo.formats() lists all"
    return SmoError(f"there is no format {name!r}{listed}", where=caller, remedy=remedy)


def _row(fmt: Format, told_by: str) -> dict[str, str]:
    filled = {*fmt.words, *fmt.constants, *fmt.fills}
    return {
        "family": fmt.family,
        "name": fmt.name,
        "table": fmt.spec.name,
        "gives": ", ".join(name for name in fmt.spec.names if name in filled),
        "recognized_by": told_by,
        "evidence": GRADES[fmt.evidence],
        "unconfirmed": ", ".join(fmt.unconfirmed),
    }


def _told_by(fmt: Format) -> str:
    """Return the header words in one language; of those that may stand for each other, three."""
    needed = [fmt.words[name][0] for name in fmt.required]
    one_of = [fmt.words[name][0] for name in fmt.any_of[:MOST_ALTERNATIVES]]
    rest = ["others"] if len(fmt.any_of) > MOST_ALTERNATIVES else []
    words = ", ".join([*needed, " or ".join([*one_of, *rest])]).removesuffix(", ")
    return fmt.told_by or words.replace("*", ANY_TEXT)


def _told_beside(fmt: Format, whole: Format) -> str:
    return fmt.told_by or f"the rows of {whole.name}"
