"""Briefs, trays and people for the console's tests, built through the services."""

import io
import secrets

from app.catalogue.importing import import_catalogue
from app.catalogue.services import item_by_key
from app.clock import now
from app.console.tray import TrayChange, change_tray
from app.console.writing_down import Reason, write_reason
from app.database import writing
from app.extensions import db
from app.intake.services import save_step, start_draft, submit
from app.log import SYSTEM, Actor
from app.models import Membership, Pilot, Staff
from app.pilots.info import PilotInfo
from app.pilots.services import import_pilot, pilot_by_id
from app.queue.services import claim
from tests.pilots import BOOKS, BOOKS_CATALOGUE, HAND_ALONE

GOOD = ("quiet-ferry", "second-allotment", "soup")


def make_pilot(text: str = BOOKS) -> PilotInfo:
    """Return a live pilot with its small catalogue."""
    pilot = import_pilot(text, actor=SYSTEM)
    source = io.BytesIO(BOOKS_CATALOGUE.encode())
    import_catalogue(pilot.id, source, name="books.csv", actor=SYSTEM)
    with writing():
        db.session.get_one(Pilot, pilot.id).status = "live"
    return pilot_by_id(pilot.id)


def make_hand_pilot() -> PilotInfo:
    """Return a live pilot whose only arm is the hand, released after the undo."""
    return make_pilot(HAND_ALONE)


def make_staff(pilot: PilotInfo, name: str = "Mara Okafor", role: str = "curator") -> Actor:
    """Return a curator (or another role) of a pilot."""
    row = Staff(
        email=f"{secrets.token_hex(4)}@halfleaf.example",
        name=name,
        password="not a password",
        fs_uniquifier=secrets.token_hex(16),
        created_at=now(),
    )
    with writing():
        db.session.add(row)
        db.session.flush()
        db.session.add(Membership(pilot_id=pilot.id, staff_id=row.id, role=role))
    return Actor.staff(row.id)


ANSWERS = {
    "mood": ["company", "slow"],
    "wish": "Something kind but not sugary.",
    "avoid": "a parent's illness, please",
    "budget": 6000,
    "name": "Ana Lindqvist",
    "email": "ana@example.org",
}


def make_brief(pilot: PilotInfo, *, is_test: bool = True, **answers: object) -> int:
    """Return a waiting brief of the hand arm."""
    public_id = start_draft(pilot, is_test=is_test)
    for step in pilot.definition.form.steps:
        asked = {question.key for question in step.questions}
        given = {**ANSWERS, **answers}
        save_step(public_id, step.key, {key: given[key] for key in asked & set(given)})
    done = submit(public_id, consents={"process": True}, force_arm="hand" if is_test else None)
    return done.brief_id


def make_held(pilot: PilotInfo, curator: Actor, **answers: object) -> int:
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
    for one in ids:
        reason = Reason("Kind people, and a chapter is one tram ride.", "mood", ("mood",))
        code = reason if pilot.definition.reason_codes else Reason(reason.words)
        write_reason(brief_id, one, code, version=1, actor=curator)
    return ids
