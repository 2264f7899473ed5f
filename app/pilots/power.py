"""What a number of customers can show: the smallest effect seen four times out of five (pure).

METHOD 2.3's table, computed for any size by counting every outcome: an effect is seen when
Newcombe's 95 % interval of the difference leaves 0 out.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from app.insights.statistics import newcombe_difference

POWER = 0.8
BASES = (0.05, 0.10, 0.20, 0.30)
SIZES = (10, 30, 50, 100, 250)
LARGEST = 2000
PRECISION = 0.0005


@dataclass(frozen=True, slots=True)
class PowerRow:
    """One size of the smaller arm and, for each base, the share the other arm must reach."""

    n: int
    needed: tuple[float | None, ...]
    name: str = ""


def power_rows(named: Sequence[tuple[str, int]]) -> list[PowerRow]:
    """Return a row for each named size, in order of size; one that is there already is named."""
    names: dict[int, str] = {}
    for name, n in named:
        names[n] = f"{names[n]} and {name}" if n in names else name
    return [PowerRow(n, tuple(smallest_seen(n, b) for b in BASES), names[n]) for n in sorted(names)]


@lru_cache(maxsize=512)
def smallest_seen(n: int, base: float) -> float | None:
    """Return the response in the second arm, to a percent, that n an arm shows with 80 % power.

    None where even every customer would not do; beyond 2,000 an arm the answer is that of 2,000.
    """
    n = min(n, LARGEST)
    if n < 1:
        return None
    least = _least_seen(n)
    if power(n, base, 1.0, least=least) < POWER:
        return None
    low, high = base, 1.0
    while high - low > PRECISION:
        middle = (low + high) / 2
        seen = power(n, base, middle, least=least) >= POWER
        low, high = (low, middle) if seen else (middle, high)
    return round(high, 2)


def power(n: int, p1: float, p2: float, *, least: Sequence[int | None] | None = None) -> float:
    """Return how often two arms of n with these true shares show the second to be better."""
    least = _least_seen(n) if least is None else least
    tails = _tails(n, p2)
    first = _masses(n, p1)
    return sum(m * tails[x] for m, x in zip(first, least, strict=True) if x is not None)


@lru_cache(maxsize=64)
def _least_seen(n: int) -> tuple[int | None, ...]:
    """For each count of the first arm, the least count of the second that is seen as better."""
    found: list[int | None] = []
    x2 = 0
    for x1 in range(n + 1):
        while x2 <= n and newcombe_difference(x2, n, x1, n).low <= 0:
            x2 += 1
        found.append(x2 if x2 <= n else None)
    return tuple(found)


def _masses(n: int, p: float) -> list[float]:
    if p >= 1:
        return [0.0] * n + [1.0]
    return [
        math.exp(
            math.lgamma(n + 1)
            - math.lgamma(x + 1)
            - math.lgamma(n - x + 1)
            + x * math.log(p)
            + (n - x) * math.log1p(-p)
        )
        for x in range(n + 1)
    ]


def _tails(n: int, p: float) -> list[float]:
    tails = [0.0] * (n + 2)
    for x, mass in reversed(list(enumerate(_masses(n, p)))):
        tails[x] = tails[x + 1] + mass
    return tails
