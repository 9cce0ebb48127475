"""What a condition looks at: the columns of a table that hold its values."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pandas as pd

from smo.errors import SmoError
from smo.spec import DTYPES, Table
from smo.tables import CLICKS, KEYWORDS, PAGES
from smo.text.campaigns import channel_of, utm_parameters
from smo.text.language import detect_languages

UTM = "utm_"
SAID = {"keywords": "keyword", "clicks": "text", "pages": "title"}
"""Column whose words tell the language of a row, by table."""

REMEDIES = {
    "keyword": "give this table rules of its own: by page, device or utm_campaign",
    "page": "export queries with their pages",
    "device": "export by device",
    "country": "export by country",
    "language": "export the words: texts of elements, titles of pages",
    "channel": "export channels, or pages with their utm_source",
    "segment": "name the segment when reading",
    UTM: "export landing pages with their parameters",
}


def recognize(names: set[str], *, caller: str) -> Table:
    """Return the table that columns of these names make.

    Raises
    ------
    SmoError
        When they make none.

    Examples
    --------
    >>> recognize({"keyword", "page"}, caller="demo").name
    'keywords'
    """
    for spec, needed in ((KEYWORDS, {"keyword"}), (CLICKS, {"element"}), (PAGES, {"page"})):
        if needed <= names:
            return spec
    raise SmoError(
        "the table has neither 'keyword' nor 'element' nor 'page'",
        where=caller,
        remedy="give a keywords, clicks or pages table, as the readers return them",
    )


def condition_columns(
    table: pd.DataFrame, spec: Table, kind: str, *, where: str
) -> list[pd.Series[Any]]:
    """Return the columns that a condition looks at; a row fits when one of them does.

    Raises
    ------
    SmoError
        When a table with rows holds no value there.
    """
    columns = [column for column in _columns(table, spec, kind) if column.notna().any()]
    if not columns and len(table):
        family = UTM if kind.startswith(UTM) else kind
        what = f"address with {kind}" if family == UTM else (
            SAID[spec.name] if kind == "language" else kind
        )  # fmt: skip
        raise SmoError(
            f"the condition {kind!r} cannot be asked, because the {spec.name} table has no {what}",
            where=where,
            remedy=f"{REMEDIES[family]}, or drop the condition",
        )
    return columns


def _columns(table: pd.DataFrame, spec: Table, kind: str) -> Iterator[pd.Series[Any]]:
    addresses = [table[name] for name in ("target", "page") if name in spec.names]
    if kind.startswith(UTM):
        name = kind.removeprefix(UTM)
        yield from (
            _told(column, lambda text: utm_parameters(text).get(name)) for column in addresses
        )
        if name == "campaign" and "campaign" in spec.names:
            yield table["campaign"]
    elif kind == "language":
        yield _languages(table[SAID[spec.name]])
    elif kind == "channel":
        channel = table["channel"] if "channel" in spec.names else _told(addresses[0], channel_of)
        for column in addresses:
            channel = channel.fillna(_told(column, channel_of))
        yield channel
    elif kind in table:
        yield table[kind]


def _told(column: pd.Series[Any], tell: Callable[[str], str | None]) -> pd.Series[Any]:
    known = {text: tell(text) for text in column.dropna().unique()}
    return column.map(known, na_action="ignore").astype(DTYPES["text"])


def _languages(column: pd.Series[Any]) -> pd.Series[Any]:
    texts = column.dropna().unique().tolist()
    known = dict(zip(texts, detect_languages(texts), strict=True))
    return column.map(known, na_action="ignore").astype(DTYPES["text"])
