"""Pilots and catalogues for the tests of the catalogue."""

import io

from ruamel.yaml import YAML

from app.catalogue.importing import ImportReport, import_catalogue
from app.clock import now
from app.database import writing
from app.extensions import db
from app.log import SYSTEM
from app.models import Pilot, PilotVersion
from app.pilots.definition import PilotDefinition
from tests.pilots import BOOKS, BOOKS_CATALOGUE


def make_pilot(slug: str = "halfleaf", *, text: str = BOOKS, **cards: object) -> int:
    """Return the id of a pilot whose file is in force; `cards` changes its card settings."""
    document = YAML(typ="safe").load(text)
    document["pilot"] = slug
    document["cards"] = {**document.get("cards", {}), **cards}
    definition = PilotDefinition.model_validate(document)
    with writing():
        pilot = Pilot(
            slug=slug,
            name=definition.name,
            salt="s",
            catalogue_version=0,
            is_demo=False,
            created_at=now(),
        )
        db.session.add(pilot)
        db.session.flush()
        version = PilotVersion(
            pilot_id=pilot.id,
            number=1,
            definition=definition.as_document(),
            fingerprint=definition.fingerprint(),
            published_at=now(),
        )
        db.session.add(version)
        db.session.flush()
        pilot.current_version_id = version.id
    return pilot.id


def import_text(
    pilot_id: int, text: str | bytes, *, name: str = "shop.csv", dry_run: bool = False
) -> ImportReport:
    """Import a catalogue given as text."""
    source = io.BytesIO(text.encode() if isinstance(text, str) else text)
    return import_catalogue(pilot_id, source, name=name, actor=SYSTEM, dry_run=dry_run)


def make_catalogue(slug: str = "halfleaf", *, text: str = BOOKS_CATALOGUE, **cards: object) -> int:
    """Return the id of a pilot that has a catalogue."""
    pilot_id = make_pilot(slug, **cards)
    import_text(pilot_id, text)
    return pilot_id
