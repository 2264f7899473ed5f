"""Import a catalogue file: staged in chunks, then published by one switch."""

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, BinaryIO

from flask import current_app
from sqlalchemy import delete, insert, select, update

from app import log
from app.catalogue.columns import ColumnMapping, guess_columns, mapping_for
from app.catalogue.facets import FacetCensus
from app.catalogue.failed_rows import FailedRows
from app.catalogue.import_options import ARCHIVE, UPDATE, ImportOptions
from app.catalogue.import_reports import COUNTS, ColumnGuess, ImportReport
from app.catalogue.picture_words import words_on_pictures
from app.catalogue.publishing import publish
from app.catalogue.shown import Shown, shown_in
from app.catalogue.staging import Progress, Reading, Staged
from app.catalogue.table_faults import TableRefused
from app.catalogue.tables import Table, TableLimits, open_table
from app.catalogue.variants import with_varying_lists
from app.clock import now
from app.config import Settings
from app.database import writing
from app.exceptions import Invalid
from app.extensions import db
from app.log import Actor
from app.models import CatalogueImport, Item, ItemFacet, StagedItem

__all__ = ["ImportReport", "import_catalogue", "look_at"]
SAMPLES_SHOWN = 3
ABANDONED_AFTER = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Look:
    """A table as its first rows show it, with the mapping that would be used."""

    table: Table
    mapping: ColumnMapping
    columns: tuple[ColumnGuess, ...]


def import_catalogue(  # noqa: PLR0913  each argument is one thing to decide on an import
    pilot_id: int,
    source: BinaryIO,
    *,
    name: str,
    actor: Actor,
    dry_run: bool = False,
    progress: Progress | None = None,
    options: ImportOptions | None = None,
    failed_to: Path | None = None,
) -> ImportReport:
    """Read a table file into a pilot's catalogue and report what came of each row.

    Nothing shows before everything is read; `dry_run` stops there.  `progress` hears the bytes
    read and the bytes in all; failed rows are written to `failed_to`.  The source must be seekable.
    """
    shown, options = shown_in(pilot_id), options or ImportOptions()
    try:
        look = _opened(source, name, options)
        reading = Reading(
            pilot_id,
            look.table,
            look.mapping,
            shown.currency,
            _known_values(pilot_id),
            takes_matches=options.matches == UPDATE,
        )
        with FailedRows(failed_to, look.table) if failed_to else nullcontext() as failed:
            reading.failed_rows = failed
            if dry_run:
                missing, import_id = _read_through(reading, options, progress), None
            else:
                work = _Import(reading, shown, actor, options, progress)
                missing, import_id = work.run(), work.import_id
    except TableRefused as refused:
        raise Invalid(str(refused), field="file") from refused
    return ImportReport(
        **_counts(reading),
        problems=reading.problems.listed(),
        warnings=reading.warnings.listed(),
        columns=look.columns,
        pictures=words_on_pictures(look.mapping),
        is_dry_run=dry_run,
        folded=reading.folded,
        archived=missing,
        import_id=import_id,
    )


def look_at(source: BinaryIO, *, name: str, options: ImportOptions | None = None) -> Look:
    """Open a table and guess its columns by its first rows alone, or refuse it in words."""
    try:
        return _looked(source, name, options or ImportOptions())
    except TableRefused as refused:
        raise Invalid(str(refused), field="file") from refused


def _opened(source: BinaryIO, name: str, options: ImportOptions) -> Look:
    look = _looked(source, name, options)
    if look.mapping.missing:
        wanted = " and ".join(f"a {role}" for role in look.mapping.missing)
        raise TableRefused(
            f"No column looks like {wanted}. Name one “key” and one “title” in the first row."
        )
    return look


def _looked(source: BinaryIO, name: str, options: ImportOptions) -> Look:
    table = open_table(source, name=name, limits=_limits(), opening=options.opening)
    samples = table.sample()
    chosen = {column: role for column, role in options.roles.items() if column in table.header}
    mapping = (
        mapping_for(table.header, samples, chosen)
        if chosen
        else guess_columns(table.header, samples)
    )
    mapping = with_varying_lists(mapping, samples)
    columns = tuple(_guess(column, mapping, samples) for column in table.header)
    return Look(table, mapping, columns)


def _settings() -> Settings:
    settings: Settings = current_app.config["BACKROOM"]
    return settings


def _limits() -> TableLimits:
    settings = _settings()
    return TableLimits(
        settings.import_max_bytes,
        settings.import_max_rows,
        settings.import_max_columns,
        settings.import_max_cell,
    )


def _guess(column: str, mapping: ColumnMapping, samples: list[dict[str, str]]) -> ColumnGuess:
    values = (sample.get(column, "").strip()[:200] for sample in samples)
    shown = tuple(dict.fromkeys(value for value in values if value))[:SAMPLES_SHOWN]
    return ColumnGuess(column, mapping.role_of(column), shown)


