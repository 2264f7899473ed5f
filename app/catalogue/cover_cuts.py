"""How garments are cut: their outlines, seams, buttons and trimmings, for drawn covers."""

from collections.abc import Callable
from functools import lru_cache

from app.catalogue.cover_canvas import Point, contrast, mix, outline, placed, rgb
from app.catalogue.cover_tailor import Tailor

_HALVES = {
    "jumper": (
        "M0 -42 C9 -42 15 -46 18 -54 L36 -48 C46 -44 50 -37 53 -26 L70 40 L54 45 L39 4 V60 H0"
    ),
    "tee": (
        "M0 -42 C10 -42 16 -47 19 -55 L38 -49 C44 -46 48 -42 52 -36 L68 -10 L51 1 L39 -14 V60 H0"
    ),
    "shirt": (
        "M0 -44 L14 -56 L36 -49 C46 -45 50 -38 53 -27 L67 44 L53 48 L39 4 V56 C30 66 12 68 0 68"
    ),
    "coat": "M0 -58 L16 -64 L36 -56 C46 -52 50 -45 52 -34 L64 36 L50 40 L39 -2 L46 78 H0",
    "jacket": "M0 -48 L16 -57 L37 -50 C47 -46 51 -39 54 -28 L68 38 L54 43 L40 4 V50 H0",
    "dress": (
        "M0 -40 C8 -40 13 -50 14 -66 L23 -66 C24 -54 28 -46 34 -42 C34 -28 28 -16 25 -6 L54 66 "
        "C36 75 16 76 0 76"
    ),
    "skirt": "M0 -56 H30 L33 -42 L62 54 C42 64 20 66 0 66",
    "trousers": "M0 -72 H31 L34 -58 L41 74 H14 L2 -22 H0",
    "shorts": "M0 -48 H36 L40 -34 L52 42 H11 L2 0 H0",
    "bag": "M0 -20 H46 C49 -20 51 -18 51 -15 L58 58 C58 62 56 64 52 64 H0",
    "tote": "M0 -26 H46 L52 68 H0",
    "hat": "M0 -50 C36 -50 54 -20 54 22 H0",
    "scarf": "M0 -58 C30 -58 44 -48 44 -34 C44 -22 36 -14 24 -10 L34 70 H8 L4 -6 H0",
}
_WHOLES = {
    "boot": (
        "M-34 -66 H10 C10 -40 8 -20 12 0 C18 16 48 14 58 34 C61 40 62 46 62 52 H-38 C-42 20 -34 "
        "-30 -34 -66 Z"
    ),
    "shoe": (
        "M-66 -18 C-60 -28 -46 -26 -40 -16 C-32 -8 -22 -16 -14 -28 L2 -30 C14 -8 30 2 52 7 C66 "
        "10 70 18 70 30 H-68 C-71 12 -71 -4 -66 -18 Z"
    ),
    "sock": (
        "M-12 -70 H26 V8 C26 22 16 30 4 40 L-18 58 C-32 68 -52 54 -46 38 C-41 26 -12 22 -12 2 Z"
    ),
    "belt": "M-84 -13 H84 C90 -8 90 8 84 13 H-84 Z",
}


@lru_cache(maxsize=32)
def _outline_of(garment: str) -> tuple[Point, ...]:
    if garment in _WHOLES:
        return outline(_WHOLES[garment])[0]
    half = outline(_HALVES[garment])[0]
    return (*half, *((-x, y) for x, y in reversed(half)))


def garment_shapes(garment: str, at: Point, scale: float) -> list[list[Point]]:
    """Place the outlines of a garment: one, or two for a pair of socks."""
    points = _outline_of(garment)
    if garment == "sock":
        return [
            placed(points, (at[0] + shift, at[1] + lift), scale=scale * 0.92, turn=turn)
            for shift, lift, turn in ((-16, -6, 8), (26, 8, -4))
        ]
    return [placed(points, at, scale=scale)]


