"""The one door for pictures from outside: decoded, stripped of everything else, written anew."""

import io
import struct
import zlib

from PIL import Image, ImageOps, UnidentifiedImageError

LARGEST_PIXELS = 25_000_000
LARGEST_BYTES = 20_000_000
_FORMATS = ("PNG", "JPEG", "WEBP", "GIF")
_NOT_A_PICTURE = "This is not a PNG, JPEG, WebP or GIF picture."
_TOO_LARGE = "This picture has more than 25 million pixels."
# What Pillow's decoders raise on bytes that were cut off or forged.
_DAMAGE = (
    OSError,
    SyntaxError,
    ValueError,
    EOFError,
    LookupError,
    TypeError,
    OverflowError,
    struct.error,
    zlib.error,
)


class PictureRefused(ValueError):
    """A picture that is not taken; the text tells its sender why."""


def reencode_picture(data: bytes, *, max_side: int = 900) -> bytes:
    """Decode a picture and write its first frame as a WebP without metadata, at most so large."""
    if len(data) > LARGEST_BYTES:
        raise PictureRefused("This picture is larger than 20 MB.")
    image = _decoded(data, max_side)
    image.thumbnail((max_side, max_side), Image.Resampling.LANCZOS)
    out = io.BytesIO()
    image.save(out, "WEBP", quality=84, method=4)
    return out.getvalue()


def _decoded(data: bytes, max_side: int) -> Image.Image:
    try:
        with Image.open(io.BytesIO(data), formats=_FORMATS) as picture:
            if picture.width * picture.height > LARGEST_PIXELS:
                raise PictureRefused(_TOO_LARGE)
            picture.draft("RGB", (max_side, max_side))
            picture.load()
            return _plain(ImageOps.exif_transpose(picture))
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise PictureRefused(_TOO_LARGE) from error
    except PictureRefused:
        raise
    except UnidentifiedImageError as error:
        raise PictureRefused(_NOT_A_PICTURE) from error
    except _DAMAGE as error:
        raise PictureRefused("This picture is damaged and cannot be read.") from error


def _plain(picture: Image.Image) -> Image.Image:
    """Keep the pixels alone, as RGB, or RGBA where some are see-through."""
    mode = "RGBA" if picture.has_transparency_data else "RGB"
    pixels = picture.convert(mode)
    pixels.info.clear()
    return pixels
