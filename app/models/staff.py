"""People who work here: accounts, sessions, roles per pilot, failed sign-ins (living)."""

from datetime import datetime
from typing import Any

from flask_security import UserMixin
from sqlalchemy import ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.extensions import Json, Key, Model


class Staff(Model, UserMixin):
    """One member of staff; `fs_uniquifier` changes with the password (living)."""

    __tablename__ = "staff"

    id: Mapped[int] = mapped_column(Key, primary_key=True)
    email: Mapped[str] = mapped_column(String(255), unique=True)
    name: Mapped[str] = mapped_column(String(120))
    password: Mapped[str] = mapped_column(String(255))
    active: Mapped[bool] = mapped_column(default=True)
    is_admin: Mapped[bool] = mapped_column(default=False)
    is_program: Mapped[bool] = mapped_column(default=False)
    fs_uniquifier: Mapped[str] = mapped_column(String(64), unique=True)
    keys_on: Mapped[bool] = mapped_column(default=True)
    on_shift: Mapped[bool] = mapped_column(default=True)
    open_cap: Mapped[int | None]
    expertise: Mapped[list[Any]] = mapped_column(Json, default=list)
    created_at: Mapped[datetime]


class StaffSession(Model):
    """One signed-in browser; the cookie holds the id and a secret, we hold its hash (living)."""

    __tablename__ = "staff_session"

    id: Mapped[int] = mapped_column(Key, primary_key=True)
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"), index=True)
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]


class Membership(Model):
    """One role of one person in one pilot (living)."""

    __tablename__ = "membership"
    __table_args__ = (UniqueConstraint("pilot_id", "staff_id", "role"),)

    id: Mapped[int] = mapped_column(Key, primary_key=True)
    pilot_id: Mapped[int] = mapped_column(ForeignKey("pilot.id"))
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"), index=True)
    role: Mapped[str] = mapped_column(String(16))


class SignInFailure(Model):
    """A sign-in that failed, counted per keyed hash of the address (living)."""

    __tablename__ = "sign_in_failure"
    __table_args__ = (Index(None, "key_hash", "at"),)

    id: Mapped[int] = mapped_column(Key, primary_key=True)
    key_hash: Mapped[str] = mapped_column(String(64))
    at: Mapped[datetime]


class StaffInvite(Model):
    """An invitation to join, by mail or by link: only the hash of its token is stored (living)."""

    __tablename__ = "staff_invite"

    id: Mapped[int] = mapped_column(Key, primary_key=True)
    pilot_id: Mapped[int] = mapped_column(ForeignKey("pilot.id"), index=True)
    email: Mapped[str | None] = mapped_column(String(255))
    roles: Mapped[list[Any]] = mapped_column(Json, default=list)
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    invited_by: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]
    revoked_at: Mapped[datetime | None]
