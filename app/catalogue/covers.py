"""Draw a cover for an item that has no picture: same title and maker, same picture, always.

Pages, mails and print share these pictures; uploaded ones come in by `reencode_picture`.
"""

import hashlib
import io
from dataclasses import dataclass
from random import Random
from typing import Literal

from PIL import Image

from app.catalogue.cover_canvas import Canvas
from app.catalogue.cover_choice import motif_for, palette_for
from app.catalogue.cover_garments import draw_garment, garment_of
from app.catalogue.cover_page import draw_card, draw_page
from app.catalogue.cover_reencode import PictureRefused, reencode_picture
from app.catalogue.cover_type import SERIFS, font_for, written

__all__ = [
    "COVER_VERSION",
    "Design",
    "PictureRefused",
    "design_of",
    "draw_cover",
    "reencode_picture",
]

COVER_VERSION = 1  # raise it when a design changes, so that kept pictures are drawn again
Shape = Literal["book", "square", "card"]
Format = Literal["WEBP", "PNG", "JPEG"]
SIZES: dict[Shape, tuple[int, int]] = {
    "book": (400, 600),
    "square": (500, 500),
    "card": (600, 400),
}
_LARGEST_SIDE = 2000
_SMALL = 0.1  # bytes a pixel: 24 kB at 400 x 600
_QUALITIES = (84, 70, 52, 36)


@dataclass(frozen=True)
class Design:
    """What was chosen for an item: a motif or a garment, a palette, letters or none."""

    motif: str
    palette: str
    has_words: bool


def draw_cover(
    title: str, maker: str, *, shape: Shape = "book", size: tuple[int, int] | None = None,
    kind: str = "", format: Format = "WEBP",  # noqa: A002  Pillow's own word for it
) -> bytes:  # fmt: skip
    """Draw an item's cover and encode it; a script that no bundled font writes goes wordless."""
    size = size or SIZES[shape]
    if not all(16 <= side <= _LARGEST_SIDE for side in size):
        raise ValueError(f"a cover's sides have 16 to {_LARGEST_SIDE} pixels, not {size}")
    return _encoded(_drawn(written(title), written(maker), shape, size, kind), format)


def design_of(title: str, maker: str, *, shape: Shape = "book", kind: str = "") -> Design:
    """Tell which design a cover gets, without drawing it."""
    title, luck = written(title), _luck(written(title), written(maker))
    garment = garment_of(title, kind) if shape == "square" else None
    if garment:
        return Design(garment, "", has_words=False)
    has_words = _is_writable(title)
    motif = motif_for(title, luck, has_words=has_words)
    return Design(motif.name, palette_for(motif, luck).name, has_words)


def _is_writable(title: str) -> bool:
    return any(c.isalnum() for c in title) and font_for(title, SERIFS) is not None


def _luck(title: str, maker: str) -> Random:
    seed = hashlib.sha256(f"{COVER_VERSION}\0{title}\0{maker}".encode()).digest()
    return Random(seed)  # noqa: S311  a design is drawn by lot, not a secret


def _drawn(title: str, maker: str, shape: Shape, size: tuple[int, int], kind: str) -> Image.Image:
    luck = _luck(title, maker)
    garment = garment_of(title, kind) if shape == "square" else None
    if garment:
        return draw_garment(garment, title, size, luck)
    has_words = _is_writable(title)
    motif = motif_for(title, luck, has_words=has_words)
    palette = palette_for(motif, luck)
    words = (title, maker) if has_words else ("", "")
    if shape == "card":
        return draw_card(motif, palette, words, size=size, luck=luck)
    return draw_page(motif, Canvas(size, palette.ground), palette, words, luck)


def _encoded(image: Image.Image, format: Format) -> bytes:  # noqa: A002
    if format == "WEBP":
        return _small_webp(image)
    out = io.BytesIO()
    if format == "JPEG":
        image.save(out, "JPEG", quality=88, optimize=True)
    else:
        image.save(out, "PNG", compress_level=6)
    return out.getvalue()


def _small_webp(image: Image.Image) -> bytes:
    """Encode as finely as stays small: a busy pattern hides what a lower quality loses."""
    for quality in _QUALITIES:
        out = io.BytesIO()
        image.save(out, "WEBP", quality=quality, method=2)
        if out.tell() <= _SMALL * image.width * image.height:
            break
    return out.getvalue()
