"""The imports of a pilot, and taking the last one back."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, select, true, update

from app import log
from app.catalogue.importing import last_columns
from app.catalogue.indexing import reindex
from app.catalogue.problems import ProblemGroup
from app.catalogue.publishing import archive_items, count_facets, next_catalogue
from app.clock import now
from app.database import writing
from app.exceptions import Conflict, NotFound
from app.extensions import db
from app.log import Actor
from app.models import CatalogueImport, Item, ItemVersion, Staff

_LISTED = 20


@dataclass(frozen=True, slots=True)
class PastImport:
    """One import as its page lists it."""

    import_id: int
    file_name: str
    state: str
    at: datetime
    by: str
    counts: dict[str, int]
    problems: tuple[ProblemGroup, ...]
    may_undo: bool


def list_imports(pilot_id: int) -> list[PastImport]:
    """Return the last imports of a pilot, newest first; only the last one may be undone."""
    rows = db.session.execute(
        select(CatalogueImport, Staff.name)
        .outerjoin(Staff, Staff.id == CatalogueImport.staff_id)
        .where(CatalogueImport.pilot_id == pilot_id)
        .order_by(CatalogueImport.id.desc())
        .limit(_LISTED)
    ).all()
    newest = next((row.id for row, _name in rows if row.state in ("published", "staging")), None)
    return [
        PastImport(
            row.id,
            row.file_name,
            row.state,
            row.finished_at or row.started_at,
            name or "",
            dict(row.counts),
            tuple(map(ProblemGroup.from_document, row.problems)),
            may_undo=row.id == newest and row.state == "published" and _changed_something(row),
        )
        for row, name in rows
    ]


def undo_import(pilot_id: int, import_id: int, *, actor: Actor) -> None:
    """Take the last import back: former versions are in force again, its new items archived.

    Items that were changed by hand since then stay as they are.
    """
    with writing():
        row = _undoable(pilot_id, import_id)
        current = _still_its_own(row)
        number = next_catalogue(pilot_id)
        moment = now()
        former: dict[int, tuple[int, int | None]] = {
            item_id: (version_id, stock) for item_id, version_id, stock in _noted(row, "changed")
        }
        fresh = [item_id for item_id in current if item_id not in former]
        reverted = [item_id for item_id in current if item_id in former]
        _point_back((item_id, *former[item_id]) for item_id in reverted)
        returned = set(_noted(row, "returned"))
        offered_again = _unarchive(row)
        archive_items([*fresh, *(i for i in reverted if i in returned)], at=moment)
        row.state, row.finished_at = "undone", moment
        _index_again(row, [*reverted, *offered_again])
        log.append(
            "catalogue_import_undone",
            actor=actor,
            pilot_id=pilot_id,
            import_id=import_id,
            catalogue_version=number,
            archived=len(fresh),
            reverted=len(reverted),
        )


def _undoable(pilot_id: int, import_id: int) -> CatalogueImport:
    row = db.session.scalar(
        select(CatalogueImport)
        .where(CatalogueImport.id == import_id, CatalogueImport.pilot_id == pilot_id)
        .with_for_update()
    )
    if row is None:
        raise NotFound("There is no such import.")
    if row.state != "published":
        raise Conflict("This import was taken back already.")
    later = select(CatalogueImport.id).where(
        CatalogueImport.pilot_id == pilot_id,
        CatalogueImport.id > import_id,
        CatalogueImport.state.in_(("published", "staging")),
    )
    if db.session.scalar(later.limit(1)) is not None:
        raise Conflict("A later import stands on this one. Only the last import can be undone.")
    if not _changed_something(row):
        raise Conflict("This import changed nothing, so there is nothing to undo.")
    return row


def _changed_something(row: CatalogueImport) -> bool:
    counts = row.counts
    can = "changed" in (row.columns.get("undo") or {})
    return can and any(counts.get(name) for name in ("new", "changed", "archived"))


def _noted(row: CatalogueImport, name: str) -> list[Any]:
    noted: list[Any] = row.columns["undo"].get(name, [])
    return noted


def _still_its_own(row: CatalogueImport) -> list[int]:
    """Return the items whose version in force is the one this import made."""
    rows = db.session.scalars(
        select(Item.id)
        .join(ItemVersion, ItemVersion.id == Item.current_version_id)
        .where(
            Item.pilot_id == row.pilot_id,
            ItemVersion.pilot_id == row.pilot_id,
            ItemVersion.catalogue_version == row.catalogue_version,
        )
        .order_by(Item.id)
    )
    return list(rows)


def _point_back(items: Iterable[tuple[int, int, int | None]]) -> None:
    rows = [{"own": own, "former": version, "was": stock} for own, version, stock in items]
    if rows:
        db.session.connection().execute(
            update(Item)
            .where(Item.id == bindparam("own"))
            .values(current_version_id=bindparam("former"), stock=bindparam("was")),
            rows,
        )


def _unarchive(row: CatalogueImport) -> list[int]:
    own = (Item.pilot_id == row.pilot_id, Item.archived_at == row.finished_at)
    ids = list(db.session.scalars(select(Item.id).where(*own).order_by(Item.id)))
    back = update(Item).where(*own).values(archived_at=None)
    db.session.execute(back.execution_options(synchronize_session=False))
    return ids


def _index_again(row: CatalogueImport, item_ids: list[int]) -> None:
    """Index what changed by the facets of the import before; all of them where those differ."""
    db.session.flush()
    before = last_columns(row.pilot_id).get("facets", row.columns["facets"])
    facets = frozenset(before)
    reindex(row.pilot_id, item_ids, facets=facets)
    if sorted(facets) != row.columns["facets"]:
        count_facets(row.pilot_id, facets, true())
