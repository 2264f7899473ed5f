from app.pilots.definition import PilotDefinition
from app.pilots.pilot_file import parse_pilot
from app.pilots.readiness import Check, Staffing, Stock, answer_cases, checklist
from app.queue.policies import ItemRef, Shelf
from tests.pilots import BOOKS, HAND_ALONE

KEYS = ("quiet-ferry", "second-allotment", "soup", "river", "dog")
TAGS = {"quiet": ("quiet-ferry", "second-allotment"), "sea": ("river",)}


def make_shelf(*, without: str = "") -> Shelf:
    items = {key: ItemRef(n, n, key) for n, key in enumerate(KEYS, start=1) if key != without}
    return Shelf(
        by_key=items.get,
        by_tag=lambda tag: [items[key] for key in TAGS.get(tag, ()) if key in items],
    )


def checks_of(text: str, shelf: Shelf | None = None, *, curators: int = 1) -> dict[str, Check]:
    found = checklist(
        parse_pilot(text), shelf or make_shelf(), Staffing(curators, 1), stock=Stock(5)
    )
    return {check.key: check for check in found}


def test_a_pilot_whose_keys_places_and_people_are_there_is_ready():
    assert all(check.ok for check in checks_of(BOOKS).values() if check.is_must)


def test_a_key_that_no_item_bears_is_named():
    checks = checks_of(BOOKS, make_shelf(without="soup"))

    assert checks["keys"].problems == ("No item of the catalogue bears the key 'soup'.",)
    assert checks["house"].problems == ("The house list leaves 'Wild card' empty.",)


def test_a_tag_that_no_item_bears_is_named():
    checks = checks_of(BOOKS.replace("tag: sea", "tag: moon"))

    assert "'moon'" in checks["keys"].problems[0]


def test_an_answer_for_which_the_rules_leave_a_slot_empty_is_told():
    text = BOOKS.replace("{when: {}, pick: {tag: quiet", "{when: {mood: slow}, pick: {tag: quiet")

    check = checks_of(text)["rules"]

    assert not check.ok
    assert "Mood = Make me laugh: 'Sure thing' stays empty." in check.problems


def test_the_hand_arm_needs_somebody_who_picks():
    assert not checks_of(HAND_ALONE, curators=0)["people"].ok
    assert "rules" not in checks_of(HAND_ALONE)


def cases_of(definition: PilotDefinition, key: str) -> set[str]:
    return {str(case[key]) for case in answer_cases(definition)[0]}


def test_every_single_answer_and_every_pair_is_tried():
    cases = cases_of(parse_pilot(BOOKS), "mood")

    assert cases >= {"['company']", "['laugh']", "['company', 'laugh']"}
    assert "None" not in cases


def test_a_question_that_may_stay_unanswered_is_tried_without_answer():
    text = BOOKS.replace("{when: {mood: laugh}", "{when: {laugh_how: dry}")

    assert cases_of(parse_pilot(text), "laugh_how") == {"dry", "loud", "None"}


def test_very_many_combinations_are_sampled_and_the_check_says_so():
    extra = "".join(
        f"        - {{key: q{n}, kind: several_choices, label: Q{n},\n"
        "           options: [{value: a, label: A}, {value: b, label: B}, {value: c, label: C}]}\n"
        for n in range(8)
    )
    wanted = ", ".join(f"q{n}: a" for n in range(8))
    text = BOOKS.replace(
        "    - key: you\n",
        f"    - key: more\n      title: More\n      questions:\n{extra}    - key: you\n",
    )
    text = text.replace("{when: {mood: laugh}", f"{{when: {{{wanted}}}")

    check = checks_of(text)["rules"]

    assert check.note == "3,000 combinations of answers tried, drawn from more"
