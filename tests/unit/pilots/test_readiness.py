from app.pilots.definition import PilotDefinition
from app.pilots.pilot_file import parse_pilot
from app.pilots.readiness import Check, Staffing, Stock, answer_cases, checklist
from app.pilots.starter import starter
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

    assert check.note == "1,000 combinations of answers tried, drawn from more"


def look(text: str, *, staffing: Staffing | None = None, stock: Stock | None = None):
    found = checklist(
        parse_pilot(text),
        make_shelf(),
        staffing or Staffing(1, 1, leads=1, on_shift=1),
        stock=stock or Stock(100),
    )
    return {check.key: check for check in found}


def test_a_catalogue_leaves_a_choice_from_three_times_the_slots_on():
    assert look(BOOKS, stock=Stock(9))["choice"].ok
    assert not look(BOOKS, stock=Stock(8))["choice"].ok
    assert not look(BOOKS, stock=Stock(8))["choice"].is_must


def test_a_slot_that_takes_only_some_items_counts_those():
    text = BOOKS.replace("count: 2, hint", "only: {genre: [Novel]}, count: 2, hint")

    assert look(text, stock=Stock(100, {"core": 6}))["choice"].ok
    assert "5 fit" in look(text, stock=Stock(100, {"core": 5}))["choice"].problems[0]


def test_a_lead_and_an_owner_are_asked_for():
    check = look(BOOKS, staffing=Staffing(1, 0))["roles"]

    assert check.problems == ("Nobody is lead of this pilot.", "Nobody is owner of this pilot.")
    assert not check.is_must


def test_the_shift_is_held_against_the_cap_of_the_day():
    """One curator, 8 hours, three quarters of them picking, 20 minutes each: 18 briefs."""

    def promise(per_day: int, on_shift: int = 1):
        text = BOOKS + f"caps: {{per_day: {per_day}}}\n"
        return look(text, staffing=Staffing(9, 1, leads=1, on_shift=on_shift))["promise"]

    assert promise(30).ok  # 60 % of them come to the hand
    assert not promise(31).ok
    assert promise(31, on_shift=2).ok
    assert "No cap" in look(BOOKS)["promise"].problems[0]


def test_working_hours_bound_the_shift():
    text = BOOKS.replace(
        "time_zone: Europe/London}",
        'time_zone: Europe/London, working: {days: [mon], opens: "09:00", closes: "11:00"}}',
    )

    assert "about 4 a day" in look(text)["promise"].note


def test_the_smallest_effect_is_told_and_a_target_out_of_sight_is_pointed_out():
    check = look(BOOKS)["size"]

    assert "at 20 customers nothing" in check.note or "at 20 customers a rise" in check.note
    assert not check.ok
    assert "too close to see with 12 customers" in check.problems[0]
    assert look(BOOKS.replace("planned_n: 60", "planned_n: 600"))["size"].ok


def test_a_required_consent_is_a_must():
    check = look(BOOKS.replace("choose for me., required: true", "choose for me."))["consent"]

    assert check.is_must
    assert not check.ok


def test_the_empty_pilot_does_not_go_live_as_it_is():
    checks = checklist(starter("tea", "Tea"), make_shelf(), Staffing(1, 1), stock=Stock(100))

    assert [check.key for check in checks if check.is_must and not check.ok] == ["plan", "notice"]
