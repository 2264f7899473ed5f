"""An item as pages, mails and policies see it, and the address of its picture (pure)."""

import hashlib
import re
from dataclasses import dataclass, field
from typing import Any

from app.catalogue.covers import COVER_VERSION

PICTURES = "/pictures"
UPLOADED = "file:"  # what an item version names as its picture once somebody has uploaded one
KIND_ATTRIBUTES = ("type", "category", "kind", "format", "genre")
_HASH = re.compile(r"[0-9a-f]{40}")
_NAME = re.compile(r"([0-9a-f]{40})-([0-9]{1,18})")


@dataclass(frozen=True, slots=True)
class ItemCard:
    """One version of an item, ready to be shown; money is in minor units."""

    item_id: int
    version_id: int
    key: str
    title: str
    maker: str = ""
    description: str = ""
    price_minor: int | None = None
    currency: str | None = None
    link: str | None = None
    tags: tuple[str, ...] = ()
    attributes: dict[str, Any] = field(default_factory=dict)
    stock: int | None = None
    archived: bool = False
    picture_url: str = ""

    def facts(self, names: tuple[str, ...]) -> tuple[str, ...]:
        """Return the attributes a pilot shows on its cards: a number with its name (212 pages)."""
        found = ((name, self.attributes.get(name)) for name in names)
        return tuple(_as_fact(name, value) for name, value in found if value not in (None, "", []))

    @property
    def told(self) -> tuple[tuple[str, str], ...]:
        """Return every attribute with its name and value as words."""
        return tuple((as_label(name), words_of(value)) for name, value in self.attributes.items())


def _as_fact(name: str, value: Any) -> str:
    words = words_of(value)
    return f"{words} {as_label(name).lower()}" if isinstance(value, int | float) else words


def as_label(name: str) -> str:
    """Write an attribute's name as a label: original_title is Original title."""
    words = name.replace("_", " ").strip()
    return words[:1].upper() + words[1:]


def words_of(value: Any) -> str:
    """Write an attribute's value, a list with commas."""
    return ", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)


def kind_of(attributes: dict[str, Any]) -> str:
    """Return what sort of thing an item is (a coat, a novel), as far as its attributes say."""
    by_name = {name.casefold(): value for name, value in attributes.items()}
    return next((words_of(by_name[name]) for name in KIND_ATTRIBUTES if by_name.get(name)), "")


def drawing_hash(title: str, maker: str, *, shape: str, kind: str) -> str:
    """Return the name of a drawn picture: the same words and shape, the same file."""
    told = "\0".join((str(COVER_VERSION), shape, kind, title, maker))
    return hashlib.sha256(told.encode()).hexdigest()[:40]


def picture_path(
    version_id: int,
    title: str,
    maker: str,
    *,
    shape: str,
    attributes: dict[str, Any],
    picture: str | None = None,
) -> str:
    """Return the public path of an item version's picture.

    The hash names the content, be it drawn or uploaded; the version's id lets a picture be drawn
    when it is first asked for.  Nobody can ask for one whose words they do not know already.
    """
    name = uploaded_name(picture)
    name = name or drawing_hash(title, maker, shape=shape, kind=kind_of(attributes))
    return f"{PICTURES}/{name}-{version_id}.webp"


def uploaded_name(picture: str | None) -> str | None:
    """Return the name of an uploaded picture's file, None where none was uploaded."""
    name = (picture or "").removeprefix(UPLOADED)
    return name if (picture or "").startswith(UPLOADED) and _HASH.fullmatch(name) else None


def read_picture_name(name: str) -> tuple[str, int] | None:
    """Part a picture's name into its hash and version id, or None when it is no such name."""
    match = _NAME.fullmatch(name)
    return (match[1], int(match[2])) if match else None
