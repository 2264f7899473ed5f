"""What every motif of a drawn cover is given: the page, its colours, its luck and its room."""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from typing import Literal

from app.catalogue.cover_canvas import Canvas, contrast, rgb
from app.catalogue.cover_palettes import Palette

Mood = Literal["any", "dark", "light"]
Layout = Literal["head", "foot", "plate", "type"]


@dataclass(frozen=True)
class Stage:
    """The board on which a motif plays; top and bottom bound what must stay clear of letters."""

    canvas: Canvas
    colours: Palette
    luck: Random
    top: float
    bottom: float
    title: str = ""

    @property
    def height(self) -> float:
        """Measure the room between the letters."""
        return self.bottom - self.top

    def at(self, share: float) -> float:
        """Find the height at a share of the room, 0 its top and 1 its bottom."""
        return self.top + self.height * share

    @property
    def sun(self) -> str:
        """Give a colour for a sun or a moon that stands off from the page."""
        light = self.colours.light
        is_clear = contrast(rgb(light), rgb(self.colours.ground)) > 1.25
        return light if is_clear else self.colours.accents[2]

    def accents(self) -> list[str]:
        """Shuffle the accents."""
        return self.luck.sample(self.colours.accents, 4)


@dataclass(frozen=True)
class Motif:
    """A way to draw a cover: its painter, the palettes it likes, where its title may stand."""

    paint: Callable[[Stage], None]
    mood: Mood = "any"
    layouts: tuple[Layout, ...] = ("head",)

    @property
    def name(self) -> str:
        """Name the motif after its painter."""
        return self.paint.__name__
