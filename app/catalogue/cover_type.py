"""The lettering of drawn covers: which font can write a text, where lines break, how large.

Fonts, versions and the characters they cover stand in static/fonts/covers/vendor.json.
"""

import json
import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from PIL import ImageFont

from app.catalogue.cover_canvas import Canvas

FOLDER = Path(__file__).resolve().parent.parent / "static" / "fonts" / "covers"
SERIFS = ("fraunces-semibold.ttf", "source-serif-semibold.ttf")
SANS = ("inter-display-bold.ttf",)
SMALL = ("inter-semibold.ttf",)
_TRIALS = 7  # sizes, each 5 % smaller, among which the evenest lines win
_REFERENCE = 200  # pixels at which words are measured once; lengths grow in proportion
_SPACES = re.compile(r"\s+")
_NUMBER = re.compile(r"#?[\d.-]*$")
_SERIES = re.compile(r"^(?P<main>.{3,}?)\s*[(\[](?P<sub>[^()\[\]]+)[)\]]$")


@dataclass(frozen=True)
class Lettering:
    """A text set in lines: font file, size and line height in units, widest line."""

    lines: tuple[str, ...]
    font: str
    size: float
    leading: float
    width: float

    @property
    def height(self) -> float:
        """Measure from the top of the first line's capitals to the last line's descenders."""
        return self.leading * (len(self.lines) - 1) + self.size * 0.98


@dataclass(frozen=True)
class Room:
    """The place a text may take, in units, and the sizes and the number of lines it may have."""

    width: float
    height: float
    largest: float
    smallest: float
    lines: int
    leading: float = 1.07


@lru_cache(maxsize=1)
def _coverage() -> dict[str, frozenset[int]]:
    listed = json.loads((FOLDER / "vendor.json").read_text(encoding="utf-8"))
    return {entry["file"]: _points(entry["covers"]) for entry in listed}


def _points(ranges: str) -> frozenset[int]:
    points: set[int] = set()
    for part in ranges.split():
        first, _, last = part.partition("-")
        points.update(range(int(first, 16), int(last or first, 16) + 1))
    return frozenset(points)


@lru_cache(maxsize=64)
def font_at(name: str, pixels: int) -> ImageFont.FreeTypeFont:
    """Open a bundled font at a size."""
    return ImageFont.truetype(str(FOLDER / name), pixels)


def font_for(text: str, choice: tuple[str, ...]) -> str | None:
    """Find the first font of a choice that has a glyph for every character."""
    needed = {ord(char) for char in text}
    return next((name for name in choice if needed <= _coverage()[name]), None)


def written(text: str) -> str:
    """Tidy a text for print: one space between words, curly quotes, nothing invisible.

    Pictograms beside words are dropped, because the words tell enough.
    """
    text = unicodedata.normalize("NFC", text)
    text = "".join(
        c for c in text if unicodedata.category(c) not in ("Cc", "Cf", "Cs") or c.isspace()
    )
    text = _SPACES.sub(" ", text).strip()
    if any(char.isalnum() for char in text):
        kept = (
            c
            for c in text
            if font_for(c, SMALL) or unicodedata.category(c) not in ("So", "Sk", "Mn", "Cn")
        )
        text = _SPACES.sub(" ", "".join(kept)).strip()
    return _curled(text)


def _curled(text: str) -> str:
    text = re.sub(r"(^|[\s(\[])\"", r"\1“", text).replace('"', "”")
    text = re.sub(r"(^|[\s(\[])'(?=\w)", "\\1\u2018", text).replace("'", "\u2019")
    return text.replace("...", "…").replace(" - ", " \u2013 ")


def title_parts(title: str) -> tuple[str, str]:
    """Split a title into what stands large and what stands small: a series, a subtitle."""
    series = _SERIES.match(title)
    if series:
        sub = series["sub"].removeprefix(series["main"]).lstrip(", ")
        return series["main"], "" if _NUMBER.match(sub) else sub
    main, colon, sub = title.partition(": ")
    if colon and len(main) >= 3 and sub:
        return main, sub
    return title, ""


def capitals(text: str) -> str:
    """Write in capitals, Greek ones without their accents."""
    raised = unicodedata.normalize("NFD", text.upper())
    return unicodedata.normalize("NFC", re.sub("(?<=[\u0391-\u03a9])\u0301", "", raised))


@lru_cache(maxsize=4096)
def _length(font: str, text: str) -> float:
    return font_at(font, _REFERENCE).getlength(text) / _REFERENCE


def fitted(text: str, font: str, room: Room) -> Lettering:
    """Set a text as large as its room allows, in balanced lines; at last shorten it."""
    words = text.split(" ")
    lengths = [_length(font, word) for word in words]
    size = room.largest
    fitting: list[tuple[float, float, list[str]]] = []
    while size > room.smallest and len(fitting) < _TRIALS:
        count = _fewest_lines(lengths, room.width / size, _length(font, " "))
        if count and count <= _lines_at(size, room):
            lines = _balanced(words, font, count, room.width / size)
            fitting.append((size * (0.35 + _evenness(lines, font)), size, lines))
        size *= 0.95
    if fitting:
        _, size, lines = max(fitting)
        return _set(lines, font, size, room)
    return _set(_shortened(words, font, room), font, room.smallest, room)


