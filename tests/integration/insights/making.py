"""Pilots, customers and deliveries for the figures' tests, with every moment under control."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from app.accounts.services import add_staff, grant
from app.database import writing
from app.extensions import db
from app.lifecycle import Role
from app.log import SYSTEM, Actor, keep_words
from app.models import (
    Assignment,
    Brief,
    BriefAnswers,
    Customer,
    CustomerIdentity,
    Delivery,
    Event,
    Item,
    ItemVersion,
    Outcome,
    Pick,
    Pilot,
    Selection,
)
from app.pilots.info import PilotInfo
from app.pilots.services import import_pilot, pilot_by_id
from tests.factories import PASSWORD
from tests.pilots import BOOKS

START = datetime(2026, 3, 2, 9, tzinfo=UTC)
MARKER = "Quokka"
NAME, ADDRESS = f"{MARKER} Lindqvist", f"{MARKER.lower()}@reader.example"
COMMENT = f"{MARKER} said it was lovely"
WISH = f"{MARKER} wishes for a kind book"
REASON = f"{MARKER} reads this for the voice"


@dataclass
class Story:
    """One brief and what came of it; verdicts are one per pick (None for no answer)."""

    arm: str = "hand"
    verdicts: Sequence[str | None] = ()
    is_delivered: bool = True
    status: str = "closed"
    submitted: datetime = START
    late_hours: float = 0
    answered_after: timedelta = timedelta(days=2)
    further: Sequence[tuple[int, str, timedelta]] = ()
    reasons: dict[int, str] = field(default_factory=dict)
    took_set: bool = False
    is_opened: bool = True
    scale: str | None = None
    comment: str | None = None
    effort: tuple[int, int, int] = (60, 240, 300)
    is_simulated: bool = False
    is_test: bool = False
    may_train: bool = False
    customer_id: int | None = None


def make_pilot(text: str = BOOKS, *, is_demo: bool = False) -> PilotInfo:
    """Return a live pilot with three items."""
    pilot = import_pilot(text, actor=SYSTEM)
    with writing():
        row = db.session.get_one(Pilot, pilot.id)
        row.status, row.is_demo, row.catalogue_version = "live", is_demo, 1
        for key in ("quiet-ferry", "second-allotment", "soup"):
            _item(pilot.id, key)
    return pilot_by_id(pilot.id)


def _item(pilot_id: int, key: str) -> None:
    item = Item(pilot_id=pilot_id, key=key, stock=3)
    db.session.add(item)
    db.session.flush()
    version = ItemVersion(
        pilot_id=pilot_id,
        item_id=item.id,
        number=1,
        catalogue_version=1,
        title=key.replace("-", " ").title(),
        price_minor=999,
        currency="GBP",
        tags=["quiet"],
        content_hash=secrets.token_hex(32),
        created_at=START,
    )
    db.session.add(version)
    db.session.flush()
    item.current_version_id = version.id


def make_member(pilot: PilotInfo, *roles: Role, name: str = "Sam Curator") -> Actor:
    """Return a member of staff with these roles in a pilot."""
    staff_id = add_staff(f"{secrets.token_hex(4)}@staff.example", name, PASSWORD)
    for role in roles:
        grant(pilot.id, staff_id, role, actor=SYSTEM)
    return Actor.staff(staff_id)


def make_stories(pilot: PilotInfo, *stories: Story, staff_id: int | None = None) -> list[int]:
    """Record stories as they would have happened; return the briefs' ids."""
    with writing():
        items = db.session.query(Item).filter_by(pilot_id=pilot.id).order_by(Item.id).all()
        return [_tell(pilot, story, items, staff_id) for story in stories]


def _tell(pilot: PilotInfo, story: Story, items: Sequence[Item], staff_id: int | None) -> int:
    brief = _brief(pilot, story)
    if not story.is_delivered:
        return brief.id
    selection, picks = _selection(pilot, brief, story, items, staff_id)
    at = brief.promised_at + timedelta(hours=story.late_hours)
    delivery = Delivery(
        pilot_id=pilot.id,
        brief_id=brief.id,
        selection_id=selection.id,
        released_by="worker",
        at=at,
    )
    db.session.add(delivery)
    db.session.flush()
    brief.delivered_at, brief.selection_id = at, selection.id
    _outcomes(brief, delivery, picks, story)
    return brief.id


def _brief(pilot: PilotInfo, story: Story) -> Brief:
    customer_id = story.customer_id or _customer(pilot, story)
    promised = story.submitted + timedelta(hours=24)
    brief = Brief(
        pilot_id=pilot.id,
        public_id=secrets.token_hex(12),
        customer_id=customer_id,
        pilot_version_id=pilot.version_id,
        form_version_id=pilot.form_id,
        status=story.status,
        arm=story.arm,
        sequence=1,
        created_at=story.submitted,
        changed_at=story.submitted,
        submitted_at=story.submitted,
        promised_at=promised,
        window_closes_at=promised + timedelta(days=14),
        is_simulated=story.is_simulated,
        is_test=story.is_test,
    )
    db.session.add(brief)
    db.session.flush()
    answers = {"mood": ["slow"], "wish": WISH, "avoid": MARKER, "name": NAME, "email": ADDRESS}
    db.session.add(BriefAnswers(brief_id=brief.id, pilot_id=pilot.id, answers=answers, consents={}))
    _event(brief, "submitted", actor_kind="customer", actor_id=customer_id, at=story.submitted)
    return brief


