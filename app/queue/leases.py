"""Who works on a brief and for how long: claims are leases, evaluated in the query."""

from collections.abc import Collection
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, and_, func, or_, select, update

from app import log
from app.clock import now
from app.database import writing
from app.exceptions import Conflict, Invalid, NotFound
from app.extensions import db
from app.lifecycle import Arm, Role, Status
from app.log import Actor
from app.models import Brief, Membership, Staff, Tray

LEASE = timedelta(minutes=10)


def take_next(pilot_ids: Collection[int], *, actor: Actor) -> int | None:
    """Claim the most urgent free brief of these pilots for exactly one curator; None if none.

    Raise Conflict for who is off shift, or holds as many open briefs as they may.
    """
    with writing():
        _refuse_off_shift(actor)
        _refuse_at_cap(actor)
        candidate = (
            select(Brief.id)
            .where(Brief.pilot_id.in_(pilot_ids), _free(now()))
            .order_by(Brief.promised_at, Brief.id)
            .limit(1)
            .with_for_update(skip_locked=True)
        )
        brief_id = db.session.scalar(candidate)
        if brief_id is not None:
            _claim(brief_id, actor)
        return brief_id


def claim(brief_id: int, *, actor: Actor) -> None:
    """Claim this very brief; raise Conflict naming the holder when somebody was quicker."""
    with writing():
        brief = db.session.get(Brief, brief_id, with_for_update=True)
        if brief is None:
            raise NotFound("This brief does not exist.")
        if brief.owner_id == actor.id and brief.status == Status.CLAIMED:
            renew_lease(brief_id, actor=actor)
            return
        if not db.session.scalar(select(_free(now())).where(Brief.id == brief_id)):
            raise Conflict(_who_holds(brief))
        _refuse_at_cap(actor)
        _claim(brief_id, actor)


def _refuse_off_shift(actor: Actor) -> None:
    on_shift = db.session.scalar(select(Staff.on_shift).where(Staff.id == actor.id))
    if on_shift is False:
        raise Conflict("You are off shift. Go on shift, and the next brief is yours.")


def _refuse_at_cap(actor: Actor) -> None:
    """Refuse a further brief at the cap; the row is locked so that two presses count as two."""
    cap = db.session.scalar(
        select(Staff.open_cap).where(Staff.id == actor.id).with_for_update(key_share=True)
    )
    if cap is None:
        return
    held = db.session.scalar(
        select(func.count(Brief.id)).where(
            Brief.owner_id == actor.id,
            Brief.status.in_([Status.CLAIMED.value, Status.ASKING.value]),
        )
    )
    if (held or 0) >= cap:
        words = "one open brief, which is" if cap == 1 else f"{cap} open briefs, which is"
        raise Conflict(f"You hold {words} as many as agreed. Send or put back one first.")


def _free(moment: datetime) -> ColumnElement[bool]:
    return and_(
        Brief.arm == Arm.HAND.value,
        Brief.is_frozen.is_(False),
        or_(
            Brief.status == Status.WAITING.value,
            and_(Brief.status == Status.CLAIMED.value, Brief.lease_until < moment),
        ),
    )


def _claim(brief_id: int, actor: Actor) -> None:
    moment = now()
    brief = db.session.get(Brief, brief_id)
    if brief is not None and brief.status == Status.CLAIMED:
        log.move(
            brief_id,
            "lapsed",
            actor=log.SYSTEM,
            guard=Brief.lease_until < moment,
            changes={"owner_id": None, "lease_until": None},
            payload={"held_by": brief.owner_id},
        )
    brief = log.move(
        brief_id,
        "claimed",
        actor=actor,
        guard=_free(moment),
        changes={"owner_id": actor.id, "claimed_at": moment, "lease_until": moment + LEASE},
    )
    _open_tray(brief, moment)


def _open_tray(brief: Brief, moment: datetime) -> None:
    tray = db.session.get(Tray, brief.id)
    if tray is None:
        db.session.add(
            Tray(brief_id=brief.id, pilot_id=brief.pilot_id, opened_at=moment, active_until=moment)
        )
    elif tray.opened_at is None:
        tray.opened_at = tray.active_until = moment


