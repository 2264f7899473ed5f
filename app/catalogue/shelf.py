"""What is the same for every search of one catalogue: its size, its facets and all their counts.

Counted once for each published catalogue and kept in memory: counting anew cost most of a search.
"""

from dataclasses import dataclass
from functools import lru_cache

from sqlalchemy import func, select

from app.catalogue.facets import MOST_VALUES
from app.catalogue.shown import shown_in
from app.extensions import db
from app.models import ItemFacet, ItemSearch


@dataclass(frozen=True, slots=True)
class Shelf:
    """A published catalogue as a whole."""

    size: int
    shape: str
    facets: tuple[str, ...]
    counts: dict[str, dict[str, int]]

    def values(self, attribute: str) -> dict[str, int]:
        """Return how many items of the whole catalogue bear each value of an attribute."""
        return self.counts.get(attribute, {})


def shelf_of(pilot_id: int) -> Shelf:
    """Return the pilot's catalogue in figures; facets are those its file names, else any with few.

    Few is two to fifty values.
    """
    shown = shown_in(pilot_id)
    size, counts = _counted(str(db.engine.url), pilot_id, shown.catalogue_version)
    facets = shown.cards.facets
    if facets is None:
        facets = tuple(name for name, values in counts.items() if 2 <= len(values) <= MOST_VALUES)
    return Shelf(size, shown.cards.shape, facets, counts)


@lru_cache(maxsize=64)
def _counted(
    _database: str, pilot_id: int, _catalogue_version: int
) -> tuple[int, dict[str, dict[str, int]]]:
    own = ItemSearch.pilot_id == pilot_id
    size = db.session.scalar(select(func.count()).select_from(ItemSearch).where(own)) or 0
    counted = (
        select(ItemFacet.attribute, ItemFacet.value, func.count())
        .where(ItemFacet.pilot_id == pilot_id)
        .group_by(ItemFacet.attribute, ItemFacet.value)
        .order_by(ItemFacet.attribute)
    )
    counts: dict[str, dict[str, int]] = {}
    for name, value, count in db.session.execute(counted):
        counts.setdefault(name, {})[value] = count
    return size, counts
