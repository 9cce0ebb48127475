"""The second level: topics that belong together."""

from __future__ import annotations

import numpy as np
from sklearn.cluster import AgglomerativeClustering
from sklearn.preprocessing import normalize

from smo.topics.vectorize import Floats, Ints


def group_topics(vectors: Floats) -> Ints:
    """Return the pillar of each topic: about the square root of their number.

    Ward's method (1963) on unit vectors of the topics: the reader of a plan sees as many pillars
    as a pillar has topics.

    Parameters
    ----------
    vectors : array, shape (n_topics, d)
        A vector for each topic.

    Returns
    -------
    array of int, shape (n_topics,)
        Pillar of each topic, 0..round(sqrt(n_topics)) - 1.

    Examples
    --------
    >>> group_topics(np.array([[1, 0], [1, 0.1], [0, 1], [0.1, 1]], np.float32)).tolist()
    [1, 1, 0, 0]
    """
    n = len(vectors)
    wanted = round(n**0.5)
    if wanted < 2:
        return np.zeros(n, np.int64)
    units = normalize(vectors.astype(np.float64))
    return np.asarray(AgglomerativeClustering(wanted).fit_predict(units), dtype=np.int64)
