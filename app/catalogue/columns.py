"""Guesses what the columns of a table hold, and makes an item of each row.

A guess takes the names and the first rows into account and is meant to be shown and corrected;
what no role claims becomes an attribute.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields

from app.catalogue.cells import (
    Price,
    clean_text,
    is_address,
    plain_text,
    read_currency,
    read_number,
    read_price,
    read_stock,
    split_list,
)
from app.catalogue.column_names import ROLES, name_score
from app.catalogue.column_shapes import (
    SHAPES,
    holds_lists,
    holds_numbers,
    is_short,
    is_words,
    mostly,
)
from app.catalogue.shop_formats import (
    NO_OPTION,
    format_of,
    handle_column,
    is_technical,
    option_columns,
)
from app.catalogue.table_faults import RowProblem

Attribute = str | int | float | list[str]
Samples = Sequence[Mapping[str, str]]

LONGEST_KEY = 200
LONGEST_TITLE = 500
LONGEST_ATTRIBUTE_NAME = 80
FURTHER_PICTURES = "Further pictures"
ATTRIBUTE = "attribute"
IGNORE = "ignore"
_UNIQUE = 0.95


@dataclass(frozen=True)
class ColumnMapping:
    """Which column plays which role; the rest are attributes, some of them lists or numbers."""

    key: str | None = None
    title: str | None = None
    maker: str | None = None
    description: str | None = None
    price: str | None = None
    currency: str | None = None
    picture: str | None = None
    link: str | None = None
    tags: str | None = None
    stock: str | None = None
    attributes: tuple[str, ...] = ()
    lists: frozenset[str] = frozenset()
    numbers: frozenset[str] = frozenset()
    ignored: tuple[str, ...] = ()
    options: tuple[tuple[str, str], ...] = ()
    is_shop_export: bool = False

    def role_of(self, column: str) -> str:
        """Tell what a column is taken for."""
        if column in self.ignored:
            return IGNORE
        return next((role for role in ROLES if getattr(self, role) == column), ATTRIBUTE)

    def column(self, role: str) -> str | None:
        """Give the column that plays a role, None where no column does."""
        name: str | None = getattr(self, role)
        return name

    @property
    def missing(self) -> tuple[str, ...]:
        """Name the roles without which no row can become an item."""
        return tuple(role for role in ("key", "title") if self.column(role) is None)


@dataclass(frozen=True)
class ItemDraft:
    """An item as a row describes it, before the catalogue takes it."""

    key: str
    title: str
    maker: str = ""
    description: str = ""
    price_minor: int | None = None
    currency: str | None = None
    picture: str | None = None
    link: str | None = None
    tags: tuple[str, ...] = ()
    stock: int | None = None
    attributes: dict[str, Attribute] = field(default_factory=dict)


_SAID = tuple(part.name for part in fields(ItemDraft))


def guess_columns(header: Sequence[str], samples: Samples) -> ColumnMapping:
    """Guess the role of each column from its name and from the first rows.

    Each column plays at most one role; where two fit equally, the one further left is taken.
    """
    cells = _cells(header, samples)
    roles = _claim_roles(header, cells, len(samples))
    handle = handle_column(header)
    if handle is not None:
        roles = {role: name for role, name in roles.items() if name != handle} | {"key": handle}
    is_shop = format_of(header) == "shopify"
    ignored = [n for n in header if is_shop and n not in roles.values() and is_technical(n)]
    chosen = {name: role for role, name in roles.items()} | dict.fromkeys(ignored, IGNORE)
    return mapping_for(header, samples, chosen)


def mapping_for(header: Sequence[str], samples: Samples, roles: Mapping[str, str]) -> ColumnMapping:
    """Make the mapping somebody chose, column by column; unnamed columns become attributes."""
    cells = _cells(header, samples)
    by_role = {role: name for name, role in roles.items() if role in ROLES and name in cells}
    options = tuple(
        pair
        for pair in option_columns(header)
        if all(roles.get(n, ATTRIBUTE) == ATTRIBUTE for n in pair)
    )
    named = {name for pair in options for name in pair}
    ignored = tuple(name for name in header if roles.get(name) == IGNORE)
    rest = tuple(
        n for n in header if n not in by_role.values() and n not in ignored and n not in named
    )
    return ColumnMapping(
        **by_role,
        attributes=rest,
        lists=frozenset(name for name in rest if holds_lists(cells[name])),
        numbers=frozenset(name for name in rest if holds_numbers(name, cells[name])),
        ignored=ignored,
        options=options,
        is_shop_export=format_of(header) == "shopify",
    )


def _cells(header: Sequence[str], samples: Samples) -> dict[str, list[str]]:
    return {name: [s[name].strip() for s in samples if s.get(name, "").strip()] for name in header}


def to_item(
    values: Mapping[str, str], mapping: ColumnMapping, *, row: int = 0, currency: str | None = None
) -> ItemDraft:
    """Make an item of a row, or raise a `RowProblem` that says what to mend.

    The currency given is the pilot's and counts where the row names none.
    """
    reader = _RowReader(values, mapping, row)
    price = reader.price(currency)
    return ItemDraft(
        key=reader.required("key", LONGEST_KEY),
        title=reader.required("title", LONGEST_TITLE),
        maker=reader.text("maker"),
        description=plain_text(reader.cell("description")),
        price_minor=price.minor if price else None,
        currency=price.currency if price else None,
        picture=reader.picture(),
        link=reader.link(),
        tags=tuple(split_list(reader.cell("tags"), ";|,")),
        stock=reader.stock(),
        attributes=_attributes(values, mapping) | _further_pictures(reader.pictures()[1:]),
    )


def content_hash(draft: ItemDraft) -> str:
    """Give the SHA-256 of all that a draft says, to tell new, changed and unchanged apart."""
    # Field by field: asdict() copies deeply and took a third of an import's reading.
    said = {name: getattr(draft, name) for name in _SAID}
    return hashlib.sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()


@dataclass(frozen=True)
class _RowReader:
    values: Mapping[str, str]
    mapping: ColumnMapping
    row: int

    def cell(self, role: str) -> str:
        column = self.mapping.column(role)
        return self.values.get(column, "").strip() if column else ""

    def pictures(self) -> list[str]:
        return self.cell("picture").split("\n") or [""]

    def text(self, role: str) -> str:
        return " ".join(clean_text(self.cell(role)).split())

    def problem(self, role: str, expected: str, how_to_fix: str) -> RowProblem:
        cell = self.cell(role)
        return RowProblem(
            self.row,
            self.mapping.column(role) or role,
            found=f"“{cell}”" if cell else "nothing",
            expected=expected,
            how_to_fix=how_to_fix,
        )

    def required(self, role: str, longest: int) -> str:
        text = self.text(role)
        if not text:
            raise self.problem(role, f"a {role}", f"Fill in the {role}, or delete the row.")
        if len(text) > longest:
            raise self.problem(role, f"at most {longest} characters", f"Shorten the {role}.")
        return text

    def price(self, default: str | None) -> Price | None:
        named = self._currency()
        if not self.cell("price"):
            return None
        price = read_price(self.cell("price"), named or default)
        if price is None:
            raise self.problem(
                "price", "a price such as 12.99", "Write the number alone, at most with a currency."
            )
        return Price(price.minor, named or price.currency or default)

    def _currency(self) -> str | None:
        cell = self.cell("currency")
        code = read_currency(cell)
        if cell and code is None:
            raise self.problem("currency", "a currency such as EUR", "Write its three letters.")
        return code

    def stock(self) -> int | None:
        if not self.cell("stock"):
            return None
        count, is_told = read_stock(self.cell("stock"))
        if is_told:
            return count
        raise self.problem(
            "stock",
            "a whole number, “in stock” or “out of stock”",
            "Write how many there are, or nothing.",
        )

    def link(self) -> str | None:
        cell = self.cell("link")
        address = f"https://{cell}" if cell.lower().startswith("www.") else cell
        if cell and not is_address(address):
            raise self.problem("link", "an address that begins with https://", "Correct it.")
        return address or None

    def picture(self) -> str | None:
        cell = self.pictures()[0]
        is_file_name = ":" not in cell and "\\" not in cell and not cell.startswith("/")
        if cell and not is_address(cell) and not (is_file_name and ".." not in cell):
            raise self.problem(
                "picture", "an address that begins with https://, or a file name", "Correct it."
            )
        return cell or None


def _claim_roles(
    header: Sequence[str], cells: Mapping[str, list[str]], rows: int
) -> dict[str, str]:
    claims = [
        (-_claim(role, name, cells[name], rows), place, role, name)
        for role in ROLES
        for place, name in enumerate(header)
    ]
    taken: dict[str, str] = {}
    for strength, _place, role, name in sorted(claims):
        if strength < 0 and role not in taken and name not in taken.values():
            taken[role] = name
    return _with_fallbacks(taken, header, cells, rows)


def _claim(role: str, name: str, cells: list[str], rows: int) -> float:
    """Weigh a column's claim to a role; a column without any cell speaks by its name alone."""
    score = float(name_score(role, name))
    if not cells:
        return score / 2 if rows else score
    if score and role == "key":
        return score * len(cells) / rows * (0.5 + 0.5 * len(set(cells)) / len(cells))
    shape = SHAPES.get(role)
    return 0.0 if shape and not mostly(shape, cells) else score


