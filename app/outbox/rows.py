"""Write and cancel outbox rows inside the write block of the change that causes them."""

from datetime import datetime
from typing import Any

from sqlalchemy import select, update

from app.clock import now
from app.extensions import db
from app.models import OutboxRow


def enqueue(
    kind: str,
    *,
    key: str,
    due_at: datetime,
    pilot_id: int | None = None,
    brief_id: int | None = None,
    **ref: Any,
) -> None:
    """Put one thing into the outbox; the same key is put there once only."""
    if db.session.scalar(select(OutboxRow.id).where(OutboxRow.key == key)) is not None:
        return
    db.session.add(
        OutboxRow(
            kind=kind,
            key=key,
            due_at=due_at,
            pilot_id=pilot_id,
            brief_id=brief_id,
            ref=ref,
            created_at=now(),
        )
    )


def cancel(*, brief_id: int, kind: str) -> None:
    """Cancel what waits for a brief and has not left yet."""
    db.session.execute(
        update(OutboxRow)
        .where(
            OutboxRow.brief_id == brief_id,
            OutboxRow.kind == kind,
            OutboxRow.state == "waiting",
        )
        .values(state="cancelled")
        .execution_options(synchronize_session=False)
    )
