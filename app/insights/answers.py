"""What customers said: verdicts per arm, reasons for a no, closing scales (pure)."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.insights.figures import LEAST_FOR_ANALYST, LEAST_FOR_SHARE, arm_label
from app.insights.rows import ShownPicks, Tally
from app.pilots.definition import PilotDefinition

NO_ANSWER = "No answer in time"


@dataclass(frozen=True, slots=True)
class VerdictRow:
    """How often one verdict was given, in each arm; None where too few customers gave it."""

    key: str
    label: str
    meaning: str
    counts: tuple[int | None, ...]
    total: int | None


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason with the answer it was given for."""

    label: str
    verdict: str
    count: int | None


@dataclass(frozen=True, slots=True)
class Scale:
    """Answers to one closing scale in one arm; the mean only from ten answers on."""

    question: str
    arm: str
    n: int | None
    mean: float | None


def tally_verdicts(picks: Iterable[ShownPicks]) -> list[Tally]:
    """Return how often each verdict was given per arm, and by how many customers."""
    counts: Counter[tuple[str, str | None]] = Counter()
    people: dict[tuple[str, str | None], set[int]] = {}
    for pick in picks:
        cell = (pick.arm, pick.verdict)
        counts[cell] += pick.count
        people.setdefault(cell, set()).add(pick.customer)
    return [Tally(*cell, count, len(people[cell])) for cell, count in counts.items()]


def verdict_rows(
    definition: PilotDefinition, tallies: Sequence[Tally], arms: Sequence[str], *, fold: bool
) -> tuple[VerdictRow, ...]:
    """Return a row for each answer of the pilot file and one for none; 'already' is no 'no'."""
    known = [
        (v.key, v.label, "kept" if v.kept else "already" if v.already else "not kept")
        for v in definition.verdicts
    ]
    keys = {key for key, _, _ in known}
    gone = sorted({t.code for t in tallies if t.code is not None} - keys)
    rows: list[tuple[str | None, str, str]] = [*known, *((k, k, "earlier answer") for k in gone)]
    rows.append((None, NO_ANSWER, "unanswered"))
    return tuple(_verdict_row(row, tallies, arms, fold) for row in rows)


def _verdict_row(
    row: tuple[str | None, str, str], tallies: Sequence[Tally], arms: Sequence[str], fold: bool
) -> VerdictRow:
    key, label, meaning = row
    cells = [[t for t in tallies if t.code == key and t.arm == arm] for arm in arms]
    everywhere = [t for t in tallies if t.code == key]
    counts = tuple(_total(cell, fold) for cell in cells)
    # A total beside one hidden cell would give it away.
    hides = None in counts
    return VerdictRow(
        key or "", label, meaning, counts, None if hides else _total(everywhere, fold)
    )


def _total(tallies: Sequence[Tally], fold: bool) -> int | None:
    if fold and 0 < sum(t.customers for t in tallies) < LEAST_FOR_ANALYST:
        return None
    return sum(t.count for t in tallies)


def reasons_given(
    definition: PilotDefinition, tallies: Sequence[Tally], *, fold: bool
) -> tuple[Reason, ...]:
    """Return the reasons behind answers that did not keep a pick, most frequent first."""
    found = []
    for tally in tallies:
        verdict = definition.verdict(tally.within or "")
        choice = (
            next((c for c in verdict.reasons if c.key == tally.code), None) if verdict else None
        )
        if verdict is not None and choice is not None:
            found.append((tally.count, Reason(choice.label, verdict.label, _total([tally], fold))))
    return tuple(reason for _, reason in sorted(found, key=lambda f: (-f[0], f[1].label)))


def closing_scales(
    definition: PilotDefinition, tallies: Sequence[Tally], arms: Sequence[str], *, fold: bool
) -> tuple[Scale, ...]:
    """Return the mean of each closing scale per arm with its n."""
    return tuple(
        _scale(
            question.label,
            arm,
            [t for t in tallies if (t.within, t.arm) == (question.key, arm)],
            fold,
        )
        for question in definition.closing
        if question.kind == "scale"
        for asked in [[t for t in tallies if t.within == question.key]]
        for arm in arms
    )


def _scale(label: str, arm: str, tallies: Sequence[Tally], fold: bool) -> Scale:
    steps: Counter[int] = Counter()
    for tally in tallies:
        if tally.code is not None and tally.code.isdecimal():
            steps[int(tally.code)] += tally.count
    n = steps.total()
    if fold and 0 < n < LEAST_FOR_ANALYST:
        return Scale(label, arm_label(arm), None, None)
    mean = sum(step * count for step, count in steps.items()) / n if n >= LEAST_FOR_SHARE else None
    return Scale(label, arm_label(arm), n, mean)
