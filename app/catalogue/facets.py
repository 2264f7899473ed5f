"""Which attributes of a catalogue are facets, and the values an item counts under (pure)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

TAGS = "tags"
MAKER = "maker"
MOST_VALUES = 50
LONGEST_VALUE = 200
LONGEST_NAME = 80


def facet_pairs(
    maker: str, tags: Iterable[str], attributes: Mapping[str, Any]
) -> list[tuple[str, str]]:
    """List the (attribute, value) pairs an item counts under; each member of a list is one."""
    pairs = [(TAGS, tag) for tag in tags] + [(MAKER, maker)]
    for name, value in attributes.items():
        if name not in (TAGS, MAKER) and len(name) <= LONGEST_NAME:
            members = value if isinstance(value, list) else [value]
            pairs += [(name, str(member)) for member in members]
    return [pair for pair in dict.fromkeys(pairs) if 0 < len(pair[1]) <= LONGEST_VALUE]


@dataclass
class FacetCensus:
    """Counts the different values of each attribute, and gives up on those with very many.

    An attribute that once had more than fifty stays out, whatever a later import brings.
    """

    seen: dict[str, set[str]] = field(default_factory=dict)
    wide: set[str] = field(default_factory=set)

    def note(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Take an item's pairs into account."""
        for name, value in pairs:
            if name in self.wide:
                continue
            values = self.seen.setdefault(name, set())
            values.add(value)
            if len(values) > MOST_VALUES:
                self.wide.add(name)
                del self.seen[name]

    def chosen(self, named: Iterable[str]) -> frozenset[str]:
        """Return the attributes to keep for filtering: tags, those named, those with few values."""
        return frozenset({TAGS, *named, *self.seen} - {MAKER}) | (
            frozenset({MAKER}) & frozenset(named)
        )
