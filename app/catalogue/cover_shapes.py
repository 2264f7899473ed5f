"""Motifs of drawn covers: abstract shapes and patterns, and pages of letters alone."""

import math
import re

from app.catalogue.cover_canvas import Box, Point, mix
from app.catalogue.cover_stage import Stage
from app.catalogue.cover_type import SERIFS, capitals, font_at, font_for

_ARTICLES = ("the", "a", "an", "der", "die", "das", "le", "la", "les", "el", "il")


def tiles(s: Stage) -> None:
    """Draw allotment plots: a grid of tiles, each planted in its own way."""
    c, luck = s.canvas, s.luck
    tones = [*s.colours.accents, s.colours.deep]
    bottom = min(s.bottom, c.h - 16)
    rows = max(2, round((bottom - s.top + 4) / 43))
    side = min(39.0, (bottom - s.top + 4) / rows - 4)
    for row in range(rows):
        for column in range(4):
            box = (16 + column * 43.0, s.top + row * (side + 4), 39.0, side)
            c.rect(box, luck.choice(tones), r=3)
            _plant(s, box)


def _plant(s: Stage, box: Box) -> None:
    c, (x, y, w, h) = s.canvas, box
    kind, white = s.luck.randrange(6), "#ffffff"
    if kind == 0:
        for step in range(4):
            at = y + h * (0.23 + step * 0.18)
            c.rect((x + 6, at - 1, w - 12, 2), white, alpha=0.45)
    elif kind in (1, 2):
        for spot in range(9):
            c.circle(
                (x + w * (0.25 + spot % 3 * 0.25), y + h * (0.25 + spot // 3 * 0.25)),
                2.5,
                white,
                alpha=0.55,
            )
    elif kind == 3:
        c.path(
            "M0 14 C-15 6 -13 -9 0 -13 C13 -9 15 6 0 14 Z",
            white,
            at=(x + w / 2, y + h / 2),
            scale=h / 39,
            alpha=0.5,
        )
    elif kind == 4:
        c.shape([(x + 1, y + h - 1), (x + w - 1, y + 1), (x + w - 1, y + h - 1)], white, alpha=0.22)


def bauhaus(s: Stage) -> None:
    """Draw a grid of quarter circles, halves, rings and squares."""
    c, luck = s.canvas, s.luck
    rows = max(2, round((s.bottom - s.top) / 50))
    side = (s.bottom - s.top) / rows
    columns = round(c.w / side)
    width = c.w / columns
    tones = [*s.colours.accents, s.colours.deep, s.colours.light]
    for row in range(rows):
        for column in range(columns):
            back, front, third = luck.sample(tones, 3)
            cell = (column * width, s.top + row * side)
            c.rect((*cell, width + 0.4, side + 0.4), back)
            _block(s, (*cell, width, side), front, third)


def _block(s: Stage, box: Box, front: str, third: str) -> None:
    c, (x, y, w, h) = s.canvas, box
    kind, corner = s.luck.randrange(6), s.luck.randrange(4)
    edge = ((x, y), (x + w, y), (x + w, y + h), (x, y + h))[corner]
    span = ((0.0, 90.0), (90.0, 180.0), (180.0, 270.0), (270.0, 360.0))[corner]
    size = min(w, h)
    if kind in (0, 1):
        c.slice(edge, size, front, span=span)
        if kind == 1:
            c.slice(edge, size * 0.5, third, span=span)
    elif kind == 2:
        c.circle((x + w / 2, y + h / 2), size * 0.5, front)
        c.circle((x + w / 2, y + h / 2), size * 0.22, third)
    elif kind == 3:
        c.slice((x + w / 2, y + h), size * 0.5, front, span=(180, 360))
        c.slice((x + w / 2, y + h / 2), size * 0.5, third, span=(180, 360))
    elif kind == 4:
        c.shape([(x, y + h), (x + w, y), (x + w, y + h)], front)
    else:
        for step in range(3):
            c.rect((x, y + h * (step / 3 + 1 / 6), w, h / 6), front)


def stripes(s: Stage) -> None:
    """Draw upright stripes of uneven width behind one disc that swaps their colours."""
    c, p, luck = s.canvas, s.colours, s.luck
    x, index, tones = 0.0, 0, [*s.accents(), p.deep, p.light]
    while x < c.w:
        width = luck.choice((9, 14, 20, 28))
        c.rect((x, s.top, min(width, c.w - x), s.height), tones[index % 6])
        x, index = x + width, index + 1
    at, r = (luck.choice((74, 100, 126)), s.at(0.46)), min(56, s.height * 0.34)
    c.circle(at, r, p.ground)
    c.circle(at, r * 0.72, tones[0])
    c.circle(at, r * 0.3, p.ground)


def arches(s: Stage) -> None:
    """Draw rows of nested arches."""
    c, p, luck = s.canvas, s.colours, s.luck
    columns = luck.choice((2, 3)) if s.height > 120 else 3
    width = c.w / columns
    rows = max(1, round(s.height / (width * 0.86)))
    tall = s.height / rows
    for row in range(rows):
        for column in range(columns):
            foot = s.top + tall * (row + 1)
            _arch(s, (column * width + width / 2, foot), (width / 2 - 2, tall - 3))
    c.rect((0, s.bottom, c.w, max(0, c.h - s.bottom)), p.ground)


def _arch(s: Stage, foot: Point, room: Point) -> None:
    c, (x, y) = s.canvas, foot
    half, tall = room
    tones = [*s.accents(), s.colours.deep]
    for step, tone in enumerate(tones):
        r = half * (1 - step * 0.2)
        centre = y - tall + half
        c.slice((x, centre), r, tone, span=(180, 360))
        c.rect((x - r, centre - 0.3, 2 * r, y - centre), tone)


def rings(s: Stage) -> None:
    """Draw two large circles that overlap, with a third colour where they meet."""
    c, p, luck = s.canvas, s.colours, s.luck
    r = min(58, s.height * 0.4)
    one, two, *_ = s.accents()
    reach = r * 0.56
    slope = luck.choice((-0.35, 0, 0.35))
    left, right = (100 - reach, s.at(0.5) - reach * slope), (100 + reach, s.at(0.5) + reach * slope)
    c.circle(left, r, one)
    c.circle(right, r, two)
    third = mix(mix(one, two, 0.5), p.deep, 0.65) if not p.is_dark else p.light
    c.shape(_lens(left, right, r), third)


def _lens(left: Point, right: Point, r: float) -> list[Point]:
    """Find the outline of what two equal circles share."""
    gap = math.dist(left, right)
    heading = math.atan2(right[1] - left[1], right[0] - left[0])
    opening = math.acos(gap / 2 / r)
    steps = [opening * (step / 16 - 1) for step in range(33)]
    first = [
        (left[0] + math.cos(heading + t) * r, left[1] + math.sin(heading + t) * r) for t in steps
    ]
    second = [
        (right[0] - math.cos(heading + t) * r, right[1] - math.sin(heading + t) * r) for t in steps
    ]
    return first + second


def heart(s: Stage) -> None:
    """Draw a heart of nested lines."""
    c, p = s.canvas, s.colours
    path = (
        "M0 52 C-66 10 -62 -44 -26 -46 C-10 -47 -2 -36 0 -26 C2 -36 10 -47 26 -46 C62 -44 66 10 "
        "0 52 Z"
    )
    tones = s.accents()
    scale = min(1.5, s.height / 118)
    for step in range(6):
        tone = p.ground if step % 2 else tones[step // 2 % 4]
        c.path(path, tone, at=(100, s.at(0.48) + step * 1.1), scale=scale * (1 - step * 0.165))


def eye(s: Stage) -> None:
    """Draw an eye in a field of lines."""
    c, p = s.canvas, s.colours
    tone = p.light if p.is_dark else p.deep
    y, half = s.at(0.5), min(38, s.height * 0.24)
    for index in range(9):
        lift = half + 7 + index * 8
        if lift > s.height * 0.5 - 3:
            break
        for way in (-1, 1):
            curve = [
                (x, y + way * lift * math.sin(math.pi * x / 200) ** 0.8) for x in range(0, 201, 5)
            ]
            c.line(curve, p.accents[index % 4], width=2.6)
    lid = [(x, y - half * math.sin(math.pi * (x - 22) / 156)) for x in range(22, 179, 4)]
    lower = [(x, 2 * y - level) for x, level in reversed(lid)]
    c.shape([*lid, *lower], p.light if not p.is_dark else p.ink)
    c.circle((100, y), half * 0.92, p.accents[0])
    c.circle((100, y), half * 0.5, mix(p.deep, "#000000", 0.4))
    c.circle((100 + half * 0.24, y - half * 0.24), half * 0.15, "#ffffff")
    c.line(lid, tone, width=3)
    c.line(lower, tone, width=3)


def petals(s: Stage) -> None:
    """Draw a repeat of four-petalled flowers, as on wallpaper."""
    c, p, luck = s.canvas, s.colours, s.luck
    side = luck.choice((40, 50))
    one, two, three, _ = s.accents()
    rows = math.ceil(s.height / side)
    tall = s.height / rows
    for row in range(rows):
        for column in range(int(c.w / side)):
            at = (column * side + side / 2, s.top + row * tall + tall / 2)
            tone = one if (row + column) % 2 else two
            for turn in range(4):
                angle = turn * 90 + 45
                c.path(
                    "M0 0 C-13 -7 -13 -21 0 -28 C13 -21 13 -7 0 0 Z",
                    tone,
                    at=at,
                    scale=min(side, tall) / 46,
                    turn=angle,
                )
            c.circle(at, side * 0.085, three if not p.is_dark else p.light)


def initial(s: Stage) -> None:
    """Draw the title's first letter, larger than the page."""
    c, p, luck = s.canvas, s.colours, s.luck
    words = [word for word in re.findall(r"\w+", s.title) if word.lower() not in _ARTICLES]
    letter = capitals((words or ["&"])[0][0])
    name = font_for(letter, SERIFS) or SERIFS[-1]
    one, two, *_ = s.accents()
    font = font_at(name, round(s.height * 1.28 * c.k))
    at = (luck.choice((92, 108)) * c.k, (s.at(0.98)) * c.k)
    c.pen.text((at[0] + 5 * c.k, at[1] + 4 * c.k), letter, font=font, fill=one, anchor="ms")
    c.pen.text(at, letter, font=font, fill=p.deep if not p.is_dark else p.light, anchor="ms")
    c.rect((16, s.bottom + 2, 168, 1.2), two)


def slab(s: Stage) -> None:
    """Draw a page of letters alone, above half a disc that rises from a block of colour."""
    c, p = s.canvas, s.colours
    one, two, three, _ = s.accents()
    edge = max(s.top + 8, s.at(0.62))
    r = min(74.0, edge - s.top)
    for share, tone in ((1, one), (0.72, two), (0.42, three)):
        c.slice((100, edge), r * share, tone, span=(180, 360))
    c.rect((0, edge, c.w, c.h - edge), p.deep)
    c.slice((100, edge), r * 0.42, mix(three, p.deep, 0.55), span=(0, 180))
