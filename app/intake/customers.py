"""Who asks: the keyed hash that stands for an address, and the customer it leads to."""

import hashlib
import hmac
import secrets
import unicodedata
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError

from app.clock import now
from app.extensions import db
from app.models import Assignment, Brief, Customer, CustomerIdentity, Pilot
from app.queue.assignment import draw_arm


def normalise_address(address: str) -> str:
    """Return an address as it counts for recognising a customer: trimmed, folded, composed."""
    local, _, domain = unicodedata.normalize("NFKC", address).strip().rpartition("@")
    return f"{local.casefold()}@{domain.lower()}"


def address_hash(secret: bytes, address: str) -> str:
    """Return the keyed hash by which a customer is known in one pilot."""
    return hmac.new(secret, normalise_address(address).encode(), hashlib.sha256).hexdigest()


@dataclass(frozen=True, slots=True)
class Person:
    """Who submits: address and name as typed, and the hash that stands for the address."""

    key_hash: str
    address: str
    name: str | None = None
    is_test: bool = False
    is_simulated: bool = False


def find_or_create(pilot_id: int, person: Person, *, may_train: bool) -> Customer:
    """Return the customer with this address, locked until the write block ends.

    An address typed proves nothing: what is on record is not overwritten, and a permission to
    train can be taken back this way but not given.
    """
    found = _find(pilot_id, person.key_hash) or _create(pilot_id, person, may_train)
    found.may_train = found.may_train and may_train
    return found


def _find(pilot_id: int, key_hash: str) -> Customer | None:
    query = select(Customer).where(Customer.pilot_id == pilot_id, Customer.key_hash == key_hash)
    return db.session.scalar(query.with_for_update())


def _create(pilot_id: int, person: Person, may_train: bool) -> Customer:
    row = Customer(
        pilot_id=pilot_id,
        public_id=secrets.token_urlsafe(12),
        key_hash=person.key_hash,
        is_simulated=person.is_simulated,
        is_test=person.is_test,
        may_train=may_train,
        created_at=now(),
    )
    try:
        with db.session.begin_nested():
            db.session.add(row)
    except IntegrityError:  # a second brief with the same address was quicker
        found = _find(pilot_id, person.key_hash)
        if found is None:
            raise
        return found
    db.session.add(
        CustomerIdentity(
            customer_id=row.id, pilot_id=pilot_id, name=person.name, address=person.address
        )
    )
    return row


def assign(
    pilot: Pilot, customer: Customer, brief: Brief, weights: dict[str, float], forced: str | None
) -> tuple[Assignment, bool]:
    """Return the customer's arm and whether it was drawn just now: once drawn, it stays."""
    found = db.session.scalar(
        select(Assignment).where(
            Assignment.pilot_id == pilot.id, Assignment.customer_id == customer.id
        )
    )
    if found is not None:
        return found, False
    draw = draw_arm(pilot.salt, customer.key_hash, weights)
    row = Assignment(
        pilot_id=pilot.id,
        customer_id=customer.id,
        pilot_version_id=brief.pilot_version_id,
        arm=forced or draw.arm,
        probability=1.0 if forced else draw.probability,
        hash=draw.hash,
        forced=forced is not None,
        at=now(),
    )
    db.session.add(row)
    db.session.flush()
    return row, True


def next_sequence(customer_id: int) -> int:
    """Return which brief of this customer the next one is, counted from 1."""
    last = db.session.scalar(
        select(func.max(Brief.sequence)).where(Brief.customer_id == customer_id)
    )
    return (last or 0) + 1
