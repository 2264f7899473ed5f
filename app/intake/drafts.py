"""A draft: begin it, save it step by step, come back to it later."""

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select

from app import log
from app.clock import now
from app.database import writing
from app.exceptions import Conflict, Gone, Invalid, NotFound, StaleVersion, TooMany
from app.extensions import db
from app.intake import customers, links
from app.intake.answers import (
    Refused,
    counted,
    first_gap,
    keep_typed,
    page_questions,
    read_answer,
    shown_questions,
)
from app.intake.invited import Guest, guest_with_id, note_guest, without_known
from app.intake.mail_caps import mails_lately
from app.intake.stages import form_for
from app.lifecycle import Status
from app.log import Actor
from app.models import Brief, BriefAnswers, Customer
from app.outbox import enqueue
from app.pilots import services as pilots
from app.pilots.definition import PilotDefinition
from app.pilots.form_definition import Form, Question, QuestionRole, Step
from app.pilots.info import PilotInfo

RESUME_MAILS_A_DAY = 3


@dataclass(frozen=True, slots=True)
class DraftView:
    """A brief while its customer fills it in, with the form version it was begun on."""

    brief_id: int
    public_id: str
    pilot_id: int
    status: str
    version: int
    answers: dict[str, Any]
    form: Form
    definition: PilotDefinition
    form_version_id: int
    link_generation: int
    is_test: bool
    is_simulated: bool
    begun_at: datetime
    guest: Guest | None = None

    def step(self, key: str) -> Step:
        """Return a step of the form by its key; raise NotFound when there is none."""
        found = next((step for step in self.form.steps if step.key == key), None)
        if found is None:
            raise NotFound("This page is not part of the form.")
        return found

    @property
    def gap(self) -> Step | None:
        """Return the first step that still wants an answer, or None."""
        return first_gap(self.form, self.answers)

    @property
    def address(self) -> str:
        """Return the address known or typed so far, or nothing."""
        if self.guest is not None and self.guest.address:
            return self.guest.address
        question = self.form.by_role(QuestionRole.ADDRESS)
        return str(self.answers.get(question.key) or "") if question else ""


def start_draft(
    pilot: PilotInfo,
    *,
    is_test: bool = False,
    force_arm: str | None = None,
    is_simulated: bool = False,
    guest: Guest | None = None,
) -> str:
    """Begin a draft on the form in force and return its public id.

    A test draft may be bound to an arm from the start; it comes into force at submission.  A
    draft begun by an invited customer is theirs from the start, and proves their address.
    """
    if force_arm and not is_test:
        raise Invalid("Only a test brief can be led to an arm.")
    if pilot.status != "live" and not (is_test and pilot.status != "closed"):
        raise Gone("This service takes no new briefs at the moment.")
    moment = now()
    customer_id = guest.customer_id if guest is not None and not is_test else None
    row = Brief(
        pilot_id=pilot.id,
        customer_id=customer_id,
        public_id=secrets.token_urlsafe(12),
        pilot_version_id=pilot.version_id,
        form_version_id=pilot.form_id,
        status=Status.DRAFT.value,
        arm=force_arm,
        created_at=moment,
        changed_at=moment,
        is_test=is_test,
        is_simulated=is_simulated,
    )
    with writing():
        db.session.add(row)
        db.session.flush()
        db.session.add(
            BriefAnswers(brief_id=row.id, pilot_id=pilot.id, answers={}, consents={}, version=1)
        )
        if customer_id is not None:
            note_guest(db.session.get_one(Customer, customer_id))
        log.append(
            "draft_begun",
            actor=Actor.customer(customer_id),
            pilot_id=pilot.id,
            brief_id=row.id,
            customer_id=customer_id,
        )
    return row.public_id


def draft(public_id: str) -> DraftView:
    """Return a brief with what was answered so far; raise NotFound."""
    row = db.session.execute(
        select(Brief, BriefAnswers)
        .join(BriefAnswers, BriefAnswers.brief_id == Brief.id)
        .where(Brief.public_id == public_id)
        .execution_options(populate_existing=True)
    ).first()
    if row is None:
        raise NotFound("There is no such brief.")
    brief, stored = row
    form, guest = form_for(brief, pilots.form_of(brief.form_version_id)), None
    if brief.status == Status.DRAFT and brief.customer_id is not None:
        guest = guest_with_id(brief.customer_id)
        form = without_known(form, guest) if guest is not None else form
    return DraftView(
        brief_id=brief.id,
        public_id=brief.public_id,
        pilot_id=brief.pilot_id,
        status=brief.status,
        version=stored.version,
        answers=counted(form, stored.answers or {}),
        form=form,
        definition=pilots.definition_of(brief.pilot_version_id),
        form_version_id=brief.form_version_id,
        link_generation=brief.link_generation,
        is_test=brief.is_test,
        is_simulated=brief.is_simulated,
        begun_at=brief.created_at,
        guest=guest,
    )


