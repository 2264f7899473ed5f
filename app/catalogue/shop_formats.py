"""Knows the exports of Shopify (old and new headers) and Google Merchant files (pure).

In Shopify's the rows of one handle are one product: its variants, its further pictures. The
options of a variant stand in pairs of columns, name and value.
"""

from collections.abc import Sequence
from typing import Literal

from app.catalogue.column_names import plain_name

Format = Literal["table", "shopify", "merchant"]
WORDS = {"shopify": "a Shopify product export", "merchant": "a Google Merchant file"}
NO_OPTION = "Default Title"  # what Shopify writes for a product without variants
_HANDLES = ("handle", "url handle")
_TECHNICAL = frozenset(
    """
    published, published on online store, variant grams, variant inventory tracker,
    variant inventory policy, variant fulfillment service, variant requires shipping,
    variant taxable, image position, image alt text, gift card, seo title, seo description,
    variant weight unit, variant tax code, inventory tracker, inventory policy,
    continue selling when out of stock, weight value grams, weight unit for display,
    requires shipping, fulfillment service, charge tax, tax code, variant image,
    variant image url, option1 linked to, option2 linked to, option3 linked to,
    google shopping adwords grouping, google shopping adwords labels,
    google shopping custom product, unit price total measure, unit price base measure,
    unit price total measure unit, unit price base measure unit, included, cost per item
    """.replace("\n", " ")
    .replace(", ", ",")
    .split(",")
)
_WORDLESS = {"".join(name.split()) for name in _TECHNICAL}


def format_of(header: Sequence[str]) -> Format:
    """Tell which shop's export has this header."""
    names = {plain_name(name) for name in header}
    if {"url handle", "title"} <= names or {"handle", "title", "variant price"} <= names:
        return "shopify"
    if {"handle", "title"} <= names and {"option1 name", "body html", "image src"} & names:
        return "shopify"
    if {"id", "title", "link", "image link"} <= names and {"availability", "price"} & names:
        return "merchant"
    return "table"


def handle_column(header: Sequence[str]) -> str | None:
    """Return the column that names the product of a row in Shopify's exports."""
    if format_of(header) != "shopify":
        return None
    return next((name for name in header if plain_name(name) in _HANDLES), None)


def option_columns(header: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Return the pairs of columns that hold an option's name and its value."""
    if format_of(header) != "shopify":
        return ()
    by_name = {plain_name(name): name for name in header}
    pairs = ((f"option{n} name", f"option{n} value") for n in (1, 2, 3))
    return tuple((by_name[a], by_name[b]) for a, b in pairs if a in by_name and b in by_name)


def is_technical(column: str) -> bool:
    """Tell whether a column of a shop's export serves the shop alone (weights, taxes, trackers)."""
    return "".join(plain_name(column).split()) in _WORDLESS
