"""The hand that puts seams, buttons and patches on a drawn garment, and the cloth it sews."""

from dataclasses import dataclass

from app.catalogue.cover_canvas import Canvas, Point, mix, outline, placed


@dataclass(frozen=True)
class Cloth:
    """What a garment is made of: its colour, a second one, a darker one for seams."""

    colour: str
    second: str
    seam: str
    pattern: str


class Tailor:
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
