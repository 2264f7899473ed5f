"""Forms of the console: shape only; each carries the search it came from, to lead back to it."""

from flask import request
from flask_wtf import FlaskForm
from wtforms import (
    HiddenField,
    IntegerField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)
from wtforms.validators import Length, NumberRange, Optional

from app.console.effort import Active
from app.console.finder import MOST_PAGES, PER_PAGE, Finder
from app.console.searching import Shown
from app.console.tray import TrayChange
from app.console.writing_down import Reason
from app.exceptions import Invalid

FIELD_PREFIX = "f_"
LONGEST_FIELD = 1000
BIGGEST_ID = 2**63 - 1
MOST_SHOWN = PER_PAGE * MOST_PAGES
MODES = ("all", "any", "none")
VERBS = ("add", "remove", "up", "down")


def _number(*, least: int = 0, most: int = BIGGEST_ID) -> IntegerField:
    return IntegerField(validators=[Optional(), NumberRange(least, most)])


class SearchedForm(FlaskForm):
    """Any form of the console: where it came from and what the page listed."""

    back = HiddenField(validators=[Length(max=4000)])
    shown = HiddenField(validators=[Length(max=20 * MOST_SHOWN)])
    total = _number()
    mode = HiddenField()

    @property
    def finder(self) -> Finder:
        """Return the search the page showed."""
        return Finder.parse(self.back.data or "")

    @property
    def search(self) -> Shown | None:
        """Return the search with the ids it listed, or None when the form carries none."""
        ids = [int(one) for one in (self.shown.data or "").split(",") if _is_id(one)]
        if self.mode.data not in MODES or not self.shown.raw_data:
            return None
        finder = self.finder
        return Shown(
            words=" ".join(finder.words.split()),
            filters=finder.filters,
            sort=finder.sort,
            mode=self.mode.data,
            total=self.total.data or 0,
            items=tuple(ids[:MOST_SHOWN]),
        )


def _is_id(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) < 20 and 0 < int(text) <= BIGGEST_ID


class TrayForm(SearchedForm):
    """One change of the tray: the pressed button is named after what it does."""

    add = _number(least=1)
    remove = _number(least=1)
    up = _number(least=1)
    down = _number(least=1)
    place = _number(least=1, most=200)
    order = HiddenField(validators=[Length(max=4000)])

    @property
    def change(self) -> TrayChange:
        """Return what is to be done; raise Invalid when the form says nothing."""
        for verb in VERBS:
            if self[verb].data:
                return TrayChange(verb, self[verb].data, place=self.place.data)
        if self.order.raw_data and self.order.data:
            parts = self.order.data.split(",")
            return TrayChange("order", order=tuple(int(p) if _is_id(p) else None for p in parts))
        raise Invalid("Nothing was chosen. Go back and try once more.")


class ReasonForm(SearchedForm):
    """Why a pick fits."""

    reason = TextAreaField("Why this one?", validators=[Length(max=10_000)])
    reason_code = StringField(validators=[Length(max=40)])
    drivers = SelectMultipleField(choices=[], validate_choice=False)
    version = _number()

    @property
    def value(self) -> Reason:
        """Return the reason as typed."""
        words = (self.reason.data or "").replace("\r\n", "\n").replace("\x00", "").strip()
        drivers = tuple(dict.fromkeys(self.drivers.data or ()))
        return Reason(words, self.reason_code.data or None, drivers)


class FieldsForm(SearchedForm):
    """What goes with a pick: one input a field of the pilot, named after it."""

    seen = HiddenField(validators=[Length(max=64)])

    @property
    def typed(self) -> dict[str, str]:
        """Return what was typed, by field."""
        return {
            name.removeprefix(FIELD_PREFIX): value[:LONGEST_FIELD]
            for name, value in request.form.items()
            if name.startswith(FIELD_PREFIX)
        }


class LetterForm(SearchedForm):
    """The letter that goes with the picks."""

    letter = TextAreaField("Letter", validators=[Length(max=20_000)])
    seen = HiddenField(validators=[Length(max=64)])

    @property
    def value(self) -> str:
        """Return the letter as typed."""
        return (self.letter.data or "").replace("\r\n", "\n").replace("\x00", "")


class OverrideForm(SearchedForm):
    """Why a warning is passed over."""

    key = HiddenField(validators=[Length(max=80)])
    reason = StringField("Why send anyway?", validators=[Length(max=1000)])


class SendForm(SearchedForm):
    """Send what was seen, and whether a rule could have done it."""

    version = _number()
    could_rule = StringField(validators=[Length(max=40)])


class BeatForm(FlaskForm):
    """Active seconds by phase since the last beat."""

    read = _number(most=86_400)
    search = _number(most=86_400)
    write = _number(most=86_400)

    @property
    def active(self) -> Active:
        """Return the seconds; what is missing or senseless counts as none."""
        return Active(*(field.data or 0 for field in (self.read, self.search, self.write)))
