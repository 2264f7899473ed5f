"""Motifs of drawn covers: things to eat, to read, to wear on a head, to burn."""

import math

from app.catalogue.cover_canvas import contrast, mix, rgb
from app.catalogue.cover_stage import Stage

_HERB = "M0 0 C-9 -13 -20 -12 -24 -9 C-21 0 -11 5 0 0 Z"
_CROWN = "M-46 44 L-56 -22 L-26 8 L0 -36 L26 8 L56 -22 L46 44 Z"


def bowl(s: Stage) -> None:
    """Draw a full plate from above."""
    c, p, luck = s.canvas, s.colours, s.luck
    r = min(76, s.height * 0.46)
    at = (100.0, s.at(0.5))
    c.circle((at[0] + 4, at[1] + 5), r, p.deep, alpha=0.16)
    c.circle(at, r, p.accents[0])
    c.circle(at, r * 0.88, p.light if not p.is_dark else p.ink)
    c.circle(at, r * 0.8, p.accents[1])
    for index in range(11):
        angle, reach = index * 2.4, r * (0.16 + 0.053 * index)
        spot = (at[0] + math.cos(angle) * reach, at[1] + math.sin(angle) * reach)
        if index % 3 == 0:
            c.path(
                _HERB,
                mix(p.accents[3], p.deep, 0.2),
                at=spot,
                scale=r / 76,
                turn=luck.uniform(0, 360),
            )
        else:
            size = r * luck.uniform(0.05, 0.11)
            c.circle(spot, size, (p.light, p.accents[2], p.accents[0])[index % 3])
            c.circle(spot, size * 0.5, p.accents[1], alpha=0.5)


def shelf(s: Stage) -> None:
    """Draw shelves of books, one of them leaning."""
    c, p, luck = s.canvas, s.colours, s.luck
    tones = [*p.accents, p.deep if not p.is_dark else p.light, mix(p.accents[0], p.ground, 0.4)]
    rows = 2 if s.height > 130 else 1
    tall = s.height / rows
    for row in range(rows):
        board, x = s.top + tall * (row + 1) - 4, 16.0
        while x < 178:
            width, height = luck.uniform(8, 17), tall * luck.uniform(0.58, 0.86)
            tone = luck.choice(tones)
            width = min(width, 184 - x)
            c.rect((x, board - height, width - 1.2, height), tone)
            c.rect((x, board - height * 0.84, width - 1.2, 2.4), p.ground, alpha=0.7)
            c.rect((x, board - height * 0.2, width - 1.2, 1.6), p.ground, alpha=0.7)
            x += width
        c.rect((10, board, 180, 4), p.deep if not p.is_dark else p.accents[3])


def crown(s: Stage) -> None:
    """Draw a crown above crossed lines, as on a playing card."""
    c, p = s.canvas, s.colours
    at, scale = (100.0, s.at(0.46)), min(1.2, s.height / 164)
    stands_off = contrast(rgb(p.accents[2]), rgb(p.deep)) > 2.5
    tone = p.accents[2] if stands_off and not p.is_dark else p.light
    for index in range(4):
        c.ring(at, (58 + index * 8) * scale, p.accents[0], width=1.6, alpha=0.85 - index * 0.14)
    c.circle(at, 60 * scale, p.deep if not p.is_dark else p.accents[3])
    c.path(_CROWN, tone, at=at, scale=scale * 0.72)
    for x, y in ((-56, -24), (0, -40), (56, -24)):
        c.circle((at[0] + x * scale * 0.72, at[1] + y * scale * 0.72), 5 * scale, p.accents[0])
    c.rect((at[0] - 33 * scale, at[1] + 25 * scale, 66 * scale, 5 * scale), p.accents[0])


def flame(s: Stage) -> None:
    """Draw a flame in three tones."""
    c, p = s.canvas, s.colours
    foot, scale = (100.0, s.at(0.96)), s.height / 178
    c.glow((100, s.at(0.6)), min(110, s.height * 0.72), p.accents[2], strength=0.4)
    shape = (
        "M0 0 C-52 0 -62 -44 -44 -76 C-36 -62 -28 -58 -22 -62 C-34 -98 -6 -132 10 -166 C12 -128 "
        "52 -104 52 -52 C52 -20 32 0 0 0 Z"
    )
    tones = (p.accents[0], mix(p.accents[0], p.light, 0.5), p.light)
    for tone, size in zip(tones, (1, 0.66, 0.36), strict=True):
        c.path(shape, tone, at=foot, scale=scale * size)


def table(s: Stage) -> None:
    """Draw a jug, a pear and a cup on a table."""
    c, p, luck = s.canvas, s.colours, s.luck
    one, two, three, four = s.accents()
    board = s.at(0.74)
    k = min(1.0, s.height / 170)
    c.rect((0, board, c.w, c.h - board), p.deep)
    side = luck.choice((0, 1))
    jug, pear, cup = (58, 112, 158) if side else (142, 92, 42)
    c.stroke("M30 -72 C58 -78 58 -30 30 -30", one, width=8 * k, at=(jug, board + 14), scale=k)
    c.path(
        "M-32 0 C-44 -40 -26 -62 -22 -82 L-28 -104 H22 L20 -82 C26 -62 44 -40 32 0 Z",
        one,
        at=(jug, board + 14),
        scale=k,
    )
    c.path(
        "M-32 0 C-44 -40 -26 -62 -22 -82 L-28 -104 H-12 C-8 -60 -22 -40 -12 0 Z",
        p.light,
        at=(jug, board + 14),
        scale=k,
        alpha=0.22,
    )
    c.path(
        "M0 0 C-30 0 -30 -32 -15 -42 C-9 -54 -10 -68 0 -68 C10 -68 9 -54 15 -42 C30 -32 30 0 0 0 Z",
        two,
        at=(pear, board + 24),
        scale=k,
    )
    c.stroke(
        "M0 -66 C0 -74 4 -78 8 -80",
        p.deep if not p.is_dark else p.light,
        width=2.6 * k,
        at=(pear, board + 24),
        scale=k,
    )
    c.path(
        "M-22 -34 H22 C22 -10 14 0 0 0 C-14 0 -22 -10 -22 -34 Z",
        three,
        at=(cup, board + 16),
        scale=k,
    )
    c.ellipse((cup, board + 16 - 34 * k), (22 * k, 4.5 * k), mix(four, p.light, 0.4))
