import pytest
from flask import Flask

from app.catalogue.search import SearchResult, search_items
from tests.integration.catalogue.making import import_text, make_catalogue, make_pilot


def keys(result: SearchResult) -> list[str]:
    return [card.key for card in result.cards]


def counts(result: SearchResult, attribute: str) -> dict[str, int]:
    facet = next(facet for facet in result.facets if facet.attribute == attribute)
    return {value.value: value.count for value in facet.values}


def test_a_word_in_the_title_beats_the_maker_then_the_tags_then_the_rest(app: Flask) -> None:
    rows = (
        "rest,Fourth,Somebody,A tale of heron\n"
        "maker,Third,Heron Somebody,A tale of birds\n"
        "title,The Heron,Somebody Else,A tale of birds\n"
    )
    tagged = "tags,Other,Somebody,A tale of birds,heron;water\n"
    pilot_id = make_pilot()
    import_text(
        pilot_id, "key,title,maker,description,tags\n" + rows.replace("\n", ",x\n") + tagged
    )

    result = search_items(pilot_id, "heron")

    assert keys(result) == ["title", "maker", "tags", "rest"]
    assert result.mode == "all"


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("quiet ferry", ["quiet-ferry"]),
        ("QUIET férry", ["quiet-ferry"]),
        ("lamp", ["lamplighter"]),
        ("lamplighters week", ["lamplighter"]),
        ("halvorsen kindness", ["quiet-ferry"]),
        ("understudys dog tierney", ["dog"]),
        ("soups", ["soup"]),
    ],
    ids=["words", "accents", "prefix", "apostrophe", "maker-and-text", "three", "description"],
)
def test_all_words_are_found_wherever_they_stand(
    app: Flask, query: str, expected: list[str]
) -> None:
    pilot_id = make_catalogue()

    result = search_items(pilot_id, query)

    assert (keys(result), result.mode, result.total) == (expected, "all", len(expected))


def test_any_word_is_found_and_said_when_no_item_has_all(app: Flask) -> None:
    pilot_id = make_catalogue()

    result = search_items(pilot_id, "ferry lamplighters zebra")

    assert set(keys(result)) == {"quiet-ferry", "lamplighter"}
    assert result.mode == "any"


def test_nothing_is_found_for_unknown_words(app: Flask) -> None:
    pilot_id = make_catalogue()

    result = search_items(pilot_id, "zebra crossing")

    assert (result.cards, result.total, result.pages, result.catalogue_size) == ((), 0, 1, 6)


@pytest.mark.parametrize("query", ["", "   ", "a", "!!!", '"', "*", "' OR 1=1 --", "NEAR(", "\x00"])
def test_odd_input_is_no_fault(app: Flask, query: str) -> None:
    pilot_id = make_catalogue()

    assert search_items(pilot_id, query).catalogue_size == 6


def test_without_words_the_catalogue_is_browsed_by_title(app: Flask) -> None:
    pilot_id = make_catalogue()

    result = search_items(pilot_id, "")

    assert [card.title[:8] for card in result.cards] == [
        "A Short ", "Letters ", "The Lamp", "The Quie", "The Seco", "The Unde",
    ]  # fmt: skip
    assert (result.mode, result.total, result.capped) == ("none", 6, False)


@pytest.mark.parametrize(
    ("sort", "first", "last"),
    [
        ("title", "soup", "dog"),
        ("price_up", "river", "second-allotment"),
        ("price_down", "second-allotment", "dog"),
        ("newest", "dog", "quiet-ferry"),
    ],
)
@pytest.mark.parametrize("query", ["", "quiet funny sea"], ids=["browsing", "words"])
def test_results_are_sorted(app: Flask, query: str, sort: str, first: str, last: str) -> None:
    pilot_id = make_catalogue()

    result = search_items(pilot_id, query, sort=sort)

    assert (keys(result)[0], keys(result)[-1]) == (first, last)
    assert result.total == 6


