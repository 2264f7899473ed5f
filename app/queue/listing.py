"""What the queue shows: rows by time left, views with counts, read as rows."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, and_, case, func, or_, select

from app.clock import now
from app.extensions import db
from app.lifecycle import Arm, Status
from app.models import Brief, BriefAnswers, CustomerIdentity, Pilot, Staff
from app.pilots.form_definition import Form, QuestionRole
from app.pilots.services import form_of

PER_PAGE = 50


class QueueView(StrEnum):
    """The lists a curator switches between."""

    OPEN = "open"
    MINE = "mine"
    OVERDUE = "overdue"
    SENT = "sent"


@dataclass(frozen=True, slots=True)
class QueueRow:
    """One brief as a line of the queue."""

    brief_id: int
    pilot_slug: str
    pilot_name: str
    name: str
    wish: str
    status: str
    urgency: str
    due: str
    promised_at: datetime | None
    who: str
    is_mine: bool
    is_free: bool
    is_test: bool

    @property
    def initials(self) -> str:
        """Return at most two letters for the avatar."""
        parts = self.name.split()
        return (parts[0][:1] + (parts[-1][:1] if len(parts) > 1 else "")).upper() if parts else "?"

    @property
    def avatar(self) -> str:
        """Return the letter of the avatar's colours."""
        return "abcdef"[self.brief_id % 6]


@dataclass(frozen=True, slots=True)
class QueuePilot:
    """A pilot whose briefs the reader may take."""

    id: int
    slug: str
    name: str


@dataclass(frozen=True, slots=True)
class QueuePage:
    """One page of a view with the counts of all views."""

    view: QueueView
    rows: tuple[QueueRow, ...]
    counts: Mapping[str, int]
    free: int
    held_by_others: int
    page: int
    pages: int


@dataclass(frozen=True, slots=True)
class Reader:
    """Who looks at the queue; a lead also sees what the pilot file answered in their pilots."""

    staff_id: int
    leads: tuple[int, ...] = ()


