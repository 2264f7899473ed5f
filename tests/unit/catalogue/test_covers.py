"""Drawn covers are the same each time, readable, and made of letters their fonts have."""

import contextlib
import hashlib
import io
import json
import struct
import zlib
from collections import Counter
from random import Random

import pytest
from PIL import Image

from app.catalogue.cover_canvas import Canvas, contrast, rgb
from app.catalogue.cover_choice import MOTIFS, PALETTES
from app.catalogue.cover_page import draw_page
from app.catalogue.cover_type import (
    FOLDER,
    SANS,
    SERIFS,
    SMALL,
    Room,
    draw_lines,
    fitted,
    font_at,
    font_for,
    title_parts,
    tracked,
    written,
)
from app.catalogue.covers import PictureRefused, design_of, draw_cover, reencode_picture

LONG = (
    "The Extraordinarily Long and Altogether Improbable Adventures of a Retired Stationmaster and "
    "His Three Unmarried Sisters on the Narrow Gauge Railway to the Sea, as Told by Themselves"
)
ONE_WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
TITLES = [
    f"{first} {second}"
    for first in ("Quiet", "Amber", "Borrowed", "Paper", "Second", "Hollow", "Plain", "Copper")
    for second in ("Harvest", "Errands", "Answers", "Cousins", "Manners", "Ladders", "Promises")
]


def opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))


def test_a_cover_is_the_same_each_time():
    first = draw_cover("Salt Road", "Amara Osei")

    assert draw_cover("Salt Road", "Amara Osei") == first


def test_maker_and_title_both_change_the_cover():
    covers = {
        draw_cover("Salt Road", "Amara Osei"),
        draw_cover("Salt Road", "Liv Halvorsen"),
        draw_cover("Salt Roads", "Amara Osei"),
    }

    assert len(covers) == 3


@pytest.mark.parametrize(
    ("shape", "size"), [("book", (400, 600)), ("square", (500, 500)), ("card", (600, 400))]
)
def test_a_shape_has_its_size(shape, size):
    assert opened(draw_cover("Nine Lives", "M. Sorel", shape=shape)).size == size


def test_a_size_may_be_asked_for():
    assert opened(draw_cover("Nine Lives", "M. Sorel", size=(120, 180))).size == (120, 180)


@pytest.mark.parametrize("size", [(0, 10), (400, 60000)])
def test_a_senseless_size_is_refused(size):
    with pytest.raises(ValueError, match="sides"):
        draw_cover("Nine Lives", "M. Sorel", size=size)


@pytest.mark.parametrize("name", ["WEBP", "PNG", "JPEG"])
def test_mails_get_the_format_they_need(name):
    assert opened(draw_cover("Bread", "Ah Cheng", format=name)).format == name


@pytest.mark.parametrize("motif", MOTIFS, ids=lambda motif: motif.name)
def test_every_motif_draws_something_in_every_room(motif):
    for size in ((200, 300), (200, 200)):
        for title in ("Bread", LONG):
            palette = PALETTES[0]
            canvas = Canvas(size, palette.ground)
            luck = Random(7)  # noqa: S311  the same lot each time
            page = draw_page(motif, canvas, palette, (title, "Ah Cheng"), luck)
            assert page.size == size
            assert len(page.getcolors(100_000)) > 20


def test_titles_spread_over_the_designs():
    motifs = Counter(design_of(title, "Ida Brandt").motif for title in TITLES)

    assert len(motifs) >= 14
    assert max(motifs.values()) <= len(TITLES) / 6


def test_titles_spread_over_the_palettes():
    assert len({design_of(title, "Ida Brandt").palette for title in TITLES}) >= 12


def test_a_word_of_the_title_chooses_the_motif():
    motifs = Counter(design_of("What the Ferry Knew", f"Maker {n}").motif for n in range(40))

    assert motifs["sea"] > 25


