"""What is said of the elements that attention compares: which are alone, which are pooled."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from smo.evidence.attention import spoken_clicks
from smo.evidence.facts import Fact, Tables
from smo.evidence.strata import exposed_parts, stratum_table
from smo.text.numbers import count_text, share_text

N_NAMED = 3  # groups named in a sentence, the most exposed first; all are counted
ELLIPSIS = ", …"


def compared_strata(tables: Tables) -> Iterator[Fact]:
    """Yield which devices and page templates are compared inside, and which are pooled.

    Nothing is said of a segment where no device has two templates: nothing is pooled there.
    """
    if tables.matches.empty or tables.matches["exposed"].isna().all():
        return
    parts, names = exposed_parts(spoken_clicks(tables.matches, tables.topics))
    strata = stratum_table(parts)
    for segment, rows in strata.groupby("segment", sort=True):
        if rows["device"].is_unique:
            continue
        total = float(rows["exposed"].sum())
        for code, chosen in (
            ("attention_alone", rows[rows["alone"]]),
            ("attention_pooled", rows[~rows["alone"]]),
        ):
            if chosen.empty:
                continue
            share = float(chosen["exposed"].sum()) / total
            told = {
                "n": count_text(float(len(chosen)), tables.language),
                "of": count_text(float(len(rows)), tables.language),
                "share": share_text(share, tables.language),
                "names": _listed(chosen, names),
            }
            yield Fact(str(segment), code, "fact", share, "share of exposure", told)


def _listed(strata: pd.DataFrame, names: list[str]) -> str:
    order = strata.sort_values(["exposed", "device", "template"], ascending=[False, True, True])
    shown = [
        " ".join(part for part in (device, names[template]) if part)
        for device, template in zip(order["device"], order["template"], strict=True)
    ]
    return ", ".join(shown[:N_NAMED]) + (ELLIPSIS if len(shown) > N_NAMED else "")
