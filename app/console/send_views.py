"""Views that let a selection go: pass over a warning, send, take back; the toast after it."""

from flask import Response, url_for
from flask.sansio.blueprints import BlueprintSetupState

from app.console.blueprint import (
    BRIEF,
    address,
    console,
    refused,
    tray_pieces,
    whole_page,
)
from app.console.effort import note_plain_action
from app.console.forms import OverrideForm, SearchedForm, SendForm
from app.console.page import Slip
from app.console.sending import JustSent, just_sent, next_held, pass_over, send, undo
from app.exceptions import Invalid, ProductError, StaleVersion
from app.web.audience import Who, audience
from app.web.current import find_member, member
from app.web.htmx import go_to, wants_fragment


@console.record_once
def _prepare(state: BlueprintSetupState) -> None:
    state.app.context_processor(lambda: {"find_just_sent": _find_just_sent})


def _find_just_sent() -> JustSent | None:
    """Return what the reader sent a moment ago, for the toast that takes it back."""
    person = find_member()
    return just_sent(person.id) if person else None


@console.post(f"{BRIEF}/override")
@audience(Who.CURATOR, Who.LEAD)
def override(brief_id: int) -> Response:
    """Keep why a warning is passed over."""
    form = OverrideForm()
    if not form.validate_on_submit():
        raise Invalid("This is longer than we can keep.")
    try:
        pass_over(brief_id, form.key.data or "", form.reason.data or "", actor=member().actor)
    except ProductError as error:
        return refused(brief_id, form.finder.on("tray"), error)
    if not wants_fragment():
        note_plain_action(brief_id, "write", actor=member().actor)
        return go_to(address(brief_id, form.finder, "todo"))
    return tray_pieces(brief_id, form.finder, ["_todo.html", "_send_go.html"])


@console.post(f"{BRIEF}/send")
@audience(Who.CURATOR, Who.LEAD)
def send_selection(brief_id: int) -> Response:
    """Send the tray and go on to the next brief."""
    form = SendForm()
    person = member()
    try:
        if not form.validate_on_submit():
            raise Invalid("We could not read this. Reload the page and send again.")
        send(
            brief_id,
            actor=person.actor,
            could_rule=form.could_rule.data or None,
            version=form.version.data or 0,
        )
    except (Invalid, StaleVersion) as refusal:
        if wants_fragment():
            return refused(brief_id, form.finder, refusal)
        status = 422 if isinstance(refusal, Invalid) else 409
        slip = Slip(subject="send", message=refusal.message, typed=form.could_rule.data or "")
        return whole_page(brief_id, form.finder.on("tray"), status=status, slip=slip)
    following = next_held(person.id)
    if following is None:
        return go_to(url_for("queue.index"))
    return go_to(url_for("console.show", brief_id=following))


@console.post(f"{BRIEF}/undo")
@audience(Who.CURATOR, Who.LEAD)
def undo_send(brief_id: int) -> Response:
    """Take a sent selection back before its release."""
    form = SearchedForm()
    undo(brief_id, actor=member().actor)
    return go_to(address(brief_id, form.finder.on("tray")))
