"""The builder's working copy: kept as it is typed, guarded by its version, then published."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, func, select, update

from app import log
from app.clock import now
from app.database import writing
from app.exceptions import Conflict, Invalid, StaleVersion
from app.extensions import db
from app.log import Actor
from app.models import Event, Membership, Pick, Pilot, PilotDraft, Staff
from app.pilots.builder_fields import Field, apply_typed
from app.pilots.definition import FROZEN_PARTS, PilotDefinition
from app.pilots.draft_document import Document, Path
from app.pilots.draft_problems import problems_of
from app.pilots.info import PilotInfo
from app.pilots.publishing import publish_definition
from app.pilots.reading import pilot_by_id

ENOUGH_PICKS = 10
Change = Callable[[Document], None]


@dataclass(frozen=True, slots=True)
class WorkingCopy:
    """What the builder holds of a pilot; version 0 stands for the version in force, untouched."""

    document: Document
    version: int
    changed_at: datetime | None
    changed_by: str
    is_frozen: bool

    @property
    def exists(self) -> bool:
        """Tell whether anything was changed since the version in force."""
        return self.version > 0

    @property
    def frozen_parts(self) -> tuple[str, ...]:
        """Return the parts that can change no more."""
        return FROZEN_PARTS if self.is_frozen else ()


def working_copy(pilot: PilotInfo) -> WorkingCopy:
    """Return the working copy of a pilot; without one, the version in force."""
    frozen = db.session.scalar(select(Pilot.frozen_hash).where(Pilot.id == pilot.id)) is not None
    row = db.session.get(PilotDraft, pilot.id)
    if row is None:
        return WorkingCopy(pilot.definition.as_document(), 0, None, "", frozen)
    who = db.session.scalar(select(Staff.name).where(Staff.id == row.changed_by)) or ""
    return WorkingCopy(row.document, row.version, row.changed_at, who, frozen)


def save_fields(  # noqa: PLR0913  each argument is a part of the posted page
    pilot: PilotInfo,
    fields: Sequence[Field],
    *,
    base: Path,
    typed: Mapping[str, Sequence[str]],
    version: int,
    actor: Actor,
    change: Change | None = None,
) -> WorkingCopy:
    """Keep what was typed into these fields, then change the rows as a button says.

    Raises StaleVersion, with what is stored, when somebody changed the same fields meanwhile.
    """
    with writing():
        held = working_copy(pilot)
        open_fields = [each for each in fields if _top(base, each) not in held.frozen_parts]
        document = apply_typed(held.document, open_fields, base=base, typed=typed)
        if held.version != version and (document != held.document or not open_fields):
            raise StaleVersion(
                f"{held.changed_by or 'Somebody'} has changed this page meanwhile.",
                theirs=held.document,
            )
        if change is not None:
            change(document)
        if document != held.document:
            _store(pilot, held, document, actor)
    return working_copy(pilot)


def _top(base: Path, each: Field) -> str:
    return str(base[0]) if base else each.name.split(".")[0]


def _store(pilot: PilotInfo, held: WorkingCopy, document: Document, actor: Actor) -> None:
    values: dict[str, Any] = {
        "document": document,
        "version": held.version + 1,
        "changed_at": now(),
        "changed_by": actor.id if actor.kind == "staff" else None,
    }
    if held.exists:
        db.session.execute(
            update(PilotDraft).where(PilotDraft.pilot_id == pilot.id).values(**values)
        )
        db.session.expire_all()
    else:
        db.session.add(PilotDraft(pilot_id=pilot.id, **values))
        db.session.flush()


def discard_draft(pilot: PilotInfo, *, version: int, actor: Actor) -> None:
    """Throw the working copy away; the version in force stands."""
    with writing():
        _take_out(pilot, version)
        log.append("draft_discarded", actor=actor, pilot_id=pilot.id)


def publish_draft(pilot: PilotInfo, *, version: int, actor: Actor) -> PilotInfo:
    """Make the working copy the version in force; every problem of it stands in the way."""
    with writing():
        held = working_copy(pilot)
        if problems := problems_of(held.document):
            raise Invalid(
                f"{len(problems)} problems stand in the way of publishing.",
                problems={problem.path: problem.words for problem in problems},
            )
        definition = PilotDefinition.model_validate(held.document)
        if definition.pilot != pilot.slug:
            raise Invalid("The name in the address cannot change. Clone the pilot instead.")
        _take_out(pilot, version)
        publish_definition(definition, actor=actor)
    return pilot_by_id(pilot.id)


def _take_out(pilot: PilotInfo, version: int) -> None:
    gone = db.session.scalar(
        delete(PilotDraft)
        .where(PilotDraft.pilot_id == pilot.id, PilotDraft.version == version)
        .returning(PilotDraft.pilot_id)
    )
    if gone is None:
        raise Conflict("The working copy has changed meanwhile. Look at it again.")


def drivers_of(pilot_id: int) -> frozenset[str] | None:
    """Return the questions that picks were led by, here and in the pilot this was cloned from.

    None where there were too few picks to tell.
    """
    source = db.session.scalar(
        select(Event.payload).where(Event.pilot_id == pilot_id, Event.kind == "pilot_cloned")
    )
    pilots = [pilot_id, *([int(source["source"])] if source else [])]
    of_people = (Pick.pilot_id.in_(pilots), Pick.source.not_in(("rule", "filler")))
    if (db.session.scalar(select(func.count()).where(*of_people)) or 0) < ENOUGH_PICKS:
        return None
    rows = db.session.scalars(select(Pick.drivers).where(*of_people))
    return frozenset(key for drivers in rows for key in drivers)


def people_of(pilot_id: int) -> list[str]:
    """Return the names of a pilot's team."""
    return list(
        db.session.scalars(
            select(Staff.name)
            .join(Membership, Membership.staff_id == Staff.id)
            .where(Membership.pilot_id == pilot_id)
            .distinct()
            .order_by(Staff.name)
        )
    )
