import itertools
import math
import random
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.insights.statistics import (
    Interval,
    bootstrap_median,
    koopman_ratio,
    median,
    newcombe_difference,
    quantile,
    share_by_customer,
    wilson,
)


@st.composite
def counts(draw, smallest=0, largest=400):
    n = draw(st.integers(smallest, largest))
    return draw(st.integers(0, n)), n


def close(low, high):
    return pytest.approx((low, high), abs=5e-5)


def ends(interval):
    return interval.low, interval.high


@pytest.mark.parametrize(
    ("x", "n", "expected"),
    [(81, 263, (0.2553, 0.3662)), (0, 20, (0, 0.1611)), (20, 20, (0.8389, 1))],
)
def test_wilson_gives_the_published_interval(x, n, expected):
    assert ends(wilson(x, n)) == close(*expected)


def test_wilson_knows_nothing_without_customers():
    assert wilson(0, 0) == Interval(0, 1)


@given(counts(smallest=1))
def test_wilson_holds_its_proportion_and_stays_within_bounds(count):
    x, n = count

    interval = wilson(x, n)

    assert 0 <= interval.low <= x / n <= interval.high <= 1


@given(counts(smallest=1))
def test_wilson_mirrors_when_success_and_failure_swap(count):
    x, n = count

    mirrored = wilson(n - x, n)

    assert ends(wilson(x, n)) == pytest.approx((1 - mirrored.high, 1 - mirrored.low))


def test_wilson_widens_with_the_confidence():
    narrow, wide = wilson(14, 50, confidence=0.8), wilson(14, 50, confidence=0.99)

    assert wide.low < narrow.low < narrow.high < wide.high


@pytest.mark.parametrize(("x", "n"), [(-1, 5), (6, 5), (0, -1)])
def test_impossible_counts_are_refused(x, n):
    with pytest.raises(ValueError, match="not a count"):
        wilson(x, n)


@pytest.mark.parametrize("confidence", [0, 1, 95, -0.5])
def test_impossible_confidence_is_refused(confidence):
    with pytest.raises(ValueError, match="confidence"):
        wilson(1, 5, confidence=confidence)


@pytest.mark.parametrize(
    ("args", "expected"),
    [((56, 70, 48, 80), (0.0524, 0.3339)), ((10, 10, 0, 20), (0.6791, 1))],
)
def test_newcombe_gives_the_published_interval(args, expected):
    assert ends(newcombe_difference(*args)) == close(*expected)


@given(counts(), counts())
def test_newcombe_mirrors_when_the_groups_swap(first, second):
    one, other = newcombe_difference(*first, *second), newcombe_difference(*second, *first)

    assert ends(one) == pytest.approx((-other.high, -other.low))
    assert -1 <= one.low <= one.high <= 1


def test_newcombe_covers_as_the_method_promises_for_thirty_per_arm():
    n, p1, p2 = 30, 0.2, 0.1

    def chance(x, p):
        return math.comb(n, x) * p**x * (1 - p) ** (n - x)

    covered = 0.0
    for x1, x2 in itertools.product(range(n + 1), repeat=2):
        interval = newcombe_difference(x1, n, x2, n)
        covered += chance(x1, p1) * chance(x2, p2) * (interval.low <= p1 - p2 <= interval.high)

    assert covered == pytest.approx(0.963, abs=5e-4)


@pytest.mark.parametrize(
    ("args", "expected"),
    [
        ((36, 40, 16, 80), (2.9396, 7.1522)),
        ((14, 50, 6, 50), (1.0159, 5.5192)),
        ((3, 50, 0, 50), (0.8077, math.inf)),
    ],
)
def test_koopman_gives_the_published_interval(args, expected):
    assert ends(koopman_ratio(*args)) == close(*expected)


def test_koopman_covers_as_the_method_promises_for_fifteen_per_arm():
    n, p1, p2 = 15, 0.3, 0.1

    def chance(x, p):
        return math.comb(n, x) * p**x * (1 - p) ** (n - x)

    covered = 0.0
    for x1, x2 in itertools.product(range(n + 1), repeat=2):
        interval = koopman_ratio(x1, n, x2, n)
        covered += chance(x1, p1) * chance(x2, p2) * (interval.low <= p1 / p2 <= interval.high)

    assert covered == pytest.approx(0.959, abs=5e-4)


