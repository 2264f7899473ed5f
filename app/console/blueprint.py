"""The console's blueprint, and how its views answer: a whole page, or the pieces that changed."""

from collections.abc import Sequence
from typing import Any

from flask import Blueprint, Response, g, make_response, render_template, url_for

from app.console.brief_pane import brief_pane
from app.console.finder import Finder
from app.console.page import Slip, console_page, note_opened, open_desk
from app.exceptions import ProductError
from app.lifecycle import Role
from app.web.current import member, pilot
from app.web.errors import status_of
from app.web.htmx import announce, go_to, wants_fragment

console = Blueprint("console", __name__)
BRIEF = "/briefs/<int(max=9223372036854775807):brief_id>"
ITEM_ID = "<int(max=9223372036854775807):item_id>"
TYPED_FIELDS = frozenset({"reason", "letter"})


@console.before_request
def _name_what_is_typed() -> None:
    """Let a refusal give back words, not the ids and versions that forms carry."""
    g.typed_fields = TYPED_FIELDS


def whole_page(
    brief_id: int, finder: Finder, *, status: int = 200, slip: Slip | None = None
) -> Response:
    """Answer with the console, noting that the brief was read."""
    person = member()
    page = console_page(brief_id, finder, staff_id=person.id)
    note_opened(page, actor=person.actor)
    html = render_template(
        "console/show.html",
        brief=page.brief,
        desk=page.desk,
        results=page.results,
        finder=finder,
        queue=page.queue,
        colleagues=page.colleagues,
        chosen_pilot=pilot().slug,
        current_brief=brief_id,
        slip=slip,
        oob=False,
        is_lead=person.holds(page.desk.brief.pilot_id, Role.LEAD),
        may_take=_may_take(page.desk.brief.pilot_id),
        keys_on=person.keys_on,
    )
    response = make_response(html, status)
    response.vary.add("HX-Request")
    return response


def tray_pieces(
    brief_id: int, finder: Finder, names: Sequence[str], *, status: int = 200, **values: Any
) -> Response:
    """Answer htmx with pieces of the tray as it stands now: the first swapped, the rest beside."""
    desk = open_desk(brief_id)
    known = {
        "brief": brief_pane(desk, staff_id=member().id),
        "desk": desk,
        "finder": finder,
        "slip": None,
        "keys_on": member().keys_on,
        "is_lead": member().holds(desk.brief.pilot_id, Role.LEAD),
        "may_take": _may_take(desk.brief.pilot_id),
        **values,
    }
    return pieces(names, status=status, **known)


def _may_take(pilot_id: int) -> bool:
    return member().holds(pilot_id, Role.CURATOR, Role.LEAD)


def pieces(names: Sequence[str], *, status: int = 200, **values: Any) -> Response:
    """Render pieces of the console one after the other, all but the first out of band."""
    parts = [
        render_template(f"console/{name}", oob=place > 0, **values)
        for place, name in enumerate(names)
    ]
    response = make_response("\n".join(parts), status)
    response.vary.add("HX-Request")
    return response


def tray_changed(brief_id: int, finder: Finder, *, anchor: str) -> Response:
    """Answer a change of the tray: its piece, or the page again at the place of the change."""
    if not wants_fragment():
        return go_to(address(brief_id, finder, anchor))
    response = tray_pieces(brief_id, finder, ["_tray.html", "_dock.html"])
    return announce(response, **{"tray-changed": {}})


def refused(brief_id: int, finder: Finder, error: ProductError) -> Response:
    """Answer a refused change: to htmx the tray as it stands (perhaps no more ours) and why."""
    if not wants_fragment():
        raise error
    response = tray_pieces(
        brief_id,
        finder,
        ["_tray.html", "_dock.html"],
        status=status_of(error),
        slip=Slip(subject="send", message=error.message, typed=""),
    )
    response.headers["HX-Retarget"] = "#tray"
    response.headers["HX-Reswap"] = "morph:outerHTML"
    told = {"kind": "warn", "message": error.message}
    return announce(response, toast=told, **{"tray-changed": {}})


def address(brief_id: int, finder: Finder, anchor: str = "") -> str:
    """Return the address of a brief's console with a search and a place on the page."""
    query = f"?{finder.query}" if finder.query else ""
    return url_for("console.show", brief_id=brief_id) + query + (f"#{anchor}" if anchor else "")
