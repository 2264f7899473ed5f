"""Checks before going live that look at counts: items, people, the plan's size (pure)."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.lifecycle import Arm
from app.pilots.definition import PilotDefinition, Promise
from app.pilots.planning import smaller_arm
from app.pilots.power import smallest_seen
from app.pilots.starter import UNWRITTEN, is_unwritten

TIMES_THE_SLOTS = 3
USUAL_MINUTES = 20.0
SHARE_OF_A_SHIFT = 0.75
BASE = 0.1


@dataclass(frozen=True, slots=True)
class Check:
    """One line of the checklist: what is asked, whether it holds, and what to do about it.

    One that is no must is worth a look, and stands in nobody's way.
    """

    key: str
    label: str
    ok: bool
    problems: tuple[str, ...] = ()
    note: str = ""
    is_must: bool = True


@dataclass(frozen=True, slots=True)
class Staffing:
    """How many people hold each role, how many pick now, and how long one brief takes them."""

    curators: int
    owners: int
    leads: int = 0
    on_shift: int = 0
    minutes_a_brief: float = USUAL_MINUTES
    is_measured: bool = False


@dataclass(frozen=True, slots=True)
class Stock:
    """How many items the catalogue has, and how many fit each slot that takes only some."""

    items: int
    by_role: Mapping[str, int] = field(default_factory=dict)


def catalogue_checks(definition: PilotDefinition, stock: Stock) -> list[Check]:
    """Ask for items at all, and for three times as many as the slots hold."""
    there = Check(
        "items", "The catalogue has items", stock.items > 0, note=f"{stock.items:,} items"
    )
    wanted = {slot.role: slot.count * TIMES_THE_SLOTS for slot in definition.slots}
    problems = [
        f"'{slot.name}' takes only some items: {stock.by_role[slot.role]} fit, and "
        f"{wanted[slot.role]} leave a curator a choice."
        for slot in definition.slots
        if slot.only and stock.by_role.get(slot.role, 0) < wanted[slot.role]
    ]
    if stock.items < sum(wanted.values()):
        problems.insert(0, f"There are {stock.items}; a curator needs {sum(wanted.values())}.")
    label = "The catalogue leaves a choice: three times as many items as slots"
    return [there, Check("choice", label, not problems, tuple(problems), is_must=False)]


def people_checks(definition: PilotDefinition, staffing: Staffing) -> list[Check]:
    """Ask for people in each role, and for as many as the promise needs."""
    checks = []
    if Arm.HAND in definition.arms:
        there = staffing.curators > 0
        missing = () if there else ("Nobody holds the role of curator or lead yet.",)
        checks.append(Check("people", "Somebody can pick by hand", there, missing))
        checks.append(_promise(definition, staffing))
    absent = [
        f"Nobody is {role} of this pilot."
        for role, count in (("lead", staffing.leads), ("owner", staffing.owners))
        if not count
    ]
    label = "Somebody leads and somebody owns it"
    return [*checks, Check("roles", label, not absent, tuple(absent), is_must=False)]


def _promise(definition: PilotDefinition, staffing: Staffing) -> Check:
    """Compare the hours the shift has with those that the briefs of a day take."""
    label = "The people on shift can hold the promise"
    share = definition.arms[Arm.HAND] / sum(definition.arms.values())
    a_day = definition.caps.per_day
    source = "measured here" if staffing.is_measured else "assumed"
    pace = f"{staffing.minutes_a_brief:.0f} minutes a brief, {source}"
    can = staffing.on_shift * hours_a_day(definition.promise) * 60 * SHARE_OF_A_SHIFT
    able = int(can / staffing.minutes_a_brief)
    note = f"{staffing.on_shift} on shift pick for about {able} a day ({pace})"
    if a_day is None:
        words = "No cap says how many briefs a day may come, so nobody can tell."
        return Check("promise", label, False, (words,), note, is_must=False)
    by_hand = round(a_day * share)
    problems = () if able >= by_hand else (f"Up to {by_hand} a day come to the hand.",)
    return Check("promise", label, not problems, problems, note, is_must=False)


def hours_a_day(promise: Promise) -> float:
    """Return how many hours of a working day count."""
    if promise.working is None:
        return 8.0
    work = promise.working
    opens = work.opens.hour + work.opens.minute / 60
    return work.closes.hour + work.closes.minute / 60 - opens


def plan_checks(definition: PilotDefinition) -> list[Check]:
    """Ask for a plan that is written, consent, a contact, and say what the numbers can show."""
    written = not is_unwritten(definition)
    unwritten = () if written else ("Version 1 is the empty one. Publish the working copy first.",)
    needed = any(consent.required for consent in definition.form.consents)
    no_box = () if needed else ("No consent is required: nothing allows reading the answers.",)
    start = definition.form.start
    told = (definition.contact, definition.controller, start.who_reads, start.data)
    silent = () if UNWRITTEN not in told else ("The notice is still to be written.",)
    return [
        Check("plan", "The plan is written", written, unwritten),
        Check("consent", "A required consent says what customers agree to", needed, no_box),
        Check(
            "notice",
            "The notice says who reads the answers, whom to ask, and when they are deleted",
            not silent,
            silent,
            f"kept {definition.retention_days} days, {definition.contact}",
        ),
        _size(definition),
    ]


def _size(definition: PilotDefinition) -> Check:
    """Say the smallest effect that the least and the planned number can show."""
    plan, weights = definition.plan, definition.arm_weights()
    label = "The planned number of customers can show what you hope for"
    problems = []
    if plan.least_n > plan.planned_n:
        problems.append(f"Fewer are planned ({plan.planned_n}) than are needed ({plan.least_n}).")
    if len(weights) < 2:
        note = f"one arm: no effect, a share of {plan.least_n} or more customers"
        return Check("size", label, not problems, tuple(problems), note, is_must=False)
    least, planned = (smaller_arm(n, weights) for n in (plan.least_n, plan.planned_n))
    note = (
        f"from {BASE:.0%}: at {plan.least_n} customers {_effect(least)}, "
        f"at {plan.planned_n} {_effect(planned)}"
    )
    seen = smallest_seen(planned, BASE)
    if seen is None or seen > plan.target:
        problems.append(
            f"The target of {plan.target:.0%} is too close to see with {planned} customers in the "
            "smaller arm, if one in ten says yes without you."
        )
    return Check("size", label, not problems, tuple(problems), note, is_must=False)


def _effect(n: int) -> str:
    needed = smallest_seen(n, BASE)
    return f"a rise to {needed:.0%} is seen" if needed is not None else "nothing is seen"
