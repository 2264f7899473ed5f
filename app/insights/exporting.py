"""Export a pilot's log: canonical files, data dictionary, manifest; the export is an event."""

import tempfile
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any, BinaryIO, Literal, cast

from sqlalchemy import Connection, select

from app import log
from app.database import writing
from app.exceptions import Invalid
from app.extensions import db
from app.insights.export_readme import PURPOSES, Facts, manifest, readme
from app.insights.export_rows import EXPORTED, ROWS
from app.insights.export_source import Source
from app.insights.export_tables import TABLES, Table
from app.insights.table_files import WRITERS, WrittenFile, describe, write_table
from app.log import Actor
from app.models import PilotVersion
from app.pilots.info import PilotInfo
from app.pilots.services import get_pilot, pilot_key

Format = Literal["csv", "jsonl"]
Purpose = Literal["measurement", "training"]
Progress = Callable[[str, int], None]
PROGRESS_EVERY = 1000
ZIP_TIME = (1980, 1, 1, 0, 0, 0)  # the same facts give the same archive


def export_pilot_log(  # noqa: PLR0913 - two of the options are rarely given
    slug: str,
    *,
    format: Format,  # noqa: A002 - the public word of the command
    purpose: Purpose,
    out: Path,
    actor: Actor,
    progress: Progress | None = None,
    with_unreal: bool = False,
) -> list[Path]:
    """Write the pilot's log into a folder and return its files.

    Simulated and test briefs stay out of a real pilot's export unless `with_unreal`; `progress`
    hears a file's name and how many of its rows are written.
    """
    pilot = get_pilot(slug)
    _check(format, purpose)
    out.mkdir(parents=True, exist_ok=True)
    counts_unreal = pilot.is_demo or with_unreal
    made_by: Counter[str] = Counter()
    with _reading() as connection:
        source = Source(
            connection=connection,
            pilot_id=pilot.id,
            key=pilot_key(pilot.id, "pseudonym"),
            is_training=purpose == "training",
            counts_unreal=counts_unreal,
        )
        files = [_write(source, table, out, format, _Heard(progress, made_by)) for table in TABLES]
    facts = _facts(pilot, format, purpose, counts_unreal)
    files.append(_text(out / "README.md", readme(facts, files)))
    _text(out / "manifest.json", manifest(facts, files, made_by))
    _note(pilot, files, format, purpose, actor)
    return [out / file.name for file in files] + [out / "manifest.json"]


def export_archive(
    slug: str,
    *,
    format: Format,  # noqa: A002 - as above
    purpose: Purpose,
    folder: Path,
    actor: Actor,
) -> BinaryIO:
    """Return the exported files as one zip; nothing stays in the folder once it is closed."""
    with tempfile.TemporaryDirectory(dir=folder, prefix="export-") as place:
        files = export_pilot_log(slug, format=format, purpose=purpose, out=Path(place), actor=actor)
        archive = cast(BinaryIO, tempfile.TemporaryFile(dir=folder))  # noqa: SIM115 - handed on
        with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as pack:
            for path in files:
                entry = zipfile.ZipInfo(f"{slug}-{purpose}/{path.name}", ZIP_TIME)
                entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
                with path.open("rb") as content, pack.open(entry, "w") as member:
                    while block := content.read(1 << 20):
                        member.write(block)
    archive.seek(0)
    return archive


def _check(file_format: str, purpose: str) -> None:
    if file_format not in WRITERS:
        raise Invalid("Choose csv or jsonl.", field="format")
    if purpose not in PURPOSES:
        raise Invalid("Say what the data is for: measurement or training.", field="purpose")


@contextmanager
def _reading() -> Iterator[Connection]:
    """Lend a connection that sees one moment of the database throughout."""
    with db.engine.connect() as connection:
        if connection.dialect.name == "postgresql":
            connection = connection.execution_options(isolation_level="REPEATABLE READ")
        yield connection


class _Heard:
    """Listens to rows on their way: tells the progress, counts who made the selections."""

    def __init__(self, progress: Progress | None, made_by: Counter[str]) -> None:
        self._progress = progress
        self._made_by = made_by

    def rows(self, table: Table, rows: Iterator[tuple[Any, ...]]) -> Iterator[tuple[Any, ...]]:
        """Pass the rows of a table on."""
        kind = list(table.columns).index("policy_kind") if table.name == "selections" else None
        count = 0
        for count, row in enumerate(rows, 1):
            if kind is not None:
                self._made_by[row[kind]] += 1
            if self._progress and count % PROGRESS_EVERY == 0:
                self._progress(table.name, count)
            yield row
        if self._progress:
            self._progress(table.name, count)


def _write(source: Source, table: Table, out: Path, file_format: str, heard: _Heard) -> WrittenFile:
    rows = heard.rows(table, ROWS[table.name](source))
    return write_table(out / f"{table.name}.{file_format}", list(table.columns), rows, file_format)


def _text(path: Path, content: str) -> WrittenFile:
    path.write_text(content, encoding="utf-8")
    return describe(path)


def _facts(pilot: PilotInfo, file_format: str, purpose: str, counts_unreal: bool) -> Facts:
    fingerprint = db.session.scalar(
        select(PilotVersion.fingerprint).where(PilotVersion.id == pilot.version_id)
    )
    return Facts(
        pilot=pilot.slug,
        name=pilot.name,
        file_format=file_format,
        purpose=purpose,
        pilot_version=pilot.version_number,
        fingerprint=fingerprint or "",
        catalogue_version=pilot.catalogue_version,
        software=f"backroom {_software()}",
        is_demo=pilot.is_demo,
        counts_simulated_and_test=counts_unreal,
    )


def _software() -> str:
    try:
        return version("backroom")
    except PackageNotFoundError:
        return "unknown"


def _note(
    pilot: PilotInfo, files: list[WrittenFile], file_format: str, purpose: str, actor: Actor
) -> None:
    rows = {file.name.rsplit(".", 1)[0]: file.rows for file in files if file.columns}
    with writing():
        log.append(
            EXPORTED,
            actor=actor,
            pilot_id=pilot.id,
            purpose=purpose,
            format=file_format,
            rows=rows,
        )
