"""The one clock: everything that needs the time asks here and binds it as a parameter."""

from datetime import UTC, datetime


def now() -> datetime:
    """Return the present moment, aware, in UTC."""
    return datetime.now(UTC)
