"""Forms that give a brief to somebody: shape only."""

from flask_wtf import FlaskForm
from wtforms import IntegerField, StringField
from wtforms.validators import InputRequired, Length, NumberRange, Optional

BIGGEST_ID = 2**63 - 1


class PutBackForm(FlaskForm):
    """Give a brief back, with or without a word."""

    reason = StringField("Why?", validators=[Optional(), Length(max=500)])


class HandOverForm(FlaskForm):
    """Hand a brief to a colleague."""

    to = IntegerField(
        "Colleague",
        validators=[
            InputRequired("Choose a colleague."),
            NumberRange(min=1, max=BIGGEST_ID, message="Choose a colleague."),
        ],
    )
    reason = StringField("A word to them", validators=[Optional(), Length(max=500)])


class TakeOverForm(FlaskForm):
    """Take a brief over from its holder."""

    reason = StringField(
        "Why do you take it over?",
        validators=[InputRequired("Say why: the log keeps it."), Length(max=500)],
    )
