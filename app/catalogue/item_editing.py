"""Change one item by hand: edit it as a new version, archive it, offer it again, add one."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace

from sqlalchemy import func, select

from app import log
from app.catalogue.cards import UPLOADED, ItemCard, words_of
from app.catalogue.cells import is_address, read_price, split_list
from app.catalogue.columns import (
    LONGEST_ATTRIBUTE_NAME,
    LONGEST_KEY,
    LONGEST_TITLE,
    Attribute,
    ItemDraft,
    content_hash,
)
from app.catalogue.cover_reencode import PictureRefused, reencode_picture
from app.catalogue.importing import last_columns
from app.catalogue.indexing import draft_of, reindex
from app.catalogue.pictures import keep_picture
from app.catalogue.publishing import archive_items, next_catalogue
from app.catalogue.shown import shown_in
from app.clock import now
from app.database import writing
from app.exceptions import Conflict, Invalid, NotFound, StaleVersion
from app.extensions import db
from app.log import Actor
from app.models import Item, ItemVersion
from app.money import minor_digits

LARGEST_PICTURE = 5 * 1024 * 1024
_LONGEST_WORDS = 64_000


@dataclass(frozen=True, slots=True)
class ItemWords:
    """An item as its form has it: all of it text, attributes a line each."""

    title: str
    maker: str = ""
    description: str = ""
    price: str = ""
    link: str = ""
    picture: str = ""
    tags: str = ""
    stock: int | None = None
    attributes: str = ""


def words_of_item(card: ItemCard, picture: str | None) -> ItemWords:
    """Return an item as its form shows it."""
    return ItemWords(
        title=card.title,
        maker=card.maker,
        description=card.description,
        price=_price_words(card.price_minor, card.currency),
        link=card.link or "",
        picture="" if (picture or "").startswith(UPLOADED) else picture or "",
        tags="; ".join(card.tags),
        stock=card.stock,
        attributes="\n".join(_line(name, value) for name, value in card.attributes.items()),
    )


def picture_of(version_id: int) -> str | None:
    """Return the picture a version names: an address, an uploaded file, or None."""
    return db.session.scalar(select(ItemVersion.picture).where(ItemVersion.id == version_id))


def add_item(pilot_id: int, key: str, words: ItemWords, *, actor: Actor) -> int:
    """Add one item by hand; return its id."""
    plain = " ".join(key.split())
    if not plain or len(plain) > LONGEST_KEY:
        raise Invalid(f"Give it a key of at most {LONGEST_KEY} characters.", field="key")
    draft = _draft(pilot_id, plain, words, {})
    with writing():
        number = next_catalogue(pilot_id)
        known = select(Item.id).where(Item.pilot_id == pilot_id, Item.key == plain)
        if db.session.scalar(known) is not None:
            raise Invalid("Another item has this key already.", field="key")
        item = Item(pilot_id=pilot_id, key=plain)
        db.session.add(item)
        db.session.flush()
        _add_version(item, draft, number)
        _noted("item_added", item, actor, number)
        return item.id


def edit_item(
    pilot_id: int, item_id: int, words: ItemWords, *, actor: Actor, version_id: int
) -> None:
    """Make what the form says the item's version in force; `version_id` is the one looked at."""
    before = _version(version_id, item_id)
    draft = _draft(pilot_id, "", words, dict(before.attributes), picture=before.picture)
    with writing():
        number = next_catalogue(pilot_id)
        item = _item(pilot_id, item_id)
        if item.current_version_id != version_id:
            raise StaleVersion("Somebody has changed this item meanwhile. Look at it once more.")
        _add_version(item, replace(draft, key=item.key), number)
        _noted("item_edited", item, actor, number)


def set_archived(pilot_id: int, item_id: int, archived: bool, *, actor: Actor) -> None:
    """Take an item out of the catalogue, or offer it again."""
    with writing():
        number = next_catalogue(pilot_id)
        item = _item(pilot_id, item_id)
        if (item.archived_at is not None) == archived:
            raise Conflict("That was done already.")
        if archived:
            archive_items([item_id], at=now())
        else:
            item.archived_at = None
            db.session.flush()
            _index(item)
        _noted("item_archived" if archived else "item_offered_again", item, actor, number)


def set_picture(pilot_id: int, item_id: int, data: bytes, *, actor: Actor, version_id: int) -> None:
    """Give an item an uploaded picture, decoded and written anew, as a new version."""
    if len(data) > LARGEST_PICTURE:
        raise Invalid("This picture is larger than 5 MB.", field="file")
    try:
        clean = reencode_picture(data)
    except PictureRefused as refused:
        raise Invalid(str(refused), field="file") from refused
    name = hashlib.sha256(clean).hexdigest()[:40]
    keep_picture(name, clean)
    _replace_picture(pilot_id, item_id, f"{UPLOADED}{name}", actor=actor, version_id=version_id)


def drop_picture(pilot_id: int, item_id: int, *, actor: Actor, version_id: int) -> None:
    """Let an item's picture be drawn from its title again."""
    _replace_picture(pilot_id, item_id, None, actor=actor, version_id=version_id)


