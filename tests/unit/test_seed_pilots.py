"""Hold the shipped pilots to what they promise: valid, fillable, neutral where they say so."""

import csv
import itertools
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

import pytest

from app.lifecycle import Arm
from app.paths import PACKAGE, SEED
from app.pilots.definition import PilotDefinition, Release
from app.pilots.form_definition import QuestionRole
from app.pilots.pilot_file import parse_pilot, write_pilot
from app.pilots.readiness import answer_cases
from app.queue.policies import ItemRef, Shelf, as_answer, house_picks, rule_picks

SLUGS = ("books", "wardrobe", "reading", "garden", "renewal", "finder")
NEUTRAL = ("books", "reading", "garden", "renewal")
MOODS = ("company", "laugh", "learn", "away", "slow", "shock")
LENGTHS = ("short", "medium", "long", "any")
PERSON = re.compile(
    r"\b(by hand|hand-?picked|hand-?chosen|curators?|booksellers?|stylists?|a person|"
    r"somebody picks|"
    r"algorithms?|machines?|(?:we|i) (?:chose|choose|pick(?:ed)?)|chosen for you|picked for you|"
    r"mara)\b",
    re.IGNORECASE,
)


@cache
def definition(slug: str) -> PilotDefinition:
    return parse_pilot((SEED / "pilots" / f"{slug}.yaml").read_text())


@cache
def catalogue(slug: str) -> dict[str, dict[str, str]]:
    with (SEED / "catalogues" / f"{slug}.csv").open(newline="") as source:
        return {row["key"]: row for row in csv.DictReader(source)}


@cache
def shelf(slug: str) -> Shelf:
    rows = catalogue(slug)
    refs = {key: ItemRef(n, n, key) for n, key in enumerate(rows, start=1)}

    def by_tag(tag: str) -> Sequence[ItemRef]:
        return [refs[key] for key, row in rows.items() if tag in row["tags"].split(";")]

    @cache
    def by_value(attribute: str, answer: str) -> Mapping[int, ItemRef]:
        met = [
            refs[key]
            for key, row in rows.items()
            if answer in map(as_answer, row[attribute].split(";"))
        ]
        return {ref.item_id: ref for ref in met}

    return Shelf(refs.get, by_tag, by_value)


@pytest.mark.parametrize("slug", SLUGS)
def test_file_comes_back_the_same_when_exported_and_read(slug: str) -> None:
    read = definition(slug)

    assert parse_pilot(write_pilot(read)) == read


@pytest.mark.parametrize("slug", SLUGS)
def test_pilot_bears_the_name_of_its_file(slug: str) -> None:
    assert definition(slug).pilot == slug


@pytest.mark.parametrize("slug", SLUGS)
def test_form_asks_for_what_the_console_shows(slug: str) -> None:
    form = definition(slug).form

    for role in ("wish", "avoid", "budget", "for_whom", "name", "address"):
        assert form.by_role(QuestionRole(role)) is not None, role
    assert len(form.steps) == 6
    assert sum(bool(question.why) for question in form.questions) >= 5


@pytest.mark.parametrize("slug", SLUGS)
def test_icons_and_art_exist(slug: str) -> None:
    static = PACKAGE / "static"
    icons = set(re.findall(r'id="i-([^"]+)"', (static / "icons.svg").read_text()))
    art = set(re.findall(r'id="a-([^"]+)"', (static / "art" / "choices.svg").read_text()))
    read = definition(slug)

    options = [option for question in read.form.questions for option in question.options]

    assert {verdict.icon for verdict in read.verdicts} <= icons
    assert {option.art for option in options if option.art} <= art


@pytest.mark.parametrize("slug", SLUGS)
def test_facets_facts_and_checks_name_columns_of_the_catalogue(slug: str) -> None:
    columns = set(next(iter(catalogue(slug).values())))
    read = definition(slug)

    assert {*(read.cards.facets or ()), *read.cards.facts, *read.checks.never_in} <= columns


def test_books_runs_three_arms_under_one_promise() -> None:
    books = definition("books")

    assert books.arm_weights() == {"hand": 60, "segment": 20, "generic": 20}
    assert (books.release, books.promise.hours) == (Release(when="at_promise"), 24)
    assert (books.plan.measure.kind, books.plan.measure.k) == ("kept_at_least", 3)
    assert (books.plan.target, books.plan.planned_n, books.plan.least_n) == (0.5, 180, 60)


def test_wardrobe_is_the_hand_alone_and_named() -> None:
    wardrobe = definition("wardrobe")

    assert set(wardrobe.arms) == {Arm.HAND}
    assert wardrobe.disclosure == "named"
    assert wardrobe.release.when == "at_once"
    assert [slot.role for slot in wardrobe.places] == [
        *("core", "core", "highlight", "discovery", "wildcard")
    ]


def test_wardrobe_asks_about_a_present_only_where_it_is_one() -> None:
    form = definition("wardrobe").form
    wearer = next(question for question in form.questions if question.key == "wearer")

    assert form.is_shown(wearer, {"for_whom": "gift"})
    assert not form.is_shown(wearer, {"for_whom": "me"})


