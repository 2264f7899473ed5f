"""What the intake's views share: the blueprint, addresses, whose draft it is."""

from flask import Blueprint, url_for

from app.exceptions import NotFound
from app.intake import grants
from app.intake.services import DraftView, draft
from app.lifecycle import Status

intake = Blueprint("intake", __name__)


def own_draft(slug: str, public_id: str) -> DraftView:
    """Return the draft this browser holds a grant for; raise NotFound or Gone."""
    grant = grants.require(public_id)
    if grant.pilot_slug != slug:
        raise NotFound("This page belongs to another service.")
    return draft(public_id)


def own_page(public_id: str) -> str:
    """Return the address of the customer's own page."""
    return url_for("delivery.show", public_id=public_id)


def step_address(slug: str, public_id: str, step_key: str, *, change: bool = False) -> str:
    """Return the address of a step; `change` leads back to the last check afterwards."""
    address = url_for("intake.step", slug=slug, public_id=public_id, step_key=step_key)
    return f"{address}?change=1" if change else address


def place_in(slug: str, view: DraftView) -> str:
    """Return where a brief's customer goes on: the first gap, the last check, or their own page."""
    if view.status != Status.DRAFT:
        return own_page(view.public_id)
    gap = view.gap
    if gap is None:
        return url_for("intake.check", slug=slug, public_id=view.public_id)
    return step_address(slug, view.public_id, gap.key)
