"""How long a curator really worked on a brief: active seconds by phase, told by the page."""

from dataclasses import dataclass
from datetime import datetime

from app.clock import now
from app.console.tray import open_tray
from app.database import writing
from app.log import Actor
from app.models import Tray
from app.queue.services import renew_lease

GAP_SECONDS = 60


@dataclass(frozen=True, slots=True)
class Active:
    """Active seconds since the last beat: reading the brief, searching, writing."""

    read: int = 0
    search: int = 0
    write: int = 0

    @property
    def total(self) -> int:
        """Return the seconds of all phases."""
        return self.read + self.search + self.write

    def at_most(self, seconds: int) -> "Active":
        """Return the same shares of at most so many seconds."""
        if self.total <= seconds:
            return self
        read = self.read * seconds // self.total
        search = self.search * seconds // self.total
        return Active(read, search, seconds - read - search)


def beat(brief_id: int, active: Active, *, actor: Actor) -> datetime:
    """Add active seconds (never more than went by), renew the lease, and return its end."""
    with writing():
        _brief, tray = open_tray(brief_id, actor=actor)
        _add(tray, active)
        return renew_lease(brief_id, actor=actor)


def note_plain_action(brief_id: int, phase: str, *, actor: Actor) -> None:
    """Count the time since the last action of a page without script, a minute at most."""
    with writing():
        _brief, tray = open_tray(brief_id, actor=actor)
        _add(tray, Active(**{phase: GAP_SECONDS}))


def _add(tray: Tray, active: Active) -> None:
    moment = now()
    since = tray.active_until or tray.opened_at or moment
    real = active.at_most(max(0, int((moment - since).total_seconds())))
    tray.read_seconds += real.read
    tray.search_seconds += real.search
    tray.write_seconds += real.write
    tray.active_until = moment
