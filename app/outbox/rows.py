"""Write and cancel outbox rows inside the write block of the change that causes them."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import insert, select, update

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


def enqueue_each(
    kind: str, refs: Mapping[str, Mapping[str, Any]], *, due_at: datetime, pilot_id: int
) -> None:
    """Put many things of one kind into the outbox at once: what each is about, by its key."""
    if not refs:
        return
    known = set(db.session.scalars(select(OutboxRow.key).where(OutboxRow.key.in_(list(refs)))))
    moment = now()
    rows = [
        {
            "kind": kind,
            "key": key,
            "due_at": due_at,
            "pilot_id": pilot_id,
            "ref": dict(ref),
            "state": "waiting",
            "attempts": 0,
            "created_at": moment,
        }
        for key, ref in refs.items()
        if key not in known
    ]
    if rows:
        db.session.execute(insert(OutboxRow), rows)


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
