"""Motifs of drawn covers: landscapes, weather, the sea and the night sky."""

import math

from app.catalogue.cover_canvas import Box, Point, contrast, mix, rgb
from app.catalogue.cover_stage import Stage


def sea(s: Stage) -> None:
    """Draw a low sun, its reflection and a small boat on the horizon."""
    c, p = s.canvas, s.colours
    horizon = s.at(0.34)
    water = p.deep if not p.is_dark else p.accents[3]
    sun = s.luck.choice((62, 74, 130))
    c.circle((sun, horizon), min(34, s.height * 0.2), s.sun if not p.is_dark else p.accents[0])
    c.rect((0, horizon, c.w, c.h - horizon), water)
    for row in range(6):
        y, width = horizon + 12 + row * 11, 44 - row * 5 + (row % 2) * 8
        shift = s.luck.uniform(-9, 9)
        c.line(
            [(sun - width / 2 + shift, y), (sun + width / 2 + shift, y)],
            p.light,
            width=3,
            alpha=0.5,
        )
    boat = 142 if sun < 100 else 44
    _boat(s, boat, horizon + 6)


def _boat(s: Stage, x: float, y: float) -> None:
    c, p = s.canvas, s.colours
    red = p.accents[1]
    is_clear = contrast(rgb(p.light), rgb(p.ground)) > 1.25
    white = p.light if is_clear else mix(p.deep, p.ground, 0.4)
    if s.luck.random() < 0.5:
        c.path("M-28 -8 H28 L19 8 H-19 Z", red, at=(x, y))
        c.rect((x - 15, y - 22, 26, 14), white)
        c.rect((x - 3, y - 34, 8, 12), mix(p.deep, "#000000", 0.3))
        return
    c.path("M-26 -4 H26 L17 9 H-17 Z", red, at=(x, y))
    c.path("M-1 -58 V-8 H-22 Z", white, at=(x, y))
    c.path("M3 -50 V-8 H24 Z", mix(white, p.accents[2], 0.45), at=(x, y))


def dunes(s: Stage) -> None:
    """Draw rolling dunes under a sun, with a dotted track."""
    c, p = s.canvas, s.colours
    tones = [
        mix(p.accents[0], p.ground, 0.15),
        p.accents[1],
        mix(p.accents[1], p.deep, 0.55),
        p.deep,
    ]
    c.circle((s.luck.choice((58, 140)), s.at(0.2)), min(38, s.height * 0.2), s.sun)
    phase = s.luck.uniform(0, 6)
    for index, tone in enumerate(tones):
        base = s.at(0.34 + index * 0.2)
        ridge = [
            (x, base + math.sin(x / 44 + phase + index * 1.9) * 13 + x * 0.05 * (-1) ** index)
            for x in range(0, 205, 5)
        ]
        c.shape([*ridge, (c.w, c.h), (0, c.h)], tone)
    for step in range(16):
        y = c.h - step * (c.h - s.at(0.52)) / 16
        c.circle((104 + math.sin(step / 2.4) * 13, y), 1.9 - step * 0.06, p.light)


def hills(s: Stage) -> None:
    """Draw a moon over layered hills with dark firs."""
    c, p = s.canvas, s.colours
    moon = (s.luck.choice((54, 100, 146)), s.at(0.22))
    c.glow(moon, min(70, s.height * 0.4), s.sun, strength=0.28)
    c.circle(moon, min(27, s.height * 0.15), s.sun)
    phase = s.luck.uniform(0, 6)
    for index in range(4):
        tone = mix(mix(p.accents[3], p.ground, 0.35), p.deep, index / 3)
        base = s.at(0.42 + index * 0.16)
        ridge = [
            (x, base + math.sin(x / 38 + phase + index * 2.3) * 12 + math.sin(x / 17 + index) * 3)
            for x in range(0, 205, 5)
        ]
        c.shape([*ridge, (c.w, c.h), (0, c.h)], tone)
    for _ in range(9):
        x, size = s.luck.uniform(4, 196), s.luck.uniform(11, 21)
        _fir(s, (x, s.at(0.94) + s.luck.uniform(-4, 10)), size, mix(p.deep, "#000000", 0.35))


def _fir(s: Stage, foot: Point, size: float, tone: str) -> None:
    x, y = foot
    s.canvas.rect((x - 1, y - 4, 2, 8), tone)
    for tier in range(3):
        top = y - size * (0.75 + tier * 0.55)
        half = size * (0.5 - tier * 0.11)
        s.canvas.shape(
            [(x, top - size * 0.4), (x + half, top + size * 0.55), (x - half, top + size * 0.55)],
            tone,
        )