def _jumper(t: Tailor) -> None:
    t.patch("M0 -46 C8 -46 12 -50 14 -56 C8 -58 4 -58 0 -58 Z", t.dark, both=True)
    t.patch("M0 -46 C8 -46 14 -50 16 -56 L20 -54 C17 -45 10 -41 0 -41 Z", t.trim, both=True)
    t.patch("M39 52 V60 H0 V52 Z", t.trim, both=True)
    t.patch("M68 32 L70 40 L54 45 L51 37 Z", t.trim, both=True)
    t.seam("M39 4 C41 -10 42 -18 40 -26", both=True)
    if t.opens:
        t.seam("M0 -41 V60", width=1.8)
        t.buttons(4.5, -28, 46, count=5)


def _tee(t: Tailor) -> None:
    t.patch("M0 -46 C8 -46 13 -50 15 -56 C8 -58 4 -58 0 -58 Z", t.dark, both=True)
    t.patch("M0 -46 C9 -46 15 -50 17 -57 L20 -55 C17 -45 10 -41.5 0 -41.5 Z", t.trim, both=True)
    t.seam("M39 -14 C41 -24 41 -30 39 -36", both=True)
    t.seam("M0 55 H39", both=True, width=1)


def _shirt(t: Tailor) -> None:
    t.patch("M0 -44 L13 -56 C8 -60 4 -60 0 -60 Z", t.dark, both=True)
    t.patch("M0 -42 L13 -58 L22 -52 L11 -32 Z", t.trim, both=True)
    t.seam("M0 -42 L11 -32 L22 -52", both=True, width=1.1)
    t.seam("M0 -42 V68")
    t.buttons(0, -24, 54, count=6)
    t.seam("M39 4 C41 -10 42 -18 40 -26", both=True)
    t.seam("M12 -16 H28 V0 L20 4 L12 0 Z", width=1.1)
    t.seam("M51 40 L65 35", both=True, width=1.2)


def _coat(t: Tailor) -> None:
    t.patch("M0 -38 L12 -64 C6 -66 3 -66 0 -66 Z", t.dark, both=True)
    t.patch("M0 -20 L14 -66 L24 -60 L30 -42 L20 -40 Z", t.trim, both=True)
    t.seam("M0 -20 L20 -40 L30 -42 L24 -60", both=True, width=1.2)
    t.seam("M0 -20 V78")
    t.buttons(7, -8, 34, count=3)
    t.buttons(-7, -8, 34, count=3)
    t.seam("M16 34 H32", both=True, width=2.4)
    t.seam("M39 -2 C41 -16 42 -24 40 -32", both=True)


def _jacket(t: Tailor) -> None:
    t.patch("M0 -36 L13 -57 C7 -60 3 -60 0 -60 Z", t.dark, both=True)
    t.patch("M0 -34 L14 -59 L22 -55 L14 -30 Z", t.trim, both=True)
    t.seam("M0 -34 V47", width=2.2)
    t.patch("M40 42 V50 H0 V42 Z", t.trim, both=True)
    t.patch("M66 30 L68 38 L54 43 L51 35 Z", t.trim, both=True)
    t.seam("M12 -12 H30 V2 H12 Z", both=True, width=1.1)
    t.seam("M18 20 L28 34", both=True, width=2.2)
    t.seam("M40 4 C42 -10 43 -18 41 -26", both=True)


def _dress(t: Tailor) -> None:
    t.seam("M0 -4 C10 -4 18 -5 25 -7", both=True, width=2)
    t.seam("M8 0 C12 24 16 48 20 74", both=True, width=1)
    t.seam("M0 68 C16 68 34 66 51 60", both=True, width=1)


def _skirt(t: Tailor) -> None:
    t.seam("M0 -43 H33", both=True, width=1.8)
    for x in (6, 14, 22):
        t.seam(f"M{x} -40 L{x * 2} 64", both=True, width=1)
    t.buttons(0, -50, -50, count=1)


def _trousers(t: Tailor) -> None:
    t.seam("M0 -61 H34", both=True, width=1.6)
    t.seam("M0 -61 V-24", width=1.4)
    t.seam("M33 -50 C30 -44 26 -42 21 -42 V-58", both=True, width=1.2)
    t.seam("M20 -34 L27 70", both=True, width=0.9)
    t.buttons(0, -66.5, -66.5, count=1)
    t.seam("M14 68 H40.5", both=True, width=1)


