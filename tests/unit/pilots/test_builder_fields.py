"""What is typed into the builder: read where it can be, kept as typed where it cannot."""

import pytest

from app.pilots.builder_fields import Field, Kind, apply_typed
from app.pilots.draft_changes import changes_between
from app.pilots.draft_problems import problems_of
from app.pilots.pilot_file import parse_pilot
from tests.pilots import BOOKS


@pytest.mark.parametrize(
    ("kind", "typed", "kept"),
    [
        (Kind.WHOLE, "12", 12),
        (Kind.WHOLE, "a dozen", "a dozen"),
        (Kind.WHOLE, "1.5", "1.5"),
        (Kind.WHOLE, "٣", "٣"),
        (Kind.NUMBER, "1,5", 1.5),
        (Kind.NUMBER, "24", 24),
        (Kind.NUMBER, "nan", "nan"),
        (Kind.NUMBER, "inf", "inf"),
        (Kind.PERCENT, "40", 0.4),
        (Kind.PERCENT, "12.5 %", 0.125),
        (Kind.PERCENT, "most", "most"),
        (Kind.LINES, "one\r\n\r\n two \r\n", ["one", "two"]),
        (
            Kind.CODES,
            "a_b: Words\r\nToo long",
            [{"key": "a_b", "label": "Words"}, {"key": "too_long", "label": "Too long"}],
        ),
        (
            Kind.ONLY,
            "genre: Novel; Essays\nlength: short",
            {"genre": ["Novel", "Essays"], "length": ["short"]},
        ),
        (Kind.LONG, "a\r\nb\x00", "a\nb"),
        (Kind.TEXT, "   ", None),
    ],
)
def test_what_is_typed_is_read_or_kept(kind, typed, kept):
    found = apply_typed({}, [Field("x", "X", kind)], base=(), typed={"x": [typed]})

    assert found.get("x") == kept


def test_a_field_that_the_page_did_not_hold_is_left_alone():
    document = {"x": "before", "box": True}
    fields = [Field("x", "X"), Field("box", "Box", Kind.BOX)]

    assert apply_typed(document, fields, base=(), typed={}) == document
    assert apply_typed(document, fields, base=(), typed={"there": ["box"]})["box"] is False


def test_ten_faults_of_a_working_copy_are_ten_problems_with_their_pages():
    document = parse_pilot(BOOKS).as_document()
    document["plan"] |= {"target": "most", "least_n": "some", "hypothesis": ""}
    document["promise"]["time_zone"] = "London"
    document["brand"]["accent"] = "pink"
    document["form"]["steps"][0]["questions"][0]["kind"] = "essay"
    document["checks"]["budget"] = "shout"
    document["house"][0]["slot"] = "hat"
    document["verdicts"][0]["key"] = "maybe"
    del document["contact"]

    found = problems_of(document)

    assert [problem.section for problem in found] == [
        *("plan", "plan", "plan", "promise", "form"),
        *("slots", "arms", "answers", "look", "look"),
    ]
    assert {problem.label for problem in found} >= {
        "Hypothesis",
        "Least customers",
        "Time zone",
        "Accent",
        "Contact",
    }
    assert next(p.place for p in found if p.section == "form") == "0-0"


def test_changes_are_told_in_the_words_of_their_fields():
    before = parse_pilot(BOOKS)
    after = parse_pilot(
        BOOKS.replace("target: 0.5", "target: 0.4")
        .replace("label: Maybe", "label: Perhaps")
        .replace(
            "  - {role: wildcard, name: Wild card, hint: A surprise}\n",
            "  - {role: wildcard, name: Joker, hint: A surprise}\n",
        )
    )

    found = {
        (change.label, change.before, change.after) for change in changes_between(before, after)
    }

    assert found == {
        ("Target, in % of customers", "0.5", "0.4"),
        ("verdicts “Perhaps”: Words", "Maybe", "Perhaps"),
        ("slots “Joker”: Name", "Wild card", "Joker"),
    }
