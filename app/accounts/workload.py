"""How much a person takes on: on or off shift, at most so many open briefs, what they know."""

from dataclasses import dataclass

from sqlalchemy import select, update

from app import log
from app.accounts.people import colleagues
from app.database import writing
from app.exceptions import Invalid, NotFound
from app.extensions import db
from app.lifecycle import Role
from app.log import Actor
from app.models import Membership, Staff

TAGS_AT_MOST = 12
LONGEST_TAG = 40
BIGGEST_CAP = 500


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody a brief may be handed to, with what helps to choose."""

    id: int
    name: str
    on_shift: bool
    expertise: tuple[str, ...]

    @property
    def words(self) -> str:
        """Return the line of a list: name, what they know, whether they work now."""
        known = f" ({', '.join(self.expertise)})" if self.expertise else ""
        return f"{self.name}{known}" + ("" if self.on_shift else ", off shift")


def set_shift(staff_id: int, *, on: bool) -> None:
    """Go on or off shift: off shift, nobody is given new briefs by "take next"."""
    with writing():
        changed = db.session.execute(
            update(Staff)
            .where(Staff.id == staff_id, Staff.on_shift.is_not(on))
            .values(on_shift=on)
            .execution_options(synchronize_session=False)
        )
        if changed.rowcount:  # type: ignore[attr-defined]
            kind = "shift_begun" if on else "shift_ended"
            log.append(kind, actor=Actor.staff(staff_id), pilot_id=None)


def set_workload(
    pilot_id: int, staff_id: int, *, expertise: str, open_cap: int | None, actor: Actor
) -> None:
    """Say what somebody of a pilot's team knows and how many open briefs they hold at most."""
    tags = read_tags(expertise)
    if open_cap is not None and not 1 <= open_cap <= BIGGEST_CAP:
        raise Invalid(f"A cap is a number from 1 to {BIGGEST_CAP}.", field="open_cap")
    with writing():
        held = select(Membership.id).where(
            Membership.pilot_id == pilot_id, Membership.staff_id == staff_id
        )
        if db.session.scalar(held.limit(1)) is None:
            raise NotFound("Nobody with this number works in this pilot.")
        values = {"expertise": list(tags), "open_cap": open_cap}
        db.session.execute(update(Staff).where(Staff.id == staff_id).values(**values))
        log.append(
            "workload_set", actor=actor, pilot_id=pilot_id, staff=staff_id, open_cap=open_cap
        )


def read_tags(text: str) -> tuple[str, ...]:
    """Return the tags of a comma-separated line, each once; raise Invalid when it is too much."""
    tags = [" ".join(part.split()) for part in text.split(",")]
    found = tuple({tag.casefold(): tag for tag in tags if tag}.values())
    if len(found) > TAGS_AT_MOST:
        raise Invalid(f"{TAGS_AT_MOST} fields of expertise at most.", field="expertise")
    if any(len(tag) > LONGEST_TAG for tag in found):
        raise Invalid(f"{LONGEST_TAG} letters each at most.", field="expertise")
    return found


def hand_over_list(pilot_id: int, *, but: int) -> list[Colleague]:
    """Return who may be handed a brief of this pilot: those on shift first."""
    ids = [staff_id for staff_id, _ in colleagues(pilot_id, Role.CURATOR, Role.LEAD)]
    query = (
        select(Staff)
        .where(Staff.id.in_(ids), Staff.id != but)
        .order_by(Staff.on_shift.desc(), Staff.name, Staff.id)
    )
    return [
        Colleague(row.id, row.name, row.on_shift, tuple(row.expertise))
        for row in db.session.scalars(query)
    ]
