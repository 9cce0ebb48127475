"""Which normal forms a clusterer has seen, and the topic each was given, for good."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b

import numpy as np
import numpy.typing as npt
import scipy.sparse as sp

from smo.topics.vectorize import Ints

Keys = npt.NDArray[np.uint64]


@dataclass(frozen=True)
class Known:
    """Hashes of normal forms, so that no text has to be kept, and what they were given.

    Parameters
    ----------
    keys : array of uint64, shape (n,)
        Rising; two of a million forms share a hash of 64 bits once in 40 million lists.
    labels : array of int, shape (n,)
        Topic of each.
    codes : sparse matrix, shape (n, n_anchors), or None
        What an embedding said of each, where there is one.
    """

    keys: Keys
    labels: Ints
    codes: sp.csr_matrix | None

    def places(self, bags: Sequence[str]) -> Ints:
        """Return the row of each normal form, -1 where it was never seen."""
        keys = keys_of(bags)
        rows = np.searchsorted(self.keys, keys)
        rows = np.minimum(rows, len(self.keys) - 1)
        return np.where(self.keys[rows] == keys, rows, -1).astype(np.int64)

    def join(self, other: Known) -> Known:
        """Return both; what both know keeps what it was given here."""
        keys, first = np.unique(np.concatenate([self.keys, other.keys]), return_index=True)
        labels = np.concatenate([self.labels, other.labels])[first]
        if self.codes is None or other.codes is None:
            return Known(keys, labels, None)
        return Known(keys, labels, sp.csr_matrix(sp.vstack([self.codes, other.codes]))[first])


def remember(bags: Sequence[str], labels: Ints, codes: sp.csr_matrix | None) -> Known:
    """Return what is known after distinct normal forms were given their topics.

    Examples
    --------
    >>> known = remember(["rope", "tent"], np.array([4, 7]), None)
    >>> known.labels[known.places(["tent"])].tolist(), known.places(["boot"]).tolist()
    ([7], [-1])
    """
    keys, first = np.unique(keys_of(bags), return_index=True)
    return Known(keys, labels[first], None if codes is None else codes[first])


def keys_of(bags: Sequence[str]) -> Keys:
    """Return a hash of each normal form, the same in every process and on every machine."""
    digests = (blake2b(bag.encode("utf-8", "surrogatepass"), digest_size=8) for bag in bags)
    return np.frombuffer(b"".join(d.digest() for d in digests), dtype="<u8").astype(np.uint64)
