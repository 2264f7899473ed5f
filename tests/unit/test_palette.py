"""Text stays readable: every pair of colours the design uses meets WCAG AA in light and dark."""

import re
from pathlib import Path

import pytest

SHEET = (Path(__file__).resolve().parents[2] / "app/static/css/tokens.css").read_text()
ACCENTS = ("petrol", "plum", "moss", "brick", "ink", "ochre")
THEMES = ("light", "dark")
TEXT, EDGE = 4.5, 3.0
PAIRS = [
    *((ink, ground, TEXT) for ink in ("ink", "ink-2", "ink-3") for ground in ("paper", "surface")),
    *((ink, "surface-2", TEXT) for ink in ("ink", "ink-2", "ink-3", "accent-ink")),
    *(("line-strong", ground, EDGE) for ground in ("paper", "surface")),
    *((kind, f"{kind}-soft", TEXT) for kind in ("ok", "warn", "bad", "info")),
    *((kind, "surface", TEXT) for kind in ("ok", "warn", "bad", "info")),
    *((kind, "paper", TEXT) for kind in ("ok", "bad")),
    *(("accent", ground, TEXT) for ground in ("paper", "surface", "warm")),
    ("on-accent", "accent", TEXT),
    ("on-accent", "accent-hover", TEXT),
    ("accent-ink", "accent-soft", TEXT),
    ("ink-2", "warm", TEXT),
]


def read_tokens(block: str, theme: str) -> dict[str, str]:
    place = THEMES.index(theme)
    pairs = re.findall(r"--([a-z0-9-]+): light-dark\((#\w{6}), (#\w{6})\)", block)
    return {name: colours[place] for name, *colours in pairs}


def tokens(accent: str, theme: str) -> dict[str, str]:
    values = read_tokens(SHEET, theme)
    root = re.search(r":root \{(.*?)\n\}", SHEET, re.S)
    own = re.search(rf"\.accent-{accent} \{{(.*?)\n\}}", SHEET, re.S)
    assert root
    assert own or accent == "petrol"
    values.update(read_tokens(root[1], theme))
    values.update(read_tokens(own[1], theme) if own else {})
    return values


def luminance(colour: str) -> float:
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_agrees_with_the_published_extremes() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("accent", ACCENTS)
def test_every_pair_of_colours_is_readable(accent: str, theme: str) -> None:
    colours = tokens(accent, theme)

    weak = {
        f"{ink} on {ground}": round(contrast(colours[ink], colours[ground]), 2)
        for ink, ground, least in PAIRS
        if contrast(colours[ink], colours[ground]) < least
    }

    assert weak == {}
