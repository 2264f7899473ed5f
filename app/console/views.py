"""Views of the console: the page with its search, the preview; the rest beside this module."""

from flask import Response, flash, make_response, render_template, request

from app.console import item_views, send_views, tray_views
from app.console.blueprint import BRIEF, address, console, pieces, whole_page
from app.console.brief_pane import brief_pane
from app.console.finder import Finder
from app.console.page import open_desk
from app.console.results import results_of
from app.console.sending import letter_of, pick_drafts
from app.delivery.services import preview_page
from app.web.audience import Who, audience
from app.web.current import member
from app.web.htmx import go_to, wants_fragment

__all__ = ["console", "item_views", "preview", "send_views", "show", "tray_views"]


@console.get(BRIEF)
@audience(Who.CURATOR, Who.LEAD, Who.OWNER)
def show(brief_id: int) -> Response:
    """Show brief, catalogue and tray (an owner looks on); to htmx, what the search found."""
    finder = Finder.read(request.args.items(multi=True))
    if not wants_fragment():
        return whole_page(brief_id, finder)
    desk = open_desk(brief_id)
    return pieces(
        ["_results.html", "_found.html"],
        brief=brief_pane(desk, staff_id=member().id),
        desk=desk,
        finder=finder,
        results=results_of(desk, finder),
    )


@console.get(f"{BRIEF}/preview")
@audience(Who.CURATOR, Who.LEAD, Who.OWNER)
def preview(brief_id: int) -> Response:
    """Show the very page the customer would get, under a bar that says so."""
    desk = open_desk(brief_id)
    finder = Finder.read(request.args.items(multi=True))
    if not desk.tray.picks:
        flash("Nothing is picked yet, so there is nothing to preview.", "info")
        return go_to(address(brief_id, finder))
    signer = desk.brief.owner_id or member().id
    page = preview_page(brief_id, pick_drafts(desk), letter=letter_of(desk), staff_id=signer)
    brand = page.definition.brand
    html = render_template(
        "delivery/show.html",
        page=page,
        is_preview=True,
        back_href=address(brief_id, finder, "tray"),
        brand=brand,
        accent_class=f"accent-{brand.accent}",
    )
    return make_response(html)
