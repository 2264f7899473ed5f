"""How many briefs a pilot takes: open at a time, a day, in all; beyond them people wait."""

from datetime import datetime

from sqlalchemy import case, func, select

from app.clock import now
from app.exceptions import Full
from app.extensions import db
from app.lifecycle import OPEN
from app.models import Brief, Pilot
from app.pilots.definition import PilotDefinition
from app.pilots.services import definition_of

FULL = (
    "Every place was taken while you wrote. Your answers are kept: leave your address on the "
    "waiting list, and we will tell you when there is a place."
)


def places_left(
    pilot_id: int, definition: PilotDefinition, moment: datetime | None = None
) -> int | None:
    """Return how many briefs can still come now; None where nothing is capped."""
    caps = definition.caps
    if not is_capped(definition):
        return None
    local = (moment or now()).astimezone(definition.promise.zone)
    midnight = local.replace(hour=0, minute=0, second=0, microsecond=0)
    is_open = Brief.status.in_([status.value for status in OPEN])
    row = db.session.execute(
        select(
            func.count(Brief.id),
            func.coalesce(func.sum(case((is_open, 1), else_=0)), 0),
            func.coalesce(func.sum(case((Brief.submitted_at >= midnight, 1), else_=0)), 0),
        ).where(
            Brief.pilot_id == pilot_id,
            Brief.submitted_at.is_not(None),
            Brief.is_test.is_(False),
            Brief.is_simulated.is_(False),
        )
    ).one()
    limits = ((caps.in_all, row[0]), (caps.open_briefs, row[1]), (caps.per_day, row[2]))
    return max(0, min(cap - int(taken) for cap, taken in limits if cap is not None))


def is_capped(definition: PilotDefinition) -> bool:
    """Tell whether a pilot takes only so many briefs."""
    return any(cap is not None for cap in definition.caps.model_dump().values())


def lock_pilot(pilot_id: int) -> Pilot | None:
    """Return the pilot as stored now, locked so that two last places cannot be given twice."""
    return db.session.get(
        Pilot, pilot_id, populate_existing=True, with_for_update={"key_share": True}
    )


def refuse_full(pilot: Pilot, moment: datetime) -> None:
    """Raise Full when the caps in force leave no place; inside the write block that takes it."""
    if pilot.current_version_id is None:
        return
    definition = definition_of(pilot.current_version_id)
    if not is_capped(definition):
        return
    lock_pilot(pilot.id)
    if places_left(pilot.id, definition, moment) == 0:
        raise Full(FULL)
