"""What the demo shows: live pilots with catalogues, people, a past and work in the queue.

Pilots without a past stand ready to go live, with form and catalogue.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import partial

from app.accounts.services import add_staff, grant
from app.automation.rota import WEEKS
from app.automation.simulation import simulate_customers
from app.automation.waiting import add_waiting
from app.catalogue.importing import import_catalogue
from app.clock import now, pretend
from app.lifecycle import Role
from app.log import SYSTEM, Actor
from app.paths import SEED
from app.pilots.services import go_live, import_pilot

HISTORY: Mapping[str, int] = {"books": 300, "wardrobe": 100}
HISTORY_OF_ALL: Mapping[str, int] = {
    **HISTORY,
    "garden": 300,
    "renewal": 400,
    "reading": 300,
    "finder": 120,
}
SEED_OF_CHANCE = 1


@dataclass(frozen=True, slots=True)
class DemoPerson:
    """A member of staff of the demo; no role means admin."""

    email: str
    name: str
    role: Role | None

    @property
    def title(self) -> str:
        """Return what this person is."""
        return self.role.value if self.role else "admin"


PEOPLE = (
    DemoPerson("admin@demo.example", "Robin Adler", None),
    DemoPerson("owner@demo.example", "Inge Falk", Role.OWNER),
    DemoPerson("lead@demo.example", "Mara Okafor", Role.LEAD),
    DemoPerson("curator@demo.example", "Sam Reyes", Role.CURATOR),
    DemoPerson("curator-two@demo.example", "Noor Haddad", Role.CURATOR),
    DemoPerson("analyst@demo.example", "Teo Brandt", Role.ANALYST),
)
Reporter = Callable[[str, int, int], None]


def seed_demo(
    passwords: Mapping[str, str],
    *,
    history: Mapping[str, int],
    drafts: Sequence[str] = (),
    report: Reporter,
) -> None:
    """Fill an empty, migrated database; `report` hears what is done: words, done, in all.

    The pilots of `history` are live, with so many customers behind them.
    """
    before = now() - timedelta(weeks=WEEKS, days=1)
    with pretend(before):
        staff = [(person, _add(person, passwords[person.email])) for person in PEOPLE]
    for slug in (*history, *drafts):
        with pretend(before):
            owner = _import_pilot(slug, staff, report)
            if slug in history:
                go_live(slug, actor=owner)
    for slug, customers in history.items():
        if customers:
            label = f"Simulating {customers} past customers of '{slug}'"
            progress = partial(report, label)
            simulate_customers(slug, customers=customers, seed=SEED_OF_CHANCE, progress=progress)
        add_waiting(slug)


def _add(person: DemoPerson, password: str) -> int:
    return add_staff(person.email, person.name, password, is_admin=person.role is None)


def _import_pilot(slug: str, staff: Sequence[tuple[DemoPerson, int]], report: Reporter) -> Actor:
    """Import a pilot with its catalogue and give the staff their roles; return its owner."""
    report(f"Importing pilot and catalogue of '{slug}'", 0, 1)
    text = (SEED / "pilots" / f"{slug}.yaml").read_text(encoding="utf-8")
    pilot = import_pilot(text, actor=SYSTEM, is_demo=True)
    source = SEED / "catalogues" / f"{slug}.csv"
    with source.open("rb") as rows:
        import_catalogue(pilot.id, rows, name=source.name, actor=SYSTEM)
    owner = SYSTEM
    for person, staff_id in staff:
        if person.role:
            grant(pilot.id, staff_id, person.role, actor=SYSTEM)
        if person.role is Role.OWNER:
            owner = Actor.staff(staff_id)
    report(f"Importing pilot and catalogue of '{slug}'", 1, 1)
    return owner
