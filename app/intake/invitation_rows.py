"""What is stored of the people of an invitation file: compare it, write it, mail them."""

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import select

from app.clock import now
from app.extensions import db
from app.intake.invitation_file import Fact, Invitee
from app.intake.invited import PURPOSE, invite_subject
from app.intake.suppressions import suppressed_among
from app.models import Brief, Customer, CustomerFact, CustomerIdentity
from app.outbox import enqueue_each
from app.web.tokens import hash_token, new_token


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody of the file with the keyed hash that stands for the address."""

    key_hash: str
    invitee: Invitee


@dataclass(slots=True)
class Known:
    """What is stored of an address already."""

    customer: Customer | None = None
    identity: CustomerIdentity | None = None
    facts: dict[str, CustomerFact] = field(default_factory=dict)
    is_stopped: bool = False
    has_brief: bool = False

    @property
    def needs_mail(self) -> bool:
        """Tell whether an invitation is still to be sent: none was, and no brief came yet."""
        if self.is_stopped:
            return False
        return self.customer is None or (self.customer.invited_at is None and not self.has_brief)


def known_among(pilot_id: int, people: Sequence[Person]) -> dict[str, Known]:
    """Return what is stored of these people, by keyed hash; whoever is new is not in it."""
    hashes = [person.key_hash for person in people]
    rows = db.session.execute(
        select(Customer, CustomerIdentity)
        .outerjoin(CustomerIdentity, CustomerIdentity.customer_id == Customer.id)
        .where(Customer.pilot_id == pilot_id, Customer.key_hash.in_(hashes))
    ).all()
    found = {c.key_hash: Known(c, i, is_stopped=c.erased_at is not None) for c, i in rows}
    by_id = {customer.id: found[customer.key_hash] for customer, _ in rows}
    for fact in db.session.scalars(
        select(CustomerFact).where(CustomerFact.customer_id.in_(list(by_id)))
    ):
        by_id[fact.customer_id].facts[fact.key] = fact
    with_brief = select(Brief.customer_id).where(
        Brief.customer_id.in_(list(by_id)), Brief.submitted_at.is_not(None)
    )
    for customer_id in db.session.scalars(with_brief.distinct()):
        if customer_id is not None:
            by_id[customer_id].has_brief = True
    for key_hash in suppressed_among(pilot_id, hashes):
        found.setdefault(key_hash, Known()).is_stopped = True
    return found


def differs(person: Person, known: Known) -> bool:
    """Tell whether the file says anything of somebody that is not stored yet."""
    invitee, customer = person.invitee, known.customer
    if customer is None or customer.invite_hash is None:
        return True
    if invitee.cohort and invitee.cohort != customer.cohort:
        return True
    if _name_to_set(invitee, known):
        return True
    return any(_is_news(known.facts.get(key), fact) for key, fact in invitee.facts.items())


def _name_to_set(invitee: Invitee, known: Known) -> str | None:
    """Return the file's name where it counts: what a customer wrote of themselves stays."""
    stored = known.identity.name if known.identity else None
    is_free = not stored or not known.has_brief
    return invitee.name if invitee.name and invitee.name != stored and is_free else None


def _is_news(stored: CustomerFact | None, fact: Fact) -> bool:
    return stored is None or (stored.value, stored.basis) != (fact.value, fact.basis)


def store(
    pilot_id: int,
    people: Sequence[Person],
    known: Mapping[str, Known],
    due_at: datetime | None,
    *,
    is_simulated: bool,
) -> int:
    """Write these people inside the open write block; return how many mails were put out."""
    fresh = [p for p in people if p.key_hash not in known]
    made = _create(pilot_id, fresh, is_simulated=is_simulated)
    asked = []
    with db.session.no_autoflush:
        for person in people:
            of = known.get(person.key_hash) or made[person.key_hash]
            if due_at is not None and of.needs_mail and of.customer is not None:
                asked.append(of.customer)
            _update(pilot_id, person, of)
    if due_at is not None:
        mail_invitations(pilot_id, asked, due_at)
    db.session.flush()
    return len(asked)


def _create(pilot_id: int, people: Sequence[Person], *, is_simulated: bool) -> dict[str, Known]:
    moment = now()
    rows = [
        Customer(
            pilot_id=pilot_id,
            public_id=secrets.token_urlsafe(12),
            key_hash=person.key_hash,
            is_simulated=is_simulated,
            created_at=moment,
        )
        for person in people
    ]
    db.session.add_all(rows)
    db.session.flush()
    made = {}
    for person, row in zip(people, rows, strict=True):
        identity = CustomerIdentity(
            customer_id=row.id, pilot_id=pilot_id, name=None, address=person.invitee.address
        )
        db.session.add(identity)
        made[person.key_hash] = Known(row, identity)
    return made


def _update(pilot_id: int, person: Person, known: Known) -> None:
    invitee, customer = person.invitee, known.customer
    if customer is None:
        return
    if customer.invite_hash is None:
        customer.invite_hash = hash_token(new_token(PURPOSE, invite_subject(customer)))
    customer.cohort = invitee.cohort or customer.cohort
    name = _name_to_set(invitee, known)
    if known.identity is not None and name:
        known.identity.name = name
    for key, fact in invitee.facts.items():
        stored = known.facts.get(key)
        if not _is_news(stored, fact):
            continue
        if stored is None:
            stored = CustomerFact(pilot_id=pilot_id, customer_id=customer.id, key=key)
            db.session.add(stored)
        stored.value, stored.basis = fact.value, fact.basis
        stored.at, stored.erased_at = now(), None


def mail_invitations(pilot_id: int, customers: Sequence[Customer], due_at: datetime) -> None:
    """Put customers' invitations into the outbox, inside the write block."""
    moment = now()
    for customer in customers:
        customer.invited_at = moment
    refs = {f"invitation:{customer.id}": {"customer": customer.id} for customer in customers}
    enqueue_each("invitation", refs, due_at=due_at, pilot_id=pilot_id)
