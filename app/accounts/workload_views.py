"""On or off shift, and what an owner says about the work of one of the team."""

from flask import flash, make_response, render_template, request, url_for
from werkzeug.wrappers import Response as BaseResponse

from app.accounts.blueprint import accounts
from app.accounts.forms import WorkloadForm
from app.accounts.services import TeamMember, set_shift, set_workload, team_of
from app.exceptions import Invalid, NotFound
from app.web.audience import Who, audience
from app.web.current import member, pilot
from app.web.htmx import go_to
from app.web.site import is_internal

PERSON = "/pilots/<slug>/team/<int(max=9223372036854775807):staff_id>"


@accounts.post("/account/shift")
@audience(Who.SIGNED_IN)
def shift() -> BaseResponse:
    """Go on or off shift, and back to the page this was pressed on."""
    on = request.form.get("on") == "yes"
    set_shift(member().id, on=on)
    flash("You are on shift." if on else "You are off shift: no new briefs come to you.", "ok")
    back = request.form.get("back", "")
    return go_to(back if back and is_internal(back) else url_for("accounts.account"))


@accounts.get(PERSON)
@audience(Who.OWNER)
def person(slug: str, staff_id: int) -> BaseResponse:
    """Show what somebody of the team knows and how many open briefs they hold at most."""
    found = _one(staff_id)
    data = {"expertise": ", ".join(found.expertise), "open_cap": found.open_cap}
    return _person_page(slug, found, WorkloadForm(formdata=None, data=data))


@accounts.post(PERSON)
@audience(Who.OWNER)
def save_person(slug: str, staff_id: int) -> BaseResponse:
    """Save it."""
    found, form = _one(staff_id), WorkloadForm()
    if not form.validate_on_submit():
        return _person_page(slug, found, form, status=422)
    try:
        set_workload(
            pilot().id,
            staff_id,
            expertise=form.expertise.data or "",
            open_cap=form.open_cap.data,
            actor=member().actor,
        )
    except Invalid as error:
        form[error.field or "expertise"].errors = [error.message]
        return _person_page(slug, found, form, status=422)
    flash(f"Saved for {found.name}.", "ok")
    return go_to(url_for("accounts.team", slug=slug))


def _one(staff_id: int) -> TeamMember:
    found = next((one for one in team_of(pilot().id) if one.id == staff_id), None)
    if found is None:
        raise NotFound("Nobody with this number works in this pilot.")
    return found


def _person_page(
    slug: str, found: TeamMember, form: WorkloadForm, status: int = 200
) -> BaseResponse:
    page = render_template("accounts/person.html", slug=slug, person=found, form=form)
    return make_response(page, status)
