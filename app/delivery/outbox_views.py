"""The outbox page of a pilot."""

from flask import Response, current_app, flash, make_response, render_template, request, url_for

from app.delivery.blueprint import delivery
from app.delivery.outbox_page import list_outbox, send_again
from app.web.audience import Who, audience
from app.web.current import member, pilot
from app.web.htmx import go_to


@delivery.get("/pilots/<slug>/outbox")
@audience(Who.OWNER, Who.LEAD)
def outbox(slug: str) -> Response:
    """Show what leaves for this pilot."""
    del slug  # the gate has found the pilot
    here = pilot()
    is_demo = current_app.config["BACKROOM"].demo
    found = list_outbox(
        here.id,
        page=request.args.get("page", 1, type=lambda text: min(int(text), 100_000)),
        with_text=is_demo,
    )
    page = render_template("delivery/outbox.html", outbox=found, pilot=here, is_demo=is_demo)
    return make_response(page)


@delivery.post("/pilots/<slug>/outbox/<int(max=9223372036854775807):outbox_id>/again")
@audience(Who.OWNER, Who.LEAD)
def outbox_again(slug: str, outbox_id: int) -> Response:
    """Send a failed mail again."""
    send_again(outbox_id, pilot_id=pilot().id, actor=member().actor)
    flash("It goes out with the next round.", "ok")
    return go_to(url_for("delivery.outbox", slug=slug))
