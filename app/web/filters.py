"""How moments, money and numbers read on every page."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

from babel.dates import format_datetime
from babel.numbers import format_currency
from flask import Flask
from flask_babel import get_locale
from markupsafe import Markup, escape

from app.money import minor_digits


def register_filters(app: Flask) -> None:
    """Make the filters known to the templates."""
    app.jinja_env.filters.update(
        money=money, moment=moment, when=when, span=span, share=share, plural=plural, listed=listed
    )


def money(minor: int | None, currency: str | None) -> str:
    """Write an amount given in minor units (pence) with its currency."""
    if minor is None:
        return ""
    code = currency or "GBP"
    return format_currency(Decimal(minor).scaleb(-minor_digits(code)), code, locale=_locale())


def when(value: datetime, zone: str = "UTC", pattern: str = "EEE d MMM, HH:mm") -> str:
    """Write a moment in a time zone, for example Fri 27 Nov, 18:00."""
    return format_datetime(value.astimezone(UTC), pattern, tzinfo=ZoneInfo(zone), locale=_locale())


def moment(value: datetime, zone: str = "UTC", pattern: str = "EEE d MMM, HH:mm") -> Markup:
    """Write a moment as a `<time>` element whose title is the exact one."""
    exact = when(value, zone, "EEEE d MMMM y, HH:mm zzz")
    return Markup('<time datetime="{}" title="{}">{}</time>').format(
        value.astimezone(UTC).isoformat(), exact, escape(when(value, zone, pattern))
    )


def span(value: timedelta | float) -> str:
    """Write a duration (seconds or timedelta) in its two largest units: 1 h 12 m."""
    seconds = int(value.total_seconds() if isinstance(value, timedelta) else value)
    minutes, hours, days = seconds // 60, seconds // 3600, seconds // 86400
    if days >= 2:
        return f"{days} d {hours % 24} h"
    if hours:
        return f"{hours} h {minutes % 60:02d} m"
    return f"{minutes} m" if minutes else f"{seconds} s"


def share(value: float) -> str:
    """Write a share between 0 and 1 as whole per cent."""
    return f"{value * 100:.0f}%"


def plural(count: int, one: str, many: str) -> str:
    """Write a count with its noun."""
    return f"{count:,} {one if count == 1 else many}"


def listed(value: object) -> str:
    """Write an attribute's value, a list with commas."""
    return ", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)


def _locale() -> str:
    return str(get_locale() or "en_GB")
