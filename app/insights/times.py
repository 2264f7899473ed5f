"""Time to delivery against the promise, and active minutes by week (pure)."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from app.insights.figures import LEAST_FOR_ANALYST, Share, share_of
from app.insights.rows import Waited, Worked
from app.insights.statistics import median, quantile

BIN_HOURS = (0.25, 0.5, 1, 2, 4, 6, 8, 12, 24, 48, 72, 168, 336, 720)
MOST_BINS = 16
MOST_WEEKS = 12
MOST_DOTS = 60
HOUR, WEEK = 3600, 7 * 86400
SLACK = 60.0  # a release within a minute of the promise keeps it, and its bar


@dataclass(frozen=True, slots=True)
class Bin:
    """Deliveries that took between two numbers of hours."""

    start: float
    end: float
    count: int
    late: bool


@dataclass(frozen=True, slots=True)
class Times:
    """How long deliveries took; n is None where too few may be told of."""

    n: int | None
    late: int | None = None
    on_time: Share | None = None
    median_hours: float | None = None
    ninth_decile_hours: float | None = None
    median_ready_hours: float | None = None
    bins: tuple[Bin, ...] = ()


def delivery_times(
    waits: Sequence[Waited], promised_hours: float | None, *, fold: bool = False
) -> Times:
    """Return the distribution of waiting; promised_hours only where it is the same for all."""
    n = len(waits)
    if n == 0 or (fold and n < LEAST_FOR_ANALYST):
        return Times(n if n == 0 else None)
    late = sum(wait.is_late for wait in waits)
    hours = [wait.seconds / HOUR for wait in waits]
    return Times(
        n=n,
        late=late,
        on_time=share_of(n - late, n),
        median_hours=median(hours),
        ninth_decile_hours=quantile(hours, 0.9),
        median_ready_hours=median([wait.ready_seconds / HOUR for wait in waits]),
        bins=_bins(waits, promised_hours),
    )


def _bins(waits: Sequence[Waited], promised: float | None) -> tuple[Bin, ...]:
    spent = [max(0.0, w.seconds - (0 if w.is_late else SLACK)) / HOUR for w in waits]
    longest = max(*spent, promised or 0.0, 0.01)
    width = next((w for w in BIN_HOURS if longest / w <= MOST_BINS), longest / MOST_BINS)
    counts = [0] * (int(longest / width) + 1)
    for hours in spent:
        counts[int(hours / width)] += 1
    return tuple(
        Bin(i * width, (i + 1) * width, count, promised is not None and i * width >= promised)
        for i, count in enumerate(counts)
    )


@dataclass(frozen=True, slots=True)
class Week:
    """Active minutes per delivery in one week; all None where too few deliveries stand in it."""

    label: str
    n: int | None
    median: float | None = None
    low_quartile: float | None = None
    high_quartile: float | None = None
    read: float | None = None
    search: float | None = None
    write: float | None = None
    dots: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class EffortFigures:
    """Active minutes per delivery by hand, over all and by week."""

    overall: Week
    weeks: tuple[Week, ...] = field(default=())
    unmeasured: int = 0


def effort_figures(work: Sequence[Worked], zone: ZoneInfo, *, fold: bool = False) -> EffortFigures:
    """Return median and quartiles of active minutes; deliveries without a clock stand apart."""
    measured = [one for one in work if one.minutes > 0]
    overall = _week("All weeks", measured, fold)
    if not measured:
        return EffortFigures(overall, (), len(work))
    first = min(_week_of(one, zone) for one in measured)
    by_week: dict[int, list[Worked]] = {}
    for one in measured:
        by_week.setdefault(_week_of(one, zone) - first + 1, []).append(one)
    last = max(by_week)
    numbers = range(max(1, last - MOST_WEEKS + 1), last + 1)
    weeks = tuple(_week(f"Week {n}", by_week.get(n, []), fold) for n in numbers)
    return EffortFigures(overall, weeks, len(work) - len(measured))


def _week_of(one: Worked, zone: ZoneInfo) -> int:
    return (datetime.fromtimestamp(one.sent, UTC).astimezone(zone).toordinal() - 1) // 7


def _week(label: str, work: Sequence[Worked], fold: bool) -> Week:
    if not work:
        return Week(label, 0)
    if fold and len(work) < LEAST_FOR_ANALYST:
        return Week(label, None)
    minutes = sorted(one.minutes for one in work)
    return Week(
        label=label,
        n=len(work),
        median=median(minutes),
        low_quartile=quantile(minutes, 0.25),
        high_quartile=quantile(minutes, 0.75),
        read=_minutes([one.read for one in work]),
        search=_minutes([one.search for one in work]),
        write=_minutes([one.write for one in work]),
        dots=tuple(minutes) if len(minutes) <= MOST_DOTS else (),
    )


def _minutes(seconds: Sequence[int]) -> float | None:
    middle = median(seconds)
    return None if middle is None else middle / 60
