"""The steps of the import wizard as services: look at the columns, dry run, publish, remember."""

from collections.abc import Mapping
from dataclasses import replace

from sqlalchemy import select

from app.catalogue.import_options import ImportOptions, faults_in
from app.catalogue.import_reports import ImportReport
from app.catalogue.import_uploads import Upload
from app.catalogue.importing import Look, import_catalogue, look_at
from app.catalogue.staging import Progress
from app.exceptions import Invalid
from app.extensions import db
from app.log import Actor
from app.models import CatalogueImport

ROWS_AT_ONCE = 2_000
_BYTES_READ = 1024 * 1024
_IMPORTS_REMEMBERED = 20


def columns_of(upload: Upload) -> Look:
    """Read the first rows of a kept file as it is to be read, and its columns."""
    with upload.opened() as source:
        return look_at(source, name=upload.name, options=upload.options)


def remember(upload: Upload) -> None:
    """Take over the choices of the last import of a file with the same columns, if there is one."""
    header = list(columns_of(upload).table.header)
    past = select(CatalogueImport.columns).where(
        CatalogueImport.pilot_id == upload.pilot_id,
        CatalogueImport.state.in_(("published", "undone")),
    )
    newest = past.order_by(CatalogueImport.id.desc()).limit(_IMPORTS_REMEMBERED)
    for columns in db.session.scalars(newest):
        if columns.get("header") == header and columns.get("mapping"):
            known = ImportOptions.from_document(columns.get("options") or {})
            upload.options = ImportOptions(
                roles=columns["mapping"], matches=known.matches, missing=known.missing
            )
            upload.is_remembered = True
            upload.keep()
            return


def choose(upload: Upload, options: ImportOptions) -> None:
    """Keep what was chosen for a file; refuse what can make no items."""
    look = Upload(upload.token, upload.name, upload.pilot_id, upload.staff_id, options)
    header = columns_of(look).table.header
    roles: Mapping[str, str] = {n: options.roles[n] for n in header if n in options.roles}
    faults = faults_in(roles)
    if faults:
        raise Invalid(" ".join(faults), field="roles")
    upload.options, upload.report, upload.is_chosen = replace(options, roles=roles), None, True
    upload.keep()


def is_large(upload: Upload) -> bool:
    """Tell whether a file has so many lines that reading it is a job for the worker."""
    lines = 0
    with upload.opened() as source:
        head = source.read(4)
        if head[:2] == b"PK":
            return columns_of(upload).table.source.seek(0, 2) > 100 * ROWS_AT_ONCE
        while chunk := source.read(_BYTES_READ):
            lines += max(chunk.count(b"\n"), chunk.count(b"\r"))
            if lines > ROWS_AT_ONCE:
                return True
    return False


def check(upload: Upload, *, progress: Progress | None = None) -> ImportReport:
    """Run through a kept file without writing to the catalogue; keep the report with it."""
    report = _run(upload, Actor.staff(upload.staff_id), dry_run=True, progress=progress)
    upload.report = report
    upload.delimiter = columns_of(upload).table.delimiter
    upload.keep()
    return report


def publish_upload(upload: Upload, *, progress: Progress | None = None) -> ImportReport:
    """Publish a kept file as it was chosen to be read, and let go of it."""
    report = _run(upload, Actor.staff(upload.staff_id), dry_run=False, progress=progress)
    upload.report = report
    upload.keep()
    upload.drop()
    return report


def _run(upload: Upload, actor: Actor, *, dry_run: bool, progress: Progress | None) -> ImportReport:
    with upload.opened() as source:
        return import_catalogue(
            upload.pilot_id,
            source,
            name=upload.name,
            actor=actor,
            dry_run=dry_run,
            progress=progress,
            options=upload.options,
            failed_to=upload.failed_path,
        )
