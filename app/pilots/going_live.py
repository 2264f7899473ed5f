"""Going live freezes the plan; pausing and closing stop new briefs."""

from sqlalchemy import func, select, update

from app import log
from app.catalogue.services import item_by_key, items_by_tag, items_by_value
from app.clock import now
from app.database import writing
from app.exceptions import Conflict, Invalid
from app.extensions import db
from app.lifecycle import Role
from app.log import Actor
from app.models import Item, ItemVersion, Membership, Pilot, Selection, Staff
from app.pilots.info import PilotInfo
from app.pilots.publishing import frozen_hash
from app.pilots.readiness import Check, Staffing, Stock, checklist
from app.pilots.readiness_checks import USUAL_MINUTES
from app.pilots.reading import get_pilot
from app.queue.policies import ItemRef, Shelf, as_answer

STATUS_MOVES = {
    "draft": ("live",),
    "live": ("paused", "closed"),
    "paused": ("live", "closed"),
    "closed": (),
}
DEPTH_OF_A_TAG = 60
ENOUGH_SELECTIONS = 10


def readiness_of(pilot: PilotInfo) -> tuple[Check, ...]:
    """Return the checklist of a pilot against its catalogue and its team."""
    stock = _stock_of(pilot)
    return checklist(pilot.definition, _shelf_of(pilot.id), _staffing(pilot.id), stock=stock)


def go_live(slug: str, *, actor: Actor) -> PilotInfo:
    """Open a pilot to customers; the first time freezes its plan with its hash.

    Raises Invalid naming every check of the list that does not hold.
    """
    pilot = get_pilot(slug)
    failing = [check for check in readiness_of(pilot) if check.is_must and not check.ok]
    if failing:
        words = "; ".join(check.label[0].lower() + check.label[1:] for check in failing)
        raise Invalid(
            f"'{slug}' cannot go live yet. Not so far: {words}.",
            problems={check.key: " ".join(check.problems) or check.label for check in failing},
        )
    frozen = frozen_hash(pilot.definition)
    with writing():
        _move(slug, "live", actor=actor, frozen=frozen)
        if get_pilot(slug).version_id != pilot.version_id:
            raise Conflict("A new version of this pilot was published just now. Look again.")
        db.session.execute(
            update(Pilot)
            .where(Pilot.id == pilot.id, Pilot.frozen_hash.is_(None))
            .values(frozen_hash=frozen, frozen_at=now())
        )
    return get_pilot(slug)


def set_status(slug: str, status: str, *, actor: Actor) -> PilotInfo:
    """Pause, resume or close a pilot; going live runs the checklist."""
    if status == "live":
        return go_live(slug, actor=actor)
    with writing():
        _move(slug, status, actor=actor)
    return get_pilot(slug)


def _move(slug: str, status: str, *, actor: Actor, frozen: str | None = None) -> None:
    sources = [source for source, targets in STATUS_MOVES.items() if status in targets]
    pilot_id = db.session.scalar(
        update(Pilot)
        .where(Pilot.slug == slug, Pilot.status.in_(sources))
        .values(status=status, version=Pilot.version + 1)
        .returning(Pilot.id)
    )
    if pilot_id is None:
        raise Conflict(f"'{slug}' is {get_pilot(slug).status} and cannot become {status}.")
    log.append(f"pilot_{status}", actor=actor, pilot_id=pilot_id, frozen=frozen)


def _staffing(pilot_id: int) -> Staffing:
    active = (Membership.pilot_id == pilot_id, Staff.active.is_(True))

    def holders(*roles: Role, on_shift: bool = False) -> int:
        query = (
            select(func.count(func.distinct(Staff.id)))
            .join(Membership, Membership.staff_id == Staff.id)
            .where(*active, Membership.role.in_([role.value for role in roles]))
        )
        return db.session.scalar(query.where(Staff.on_shift.is_(True)) if on_shift else query) or 0

    minutes = _minutes_a_brief(pilot_id)
    return Staffing(
        curators=holders(Role.CURATOR, Role.LEAD),
        owners=holders(Role.OWNER),
        leads=holders(Role.LEAD),
        on_shift=holders(Role.CURATOR, Role.LEAD, on_shift=True),
        minutes_a_brief=minutes or USUAL_MINUTES,
        is_measured=minutes is not None,
    )


def _minutes_a_brief(pilot_id: int) -> float | None:
    """Return the mean active minutes of the hand's selections, or None before there are enough."""
    seconds = Selection.read_seconds + Selection.search_seconds + Selection.write_seconds
    count, mean = db.session.execute(
        select(func.count(), func.avg(seconds)).where(
            Selection.pilot_id == pilot_id, Selection.staff_id.is_not(None), seconds > 0
        )
    ).one()
    return float(mean) / 60 if count >= ENOUGH_SELECTIONS else None


def _stock_of(pilot: PilotInfo) -> Stock:
    """Count the items, and those that fit each slot that takes only some."""
    items = select(Item).where(Item.pilot_id == pilot.id, Item.archived_at.is_(None))
    total = db.session.scalar(select(func.count()).select_from(items.subquery())) or 0
    picky = [slot for slot in pilot.definition.slots if slot.only]
    if not picky:
        return Stock(total)
    attributes = db.session.scalars(
        select(ItemVersion.attributes)
        .join(Item, Item.current_version_id == ItemVersion.id)
        .where(Item.pilot_id == pilot.id, Item.archived_at.is_(None))
    )
    fits = dict.fromkeys([slot.role for slot in picky], 0)
    for found in attributes:
        for slot in picky:
            fits[slot.role] += slot.accepts(found)
    return Stock(total, fits)


def _shelf_of(pilot_id: int) -> Shelf:
    def by_key(key: str) -> ItemRef | None:
        card = item_by_key(pilot_id, key)
        return None if card is None else ItemRef(card.item_id, card.version_id, card.key)

    def by_tag(tag: str) -> list[ItemRef]:
        cards = items_by_tag(pilot_id, tag, DEPTH_OF_A_TAG)
        return [ItemRef(card.item_id, card.version_id, card.key) for card in cards]

    def by_value(attribute: str, answer: str) -> dict[int, ItemRef]:
        found = items_by_value(pilot_id, attribute, lambda value: as_answer(value) == answer)
        return {row.item_id: ItemRef(row.item_id, row.version_id, row.key) for row in found}

    return Shelf(by_key, by_tag, by_value)
