"""What reached the customer and what the customer did."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.extensions import Key, Model


class Delivery(Model):
    """The selection that reached the customer; attempt counts recalls (fact)."""

    __tablename__ = "delivery"
    __table_args__ = (UniqueConstraint("brief_id", "attempt"), Index(None, "pilot_id", "id"))

    id: Mapped[int] = mapped_column(Key, primary_key=True)
    pilot_id: Mapped[int] = mapped_column(ForeignKey("pilot.id"))
    brief_id: Mapped[int] = mapped_column(ForeignKey("brief.id"))
    selection_id: Mapped[int] = mapped_column(ForeignKey("selection.id"))
    attempt: Mapped[int] = mapped_column(default=1)
    released_by: Mapped[str] = mapped_column(String(8))
    staff_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    deviation: Mapped[str | None] = mapped_column(String(40))
    at: Mapped[datetime]


class Outcome(Model):
    """One thing the customer did; a changed answer is a further fact, the latest counts (fact).

    Kinds: opened, verdict, verdict_reason, took_set, closing, call_to_action,
    follow_up (question is `<follow-up>.<question>`).  `value` is a code;
    free words are side text.
    """

    __tablename__ = "outcome"
    __table_args__ = (Index(None, "pilot_id", "id"), Index(None, "brief_id", "kind", "id"))

    id: Mapped[int] = mapped_column(Key, primary_key=True)
    pilot_id: Mapped[int] = mapped_column(ForeignKey("pilot.id"))
    brief_id: Mapped[int] = mapped_column(ForeignKey("brief.id"))
    delivery_id: Mapped[int] = mapped_column(ForeignKey("delivery.id"))
    pick_id: Mapped[int | None] = mapped_column(ForeignKey("pick.id"))
    kind: Mapped[str] = mapped_column(String(20))
    question: Mapped[str | None] = mapped_column(String(40))
    value: Mapped[str | None] = mapped_column(String(80))
    source: Mapped[str] = mapped_column(String(12))
    window_closes_at: Mapped[datetime]
    at: Mapped[datetime]
