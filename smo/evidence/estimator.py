"""The site's CTR curve as an estimator: fit on counts, predict at positions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

import numpy as np
import numpy.typing as npt
from sklearn.base import BaseEstimator
from sklearn.utils.validation import check_is_fitted

from smo.errors import SmoError
from smo.evidence.curve import CtrRows, PriorCurve, fit_site

Floats = npt.NDArray[np.float64]


class CtrCurve(BaseEstimator):  # type: ignore[misc]
    """What the typical topic of a site gets at a position.

    A falling curve of log position (isotonic on fine bins), fitted robustly: topics far off it
    are down-weighted. It is the curve that `score_topics` fits inside each segment, there with an
    offset for each device, and for brand an offset or, where queries are many enough, a curve of
    its own. Fit it twice, on brand queries and on the others, to have the latter here.

    Parameters
    ----------
    prior : mapping of float to float, optional
        A curve to lean on: CTR at a position.
    prior_impressions : float
        Impressions that each of its positions is worth.

    Attributes
    ----------
    kappa_ : float
        Precision of a query's rate around the curve.
    prior_share_ : float
        Share of the curve's weight that the prior brought.
    expected_ : array of float, shape (n,)
        Expected CTR of each row fitted, by a curve that has not seen the row's topic.

    Examples
    --------
    >>> positions = np.tile([1.0, 2.0, 5.0, 10.0], 10)
    >>> clicks = np.tile([300, 150, 50, 20], 10)
    >>> curve = CtrCurve().fit(positions, clicks, np.full(40, 1000), np.repeat(np.arange(10), 4))
    >>> curve.predict([1.0, 5.0]).round(2).tolist()
    [0.3, 0.05]
    """

    def __init__(
        self, *, prior: Mapping[float, float] | None = None, prior_impressions: float = 100.0
    ) -> None:
        self.prior = prior
        self.prior_impressions = prior_impressions

    def fit(
        self,
        positions: npt.ArrayLike,
        clicks: npt.ArrayLike,
        impressions: npt.ArrayLike,
        topics: npt.ArrayLike,
    ) -> Self:
        """Fit the curve.

        Parameters
        ----------
        positions : array of float, shape (n,)
            Mean ranks, 1 = top, never rounded.
        clicks, impressions : array of float, shape (n,)
            Counts of each query, 0 <= clicks <= impressions, impressions > 0.
        topics : array, shape (n,)
            Topic of each query; two topics or more.

        Returns
        -------
        CtrCurve

        Raises
        ------
        SmoError
            When counts are no counts, or there is only one topic.
        """
        place, c, n = (np.asarray(part, dtype=float) for part in (positions, clicks, impressions))
        names, code = np.unique(np.asarray(topics), return_inverse=True)
        _require(
            place.shape == c.shape == n.shape == code.shape and place.ndim == 1,
            "positions, clicks, impressions and topics must be four lists of one length",
        )
        fine = bool(((place >= 1.0) & (n > 0.0) & (c >= 0.0) & (c <= n)).all())
        _require(fine, "positions are 1 or more, impressions above 0, clicks between 0 and them")
        _require(names.size > 1, "each topic is judged by the others: two topics are the least")
        rows = CtrRows(c, n, np.log(place), code.astype(np.int64), {}, self._prior())
        fit = fit_site(rows)
        self.curve_, self.kappa_, self.expected_ = fit.curve, fit.kappa, fit.expected
        self.prior_share_ = fit.prior_share
        return self

    def predict(self, positions: npt.ArrayLike) -> Floats:
        """Return the expected CTR at positions.

        Parameters
        ----------
        positions : array of float, shape (m,)
            Mean ranks; level beyond the first and the last that was fitted.

        Returns
        -------
        array of float, shape (m,)
            Inside (0, 1).
        """
        check_is_fitted(self)
        curve: Any = self.curve_
        log_position = np.log(np.maximum(np.asarray(positions, dtype=float), 1.0))
        return np.asarray(curve.expected(log_position, {}), dtype=float)

    def _prior(self) -> PriorCurve | None:
        if not self.prior:
            return None
        position, rate = np.array(sorted(self.prior.items()), dtype=float).T
        inside = bool(((position >= 1.0) & (rate > 0.0) & (rate < 1.0)).all())
        _require(inside, "prior maps positions (1 or more) to CTRs inside (0, 1)")
        return PriorCurve(np.log(position), rate, float(self.prior_impressions))


def _require(holds: bool, problem: str) -> None:  # noqa: FBT001
    if not holds:
        raise SmoError(problem, where="CtrCurve", remedy="see its docstring")
