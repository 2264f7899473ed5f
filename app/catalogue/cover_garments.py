"""Flat drawings of garments, for clothes that have no picture: no letters, one piece on a ground."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from random import Random

from PIL import Image, ImageDraw

from app.catalogue.cover_canvas import Canvas, Point, contrast, mix, outline, placed, rgb

# Right halves, from the top of the middle to its foot; the left is their mirror image.
_HALVES = {
    "jumper": "M0 -42 C9 -42 15 -46 18 -54 L36 -48 C46 -44 50 -37 53 -26 L70 40 L54 45 L39 4 V60 H0",
    "tee": "M0 -42 C10 -42 16 -47 19 -55 L38 -49 C44 -46 48 -42 52 -36 L68 -10 L51 1 L39 -14 V60 H0",
    "shirt": "M0 -44 L14 -56 L36 -49 C46 -45 50 -38 53 -27 L67 44 L53 48 L39 4 V56 C30 66 12 68 0 68",
    "coat": "M0 -58 L16 -64 L36 -56 C46 -52 50 -45 52 -34 L64 36 L50 40 L39 -2 L46 78 H0",
    "jacket": "M0 -48 L16 -57 L37 -50 C47 -46 51 -39 54 -28 L68 38 L54 43 L40 4 V50 H0",
    "dress": "M0 -40 C8 -40 13 -50 14 -66 L23 -66 C24 -54 28 -46 34 -42 C34 -28 28 -16 25 -6 L54 66 C36 75 16 76 0 76",
    "skirt": "M0 -56 H30 L33 -42 L62 54 C42 64 20 66 0 66",
    "trousers": "M0 -72 H31 L34 -58 L41 74 H14 L2 -22 H0",
    "shorts": "M0 -48 H36 L40 -34 L52 42 H11 L2 0 H0",
    "bag": "M0 -20 H46 C49 -20 51 -18 51 -15 L58 58 C58 62 56 64 52 64 H0",
    "tote": "M0 -26 H46 L52 68 H0",
    "hat": "M0 -50 C36 -50 54 -20 54 22 H0",
    "scarf": "M0 -58 C30 -58 44 -48 44 -34 C44 -22 36 -14 24 -10 L34 70 H8 L4 -6 H0",
}  # fmt: skip
_WHOLES = {
    "boot": "M-34 -66 H10 C10 -40 8 -20 12 0 C18 16 48 14 58 34 C61 40 62 46 62 52 H-38 C-42 20 -34 -30 -34 -66 Z",
    "shoe": "M-66 -18 C-60 -28 -46 -26 -40 -16 C-32 -8 -22 -16 -14 -28 L2 -30 C14 -8 30 2 52 7 C66 10 70 18 70 30 H-68 C-71 12 -71 -4 -66 -18 Z",
    "sock": "M-12 -70 H26 V8 C26 22 16 30 4 40 L-18 58 C-32 68 -52 54 -46 38 C-41 26 -12 22 -12 2 Z",
    "belt": "M-84 -13 H84 C90 -8 90 8 84 13 H-84 Z",
}  # fmt: skip
_WORDS = {
    "coat": "coat overcoat parka trench mac raincoat outerwear",
    "jacket": "jacket blazer bomber gilet vest waistcoat anorak",
    "shirt": "shirt blouse overshirt flannel oxford top",
    "tee": "tee t-shirt tshirt tank henley polo",
    "jumper": "jumper knit knitwear sweater cardigan pullover sweatshirt hoodie fleece turtleneck rollneck roll-neck",
    "dress": "dress gown jumpsuit pinafore dungarees romper",
    "skirt": "skirt kilt",
    "shorts": "shorts",
    "trousers": "trousers jeans chinos pants leggings culottes joggers cords denim bottoms slacks",
    "boot": "boot boots wellingtons",
    "shoe": "shoe shoes trainers sneakers loafers brogues sandals plimsolls espadrilles mules derby footwear clogs",
    "tote": "tote shopper",
    "bag": "bag satchel rucksack backpack handbag purse clutch crossbody",
    "scarf": "scarf shawl snood stole wrap tie",
    "hat": "hat beanie cap beret bonnet fedora",
    "belt": "belt braces",
    "sock": "sock socks tights stockings hosiery",
}  # fmt: skip
_NAMED = {word: name for name, words in _WORDS.items() for word in words.split()}
_COLOURS = {
    "black": "2b2a31", "charcoal": "43444c", "grey": "8d9199", "gray": "8d9199", "white": "fdfaf3", "cream": "f4e8d0", "ivory": "f7efdf",
    "ecru": "eadfc8", "oat": "dccbae", "oatmeal": "dccbae", "navy": "22315c", "blue": "3c6ea8", "sky": "8fb9d9", "indigo": "34408a", "denim": "4a6c99",
    "teal": "1f6f73", "green": "3f7a53", "olive": "6d7040", "sage": "97a988", "forest": "2c5140", "moss": "6a7d45", "khaki": "9a8d63",
    "red": "b8352f", "burgundy": "6e1f31", "wine": "6e1f31", "rust": "b5542c", "terracotta": "c0623f", "orange": "e0813a", "mustard": "d3a02f", "ochre": "c98f2f",
    "yellow": "eabf45", "camel": "c49a63", "tan": "c08a55", "brown": "6f4a33", "chocolate": "54362a", "pink": "dd8fa0", "blush": "e9b9b5", "rose": "c8687c",
    "lilac": "a893cc", "plum": "653560", "purple": "6b4791", "silver": "b9bec5", "gold": "cda349", "lavender": "a99bd0", "coral": "e5735f", "stone": "c9bda6", "sand": "d6c19c",
}  # fmt: skip
_CHOSEN = ("22315c", "b5542c", "3f7a53", "d3a02f", "6e1f31", "1f6f73", "c49a63", "653560", "3c6ea8", "dd8fa0", "2b2a31", "97a988", "e5735f", "f4e8d0", "8d9199", "6d7040")  # fmt: skip
_GROUNDS = ("f3e6cf", "e9efd9", "cfe3e0", "f7d9c9", "e4e7ee", "f6cfd0", "e3dcf0", "f5dfa4", "ece5d8", "d5e4ee", "f2efe4", "f2c9a1")  # fmt: skip
_DEEP_GROUNDS = ("2f4a52", "6b3a46", "41543f", "b5593f", "35456b", "7a5a86", "c58a2e")
_PATTERNS = {
    "stripe": "stripe stripes striped breton",
    "check": "check checked tartan plaid gingham flannel",
    "dots": "dot dots dotted spot spots spotted polka floral flower print printed",
    "pins": "pinstripe cord cords corduroy ribbed rib cable linen",
    "plain": "plain leather suede silk cashmere wool merino denim",
}
_ONLY_PLAIN = ("boot", "shoe", "belt")


@dataclass(frozen=True)
class Cloth:
    """What a garment is made of: its colour, a second one, a darker one for seams."""

    colour: str
    second: str
    seam: str
    pattern: str


def garment_of(title: str, kind: str) -> str | None:
    """Recognise a garment by its kind, else by its title."""
    for text in (kind, title):
        words = re.findall(r"[\w-]+", text.lower())
        for word in reversed(words):
            for form in (word, word.removesuffix("s"), word.removesuffix("es")):
                if form in _NAMED:
                    return _NAMED[form]
    return None


def draw_garment(garment: str, title: str, size: tuple[int, int], luck: Random) -> Image.Image:
    """Draw a garment in the colour and pattern its title names, else in chosen ones."""
    words = re.findall(r"[\w-]+", title.lower())
    cloth = _cloth(garment, words, luck)
    ground = _ground(cloth.colour, luck)
    canvas = Canvas(size, ground)
    _backdrop(canvas, ground, luck)
    at, scale = (canvas.w / 2, canvas.h / 2), min(canvas.w, canvas.h) / 200 * 1.08
    shapes = _shapes(garment, at, scale)
    for shape in shapes:
        canvas.shape([(x + 4, y + 5) for x, y in shape], mix(ground, "#2a2030", 0.22))
    _fill(canvas, shapes, cloth)
    _DETAILS[garment](_Tailor(canvas, cloth, at, scale, "cardigan" in words))
    return canvas.finished()


def _cloth(garment: str, words: list[str], luck: Random) -> Cloth:
    named = [_COLOURS[word] for word in words if word in _COLOURS]
    colour = "#" + (named[0] if named else luck.choice(_CHOSEN))
    is_dark = contrast(rgb(colour), (255, 255, 255)) > 4
    others = [f"#{c}" for c in _CHOSEN if 1.6 < contrast(rgb(colour), rgb(f"#{c}")) < 6]
    second = (
        "#" + named[1]
        if len(named) > 1
        else luck.choice(
            [
                mix(colour, "#fff6e6", 0.82) if is_dark else mix(colour, "#20202c", 0.6),
                luck.choice(others),
            ]
        )
    )
    told = [pattern for pattern, names in _PATTERNS.items() if set(names.split()) & set(words)]
    pattern = (
        told[0]
        if told
        else luck.choice(("plain", "plain", "plain", "stripe", "check", "dots", "pins"))
    )
    if garment in _ONLY_PLAIN:
        pattern = "plain"
    return Cloth(
        colour,
        second,
        mix(colour, "#000000", 0.32) if not is_dark else mix(colour, "#ffffff", 0.3),
        pattern,
    )


def _ground(colour: str, luck: Random) -> str:
    """Choose a ground from which the garment stands off."""
    shuffled = luck.sample(_GROUNDS, len(_GROUNDS))
    clear = [g for g in shuffled if contrast(rgb(f"#{g}"), rgb(colour)) > 1.9]
    return f"#{clear[0]}" if clear else f"#{luck.choice(_DEEP_GROUNDS)}"


def _backdrop(canvas: Canvas, ground: str, luck: Random) -> None:
    tone = mix(ground, "#ffffff", 0.36 if contrast(rgb(ground), (255, 255, 255)) < 2 else 0.12)
    kind = luck.randrange(3)
    middle = (canvas.w / 2, canvas.h / 2)
    if kind == 0:
        canvas.circle(middle, min(middle) * 0.84, tone)
    elif kind == 1:
        r = min(middle) * 0.66
        canvas.slice((middle[0], middle[1] - r * 0.2), r, tone, span=(180, 360))
        canvas.rect((middle[0] - r, middle[1] - r * 0.2, 2 * r, canvas.h), tone)


@lru_cache(maxsize=32)
def _outline_of(garment: str) -> tuple[Point, ...]:
    if garment in _WHOLES:
        return outline(_WHOLES[garment])[0]
    half = outline(_HALVES[garment])[0]
    return (*half, *((-x, y) for x, y in reversed(half)))


def _shapes(garment: str, at: Point, scale: float) -> list[list[Point]]:
    points = _outline_of(garment)
    if garment == "sock":
        return [
            placed(points, (at[0] + shift, at[1] + lift), scale=scale * 0.92, turn=turn)
            for shift, lift, turn in ((-16, -6, 8), (26, 8, -4))
        ]
    return [placed(points, at, scale=scale)]


def _fill(canvas: Canvas, shapes: list[list[Point]], cloth: Cloth) -> None:
    for shape in shapes:
        canvas.shape(shape, cloth.colour)
        if cloth.pattern != "plain":
            mask = Image.new("L", canvas.image.size)
            ImageDraw.Draw(mask).polygon([(x * canvas.k, y * canvas.k) for x, y in shape], fill=255)
            texture = Canvas(canvas.size, cloth.colour)
            _TEXTURES[cloth.pattern](texture, cloth)
            canvas.through(mask, texture.image)


def _stripe(texture: Canvas, cloth: Cloth) -> None:
    for step in range(int(texture.h / 12)):
        texture.rect((0, step * 12.0, texture.w, 4.4), cloth.second)


def _check(texture: Canvas, cloth: Cloth) -> None:
    for step in range(int(texture.w / 22) + 1):
        texture.rect((step * 22.0, 0, 9, texture.h), cloth.second, alpha=0.38)
        texture.rect((0, step * 22.0, texture.w, 9), cloth.second, alpha=0.38)
        texture.rect((step * 22.0 + 15, 0, 1.2, texture.h), cloth.second, alpha=0.7)
        texture.rect((0, step * 22.0 + 15, texture.w, 1.2), cloth.second, alpha=0.7)


def _dots(texture: Canvas, cloth: Cloth) -> None:
    for row in range(17):
        for column in range(17):
            texture.circle((column * 13.0 + row % 2 * 6.5, row * 12.0), 2.1, cloth.second)


def _pins(texture: Canvas, cloth: Cloth) -> None:
    for step in range(int(texture.w / 6)):
        texture.rect((step * 6.0, 0, 1.1, texture.h), cloth.seam, alpha=0.42)


_TEXTURES: dict[str, Callable[[Canvas, Cloth], None]] = {
    "stripe": _stripe,
    "check": _check,
    "dots": _dots,
    "pins": _pins,
}


class _Tailor:
    """Puts seams, buttons and trimmings on a garment whose middle stands at a point."""

    def __init__(self, canvas: Canvas, cloth: Cloth, at: Point, scale: float, opens: bool) -> None:
        self.canvas, self.cloth, self.at, self.scale = canvas, cloth, at, scale
        self.opens = opens

    def seam(self, path: str, *, width: float = 1.5, both: bool = False, colour: str = "") -> None:
        """Draw a seam, and its mirror image if told so."""
        for part in outline(path):
            for way in (1, -1) if both else (1,):
                points = placed([(x * way, y) for x, y in part], self.at, scale=self.scale)
                self.canvas.line(points, colour or self.cloth.seam, width=width * self.scale)

    def patch(self, path: str, colour: str, *, both: bool = False) -> None:
        """Fill a piece of another cloth, and its mirror image if told so."""
        for part in outline(path):
            for way in (1, -1) if both else (1,):
                points = placed([(x * way, y) for x, y in part], self.at, scale=self.scale)
                self.canvas.shape(points, colour)

    def buttons(self, x: float, start: float, end: float, *, count: int) -> None:
        """Sew on a row of buttons."""
        for index in range(count):
            y = start + (end - start) * index / max(1, count - 1)
            (spot,) = placed([(x, y)], self.at, scale=self.scale)
            self.canvas.circle(spot, 2.3 * self.scale, self.cloth.seam)

    @property
    def dark(self) -> str:
        """Give the cloth in shadow."""
        return mix(self.cloth.colour, "#000000", 0.24)

    @property
    def trim(self) -> str:
        """Give the cloth in another light, for collars and cuffs."""
        return (
            mix(self.cloth.colour, "#ffffff", 0.16) if self.cloth.colour != "#fdfaf3" else "#ece4d4"
        )


def _jumper(t: _Tailor) -> None:
    t.patch("M0 -46 C8 -46 12 -50 14 -56 C8 -58 4 -58 0 -58 Z", t.dark, both=True)
    t.patch("M0 -46 C8 -46 14 -50 16 -56 L20 -54 C17 -45 10 -41 0 -41 Z", t.trim, both=True)
    t.patch("M39 52 V60 H0 V52 Z", t.trim, both=True)
    t.patch("M68 32 L70 40 L54 45 L51 37 Z", t.trim, both=True)
    t.seam("M39 4 C41 -10 42 -18 40 -26", both=True)
    if t.opens:
        t.seam("M0 -41 V60", width=1.8)
        t.buttons(4.5, -28, 46, count=5)


def _tee(t: _Tailor) -> None:
    t.patch("M0 -46 C8 -46 13 -50 15 -56 C8 -58 4 -58 0 -58 Z", t.dark, both=True)
    t.patch("M0 -46 C9 -46 15 -50 17 -57 L20 -55 C17 -45 10 -41.5 0 -41.5 Z", t.trim, both=True)
    t.seam("M39 -14 C41 -24 41 -30 39 -36", both=True)
    t.seam("M0 55 H39", both=True, width=1)


def _shirt(t: _Tailor) -> None:
    t.patch("M0 -44 L13 -56 C8 -60 4 -60 0 -60 Z", t.dark, both=True)
    t.patch("M0 -42 L13 -58 L22 -52 L11 -32 Z", t.trim, both=True)
    t.seam("M0 -42 L11 -32 L22 -52", both=True, width=1.1)
    t.seam("M0 -42 V68")
    t.buttons(0, -24, 54, count=6)
    t.seam("M39 4 C41 -10 42 -18 40 -26", both=True)
    t.seam("M12 -16 H28 V0 L20 4 L12 0 Z", width=1.1)
    t.seam("M51 40 L65 35", both=True, width=1.2)


def _coat(t: _Tailor) -> None:
    t.patch("M0 -38 L12 -64 C6 -66 3 -66 0 -66 Z", t.dark, both=True)
    t.patch("M0 -20 L14 -66 L24 -60 L30 -42 L20 -40 Z", t.trim, both=True)
    t.seam("M0 -20 L20 -40 L30 -42 L24 -60", both=True, width=1.2)
    t.seam("M0 -20 V78")
    t.buttons(7, -8, 34, count=3)
    t.buttons(-7, -8, 34, count=3)
    t.seam("M16 34 H32", both=True, width=2.4)
    t.seam("M39 -2 C41 -16 42 -24 40 -32", both=True)


def _jacket(t: _Tailor) -> None:
    t.patch("M0 -36 L13 -57 C7 -60 3 -60 0 -60 Z", t.dark, both=True)
    t.patch("M0 -34 L14 -59 L22 -55 L14 -30 Z", t.trim, both=True)
    t.seam("M0 -34 V50", width=2.2)
    t.patch("M40 42 V50 H0 V42 Z", t.trim, both=True)
    t.patch("M66 30 L68 38 L54 43 L51 35 Z", t.trim, both=True)
    t.seam("M12 -12 H30 V2 H12 Z", both=True, width=1.1)
    t.seam("M18 20 L28 34", both=True, width=2.2)
    t.seam("M40 4 C42 -10 43 -18 41 -26", both=True)


def _dress(t: _Tailor) -> None:
    t.seam("M0 -4 C10 -4 18 -5 25 -7", both=True, width=2)
    t.seam("M8 0 C12 24 16 48 20 74", both=True, width=1)
    t.seam("M0 68 C16 68 34 66 51 60", both=True, width=1)


def _skirt(t: _Tailor) -> None:
    t.seam("M0 -43 H33", both=True, width=1.8)
    for x in (6, 14, 22):
        t.seam(f"M{x} -40 L{x * 2} 64", both=True, width=1)
    t.buttons(0, -50, -50, count=1)


def _trousers(t: _Tailor) -> None:
    t.seam("M0 -61 H34", both=True, width=1.6)
    t.seam("M0 -61 V-24", width=1.4)
    t.seam("M33 -50 C30 -44 26 -42 21 -42 V-58", both=True, width=1.2)
    t.seam("M20 -34 L27 70", both=True, width=0.9)
    t.buttons(0, -66.5, -66.5, count=1)
    t.seam("M14 68 H40.5", both=True, width=1)


def _shorts(t: _Tailor) -> None:
    t.seam("M0 -38 H39", both=True, width=1.6)
    t.seam("M0 -38 V-2", width=1.4)
    t.seam("M39 -30 C34 -22 30 -20 24 -20 V-36", both=True, width=1.2)
    t.seam("M11 36 H51", both=True, width=1)
    t.seam("M0 -30 C6 -30 8 -24 10 -14", both=True, width=1)


def _bag(t: _Tailor) -> None:
    t.seam("M26 -20 C26 -74 -26 -74 -26 -20", width=5, colour=t.dark)
    t.patch("M0 -20 H46 C49 -20 51 -18 51 -15 L52.5 0 H0 Z", t.trim, both=True)
    t.seam("M0 0 H52.5", both=True, width=1.2)
    t.patch("M0 -6 H7 V10 C7 14 4 16 0 16 Z", t.cloth.seam, both=True)
    t.seam("M0 58 H54", both=True, width=1)


def _tote(t: _Tailor) -> None:
    t.seam("M-24 -8 V-30 C-24 -84 24 -84 24 -30 V-8", width=5.5, colour=t.dark)
    t.seam("M0 -18 H46", both=True, width=1)
    t.seam("M0 61 H51", both=True, width=1)


def _hat(t: _Tailor) -> None:
    t.canvas.circle(placed([(0, -58)], t.at, scale=t.scale)[0], 14 * t.scale, t.trim)
    t.patch("M0 14 H56 C60 14 62 16 62 20 V42 C62 46 60 48 56 48 H0 Z", t.trim, both=True)
    for x in range(5, 61, 8):
        t.seam(f"M{x} 17 V45", both=True, width=1.2)
    for x in (9, 22, 35):
        t.seam(f"M{x} 12 C{x} -10 {x * 0.8:.0f} -30 {x * 0.4:.0f} -46", both=True, width=1)


def _scarf(t: _Tailor) -> None:
    t.patch("M0 -50 C22 -50 32 -44 32 -36 C32 -30 18 -26 0 -26 Z", t.dark, both=True)
    t.patch("M-4 -12 C8 -6 22 -8 34 -18 C30 -4 10 6 -8 2 Z", t.trim)
    for x in range(10, 35, 5):
        t.seam(f"M{x} 70 V80", both=True, width=2)
    t.seam("M9 58 H32", both=True, width=1.6)


def _boot(t: _Tailor) -> None:
    t.patch("M-40 52 H64 V60 H6 V66 H-40 Z", mix(t.cloth.colour, "#120c10", 0.55))
    t.patch("M-12 -66 H4 L2 -6 H-14 Z", t.dark)
    t.seam("M28 22 C34 30 36 40 34 52", width=1.4)
    t.seam("M-34 -56 H10", width=1.6)
    t.seam("M-32 -72 V-60", width=3)


def _shoe(t: _Tailor) -> None:
    sole = (
        "#fbf6ea"
        if contrast(rgb(t.cloth.colour), (251, 246, 234)) > 1.5
        else mix(t.cloth.colour, "#000000", 0.5)
    )
    t.patch("M-70 30 H72 C74 38 72 44 66 44 H-64 C-70 44 -72 38 -70 30 Z", sole)
    t.patch("M40 4 C58 6 70 14 70 30 H34 C36 18 38 10 40 4 Z", t.trim)
    for step in range(4):
        x, y = -8 + step * 9.5, -19 + step * 7.6
        t.seam(f"M{x} {y} L{x + 9} {y - 9}", width=2.6)
    t.patch("M-66 -18 C-62 -26 -52 -26 -46 -22 L-44 30 H-68 C-71 12 -71 -4 -66 -18 Z", t.trim)
    t.seam("M-34 30 C-30 14 -14 6 4 14", width=1.4)


def _belt(t: _Tailor) -> None:
    t.seam("M-60 -8 H86", width=0.9)
    t.seam("M-60 8 H86", width=0.9)
    brass, at = "#d8b25c", placed([(-66, 0)], t.at, scale=t.scale)[0]
    for box, tone in (((-18, -22, 36, 44), brass), ((-11, -15, 22, 30), t.cloth.colour)):
        x, y, w, h = (v * t.scale for v in box)
        t.canvas.rect((at[0] + x, at[1] + y, w, h), tone, r=5 * t.scale)
    t.canvas.rect((at[0] - 2, at[1] - 2.2 * t.scale, 20 * t.scale, 4.4 * t.scale), brass)
    t.buttons(20, 0, 0, count=1)
    for x in (36, 52, 68):
        t.buttons(x, 0, 0, count=1)


def _sock(t: _Tailor) -> None:
    for shift, lift, turn in ((-16, -6, 8), (26, 8, -4)):
        at = (t.at[0] + shift, t.at[1] + lift)
        for part, tone in (
            ("M-12 -70 H26 V-56 H-12 Z", t.cloth.second),
            ("M26 6 C26 22 16 30 8 36 C4 24 10 10 26 6 Z", t.cloth.second),
            (
                "M-28 28 C-40 30 -48 36 -46 44 C-44 58 -30 66 -18 58 L-12 54 C-18 48 -24 38 -28 28 Z",
                t.cloth.second,
            ),
        ):
            t.canvas.shape(placed(outline(part)[0], at, scale=t.scale * 0.92, turn=turn), tone)


_DETAILS: dict[str, Callable[[_Tailor], None]] = {
    "jumper": _jumper, "tee": _tee, "shirt": _shirt, "coat": _coat, "jacket": _jacket, "dress": _dress, "skirt": _skirt, "trousers": _trousers,
    "shorts": _shorts, "bag": _bag, "tote": _tote, "hat": _hat, "scarf": _scarf, "boot": _boot, "shoe": _shoe, "belt": _belt, "sock": _sock,
}  # fmt: skip
