"""Who mentions whom: plain tables of mentions, and posts whose texts name accounts and links."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd

from smo.checks import check_table
from smo.errors import SmoError, quoted
from smo.extras import MENTIONS
from smo.read.ask import Ask, check_ask
from smo.read.catalog import FORMATS, SHAPES
from smo.read.dates import parse_days
from smo.read.export import read_clicks
from smo.read.files import load
from smo.read.grid import Grid
from smo.read.numbers import parse_numbers
from smo.read.recognize import fold_header, header_row, recognize
from smo.text.posts import links_in, mentions_in
from smo.text.urls import url_host

CALLER = "read_mentions"
WORDS: Mapping[str, tuple[str, ...]] = {
    "source": (
        "source", "author", "from", "user", "username", "user name", "account", "handle",
        "screen name", "author name", "profile", "автор", "аккаунт", "пользователь", "источник",
    ),
    "target": ("target", "to", "mentioned", "mentions", "mentioned account", "in reply to",
               "кого упоминает", "упоминание", "кому"),
    "text": ("text", "post", "post text", "tweet text", "tweet", "content", "message", "body",
             "caption", "full text", "текст", "пост", "запись", "сообщение"),
    "segment": ("segment", "сегмент"),
    "topic": ("topic", "тема"),
    "weight": ("weight", "count", "times", "вес", "раз"),
    "shares": ("shares", "share count", "reposts", "retweets", "retweet count", "репосты"),
    "likes": ("likes", "like count", "favorites", "favorite count", "reactions", "лайки",
              "нравится"),
    "date": ("date", "day", "created at", "created", "time", "posted", "дата", "время"),
}  # fmt: skip
# Exports of visits: a page points at who sent them.
SENDERS: Mapping[str, tuple[str, ...]] = {
    "source": ("landing page", "landing page + query string", "page", "page path", "url",
               "entry page", "страница входа", "страница", "адрес страницы"),
    "target": ("referrer", "referer", "page referrer", "full referrer", "referring page",
               "utm_source", "utm source", "session source", "session source / medium",
               "traffic source", "реферер", "источник трафика"),
    "weight": ("sessions", "visits", "clicks", "visitors", "total users", "users", "визиты",
               "посетители", "переходы"),
    "segment": ("segment", "сегмент"),
    "topic": ("topic", "тема"),
    "date": ("date", "day", "дата"),
}  # fmt: skip
COUNTS = ("weight", "shares", "likes")
ACCOUNT_HOSTS = frozenset(["x.com", "twitter.com", "t.me", "instagram.com", "tiktok.com"])


def read_mentions(
    source: object,
    *,
    segment: str | None = None,
    author: str | None = None,
    columns: Mapping[str, str] | None = None,
) -> pd.DataFrame:
    r"""Read who mentions whom from tables of mentions or of posts, and from exports of posts.

    Parameters
    ----------
    source : path, folder, glob, zip, file object, frame, rows, or list of these
        A table (CSV, XLSX, JSON) with an author and either whom each row mentions or its text:
        accounts (`@name`) and hosts of links in the text are then the mentioned, one row each.
        Posts as X and LinkedIn export them are read too, and visits by page with their referrer
        or utm source: the page then points at who sent them, weighted by the visits.
    segment : str, optional
        Audience segment of all rows; by default that of the table's own column.
    author : str, optional
        Who wrote the rows that tell no author: exports of LinkedIn do not.
    columns : mapping of str to str, optional
        Our column name (source, target, text, segment, topic, weight, shares, likes, date) ->
        theirs.

    Returns
    -------
    DataFrame
        Mentions table for `smo.audience.rank_influencers`, sorted. A row's weight is what the
        table says, else 1 and 1 more for each share: a share repeats the mention, a like does not.

    Raises
    ------
    SmoError
        When the source cannot be read, tells no author and none is given, or mentions nobody.

    Examples
    --------
    >>> import io
    >>> posts = io.StringIO("author,text,shares\nann,thanks @bob and @cat,3\nbob,hello,0\n")
    >>> read_mentions(posts)[["source", "target", "weight"]].values.tolist()
    [['ann', 'bob', 4.0], ['ann', 'cat', 4.0]]
    """
    check_ask(Ask(CALLER, ("clicks",), segment, None, None, columns))
    names = _words(columns)
    loaded = load(source, SHAPES, caller=CALLER)
    frames = [_read(grid, names, author) for grid in loaded.grids]
    table = pd.concat(frames, ignore_index=True) if frames else pd.DataFrame()
    if segment is not None:
        table["segment"] = segment
    rows = pd.DataFrame([row for post in table.to_dict("records") for row in _mentions(post)])
    if rows.empty:
        raise SmoError(
            "no row mentions anybody",
            where=f"{CALLER}: {quoted([grid.name for grid in loaded.grids])}",
            remedy="give a column of the mentioned, or texts with @accounts or links",
        )
    checked = check_table(rows, MENTIONS, caller=CALLER)
    order = ["source", "target", "segment", "topic", "date", "text", "weight"]
    return checked.sort_values(order, kind="stable", ignore_index=True)


def _words(columns: Mapping[str, str] | None) -> dict[str, tuple[str, ...]]:
    given = dict(columns or {})
    unknown = [name for name in given if name not in WORDS]
    if unknown:
        raise SmoError(
            f"'columns' names {unknown[0]!r}; there are {quoted(list(WORDS), limit=20)}",
            where=CALLER,
            remedy="write columns={ours: theirs}",
        )
    folded = {name: tuple(map(fold_header, words)) for name, words in WORDS.items()}
    return folded | {name: (fold_header(theirs),) for name, theirs in given.items()}


def _read(grid: Grid, names: Mapping[str, Sequence[str]], author: str | None) -> pd.DataFrame:
    """Return the rows of a table of mentions, else those of an export of posts."""
    placed = _places(grid, names)
    found = recognize(grid, FORMATS)
    posts = found is not None and found.format.constants.get("kind") == "post"
    if placed is not None and not posts and (author or "source" in placed[1]):
        return _table(grid, *placed, author)
    if posts:
        return _posts(grid, author)
    visits = {name: tuple(map(fold_header, words)) for name, words in SENDERS.items()}
    sent = _places(grid, visits)
    if sent is not None and "source" in sent[1]:
        return _table(grid, *sent, author)
    raise SmoError(
        f"the table tells no author with a text or whom it mentions; its columns are "
        f"{quoted(header_row(grid), limit=30)}",
        where=grid.name,
        remedy="name them: columns={'source': 'Writer', 'text': 'Words'}, or author='...'",
    )


def _places(grid: Grid, names: Mapping[str, Sequence[str]]) -> tuple[int, dict[str, int]] | None:
    """Return the row of the header and the column of each of our names, None without a header."""
    for number, row in enumerate(grid.head):
        cells = [fold_header(cell) for cell in row]
        places = {
            name: next(cells.index(word) for word in words if word in cells)
            for name, words in names.items()
            if any(word in cells for word in words)
        }
        if "target" in places or "text" in places:
            return number, places
    return None


def _table(grid: Grid, header: int, places: Mapping[str, int], author: str | None) -> pd.DataFrame:
    body = grid.body(header, set(places.values()))
    cells = {
        name: [str(cell).strip() if cell is not None else "" for cell in body.columns[place]]
        for name, place in places.items()
    }
    frame = pd.DataFrame(cells, dtype="string")
    for name in ("target", "text", "segment", "topic"):
        if name in frame:
            frame[name] = frame[name].replace("", pd.NA)
    for name in COUNTS:
        if name in frame:
            frame[name] = _numbers(frame[name], name, grid)
    if "date" in frame:
        frame["date"] = parse_days(frame["date"].fillna("").tolist(), where=grid.name)
    writer = frame["source"].replace("", pd.NA) if "source" in frame else pd.NA
    frame["source"] = pd.Series(writer, index=frame.index, dtype="string")
    if author is not None:
        frame["source"] = frame["source"].fillna(author)
    return frame[frame["source"].notna()]


def _numbers(cells: pd.Series[Any], name: str, grid: Grid) -> pd.Series[Any]:
    numbers, bad = parse_numbers(cells.fillna("").tolist(), kind="count")
    bad = bad | (np.nan_to_num(numbers) < 0)
    if bad.any():
        cell = cells.iloc[int(np.flatnonzero(bad)[0])]
        raise SmoError(
            f"{name!r} is {cell!r}, which is no count", where=grid.name, remedy="mend the row"
        )
    return pd.Series(numbers, index=cells.index, dtype="Float64")


def _posts(grid: Grid, author: str | None) -> pd.DataFrame:
    """Return the posts of an export with their authors, where their permalinks tell them."""
    rows = [list(row) for row in grid.rows]
    clicks = read_clicks(pd.DataFrame(rows[1:], columns=rows[0]) if rows else pd.DataFrame())
    posts = clicks[clicks["kind"] == "post"]
    writer = posts["page"].map(_account).astype("string")
    writer = writer.fillna(author) if author is not None else writer
    if writer.isna().all():
        raise SmoError(
            "the export does not tell who wrote the posts",
            where=grid.name,
            remedy="give the account: author='...'",
        )
    told = posts["target"].map(url_host, na_action="ignore")
    text = posts["text"].fillna("") + (" https://" + told.astype("string") + "/").fillna("")
    frame = pd.DataFrame({"source": writer, "text": text, "date": posts["date"]})
    return frame[frame["source"].notna()]


def _account(page: str) -> str | None:
    """Return the account whose post an address is, None where it does not tell.

    Examples
    --------
    >>> _account("https://x.com/shop/status/649"), _account("https://www.linkedin.com/feed/1")
    ('shop', None)
    """
    if (url_host(page) or "").removeprefix("www.") not in ACCOUNT_HOSTS:
        return None
    path = page.partition("://")[2].partition("/")[2]
    name = path.partition("/")[0].lstrip("@")
    return name or None


def _mentions(post: Mapping[Any, Any]) -> Iterator[dict[str, Any]]:
    """Yield a row for each that a row mentions: named in a column, else in its text."""
    text = post.get("text")
    words = "" if text is None or pd.isna(text) else str(text)
    named = post.get("target")
    if named is not None and not pd.isna(named):
        parts = [part.strip() for part in str(named).split(",") if part.strip()]
        targets = [url_host(part) or part if "://" in part else part for part in parts]
    else:
        hosts = [host for link in links_in(words) if (host := url_host(link))]
        targets = [*mentions_in(words), *hosts]
    weight, shares = post.get("weight"), post.get("shares")
    if weight is None or pd.isna(weight):
        weight = 1.0 + (0.0 if shares is None or pd.isna(shares) else float(shares))
    kept = {name: post.get(name) for name in ("segment", "topic", "date", "likes")}
    for target in dict.fromkeys(name.lstrip("@") for name in targets):
        yield kept | {
            "source": str(post["source"]).lstrip("@"), "target": target, "weight": weight,
            "text": words or None,
        }  # fmt: skip
