"""New pilots: from nothing, from a template, from a file, or as the next round of one."""

import csv
import io
from functools import lru_cache
from typing import Any

from pydantic import TypeAdapter, ValidationError
from sqlalchemy import select

from app import log
from app.catalogue.importing import import_catalogue
from app.clock import now
from app.database import writing
from app.exceptions import Conflict, Invalid
from app.extensions import db
from app.lifecycle import Role
from app.log import Actor
from app.models import Item, ItemVersion, Membership, Pilot, PilotDraft
from app.paths import SEED
from app.pilots.definition import PilotDefinition, Slug
from app.pilots.info import PilotInfo
from app.pilots.pilot_file import parse_pilot
from app.pilots.publishing import publish_definition
from app.pilots.reading import get_pilot
from app.pilots.starter import first_draft, starter

TAKEN_WORDS = frozenset({"new"})
_SLUG = TypeAdapter[str](Slug)


@lru_cache(maxsize=1)
def templates() -> dict[str, PilotDefinition]:
    """Return the pilots that ship with the product, by name in the address."""
    found = (parse_pilot(path.read_text("utf-8")) for path in sorted(SEED.glob("pilots/*.yaml")))
    return {each.pilot: each for each in found}


def create_empty(slug: str, name: str, *, actor: Actor) -> PilotInfo:
    """Make a pilot from nothing; its working copy waits in the builder."""
    definition = starter(_checked_slug(slug), _checked_name(name))
    with writing():
        made = _create(definition, actor)
        db.session.add(
            PilotDraft(
                pilot_id=made.id,
                document=first_draft(definition),
                version=1,
                changed_at=now(),
                changed_by=actor.id if actor.kind == "staff" else None,
            )
        )
    return made


def create_from_template(
    template: str, slug: str, name: str, *, catalogue: bool = True, actor: Actor
) -> PilotInfo:
    """Make a pilot like one that ships with the product, with its catalogue unless unwanted."""
    if template not in templates():
        raise Invalid("Choose one of the templates.", field="template")
    values = {"pilot": _checked_slug(slug), "name": _checked_name(name)}
    made = _create(templates()[template].model_copy(update=values), actor)
    table = SEED / "catalogues" / f"{template}.csv"
    if catalogue and table.is_file():
        with table.open("rb") as source:
            import_catalogue(made.id, source, name=table.name, actor=actor)
    return get_pilot(made.slug)


def create_from_file(text: str, *, actor: Actor) -> PilotInfo:
    """Make a pilot from its file; one that exists already is left alone."""
    definition = parse_pilot(text)
    return _create(definition.model_copy(update={"pilot": _checked_slug(definition.pilot)}), actor)


def clone_pilot(
    slug: str, new_slug: str, *, name: str | None = None, catalogue: bool = False, actor: Actor
) -> PilotInfo:
    """Make the next round of a pilot: the same definition, a new name, a draft again."""
    source = get_pilot(slug)
    values = {"pilot": _checked_slug(new_slug), "name": _checked_name(name or source.name)}
    made = _create(source.definition.model_copy(update=values), actor, source=source.id)
    if catalogue and source.catalogue_version:
        table = _catalogue_table(source.id)
        import_catalogue(made.id, table, name=f"{slug}.csv", actor=actor)
    return get_pilot(made.slug)


def _create(definition: PilotDefinition, actor: Actor, *, source: int | None = None) -> PilotInfo:
    with writing():
        if db.session.scalar(select(Pilot.id).where(Pilot.slug == definition.pilot)):
            raise Conflict(
                f"There is a pilot '{definition.pilot}' already. Choose another name.", field="slug"
            )
        made = publish_definition(definition, actor=actor)
        if source is not None:
            log.append("pilot_cloned", actor=actor, pilot_id=made.id, source=source)
        if actor.kind == "staff" and actor.id is not None:
            role = Role.OWNER.value
            db.session.add(Membership(pilot_id=made.id, staff_id=actor.id, role=role))
            log.append("role_granted", actor=actor, pilot_id=made.id, staff=actor.id, role=role)
    return made


def _checked_slug(slug: str) -> str:
    slug = slug.strip().lower()
    try:
        found = _SLUG.validate_python(slug)
    except ValidationError as error:
        raise Invalid(
            "Write small letters, digits and hyphens, such as spring-books.", field="slug"
        ) from error
    if found in TAKEN_WORDS:
        raise Invalid(f"'{found}' is a word of the address already. Choose another.", field="slug")
    return found


def _checked_name(name: str) -> str:
    name = name.strip()
    if not name or len(name) > 200:
        raise Invalid("Write a name of at most 200 characters.", field="name")
    return name


def _catalogue_table(pilot_id: int) -> io.BytesIO:
    """Write the current items of a pilot as the table that the import reads."""
    rows = db.session.execute(
        select(Item.key, Item.stock, ItemVersion)
        .join(ItemVersion, ItemVersion.id == Item.current_version_id)
        .where(Item.pilot_id == pilot_id, Item.archived_at.is_(None))
        .order_by(Item.id)
    ).all()
    names = list(dict.fromkeys(name for _, _, version in rows for name in version.attributes))
    out = io.StringIO()
    table = csv.writer(out)
    table.writerow([*_COLUMNS, *names])
    for key, stock, version in rows:
        price = "" if version.price_minor is None else f"{version.price_minor / 100:.2f}"
        cells: list[Any] = [
            key,
            version.title,
            version.maker,
            version.description,
            price,
            version.currency,
        ]
        cells += [version.picture, version.link, ";".join(version.tags), stock]
        table.writerow([*map(_cell, cells), *(_cell(version.attributes.get(n)) for n in names)])
    return io.BytesIO(out.getvalue().encode())


_COLUMNS = (
    *("key", "title", "maker", "description", "price"),
    *("currency", "picture", "link", "tags", "stock"),
)


def _cell(value: Any) -> str:
    if isinstance(value, list):
        return ";".join(map(str, value))
    return "" if value is None else str(value)