def _known_values(pilot_id: int) -> FacetCensus:
    """Begin the count of values with those that the catalogue has already."""
    census = FacetCensus(wide=set(last_columns(pilot_id).get("wide", ())))
    census.note(
        (row.attribute, row.value)
        for row in db.session.execute(
            select(ItemFacet.attribute, ItemFacet.value)
            .where(ItemFacet.pilot_id == pilot_id)
            .distinct()
        )
    )
    return census


def last_columns(pilot_id: int) -> dict[str, Any]:
    """Return how the columns of the last published file were read."""
    last = select(CatalogueImport.columns).where(
        CatalogueImport.pilot_id == pilot_id, CatalogueImport.state == "published"
    )
    return db.session.scalar(last.order_by(CatalogueImport.id.desc()).limit(1)) or {}


def _read_through(reading: Reading, options: ImportOptions, progress: Progress | None) -> int:
    for _chunk in reading.chunks(progress):
        pass
    return sum(1 for _item in _missing(reading)) if options.missing == ARCHIVE else 0


def _missing(reading: Reading) -> Iterator[int]:
    """Yield the ids of offered items that the file does not name, be it in a failed row."""
    offered = select(Item.id, Item.key).where(
        Item.pilot_id == reading.pilot_id, Item.archived_at.is_(None)
    )
    for item_id, key in db.session.execute(offered.execution_options(yield_per=2000)):
        if key not in reading.rows_by_key and key not in reading.failed_keys:
            yield item_id


@dataclass
class _Import:
    """One import under way."""

    reading: Reading
    shown: Shown
    actor: Actor
    options: ImportOptions
    progress: Progress | None
    import_id: int = 0

    def run(self) -> int:
        self.import_id = _begin(self.reading, self.actor)
        with _nothing_left_behind(self.import_id):
            for chunk in self.reading.chunks(self.progress):
                if chunk:
                    with writing():
                        db.session.execute(insert(StagedItem), _rows(self.import_id, chunk))
            return self._finish()

    def _finish(self) -> int:
        reading, counts = self.reading, _counts(self.reading)
        facets = reading.census.chosen(self.shown.cards.facets or ())
        with writing():
            archive = list(_missing(reading)) if self.options.missing == ARCHIVE else []
            number = self.shown.catalogue_version
            undo: dict[str, Any] = {}
            before = last_columns(reading.pilot_id).get("facets", [])
            is_new_choice = sorted(facets) != before
            row = db.session.get_one(CatalogueImport, self.import_id)
            row.state, row.finished_at = "published", now()
            if counts["new"] or counts["changed"] or is_new_choice or archive:
                number, undo = publish(
                    row, facets=facets, all_facets=is_new_choice, archive=archive
                )
            row.catalogue_version = number
            row.columns = {
                "mapping": {n: reading.mapping.role_of(n) for n in reading.table.header},
                "header": list(reading.table.header),
                "options": self.options.as_document(),
                "facets": sorted(facets),
                "wide": sorted(reading.census.wide),
                "undo": undo,
            }
            row.counts = {**counts, "folded": reading.folded, "archived": len(archive)}
            row.problems = [group.as_document() for group in reading.problems.listed()[:50]]
            log.append(
                "catalogue_imported",
                actor=self.actor,
                pilot_id=reading.pilot_id,
                import_id=self.import_id,
                catalogue_version=number,
                archived=len(archive),
                **counts,
            )
        return len(archive)


def _begin(reading: Reading, actor: Actor) -> int:
    with writing():
        _sweep(reading.pilot_id, now() - ABANDONED_AFTER)
        row = CatalogueImport(
            pilot_id=reading.pilot_id,
            file_name=reading.table.name[:200],
            state="staging",
            staff_id=actor.id if actor.kind == "staff" else None,
            started_at=now(),
        )
        db.session.add(row)
        db.session.flush()
        return row.id


def _sweep(pilot_id: int, before: datetime) -> None:
    """Clear what an import left that was cut off, by a crash for example."""
    abandoned = select(CatalogueImport.id).where(
        CatalogueImport.pilot_id == pilot_id,
        CatalogueImport.state == "staging",
        CatalogueImport.started_at < before,
    )
    for import_id in db.session.scalars(abandoned).all():
        _drop(import_id)


def _drop(import_id: int) -> None:
    db.session.execute(delete(StagedItem).where(StagedItem.import_id == import_id))
    ended = update(CatalogueImport).where(CatalogueImport.id == import_id)
    db.session.execute(ended.values(state="failed", finished_at=now()))


@contextmanager
def _nothing_left_behind(import_id: int) -> Iterator[None]:
    try:
        yield
    except BaseException:
        with writing():
            _drop(import_id)
        raise


def _rows(import_id: int, chunk: list[Staged]) -> list[dict[str, Any]]:
    return [
        {
            "import_id": import_id,
            "row": staged.row,
            "key": staged.draft.key,
            "action": staged.action,
            "content_hash": staged.hash,
            "content": staged.content(),
        }
        for staged in chunk
    ]


def _counts(reading: Reading) -> dict[str, int]:
    return {name: reading.counts[name] for name in COUNTS}
