"""The intake form as the pilot file says it: steps, questions, conditions, consent."""

from enum import StrEnum
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

KeyText = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,39}$")]
Words = Annotated[str, StringConstraints(min_length=1, max_length=400, strip_whitespace=True)]
LongWords = Annotated[str, StringConstraints(min_length=1, max_length=6000, strip_whitespace=True)]


class Part(BaseModel):
    """A piece of the pilot file; an unknown key is an error, never ignored."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class QuestionKind(StrEnum):
    """How a question is asked."""

    SHORT_TEXT = "short_text"
    LONG_TEXT = "long_text"
    ONE_CHOICE = "one_choice"
    SEVERAL_CHOICES = "several_choices"
    SCALE = "scale"
    NUMBER = "number"
    MONEY = "money"
    EMAIL = "email"


class QuestionRole(StrEnum):
    """What an answer is for, so that console, rules and memory know it without its key."""

    WISH = "wish"
    JOB = "job"
    SUCCESS = "success"
    AVOID = "avoid"
    BUDGET = "budget"
    FOR_WHOM = "for_whom"
    SEGMENT = "segment"
    MEMORY = "memory"
    NAME = "name"
    ADDRESS = "address"
    OTHER = "other"


class QuestionStage(StrEnum):
    """When a question may be asked: at once, or later, after trust."""

    FIRST = "first"
    LATER = "later"


CHOICES = frozenset({QuestionKind.ONE_CHOICE, QuestionKind.SEVERAL_CHOICES})


class Option(Part):
    """One answer of a choice."""

    value: KeyText
    label: Words
    sub: str = ""
    art: str = ""


class Question(Part):
    """One question of the form."""

    key: KeyText
    kind: QuestionKind
    label: Words
    hint: str = ""
    why: str = ""
    brief_label: str = ""
    required: bool = True
    role: QuestionRole = QuestionRole.OTHER
    options: tuple[Option, ...] = ()
    at_most: int | None = Field(default=None, ge=1)
    minimum: float | None = None
    maximum: float | None = None
    ends: tuple[str, str] | None = None
    max_length: int = Field(default=2000, ge=1, le=10000)
    unit: str = ""
    show_if: dict[KeyText, tuple[str, ...]] = Field(default_factory=dict)
    sensitive: bool = False
    stage: QuestionStage = QuestionStage.FIRST
    machine_available: bool = True

    @model_validator(mode="after")
    def _fits_its_kind(self) -> "Question":
        if (self.kind in CHOICES) != bool(self.options):
            raise ValueError(f"question '{self.key}': choices, and only choices, need options")
        values = [option.value for option in self.options]
        if len(values) != len(set(values)):
            raise ValueError(f"question '{self.key}': two options have the same value")
        if self.kind is QuestionKind.SCALE and (self.minimum is None or self.maximum is None):
            raise ValueError(f"question '{self.key}': a scale needs minimum and maximum")
        return self

    @property
    def short_label(self) -> str:
        """Return the label used in the console and in tables."""
        return self.brief_label or self.label

    def words_for(self, answer: Any) -> str:
        """Return an answer in the words the customer saw (money without its currency)."""
        labels = {option.value: option.label for option in self.options}
        if isinstance(answer, list):
            return ", ".join(labels.get(value, str(value)) for value in answer)
        if answer is None or answer == "":
            return ""
        if self.kind is QuestionKind.MONEY and isinstance(answer, int):
            return f"{answer / 100:.2f}".removesuffix(".00")
        text = labels.get(str(answer), str(answer))
        return f"{text} {self.unit}".strip()


class Step(Part):
    """One page of the form: questions of the same thought."""

    key: KeyText
    title: Words
    lede: str = ""
    questions: tuple[Question, ...] = Field(min_length=1)


class Consent(Part):
    """One purpose with its own unticked box."""

    key: KeyText
    text: LongWords
    required: bool = False


class Start(Part):
    """The start page: what, how long, who reads it, what happens to the data."""

    title: Words
    text: LongWords
    minutes: int = Field(ge=1, le=60)
    who_reads: LongWords
    data: LongWords
    quote: str = ""
    quote_by: str = ""


class Form(Part):
    """The intake form; a published version never changes."""

    start: Start
    steps: tuple[Step, ...] = Field(min_length=1)
    consents: tuple[Consent, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _hangs_together(self) -> "Form":
        if found := self.problems():
            raise ValueError("\n".join(found))
        return self

    def problems(self) -> list[str]:
        """Return every contradiction between questions, in words (empty when there is none)."""
        found = []
        keys = [question.key for question in self.questions]
        for key in sorted({key for key in keys if keys.count(key) > 1}):
            found.append(f"two questions have the same key '{key}'")
        if not any(question.role is QuestionRole.ADDRESS for question in self.questions):
            found.append("no question has the role 'address': where should the answer go?")
        return found + self._condition_problems()

    def _condition_problems(self) -> list[str]:
        found = []
        seen: dict[str, Question] = {}
        for question in self.questions:
            for other, values in question.show_if.items():
                known = {option.value for option in seen[other].options} if other in seen else set()
                if other not in seen:
                    found.append(
                        f"question '{question.key}': show_if names '{other}', "
                        "which is not asked before it"
                    )
                elif known and not set(values) <= known:
                    found.append(
                        f"question '{question.key}': show_if wants an answer "
                        f"that '{other}' does not offer"
                    )
            seen[question.key] = question
        return found

    @property
    def questions(self) -> tuple[Question, ...]:
        """Return all questions in order."""
        return tuple(question for step in self.steps for question in step.questions)

    def by_role(self, role: QuestionRole) -> Question | None:
        """Return the first question with this role, or None."""
        return next((q for q in self.questions if q.role is role), None)

    def is_shown(self, question: Question, answers: dict[str, Any]) -> bool:
        """Tell whether a question applies, given the answers so far."""
        for key, wanted in question.show_if.items():
            answer = answers.get(key)
            given = set(answer) if isinstance(answer, list) else {str(answer)}
            if not given & set(wanted):
                return False
        return True
