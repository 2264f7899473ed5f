"""Where people drop out: from the first step of the form to the plan's measure (pure)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from app.insights.figures import LEAST_FOR_SHARE, arm_label, folded
from app.insights.rows import Group

Condition = Callable[[Group], bool]
ASIDES = (
    ("still in work", "open"),
    ("declined", "declined"),
    ("withdrawn before delivery", "withdrawn"),
)


@dataclass(frozen=True, slots=True)
class Step:
    """One step: how many came so far, out of those of the step before and out of all."""

    label: str
    count: int | None
    of_before: float | None
    of_all: float | None


@dataclass(frozen=True, slots=True)
class ArmSteps:
    """The steps of one arm, which begin with the submission that draws it."""

    arm: str
    label: str
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Aside:
    """A reason why submitted briefs were not delivered, and how many it holds."""

    label: str
    count: int | None


@dataclass(frozen=True, slots=True)
class Funnel:
    """The steps over all arms and per arm, and where undelivered briefs stand."""

    steps: tuple[Step, ...]
    arms: tuple[ArmSteps, ...]
    asides: tuple[Aside, ...]


def funnel_of(
    started: int,
    groups: Sequence[Group],
    arms: Sequence[str],
    success: tuple[str, Condition],
    *,
    fold: bool = False,
) -> Funnel:
    """Return the funnel of briefs; `success` names the last step and tells who took it."""
    steps: tuple[tuple[str, Condition], ...] = (
        ("Submitted", lambda _: True),
        ("Delivered", lambda g: g.stage == "delivered"),
        ("Opened", lambda g: g.stage == "delivered" and g.opened),
        ("Answered", lambda g: g.stage == "delivered" and g.answered),
        (success[0], lambda g: g.stage == "delivered" and g.answered and success[1](g)),
    )
    labels = [label for label, _ in steps]
    counts = [_count(groups, wanted) for _, wanted in steps]
    return Funnel(
        steps=_rates(["Started the form", *labels], [started, *counts], fold=fold),
        arms=tuple(
            ArmSteps(arm, arm_label(arm), parts)
            for arm, parts in zip(arms, _by_arm(groups, arms, steps, fold), strict=True)
        ),
        asides=tuple(
            Aside(label, folded(sum(g.n for g in groups if g.stage == stage), fold))
            for label, stage in ASIDES
        ),
    )


def _by_arm(
    groups: Sequence[Group], arms: Sequence[str], steps: Sequence[tuple[str, Condition]], fold: bool
) -> list[tuple[Step, ...]]:
    parts = []
    for arm in arms:
        own = [group for group in groups if group.arm == arm]
        counts = [_count(own, wanted) for _, wanted in steps]
        parts.append(_rates([label for label, _ in steps], counts, fold=fold))
    # Where one arm is folded at a step all are, or the total would tell it.
    hidden = [any(part[n].count is None for part in parts) for n in range(len(steps))]
    return [
        tuple(
            Step(step.label, None, None, None) if hides else step
            for step, hides in zip(part, hidden, strict=True)
        )
        for part in parts
    ]


def _count(groups: Sequence[Group], wanted: Condition) -> int:
    return sum(group.n for group in groups if wanted(group))


def _rates(labels: Sequence[str], counts: Sequence[int], *, fold: bool) -> tuple[Step, ...]:
    before = [counts[0], *counts[:-1]]
    return tuple(
        Step(label, folded(count, fold), _rate(count, last, fold), _rate(count, counts[0], fold))
        for label, count, last in zip(labels, counts, before, strict=True)
    )


def _rate(count: int, total: int, fold: bool) -> float | None:
    if total < LEAST_FOR_SHARE or (fold and folded(count, fold) is None):
        return None
    return count / total