@pytest.mark.parametrize("palette", PALETTES, ids=lambda palette: palette.name)
def test_a_title_can_be_read_on_its_ground(palette):
    assert contrast(rgb(palette.ink), rgb(palette.ground)) >= 4.5


@pytest.mark.parametrize("title", ["It", "Salt Road", LONG, ONE_WORD, "Преступление и наказание"])
@pytest.mark.parametrize("choice", [SERIFS, SANS], ids=["serif", "sans"])
def test_a_title_stays_in_its_room(title, choice):
    room = Room(width=168, height=108, largest=32, smallest=10, lines=9)

    text = fitted(title, font_for(title, choice), room)

    canvas = Canvas((400, 600), "#ffffff")
    draw_lines(canvas, text, (16, 20), "#000000")
    inked = canvas.finished().convert("L").point(lambda v: 255 * (v < 128)).getbbox()
    left, top, right, bottom = (side / 2 for side in inked)
    assert left >= 14
    assert right <= 16 + 168 + 1
    assert top >= 18
    assert bottom <= 20 + 108 + 1


def test_a_title_of_200_letters_is_kept_whole_or_ends_in_dots():
    room = Room(width=116, height=60, largest=25, smallest=9.5, lines=4)

    text = fitted(LONG, SERIFS[0], room)

    assert len(text.lines) <= 4
    assert text.lines[-1].endswith("…")


def test_lines_are_balanced():
    room = Room(width=168, height=108, largest=22, smallest=10, lines=6)

    text = fitted("Field Notes for a Small Garden", SERIFS[0], room)

    assert text.lines == ("Field Notes for", "a Small Garden")


def test_a_long_maker_is_one_line_that_ends_in_dots():
    line = tracked("ALOYSIUS FEATHERSTONEHAUGH-CHOLMONDELEY " * 3, SMALL[0], Room(168, 10, 9, 7, 1))

    assert line.width <= 168
    assert line.lines[0].endswith("…")


@pytest.mark.parametrize(
    "title", ["Οδύσσεια", "Βίος και πολιτεία", "Война и мир", "Ёлка", "Żółty dom", "Tiếng Việt"]
)
def test_greek_cyrillic_and_accented_latin_are_written(title):
    design = design_of(title, "")
    assert design.has_words

    font = font_at(font_for(written(title), SERIFS), 40)
    missing = bytes(font.getmask("\uffff"))
    assert all(bytes(font.getmask(char)) != missing for char in title if char != " ")


@pytest.mark.parametrize(
    "title", ["百年の孤独", "ألف ليلة وليلة", "שלום", "ขวัญเรียม", "🎄", "...", ""]
)
def test_other_scripts_get_a_wordless_cover(title):
    assert not design_of(title, "x").has_words
    assert opened(draw_cover(title, "x")).size == (400, 600)


def test_a_wordless_cover_is_made_of_the_motif_alone():
    # Two titles that no font writes differ in their lot only, never by boxes in place of letters.
    assert design_of("百年の孤独", "x").motif not in ("initial", "slab")


def test_a_pictogram_beside_words_is_dropped():
    assert written("Winter 🎄 stories") == "Winter stories"


@pytest.mark.parametrize(
    ("title", "parts"),
    [
        ("The Hunger Games (The Hunger Games, #1)", ("The Hunger Games", "")),
        ("Frostbite (Vampire Academy, #2)", ("Frostbite", "Vampire Academy, #2")),
        ("Quiet: The Power of Introverts", ("Quiet", "The Power of Introverts")),
        ("Dune", ("Dune", "")),
    ],
)
def test_a_series_or_subtitle_stands_apart(title, parts):
    assert title_parts(title) == parts


@pytest.mark.parametrize(
    ("title", "kind", "garment"),
    [
        ("Striped Breton jumper", "knit", "jumper"),
        ("Merino socks", "accessories", "sock"),
        ("Wool coat with belt", "coat", "coat"),
        ("Canvas tote", "bag", "tote"),
        ("Harbour", "coat", "coat"),
    ],
)
def test_clothes_are_drawn_as_what_they_are(title, kind, garment):
    assert design_of(title, "", shape="square", kind=kind).motif == garment


