"""The customer's own page before anything is delivered: how far their brief is."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import func, select

from app.clock import now
from app.database import writing
from app.exceptions import NotFound, TooMany
from app.extensions import db
from app.intake.pages import words_for
from app.lifecycle import REACHED_CUSTOMER, Status
from app.models import Brief, BriefAnswers, CustomerIdentity, OutboxRow
from app.outbox import enqueue
from app.pilots.definition import PilotDefinition
from app.pilots.form_definition import Form
from app.pilots.services import definition_of, form_of

LINKS_A_DAY = 3


class Stage(StrEnum):
    """What the customer may know; the same words whichever arm answers."""

    DRAFT = "draft"
    CHOOSING = "choosing"
    READY = "ready"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a brief is, in the customer's eyes."""

    brief_id: int
    public_id: str
    stage: Stage
    definition: PilotDefinition
    submitted_at: datetime | None
    promised_at: datetime | None
    is_late: bool
    is_test: bool
    answers: tuple[tuple[str, str], ...]
    has_mail: bool


def progress_of(brief_id: int) -> Progress:
    """Return how far a brief is, with the customer's own answers in words."""
    brief = db.session.get(Brief, brief_id)
    if brief is None:
        raise NotFound("This brief does not exist.")
    row = db.session.get(BriefAnswers, brief_id)
    form = form_of(brief.form_version_id)
    definition = definition_of(brief.pilot_version_id)
    identity = db.session.get(CustomerIdentity, brief.customer_id) if brief.customer_id else None
    return Progress(
        brief_id=brief_id,
        public_id=brief.public_id,
        stage=_stage(Status(brief.status), delivered=brief.delivered_at is not None),
        definition=definition,
        submitted_at=brief.submitted_at,
        promised_at=brief.promised_at,
        is_late=brief.promised_at is not None and brief.promised_at < now(),
        is_test=brief.is_test,
        answers=_in_words(form, (row.answers if row else None) or {}, definition.currency),
        has_mail=bool(identity and identity.address),
    )


def _stage(status: Status, *, delivered: bool) -> Stage:
    if status is Status.DRAFT:
        return Stage.DRAFT
    if status in REACHED_CUSTOMER and delivered:
        return Stage.READY
    if status is Status.DECLINED:
        return Stage.DECLINED
    return Stage.WITHDRAWN if status is Status.WITHDRAWN else Stage.CHOOSING


def _in_words(form: Form, answers: dict[str, Any], currency: str) -> tuple[tuple[str, str], ...]:
    return tuple(
        (question.label, words_for(question, answers[question.key], currency))
        for question in form.questions
        if answers.get(question.key) not in (None, "", []) and form.is_shown(question, answers)
    )


def send_link_again(public_id: str) -> None:
    """Mail the link to the address on record, if there is one; three a day at most."""
    with writing():
        brief = db.session.scalar(
            select(Brief).where(
                Brief.public_id == public_id,
                Brief.customer_id.is_not(None),
                Brief.is_simulated.is_(False),
            )
        )
        if brief is None:
            return
        moment = now()
        sent = db.session.scalar(
            select(func.count(OutboxRow.id)).where(
                OutboxRow.brief_id == brief.id,
                OutboxRow.kind == "link_again",
                OutboxRow.created_at > moment - timedelta(days=1),
            )
        )
        if (sent or 0) >= LINKS_A_DAY:
            raise TooMany("Three links were sent today already. Please look into your mail.")
        enqueue(
            "link_again",
            key=f"link_again:{brief.id}:{moment.isoformat()}",
            due_at=moment,
            pilot_id=brief.pilot_id,
            brief_id=brief.id,
        )
