"""Forms made from the form version: a page of questions, the last check, finish later."""

from collections.abc import Iterable, Mapping
from typing import Any
from zoneinfo import ZoneInfo

from flask_wtf import FlaskForm
from flask_wtf.file import FileField
from wtforms import (
    BooleanField,
    DateTimeLocalField,
    EmailField,
    Field,
    HiddenField,
    RadioField,
    StringField,
    TextAreaField,
)
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # stubs lag
from wtforms.validators import InputRequired, Length, Optional
from wtforms.widgets import EmailInput, TextArea, TextInput

from app.exceptions import Invalid
from app.intake.answers import MINOR, Refused, page_questions, read_answer
from app.intake.invitations import Mailing
from app.pilots.form_definition import Consent, Form, Question, QuestionKind, QuestionRole, Step

SENDING = (("now", "At once"), ("at", "At a time of your choice"), ("later", "Not yet"))
PREFIX = "q_"  # keeps a question called "data" or "website" apart from the form's own names
CONSENT_PREFIX = "c_"
_WIDGETS: dict[QuestionKind, Any] = {
    QuestionKind.LONG_TEXT: TextArea(),
    QuestionKind.EMAIL: EmailInput(),
}
_AUTOCOMPLETE = {QuestionRole.NAME: "given-name", QuestionRole.ADDRESS: "email"}
_INPUTMODE = {
    QuestionKind.NUMBER: "decimal",
    QuestionKind.MONEY: "decimal",
    QuestionKind.EMAIL: "email",
}


class AnswerField(Field):
    """The field of one question: keeps what was typed, and the answer it stands for."""

    widget: Any = TextInput()

    def __init__(
        self, label: str | None = None, validators: Any = None, *, question: Question, **kwargs: Any
    ) -> None:
        super().__init__(label, validators, **kwargs)
        self.question = question
        self.answer: Any = None
        self.widget = _WIDGETS.get(question.kind, TextInput())
        if question.required:
            self.flags.required = True

    def process_data(self, value: Any) -> None:
        """Take the answer that is stored."""
        self.data = self.answer = value

    def process_formdata(self, valuelist: list[Any]) -> None:
        """Take what was typed; it stays as it is when it cannot be an answer."""
        several = self.question.kind is QuestionKind.SEVERAL_CHOICES
        self.data = list(valuelist) if several else (valuelist[0] if valuelist else "")
        try:
            self.answer = read_answer(self.question, self.data)
        except Refused as refusal:
            raise ValueError(str(refusal)) from refusal

    def _value(self) -> str:
        if self.data is None:
            return ""
        if self.question.kind is QuestionKind.MONEY and isinstance(self.data, int):
            return f"{self.data / MINOR:.2f}".removesuffix(".00")
        return str(self.data)

    @property
    def attributes(self) -> dict[str, str]:
        """Return what helps the browser to help: autocomplete, inputmode, length."""
        found = {"autocomplete": _AUTOCOMPLETE.get(self.question.role, "off")}
        mode = _INPUTMODE.get(self.question.kind)
        if mode:
            found["inputmode"] = mode
        return found


class StepForm(FlaskForm):
    """A page of questions; those that do not apply are neither checked nor kept."""

    _fields: dict[str, Field]
    version = HiddenField()
    seen = HiddenField()

    asked: tuple[str, ...] = ()

    def ask(self, shown: Iterable[str]) -> None:
        """Say which questions apply to what was answered."""
        self.asked = tuple(PREFIX + key for key in shown)

    def validate(self, extra_validators: Any = None) -> bool:
        """Check the fields that apply."""
        every = self._fields
        self._fields = {
            name: field
            for name, field in every.items()
            if name in self.asked or not name.startswith(PREFIX)
        }
        valid = bool(super().validate(extra_validators))
        self._fields = every
        return valid

    def field(self, key: str) -> AnswerField:
        """Return the field of a question."""
        found: AnswerField = self[PREFIX + key]
        return found

    def typed(self) -> dict[str, Any]:
        """Return what was typed, by question key."""
        return {
            name.removeprefix(PREFIX): field.data
            for name, field in self._fields.items()
            if name.startswith(PREFIX)
        }

    def pardon(self, keys: Iterable[str]) -> None:
        """Take back the errors of questions that nobody could have seen yet."""
        for key in keys:
            self.field(key).errors = []

    def accuse(self, problems: Mapping[str, str]) -> None:
        """Put refusals of the service beside their fields."""
        for key, words in problems.items():
            field = self._fields.get(PREFIX + key)
            if field is not None:
                field.errors = [*field.errors, words]


