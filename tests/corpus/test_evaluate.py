"""Replay of real histories: what is refused with its reason, and guards for the rest."""

from __future__ import annotations

from pathlib import Path

import smo
from smo.evaluate import backtest


def test_a_history_cut_on_the_outcome_gets_demand_and_rank_only(corpus: Path) -> None:
    words = smo.read_keywords(corpus / "exports" / "search_console_query_page" / "flashcom")
    found = backtest(words)
    whole = found[found["cut"].isna()]
    note = whole.loc[whole["measure"] == "refused", "note"]
    assert note.tolist() == ["the export was cut on the outcome: no row without a click"]
    spearman = whole[whole["measure"] == "spearman"].set_index(["target", "ranking"])["value"]
    assert {target for target, _ in spearman.index} == {"demand", "position"}
    assert spearman[("demand", "plan")] > 0.4
    assert spearman[("position", "plan")] > 0.4
