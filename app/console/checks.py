"""What stands between a tray and the customer: each rule blocks, warns or is off (pure)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from app.pilots.definition import Rules


class Level(StrEnum):
    """What a finding does to Send."""

    BLOCK = "block"
    WARN = "warn"


@dataclass(frozen=True, slots=True)
class Chosen:
    """A pick as the rules see it; `clash` and `sent` are words, empty when all is well.

    `missing` names the required fields without a value; `misfit` says how strictly its slot wants
    other items than this one.
    """

    position: int
    item_id: int
    title: str
    reason: str = ""
    price_minor: int | None = None
    stock: int | None = None
    clash: str = ""
    sent: str = ""
    missing: tuple[str, ...] = ()
    role: str = ""
    misfit: Level | None = None


@dataclass(frozen=True, slots=True)
class Situation:
    """A tray with the rules of its pilot and what is known of the customer."""

    rules: Rules
    size: int
    picks: tuple[Chosen, ...]
    customer: str = "the customer"
    budget_minor: int | None = None
    overrides: Mapping[str, str] = field(default_factory=dict)

    @property
    def sum_minor(self) -> int:
        """Return what the picks cost together, as far as prices are known."""
        return sum(pick.price_minor or 0 for pick in self.picks)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to look at before sending; `key` names it for an override."""

    code: str
    level: Level
    words: str
    key: str
    position: int | None = None
    item_id: int | None = None
    override: str = ""

    @property
    def is_open(self) -> bool:
        """Tell whether it still keeps the tray from being sent."""
        return self.level is Level.BLOCK or not self.override


def find(situation: Situation) -> tuple[Finding, ...]:
    """Return everything that blocks or warns, blocks first, in the order of the places."""
    found = [
        *_empty(situation),
        *_reasons(situation),
        *_fields(situation),
        *_per_item(situation),
        *_budget(situation),
    ]
    return tuple(sorted(found, key=lambda finding: finding.level is Level.WARN))


def may_send(findings: Iterable[Finding]) -> bool:
    """Tell whether nothing blocks and every warning was answered with a reason."""
    return not any(finding.is_open for finding in findings)


def all_clear(situation: Situation, findings: Sequence[Finding]) -> tuple[str, ...]:
    """Return in words what was looked at and found good."""
    codes = {finding.code for finding in findings}
    words = []
    if situation.rules.never != "off" and "never" not in codes:
        words.append("nothing clashes with “never”")
    if situation.rules.sent_before != "off" and situation.picks and "sent_before" not in codes:
        words.append("nothing was sent before")
    if situation.budget_minor and situation.rules.budget != "off" and "budget" not in codes:
        words.append("within the budget")
    return tuple(words)


def _empty(situation: Situation) -> Iterable[Finding]:
    filled = {pick.position for pick in situation.picks}
    for position in range(1, situation.size + 1):
        if position not in filled:
            yield Finding(
                "empty", Level.BLOCK, f"Fill slot {position}", f"empty:{position}", position
            )


def _reasons(situation: Situation) -> Iterable[Finding]:
    if not situation.rules.reason_required:
        return
    for pick in situation.picks:
        if not any(letter.isalnum() for letter in pick.reason):
            yield Finding(
                "reason",
                Level.BLOCK,
                f"Say why for slot {pick.position}",
                f"reason:{pick.item_id}",
                pick.position,
                pick.item_id,
            )


def _fields(situation: Situation) -> Iterable[Finding]:
    for pick in situation.picks:
        for label in pick.missing:
            yield Finding(
                "field",
                Level.BLOCK,
                f"Slot {pick.position}: fill in “{label}”",
                f"field:{pick.item_id}",
                pick.position,
                pick.item_id,
            )


def _per_item(situation: Situation) -> Iterable[Finding]:
    rules = situation.rules
    for pick in situation.picks:
        slot = f"Slot {pick.position}"
        if pick.misfit is not None:
            yield from _item_finding(
                situation, "slot", pick.misfit, f"{slot}: this item does not fit the slot", pick
            )
        if pick.clash:
            words = f"{slot} clashes with “never”: {pick.clash}"
            yield from _item_finding(situation, "never", rules.never, words, pick)
        if pick.sent:
            words = f"{slot}: {situation.customer} got this before, {pick.sent}"
            yield from _item_finding(situation, "sent_before", rules.sent_before, words, pick)
        if pick.stock == 0:
            yield from _item_finding(
                situation, "stock", rules.stock, f"{slot} is out of stock", pick
            )


def _item_finding(
    situation: Situation, code: str, level: str, words: str, pick: Chosen
) -> Iterable[Finding]:
    if level == "off":
        return
    place = f":{pick.role}" if code == "slot" else ""  # in another slot it asks anew
    key = f"{code}:{pick.item_id}{place}"
    override = situation.overrides.get(key, "")
    yield Finding(code, Level(level), words, key, pick.position, pick.item_id, override)


def _budget(situation: Situation) -> Iterable[Finding]:
    rules, budget, total = situation.rules, situation.budget_minor, situation.sum_minor
    if rules.budget == "off" or budget is None or total <= budget:
        return
    key = f"budget:{total}"  # a larger sum asks for a reason again
    yield Finding(
        "budget",
        Level(rules.budget),
        "The sum is over the budget",
        key,
        override=situation.overrides.get(key, ""),
    )
