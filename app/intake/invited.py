"""The invited customer's personal link: what it opens, and what its use proves.

The link knows nobody's name: its token leads to a customer, and a POST after it proves that the
address on record is theirs (a GET proves nothing, mail scanners fetch links).
"""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, select

from app import log
from app.clock import now
from app.exceptions import Gone, NotFound
from app.extensions import db
from app.lifecycle import Status
from app.log import Actor
from app.models import Brief, Customer, CustomerIdentity, Pilot
from app.pilots.form_definition import Form, QuestionRole
from app.web.tokens import hash_token

PURPOSE = "invitation"
KNOWN_ROLES = (QuestionRole.NAME, QuestionRole.ADDRESS)


@dataclass(frozen=True, slots=True)
class Guest:
    """Who came by a personal link."""

    customer_id: int
    public_id: str
    pilot_slug: str
    name: str
    address: str


def invite_subject(customer: Customer) -> str:
    """Return what an invitation's token is derived from."""
    return customer.public_id


def open_invitation(token: str) -> Guest:
    """Return who a personal link belongs to and note its use; raise NotFound.  Changes nothing."""
    row = db.session.scalar(select(Customer).where(Customer.invite_hash == hash_token(token)))
    if row is None:
        raise NotFound("This invitation leads nowhere. Please copy the whole link from the mail.")
    guest = guest_of(row.public_id)
    log.note_read(
        "invitation_used",
        actor=Actor.customer(row.id),
        pilot_id=row.pilot_id,
        customer_id=row.id,
    )
    return guest


def guest_of(public_id: str) -> Guest:
    """Return the invited customer; raise Gone when erased or the invitation was taken back."""
    found = _find(Customer.public_id == public_id)
    if found is None:
        raise Gone("This invitation has ended.")
    return found


def guest_with_id(customer_id: int) -> Guest | None:
    """Return the invited customer with this id, or None when the invitation has ended."""
    return _find(Customer.id == customer_id)


def _find(which: ColumnElement[bool]) -> Guest | None:
    row = db.session.execute(
        select(Customer, CustomerIdentity, Pilot.slug)
        .join(CustomerIdentity, CustomerIdentity.customer_id == Customer.id)
        .join(Pilot, Pilot.id == Customer.pilot_id)
        .where(which, Customer.erased_at.is_(None), Customer.invite_hash.is_not(None))
    ).first()
    if row is None:
        return None
    customer, identity, slug = row
    return Guest(customer.id, customer.public_id, slug, identity.name or "", identity.address or "")


def open_draft_of(customer_id: int) -> str | None:
    """Return the public id of the unfinished draft an invited customer began last, or None."""
    return db.session.scalar(
        select(Brief.public_id)
        .where(Brief.customer_id == customer_id, Brief.status == Status.DRAFT.value)
        .order_by(Brief.id.desc())
        .limit(1)
    )


def note_guest(customer: Customer) -> None:
    """Note, inside the write block of a guest's first POST, that the address is proven."""
    if customer.proven_at is None:
        customer.proven_at = now()
        log.append(
            "address_proven",
            actor=Actor.customer(customer.id),
            pilot_id=customer.pilot_id,
            customer_id=customer.id,
        )


def known_answers(form: Form, guest: Guest) -> dict[str, str]:
    """Return what need not be asked of a guest: the answers to name and address, by question."""
    values = {QuestionRole.NAME: guest.name, QuestionRole.ADDRESS: guest.address}
    found = {role: form.by_role(role) for role in KNOWN_ROLES}
    return {
        question.key: values[role]
        for role, question in found.items()
        if question is not None and values[role]
    }


def without_known(form: Form, guest: Guest) -> Form:
    """Return the form as a guest fills it in: what is known is not asked again.

    A form that would ask nothing else is left whole.
    """
    known = known_answers(form, guest)
    steps = []
    for step in form.steps:
        questions = tuple(q for q in step.questions if q.key not in known)
        if questions:
            steps.append(step.model_copy(update={"questions": questions}))
    return form.model_copy(update={"steps": tuple(steps)}) if steps else form
