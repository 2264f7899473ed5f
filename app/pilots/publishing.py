"""Publish pilot files: a new pilot, or a new version of one that changed."""

import hashlib
import json
import secrets
from typing import Any

from sqlalchemy import func, select, update

from app import log
from app.clock import now
from app.database import writing
from app.exceptions import Conflict, Invalid
from app.extensions import db
from app.log import Actor
from app.models import FormVersion, Pilot, PilotKey, PilotVersion
from app.pilots.definition import FROZEN_PARTS, PilotDefinition
from app.pilots.info import PilotInfo
from app.pilots.pilot_file import parse_pilot, write_pilot
from app.pilots.reading import get_pilot

KEY_PURPOSES = ("address", "pseudonym")


def import_pilot(
    text: str, *, actor: Actor, is_demo: bool = False, expected_slug: str | None = None
) -> PilotInfo:
    """Create a pilot from its file, or publish a new version; an unchanged file changes nothing.

    Once the pilot was live its plan, arms, slots and disclosure are frozen: a file that changes
    them is refused.
    """
    definition = parse_pilot(text)
    if expected_slug is not None and definition.pilot != expected_slug:
        raise Invalid(
            f"This file describes the pilot '{definition.pilot}', not '{expected_slug}'.",
            field="file",
        )
    return publish_definition(definition, actor=actor, is_demo=is_demo)


def publish_definition(
    definition: PilotDefinition, *, actor: Actor, is_demo: bool = False
) -> PilotInfo:
    """Create a pilot from its definition, or publish a new version where it changed."""
    with writing():
        row = db.session.scalar(select(Pilot).where(Pilot.slug == definition.pilot))
        if row is None:
            row = _create(definition, is_demo=is_demo)
            _publish(row, definition, actor)
        elif _fingerprint_in_force(row) != definition.fingerprint():
            _refuse_thawing(row, definition)
            _publish(row, definition, actor)
    return get_pilot(definition.pilot)


def export_pilot(slug: str) -> str:
    """Return the pilot file of the version in force."""
    return write_pilot(get_pilot(slug).definition)


def frozen_hash(definition: PilotDefinition) -> str:
    """Return the SHA-256 of what going live freezes: plan, arms, disclosure, slots."""
    document = definition.as_document()
    return _hash({part: document[part] for part in FROZEN_PARTS})


def _create(definition: PilotDefinition, *, is_demo: bool) -> Pilot:
    row = Pilot(
        slug=definition.pilot,
        name=definition.name,
        status="draft",
        salt=secrets.token_hex(16),
        is_demo=is_demo,
        created_at=now(),
    )
    db.session.add(row)
    db.session.flush()
    for purpose in KEY_PURPOSES:
        key = PilotKey(pilot_id=row.id, purpose=purpose, secret=secrets.token_bytes(32))
        db.session.add(key)
    return row


def _fingerprint_in_force(row: Pilot) -> str | None:
    return db.session.scalar(
        select(PilotVersion.fingerprint).where(PilotVersion.id == row.current_version_id)
    )


def _refuse_thawing(row: Pilot, definition: PilotDefinition) -> None:
    if row.frozen_hash is not None and row.frozen_hash != frozen_hash(definition):
        raise Conflict(
            f"The plan of '{row.slug}' was frozen when it went live: its plan, arms, slots and "
            "disclosure cannot change. Start another pilot instead."
        )


def _publish(row: Pilot, definition: PilotDefinition, actor: Actor) -> None:
    version = PilotVersion(
        pilot_id=row.id,
        number=_next_number(PilotVersion, row.id),
        definition=definition.as_document(),
        fingerprint=definition.fingerprint(),
        published_at=now(),
        published_by=actor.id if actor.kind == "staff" else None,
    )
    db.session.add(version)
    db.session.flush()
    values: dict[str, Any] = {"name": definition.name, "current_version_id": version.id}
    form = definition.form.model_dump(mode="json")
    in_force = db.session.scalar(
        select(FormVersion.fingerprint).where(FormVersion.id == row.current_form_id)
    )
    if in_force != _hash(form):
        values["current_form_id"] = _publish_form(row.id, form)
    statement = update(Pilot).where(Pilot.id == row.id)
    db.session.execute(statement.values(version=Pilot.version + 1, **values))
    log.append("pilot_published", actor=actor, pilot_id=row.id, number=version.number)


def _publish_form(pilot_id: int, form: dict[str, Any]) -> int:
    version = FormVersion(
        pilot_id=pilot_id,
        number=_next_number(FormVersion, pilot_id),
        form=form,
        fingerprint=_hash(form),
        published_at=now(),
    )
    db.session.add(version)
    db.session.flush()
    return version.id


def _next_number(table: type[PilotVersion] | type[FormVersion], pilot_id: int) -> int:
    last = db.session.scalar(select(func.max(table.number)).where(table.pilot_id == pilot_id))
    return (last or 0) + 1


def _hash(document: dict[str, Any]) -> str:
    canonical = json.dumps(document, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()
