"""Send what waits: lease a row, render and send outside any transaction, note how it went."""

import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.message import EmailMessage
from typing import Any

import structlog
from jinja2 import TemplateError
from sqlalchemy import and_, or_, select, update
from sqlalchemy.exc import DBAPIError

from app.clock import now
from app.database import writing
from app.exceptions import ProductError, Unavailable
from app.extensions import db
from app.models import OutboxRow
from app.outbox.message import Mail, to_mime
from app.outbox.transport import Refused, Transport

LEASE = timedelta(minutes=2)
LONGEST_WAIT = timedelta(hours=1)
GIVE_UP_AFTER = timedelta(days=3)
UNWRITABLE = (ProductError, TemplateError, ValueError, LookupError, TypeError, AttributeError)
log = structlog.get_logger()
_rng = random.SystemRandom()


@dataclass(frozen=True, slots=True)
class Letter:
    """One leased outbox row as a renderer sees it."""

    id: int
    kind: str
    key: str
    pilot_id: int | None
    brief_id: int | None
    ref: dict[str, Any]
    attempts: int
    created_at: datetime


Renderer = Callable[[Letter], Mail | None]


def drain(render: Renderer, transport: Transport, *, mail_from: str, limit: int = 20) -> int:
    """Send up to `limit` due rows and return how many left; at least once, never lost.

    `render` returns None when there is nothing left to say (withdrawn, erased).
    """
    letters = _lease(limit)
    return sum(_send(letter, render, transport, mail_from) for letter in letters)


def _lease(limit: int) -> list[Letter]:
    moment = now()
    due = or_(
        and_(OutboxRow.state == "waiting", OutboxRow.due_at <= moment),
        and_(OutboxRow.state == "sending", OutboxRow.leased_until < moment),
    )
    if db.session.scalar(select(OutboxRow.id).where(due).limit(1)) is None:
        return []
    with writing():
        rows = db.session.scalars(
            select(OutboxRow)
            .where(due)
            .order_by(OutboxRow.due_at, OutboxRow.id)
            .limit(limit)
            .with_for_update(skip_locked=True)
        ).all()
        for row in rows:
            row.state, row.leased_until = "sending", moment + LEASE
            row.attempts += 1
        return [letter_of(row) for row in rows]


def letter_of(row: OutboxRow) -> Letter:
    """Return a row as renderers see it."""
    return Letter(
        row.id,
        row.kind,
        row.key,
        row.pilot_id,
        row.brief_id,
        dict(row.ref),
        row.attempts,
        row.created_at,
    )


def _send(letter: Letter, render: Renderer, transport: Transport, mail_from: str) -> bool:
    if not _note(letter, leased_until=now() + LEASE):
        return False  # the letters before took so long that somebody else has this one
    try:
        mail = render(letter)
        message = None if mail is None else _mime(mail, letter, mail_from)
    except (DBAPIError, Unavailable):
        raise
    except UNWRITABLE:  # one mail must not keep the others from leaving
        log.exception("mail_not_written", outbox=letter.id, kind=letter.kind)
        _after_refusal(letter, Refused("could not be written", final=False))
        return False
    if message is None:
        _note(letter, state="cancelled", leased_until=None)
        return False
    try:
        transport.send(message, name=f"{letter.id:08d}-{letter.kind}")
    except Refused as refusal:
        _after_refusal(letter, refusal)
        return False
    _note(
        letter,
        state="sent",
        leased_until=None,
        sent_at=now(),
        message_id=message["Message-ID"],
    )
    return True


def _mime(mail: Mail, letter: Letter, mail_from: str) -> EmailMessage:
    return to_mime(mail, mail_from=mail_from, key=letter.key, at=now())


def _after_refusal(letter: Letter, refusal: Refused) -> None:
    log.warning("mail_refused", outbox=letter.id, kind=letter.kind, final=refusal.final)
    if refusal.final or now() - letter.created_at > GIVE_UP_AFTER:
        _note(letter, state="failed", leased_until=None, last_error=str(refusal))
        return
    wait = min(timedelta(seconds=15 * 2 ** min(letter.attempts, 10)), LONGEST_WAIT)
    due = now() + wait * _rng.uniform(0.8, 1.2)
    _note(letter, state="waiting", leased_until=None, due_at=due, last_error=str(refusal))


def _note(letter: Letter, **values: Any) -> bool:
    """Note how a letter fares, while it is still leased to us: each lease is an attempt."""
    with writing():
        statement = (
            update(OutboxRow)
            .where(
                OutboxRow.id == letter.id,
                OutboxRow.state == "sending",
                OutboxRow.attempts == letter.attempts,
            )
            .values(**values)
            .execution_options(synchronize_session=False)
        )
        return bool(db.session.execute(statement).rowcount)  # type: ignore[attr-defined]
