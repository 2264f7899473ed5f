from app.catalogue.cards import ItemCard, drawing_hash, kind_of, picture_path, read_picture_name


def test_facts_are_words_in_the_order_asked_for() -> None:
    card = ItemCard(1, 1, "k", "T", attributes={"pages": 198, "themes": ["a", "b"], "mood": ""})

    assert card.facts(("themes", "pages", "mood", "none")) == ("a, b", "198 pages")


def test_a_picture_is_named_by_what_it_shows() -> None:
    path = picture_path(7, "Soup", "Brandt", shape="book", attributes={"Genre": "Food"})

    own_hash = drawing_hash("Soup", "Brandt", shape="book", kind="Food")
    assert path == f"/pictures/{own_hash}-7.webp"
    assert read_picture_name(f"{own_hash}-7") == (own_hash, 7)
    assert own_hash != drawing_hash("Soup", "Brandt", shape="square", kind="Food")


def test_a_name_that_is_no_picture_is_told_apart() -> None:
    assert [read_picture_name(name) for name in ("", "../x", "a" * 40, "A" * 40 + "-1")] == [
        None
    ] * 4


def test_the_kind_of_a_thing_is_found_whatever_the_case() -> None:
    assert kind_of({"Type": "Coat", "genre": "x"}) == "Coat"
    assert kind_of({"colour": "red"}) == ""
