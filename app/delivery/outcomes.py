"""What the customer did: opened, verdicts, the whole set, closing answers; each a new fact."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select

from app import log
from app.clock import now
from app.database import writing
from app.delivery.afterwards import REMINDERS, is_due
from app.delivery.page import latest_delivery
from app.exceptions import Gone, Invalid, NotFound
from app.extensions import db
from app.lifecycle import REACHED_CUSTOMER, Status, may_move
from app.log import Actor
from app.models import Brief, Delivery, Outcome, Pick
from app.outbox import cancel
from app.pilots.definition import ClosingQuestion, PilotDefinition
from app.pilots.services import definition_of

LONGEST_COMMENT = 2000
LONGEST_FIELD = 24
SCALE = ("1", "2", "3", "4", "5")


@dataclass(frozen=True, slots=True)
class _Reached:
    """A brief whose delivery reached the customer, and where the answer came from."""

    brief: Brief
    delivery: Delivery
    source: str


def note_opened(brief_id: int, *, source: str = "page") -> None:
    """Note once that the delivery was opened: a POST, never a GET."""
    with writing():
        _ensure_opened(_delivered(brief_id, source))


def give_verdict(
    brief_id: int, pick_id: int, verdict: str, *, reason: str | None = None, source: str = "form"
) -> None:
    """Record the customer's answer to one pick; a changed answer is a further fact."""
    with writing():
        reached = _delivered(brief_id, source)
        pick = db.session.get(Pick, pick_id)
        if pick is None or pick.selection_id != reached.delivery.selection_id:
            raise NotFound("This pick is not part of your selection.")
        _check_verdict(definition_of(reached.brief.pilot_version_id), verdict, reason)
        _ensure_opened(reached)
        _record(reached, "verdict", verdict, pick_id=pick_id)
        if reason:
            _record(reached, "verdict_reason", reason, pick_id=pick_id)
        _answered(reached.brief)


def _check_verdict(definition: PilotDefinition, verdict: str, reason: str | None) -> None:
    known = definition.verdict(verdict)
    if known is None:
        raise Invalid("Choose one of the answers.", field="verdict")
    if reason and reason not in {choice.key for choice in known.reasons}:
        raise Invalid("Choose one of the reasons.", field="reason")


def take_set(brief_id: int, *, taken: bool, source: str = "form") -> None:
    """Record that the customer takes the whole set (or not after all).

    Taking it keeps every pick that has no verdict yet.
    """
    with writing():
        reached = _delivered(brief_id, source)
        definition = definition_of(reached.brief.pilot_version_id)
        _ensure_opened(reached)
        _record(reached, "took_set", "yes" if taken else "no")
        if taken:
            kept = next(verdict.key for verdict in definition.verdicts if verdict.kept)
            for pick_id in _picks_without_verdict(reached.delivery):
                _record(reached, "verdict", kept, pick_id=pick_id)
        _answered(reached.brief)


def _picks_without_verdict(delivery: Delivery) -> list[int]:
    answered = select(Outcome.pick_id).where(
        Outcome.brief_id == delivery.brief_id,
        Outcome.kind == "verdict",
        Outcome.pick_id.is_not(None),
    )
    return list(
        db.session.scalars(
            select(Pick.id)
            .where(Pick.selection_id == delivery.selection_id, Pick.id.not_in(answered))
            .order_by(Pick.position)
        )
    )


def answer_closing(brief_id: int, answers: Mapping[str, str], *, source: str = "form") -> None:
    """Record the closing answers; free words go to the side table."""
    with writing():
        reached = _delivered(brief_id, source)
        _ensure_opened(reached)
        questions = definition_of(reached.brief.pilot_version_id).closing
        _record_answers(reached, "closing", questions, answers)
        _answered(reached.brief)