def mountains(s: Stage) -> None:
    """Draw peaks in facets, light on one side, and snow."""
    c, p = s.canvas, s.colours
    one, two, three, _ = s.accents()
    c.circle((s.luck.choice((52, 150)), s.at(0.17)), min(22, s.height * 0.12), three)
    peaks = [
        (s.luck.uniform(20, 60), 0.32, one),
        (s.luck.uniform(135, 180), 0.26, two),
        (s.luck.uniform(84, 118), 0.08, p.deep),
    ]
    for x, share, tone in peaks:
        top, half = s.at(share), (c.h - s.at(share)) * 0.62
        lit, dark = mix(tone, p.light, 0.22), mix(tone, "#000000", 0.14)
        c.shape([(x, top), (x + half, c.h), (x - half, c.h)], lit)
        c.shape(
            [
                (x, top),
                (x + half, c.h),
                (x - half * 0.12, c.h),
                (x + 7, top + 62),
                (x - 5, top + 34),
            ],
            dark,
        )
        drop = s.height * 0.15
        slope = drop * half / (c.h - top)
        c.shape(
            [
                (x, top),
                (x + slope, top + drop),
                (x + slope * 0.4, top + drop * 0.72),
                (x, top + drop * 1.05),
                (x - slope * 0.45, top + drop * 0.7),
                (x - slope, top + drop),
            ],
            p.light,
        )
    c.rect((0, c.h - 34, c.w, 34), mix(p.deep, "#000000", 0.25))


def constellation(s: Stage) -> None:
    """Draw a figure of stars joined by fine lines, in a sky of small ones."""
    c, p, luck = s.canvas, s.colours, s.luck
    for _ in range(70):
        c.circle(
            (luck.uniform(4, 196), luck.uniform(s.top, c.h - 4)),
            luck.choice((0.5, 0.7, 1.0)),
            p.light,
            alpha=0.55,
        )
    stars = [
        (30 + i * 23.5 + luck.uniform(-7, 7), s.at(0.18 + 0.58 * luck.random())) for i in range(7)
    ]
    branch = (stars[3][0] + luck.uniform(-20, 20), s.at(luck.choice((0.08, 0.92))))
    c.line(stars, p.light, width=0.9, alpha=0.65)
    c.line([stars[3], branch], p.light, width=0.9, alpha=0.65)
    for index, star in enumerate([*stars, branch]):
        size = luck.uniform(4.6, 8.5)
        c.glow(star, size * 3, p.light, strength=0.45)
        spark(s, star, size, p.accents[0] if index == 2 else p.light)


def spark(s: Stage, at: Point, size: float, colour: str) -> None:
    """Draw a star of four points."""
    points = []
    for step in range(8):
        reach, angle = (size, size * 0.3)[step % 2], step * math.pi / 4 - math.pi / 2
        points.append((at[0] + math.cos(angle) * reach, at[1] + math.sin(angle) * reach))
    s.canvas.shape(points, colour)


def waves(s: Stage) -> None:
    """Draw lines of slow water, with a postage stamp."""
    c, p = s.canvas, s.colours
    one, two, three, _ = p.accents
    for index in range(40):
        y = s.top + 4 + index * 14.5
        if y > s.bottom - 8:
            break
        points = [(x, y + math.sin(x / 21 + 0.5) * 6.5) for x in range(-4, 208, 4)]
        c.line(
            points,
            two if index % 7 == 5 else mix(one, p.ground, 0.45 * (index % 3 == 0)),
            width=3 if index % 3 == 0 else 5,
        )
    x, y = s.luck.choice((20, 128)), s.at(0.08)
    c.rect((x - 4, y - 4, 60, 70), p.ground)
    c.rect((x, y, 52, 62), p.light if not p.is_dark else p.ink)
    for step in range(9):
        for edge in (x, x + 52):
            c.circle((edge, y + 3.5 + step * 6.9), 2, p.ground)
    for step in range(7):
        for edge in (y, y + 62):
            c.circle((x + 5 + step * 7, edge), 2, p.ground)
    c.circle((x + 26, y + 31), 15, two)
    c.path("M-11 6 L-3 -6 L2 1 L5 -3 L11 6 Z", three, at=(x + 26, y + 32))


def rain(s: Stage) -> None:
    """Draw slanting rain and one umbrella."""
    c, p = s.canvas, s.colours
    one, two, *_ = p.accents
    for row in range(18):
        y = s.top + 4 + row * 17
        if y > s.bottom - 14:
            break
        for column in range(8):
            x = -8 + column * 29 + (row % 2) * 14.5
            tone = two if (row * 3 + column * 5) % 7 == 0 else one
            c.line([(x + 4, y), (x - 1, y + 10)], tone, width=2.6)
    x, y = s.luck.choice((84, 100, 116)), s.at(0.68)
    tone = p.deep if not p.is_dark else p.light
    c.circle((x, y), 64, p.ground)
    c.slice((x, y), 58, tone, span=(180, 360))
    for shift in (-38.7, 0, 38.7):
        c.ellipse((x + shift, y + 0.6), (18.6, 8), p.ground)
    c.line([(x, y - 64), (x, y - 56)], tone, width=3)
    c.stroke("M0 -8 V46 C0 62 -20 62 -20 47", tone, width=4.4, at=(x, y))


