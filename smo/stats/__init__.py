"""Statistics on plain arrays: arrays in, arrays out, nothing of smo imported."""

from smo.stats.betabinomial import BetaPosterior, fit_kappa, log_pmf, posterior
from smo.stats.hopkins import Tendency, tendency
from smo.stats.isotonic import (
    Bins,
    Curve,
    binned_curve,
    curve_logits,
    decreasing_curve,
    evaluate_curve,
)
from smo.stats.log_odds import LogOdds, log_odds, two_sided_q
from smo.stats.multiple import benjamini_hochberg
from smo.stats.normal import lower_tail, normal_quantile, two_sided_z
from smo.stats.ranks import RankIntervals, rank_intervals
from smo.stats.ratio import RatioEffect, needed_multiple, ratio_effect
from smo.stats.typical import typical_probability

__all__ = [
    "BetaPosterior",
    "Bins",
    "Curve",
    "LogOdds",
    "RankIntervals",
    "RatioEffect",
    "Tendency",
    "benjamini_hochberg",
    "binned_curve",
    "curve_logits",
    "decreasing_curve",
    "evaluate_curve",
    "fit_kappa",
    "log_odds",
    "log_pmf",
    "lower_tail",
    "needed_multiple",
    "normal_quantile",
    "posterior",
    "rank_intervals",
    "ratio_effect",
    "tendency",
    "two_sided_q",
    "two_sided_z",
    "typical_probability",
]
