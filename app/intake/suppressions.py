"""Who wants no more invitations or reminders: one click is enough, and it is kept."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import select

from app import log
from app.clock import now
from app.database import writing
from app.exceptions import NotFound
from app.extensions import db
from app.log import Actor
from app.models import Customer, Pilot, Suppression, WaitingEntry
from app.web.letters import absolute
from app.web.tokens import sign, unsign

PURPOSE = "stop mails"
INVITED, WAITING = "customer", "waiting"


@dataclass(frozen=True, slots=True)
class Stop:
    """Whose mails a link stops."""

    kind: str
    subject_id: int
    pilot_id: int
    pilot_slug: str
    key_hash: str


def stop_address(kind: str, subject_id: int) -> str:
    """Return the one-click address that a mail carries."""
    return absolute(f"/stop/{sign(PURPOSE, kind, subject_id)}")


def find_stop(word: str) -> Stop:
    """Return whose mails a link stops; raise NotFound for a link that is not ours."""
    kind, subject_id = unsign(PURPOSE, word)
    table = WaitingEntry if kind == WAITING else Customer
    row = db.session.execute(
        select(table.key_hash, Pilot.id, Pilot.slug)
        .join(Pilot, Pilot.id == table.pilot_id)
        .where(table.id == subject_id)
    ).first()
    if row is None:
        raise NotFound("There is nothing to stop here any more.")
    return Stop(str(kind), int(subject_id), row[1], row[2], row[0])


def stop_mails(word: str) -> Stop:
    """Stop the mails a link belongs to, at once; a second time changes nothing."""
    found = find_stop(word)
    with writing():
        if found.kind == WAITING:
            entry = db.session.get_one(WaitingEntry, found.subject_id)
            entry.address, entry.erased_at = None, now()
        if not is_suppressed(found.pilot_id, found.key_hash):
            db.session.add(
                Suppression(
                    pilot_id=found.pilot_id,
                    key_hash=found.key_hash,
                    reason=found.kind,
                    at=now(),
                )
            )
            customer = found.subject_id if found.kind == INVITED else None
            log.append(
                "mails_stopped",
                actor=Actor.customer(customer),
                pilot_id=found.pilot_id,
                customer_id=customer,
                reason=found.kind,
            )
    return found


def is_suppressed(pilot_id: int, key_hash: str) -> bool:
    """Tell whether an address wants no more invitations or reminders of a pilot."""
    return bool(suppressed_among(pilot_id, [key_hash]))


def suppressed_among(pilot_id: int, hashes: Collection[str]) -> set[str]:
    """Return those of the keyed hashes that want no more mails."""
    query = select(Suppression.key_hash).where(
        Suppression.pilot_id == pilot_id, Suppression.key_hash.in_(hashes)
    )
    return set(db.session.scalars(query))
