"""Forms of the catalogue: shape only."""

from flask_wtf import FlaskForm
from flask_wtf.file import FileField
from wtforms import HiddenField, IntegerField, StringField, TextAreaField
from wtforms.validators import DataRequired, Length, NumberRange, Optional

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


class ItemForm(FlaskForm):
    """One item, written by hand."""

    key = StringField("Key", [Length(max=200)])
    title = StringField("Title", [DataRequired("Give it a title."), Length(max=500)])
    maker = StringField("Maker", [Length(max=500)])
    description = TextAreaField("Description", [Length(max=64_000)])
    price = StringField("Price", [Length(max=40)])
    stock = IntegerField(
        "Stock", [Optional(), NumberRange(0, 2_147_483_647, "Write a whole number, or nothing.")]
    )
    tags = StringField("Tags", [Length(max=8000)])
    link = StringField("Link", [Length(max=2000)])
    picture = StringField("Picture by address", [Length(max=2000)])
    attributes = TextAreaField("Further attributes", [Length(max=64_000)])
    version = HiddenField()


class PictureForm(FlaskForm):
    """A picture for one item."""

    file = FileField("A PNG, JPEG, WebP or GIF picture")
    version = HiddenField()
