"""Motifs of drawn covers: the sea, dunes, mountains, water, maps and fields."""

import math

from app.catalogue.cover_canvas import Box, contrast, mix, rgb
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
        for brink in (y, y + 62):
            c.circle((x + 5 + step * 7, brink), 2, p.ground)
    c.circle((x + 26, y + 31), 15, two)
    c.path("M-11 6 L-3 -6 L2 1 L5 -3 L11 6 Z", three, at=(x + 26, y + 32))


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
