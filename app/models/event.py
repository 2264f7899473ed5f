"""The append-only log and the words that belong to its facts."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from app.extensions import Json, Key, Model


class Event(Model):
    """One line of the log; its payload holds codes and ids, never personal words (fact)."""

    __tablename__ = "event"
    __table_args__ = (
        Index(None, "pilot_id", "id"),
        Index(None, "brief_id", "id"),
        Index(None, "pilot_id", "kind", "id"),
    )

    id: Mapped[int] = mapped_column(Key, primary_key=True)
    pilot_id: Mapped[int | None] = mapped_column(ForeignKey("pilot.id"))
    brief_id: Mapped[int | None] = mapped_column(ForeignKey("brief.id"))
    customer_id: Mapped[int | None] = mapped_column(ForeignKey("customer.id"))
    kind: Mapped[str] = mapped_column(String(40))
    actor_kind: Mapped[str] = mapped_column(String(10))
    actor_id: Mapped[int | None]
    payload: Mapped[dict[str, Any]] = mapped_column(Json)
    schema_version: Mapped[int] = mapped_column(default=1)
    at: Mapped[datetime]


class SideText(Model):
    """Words of one field of one fact: reason, letter, comment, search words, note (side)."""

    __tablename__ = "side_text"
    __table_args__ = (Index(None, "subject", "subject_id"), Index(None, "brief_id"))

    id: Mapped[int] = mapped_column(Key, primary_key=True)
    pilot_id: Mapped[int] = mapped_column(ForeignKey("pilot.id"), index=True)
    brief_id: Mapped[int | None] = mapped_column(ForeignKey("brief.id"))
    subject: Mapped[str] = mapped_column(String(16))
    subject_id: Mapped[int] = mapped_column(Key)
    field: Mapped[str] = mapped_column(String(24))
    words: Mapped[str | None] = mapped_column(Text)
    erased_at: Mapped[datetime | None]
