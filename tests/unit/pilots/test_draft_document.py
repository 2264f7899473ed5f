import pytest

from app.exceptions import Conflict, Invalid
from app.pilots.builder_buttons import read_button
from app.pilots.draft_document import (
    MOST_ROWS,
    add_row,
    delete_row,
    key_from,
    move_row,
    path_of,
    put,
    value_at,
)

LISTS = {"slots": {"count": 1}, "form.steps.0.questions": {}}


def test_a_value_is_put_where_nothing_was_and_taken_away_with_its_empty_part():
    document: dict = {}

    put(document, path_of("promise.working.opens"), "09:00")
    made = {"promise": {"working": {"opens": "09:00"}}}
    assert document == made

    put(document, path_of("promise.working.opens"), None)
    assert document == {}


def test_a_row_that_is_not_there_is_not_made():
    document = {"slots": [{"name": "One"}]}

    put(document, path_of("slots.1.name"), "Two")
    put(document, path_of("slots.0.name"), None)
    delete_row(document, path_of("slots.7"))
    move_row(document, path_of("slots.7"), path_of("slots.0"))

    assert document == {"slots": [{}]}


@pytest.mark.parametrize(
    "document", [{}, {"a": 1}, {"a": []}, {"a": [1]}, {"a": {"b": 2}}, {"a": None}]
)
def test_looking_where_nothing_is_finds_nothing(document):
    assert value_at(document, ("a", 3, "c")) is None


def test_rows_are_moved_within_their_list_and_beyond_its_ends():
    document = {"slots": [{"n": 0}, {"n": 1}, {"n": 2}]}

    move_row(document, ("slots", 2), ("slots", 0))
    assert [row["n"] for row in document["slots"]] == [2, 0, 1]

    move_row(document, ("slots", 0), ("slots", 9))
    assert [row["n"] for row in document["slots"]] == [0, 1, 2]


def test_a_list_is_not_endless():
    document = {"slots": [{} for _ in range(MOST_ROWS)]}

    with pytest.raises(Invalid, match="200 rows"):
        add_row(document, ("slots",), {})


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("How much time is there?", "how_much_time_is_there"),
        ("2 of them", "k_2_of_them"),
        ("Größe", "gr_sse"),
        ("???", "k"),
        ("Taken", "taken_2"),
    ],
)
def test_a_key_is_made_of_words(words, key):
    assert key_from(words, {"taken"}) == key


@pytest.mark.parametrize(
    ("pressed", "before", "after"),
    [
        ("add:slots", [0, 1], [0, 1, None]),
        ("up:slots.1", [0, 1], [1, 0]),
        ("up:slots.0", [0, 1], [0, 1]),
        ("down:slots.0", [0, 1], [1, 0]),
        ("down:slots.1", [0, 1], [0, 1]),
        ("delete:slots.0", [0, 1], [1]),
        ("move:slots.0:slots.2", [0, 1, 2], [1, 2, 0]),
    ],
)
def test_buttons_do_what_they_say(pressed, before, after):
    document = {"slots": [{"n": n} for n in before]}

    read_button(pressed, LISTS, ())(document)

    assert [row.get("n") for row in document["slots"]] == after


@pytest.mark.parametrize(
    "pressed",
    [
        "",
        "add",
        "add:",
        "add:plan",
        "delete:slots",
        "delete:slots.x",
        "up:house.0",
        "move:slots.0",
        "move:slots.0:plan.0",
        "move:slots.0:slots",
        "burn:slots.0",
        "add:slots.0.only",
    ],
)
def test_no_other_button_is_known(pressed):
    with pytest.raises(Invalid):
        read_button(pressed, LISTS, ())


def test_a_frozen_list_keeps_its_rows():
    with pytest.raises(Conflict, match="froze"):
        read_button("delete:slots.0", LISTS, ("slots",))