def _customer(pilot: PilotInfo, story: Story) -> int:
    customer = Customer(
        pilot_id=pilot.id,
        public_id=secrets.token_hex(12),
        key_hash=secrets.token_hex(32),
        is_simulated=story.is_simulated,
        is_test=story.is_test,
        may_train=story.may_train,
        created_at=story.submitted,
    )
    db.session.add(customer)
    db.session.flush()
    db.session.add(
        CustomerIdentity(customer_id=customer.id, pilot_id=pilot.id, name=NAME, address=ADDRESS)
    )
    db.session.add(
        Assignment(
            pilot_id=pilot.id,
            customer_id=customer.id,
            pilot_version_id=pilot.version_id,
            arm=story.arm,
            probability=0.6,
            hash=secrets.token_hex(32),
            at=story.submitted,
        )
    )
    return customer.id


def _selection(
    pilot: PilotInfo, brief: Brief, story: Story, items: Sequence[Item], staff_id: int | None
) -> tuple[Selection, list[Pick]]:
    is_human = story.arm == "hand"
    read, search, write = story.effort if is_human else (0, 0, 0)
    selection = Selection(
        pilot_id=pilot.id,
        brief_id=brief.id,
        arm=story.arm,
        arm_probability=0.6,
        policy_kind="human" if is_human else "rule",
        policy=f"human:c{staff_id or 1}@p1" if is_human else f"{story.arm}@1",
        staff_id=staff_id if is_human else None,
        pilot_version_id=pilot.version_id,
        form_version_id=pilot.form_id,
        catalogue_version=1,
        sent_at=story.submitted + timedelta(hours=3),
        read_seconds=read,
        search_seconds=search,
        write_seconds=write,
    )
    db.session.add(selection)
    db.session.flush()
    picks = [
        _pick(selection, place, slot.role, item, is_human)
        for place, (slot, item) in enumerate(zip(pilot.definition.places, items, strict=True), 1)
    ]
    return selection, picks


def _pick(selection: Selection, place: int, role: str, item: Item, is_human: bool) -> Pick:
    pick = Pick(
        pilot_id=selection.pilot_id,
        brief_id=selection.brief_id,
        selection_id=selection.id,
        position=place,
        role=role,
        item_id=item.id,
        item_version_id=item.current_version_id,
        source="curator" if is_human else "rule",
        reason_code="mood" if is_human else None,
        propensity=None if is_human else 1.0,
        propensity_included=None if is_human else 1.0,
        propensity_kind="unknown_human" if is_human else "deterministic",
    )
    db.session.add(pick)
    db.session.flush()
    keep_words("pick", pick.id, "reason", REASON, pilot_id=pick.pilot_id, brief_id=pick.brief_id)
    return pick


def _outcomes(brief: Brief, delivery: Delivery, picks: Sequence[Pick], story: Story) -> None:
    at = brief.promised_at + story.answered_after
    happened: list[tuple[datetime, dict[str, Any]]] = [
        *[(at, {"kind": "opened"})] * story.is_opened,
        *[(at, _verdict(p, v)) for p, v in zip(picks, story.verdicts, strict=False) if v],
        *[(at + later, _verdict(picks[n - 1], v)) for n, v, later in story.further],
        *[
            (at, {"kind": "verdict_reason", "pick_id": picks[place - 1].id, "value": reason})
            for place, reason in story.reasons.items()
        ],
        *[(at, {"kind": "took_set", "value": "yes"})] * story.took_set,
        *[(at, {"kind": "closing", "question": "understood", "value": story.scale})]
        * bool(story.scale),
    ]
    for moment, values in happened:
        _outcome(brief, delivery, moment, **values)
    if story.comment:
        row = _outcome(brief, delivery, at, kind="closing", question="comment")
        keep_words(
            "outcome", row.id, "comment", story.comment, pilot_id=row.pilot_id, brief_id=brief.id
        )


def _verdict(pick: Pick, value: str) -> dict[str, Any]:
    return {"kind": "verdict", "pick_id": pick.id, "value": value}


def _outcome(brief: Brief, delivery: Delivery, at: datetime, **values: Any) -> Outcome:
    row = Outcome(
        pilot_id=brief.pilot_id,
        brief_id=brief.id,
        delivery_id=delivery.id,
        source="form",
        window_closes_at=brief.window_closes_at,
        at=at,
        **values,
    )
    db.session.add(row)
    db.session.flush()
    return row


def _event(brief: Brief, kind: str, *, actor_kind: str, actor_id: int | None, at: datetime) -> None:
    db.session.add(
        Event(
            pilot_id=brief.pilot_id,
            brief_id=brief.id,
            customer_id=brief.customer_id,
            kind=kind,
            actor_kind=actor_kind,
            actor_id=actor_id,
            payload={"arm": brief.arm},
            at=at,
        )
    )


def customer_of(brief_id: int) -> int:
    """Return whose brief this is."""
    found = db.session.get_one(Brief, brief_id).customer_id
    assert found is not None
    return found
