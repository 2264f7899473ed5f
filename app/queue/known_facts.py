"""What was known of a customer before the form; it counts where they came by their own link.

An address typed into a form proves nothing, and what is known of its owner must not show to, or
steer what is chosen for, somebody else.
"""

from dataclasses import dataclass

from sqlalchemy import select

from app.extensions import db
from app.models import Brief, Customer, CustomerFact, Event

PREFIX = "fact."


@dataclass(frozen=True, slots=True)
class KnownFact:
    """One thing known before the form, with the basis for using it."""

    key: str
    value: str
    basis: str

    @property
    def label(self) -> str:
        """Return the key as a label."""
        return self.key.replace("_", " ").capitalize()


def facts_for(brief: Brief) -> tuple[KnownFact, ...]:
    """Return what is known of a brief's customer, where the brief was begun by their own link."""
    if brief.customer_id is None or not _is_theirs(brief):
        return ()
    query = (
        select(CustomerFact)
        .where(
            CustomerFact.customer_id == brief.customer_id,
            CustomerFact.erased_at.is_(None),
            CustomerFact.value.is_not(None),
        )
        .order_by(CustomerFact.id)
    )
    return tuple(
        KnownFact(row.key, row.value or "", row.basis) for row in db.session.scalars(query)
    )


def known_facts(brief: Brief) -> dict[str, str]:
    """Return the same by key, as fields of picks are filled from it."""
    return {fact.key: fact.value for fact in facts_for(brief)}


def _is_theirs(brief: Brief) -> bool:
    """Tell whether the brief of an invited customer was bound to them before any address typed."""
    if brief.is_simulated:
        return True
    customer = db.session.get(Customer, brief.customer_id)
    if customer is None or customer.invite_hash is None:
        return customer is not None
    begun = select(Event.id).where(
        Event.brief_id == brief.id,
        Event.kind == "draft_begun",
        Event.customer_id.is_not(None),
    )
    return db.session.scalar(begun.limit(1)) is not None


def as_answers(facts: tuple[KnownFact, ...]) -> dict[str, str]:
    """Return facts as rules see them, for example `fact.tier: gold`."""
    return {PREFIX + fact.key: fact.value for fact in facts}
