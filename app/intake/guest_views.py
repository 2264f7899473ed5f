"""The way in for invited customers, the waiting list, and the way out of our mails."""

from flask import Response, make_response, redirect, render_template, request, session, url_for
from werkzeug.wrappers import Response as BaseResponse

from app.exceptions import Gone, Invalid, TooMany
from app.extensions import csrf, limiter
from app.intake import grants, pages
from app.intake.caps import places_left
from app.intake.customer_pages import intake
from app.intake.forms import WaitingForm
from app.intake.services import (
    Guest,
    find_stop,
    guest_of,
    join_waiting,
    open_draft_of,
    open_invitation,
    stop_mails,
)
from app.pilots.info import PilotInfo
from app.pilots.services import pilot_by_id
from app.web.audience import Who, audience
from app.web.current import pilot
from app.web.htmx import go_to

GUESTS_AT_MOST = 10
STATUS_OF_SHUT = {"paused": 503, "closed": 410, "full": 200}
PRETENDED = "One field that must stay empty was filled in, perhaps by your browser. Send it again."


@intake.get("/i/<token>")
@audience(Who.PUBLIC)
@limiter.limit("60/minute")
def enter_invited(token: str) -> BaseResponse:
    """Exchange an invitation's token for a cookie grant; the address bar keeps none of it."""
    guest = open_invitation(token)
    held = {**session.get("guests", {}), guest.pilot_slug: guest.public_id}
    session["guests"] = dict(list(held.items())[-GUESTS_AT_MOST:])
    session.permanent = True
    begun = open_draft_of(guest.customer_id)
    if begun is not None:
        grants.add_grant(begun, "draft", 1)
    return redirect(url_for("intake.index", slug=guest.pilot_slug), 303)


def guest_here(slug: str) -> Guest | None:
    """Return the invited customer this browser came as, or None."""
    public_id = session.get("guests", {}).get(slug)
    if not public_id:
        return None
    try:
        found = guest_of(public_id)
    except Gone:
        return None
    return found if found.pilot_slug == slug else None


def reason_shut(info: PilotInfo) -> str | None:
    """Return why a pilot takes no brief now: paused, closed, full; None while it does."""
    if info.status != "live":
        return info.status
    return "full" if places_left(info.id, info.definition) == 0 else None


def shut_page(
    info: PilotInfo,
    why: str,
    *,
    form: WaitingForm | None = None,
    carry_on: str | None = None,
    status: int | None = None,
) -> Response:
    """Answer with the kind page of a pilot that takes no brief now."""
    guest = guest_here(info.slug)
    known = {"address": guest.address} if guest else {}
    page = render_template(
        "intake/shut.html",
        definition=info.definition,
        why=why,
        slug=info.slug,
        is_listed=bool(request.args.get("listed")),
        carry_on=carry_on,
        form=form or WaitingForm(formdata=None, data=known),
        **pages.look(info.definition),
    )
    return make_response(page, status or STATUS_OF_SHUT.get(why, 410))


@intake.post("/p/<slug>/waiting")
@audience(Who.PUBLIC)
@limiter.limit("20/hour")
def wait(slug: str) -> Response:
    """Put an address on the waiting list; the answer is the same whether it was there or not."""
    info, form = pilot(), WaitingForm()
    why = reason_shut(info)
    if why not in ("paused", "full"):
        return go_to(url_for("intake.index", slug=slug))
    if not form.validate_on_submit():
        return shut_page(info, why, form=form, status=422)
    try:
        if form.website.data:
            raise Invalid(PRETENDED)
        join_waiting(info, form.address.data or "")
    except (Invalid, TooMany) as refused:
        form.address.errors = [refused.message]
        return shut_page(info, why, form=form, status=422)
    return go_to(url_for("intake.index", slug=slug, listed=1))


@intake.get("/stop/<word>")
@audience(Who.PUBLIC)
@limiter.limit("60/minute")
def ask_stop(word: str) -> Response:
    """Ask once before stopping mails: a GET may come from a scanner."""
    return _stop_page(find_stop(word).pilot_id, word, is_done=False)


@intake.post("/stop/<word>")
@audience(Who.PUBLIC)
@limiter.limit("60/minute")
def stop(word: str) -> Response:
    """Stop mails at once; mail programs press this without a session and without our form."""
    return _stop_page(stop_mails(word).pilot_id, word, is_done=True)


csrf.exempt(stop)


def _stop_page(pilot_id: int, word: str, *, is_done: bool) -> Response:
    definition = pilot_by_id(pilot_id).definition
    page = render_template(
        "intake/stop.html",
        definition=definition,
        word=word,
        is_done=is_done,
        **pages.look(definition),
    )
    return make_response(page)
