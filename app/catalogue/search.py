"""Search a catalogue: words, filters, facets with counts, one page of cards."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from sqlalchemy import Select, case, func, select

from app.catalogue.cards import ItemCard
from app.catalogue.facets import LONGEST_VALUE, MOST_VALUES
from app.catalogue.search_index import Filters, Matches, browse, having, match
from app.catalogue.search_text import Query, parse_query
from app.catalogue.services import cards
from app.catalogue.shown import shown_in
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
        words = self.attribute.replace("_", " ").strip()
        return words[:1].upper() + words[1:]


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
    mode, matches = _find(pilot_id, parsed)
    total, capped = _count(matches, wanted)
    per_page = max(1, min(per_page, LARGEST_PAGE))
    pages = max(1, -(-total // per_page))
    page = max(1, min(page, pages))
    ids = _page(matches, wanted, sort=sort, offset=(page - 1) * per_page, limit=per_page)
    found = cards(pilot_id, ids)
    return SearchResult(
        cards=tuple(found.values()),
        total=total,
        capped=capped,
        mode=mode,
        facets=_facets(pilot_id, matches, wanted, facets),
        item_ids=tuple(found),
        page=page,
        pages=pages,
        catalogue_size=catalogue_size(pilot_id),
        is_too_short=is_too_short,
        chosen=tuple((name, value) for name, values in wanted.items() for value in values),
    )


def catalogue_size(pilot_id: int) -> int:
    """Return how many items a pilot offers."""
    counted = select(func.count()).select_from(ItemSearch).where(ItemSearch.pilot_id == pilot_id)
    return db.session.scalar(counted) or 0


def _clean(filters: Mapping[str, Sequence[str]]) -> Filters:
    kept = {
        name: tuple(dict.fromkeys(value for value in values if 0 < len(value) <= LONGEST_VALUE))
        for name, values in filters.items()
    }
    return {name: values[:MOST_VALUES] for name, values in list(kept.items())[:20] if values}


def _find(pilot_id: int, query: Query) -> tuple[Mode, Matches]:
    if query.too_short or not query.words:
        return "none", browse(pilot_id)
    every = match(pilot_id, query, any_word=False)
    if len(query.words) == 1 or db.session.scalar(select(every.ids().exists())):
        return "all", every
    return "any", match(pilot_id, query, any_word=True)


def _count(matches: Matches, filters: Filters) -> tuple[int, bool]:
    if matches.is_browsing and not filters:
        return catalogue_size(matches.pilot_id), False
    limited = having(matches, filters).limit(MOST_COUNTED + 1).subquery()
    count = db.session.scalar(select(func.count()).select_from(limited)) or 0
    return min(count, MOST_COUNTED), count > MOST_COUNTED


def _page(matches: Matches, filters: Filters, *, sort: str, offset: int, limit: int) -> list[int]:
    found = having(matches, filters)
    statement = _sorted(found, matches, sort).limit(limit).offset(offset)
    return [row[0] for row in db.session.execute(statement)]


def _sorted(found: Select[Any], matches: Matches, sort: str) -> Select[Any]:
    id_column = matches.item_id
    if sort == "newest":
        return found.order_by(id_column.desc())
    if sort == "best" and not matches.is_browsing:
        return found.order_by(matches.score.desc(), id_column)
    if not matches.has_rows:
        found = found.join(ItemSearch, ItemSearch.item_id == id_column)
    price = ItemSearch.price_minor
    orders: dict[str, tuple[Any, ...]] = {
        "price_up": (case((price.is_(None), 1), else_=0), price, id_column),
        "price_down": (case((price.is_(None), 1), else_=0), price.desc(), id_column),
    }
    return found.order_by(*orders.get(sort, (ItemSearch.title, id_column)))


def _facets(
    pilot_id: int, matches: Matches, filters: Filters, names: Sequence[str] | None
) -> tuple[Facet, ...]:
    shown = facet_names(pilot_id) if names is None else tuple(names)
    free = [name for name in shown if name not in filters]
    counts = _value_counts(matches, filters, free)
    for name in shown:
        if name in filters:
            others = {other: values for other, values in filters.items() if other != name}
            counts |= _value_counts(matches, others, [name])
    built = (_facet(name, counts.get(name, {}), filters.get(name, ())) for name in shown)
    return tuple(facet for facet in built if facet.values)


def _value_counts(
    matches: Matches, filters: Filters, names: Sequence[str]
) -> dict[str, dict[str, int]]:
    if not names:
        return {}
    counted = func.count()
    if matches.is_browsing and not filters:
        statement = select(ItemFacet.attribute, ItemFacet.value, counted).where(
            ItemFacet.pilot_id == matches.pilot_id
        )
    else:
        found = having(matches, filters).limit(MOST_COUNTED).cte("found")
        statement = (
            select(ItemFacet.attribute, ItemFacet.value, counted)
            .select_from(found)
            .join(ItemFacet, ItemFacet.item_id == found.c.item_id)
        )
    statement = statement.where(ItemFacet.attribute.in_(names))
    counts: dict[str, dict[str, int]] = {name: {} for name in names}
    for name, value, count in db.session.execute(
        statement.group_by(ItemFacet.attribute, ItemFacet.value)
    ):
        counts[name][value] = count
    return counts


def _facet(name: str, counts: Mapping[str, int], chosen: Sequence[str]) -> Facet:
    ranked = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    shown = [FacetValue(value, count, value in chosen) for value, count in ranked[:VALUES_SHOWN]]
    listed = {value.value for value in shown}
    missing = [FacetValue(v, counts.get(v, 0), chosen=True) for v in chosen if v not in listed]
    return Facet(name, tuple(missing + shown))


def facet_names(pilot_id: int) -> tuple[str, ...]:
    """Return the attributes to filter by: those the pilot file names, else any with few values."""
    named = shown_in(pilot_id).cards.facets
    if named is not None:
        return named
    kinds = (
        select(ItemFacet.attribute, func.count(ItemFacet.value.distinct()).label("kinds"))
        .where(ItemFacet.pilot_id == pilot_id)
        .group_by(ItemFacet.attribute)
        .order_by(ItemFacet.attribute)
    )
    return tuple(name for name, count in db.session.execute(kinds) if 2 <= count <= MOST_VALUES)
