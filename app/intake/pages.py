"""What the intake's pages show, as ready values (pure)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from babel.numbers import format_currency, format_decimal

from app.intake.answers import MINOR, shown_questions, shown_steps, time_left
from app.intake.drafts import DraftView
from app.pilots.definition import PilotDefinition
from app.pilots.form_definition import CHOICES, Question, QuestionKind, Step
from app.queue.promise import promised_at

GROUPS = frozenset({*CHOICES, QuestionKind.SCALE})
CHECK_TITLE = "Check and send"


@dataclass(frozen=True, slots=True)
class Place:
    """One segment of the progress bar."""

    number: int
    title: str
    state: str


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the customer is, in words and as a bar."""

    number: int
    total: int
    left: str
    places: tuple[Place, ...]

    @property
    def words(self) -> str:
        """Return the line above the question."""
        return f"Step {self.number} of {self.total} · {self.left}"


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """One line of the last check."""

    label: str
    words: str
    step_key: str


@dataclass(frozen=True, slots=True)
class Side:
    """The drawn panel beside the questions: art, a quote, and when the answer comes."""

    art: str
    quote: str
    quote_by: str
    due: datetime
    zone: str

    @property
    def person(self) -> str:
        """Return the name of whoever is quoted: what stands before the first comma."""
        return self.quote_by.partition(",")[0].strip()

    @property
    def about(self) -> str:
        """Return what is said about whoever is quoted."""
        words = self.quote_by.partition(",")[2].strip()
        return words[:1].upper() + words[1:]

    @property
    def initials(self) -> str:
        """Return two letters for the avatar where a name is given, nothing for other words."""
        words = self.person.split()
        is_name = 2 <= len(words) <= 3 and all(word[:1].isupper() for word in words)
        return words[0][0] + words[-1][0] if is_name else ""


def look(definition: PilotDefinition) -> dict[str, Any]:
    """Return what the customer's frame needs to know of a pilot's look."""
    brand = definition.brand
    return {"brand": brand, "accent_class": f"accent-{brand.accent}"}


def side(definition: PilotDefinition, moment: datetime) -> Side:
    """Return the side panel of a pilot for a brief sent at this moment."""
    start = definition.form.start
    return Side(
        art=f"art/side-{_motif(definition)}.svg",
        quote=start.quote,
        quote_by=start.quote_by,
        due=promised_at(moment, definition.promise),
        zone=definition.promise.time_zone,
    )


def _motif(definition: PilotDefinition) -> str:
    if definition.cards.shape == "book":
        return "shelf"
    return "rail" if definition.brand.accent == "plum" else "leaves"


def is_asked_by_title(step: Step, questions: Sequence[Question]) -> bool:
    """Tell whether a step's title asks its first question, so that both need not be read.

    It does when they are the same words, or when the title ends in a question mark and the only
    question with choices bears a mere name ("Style").
    """
    first = questions[0]
    if first.label == step.title:
        return True
    choices = [q for q in questions if q.kind in GROUPS and not q.show_if]
    return choices == [first] and step.title.endswith("?") and not first.label.endswith("?")


def progress(view: DraftView, step: Step | None) -> Progress:
    """Return how far a draft is; None stands for the last check."""
    steps = shown_steps(view.form, view.answers)
    here = len(steps) if step is None else [s.key for s in steps].index(step.key)
    titles = [*(s.title for s in steps), CHECK_TITLE]
    places = tuple(
        Place(i + 1, title, "done" if i < here else "now" if i == here else "ahead")
        for i, title in enumerate(titles)
    )
    left = time_left(view.form.start.minutes, steps, here)
    return Progress(here + 1, len(titles), left if step else "the last one", places)


def answer_rows(view: DraftView) -> list[AnswerRow]:
    """Return every question that applies with its answer in words."""
    return [
        AnswerRow(question.label, words_for(question, answer, view.definition.currency), step.key)
        for step in view.form.steps
        for question in shown_questions(view.form, step, view.answers)
        for answer in (view.answers.get(question.key),)
    ]


def words_for(question: Question, answer: Any, currency: str) -> str:
    """Return an answer as its customer would write it."""
    if question.kind is QuestionKind.MONEY and isinstance(answer, int):
        return format_currency(answer / MINOR, currency, locale="en_GB").removesuffix(".00")
    if question.kind is QuestionKind.NUMBER and isinstance(answer, int | float):
        return f"{format_decimal(answer, locale='en_GB')} {question.unit}".strip()
    if question.kind is QuestionKind.SCALE and answer is not None:
        return f"{answer} of {int(question.maximum or 0)}"
    return question.words_for(answer)


def theirs_in_words(view: DraftView, step: Step, theirs: Mapping[str, Any]) -> list[str]:
    """Return what another window saved for a step, in words."""
    return [
        f"{question.label}: {words_for(question, theirs[question.key], view.definition.currency)}"
        for question in step.questions
        if theirs.get(question.key) is not None
    ]
