"""The form editor's places: start page, steps, questions, consents (pure)."""

import re
from dataclasses import dataclass
from typing import Any

from app.pilots.builder_fields import Field, Kind
from app.pilots.builder_sections import KEY_HINT, Block
from app.pilots.draft_document import Document, Path, value_at
from app.pilots.form_definition import QuestionKind

K = Kind
KINDS = (
    (QuestionKind.SHORT_TEXT, "a few words"),
    (QuestionKind.LONG_TEXT, "several sentences"),
    (QuestionKind.ONE_CHOICE, "one of several answers"),
    (QuestionKind.SEVERAL_CHOICES, "any of several answers"),
    (QuestionKind.SCALE, "a scale"),
    (QuestionKind.NUMBER, "a number"),
    (QuestionKind.MONEY, "an amount of money"),
    (QuestionKind.EMAIL, "an e-mail address"),
)
ROLES = (
    ("wish", "the wish"),
    ("job", "the job to be done"),
    ("success", "how the customer measures success"),
    ("avoid", "what to avoid"),
    ("budget", "the budget"),
    ("for_whom", "for whom it is"),
    ("segment", "the segment"),
    ("memory", "worth remembering for the next time"),
    ("name", "their name"),
    ("address", "where the answer goes"),
    ("other", "something else"),
)
STAGES = (("first", "in the first brief"), ("later", "later, after trust"))
START = (
    Block(
        "Start page",
        (
            Field("title", "Title"),
            Field("text", "What it is", K.LONG),
            Field("minutes", "Minutes it takes", K.WHOLE),
            Field("who_reads", "Who reads the answers", K.LONG),
            Field("data", "What happens to the data", K.LONG),
            Field("quote", "A quote beside the questions", K.LONG),
            Field("quote_by", "Who said it"),
        ),
    ),
)
CONSENTS = (
    Block(
        "Consent",
        (
            Field(
                "consents",
                "Consents",
                K.ROWS,
                row="consent",
                rows=(
                    Field("text", "What the customer agrees to", K.LONG),
                    Field("required", "Without it we cannot answer", K.BOX, default=False),
                    Field("key", "Name in the data", K.KEY, KEY_HINT, words_from="text"),
                ),
            ),
        ),
        "One purpose, one unticked box each.",
    ),
)
STEP = (
    Block(
        "Step",
        (
            Field("title", "Title"),
            Field("lede", "A line under it"),
            Field("key", "Name in the address", K.KEY, KEY_HINT, words_from="title"),
        ),
    ),
)
QUESTION = (
    Block(
        "Question",
        (
            Field("label", "Question"),
            Field(
                "kind",
                "Answered by",
                K.CHOICE,
                choices=tuple((kind.value, words) for kind, words in KINDS),
            ),
            Field("hint", "Hint under it"),
            Field("required", "Must be answered", K.BOX, default=True),
            Field("role", "It tells us", K.CHOICE, choices=ROLES, default="other"),
        ),
    ),
    Block(
        "Answers to choose from",
        (
            Field(
                "options",
                "Answers",
                K.ROWS,
                row="answer",
                rows=(
                    Field("label", "Words"),
                    Field("sub", "Second line"),
                    Field("value", "Name in the data", K.KEY, words_from="label"),
                ),
            ),
            Field("at_most", "At most how many", K.WHOLE, "Only for “any of several”."),
        ),
        "Only for the two kinds of choice.",
    ),
    Block(
        "When it is asked",
        (
            Field(
                "show_if",
                "Only when an earlier answer was",
                K.CONDITIONS,
                "Nothing ticked: always.",
            ),
            Field("stage", "Asked", K.CHOICE, choices=STAGES, default="first"),
        ),
    ),
    Block(
        "Trust",
        (
            Field("why", "Why we ask", K.LONG, "Customers can open this beside the question."),
            Field("sensitive", "Sensitive", K.BOX, "Such as health, debts, faith.", default=False),
            Field("machine_available", "An algorithm may see it later", K.BOX, default=True),
        ),
    ),
    Block(
        "Details",
        (
            Field("minimum", "Smallest", K.NUMBER, "For scales, numbers and money."),
            Field("maximum", "Largest", K.NUMBER),
            Field("ends", "Words at the ends of the scale", K.PAIR),
            Field("unit", "Unit"),
            Field("max_length", "Longest answer, in characters", K.WHOLE, default=2000),
            Field("brief_label", "Short label for the team"),
            Field("key", "Name in the data", K.KEY, KEY_HINT, words_from="label"),
        ),
    ),
)
_PLACE = re.compile(r"(\d{1,3})(?:-(\d{1,3}))?")


@dataclass(frozen=True, slots=True)
class Place:
    """One page of the form editor: its fields, where they stand, and its step."""

    key: str
    title: str
    base: Path
    blocks: tuple[Block, ...]
    step: int | None = None
    question: int | None = None

    @property
    def fields(self) -> tuple[Field, ...]:
        """Return the fields of all blocks in order."""
        return tuple(each for block in self.blocks for each in block.fields)


def find_place(document: Document, key: str) -> Place | None:
    """Return a page of the form editor (`start`, `consents`, `0`, `0-2`), or None."""
    if key == "start":
        return Place(key, "Start page", ("form", "start"), START)
    if key == "consents":
        return Place(key, "Consent", ("form",), CONSENTS)
    match = _PLACE.fullmatch(key)
    if match is None:
        return None
    step, base = int(match[1]), ("form", "steps", int(match[1]))
    found = value_at(document, base)
    if match[2] is None:
        title = _named(found, "title", f"Step {step + 1}")
        return Place(key, title, base, STEP, step) if isinstance(found, dict) else None
    question = int(match[2])
    inside = (*base, "questions", question)
    found = value_at(document, inside)
    if not isinstance(found, dict):
        return None
    title = _named(found, "label", f"Question {question + 1}")
    return Place(key, title, inside, QUESTION, step, question)


def _named(found: Any, name: str, otherwise: str) -> str:
    return str(found.get(name) or otherwise) if isinstance(found, dict) else otherwise


def place_of(path: Path) -> str:
    """Return the page of the form editor on which a value is asked; '' is the overview."""
    if len(path) > 1 and path[1] in ("start", "consents"):
        return str(path[1])
    if len(path) > 2 and path[1] == "steps" and isinstance(path[2], int):
        if len(path) > 4 and path[3] == "questions" and isinstance(path[4], int):
            return f"{path[2]}-{path[4]}"
        return str(path[2])
    return ""
