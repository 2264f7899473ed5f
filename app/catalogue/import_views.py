"""The import of a catalogue on screen: a file, its columns, the dry run, and publishing."""

import io
from typing import BinaryIO

from flask import (
    Response,
    current_app,
    flash,
    make_response,
    render_template,
    request,
    send_file,
    url_for,
)

from app.catalogue.blueprint import catalogue
from app.catalogue.failed_rows import failed_name
from app.catalogue.forms import ConfirmForm, ImportForm
from app.catalogue.import_jobs import CHECK, IMPORT, require_checked, start_job
from app.catalogue.import_options import (
    CHOICES,
    DELIMITER_WORDS,
    ENCODINGS,
    LABELS,
    ImportOptions,
)
from app.catalogue.import_steps import (
    ROWS_AT_ONCE,
    check,
    choose,
    columns_of,
    is_large,
    publish_upload,
    remember,
)
from app.catalogue.import_uploads import Upload, begin_upload, get_upload
from app.catalogue.shop_formats import WORDS, format_of
from app.catalogue.template_file import template_text
from app.catalogue.undoing import list_imports, undo_import
from app.config import MEGABYTE
from app.exceptions import Gone, Invalid
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
    """Keep the table aside and lead to its columns."""
    form = ImportForm()
    if not form.validate_on_submit():
        return _upload_page(slug, form, status=422)
    source, name = _sent(form)
    kept = begin_upload(source, name=name, pilot_id=pilot().id, staff_id=member().id)
    try:
        remember(kept)
    except Invalid as refused:
        kept.drop()
        return _upload_page(slug, form, status=422, refused=refused.message)
    return go_to(url_for("catalogue.import_columns", slug=slug, token=kept.token))


@catalogue.get("/pilots/<slug>/catalogue/import/<token>/columns")
@audience(Who.OWNER)
def import_columns(slug: str, token: str) -> Response:
    """Show the columns with their first values and what each is taken for."""
    return _columns_page(slug, _kept(token))


@catalogue.post("/pilots/<slug>/catalogue/import/<token>/columns")
@audience(Who.OWNER)
def choose_columns(slug: str, token: str) -> Response:
    """Keep what was chosen and lead to the dry run, or read the file in another way."""
    kept = _kept(token)
    options = _chosen(kept)
    if request.form.get("again"):
        kept.options, kept.is_remembered = ImportOptions(**vars(options) | {"roles": {}}), False
        try:
            columns_of(kept)
        except Invalid as refused:
            return _columns_page(slug, _kept(token), refused=refused.message)
        kept.keep()
        return go_to(url_for("catalogue.import_columns", slug=slug, token=token))
    try:
        choose(kept, options)
    except Invalid as refused:
        kept.options = options
        return _columns_page(slug, kept, refused=refused.message)
    if is_large(kept):
        return go_to(url_for("catalogue.job", slug=slug, public_id=start_job(CHECK, kept)))
    return go_to(url_for("catalogue.check_import", slug=slug, token=token))


@catalogue.get("/pilots/<slug>/catalogue/import/<token>")
@audience(Who.OWNER)
def check_import(slug: str, token: str) -> Response:
    """Show what publishing would do; nothing is written."""
    kept = _kept(token)
    if kept.report is None and is_large(kept):
        return go_to(url_for("catalogue.import_columns", slug=slug, token=token))
    try:
        report = kept.report or check(kept)
    except Invalid as refused:
        return _upload_page(slug, ImportForm(), status=422, refused=refused.message)
    page = render_template(
        "catalogue/import_check.html",
        slug=slug,
        upload=kept,
        report=report,
        labels=LABELS,
        form=ConfirmForm(),
        cards=pilot().definition.cards,
    )
    return make_response(page)


@catalogue.post("/pilots/<slug>/catalogue/import/<token>")
@audience(Who.OWNER)
def publish_import(slug: str, token: str) -> Response:
    """Publish the table that was looked at."""
    kept = _kept(token)
    if require_checked(kept).total > ROWS_AT_ONCE:
        return go_to(url_for("catalogue.job", slug=slug, public_id=start_job(IMPORT, kept)))
    report = publish_upload(kept)
    counts = {**report.counts, "archived": report.archived}
    told = ", ".join(f"{count:,} {word}" for word, count in counts.items() if count)
    flash(f"The catalogue is published: {told or 'nothing changed'}.", "ok")
    return go_to(url_for("catalogue.imports", slug=slug))


