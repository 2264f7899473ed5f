"""A small drawing board for covers: flat shapes in page units, drawn large and scaled down.

Units are those of a 200-wide page, whatever the picture's size, so that a motif is written once.
"""

import math
import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from PIL import Image, ImageDraw

Point = tuple[float, float]
Box = tuple[float, float, float, float]  # x, y, width, height

OVERSAMPLING = 3
_CURVE_STEPS = 10
_TOKENS = re.compile(r"[MLHVCQZmlhvcqz]|-?\d*\.?\d+")


def rgb(colour: str) -> tuple[int, int, int]:
    """Read "#rrggbb"."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def mix(colour: str, other: str, share: float) -> str:
    """Blend `share` of the other colour into the first."""
    pairs = zip(rgb(colour), rgb(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def luminance(colour: tuple[int, int, int]) -> float:
    """Compute the relative luminance of WCAG 2."""
    parts = [c / 255 for c in colour]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(first: tuple[int, int, int], second: tuple[int, int, int]) -> float:
    """Compute the contrast ratio of WCAG 2, 1 to 21."""
    low, high = sorted((luminance(first), luminance(second)))
    return (high + 0.05) / (low + 0.05)


@lru_cache(maxsize=256)
def outline(path: str) -> tuple[tuple[Point, ...], ...]:
    """Flatten an SVG path of the commands M L H V C Q Z into polylines."""
    return _Pen(path).lines()


class _Pen:
    """Follows the commands of one path and notes the points it passes."""

    def __init__(self, path: str) -> None:
        self.tokens = _TOKENS.findall(path)
        self.at = 0
        self.x = self.y = 0.0
        self.parts: list[list[Point]] = []

    def lines(self) -> tuple[tuple[Point, ...], ...]:
        command = "M"
        while self.at < len(self.tokens):
            if self.tokens[self.at].isalpha():
                command = self.tokens[self.at]
                self.at += 1
                if command in "Zz":
                    self._go(*self.parts[-1][0])
                    continue
            self._step(command)
            command = {"M": "L", "m": "l"}.get(command, command)
        return tuple(tuple(part) for part in self.parts)

    def _step(self, command: str) -> None:
        relative, kind = command.islower(), command.upper()
        if kind == "H":
            self._go(self._number() + (self.x if relative else 0), self.y)
        elif kind == "V":
            self._go(self.x, self._number() + (self.y if relative else 0))
        elif kind in "CQ":
            count = 3 if kind == "C" else 2
            self._curve([self._point(relative) for _ in range(count)])
        else:
            point = self._point(relative)
            if kind == "M":
                self.parts.append([])
            self._go(*point)

    def _number(self) -> float:
        self.at += 1
        return float(self.tokens[self.at - 1])

    def _point(self, relative: bool) -> Point:
        x, y = self._number(), self._number()
        return (self.x + x, self.y + y) if relative else (x, y)

    def _go(self, x: float, y: float) -> None:
        self.x, self.y = x, y
        self.parts[-1].append((x, y))

    def _curve(self, handles: list[Point]) -> None:
        points = [(self.x, self.y), *handles]
        for step in range(1, _CURVE_STEPS + 1):
            self.parts[-1].append(_bezier(points, step / _CURVE_STEPS))
        self.x, self.y = handles[-1]


def _bezier(points: Sequence[Point], t: float) -> Point:
    while len(points) > 1:
        pairs = pairwise(points)
        points = [(a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t) for a, b in pairs]
    return points[0]


def placed(points: Sequence[Point], at: Point, *, scale: float = 1, turn: float = 0) -> list[Point]:
    """Scale, turn (degrees, clockwise) and move points drawn around the origin."""
    cos, sin = math.cos(math.radians(turn)) * scale, math.sin(math.radians(turn)) * scale
    return [(at[0] + x * cos - y * sin, at[1] + x * sin + y * cos) for x, y in points]


class Canvas:
    """A page of 200 units' width (or as told) on which shapes are put, first below, last above."""

    def __init__(self, size: tuple[int, int], ground: str, *, units: float = 200) -> None:
        self.size = size
        self.k = size[0] * OVERSAMPLING / units
        self.w = units
        self.h = size[1] * units / size[0]
        large = (size[0] * OVERSAMPLING, size[1] * OVERSAMPLING)
        self.image = Image.new("RGB", large, rgb(ground))
        self._solid = ImageDraw.Draw(self.image)
        self._glazed = ImageDraw.Draw(self.image, "RGBA")

    @property
    def pen(self) -> ImageDraw.ImageDraw:
        """Give what letters are written with."""
        return self._solid

    def finished(self) -> Image.Image:
        """Scale the drawing down to the size asked for, which smooths every edge."""
        return self.image.reduce(OVERSAMPLING)

    def _brush(self, colour: str, alpha: float) -> tuple[ImageDraw.ImageDraw, tuple[int, ...]]:
        if alpha >= 1:
            return self._solid, rgb(colour)
        return self._glazed, (*rgb(colour), round(alpha * 255))

    def _scaled(self, points: Sequence[Point]) -> list[Point]:
        return [(x * self.k, y * self.k) for x, y in points]

    def rect(self, box: Box, colour: str, *, alpha: float = 1, r: float = 0) -> None:
        """Fill a rectangle, with corners rounded by r."""
        x, y, w, h = (v * self.k for v in box)
        if round(w) < 1 or round(h) < 1:
            return
        draw, fill = self._brush(colour, alpha)
        frame = (round(x), round(y), round(x + w) - 1, round(y + h) - 1)
        if r:
            draw.rounded_rectangle(frame, radius=r * self.k, fill=fill)
        else:
            draw.rectangle(frame, fill=fill)

    def ellipse(self, at: Point, radii: Point, colour: str, *, alpha: float = 1) -> None:
        """Fill an ellipse around a centre."""
        draw, fill = self._brush(colour, alpha)
        (x, y), (rx, ry) = at, radii
        k = self.k
        draw.ellipse(((x - rx) * k, (y - ry) * k, (x + rx) * k, (y + ry) * k), fill=fill)

    def circle(self, at: Point, r: float, colour: str, *, alpha: float = 1) -> None:
        """Fill a circle."""
        self.ellipse(at, (r, r), colour, alpha=alpha)

    def ring(self, at: Point, r: float, colour: str, *, width: float, alpha: float = 1) -> None:
        """Draw a circle's line, r to its outer edge."""
        draw, fill = self._brush(colour, alpha)
        (x, y), k = at, self.k
        frame = ((x - r) * k, (y - r) * k, (x + r) * k, (y + r) * k)
        draw.ellipse(frame, outline=fill, width=max(1, round(width * k)))

    def slice(self, at: Point, r: float, colour: str, *, span: Point, alpha: float = 1) -> None:
        """Fill a slice of a circle, from and to in degrees clockwise from three o'clock."""
        draw, fill = self._brush(colour, alpha)
        (x, y), k = at, self.k
        draw.pieslice(((x - r) * k, (y - r) * k, (x + r) * k, (y + r) * k), *span, fill=fill)

    def shape(self, points: Sequence[Point], colour: str, *, alpha: float = 1) -> None:
        """Fill a polygon."""
        draw, fill = self._brush(colour, alpha)
        draw.polygon(self._scaled(points), fill=fill)

    def line(self, points: Sequence[Point], colour: str, *, width: float, alpha: float = 1) -> None:
        """Draw a line with round joints and ends."""
        draw, fill = self._brush(colour, alpha)
        thick = max(1, round(width * self.k))
        draw.line(self._scaled(points), fill=fill, width=thick, joint="curve")
        if alpha >= 1 and thick > 2:
            for x, y in (points[0], points[-1]):
                self.circle((x, y), thick / self.k / 2, colour)

    def path(
        self, path: str, colour: str, *, at: Point = (0, 0), scale: float = 1, turn: float = 0,
        alpha: float = 1,
    ) -> None:  # fmt: skip
        """Fill an SVG path, scaled, turned and moved."""
        for part in outline(path):
            self.shape(placed(part, at, scale=scale, turn=turn), colour, alpha=alpha)

    def stroke(
        self, path: str, colour: str, *, width: float, at: Point = (0, 0), scale: float = 1,
        alpha: float = 1,
    ) -> None:  # fmt: skip
        """Draw an SVG path as a line."""
        for part in outline(path):
            self.line(placed(part, at, scale=scale), colour, width=width, alpha=alpha)

    def fade(self, box: Box, top: str, bottom: str) -> None:
        """Fill a rectangle with a gradient from top to bottom."""
        x, y, w, h = (round(v * self.k) for v in box)
        if w < 1 or h < 1:
            return
        mask = Image.linear_gradient("L").resize((1, h)).resize((w, h))
        self.rect(box, top)
        self.image.paste(rgb(bottom), (x, y, x + w, y + h), mask)

    def glow(self, at: Point, r: float, colour: str, *, strength: float = 0.6) -> None:
        """Put a soft light around a point."""
        side = round(2 * r * self.k)
        light = Image.radial_gradient("L").point(
            [round(max(0, 181 - v) / 181 * 255 * strength) for v in range(256)]
        )
        mask = light.resize((side, side))
        corner = (round((at[0] - r) * self.k), round((at[1] - r) * self.k))
        self.image.paste(rgb(colour), (*corner, corner[0] + side, corner[1] + side), mask)

    def through(self, mask: Image.Image, texture: Image.Image) -> None:
        """Put a texture of the drawing's size where the mask is white."""
        self.image.paste(texture, (0, 0), mask)
