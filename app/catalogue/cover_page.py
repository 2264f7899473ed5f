"""Put a cover together: where title and maker stand, how much room the motif is left."""

from dataclasses import dataclass, replace
from random import Random

from PIL import Image

from app.catalogue.cover_canvas import Canvas, mix
from app.catalogue.cover_palettes import Palette, best_ink
from app.catalogue.cover_stage import Layout, Motif, Stage
from app.catalogue.cover_type import (
    SANS,
    SERIFS,
    SMALL,
    Lettering,
    Room,
    capitals,
    draw_lines,
    draw_tracked,
    fitted,
    font_for,
    title_parts,
    tracked,
)

MARGIN = 16.0
SUB_GAP = 7.0  # between a title and its subtitle
READABLE = 4.5  # contrast that WCAG asks of small text
_SANS_MOTIFS = ("bauhaus", "stripes", "stairs", "slab", "rings", "skyline")


@dataclass(frozen=True)
class Heading:
    """A title as it is set: the large part, and below it the small one if there is any."""

    main: Lettering
    sub: Lettering | None

    @property
    def height(self) -> float:
        """Measure both parts and the gap between them."""
        return self.main.height + (self.sub.height + SUB_GAP if self.sub else 0)


def draw_page(
    motif: Motif, canvas: Canvas, palette: Palette, words: tuple[str, str], luck: Random
) -> Image.Image:
    """Draw a book or a square: motif, title, maker."""
    title, maker = words
    layout = luck.choice(motif.layouts) if title else "head"
    if layout == "plate" and canvas.h > canvas.w:
        _draw_plate(motif, canvas, palette, words, luck)
        return canvas.finished()
    heading = _heading(title, motif, _room(canvas, layout)) if title else None
    top, bottom, y = _places(canvas, layout, heading)
    motif.paint(Stage(canvas, palette, luck, top, bottom, title))
    if heading:
        _draw_heading(canvas, heading, (MARGIN, y), palette.ink, anchor="l")
        _draw_maker(canvas, palette, maker)
    return canvas.finished()


def draw_card(
    motif: Motif, palette: Palette, words: tuple[str, str], *, size: tuple[int, int], luck: Random
) -> Image.Image:
    """Draw an article's card: words on the left, the motif as a panel on the right."""
    title, maker = words
    canvas = Canvas(size, palette.ground, units=300)
    panel_width = size[0] if not title else round(size[0] * 0.42)
    shade = mix(palette.ground, *(("#000000", 0.2) if palette.is_dark else ("#ffffff", 0.42)))
    tinted = replace(palette, ground=shade if title else palette.ground)
    panel = Canvas((panel_width, size[1]), tinted.ground)
    motif.paint(Stage(panel, tinted, luck, panel.h * 0.07, panel.h * 0.93, title))
    canvas.image.paste(panel.image, (canvas.image.width - panel.image.width, 0))
    if title:
        room = Room(width=146, height=canvas.h * 0.64, largest=27, smallest=9, lines=7)
        _draw_heading(canvas, _heading(title, motif, room), (14, 16), palette.ink, anchor="l")
        _draw_maker(canvas, palette, maker, width=146, x=14)
    return canvas.finished()


def _room(canvas: Canvas, layout: Layout) -> Room:
    width = canvas.w - 2 * MARGIN
    if layout == "type":
        return Room(width, canvas.h * 0.52, largest=50, smallest=10.5, lines=9, leading=1.04)
    if canvas.h <= canvas.w:
        return Room(width, canvas.h * 0.3, largest=24, smallest=9, lines=4)
    return Room(width, canvas.h * 0.36, largest=32, smallest=10, lines=9)