def open_draft_among(pilot_id: int, public_ids: Sequence[str]) -> str | None:
    """Return the first of these that is an unfinished draft of this pilot, or None."""
    open_ones = set(
        db.session.scalars(
            select(Brief.public_id).where(
                Brief.pilot_id == pilot_id,
                Brief.public_id.in_(public_ids),
                Brief.status == Status.DRAFT.value,
            )
        )
    )
    return next((public_id for public_id in public_ids if public_id in open_ones), None)


def answers_of(brief_id: int) -> dict[str, Any]:
    """Return the answers of a brief that count, by question key; empty once they were erased."""
    stored = db.session.get(BriefAnswers, brief_id)
    if stored is None or not stored.answers:
        return {}
    return {key: value for key, value in stored.answers.items() if value is not None}


def save_step(
    public_id: str,
    step_key: str,
    answers: Mapping[str, Any],
    *,
    version: int | None = None,
    unchecked: bool = False,
) -> DraftView:
    """Save one step and return the draft as it stands now.

    Answers that no longer apply are dropped, so that they are asked again.  With a version, raise
    StaleVersion when another window has saved different answers to this step since.  `unchecked`
    keeps what was typed although it is no answer yet (Back, finish later).
    """
    view = _open_draft(public_id)
    step = view.step(step_key)
    values = _read_step(view, step, answers, unchecked=unchecked)
    with writing():
        view = _locked_draft(public_id)
        _refuse_stale(view, step, values, version)
        _store(view, values)
    return draft(public_id)


def _open_draft(public_id: str) -> DraftView:
    view = draft(public_id)
    if view.status != Status.DRAFT:
        raise Conflict("This brief was already sent.")
    return view


def _locked_draft(public_id: str) -> DraftView:
    """Return the draft, its row locked: two tabs saved at once are both kept."""
    lock = select(Brief.id).where(Brief.public_id == public_id).with_for_update(key_share=True)
    db.session.execute(lock)
    return _open_draft(public_id)


def _read_step(
    view: DraftView, step: Step, answers: Mapping[str, Any], *, unchecked: bool
) -> dict[str, Any]:
    merged = {**view.answers, **answers}
    values: dict[str, Any] = {}
    problems: dict[str, str] = {}
    for question in page_questions(view.form, step, merged):
        if question.key not in answers:
            continue
        typed = answers[question.key]
        if unchecked:
            values[question.key] = keep_typed(question, typed)
            continue
        try:
            values[question.key] = read_answer(question, typed)
        except Refused as refusal:
            problems[question.key] = str(refusal)
    shown = {q.key for q in shown_questions(view.form, step, {**view.answers, **values, **answers})}
    problems = {key: words for key, words in problems.items() if key in shown}
    if problems:
        raise Invalid("Some answers need another look.", problems=problems)
    return {key: value for key, value in values.items() if key in shown}


def _refuse_stale(
    view: DraftView, step: Step, values: Mapping[str, Any], version: int | None
) -> None:
    if version is None or version == view.version:
        return
    theirs = {q.key: view.answers[q.key] for q in step.questions if q.key in view.answers}
    mine = {key: value for key, value in values.items() if value is not None}
    if {key: value for key, value in theirs.items() if value is not None} != mine:
        raise StaleVersion("This page was also changed in another window.", theirs=theirs)


def _store(view: DraftView, values: Mapping[str, Any]) -> None:
    row = db.session.get(BriefAnswers, view.brief_id)
    if row is None:
        raise NotFound("There is no such brief.")
    row.answers = counted(view.form, {**view.answers, **values})
    row.version = view.version + 1


def mail_resume_link(public_id: str, address: str) -> DraftView:
    """Keep an address in the draft and mail the link back to it there; three a day at most."""
    view = _open_draft(public_id)
    question, typed = view.form.by_role(QuestionRole.ADDRESS), view.address
    if question is None and not typed:
        raise NotFound("This form asks for no address.")
    if question is not None:
        typed = _read_address(question, address)
    key_hash = customers.address_hash(pilots.pilot_key(view.pilot_id, "address"), typed)
    with writing():
        view = _locked_draft(public_id)
        sent = mails_lately("resume", "address_hash", key_hash)
        if sent >= RESUME_MAILS_A_DAY:
            raise TooMany("We have sent three links to this address today. Please use one of them.")
        if question is not None:
            _store(view, {question.key: typed})
        brief = db.session.get_one(Brief, view.brief_id)
        links.issue_link(brief, "resume")
        enqueue(
            "resume",
            key=f"resume:{brief.id}:{secrets.token_hex(6)}",
            due_at=now(),
            pilot_id=brief.pilot_id,
            brief_id=brief.id,
            address_hash=key_hash,
        )
    return draft(public_id)


def _read_address(question: Question, address: str) -> str:
    try:
        return str(read_answer(question.model_copy(update={"required": True}), address))
    except Refused as refusal:
        raise Invalid(str(refusal), problems={"address": str(refusal)}) from refusal
