"""The form of a working copy as its customers will see it, framed by the builder; keeps nothing."""

from typing import Any

from babel.numbers import get_currency_symbol
from flask import Response, make_response, render_template, request, url_for

from app.clock import now
from app.exceptions import NotFound
from app.intake import pages
from app.intake.answers import page_questions, scale_steps
from app.intake.customer_pages import intake
from app.intake.forms import StartForm, form_class
from app.intake.services import DraftView
from app.lifecycle import Status
from app.pilots.draft_problems import sound_definition
from app.pilots.drafting import working_copy
from app.pilots.form_definition import Form, Step
from app.web.audience import Who, audience
from app.web.current import pilot
from app.web.headers import allow_framed_by_ours
from app.web.htmx import go_to


@intake.get("/pilots/<slug>/form/preview")
@audience(Who.OWNER)
def preview(slug: str) -> Response:
    """Show the start page of the working copy."""
    view = _view()
    definition = view.definition
    page = render_template(
        "intake/start.html",
        form=StartForm(formdata=None),
        definition=definition,
        start=definition.form.start,
        home_href=url_for("intake.preview", slug=slug),
        carry_on=None,
        is_test=False,
        side=pages.side(definition, now()),
        **pages.look(definition),
    )
    return allow_framed_by_ours(make_response(page))


@intake.post("/pilots/<slug>/form/preview")
@audience(Who.OWNER)
def preview_start(slug: str) -> Response:
    """Lead to the first step of the preview."""
    return go_to(_address(slug, _view().form, 0))


@intake.get("/pilots/<slug>/form/preview/<step_key>")
@audience(Who.OWNER)
def preview_step(slug: str, step_key: str) -> Response:
    """Show one step of the working copy with every question that may be asked."""
    view = _view()
    here = view.step(step_key)
    form = form_class(view.form, here, view.answers)(formdata=None)
    questions = page_questions(view.form, here, view.answers)
    title_asks = pages.is_asked_by_title(here, questions)
    if title_asks:
        form.field(questions[0].key).label.text = here.title
    page = render_template(
        "intake/step.html",
        form=form,
        step=here,
        shown=[question.key for question in questions],
        questions=questions,
        title_asks=title_asks,
        action=url_for("intake.preview_on", slug=slug, step_key=step_key),
        is_change=False,
        is_saved=False,
        theirs=[],
        view=view,
        currency_sign=get_currency_symbol(view.definition.currency, locale="en_GB"),
        scale_steps=scale_steps,
        home_href=url_for("intake.preview", slug=slug),
        progress=pages.progress(view, here),
        side=pages.side(view.definition, now()),
        **pages.look(view.definition),
    )
    return allow_framed_by_ours(make_response(page))


@intake.post("/pilots/<slug>/form/preview/<step_key>")
@audience(Who.OWNER)
def preview_on(slug: str, step_key: str) -> Response:
    """Turn the page; nothing that was typed is kept."""
    view = _view()
    here = view.form.steps.index(view.step(step_key))
    return go_to(_address(slug, view.form, here + (-1 if request.form.get("go") == "back" else 1)))


def _address(slug: str, form: Form, number: int) -> str:
    """Return the address of a step; before the first and after the last is the start."""
    if not 0 <= number < len(form.steps):
        return url_for("intake.preview", slug=slug)
    return url_for("intake.preview_step", slug=slug, step_key=form.steps[number].key)


def _view() -> DraftView:
    about = pilot()
    definition = sound_definition(working_copy(about).document, about.definition)
    if not definition.form.steps:
        raise NotFound("There is no question yet that could be shown.")
    return DraftView(
        brief_id=0,
        public_id="preview",
        pilot_id=about.id,
        status=Status.DRAFT.value,
        version=0,
        answers=_answers_that_ask_everything(definition.form.steps),
        form=definition.form,
        definition=definition,
        form_version_id=about.form_id,
        link_generation=1,
        is_test=True,
        is_simulated=False,
        begun_at=now(),
    )


def _answers_that_ask_everything(steps: tuple[Step, ...]) -> dict[str, Any]:
    """Return answers under which no question stays hidden, so that each can be looked at."""
    wanted: dict[str, Any] = {}
    for step in steps:
        for question in step.questions:
            for key, values in question.show_if.items():
                wanted.setdefault(key, []).extend(values)
    return wanted