def _evenness(lines: list[str], font: str) -> float:
    """Rate how full the lines are beside the widest, 0 to 1; a lonely short word rates low."""
    lengths = [_length(font, line) for line in lines]
    return (0.6 * sum(lengths) / len(lengths) + 0.4 * min(lengths)) / max(lengths)


def _lines_at(size: float, room: Room) -> int:
    return max(1, min(room.lines, int((room.height / size - 0.98) / room.leading) + 1))


def _fewest_lines(lengths: list[float], width: float, space: float) -> int:
    """Count the lines of a greedy filling, 0 where a word is wider than a line."""
    if max(lengths) > width:
        return 0
    count, used = 1, -space
    for length in lengths:
        if used + space + length > width:
            count, used = count + 1, -space
        used += space + length
    return count


def _balanced(words: list[str], font: str, count: int, width: float) -> list[str]:
    """Break into so many lines that the widest is as narrow as can be."""
    space, lengths = _length(font, " "), [_length(font, word) for word in words]
    low, high = max(lengths), width
    for _ in range(12):
        middle = (low + high) / 2
        fits = _fewest_lines(lengths, middle, space) <= count
        low, high = (low, middle) if fits else (middle, high)
    return _filled(words, lengths, high + 1e-6, space)


def _filled(words: list[str], lengths: list[float], width: float, space: float) -> list[str]:
    lines: list[list[str]] = [[]]
    used = -space
    for word, length in zip(words, lengths, strict=True):
        if lines[-1] and used + space + length > width:
            lines.append([])
            used = -space
        lines[-1].append(word)
        used += space + length
    return [" ".join(line) for line in lines]


def _shortened(words: list[str], font: str, room: Room) -> list[str]:
    """Fill the lines there are at the smallest size, and end in an ellipsis what does not fit."""
    width = room.width / room.smallest
    pieces = [piece for word in words for piece in _cut(word, font, width)]
    lengths = [_length(font, piece) for piece in pieces]
    lines = _filled(pieces, lengths, width, _length(font, " "))
    most = _lines_at(room.smallest, room)
    if len(lines) <= most:
        return lines
    return [*lines[: most - 1], _ended(lines[most - 1], font, width)]


def _cut(word: str, font: str, width: float) -> list[str]:
    """Cut a word that is wider than a line into pieces that are not."""
    if _length(font, word) <= width:
        return [word]
    pieces = [""]
    for char in word:
        if pieces[-1] and _length(font, pieces[-1] + char + "-") > width:
            pieces[-1] += "-"
            pieces.append("")
        pieces[-1] += char
    return pieces


def _ended(line: str, font: str, width: float) -> str:
    while line and _length(font, line + "…") > width:
        line = line[:-1].rstrip(" ,;:.\u2013-")
    return line + "…"


def _set(lines: list[str], font: str, size: float, room: Room) -> Lettering:
    """Note the lines, a little smaller where kerning made one wider than its words."""
    widest = max(_length(font, line) for line in lines)
    size = min(size, room.width / max(widest, 0.01))
    return Lettering(tuple(lines), font, size, size * room.leading, widest * size)


def draw_lines(
    canvas: Canvas, text: Lettering, at: tuple[float, float], colour: str, *, anchor: str = "l"
) -> None:  # fmt: skip
    """Write lines below a point; anchor l, m or r says which side of the text stands on it."""
    draw, k = canvas.pen, canvas.k
    font = font_at(text.font, max(1, round(text.size * k)))
    for index, line in enumerate(text.lines):
        base = at[1] + text.size * 0.74 + index * text.leading
        draw.text((at[0] * k, base * k), line, font=font, fill=colour, anchor=f"{anchor}s")


def tracked(text: str, font: str, room: Room) -> Lettering:
    """Set one line of spaced capitals, smaller where it is long, shortened at last."""
    size = room.largest
    while size > room.smallest and _tracked_length(text, font) * size > room.width:
        size *= 0.96
    while len(text) > 1 and _tracked_length(text, font) * size > room.width:
        text = text.rstrip("…")[:-1].rstrip(" .,&·") + "…"
    return Lettering((text,), font, size, size, _tracked_length(text, font) * size)


TRACKING = 0.12  # of the size, between two letters


def _tracked_length(text: str, font: str) -> float:
    return sum(_length(font, char) for char in text) + TRACKING * (len(text) - 1)


def draw_tracked(
    canvas: Canvas, text: Lettering, at: tuple[float, float], colour: str, *, anchor: str = "l"
) -> None:  # fmt: skip
    """Write spaced capitals on a base line."""
    k, font = canvas.k, font_at(text.font, max(1, round(text.size * canvas.k)))
    x = at[0] - {"l": 0.0, "m": text.width / 2, "r": text.width}[anchor]
    for char in text.lines[0]:
        canvas.pen.text((x * k, at[1] * k), char, font=font, fill=colour, anchor="ls")
        x += (_length(text.font, char) + TRACKING) * text.size
