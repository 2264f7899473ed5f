"""Submission: a draft becomes a brief that waits, once, with its arm and its promise."""

import hashlib
import hmac
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from app import log
from app.clock import now
from app.database import writing
from app.exceptions import Conflict, Gone, Invalid, NotFound
from app.extensions import db
from app.intake import caps, customers, links
from app.intake.answers import is_answered, shown_questions
from app.intake.customers import Person
from app.intake.drafts import DraftView, draft
from app.intake.invited import known_answers
from app.intake.mail_caps import mails_lately
from app.lifecycle import Status
from app.log import Actor
from app.models import Assignment, Brief, BriefAnswers, Customer, Pilot
from app.outbox import enqueue
from app.pilots import services as pilots
from app.pilots.form_definition import QuestionRole
from app.queue.promise import promised_at

TRAINING = "training"
RECEIVED_MAILS_A_DAY = 5
CLOSED = "We are not taking briefs at the moment. What you wrote is kept here."


@dataclass(frozen=True, slots=True)
class SubmittedBrief:
    """A brief on its way, with the token of the link that may be shown on screen."""

    brief_id: int
    public_id: str
    screen_token: str


def submit(
    public_id: str,
    *,
    consents: Mapping[str, bool],
    source: str = "form",
    entered_by: Actor | None = None,
    force_arm: str | None = None,
) -> SubmittedBrief:
    """Send a draft on its way, once however often it is asked for: a repeat returns the same.

    Draws the customer's arm, makes the promise and puts the mail that says so into the outbox.
    """
    view = draft(public_id)
    if view.status != Status.DRAFT:
        return _submitted(view)
    _check_complete(view, consents)
    person = _person(view)
    try:
        with writing():
            _submit(view, person, consents, source, entered_by, force_arm)
    except Conflict:  # the second of two presses at the same time
        view = draft(public_id)
        if view.status == Status.DRAFT:
            raise
    return _submitted(view)


def _submitted(view: DraftView) -> SubmittedBrief:
    return SubmittedBrief(view.brief_id, view.public_id, links.link_token(view.brief_id, "screen"))


def _check_complete(view: DraftView, consents: Mapping[str, bool]) -> None:
    problems = {
        consent.key: "We need this to answer you. Please tick it if you agree."
        for consent in view.form.consents
        if consent.required and not consents.get(consent.key)
    }
    if problems:
        raise Invalid("One more tick is needed.", problems=problems)
    if view.gap is not None:
        missing = [
            question.key
            for question in shown_questions(view.form, view.gap, view.answers)
            if not is_answered(question, view.answers)
        ]
        raise Invalid(
            "Some answers are still missing.",
            field=view.gap.key,
            problems=dict.fromkeys(missing, "This answer is still missing."),
        )


def _person(view: DraftView) -> Person:
    name = view.form.by_role(QuestionRole.NAME)
    typed = (view.answers.get(name.key) if name else None) or None
    secret = pilots.pilot_key(view.pilot_id, "address")
    key_hash = customers.address_hash(secret, view.address)
    if view.is_test:  # each test is a customer of its own, apart from the real one
        tag = f"test:{view.public_id}:{key_hash}".encode()
        key_hash = hmac.new(secret, tag, hashlib.sha256).hexdigest()
    return Person(
        key_hash=key_hash,
        address=view.address,
        name=typed or (view.guest.name if view.guest else None) or None,
        is_test=view.is_test,
        is_simulated=view.is_simulated,
    )


def _submit(
    view: DraftView,
    person: Person,
    consents: Mapping[str, bool],
    source: str,
    entered_by: Actor | None,
    force_arm: str | None,
) -> None:
    brief = db.session.get(
        Brief, view.brief_id, populate_existing=True, with_for_update={"key_share": True}
    )
    pilot = db.session.get(Pilot, view.pilot_id, populate_existing=True)
    stored = db.session.get(BriefAnswers, view.brief_id, populate_existing=True)
    if brief is None or pilot is None or stored is None:
        raise NotFound("There is no such brief.")
    if brief.status != Status.DRAFT or stored.version != view.version:
        raise Conflict("This brief has changed in another window. Please check it once more.")
    _refuse_closed(pilot, view)
    moment = now()
    if not (view.is_test or view.is_simulated):
        caps.refuse_full(pilot, moment)
    customer = _customer(pilot, view, person, may_train=bool(consents.get(TRAINING, False)))
    forced = (force_arm or brief.arm) if view.is_test else None
    arm, is_new = customers.assign(pilot, customer, brief, view.definition.arm_weights(), forced)
    stored.consents = _consents(view, consents, moment)
    if view.guest is not None:
        whole = pilots.form_of(view.form_version_id)
        stored.answers = {**known_answers(whole, view.guest), **(stored.answers or {})}
    promise = promised_at(moment, view.definition.promise)
    brief = log.move(
        view.brief_id,
        "submitted",
        actor=entered_by or Actor.customer(customer.id),
        changes={
            "customer_id": customer.id,
            "arm": arm.arm,
            "sequence": customers.next_sequence(customer.id),
            "submitted_at": moment,
            "promised_at": promise,
            "window_closes_at": promise + timedelta(days=view.definition.plan.window_days),
        },
        payload={"source": source},
    )
    _log_arm(brief, arm, is_new=is_new)
    links.revoke(brief.id, "resume")
    links.issue_links(brief)
    if not brief.is_simulated:
        _mail_received(brief, moment)


def _customer(pilot: Pilot, view: DraftView, person: Person, *, may_train: bool) -> Customer:
    """Return whose brief it is: the invited one whose link it came by, or who was typed."""
    if view.guest is None:
        return customers.find_or_create(pilot.id, person, may_train=may_train)
    customer = db.session.get_one(Customer, view.guest.customer_id, with_for_update=True)
    customer.may_train = may_train  # proven, so a permission may be given as well as taken back
    return customer


def _refuse_closed(pilot: Pilot, view: DraftView) -> None:
    if pilot.status == "live" or view.is_simulated or (view.is_test and pilot.status != "closed"):
        return
    raise Gone(CLOSED)


def _consents(view: DraftView, given: Mapping[str, bool], moment: datetime) -> dict[str, Any]:
    return {
        consent.key: {
            "given": bool(given.get(consent.key)),
            "at": moment.isoformat(),
            "form_version_id": view.form_version_id,
            "text_sha256": hashlib.sha256(consent.text.encode()).hexdigest(),
        }
        for consent in view.form.consents
    }


def _log_arm(brief: Brief, assignment: Assignment, *, is_new: bool) -> None:
    log.append(
        "assigned",
        actor=log.SYSTEM,
        pilot_id=brief.pilot_id,
        brief_id=brief.id,
        customer_id=brief.customer_id,
        arm=assignment.arm,
        probability=assignment.probability,
        hash=assignment.hash,
        forced=assignment.forced,
        drawn=is_new,
    )


def _mail_received(brief: Brief, moment: datetime) -> None:
    if mails_lately("received", "customer", str(brief.customer_id)) < RECEIVED_MAILS_A_DAY:
        enqueue(
            "received",
            key=f"received:{brief.id}",
            due_at=moment,
            pilot_id=brief.pilot_id,
            brief_id=brief.id,
            customer=str(brief.customer_id),
        )
