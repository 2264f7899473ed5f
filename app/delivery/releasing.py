"""Release what is due, early where a lead says so, and close what has matured."""

from sqlalchemy import func, select

from app import log
from app.catalogue.stock import take_from_stock
from app.clock import now
from app.database import writing
from app.delivery.afterwards import note_debriefs, plan_afterwards, plan_debrief
from app.exceptions import Conflict
from app.extensions import db
from app.lifecycle import Status
from app.log import Actor
from app.models import Brief, Delivery
from app.outbox import enqueue

EARLY = "released_early"


def release_due(limit: int = 50) -> int:
    """Release up to `limit` briefs whose time has come; return how many reached the customer."""
    due = (
        select(Brief.id)
        .where(
            Brief.status == Status.READY.value,
            Brief.release_at <= now(),
            Brief.is_frozen.is_(False),
        )
        .order_by(Brief.release_at, Brief.id)
        .limit(limit)
    )
    return sum(_release_one(brief_id) for brief_id in db.session.scalars(due).all())


def _release_one(brief_id: int) -> bool:
    moment = now()
    with writing():
        try:
            brief = log.move(
                brief_id,
                "released",
                actor=log.SYSTEM,
                guard=Brief.release_at <= moment,
                changes={"delivered_at": moment},
            )
        except Conflict:
            return False
        _deliver(brief, released_by="worker")
    return True


def release_early(brief_id: int, *, actor: Actor) -> None:
    """Release a ready brief now instead of at its time; the log keeps it as a deviation."""
    with writing():
        brief = log.move(
            brief_id,
            "released",
            actor=actor,
            changes={"delivered_at": now()},
            payload={"deviation": EARLY},
        )
        _deliver(brief, released_by="lead", staff_id=actor.id, deviation=EARLY)


def _deliver(
    brief: Brief,
    *,
    released_by: str,
    staff_id: int | None = None,
    deviation: str | None = None,
) -> None:
    if brief.selection_id is None:
        raise Conflict("There is nothing to deliver yet.")
    earlier = db.session.scalar(
        select(func.count(Delivery.id)).where(Delivery.brief_id == brief.id)
    )
    attempt = (earlier or 0) + 1
    db.session.add(
        Delivery(
            pilot_id=brief.pilot_id,
            brief_id=brief.id,
            selection_id=brief.selection_id,
            attempt=attempt,
            released_by=released_by,
            staff_id=staff_id,
            deviation=deviation,
            at=now(),
        )
    )
    if not brief.is_simulated:
        enqueue(
            "delivered",
            key=f"delivered:{brief.id}:{attempt}",
            due_at=now(),
            pilot_id=brief.pilot_id,
            brief_id=brief.id,
        )
    take_from_stock(brief)
    plan_afterwards(brief)


def close_due(limit: int = 200) -> int:
    """Close up to `limit` briefs whose outcome window has ended; return how much was done.

    A debrief that has left meanwhile is noted in the log.
    """
    due = (
        select(Brief.id)
        .where(
            Brief.status.in_([Status.DELIVERED.value, Status.ANSWERED.value]),
            Brief.window_closes_at <= now(),
        )
        .order_by(Brief.window_closes_at, Brief.id)
        .limit(limit)
    )
    closed = sum(_close_one(brief_id) for brief_id in db.session.scalars(due).all())
    return closed + note_debriefs()


def _close_one(brief_id: int) -> bool:
    with writing():
        try:
            brief = log.move(
                brief_id, "closed", actor=log.SYSTEM, guard=Brief.window_closes_at <= now()
            )
        except Conflict:
            return False
        plan_debrief(brief)
    return True