def sunburst(s: Stage) -> None:
    """Draw rays from a sun on the horizon."""
    c, p = s.canvas, s.colours
    one, two, *_ = s.accents()
    x, y = 100.0, s.at(0.74)
    for ray in range(18):
        start, end = math.radians(180 + ray * 10), math.radians(185 + ray * 10)
        reach = s.height * 0.72 if ray % 2 else s.height * 0.62
        c.shape(
            [
                (x, y),
                (x + math.cos(start) * reach, y + math.sin(start) * reach),
                (x + math.cos(end) * reach, y + math.sin(end) * reach),
            ],
            one,
            alpha=1,
        )
    c.circle((x, y), min(54, s.height * 0.31), p.ground)
    c.circle((x, y), min(46, s.height * 0.27), two)
    c.rect((0, y, c.w, c.h - y), p.deep)
    for row in range(3):
        half = 40 - row * 11
        c.line([(x - half, y + 12 + row * 9), (x + half, y + 12 + row * 9)], two, width=3)


def winter(s: Stage) -> None:
    """Draw snow falling on firs and one lit cottage."""
    c, p, luck = s.canvas, s.colours, s.luck
    floor = s.at(0.82)
    tones = [
        mix(p.accents[3], p.ground, 0.5),
        mix(p.deep, p.accents[3], 0.45),
        mix(p.deep, "#000000", 0.1),
    ]
    for row, tone in enumerate(tones):
        for x in range(-6 + row * 9, 214, 30 - row * 2):
            _fir(
                s,
                (x + luck.uniform(-6, 6), floor + row * 4 - 4),
                32 + row * 5 + luck.uniform(-7, 9),
                tone,
            )
    c.rect((0, floor, c.w, c.h - floor), p.light if p.is_dark else "#ffffff")
    x = luck.choice((64, 112))
    c.rect((x, floor - 22, 34, 27), p.accents[0])
    c.shape([(x - 5, floor - 20), (x + 17, floor - 41), (x + 39, floor - 20)], p.light)
    c.rect((x + 12, floor - 14, 10, 11), "#ffe39a")
    for _ in range(60):
        c.circle(
            (luck.uniform(2, 198), luck.uniform(s.top, floor - 4)),
            luck.uniform(0.9, 2.1),
            "#ffffff",
            alpha=0.9,
        )


def contours(s: Stage) -> None:
    """Draw the lines of a map around a summit, and a flag on it."""
    c, p, luck = s.canvas, s.colours, s.luck
    x, y = luck.uniform(84, 116), s.at(0.5)
    tone = p.light if p.is_dark else p.deep
    waves_of = [(luck.uniform(0.05, 0.12), luck.uniform(0, 6), turns) for turns in (2, 3, 5)]
    for step in range(9):
        points = []
        for angle in range(0, 361, 6):
            t = math.radians(angle)
            bump = 1 + sum(size * math.sin(turns * t + phase) for size, phase, turns in waves_of)
            reach = (8 + step * 15) * bump
            points.append((x + math.cos(t) * reach, y + 2 * step + math.sin(t) * reach * 0.86))
        c.line(points, tone, width=1.7, alpha=0.95 - step * 0.07)
    c.rect((0, 0, c.w, s.top - 3), p.ground)
    c.rect((0, s.bottom, c.w, c.h - s.bottom), p.ground)
    flag = p.accents[0]
    c.line([(x, y), (x, y - 27)], flag, width=2.6)
    c.shape([(x, y - 27), (x + 19, y - 20), (x, y - 12)], flag)


def fields(s: Stage) -> None:
    """Draw farmland seen from above, cut by a river."""
    c, p, luck = s.canvas, s.colours, s.luck
    tones = [*p.accents, p.deep, mix(p.accents[0], p.ground, 0.5)]
    y = s.top
    while y < s.bottom - 8:
        height = min(luck.uniform(26, 42), s.bottom - y)
        x = -luck.uniform(0, 30)
        while x < c.w:
            width = luck.uniform(30, 66)
            c.rect((x, y, width - 2.4, height - 2.4), luck.choice(tones))
            _furrows(s, (x, y, width, height))
            x += width
        y += height
    river = [(100 + math.sin(step / 3.1) * 36, s.top - 6 + step * 9) for step in range(40)]
    c.line(river, p.ground, width=22)
    c.line(river, mix(p.accents[3], p.light, 0.35), width=15)
    c.rect((0, 0, c.w, s.top), p.ground)
    c.rect((0, s.bottom, c.w, c.h - s.bottom), p.ground)


def _furrows(s: Stage, box: Box) -> None:
    (x, y, w, h), tone, kind = box, s.colours.light, s.luck.randrange(4)
    if kind == 0:
        for step in range(5, int(h) - 4, 5):
            s.canvas.rect((x + 4, y + step, w - 10, 1), tone, alpha=0.5)
    elif kind == 1:
        for step in range(5, int(w) - 4, 6):
            s.canvas.rect((x + step, y + 4, 1, h - 10), tone, alpha=0.5)
    elif kind == 2:
        for step in range(int(w / 9) * 2):
            s.canvas.circle(
                (x + 6 + step // 2 * 9, y + h * (0.3 + step % 2 * 0.36)), 2, tone, alpha=0.5
            )
