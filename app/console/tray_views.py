"""Views that change the tray: places, reasons, the letter, and the sign of activity."""

from flask import Response

from app.console.blueprint import (
    BRIEF,
    ITEM_ID,
    address,
    console,
    refused,
    tray_changed,
    tray_pieces,
    whole_page,
)
from app.console.effort import beat, note_plain_action
from app.console.filling_in import write_fields
from app.console.finder import Finder
from app.console.forms import BeatForm, FieldsForm, LetterForm, ReasonForm, TrayForm
from app.console.page import Slip
from app.console.tray import change_tray
from app.console.writing_down import write_letter, write_reason
from app.exceptions import Conflict, Invalid, ProductError, StaleVersion
from app.web.audience import Who, audience
from app.web.current import member
from app.web.htmx import go_to, wants_fragment

BESIDE = ("_todo.html", "_send_go.html")


@console.post(f"{BRIEF}/tray")
@audience(Who.CURATOR, Who.LEAD)
def tray(brief_id: int) -> Response:
    """Add, remove or move a pick."""
    form = TrayForm()
    if not form.validate_on_submit():
        raise Invalid("We could not read which item was meant. Reload and try again.")
    change = form.change
    try:
        change_tray(brief_id, change, actor=member().actor, shown=form.search)
    except ProductError as error:
        return refused(brief_id, form.finder, error)
    _count_plain_time(brief_id, "search" if change.kind == "add" else "write")
    there = f"item-{change.item_id}" if form.search else "tray"
    return tray_changed(brief_id, form.finder, anchor=there)


@console.post(f"{BRIEF}/tray/{ITEM_ID}/reason")
@audience(Who.CURATOR, Who.LEAD)
def reason(brief_id: int, item_id: int) -> Response:
    """Save why a pick fits."""
    form = ReasonForm()
    try:
        if not form.validate_on_submit():
            raise Invalid("This is longer than we can keep.")
        write_reason(
            brief_id, item_id, form.value, version=form.version.data or 0, actor=member().actor
        )
    except (Invalid, StaleVersion) as refusal:
        slip = Slip(
            subject=f"reason:{item_id}",
            message=refusal.message,
            typed=form.reason.data or "",
            code=form.reason_code.data or None,
            drivers=tuple(form.drivers.data or ()),
            theirs=_stored(refusal, "reason"),
            version=_stored(refusal, "version") or str(form.version.data or 0),
        )
        return _slipped(brief_id, form.finder, slip, "_slot.html", item_id=item_id)
    _count_plain_time(brief_id, "write")
    if not wants_fragment():
        return go_to(address(brief_id, form.finder, f"slot-{item_id}"))
    return tray_pieces(brief_id, form.finder, ["_slot_foot.html", *BESIDE], item_id=item_id)


@console.post(f"{BRIEF}/tray/{ITEM_ID}/fields")
@audience(Who.CURATOR, Who.LEAD)
def fields(brief_id: int, item_id: int) -> Response:
    """Save what goes with a pick, such as the payment offered."""
    form = FieldsForm()
    try:
        if not form.validate_on_submit():
            raise Invalid("We could not read this. Reload the page and try again.")
        write_fields(brief_id, item_id, form.typed, seen=form.seen.data or "", actor=member().actor)
    except (Invalid, StaleVersion) as refusal:
        stale = isinstance(refusal, StaleVersion)
        slip = Slip(
            subject=f"fields:{item_id}",
            message=refusal.message,
            typed="",
            theirs="" if stale else None,
            fields=form.typed,
        )
        return _slipped(brief_id, form.finder, slip, "_fields_foot.html", item_id=item_id)
    _count_plain_time(brief_id, "write")
    if not wants_fragment():
        return go_to(address(brief_id, form.finder, f"slot-{item_id}"))
    return tray_pieces(brief_id, form.finder, ["_fields_foot.html", *BESIDE], item_id=item_id)


@console.post(f"{BRIEF}/tray/letter")
@audience(Who.CURATOR, Who.LEAD)
def letter(brief_id: int) -> Response:
    """Save the letter that goes with the picks."""
    form = LetterForm()
    try:
        if not form.validate_on_submit():
            raise Invalid("This is longer than we can keep.")
        write_letter(brief_id, form.value, seen=form.seen.data or "", actor=member().actor)
    except (Invalid, StaleVersion) as refusal:
        slip = Slip(
            subject="letter",
            message=refusal.message,
            typed=form.letter.data or "",
            theirs=_stored(refusal, "letter"),
        )
        return _slipped(brief_id, form.finder, slip, "_letter.html")
    _count_plain_time(brief_id, "write")
    if not wants_fragment():
        return go_to(address(brief_id, form.finder, "letter"))
    return tray_pieces(brief_id, form.finder, ["_letter_foot.html", *BESIDE])


def _stored(refusal: ProductError, name: str) -> str | None:
    theirs = refusal.theirs if isinstance(refusal, StaleVersion) else {}
    return str(theirs[name]) if name in theirs else None


def _slipped(brief_id: int, finder: Finder, slip: Slip, piece: str, **values: int) -> Response:
    status = 422 if slip.theirs is None else 409
    if wants_fragment():
        return tray_pieces(brief_id, finder, [piece], status=status, slip=slip, **values)
    return whole_page(brief_id, finder.on("tray"), status=status, slip=slip)


@console.post(f"{BRIEF}/beat")
@audience(Who.CURATOR, Who.LEAD)
def heartbeat(brief_id: int) -> Response:
    """Renew the hold and add the seconds that were really worked."""
    form = BeatForm()
    if not form.validate_on_submit():
        raise Invalid("We could not read how long you worked.")
    try:
        beat(brief_id, form.active, actor=member().actor)
    except Conflict as error:
        return refused(brief_id, Finder(), error)
    if not wants_fragment():
        return go_to(address(brief_id, Finder()))
    return tray_pieces(brief_id, Finder(), ["_lease.html"])


def _count_plain_time(brief_id: int, phase: str) -> None:
    """Count working time where no script does."""
    if not wants_fragment():
        note_plain_action(brief_id, phase, actor=member().actor)
