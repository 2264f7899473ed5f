"""Motifs of drawn covers: houses, lights, plants, animals, things on a table."""

import math

from app.catalogue.cover_canvas import Point, mix
from app.catalogue.cover_stage import Stage

DOG = "M-38 92 V40 C-38 18 -24 4 0 4 C10 4 14 0 16 -8 L22 -28 L36 -14 L54 -10 C58 2 50 12 36 12 C32 30 32 42 32 58 V92 H18 V56 H-14 V92 Z"
CAT = "M-34 92 C-44 60 -34 34 -14 22 C-18 10 -18 -4 -14 -22 L-2 -12 C4 -14 12 -14 18 -12 L30 -22 C34 -4 33 10 26 20 C36 40 38 64 36 92 Z"
BIRD = "M-58 22 C-34 20 -26 6 -14 -6 C-2 -18 18 -20 30 -10 L48 -6 L32 2 C32 30 12 46 -12 44 C-30 43 -40 32 -58 22 Z"
CHAIR = "M-30 -40 H-20 V18 H30 V92 H20 V40 H-20 V92 H-30 Z"
CROWN = "M-46 44 L-56 -22 L-26 8 L0 -36 L26 8 L56 -22 L46 44 Z"
LEAF = "M0 0 C-9 -13 -20 -12 -24 -9 C-21 0 -11 5 0 0 Z"
FIGURE = "M-15 92 L-11 34 C-24 30 -22 -4 -10 -8 C-4 -10 4 -10 10 -8 C22 -4 24 30 11 34 L15 92 H3 L0 46 L-3 92 Z"


def lamps(s: Stage) -> None:
    """Draw a row of street lamps, each a little dimmer."""
    c, p = s.canvas, s.colours
    floor = s.at(0.88)
    for index in range(7):
        tone = mix(mix(p.light, p.accents[0], min(1, index / 3)), p.deep, max(0, index - 3) * 0.16)
        x, y = 22 + index * 26, s.at(0.14) + abs(index - 3) ** 1.7 * s.height * 0.034
        c.rect((x - 1, y, 2, floor - y), mix(p.accents[3], p.ground, 0.1))
        c.glow((x, y), 24, tone, strength=0.55)
        c.circle((x, y), 7.5, tone)
    c.rect((0, floor, c.w, c.h - floor), p.deep)


def windows(s: Stage) -> None:
    """Draw a house with lit windows and somebody in some of them."""
    c, p, luck = s.canvas, s.colours, s.luck
    wall = luck.choice((p.accents[0], p.deep)) if not p.is_dark else p.accents[3]
    roof = mix(wall, "#000000", 0.28)
    top = s.at(0.06)
    c.rect((30, top, 140, s.bottom + 2 - top), wall)
    c.rect((24, top - 7, 152, 9), roof)
    c.rect((136, top - 19, 14, 12), roof)
    y, round_column = top + 20, luck.randrange(3)
    while y + 30 < s.bottom - 4:
        for column in range(3):
            _window(s, (50 + column * 37, y), roof, is_round=column == round_column)
        y += 39


def _window(s: Stage, corner: Point, dark: str, *, is_round: bool) -> None:
    c, (x, y), luck = s.canvas, corner, s.luck
    tone = dark if luck.random() < 0.22 else mix("#ffe6a0", s.colours.light, 0.3)
    if is_round:
        c.circle((x + 13, y + 14), 14, tone)
    else:
        c.rect((x, y, 26, 28), tone)
    if tone != dark and luck.random() < 0.4:
        c.circle((x + 13, y + 13), 4.6, dark)
        c.slice((x + 13, y + 28), 9.5, dark, span=(180, 360))


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
                LEAF,
                mix(p.accents[3], p.deep, 0.2),
                at=spot,
                scale=r / 76,
                turn=luck.uniform(0, 360),
            )
        else:
            size = r * luck.uniform(0.05, 0.11)
            c.circle(spot, size, (p.light, p.accents[2], p.accents[0])[index % 3])
            c.circle(spot, size * 0.5, p.accents[1], alpha=0.5)


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