def test_a_plant_is_no_garment():
    assert design_of("Clematis 'Blue Belt'", "", shape="square", kind="climber").has_words


def test_a_colour_in_the_title_is_the_colour_of_the_garment():
    picture = opened(draw_cover("Red wool coat", "", shape="square", kind="coat")).convert("RGB")

    red, green, blue = picture.getpixel((200, 300))

    assert red > 1.8 * green
    assert red > 1.8 * blue


def test_covers_are_small_files():
    sizes = [len(draw_cover(title, "Ida Brandt")) for title in TITLES[::4]]

    assert max(sizes) < 25_000


def test_bundled_fonts_are_those_that_were_recorded():
    for entry in json.loads((FOLDER / "vendor.json").read_text(encoding="utf-8")):
        data = (FOLDER / entry["file"]).read_bytes()
        assert hashlib.sha256(data).hexdigest() == entry["sha256"]
        assert (FOLDER / entry["licence_file"]).exists()


def picture(size=(60, 40), name="PNG", **options) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, "#336699").save(out, name, **options)
    return out.getvalue()


@pytest.mark.parametrize("name", ["PNG", "JPEG", "WEBP", "GIF"])
def test_an_uploaded_picture_becomes_a_webp(name):
    taken = opened(reencode_picture(picture(name=name)))

    assert (taken.format, taken.size) == ("WEBP", (60, 40))


def test_a_large_picture_is_made_smaller():
    assert opened(reencode_picture(picture((1200, 600)), max_side=300)).size == (300, 150)


def test_metadata_is_dropped_and_the_turn_is_applied():
    exif = Image.Exif()
    exif[0x0112] = 6  # lies on its side
    exif[0x010F] = "Maker of a camera"

    taken = reencode_picture(picture(name="JPEG", exif=exif))

    assert opened(taken).size == (40, 60)
    assert b"camera" not in taken
    assert not opened(taken).getexif()


def bomb() -> bytes:
    """A few bytes that promise 1,600 million pixels."""
    header = b"IHDR" + struct.pack(">IIBBBBB", 40_000, 40_000, 8, 2, 0, 0, 0)
    pixels = b"IDAT" + zlib.compress(bytes(100))
    chunks = (
        struct.pack(">I", len(c) - 4) + c + struct.pack(">I", zlib.crc32(c))
        for c in (header, pixels)
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "not a PNG"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>", "not a PNG"),
        (b"<!doctype html><img src=x onerror=alert(1)>", "not a PNG"),
        (picture(name="TIFF"), "not a PNG"),
        (picture(name="BMP"), "not a PNG"),
        (picture((300, 300), "JPEG")[:500], "damaged"),
        (picture((300, 300))[:60], "damaged"),
        (bomb(), "25 million"),
        (picture((6000, 5000)), "25 million"),
        (b"\0" * 20_000_001, "20 MB"),
    ],
    ids=["empty", "svg", "html", "tiff", "bmp", "cut jpeg", "cut png", "bomb", "huge", "heavy"],
)
def test_hostile_bytes_are_refused_in_words(data, words):
    with pytest.raises(PictureRefused, match=words):
        reencode_picture(data)


def test_forged_bytes_never_end_in_another_error():
    luck = Random(3)  # noqa: S311  the same forgeries each time
    for name in ("PNG", "JPEG", "WEBP", "GIF"):
        sound = picture((40, 40), name)
        for _ in range(60):
            forged = bytearray(sound)
            for _ in range(6):
                forged[luck.randrange(8, len(forged))] = luck.randrange(256)
            with contextlib.suppress(PictureRefused):
                assert opened(reencode_picture(bytes(forged))).format == "WEBP"
