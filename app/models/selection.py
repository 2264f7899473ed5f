"""The decision log: searches, looks, selections and picks."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.extensions import Json, Key, Model


class Search(Model):
    """A settled search and the items it listed, in rank order (fact; its words are side text)."""

    __tablename__ = "search"
    __table_args__ = (Index(None, "pilot_id", "id"), Index(None, "brief_id", "id"))

    id: Mapped[int] = mapped_column(Key, primary_key=True)
    pilot_id: Mapped[int] = mapped_column(ForeignKey("pilot.id"))
    brief_id: Mapped[int] = mapped_column(ForeignKey("brief.id"))
    staff_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    filters: Mapped[dict[str, Any]] = mapped_column(Json)
    sort: Mapped[str] = mapped_column(String(20))
    mode: Mapped[str] = mapped_column(String(8))
    total: Mapped[int]
    items: Mapped[list[Any]] = mapped_column(Json)
    catalogue_version: Mapped[int]
    settled_by: Mapped[str] = mapped_column(String(8))
    at: Mapped[datetime]


class Look(Model):
    """An item somebody opened while working on a brief (fact)."""

    __tablename__ = "look"
    __table_args__ = (Index(None, "pilot_id", "id"), Index(None, "brief_id", "id"))

    id: Mapped[int] = mapped_column(Key, primary_key=True)
    pilot_id: Mapped[int] = mapped_column(ForeignKey("pilot.id"))
    brief_id: Mapped[int] = mapped_column(ForeignKey("brief.id"))
    staff_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    item_id: Mapped[int] = mapped_column(ForeignKey("item.id"))
    item_version_id: Mapped[int] = mapped_column(ForeignKey("item_version.id"))
    search_id: Mapped[int | None] = mapped_column(ForeignKey("search.id"))
    at: Mapped[datetime]


class Selection(Model):
    """One curator's or policy's finished work on one brief (fact; the letter is side text)."""

    __tablename__ = "selection"
    __table_args__ = (Index(None, "pilot_id", "id"), Index(None, "brief_id", "id"))

    id: Mapped[int] = mapped_column(Key, primary_key=True)
    pilot_id: Mapped[int] = mapped_column(ForeignKey("pilot.id"))
    brief_id: Mapped[int] = mapped_column(ForeignKey("brief.id"))
    role: Mapped[str] = mapped_column(String(12), default="primary")
    arm: Mapped[str] = mapped_column(String(16))
    arm_probability: Mapped[float | None]
    policy_kind: Mapped[str] = mapped_column(String(12))
    policy: Mapped[str] = mapped_column(String(80))
    staff_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    pilot_version_id: Mapped[int] = mapped_column(ForeignKey("pilot_version.id"))
    form_version_id: Mapped[int] = mapped_column(ForeignKey("form_version.id"))
    catalogue_version: Mapped[int]
    candidates: Mapped[int | None]
    fields_shown: Mapped[list[Any]] = mapped_column(Json, default=list)
    opened_at: Mapped[datetime | None]
    first_pick_at: Mapped[datetime | None]
    sent_at: Mapped[datetime]
    read_seconds: Mapped[int] = mapped_column(default=0)
    search_seconds: Mapped[int] = mapped_column(default=0)
    write_seconds: Mapped[int] = mapped_column(default=0)
    could_rule: Mapped[str | None] = mapped_column(String(40))


class Pick(Model):
    """One item in one slot of a selection (fact; the reason's sentence is side text)."""

    __tablename__ = "pick"
    __table_args__ = (UniqueConstraint("selection_id", "position"), Index(None, "pilot_id", "id"))

    id: Mapped[int] = mapped_column(Key, primary_key=True)
    pilot_id: Mapped[int] = mapped_column(ForeignKey("pilot.id"))
    brief_id: Mapped[int] = mapped_column(ForeignKey("brief.id"), index=True)
    selection_id: Mapped[int] = mapped_column(ForeignKey("selection.id"))
    position: Mapped[int]
    role: Mapped[str] = mapped_column(String(40))
    item_id: Mapped[int] = mapped_column(ForeignKey("item.id"))
    item_version_id: Mapped[int] = mapped_column(ForeignKey("item_version.id"))
    source: Mapped[str] = mapped_column(String(16))
    reason_code: Mapped[str | None] = mapped_column(String(40))
    drivers: Mapped[list[Any]] = mapped_column(Json, default=list)
    fields: Mapped[dict[str, Any]] = mapped_column(Json, default=dict)
    search_id: Mapped[int | None] = mapped_column(ForeignKey("search.id"))
    propensity: Mapped[float | None]
    propensity_included: Mapped[float | None]
    propensity_kind: Mapped[str] = mapped_column(String(16))
