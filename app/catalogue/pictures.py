"""Pictures of items: drawn on first request, kept in the data folder by what they show."""

import io
import secrets
from pathlib import Path
from typing import Literal, get_args

from flask import current_app
from PIL import Image
from sqlalchemy import select

from app.catalogue.cards import drawing_hash, kind_of, read_picture_name, uploaded_name
from app.catalogue.covers import Shape, draw_cover
from app.catalogue.shown import shown_in
from app.exceptions import NotFound
from app.extensions import db
from app.models import ItemVersion

Format = Literal["WEBP", "JPEG"]
_ENDINGS = {"WEBP": "webp", "JPEG": "jpg"}


def picture_file(name: str) -> Path:
    """Return the file of the picture with this name, drawn now if nobody asked before."""
    parsed = read_picture_name(name)
    if parsed is None:
        raise NotFound("There is no such picture.")
    own_hash, version_id = parsed
    path = _path(own_hash, "WEBP")
    if not path.is_file():
        _draw_named(own_hash, version_id, path)
    return path


def picture_bytes(version_id: int, format: Format = "JPEG") -> bytes:  # noqa: A002  Pillow's word
    """Return an item version's picture, as a mail carries it."""
    row = _version(version_id)
    uploaded = uploaded_name(row.picture)
    if uploaded and (kept := _path(uploaded, "WEBP")).is_file():
        return _converted(kept, format)
    shape = shown_in(row.pilot_id).cards.shape
    own_hash = drawing_hash(row.title, row.maker, shape=shape, kind=kind_of(row.attributes))
    path = _path(own_hash, format)
    if not path.is_file():
        _draw(row, shape, path, format)
    return path.read_bytes()


def keep_picture(name: str, data: bytes) -> None:
    """Keep an uploaded picture that was written anew, under the hash of its content."""
    _write(_path(name, "WEBP"), data)


def _converted(path: Path, format: Format) -> bytes:  # noqa: A002
    if format == "WEBP":
        return path.read_bytes()
    out = io.BytesIO()
    with Image.open(path) as picture:
        paper = Image.new("RGB", picture.size, "white")
        paper.paste(picture, mask=picture.getchannel("A") if picture.mode == "RGBA" else None)
        paper.save(out, format, quality=86)
    return out.getvalue()


def _draw_named(own_hash: str, version_id: int, path: Path) -> None:
    """Draw the shape that the hash names; a wrong hash draws nothing, whatever the version."""
    row = _version(version_id)
    for shape in get_args(Shape):
        kind = kind_of(row.attributes)
        if drawing_hash(row.title, row.maker, shape=shape, kind=kind) == own_hash:
            _draw(row, shape, path, "WEBP")
            return
    raise NotFound("There is no such picture.")


def _version(version_id: int) -> ItemVersion:
    if version_id >= 2**63:
        raise NotFound("There is no such picture.")
    row = db.session.scalar(select(ItemVersion).where(ItemVersion.id == version_id))
    if row is None:
        raise NotFound("There is no such picture.")
    return row


def _path(own_hash: str, format: Format) -> Path:  # noqa: A002
    folder: Path = current_app.config["BACKROOM"].data / "pictures" / own_hash[:2]
    return folder / f"{own_hash}.{_ENDINGS[format]}"


def _draw(row: ItemVersion, shape: Shape, path: Path, format: Format) -> None:  # noqa: A002
    drawn = draw_cover(
        row.title, row.maker, shape=shape, kind=kind_of(row.attributes), format=format
    )
    _write(path, drawn)


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    # Written aside and renamed, so that nobody is ever sent half a picture.
    aside = path.with_name(f".{secrets.token_hex(6)}.part")
    aside.write_bytes(data)
    aside.replace(path)
