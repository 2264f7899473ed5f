"""Held briefs and filled trays for the console's tests, built through the services."""

from typing import Any

from app.catalogue.services import item_by_key
from app.console.tray import TrayChange, change_tray
from app.console.writing_down import Reason, write_reason
from app.lifecycle import Role
from app.log import Actor
from app.pilots.info import PilotInfo
from app.queue.services import claim
from tests import factories
from tests.factories import make_pilot
from tests.pilots import BOOKS_CATALOGUE, HAND_ALONE

__all__ = ["fill", "item_id", "make_hand_pilot", "make_held", "make_pilot", "make_staff", "put"]
GOOD = ("quiet-ferry", "second-allotment", "soup")
ANSWERS: dict[str, Any] = {
    "mood": ["company", "slow"],
    "avoid": "a parent's illness, please",
    "budget": "60",
}


def make_hand_pilot() -> PilotInfo:
    """Return a live pilot whose only arm is the hand, released after the undo."""
    return make_pilot(HAND_ALONE, BOOKS_CATALOGUE)


def make_staff(pilot: PilotInfo, name: str = "Mara Okafor", role: str = "curator") -> Actor:
    """Return a curator (or another role) of a pilot."""
    return factories.make_staff(pilot, Role(role), name=name)


def make_brief(pilot: PilotInfo, **answers: Any) -> int:
    """Return a waiting brief of the hand arm."""
    return factories.make_brief(pilot, **{**ANSWERS, **answers}).id


def make_held(pilot: PilotInfo, curator: Actor, **answers: Any) -> int:
    """Return a brief that a curator holds."""
    brief_id = make_brief(pilot, **answers)
    claim(brief_id, actor=curator)
    return brief_id


def item_id(pilot: PilotInfo, key: str) -> int:
    """Return the id of the item that bears a key."""
    card = item_by_key(pilot.id, key)
    assert card is not None
    return card.item_id


def put(pilot: PilotInfo, brief_id: int, curator: Actor, *keys: str) -> list[int]:
    """Put items into the first empty places; return their ids."""
    ids = [item_id(pilot, key) for key in keys]
    for one in ids:
        change_tray(brief_id, TrayChange("add", one), actor=curator)
    return ids


def fill(pilot: PilotInfo, brief_id: int, curator: Actor, *keys: str) -> list[int]:
    """Fill a tray with items that have reasons; return their ids."""
    ids = put(pilot, brief_id, curator, *(keys or GOOD))
    has_codes = bool(pilot.definition.reason_codes)
    for one in ids:
        words = "Kind people, and a chapter is one tram ride."
        reason = Reason(words, "mood", ("mood",)) if has_codes else Reason(words)
        write_reason(brief_id, one, reason, version=1, actor=curator)
    return ids
