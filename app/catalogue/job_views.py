"""The progress page of an import that the worker does."""

from flask import Response, url_for

from app.catalogue.blueprint import catalogue
from app.catalogue.import_jobs import CHECK, progress_of
from app.web.audience import Who, audience
from app.web.current import pilot
from app.web.htmx import go_to, page_or_piece


@catalogue.get("/pilots/<slug>/jobs/<public_id>")
@audience(Who.OWNER)
def job(slug: str, public_id: str) -> Response:
    """Show how far a job is; when it is done, lead to what came of it."""
    progress = progress_of(pilot().id, public_id)
    if progress.state == "done" and progress.kind == CHECK:
        return go_to(url_for("catalogue.check_import", slug=slug, token=progress.token))
    if progress.state == "done":
        return go_to(url_for("catalogue.imports", slug=slug))
    return page_or_piece(
        "catalogue/job.html", "catalogue/_job.html", slug=slug, job=progress, is_check=CHECK
    )
