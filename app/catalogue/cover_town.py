"""Motifs of drawn covers: houses, streets and what stands in them."""

from app.catalogue.cover_canvas import Point, mix
from app.catalogue.cover_stage import Stage


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


def columns(s: Stage) -> None:
    """Draw classical columns under a pediment."""
    c, p = s.canvas, s.colours
    tone = p.light if p.is_dark else p.deep
    floor = s.at(0.9)
    c.shape([(100, s.at(0.04)), (178, s.at(0.24)), (22, s.at(0.24))], p.accents[0])
    c.rect((24, s.at(0.24), 152, 8), tone)
    for index in range(4):
        x = 34 + index * 37.0
        c.rect((x - 3, s.at(0.24) + 10, 27, 5), tone)
        c.rect((x, s.at(0.24) + 15, 21, floor - s.at(0.24) - 20), tone)
        for groove in range(3):
            c.rect(
                (x + 4 + groove * 5.5, s.at(0.24) + 20, 1.8, floor - s.at(0.24) - 30),
                p.ground,
                alpha=0.75,
            )
        c.rect((x - 3, floor - 5, 27, 5), tone)
    c.rect((16, floor, 168, 6), tone)
    c.rect((0, floor + 6, c.w, c.h - floor - 6), p.accents[1] if not p.is_dark else p.deep)


def stairs(s: Stage) -> None:
    """Draw steps that climb across the page, and a ball on one of them."""
    c, p, luck = s.canvas, s.colours, s.luck
    one, two, three, _ = s.accents()
    count, is_left = 6, luck.random() < 0.5
    width, rise = c.w / count, s.height * 0.76 / count
    for step in range(count):
        column = step if is_left else count - 1 - step
        top = s.at(1) - rise * (step + 1)
        c.rect((column * width, top, width + 0.4, c.h - top), mix(one, p.deep, step / count))
        c.rect((column * width, top, width + 0.4, 5), two)
    rest = luck.randrange(1, 4)
    column = rest if is_left else count - 1 - rest
    c.circle((column * width + width / 2, s.at(1) - rise * (rest + 1) - 13), 13, three)
