"""Motifs of drawn covers: the sky by day and night, rain and snow."""

import math

from app.catalogue.cover_canvas import Point, mix
from app.catalogue.cover_stage import Stage


def constellation(s: Stage) -> None:
    """Draw a figure of stars joined by fine lines, in a sky of small ones."""
    c, p, luck = s.canvas, s.colours, s.luck
    for _ in range(70):
        c.circle(
            (luck.uniform(4, 196), luck.uniform(s.top, s.bottom)),
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
    k = min(1.0, s.height / 172)
    x, y = s.luck.choice((84, 100, 116)), s.at(0.94) - 62 * k
    tone = p.deep if not p.is_dark else p.light
    c.circle((x, y), 64 * k, p.ground)
    c.slice((x, y), 58 * k, tone, span=(180, 360))
    for shift in (-38.7, 0, 38.7):
        c.ellipse((x + shift * k, y + 0.6), (18.6 * k, 8 * k), p.ground)
    c.line([(x, y - 64 * k), (x, y - 56 * k)], tone, width=3 * k)
    c.stroke("M0 -8 V46 C0 62 -20 62 -20 47", tone, width=4.4 * k, at=(x, y), scale=k)


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
            fir(
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
        fir(s, (x, s.at(0.94) + s.luck.uniform(-4, 10)), size, mix(p.deep, "#000000", 0.35))


def fir(s: Stage, foot: Point, size: float, tone: str) -> None:
    """Draw a fir of three tiers."""
    x, y = foot
    s.canvas.rect((x - 1, y - 4, 2, 8), tone)
    for tier in range(3):
        top = y - size * (0.75 + tier * 0.55)
        half = size * (0.5 - tier * 0.11)
        s.canvas.shape(
            [(x, top - size * 0.4), (x + half, top + size * 0.55), (x - half, top + size * 0.55)],
            tone,
        )