def _replace_picture(
    pilot_id: int, item_id: int, picture: str | None, *, actor: Actor, version_id: int
) -> None:
    with writing():
        number = next_catalogue(pilot_id)
        item = _item(pilot_id, item_id)
        if item.current_version_id != version_id:
            raise StaleVersion("Somebody has changed this item meanwhile. Look at it once more.")
        before = draft_of(_version(version_id, item_id), key=item.key, stock=item.stock)
        _add_version(item, replace(before, picture=picture), number)
        _noted("item_picture_set", item, actor, number)


def _item(pilot_id: int, item_id: int) -> Item:
    item = db.session.scalar(select(Item).where(Item.id == item_id, Item.pilot_id == pilot_id))
    if item is None:
        raise NotFound("There is no such item in this catalogue.")
    return item


def _version(version_id: int, item_id: int) -> ItemVersion:
    row = db.session.scalar(
        select(ItemVersion).where(ItemVersion.id == version_id, ItemVersion.item_id == item_id)
    )
    if row is None:
        raise StaleVersion("Somebody has changed this item meanwhile. Look at it once more.")
    return row


def _add_version(item: Item, draft: ItemDraft, catalogue_version: int) -> None:
    latest = select(func.max(ItemVersion.number)).where(ItemVersion.item_id == item.id)
    row = ItemVersion(
        pilot_id=item.pilot_id,
        item_id=item.id,
        number=(db.session.scalar(latest) or 0) + 1,
        catalogue_version=catalogue_version,
        title=draft.title,
        maker=draft.maker,
        description=draft.description,
        price_minor=draft.price_minor,
        currency=draft.currency,
        picture=draft.picture,
        link=draft.link,
        tags=list(draft.tags),
        attributes=draft.attributes,
        content_hash=content_hash(draft),
        created_at=now(),
    )
    db.session.add(row)
    db.session.flush()
    item.current_version_id, item.stock = row.id, draft.stock
    db.session.flush()
    _index(item)


def _index(item: Item) -> None:
    shown = shown_in(item.pilot_id)
    facets = last_columns(item.pilot_id).get("facets", shown.cards.facets or ())
    reindex(item.pilot_id, [item.id], facets=frozenset(facets))


def _noted(kind: str, item: Item, actor: Actor, catalogue_version: int) -> None:
    log.append(
        kind,
        actor=actor,
        pilot_id=item.pilot_id,
        item=item.id,
        version=item.current_version_id,
        catalogue_version=catalogue_version,
    )


def _draft(
    pilot_id: int,
    key: str,
    words: ItemWords,
    known: Mapping[str, Attribute],
    picture: str | None = None,
) -> ItemDraft:
    """Read the form's words, or say which cannot be."""
    title = " ".join(words.title.split())
    if not title or len(title) > LONGEST_TITLE:
        raise Invalid(f"Give it a title of at most {LONGEST_TITLE} characters.", field="title")
    link, address = words.link.strip(), words.picture.strip()
    for field, value in (("link", link), ("picture", address)):
        if value and not is_address(value):
            raise Invalid("Write an address that begins with https://.", field=field)
    uploaded = picture if picture and picture.startswith(UPLOADED) else None
    price, currency = _price(pilot_id, words.price)
    return ItemDraft(
        key=key,
        title=title,
        maker=" ".join(words.maker.split()),
        description=words.description.strip().replace("\r\n", "\n")[:_LONGEST_WORDS],
        price_minor=price,
        currency=currency,
        picture=address or uploaded,
        link=link or None,
        tags=tuple(split_list(words.tags, ";|,")),
        stock=words.stock,
        attributes=_attributes(words.attributes, known),
    )


def _price(pilot_id: int, text: str) -> tuple[int | None, str | None]:
    if not text.strip():
        return None, None
    default = shown_in(pilot_id).currency
    price = read_price(text, default)
    if price is None:
        raise Invalid("Write a price such as 12.99.", field="price")
    return price.minor, price.currency or default


def _attributes(text: str, known: Mapping[str, Attribute]) -> dict[str, Attribute]:
    """Read "name: value" lines; a line left as it was keeps its value, numbers and lists too."""
    unchanged = {_line(name, value): (name, value) for name, value in known.items()}
    found: dict[str, Attribute] = {}
    for line in filter(None, map(str.strip, text.splitlines())):
        if line in unchanged:
            found[unchanged[line][0]] = unchanged[line][1]
            continue
        name, colon, value = (part.strip() for part in line.partition(":"))
        if not (name and colon and value) or len(name) > LONGEST_ATTRIBUTE_NAME:
            raise Invalid(
                f"“{line[:60]}”: write each attribute as a line, name: value.", field="attributes"
            )
        found[name] = split_list(value) if ";" in value else _as_before(value, known.get(name))
    return found


def _as_before(value: str, before: Attribute | None) -> Attribute:
    if isinstance(before, list):
        return split_list(value, ";|,")
    if isinstance(before, int | float):
        try:
            return float(value) if "." in value else int(value)
        except ValueError:
            return value
    return value


def _line(name: str, value: Attribute) -> str:
    return f"{name}: {'; '.join(map(str, value)) if isinstance(value, list) else words_of(value)}"


def _price_words(minor: int | None, currency: str | None) -> str:
    if minor is None:
        return ""
    digits = minor_digits(currency)
    return f"{minor / 10**digits:.{digits}f} {currency or ''}".strip()
