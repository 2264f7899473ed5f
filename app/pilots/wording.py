"""What a pilot file says, in sentences for the set-up page (pure)."""

from dataclasses import dataclass

from app.lifecycle import Arm
from app.pilots.definition import Disclosure, MeasureKind, PilotDefinition

ARM_WORDS = {
    Arm.HAND: ("By hand", "a curator picks"),
    Arm.SEGMENT: ("Rules", "the pilot file's rules pick by the answers"),
    Arm.GENERIC: ("House list", "everybody gets the same"),
    Arm.MODEL: ("Model", "an outside policy picks"),
}
DISCLOSURE_WORDS = {
    Disclosure.NAMED: "signed by the curator, who is named",
    Disclosure.NEUTRAL: "signed by the service, the same words whoever chose",
    Disclosure.REVEALED: "signed by the service; a letter at the end tells who chose",
}
DAYS = {
    "mon": "Mon",
    "tue": "Tue",
    "wed": "Wed",
    "thu": "Thu",
    "fri": "Fri",
    "sat": "Sat",
    "sun": "Sun",
}


@dataclass(frozen=True, slots=True)
class ArmLine:
    """One arm with its share of the customers (0 to 1)."""

    name: str
    what: str
    share: float


def arm_lines(definition: PilotDefinition) -> list[ArmLine]:
    """Return the arms with their shares, in declared order."""
    total = sum(definition.arms.values())
    return [ArmLine(*ARM_WORDS[arm], weight / total) for arm, weight in definition.arms.items()]


def measure_words(definition: PilotDefinition) -> str:
    """Say what counts as a yes for one customer."""
    measure = definition.plan.measure
    return {
        MeasureKind.ANSWERED: "the customer answered",
        MeasureKind.KEPT_AT_LEAST: f"the customer kept at least {measure.k} of {definition.size}",
        MeasureKind.TOOK_SET: "the customer took the whole set",
        MeasureKind.CALL_TO_ACTION: "the customer followed the call to action",
        MeasureKind.WOULD_PAY: "the customer would pay",
    }[measure.kind]


def promise_words(definition: PilotDefinition) -> str:
    """Say when the answer is promised."""
    promise = definition.promise
    hours = f"{promise.hours:g} hours"
    if promise.working is None:
        return f"within {hours} ({promise.time_zone})"
    work = promise.working
    days = ", ".join(DAYS[day] for day in work.days)
    times = f"{days}, {work.opens:%H:%M} to {work.closes:%H:%M}"
    return f"within {hours} of work: {times} ({promise.time_zone})"


def release_words(definition: PilotDefinition) -> str:
    """Say when a finished selection leaves."""
    release = definition.release
    if release.when == "at_promise":
        return "at the promised time, whichever arm answered"
    if release.when == "at_once":
        return "half a minute after it was sent, so that it can be undone"
    if release.when == "after_minutes":
        return f"{release.minutes} minutes after the brief came in"
    return f"each day at {release.at:%H:%M}"


def disclosure_words(definition: PilotDefinition) -> str:
    """Say what the customer is told about who chose."""
    return DISCLOSURE_WORDS[definition.disclosure]
