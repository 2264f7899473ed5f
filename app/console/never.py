"""Does an item bear what the customer asked us never to send?  Words, not meanings (pure)."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Protocol

from app.catalogue.search_text import split_words

STEM_LETTERS = 4
_ENDINGS = ("nesses", "ness", "ings", "ing", "ies", "es", "ed", "s")
_EMPTY_WORDS = frozenset(
    split_words(
        """a about again all also always am an and any anybody anyone anything are as at bad be been
    but by can could did do does dont else even ever everything for from get give had has hate
    have havent he her his how i if im in is it its just kind like likes little lot many may maybe
    me more most much my never no none nor not nothing of off on one only or other our out over
    please really send she so some somebody something sort steer stuff such sure than that the
    their them then there these they thing things this those to too twice us very want was we well
    were what when where which while who why will with without wont would you your"""
    )
)


class Bearer(Protocol):
    """What the rule reads of an item."""

    @property
    def title(self) -> str:
        """Return the title."""

    @property
    def maker(self) -> str:
        """Return who made it."""

    @property
    def description(self) -> str:
        """Return the describing text."""

    @property
    def tags(self) -> Sequence[str]:
        """Return the tags."""

    @property
    def attributes(self) -> Mapping[str, Any]:
        """Return the other columns of the catalogue."""


def never_words(avoid: str, *, nouns: Iterable[str] = ()) -> tuple[str, ...]:
    """Return the words of an avoid answer that carry meaning, folded, in order.

    `nouns` are what the catalogue's things are called: "no sad books" is not about books.
    """
    empty = _EMPTY_WORDS | {word for noun in nouns for word in split_words(noun)}
    return tuple(dict.fromkeys(word for word in split_words(avoid) if word not in empty))


def clash_of(item: Bearer, words: Sequence[str], where: Sequence[str]) -> str:
    """Return the item's value that bears one of the words, as the catalogue writes it, or ''."""
    if not words:
        return ""
    for value in _values(item, where):
        if any(_is_same(word, other) for other in split_words(value) for word in words):
            return value
    return ""


def _values(item: Bearer, where: Sequence[str]) -> Iterable[str]:
    for name in where:
        if name == "tags":
            yield from item.tags
        elif name in ("title", "maker", "description"):
            yield getattr(item, name)
        else:
            found = item.attributes.get(name)
            yield from map(str, found if isinstance(found, list | tuple) else [found or ""])


def _is_same(word: str, other: str) -> bool:
    """Tell whether two words share their stem, or one (of four letters up) begins the other."""
    if word == other:
        return True
    first, second = sorted((_stem(word), _stem(other)), key=len)
    if first == second:
        return True
    return len(first) >= STEM_LETTERS and second.startswith(first)


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= STEM_LETTERS - 1:
            return word[: -len(ending)] + ("y" if ending == "ies" else "")
    return word
