"""The import of a catalogue on screen: upload, look at the dry run, publish."""

import io
from typing import Any, BinaryIO

from flask import Response, flash, make_response, render_template, url_for

from app.catalogue.blueprint import catalogue
from app.catalogue.forms import ConfirmForm, ImportForm
from app.catalogue.importing import check_table, import_catalogue
from app.catalogue.uploads import drop_upload, keep_upload, open_upload
from app.exceptions import Invalid
from app.web.audience import Who, audience
from app.web.current import member, pilot
from app.web.htmx import go_to


@catalogue.get("/pilots/<slug>/catalogue/import")
@audience(Who.OWNER)
def new_import(slug: str) -> Response:
    """Offer to upload or paste a table."""
    return _upload_page(slug, ImportForm())


@catalogue.post("/pilots/<slug>/catalogue/import")
@audience(Who.OWNER)
def upload(slug: str) -> Response:
    """Keep the table aside and lead to its dry run."""
    form = ImportForm()
    if not form.validate_on_submit():
        return _upload_page(slug, form, status=422)
    source, name = _sent(form)
    try:
        check_table(source, name=name)
    except Invalid as refused:
        return _upload_page(slug, form, status=422, refused=refused.message)
    source.seek(0)
    token = keep_upload(source, name=name, pilot_id=pilot().id, staff_id=member().id)
    return go_to(url_for("catalogue.check_import", slug=slug, token=token))


@catalogue.get("/pilots/<slug>/catalogue/import/<token>")
@audience(Who.OWNER)
def check_import(slug: str, token: str) -> Response:
    """Show what publishing would do; nothing is written."""
    try:
        with _opened(token) as (source, name):
            report = import_catalogue(
                pilot().id, source, name=name, actor=member().actor, dry_run=True
            )
    except Invalid as refused:
        return _upload_page(slug, ImportForm(), status=422, refused=refused.message)
    page = render_template(
        "catalogue/import_check.html",
        slug=slug,
        token=token,
        name=name,
        report=report,
        form=ConfirmForm(),
        cards=pilot().definition.cards,
    )
    return make_response(page)


@catalogue.post("/pilots/<slug>/catalogue/import/<token>")
@audience(Who.OWNER)
def publish_import(slug: str, token: str) -> Response:
    """Publish the table that was looked at."""
    with _opened(token) as (source, name):
        report = import_catalogue(pilot().id, source, name=name, actor=member().actor)
    drop_upload(token)
    told = ", ".join(f"{count:,} {word}" for word, count in report.counts.items() if count)
    flash(f"The catalogue is published: {told}.", "ok")
    return go_to(url_for("catalogue.index", slug=slug))


def _opened(token: str) -> Any:
    return open_upload(token, pilot_id=pilot().id, staff_id=member().id)


def _sent(form: ImportForm) -> tuple[BinaryIO, str]:
    if form.file.data:
        return form.file.data.stream, form.file.data.filename or "table"
    return io.BytesIO((form.pasted.data or "").encode()), "pasted table"


def _upload_page(
    slug: str, form: ImportForm, *, status: int = 200, refused: str | None = None
) -> Response:
    if refused is not None:
        field = form.pasted if form.pasted.data and not form.file.data else form.file
        field.errors = [*field.errors, refused]
    page = render_template(
        "catalogue/import.html", slug=slug, form=form, cards=pilot().definition.cards
    )
    return make_response(page, status)
