"""Render the mails some time after a delivery: a follow-up, the next round, who chose."""

from app.delivery.afterwards import may_ask_again
from app.exceptions import Gone, NotFound
from app.extensions import db
from app.intake.links import link_token
from app.intake.suppressions import INVITED, is_suppressed, stop_address
from app.lifecycle import REACHED_CUSTOMER
from app.models import Brief, Customer, CustomerIdentity
from app.outbox.message import Mail
from app.outbox.sender import Letter
from app.pilots.services import definition_of
from app.web.letters import absolute, compose


def render_follow_up(letter: Letter) -> Mail | None:
    """Return the mail that asks what came of a delivery, or None where none may be sent."""
    brief = _reached(letter)
    customer = _reminded(brief)
    if brief is None or customer is None:
        return None
    wanted = letter.ref.get("follow_up")
    definition = definition_of(brief.pilot_version_id)
    asked = next((one for one in definition.follow_ups if one.key == wanted), None)
    address, link = _address(customer), _link(brief, f"#follow-{wanted}")
    if asked is None or address is None or link is None:
        return None
    return compose(
        "follow_up",
        to=address,
        subject=asked.title,
        definition=definition,
        unsubscribe=stop_address(INVITED, customer.id),
        link=link,
        follow_up=asked,
    )


def render_next_round(letter: Letter) -> Mail | None:
    """Return the mail that offers the next round, or None where it is not open."""
    brief = _reached(letter)
    customer = _reminded(brief)
    if brief is None or customer is None or not may_ask_again(brief):
        return None
    address, link = _address(customer), _link(brief, "#again")
    if address is None or link is None:
        return None
    return compose(
        "next_round",
        to=address,
        subject="Would you like the next one?",
        definition=definition_of(brief.pilot_version_id),
        unsubscribe=stop_address(INVITED, customer.id),
        link=link,
    )


def render_debrief(letter: Letter) -> Mail | None:
    """Return the mail that tells how the selection came about; it is owed, not a reminder."""
    brief = _reached(letter)
    customer = db.session.get(Customer, brief.customer_id) if brief else None
    if brief is None or customer is None or customer.erased_at is not None:
        return None
    address, link = _address(customer), _link(brief, "#debrief")
    if address is None or link is None:
        return None
    definition = definition_of(brief.pilot_version_id)
    return compose(
        "debrief",
        to=address,
        subject="How your selection was chosen",
        definition=definition,
        link=link,
    )


def _reached(letter: Letter) -> Brief | None:
    if letter.brief_id is None:
        return None
    brief = db.session.get(Brief, letter.brief_id, populate_existing=True)
    if brief is None or brief.is_frozen or brief.status not in REACHED_CUSTOMER:
        return None
    return brief


def _reminded(brief: Brief | None) -> Customer | None:
    """Return the customer, unless they are erased or want no more reminders."""
    customer = db.session.get(Customer, brief.customer_id) if brief else None
    if customer is None or customer.erased_at is not None:
        return None
    return None if is_suppressed(customer.pilot_id, customer.key_hash) else customer


def _address(customer: Customer) -> str | None:
    identity = db.session.get(CustomerIdentity, customer.id)
    return identity.address if identity else None


def _link(brief: Brief, anchor: str) -> str | None:
    try:
        return absolute(f"/d/{link_token(brief.id, 'mail')}{anchor}")
    except (Gone, NotFound):
        return None
