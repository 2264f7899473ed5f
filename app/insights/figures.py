"""Shares with their uncertainty, arms and contrasts, computed from counts (pure).

Under ten customers only counts are told; under five, analysts are not told even these.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from app.insights.statistics import newcombe_difference, wilson
from app.lifecycle import Arm
from app.pilots.definition import Measure, MeasureKind, Plan

LEAST_FOR_SHARE = 10
LEAST_FOR_ANALYST = 5
ARM_LABELS = {
    Arm.HAND: "By hand",
    Arm.SEGMENT: "By rules",
    Arm.GENERIC: "One list",
    Arm.MODEL: "By a model",
}
OTHER_LABELS = {Arm.GENERIC: "one list", Arm.SEGMENT: "rules"}
CONTRASTS = (
    (Arm.HAND, Arm.GENERIC),
    (Arm.HAND, Arm.SEGMENT),
    (Arm.SEGMENT, Arm.GENERIC),
)
VERDICTS = {
    "folded": "Fewer than five",
    "part": "Part of the pilot",
    "early": "Too early to tell",
    "above": "Above the target",
    "below": "Below the target",
    "open": "Not settled",
    "ahead": "Ahead",
    "behind": "Behind",
}


@dataclass(frozen=True, slots=True)
class Share:
    """A count out of n; value and interval only where n allows a share to be told."""

    count: int | None
    n: int | None
    value: float | None = None
    low: float | None = None
    high: float | None = None

    @property
    def is_folded(self) -> bool:
        """Tell whether the counts are kept back because too few people stand behind them."""
        return self.n is None


FOLDED = Share(None, None)


def share_of(count: int, n: int, *, fold: bool = False) -> Share:
    """Return count out of n independent customers with its Wilson interval."""
    if fold and n < LEAST_FOR_ANALYST:
        return FOLDED
    if n < LEAST_FOR_SHARE:
        return Share(count, n)
    interval = wilson(count, n)
    return Share(count, n, count / n, interval.low, interval.high)


@dataclass(frozen=True, slots=True)
class Fate:
    """How many first briefs of one arm share what happened to them by the plan's measure."""

    arm: str
    is_matured: bool
    was_withdrawn: bool
    is_success: bool
    n: int


@dataclass(frozen=True, slots=True)
class ArmResult:
    """One arm by the plan's measure: matured customers, and who is not (yet) among them."""

    arm: str
    label: str
    share: Share
    not_matured: int | None
    withdrawn: int | None
    verdict: str


@dataclass(frozen=True, slots=True)
class Contrast:
    """The difference between two arms, first minus second, with Newcombe's interval."""

    first: str
    second: str
    label: str
    difference: float | None
    low: float | None
    high: float | None
    verdict: str

    @property
    def words(self) -> str:
        """Return the verdict in words, with the name of the arm that is ahead."""
        leader = {"ahead": self.first, "behind": self.second}.get(self.verdict)
        return VERDICTS[self.verdict] if leader is None else f"{arm_label(leader)} ahead"


@dataclass(frozen=True, slots=True)
class Standing:
    """What may be said at this point: is the plan's number reached, is it the whole pilot."""

    planned_n: int
    least_n: int
    matured: int
    is_whole: bool

    @property
    def may_judge(self) -> bool:
        """Tell whether the plan allows a verdict: one look, at the planned number."""
        return self.is_whole and self.matured >= self.planned_n


def measure_words(measure: Measure, many: str) -> str:
    """Return the plan's measure as the end of a sentence, with the pilot's noun for items."""
    return {
        MeasureKind.ANSWERED: "answered",
        MeasureKind.KEPT_AT_LEAST: f"kept at least {measure.k} {many}",
        MeasureKind.TOOK_SET: "took the whole set",
        MeasureKind.CALL_TO_ACTION: "followed the call to action",
        MeasureKind.WOULD_PAY: "would pay",
    }[measure.kind]


def standing_of(plan: Plan, fates: Iterable[Fate], *, is_whole: bool) -> Standing:
    """Return how far a pilot is towards its planned number of customers."""
    matured = sum(f.n for f in fates if f.is_matured and not f.was_withdrawn)
    return Standing(plan.planned_n, plan.least_n, matured, is_whole)


def arm_results(
    fates: Sequence[Fate], arms: Sequence[str], target: float, standing: Standing, *, fold: bool
) -> tuple[ArmResult, ...]:
    """Return each arm's result by intention to treat, in the pilot's order of arms."""
    return tuple(
        _arm_result([f for f in fates if f.arm == arm], arm, target, standing, fold=fold)
        for arm in arms
    )


def _arm_result(
    fates: Sequence[Fate], arm: str, target: float, standing: Standing, *, fold: bool
) -> ArmResult:
    def count(wanted: Callable[[Fate], bool]) -> int:
        return sum(f.n for f in fates if wanted(f))

    n = count(lambda f: f.is_matured and not f.was_withdrawn)
    successes = count(lambda f: f.is_matured and not f.was_withdrawn and f.is_success)
    share = share_of(successes, n, fold=fold)
    return ArmResult(
        arm=arm,
        label=arm_label(arm),
        share=share,
        not_matured=folded(count(lambda f: not f.is_matured and not f.was_withdrawn), fold),
        withdrawn=folded(count(lambda f: f.was_withdrawn), fold),
        verdict=_against(share, target, standing),
    )


def arm_label(arm: str) -> str:
    """Return an arm in words."""
    return ARM_LABELS[Arm(arm)] if arm in set(Arm) else "No arm"


def folded(count: int, fold: bool) -> int | None:
    """Return a count of customers, or None where it is too small for this reader."""
    return None if fold and 0 < count < LEAST_FOR_ANALYST else count


def _against(share: Share, target: float, standing: Standing) -> str:
    if share.is_folded:
        return "folded"
    if not standing.is_whole:
        return "part"
    if share.low is None or share.high is None or not standing.may_judge:
        return "early"
    if share.low > target:
        return "above"
    return "below" if share.high < target else "open"


def contrasts(results: Sequence[ArmResult], standing: Standing) -> tuple[Contrast, ...]:
    """Return the declared contrasts among the arms that this pilot runs."""
    by_arm = {result.arm: result for result in results}
    present = {frozenset(pair) for pair in combinations(by_arm, 2)}
    return tuple(
        _contrast(by_arm[first.value], by_arm[second.value], standing)
        for first, second in CONTRASTS
        if frozenset({first.value, second.value}) in present
    )


def _contrast(first: ArmResult, second: ArmResult, standing: Standing) -> Contrast:
    label = f"{first.label} against {OTHER_LABELS[Arm(second.arm)]}"
    a, b = first.share, second.share
    if a.value is None or b.value is None:
        verdict = "folded" if a.is_folded or b.is_folded else _too_soon(standing)
        return Contrast(first.arm, second.arm, label, None, None, None, verdict)
    interval = newcombe_difference(a.count or 0, a.n or 0, b.count or 0, b.n or 0)
    verdict = _direction(interval.low, interval.high, standing)
    return Contrast(
        first.arm, second.arm, label, a.value - b.value, interval.low, interval.high, verdict
    )


def _too_soon(standing: Standing) -> str:
    return "early" if standing.is_whole else "part"


def _direction(low: float, high: float, standing: Standing) -> str:
    if not standing.may_judge:
        return _too_soon(standing)
    if low > 0:
        return "ahead"
    return "behind" if high < 0 else "open"
