"""The queue page and the posts that give a brief to somebody."""

from flask import Blueprint, Response, flash, request, url_for

from app.exceptions import Conflict, Invalid
from app.lifecycle import Role
from app.pilots.services import list_pilots
from app.queue import services
from app.queue.forms import HandOverForm, PutBackForm, TakeOverForm
from app.web.audience import Who, audience
from app.web.current import Member, member
from app.web.htmx import go_to, page_or_piece

queue = Blueprint("queue", __name__)
BRIEF = "/briefs/<int(max=9223372036854775807):brief_id>"


@queue.get("/queue")
@audience(Who.CURATOR, Who.LEAD, Who.OWNER)
def index() -> Response:
    """Show the briefs of my pilots by time left; an owner may look, not take."""
    person = member()
    pilots = _my_pilots(person, Role.CURATOR, Role.LEAD, Role.OWNER)
    chosen = request.args.get("pilot", "")
    ids = [pilot.id for pilot in pilots if chosen in ("", pilot.slug)]
    found = services.list_queue(
        ids, reader=reader_of(person), view=_view(), page=request.args.get("page", 1, type=_page)
    )
    return page_or_piece(
        "queue/index.html",
        "queue/_queue.html",
        queue=found,
        pilots=pilots,
        chosen_pilot=chosen,
        current_brief=request.args.get("brief", type=int),
        may_take=bool(_my_pilots(person)),
        on_shift=person.on_shift,
    )


def reader_of(person: Member) -> services.Reader:
    """Return a person as the queue knows them."""
    leads = [pilot.id for pilot in _my_pilots(person) if person.holds(pilot.id, Role.LEAD)]
    return services.Reader(person.id, tuple(leads))


def _view() -> services.QueueView:
    try:
        return services.QueueView(request.args.get("view", "open"))
    except ValueError:
        return services.QueueView.OPEN


def _page(text: str) -> int:
    return min(int(text), 100_000)


def _my_pilots(person: Member, *roles: Role) -> list[services.QueuePilot]:
    wanted = roles or (Role.CURATOR, Role.LEAD)
    return [
        services.QueuePilot(pilot.id, pilot.slug, pilot.name)
        for pilot in list_pilots(None if person.is_admin else list(person.roles))
        if person.holds(pilot.id, *wanted)
    ]


@queue.post("/queue/next")
@audience(Who.CURATOR, Who.LEAD)
def take_next() -> Response:
    """Take the most urgent free brief."""
    person = member()
    chosen = request.form.get("pilot", "")
    ids = [pilot.id for pilot in _my_pilots(person) if chosen in ("", pilot.slug)]
    try:
        brief_id = services.take_next(ids, actor=person.actor)
    except Conflict as refused:
        flash(refused.message, "warn")
        return go_to(url_for("queue.index", pilot=chosen or None))
    if brief_id is None:
        flash("Nothing is free to take just now.", "info")
        return go_to(url_for("queue.index", pilot=chosen or None))
    return go_to(url_for("console.show", brief_id=brief_id))


@queue.post(f"{BRIEF}/claim")
@audience(Who.CURATOR, Who.LEAD)
def claim(brief_id: int) -> Response:
    """Take this very brief."""
    services.claim(brief_id, actor=member().actor)
    return go_to(url_for("console.show", brief_id=brief_id))


@queue.post(f"{BRIEF}/put-back")
@audience(Who.CURATOR, Who.LEAD)
def put_back(brief_id: int) -> Response:
    """Give a brief back to the queue."""
    form = PutBackForm()
    if not form.validate_on_submit():
        raise Invalid("Keep the reason under 500 characters.")
    services.put_back(brief_id, actor=member().actor, reason=form.reason.data or "")
    flash("Put back. The draft stays with the brief.", "ok")
    return go_to(url_for("queue.index"))


@queue.post(f"{BRIEF}/hand-over")
@audience(Who.CURATOR, Who.LEAD)
def hand_over(brief_id: int) -> Response:
    """Hand a brief to a colleague."""
    form = HandOverForm()
    if not form.validate_on_submit() or form.to.data is None:
        raise Invalid("Choose a colleague to hand this brief to.")
    services.hand_over(
        brief_id, actor=member().actor, to=form.to.data, reason=form.reason.data or ""
    )
    flash("Handed over.", "ok")
    return go_to(url_for("queue.index"))


@queue.post(f"{BRIEF}/take-over")
@audience(Who.LEAD)
def take_over(brief_id: int) -> Response:
    """Take a brief over from its holder, with a reason."""
    form = TakeOverForm()
    if not form.validate_on_submit():
        raise Invalid("Say why you take it over: the log keeps it.")
    services.take_over(brief_id, actor=member().actor, reason=form.reason.data or "")
    return go_to(url_for("console.show", brief_id=brief_id))