@pytest.mark.parametrize("args", [(0, 50, 0, 50), (0, 0, 3, 50), (3, 50, 0, 0)])
def test_koopman_knows_nothing_where_nothing_happened(args):
    assert koopman_ratio(*args) == Interval(0, math.inf)


def test_koopman_of_nothing_over_something_begins_at_zero():
    interval = koopman_ratio(0, 50, 3, 50)

    assert interval.low == 0
    assert interval.high == pytest.approx(1 / 0.8077, abs=5e-4)


@given(counts(smallest=1), counts(smallest=1))
def test_koopman_holds_its_ratio_and_turns_over_when_the_groups_swap(first, second):
    one, other = koopman_ratio(*first, *second), koopman_ratio(*second, *first)

    assert 0 <= one.low <= one.high
    assert one.low == pytest.approx(0 if other.high == math.inf else 1 / other.high, rel=1e-6)
    if first[0] and second[0]:
        assert one.low <= (first[0] / first[1]) / (second[0] / second[1]) * (1 + 1e-9)


def test_share_by_customer_is_kept_over_shown_and_the_same_for_the_same_seed():
    clusters = [(1, 5), (4, 5), (0, 5), (2, 3)]

    first, again = (share_by_customer(clusters, seed=7) for _ in range(2))

    assert first.share == pytest.approx(7 / 18)
    assert (first.customers, first.kept, first.shown) == (4, 7, 18)
    assert first == again
    assert first.low < first.share < first.high


def test_share_by_customer_is_wider_than_counting_picks_when_customers_differ():
    clusters = [(5, 5), (0, 5)] * 20

    estimate = share_by_customer(clusters, seed=1)
    naive = wilson(100, 200)

    assert estimate.high - estimate.low > 1.8 * (naive.high - naive.low)


def test_share_by_customer_matches_the_standard_error_of_a_ratio():
    rng = random.Random(3)  # noqa: S311 - made-up customers
    clusters = [(rng.randint(0, 5), 5) for _ in range(300)]
    shares = [kept / 5 for kept, _ in clusters]
    mean = sum(shares) / 300
    error = math.sqrt(sum((s - mean) ** 2 for s in shares) / 300) / math.sqrt(300)

    estimate = share_by_customer(clusters, seed=11)

    assert estimate.low == pytest.approx(mean - 1.96 * error, abs=0.004)
    assert estimate.high == pytest.approx(mean + 1.96 * error, abs=0.004)


@pytest.mark.parametrize("clusters", [[(0, 5)] * 8, [(2, 5)], [(5, 5)] * 3])
def test_share_by_customer_never_shrinks_to_a_point_without_spread(clusters):
    estimate = share_by_customer(clusters, seed=1)

    assert estimate.high - estimate.low > 0.2
    assert estimate.low <= estimate.share <= estimate.high


def test_share_by_customer_leaves_out_customers_who_were_shown_nothing():
    assert share_by_customer([(0, 0)], seed=1).share is None
    assert share_by_customer([(0, 0), (1, 2), (2, 2)], seed=1).customers == 2


def test_share_by_customer_of_five_hundred_is_fast_enough_for_a_page():
    clusters = [(i % 6, 5) for i in range(500)]

    started = time.process_time()
    share_by_customer(clusters, seed=1)

    assert time.process_time() - started < 1.0  # 0.1 s on an idle machine; the rest is slack


def test_quantiles_interpolate_between_neighbours():
    assert quantile([4, 1, 3, 2], 0.25) == 1.75
    assert median([4, 1, 3, 2]) == 2.5
    assert median([3, 1, 2]) == 2
    assert median([]) is None
    with pytest.raises(ValueError, match="between 0 and 1"):
        quantile([1], 1.5)


@given(st.lists(st.floats(-1e9, 1e9), min_size=1), st.floats(0, 1))
def test_quantile_lies_between_the_extremes(values, q):
    slack = 1e-6

    assert min(values) - slack <= quantile(values, q) <= max(values) + slack


def test_bootstrap_median_surrounds_the_median():
    values = [float(v) for v in range(1, 102)]

    estimate = bootstrap_median(values, seed=5)

    assert estimate.value == 51
    assert estimate.n == 101
    # The order statistics 41 and 61 are the textbook interval for n = 101.
    assert estimate.low == pytest.approx(41, abs=2)
    assert estimate.high == pytest.approx(61, abs=2)
    assert estimate == bootstrap_median(values, seed=5)


def test_bootstrap_median_of_nothing_is_open():
    assert bootstrap_median([], seed=1).value is None
