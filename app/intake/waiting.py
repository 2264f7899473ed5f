"""The waiting list of a capped or paused pilot: an address, one mail in order, then forgotten."""

from datetime import datetime, timedelta

from email_validator import EmailNotValidError, validate_email
from sqlalchemy import exists, func, select, update

from app import log
from app.clock import now
from app.database import writing
from app.exceptions import Invalid, TooMany
from app.extensions import db
from app.intake.answers import LONGEST_ADDRESS
from app.intake.caps import lock_pilot, places_left
from app.intake.customers import address_hash
from app.intake.suppressions import is_suppressed
from app.log import SYSTEM, Actor
from app.models import Brief, Customer, Pilot, WaitingEntry
from app.outbox import enqueue
from app.pilots.info import PilotInfo
from app.pilots.services import definition_of, pilot_key

AT_MOST = 10_000
HELD_FOR = timedelta(days=1)
FORGOTTEN_AFTER = timedelta(days=7)
LIVE = "live"


def join_waiting(pilot: PilotInfo, address: str) -> None:
    """Put an address on the waiting list, once; the answer never tells whether it was there."""
    typed = _checked(address)
    key_hash = address_hash(pilot_key(pilot.id, "address"), typed)
    if is_suppressed(pilot.id, key_hash):
        return
    with writing():
        entry = db.session.scalar(
            select(WaitingEntry)
            .where(WaitingEntry.pilot_id == pilot.id, WaitingEntry.key_hash == key_hash)
            .with_for_update()
        )
        if entry is not None and entry.told_at is None and entry.erased_at is None:
            return
        if entry is None:
            if count_waiting(pilot.id) >= AT_MOST:
                raise TooMany("The waiting list is full too. Please look in again in some days.")
            entry = WaitingEntry(pilot_id=pilot.id, key_hash=key_hash)
            db.session.add(entry)
        entry.address, entry.at, entry.told_at, entry.erased_at = typed, now(), None, None
        log.append("waiting_joined", actor=Actor.customer(None), pilot_id=pilot.id)


def _checked(address: str) -> str:
    try:
        if len(address) > LONGEST_ADDRESS:
            raise EmailNotValidError("too long")
        return validate_email(address.strip(), check_deliverability=False).normalized
    except EmailNotValidError as error:
        raise Invalid(
            "This does not look like an e-mail address. It reads like name@example.org.",
            field="address",
        ) from error


def count_waiting(pilot_id: int) -> int:
    """Return how many wait to be told."""
    query = select(func.count(WaitingEntry.id)).where(
        WaitingEntry.pilot_id == pilot_id,
        WaitingEntry.told_at.is_(None),
        WaitingEntry.erased_at.is_(None),
    )
    return db.session.scalar(query) or 0


def tell_waiting(limit: int = 50) -> int:
    """Tell those who wait, in order, as far as places are free; return how many were told."""
    waiting = (
        select(WaitingEntry.pilot_id)
        .join(Pilot, Pilot.id == WaitingEntry.pilot_id)
        .where(
            WaitingEntry.told_at.is_(None),
            WaitingEntry.erased_at.is_(None),
            Pilot.status == LIVE,
        )
        .distinct()
    )
    return sum(_tell_pilot(pilot_id, limit) for pilot_id in db.session.scalars(waiting).all())


def _tell_pilot(pilot_id: int, limit: int) -> int:
    moment = now()
    if not _free(db.session.get_one(Pilot, pilot_id), moment, limit):
        return 0
    with writing():
        pilot = lock_pilot(pilot_id)
        if pilot is None or pilot.status != LIVE:
            return 0
        entries = db.session.scalars(
            select(WaitingEntry)
            .where(
                WaitingEntry.pilot_id == pilot_id,
                WaitingEntry.told_at.is_(None),
                WaitingEntry.erased_at.is_(None),
            )
            .order_by(WaitingEntry.at, WaitingEntry.id)
            .limit(_free(pilot, moment, limit))
        ).all()
        for entry in entries:
            entry.told_at = moment
            enqueue(
                "place_free",
                key=f"place_free:{entry.id}:{entry.at.isoformat()}",
                due_at=moment,
                pilot_id=pilot_id,
                waiting=entry.id,
            )
        if entries:
            log.append("waiting_told", actor=SYSTEM, pilot_id=pilot_id, count=len(entries))
    return len(entries)


def _free(pilot: Pilot, moment: datetime, limit: int) -> int:
    """Return how many may be told: places left, less those told of within a day and unused."""
    if pilot.current_version_id is None:
        return 0
    left = places_left(pilot.id, definition_of(pilot.current_version_id), moment)
    if left is None:
        return limit
    used = exists().where(
        Customer.pilot_id == WaitingEntry.pilot_id,
        Customer.key_hash == WaitingEntry.key_hash,
        Brief.customer_id == Customer.id,
        Brief.submitted_at >= WaitingEntry.told_at,
    )
    held = db.session.scalar(
        select(func.count(WaitingEntry.id)).where(
            WaitingEntry.pilot_id == pilot.id, WaitingEntry.told_at > moment - HELD_FOR, ~used
        )
    )
    return min(limit, max(0, left - (held or 0)))


def forget_told() -> int:
    """Empty the addresses of those who were told a week ago; return how many."""
    old = WaitingEntry.told_at < now() - FORGOTTEN_AFTER
    due = select(WaitingEntry.id).where(old, WaitingEntry.address.is_not(None)).limit(1)
    if db.session.scalar(due) is None:
        return 0
    with writing():
        emptied: int = db.session.execute(  # type: ignore[attr-defined]
            update(WaitingEntry)
            .where(old, WaitingEntry.address.is_not(None))
            .values(address=None, erased_at=now())
            .execution_options(synchronize_session=False)
        ).rowcount
    return emptied
