"""Render what waits in the outbox into mails: short words and one link, nothing personal else."""

from sqlalchemy import select

from app.accounts.mails import render_staff_invite
from app.delivery.reminders import render_debrief, render_follow_up, render_next_round
from app.exceptions import Gone, NotFound
from app.extensions import db
from app.intake.links import link_token
from app.intake.mails import render_invitation, render_place_free
from app.lifecycle import Status
from app.models import Brief, BriefAnswers, Customer, CustomerIdentity
from app.outbox.message import Mail
from app.outbox.sender import Letter, Renderer
from app.pilots.form_definition import QuestionRole
from app.pilots.services import definition_of, form_of
from app.web.letters import absolute, compose

SUBJECTS = {
    "received": "We have your wish",
    "delivered": "Your selection is here",
    "link_again": "Your link",
    "resume": "Carry on where you stopped",
    "staff_invite": "You are invited to work with us",
    "invitation": "An invitation for you",
    "place_free": "There is a place for you",
    "follow_up": "A question some time later",
    "next_round": "Would you like the next one?",
    "debrief": "How your selection was chosen",
}
ELSEWHERE: dict[str, Renderer] = {
    "staff_invite": render_staff_invite,
    "invitation": render_invitation,
    "place_free": render_place_free,
    "follow_up": render_follow_up,
    "next_round": render_next_round,
    "debrief": render_debrief,
}
LINK_KINDS = {"resume": "resume"}
ENDED = frozenset({Status.WITHDRAWN, Status.DECLINED})


def render_mail(letter: Letter) -> Mail | None:
    """Return the mail for an outbox row, or None when there is nothing left to say."""
    if letter.kind in ELSEWHERE:
        return ELSEWHERE[letter.kind](letter)
    brief = db.session.get(Brief, letter.brief_id) if letter.brief_id else None
    if brief is None or letter.kind not in SUBJECTS or brief.status in ENDED:
        return None
    if letter.kind == "delivered" and brief.delivered_at is None:
        return None
    address = _address(brief)
    try:
        token = link_token(brief.id, LINK_KINDS.get(letter.kind, "mail"))
    except (Gone, NotFound):
        return None
    return _mail(letter, brief, address, token) if address else None


def _address(brief: Brief) -> str | None:
    if brief.customer_id is None:
        return _draft_address(brief)
    return db.session.scalar(
        select(CustomerIdentity.address)
        .join(Customer, Customer.id == CustomerIdentity.customer_id)
        .where(CustomerIdentity.customer_id == brief.customer_id, Customer.erased_at.is_(None))
    )


def _draft_address(brief: Brief) -> str | None:
    question = form_of(brief.form_version_id).by_role(QuestionRole.ADDRESS)
    row = db.session.get(BriefAnswers, brief.id)
    answer = (row.answers or {}).get(question.key) if row and question else None
    return str(answer) if answer else None


def _mail(letter: Letter, brief: Brief, address: str, token: str) -> Mail:
    return compose(
        letter.kind,
        to=address,
        subject=SUBJECTS[letter.kind],
        definition=definition_of(brief.pilot_version_id),
        promised_at=brief.promised_at,
        link=absolute(f"/d/{token}"),
    )
