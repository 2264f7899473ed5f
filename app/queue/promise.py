"""When the answer is promised and when it is released: one rule for every arm (pure)."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from app.pilots.definition import UNDO_SECONDS, PilotDefinition, Promise, WorkingHours

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def promised_at(submitted_at: datetime, promise: Promise) -> datetime:
    """Return when the answer is due: hours after submission, working hours where given."""
    left = timedelta(hours=promise.hours)
    if promise.working is None:
        return submitted_at + left
    moment = submitted_at.astimezone(promise.zone)
    while True:
        opens, closes = _next_window(moment, promise.working)
        start = max(moment, opens)
        if start + left <= closes:
            return (start + left).astimezone(submitted_at.tzinfo)
        left -= closes - start
        moment = closes


def _next_window(moment: datetime, working: WorkingHours) -> tuple[datetime, datetime]:
    day = moment.date()
    while True:
        opens = datetime.combine(day, working.opens, moment.tzinfo)
        closes = datetime.combine(day, working.closes, moment.tzinfo)
        if DAYS[day.weekday()] in working.days and closes > moment:
            return opens, closes
        day += timedelta(days=1)


def release_at(
    definition: PilotDefinition,
    *,
    submitted_at: datetime,
    promised_at: datetime,
    ready_at: datetime,
) -> datetime:
    """Return when a finished selection may reach the customer, whichever arm answered.

    The moment hangs on submission and promise alone, so that arms cannot be told apart by it;
    only work finished late (or still within its undo) comes later.
    """
    earliest = ready_at + timedelta(seconds=UNDO_SECONDS)
    release = definition.release
    if release.when == "at_promise":
        planned = promised_at
    elif release.when == "after_minutes":
        planned = submitted_at + timedelta(minutes=release.minutes or 0)
    elif release.when == "daily_at" and release.at is not None:
        zone = definition.promise.zone
        planned = _last_daily_before(promised_at, release.at, zone)
        if planned < max(earliest, submitted_at):
            planned = _first_daily_after(earliest, release.at, zone)
    else:
        planned = earliest
    return max(planned, earliest)


def _last_daily_before(moment: datetime, at: time, zone: ZoneInfo) -> datetime:
    local = moment.astimezone(zone)
    today = datetime.combine(local.date(), at, zone)
    if today > local:
        today = datetime.combine(local.date() - timedelta(days=1), at, zone)
    return today.astimezone(moment.tzinfo)


def _first_daily_after(moment: datetime, at: time, zone: ZoneInfo) -> datetime:
    local = moment.astimezone(zone)
    today = datetime.combine(local.date(), at, zone)
    if today < local:
        today = datetime.combine(local.date() + timedelta(days=1), at, zone)
    return today.astimezone(moment.tzinfo)
