"""Invitations to join a pilot's team: by mail or by link, for a week, used once."""

import secrets
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, and_, func, select, update

from app import log
from app.accounts.passwords import check_new_password, hash_password
from app.accounts.people import checked_address, checked_name, grant, insert_staff
from app.clock import now
from app.database import writing
from app.exceptions import Conflict, Gone, Invalid, NotFound, TooMany
from app.extensions import db
from app.lifecycle import Role
from app.log import Actor
from app.models import Pilot, Staff, StaffInvite
from app.outbox import enqueue
from app.web.tokens import hash_token, known_token, new_token

LASTS = timedelta(days=7)
OPEN_AT_MOST = 50
PURPOSE = "staff invitation"
UNKNOWN = "This invitation leads nowhere. Please copy the whole link."


@dataclass(frozen=True, slots=True)
class Invite:
    """An invitation that is still open, as the team page lists it."""

    id: int
    email: str | None
    roles: tuple[Role, ...]
    inviter: str
    created_at: datetime
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class Offer:
    """What an open invitation offers to who follows its link."""

    id: int
    pilot_id: int
    pilot_name: str
    slug: str
    email: str | None
    roles: tuple[Role, ...]
    inviter: str
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class InviteMail:
    """What the mail of an invitation needs."""

    pilot_id: int
    email: str
    token: str
    inviter: str
    expires_at: datetime


def invite_staff(
    pilot_id: int, roles: Collection[Role], *, actor: Actor, email: str | None = None
) -> str:
    """Invite somebody to a pilot and return the link's token; with an address, mail it there.

    An earlier open invitation of the same address ends.
    """
    if not roles:
        raise Invalid("Choose at least one role.", field="roles")
    address = checked_address(email) if email else None
    with writing():
        if _count_open(pilot_id) >= OPEN_AT_MOST:
            raise TooMany("Fifty invitations are open already. Revoke those you no longer need.")
        if address:
            _revoke_where(StaffInvite.pilot_id == pilot_id, StaffInvite.email == address)
        row = _insert(pilot_id, roles, address, actor)
        token = new_token(PURPOSE, _subject(row))
        row.token_hash = hash_token(token)
        if address:
            enqueue(
                "staff_invite",
                key=f"staff_invite:{row.id}",
                due_at=now(),
                pilot_id=pilot_id,
                invite=row.id,
            )
        log.append(
            "staff_invited",
            actor=actor,
            pilot_id=pilot_id,
            invite=row.id,
            roles=row.roles,
            by="mail" if address else "link",
        )
    return token


def _insert(
    pilot_id: int, roles: Collection[Role], address: str | None, actor: Actor
) -> StaffInvite:
    moment = now()
    row = StaffInvite(
        pilot_id=pilot_id,
        email=address,
        roles=[role.value for role in Role if role in roles],
        token_hash=secrets.token_hex(32),  # until the id is known, from which the token derives
        invited_by=actor.id if actor.kind == "staff" else None,
        created_at=moment,
        expires_at=moment + LASTS,
    )
    db.session.add(row)
    db.session.flush()
    return row


def _subject(row: StaffInvite) -> str:
    return f"{row.id}:{row.created_at.isoformat()}"


def _is_open() -> ColumnElement[bool]:
    return and_(
        StaffInvite.used_at.is_(None),
        StaffInvite.revoked_at.is_(None),
        StaffInvite.expires_at > now(),
    )


def _count_open(pilot_id: int) -> int:
    query = select(func.count(StaffInvite.id)).where(StaffInvite.pilot_id == pilot_id, _is_open())
    return db.session.scalar(query) or 0


def open_invites(pilot_id: int) -> list[Invite]:
    """Return a pilot's open invitations, the newest first."""
    query = (
        select(StaffInvite, Staff.name)
        .outerjoin(Staff, Staff.id == StaffInvite.invited_by)
        .where(StaffInvite.pilot_id == pilot_id, _is_open())
        .order_by(StaffInvite.id.desc())
    )
    return [
        Invite(
            row.id,
            row.email,
            tuple(Role(role) for role in row.roles),
            inviter or "an admin",
            row.created_at,
            row.expires_at,
        )
        for row, inviter in db.session.execute(query)
    ]


