"""The catalogue: items, their versions, and what search and facets read."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.extensions import Json, Key, Model


class Item(Model):
    """One thing of a catalogue, known by its key; archived, never deleted (living)."""

    __tablename__ = "item"
    __table_args__ = (UniqueConstraint("pilot_id", "key"),)

    id: Mapped[int] = mapped_column(Key, primary_key=True)
    pilot_id: Mapped[int] = mapped_column(ForeignKey("pilot.id"))
    key: Mapped[str] = mapped_column(String(200))
    current_version_id: Mapped[int | None] = mapped_column(
        ForeignKey("item_version.id", use_alter=True)
    )
    stock: Mapped[int | None]
    archived_at: Mapped[datetime | None]


class ItemVersion(Model):
    """An item as it was from one import on; a delivered pick keeps pointing here (fact)."""

    __tablename__ = "item_version"
    __table_args__ = (UniqueConstraint("item_id", "number"), Index(None, "pilot_id", "id"))

    id: Mapped[int] = mapped_column(Key, primary_key=True)
    pilot_id: Mapped[int] = mapped_column(ForeignKey("pilot.id"))
    item_id: Mapped[int] = mapped_column(ForeignKey("item.id"))
    number: Mapped[int]
    catalogue_version: Mapped[int]
    title: Mapped[str] = mapped_column(Text)
    maker: Mapped[str] = mapped_column(Text, default="")
    description: Mapped[str] = mapped_column(Text, default="")
    price_minor: Mapped[int | None]
    currency: Mapped[str | None] = mapped_column(String(3))
    picture: Mapped[str | None] = mapped_column(Text)
    link: Mapped[str | None] = mapped_column(Text)
    tags: Mapped[list[Any]] = mapped_column(Json, default=list)
    attributes: Mapped[dict[str, Any]] = mapped_column(Json, default=dict)
    content_hash: Mapped[str] = mapped_column(String(64))
    created_at: Mapped[datetime]


class ItemSearch(Model):
    """The folded words of one current item; FTS5 or tsvector only indexes this row (living)."""

    __tablename__ = "item_search"
    __table_args__ = (
        Index(None, "pilot_id", "item_id"),
        Index(None, "pilot_id", "title", "item_id"),
    )

    item_id: Mapped[int] = mapped_column(ForeignKey("item.id"), primary_key=True)
    pilot_id: Mapped[int] = mapped_column(ForeignKey("pilot.id"))
    title: Mapped[str] = mapped_column(Text().with_variant(Text(collation="C"), "postgresql"))
    maker: Mapped[str] = mapped_column(Text)
    tags: Mapped[str] = mapped_column(Text)
    rest: Mapped[str] = mapped_column(Text)
    price_minor: Mapped[int | None]


class ItemFacet(Model):
    """One attribute value of one current item, narrow for counting (living)."""

    __tablename__ = "item_facet"
    __table_args__ = (
        Index(None, "pilot_id", "attribute", "value", "item_id"),
        {"sqlite_with_rowid": False},
    )

    item_id: Mapped[int] = mapped_column(ForeignKey("item.id"), primary_key=True)
    attribute: Mapped[str] = mapped_column(String(80), primary_key=True)
    value: Mapped[str] = mapped_column(String(200), primary_key=True)
    pilot_id: Mapped[int] = mapped_column(ForeignKey("pilot.id"))


class CatalogueImport(Model):
    """One import of a file: its state and counts (living)."""

    __tablename__ = "catalogue_import"

    id: Mapped[int] = mapped_column(Key, primary_key=True)
    pilot_id: Mapped[int] = mapped_column(ForeignKey("pilot.id"), index=True)
    file_name: Mapped[str] = mapped_column(Text)
    state: Mapped[str] = mapped_column(String(16), default="staging")
    catalogue_version: Mapped[int | None]
    columns: Mapped[dict[str, Any]] = mapped_column(Json, default=dict)
    counts: Mapped[dict[str, Any]] = mapped_column(Json, default=dict)
    problems: Mapped[list[Any]] = mapped_column(Json, default=list)
    staff_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    started_at: Mapped[datetime]
    finished_at: Mapped[datetime | None]


class StagedItem(Model):
    """One row of an import before it is published; emptied afterwards (living)."""

    __tablename__ = "staged_item"
    __table_args__ = (UniqueConstraint("import_id", "key"),)

    id: Mapped[int] = mapped_column(Key, primary_key=True)
    import_id: Mapped[int] = mapped_column(ForeignKey("catalogue_import.id"))
    row: Mapped[int]
    key: Mapped[str] = mapped_column(String(200))
    action: Mapped[str] = mapped_column(String(16))
    content_hash: Mapped[str] = mapped_column(String(64))
    content: Mapped[dict[str, Any]] = mapped_column(Json)
