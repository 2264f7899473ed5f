"""Who may enter what: one decision for the gate, the navigation and the links on a page."""

from collections.abc import Collection

from flask import current_app
from werkzeug.exceptions import HTTPException

from app.exceptions import NotAllowed, NotFound, ProductError, SignInNeeded
from app.lifecycle import Role
from app.pilots.info import PilotInfo
from app.web.audience import Who, audience_of
from app.web.current import Member

OPEN_TO_ALL = frozenset({Who.PUBLIC, Who.CUSTOMER})
NO_ROLE = "Your role in this pilot does not open this page. Ask the pilot's owner."
NOT_ADMIN = "Only an admin may open this page."


def refusal(
    audience: Collection[Who], member: Member | None, pilot_id: int | None
) -> ProductError | None:
    """Return why somebody may not enter, or None when they may.

    Whoever is not signed in learns nothing, and a pilot that is not theirs does not exist.
    """
    if OPEN_TO_ALL & set(audience):
        return None
    if member is None:
        return SignInNeeded("Please sign in.")
    if member.is_admin:
        return None
    if pilot_id is not None and not member.belongs_to(pilot_id):
        return NotFound("There is no such pilot, or it is not yours to see.")
    if Who.SIGNED_IN in audience or _holds_any(audience, member, pilot_id):
        return None
    return NotAllowed(NOT_ADMIN if set(audience) == {Who.ADMIN} else NO_ROLE)


def _holds_any(audience: Collection[Who], member: Member, pilot_id: int | None) -> bool:
    wanted = {Role(who.value) for who in audience if who.value in set(Role)}
    pilots = [pilot_id] if pilot_id is not None else list(member.roles)
    return any(wanted & member.roles.get(pilot, frozenset()) for pilot in pilots)


def may_open(member: Member, address: str, pilot: PilotInfo | None) -> bool:
    """Tell whether there is a page at this address and this person may open it."""
    adapter = current_app.url_map.bind("localhost")
    try:
        endpoint, _ = adapter.match(address, method="GET")
    except HTTPException:
        return False
    about = pilot.id if pilot is not None and f"/{pilot.slug}/" in f"{address}/" else None
    return refusal(audience_of(current_app, endpoint), member, about) is None
