"""Views about single items and settled searches: the quick look, and what the log keeps of both."""

from flask import Response, make_response, request

from app.console.blueprint import BRIEF, ITEM_ID, address, console
from app.console.brief_pane import brief_pane
from app.console.effort import note_plain_action
from app.console.finder import Finder
from app.console.forms import SearchedForm
from app.console.page import open_desk
from app.console.results import tile_of
from app.console.searching import note_look, settle
from app.exceptions import Invalid
from app.web.audience import Who, audience
from app.web.current import member
from app.web.htmx import go_to, page_or_piece, wants_fragment


@console.get(f"{BRIEF}/items/{ITEM_ID}")
@audience(Who.CURATOR, Who.LEAD)
def look(brief_id: int, item_id: int) -> Response:
    """Show one item with everything the catalogue knows of it."""
    desk = open_desk(brief_id)
    return page_or_piece(
        "console/look.html",
        "console/_look.html",
        brief=brief_pane(desk, staff_id=member().id),
        desk=desk,
        tile=tile_of(desk, item_id),
        finder=Finder.read(request.args.items(multi=True)),
    )


@console.post(f"{BRIEF}/looks/{ITEM_ID}")
@audience(Who.CURATOR, Who.LEAD)
def note_item_look(brief_id: int, item_id: int) -> Response:
    """Note that the item was looked at; without script, lead back to the list."""
    form = _searched()
    note_look(brief_id, item_id, actor=member().actor, shown=form.search)
    if wants_fragment():
        return make_response("", 204)
    note_plain_action(brief_id, "search", actor=member().actor)
    return go_to(address(brief_id, form.finder, f"item-{item_id}"))


@console.post(f"{BRIEF}/settle")
@audience(Who.CURATOR, Who.LEAD)
def settle_search(brief_id: int) -> Response:
    """Note a search whose result stood for a second."""
    form = _searched()
    if form.search is not None:
        settle(brief_id, form.search, actor=member().actor)
    return make_response("", 204)


def _searched() -> SearchedForm:
    form = SearchedForm()
    if not form.validate_on_submit():
        raise Invalid("We could not read which search this came from. Reload and try again.")
    return form
