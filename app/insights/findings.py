"""The sentences above the charts: what the figures say, and no more than they say (pure)."""

from collections.abc import Sequence
from itertools import pairwise

from app.insights.figures import ArmResult, Contrast, Standing
from app.insights.funnel import Step
from app.insights.kept import KeptShare
from app.insights.times import EffortFigures, Times, Week


def arms_finding(
    results: Sequence[ArmResult], found: Sequence[Contrast], standing: Standing, measure: str
) -> str:
    """Say what the arms show so far, or that it is too early to show anything."""
    if not standing.matured:
        return "No customer's window has closed yet"
    told = [r for r in results if r.share.value is not None]
    if not told:
        return f"Too few customers to tell who {measure}"
    main = next((c for c in found if c.difference is not None), None)
    if main is not None and standing.may_judge:
        return _judged(main, results, measure)
    parts = ", ".join(f"{_small(r.label)} {percent(r.share.value)}" for r in told)
    ending = "too early to tell" if standing.is_whole else "a part of the pilot settles nothing"
    if standing.may_judge:
        return f"Who {measure}: {parts}"
    return f"So far {measure}: {parts}; {ending}"


def _judged(main: Contrast, results: Sequence[ArmResult], measure: str) -> str:
    labels = {r.arm: _small(r.label) for r in results}
    if main.verdict == "open":
        return f"{labels[main.first].capitalize()} or {labels[main.second]}: not settled"
    word = "More" if main.verdict == "ahead" else "Fewer"
    return f"{word} customers {measure} {labels[main.first]} than with {labels[main.second]}"


def kept_finding(overall: KeptShare) -> str:
    """Say which share of the picks was kept."""
    share = overall.share
    if not share.n:
        return "No pick has had its time yet"
    if share.value is None:
        return f"{share.count} of {share.n} picks kept; too few customers for a share"
    return f"{percent(share.value)} of the picks were kept"


def slots_finding(slots: Sequence[KeptShare]) -> str:
    """Say which slot's picks are kept least, only where the intervals lie apart."""
    told = [(s.share.value, s) for s in slots if s.share.value is not None]
    if len(told) < 2:
        return "Picks kept by slot"
    least = min(told, key=lambda pair: pair[0])[1]
    most = max(told, key=lambda pair: pair[0])[1]
    if (least.share.high or 0) < (most.share.low or 0):
        return f"{least.name} is kept least, {most.name} most"
    return "No slot stands out"


def times_finding(times: Times) -> str:
    """Say how many deliveries broke the promise."""
    if times.late is None:
        return "Nothing delivered yet" if times.n == 0 else "Too few deliveries to tell"
    if times.n is None or not times.late:
        return (
            "The delivery kept the promise" if times.n == 1 else "Every delivery kept the promise"
        )
    noun = "delivery" if times.n == 1 else "deliveries"
    return f"{times.late} of {times.n:,} {noun} broke the promise"


def effort_finding(effort: EffortFigures) -> str:
    """Say whether the work per delivery falls, only where first and last week hold enough."""
    if effort.overall.median is None:
        return "No active time measured yet"
    full = [week for week in effort.weeks if week.n and week.n >= 5 and week.median is not None]
    if len(full) > 1:
        return _trend(full[0], full[-1])
    return f"Half of the deliveries took {effort.overall.median:.0f} minutes or less"


def _trend(first: Week, last: Week) -> str:
    before, after = first.median or 0, last.median or 0
    ends = f"{before:.0f} minutes in {first.label.lower()}, {after:.0f} in {last.label.lower()}"
    if after < before * 0.9:
        return f"Effort is falling: {ends}"
    if after > before * 1.1:
        return f"Effort is rising: {ends}"
    return f"Effort stays level: {ends}"


def funnel_finding(steps: Sequence[Step]) -> str:
    """Say at which step most people are lost."""
    if not steps[0].count:
        return "Nobody has started the form yet"
    drops = [
        (a.count - b.count, a, b)
        for a, b in pairwise(steps)
        if a.count is not None and b.count is not None
    ]
    lost, before, after = max(drops, key=lambda drop: drop[0], default=(0, steps[0], steps[0]))
    if lost <= 0:
        return "Nobody dropped out so far"
    return f"Most are lost between “{before.label}” and “{after.label}”"


def percent(value: float | None) -> str:
    """Return a share as whole per cent."""
    return "" if value is None else f"{value * 100:.0f}%"


def _small(label: str) -> str:
    return label[0].lower() + label[1:]