def answer_follow_up(
    brief_id: int, key: str, answers: Mapping[str, str], *, source: str = "form"
) -> None:
    """Record the answers to a follow-up whose day has come; a changed answer is a further fact."""
    with writing():
        reached = _delivered(brief_id, source)
        definition = definition_of(reached.brief.pilot_version_id)
        asked = next((one for one in definition.follow_ups if one.key == key), None)
        if asked is None or not is_due(reached.brief, asked):
            raise NotFound("These questions are not asked yet.")
        _ensure_opened(reached)
        _record_answers(reached, "follow_up", asked.questions, answers, prefix=f"{key}.")
        _answered(reached.brief)


def _record_answers(
    reached: _Reached,
    kind: str,
    questions: Sequence[ClosingQuestion],
    answers: Mapping[str, str],
    *,
    prefix: str = "",
) -> None:
    """Record what was answered: a code in the log, free words aside; an empty answer is none."""
    for question in questions:
        answer = answers.get(question.key, "").replace("\x00", "").strip()[:LONGEST_COMMENT]
        if not answer:
            continue
        _check_answer(question, answer)
        value = None if question.kind == "text" else answer
        outcome_id = _record(reached, kind, value, question=prefix + question.key)
        if question.kind == "text":
            log.keep_words(
                "outcome",
                outcome_id,
                question.key[:LONGEST_FIELD],
                answer,
                pilot_id=reached.brief.pilot_id,
                brief_id=reached.brief.id,
            )


def _check_answer(question: ClosingQuestion, answer: str) -> None:
    if question.kind == "scale" and answer not in SCALE:
        raise Invalid(f"{question.label} Choose 1 to 5.", field=question.key)
    if question.kind == "choice" and answer not in {option.key for option in question.options}:
        raise Invalid(f"{question.label} Choose one of the answers.", field=question.key)


def follow_call(brief_id: int, *, source: str = "form") -> None:
    """Record that the customer follows the call to action."""
    with writing():
        reached = _delivered(brief_id, source)
        _ensure_opened(reached)
        _record(reached, "call_to_action", "yes")
        _answered(reached.brief)


def withdraw(brief_id: int) -> None:
    """Withdraw: before delivery the brief leaves the queue, after it nothing further is sent."""
    with writing():
        brief = db.session.get(Brief, brief_id)
        if brief is not None and brief.status == Status.WITHDRAWN:
            return
        actor = Actor.customer(brief.customer_id if brief else None)
        log.move(brief_id, "withdrawn", actor=actor, changes={"owner_id": None})
        for kind in ("received", "delivered", "resume", *REMINDERS):
            cancel(brief_id=brief_id, kind=kind)


def _delivered(brief_id: int, source: str) -> _Reached:
    brief = db.session.get(Brief, brief_id, with_for_update=True)
    delivery = latest_delivery(brief_id)
    if brief is None or delivery is None:
        raise NotFound("Nothing has been delivered yet.")
    if brief.status == Status.WITHDRAWN:
        raise Gone("You withdrew this brief, so nothing more is recorded.")
    if brief.status not in REACHED_CUSTOMER:
        raise Gone("This selection is being looked at again. We will write to you.")
    return _Reached(brief, delivery, source)


def _ensure_opened(reached: _Reached) -> None:
    seen = select(Outcome.id).where(
        Outcome.brief_id == reached.brief.id,
        Outcome.kind == "opened",
        Outcome.delivery_id == reached.delivery.id,
    )
    if db.session.scalar(seen.limit(1)) is None:
        _record(reached, "opened", None)


def _record(
    reached: _Reached,
    kind: str,
    value: str | None,
    *,
    pick_id: int | None = None,
    question: str | None = None,
) -> int:
    brief = reached.brief
    if brief.window_closes_at is None:
        raise Gone("This brief has no outcome window.")
    row = Outcome(
        pilot_id=brief.pilot_id,
        brief_id=brief.id,
        delivery_id=reached.delivery.id,
        pick_id=pick_id,
        kind=kind,
        question=question,
        value=value,
        source=reached.source,
        window_closes_at=brief.window_closes_at,
        at=now(),
    )
    db.session.add(row)
    db.session.flush()
    return row.id


def _answered(brief: Brief) -> None:
    if may_move(Status(brief.status), "first_answer"):
        log.move(brief.id, "first_answer", actor=Actor.customer(brief.customer_id))
