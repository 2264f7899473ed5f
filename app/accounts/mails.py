"""Render the mail that invites somebody to work on a pilot."""

from app.accounts.invites import invite_mail
from app.outbox.message import Mail
from app.outbox.sender import Letter
from app.pilots.services import pilot_by_id
from app.web.letters import absolute, compose

SUBJECT = "You are invited to work with us"


def render_staff_invite(letter: Letter) -> Mail | None:
    """Return the mail with the link to join, or None once the invitation has ended."""
    found = invite_mail(int(letter.ref.get("invite", 0)))
    if found is None:
        return None
    pilot = pilot_by_id(found.pilot_id)
    return compose(
        "staff_invite",
        to=found.email,
        subject=SUBJECT,
        definition=pilot.definition,
        link=absolute(f"/join/{found.token}"),
        pilot_name=pilot.name,
        inviter=found.inviter,
        until=found.expires_at,
    )
