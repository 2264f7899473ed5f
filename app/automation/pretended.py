"""The time of one simulated life: it goes forward, and the life ends where the present begins."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

from app.clock import pretend


class NotYet(Exception):
    """What comes next has not happened yet."""


class LifeTime:
    """A moment that moves on, up to the present."""

    def __init__(self, moment: datetime, until: datetime) -> None:
        self.moment = moment
        self.until = until

    @contextmanager
    def at(self, moment: datetime) -> Iterator[None]:
        """Let it be this moment (never an earlier one than before); raise NotYet past the end."""
        moment = max(moment, self.moment)
        if moment > self.until:
            raise NotYet
        self.moment = moment
        with pretend(moment):
            yield

    @contextmanager
    def after(self, seconds: float) -> Iterator[None]:
        """Let so many seconds go by."""
        with self.at(self.moment + timedelta(seconds=seconds)):
            yield