def skyline(s: Stage) -> None:
    """Draw a town at dusk in three layers, with a few lights on."""
    c, p, luck = s.canvas, s.colours, s.luck
    c.circle(
        (luck.choice((50, 148)), s.at(0.2)),
        min(26, s.height * 0.14),
        p.light if p.is_dark else p.accents[2],
    )
    tones = (
        mix(p.accents[3], p.ground, 0.45),
        mix(p.accents[0], p.deep, 0.3),
        mix(p.deep, "#000000", 0.15),
    )
    for layer, tone in enumerate(tones):
        x = -luck.uniform(0, 12)
        while x < c.w:
            width = luck.choice((18, 24, 30, 36))
            top = s.at(0.22 + layer * 0.2 + luck.random() * 0.2)
            c.rect((x, top, width + 0.5, c.h - top), tone)
            _roof(s, (x, top), width, tone)
            if layer == 2:
                _lights(s, (x, top), width)
            x += width


def _roof(s: Stage, corner: Point, width: float, tone: str) -> None:
    (x, y), kind = corner, s.luck.randrange(5)
    if kind == 0:
        s.canvas.shape([(x, y + 0.5), (x + width / 2, y - width * 0.5), (x + width, y + 0.5)], tone)
    elif kind == 1:
        s.canvas.rect((x + width / 2 - 1, y - 14, 2, 15), tone)
    elif kind == 2:
        s.canvas.circle((x + width / 2, y), width / 2, tone)


def _lights(s: Stage, corner: Point, width: float) -> None:
    x, y = corner
    for row in range(int((s.bottom - y - 10) / 11)):
        for column in range(int((width - 6) / 8)):
            if s.luck.random() < 0.42:
                s.canvas.rect((x + 5 + column * 8, y + 8 + row * 11, 4, 5.5), "#ffdf8c")


def door(s: Stage) -> None:
    """Draw a door ajar, and light falling through it."""
    c, p = s.canvas, s.colours
    floor, top = s.at(0.72), s.at(0.06)
    light = p.light if p.is_dark else "#fff3cf"
    c.rect((0, floor, c.w, c.h - floor), p.deep)
    c.rect((66, top, 68, floor - top), mix(p.deep, "#000000", 0.3))
    c.rect((71, top + 5, 58, floor - top - 5), light)
    c.shape([(71, floor), (129, floor), (186, c.h), (84, c.h)], light, alpha=0.9)
    c.shape([(71, top + 5), (100, top + 17), (100, floor + 15), (71, floor)], p.accents[0])
    c.shape(
        [(76, top + 20), (94, top + 27), (94, s.at(0.34)), (76, s.at(0.32))],
        mix(p.accents[0], "#000000", 0.18),
    )
    c.shape(
        [(76, s.at(0.39)), (94, s.at(0.41)), (94, floor), (76, floor - 8)],
        mix(p.accents[0], "#000000", 0.18),
    )
    c.circle((96.5, s.at(0.385)), 2.2, light)


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
    tone = p.accents[2] if not p.is_dark else p.light
    for index in range(4):
        c.ring(at, (58 + index * 8) * scale, p.accents[0], width=1.6, alpha=0.85 - index * 0.14)
    c.circle(at, 60 * scale, p.deep if not p.is_dark else p.accents[3])
    c.path(CROWN, tone, at=at, scale=scale * 0.72)
    for x, y in ((-56, -24), (0, -40), (56, -24)):
        c.circle((at[0] + x * scale * 0.72, at[1] + y * scale * 0.72), 5 * scale, p.accents[0])
    c.rect((at[0] - 33 * scale, at[1] + 25 * scale, 66 * scale, 5 * scale), p.accents[0])


def flame(s: Stage) -> None:
    """Draw a flame in three tones."""
    c, p = s.canvas, s.colours
    foot, scale = (100.0, s.at(0.96)), s.height / 178
    c.glow((100, s.at(0.6)), min(110, s.height * 0.72), p.accents[2], strength=0.4)
    shape = "M0 0 C-52 0 -62 -44 -44 -76 C-36 -62 -28 -58 -22 -62 C-34 -98 -6 -132 10 -166 C12 -128 52 -104 52 -52 C52 -20 32 0 0 0 Z"
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
