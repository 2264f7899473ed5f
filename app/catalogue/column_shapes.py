"""Tells from its cells what a column may hold: pictures, prices, lists, numbers, words."""

from collections import Counter
from collections.abc import Callable, Mapping

from app.catalogue.cells import (
    is_address,
    read_currency,
    read_number,
    read_price,
    read_stock,
    split_list,
)
from app.catalogue.column_names import names_a_code

_MOSTLY = 0.8
_LISTED = 0.5
_LONGEST_PART = 60  # of a list; longer parts are sentences


def mostly(test: Callable[[str], bool], cells: list[str]) -> bool:
    """Tell whether a test holds for most of the cells."""
    return sum(map(test, cells)) >= _MOSTLY * len(cells)


def is_words(cell: str) -> bool:
    """Tell whether a cell could be a title."""
    return not is_address(cell) and any(map(str.isalpha, cell)) and len(cell) <= 200


def is_short(cell: str) -> bool:
    """Tell whether a cell could be a key."""
    return len(cell) <= 60 and not is_address(cell)


def is_picture(cell: str) -> bool:
    """Tell whether a cell leads to a picture."""
    endings = (".jpg", ".jpeg", ".png", ".webp", ".gif", ".avif")
    return is_address(cell) or cell.lower().endswith(endings)


SHAPES: Mapping[str, Callable[[str], bool]] = {
    "title": lambda cell: not is_address(cell),
    "maker": lambda cell: not is_address(cell),
    "price": lambda cell: read_price(cell) is not None,
    "currency": lambda cell: read_currency(cell) is not None,
    "picture": is_picture,
    "link": lambda cell: is_address(cell) or cell.lower().startswith("www."),
    "stock": lambda cell: read_stock(cell)[1],
}


def holds_lists(cells: list[str]) -> bool:
    """Tell whether a column holds several values a cell: mostly, or of a vocabulary it reuses."""
    several = [parts for parts in map(split_list, cells) if len(parts) > 1]
    if not several or any(len(part) > _LONGEST_PART for parts in several for part in parts):
        return False
    if len(several) >= _LISTED * len(cells):
        return True
    uses = Counter(part for cell in cells for part in split_list(cell))
    parts = {part for parts in several for part in parts}
    return len(several) > 1 and sum(uses[part] > 1 for part in parts) >= _LISTED * len(parts)


def holds_numbers(name: str, cells: list[str]) -> bool:
    """Tell whether a column holds plain numbers throughout, and no codes."""
    if not cells or names_a_code(name):
        return False
    return all(read_number(cell) is not None for cell in cells)
