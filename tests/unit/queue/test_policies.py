"""The house list and the segment rules fill each place once."""

from ruamel.yaml import YAML

from app.pilots.definition import PilotDefinition, RulePick, SegmentRule
from app.queue.policies import ItemRef, Shelf, as_answer, house_picks, rule_picks
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


WORTH = {
    ("mood", "company"): ("quiet-ferry", "soup", "river"),
    ("mood", "slow"): ("lamplighter",),
    ("length", "short"): ("river", "lamplighter", "soup"),
}


def by_value(attribute: str, answer: str) -> dict[int, ItemRef]:
    refs = [REFS[key] for key in WORTH.get((attribute, answer), ())]
    return {ref.item_id: ref for ref in refs}


def matching(answers: dict[str, object], *names: str) -> list[str]:
    rule = SegmentRule(pick=RulePick(match=names, slot="core", reason="It fits."))
    definition = DEFINITION.model_copy(update={"rules": (rule,) * 3})
    return keys_of(rule_picks(definition, answers, Shelf(REFS.get, lambda _tag: [], by_value)))


def test_a_rule_picks_what_matches_every_answer_it_names() -> None:
    assert matching({"mood": "company", "length": "short"}, "mood", "length")[:1] == ["soup"]


def test_several_answers_to_one_question_widen_what_matches() -> None:
    picks = matching({"mood": ["company", "slow"], "length": "short"}, "mood", "length")

    assert picks[:2] == ["soup", "lamplighter"]


def test_nothing_matches_a_question_without_answer() -> None:
    assert matching({"mood": "company"}, "mood", "length") == []


def test_a_value_of_the_catalogue_is_the_answer_without_signs_and_blanks() -> None:
    assert as_answer("10 to 50 m³/h") == "10_to_50_m_h"
    assert as_answer("Supply chain resilience") == "supply_chain_resilience"
