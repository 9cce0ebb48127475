"""Attention by device and page template: planted sites whose templates differ in base rate."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from smo.checks import check_table
from smo.evidence.attention import spoken_clicks, topic_attention
from smo.evidence.diagnose import diagnose
from smo.evidence.score import score_topics
from smo.evidence.strata import (
    MIN_STRATUM_CLICKS,
    MIN_STRATUM_TOPICS,
    exposed_parts,
    stratum_table,
    with_priors,
)
from smo.settings import Settings
from smo.stats import fit_kappa, posterior
from smo.tables import MATCHES, TOPICS
from tests.evidence.tables import matches_of, topics_of

PER_TEMPLATE = 40
BASES = {"goods": 0.2, "help": 0.02}
SPREAD = 0.5  # of an element's true rate around the base, as a share of it


def _world(seed: int, shown: float = 1000.0) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """Return matches, topics and the truth: topic, template, rate, its ratio to the template's."""
    draw = np.random.default_rng(seed)
    rows: list[dict[str, object]] = []
    truth = []
    for place, (name, base) in enumerate(BASES.items()):
        kappa = (1.0 - base) / (base * SPREAD**2) - 1.0
        rates = draw.beta(kappa * base, kappa * (1.0 - base), PER_TEMPLATE)
        views = np.round(shown * np.exp(draw.normal(0.0, 0.5, PER_TEMPLATE))) + 1.0
        usual = float(np.average(rates, weights=views))
        hits = draw.binomial(views.astype(int), rates)
        for k in range(PER_TEMPLATE):
            topic = place * PER_TEMPLATE + k
            page = f"a.example/{name}/thing-{k}"
            rows.append(
                {"topic": topic, "clicks": float(hits[k]), "exposed": views[k], "page": page}
            )
            truth.append((topic, name, rates[k], rates[k] / usual))
    topics = topics_of([(f"word{n}", n) for n in range(2 * PER_TEMPLATE)])
    known = pd.DataFrame(truth, columns=["topic", "template", "rate", "ratio"])
    return _checked(matches_of(rows)), check_table(topics, TOPICS, caller="t"), known


def _checked(rows: pd.DataFrame) -> pd.DataFrame:
    return check_table(rows, MATCHES, caller="t")


def _blind(matches: pd.DataFrame) -> pd.DataFrame:
    """The same clicks where one page shows everything: no template is known."""
    return matches.assign(page="a.example/")


def _attention(matches: pd.DataFrame, topics: pd.DataFrame) -> pd.DataFrame:
    table = topic_attention(matches, topics, interval=0.8)
    return table.assign(lift=(table["attention"] / table["base"]).astype(float))


def _judged(seed: int, *, blind: bool) -> pd.DataFrame:
    matches, topics, truth = _world(seed)
    found = _attention(_blind(matches) if blind else matches, topics).merge(truth, on="topic")
    inside = (found["attention_low"] <= found["rate"]) & (found["rate"] <= found["attention_high"])
    low, high = (found[f"attention_{end}"] / found["base"] for end in ("low", "high"))
    told = (low <= found["ratio"]) & (found["ratio"] <= high)
    found = found.assign(told=told.astype(float))
    return found.assign(covered=inside.astype(float), place=found["lift"].rank(pct=True))


@pytest.fixture(scope="module")
def worlds() -> dict[bool, pd.DataFrame]:
    return {
        blind: pd.concat([_judged(seed, blind=blind) for seed in range(12)])
        for blind in (False, True)
    }


def test_intervals_cover_where_templates_stand_alone(worlds: dict[bool, pd.DataFrame]) -> None:
    rates = worlds[False].groupby("template")["covered"].mean()
    assert rates.between(0.75, 0.85).all(), rates
    against_base = worlds[False].groupby("template")["told"].mean()
    assert against_base.between(0.75, 0.85).all(), against_base
    assert worlds[True]["told"].mean() < 0.3  # one mean for both: rates hold, comparisons do not


def test_topics_as_attractive_rank_alike_on_either_template(
    worlds: dict[bool, pd.DataFrame],
) -> None:
    places = worlds[False].groupby("template")["place"].mean()
    assert abs(places["goods"] - places["help"]) < 0.05
    mixed = worlds[True].groupby("template")["place"].mean()
    assert mixed["goods"] - mixed["help"] > 0.45  # 0.5 where no two topics change places


def test_one_mean_for_both_templates_misleads(worlds: dict[bool, pd.DataFrame]) -> None:
    for blind, table in worlds.items():
        error = float(np.abs(np.log(table["lift"] / table["ratio"])).median())
        assert (error > 0.5) is blind, error