def test_items_without_a_price_come_last_either_way(app: Flask) -> None:
    pilot_id = make_pilot()
    import_text(pilot_id, "key,title,price\na,Aa book,\nb,Bb book,2.00\nc,Cc book,1.00\n")

    up = search_items(pilot_id, "book", sort="price_up")
    down = search_items(pilot_id, "book", sort="price_down")

    assert (keys(up), keys(down)) == (["c", "b", "a"], ["b", "c", "a"])


@pytest.mark.parametrize("query", ["", "quiet funny sea"], ids=["browsing", "words"])
def test_values_widen_and_attributes_narrow(app: Flask, query: str) -> None:
    pilot_id = make_catalogue(facets=["genre", "length"])

    both = search_items(pilot_id, query, filters={"genre": ["Novel", "Food"]}, sort="title")
    short = search_items(pilot_id, query, filters={"genre": ["Novel"], "length": ["short"]})

    assert keys(both) == ["soup", "lamplighter", "quiet-ferry", "second-allotment", "dog"]
    assert set(keys(short)) == {"quiet-ferry", "dog"}


def test_a_facet_counts_without_its_own_filter(app: Flask) -> None:
    pilot_id = make_catalogue(facets=["genre", "length"])

    result = search_items(pilot_id, "", filters={"genre": ["Food"]})

    assert counts(result, "genre") == {"Novel": 4, "Food": 1, "Essays": 1}
    assert counts(result, "length") == {"short": 1}


def test_facet_counts_follow_the_words(app: Flask) -> None:
    pilot_id = make_catalogue(facets=["genre", "tags"])

    result = search_items(pilot_id, "funny")

    assert counts(result, "genre") == {"Novel": 2, "Food": 1}
    assert counts(result, "tags") == {"funny": 3, "food": 1, "quiet": 1}


def test_every_value_of_a_list_counts(app: Flask) -> None:
    pilot_id = make_pilot(facets=["themes"])
    import_text(pilot_id, "key,title,themes\nriver,Aa,illness;grief\nsea,Bb,sea;work\n")

    result = search_items(pilot_id, "", filters={"themes": ["grief"]})

    assert keys(result) == ["river"]


def test_facets_without_a_choice_are_attributes_with_few_values(app: Flask) -> None:
    pilot_id = make_pilot(facets=None)
    lines = "".join(f"k{n},Title {n},{n % 3},{n}x,same\n" for n in range(60))
    import_text(pilot_id, "key,title,third,own,constant\n" + lines)

    result = search_items(pilot_id, "")

    assert [facet.attribute for facet in result.facets] == ["third"]


def test_pages_are_whole_and_without_repeats(app: Flask) -> None:
    pilot_id = make_pilot()
    import_text(pilot_id, "key,title\n" + "".join(f"k{n},Same words\n" for n in range(50)))

    pages = [search_items(pilot_id, "same", page=page, per_page=20) for page in (1, 2, 3, 99)]

    assert [len(page.cards) for page in pages] == [20, 20, 10, 10]
    assert len({key for page in pages for key in keys(page)}) == 50
    assert pages[0].pages == 3


def test_a_pilot_never_finds_the_items_of_another(app: Flask) -> None:
    one, other = make_catalogue("one"), make_catalogue("other")
    import_text(other, "key,title\nheron,The Heron\n")

    assert keys(search_items(one, "heron")) == []
    assert search_items(one, "the quiet").total < search_items(other, "the quiet heron").total
    assert keys(search_items(one, f"pilot {one}")) == []


def test_an_item_is_found_by_its_new_words_alone_when_it_changed(app: Flask) -> None:
    pilot_id = make_catalogue()
    import_text(pilot_id, "key,title,genre\nsoup,A Long History of Stew,Stew\n")

    assert keys(search_items(pilot_id, "soup")) == []
    assert keys(search_items(pilot_id, "stew")) == ["soup"]
    assert keys(search_items(pilot_id, "", filters={"genre": ["Food"]})) == []


@pytest.mark.parametrize("word", ["日本", "κόσμος", "Šťastný", "كتاب", "straße"])
def test_other_scripts_are_found(app: Flask, word: str) -> None:
    pilot_id = make_pilot()
    import_text(pilot_id, f"key,title\na,{word} one\nb,Other two\n")

    assert keys(search_items(pilot_id, word)) == ["a"]
