"""The counted rows that figures are computed from (pure)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Group:
    """How many briefs share one arm, one fate and one set of doings."""

    arm: str
    is_first: bool
    is_matured: bool
    is_simulated: bool
    stage: str
    opened: bool
    answered: bool
    kept: int
    took_set: bool
    called: bool
    would_pay: bool
    n: int


@dataclass(frozen=True, slots=True)
class Cluster:
    """How many customers kept `kept` of the `shown` picks of one arm or slot role."""

    name: str
    kept: int
    shown: int
    customers: int


@dataclass(frozen=True, slots=True)
class ShownPicks:
    """How many picks of one customer, arm and slot role got one verdict (None for no answer)."""

    customer: int
    arm: str
    role: str
    verdict: str | None
    is_kept: bool
    count: int


@dataclass(frozen=True, slots=True)
class Tally:
    """A code with its count, and how many customers stand behind it."""

    arm: str
    code: str | None
    count: int
    customers: int
    within: str | None = None


@dataclass(frozen=True, slots=True)
class Waited:
    """One delivery: seconds from submission to release and to being ready; was it late."""

    arm: str
    seconds: float
    ready_seconds: float
    is_late: bool


@dataclass(frozen=True, slots=True)
class Worked:
    """One delivery by hand: when it was sent, and active seconds by phase."""

    sent: float
    read: int
    search: int
    write: int

    @property
    def minutes(self) -> float:
        """Return all active minutes."""
        return (self.read + self.search + self.write) / 60


@dataclass(frozen=True, slots=True)
class Comment:
    """What a customer wrote after a delivery, with what was kept of it."""

    words: str
    arm: str
    kept: int
