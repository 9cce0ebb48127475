"""The public readers: any export in, checked tables and a read report out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from smo.read.ask import Ask, Html
from smo.read.doors import refuse_wrong_door
from smo.read.reading import no_rows, read_drafts, to_table
from smo.read.reports import reads_of
from smo.read.specs import SPECS
from smo.spec import Table
from smo.tables import CLICKS, KEYWORDS, PAGES

TABLES = ("keywords", "clicks", "pages")


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Exports:
    r"""What one export holds. Every table is there; one the export does not give is empty.

    Attributes
    ----------
    keywords, pages, clicks : DataFrame
        Checked tables, see `smo.tables`; sorted by their key, then by source.
    totals : DataFrame
        One row is a total the export gives itself: kind (day, device, country, appearance),
        name, date, clicks, impressions, position.
    report : DataFrame
        One row is one table read from one file: what was read, dropped and why. `total_clicks`
        is what the file itself gives as its total, `sum_clicks` what its rows add up to;
        `cut_on_outcome` says that no row without a click is left; `unused` names columns left
        out. `smo.tables.READS` says what each column means.

    Examples
    --------
    >>> import io
    >>> read_export(io.StringIO("keyword,impressions\nred rope,9\n"))
    Exports(keywords=1, pages=0, clicks=0, totals=0, report=1)
    """

    keywords: pd.DataFrame
    pages: pd.DataFrame
    clicks: pd.DataFrame
    totals: pd.DataFrame
    report: pd.DataFrame

    def __repr__(self) -> str:
        """Return the numbers of rows."""
        names = ("keywords", "pages", "clicks", "totals", "report")
        return f"Exports({', '.join(f'{name}={len(getattr(self, name))}' for name in names)})"


def read_export(
    source: object,
    *,
    segment: str | None = None,
    page: str | None = None,
    html: Html | None = None,
    format: str | None = None,  # noqa: A002 - the word a caller looks for
    columns: Mapping[str, str] | None = None,
) -> Exports:
    """Read every table of an export.

    Parameters
    ----------
    source : path, folder, glob, zip, file object, frame, rows, list of these, or mapping
        Paths may be gzipped or workbooks; rows are the answer of the Search Console
        interface. A mapping `{"buyers": source, ...}` gives each segment its sources.
    segment : str, optional
        Audience segment of all rows. None takes the export's own filter (device, country,
        page), else "all".
    page : str, optional
        Address of the page that click maps were taken of; needed where an export does not name
        it, as in `read_clicks`.
    html : path, or mapping of str to path, optional
        Saved copy of the page that click maps were taken of, as in `read_clicks`.
    format : str, optional
        Name of a format (see `formats`) where several would fit.
    columns : mapping of str to str, optional
        Our column name -> theirs, for tables of no known format.

    Returns
    -------
    Exports
        Frozen: `.keywords .pages .clicks .totals .report`.

    Raises
    ------
    SmoError
        When a file is missing, damaged, empty or unknown, or two files contradict each other.

    Examples
    --------
    >>> rows = {"rows": [{"keys": ["shoes"], "clicks": 1, "impressions": 9, "position": 3.2}]}
    >>> read_export(rows, segment="buyers")
    Exports(keywords=1, pages=0, clicks=0, totals=0, report=1)
    """
    ask = Ask("read_export", TABLES, segment, page, format, columns, html)
    drafts = read_drafts(source, ask)
    if not any(len(draft.frame) for draft in drafts):
        raise no_rows(drafts, ask)
    tables = {name: to_table(drafts, SPECS[name], ask) for name in (*TABLES, "totals")}
    frames = {name: frame for name, (frame, _) in tables.items()}
    sources = [d.source for _, kept in tables.values() for d in kept]
    return Exports(report=reads_of(sources), **frames)


def read_keywords(
    source: object,
    *,
    segment: str | None = None,
    format: str | None = None,  # noqa: A002 - the word a caller looks for
    columns: Mapping[str, str] | None = None,
) -> pd.DataFrame:
    r"""Read the keywords of an export; the arguments are those of `read_export`.

    Parameters
    ----------
    source, segment, format, columns
        As in `read_export`.

    Returns
    -------
    DataFrame
        One row is a keyword of a segment, with its page and day where the export has them;
        texts as exported. Sorted by segment, keyword, page, date, device, country, source.
        `smo.read.reads_of(table)` is its read report.

    Raises
    ------
    SmoError
        As `read_export`, and when the export holds another kind of table.

    Examples
    --------
    >>> import io
    >>> table = io.StringIO("My phrase,impressions\nred shoes,10\n")
    >>> read_keywords(table, columns={"keyword": "My phrase"})["keyword"].tolist()
    ['red shoes']
    """
    ask = Ask("read_keywords", ("keywords",), segment, None, format, columns)
    return _only(source, KEYWORDS, ask)


def read_clicks(
    source: object,
    *,
    segment: str | None = None,
    page: str | None = None,
    html: Html | None = None,
    format: str | None = None,  # noqa: A002 - the word a caller looks for
    columns: Mapping[str, str] | None = None,
) -> pd.DataFrame:
    r"""Read a click map; the arguments are those of `read_export`.

    Parameters
    ----------
    source, segment, format, columns
        As in `read_export`.
    page : str, optional
        Address of the page the map was taken of; needed where the export does not name it. It
        renames maps that all name the same page; of others it fills only what names none.
    html : path, or mapping of str to path, optional
        Saved copy of the page ("Save as" of a browser), or page address -> copy: elements that a
        map names by CSS selectors (Clarity, Hotjar, Mouseflow, Amplitude, plain tables) get the
        words, the target and the role of the link or button they lead to. A selector found
        several times takes what all places have in common. Needs the extra ``html``.

    Returns
    -------
    DataFrame
        One row is something shown and clicked. `click_id` is a hash of the row's key.
        Sorted by segment, page, element, kind, device, channel, date, target, source.
        `smo.read.reads_of(table)` is its read report.

    Raises
    ------
    SmoError
        As `read_export`, and when the export holds another kind of table; when a saved page is
        missing, no web page or of no map, or one is given for maps of several pages.

    Examples
    --------
    >>> import io
    >>> table = io.StringIO("element,text,clicks\nmenu,Sale,7\n")
    >>> read_clicks(table, page="https://shop.example/")[["page", "kind", "clicks"]].values.tolist()
    [['https://shop.example/', 'element', 7.0]]
    """
    ask = Ask("read_clicks", ("clicks",), segment, page, format, columns, html)
    return _only(source, CLICKS, ask)


def read_pages(
    source: object,
    *,
    segment: str | None = None,
    format: str | None = None,  # noqa: A002 - the word a caller looks for
    columns: Mapping[str, str] | None = None,
) -> pd.DataFrame:
    r"""Read page statistics; the arguments are those of `read_export`.

    Parameters
    ----------
    source, segment, format, columns
        As in `read_export`.

    Returns
    -------
    DataFrame
        One row is a page's statistics in a segment. Sorted by segment, page, source.
        `smo.read.reads_of(table)` is its read report.

    Raises
    ------
    SmoError
        As `read_export`, and when the export holds another kind of table.

    Examples
    --------
    >>> import io
    >>> read_pages(io.StringIO("page,views\n/a,3\n/b,4\n"))["views"].sum()
    np.float64(7.0)
    """
    ask = Ask("read_pages", ("pages",), segment, None, format, columns)
    return _only(source, PAGES, ask)


def _only(source: object, spec: Table, ask: Ask) -> pd.DataFrame:
    drafts = read_drafts(source, ask)
    frame, kept = to_table(drafts, spec, ask)
    if frame.empty:
        refuse_wrong_door([draft for draft in drafts if len(draft.frame)], ask)
        raise no_rows(kept, ask)
    return frame
