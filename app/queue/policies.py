"""Answers without a person: the house list and the segment rules (pure)."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from app.pilots.definition import PilotDefinition


@dataclass(frozen=True, slots=True)
class ItemRef:
    """As much of an item as a policy needs."""

    item_id: int
    version_id: int
    key: str


@dataclass(frozen=True, slots=True)
class PolicyPick:
    """One item a policy puts into one place (1-based), with its authored reason."""

    position: int
    role: str
    item: ItemRef
    reason: str


@dataclass(frozen=True, slots=True)
class Shelf:
    """Where a policy finds items that may be picked: by key, or by tag in a stable order."""

    by_key: Callable[[str], ItemRef | None]
    by_tag: Callable[[str], Sequence[ItemRef]]


class _Places:
    """The delivery being filled: each place once, each item once."""

    def __init__(self, definition: PilotDefinition) -> None:
        self.free = [(i, slot.role) for i, slot in enumerate(definition.places, start=1)]
        self.used: set[int] = set()
        self.picks: list[PolicyPick] = []

    def fill(self, role: str, candidates: Iterable[ItemRef | None], reason: str) -> None:
        place = next((place for place in self.free if place[1] == role), None)
        item = next((c for c in candidates if c is not None and c.item_id not in self.used), None)
        if place is None or item is None:
            return
        self.free.remove(place)
        self.used.add(item.item_id)
        self.picks.append(PolicyPick(place[0], role, item, reason))

    def result(self) -> tuple[PolicyPick, ...]:
        return tuple(sorted(self.picks, key=lambda pick: pick.position))


def house_picks(definition: PilotDefinition, shelf: Shelf) -> tuple[PolicyPick, ...]:
    """Return the house list: the same for everybody."""
    places = _Places(definition)
    for entry in definition.house:
        places.fill(entry.slot, [shelf.by_key(entry.item)], entry.reason)
    return places.result()


def rule_picks(
    definition: PilotDefinition, answers: dict[str, Any], shelf: Shelf
) -> tuple[PolicyPick, ...]:
    """Return what the rules say for these answers, tried in order until every place is filled."""
    places = _Places(definition)
    for rule in definition.rules:
        if rule.applies(answers):
            pick = rule.pick
            found = [shelf.by_key(pick.item)] if pick.item else shelf.by_tag(pick.tag or "")
            places.fill(pick.slot, found, pick.reason)
    return places.result()
