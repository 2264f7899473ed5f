"""Search a catalogue: words, filters, facets with counts, one page of cards."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from sqlalchemy import Select, case, func, select

from app.catalogue.cards import ItemCard, as_label
from app.catalogue.facets import LONGEST_VALUE, MOST_VALUES
from app.catalogue.search_index import Filters, Matches, browse, having, match
from app.catalogue.search_text import Query, parse_query
from app.catalogue.services import cards
from app.catalogue.shelf import Shelf, shelf_of
from app.extensions import db
from app.models import ItemFacet, ItemSearch

Mode = Literal["all", "any", "none"]
SORTS = {
    "best": "Best match",
    "title": "Title",
    "price_up": "Price, lowest first",
    "price_down": "Price, highest first",
    "newest": "Newest first",
}
_rows = ItemSearch.__table__.c
_values = ItemFacet.__table__.c
MOST_COUNTED = 5000
MOST_WORDS_TYPED = 200
VALUES_SHOWN = 30
LARGEST_PAGE = 100


@dataclass(frozen=True, slots=True)
class FacetValue:
    """One value of a facet, with how many of the found items bear it."""

    value: str
    count: int
    chosen: bool


@dataclass(frozen=True, slots=True)
class Facet:
    """An attribute to filter by; its counts leave its own filter aside."""

    attribute: str
    values: tuple[FacetValue, ...]

    @property
    def label(self) -> str:
        """Return the attribute's name as words."""
        return as_label(self.attribute)


@dataclass(frozen=True, slots=True)
class SearchResult:
    """One page of what was found; `capped` says that `total` is a lower bound.

    `mode` says whether all words were found, only some of them, or none were asked for.
    """

    cards: tuple[ItemCard, ...]
    total: int
    capped: bool
    mode: Mode
    facets: tuple[Facet, ...]
    item_ids: tuple[int, ...]
    page: int = 1
    pages: int = 1
    catalogue_size: int = 0
    is_too_short: bool = False
    chosen: tuple[tuple[str, str], ...] = field(default=())


