"""Who works here, and which role each person holds in which pilot."""

import secrets
from dataclasses import dataclass
from datetime import datetime

from email_validator import EmailNotValidError, validate_email
from sqlalchemy import ColumnElement, delete, select, update

from app import log
from app.accounts.passwords import check_new_password, hash_password
from app.accounts.sessions import end_all_sessions, normal_address
from app.clock import now
from app.database import writing
from app.exceptions import Conflict, Invalid, NotFound
from app.extensions import db
from app.lifecycle import Role
from app.log import SYSTEM, Actor
from app.models import Brief, Membership, Pilot, Staff


@dataclass(frozen=True, slots=True)
class Person:
    """A member of staff as lists show them."""

    id: int
    name: str
    email: str
    active: bool
    is_admin: bool
    created_at: datetime
    roles: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class TeamMember:
    """A person of one pilot with the roles they hold there."""

    id: int
    name: str
    email: str
    active: bool
    roles: tuple[Role, ...]
    on_shift: bool
    open_cap: int | None
    expertise: tuple[str, ...]


def add_staff(
    email: str, name: str, password: str, *, is_admin: bool = False, actor: Actor = SYSTEM
) -> int:
    """Add a member of staff and return their id."""
    address, name = checked_address(email), checked_name(name)
    check_new_password(password, about=(name, address))
    hashed = hash_password(password)
    with writing():
        staff_id = insert_staff(address, name, hashed, is_admin=is_admin)
        log.append("staff_added", actor=actor, pilot_id=None, staff=staff_id, admin=is_admin)
    return staff_id


def insert_staff(address: str, name: str, hashed: str, *, is_admin: bool = False) -> int:
    """Store a new account inside the open write block and return its id."""
    if db.session.scalar(select(Staff.id).where(Staff.email == address)) is not None:
        raise Conflict(f"{address} works here already.", field="email")
    staff = Staff(
        email=address,
        name=name,
        password=hashed,
        is_admin=is_admin,
        fs_uniquifier=secrets.token_hex(32),
        created_at=now(),
    )
    db.session.add(staff)
    db.session.flush()
    return staff.id


def list_staff() -> list[Person]:
    """Return everybody by name, with their roles as (pilot name, role)."""
    query = (
        select(Membership.staff_id, Pilot.name, Membership.role)
        .join(Pilot, Pilot.id == Membership.pilot_id)
        .order_by(Pilot.name, Membership.role)
    )
    roles: dict[int, list[tuple[str, str]]] = {}
    for staff_id, pilot, role in db.session.execute(query):
        roles.setdefault(staff_id, []).append((pilot, role))
    staff = db.session.scalars(select(Staff).order_by(Staff.name, Staff.id))
    return [
        Person(
            s.id, s.name, s.email, s.active, s.is_admin, s.created_at, tuple(roles.get(s.id, ()))
        )
        for s in staff
    ]


def disable_staff(email: str, *, actor: Actor = SYSTEM) -> None:
    """Shut a person out: their sessions end now and no password opens another."""
    address = normal_address(email)
    with writing():
        staff = db.session.scalar(select(Staff).where(Staff.email == address))
        if staff is None:
            raise NotFound(f"Nobody with the address {address} works here.")
        if actor == Actor.staff(staff.id):
            raise Conflict("You cannot shut yourself out. Ask another admin.")
        staff.active = False
        end_all_sessions(staff.id)
        log.append("staff_disabled", actor=actor, pilot_id=None, staff=staff.id)


def enable_staff(email: str, *, actor: Actor = SYSTEM) -> None:
    """Let a person in again who was shut out."""
    address = normal_address(email)
    with writing():
        staff = db.session.scalar(select(Staff).where(Staff.email == address))
        if staff is None:
            raise NotFound(f"Nobody with the address {address} works here.")
        staff.active = True
        log.append("staff_enabled", actor=actor, pilot_id=None, staff=staff.id)


def change_profile(staff_id: int, *, name: str, keys_on: bool) -> None:
    """Change one's own name and whether single-key shortcuts work."""
    if not name.strip():
        raise Invalid("Write your name.", field="name")
    with writing():
        values = {"name": name.strip()[:120], "keys_on": keys_on}
        db.session.execute(update(Staff).where(Staff.id == staff_id).values(**values))


