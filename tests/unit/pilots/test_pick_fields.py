"""The figures that go with a pick: where they come from, what may be kept, what is saved."""

from typing import Any

import pytest

from app.pilots.pick_fields import (
    Unreadable,
    apart,
    fill,
    of_item,
    read_value,
    saving,
    shown,
)
from app.pilots.selection_definition import PickField

NOW = PickField(key="now", label="You pay now", kind="money", fact="payment_now")
OFFERED = PickField(
    key="offered", label="You would pay", kind="money", attribute="price", required=True
)
WORDS = PickField(key="words", label="In a word", kind="text")
FIELDS = (NOW, OFFERED, WORDS)


def test_a_fact_comes_before_what_was_typed_and_that_before_the_item() -> None:
    facts, typed = {"payment_now": "289"}, {"now": 1, "offered": 24000}

    filled = fill(FIELDS, of_item({}, 24900), facts=facts, typed=typed)

    assert [(one.value, one.source) for one in filled] == [
        (28900, "fact"),
        (24000, "typed"),
        (None, "item"),
    ]


@pytest.mark.parametrize(
    ("value", "minor"), [(249, 24900), (249.5, 24950), ("£249.50", 24950), ("soon", None)]
)
def test_money_of_an_item_is_read_into_minor_units(value: Any, minor: int | None) -> None:
    field = PickField(key="offered", label="Offered", kind="money", attribute="monthly")

    assert fill([field], {"monthly": value}, facts={})[0].value == minor


def test_a_required_field_without_value_is_missing_even_when_it_was_emptied() -> None:
    assert fill([OFFERED], {}, facts={})[0].is_missing
    assert fill([OFFERED], of_item({}, 100), facts={}, typed={"offered": None})[0].is_missing
    assert not fill([OFFERED], of_item({}, 100), facts={})[0].is_missing


@pytest.mark.parametrize(("field", "text"), [(NOW, "soon"), (WORDS, "x" * 201)])
def test_what_cannot_be_read_is_refused_by_name(field: PickField, text: str) -> None:
    with pytest.raises(Unreadable, match=field.label):
        read_value(field, text)


def test_what_tells_of_the_customer_is_kept_apart() -> None:
    filled = fill(
        FIELDS, of_item({}, 24900), facts={"payment_now": "289"}, typed={"words": "for Ana"}
    )

    assert apart(filled) == ({"offered": 24900}, {"now": 28900, "words": "for Ana"})


@pytest.mark.parametrize(
    ("now", "offered", "saved"),
    [(28900, 24900, 4000), (24900, 28900, None), (24900, 24900, None), (None, 24900, None)],
)
def test_a_saving_is_shown_only_where_it_is_one(
    now: int | None, offered: int, saved: int | None
) -> None:
    row = shown(FIELDS, {"offered": offered}, personal={} if now is None else {"now": now})

    assert saving(row) == saved
