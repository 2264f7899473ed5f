"""The team of a pilot, and the people of the house."""

import secrets

from flask import flash, render_template, url_for
from werkzeug.wrappers import Response as BaseResponse

from app.accounts.blueprint import accounts
from app.accounts.forms import ROLE_WORDS, AddPersonForm, GrantForm, InviteForm
from app.accounts.services import (
    add_staff,
    disable_staff,
    enable_staff,
    grant_by_address,
    list_staff,
    open_invites,
    revoke,
    team_of,
)
from app.exceptions import Conflict, Invalid, NotFound
from app.lifecycle import Role
from app.pilots.services import list_pilots
from app.web.audience import Who, audience
from app.web.current import member, pilot
from app.web.htmx import go_to

Answer = BaseResponse | str | tuple[str, int]


@accounts.get("/pilots/<slug>/team")
@audience(Who.OWNER)
def team(slug: str) -> Answer:  # noqa: ARG001  (the gate has found the pilot)
    """Show who holds which role in this pilot."""
    return team_page(GrantForm())


@accounts.post("/pilots/<slug>/team")
@audience(Who.OWNER)
def add_role(slug: str) -> Answer:
    """Give a role to somebody who works here."""
    form = GrantForm()
    if form.validate_on_submit():
        role = Role(form.role.data)
        try:
            name = grant_by_address(pilot().id, form.email.data or "", role, actor=member().actor)
        except Invalid as error:
            form.email.errors = [error.message]
        else:
            flash(f"{name} is {ROLE_WORDS[role][0].lower()} of this pilot now.", "ok")
            return go_to(url_for("accounts.team", slug=slug))
    return team_page(form), 422


@accounts.post(
    "/pilots/<slug>/team/<int(max=9223372036854775807):staff_id>/<any(curator,lead,owner,analyst):role>/end"
)
@audience(Who.OWNER)
def take_role(slug: str, staff_id: int, role: str) -> Answer:
    """Take a role away."""
    try:
        revoke(pilot().id, staff_id, Role(role), actor=member().actor)
    except Conflict as error:
        flash(error.message, "bad")
    else:
        flash("The role is taken away.", "ok")
    return go_to(url_for("accounts.team", slug=slug))


@accounts.get("/admin")
@audience(Who.ADMIN)
def admin() -> Answer:
    """Show everybody who works here and every pilot."""
    return _admin_page(AddPersonForm())


@accounts.post("/admin/people")
@audience(Who.ADMIN)
def add_person() -> Answer:
    """Add a member of staff and show their first password, this once."""
    form = AddPersonForm()
    if not form.validate_on_submit():
        return _admin_page(form), 422
    name, email = form.name.data or "", form.email.data or ""
    password = secrets.token_urlsafe(12)
    try:
        add_staff(
            email,
            name,
            password,
            is_admin=form.is_admin.data,
            actor=member().actor,
        )
    except (Conflict, Invalid) as error:
        form[error.field or "email"].errors = [error.message]
        return _admin_page(form), 422
    fresh = AddPersonForm(formdata=None)
    return _admin_page(fresh, added=(name, email, password))


@accounts.post("/admin/people/<int(max=9223372036854775807):staff_id>/<any(disable,enable):what>")
@audience(Who.ADMIN)
def switch_person(staff_id: int, what: str) -> Answer:
    """Shut a person out, or let them in again."""
    person = next((person for person in list_staff() if person.id == staff_id), None)
    if person is None:
        raise NotFound("Nobody with this number works here.")
    if what == "enable":
        enable_staff(person.email, actor=member().actor)
        flash(f"{person.name} may sign in again.", "ok")
        return go_to(url_for("accounts.admin"))
    try:
        disable_staff(person.email, actor=member().actor)
    except Conflict as error:
        flash(error.message, "bad")
    else:
        flash(f"{person.name} is shut out; every session has ended.", "ok")
    return go_to(url_for("accounts.admin"))


def team_page(
    form: GrantForm | None = None, *, invite: InviteForm | None = None, link: str = ""
) -> str:
    """Render the team's page; `link` is shown this once."""
    return render_template(
        "accounts/team.html",
        form=form or GrantForm(formdata=None),
        invite=invite or InviteForm(formdata=None),
        link=link,
        invites=open_invites(pilot().id),
        pilot=pilot(),
        people=team_of(pilot().id),
        role_words=ROLE_WORDS,
    )


def _admin_page(form: AddPersonForm, added: tuple[str, str, str] | None = None) -> str:
    return render_template(
        "accounts/admin.html",
        form=form,
        added=added,
        people=list_staff(),
        pilots=list_pilots(None),
        me=member(),
    )
