"""Explode settled searches into one row per search, rank and item."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, select

from app.insights.export_source import Source
from app.models import Brief, Look, Pick, Search

BRIEFS_AT_ONCE = 200
OUTSIDE_A_SEARCH = (None,) * 8  # curator, at, sort, mode, total, filters, catalogue, rank


@dataclass(frozen=True, slots=True)
class Seen:
    """The items that were opened, and those that were picked, on one brief."""

    viewed: set[int]
    picked: set[int]

    def flags(self, item_id: int) -> tuple[bool, bool]:
        """Tell whether an item was opened and whether it was picked."""
        return item_id in self.viewed, item_id in self.picked


def candidate_rows(source: Source) -> Iterator[tuple[Any, ...]]:
    """Yield what each search listed, and what was looked at or picked outside any search."""
    after = 0
    while briefs := _next_briefs(source, after):
        yield from _of_briefs(source, briefs)
        after = briefs[-1].id


def _next_briefs(source: Source, after: int) -> Sequence[Any]:
    query = (
        select(Brief.id, Brief.customer_id, Brief.is_simulated, Brief.is_test)
        .where(source.includes(), Brief.id > after)
        .order_by(Brief.id)
        .limit(BRIEFS_AT_ONCE)
    )
    return source.connection.execute(query).all()


def _of_briefs(source: Source, briefs: Sequence[Any]) -> Iterator[tuple[Any, ...]]:
    ids = [brief.id for brief in briefs]
    viewed = _items(source, select(Look.brief_id, Look.item_id).where(Look.brief_id.in_(ids)))
    picked = _items(source, select(Pick.brief_id, Pick.item_id).where(Pick.brief_id.in_(ids)))
    searches = (
        select(
            Search.id,
            Search.brief_id,
            Search.staff_id,
            Search.at,
            Search.sort,
            Search.mode,
            Search.total,
            Search.filters,
            Search.catalogue_version,
            Search.items,
        )
        .where(Search.brief_id.in_(ids))
        .order_by(Search.brief_id, Search.id)
    )
    by_brief: dict[int, list[Any]] = {}
    for search in source.connection.execute(searches):
        by_brief.setdefault(search.brief_id, []).append(search)
    for brief in briefs:
        seen = Seen(viewed.get(brief.id, set()), picked.get(brief.id, set()))
        yield from _of_brief(source, brief, by_brief.get(brief.id, []), seen)


def _items(source: Source, query: Select[int, int]) -> dict[int, set[int]]:
    found: dict[int, set[int]] = {}
    for brief_id, item_id in source.connection.execute(query):
        found.setdefault(brief_id, set()).add(item_id)
    return found


def _of_brief(
    source: Source, brief: Any, searches: Sequence[Any], seen: Seen
) -> Iterator[tuple[Any, ...]]:
    whose, marks = source.name(brief.customer_id), (brief.is_simulated, brief.is_test)
    listed: set[int] = set()
    for search in searches:
        about = (
            source.staff(search.staff_id),
            search.at,
            search.sort,
            search.mode,
            search.total,
            search.filters,
            search.catalogue_version,
        )
        for rank, item_id in enumerate(search.items, 1):
            listed.add(item_id)
            flags = seen.flags(item_id)
            yield (search.id, brief.id, whose, *about, rank, item_id, True, *flags, *marks)
    for item_id in sorted((seen.viewed | seen.picked) - listed):
        flags = seen.flags(item_id)
        yield (None, brief.id, whose, *OUTSIDE_A_SEARCH, item_id, False, *flags, *marks)
