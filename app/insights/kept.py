"""Share of picks kept, with an interval whose unit is the customer (pure)."""

import math
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from app.insights.figures import FOLDED, LEAST_FOR_ANALYST, LEAST_FOR_SHARE, Share
from app.insights.rows import Cluster, ShownPicks
from app.insights.statistics import share_by_customer

RESAMPLE_UP_TO = 500  # customers; above it the ratio estimator gives the same ends at once
SEED = 20_26
Z = 1.959963984540054


@dataclass(frozen=True, slots=True)
class KeptShare:
    """The share of picks kept under one heading, and by how many customers."""

    name: str
    share: Share
    customers: int | None


def kept_share(name: str, clusters: Sequence[Cluster], *, fold: bool = False) -> KeptShare:
    """Return kept out of shown picks; below ten customers only the counts."""
    table = tuple(sorted((c.kept, c.shown, c.customers) for c in clusters))
    customers = sum(c for _, _, c in table)
    if fold and customers < LEAST_FOR_ANALYST:
        return KeptShare(name, FOLDED, None)
    kept = sum(k * c for k, _, c in table)
    shown = sum(s * c for _, s, c in table)
    if customers < LEAST_FOR_SHARE or not shown:
        return KeptShare(name, Share(kept, shown), customers)
    low, high = _ends(table)
    return KeptShare(name, Share(kept, shown, kept / shown, low, high), customers)


def clusters_by(picks: Iterable[ShownPicks], name_of: Callable[[ShownPicks], str]) -> list[Cluster]:
    """Return how many customers kept how many of how many picks, under each name."""
    kept: Counter[tuple[str, int]] = Counter()
    shown: Counter[tuple[str, int]] = Counter()
    for pick in picks:
        person = (name_of(pick), pick.customer)
        shown[person] += pick.count
        kept[person] += pick.count * pick.is_kept
    equal = Counter((person[0], kept[person], count) for person, count in shown.items())
    return [Cluster(*cluster, customers) for cluster, customers in sorted(equal.items())]


def hide_all_if_one(shares: Iterable[KeptShare]) -> tuple[KeptShare, ...]:
    """Return the parts of a whole; where one is folded all are, or the rest would tell it."""
    found = tuple(shares)
    if not any(part.share.is_folded for part in found):
        return found
    return tuple(KeptShare(part.name, FOLDED, None) for part in found)


@lru_cache(maxsize=512)
def _ends(table: tuple[tuple[int, int, int], ...]) -> tuple[float, float]:
    if sum(customers for _, _, customers in table) > RESAMPLE_UP_TO:
        return ratio_interval(table)
    people = [(kept, shown) for kept, shown, customers in table for _ in range(customers)]
    estimate = share_by_customer(people, seed=SEED)
    return estimate.low, estimate.high


def ratio_interval(table: Sequence[tuple[int, int, int]]) -> tuple[float, float]:
    """Return the ratio estimator's interval of kept/shown over (kept, shown, customers) rows.

    Linearised, so for hundreds of customers; there it agrees with resampling them.
    """
    n = sum(customers for _, _, customers in table)
    shown = sum(s * customers for _, s, customers in table)
    ratio = sum(k * customers for k, _, customers in table) / shown
    squares = sum((k - ratio * s) ** 2 * customers for k, s, customers in table)
    half = Z * math.sqrt(n / (n - 1) * squares) / shown
    return max(0.0, ratio - half), min(1.0, ratio + half)
