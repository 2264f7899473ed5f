"""What a working copy still lacks, by section, and as much of its form as is sound (pure)."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from app.pilots.builder_form import CONSENTS, QUESTION, START, STEP, place_of
from app.pilots.builder_sections import Block, Section, names_of
from app.pilots.builder_words import SECTIONS, section_of
from app.pilots.definition import PilotDefinition
from app.pilots.draft_document import Document, Path, path_of, value_at
from app.pilots.form_definition import Consent, Form, Question, Start, Step
from app.pilots.page_definition import Brand, Cards
from app.pilots.pilot_file import Problem, check_document
from app.pilots.plan_definition import Promise

T = TypeVar("T", bound=BaseModel)
_INDEX = re.compile(r"\[(\d+)\]")
_NUMBER = re.compile(r"\.\d+(?=\.|$)")


@dataclass(frozen=True, slots=True)
class DraftProblem:
    """One fault of a working copy: on which page, at which value, and in words."""

    section: str
    place: str
    path: str
    label: str
    words: str

    @property
    def is_gap(self) -> bool:
        """Tell whether something is only not there yet."""
        return self.words.endswith("is missing") or self.words == "is missing"


def problems_of(document: Document) -> tuple[DraftProblem, ...]:
    """Return every problem of the whole working copy, in the order of its sections."""
    found = [_placed(problem, document) for problem in check_document(document)]
    order = {section.key: n for n, section in enumerate(SECTIONS)}
    return tuple(sorted(dict.fromkeys(found), key=lambda each: (order[each.section], each.path)))


def _placed(problem: Problem, document: Document) -> DraftProblem:
    path = path_of(_INDEX.sub(lambda match: f".{int(match[1]) - 1}", problem.path))
    section = section_of(str(path[0])) if path else SECTIONS[-1]
    place = place_of(path) if section.key == "form" else ""
    words = "is missing" if problem.words.endswith(" is missing") else problem.words
    return DraftProblem(
        section.key, place, ".".join(map(str, path)), label_of(path, document), words
    )


def label_of(path: Path, document: Document) -> str:
    """Return a value's name as its field says it, with the row it stands in."""
    names = _NAMES.get(_NUMBER.sub(".*", ".".join(map(str, path))), "")
    rows = [n for n, step in enumerate(path) if isinstance(step, int)]
    if not rows:
        return names or (str(path[-1]).replace("_", " ").capitalize() if path else "")
    row = value_at(document, path[: rows[-1] + 1])
    called = (
        next((row[n] for n in ("label", "title", "name") if row.get(n)), None)
        if isinstance(row, dict)
        else None
    )
    which = f"“{called}”" if called else f"no. {int(path[rows[-1]]) + 1}"
    group = str(path[rows[-1] - 1]).replace("_", " ")
    return f"{group} {which}" + (f": {names}" if names else "")


def _prefixed(base: str, blocks: Sequence[Block]) -> dict[str, str]:
    return {f"{base}.{name}": label for block in blocks for name, label in names_of(block.fields)}


_NAMES: Mapping[str, str] = {
    **{name: label for section in SECTIONS for name, label in names_of(section.fields)},
    "form.steps": "Steps",
    "form.steps.*.questions": "Questions",
    **_prefixed("form.start", START),
    **_prefixed("form", CONSENTS),
    **_prefixed("form.steps.*", STEP),
    **_prefixed("form.steps.*.questions.*", QUESTION),
}


@dataclass(frozen=True, slots=True)
class Mark:
    """How one section stands in the list at the left."""

    section: Section
    problems: int
    gaps: int

    @property
    def state(self) -> str:
        """Return `done`, `gap` or `bad`."""
        if self.problems > self.gaps:
            return "bad"
        return "gap" if self.gaps else "done"


def marks_of(problems: Sequence[DraftProblem]) -> tuple[Mark, ...]:
    """Return how each section stands."""
    return tuple(
        Mark(
            section,
            sum(problem.section == section.key for problem in problems),
            sum(problem.section == section.key and problem.is_gap for problem in problems),
        )
        for section in SECTIONS
    )


def sound_definition(document: Document, in_force: PilotDefinition) -> PilotDefinition:
    """Return the version in force with as much of the working copy's look and form as is sound."""
    changed: dict[str, Any] = {"form": sound_form(document, in_force.form)}
    for name, part in (("brand", Brand), ("promise", Promise), ("cards", Cards)):
        value = _sound(part, value_at(document, (name,)))
        if value is not None:
            changed[name] = value
    return in_force.model_copy(update=changed)


def sound_form(document: Document, in_force: Form) -> Form:
    """Return the form of a working copy without the questions that cannot be shown yet."""
    steps = []
    for raw in _rows(value_at(document, ("form", "steps"))):
        questions = tuple(
            question
            for each in _rows(raw.get("questions"))
            if (question := _sound(Question, each)) is not None
        )
        if questions and raw.get("key") and raw.get("title"):
            steps.append(
                Step.model_construct(
                    key=str(raw["key"]),
                    title=str(raw["title"]),
                    lede=str(raw.get("lede") or ""),
                    questions=questions,
                )
            )
    consents = tuple(
        consent
        for each in _rows(value_at(document, ("form", "consents")))
        if (consent := _sound(Consent, each)) is not None
    )
    start = _sound(Start, value_at(document, ("form", "start")))
    return Form.model_construct(
        start=start or in_force.start, steps=tuple(steps), consents=consents or in_force.consents
    )


def _rows(value: Any) -> list[dict[str, Any]]:
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []


def _sound(part: type[T], value: Any) -> T | None:
    try:
        return part.model_validate(value)
    except ValidationError:
        return None
