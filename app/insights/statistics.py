"""The formulas behind the pilot's numbers, each named after its method and honest about its limits.

Pure functions on counts; none of them counts picks of one customer as independent.
"""

import math
import random
import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass

BISECTIONS = 100
LOG_RATIO_BOUND = 40.0  # ratios beyond e^40 are out of reach of any count of people


@dataclass(frozen=True)
class Interval:
    """The two ends of an interval; `high` may be infinite for a ratio."""

    low: float
    high: float


@dataclass(frozen=True)
class ShareEstimate:
    """A share of picks with an interval that treats the customer as the unit."""

    share: float | None
    low: float
    high: float
    customers: int
    kept: int
    shown: int


@dataclass(frozen=True)
class MedianEstimate:
    """A median with its interval; `value` is None when nothing was measured."""

    value: float | None
    low: float
    high: float
    n: int


def wilson(x: int, n: int, *, confidence: float = 0.95) -> Interval:
    """Give the Wilson score interval of the proportion x/n.

    Good down to a handful of independent customers; without any, nothing is known: (0, 1).
    """
    _check_count(x, n)
    if n == 0:
        return Interval(0.0, 1.0)
    return _wilson_of_share(x / n, n, confidence)


def newcombe_difference(
    x1: int, n1: int, x2: int, n2: int, *, confidence: float = 0.95
) -> Interval:
    """Give Newcombe's interval (method 10) of the difference x1/n1 - x2/n2.

    Built from two Wilson intervals; for independent groups looked at once, not for peeking.
    """
    first, second = wilson(x1, n1, confidence=confidence), wilson(x2, n2, confidence=confidence)
    if n1 == 0 or n2 == 0:
        return Interval(first.low - second.high, first.high - second.low)
    p1, p2 = x1 / n1, x2 / n2
    below = math.hypot(p1 - first.low, second.high - p2)
    above = math.hypot(first.high - p1, p2 - second.low)
    return Interval(max(-1.0, p1 - p2 - below), min(1.0, p1 - p2 + above))


def koopman_ratio(x1: int, n1: int, x2: int, n2: int, *, confidence: float = 0.95) -> Interval:
    """Give Koopman's score interval of the ratio (x1/n1) / (x2/n2).

    No success in the second group leaves the upper end open (infinite), none in the first puts
    the lower end at 0, and with neither nothing is known: (0, infinity).
    """
    _check_count(x1, n1)
    _check_count(x2, n2)
    if n1 == 0 or n2 == 0 or x1 == x2 == 0:
        return Interval(0.0, math.inf)
    limit = _normal_quantile(confidence) ** 2

    def is_inside(log_ratio: float) -> bool:
        return _koopman_score(math.exp(log_ratio), (x1, n1), (x2, n2)) <= limit

    low = 0.0 if x1 == 0 else _edge(is_inside, _log_estimate(x1, n1, x2, n2), -LOG_RATIO_BOUND)
    high = math.inf if x2 == 0 else _edge(is_inside, _log_estimate(x1, n1, x2, n2), LOG_RATIO_BOUND)
    return Interval(low, high)


def share_by_customer(
    clusters: Sequence[tuple[int, int]],
    *,
    seed: int,
    resamples: int = 2000,
    confidence: float = 0.95,
) -> ShareEstimate:
    """Estimate picks kept / picks shown with a percentile bootstrap that resamples customers.

    Each cluster is one customer's (kept, shown). The bootstrap is too narrow below about ten
    customers; where it cannot see any spread at all, Wilson with n = customers stands in.
    """
    for kept, shown in clusters:
        _check_count(kept, shown)
    seen = [cluster for cluster in clusters if cluster[1] > 0]
    kept, shown = sum(c[0] for c in seen), sum(c[1] for c in seen)
    if not seen:
        return ShareEstimate(None, 0.0, 1.0, 0, 0, 0)
    if len({kept / shown for kept, shown in seen}) == 1:
        interval = _wilson_of_share(kept / shown, len(seen), confidence)
    else:
        interval = _percentiles(_resampled_shares(seen, seed, resamples), confidence)
    return ShareEstimate(kept / shown, interval.low, interval.high, len(seen), kept, shown)


