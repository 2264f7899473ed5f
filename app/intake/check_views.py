"""The last check with consent and the one submission; finish later."""

from flask import Response, current_app, make_response, render_template, request, url_for

from app.clock import now
from app.exceptions import Full, Gone, Invalid, TooMany
from app.intake import grants, pages
from app.intake.answers import shown_steps
from app.intake.customer_pages import intake, own_draft, own_page, place_in, step_address
from app.intake.forms import CheckForm, LaterForm, check_class
from app.intake.services import DraftView, mail_resume_link, submit
from app.lifecycle import Status
from app.web.audience import Who, audience
from app.web.htmx import go_to

LEAST_SECONDS = 3
TOO_FAST = "That was quicker than anybody reads. Please look over your answers and send them again."
NOT_EMPTY = "One field that must stay empty was filled in, perhaps by your browser. Send it again."


@intake.get("/p/<slug>/b/<public_id>/check-answers")
@audience(Who.CUSTOMER)
def check(slug: str, public_id: str) -> Response:
    """Show every answer with a link that changes it, and the consents, unticked."""
    view = own_draft(slug, public_id)
    if view.status != Status.DRAFT or view.gap is not None:
        return go_to(place_in(slug, view))
    return _page(slug, view, check_class(view.form.consents)(formdata=None))


@intake.post("/p/<slug>/b/<public_id>/check-answers")
@audience(Who.CUSTOMER)
def send(slug: str, public_id: str) -> Response:
    """Submit the brief; pressed again, lead to the same place."""
    view = own_draft(slug, public_id)
    if view.status != Status.DRAFT or view.gap is not None:
        return go_to(place_in(slug, view))
    form = check_class(view.form.consents)()
    if form.version.data and form.version.data != str(view.version):
        return _page(slug, view, form, status=409, note="Your answers changed in another window.")
    note = _looks_automatic(view, form)
    if not form.validate() or note:
        return _page(slug, view, form, status=422, note=note)
    return _submit(slug, view, form)


def _submit(slug: str, view: DraftView, form: CheckForm) -> Response:
    try:
        submit(view.public_id, consents=form.consents())
    except Invalid as refusal:
        form.accuse(refusal.problems)
        return _page(slug, view, form, status=422, note=refusal.message)
    except Full as refusal:
        return _page(slug, view, form, status=409, note=refusal.message, is_full=True)
    except Gone as refusal:
        return _page(slug, view, form, status=410, note=refusal.message)
    kind = "mail" if view.guest is not None else "screen"  # a guest came by a mailed link
    grants.add_grant(view.public_id, kind, view.link_generation)
    return go_to(own_page(view.public_id))


def _looks_automatic(view: DraftView, form: CheckForm) -> str:
    least = current_app.config.get("INTAKE_LEAST_SECONDS", LEAST_SECONDS)
    if form.website.data:
        return NOT_EMPTY
    return TOO_FAST if 0 <= (now() - view.begun_at).total_seconds() < least else ""


def _page(
    slug: str,
    view: DraftView,
    form: CheckForm,
    *,
    status: int = 200,
    note: str = "",
    is_full: bool = False,
) -> Response:
    form.version.data = str(view.version)
    form.website.data = ""
    page = render_template(
        "intake/check.html",
        form=form,
        note=note,
        is_full=is_full,
        view=view,
        slug=slug,
        rows=pages.answer_rows(view),
        back=step_address(slug, view.public_id, shown_steps(view.form, view.answers)[-1].key),
        change=lambda key: step_address(slug, view.public_id, key, change=True),
        home_href=url_for("intake.index", slug=slug),
        progress=pages.progress(view, None),
        side=pages.side(view.definition, now()),
        **pages.look(view.definition),
    )
    return make_response(page, status)


@intake.get("/p/<slug>/b/<public_id>/finish-later")
@audience(Who.CUSTOMER)
def later(slug: str, public_id: str) -> Response:
    """Ask where the link back should go, or say that it is on its way."""
    view = own_draft(slug, public_id)
    if view.status != Status.DRAFT:
        return go_to(own_page(public_id))
    form = LaterForm(formdata=None, data={"address": view.address})
    return _later_page(slug, view, form)


@intake.post("/p/<slug>/b/<public_id>/finish-later")
@audience(Who.CUSTOMER)
def mail_later(slug: str, public_id: str) -> Response:
    """Mail the link back to the draft; three a day for one address."""
    view = own_draft(slug, public_id)
    if view.status != Status.DRAFT:
        return go_to(own_page(public_id))
    form = LaterForm()
    if not form.validate():
        return _later_page(slug, view, form, status=422)
    try:
        mail_resume_link(public_id, form.address.data or "")
    except (Invalid, TooMany) as refusal:
        form.address.errors = [refusal.message]
        return _later_page(slug, view, form, status=422 if isinstance(refusal, Invalid) else 429)
    return go_to(url_for("intake.later", slug=slug, public_id=public_id, sent=1))


def _later_page(slug: str, view: DraftView, form: LaterForm, *, status: int = 200) -> Response:
    page = render_template(
        "intake/later.html",
        form=form,
        view=view,
        slug=slug,
        is_sent=bool(request.args.get("sent")) and not form.errors,
        back=place_in(slug, view),
        home_href=url_for("intake.index", slug=slug),
        side=pages.side(view.definition, now()),
        **pages.look(view.definition),
    )
    return make_response(page, status)
