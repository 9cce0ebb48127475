"""Small planted sites for the join tests."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from smo.text.normal import normal_forms

MEMBERS = {
    0: ["leather bags", "bag", "backpack", "tote bags", "bags for men"],
    1: ["womens t shirts", "t shirt", "ladies tee", "printed t shirts"],
    2: ["water bottle", "glass bottle", "drinkware", "travel mug"],
    3: ["wool hats", "hat", "winter cap", "beanie"],
}


def topics_table(segments: dict[str, list[int]] | None = None) -> pd.DataFrame:
    """Return topics; by default one segment `all` with every topic."""
    rows = [
        (segment, keyword, topic)
        for segment, topics in (segments or {"all": list(MEMBERS)}).items()
        for topic in topics
        for keyword in MEMBERS[topic]
    ]
    frame = pd.DataFrame(rows, columns=["segment", "keyword", "topic"])
    return frame.assign(
        normal=normal_forms(frame["keyword"].tolist()), pillar=0, membership=1.0,
        label=frame["topic"].map(lambda topic: MEMBERS[topic][0]), pillar_label="shop",
    )  # fmt: skip


def click(**values: Any) -> dict[str, Any]:
    """Return one click row; what is not given is plain."""
    plain = {"segment": "all", "page": "https://shop.example/", "kind": "element", "clicks": 1.0}
    row = {**plain, **values}
    return {"element": str(row.get("text", row.get("target", "x"))), **row}


def clicks_table(*rows: dict[str, Any]) -> pd.DataFrame:
    """Return a clicks table of rows made by `click`."""
    return pd.DataFrame(list(rows))


def menu_site(n_pages: int, seed: int, seen: float) -> tuple[pd.DataFrame, set[str], set[str]]:
    """Return a site's clicks, its menu texts and its content texts.

    Every page has the menu (an item shows up when clicked, with probability `seen`) and five
    content links of a stock of 200, each of which stands on a few pages only.
    """
    rng = np.random.default_rng(seed)
    menu = [f"Section {word}" for word in ("one", "two", "three", "four", "five", "six")]
    stock = [f"Article about subject {number}" for number in range(200)]
    rows = []
    for page in range(n_pages):
        address = f"https://shop.example/page-{page}"
        shown = [text for text in menu if rng.random() < seen]
        shown += list(rng.choice(stock, 5, replace=False))
        rows += [
            click(page=address, text=text, target="/" + text.replace(" ", "-"), clicks=3.0)
            for text in shown
        ]
    return clicks_table(*rows), set(menu), set(stock)
