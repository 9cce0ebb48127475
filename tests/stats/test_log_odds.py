import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from smo.stats import log_odds, two_sided_q

COUNTS = st.lists(st.tuples(st.integers(0, 500), st.integers(0, 500)), min_size=2, max_size=30)


def counts(
    seed: int, things: int, own: int, rest: int, planted: int = 0
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Counts of two groups that differ in `planted` things only, three times as frequent."""
    draw = np.random.RandomState(seed)
    share = 1 / np.sqrt(np.arange(1, things + 1))
    lifted = np.zeros(things, bool)
    lifted[draw.permutation(things)[:planted]] = True
    mine = np.where(lifted, 3 * share, share)
    one = draw.multinomial(own, mine / mine.sum())
    return one, draw.multinomial(rest, share / share.sum()), lifted


@pytest.mark.parametrize(
    ("things", "own", "rest"),
    [(800, 20_000, 20_000), (60, 1_500, 1_500), (60, 500, 5_000), (250, 300, 300)],
)
def test_equal_groups_are_rarely_told_apart(things: int, own: int, rest: int) -> None:
    found = [
        (log_odds(*counts(seed, things, own, rest)[:2]).q <= 0.05).any() for seed in range(1_000)
    ]
    assert np.mean(found) <= 0.065


@pytest.mark.parametrize(("own", "rest"), [(20_000, 20_000), (20_000, 60_000), (40_000, 40_000)])
def test_things_three_times_as_frequent_are_found(own: int, rest: int) -> None:
    shares, false = [], []
    for seed in range(100):
        mine, others, lifted = counts(seed, 800, own, rest, planted=20)
        found = log_odds(mine, others)
        told = (found.q <= 0.05) & (found.delta > 0)
        shares.append((told & lifted).sum() / 20)
        false.append((told & ~lifted).sum() / max(told.sum(), 1))
    assert np.mean(shares) >= 0.6
    assert np.mean(false) <= 0.065


def test_it_is_the_published_formula() -> None:
    own, rest, prior = np.array([30.0, 10, 0]), np.array([10.0, 10, 5]), 0.1
    a = prior * 25 * (own + rest) / 65
    one = np.log((own + a) / (40 + 2.5 - own - a))
    other = np.log((rest + a) / (25 + 2.5 - rest - a))
    z = (one - other) / np.sqrt(1 / (own + a) + 1 / (rest + a))
    found = log_odds(own, rest, prior=prior)
    assert found.delta == pytest.approx(one - other)
    assert found.z == pytest.approx(z)


@given(COUNTS)
def test_the_groups_are_treated_alike(pairs: list[tuple[int, int]]) -> None:
    one, other = (np.array(side) for side in zip(*pairs, strict=True))
    there, back = log_odds(one, other), log_odds(other, one)
    assert there.delta == pytest.approx(-back.delta, abs=1e-9)
    assert there.q == pytest.approx(back.q, abs=1e-9)
    assert np.isfinite(there.delta).all()
    assert ((there.q >= 0) & (there.q <= 1)).all()


@given(COUNTS, st.randoms(use_true_random=False))
def test_order_changes_nothing(pairs: list[tuple[int, int]], draw: object) -> None:
    order = list(range(len(pairs)))
    draw.shuffle(order)  # type: ignore[attr-defined]
    one, other = (np.array(side) for side in zip(*pairs, strict=True))
    assert log_odds(one[order], other[order]).q == pytest.approx(log_odds(one, other).q[order])


@pytest.mark.parametrize(
    ("own", "rest"), [([0, 0], [3, 4]), ([3, 4], [0, 0]), ([5], [9]), ([], []), ([0, 0], [0, 0])]
)
def test_nothing_to_compare_is_no_difference(own: list[int], rest: list[int]) -> None:
    found = log_odds(own, rest)
    assert found.delta.tolist() == [0.0] * len(own)
    assert found.q.tolist() == [1.0] * len(own)


def test_two_sided_q() -> None:
    assert two_sided_q([1.96, -1.96]).round(3).tolist() == [0.05, 0.05]
