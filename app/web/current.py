"""Who is here and which pilot this is about; filled in by the gate before each view."""

from dataclasses import dataclass, field

from flask import g

from app.lifecycle import Role
from app.log import Actor
from app.pilots.info import PilotInfo


@dataclass(frozen=True, slots=True)
class Member:
    """A signed-in member of staff as views and templates see them."""

    id: int
    name: str
    email: str
    is_admin: bool
    keys_on: bool
    session_id: int
    on_shift: bool = True
    roles: dict[int, frozenset[Role]] = field(default_factory=dict)

    @property
    def initials(self) -> str:
        """Return at most two letters for the avatar."""
        parts = self.name.split()
        return (parts[0][:1] + (parts[-1][:1] if len(parts) > 1 else "")).upper()

    @property
    def actor(self) -> Actor:
        """Return this person as the log names them."""
        return Actor.staff(self.id)

    def holds(self, pilot_id: int, *roles: Role) -> bool:
        """Tell whether this person holds one of the roles in a pilot (admins hold all)."""
        return self.is_admin or bool(self.roles.get(pilot_id, frozenset()) & set(roles))

    def belongs_to(self, pilot_id: int) -> bool:
        """Tell whether this person has any role in a pilot."""
        return self.is_admin or bool(self.roles.get(pilot_id))


def member() -> Member:
    """Return who is signed in; views behind the gate may rely on it."""
    found: Member = g.member
    return found


def find_member() -> Member | None:
    """Return who is signed in, or None."""
    found: Member | None = g.get("member")
    return found


def pilot() -> PilotInfo:
    """Return the pilot this request is about, as the gate found it."""
    found: PilotInfo = g.pilot
    return found
