"""Pilots and catalogues for the tests of the catalogue, made through the services."""

import io

from ruamel.yaml import YAML

from app.catalogue.importing import ImportReport, import_catalogue
from app.log import SYSTEM
from app.pilots.services import import_pilot
from tests.pilots import BOOKS, BOOKS_CATALOGUE


def make_pilot(slug: str = "halfleaf", **cards: object) -> int:
    """Return the id of a pilot without a catalogue; `cards` changes its card settings."""
    yaml = YAML(typ="safe")
    document = yaml.load(BOOKS)
    document["pilot"] = slug
    document["cards"] = {**document["cards"], **cards}
    out = io.StringIO()
    yaml.dump(document, out)
    return import_pilot(out.getvalue(), actor=SYSTEM).id


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
