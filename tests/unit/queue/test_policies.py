"""The house list and the segment rules fill each place once."""

from ruamel.yaml import YAML

from app.pilots.definition import PilotDefinition
from app.queue.policies import ItemRef, Shelf, house_picks, rule_picks
from tests.pilots import BOOKS

KEYS = ("quiet-ferry", "second-allotment", "soup", "lamplighter", "river")
REFS = {key: ItemRef(number, number + 100, key) for number, key in enumerate(KEYS, start=1)}
TAGS = {"quiet": ["quiet-ferry", "lamplighter", "river"], "sea": ["quiet-ferry", "river"]}
SHELF = Shelf(REFS.get, lambda tag: [REFS[key] for key in TAGS.get(tag, [])])
DEFINITION = PilotDefinition.model_validate(YAML(typ="safe").load(BOOKS))


def keys_of(picks: object) -> list[str]:
    return [pick.item.key for pick in picks]  # type: ignore[attr-defined]


def test_the_house_list_is_the_same_for_everybody() -> None:
    picks = house_picks(DEFINITION, SHELF)

    assert keys_of(picks) == ["quiet-ferry", "second-allotment", "soup"]
    assert [pick.position for pick in picks] == [1, 2, 3]


def test_rules_follow_the_answers_when_several_apply() -> None:
    assert keys_of(rule_picks(DEFINITION, {"mood": ["laugh"]}, SHELF)) == [
        "soup",
        "quiet-ferry",
        "river",
    ]


def test_an_item_is_never_picked_twice_when_tag_and_key_name_it() -> None:
    picks = keys_of(rule_picks(DEFINITION, {"mood": ["company", "slow"]}, SHELF))

    assert picks == ["quiet-ferry", "lamplighter", "river"]


def test_a_place_stays_empty_when_the_shelf_is_bare() -> None:
    assert house_picks(DEFINITION, Shelf(lambda _key: None, lambda _tag: [])) == ()
