"""A search of the catalogue as its address says it: words, filters, order, how many."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from urllib.parse import parse_qsl, urlencode

from app.catalogue.search import SORTS

PREFIX = "f."
PER_PAGE = 24
MOST_PAGES = 4
LONGEST_WORDS = 200
LONGEST_VALUE = 200
MOST_FILTERS = 20
PANES = ("brief", "catalogue", "tray", "queue")


@dataclass(frozen=True, slots=True)
class Finder:
    """What is looked for; `pages` counts how much of the list is shown, from its top."""

    words: str = ""
    filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    sort: str = "best"
    pages: int = 1
    pane: str = "catalogue"

    @classmethod
    def read(cls, pairs: Iterable[tuple[str, str]]) -> "Finder":
        """Read a search from the pairs of an address; what makes no sense is left out."""
        values: dict[str, str] = {}
        filters: dict[str, tuple[str, ...]] = {}
        for name, value in pairs:
            if name.startswith(PREFIX):
                _note_filter(filters, name.removeprefix(PREFIX), value)
            else:
                values.setdefault(name, value)
        sort, pane = values.get("sort", "best"), values.get("pane", "catalogue")
        return cls(
            words=values.get("q", "").replace("\x00", "")[:LONGEST_WORDS],
            filters=filters,
            sort=sort if sort in SORTS else "best",
            pages=_pages(values.get("page", "1")),
            pane=pane if pane in PANES else "catalogue",
        )

    @classmethod
    def parse(cls, query: str) -> "Finder":
        """Read a search from a query string."""
        return cls.read(parse_qsl(query[:4000]))

    @property
    def query(self) -> str:
        """Return the query string of this search, shortest form."""
        pairs = [("q", self.words)] if self.words else []
        pairs += [(PREFIX + name, value) for name, value in self.chosen]
        pairs += [("sort", self.sort)] if self.sort != "best" else []
        pairs += [("page", str(self.pages))] if self.pages > 1 else []
        pairs += [("pane", self.pane)] if self.pane != "catalogue" else []
        return urlencode(pairs)

    @property
    def chosen(self) -> Sequence[tuple[str, str]]:
        """Return the active filters as pairs of attribute and value."""
        return [(name, value) for name, values in self.filters.items() for value in values]

    def has(self, name: str, value: str) -> bool:
        """Tell whether a filter is active."""
        return value in self.filters.get(name, ())

    def toggled(self, name: str, value: str) -> "Finder":
        """Return this search with one filter added, or taken away if it was there."""
        now = self.filters.get(name, ())
        values = tuple(v for v in now if v != value) if value in now else (*now, value)
        filters = {**self.filters, name: values}
        kept = {key: chosen for key, chosen in filters.items() if chosen}
        return replace(self, filters=kept, pages=1)

    def bare(self) -> "Finder":
        """Return this search without any filter."""
        return replace(self, filters={}, pages=1)

    def longer(self) -> "Finder":
        """Return this search with one more page of its list."""
        return replace(self, pages=min(MOST_PAGES, self.pages + 1))

    def on(self, pane: str) -> "Finder":
        """Return this search with another pane in front (on phones)."""
        return replace(self, pane=pane)


def _note_filter(filters: dict[str, tuple[str, ...]], name: str, value: str) -> None:
    count = sum(len(values) for values in filters.values())
    if name and 0 < len(value) <= LONGEST_VALUE and count < MOST_FILTERS:
        filters[name] = tuple(dict.fromkeys((*filters.get(name, ()), value)))


def _pages(text: str) -> int:
    return min(MOST_PAGES, max(1, int(text))) if text.isdecimal() and len(text) < 4 else 1
