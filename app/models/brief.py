"""One wish: where it stands, what was answered, and the links that lead to it."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.extensions import Json, Key, Model


class Brief(Model):
    """One brief; only `app.log.moves` writes its status (living)."""

    __tablename__ = "brief"
    __table_args__ = (
        Index(None, "pilot_id", "status", "promised_at", "id"),
        Index(None, "status", "release_at"),
        Index(None, "owner_id", "status"),
    )

    id: Mapped[int] = mapped_column(Key, primary_key=True)
    pilot_id: Mapped[int] = mapped_column(ForeignKey("pilot.id"))
    public_id: Mapped[str] = mapped_column(String(32), unique=True)
    customer_id: Mapped[int | None] = mapped_column(ForeignKey("customer.id"), index=True)
    pilot_version_id: Mapped[int] = mapped_column(ForeignKey("pilot_version.id"))
    form_version_id: Mapped[int] = mapped_column(ForeignKey("form_version.id"))
    status: Mapped[str] = mapped_column(String(16))
    version: Mapped[int] = mapped_column(default=1)
    arm: Mapped[str | None] = mapped_column(String(16))
    sequence: Mapped[int | None]
    created_at: Mapped[datetime]
    changed_at: Mapped[datetime]
    submitted_at: Mapped[datetime | None]
    promised_at: Mapped[datetime | None]
    release_at: Mapped[datetime | None]
    delivered_at: Mapped[datetime | None]
    window_closes_at: Mapped[datetime | None]
    owner_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    claimed_at: Mapped[datetime | None]
    lease_until: Mapped[datetime | None]
    selection_id: Mapped[int | None] = mapped_column(ForeignKey("selection.id", use_alter=True))
    link_generation: Mapped[int] = mapped_column(default=1)
    is_test: Mapped[bool] = mapped_column(default=False)
    is_simulated: Mapped[bool] = mapped_column(default=False)
    is_frozen: Mapped[bool] = mapped_column(default=False)


class BriefAnswers(Model):
    """What the customer answered, consents and step included (side)."""

    __tablename__ = "brief_answers"

    brief_id: Mapped[int] = mapped_column(ForeignKey("brief.id"), primary_key=True)
    pilot_id: Mapped[int] = mapped_column(ForeignKey("pilot.id"), index=True)
    answers: Mapped[dict[str, Any] | None] = mapped_column(Json)
    consents: Mapped[dict[str, Any]] = mapped_column(Json, default=dict)
    version: Mapped[int] = mapped_column(default=1)
    erased_at: Mapped[datetime | None]


class CustomerLink(Model):
    """A capability link to one brief: only the hash of its token is stored (living).

    `kind` is `screen` (shown after submitting) or `mail` (its use proves the address).
    """

    __tablename__ = "customer_link"
    __table_args__ = (UniqueConstraint("brief_id", "kind", "generation"),)

    id: Mapped[int] = mapped_column(Key, primary_key=True)
    pilot_id: Mapped[int] = mapped_column(ForeignKey("pilot.id"), index=True)
    brief_id: Mapped[int] = mapped_column(ForeignKey("brief.id"))
    kind: Mapped[str] = mapped_column(String(8))
    generation: Mapped[int]
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    created_at: Mapped[datetime]
    revoked_at: Mapped[datetime | None]
