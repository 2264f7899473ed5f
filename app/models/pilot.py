"""A pilot, its published versions and its keys."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, LargeBinary, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.extensions import Key, Model


class Pilot(Model):
    """One service under test; status is draft, live, paused or closed (living)."""

    __tablename__ = "pilot"

    id: Mapped[int] = mapped_column(Key, primary_key=True)
    slug: Mapped[str] = mapped_column(String(40), unique=True)
    name: Mapped[str] = mapped_column(String(400))
    status: Mapped[str] = mapped_column(String(16), default="draft")
    salt: Mapped[str] = mapped_column(String(64))
    current_version_id: Mapped[int | None] = mapped_column(
        ForeignKey("pilot_version.id", use_alter=True)
    )
    current_form_id: Mapped[int | None] = mapped_column(
        ForeignKey("form_version.id", use_alter=True)
    )
    catalogue_version: Mapped[int] = mapped_column(default=0)
    is_demo: Mapped[bool] = mapped_column(default=False)
    frozen_hash: Mapped[str | None] = mapped_column(String(64))
    frozen_at: Mapped[datetime | None]
    created_at: Mapped[datetime]
    version: Mapped[int] = mapped_column(default=1)


class PilotVersion(Model):
    """A published pilot file with its hash (fact)."""

    __tablename__ = "pilot_version"
    __table_args__ = (UniqueConstraint("pilot_id", "number"),)

    id: Mapped[int] = mapped_column(Key, primary_key=True)
    pilot_id: Mapped[int] = mapped_column(ForeignKey("pilot.id"))
    number: Mapped[int]
    definition: Mapped[dict[str, Any]]
    fingerprint: Mapped[str] = mapped_column(String(64))
    published_at: Mapped[datetime]
    published_by: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))


class FormVersion(Model):
    """A published intake form, made only when the form changed (fact)."""

    __tablename__ = "form_version"
    __table_args__ = (UniqueConstraint("pilot_id", "number"),)

    id: Mapped[int] = mapped_column(Key, primary_key=True)
    pilot_id: Mapped[int] = mapped_column(ForeignKey("pilot.id"))
    number: Mapped[int]
    form: Mapped[dict[str, Any]]
    fingerprint: Mapped[str] = mapped_column(String(64))
    published_at: Mapped[datetime]


class PilotKey(Model):
    """A secret of one pilot and purpose (address, pseudonym); deleting it makes data anonymous.

    Living, kept apart from what it keys.
    """

    __tablename__ = "pilot_key"
    __table_args__ = (UniqueConstraint("pilot_id", "purpose"),)

    id: Mapped[int] = mapped_column(Key, primary_key=True)
    pilot_id: Mapped[int] = mapped_column(ForeignKey("pilot.id"))
    purpose: Mapped[str] = mapped_column(String(16))
    secret: Mapped[bytes] = mapped_column(LargeBinary(32))


class PilotDraft(Model):
    """What the builder holds before it is published; it may still be incomplete (living)."""

    __tablename__ = "pilot_draft"

    pilot_id: Mapped[int] = mapped_column(ForeignKey("pilot.id"), primary_key=True)
    document: Mapped[dict[str, Any]]
    version: Mapped[int] = mapped_column(default=1)
    changed_at: Mapped[datetime]
    changed_by: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