def quantile(values: Sequence[float], q: float) -> float | None:
    """Give the q-quantile by linear interpolation between neighbours, None without values."""
    if not 0 <= q <= 1:
        raise ValueError(f"A quantile lies between 0 and 1, not at {q}.")
    if not values:
        return None
    return _quantile_of_sorted(sorted(values), q)


def median(values: Sequence[float]) -> float | None:
    """Give the middle value, None without values."""
    return quantile(values, 0.5)


def bootstrap_median(
    values: Sequence[float],
    *,
    seed: int,
    resamples: int = 2000,
    confidence: float = 0.95,
) -> MedianEstimate:
    """Estimate the median with a percentile bootstrap interval.

    For times, which are skewed. Below about ten values the interval is hardly more than their
    range; without any it is open.
    """
    if not values:
        return MedianEstimate(None, -math.inf, math.inf, 0)
    draw = random.Random(seed)  # noqa: S311 - resampling, not a secret
    medians = [statistics.median(draw.choices(values, k=len(values))) for _ in range(resamples)]
    interval = _percentiles(medians, confidence)
    return MedianEstimate(statistics.median(values), interval.low, interval.high, len(values))


def _check_count(x: int, n: int) -> None:
    if not 0 <= x <= n:
        raise ValueError(f"{x} out of {n} is not a count of successes.")


def _normal_quantile(confidence: float) -> float:
    if not 0 < confidence < 1:
        raise ValueError(f"A confidence lies between 0 and 1, not at {confidence}.")
    return statistics.NormalDist().inv_cdf((1 + confidence) / 2)


def _wilson_of_share(p: float, n: int, confidence: float) -> Interval:
    z = _normal_quantile(confidence)
    centre = (p + z * z / (2 * n)) / (1 + z * z / n)
    half = z / (1 + z * z / n) * math.sqrt(p * (1 - p) / n + z * z / (4 * n * n))
    low = 0.0 if p == 0 else max(0.0, centre - half)
    high = 1.0 if p == 1 else min(1.0, centre + half)
    return Interval(low, high)


def _log_estimate(x1: int, n1: int, x2: int, n2: int) -> float:
    if x1 == 0:
        return -LOG_RATIO_BOUND
    if x2 == 0:
        return LOG_RATIO_BOUND
    return math.log(x1 / n1) - math.log(x2 / n2)


def _koopman_score(ratio: float, first: tuple[int, int], second: tuple[int, int]) -> float:
    (x1, n1), (x2, n2) = first, second
    a, b, c = (n1 + n2) * ratio, -(n1 * ratio + x1 + n2 + x2 * ratio), x1 + x2
    # The smaller root, written so that nothing cancels when the ratio is tiny.
    q2 = min(1.0, 2 * c / (-b + math.sqrt(max(0.0, b * b - 4 * a * c))))
    q1 = min(1.0, ratio * q2)
    variance = q1 * (1 - q1) / n1 + ratio * ratio * q2 * (1 - q2) / n2
    gap = (x1 / n1 - ratio * x2 / n2) ** 2
    if variance == 0:
        return 0.0 if gap == 0 else math.inf
    return gap / variance


def _edge(is_inside: Callable[[float], bool], inside: float, outside: float) -> float:
    for _ in range(BISECTIONS):
        middle = (inside + outside) / 2
        if is_inside(middle):
            inside = middle
        else:
            outside = middle
    return math.exp(inside)


def _resampled_shares(seen: Sequence[tuple[int, int]], seed: int, resamples: int) -> list[float]:
    # Both counts travel in one whole number: one sum instead of two, 500 customers in 0.1 s.
    base = len(seen) * max(shown for _, shown in seen) + 1
    packed = [kept * base + shown for kept, shown in seen]
    draw = random.Random(seed)  # noqa: S311 - resampling, not a secret
    totals = (sum(draw.choices(packed, k=len(packed))) for _ in range(resamples))
    return [kept / shown for kept, shown in (divmod(total, base) for total in totals)]


def _percentiles(draws: Sequence[float], confidence: float) -> Interval:
    _normal_quantile(confidence)
    tail = (1 - confidence) / 2
    ordered = sorted(draws)
    return Interval(_quantile_of_sorted(ordered, tail), _quantile_of_sorted(ordered, 1 - tail))


def _quantile_of_sorted(ordered: Sequence[float], q: float) -> float:
    place = q * (len(ordered) - 1)
    below = math.floor(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (ordered[above] - ordered[below]) * (place - below)
