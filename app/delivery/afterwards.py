"""What comes after a delivery: questions some time later, the next round, and who chose."""

import calendar
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import select

from app import log
from app.clock import now
from app.database import writing
from app.exceptions import Conflict
from app.extensions import db
from app.lifecycle import REACHED_CUSTOMER, Arm, Status
from app.models import Brief, Event, OutboxRow, Outcome, Pilot, SideText
from app.outbox import enqueue
from app.pilots.definition import Disclosure, FollowUp, PilotDefinition
from app.pilots.services import definition_of

REMINDERS = ("follow_up", "next_round", "debrief")
NOTED_WITHIN = timedelta(days=7)
CHOSEN_BY = {
    Arm.HAND: "A person read your answers and chose for you by hand.",
    Arm.SEGMENT: "A rule chose for you, from what you answered.",
    Arm.GENERIC: "Nobody chose for you alone: this is one list for everybody.",
    Arm.MODEL: "A program chose for you, from what you answered.",
}


@dataclass(frozen=True, slots=True)
class AskedLater:
    """A follow-up whose day has come, with the answers given so far."""

    follow_up: FollowUp
    given: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Afterwards:
    """What the customer's page offers some time after the delivery."""

    asked: tuple[AskedLater, ...] = ()
    may_ask_again: bool = False
    debrief: str = ""
    chosen_by: str = ""


def plan_afterwards(brief: Brief) -> None:
    """Put what is to be mailed later into the outbox, inside the write block of the release."""
    definition = definition_of(brief.pilot_version_id)
    if brief.is_simulated or brief.delivered_at is None:
        return
    for follow_up in definition.follow_ups:
        enqueue(
            "follow_up",
            key=f"follow_up:{brief.id}:{follow_up.key}",
            due_at=brief.delivered_at + timedelta(days=follow_up.days),
            pilot_id=brief.pilot_id,
            brief_id=brief.id,
            follow_up=follow_up.key,
        )
    due = next_round_at(definition, brief.delivered_at)
    if due is not None:
        enqueue(
            "next_round",
            key=f"next_round:{brief.id}",
            due_at=due,
            pilot_id=brief.pilot_id,
            brief_id=brief.id,
        )


def next_round_at(definition: PilotDefinition, delivered_at: datetime) -> datetime | None:
    """Return when a customer may ask again; None where a pilot answers once."""
    if definition.cadence == "weekly":
        return delivered_at + timedelta(days=7)
    if definition.cadence == "monthly":
        return month_after(delivered_at, definition.promise.zone)
    return None


def month_after(moment: datetime, zone: ZoneInfo) -> datetime:
    """Return the same day and hour a month later, the month's last day where there is no such."""
    local = moment.astimezone(zone)
    year, month = (local.year + 1, 1) if local.month == 12 else (local.year, local.month + 1)
    day = min(local.day, calendar.monthrange(year, month)[1])
    return local.replace(year=year, month=month, day=day).astimezone(moment.tzinfo)


def plan_debrief(brief: Brief) -> None:
    """Put the mail that tells who chose into the outbox, inside the write block of the closing."""
    if brief.is_simulated or not _is_revealed(brief):
        return
    enqueue(
        "debrief",
        key=f"debrief:{brief.id}",
        due_at=now(),
        pilot_id=brief.pilot_id,
        brief_id=brief.id,
    )


def _is_revealed(brief: Brief) -> bool:
    return definition_of(brief.pilot_version_id).disclosure is Disclosure.REVEALED


def note_debriefs(limit: int = 200) -> int:
    """Note in the log which debriefs have left since; return how many."""
    told = select(Event.id).where(Event.brief_id == OutboxRow.brief_id, Event.kind == "debriefed")
    query = (
        select(OutboxRow.brief_id)
        .where(
            OutboxRow.kind == "debrief",
            OutboxRow.state == "sent",
            OutboxRow.sent_at > now() - NOTED_WITHIN,
            ~told.exists(),
        )
        .limit(limit)
    )
    if db.session.scalar(query.limit(1)) is None:
        return 0
    with writing():
        briefs = db.session.scalars(select(Brief).where(Brief.id.in_(query))).all()
        for brief in briefs:
            log.append(
                "debriefed",
                actor=log.SYSTEM,
                pilot_id=brief.pilot_id,
                brief_id=brief.id,
                customer_id=brief.customer_id,
            )
    return len(briefs)


def afterwards(brief_id: int, *, personal: bool) -> Afterwards:
    """Return what a customer's page offers now; asking again only who came by a mailed link."""
    brief = db.session.get(Brief, brief_id)
    if brief is None or brief.status not in REACHED_CUSTOMER or brief.delivered_at is None:
        return Afterwards()
    is_told = brief.status == Status.CLOSED and _is_revealed(brief)
    due = [one for one in definition_of(brief.pilot_version_id).follow_ups if is_due(brief, one)]
    given = _given(brief_id) if due else {}
    return Afterwards(
        asked=tuple(AskedLater(one, _of(one, given)) for one in due),
        may_ask_again=personal and may_ask_again(brief),
        debrief=definition_of(brief.pilot_version_id).debrief if is_told else "",
        chosen_by=CHOSEN_BY[Arm(brief.arm)] if is_told and brief.arm else "",
    )


def is_due(brief: Brief, follow_up: FollowUp) -> bool:
    """Tell whether the day of a follow-up has come."""
    at = brief.delivered_at
    return at is not None and now() >= at + timedelta(days=follow_up.days)


def may_ask_again(brief: Brief) -> bool:
    """Tell whether the next round is open: its day has come, and no newer brief is on its way."""
    if brief.delivered_at is None or brief.customer_id is None:
        return False
    due = next_round_at(definition_of(brief.pilot_version_id), brief.delivered_at)
    if due is None or now() < due or brief.status not in REACHED_CUSTOMER:
        return False
    newer = select(Brief.id).where(
        Brief.customer_id == brief.customer_id,
        Brief.id != brief.id,
        Brief.submitted_at > brief.submitted_at,
    )
    status = db.session.scalar(select(Pilot.status).where(Pilot.id == brief.pilot_id))
    return status == "live" and db.session.scalar(newer.limit(1)) is None


def require_next_round(brief_id: int) -> None:
    """Raise Conflict unless the customer of a brief may ask again now."""
    brief = db.session.get(Brief, brief_id)
    if brief is None or not may_ask_again(brief):
        raise Conflict("There is no next round to ask for at the moment.")


def _of(follow_up: FollowUp, given: Mapping[str, str]) -> dict[str, str]:
    return {
        question.key: given[f"{follow_up.key}.{question.key}"]
        for question in follow_up.questions
        if f"{follow_up.key}.{question.key}" in given
    }


def _given(brief_id: int) -> dict[str, str]:
    rows = db.session.execute(
        select(Outcome.question, Outcome.value, SideText.words)
        .outerjoin(SideText, (SideText.subject == "outcome") & (SideText.subject_id == Outcome.id))
        .where(Outcome.brief_id == brief_id, Outcome.kind == "follow_up")
        .order_by(Outcome.id)
    )
    return {question or "": value or words or "" for question, value, words in rows}
