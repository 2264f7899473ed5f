"""Who asks: the customer, what identifies them, and the arm they were drawn into."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.extensions import Key, Model


class Customer(Model):
    """One person per pilot and address as typed, known by a keyed hash of it (living)."""

    __tablename__ = "customer"
    __table_args__ = (
        UniqueConstraint("pilot_id", "key_hash"),
        Index("uq_customer_invite_hash", "invite_hash", unique=True),
    )

    id: Mapped[int] = mapped_column(Key, primary_key=True)
    pilot_id: Mapped[int] = mapped_column(ForeignKey("pilot.id"))
    public_id: Mapped[str] = mapped_column(String(32), unique=True)
    key_hash: Mapped[str] = mapped_column(String(64))
    proven_at: Mapped[datetime | None]
    is_simulated: Mapped[bool] = mapped_column(default=False)
    is_test: Mapped[bool] = mapped_column(default=False)
    may_train: Mapped[bool] = mapped_column(default=False)
    cohort: Mapped[str | None] = mapped_column(String(80))
    invited_at: Mapped[datetime | None]
    invite_hash: Mapped[str | None] = mapped_column(String(64))
    erased_at: Mapped[datetime | None]
    created_at: Mapped[datetime]


class CustomerIdentity(Model):
    """Name and address of a customer (side)."""

    __tablename__ = "customer_identity"

    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id"), primary_key=True)
    pilot_id: Mapped[int] = mapped_column(ForeignKey("pilot.id"), index=True)
    name: Mapped[str | None] = mapped_column(Text)
    address: Mapped[str | None] = mapped_column(Text)
    erased_at: Mapped[datetime | None]


class Assignment(Model):
    """The arm a customer was drawn into, with its probability and hash; sticky (fact)."""

    __tablename__ = "assignment"
    __table_args__ = (UniqueConstraint("pilot_id", "customer_id"),)

    id: Mapped[int] = mapped_column(Key, primary_key=True)
    pilot_id: Mapped[int] = mapped_column(ForeignKey("pilot.id"))
    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id"))
    pilot_version_id: Mapped[int] = mapped_column(ForeignKey("pilot_version.id"))
    arm: Mapped[str] = mapped_column(String(16))
    probability: Mapped[float]
    hash: Mapped[str] = mapped_column(String(64))
    forced: Mapped[bool] = mapped_column(default=False)
    at: Mapped[datetime]


class CustomerFact(Model):
    """Something the team knew before the form, with the basis for using it (side)."""

    __tablename__ = "customer_fact"
    __table_args__ = (UniqueConstraint("customer_id", "key"),)

    id: Mapped[int] = mapped_column(Key, primary_key=True)
    pilot_id: Mapped[int] = mapped_column(ForeignKey("pilot.id"), index=True)
    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id"))
    key: Mapped[str] = mapped_column(String(40))
    value: Mapped[str | None] = mapped_column(Text)
    basis: Mapped[str] = mapped_column(String(200))
    at: Mapped[datetime]
    erased_at: Mapped[datetime | None]


class WaitingEntry(Model):
    """Somebody who waits until a pilot takes briefs again (side)."""

    __tablename__ = "waiting_entry"
    __table_args__ = (UniqueConstraint("pilot_id", "key_hash"),)

    id: Mapped[int] = mapped_column(Key, primary_key=True)
    pilot_id: Mapped[int] = mapped_column(ForeignKey("pilot.id"))
    key_hash: Mapped[str] = mapped_column(String(64))
    address: Mapped[str | None] = mapped_column(Text)
    at: Mapped[datetime]
    told_at: Mapped[datetime | None]
    erased_at: Mapped[datetime | None]


class Suppression(Model):
    """An address that wants no more invitations or reminders, by its keyed hash (living)."""

    __tablename__ = "suppression"
    __table_args__ = (UniqueConstraint("pilot_id", "key_hash"),)

    id: Mapped[int] = mapped_column(Key, primary_key=True)
    pilot_id: Mapped[int] = mapped_column(ForeignKey("pilot.id"))
    key_hash: Mapped[str] = mapped_column(String(64))
    reason: Mapped[str] = mapped_column(String(24))
    at: Mapped[datetime]
