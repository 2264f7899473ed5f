"""Render the mails that go out before there is a brief: an invitation, a place that is free."""

from app.extensions import db
from app.intake.invited import PURPOSE, invite_subject
from app.intake.suppressions import INVITED, WAITING, is_suppressed, stop_address
from app.models import Customer, CustomerIdentity, WaitingEntry
from app.outbox.message import Mail
from app.outbox.sender import Letter
from app.pilots.services import pilot_by_id
from app.web.letters import absolute, compose
from app.web.tokens import known_token

OPEN_TO_GUESTS = frozenset({"live", "paused"})


def render_invitation(letter: Letter) -> Mail | None:
    """Return an invited customer's mail, or None where none may or need be sent any more."""
    customer = db.session.get(Customer, int(letter.ref.get("customer", 0)), populate_existing=True)
    if customer is None or customer.erased_at is not None or customer.invite_hash is None:
        return None
    identity = db.session.get(CustomerIdentity, customer.id)
    pilot = pilot_by_id(customer.pilot_id)
    token = known_token(PURPOSE, invite_subject(customer), customer.invite_hash)
    may_send = pilot.status in OPEN_TO_GUESTS and not is_suppressed(pilot.id, customer.key_hash)
    if identity is None or not identity.address or token is None or not may_send:
        return None
    return compose(
        "invitation",
        to=identity.address,
        subject=pilot.definition.form.start.title,
        definition=pilot.definition,
        unsubscribe=stop_address(INVITED, customer.id),
        link=absolute(f"/i/{token}"),
        name=identity.name or "",
        start=pilot.definition.form.start,
    )


def render_place_free(letter: Letter) -> Mail | None:
    """Return the mail that tells somebody on the waiting list of a free place, or None."""
    entry = db.session.get(WaitingEntry, int(letter.ref.get("waiting", 0)), populate_existing=True)
    if entry is None or not entry.address:
        return None
    pilot = pilot_by_id(entry.pilot_id)
    if pilot.status != "live" or is_suppressed(pilot.id, entry.key_hash):
        return None
    return compose(
        "place_free",
        to=entry.address,
        subject="There is a place for you",
        definition=pilot.definition,
        unsubscribe=stop_address(WAITING, entry.id),
        link=absolute(f"/p/{pilot.slug}"),
    )
