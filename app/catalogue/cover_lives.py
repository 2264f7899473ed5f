"""Motifs of drawn covers: plants, animals and figures."""

import math

from app.catalogue.cover_canvas import Point, mix
from app.catalogue.cover_stage import Stage

DOG = (
    "M-38 92 V40 C-38 18 -24 4 0 4 C10 4 14 0 16 -8 L22 -28 L36 -14 L54 -10 C58 2 50 12 36 12 "
    "C32 30 32 42 32 58 V92 H18 V56 H-14 V92 Z"
)
CAT = (
    "M-34 92 C-44 60 -34 34 -14 22 C-18 10 -18 -4 -14 -22 L-2 -12 C4 -14 12 -14 18 -12 L30 -22 "
    "C34 -4 33 10 26 20 C36 40 38 64 36 92 Z"
)
BIRD = (
    "M-58 22 C-34 20 -26 6 -14 -6 C-2 -18 18 -20 30 -10 L48 -6 L32 2 C32 30 12 46 -12 44 C-30 43 "
    "-40 32 -58 22 Z"
)
CHAIR = "M-30 -40 H-20 V18 H30 V92 H20 V40 H-20 V92 H-30 Z"
FIGURE = (
    "M-15 92 L-11 34 C-24 30 -22 -4 -10 -8 C-4 -10 4 -10 10 -8 C22 -4 24 30 11 34 L15 92 H3 L0 "
    "46 L-3 92 Z"
)
LEAF = "M0 0 C-9 -13 -20 -12 -24 -9 C-21 0 -11 5 0 0 Z"


def spotlight(s: Stage) -> None:
    """Draw a cone of light and one figure standing in it."""
    c, p, luck = s.canvas, s.colours, s.luck
    floor = s.at(0.95)
    beam = p.light if p.is_dark else mix(p.ground, "#ffffff", 0.7)
    c.shape([(100, s.top - 2), (190, floor), (10, floor)], beam, alpha=0.92)
    c.ellipse((100, floor), (90, min(17, s.height * 0.1)), beam)
    scale = min(1.0, s.height / 176)
    dark = p.deep if not p.is_dark else mix(p.ground, "#000000", 0.35)
    words = s.title.lower()
    named = [shape for word, shape in (("dog", DOG), ("cat", CAT)) if word in words]
    figure = luck.choice(named or (DOG, CAT, CHAIR, FIGURE))
    feet = floor + 3
    c.path(figure, dark, at=(98, feet - 92 * scale), scale=scale)
    if figure == DOG:
        c.stroke(
            "M-36 42 C-54 40 -60 26 -58 12",
            dark,
            width=8 * scale,
            at=(98, feet - 92 * scale),
            scale=scale,
        )
    if figure == CAT:
        c.stroke(
            "M30 88 C58 92 66 70 56 52",
            dark,
            width=8 * scale,
            at=(98, feet - 92 * scale),
            scale=scale,
        )
    if figure == FIGURE:
        c.circle((98, feet - 115 * scale), 11 * scale, dark)


def branches(s: Stage) -> None:
    """Draw garden stems with leaves in pairs and a flower each."""
    c, p, luck = s.canvas, s.colours, s.luck
    floor = s.at(0.94)
    stem = mix(p.deep, p.accents[1], 0.3) if not p.is_dark else p.light
    for index in range(4):
        x, tone = 34 + index * 44, p.accents[(index + luck.randrange(2)) % 4]
        top = s.at(0.1 + luck.random() * 0.26)
        c.line([(x, floor), (x, top)], stem, width=2.4)
        y = top + 24
        while y < floor - 14:
            c.path(LEAF, tone, at=(x, y), scale=0.95)
            c.path(LEAF, mix(tone, p.ground, 0.3), at=(x, y + 8), scale=0.95, turn=112)
            y += 25
        _bloom(s, (x, top), tone)
    c.rect((0, floor, c.w, c.h - floor), p.deep)


def _bloom(s: Stage, at: Point, tone: str) -> None:
    c, p = s.canvas, s.colours
    kind = s.luck.randrange(3)
    if kind == 0:
        c.circle(at, 9, tone)
    elif kind == 1:
        for petal in range(6):
            angle = petal * math.pi / 3
            c.circle((at[0] + math.cos(angle) * 7, at[1] + math.sin(angle) * 7), 5, tone)
        c.circle(at, 4, p.light)
    else:
        c.path(
            "M-11 -10 L-5 -3 L0 -13 L5 -3 L11 -10 C12 6 6 10 0 10 C-6 10 -12 6 -11 -10 Z",
            tone,
            at=at,
        )


def leaf(s: Stage) -> None:
    """Draw one large leaf with its veins, over a second."""
    c, p, luck = s.canvas, s.colours, s.luck
    side = luck.choice((-1, 1))
    scale = s.height / 190
    for turn, tone, vein, shift in (
        (side * 34, p.accents[1], p.ground, side * 26),
        (side * -14, p.deep if not p.is_dark else p.accents[0], p.light, side * -10),
    ):
        foot = (100 + shift, s.at(1.02))
        c.path(
            "M0 0 C-64 -38 -66 -128 0 -184 C66 -128 64 -38 0 0 Z",
            tone,
            at=foot,
            scale=scale,
            turn=turn,
        )
        lines = [[(0.0, 14.0), (0.0, -172.0)]]
        for step in range(7):
            y, reach = -26.0 - step * 20, 42 - abs(step - 2.3) * 6.2
            lines += [[(0.0, y), (way * reach, y - 24)] for way in (-1, 1)]
        cos, sin = math.cos(math.radians(turn)) * scale, math.sin(math.radians(turn)) * scale
        for line in lines:
            c.line(
                [(foot[0] + x * cos - y * sin, foot[1] + x * sin + y * cos) for x, y in line],
                vein,
                width=1.8,
            )


def birds(s: Stage) -> None:
    """Draw one bird on a branch before a large round sun."""
    c, p, luck = s.canvas, s.colours, s.luck
    side, r = luck.choice((-1, 1)), min(70, s.height * 0.4)
    tone = p.deep if not p.is_dark else mix(p.ground, "#000000", 0.45)
    middle = (100 + side * 8, s.at(0.45))
    c.circle(middle, r, p.accents[0] if not p.is_dark else p.light)
    branch = middle[1] + r * 0.52
    c.line(
        [(0 if side > 0 else 200, branch + 16), (100, branch + 3), (100 + side * 70, branch - 14)],
        tone,
        width=4.5,
    )
    for step in range(6):
        x = 100 - side * (84 - step * 30)
        c.path(
            LEAF,
            p.accents[1],
            at=(x, branch + 8 - step * 3),
            turn=luck.choice((20, 60, 150, 190)),
            scale=0.8,
        )
    scale = r / 76
    for part in (BIRD,):
        flipped = part if side > 0 else _mirrored(part)
        c.path(flipped, tone, at=(100, branch - 40 * scale), scale=scale)
    c.circle(
        (100 + side * 25 * scale, branch - 49 * scale),
        2.4 * scale,
        p.light if not p.is_dark else p.accents[0],
    )


def _mirrored(path: str) -> str:
    parts = path.split()
    turned, is_x = [], True
    for part in parts:
        letter, number = (part[0], part[1:]) if part[0].isalpha() else ("", part)
        if number:
            turned.append(letter + (f"{-float(number):g}" if is_x else number))
            is_x = not is_x
        else:
            turned.append(letter)
    return " ".join(turned)
