"""Figures laid out for the charts: fractions of the width, pixels of the height (pure)."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.insights.figures import Share
from app.insights.kept import KeptShare
from app.insights.times import EffortFigures, Times, Week

TOP, FLOOR = 20.0, 200.0
NICE = (1, 2, 5, 10, 15, 20, 30, 60, 120, 240, 480)
MOST_TICKS = 5
LABELS = 6
LABELS_WIDE = 9  # per cent of the width that the labels of the ticks take


@dataclass(frozen=True, slots=True)
class Marker:
    """A line across a histogram: fraction of the width, and its words."""

    at: float
    label: str


@dataclass(frozen=True, slots=True)
class Histogram:
    """Bars with their names for the table."""

    bins: tuple[dict[str, object], ...]
    names: tuple[str, ...]
    marker: Marker | None


@dataclass(frozen=True, slots=True)
class Dot:
    """One delivery: x in per cent, y in pixels."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Column:
    """One week of the effort chart."""

    x: float
    left: float
    right: float
    label: str
    median: float | None
    middle: float | None
    upper: float | None
    lower: float | None
    dots: tuple[Dot, ...]


@dataclass(frozen=True, slots=True)
class EffortChart:
    """Ticks (label, y) and one column a week."""

    ticks: tuple[tuple[str, float], ...]
    columns: tuple[Column, ...]

    @property
    def is_told(self) -> bool:
        """Tell whether any week holds enough to be drawn."""
        return any(column.middle is not None for column in self.columns)


def histogram_of(times: Times, promised_hours: float | None) -> Histogram:
    """Lay out the waiting times; the promise is marked where it is the same for all."""
    every = max(1, round(len(times.bins) / LABELS))
    bins = tuple(
        {
            "label": hours(b.start) if index % every == 0 else "",
            "count": b.count,
            "late": b.late,
        }
        for index, b in enumerate(times.bins)
    )
    names = tuple(f"{hours(b.start)} to {hours(b.end)}" for b in times.bins)
    if promised_hours is None or not times.bins:
        return Histogram(bins, names, None)
    width = times.bins[-1].end
    return Histogram(
        bins, names, Marker(promised_hours / width, f"Promise, {hours(promised_hours)}")
    )


def hours(value: float) -> str:
    """Return a number of hours in the unit that reads best."""
    if value and value < 1:
        return f"{value * 60:.0f} min"
    if value >= 72 and value % 24 == 0:
        return f"{value / 24:.0f} d"
    return f"{value:g} h"


def effort_chart(effort: EffortFigures) -> EffortChart:
    """Lay out active minutes by week."""
    weeks = effort.weeks
    highest = max([*(m for w in weeks for m in w.dots), *(w.high_quartile or 0 for w in weeks), 1])
    step = next((s for s in NICE if highest / s <= MOST_TICKS), NICE[-1])
    scale = (FLOOR - TOP) / highest
    ticks = range(0, int(highest) + 1, step)
    width = (100 - LABELS_WIDE) / max(1, len(weeks))
    return EffortChart(
        tuple((f"{n} min" if n == ticks[-1] else str(n), FLOOR - n * scale) for n in ticks),
        tuple(
            _column(week, LABELS_WIDE + (place + 0.4) * width, width, scale)
            for place, week in enumerate(weeks)
        ),
    )


def _column(week: Week, x: float, width: float, scale: float) -> Column:
    def y(minutes: float | None) -> float | None:
        return None if minutes is None else round(FLOOR - minutes * scale, 1)

    spread = min(width, 12) * 0.3
    dots = tuple(
        Dot(round(x + spread * ((place % 5) - 2) / 2, 2), y(minutes) or FLOOR)
        for place, minutes in enumerate(week.dots)
    )
    half = min(width, 14) * 0.4
    return Column(
        x=round(x, 2),
        left=round(x - half, 2),
        right=round(x + half, 2),
        label=week.label if week.label.endswith(" 1") else week.label.removeprefix("Week "),
        median=week.median,
        middle=y(week.median),
        upper=y(week.high_quartile),
        lower=y(week.low_quartile),
        dots=dots,
    )


def share_rows(shares: Sequence[KeptShare]) -> list[dict[str, object]]:
    """Return rows for the chart of shares with intervals; folded ones say so."""
    return [_share_row(found.name, found.share) for found in shares]


def _share_row(name: str, share: Share) -> dict[str, object]:
    note = "fewer than five" if share.is_folded else f"{share.count:,} of {share.n:,}"
    return {
        "label": name,
        "p": share.value,
        "low": share.low,
        "high": share.high,
        "n": "fewer than five" if share.is_folded else share.n,
        "note": note,
    }
