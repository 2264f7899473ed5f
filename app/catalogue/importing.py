"""Import a catalogue file: staged in chunks, then published by one switch."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Any, BinaryIO

from sqlalchemy import delete, insert, select, update

from app import log
from app.catalogue.columns import ColumnMapping, guess_columns
from app.catalogue.facets import FacetCensus
from app.catalogue.problems import ProblemGroup
from app.catalogue.publishing import publish
from app.catalogue.shown import Shown, shown_in
from app.catalogue.staging import Progress, Reading, Staged
from app.catalogue.table_faults import TableRefused
from app.catalogue.tables import Table, TableLimits, open_table
from app.clock import now
from app.database import writing
from app.exceptions import Invalid
from app.extensions import db
from app.log import Actor
from app.models import CatalogueImport, ItemFacet, StagedItem

SAMPLES_SHOWN = 3
ABANDONED_AFTER = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class ColumnGuess:
    """A column of the file with the role it was taken for and its first values."""

    name: str
    role: str
    samples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did, or would do: counts, problems by cause, how columns were read."""

    new: int
    changed: int
    unchanged: int
    skipped: int
    failed: int
    problems: tuple[ProblemGroup, ...]
    columns: tuple[ColumnGuess, ...]
    pictures: str
    is_dry_run: bool

    @property
    def counts(self) -> dict[str, int]:
        """Return the five counts by name."""
        names = ("new", "changed", "unchanged", "skipped", "failed")
        return {name: getattr(self, name) for name in names}

    @property
    def total(self) -> int:
        """Return how many rows were read."""
        return sum(self.counts.values())

    def as_document(self) -> dict[str, Any]:
        """Return the report as plain JSON values, as the command prints it."""
        problems = [group.as_document() for group in self.problems]
        return {**self.counts, "problems": problems, "pictures": self.pictures}


def import_catalogue(
    pilot_id: int,
    source: BinaryIO,
    *,
    name: str,
    actor: Actor,
    dry_run: bool = False,
    progress: Progress | None = None,
) -> ImportReport:
    """Read a table file into a pilot's catalogue and report what came of each row.

    Nothing shows before everything is read; `dry_run` stops there.  `progress` hears the bytes
    read and the bytes in all.  The source must be seekable.
    """
    shown = shown_in(pilot_id)
    try:
        table, mapping, columns = _opened(source, name)
        reading = Reading(pilot_id, table, mapping, shown.currency, _known_values(pilot_id))
        if dry_run:
            for _chunk in reading.chunks(progress):
                pass
        else:
            _import(reading, shown, actor=actor, progress=progress)
    except TableRefused as refused:
        raise Invalid(str(refused), field="file") from refused
    return _report(reading, columns, is_dry_run=dry_run)


def check_table(source: BinaryIO, *, name: str) -> None:
    """Refuse a file that is no table of items, by its first rows alone."""
    try:
        _opened(source, name)
    except TableRefused as refused:
        raise Invalid(str(refused), field="file") from refused


def _opened(source: BinaryIO, name: str) -> tuple[Table, ColumnMapping, tuple[ColumnGuess, ...]]:
    table = open_table(source, name=name, limits=TableLimits())
    samples = table.sample()
    mapping = guess_columns(table.header, samples)
    if mapping.missing:
        wanted = " and ".join(f"a {role}" for role in mapping.missing)
        raise TableRefused(
            f"No column looks like {wanted}. Name one “key” and one “title” in the first row."
        )
    return table, mapping, tuple(_guess(column, mapping, samples) for column in table.header)


def _guess(column: str, mapping: ColumnMapping, samples: list[dict[str, str]]) -> ColumnGuess:
    roles = asdict(mapping)
    role = next((role for role, taken in roles.items() if taken == column), "attribute")
    values = (sample.get(column, "").strip() for sample in samples)
    shown = tuple(dict.fromkeys(value for value in values if value))[:SAMPLES_SHOWN]
    return ColumnGuess(column, role, shown)


def _known_values(pilot_id: int) -> FacetCensus:
    """Begin the count of values with those that the catalogue has already."""
    census = FacetCensus(wide=set(_last_columns(pilot_id).get("wide", ())))
    census.note(
        (row.attribute, row.value)
        for row in db.session.execute(
            select(ItemFacet.attribute, ItemFacet.value)
            .where(ItemFacet.pilot_id == pilot_id)
            .distinct()
        )
    )
    return census


def _last_columns(pilot_id: int) -> dict[str, Any]:
    last = select(CatalogueImport.columns).where(
        CatalogueImport.pilot_id == pilot_id, CatalogueImport.state == "published"
    )
    return db.session.scalar(last.order_by(CatalogueImport.id.desc()).limit(1)) or {}


def _import(reading: Reading, shown: Shown, *, actor: Actor, progress: Progress | None) -> None:
    import_id = _begin(reading, actor)
    with _nothing_left_behind(import_id):
        for chunk in reading.chunks(progress):
            if chunk:
                with writing():
                    db.session.execute(insert(StagedItem), _rows(import_id, chunk))
        _finish(import_id, reading, shown, actor)


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


def _finish(import_id: int, reading: Reading, shown: Shown, actor: Actor) -> None:
    facets = reading.census.chosen(shown.cards.facets or ())
    counts = _counts(reading)
    with writing():
        number = shown.catalogue_version
        before = _last_columns(reading.pilot_id).get("facets", [])
        is_new_choice = sorted(facets) != before
        if counts["new"] or counts["changed"] or is_new_choice:
            number = publish(reading.pilot_id, import_id, facets=facets, all_facets=is_new_choice)
        row = db.session.get_one(CatalogueImport, import_id)
        row.state, row.finished_at, row.catalogue_version = "published", now(), number
        row.columns = {
            "mapping": dict(_roles(reading.mapping)),
            "facets": sorted(facets),
            "wide": sorted(reading.census.wide),
        }
        row.counts = counts
        row.problems = [group.as_document() for group in reading.problems.listed()[:50]]
        log.append(
            "catalogue_imported",
            actor=actor,
            pilot_id=reading.pilot_id,
            import_id=import_id,
            catalogue_version=number,
            **counts,
        )


def _roles(mapping: ColumnMapping) -> Iterator[tuple[str, str]]:
    for role, column in asdict(mapping).items():
        if isinstance(column, str):
            yield column, role


def _counts(reading: Reading) -> dict[str, int]:
    names = ("new", "changed", "unchanged", "skipped", "failed")
    return {name: reading.counts[name] for name in names}


def _report(
    reading: Reading, columns: tuple[ColumnGuess, ...], *, is_dry_run: bool
) -> ImportReport:
    return ImportReport(
        **_counts(reading),
        problems=reading.problems.listed(),
        columns=columns,
        pictures=_words_on_pictures(reading.mapping),
        is_dry_run=is_dry_run,
    )


def _words_on_pictures(mapping: ColumnMapping) -> str:
    if mapping.picture is None:
        return "The file names no pictures: they are drawn from the titles."
    return (
        f"Pictures are drawn from the titles: fetching the addresses in “{mapping.picture}” "
        "is switched off. The addresses are kept."
    )