def _heading(title: str, motif: Motif, room: Room) -> Heading:
    """Set the title; a series or subtitle goes below it, small, in a third of the room."""
    fonts = SANS + SERIFS if motif.name in _SANS_MOTIFS else SERIFS
    main, sub = title_parts(title)
    if not sub:
        return Heading(fitted(main, font_for(main, fonts) or SANS[0], room), None)
    small = Room(room.width, room.height * 0.3, largest=9.6, smallest=7.4, lines=3, leading=1.25)
    below = fitted(sub, font_for(sub, SMALL) or SMALL[0], small)
    left = room.height - below.height - SUB_GAP
    rest = Room(room.width, left, room.largest, room.smallest, room.lines, room.leading)
    return Heading(fitted(main, font_for(main, fonts) or SANS[0], rest), below)


def _places(canvas: Canvas, layout: Layout, heading: Heading | None) -> tuple[float, float, float]:
    """Find where the motif begins and ends and where the title begins."""
    if heading is None:
        return canvas.h * 0.08, canvas.h * 0.92, 0
    if layout == "foot":
        y = canvas.h - 34 - heading.height
        return 0, y - 13, y
    y = canvas.h * 0.075
    top = max(y + heading.height + 13, canvas.h * 0.3)
    return top, canvas.h - 30, y


def _draw_heading(
    canvas: Canvas, heading: Heading, at: tuple[float, float], ink: str, *, anchor: str
) -> None:
    draw_lines(canvas, heading.main, at, ink, anchor=anchor)
    if heading.sub:
        below = (at[0], at[1] + heading.main.height + SUB_GAP)
        draw_lines(canvas, heading.sub, below, ink, anchor=anchor)


def _draw_maker(
    canvas: Canvas, palette: Palette, maker: str, *, width: float = 168, x: float = MARGIN
) -> None:
    """Write the maker at the foot, in the tone that reads best on what was painted there."""
    room = Room(width, 10, largest=9.2, smallest=7, lines=1)
    line = _maker_line(maker, room)
    if not line:
        return
    y = canvas.h - 13
    inks = (palette.ink, palette.ground, palette.light, palette.deep)
    ink, ratio = best_ink(inks, _behind(canvas, (x, y - 8, line.width, 10)))
    if ratio < READABLE:
        canvas.rect((0, canvas.h - 28, canvas.w, 28), palette.ground)
        ink = palette.ink
    draw_tracked(canvas, line, (x, y), ink)


def _maker_line(maker: str, room: Room) -> Lettering | None:
    """Set the first two of several makers in capitals, or one where two take too much room."""
    names = [capitals(name.strip()) for name in maker.split(",") if name.strip()]
    names = [name for name in names if font_for(name, SMALL)][:2]
    if not names:
        return None
    both = tracked(" & ".join(names), SMALL[0], room)
    return both if both.size > room.largest * 0.85 else tracked(names[0], SMALL[0], room)


def _behind(canvas: Canvas, box: tuple[float, float, float, float]) -> list[tuple[int, int, int]]:
    """Sample the colours under a line of text."""
    x, y, w, h = (round(v * canvas.k) for v in box)
    patch = canvas.image.crop((x, y, x + max(1, w), y + max(1, h))).resize(
        (32, 4), Image.Resampling.BOX
    )
    data = patch.tobytes()
    return [(data[i], data[i + 1], data[i + 2]) for i in range(0, len(data), 3)]


def _draw_plate(
    motif: Motif, canvas: Canvas, palette: Palette, words: tuple[str, str], luck: Random
) -> None:
    """Fill the page with the pattern and lay a label on it."""
    title, maker = words
    motif.paint(Stage(canvas, palette, luck, 0, canvas.h, title))
    room = Room(width=116, height=canvas.h * 0.4, largest=25, smallest=9.5, lines=8)
    heading = _heading(title, motif, room)
    line = _maker_line(maker, Room(116, 10, largest=8, smallest=6, lines=1))
    height = heading.height + 34 + (18 if line else 0)
    y = (canvas.h - height) / 2
    canvas.rect((28, y, 144, height), palette.ground)
    canvas.rect((32, y + 4, 136, height - 8), palette.ink)
    canvas.rect((33, y + 5, 134, height - 10), palette.ground)
    _draw_heading(canvas, heading, (100, y + 17), palette.ink, anchor="m")
    if line:
        draw_tracked(canvas, line, (100, y + height - 15), palette.ink, anchor="m")
