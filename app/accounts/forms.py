"""Forms of accounts: shape only; the services say what is true."""

from flask_wtf import FlaskForm
from wtforms import (
    BooleanField,
    EmailField,
    HiddenField,
    IntegerField,
    PasswordField,
    SelectField,
    SelectMultipleField,
    StringField,
)
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # stubs lag
from wtforms.validators import DataRequired, Length, NumberRange, Optional

from app.lifecycle import Role

ROLE_WORDS = {
    Role.CURATOR: ("Curator", "takes briefs and picks by hand"),
    Role.LEAD: ("Lead", "a curator who assigns, reviews, takes over and releases early"),
    Role.OWNER: ("Owner", "plans, publishes, goes live, names the team"),
    Role.ANALYST: ("Analyst", "reads numbers under pseudonyms, no names and no addresses"),
}


class SignInForm(FlaskForm):
    """Address and password."""

    email = EmailField(
        "E-mail address",
        [DataRequired("Write your e-mail address."), Length(max=255, message="This is too long.")],
    )
    password = PasswordField(
        "Password",
        [DataRequired("Write your password."), Length(max=512, message="This is too long.")],
    )
    next = HiddenField()


class ProfileForm(FlaskForm):
    """One's own name and shortcuts."""

    name = StringField(
        "Name", [DataRequired("Write your name."), Length(max=120, message="120 letters at most.")]
    )
    keys_on = BooleanField("Single-key shortcuts, such as j, k and c")


class PasswordForm(FlaskForm):
    """A new password, confirmed by the present one."""

    old = PasswordField("Present password", [DataRequired("Write your present password.")])
    password = PasswordField("New password", [DataRequired("Write a new password.")])


class AddPersonForm(FlaskForm):
    """A new member of staff."""

    name = StringField(
        "Name",
        [DataRequired("Write the person's name."), Length(max=120, message="120 letters at most.")],
    )
    email = EmailField(
        "E-mail address",
        [DataRequired("Write the e-mail address."), Length(max=255, message="This is too long.")],
    )
    is_admin = BooleanField("May see every pilot and add people (admin)")


class GrantForm(FlaskForm):
    """A role for somebody who works here."""

    email = EmailField(
        "E-mail address",
        [DataRequired("Write the e-mail address."), Length(max=255, message="This is too long.")],
    )
    role = SelectField(
        "Role",
        [DataRequired("Choose a role.")],
        choices=[
            SelectChoice(role.value, f"{name}: {what}") for role, (name, what) in ROLE_WORDS.items()
        ],
    )


class InviteForm(FlaskForm):
    """Somebody new: the roles they get, and where the link should be mailed, if anywhere."""

    email = EmailField(
        "E-mail address",
        [Optional(), Length(max=255, message="This is too long.")],
        id="invite-email",
    )
    roles = SelectMultipleField(
        "Roles",
        [DataRequired("Choose at least one role.")],
        choices=[SelectChoice(role.value, name) for role, (name, _) in ROLE_WORDS.items()],
    )


class JoinForm(FlaskForm):
    """The account somebody makes who was invited."""

    name = StringField(
        "Your name",
        [DataRequired("Write your name."), Length(max=120, message="120 letters at most.")],
    )
    email = EmailField(
        "E-mail address",
        [DataRequired("Write your e-mail address."), Length(max=255, message="This is too long.")],
    )
    password = PasswordField("Password", [DataRequired("Write a password.")])


class WorkloadForm(FlaskForm):
    """What somebody knows, and how many open briefs they hold at most."""

    expertise = StringField("Knows about", [Optional(), Length(max=600, message="This is long.")])
    open_cap = IntegerField(
        "Open briefs at most",
        [Optional(), NumberRange(min=1, max=500, message="A number from 1 to 500, or nothing.")],
    )
