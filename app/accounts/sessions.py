"""Staff sessions: a row made at sign-in, checked at each request, ended for good at sign-out."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, func, select, update

from app import log
from app.accounts.passwords import (
    check_new_password,
    hash_password,
    keyed_hash,
    needs_new_hash,
    password_fits,
)
from app.clock import now
from app.database import writing
from app.exceptions import Invalid, TooMany
from app.extensions import db
from app.lifecycle import Role
from app.log import Actor
from app.models import Membership, SignInFailure, Staff, StaffSession
from app.web.current import Member

LIFE = timedelta(hours=12)
FAILURES_ALLOWED = 10
FAILURES_WITHIN = timedelta(minutes=15)
WRONG = "This address and this password do not belong together."


@dataclass(frozen=True, slots=True)
class SignedIn:
    """A new session: its id and the secret that only the cookie holds."""

    session_id: int
    secret: str
    staff_id: int


@dataclass(frozen=True, slots=True)
class OpenSession:
    """One of a person's sessions that still lasts."""

    id: int
    since: datetime
    until: datetime


def sign_in(email: str, password: str) -> SignedIn:
    """Open a session for who knows the password; count and refuse everybody else."""
    address = normal_address(email)
    key = keyed_hash("sign-in", address)
    if _failures(key) >= FAILURES_ALLOWED:
        raise TooMany("Too many tries for this address. Wait a quarter of an hour, then try again.")
    staff = db.session.scalar(select(Staff).where(Staff.email == address))
    may_enter = staff is not None and staff.active and not staff.is_program
    stored = staff.password if staff is not None and may_enter else None
    if not password_fits(password, stored) or staff is None:
        _note_failure(key)
        raise Invalid(WRONG)
    fresh = hash_password(password) if needs_new_hash(staff.password) else None
    return _open(staff.id, key, fresh)


def sign_out(session_id: int) -> None:
    """End a session for good: its cookie opens nothing any more."""
    with writing():
        staff_id = db.session.scalar(
            update(StaffSession)
            .where(StaffSession.id == session_id, StaffSession.ended_at.is_(None))
            .values(ended_at=now())
            .returning(StaffSession.staff_id)
        )
        if staff_id is not None:
            log.append("signed_out", actor=Actor.staff(staff_id), pilot_id=None)


def end_session(session_id: int, *, of_staff: int) -> None:
    """End one of a person's own sessions; somebody else's is left alone."""
    owner = db.session.scalar(select(StaffSession.staff_id).where(StaffSession.id == session_id))
    if owner == of_staff:
        sign_out(session_id)


def end_all_sessions(staff_id: int, *, but: int | None = None) -> None:
    """End every session of a person, inside the write block of what caused it."""
    db.session.execute(
        update(StaffSession)
        .where(
            StaffSession.staff_id == staff_id,
            StaffSession.ended_at.is_(None),
            StaffSession.id != (but or 0),
        )
        .values(ended_at=now())
    )


def find_session(session_id: int, token: str) -> Member | None:
    """Return who a cookie's session belongs to, with their roles; None when it has ended."""
    query = (
        select(Staff, Membership.pilot_id, Membership.role)
        .join(StaffSession, StaffSession.staff_id == Staff.id)
        .outerjoin(Membership, Membership.staff_id == Staff.id)
        .where(
            StaffSession.id == session_id,
            StaffSession.token_hash == _hash(token),
            StaffSession.ended_at.is_(None),
            StaffSession.expires_at > now(),
            Staff.active.is_(True),
        )
    )
    rows = db.session.execute(query).all()
    if not rows:
        return None
    roles: dict[int, set[Role]] = {}
    for _, pilot_id, role in rows:
        if pilot_id is not None:
            roles.setdefault(pilot_id, set()).add(Role(role))
    staff: Staff = rows[0][0]
    return Member(
        id=staff.id,
        name=staff.name,
        email=staff.email,
        is_admin=staff.is_admin,
        keys_on=staff.keys_on,
        on_shift=staff.on_shift,
        session_id=session_id,
        roles={pilot_id: frozenset(held) for pilot_id, held in roles.items()},
    )


def open_sessions(staff_id: int) -> list[OpenSession]:
    """Return a person's sessions that still last, the newest first."""
    query = (
        select(StaffSession)
        .where(
            StaffSession.staff_id == staff_id,
            StaffSession.ended_at.is_(None),
            StaffSession.expires_at > now(),
        )
        .order_by(StaffSession.created_at.desc(), StaffSession.id.desc())
    )
    return [OpenSession(s.id, s.created_at, s.expires_at) for s in db.session.scalars(query)]


def change_password(staff_id: int, old: str, new: str, *, session_id: int) -> None:
    """Change one's own password; every other session of this person ends."""
    staff = db.session.get_one(Staff, staff_id)
    key = keyed_hash("change-password", str(staff_id))
    if _failures(key) >= FAILURES_ALLOWED:
        raise TooMany("Too many tries. Wait a quarter of an hour, then try again.")
    if not password_fits(old, staff.password):
        _note_failure(key)
        raise Invalid("This is not your present password.", field="old")
    check_new_password(new, about=(staff.name, staff.email))
    hashed = hash_password(new)
    with writing():
        values = {"password": hashed, "fs_uniquifier": secrets.token_hex(32)}
        db.session.execute(update(Staff).where(Staff.id == staff_id).values(**values))
        end_all_sessions(staff_id, but=session_id)
        log.append("password_changed", actor=Actor.staff(staff_id), pilot_id=None)


def normal_address(email: str) -> str:
    """Return an address as we store it: no space around it, small letters."""
    return email.strip().casefold()


def _open(staff_id: int, failure_key: str, fresh_hash: str | None) -> SignedIn:
    secret = secrets.token_urlsafe(32)
    with writing():
        staff = db.session.get(Staff, staff_id, populate_existing=True)
        if staff is None or not staff.active:
            raise Invalid(WRONG)
        if fresh_hash is not None:
            staff.password = fresh_hash
        db.session.execute(delete(SignInFailure).where(SignInFailure.key_hash == failure_key))
        row = StaffSession(
            staff_id=staff_id,
            token_hash=_hash(secret),
            created_at=now(),
            expires_at=now() + LIFE,
        )
        db.session.add(row)
        db.session.flush()
        log.append("signed_in", actor=Actor.staff(staff_id), pilot_id=None)
    return SignedIn(row.id, secret, staff_id)


def _failures(key: str) -> int:
    since = now() - FAILURES_WITHIN
    query = select(func.count()).where(SignInFailure.key_hash == key, SignInFailure.at > since)
    return db.session.scalar(query) or 0


def _note_failure(key: str) -> None:
    with writing():
        old = delete(SignInFailure).where(SignInFailure.at < now() - FAILURES_WITHIN)
        db.session.execute(old)
        db.session.add(SignInFailure(key_hash=key, at=now()))


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
