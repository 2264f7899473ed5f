"""Read items: as they are now, or as they were delivered."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, Select, select

from app.catalogue.cards import ItemCard, picture_path
from app.catalogue.shown import shown_in
from app.exceptions import NotFound
from app.extensions import db
from app.models import Item, ItemFacet, ItemVersion

TAG_FACET = "tags"
_items = Item.__table__.c
_versions = ItemVersion.__table__.c
_values = ItemFacet.__table__.c
_COLUMNS = (
    _items.id.label("item_id"),
    _items.pilot_id,
    _items.key,
    _items.stock,
    _items.archived_at,
    _versions.id.label("version_id"),
    _versions.title,
    _versions.maker,
    _versions.description,
    _versions.price_minor,
    _versions.currency,
    _versions.picture,
    _versions.link,
    _versions.tags,
    _versions.attributes,
)


def cards(
    pilot_id: int, item_ids: Collection[int], *, shape: str | None = None
) -> dict[int, ItemCard]:
    """Return the current cards of these items of a pilot, by item id, in the order asked for."""
    wanted = _current().where(_items.pilot_id == pilot_id, _items.id.in_(item_ids))
    found = {card.item_id: card for card in _read(wanted, shape)}
    return {item_id: found[item_id] for item_id in item_ids if item_id in found}


def cards_of_versions(version_ids: Collection[int]) -> dict[int, ItemCard]:
    """Return cards as they were in certain versions (what was delivered), by version id."""
    statement = select(*_COLUMNS).join(ItemVersion.__table__, _versions.item_id == _items.id)
    found = {
        card.version_id: card for card in _read(statement.where(_versions.id.in_(version_ids)))
    }
    return {version: found[version] for version in version_ids if version in found}


def get_item(pilot_id: int, item_id: int) -> ItemCard:
    """Return an item of this pilot, or raise NotFound."""
    card = cards(pilot_id, [item_id]).get(item_id)
    if card is None:
        raise NotFound("There is no such item in this catalogue.")
    return card


def item_by_key(pilot_id: int, key: str) -> ItemCard | None:
    """Return the item that bears this key, or None; an archived one is not offered."""
    wanted = _current().where(
        _items.pilot_id == pilot_id, _items.key == key, _items.archived_at.is_(None)
    )
    return next(iter(_read(wanted)), None)


def items_by_tag(pilot_id: int, tag: str, limit: int) -> list[ItemCard]:
    """Return the first items that bear a tag, oldest first, so that rules draw no lots."""
    tagged = select(_values.item_id).where(
        _values.pilot_id == pilot_id, _values.attribute == TAG_FACET, _values.value == tag
    )
    wanted = _current().where(
        _items.pilot_id == pilot_id, _items.id.in_(tagged), _items.archived_at.is_(None)
    )
    return list(_read(wanted.order_by(_items.id).limit(limit)))


@dataclass(frozen=True, slots=True)
class ItemKey:
    """As much of an item as names it."""

    item_id: int
    version_id: int
    key: str


def items_by_value(pilot_id: int, attribute: str, is_meant: Callable[[str], bool]) -> list[ItemKey]:
    """Return every item whose attribute has a value that is meant, oldest first."""
    own = (_values.pilot_id == pilot_id, _values.attribute == attribute)
    values = db.session.connection().scalars(select(_values.value).where(*own).distinct())
    meant = [value for value in values if is_meant(value)]
    bearing = select(_values.item_id).where(*own, _values.value.in_(meant))
    rows = db.session.connection().execute(
        select(_items.id, _items.current_version_id, _items.key)
        .where(_items.pilot_id == pilot_id, _items.id.in_(bearing), _items.archived_at.is_(None))
        .order_by(_items.id)
    )
    return [ItemKey(*row) for row in rows]


def versions_of(item_id: int) -> list[tuple[int, Any, ItemCard]]:
    """Return an item's versions, newest first: number, when it was imported, the card."""
    rows = (
        db.session.connection()
        .execute(
            select(_versions.id, _versions.number, _versions.created_at)
            .where(_versions.item_id == item_id)
            .order_by(_versions.number.desc())
            .limit(50)
        )
        .all()
    )
    found = cards_of_versions([row.id for row in rows])
    return [(row.number, row.created_at, found[row.id]) for row in rows]


def _current() -> Select[Any]:
    return select(*_COLUMNS).join(ItemVersion.__table__, _versions.id == _items.current_version_id)


def _read(statement: Select[Any], shape: str | None = None) -> Iterable[ItemCard]:
    shapes: dict[int, str] = {}
    for row in db.session.connection().execute(statement).all():
        if shape is None and row.pilot_id not in shapes:
            shapes[row.pilot_id] = shown_in(row.pilot_id).cards.shape
        yield _card(row, shape or shapes[row.pilot_id])


def _card(row: Row[Any], shape: str) -> ItemCard:
    return ItemCard(
        item_id=row.item_id,
        version_id=row.version_id,
        key=row.key,
        title=row.title,
        maker=row.maker,
        description=row.description,
        price_minor=row.price_minor,
        currency=row.currency,
        link=row.link,
        tags=tuple(row.tags),
        attributes=row.attributes,
        stock=row.stock,
        archived=row.archived_at is not None,
        picture_url=picture_path(
            row.version_id,
            row.title,
            row.maker,
            shape=shape,
            attributes=row.attributes,
            picture=row.picture,
        ),
    )