def form_class(form: Form, step: Step, answers: Mapping[str, Any]) -> type[StepForm]:
    """Make the form of one step: its questions, and those its own answers may bring up."""
    fields: dict[str, Any] = {
        PREFIX + question.key: AnswerField(question.label, question=question)
        for question in page_questions(form, step, answers)
    }
    return type("ThisStepForm", (StepForm,), fields)


class CheckForm(FlaskForm):
    """The last page: a box for each purpose, and one that only programs fill in."""

    version = HiddenField()
    website = StringField("Leave this empty")

    def consents(self) -> dict[str, bool]:
        """Return which purposes were agreed to."""
        return {
            name.removeprefix(CONSENT_PREFIX): bool(field.data)
            for name, field in self._fields.items()
            if name.startswith(CONSENT_PREFIX)
        }

    def accuse(self, problems: Mapping[str, str]) -> None:
        """Put refusals of the service beside their boxes."""
        for key, words in problems.items():
            field = self._fields.get(CONSENT_PREFIX + key)
            if field is not None:
                field.errors = [*field.errors, words]


def check_class(consents: Iterable[Consent]) -> type[CheckForm]:
    """Make the form of the last page from the consents of the form version."""
    needed = "We need this to answer you. Please tick it if you agree."
    fields: dict[str, Any] = {
        CONSENT_PREFIX + consent.key: BooleanField(
            consent.text, validators=[InputRequired(needed)] if consent.required else []
        )
        for consent in consents
    }
    return type("ThisCheckForm", (CheckForm,), fields)


class LaterForm(FlaskForm):
    """Where the link back to an unfinished brief should go."""

    address = StringField(
        "Your e-mail address", validators=[InputRequired("Enter your e-mail address.")]
    )


class StartForm(FlaskForm):
    """The start button, with the test link it came by."""

    test = HiddenField()


class WaitingForm(FlaskForm):
    """An address for the waiting list, and a field that only programs fill in."""

    address = EmailField(
        "Your e-mail address",
        [InputRequired("Enter your e-mail address."), Length(max=254, message="This is too long.")],
    )
    website = StringField("Leave this empty")


class InvitationsForm(FlaskForm):
    """A list of people as a file, or pasted."""

    file = FileField("File")
    pasted = TextAreaField("Or paste the list, header first")

    def validate(self, extra_validators: Any = None) -> bool:
        """Want one of the two."""
        valid = bool(super().validate(extra_validators))
        if not self.file.data and not (self.pasted.data or "").strip():
            self.file.errors = ["Choose a file, or paste a list with its header."]
            return False
        return valid


class SendingForm(FlaskForm):
    """When the invitations go out."""

    sending = RadioField(
        "When do the invitations go out?",
        [InputRequired("Say when the invitations go out.")],
        choices=[SelectChoice(value, label) for value, label in SENDING],
    )
    at = DateTimeLocalField("Date and time", [Optional()])

    def mailing(self, zone: ZoneInfo) -> Mailing:
        """Return what was chosen; a time is one of the pilot's zone."""
        if self.sending.data == "later":
            return Mailing(sends=False)
        if self.sending.data == "now":
            return Mailing()
        if self.at.data is None:
            raise Invalid("Say at what time they go out.", field="sending")
        return Mailing(at=self.at.data.replace(tzinfo=zone))
