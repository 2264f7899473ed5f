"""The only writer of `brief.status`: a guarded UPDATE and its event in one write block."""

from typing import Any

from sqlalchemy import ColumnElement, update

from app.clock import now
from app.exceptions import Conflict, NotFound
from app.extensions import db
from app.lifecycle import MOVES
from app.log.actors import Actor
from app.log.events import append
from app.models import Brief


def move(
    brief_id: int,
    name: str,
    *,
    actor: Actor,
    guard: ColumnElement[bool] | None = None,
    changes: dict[str, Any] | None = None,
    payload: dict[str, Any] | None = None,
) -> Brief:
    """Move a brief as `app.lifecycle.MOVES` allows; raise Conflict when it stands elsewhere.

    `guard` narrows the UPDATE further (owner, lease, version); `changes` are the columns that go
    with the move.  Inside a write block only: the caller's facts and outbox rows share its commit.
    """
    rule = MOVES[name]
    db.session.flush()
    statement = update(Brief).where(
        Brief.id == brief_id, Brief.status.in_([status.value for status in rule.sources])
    )
    if guard is not None:
        statement = statement.where(guard)
    values = {
        **(changes or {}),
        "status": rule.target.value,
        "version": Brief.version + 1,
        "changed_at": now(),
    }
    statement = statement.values(**values).execution_options(synchronize_session=False)
    moved = db.session.execute(statement).rowcount  # type: ignore[attr-defined]
    db.session.expire_all()
    brief = db.session.get(Brief, brief_id)
    if brief is None:
        raise NotFound("This brief does not exist.")
    if not moved:
        raise Conflict("This brief has moved on meanwhile.")
    append(
        name,
        actor=actor,
        pilot_id=brief.pilot_id,
        brief_id=brief_id,
        customer_id=brief.customer_id,
        **(payload or {}),
    )
    return brief
