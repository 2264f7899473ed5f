"""Who was invited to a pilot and how far each came; an analyst sees the counts alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, case, exists, func, select

from app import log
from app.clock import now
from app.database import writing
from app.exceptions import Conflict
from app.extensions import db
from app.intake.invitation_rows import mail_invitations
from app.log import Actor
from app.models import Brief, Customer, CustomerIdentity, Suppression
from app.pilots.info import PilotInfo

PER_PAGE = 100
CHUNK = 400


@dataclass(frozen=True, slots=True)
class InvitedCounts:
    """How many of a pilot's list came how far."""

    listed: int
    mailed: int
    opened: int
    submitted: int
    stopped: int

    @property
    def unsent(self) -> int:
        """Return how many are on the list and were sent nothing."""
        return self.listed - self.mailed


@dataclass(frozen=True, slots=True)
class InvitedLine:
    """One invited customer."""

    name: str
    address: str
    cohort: str
    invited_at: datetime | None
    state: str


@dataclass(frozen=True, slots=True)
class InvitedPage:
    """One page of the list, latest first."""

    lines: Sequence[InvitedLine]
    page: int
    pages: int


def _is_listed(pilot_id: int) -> tuple[ColumnElement[bool], ...]:
    return (Customer.pilot_id == pilot_id, Customer.invite_hash.is_not(None))


def _opened() -> ColumnElement[bool]:
    return exists().where(Brief.customer_id == Customer.id)


def _submitted() -> ColumnElement[bool]:
    return exists().where(Brief.customer_id == Customer.id, Brief.submitted_at.is_not(None))


def _stopped() -> ColumnElement[bool]:
    return exists().where(
        Suppression.pilot_id == Customer.pilot_id, Suppression.key_hash == Customer.key_hash
    )


def count_invited(pilot_id: int) -> InvitedCounts:
    """Return how many were invited, opened the form, submitted, or want no more mails."""

    def total(condition: ColumnElement[bool]) -> ColumnElement[int]:
        return func.coalesce(func.sum(case((condition, 1), else_=0)), 0)

    row = db.session.execute(
        select(
            func.count(Customer.id),
            total(Customer.invited_at.is_not(None)),
            total(_opened()),
            total(_submitted()),
            total(_stopped()),
        ).where(*_is_listed(pilot_id))
    ).one()
    return InvitedCounts(*(int(value) for value in row))


def list_invited(pilot_id: int, *, page: int = 1) -> InvitedPage:
    """Return a page of who was invited, with how far each came."""
    total = db.session.scalar(select(func.count(Customer.id)).where(*_is_listed(pilot_id))) or 0
    pages = max(1, -(-total // PER_PAGE))
    page = min(max(page, 1), pages)
    state = case(
        (_submitted(), "submitted"),
        (_stopped(), "stopped"),
        (_opened(), "opened"),
        (Customer.invited_at.is_not(None), "invited"),
        else_="listed",
    )
    rows = db.session.execute(
        select(
            CustomerIdentity.name,
            CustomerIdentity.address,
            Customer.cohort,
            Customer.invited_at,
            state,
        )
        .outerjoin(CustomerIdentity, CustomerIdentity.customer_id == Customer.id)
        .where(*_is_listed(pilot_id))
        .order_by(Customer.id.desc())
        .limit(PER_PAGE)
        .offset((page - 1) * PER_PAGE)
    )
    lines = [InvitedLine(n or "", a or "", c or "", at, s) for n, a, c, at, s in rows]
    return InvitedPage(lines, page, pages)


def send_unsent(pilot: PilotInfo, *, actor: Actor, send_at: datetime | None = None) -> int:
    """Mail everybody on the list who was sent nothing yet; return how many."""
    if pilot.status != "live":
        raise Conflict("Invitations go out while the pilot is live, so that their links lead on.")
    with writing():
        waiting = db.session.scalars(
            select(Customer)
            .where(
                *_is_listed(pilot.id),
                Customer.invited_at.is_(None),
                Customer.erased_at.is_(None),
                Customer.is_simulated.is_(False),
                ~_submitted(),
                ~_stopped(),
            )
            .order_by(Customer.id)
        ).all()
        for start in range(0, len(waiting), CHUNK):
            mail_invitations(pilot.id, waiting[start : start + CHUNK], send_at or now())
        log.append("invitations_sent", actor=actor, pilot_id=pilot.id, count=len(waiting))
    return len(waiting)
