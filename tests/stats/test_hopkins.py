import numpy as np
import pytest
import scipy.sparse as sp
from hypothesis import given, settings
from hypothesis import strategies as st

from smo.stats import tendency
from smo.stats.hopkins import Tendency


def counted(words: np.ndarray, n_words: int) -> sp.csr_matrix:
    rows = np.repeat(np.arange(len(words)), words.shape[1])
    ones = np.ones(words.size)
    return sp.csr_matrix((ones, (rows, words.ravel())), shape=(len(words), n_words))


def by_chance(seed: int, n: int = 150, length: int = 3) -> sp.csr_matrix:
    """Texts whose words are drawn one by one, some far commoner than others."""
    draw = np.random.RandomState(seed)
    share = 1 / np.arange(1, 121)
    return counted(draw.choice(120, (n, length), p=share / share.sum()), 120)


def in_groups(seed: int, n: int = 150, groups: int = 12) -> sp.csr_matrix:
    """Texts whose words are drawn from the ten of their group."""
    draw = np.random.RandomState(seed)
    words = draw.randint(0, 10, (n, 3)) + 10 * draw.randint(0, groups, n)[:, None]
    return counted(words, 10 * groups)


def test_words_met_by_chance_are_rarely_called_groups() -> None:
    found = [tendency(by_chance(seed), random_state=seed) for seed in range(1_000)]
    above = np.mean([told.clusters for told in found])
    below = np.mean([told.statistic < told.low for told in found])
    # 2.5 % each by construction; a margin above for the shares that the null must guess
    assert above <= 0.035
    assert below <= 0.06
    assert np.mean([told.statistic for told in found]) == pytest.approx(0.5, abs=0.01)


def test_groups_are_seen() -> None:
    found = [tendency(in_groups(seed), random_state=0) for seed in range(100)]
    assert all(told.clusters for told in found)


def test_the_nearest_texts_are_those_of_a_search_by_hand() -> None:
    from smo.stats.hopkins import _nearest, _unit  # noqa: PLC0415

    rows = _unit(in_groups(3), np.linspace(1, 2, 120))
    dense = rows.toarray()
    cosines = dense @ dense.T
    expected = 1 - np.where(cosines < 1 - 1e-9, cosines, 0).max(axis=1)
    assert _nearest(rows, rows) == pytest.approx(expected, abs=1e-8)


def test_a_deal_keeps_the_words_and_no_word_twice() -> None:
    from smo.stats.hopkins import _dealt, _ones  # noqa: PLC0415

    held = _ones(in_groups(5))
    dealt = _dealt(held, np.random.RandomState(0))
    assert dealt.has_canonical_format
    assert set(dealt.data) == {1.0}
    lost = held.nnz - dealt.nnz  # dealt twice to one text
    assert 0 <= lost < 0.05 * held.nnz
    assert (np.diff(dealt.indptr) <= np.diff(held.indptr)).all()


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10_000))
def test_the_seed_decides_everything_and_nothing_is_changed(seed: int) -> None:
    counts = by_chance(seed)
    before = counts.copy()
    assert tendency(counts, random_state=seed) == tendency(counts, random_state=seed)
    assert (counts != before).nnz == 0


@pytest.mark.parametrize(
    ("counts", "clusters"),
    [
        (sp.csr_matrix((0, 3)), None),
        (by_chance(0, n=29), None),
        (sp.csr_matrix((100, 5)), None),
        (sp.eye(100, format="csr"), False),
        (sp.csr_matrix(np.ones((100, 3))), False),
    ],
    ids=["none", "too few", "without words", "no word shared", "all equal"],
)
def test_lists_at_the_edge(counts: sp.csr_matrix, clusters: bool | None) -> None:
    assert tendency(counts, random_state=0).clusters is clusters


def test_a_long_list_is_judged_by_a_draw() -> None:
    from smo.stats import hopkins  # noqa: PLC0415

    many = in_groups(0, n=hopkins._ROWS + 10, groups=4_000)
    assert tendency(many, random_state=0).clusters


def test_what_cannot_be_told_is_none() -> None:
    assert Tendency(float("nan"), float("nan"), float("nan")).clusters is None