def _with_fallbacks(
    taken: dict[str, str], header: Sequence[str], cells: Mapping[str, list[str]], rows: int
) -> dict[str, str]:
    free = [name for name in header if name not in taken.values() and len(cells[name]) == rows > 0]
    distinct = [name for name in free if len(set(cells[name])) >= _UNIQUE * rows]
    if "title" not in taken:
        titles = [name for name in distinct if mostly(is_words, cells[name])]
        taken |= {"title": titles[0]} if titles else {}
    if "key" not in taken:
        keys = [n for n in distinct if n not in taken.values() and mostly(is_short, cells[n])]
        taken |= {"key": keys[0]} if keys else {}
    return taken


def _attributes(values: Mapping[str, str], mapping: ColumnMapping) -> dict[str, Attribute]:
    found: dict[str, Attribute] = {}
    for column in mapping.attributes:
        cell = clean_text(values.get(column, ""))
        if cell:
            found[column[:LONGEST_ATTRIBUTE_NAME]] = _attribute(column, cell, mapping)
    for name_column, value_column in mapping.options:
        option = split_list(values.get(value_column, ""))
        if option and option != [NO_OPTION]:
            name = clean_text(values.get(name_column, "")) or value_column
            found[name[:LONGEST_ATTRIBUTE_NAME]] = option
    return found


def _further_pictures(addresses: list[str]) -> dict[str, Attribute]:
    kept = [address for address in addresses if is_address(address)]
    return {FURTHER_PICTURES: kept} if kept else {}


def _attribute(column: str, cell: str, mapping: ColumnMapping) -> Attribute:
    if column in mapping.lists:
        return split_list(cell)
    number = read_number(cell) if column in mapping.numbers else None
    return cell if number is None else number
