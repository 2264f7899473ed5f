"""Find pilots and the versions of their files; a published version never changes."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from sqlalchemy import Engine, Row, Select, func, select

from app.exceptions import NotFound
from app.extensions import db
from app.lifecycle import OPEN, REACHED_CUSTOMER
from app.models import Brief, FormVersion, Pilot, PilotKey, PilotVersion
from app.pilots.definition import PilotDefinition
from app.pilots.form_definition import Form
from app.pilots.info import PilotInfo


@dataclass(frozen=True, slots=True)
class PilotCounts:
    """How many briefs of a pilot wait for us and how many reached their customer."""

    open: int = 0
    delivered: int = 0


def find_pilot(slug: str) -> PilotInfo | None:
    """Return the pilot with this name in the address, or None."""
    row = db.session.execute(_pilots().where(Pilot.slug == slug)).one_or_none()
    return None if row is None else _info(row)


def get_pilot(slug: str) -> PilotInfo:
    """Return the pilot with this name in the address; raise NotFound when there is none."""
    found = find_pilot(slug)
    if found is None:
        raise NotFound(f"There is no pilot '{slug}'.")
    return found


def pilot_by_id(pilot_id: int) -> PilotInfo:
    """Return the pilot with this id; raise NotFound when there is none."""
    row = db.session.execute(_pilots().where(Pilot.id == pilot_id)).one_or_none()
    if row is None:
        raise NotFound("This pilot does not exist.")
    return _info(row)


def list_pilots(pilot_ids: Collection[int] | None) -> list[PilotInfo]:
    """Return these pilots by name; None means all of them."""
    query = _pilots().order_by(Pilot.name, Pilot.id)
    if pilot_ids is not None:
        query = query.where(Pilot.id.in_(pilot_ids))
    return [_info(row) for row in db.session.execute(query)]


def count_briefs(pilot_ids: Collection[int]) -> dict[int, PilotCounts]:
    """Return the counts of each pilot, without test briefs."""
    query = (
        select(Brief.pilot_id, Brief.status, func.count())
        .where(Brief.pilot_id.in_(pilot_ids), Brief.is_test.is_(False))
        .group_by(Brief.pilot_id, Brief.status)
    )
    by_status = {(pilot, status): count for pilot, status, count in db.session.execute(query)}
    return {
        pilot_id: PilotCounts(
            open=sum(by_status.get((pilot_id, status.value), 0) for status in OPEN),
            delivered=sum(by_status.get((pilot_id, s.value), 0) for s in REACHED_CUSTOMER),
        )
        for pilot_id in pilot_ids
    }


def definition_of(pilot_version_id: int) -> PilotDefinition:
    """Return the definition of one published version."""
    return _definition(db.engine, pilot_version_id)


def form_of(form_version_id: int) -> Form:
    """Return the form of one published version."""
    return _form(db.engine, form_version_id)


def pilot_key(pilot_id: int, purpose: str) -> bytes:
    """Return a pilot's secret for one purpose (address, pseudonym)."""
    secret = db.session.scalar(
        select(PilotKey.secret).where(PilotKey.pilot_id == pilot_id, PilotKey.purpose == purpose)
    )
    if secret is None:
        raise NotFound(f"This pilot has no key for the purpose '{purpose}'.")
    return secret


def _pilots() -> Select[*tuple[Any, ...]]:
    return select(
        Pilot.id,
        Pilot.slug,
        Pilot.name,
        Pilot.status,
        Pilot.is_demo,
        Pilot.catalogue_version,
        Pilot.current_form_id,
        PilotVersion.id.label("version_id"),
        PilotVersion.number.label("version_number"),
    ).join(PilotVersion, PilotVersion.id == Pilot.current_version_id)


def _info(row: Row[*tuple[Any, ...]]) -> PilotInfo:
    values = row._mapping
    return PilotInfo(
        id=values["id"],
        slug=values["slug"],
        name=values["name"],
        status=values["status"],
        is_demo=values["is_demo"],
        version_id=values["version_id"],
        version_number=values["version_number"],
        form_id=values["current_form_id"],
        catalogue_version=values["catalogue_version"],
        definition=_definition(db.engine, values["version_id"]),
    )


# Kept by engine beside the id, so that two databases in one process never share a version.
@lru_cache(maxsize=256)
def _definition(_database: Engine, version_id: int) -> PilotDefinition:
    """Read one published version; it never changes, so it is read once a database."""
    document = db.session.scalar(
        select(PilotVersion.definition).where(PilotVersion.id == version_id)
    )
    if document is None:
        raise NotFound("This version of the pilot file does not exist.")
    return PilotDefinition.model_validate(document)


@lru_cache(maxsize=256)
def _form(_database: Engine, form_id: int) -> Form:
    document = db.session.scalar(select(FormVersion.form).where(FormVersion.id == form_id))
    if document is None:
        raise NotFound("This version of the form does not exist.")
    return Form.model_validate(document)
