import pytest

from app.pilots.cautions import cautions_of
from app.pilots.pilot_file import parse_pilot
from tests.pilots import BOOKS, HAND_ALONE


def words_of(text: str, **values) -> str:
    found = cautions_of(parse_pilot(text), **{"drivers": None, **values})
    return "\n".join(caution.words for caution in found)


def with_question(line: str) -> str:
    return BOOKS.replace(
        "        - {key: name, kind: short_text",
        f"        - {line}\n        - {{key: name, kind: short_text",
    )


@pytest.mark.parametrize(
    "line",
    [
        "{key: dob, kind: short_text, label: When?}",
        "{key: b, kind: short_text, label: Your date of birth}",
        "{key: b, kind: short_text, label: When were you born?}",
        "{key: b, kind: short_text, label: Your birthday}",
    ],
    ids=["key", "date of birth", "born", "birthday"],
)
def test_a_date_of_birth_is_asked_back(line):
    assert "Would an age band do?" in words_of(with_question(line))


def test_an_age_band_is_fine():
    line = (
        "{key: age, kind: one_choice, label: How old are you?, "
        "options: [{value: a, label: Under 30}]}"
    )

    assert "age band" not in words_of(with_question(line))


def test_more_than_twelve_questions_are_many():
    questions = "\n        - ".join(
        f"{{key: q{n}, kind: short_text, label: One more}}" for n in range(6)
    )

    assert "The form asks 13 questions" in words_of(with_question(questions))
    assert "The form asks" not in words_of(BOOKS)


def test_a_sensitive_question_says_why_it_is_asked():
    assert "“Anything to steer around?” is sensitive" in words_of(BOOKS)
    told = BOOKS.replace("sensitive: true", "sensitive: true, why: So that nothing hurts.")
    assert "is sensitive" not in words_of(told)


def test_a_question_that_led_no_pick_is_named_and_where_the_answer_goes_is_not():
    words = words_of(BOOKS, drivers={"mood", "wish", "avoid", "laugh_how"})

    assert "No pick of the last round was led by “Budget”." in words
    assert "e-mail" not in words
    assert "led by" not in words_of(BOOKS, drivers=None)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Here are three that fit.", "Here are three, chosen by hand."),
        ("Here are three that fit.", "Mara Okafor chose three."),
        ("why: A person reads this.", "why: A bookseller reads this."),
    ],
    ids=["by hand", "a name", "a person"],
)
def test_words_that_are_true_for_one_arm_alone_are_told(before, after):
    people = ["Mara Okafor"]

    assert "is not true in every arm" in words_of(BOOKS.replace(before, after), people=people)


def test_with_the_hand_alone_a_person_may_be_named():
    text = HAND_ALONE.replace("text: Tell us.", "text: Chosen by hand.")

    assert "not true" not in words_of(text)


def test_a_caution_leads_to_its_page():
    found = cautions_of(parse_pilot(BOOKS), drivers=None)

    assert (found[0].section, found[0].place) == ("form", "1-1")