def search_items(  # noqa: PLR0913  each argument is a control of the search page
    pilot_id: int,
    query: str,
    *,
    filters: Mapping[str, Sequence[str]] | None = None,
    sort: str = "best",
    page: int = 1,
    per_page: int = 24,
    facets: Sequence[str] | None = None,
) -> SearchResult:
    """Find current items of a pilot; without words, browse them by title.

    When no item has all the words, items with any of them are found.  Values of one attribute
    widen the result, further attributes narrow it.  `facets` None means those of the pilot, an
    empty list none.
    """
    parsed = parse_query(query[:MOST_WORDS_TYPED])
    is_too_short = parsed.too_short and bool(query.strip())
    wanted = _clean(filters or {})
    shelf = shelf_of(pilot_id)
    mode, matches, (total, capped) = _find(shelf, pilot_id, parsed, wanted)
    per_page = max(1, min(per_page, LARGEST_PAGE))
    pages = max(1, -(-total // per_page))
    page = max(1, min(page, pages))
    ids = _page(matches, wanted, sort=sort, offset=(page - 1) * per_page, limit=per_page)
    found = cards(pilot_id, ids, shape=shelf.shape)
    return SearchResult(
        cards=tuple(found.values()),
        total=total,
        capped=capped,
        mode=mode,
        facets=_facets(shelf, matches, wanted, facets),
        item_ids=tuple(found),
        page=page,
        pages=pages,
        catalogue_size=shelf.size,
        is_too_short=is_too_short,
        chosen=tuple((name, value) for name, values in wanted.items() for value in values),
    )


def _clean(filters: Mapping[str, Sequence[str]]) -> Filters:
    kept = {
        name: tuple(dict.fromkeys(value for value in values if 0 < len(value) <= LONGEST_VALUE))
        for name, values in filters.items()
    }
    return {name: values[:MOST_VALUES] for name, values in list(kept.items())[:20] if values}


def _find(
    shelf: Shelf, pilot_id: int, query: Query, filters: Filters
) -> tuple[Mode, Matches, tuple[int, bool]]:
    if query.too_short or not query.words:
        matches = browse(pilot_id)
        return "none", matches, _count(shelf, matches, filters)
    every = match(pilot_id, query, any_word=False)
    counted = _count(shelf, every, filters)
    if counted[0] or len(query.words) == 1 or (filters and _count(shelf, every, {})[0]):
        return "all", every, counted
    some = match(pilot_id, query, any_word=True)
    return "any", some, _count(shelf, some, filters)


def _count(shelf: Shelf, matches: Matches, filters: Filters) -> tuple[int, bool]:
    if matches.is_browsing and not filters:
        return shelf.size, False
    limited = having(matches, filters).limit(MOST_COUNTED + 1).subquery()
    count = db.session.connection().scalar(select(func.count()).select_from(limited)) or 0
    return min(count, MOST_COUNTED), count > MOST_COUNTED


def _page(matches: Matches, filters: Filters, *, sort: str, offset: int, limit: int) -> list[int]:
    found = having(matches, filters)
    statement = _sorted(found, matches, sort).limit(limit).offset(offset)
    return [row[0] for row in db.session.connection().execute(statement)]


def _sorted(found: Select[Any], matches: Matches, sort: str) -> Select[Any]:
    id_column = matches.item_id
    if sort == "newest":
        return found.order_by(id_column.desc())
    if sort == "best" and not matches.is_browsing:
        return found.order_by(matches.score.desc(), id_column)
    if not matches.has_rows:
        found = found.join(ItemSearch.__table__, _rows.item_id == id_column)
    price = _rows.price_minor
    orders: dict[str, tuple[Any, ...]] = {
        "price_up": (case((price.is_(None), 1), else_=0), price, id_column),
        "price_down": (case((price.is_(None), 1), else_=0), price.desc(), id_column),
    }
    return found.order_by(*orders.get(sort, (_rows.title, id_column)))


def _facets(
    shelf: Shelf, matches: Matches, filters: Filters, names: Sequence[str] | None
) -> tuple[Facet, ...]:
    shown = shelf.facets if names is None else tuple(names)
    free = [name for name in shown if name not in filters]
    counts = _value_counts(shelf, matches, filters, free)
    for name in shown:
        if name in filters:
            others = {other: values for other, values in filters.items() if other != name}
            counts |= _value_counts(shelf, matches, others, [name])
    built = (_facet(name, counts.get(name, {}), filters.get(name, ())) for name in shown)
    return tuple(facet for facet in built if facet.values)


def _value_counts(
    shelf: Shelf, matches: Matches, filters: Filters, names: Sequence[str]
) -> dict[str, dict[str, int]]:
    if matches.is_browsing and not filters:
        return {name: shelf.values(name) for name in names}
    if not names:
        return {}
    found = having(matches, filters).limit(MOST_COUNTED).cte("found")
    statement = (
        select(_values.attribute, _values.value, func.count())
        .select_from(found)
        .join(ItemFacet.__table__, _values.item_id == found.c.item_id)
        .where(_values.attribute.in_(names))
        .group_by(_values.attribute, _values.value)
    )
    counts: dict[str, dict[str, int]] = {name: {} for name in names}
    for name, value, count in db.session.connection().execute(statement):
        counts[name][value] = count
    return counts


def _facet(name: str, counts: Mapping[str, int], chosen: Sequence[str]) -> Facet:
    ranked = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    shown = [FacetValue(value, count, value in chosen) for value, count in ranked[:VALUES_SHOWN]]
    listed = {value.value for value in shown}
    missing = [FacetValue(v, counts.get(v, 0), chosen=True) for v in chosen if v not in listed]
    return Facet(name, tuple(missing + shown))
