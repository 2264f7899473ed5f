"""The outbox as staff see it: what waits, left or failed; only the demo shows the text."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select, update

from app import log
from app.clock import now
from app.database import writing
from app.delivery.mails import SUBJECTS, render_mail
from app.exceptions import Conflict
from app.extensions import db
from app.log import Actor
from app.models import OutboxRow
from app.outbox.sender import Letter, letter_of

PER_PAGE = 50


@dataclass(frozen=True, slots=True)
class OutboxLine:
    """One mail of a pilot and how it fares; `text` only in the demo."""

    id: int
    subject: str
    state: str
    due_at: datetime
    sent_at: datetime | None
    attempts: int
    last_error: str
    text: str | None


@dataclass(frozen=True, slots=True)
class OutboxPage:
    """One page of a pilot's outbox, newest first."""

    lines: Sequence[OutboxLine]
    counts: dict[str, int]
    page: int
    pages: int


def list_outbox(pilot_id: int, *, page: int = 1, with_text: bool = False) -> OutboxPage:
    """Return a page of what left or waits to leave for a pilot."""
    counted = db.session.execute(
        select(OutboxRow.state, func.count(OutboxRow.id))
        .where(OutboxRow.pilot_id == pilot_id)
        .group_by(OutboxRow.state)
    )
    counts = {row[0]: row[1] for row in counted}
    pages = max(1, -(-sum(counts.values()) // PER_PAGE))
    page = min(max(page, 1), pages)
    rows = db.session.scalars(
        select(OutboxRow)
        .where(OutboxRow.pilot_id == pilot_id)
        .order_by(OutboxRow.id.desc())
        .limit(PER_PAGE)
        .offset((page - 1) * PER_PAGE)
    ).all()
    lines = tuple(_line(row, with_text=with_text) for row in rows)
    return OutboxPage(lines, counts, page, pages)


def _line(row: OutboxRow, *, with_text: bool) -> OutboxLine:
    return OutboxLine(
        id=row.id,
        subject=SUBJECTS.get(row.kind, row.kind),
        state=row.state,
        due_at=row.due_at,
        sent_at=row.sent_at,
        attempts=row.attempts,
        last_error=row.last_error or "",
        text=_text(letter_of(row)) if with_text else None,
    )


def _text(letter: Letter) -> str | None:
    mail = render_mail(letter)
    return None if mail is None else f"To: {mail.to}\nSubject: {mail.subject}\n\n{mail.text}"


def send_again(outbox_id: int, *, pilot_id: int, actor: Actor) -> None:
    """Put a failed mail back into the line."""
    with writing():
        changed = db.session.execute(
            update(OutboxRow)
            .where(
                OutboxRow.id == outbox_id,
                OutboxRow.pilot_id == pilot_id,
                OutboxRow.state == "failed",
            )
            .values(state="waiting", due_at=now(), last_error=None)
            .execution_options(synchronize_session=False)
        ).rowcount  # type: ignore[attr-defined]
        if not changed:
            raise Conflict("This mail is not among the failed ones any more.")
        log.append("mail_sent_again", actor=actor, pilot_id=pilot_id, outbox=outbox_id)