@pytest.mark.parametrize("slug", NEUTRAL)
def test_house_and_rules_name_items_in_stock(slug: str) -> None:
    read, rows = definition(slug), catalogue(slug)

    named = {entry.item for entry in read.house}
    named |= {rule.pick.item for rule in read.rules if rule.pick.item}

    assert named <= set(rows)
    assert all(rows[key].get("stock") != "0" for key in named)


@pytest.mark.parametrize("slug", NEUTRAL)
def test_house_list_fills_every_place(slug: str) -> None:
    read = definition(slug)

    assert len(house_picks(read, shelf(slug))) == read.size


@pytest.mark.parametrize("slug", ["garden", "reading"])
def test_rules_fill_every_place_whatever_the_answers(slug: str) -> None:
    read = definition(slug)
    cases, _ = answer_cases(read)

    for answers in cases[:500]:
        picks = rule_picks(read, dict(answers), shelf(slug))
        assert len({pick.item.item_id for pick in picks}) == read.size, answers


def test_no_two_pilots_share_an_accent() -> None:
    assert len({definition(slug).brand.accent for slug in SLUGS}) == len(SLUGS)


@pytest.mark.parametrize("slug", ["garden", "renewal", "reading", "finder"])
def test_later_pilots_ask_what_came_of_it_and_say_their_strategy(slug: str) -> None:
    read = definition(slug)

    assert read.follow_ups
    assert all(read.plan.strategy.model_dump().values())
    assert read.caps.per_day


def test_renewal_shows_payment_now_beside_payment_offered() -> None:
    fields = {field.key: field for field in definition("renewal").pick_fields}

    assert fields["payment_now"].fact == "payment_now"
    assert fields["payment_offered"].attribute == "price"


def test_finder_asks_each_journey_its_own_questions() -> None:
    form = definition("finder").form

    asked = {
        journey: {q.key for q in form.questions if form.is_shown(q, {"journey": journey})}
        for journey in ("replace", "expand", "new_line")
    }

    assert {"old_pump", "downtime"} <= asked["replace"] - asked["expand"] - asked["new_line"]
    assert {"bottleneck", "kept"} <= asked["expand"] - asked["new_line"]
    assert "stage" in asked["new_line"] - asked["expand"] - asked["replace"]


def test_reading_rules_meet_topic_industry_and_role() -> None:
    rows = list(catalogue("reading").values())
    answers = {"topic": ["fraud"], "industry": "banking", "role": "risk", "level": "deep"}

    picks = rule_picks(definition("reading"), answers, shelf("reading"))

    for pick in picks:
        row = rows[pick.item.item_id - 1]
        assert "Risk" in row["role"].split(";")
        assert row["topic"] == "Fraud" or pick.role == "beyond"
        assert row["industry"] == "Banking" or pick.role == "across"
    assert len({pick.item.item_id for pick in picks}) == 5


def moods() -> Iterator[tuple[str, ...]]:
    for count in range(4):
        yield from itertools.combinations(MOODS, count)


@pytest.mark.parametrize("length", LENGTHS)
def test_rules_fill_every_place_whatever_the_moods(length: str) -> None:
    books, stock = definition("books"), shelf("books")

    for chosen in moods():
        picks = rule_picks(books, {"mood": list(chosen), "length": length}, stock)
        assert len({pick.item.item_id for pick in picks}) == books.size, chosen


def customer_words(read: PilotDefinition) -> Iterator[str]:
    """Everything that customers of any arm read before they have answered."""
    form, start = read.form, read.form.start
    yield from (read.name, read.brand.line, read.letter, read.verdict_question, read.take_set)
    yield from (start.title, start.text, start.who_reads, start.data, start.quote, start.quote_by)
    for step in form.steps:
        yield from (step.title, step.lede)
    for question in form.questions:
        yield from (question.label, question.hint, question.why)
        for option in question.options:
            yield from (option.label, option.sub)
    yield from (consent.text for consent in form.consents)
    for verdict in read.verdicts:
        yield from (verdict.label, verdict.reply, *(reason.label for reason in verdict.reasons))
    yield from (question.label for question in read.closing)
    yield from (entry.reason for entry in read.house)
    yield from (rule.pick.reason for rule in read.rules)


@pytest.mark.parametrize("slug", NEUTRAL)
def test_neutral_wording_is_true_in_every_arm(slug: str) -> None:
    claims = [words for words in customer_words(definition(slug)) if PERSON.search(words)]

    assert claims == []


@pytest.mark.parametrize("slug", NEUTRAL)
def test_neutral_reasons_never_claim_what_one_customer_said(slug: str) -> None:
    read = definition(slug)
    reasons = [entry.reason for entry in read.house] + [rule.pick.reason for rule in read.rules]

    assert not [words for words in reasons if re.search(r"\byou (said|told|asked|liked)", words)]
    assert max(map(len, reasons)) <= read.checks.reason_max


@pytest.mark.parametrize("slug", NEUTRAL)
def test_staff_may_read_the_answers_and_the_notice_says_so(slug: str) -> None:
    assert "may read your answers" in definition(slug).form.start.who_reads
