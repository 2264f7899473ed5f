"""What the customer sees of a pilot, as its file says it: look, cards, verdicts (pure)."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints, model_validator

from app.pilots.form_definition import KeyText, LongWords, Part, Words

LONGEST_QUESTION = 40


class Brand(Part):
    """The look a customer sees."""

    name: Words
    accent: Literal["petrol", "plum", "moss", "brick", "ink", "ochre"] = "petrol"
    wordmark: Words
    line: str = ""
    voice: str = Field(default="", max_length=600)


class Choice(Part):
    """A code and its words."""

    key: KeyText
    label: Words


class Verdict(Part):
    """One answer a customer may give to a pick."""

    key: KeyText
    label: Words
    icon: str = "check"
    kept: bool = False
    already: bool = False
    reply: str = ""
    reasons: tuple[Choice, ...] = ()


class ClosingQuestion(Part):
    """A question after the picks; two at most."""

    key: KeyText
    kind: Literal["scale", "text", "choice"]
    label: Words
    ends: tuple[str, str] = ("Not at all", "Perfectly")
    options: tuple[Choice, ...] = ()
    required: bool = False

    @model_validator(mode="after")
    def _fits_its_kind(self) -> "ClosingQuestion":
        if (self.kind == "choice") != bool(self.options):
            raise ValueError(f"closing question '{self.key}': a choice, and only it, needs options")
        return self


class CallToAction(Part):
    """The plain link a customer may follow after a POST has noted it."""

    label: Words
    url: Annotated[str, StringConstraints(pattern=r"^https://\S+$")] | None = None


class Cards(Part):
    """How items are shown: shape of the picture, attributes on the card, facets."""

    shape: Literal["book", "square", "card"] = "book"
    noun: str = "item"
    nouns: str = "items"
    facts: tuple[str, ...] = ()
    facets: tuple[str, ...] | None = None
    links: tuple[CallToAction, ...] = ()


class FollowUp(Part):
    """Questions asked again after days: what came of it, what is needed next."""

    key: KeyText
    days: int = Field(ge=1, le=365)
    title: Words
    text: LongWords
    questions: tuple[ClosingQuestion, ...] = Field(min_length=1, max_length=3)

    @model_validator(mode="after")
    def _has_short_keys(self) -> "FollowUp":
        for question in self.questions:
            if len(f"{self.key}.{question.key}") > LONGEST_QUESTION:
                raise ValueError(
                    f"follow-up '{self.key}': its key and that of '{question.key}' are longer "
                    f"than {LONGEST_QUESTION} letters together"
                )
        return self
