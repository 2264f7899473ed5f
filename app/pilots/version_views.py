"""Publish the working copy after a look at what changes, or throw it away; find items for it."""

from flask import flash, render_template, request, url_for
from werkzeug.wrappers import Response as BaseResponse

from app.catalogue.search import search_items
from app.exceptions import Conflict, Invalid, NotFound
from app.pilots.blueprint import pilots
from app.pilots.builder_fields import Kind
from app.pilots.builder_pages import section_page
from app.pilots.builder_views import frame_values
from app.pilots.definition import PilotDefinition
from app.pilots.draft_changes import Change, changes_between, thaws
from app.pilots.draft_document import path_of, put, value_at
from app.pilots.draft_problems import problems_of
from app.pilots.drafting import discard_draft, publish_draft, save_fields, working_copy
from app.pilots.forms import DraftVersionForm
from app.web.audience import Who, audience
from app.web.current import member, pilot
from app.web.htmx import go_to

Answer = BaseResponse | str | tuple[str, int]
FOUND_A_PAGE = 24


@pilots.get("/pilots/<slug>/setup/publish")
@audience(Who.OWNER)
def changes(slug: str) -> str:  # noqa: ARG001  (the gate has found the pilot)
    """Show what publishing would change, or what stands in its way."""
    copy = working_copy(pilot())
    problems = problems_of(copy.document)
    found: tuple[Change, ...] = ()
    thawed: tuple[str, ...] = ()
    if not problems:
        after = PilotDefinition.model_validate(copy.document)
        found = changes_between(pilot().definition, after)
        thawed = thaws(pilot().definition, after) if copy.is_frozen else ()
    return render_template(
        "pilots/publish.html",
        changes=found,
        thawed=thawed,
        form=DraftVersionForm(data={"version": copy.version}),
        **frame_values(copy, problems, current="publish"),
    )


@pilots.post("/pilots/<slug>/setup/publish")
@audience(Who.OWNER)
def publish_copy(slug: str) -> Answer:
    """Make the working copy the version in force."""
    form = DraftVersionForm()
    if form.validate_on_submit() and form.version.data is not None:
        before = pilot().version_number
        try:
            now = publish_draft(pilot(), version=form.version.data, actor=member().actor)
        except (Conflict, Invalid) as error:
            flash(error.message, "bad")
            return go_to(url_for("pilots.changes", slug=slug))
        same = now.version_number == before
        words = "Nothing had changed: the same version stays in force."
        flash(words if same else f"Version {now.version_number} is in force.", "ok")
    return go_to(url_for("pilots.setup", slug=slug))


@pilots.post("/pilots/<slug>/setup/discard")
@audience(Who.OWNER)
def discard(slug: str) -> Answer:
    """Throw the working copy away."""
    form = DraftVersionForm()
    if form.validate_on_submit() and form.version.data is not None:
        try:
            discard_draft(pilot(), version=form.version.data, actor=member().actor)
        except Conflict as error:
            flash(error.message, "bad")
        else:
            flash("The working copy is gone; the version in force stands.", "info")
    return go_to(url_for("pilots.setup", slug=slug))


@pilots.get("/pilots/<slug>/setup/items/<place>")
@audience(Who.OWNER)
def items(slug: str, place: str) -> str:
    """Search the catalogue for an item of the house list or of a rule."""
    _check_place(place)
    query = request.args.get("q", "")[:400]
    found = search_items(pilot().id, query, filters={}, per_page=FOUND_A_PAGE, facets=())
    copy = working_copy(pilot())
    return render_template(
        "pilots/items.html",
        place=place,
        query=query,
        found=found,
        back=f"{url_for('pilots.section', slug=slug, section='arms')}#f-{place.replace('.', '-')}",
        **frame_values(copy, problems_of(copy.document), current="arms"),
    )


@pilots.post("/pilots/<slug>/setup/items/<place>")
@audience(Who.OWNER)
def choose_item(slug: str, place: str) -> Answer:
    """Put an item into its place of the house list or of a rule."""
    path = _check_place(place)
    key = request.form.get("key", "")[:200]
    page = section_page(slug, "arms")
    if page is None or not key:
        raise Invalid("Choose an item.")
    save_fields(
        pilot(),
        page.fields,
        base=page.base,
        typed={},
        version=request.form.get("version", -1, type=int),
        actor=member().actor,
        change=lambda document: put(document, path, key),
    )
    return go_to(f"{page.address}#f-{place.replace('.', '-')}")


def _check_place(place: str) -> tuple[str | int, ...]:
    """Return the path of an item field that is there."""
    path = path_of(place)
    shape = tuple("*" if isinstance(step, int) else step for step in path)
    known = {("house", "*", Kind.ITEM.value), ("rules", "*", "pick", Kind.ITEM.value)}
    row = value_at(working_copy(pilot()).document, path[:2])
    if shape not in known or not isinstance(row, dict):
        raise NotFound("There is no such place for an item.")
    return path
