"""The colours of drawn covers: palettes put together by hand, each with an ink that reads."""

from dataclasses import dataclass

from app.catalogue.cover_canvas import contrast, luminance, rgb


@dataclass(frozen=True)
class Palette:
    """One harmony: the page, what is written on it, its darkest and lightest tone, four accents."""

    name: str
    ground: str
    ink: str
    deep: str
    light: str
    accents: tuple[str, str, str, str]

    @property
    def is_dark(self) -> bool:
        """Say whether the page is a night."""
        return luminance(rgb(self.ground)) < 0.12


def _palette(name: str, tones: str, accents: str) -> Palette:
    ground, ink, deep, light = (f"#{tone}" for tone in tones.split())
    one, two, three, four = (f"#{tone}" for tone in accents.split())
    return Palette(name, ground, ink, deep, light, (one, two, three, four))


PALETTES = (
    _palette("allotment", "e9efd9 214a2b 2f6b3c fbf8ea", "5c9148 97b55c d7a441 7a4b2a"),
    _palette("terracotta", "f7d9c9 6e2218 8f2f25 fff0d9", "c4523c e08a4f f3c56b 4a6a6a"),
    _palette("kitchen", "f3e6cf 5a2a1a 7d3320 fffaf0", "c8452d e37b3c f0b64c 4f7f52"),
    _palette("ferry", "cfe3e0 12444b 1e6a70 f8f1df", "2f8a8c d2502f f2b950 7fb8b3"),
    _palette("stage", "f4c430 1d1a2b 1d1a2b fff0b8", "d9482b 2f4858 e98a2b fff0b8"),
    _palette("paper", "fbf7ec 2c3b2f 4d3b2c ffffff", "c2553c 4e7a57 d6a53a e0a58a"),
    _palette("post", "f2efe4 1e3f60 1e3f60 fffdf6", "2b5c8a d0482f e3b04b 7fa9c9"),
    _palette("salt", "f2b05e 5c1f17 7f3526 fbe7bf", "dd8240 b9572f 9c3b2e fbe7bf"),
    _palette("lilac", "e3dcf0 35235f 3f2c73 fbf6ff", "7656b5 c8548a f0a35e 4c8c8a"),
    _palette("blush", "f6cfd0 7a2443 8d2f4f fff1ea", "d8647a e8a24f 5c7f86 b03a5b"),
    _palette("mist", "e4e7ee 27315e 27315e ffffff", "5a6fb0 e06d5a f1c27d a9b6dd"),
    _palette("mint", "cfe8d8 14332b 17443a f7f6e6", "2f7d63 ef7b5a f4c255 6fb597"),
    _palette("peach", "fbd3b0 3d2350 472a5e fff3df", "e8604c 7b4f9d f29f45 2f7f86"),
    _palette("linen", "ece5d8 26242a 2b2a33 fffaf0", "b5493b 3f6470 cf9f4b 8a8f7a"),
    _palette("night", "16213f fbf3df 0d1530 f7d37a", "f0b048 d98236 9c5338 3a4876"),
    _palette("forest", "2c4637 f3e7c4 1d3026 e8d49a", "e5673f 8fae7e d3a647 55795f"),
    _palette("plum", "3b1f3f fbe6da 2a142e f8cfae", "e0685e b3477a f0a04b 6d4a86"),
    _palette("lagoon", "0f3b42 f6ecd2 0a2a30 f3d9a4", "e2725b f0b35a 3f8f8a 86b8a8"),
    _palette("oxblood", "5b1a1e fbe9d0 3f0f14 f5cf9a", "d9583b e99b4b b9323a 8f4038"),
    _palette("slate", "262831 f4efe4 17181e f0e4c6", "e8553f f2b632 5f8ea6 7d8091"),
    _palette("cobalt", "1f3a93 fff6df 142668 ffe3a0", "ff7a59 ffc145 7fa2ff 3f5fc4"),
    _palette("tomato", "b93625 fff4e0 7c1f16 ffe0b0", "f2a33a f6d9b0 3c3a4e e36a4e"),
)


def best_ink(inks: tuple[str, ...], behind: list[tuple[int, int, int]]) -> tuple[str, float]:
    """Choose the ink that reads best on the worst of the colours behind it."""
    rated = [(min(contrast(rgb(ink), tone) for tone in behind), ink) for ink in inks]
    ratio, ink = max(rated)
    return ink, ratio
