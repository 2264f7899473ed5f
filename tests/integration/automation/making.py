"""Demo pilots with catalogue and people, built through the services."""

from sqlalchemy import select

from app.accounts.services import add_staff, grant
from app.catalogue.importing import import_catalogue
from app.database import writing
from app.extensions import db
from app.lifecycle import Role
from app.log import SYSTEM
from app.models import Pilot, PilotKey
from app.paths import SEED
from app.pilots.info import PilotInfo
from app.pilots.services import go_live, import_pilot

PASSWORD = "lantern-otter-quince"


def make_demo_pilot(slug: str, *, is_demo: bool = True) -> PilotInfo:
    """Return a live pilot as it ships, with two curators and a lead; its arms fall the same way."""
    text = (SEED / "pilots" / f"{slug}.yaml").read_text()
    pilot = import_pilot(text, actor=SYSTEM, is_demo=is_demo)
    with (SEED / "catalogues" / f"{slug}.csv").open("rb") as rows:
        import_catalogue(pilot.id, rows, name=f"{slug}.csv", actor=SYSTEM)
    with writing():
        db.session.get_one(Pilot, pilot.id).salt = "the same salt"
        for key in db.session.scalars(select(PilotKey)):
            key.secret = b"0123456789abcdef0123456789abcdef"
    people = {"mara": Role.LEAD, "noor": Role.CURATOR, "sam": Role.CURATOR}
    for name, role in people.items():
        staff = add_staff(f"{name}@{slug}.example", name.title(), PASSWORD)
        grant(pilot.id, staff, role, actor=SYSTEM)
    return go_live(slug, actor=SYSTEM)
