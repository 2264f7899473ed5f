"""A search of the catalogue page as its address says it (pure)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from urllib.parse import urlencode

from app.catalogue.search import MOST_WORDS_TYPED, SORTS

PREFIX = "f."
LONGEST = 200
MOST_FILTERS = 20
LAST_PAGE = 10_000


@dataclass(frozen=True, slots=True)
class Finding:
    """Words, filters, order and page of one search."""

    words: str = ""
    filters: Mapping[str, Sequence[str]] = field(default_factory=dict)
    sort: str = "best"
    page: int = 1

    @classmethod
    def read(cls, pairs: Iterable[tuple[str, str]]) -> "Finding":
        """Read a search from the pairs of an address; what makes no sense is left out."""
        values: dict[str, str] = {}
        filters: dict[str, list[str]] = {}
        for name, value in pairs:
            attribute = name.removeprefix(PREFIX)
            if attribute == name:
                values.setdefault(name, value)
            elif 0 < len(value) <= LONGEST and "\0" not in value + attribute:
                filters.setdefault(attribute[:LONGEST], []).append(value)
        page, sort = values.get("page", ""), values.get("sort", "")
        return cls(
            words=values.get("q", "").replace("\0", "")[:MOST_WORDS_TYPED],
            filters=dict(list(filters.items())[:MOST_FILTERS]),
            sort=sort if sort in SORTS else "best",
            page=min(int(page), LAST_PAGE) if page.isascii() and page.isdigit() else 1,
        )

    @property
    def chosen(self) -> list[tuple[str, str]]:
        """Return the active filters as pairs of attribute and value."""
        return [(name, value) for name, values in self.filters.items() for value in values]

    @property
    def address(self) -> str:
        """Return the query part of this search's address, question mark included."""
        pairs = [("q", self.words)] if self.words else []
        pairs += [(PREFIX + name, value) for name, value in self.chosen]
        pairs += [("sort", self.sort)] if self.sort != "best" else []
        pairs += [("page", str(self.page))] if self.page > 1 else []
        return f"?{urlencode(pairs)}" if pairs else ""

    def toggled(self, attribute: str, value: str) -> "Finding":
        """Return this search with one filter more, or one less where it was active."""
        now = list(self.filters.get(attribute, ()))
        values = [old for old in now if old != value] if value in now else [*now, value]
        filters = {**self.filters, attribute: values}
        return replace(self, filters={k: v for k, v in filters.items() if v}, page=1)

    def bare(self) -> "Finding":
        """Return this search without filters."""
        return replace(self, filters={}, page=1)

    def at(self, page: int) -> "Finding":
        """Return another page of this search."""
        return replace(self, page=page)
