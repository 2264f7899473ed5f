"""The catalogue of a pilot: search it, look at an item, and the pictures for everybody."""

from flask import Response, request

from app.catalogue import import_views, item_views, job_views
from app.catalogue.blueprint import catalogue
from app.catalogue.finding import Finding
from app.catalogue.pictures import picture_file
from app.catalogue.search import SORTS, search_items
from app.lifecycle import Role
from app.web.audience import Who, audience
from app.web.current import member, pilot
from app.web.htmx import page_or_piece

__all__ = ["catalogue", "import_views", "item_views", "job_views"]
PER_PAGE = 24
A_YEAR = 31_536_000


@catalogue.get("/pilots/<slug>/catalogue")
@audience(Who.CURATOR, Who.LEAD, Who.OWNER)
def index(slug: str) -> Response:
    """Search and browse the catalogue."""
    finding = Finding.read(request.args.items(multi=True))
    found = search_items(
        pilot().id,
        finding.words,
        filters=finding.filters,
        sort=finding.sort,
        page=finding.page,
        per_page=PER_PAGE,
    )
    return page_or_piece(
        "catalogue/index.html",
        "catalogue/_results.html",
        slug=slug,
        finding=finding,
        found=found,
        sorts=SORTS,
        cards=pilot().definition.cards,
        may_import=member().holds(pilot().id, Role.OWNER),
    )


@catalogue.get("/pictures/<name>.webp")
@audience(Who.PUBLIC)
def picture(name: str) -> Response:
    """Send an item's picture; its name says its content, so it may be kept for good."""
    headers = {"Cache-Control": f"public, max-age={A_YEAR}, immutable"}
    return Response(picture_file(name).read_bytes(), mimetype="image/webp", headers=headers)
