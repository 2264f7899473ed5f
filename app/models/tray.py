"""The draft of a selection while a curator works on it."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.extensions import Json, Key, Model


class Tray(Model):
    """One brief's draft: letter, effort so far, version (living; words are personal)."""

    __tablename__ = "tray"

    brief_id: Mapped[int] = mapped_column(ForeignKey("brief.id"), primary_key=True)
    pilot_id: Mapped[int] = mapped_column(ForeignKey("pilot.id"), index=True)
    letter: Mapped[str] = mapped_column(Text, default="")
    version: Mapped[int] = mapped_column(default=1)
    opened_at: Mapped[datetime | None]
    first_pick_at: Mapped[datetime | None]
    read_seconds: Mapped[int] = mapped_column(default=0)
    search_seconds: Mapped[int] = mapped_column(default=0)
    write_seconds: Mapped[int] = mapped_column(default=0)
    active_until: Mapped[datetime | None]
    overrides: Mapped[dict[str, Any]] = mapped_column(Json, default=dict)
    shown_fields: Mapped[list[Any]] = mapped_column(Json, default=list)


class TrayPick(Model):
    """One draft pick in one place; positions are 1-based and unique in a tray (living)."""

    __tablename__ = "tray_pick"
    __table_args__ = (UniqueConstraint("brief_id", "item_id"),)

    id: Mapped[int] = mapped_column(Key, primary_key=True)
    pilot_id: Mapped[int] = mapped_column(ForeignKey("pilot.id"), index=True)
    brief_id: Mapped[int] = mapped_column(ForeignKey("brief.id"), index=True)
    position: Mapped[int]
    item_id: Mapped[int] = mapped_column(ForeignKey("item.id"))
    item_version_id: Mapped[int] = mapped_column(ForeignKey("item_version.id"))
    reason_code: Mapped[str | None] = mapped_column(String(40))
    reason: Mapped[str] = mapped_column(Text, default="")
    drivers: Mapped[list[Any]] = mapped_column(Json, default=list)
    fields: Mapped[dict[str, Any]] = mapped_column(Json, default=dict)
    search_id: Mapped[int | None] = mapped_column(ForeignKey("search.id"))
    added_at: Mapped[datetime]
    version: Mapped[int] = mapped_column(default=1)
