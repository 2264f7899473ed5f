"""The stretch of a pilot that figures are about, as the address names it (pure)."""

from datetime import datetime, timedelta
from enum import StrEnum


class Period(StrEnum):
    """The whole pilot, or the briefs submitted in the last weeks."""

    WHOLE = "all"
    MONTH = "28"
    WEEK = "7"

    @property
    def label(self) -> str:
        """Return the words on the switch."""
        return "Whole pilot" if self is Period.WHOLE else f"{self.value} days"

    def since(self, moment: datetime) -> datetime | None:
        """Return when the period begins, None for the whole pilot."""
        return None if self is Period.WHOLE else moment - timedelta(days=int(self.value))


def period_of(text: str | None) -> Period:
    """Return the period an address names; anything unknown means the whole pilot."""
    return Period(text) if text in set(Period) else Period.WHOLE
