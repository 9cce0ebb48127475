"""One cut replayed: what the earlier rows say of each topic, beside what came."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pandas as pd

from smo.checks import empty_table
from smo.evaluate.predictive import Floats, drift_chances, forecast
from smo.evaluate.windows import Cut
from smo.evidence import score_topics
from smo.evidence.ctr import CtrSegment, judge_ctr
from smo.evidence.effect import topic_effects
from smo.join import join_clicks
from smo.propose.sizes import candidates
from smo.settings import Settings
from smo.spec import Column, Table, count, must, number, share, whole
from smo.tables import MATCHES
from smo.topics import Clustering, place_later

DAYS = 28.0
MOST_WINDOWS = 4  # that tell the drift; each costs a fit
KEY = ["segment", "topic"]
TOLD = {"segment": "str", "topic": "Int64"} | dict.fromkeys(
    ("impressions", "clicks", "expected", "clicks_low", "clicks_high", "inside"), "float64"
)

REPLAY = Table(
    "replay",
    "a topic of a segment at one cut: what was foretold, and what came",
    ("segment", "cut", "topic"),
    (
        must("segment", "audience segment"),
        Column("cut", "date", "first day of the window foretold", required=True),
        whole("topic", "id of the topic, fitted before the cut", required=True),
        must("label", "name of the topic"),
        must("code", "whether CTR was judged before the cut, or why not"),
        must("code_later", "the same of the window"),
        count("impressions", "impressions in the window"),
        count("clicks", "clicks in the window"),
        count("expected", "clicks foretold, given the window's impressions and positions"),
        count("clicks_low", "lower end of their interval"),
        count("clicks_high", "upper end of their interval"),
        share("inside", "share of the outcome's probability inside the interval"),
        count("place", "place in the plan's order before the cut; those left out share the last"),
        number("shortfall", "clicks missed per 28 days, before the cut"),
        number("shortfall_low", "its lower end"),
        number("shortfall_last", "the same, from the last window before the cut alone"),
        number("shortfall_later", "the same, from the window, by a curve without the topic"),
        number("raw_loss", "clicks below the site's mean CTR at the rank, summed over queries"),
        count("demand", "impressions per 28 days before the cut"),
        count("demand_last", "in the last window before it"),
        count("demand_later", "in the window"),
        number("position", "mean rank before the cut"),
        number("position_last", "in the last window before it"),
        number("position_later", "in the window"),
        count("map_clicks", "clicks on the map per 28 days before the cut; NA without a map"),
        count("map_clicks_last", "in the last window before it"),
        count("map_clicks_later", "in the window"),
    ),
)


@dataclass(frozen=True)
class Replay:
    """What a cut is replayed on.

    Parameters
    ----------
    rows : DataFrame
        Keyword rows that count, all dated.
    clicks : DataFrame
        Click rows, all dated; may be empty.
    horizon : int
        Days of a window.
    settings : Settings
        `interval`, `fdr` and `random_state`, and what the topics are fitted with.
    """

    rows: pd.DataFrame
    clicks: pd.DataFrame
    horizon: int
    settings: Settings

    def play(self, cut: Cut, found: Clustering) -> pd.DataFrame:
        """Return the replay rows of a cut whose topics are given."""
        placed = place_later(found, cut.window(self.rows), settings=self.settings)
        return self.compare(cut, found.topics, placed)

    def compare(self, cut: Cut, topics: pd.DataFrame, placed: pd.DataFrame) -> pd.DataFrame:
        """Return the replay rows, given the topics before the cut and those of its window."""
        early, late = cut.before(self.rows), cut.window(self.rows)
        last_cut = cut.earlier(early["date"].min(), self.horizon)
        last = early.iloc[:0] if last_cut is None else last_cut.window(early)
        days = (cut.known - early["date"].min()).days + 1.0
        table = topics[[*KEY, "label"]].drop_duplicates(KEY).assign(cut=cut.start)
        judged: dict[str, list[CtrSegment]] = {}
        for ending, part, known, span in (
            ("", early, topics, days),
            ("_last", last, topics, float(self.horizon)),
            ("_later", late, placed, float(self.horizon)),
        ):
            judged[ending] = judge_ctr(known, part)
            told = _demand(part, known, DAYS / span).add_suffix(ending).reset_index()
            table = table.merge(told, on=KEY, how="left")
            table[f"demand{ending}"] = table[f"demand{ending}"].fillna(0.0)
            effects = _effects(judged[ending], DAYS / span, self.settings)
            if ending:
                effects = effects.drop(columns=["shortfall_low", "raw_loss"])
                effects = effects.rename(columns={"shortfall": f"shortfall{ending}"})
            table = table.merge(effects, on=KEY, how="left")
        for name, ending in (("code", ""), ("code_later", "_later")):
            codes = {part.segment: part.code for part in judged[ending]}
            table[name] = table["segment"].map(codes).fillna("ctr_no_impressions")
        told = self._clicks(judged, last_cut, topics, early)
        table = table.merge(told, on=KEY, how="left")
        table = table.merge(self._places(topics, early), on=KEY, how="left")
        return self._with_map(table, cut, last_cut, topics).sort_values(KEY, kind="stable")

    def _places(self, topics: pd.DataFrame, early: pd.DataFrame) -> pd.DataFrame:
        """Return where each topic stands in the order the plan would have had, without a map."""
        scores = score_topics(topics, keywords=early, settings=self.settings)
        matches = empty_table(MATCHES)
        listed = candidates(scores, topics, matches, interval=self.settings.interval)
        listed["place"] = listed.groupby("segment").cumcount() + 1.0
        places = scores[KEY].merge(listed[[*KEY, "place"]], on=KEY, how="left")
        last = places.groupby("segment")["place"].transform("max").fillna(0.0) + 1.0
        return places.assign(place=places["place"].fillna(last))

    def _clicks(
        self, judged: dict[str, list[CtrSegment]], last_cut: Cut | None,
        topics: pd.DataFrame, early: pd.DataFrame,
    ) -> pd.DataFrame:  # fmt: skip
        """Return the clicks foretold of each topic with impressions in the window."""
        interval, seed = self.settings.interval, self.settings.random_state
        later = {part.segment: part.rows for part in judged["_later"]}
        parts = [pd.DataFrame({name: pd.Series(dtype=kind) for name, kind in TOLD.items()})]
        for part in judged[""]:
            rows = later.get(part.segment)
            if part.fit is None or rows is None or rows.empty:
                continue
            drift = self._drift(part.segment, last_cut, topics, early)
            told = forecast(part, rows, interval=interval, drift=drift, seed=seed)
            parts.append(told.assign(segment=part.segment)[list(TOLD)].astype(TOLD))
        return pd.concat(parts[1:] or parts, ignore_index=True)

    def _drift(
        self, segment: str, last_cut: Cut | None, topics: pd.DataFrame, rows: pd.DataFrame
    ) -> Floats:
        """Return how far rates drift, from the windows that follow each other up to the cut."""
        own = rows[rows["segment"] == segment]
        placed = topics[topics["segment"] == segment]
        tolds: list[pd.DataFrame] = []
        cut = last_cut
        while cut is not None and len(tolds) < MOST_WINDOWS:
            before = judge_ctr(placed, cut.before(own))
            after = judge_ctr(placed, cut.window(own))
            if before[0].fit is None:
                break
            if len(after[0].rows):
                told = forecast(before[0], after[0].rows, interval=self.settings.interval)
                tolds.append(told)
            cut = cut.earlier(own["date"].min(), self.horizon)
        return drift_chances(tolds)

    def _with_map(
        self, table: pd.DataFrame, cut: Cut, last_cut: Cut | None, topics: pd.DataFrame
    ) -> pd.DataFrame:
        """Return the table with the clicks on the map of each topic, joined by earlier topics."""
        if self.clicks.empty:
            return table
        met = join_clicks(self.clicks, topics, settings=self.settings)
        met = met.merge(self.clicks[["click_id", "date"]].drop_duplicates(), on="click_id")
        met = met[met["topic"].notna() & ~met["furniture"].astype(bool)]
        early = cut.before(met)
        days = (cut.known - self.clicks["date"].min()).days + 1.0
        windows = [("", early, days), ("_later", cut.window(met), float(self.horizon))]
        if last_cut is not None:
            windows.append(("_last", last_cut.window(met), float(self.horizon)))
        for ending, part, span in windows:
            name = f"map_clicks{ending}"
            sums = (part.groupby(KEY)["clicks"].sum() * (DAYS / span)).rename(name)
            table = table.merge(sums.reset_index(), on=KEY, how="left")
            table[name] = table[name].fillna(0.0)
        return table


def _demand(rows: pd.DataFrame, topics: pd.DataFrame, factor: float) -> pd.DataFrame:
    """Return demand and mean position of each segment and topic."""
    placed = rows.merge(topics[["segment", "keyword", "topic"]], on=["segment", "keyword"])
    shown = placed["impressions"].astype(float)
    ranked = shown.where(placed["position"].notna())
    parts = placed[KEY].assign(
        demand=shown * factor, ranks=placed["position"].astype(float) * ranked, ranked=ranked
    )
    sums = parts.groupby(KEY, sort=True).sum(min_count=1)
    return pd.DataFrame({"demand": sums["demand"], "position": sums["ranks"] / sums["ranked"]})


def _effects(judged: list[CtrSegment], factor: float, settings: Settings) -> pd.DataFrame:
    parts = list(_effect_parts(judged, factor, settings))
    names = [*KEY, "shortfall", "shortfall_low", "raw_loss"]
    if parts:
        return pd.concat(parts, ignore_index=True)[names]
    blank = {name: pd.Series(dtype="float64") for name in names[2:]}
    return pd.DataFrame(
        {"segment": pd.Series(dtype="str"), "topic": pd.Series(dtype="Int64")} | blank
    )


def _effect_parts(
    judged: list[CtrSegment], factor: float, settings: Settings
) -> Iterator[pd.DataFrame]:
    for part in judged:
        if part.fit is None:
            continue
        told = topic_effects(part, interval=settings.interval, fdr=settings.fdr)
        yield told[KEY].assign(
            shortfall=told["missed"] * factor, shortfall_low=told["missed_low"] * factor,
            raw_loss=told["topic"].map(_raw_loss(part.rows)) * factor,
        )  # fmt: skip


def _raw_loss(rows: pd.DataFrame) -> pd.Series[float]:
    """Return what a table of mean CTR by rank calls lost: no shrinkage, no silence, no interval."""
    shown, clicks = rows["impressions"].astype(float), rows["clicks"].astype(float)
    rank = np.round(rows["position"].astype(float))
    mean = clicks.groupby(rank).transform("sum") / shown.groupby(rank).transform("sum")
    return (shown * mean - clicks).clip(lower=0.0).groupby(rows["topic"]).sum()
