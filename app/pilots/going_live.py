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
from app.models import Item, Membership, Pilot, Staff
from app.pilots.info import PilotInfo
from app.pilots.publishing import frozen_hash
from app.pilots.readiness import Check, Staffing, checklist
from app.pilots.reading import get_pilot
from app.queue.policies import ItemRef, Shelf, as_answer

STATUS_MOVES = {
    "draft": ("live",),
    "live": ("paused", "closed"),
    "paused": ("live", "closed"),
    "closed": (),
}
DEPTH_OF_A_TAG = 60


def readiness_of(pilot: PilotInfo) -> tuple[Check, ...]:
    """Return the checklist of a pilot against its catalogue and its team."""
    items = db.session.scalar(
        select(func.count()).where(Item.pilot_id == pilot.id, Item.archived_at.is_(None))
    )
    return checklist(pilot.definition, _shelf_of(pilot.id), _staffing(pilot.id), items=items or 0)


def go_live(slug: str, *, actor: Actor) -> PilotInfo:
    """Open a pilot to customers; the first time freezes its plan with its hash.

    Raises Invalid naming every check of the list that does not hold.
    """
    pilot = get_pilot(slug)
    failing = [check for check in readiness_of(pilot) if not check.ok]
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
    def holders(*roles: Role) -> int:
        query = (
            select(func.count(func.distinct(Staff.id)))
            .join(Membership, Membership.staff_id == Staff.id)
            .where(
                Membership.pilot_id == pilot_id,
                Membership.role.in_([role.value for role in roles]),
                Staff.active.is_(True),
            )
        )
        return db.session.scalar(query) or 0

    return Staffing(holders(Role.CURATOR, Role.LEAD), holders(Role.OWNER))


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
