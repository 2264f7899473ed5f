"""When things happen in a simulated pilot: arrivals, opening hours, who is free (pure)."""

import math
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from random import Random

from app.pilots.definition import Promise
from app.queue.promise import DAYS

WEEKS = 10
LATEST_ARRIVAL = timedelta(hours=27)
OPENS, CLOSES = time(9), time(18)
BUSY_HOURS = (0, 0, 0, 0, 0, 0, 1, 3, 4, 4, 4, 4, 6, 5, 4, 4, 5, 6, 8, 9, 9, 7, 4, 1)


def arrivals(rng: Random, count: int, *, until: datetime, promise: Promise) -> list[datetime]:
    """Return when customers submit, in order: over ten weeks, mostly in the evening."""
    begin = until - timedelta(weeks=WEEKS)
    days = max(1, (until - LATEST_ARRIVAL - begin).days)
    moments = []
    for _ in range(count):
        day = (begin + timedelta(days=rng.randrange(days))).astimezone(promise.zone)
        hour = rng.choices(range(24), BUSY_HOURS)[0]
        local = day.replace(hour=hour, minute=rng.randrange(60), second=rng.randrange(60))
        moments.append(min(local.astimezone(until.tzinfo), until - LATEST_ARRIVAL))
    return sorted(moments)


def next_open(moment: datetime, promise: Promise) -> datetime:
    """Return the first moment from this one on at which the shop is open."""
    days = promise.working.days if promise.working else DAYS
    opens, closes = (
        (promise.working.opens, promise.working.closes) if promise.working else (OPENS, CLOSES)
    )
    local = moment.astimezone(promise.zone)
    while True:
        start = datetime.combine(local.date(), opens, promise.zone)
        if DAYS[local.weekday()] in days and local.time() < closes:
            return max(local, start).astimezone(moment.tzinfo)
        local = datetime.combine(local.date() + timedelta(days=1), time(0), promise.zone)


@dataclass(slots=True)
class Curator:
    """Somebody who picks: when next free, and how much practice they have."""

    staff_id: int
    skill: float
    free_at: datetime
    done: int = 0

    @property
    def slowness(self) -> float:
        """Return how long work takes against the first day: practice brings it down to half."""
        return 0.5 + 0.5 * math.exp(-self.done / 30)

    @property
    def eye(self) -> float:
        """Return how much of a hidden taste this curator reads between the lines, 0 to 1."""
        return min(0.95, self.skill + 0.15 * (1 - math.exp(-self.done / 30)))


@dataclass(slots=True)
class Rota:
    """The curators of one pilot and its opening hours."""

    curators: list[Curator]
    promise: Promise
    _taken: int = field(default=0)

    def next_free(self, wanted: datetime) -> tuple[Curator, datetime]:
        """Return who can start soonest after a moment, and when."""
        starts = [
            (next_open(max(wanted, curator.free_at), self.promise), place, curator)
            for place, curator in enumerate(self.curators)
        ]
        turn = self._taken % len(starts)
        self._taken += 1
        start, _, curator = min(starts, key=lambda s: (s[0], (s[1] - turn) % len(starts)))
        return curator, start
