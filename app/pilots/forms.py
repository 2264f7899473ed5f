"""Forms of pilots: shape only."""

from flask_wtf import FlaskForm
from flask_wtf.file import FileField, FileRequired
from wtforms import BooleanField, Field, IntegerField, RadioField, SelectField, StringField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # stubs lag
from wtforms.validators import InputRequired, Length, NumberRange


class PilotFileForm(FlaskForm):
    """A pilot file to be published."""

    file = FileField("Pilot file (YAML)", [FileRequired("Choose a pilot file.")])


class StatusForm(FlaskForm):
    """The status a pilot is to have."""

    status = SelectField(
        choices=[SelectChoice(each, each) for each in ("live", "paused", "closed")]
    )


class DraftVersionForm(FlaskForm):
    """The version of the working copy that somebody saw."""

    version = IntegerField(
        validators=[InputRequired("The page was not complete. Reload it."), NumberRange(0, 2**31)]
    )


class Named:
    """Marks a field that every way but a file needs; the service says what is wrong with it."""

    field_flags = {"required": True}  # noqa: RUF012  (as WTForms reads it)

    def __call__(self, form: FlaskForm, field: Field) -> None:
        """Leave the check to the service."""


class NewPilotForm(FlaskForm):
    """How a new pilot begins."""

    start = RadioField(
        "Begin with",
        [Named()],
        choices=[
            SelectChoice("empty", "nothing: write it here, step by step"),
            SelectChoice("template", "one of the services that come along"),
            SelectChoice("file", "a pilot file"),
        ],
        default="empty",
    )
    name = StringField("Name of the pilot", [Named(), Length(max=200)])
    slug = StringField("Name in the address", [Named(), Length(max=40)])
    template = SelectField("Service", [Named()], validate_choice=False)
    catalogue = BooleanField("With its catalogue", default=True)
    file = FileField("Pilot file (YAML)", [Named()])


class CloneForm(FlaskForm):
    """The name of a pilot's next round."""

    name = StringField("Name of the pilot", [InputRequired("Write a name."), Length(max=200)])
    slug = StringField("Name in the address", [InputRequired("Write a name for the address.")])
    catalogue = BooleanField("Copy the catalogue as well", default=True)