def revoke_invite(pilot_id: int, invite_id: int, *, actor: Actor) -> None:
    """End an open invitation: its link opens nothing any more."""
    with writing():
        if not _revoke_where(StaffInvite.pilot_id == pilot_id, StaffInvite.id == invite_id):
            raise Conflict("This invitation has ended already.")
        log.append("staff_invite_revoked", actor=actor, pilot_id=pilot_id, invite=invite_id)


def _revoke_where(*which: ColumnElement[bool]) -> int:
    statement = update(StaffInvite).where(*which, _is_open()).values(revoked_at=now())
    done: int = db.session.execute(  # type: ignore[attr-defined]
        statement.execution_options(synchronize_session=False)
    ).rowcount
    return done


def invite_mail(invite_id: int) -> InviteMail | None:
    """Return what the mail of an invitation needs, or None once it has ended."""
    row = db.session.scalar(select(StaffInvite).where(StaffInvite.id == invite_id, _is_open()))
    if row is None or row.email is None:
        return None
    token = known_token(PURPOSE, _subject(row), row.token_hash)
    if token is None:
        return None
    inviter = db.session.scalar(select(Staff.name).where(Staff.id == row.invited_by))
    return InviteMail(row.pilot_id, row.email, token, inviter or "The team", row.expires_at)


def open_offer(token: str) -> Offer:
    """Return what a link offers; raise NotFound, or Gone once it has ended."""
    found = db.session.execute(
        select(StaffInvite, Pilot.name, Pilot.slug, Staff.name)
        .join(Pilot, Pilot.id == StaffInvite.pilot_id)
        .outerjoin(Staff, Staff.id == StaffInvite.invited_by)
        .where(StaffInvite.token_hash == hash_token(token))
    ).first()
    if found is None:
        raise NotFound(UNKNOWN)
    row, pilot_name, slug, inviter = found
    if row.used_at is not None:
        raise Gone("This invitation was used already. Sign in, or ask for another one.")
    if row.revoked_at is not None or row.expires_at <= now():
        raise Gone("This invitation has ended. Ask whoever sent it for another one.")
    roles = tuple(Role(role) for role in row.roles)
    return Offer(
        row.id,
        row.pilot_id,
        pilot_name,
        slug,
        row.email,
        roles,
        inviter or "The team",
        row.expires_at,
    )


def join_as_new(token: str, *, name: str, email: str, password: str) -> int:
    """Make an account with the roles an invitation offers; return its id.

    An invitation by mail is for its address; by link, whoever holds it says their own.
    """
    offer = open_offer(token)
    address, name = checked_address(offer.email or email), checked_name(name)
    check_new_password(password, about=(name, address))
    hashed = hash_password(password)
    with writing():
        _use(offer)
        staff_id = insert_staff(address, name, hashed)
        actor = Actor.staff(staff_id)
        log.append("staff_added", actor=actor, pilot_id=None, staff=staff_id, invite=offer.id)
        _give(offer, staff_id)
    return staff_id


def join_as(token: str, staff_id: int) -> Offer:
    """Add the roles an invitation offers to somebody who works here already."""
    offer = open_offer(token)
    with writing():
        _use(offer)
        _give(offer, staff_id)
    return offer


def _use(offer: Offer) -> None:
    statement = update(StaffInvite).where(StaffInvite.id == offer.id, _is_open())
    used = db.session.execute(
        statement.values(used_at=now()).execution_options(synchronize_session=False)
    )
    if not used.rowcount:  # type: ignore[attr-defined]
        raise Gone("This invitation was used already. Sign in, or ask for another one.")


def _give(offer: Offer, staff_id: int) -> None:
    actor = Actor.staff(staff_id)
    for role in offer.roles:
        grant(offer.pilot_id, staff_id, role, actor=actor)
    log.append("staff_joined", actor=actor, pilot_id=offer.pilot_id, invite=offer.id)
