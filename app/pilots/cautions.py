"""What the builder warns of, and never blocks (pure)."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from app.lifecycle import Arm
from app.pilots.definition import PilotDefinition
from app.pilots.form_definition import Form, Question, QuestionRole

MOST_QUESTIONS = 12
PURPOSE_ROLES = frozenset({QuestionRole.NAME, QuestionRole.ADDRESS})
_BIRTH = re.compile(
    r"\b(date of birth|birth ?da(te|y)|born|dob|geburtsdatum|year of birth)\b", re.IGNORECASE
)
_PERSON = re.compile(
    r"\b(by hand|hand-?picked|handpicked|in person|our (curators?|booksellers?|stylists?|experts?)"
    r"|an? (curator|bookseller|stylist|expert|person)|personally)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Caution:
    """One warning, with the page on which it can be mended."""

    section: str
    words: str
    place: str = ""


def cautions_of(
    definition: PilotDefinition, *, drivers: Collection[str] | None, people: Collection[str] = ()
) -> tuple[Caution, ...]:
    """Return what is worth a second thought.

    `drivers` are the questions that picks of the last round were led by, or None where there were
    too few picks to tell; `people` are the names of the team.
    """
    found = [*_form_cautions(definition.form), *_unused(definition.form, drivers)]
    if len(definition.arms) > 1:
        found += _person_words(definition, people)
    return tuple(found)


def _form_cautions(form: Form) -> list[Caution]:
    found = []
    asked = len(form.questions)
    if asked > MOST_QUESTIONS:
        words = f"The form asks {asked} questions; beyond {MOST_QUESTIONS} people give up."
        found.append(Caution("form", words))
    for step, place, question in _placed(form):
        if _BIRTH.search(f"{question.key.replace('_', ' ')} {question.label}"):
            words = f"“{question.label}” asks for a date of birth. Would an age band do?"
            found.append(Caution("form", words, f"{step}-{place}"))
        if question.sensitive and not question.why.strip():
            words = f"“{question.label}” is sensitive and does not say why you ask."
            found.append(Caution("form", words, f"{step}-{place}"))
    return found


def _placed(form: Form) -> list[tuple[int, int, Question]]:
    return [
        (step, place, question)
        for step, each in enumerate(form.steps)
        for place, question in enumerate(each.questions)
    ]


def _unused(form: Form, drivers: Collection[str] | None) -> list[Caution]:
    if drivers is None:
        return []
    return [
        Caution("form", f"No pick of the last round was led by “{question.label}”.", f"{step}-{n}")
        for step, n, question in _placed(form)
        if question.key not in drivers and question.role not in PURPOSE_ROLES
    ]


def _person_words(definition: PilotDefinition, people: Collection[str]) -> list[Caution]:
    names = [re.escape(name) for name in people if len(name) > 2]
    named = re.compile(rf"\b({'|'.join(names)})\b") if names else None
    found = []
    for section, place, words in _customer_texts(definition):
        match = _PERSON.search(words) or (named.search(words) if named else None)
        if match:
            said = f"“{match[0]}” is not true in every arm, but every customer reads it."
            found.append(Caution(section, f"{said} It stands in: {_short(words)}", place))
    return found


def _customer_texts(definition: PilotDefinition) -> list[tuple[str, str, str]]:
    start: Any = definition.form.start
    texts = [
        ("look", "", definition.brand.line),
        ("arms", "", definition.letter),
        ("form", "start", start.title),
        ("form", "start", start.text),
        *(
            ("arms", "", entry.reason)
            for entry in definition.house
            if Arm.GENERIC in definition.arms
        ),
    ]
    texts += [
        ("form", f"{step}-{place}", f"{question.label} {question.hint} {question.why}")
        for step, place, question in _placed(definition.form)
    ]
    return [text for text in texts if text[2]]


def _short(words: str) -> str:
    return words if len(words) <= 80 else f"{words[:79].rstrip()}…"
