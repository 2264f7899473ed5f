"""What was typed becomes an answer or a refusal; what no longer applies does not count."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.intake.answers import (
    Refused,
    counted,
    first_gap,
    keep_typed,
    neighbours,
    page_questions,
    parse_number,
    read_answer,
    shown_questions,
    shown_steps,
    time_left,
)
from app.pilots.form_definition import Form, Question

FORM = Form.model_validate(
    {
        "start": {"title": "T", "text": "T", "minutes": 3, "who_reads": "We", "data": "Kept"},
        "steps": [
            {
                "key": "mood",
                "title": "Mood",
                "questions": [
                    {
                        "key": "mood",
                        "kind": "several_choices",
                        "label": "Mood?",
                        "at_most": 2,
                        "options": [
                            {"value": "calm", "label": "Calm"},
                            {"value": "laugh", "label": "Laugh"},
                            {"value": "far", "label": "Far"},
                        ],
                    },
                    {
                        "key": "funny",
                        "kind": "one_choice",
                        "label": "What kind of funny?",
                        "show_if": {"mood": ["laugh"]},
                        "options": [
                            {"value": "dry", "label": "Dry"},
                            {"value": "loud", "label": "Loud"},
                        ],
                    },
                ],
            },
            {
                "key": "volume",
                "title": "How loud",
                "questions": [
                    {
                        "key": "volume",
                        "kind": "scale",
                        "label": "How loud?",
                        "minimum": 1,
                        "maximum": 5,
                        "show_if": {"funny": ["loud"]},
                    }
                ],
            },
            {
                "key": "you",
                "title": "You",
                "questions": [
                    {"key": "note", "kind": "short_text", "label": "Note", "required": False},
                    {"key": "email", "kind": "email", "label": "E-mail", "role": "address"},
                ],
            },
        ],
        "consents": [{"key": "process", "text": "Read it.", "required": True}],
    }
)
STEPS = {step.key: step for step in FORM.steps}
BY_KEY = {question.key: question for question in FORM.questions}


def make_question(kind: str, **values: Any) -> Question:
    return Question.model_validate({"key": "q", "kind": kind, "label": "How much?", **values})


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("25", "25"),
        (" £25.50 ", "25.50"),
        ("12,5", "12.5"),
        ("1,250", "1250"),
        ("1,250.50", "1250.50"),
        ("1.250,50", "1250.50"),
        ("1 250", "1250"),
        ("EUR 30", "30"),
        ("-3", "-3"),
        ("1.250", "1.250"),
        ("30 EUR", "30"),
        ("1,234,567.5", "1234567.5"),
    ],
)
def test_a_number_is_read_as_people_write_it(typed: str, number: str) -> None:
    assert parse_number(typed) == Decimal(number)


@pytest.mark.parametrize(
    "typed", ["", "lots", "1-2", "1.2.3.4,5,6", "9" * 41, "twenty 5", "--", "5k", "1e5"]
)
def test_what_is_no_number_is_refused(typed: str) -> None:
    with pytest.raises(Refused):
        parse_number(typed)


@given(st.text(max_size=60))
def test_any_text_is_a_number_or_a_refusal(typed: str) -> None:
    question = make_question("number", required=False)
    words = ""
    answer = None
    try:
        answer = read_answer(question, typed)
    except Refused as refusal:
        words = str(refusal)
    assert bool(words) != (answer is not None) or not typed.strip()


def test_money_becomes_minor_units_and_stays_them_when_read_again() -> None:
    money = make_question("money", minimum=5)

    assert read_answer(money, "25.50") == 2550
    assert read_answer(money, 2550) == 2550


@pytest.mark.parametrize("typed", ["2", "25.505", "-1", str(2**63), "\x00"])
def test_money_that_cannot_be_is_refused(typed: str) -> None:
    with pytest.raises(Refused):
        read_answer(make_question("money", minimum=5), typed)


@pytest.mark.parametrize("value", [2**63, 1e300, float("inf")])
def test_a_number_beyond_64_bits_is_refused_with_words(value: float) -> None:
    with pytest.raises(Refused, match="larger than we can keep"):
        read_answer(make_question("number"), str(int(value)) if value < 1e20 else value)


def test_a_text_that_is_too_long_says_by_how_much() -> None:
    with pytest.raises(Refused, match="3 too many"):
        read_answer(make_question("short_text", max_length=10), "x" * 13)


def test_a_nul_byte_is_refused_and_line_ends_are_made_one() -> None:
    text = make_question("long_text")

    assert read_answer(text, "a\r\nb") == "a\nb"
    with pytest.raises(Refused, match="cannot keep"):
        read_answer(text, "a\x00b")


@pytest.mark.parametrize(
    "typed", ["no", "a@", "a@b\nBcc: x@y.zz", "@b.example", "a" * 250 + "@b.ex"]
)
def test_an_address_that_is_none_is_refused(typed: str) -> None:
    with pytest.raises(Refused):
        read_answer(BY_KEY["email"], typed)


def test_choices_come_back_in_the_order_of_the_form() -> None:
    assert read_answer(BY_KEY["mood"], ["far", "calm", "far"]) == ["calm", "far"]


@pytest.mark.parametrize("typed", [["calm", "laugh", "far"], ["other"], [], ["calm", "\x00"]])
def test_choices_outside_the_form_or_over_the_limit_are_refused(typed: list[str]) -> None:
    with pytest.raises(Refused):
        read_answer(BY_KEY["mood"], typed)


@pytest.mark.parametrize("typed", ["0", "6", "1.5", "x"])
def test_a_scale_takes_its_own_numbers_only(typed: str) -> None:
    with pytest.raises(Refused):
        read_answer(BY_KEY["volume"], typed)


def test_a_hidden_question_and_all_that_hangs_on_it_do_not_count() -> None:
    answers = {"mood": ["calm"], "funny": "loud", "volume": 4, "email": "a@b.example"}

    assert counted(FORM, answers) == {"mood": ["calm"], "email": "a@b.example"}


def test_a_step_whose_questions_are_all_hidden_is_skipped() -> None:
    quiet = {"mood": ["calm"]}
    loud = {"mood": ["laugh"], "funny": "loud"}

    assert [step.key for step in shown_steps(FORM, quiet)] == ["mood", "you"]
    assert [step.key for step in shown_steps(FORM, loud)] == ["mood", "volume", "you"]
    assert neighbours(FORM, STEPS["mood"], quiet) == (None, STEPS["you"])
    assert neighbours(FORM, STEPS["you"], loud) == (STEPS["volume"], None)


def test_a_page_holds_what_its_own_answers_may_bring_up() -> None:
    on_page = [question.key for question in page_questions(FORM, STEPS["mood"], {})]
    shown = [question.key for question in shown_questions(FORM, STEPS["mood"], {})]

    assert on_page == ["mood", "funny"]
    assert shown == ["mood"]


def test_the_first_gap_is_where_an_answer_is_missing() -> None:
    complete = {"mood": ["calm"], "note": None, "email": "a@b.example"}

    assert first_gap(FORM, {}) is STEPS["mood"]
    assert first_gap(FORM, {"mood": ["laugh"], "funny": "loud"}) is STEPS["volume"]
    assert first_gap(FORM, {**complete, "email": "half@"}) is STEPS["you"]
    assert first_gap(FORM, complete) is None


def test_back_keeps_what_is_no_answer_yet() -> None:
    assert keep_typed(BY_KEY["email"], "half@") == "half@"
    assert keep_typed(BY_KEY["mood"], ["calm", "laugh", "far", "x"]) == ["calm", "laugh", "far"]
    assert keep_typed(make_question("number"), "abc\x00") == "abc"


@pytest.mark.parametrize(
    ("minutes", "done", "words"),
    [
        (3, 0, "about 3 minutes left"),
        (3, 2, "about a minute left"),
        (1, 2, "less than a minute left"),
    ],
)
def test_the_time_left_shrinks_with_the_steps(minutes: int, done: int, words: str) -> None:
    assert time_left(minutes, FORM.steps, done) == words