def grant(pilot_id: int, staff_id: int, role: Role, *, actor: Actor) -> None:
    """Give a person a role in a pilot; giving it twice changes nothing."""
    with writing():
        held = select(Membership.id).where(*_held(pilot_id, staff_id, role))
        if db.session.scalar(held) is not None:
            return
        db.session.add(Membership(pilot_id=pilot_id, staff_id=staff_id, role=Role(role).value))
        log.append(
            "role_granted", actor=actor, pilot_id=pilot_id, staff=staff_id, role=Role(role).value
        )


def grant_by_address(pilot_id: int, email: str, role: Role, *, actor: Actor) -> str:
    """Give a role to the person with this address; return their name."""
    address = normal_address(email)
    staff = db.session.scalar(select(Staff).where(Staff.email == address, Staff.active.is_(True)))
    if staff is None:
        raise Invalid(
            "Nobody with this address works here yet. Send an invitation instead.", field="email"
        )
    grant(pilot_id, staff.id, role, actor=actor)
    return staff.name


def revoke(pilot_id: int, staff_id: int, role: Role, *, actor: Actor) -> None:
    """Take a role away; the last owner of a pilot keeps theirs."""
    with writing():
        if role is Role.OWNER and len(colleagues(pilot_id, Role.OWNER)) < 2:
            raise Conflict("A pilot keeps at least one owner. Name another one first.")
        gone = db.session.scalar(
            delete(Membership).where(*_held(pilot_id, staff_id, role)).returning(Membership.id)
        )
        if gone is not None:
            log.append(
                "role_revoked", actor=actor, pilot_id=pilot_id, staff=staff_id, role=role.value
            )


def team_of(pilot_id: int) -> list[TeamMember]:
    """Return the people of a pilot by name, each with their roles there."""
    query = (
        select(Staff, Membership.role)
        .join(Membership, Membership.staff_id == Staff.id)
        .where(Membership.pilot_id == pilot_id)
        .order_by(Staff.name, Staff.id)
    )
    people: dict[int, tuple[Staff, set[str]]] = {}
    for staff, role in db.session.execute(query):
        people.setdefault(staff.id, (staff, set()))[1].add(role)
    return [
        TeamMember(
            id=s.id,
            name=s.name,
            email=s.email,
            active=s.active,
            roles=tuple(r for r in Role if r.value in held),
            on_shift=s.on_shift,
            open_cap=s.open_cap,
            expertise=tuple(s.expertise),
        )
        for s, held in people.values()
    ]


def colleagues(pilot_id: int, *roles: Role) -> list[tuple[int, str]]:
    """Return id and name of the active people who hold one of the roles, by name."""
    wanted = [Role(role).value for role in roles or tuple(Role)]
    query = (
        select(Staff.id, Staff.name)
        .join(Membership, Membership.staff_id == Staff.id)
        .where(Membership.pilot_id == pilot_id, Membership.role.in_(wanted), Staff.active.is_(True))
        .distinct()
        .order_by(Staff.name, Staff.id)
    )
    return [(staff_id, name) for staff_id, name in db.session.execute(query)]


def name_of(staff_id: int) -> str:
    """Return a person's name."""
    return db.session.scalar(select(Staff.name).where(Staff.id == staff_id)) or "somebody"


def pilot_of_brief(brief_id: int) -> int | None:
    """Return which pilot a brief belongs to, or None when there is no such brief."""
    return db.session.scalar(select(Brief.pilot_id).where(Brief.id == brief_id))


def _held(pilot_id: int, staff_id: int, role: Role) -> tuple[ColumnElement[bool], ...]:
    return (
        Membership.pilot_id == pilot_id,
        Membership.staff_id == staff_id,
        Membership.role == Role(role).value,
    )


def checked_name(name: str) -> str:
    """Return a name as we store it; raise Invalid when there is none."""
    if not name.strip():
        raise Invalid("Write the person's name.", field="name")
    return name.strip()[:120]


def checked_address(email: str) -> str:
    """Return an address as we store it; raise Invalid when it is none."""
    try:
        validate_email(email.strip(), check_deliverability=False, test_environment=True)
    except EmailNotValidError as error:
        raise Invalid(f"This is no e-mail address: {error}", field="email") from error
    return normal_address(email)
