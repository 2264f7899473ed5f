"""Forms of the customer's page: shape only."""

from flask_wtf import FlaskForm
from wtforms import StringField
from wtforms.validators import InputRequired, Length, Optional


class VerdictForm(FlaskForm):
    """One tap on one pick, with an optional reason code."""

    verdict = StringField(validators=[InputRequired("Choose one of the answers."), Length(max=40)])
    reason = StringField(validators=[Optional(), Length(max=40)])


class SetForm(FlaskForm):
    """Take the whole set, or not after all."""

    taken = StringField(validators=[InputRequired(), Length(max=3)])
