"""The next round: a customer who comes back by their mailed link asks again.

Questions of the later stage are asked only then, after trust.
"""

from typing import Any

from sqlalchemy import select

from app.database import writing
from app.exceptions import NotFound
from app.extensions import db
from app.intake.answers import Refused, counted, read_answer
from app.intake.drafts import start_draft
from app.intake.invited import Guest, open_draft_of
from app.models import Brief, BriefAnswers, Customer, CustomerIdentity
from app.pilots.form_definition import Form
from app.pilots.info import PilotInfo
from app.pilots.services import form_of, pilot_by_id


def start_again(brief_id: int) -> str:
    """Begin the next draft of a brief's customer with the earlier answers; return its public id.

    Only for who came by a mailed link.  A draft begun before is carried on.
    """
    brief = db.session.get(Brief, brief_id)
    if brief is None or brief.customer_id is None:
        raise NotFound("There is no such brief.")
    begun = open_draft_of(brief.customer_id)
    if begun is not None:
        return begun
    pilot = pilot_by_id(brief.pilot_id)
    with writing():
        public_id = start_draft(
            pilot,
            is_test=brief.is_test,
            force_arm=brief.arm if brief.is_test else None,
            is_simulated=brief.is_simulated,
            guest=_returning(brief.customer_id, pilot),
        )
        stored = db.session.scalar(
            select(BriefAnswers).join(Brief).where(Brief.public_id == public_id)
        )
        if stored is not None:
            stored.answers = _kept(form_of(pilot.form_id), brief_id)
    return public_id


def _returning(customer_id: int, pilot: PilotInfo) -> Guest:
    customer = db.session.get_one(Customer, customer_id)
    identity = db.session.get(CustomerIdentity, customer_id)
    name, address = (identity.name, identity.address) if identity else ("", "")
    return Guest(customer_id, customer.public_id, pilot.slug, name or "", address or "")


def _kept(form: Form, brief_id: int) -> dict[str, Any]:
    """Return the earlier answers that can stand in the form as it is now."""
    row = db.session.get(BriefAnswers, brief_id)
    earlier = (row.answers if row else None) or {}
    kept: dict[str, Any] = {}
    for question in form.questions:
        if earlier.get(question.key) is None:
            continue
        try:
            kept[question.key] = read_answer(question, earlier[question.key])
        except Refused:
            continue
    return counted(form, kept)
