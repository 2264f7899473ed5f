"""A title that asks is not asked twice; whoever is quoted is shown as what they are."""

from datetime import UTC, datetime
from typing import Any

import pytest

from app.intake.pages import Side, is_asked_by_title, words_for
from app.pilots.form_definition import Question, Step

OPTIONS = [{"value": "a", "label": "A"}]


def make_step(title: str, *questions: dict[str, Any]) -> Step:
    return Step.model_validate({"key": "s", "title": title, "questions": questions})


def choice(label: str, key: str = "q", **values: Any) -> dict[str, Any]:
    return {"key": key, "kind": "one_choice", "label": label, "options": OPTIONS, **values}


@pytest.mark.parametrize(
    ("step", "asks"),
    [
        (make_step("Style?", choice("Style?")), True),
        (make_step("What do you reach for?", choice("Style")), True),
        (make_step("About you", choice("Region")), False),
        (make_step("What and where?", choice("Style"), choice("Place", "p")), False),
        (make_step("Who for?", choice("Reader"), choice("Age", "p", show_if={"q": ["a"]})), True),
        (make_step("Who for?", choice("Which of us?")), False),
    ],
    ids=["same words", "a name", "no question", "two groups", "one hidden", "two questions"],
)
def test_a_title_asks_the_question_when_the_label_is_a_mere_name(step: Step, asks: bool) -> None:
    assert is_asked_by_title(step, step.questions) is asks


@pytest.mark.parametrize(
    ("quote_by", "person", "about", "initials"),
    [
        ("Mara Okafor, bookseller", "Mara Okafor", "Bookseller", "MO"),
        ("From the card on our shop door", "From the card on our shop door", "", ""),
        ("One of our stylists, on her first day", "One of our stylists", "On her first day", ""),
    ],
)
def test_only_a_name_gets_letters(quote_by: str, person: str, about: str, initials: str) -> None:
    side = Side("art", "quote", quote_by, datetime(2026, 11, 27, tzinfo=UTC), "UTC")

    assert (side.person, side.about, side.initials) == (person, about, initials)


def test_money_reads_as_money_and_a_scale_tells_its_end() -> None:
    money = Question.model_validate({"key": "m", "kind": "money", "label": "Budget"})
    scale = Question.model_validate(
        {"key": "s", "kind": "scale", "label": "Brave?", "minimum": 1, "maximum": 5}
    )

    assert words_for(money, 1250, "GBP") == "£12.50"
    assert words_for(money, 4000, "EUR") == "€40"
    assert words_for(scale, 3, "GBP") == "3 of 5"
