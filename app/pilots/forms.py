"""Forms of pilots: shape only."""

from flask_wtf import FlaskForm
from flask_wtf.file import FileField, FileRequired
from wtforms import SelectField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # stubs lag


class PilotFileForm(FlaskForm):
    """A pilot file to be published."""

    file = FileField("Pilot file (YAML)", [FileRequired("Choose a pilot file.")])


class StatusForm(FlaskForm):
    """The status a pilot is to have."""

    status = SelectField(
        choices=[SelectChoice(each, each) for each in ("live", "paused", "closed")]
    )