def put_back(brief_id: int, *, actor: Actor, reason: str = "") -> None:
    """Give a brief back to the queue; the draft stays for whoever takes it next."""
    with writing():
        _moved_by_holder(brief_id, "put_back", actor, {"owner_id": None, "lease_until": None})
        _keep_reason(brief_id, "put_back_reason", actor, reason)


def hand_over(brief_id: int, *, actor: Actor, to: int, reason: str = "") -> None:
    """Hand a brief over to a colleague who may curate in this pilot."""
    with writing():
        brief = db.session.get(Brief, brief_id)
        if brief is None or not _may_curate(brief.pilot_id, to):
            raise Invalid("Choose a colleague who curates in this pilot.", field="to")
        changes = {"owner_id": to, "claimed_at": now(), "lease_until": now() + LEASE}
        _moved_by_holder(brief_id, "handed_over", actor, changes)
        _keep_reason(brief_id, "handed_over_reason", actor, reason, to=to)


def take_over(brief_id: int, *, actor: Actor, reason: str) -> None:
    """Take a brief over from its holder; a lead's right, always with a reason."""
    if not reason.strip():
        raise Invalid("Say why you take it over: the log keeps it.", field="reason")
    with writing():
        brief = db.session.get(Brief, brief_id)
        held_by = brief.owner_id if brief else None
        changes = {"owner_id": actor.id, "claimed_at": now(), "lease_until": now() + LEASE}
        log.move(brief_id, "taken_over", actor=actor, changes=changes, payload={"from": held_by})
        _keep_reason(brief_id, "taken_over_reason", actor, reason, held_by=held_by)


def _moved_by_holder(brief_id: int, name: str, actor: Actor, changes: dict[str, object]) -> None:
    try:
        log.move(brief_id, name, actor=actor, guard=Brief.owner_id == actor.id, changes=changes)
    except Conflict as conflict:
        raise Conflict(_who_holds(db.session.get(Brief, brief_id))) from conflict


def _keep_reason(
    brief_id: int, kind: str, actor: Actor, reason: str, **payload: int | None
) -> None:
    if not reason.strip():
        return
    brief = db.session.get(Brief, brief_id)
    pilot_id = brief.pilot_id if brief else 0
    event_id = log.append(kind, actor=actor, pilot_id=pilot_id, brief_id=brief_id, **payload)
    log.keep_words(
        "event", event_id, "reason", reason.strip(), pilot_id=pilot_id, brief_id=brief_id
    )


def _may_curate(pilot_id: int, staff_id: int) -> bool:
    query = (
        select(Membership.id)
        .join(Staff, Staff.id == Membership.staff_id)
        .where(
            Membership.pilot_id == pilot_id,
            Membership.staff_id == staff_id,
            Membership.role.in_([Role.CURATOR.value, Role.LEAD.value]),
            Staff.active.is_(True),
        )
    )
    return db.session.scalar(query.limit(1)) is not None


def renew_lease(brief_id: int, *, actor: Actor) -> datetime:
    """Renew the holder's lease and return its end; raise Conflict for everybody else.

    A lease that lapsed while nobody else took the brief is simply renewed.
    """
    until = now() + LEASE
    with writing():
        statement = (
            update(Brief)
            .where(
                Brief.id == brief_id,
                Brief.status == Status.CLAIMED.value,
                Brief.owner_id == actor.id,
            )
            .values(lease_until=until)
            .execution_options(synchronize_session="fetch")
        )
        if not db.session.execute(statement).rowcount:  # type: ignore[attr-defined]
            raise Conflict(_who_holds(db.session.get(Brief, brief_id)))
    return until


def require_holder(brief_id: int, *, actor: Actor) -> Brief:
    """Return the brief locked for its holder, lease renewed; Conflict names who holds it."""
    renew_lease(brief_id, actor=actor)
    brief = db.session.get(Brief, brief_id)
    if brief is None:
        raise NotFound("This brief does not exist.")
    return brief


def _who_holds(brief: Brief | None) -> str:
    if brief is None:
        return "This brief does not exist."
    if brief.status == Status.CLAIMED and brief.owner_id is not None:
        name = db.session.scalar(select(Staff.name).where(Staff.id == brief.owner_id))
        return f"{name} is working on this brief now. Your draft was kept."
    if brief.status == Status.WAITING:
        return "This brief is back in the queue. Take it again to go on; the draft was kept."
    return "This brief has moved on: it is no longer being worked on."