def _shorts(t: Tailor) -> None:
    t.seam("M0 -38 H39", both=True, width=1.6)
    t.seam("M0 -38 V-2", width=1.4)
    t.seam("M39 -30 C34 -22 30 -20 24 -20 V-36", both=True, width=1.2)
    t.seam("M11 36 H51", both=True, width=1)
    t.seam("M0 -30 C6 -30 8 -24 10 -14", both=True, width=1)


def _bag(t: Tailor) -> None:
    t.seam("M26 -20 C26 -74 -26 -74 -26 -20", width=5, colour=t.dark)
    t.patch("M0 -20 H46 C49 -20 51 -18 51 -15 L52.5 0 H0 Z", t.trim, both=True)
    t.seam("M0 0 H52.5", both=True, width=1.2)
    t.patch("M0 -6 H7 V10 C7 14 4 16 0 16 Z", t.cloth.seam, both=True)
    t.seam("M0 58 H54", both=True, width=1)


def _tote(t: Tailor) -> None:
    t.seam("M-24 -8 V-30 C-24 -84 24 -84 24 -30 V-8", width=5.5, colour=t.dark)
    t.seam("M0 -18 H46", both=True, width=1)
    t.seam("M0 61 H51", both=True, width=1)


def _hat(t: Tailor) -> None:
    t.canvas.circle(placed([(0, -58)], t.at, scale=t.scale)[0], 14 * t.scale, t.trim)
    t.patch("M0 14 H56 C60 14 62 16 62 20 V42 C62 46 60 48 56 48 H0 Z", t.trim, both=True)
    for x in range(5, 61, 8):
        t.seam(f"M{x} 17 V45", both=True, width=1.2)
    for x in (9, 22, 35):
        t.seam(f"M{x} 12 C{x} -10 {x * 0.8:.0f} -30 {x * 0.4:.0f} -46", both=True, width=1)


def _scarf(t: Tailor) -> None:
    t.patch("M0 -50 C22 -50 32 -44 32 -36 C32 -30 18 -26 0 -26 Z", t.dark, both=True)
    t.patch("M-4 -12 C8 -6 22 -8 34 -18 C30 -4 10 6 -8 2 Z", t.trim)
    for x in range(10, 35, 5):
        t.seam(f"M{x} 70 V80", both=True, width=2)
    t.seam("M9 58 H32", both=True, width=1.6)


def _boot(t: Tailor) -> None:
    t.patch("M-40 52 H64 V60 H6 V66 H-40 Z", mix(t.cloth.colour, "#120c10", 0.55))
    t.patch("M-12 -66 H4 L2 -6 H-14 Z", t.dark)
    t.seam("M28 22 C34 30 36 40 34 52", width=1.4)
    t.seam("M-34 -56 H10", width=1.6)
    t.seam("M-32 -72 V-60", width=3)


def _shoe(t: Tailor) -> None:
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


def _belt(t: Tailor) -> None:
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


def _sock(t: Tailor) -> None:
    for shift, lift, turn in ((-16, -6, 8), (26, 8, -4)):
        at = (t.at[0] + shift, t.at[1] + lift)
        for part, tone in (
            ("M-12 -70 H26 V-56 H-12 Z", t.cloth.second),
            ("M26 6 C26 22 16 30 8 36 C4 24 10 10 26 6 Z", t.cloth.second),
            (
                (
                    "M-28 28 C-40 30 -48 36 -46 44 C-44 58 -30 66 -18 58 L-12 54 C-18 48 -24 38 "
                    "-28 28 Z"
                ),
                t.cloth.second,
            ),
        ):
            t.canvas.shape(placed(outline(part)[0], at, scale=t.scale * 0.92, turn=turn), tone)


DETAILS: dict[str, Callable[[Tailor], None]] = {
    "jumper": _jumper,
    "tee": _tee,
    "shirt": _shirt,
    "coat": _coat,
    "jacket": _jacket,
    "dress": _dress,
    "skirt": _skirt,
    "trousers": _trousers,
    "shorts": _shorts,
    "bag": _bag,
    "tote": _tote,
    "hat": _hat,
    "scarf": _scarf,
    "boot": _boot,
    "shoe": _shoe,
    "belt": _belt,
    "sock": _sock,
}
