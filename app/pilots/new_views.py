"""New pilots: from nothing, a template or a file, and the next round of one."""

from flask import flash, render_template, request, url_for
from werkzeug.wrappers import Response as BaseResponse
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # stubs lag

from app.exceptions import Conflict, Invalid
from app.pilots.blueprint import pilots
from app.pilots.creating import (
    clone_pilot,
    create_empty,
    create_from_file,
    create_from_template,
    templates,
)
from app.pilots.forms import CloneForm, NewPilotForm
from app.pilots.info import PilotInfo
from app.pilots.pilot_file import PilotFileRefused
from app.web.audience import Who, audience
from app.web.current import member, pilot
from app.web.htmx import go_to

Answer = BaseResponse | str | tuple[str, int]


@pilots.get("/pilots/new")
@audience(Who.OWNER)
def new() -> str:
    """Ask how a new pilot begins."""
    form = NewPilotForm(formdata=None)
    if request.args.get("template") in templates():
        form.start.data = "template"
    return _new_page(form)


@pilots.post("/pilots")
@audience(Who.OWNER)
def create() -> Answer:
    """Make a new pilot; whoever makes it owns it."""
    form = NewPilotForm()
    if not form.validate_on_submit():
        return _new_page(form), 422
    try:
        made = _made(form)
    except (Conflict, Invalid) as error:
        _accuse(form, error)
        return _new_page(form, error), 422
    if made is None:
        return _new_page(form), 422
    flash(f"'{made.name}' is here, and you own it.", "ok")
    if form.start.data == "file":
        return go_to(url_for("pilots.setup", slug=made.slug))
    return go_to(url_for("pilots.section", slug=made.slug, section="plan"))


def _made(form: NewPilotForm) -> PilotInfo | None:
    actor = member().actor
    name, slug = form.name.data or "", form.slug.data or ""
    if form.start.data == "file":
        text = text_of(form)
        return None if text is None else create_from_file(text, actor=actor)
    if form.start.data == "template":
        return create_from_template(
            form.template.data or "", slug, name, catalogue=bool(form.catalogue.data), actor=actor
        )
    return create_empty(slug, name, actor=actor)


def text_of(form: NewPilotForm) -> str | None:
    """Return the text of the uploaded file, or None with the refusal at its field."""
    if not form.file.data:
        form.file.errors = ["Choose a pilot file."]
        return None
    try:
        text: str = form.file.data.read().decode("utf-8-sig")
    except UnicodeDecodeError:
        form.file.errors = ["This file is not text in UTF-8."]
        return None
    return text


def _accuse(form: NewPilotForm | CloneForm, error: Conflict | Invalid) -> None:
    is_file = isinstance(form, NewPilotForm) and form.start.data == "file"
    name = "file" if is_file else error.field or "slug"
    form[name].errors = [error.message]


def _new_page(form: NewPilotForm, error: Exception | None = None) -> str:
    found = templates()
    form.template.choices = [SelectChoice(slug, each.name) for slug, each in found.items()]
    if form.template.data not in found:
        form.template.data = request.args.get("template") or next(iter(found), "")
    problems = error.listed if isinstance(error, PilotFileRefused) else ()
    return render_template("pilots/new.html", form=form, problems=problems, templates=found)


@pilots.get("/pilots/<slug>/setup/clone")
@audience(Who.OWNER)
def next_round(slug: str) -> str:
    """Ask for the name of the next round."""
    form = CloneForm(formdata=None, data={"name": pilot().name, "slug": f"{slug}-2"[:40]})
    return render_template("pilots/clone.html", form=form, pilot=pilot())


@pilots.post("/pilots/<slug>/setup/clone")
@audience(Who.OWNER)
def clone(slug: str) -> Answer:
    """Make the next round of a pilot."""
    form = CloneForm()
    if form.validate_on_submit():
        try:
            made = clone_pilot(
                slug,
                form.slug.data or "",
                name=form.name.data,
                catalogue=bool(form.catalogue.data),
                actor=member().actor,
            )
        except (Conflict, Invalid) as error:
            _accuse(form, error)
        else:
            flash(f"'{made.name}' is the next round. Its plan is open again.", "ok")
            return go_to(url_for("pilots.section", slug=made.slug, section="plan"))
    return render_template("pilots/clone.html", form=form, pilot=pilot()), 422