@catalogue.get("/pilots/<slug>/catalogue/imports")
@audience(Who.OWNER)
def imports(slug: str) -> Response:
    """List the imports, with what was wrong in the last one and the way to take it back."""
    page = render_template(
        "catalogue/imports.html",
        slug=slug,
        imports=list_imports(pilot().id),
        form=ConfirmForm(),
        cards=pilot().definition.cards,
        zone=pilot().definition.promise.time_zone,
    )
    return make_response(page)


@catalogue.post("/pilots/<slug>/catalogue/imports/<int(max=9223372036854775807):import_id>/undo")
@audience(Who.OWNER)
def undo(slug: str, import_id: int) -> Response:
    """Take the last import back."""
    undo_import(pilot().id, import_id, actor=member().actor)
    flash("The import is taken back: the catalogue is as it was before.", "ok")
    return go_to(url_for("catalogue.imports", slug=slug))


@catalogue.get("/pilots/<slug>/catalogue/import/<token>/failed")
@audience(Who.OWNER)
def failed_rows(slug: str, token: str) -> Response:  # noqa: ARG001  (the gate reads it)
    """Send the rows that failed, each with its reason, to mend and import again."""
    kept = get_upload(token, pilot_id=pilot().id, staff_id=member().id)
    if not kept.failed_path.is_file():
        raise Gone("There are no failed rows to send, or they are no longer here.")
    name = failed_name(kept.name, kept.delimiter)
    return send_file(kept.failed_path, "text/csv", as_attachment=True, download_name=name)


@catalogue.get("/pilots/<slug>/catalogue/import/template.csv")
@audience(Who.OWNER)
def import_template(slug: str) -> Response:
    """Send a table to fill in, with one row as an example."""
    text = template_text(pilot().definition.cards, pilot().definition.currency)
    answer = Response(text.encode("utf-8-sig"), mimetype="text/csv")
    answer.headers["Content-Disposition"] = f'attachment; filename="{slug}-catalogue.csv"'
    return answer


def _kept(token: str) -> Upload:
    kept = get_upload(token, pilot_id=pilot().id, staff_id=member().id)
    with kept.opened():
        return kept


def _sent(form: ImportForm) -> tuple[BinaryIO, str]:
    if form.file.data:
        return form.file.data.stream, form.file.data.filename or "table"
    return io.BytesIO((form.pasted.data or "").encode()), "pasted table"


def _chosen(kept: Upload) -> ImportOptions:
    """Read the form of the columns; a column's select is named by its place."""
    sent = request.form
    header = columns_of(kept).table.header
    return ImportOptions.from_document(
        {
            "encoding": sent.get("encoding"),
            "delimiter": sent.get("delimiter"),
            "has_header": {"yes": True, "no": False}.get(sent.get("header", "")),
            "roles": {name: sent.get(f"role-{place}", "") for place, name in enumerate(header)},
            "matches": sent.get("same_key"),
            "missing": sent.get("missing"),
        }
    )


def _columns_page(slug: str, kept: Upload, *, refused: str | None = None) -> Response:
    look = columns_of(kept)
    page = render_template(
        "catalogue/import_columns.html",
        slug=slug,
        upload=kept,
        look=look,
        options=kept.options,
        format_words=WORDS.get(format_of(look.table.header)),
        choices=[(choice, LABELS[choice]) for choice in CHOICES],
        encodings=ENCODINGS,
        delimiters=DELIMITER_WORDS,
        cards=pilot().definition.cards,
        is_large=is_large(kept),
        refused=refused,
        form=ConfirmForm(),
    )
    return make_response(page, 422 if refused else 200)


def _upload_page(
    slug: str, form: ImportForm, *, status: int = 200, refused: str | None = None
) -> Response:
    if refused is not None:
        field = form.pasted if form.pasted.data and not form.file.data else form.file
        field.errors = [*field.errors, refused]
    settings = current_app.config["BACKROOM"]
    page = render_template(
        "catalogue/import.html",
        slug=slug,
        form=form,
        cards=pilot().definition.cards,
        limits={
            "megabytes": f"{settings.import_max_bytes / MEGABYTE:g}",
            "rows": settings.import_max_rows,
        },
    )
    return make_response(page, status)
