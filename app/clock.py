"""The one clock: everything that needs the time asks here and binds it as a parameter."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, datetime

_pretended: ContextVar[datetime | None] = ContextVar("backroom_pretended_now", default=None)


def now() -> datetime:
    """Return the present moment, aware, in UTC."""
    return _pretended.get() or datetime.now(UTC)


@contextmanager
def pretend(moment: datetime) -> Iterator[None]:
    """Let it be another moment in this thread; for simulated history alone."""
    token = _pretended.set(moment)
    try:
        yield
    finally:
        _pretended.reset(token)
