from app.catalogue.facets import FacetCensus, facet_pairs


def test_each_member_of_a_list_and_each_tag_counts_once() -> None:
    pairs = facet_pairs("Liv", ["sea", "sea"], {"themes": ["a", "b"], "pages": 198})

    assert pairs == [
        ("tags", "sea"), ("maker", "Liv"), ("themes", "a"), ("themes", "b"), ("pages", "198"),
    ]  # fmt: skip


def test_what_no_facet_can_hold_is_left_out() -> None:
    attributes = {"long": "x" * 201, "n" * 81: "v", "empty": "", "tags": "a column of that name"}

    assert facet_pairs("", [], attributes) == []


def test_an_attribute_with_more_than_fifty_values_is_given_up_for_good() -> None:
    census = FacetCensus()
    census.note(("wide", str(number)) for number in range(51))
    census.note([("wide", "1"), ("few", "1")])

    assert census.chosen(()) == {"tags", "few"}


def test_an_attribute_that_the_pilot_names_is_kept_however_wide() -> None:
    census = FacetCensus(wide={"isbn"})

    assert census.chosen(["isbn", "maker"]) == {"tags", "isbn", "maker"}