def list_queue(
    pilot_ids: Collection[int],
    *,
    reader: Reader,
    view: QueueView = QueueView.OPEN,
    page: int = 1,
) -> QueuePage:
    """Return one page of a view, most urgent first (sent: latest first)."""
    moment = now()
    counts = _counts(pilot_ids, reader, moment)
    total = counts[view.value]
    pages = max(1, -(-total // PER_PAGE))
    page = min(max(1, page), pages)
    query = _rows_query(pilot_ids).where(_condition(view, reader, moment))
    order = (
        (Brief.changed_at.desc(), Brief.id.desc())
        if view is QueueView.SENT
        else (Brief.promised_at, Brief.id)
    )
    found = db.session.execute(query.order_by(*order).limit(PER_PAGE).offset((page - 1) * PER_PAGE))
    rows = tuple(_row(row, reader.staff_id, moment) for row in found)
    return QueuePage(view, rows, counts, counts["free"], counts["held_by_others"], page, pages)


def _rows_query(pilot_ids: Collection[int]) -> Select[*tuple[Any, ...]]:
    return (
        select(
            Brief.id,
            Brief.status,
            Brief.submitted_at,
            Brief.promised_at,
            Brief.owner_id,
            Brief.lease_until,
            Brief.release_at,
            Brief.delivered_at,
            Brief.form_version_id,
            Brief.is_test,
            Pilot.slug,
            Pilot.name.label("pilot_name"),
            Staff.name.label("owner"),
            CustomerIdentity.name.label("customer"),
            BriefAnswers.answers,
        )
        .join(Pilot, Pilot.id == Brief.pilot_id)
        .outerjoin(Staff, Staff.id == Brief.owner_id)
        .outerjoin(CustomerIdentity, CustomerIdentity.customer_id == Brief.customer_id)
        .outerjoin(BriefAnswers, BriefAnswers.brief_id == Brief.id)
        .where(Brief.pilot_id.in_(pilot_ids))
    )


def _is_open() -> ColumnElement[bool]:
    return and_(
        Brief.arm == Arm.HAND.value,
        Brief.is_frozen.is_(False),
        Brief.status.in_([Status.WAITING.value, Status.CLAIMED.value]),
    )


def _is_free(moment: datetime) -> ColumnElement[bool]:
    return and_(_is_open(), or_(Brief.status == Status.WAITING.value, Brief.lease_until < moment))


def _condition(view: QueueView, reader: Reader, moment: datetime) -> ColumnElement[bool]:
    mine = and_(Brief.status == Status.CLAIMED.value, Brief.owner_id == reader.staff_id)
    if view is QueueView.MINE:
        return mine
    if view is QueueView.OVERDUE:
        return and_(_is_open(), Brief.promised_at < moment)
    if view is QueueView.SENT:
        sent = [Status.READY.value, Status.DELIVERED.value, Status.ANSWERED.value]
        return and_(
            or_(Brief.arm == Arm.HAND.value, Brief.pilot_id.in_(reader.leads)),
            Brief.is_simulated.is_(False),
            Brief.status.in_([*sent, Status.CLOSED.value]),
        )
    return _is_open()


def _counts(pilot_ids: Collection[int], reader: Reader, moment: datetime) -> dict[str, int]:
    def total(condition: ColumnElement[bool]) -> ColumnElement[int]:
        return func.coalesce(func.sum(case((condition, 1), else_=0)), 0)

    held = and_(_is_open(), ~_is_free(moment), Brief.owner_id != reader.staff_id)
    columns = [
        *(total(_condition(v, reader, moment)).label(v.value) for v in QueueView),
        total(_is_free(moment)).label("free"),
        total(held).label("held_by_others"),
    ]
    row = db.session.execute(
        select(*columns).where(Brief.pilot_id.in_(pilot_ids), Brief.status != Status.DRAFT.value)
    ).one()
    return {key: int(value) for key, value in row._mapping.items()}


def _row(row: Row[Any], staff_id: int, moment: datetime) -> QueueRow:
    form = form_of(row.form_version_id)
    is_free = row.status == Status.WAITING or (
        row.status == Status.CLAIMED and row.lease_until is not None and row.lease_until < moment
    )
    is_mine = row.status == Status.CLAIMED and row.owner_id == staff_id
    urgency, due = time_left(row.submitted_at, row.promised_at, moment)
    if row.status not in (Status.WAITING, Status.CLAIMED):
        urgency, due = "done", _sent_words(row)
    return QueueRow(
        brief_id=row.id,
        pilot_slug=row.slug,
        pilot_name=row.pilot_name,
        name=row.customer or "Somebody",
        wish=wish_line(form, row.answers or {}),
        status=row.status,
        urgency=urgency,
        due=due,
        promised_at=row.promised_at,
        who=_who(row, is_free=is_free, is_mine=is_mine),
        is_mine=is_mine,
        is_free=is_free,
        is_test=row.is_test,
    )


def _sent_words(row: Row[Any]) -> str:
    return {
        Status.READY.value: "Sent, not yet released",
        Status.DELIVERED.value: "Delivered",
        Status.ANSWERED.value: "Answered",
        Status.CLOSED.value: "Closed",
    }.get(row.status, str(row.status))


def _who(row: Row[Any], *, is_free: bool, is_mine: bool) -> str:
    if is_mine:
        return "You"
    if row.status == Status.WAITING:
        return "Free"
    if is_free:
        return f"Free, draft by {row.owner}"
    if row.status == Status.CLAIMED:
        return f"{row.owner} is editing"
    return str(row.owner or "By the pilot file")


def time_left(
    submitted_at: datetime | None, promised_at: datetime | None, moment: datetime
) -> tuple[str, str]:
    """Return urgency (calm, soon, late) and the words for it: soon is under a quarter left."""
    if promised_at is None or submitted_at is None:
        return "calm", "no promise"
    left = promised_at - moment
    if left < timedelta(0):
        return "late", f"{_short(-left)} late"
    soon = left < (promised_at - submitted_at) / 4
    return ("soon" if soon else "calm"), _short(left)


def _short(value: timedelta) -> str:
    minutes = int(value.total_seconds()) // 60
    hours, days = minutes // 60, minutes // 1440
    if days >= 2:
        return f"{days} d"
    if hours:
        return f"{hours} h {minutes % 60:02d} m"
    return f"{minutes} m"


def wish_line(form: Form, answers: Mapping[str, Any], *, length: int = 90) -> str:
    """Return the wish as one line, else the first answer in words."""
    wish = form.by_role(QuestionRole.WISH)
    for question in (*((wish,) if wish else ()), *form.questions):
        if question.role in (QuestionRole.ADDRESS, QuestionRole.NAME):
            continue
        words = " ".join(question.words_for(answers.get(question.key)).split())
        if words:
            return words if len(words) <= length else words[: length - 1].rstrip() + "…"
    return "No words yet"
