"""The "never" rule: folded words of what to avoid against what an item bears."""

import pytest

from app.catalogue.cards import ItemCard
from app.console.never import clash_of, never_words


def make_card(**values: object) -> ItemCard:
    return ItemCard(item_id=1, version_id=1, key="k", title="Letters to a Slow River", **values)


def test_words_without_meaning_and_the_catalogues_own_noun_are_dropped() -> None:
    words = never_words("No sad books please, nothing about a parent's illness!", nouns=("books",))

    assert words == ("sad", "parents", "illness")


@pytest.mark.parametrize(
    ("avoid", "tag"),
    [
        ("illness", "Illness"),
        ("wars", "war"),
        ("divorce", "divorces"),
        ("dystopian", "dystopia"),
        ("MÉNAGE", "menage"),
        ("horse", "horseshoes"),
        ("戦争", "戦争"),
    ],
)
def test_a_tag_clashes_when_it_shares_a_stem(avoid: str, tag: str) -> None:
    card = make_card(tags=("quiet", tag))

    assert clash_of(card, never_words(avoid), ("tags",)) == tag


@pytest.mark.parametrize(
    ("avoid", "tag"),
    [("war", "warm"), ("cat", "catalogue"), ("art", "party"), ("ill", "hill"), ("", "war")],
)
def test_a_short_word_does_not_clash_with_a_longer_one(avoid: str, tag: str) -> None:
    assert clash_of(make_card(tags=(tag,)), never_words(avoid), ("tags",)) == ""


def test_only_the_places_that_the_pilot_names_are_read() -> None:
    card = make_card(attributes={"themes": ["grief", "illness"], "note": "illness"})

    assert clash_of(card, ("illness",), ("tags",)) == ""
    assert clash_of(card, ("illness",), ("tags", "themes")) == "illness"
    assert clash_of(card, ("river",), ("title",)) == "Letters to a Slow River"
    assert clash_of(card, ("illness",), ("missing",)) == ""
