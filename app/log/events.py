"""Two doors to the log, and the side table for words that can be personal."""

from typing import Any

from sqlalchemy import insert

from app.clock import now
from app.database import aside, is_writing
from app.extensions import db
from app.log.actors import Actor
from app.models import Event, SideText


def append(
    kind: str,
    *,
    actor: Actor,
    pilot_id: int | None,
    brief_id: int | None = None,
    customer_id: int | None = None,
    **payload: Any,
) -> int:
    """Append one event inside the open write block and return its id; codes only, no words."""
    if not is_writing():
        raise RuntimeError("an event is appended inside the write block of its change")
    row = Event(
        kind=kind,
        pilot_id=pilot_id,
        brief_id=brief_id,
        customer_id=customer_id,
        actor_kind=actor.kind,
        actor_id=actor.id,
        payload=payload,
        at=now(),
    )
    db.session.add(row)
    db.session.flush()
    return row.id


def note_read(
    kind: str,
    *,
    actor: Actor,
    pilot_id: int | None,
    brief_id: int | None = None,
    customer_id: int | None = None,
) -> None:
    """Note that personal data was looked at or a link was used; only outside a write block."""
    with aside() as connection:
        connection.execute(
            insert(Event).values(
                kind=kind,
                pilot_id=pilot_id,
                brief_id=brief_id,
                customer_id=customer_id,
                actor_kind=actor.kind,
                actor_id=actor.id,
                payload={},
                schema_version=1,
                at=now(),
            )
        )


def keep_words(
    subject: str,
    subject_id: int,
    field: str,
    words: str,
    *,
    pilot_id: int,
    brief_id: int | None = None,
) -> None:
    """Keep the words of one field of one fact where erasure can reach them; empty ones are not."""
    if words:
        db.session.add(
            SideText(
                pilot_id=pilot_id,
                brief_id=brief_id,
                subject=subject,
                subject_id=subject_id,
                field=field,
                words=words,
            )
        )
