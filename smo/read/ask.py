"""What a caller asks of a reader, checked before any file is opened."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass

from smo.errors import SmoError

# Path of a saved page, or one for each address.
Html = str | os.PathLike[str] | Mapping[str, str | os.PathLike[str]]


@dataclass(frozen=True, slots=True)
class Ask:
    """What the caller wants: the arguments of a reader, gathered."""

    caller: str
    tables: tuple[str, ...]
    segment: str | None = None
    page: str | None = None
    format: str | None = None
    columns: Mapping[str, str] | None = None
    html: Html | None = None


def check_ask(ask: Ask) -> None:
    """Refuse arguments of the wrong kind.

    Raises
    ------
    SmoError
        Naming the argument, its value and an example.

    Examples
    --------
    >>> check_ask(Ask("read_keywords", ("keywords",), segment="buyers"))
    """
    _check_text("segment", ask.segment, "name the audience, e.g. segment='buyers'", ask)
    _check_text("page", ask.page, "give the map's page, e.g. page='https://shop.example/'", ask)
    _check_text("format", ask.format, "write a name that smo.formats() lists", ask)
    if ask.columns is not None:
        _check_columns(ask.columns, ask)
    if ask.html is not None:
        _check_html(ask.html, ask)


def _check_text(name: str, value: object, remedy: str, ask: Ask) -> None:
    if value is None or (isinstance(value, str) and value.strip()):
        return
    problem = "is empty" if isinstance(value, str) else f"must be a text, got {value!r}"
    raise SmoError(f"{name!r} {problem}", where=ask.caller, remedy=f"{remedy}, or leave it out")


def _check_columns(columns: object, ask: Ask) -> None:
    """Refuse what is no mapping, names nothing, or gives one of their columns to two of ours."""
    problem = None
    if not isinstance(columns, Mapping):
        problem = f"must be a mapping from our column names to the file's, got {columns!r}"
    elif not columns:
        problem = "names no column"
    else:
        # A frame may have numbers for names; everything else is a slip.
        odd = [(o, t) for o, t in columns.items() if not _is_name(o) or not _is_name(t)]
        theirs = [str(name) for name in columns.values()]
        twice = sorted({name for name in theirs if theirs.count(name) > 1})
        if odd:
            problem = f"must map a name to a name, got {odd[0][0]!r}: {odd[0][1]!r}"
        elif twice:
            problem = f"gives the column {twice[0]!r} to two names"
    if problem:
        example = {"keywords": "{'keyword': 'My phrase', 'impressions': 'Times shown'}",
                   "clicks": "{'element': 'Button', 'clicks': 'Count'}",
                   "pages": "{'page': 'URL', 'views': 'Hits'}"}  # fmt: skip
        raise SmoError(
            f"'columns' {problem}",
            where=ask.caller,
            remedy=f"write ours: theirs, e.g. columns={example[ask.tables[0]]}",
        )


def _check_html(html: object, ask: Ask) -> None:
    """Refuse what is no path of a saved page, nor a mapping from addresses to such."""
    paths = list(html.values()) if isinstance(html, Mapping) else [html]
    names = list(html) if isinstance(html, Mapping) else ["page"]
    problem = None
    if not paths:
        problem = "names no page"
    elif any(not isinstance(name, str) or not name.strip() for name in names):
        problem = "must map addresses of pages to paths"
    else:
        odd = [path for path in paths if not isinstance(path, str | os.PathLike) or not str(path)]
        pasted = [path for path in paths if str(path).lstrip().startswith("<")]
        if odd:
            problem = f"must be the path of a saved page, got {odd[0]!r}"
        elif pasted:
            problem = "is the text of a page, not the path of one"
    if problem:
        raise SmoError(
            f"'html' {problem}",
            where=ask.caller,
            remedy="write html='page.html', or html={'https://shop.example/': 'page.html'}",
        )


def _is_name(value: object) -> bool:
    if isinstance(value, str):
        return bool(value.strip())
    return isinstance(value, int) and not isinstance(value, bool)
