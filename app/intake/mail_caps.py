"""Mails per address are capped, because an address typed into a form proves nothing."""

from datetime import timedelta

from sqlalchemy import func, select

from app.clock import now
from app.extensions import db
from app.models import OutboxRow


def mails_lately(kind: str, field: str, value: str) -> int:
    """Count the mails of a kind that were put into the outbox within a day for one address."""
    count = db.session.scalar(
        select(func.count(OutboxRow.id)).where(
            OutboxRow.kind == kind,
            OutboxRow.created_at > now() - timedelta(days=1),
            OutboxRow.ref[field].as_string() == value,
        )
    )
    return count or 0
