"""What goes with a pick beside its item, such as the payment offered (pure).

A field is filled from a known fact of the customer, from the item, or else by who picks.  What
tells of the customer (a fact, typed words) is kept apart from what does not, so that erasure can
reach it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from app.catalogue.cells import read_number, read_price
from app.pilots.selection_definition import PickField

Value = int | float | str | None
MINOR = 100
LONGEST_TEXT = 200
PRICE = "price"


class Unreadable(ValueError):
    """What was typed cannot be this field's value; the text says why."""


@dataclass(frozen=True, slots=True)
class Filled:
    """One field of one pick: its value (money in minor units) and where that came from."""

    field: PickField
    value: Value
    source: str  # fact, item or typed

    @property
    def is_known(self) -> bool:
        """Tell whether the value is a fact about the customer, which nobody may change here."""
        return self.source == "fact"

    @property
    def is_missing(self) -> bool:
        """Tell whether a value is wanted and there is none."""
        return self.field.required and self.value is None

    @property
    def is_personal(self) -> bool:
        """Tell whether the value may tell of the customer."""
        is_words = self.source == "typed" and self.field.kind == "text"
        return self.field.fact is not None or is_words

    @property
    def typed(self) -> str:
        """Return the value as a person would type it."""
        if self.value is None:
            return ""
        if self.field.kind == "money" and isinstance(self.value, int):
            return f"{self.value / MINOR:.2f}".removesuffix(".00")
        return str(self.value)


@dataclass(frozen=True, slots=True)
class Shown:
    """One field as the customer sees it."""

    label: str
    kind: str
    value: Value
    is_theirs: bool


def fill(
    fields: Sequence[PickField],
    item: Mapping[str, Any],
    *,
    facts: Mapping[str, str],
    typed: Mapping[str, Value] | None = None,
) -> tuple[Filled, ...]:
    """Return every field of a pick: from a fact, else as typed, else from the item."""
    return tuple(_fill_one(field, item, facts, typed or {}) for field in fields)


def _fill_one(
    field: PickField,
    item: Mapping[str, Any],
    facts: Mapping[str, str],
    typed: Mapping[str, Value],
) -> Filled:
    known = _read_or_none(field, facts.get(field.fact)) if field.fact else None
    if known is not None:
        return Filled(field, known, "fact")
    if field.key in typed:
        return Filled(field, typed[field.key], "typed")
    offered = item.get(field.attribute) if field.attribute else None
    return Filled(field, _read_or_none(field, offered), "item")


def _read_or_none(field: PickField, value: Any) -> Value:
    if value is None or isinstance(value, bool):
        return None
    if isinstance(value, int | float) and field.kind == "money":
        return round(value * MINOR)
    if isinstance(value, int | float) and field.kind == "number":
        return value
    words = ", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
    try:
        return read_value(field, words)
    except Unreadable:
        return None


def read_value(field: PickField, text: str) -> Value:
    """Read what was typed into a field, None when it is empty; raise Unreadable."""
    text = " ".join(text.replace("\x00", "").split())
    if not text:
        return None
    if field.kind == "money":
        price = read_price(text)
        if price is None:
            raise Unreadable(f"{field.label}: write an amount, for example 249 or 249.50.")
        return price.minor
    if field.kind == "number":
        number = read_number(text)
        if number is None:
            raise Unreadable(f"{field.label}: write a plain number, for example 36.")
        return number
    if len(text) > LONGEST_TEXT:
        raise Unreadable(f"{field.label}: keep it under {LONGEST_TEXT} characters.")
    return text


def of_item(attributes: Mapping[str, Any], price_minor: int | None) -> dict[str, Any]:
    """Return what fields may be filled from: the item's attributes, and its price."""
    price = None if price_minor is None else price_minor / MINOR
    return {PRICE: price, **attributes}


def apart(filled: Iterable[Filled]) -> tuple[dict[str, Value], dict[str, Value]]:
    """Part the values into those a log may keep for good and those erasure must reach."""
    with_value = [one for one in filled if one.value is not None]
    kept = {one.field.key: one.value for one in with_value if not one.is_personal}
    personal = {one.field.key: one.value for one in with_value if one.is_personal}
    return kept, personal


def shown(
    fields: Sequence[PickField], values: Mapping[str, Value], *, personal: Mapping[str, Value]
) -> tuple[Shown, ...]:
    """Return the fields that have a value, in the pilot's order."""
    both = {**values, **personal}
    return tuple(
        Shown(field.label, field.kind, both[field.key], field.fact is not None)
        for field in fields
        if both.get(field.key) is not None
    )


def saving(row: Sequence[Shown]) -> int | None:
    """Return how much lower the offered money is than what the customer pays now, if it is."""
    money = [one for one in row if one.kind == "money" and isinstance(one.value, int)]
    now = next((one.value for one in money if one.is_theirs), None)
    offered = next((one.value for one in money if not one.is_theirs), None)
    if not isinstance(now, int) or not isinstance(offered, int) or offered >= now:
        return None
    return now - offered
