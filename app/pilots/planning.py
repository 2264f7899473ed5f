"""What the planned numbers of a working copy can show (pure)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from app.pilots.draft_document import Document, value_at
from app.pilots.power import BASES, SIZES, PowerRow, power_rows, smallest_seen

MOST_CUSTOMERS = 1_000_000


@dataclass(frozen=True, slots=True)
class PlanPower:
    """METHOD's table with the plan's own sizes in it, and what it says about this plan."""

    bases: tuple[float, ...]
    rows: tuple[PowerRow, ...]
    words: str


def plan_power(document: Document) -> PlanPower:
    """Return the table for a plan that may still be incomplete."""
    weights = _weights(value_at(document, ("arms",)))
    sizes = {
        name: smaller_arm(n, weights)
        for name, key in (("your least", "least_n"), ("your planned", "planned_n"))
        if isinstance(n := value_at(document, ("plan", key)), int) and 0 < n <= MOST_CUSTOMERS
    }
    named = [("", n) for n in SIZES if n not in sizes.values()]
    named += [(name, n) for name, n in sizes.items() if n > 0]
    return PlanPower(BASES, tuple(power_rows(named)), power_words(sizes, weights))


def smaller_arm(n: int, weights: Mapping[str, float]) -> int:
    """Return how many of n customers the arm with the least weight gets."""
    return int(n * min(weights.values()) / sum(weights.values())) if weights else n


def power_words(sizes: Mapping[str, int], weights: Mapping[str, float]) -> str:
    """Say what the plan's numbers can show, in a sentence."""
    if len(weights) < 2:
        return (
            "One arm alone compares with nothing: it shows a share and its interval, and no "
            "effect. The table is for a second arm."
        )
    n = sizes.get("your planned")
    if not n:
        return "Write how many customers you plan for, and this says what they can show."
    needed = smallest_seen(n, 0.1)
    found = f"only a rise from 10% to {needed:.0%} or more" if needed else "no rise at all"
    return (
        f"As planned, the smaller arm gets {n} customers. Where one in ten says yes without you, "
        f"{found} would be seen four times out of five."
    )


def _weights(arms: Any) -> dict[str, float]:
    found = arms if isinstance(arms, dict) else {}
    return {
        str(arm): float(weight)
        for arm, weight in found.items()
        if isinstance(weight, int | float) and weight > 0
    }
