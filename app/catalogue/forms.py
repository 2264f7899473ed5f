"""Forms of the catalogue: shape only."""

from flask_wtf import FlaskForm
from flask_wtf.file import FileField
from wtforms import TextAreaField

NOTHING_SENT = "Choose a file, or paste a table with its header."


class ImportForm(FlaskForm):
    """A table as a file, or pasted."""

    file = FileField("File")
    pasted = TextAreaField("Or paste the table, header first")

    def validate(self, extra_validators: object = None) -> bool:
        """Want one of the two."""
        is_valid: bool = super().validate(extra_validators)
        if not self.file.data and not (self.pasted.data or "").strip():
            self.file.errors = [*self.file.errors, NOTHING_SENT]
            return False
        return is_valid


class ConfirmForm(FlaskForm):
    """The button that publishes."""
