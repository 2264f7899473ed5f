"""One step a page: show it, save it, go on, go back."""

from collections.abc import Mapping
from typing import Any

from babel.numbers import get_currency_symbol
from flask import Response, make_response, render_template, request, url_for

from app.clock import now
from app.exceptions import Invalid, StaleVersion
from app.intake import pages
from app.intake.answers import neighbours, page_questions, scale_steps, shown_questions
from app.intake.customer_pages import intake, own_draft, own_page, place_in, step_address
from app.intake.forms import PREFIX, StepForm, form_class
from app.intake.services import DraftView, save_step
from app.lifecycle import Status
from app.pilots.form_definition import Step
from app.web.audience import Who, audience
from app.web.htmx import go_to

WAYS = frozenset({"next", "back", "later"})


@intake.get("/p/<slug>/b/<public_id>/<step_key>")
@audience(Who.CUSTOMER)
def step(slug: str, public_id: str, step_key: str) -> Response:
    """Show one step with what was answered so far."""
    view = own_draft(slug, public_id)
    here = view.step(step_key)
    if view.status != Status.DRAFT or _is_out_of_turn(view, here):
        return go_to(place_in(slug, view))
    if not page_questions(view.form, here, view.answers):
        return go_to(_after(slug, view, here))
    stored = {PREFIX + key: value for key, value in view.answers.items()}
    form = form_class(view.form, here, view.answers)(formdata=None, data=stored)
    return _page(slug, view, here, form)


@intake.post("/p/<slug>/b/<public_id>/<step_key>")
@audience(Who.CUSTOMER)
def save(slug: str, public_id: str, step_key: str) -> Response:
    """Save one step and go where the pressed button leads."""
    view = own_draft(slug, public_id)
    here = view.step(step_key)
    if view.status != Status.DRAFT:
        return go_to(own_page(public_id))
    form = form_class(view.form, here, view.answers)()
    way = request.form.get("go", "next")
    if way in WAYS - {"next"}:
        view = save_step(public_id, step_key, form.typed(), unchecked=True)
        return go_to(_elsewhere(slug, view, here, way))
    merged = {**view.answers, **form.typed()}
    form.ask(question.key for question in shown_questions(view.form, here, merged))
    fresh = _not_seen_yet(form, merged)
    if not form.validate() and not _only_about(form, fresh):
        form.pardon(fresh)
        return _page(slug, view, here, form, status=422)
    if fresh:
        typed = {key: value for key, value in form.typed().items() if key not in fresh}
        save_step(public_id, step_key, typed, unchecked=True)
        return go_to(f"{_same_page(slug, view, here)}#{PREFIX}{fresh[0]}")
    return _save_checked(slug, view, here, form)


def _save_checked(slug: str, view: DraftView, here: Step, form: StepForm) -> Response:
    version = form.version.data or ""
    number = int(version) if version.isascii() and version.isdigit() and len(version) < 10 else None
    try:
        saved = save_step(view.public_id, here.key, form.typed(), version=number)
    except StaleVersion as stale:
        words = pages.theirs_in_words(view, here, stale.theirs)
        return _page(slug, view, here, form, status=409, theirs=words)
    except Invalid as refusal:
        form.accuse(refusal.problems)
        return _page(slug, view, here, form, status=422)
    return go_to(_after(slug, saved, here))


def _is_out_of_turn(view: DraftView, here: Step) -> bool:
    keys = [step.key for step in view.form.steps]
    return view.gap is not None and keys.index(view.gap.key) < keys.index(here.key)


def _not_seen_yet(form: StepForm, answers: Mapping[str, Any]) -> list[str]:
    """Return the questions that these very answers brought up, and that nobody has answered.

    Without script a question appears only after its page was saved; the page says in `seen` what
    it held.  A post that does not say so is taken to have seen everything.
    """
    seen = set((form.seen.data or "").split())
    if not seen:
        return []
    shown = [name.removeprefix(PREFIX) for name in form.asked]
    return [key for key in shown if key not in seen and not answers.get(key)]


def _only_about(form: StepForm, fresh: list[str]) -> bool:
    return {name.removeprefix(PREFIX) for name in form.errors if name} <= set(fresh)


def _elsewhere(slug: str, view: DraftView, here: Step, way: str) -> str:
    if way == "later":
        return url_for("intake.later", slug=slug, public_id=view.public_id, step=here.key)
    if request.args.get("change") and view.gap is None:
        return place_in(slug, view)
    before, _ = neighbours(view.form, here, view.answers)
    if before is None:
        return url_for("intake.index", slug=slug)
    return step_address(slug, view.public_id, before.key)


def _after(slug: str, view: DraftView, here: Step) -> str:
    check = url_for("intake.check", slug=slug, public_id=view.public_id)
    if request.args.get("change"):
        gap = view.gap
        return check if gap is None else step_address(slug, view.public_id, gap.key, change=True)
    _, following = neighbours(view.form, here, view.answers)
    return check if following is None else step_address(slug, view.public_id, following.key)


def _same_page(slug: str, view: DraftView, here: Step) -> str:
    change = bool(request.args.get("change"))
    return step_address(slug, view.public_id, here.key, change=change)


def _page(
    slug: str,
    view: DraftView,
    here: Step,
    form: StepForm,
    *,
    status: int = 200,
    theirs: list[str] | None = None,
) -> Response:
    answers = {**view.answers, **form.typed()}
    shown = [question.key for question in shown_questions(view.form, here, answers)]
    form.version.data = str(view.version)
    form.seen.data = " ".join(shown)
    questions = page_questions(view.form, here, view.answers)
    title_asks = pages.is_asked_by_title(here, questions)
    if title_asks:
        form.field(questions[0].key).label.text = here.title
    page = render_template(
        "intake/step.html",
        form=form,
        step=here,
        shown=shown,
        questions=questions,
        title_asks=title_asks,
        action=_same_page(slug, view, here),
        is_change=bool(request.args.get("change")),
        is_saved=any(question.key in view.answers for question in here.questions),
        theirs=theirs or [],
        view=view,
        currency_sign=get_currency_symbol(view.definition.currency, locale="en_GB"),
        scale_steps=scale_steps,
        home_href=url_for("intake.index", slug=slug),
        progress=pages.progress(view, here),
        side=pages.side(view.definition, now()),
        **pages.look(view.definition),
    )
    return make_response(page, status)
