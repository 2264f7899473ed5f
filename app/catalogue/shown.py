"""What the pilot file in force says about its catalogue: shape, facets, currency."""

from dataclasses import dataclass
from functools import lru_cache

from sqlalchemy import select

from app.exceptions import NotFound
from app.extensions import db
from app.models import Pilot, PilotVersion
from app.pilots.definition import PilotDefinition
from app.pilots.page_definition import Cards


@dataclass(frozen=True, slots=True)
class Shown:
    """How a pilot shows and prices its items, and the number of its catalogue."""

    catalogue_version: int
    cards: Cards
    currency: str


def shown_in(pilot_id: int) -> Shown:
    """Return how a pilot shows its items, by the version in force."""
    pilots = Pilot.__table__.c
    row = (
        db.session.connection()
        .execute(
            select(pilots.current_version_id, pilots.catalogue_version).where(pilots.id == pilot_id)
        )
        .one_or_none()
    )
    if row is None:
        raise NotFound("There is no such pilot.")
    if row.current_version_id is None:
        return Shown(row.catalogue_version, Cards(), "GBP")
    cards, currency = _said_in(str(db.engine.url), row.current_version_id)
    return Shown(row.catalogue_version, cards, currency)


@lru_cache(maxsize=256)
def _said_in(_database: str, version_id: int) -> tuple[Cards, str]:
    """Read one published version; it never changes, so its answer is kept."""
    document = db.session.scalar(
        select(PilotVersion.definition).where(PilotVersion.id == version_id)
    )
    definition = PilotDefinition.model_validate(document)
    return definition.cards, definition.currency
