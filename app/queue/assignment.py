"""Draws the arm that answers a customer: sticky, salted per pilot, and open to recalculation."""

import hashlib
import math
from collections.abc import Mapping
from dataclasses import dataclass

POINT_BITS = 53  # what a float holds exactly; 64 bits could round up to 1.0


@dataclass(frozen=True)
class Draw:
    """The arm drawn, with everything that is needed to draw it again."""

    arm: str
    probability: float
    hash: str
    point: float


def draw_arm(salt: str, customer_key: str, weights: Mapping[str, float]) -> Draw:
    """Draw a customer's arm from the hash of salt and key.

    The same three inputs always give the same arm. The order in which the arms are declared
    matters: it lays them side by side on [0, 1).
    """
    if not salt or not customer_key:
        raise ValueError("An arm is drawn from a salt and a customer key; one of them is empty.")
    shares = arm_probabilities(weights)
    digest = hashlib.sha256(f"{salt}:{customer_key}".encode()).digest()
    point = (int.from_bytes(digest[:8]) >> (64 - POINT_BITS)) / 2**POINT_BITS
    arm = _arm_at(point, shares)
    return Draw(arm, shares[arm], digest.hex(), point)


def arm_probabilities(weights: Mapping[str, float]) -> dict[str, float]:
    """Turn weights of any scale into probabilities, in declared order."""
    if not weights:
        raise ValueError("A pilot needs at least one arm.")
    for arm, weight in weights.items():
        if not (math.isfinite(weight) and weight > 0):
            raise ValueError(f"The weight of arm {arm} must be above zero, not {weight}.")
    total = math.fsum(weights.values())
    return {arm: weight / total for arm, weight in weights.items()}


def _arm_at(point: float, shares: Mapping[str, float]) -> str:
    edge = 0.0
    arm = ""
    for arm, share in shares.items():  # noqa: B007 - the last arm takes what rounding leaves over
        edge += share
        if point < edge:
            break
    return arm