def test_few_topics_or_clicks_lean_on_the_device() -> None:
    few = MIN_STRATUM_TOPICS - 1
    for n, clicks, alone in (
        (few, MIN_STRATUM_CLICKS, False),
        (few + 1, MIN_STRATUM_CLICKS - 1.0, False),
        (few + 1, MIN_STRATUM_CLICKS, True),
    ):
        parts = pd.DataFrame(
            {"segment": "all", "device": "", "template": 0, "topic": range(n), "exposed": 1e3}
        ).assign(clicked=clicks / n)
        assert stratum_table(parts)["alone"].tolist() == [alone], (n, clicks)


def test_the_minimum_is_where_intervals_start_to_hold() -> None:
    """A small template beside a large one, by its own mean: too narrow below, well above."""
    covered = {size: _coverage(*size) for size in ((5, 30.0), (5, 300.0))}
    assert covered[5, 30.0] < 0.6
    assert covered[5, 300.0] > 0.72


def _coverage(n: int, clicks: float) -> float:
    draw, hits = np.random.default_rng(7), []
    base = 0.02
    true = (1.0 - base) / (base * SPREAD**2) - 1.0
    for _ in range(150):
        rate = draw.beta(true * base, true * (1.0 - base), n)
        shown = np.full(n, np.round(clicks / n / base))
        clicked = draw.binomial(shown.astype(int), rate).astype(float)
        mean = max(clicked.sum() / shown.sum(), 1e-6)
        kappa = fit_kappa(clicked, shown, np.full(n, mean))
        found = posterior(clicked, shown, np.full(n, mean), kappa, mass=0.8)
        hits.append((found.low <= rate) & (rate <= found.high))
    return float(np.mean(np.concatenate(hits)))


@pytest.mark.parametrize("seed", [1, 2])
def test_the_order_of_rows_changes_nothing(seed: int) -> None:
    matches, topics, _ = _world(0)
    mixed = matches.sample(frac=1, random_state=seed)
    pd.testing.assert_frame_equal(
        topic_attention(matches, topics, interval=0.8), topic_attention(mixed, topics, interval=0.8)
    )


def test_a_template_that_nobody_saw_changes_nothing() -> None:
    matches, topics, _ = _world(0)
    plain = {"topic": 0, "clicks": 0.0, "exposed": pd.NA, "click_id": "z"}
    empty = [{**plain, "page": f"a.example/other/{n}", "click_id": f"z{n}"} for n in range(30)]
    more = _checked(pd.concat([matches, _checked(matches_of(empty))], ignore_index=True))
    columns = ["attention", "attention_low", "attention_high", "base"]
    pd.testing.assert_frame_equal(
        topic_attention(matches, topics, interval=0.8)[columns],
        topic_attention(more, topics, interval=0.8)[columns],
    )


def test_accounts_balance() -> None:
    matches, topics, _ = _world(0, shown=20.0)
    parts, _ = exposed_parts(spoken_clicks(matches, topics))
    assert parts["exposed"].sum() == pytest.approx(matches["exposed"].sum())
    assert parts["clicked"].sum() == pytest.approx(matches["clicks"].sum())
    priors = with_priors(parts)
    assert priors["exposed"].sum() == pytest.approx(matches["exposed"].sum())
    assert priors["clicked"].sum() == pytest.approx(matches["clicks"].sum())


def test_a_small_template_is_held_to_the_whole_device() -> None:
    matches, topics, _ = _world(0)
    small = matches["page"].str.contains("/help/") & (matches["topic"] > 43)
    kept = matches[~small]
    parts, names = exposed_parts(spoken_clicks(kept, topics))
    strata = stratum_table(parts)
    assert [names[n] for n in strata.loc[strata["alone"], "template"]] == ["a.example/goods/{slug}"]
    table = _attention(kept, topics).set_index("topic")
    whole = kept["clicks"].sum() / kept["exposed"].sum()
    assert table["base"][41] == pytest.approx(whole)
    assert table["base"][0] > whole


@pytest.mark.parametrize("language", ["en", "ru"])
def test_the_plan_says_which_templates_were_pooled(language: str) -> None:
    matches, topics, _ = _world(0)
    kept = matches[~(matches["page"].str.contains("/help/") & (matches["topic"] > 43))]
    words = topics[["segment", "keyword"]].assign(volume=100.0)
    settings = Settings(report_language=language)
    scores = score_topics(topics, keywords=words, matches=kept, settings=settings)
    assert (scores["attention_base"] > 0).sum() == 44
    facts = diagnose(
        scores=scores, topics=topics, keywords=words, matches=kept, settings=settings
    ).set_index("code")
    assert "a.example/goods/{slug}" in facts["message"]["attention_alone"]
    assert "a.example/help/thing-0" in facts["message"]["attention_pooled"]
    assert 0.0 < facts["value"]["attention_pooled"] < 0.5
    blind = diagnose(
        scores=scores, topics=topics, keywords=words, matches=_blind(kept), settings=settings
    )
    assert not blind["code"].str.startswith("attention_").any()
