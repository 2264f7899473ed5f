"""What must leave: written with the change that causes it, sent by the worker."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from app.extensions import Json, Key, Model


class OutboxRow(Model):
    """One mail to be rendered and sent; never a rendered text or a live link (living).

    States: waiting, sending, sent, failed, cancelled.
    """

    __tablename__ = "outbox"
    __table_args__ = (Index(None, "state", "due_at"), Index(None, "brief_id"))

    id: Mapped[int] = mapped_column(Key, primary_key=True)
    pilot_id: Mapped[int | None] = mapped_column(ForeignKey("pilot.id"), index=True)
    brief_id: Mapped[int | None] = mapped_column(ForeignKey("brief.id"))
    kind: Mapped[str] = mapped_column(String(40))
    ref: Mapped[dict[str, Any]] = mapped_column(Json)
    key: Mapped[str] = mapped_column(String(120), unique=True)
    state: Mapped[str] = mapped_column(String(12), default="waiting")
    due_at: Mapped[datetime]
    leased_until: Mapped[datetime | None]
    attempts: Mapped[int] = mapped_column(default=0)
    last_error: Mapped[str | None] = mapped_column(Text)
    message_id: Mapped[str | None] = mapped_column(String(120))
    created_at: Mapped[datetime]
    sent_at: Mapped[datetime | None]
