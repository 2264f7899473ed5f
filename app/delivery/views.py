"""The customer's own page: progress, the delivery, verdicts; and a lead's early release."""

from flask import (
    Response,
    flash,
    make_response,
    redirect,
    render_template,
    request,
    url_for,
)
from werkzeug.wrappers import Response as BaseResponse

from app.delivery import outbox_views, services
from app.delivery.blueprint import delivery
from app.delivery.forms import SetForm, VerdictForm
from app.exceptions import Gone, Invalid
from app.extensions import limiter
from app.intake.answers import shown_steps
from app.intake.grants import add_grant, grant_for, require
from app.intake.links import Grant, note_proof, open_link
from app.intake.services import draft, start_again
from app.pilots.definition import PilotDefinition
from app.web.audience import Who, audience
from app.web.current import member
from app.web.htmx import go_to, wants_fragment

__all__ = ["delivery", "outbox_views"]
MY = "/my/<public_id>"
THANKS = "Thank you. Your answers are saved; you can still change them."


@delivery.get("/d/<token>")
@audience(Who.PUBLIC)
@limiter.limit("60/minute")
def enter(token: str) -> BaseResponse:
    """Exchange a link's token for a cookie grant; the address bar keeps none of it."""
    grant = open_link(token)
    add_grant(grant.public_id, grant.kind, grant.generation)
    if grant.status == "draft":
        return redirect(url_for("intake.resume", slug=grant.pilot_slug, public_id=grant.public_id))
    return redirect(url_for("delivery.show", public_id=grant.public_id), 303)


@delivery.get(MY)
@audience(Who.CUSTOMER)
def show(public_id: str) -> Response:
    """Show how far the brief is, or what was delivered."""
    grant = grant_for(public_id)
    if grant is None:
        return make_response(render_template("delivery/locked.html", public_id=public_id), 404)
    progress = services.progress_of(grant.brief_id)
    if progress.stage is not services.Stage.READY:
        page = render_template(
            "delivery/progress.html", progress=progress, **_look(progress.definition)
        )
        return make_response(page)
    return make_response(_delivered(grant))


def _delivered(grant: Grant) -> str:
    page = services.delivery_page(grant.brief_id, personal=grant.proves_address)
    after = services.afterwards(grant.brief_id, personal=grant.proves_address)
    return render_template(
        "delivery/show.html", page=page, after=after, is_preview=False, **_look(page.definition)
    )


def _look(definition: PilotDefinition) -> dict[str, object]:
    brand = definition.brand
    return {"brand": brand, "accent_class": f"accent-{brand.accent}"}


def _acting(public_id: str) -> Grant:
    grant = require(public_id)
    note_proof(grant)
    return grant


@delivery.post(f"{MY}/opened")
@audience(Who.CUSTOMER)
def opened(public_id: str) -> Response:
    """Note that the page stood visible for two seconds."""
    services.note_opened(_acting(public_id).brief_id)
    return make_response("", 204)


@delivery.post(f"{MY}/picks/<int(max=9223372036854775807):pick_id>")
@audience(Who.CUSTOMER)
def verdict(public_id: str, pick_id: int) -> Response:
    """Record the verdict on one pick."""
    grant = _acting(public_id)
    form = VerdictForm()
    if not form.validate_on_submit():
        raise Invalid("Choose one of the answers.")
    services.give_verdict(
        grant.brief_id, pick_id, form.verdict.data or "", reason=form.reason.data or None
    )
    return _pieces_or_back(grant, pick_id)


def _pieces_or_back(grant: Grant, pick_id: int | None, anchor: str = "") -> Response:
    if not wants_fragment():
        where = f"pick-{pick_id}" if pick_id else anchor
        return go_to(url_for("delivery.show", public_id=grant.public_id, _anchor=where))
    page = services.delivery_page(grant.brief_id, personal=grant.proves_address)
    pick = next((pick for pick in page.picks if pick.pick_id == pick_id), None)
    return make_response(
        render_template(
            "delivery/_answer.html",
            page=page,
            pick=pick,
            is_preview=False,
            **_look(page.definition),
        )
    )


