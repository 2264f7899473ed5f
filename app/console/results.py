"""What the middle pane shows: tiles with their badges, facets with counts, active filters."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from app.catalogue.cards import ItemCard
from app.catalogue.search import SORTS, Facet, SearchResult, search_items
from app.catalogue.services import get_item
from app.catalogue.stock import free_for
from app.console.desk import Desk
from app.console.finder import MOST_PAGES, PER_PAGE, Finder


@dataclass(frozen=True, slots=True)
class Tile:
    """One item of the list, with what the curator should know before picking it."""

    card: ItemCard
    facts: tuple[str, ...]
    place: int | None = None
    clash: str = ""
    sent_at: datetime | None = None
    is_out: bool = False
    is_dear: bool = False

    @property
    def state(self) -> str:
        """Return the tile's further classes."""
        if self.place is not None:
            return " is-picked"
        if self.clash or self.card.archived:
            return " is-blocked"
        return " is-sent" if self.sent_at or self.is_out else ""


@dataclass(frozen=True, slots=True)
class Results:
    """A search with its tiles; `ids` are those shown, in rank order."""

    finder: Finder
    tiles: tuple[Tile, ...]
    total: int
    capped: bool
    mode: str
    catalogue_size: int
    is_too_short: bool
    facets: tuple[Facet, ...]
    sorts: dict[str, str]

    @property
    def ids(self) -> str:
        """Return the ids shown, as a form carries them."""
        return ",".join(str(tile.card.item_id) for tile in self.tiles)

    @property
    def clashes(self) -> int:
        """Return how many of the shown items clash with the brief."""
        return sum(bool(tile.clash) for tile in self.tiles)

    @property
    def has_more(self) -> bool:
        """Tell whether the list goes on below what is shown."""
        return len(self.tiles) < self.total

    @property
    def may_show_more(self) -> bool:
        """Tell whether one more page can be shown; beyond it, words or filters narrow better."""
        return self.has_more and self.finder.pages < MOST_PAGES

    def label_of(self, attribute: str) -> str:
        """Return a filter's name as words."""
        return attribute.replace("_", " ").capitalize()


def results_of(desk: Desk, finder: Finder) -> Results:
    """Search the brief's catalogue and mark each item for this customer."""
    found: SearchResult = search_items(
        desk.brief.pilot_id,
        finder.words,
        filters=finder.filters,
        sort=finder.sort,
        per_page=PER_PAGE * finder.pages,
    )
    return Results(
        finder=finder,
        tiles=tiles_of(desk, found.cards),
        total=found.total,
        capped=found.capped,
        mode=found.mode,
        catalogue_size=found.catalogue_size,
        is_too_short=found.is_too_short,
        facets=found.facets,
        sorts=SORTS,
    )


def tiles_of(desk: Desk, found: Sequence[ItemCard]) -> tuple[Tile, ...]:
    """Mark items for a customer: picked, clashing, sent before, out of stock, too dear."""
    picked, sent = desk.tray.by_item, desk.history.sent_items
    checks, tray = desk.definition.checks, desk.tray
    is_full = len(tray.picks) == tray.size
    left = None if tray.budget_minor is None or is_full else tray.budget_minor - tray.sum_minor
    stocks = {card.item_id: card.stock for card in found if card.item_id not in picked}
    free = free_for(desk.brief.id, stocks)
    gone = {pick.card.item_id for pick in tray.picks if pick.has("stock")}
    return tuple(
        Tile(
            card=card,
            facts=card.facts(desk.definition.cards.facts),
            place=picked.get(card.item_id),
            clash=desk.clash(card),
            sent_at=sent.get(card.item_id) if checks.sent_before != "off" else None,
            is_out=checks.stock != "off" and (card.item_id in gone or free.get(card.item_id) == 0),
            is_dear=(
                checks.budget != "off"
                and left is not None
                and card.item_id not in picked
                and (card.price_minor or 0) > left
            ),
        )
        for card in found
    )


def tile_of(desk: Desk, item_id: int) -> Tile:
    """Return one item of the brief's catalogue, marked; raise NotFound."""
    return tiles_of(desk, [get_item(desk.brief.pilot_id, item_id)])[0]
