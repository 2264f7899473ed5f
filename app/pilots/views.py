"""The pilots of a person, and the set-up of one pilot."""

from flask import Response, flash, make_response, redirect, render_template, url_for
from werkzeug.wrappers import Response as BaseResponse

from app.exceptions import Conflict, Invalid
from app.lifecycle import Role
from app.pilots import new_views, version_views, wording
from app.pilots.blueprint import pilots
from app.pilots.builder_views import frame_values
from app.pilots.draft_problems import problems_of
from app.pilots.drafting import working_copy
from app.pilots.forms import PilotFileForm, StatusForm
from app.pilots.info import PilotInfo
from app.pilots.pilot_file import PilotFileRefused
from app.pilots.services import (
    STATUS_MOVES,
    count_briefs,
    export_pilot,
    find_pilot,
    import_pilot,
    list_pilots,
    readiness_of,
    set_status,
)
from app.web.audience import Who, audience
from app.web.current import Member, member, pilot
from app.web.htmx import go_to
from app.web.permission import may_open

__all__ = ["new_views", "pilots", "version_views"]
Answer = BaseResponse | str | tuple[str, int]
LINKS = (
    ("Numbers", "/pilots/{slug}/insights"),
    ("Catalogue", "/pilots/{slug}/catalogue"),
    ("Set-up", "/pilots/{slug}/setup"),
    ("Team", "/pilots/{slug}/team"),
)


@pilots.get("/pilots")
@audience(Who.SIGNED_IN)
def index() -> str:
    """Show the pilots in which one holds a role."""
    return _index_page()


@pilots.get("/pilots/<slug>")
@audience(Who.CURATOR, Who.LEAD, Who.OWNER, Who.ANALYST)
def show(slug: str) -> BaseResponse:
    """Lead each role to its page: owners to the set-up, analysts to the numbers."""
    me, about = member(), pilot()
    places = [f"/pilots/{slug}/setup", f"/pilots/{slug}/insights"]
    if about.status != "draft":
        places.reverse()
    if me.holds(about.id, Role.CURATOR) and not me.holds(about.id, Role.OWNER):
        places.insert(0, "/queue")
    found = next((place for place in places if may_open(me, place, about)), "/pilots")
    return redirect(found)


@pilots.get("/pilots/<slug>/setup")
@audience(Who.OWNER)
def setup(slug: str) -> str:  # noqa: ARG001  (the gate has found the pilot)
    """Show plan, promise, arms and slots, and what is missing before going live."""
    return _setup_page(PilotFileForm())


@pilots.post("/pilots/<slug>/setup")
@audience(Who.OWNER)
def publish(slug: str) -> Answer:
    """Publish a new version from an uploaded pilot file."""
    form = PilotFileForm()
    text = _text_of(form)
    if text is None:
        return _setup_page(form), 422
    before = pilot().version_number
    try:
        now = import_pilot(text, actor=member().actor, expected_slug=slug)
    except (Conflict, Invalid) as error:
        return _setup_page(_refused(form, error), error), 422
    same = now.version_number == before
    words = "Nothing changed: this is the version in force."
    flash(words if same else f"Version {now.version_number} is in force.", "info" if same else "ok")
    return go_to(url_for("pilots.setup", slug=slug))


@pilots.post("/pilots/<slug>/setup/status")
@audience(Who.OWNER)
def change_status(slug: str) -> Answer:
    """Go live, pause or close."""
    form = StatusForm()
    if not form.validate_on_submit():
        return _setup_page(PilotFileForm(formdata=None)), 422
    try:
        found = set_status(slug, form.status.data, actor=member().actor)
    except (Conflict, Invalid) as error:
        flash(error.message, "bad")
    else:
        flash(f"The pilot is {found.status} now.", "ok")
    return go_to(url_for("pilots.setup", slug=slug))


@pilots.get("/pilots/<slug>/setup/pilot.yaml")
@audience(Who.OWNER)
def download(slug: str) -> Response:
    """Hand out the pilot file of the version in force."""
    response = make_response(export_pilot(slug))
    response.headers["Content-Type"] = "application/yaml; charset=utf-8"
    response.headers["Content-Disposition"] = f'attachment; filename="{slug}.yaml"'
    return response


def _text_of(form: PilotFileForm) -> str | None:
    if not form.validate_on_submit():
        return None
    try:
        text: str = form.file.data.read().decode("utf-8-sig")
    except UnicodeDecodeError:
        form.file.errors = ["This file is not text in UTF-8."]
        return None
    return text


def _refused(form: PilotFileForm, error: Conflict | Invalid) -> PilotFileForm:
    form.file.errors = [error.message]
    return form


def _problems(error: Exception | None) -> object:
    return error.listed if isinstance(error, PilotFileRefused) else ()


def _index_page() -> str:
    me = member()
    found = list_pilots(None if me.is_admin else tuple(me.roles))
    counts = count_briefs([each.id for each in found])
    cards = [(each, counts[each.id], _roles_of(me, each), _links_of(me, each)) for each in found]
    may_create = may_open(me, url_for("pilots.new"), None)
    return render_template("pilots/index.html", cards=cards, me=me, may_create=may_create)


def _roles_of(me: Member, about: PilotInfo) -> list[str]:
    held = me.roles.get(about.id, frozenset())
    return [role.value for role in Role if role in held] or (["admin"] if me.is_admin else [])


def _links_of(me: Member, about: PilotInfo) -> list[tuple[str, str]]:
    links = [(label, pattern.format(slug=about.slug)) for label, pattern in LINKS]
    return [(label, address) for label, address in links if may_open(me, address, about)]


def _setup_page(form: PilotFileForm, error: Exception | None = None) -> str:
    about = find_pilot(pilot().slug) or pilot()
    checks = readiness_of(about)
    copy = working_copy(about)
    return render_template(
        "pilots/setup.html",
        plan=about.definition.plan,
        form=form,
        file_problems=_problems(error),
        checks=checks,
        ready=all(check.ok for check in checks if check.is_must),
        next_statuses=STATUS_MOVES[about.status],
        wording=wording,
        **{**frame_values(copy, problems_of(copy.document), current=""), "pilot": about},
    )