@delivery.post(f"{MY}/set")
@audience(Who.CUSTOMER)
def take_set(public_id: str) -> Response:
    """Take the whole set, or not after all."""
    grant = _acting(public_id)
    form = SetForm()
    if not form.validate_on_submit():
        raise Invalid("Say whether you take all of them.")
    services.take_set(grant.brief_id, taken=form.taken.data == "yes")
    return go_to(url_for("delivery.show", public_id=public_id, _anchor="set"))


@delivery.post(f"{MY}/closing")
@audience(Who.CUSTOMER)
def closing(public_id: str) -> Response:
    """Record the closing answers."""
    grant = _acting(public_id)
    services.answer_closing(grant.brief_id, _answers())
    flash(THANKS, "ok")
    return go_to(url_for("delivery.show", public_id=public_id, _anchor="closing"))


def _answers() -> dict[str, str]:
    return {key: value for key, value in request.form.items() if key != "csrf_token"}


@delivery.post(f"{MY}/follow-up/<key>")
@audience(Who.CUSTOMER)
def follow_up(public_id: str, key: str) -> Response:
    """Record the answers to questions asked some time after the delivery."""
    grant = _acting(public_id)
    services.answer_follow_up(grant.brief_id, key, _answers())
    flash(THANKS, "ok")
    return go_to(url_for("delivery.show", public_id=public_id, _anchor=f"follow-{key}"))


@delivery.post(f"{MY}/again")
@audience(Who.CUSTOMER)
def ask_again(public_id: str) -> Response:
    """Begin the next round with the earlier answers; only for who came by a mailed link."""
    grant = _acting(public_id)
    if not grant.proves_address:
        raise Gone("Asking again opens from the link in our mail.")
    services.require_next_round(grant.brief_id)
    view = draft(start_again(grant.brief_id))
    add_grant(view.public_id, "draft", view.link_generation)
    first = shown_steps(view.form, view.answers)[0].key
    slug, new_id = grant.pilot_slug, view.public_id
    return go_to(url_for("intake.step", slug=slug, public_id=new_id, step_key=first))


@delivery.post(f"{MY}/follow")
@audience(Who.CUSTOMER)
def follow(public_id: str) -> Response:
    """Note that the customer follows the call to action; the page then offers the plain link."""
    grant = _acting(public_id)
    services.follow_call(grant.brief_id)
    return go_to(url_for("delivery.show", public_id=public_id, _anchor="call"))


@delivery.get(f"{MY}/withdraw")
@audience(Who.CUSTOMER)
def ask_withdraw(public_id: str) -> str:
    """Ask once before withdrawing."""
    progress = services.progress_of(require(public_id).brief_id)
    return render_template(
        "delivery/withdraw.html", progress=progress, **_look(progress.definition)
    )


@delivery.post(f"{MY}/withdraw")
@audience(Who.CUSTOMER)
def withdraw(public_id: str) -> Response:
    """Withdraw the brief."""
    services.withdraw(_acting(public_id).brief_id)
    return go_to(url_for("delivery.show", public_id=public_id))


@delivery.post(f"{MY}/link")
@audience(Who.PUBLIC)
@limiter.limit("10/hour")
def link_again(public_id: str) -> Response:
    """Mail the link again to the address on record; the answer never tells whether there is one."""
    services.send_link_again(public_id)
    flash("If we know this page, your link is on its way to the address you gave.", "ok")
    return go_to(url_for("delivery.show", public_id=public_id))


@delivery.post("/briefs/<int(max=9223372036854775807):brief_id>/release")
@audience(Who.LEAD)
def release(brief_id: int) -> Response:
    """Release a ready brief now instead of at its time."""
    services.release_early(brief_id, actor=member().actor)
    flash("Released early. The log notes it as a deviation.", "ok")
    return go_to(url_for("console.show", brief_id=brief_id))
