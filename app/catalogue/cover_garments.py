"""Flat drawings of garments, for clothes without a picture: no letters, one piece on a ground."""

import re
from collections.abc import Callable
from random import Random

from PIL import Image, ImageDraw

from app.catalogue.cover_canvas import Canvas, Point, contrast, mix, rgb
from app.catalogue.cover_cuts import DETAILS, garment_shapes
from app.catalogue.cover_tailor import Cloth, Tailor

_WORDS = {
    "coat": "coat overcoat parka trench mac raincoat outerwear",
    "jacket": "jacket blazer bomber gilet vest waistcoat anorak",
    "shirt": "shirt blouse overshirt flannel oxford top",
    "tee": "tee t-shirt tshirt tank henley polo",
    "jumper": (
        "jumper knit knitwear sweater cardigan pullover sweatshirt hoodie fleece turtleneck "
        "rollneck roll-neck"
    ),
    "dress": "dress gown jumpsuit pinafore dungarees romper",
    "skirt": "skirt kilt",
    "shorts": "shorts",
    "trousers": "trousers jeans chinos pants leggings culottes joggers cords denim bottoms slacks",
    "boot": "boot boots wellingtons",
    "shoe": (
        "shoe shoes trainers sneakers loafers brogues sandals plimsolls espadrilles mules derby "
        "footwear clogs"
    ),
    "tote": "tote shopper",
    "bag": "bag satchel rucksack backpack handbag purse clutch crossbody",
    "scarf": "scarf shawl snood stole wrap tie",
    "hat": "hat beanie cap beret bonnet fedora",
    "belt": "belt braces",
    "sock": "sock socks tights stockings hosiery",
}
_NAMED = {word: name for name, words in _WORDS.items() for word in words.split()}
_COLOUR_TABLE = (
    "black 2b2a31 charcoal 43444c grey 8d9199 gray 8d9199 white fdfaf3 cream f4e8d0 ivory "
    "f7efdf ecru eadfc8 oat dccbae oatmeal dccbae navy 22315c blue 3c6ea8 sky 8fb9d9 "
    "indigo 34408a denim 4a6c99 teal 1f6f73 green 3f7a53 olive 6d7040 sage 97a988 forest "
    "2c5140 moss 6a7d45 khaki 9a8d63 red b8352f burgundy 6e1f31 wine 6e1f31 rust b5542c "
    "terracotta c0623f orange e0813a mustard d3a02f ochre c98f2f yellow eabf45 camel "
    "c49a63 tan c08a55 brown 6f4a33 chocolate 54362a pink dd8fa0 blush e9b9b5 rose c8687c "
    "lilac a893cc plum 653560 purple 6b4791 silver b9bec5 gold cda349 lavender a99bd0 "
    "coral e5735f stone c9bda6 sand d6c19c "
)
_COLOURS: dict[str, str] = dict(re.findall(r"(\w+) ([0-9a-f]{6})", _COLOUR_TABLE))
_CHOSEN = re.findall(
    r"\w+",
    "22315c b5542c 3f7a53 d3a02f 6e1f31 1f6f73 c49a63 653560 3c6ea8 dd8fa0 2b2a31 97a988 "
    "e5735f f4e8d0 8d9199 6d7040 ",
)
_GROUNDS = re.findall(
    r"\w+",
    "f3e6cf e9efd9 cfe3e0 f7d9c9 e4e7ee f6cfd0 e3dcf0 f5dfa4 ece5d8 d5e4ee f2efe4 f2c9a1 ",
)
_DEEP_GROUNDS = ("2f4a52", "6b3a46", "41543f", "b5593f", "35456b", "7a5a86", "c58a2e")
_PATTERNS = {
    "stripe": "stripe stripes striped breton",
    "check": "check checked tartan plaid gingham flannel",
    "dots": "dot dots dotted spot spots spotted polka floral flower print printed",
    "pins": "pinstripe cord cords corduroy ribbed rib cable linen",
    "plain": "plain leather suede silk cashmere wool merino denim",
}
_FREE_PATTERNS = ("plain", "plain", "plain", "plain", "check", "pins", "stripe", "dots")
_CLOTHING = {"clothes", "clothing", "accessory", "accessories", "garment", "apparel", "tailoring"}
_SOBER = ("coat", "jacket", "bag", "tote", "trousers")
_ONLY_PLAIN = ("boot", "shoe", "belt")


def garment_of(title: str, kind: str) -> str | None:
    """Recognise a garment by the last fitting word of its title, else by its kind.

    A kind that is no clothing rules it out, whatever the title says.
    """
    of_kind = _named(kind)
    if kind and not of_kind and not _CLOTHING & set(kind.lower().split()):
        return None
    return _named(re.split(r" with | in |,", title.lower())[0]) or of_kind


def _named(text: str) -> str | None:
    for word in reversed(re.findall(r"[\w-]+", text.lower())):
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
    shapes = garment_shapes(garment, at, scale)
    for shape in shapes:
        canvas.shape([(x + 4, y + 5) for x, y in shape], mix(ground, "#2a2030", 0.22))
    _fill(canvas, shapes, cloth)
    DETAILS[garment](Tailor(canvas, cloth, at, scale, "cardigan" in words))
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
    pattern = told[0] if told else luck.choice(_FREE_PATTERNS[: 6 if garment in _SOBER else None])
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
