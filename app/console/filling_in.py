"""What a curator fills in beside a pick, such as the payment offered."""

import json
from collections.abc import Mapping

from sqlalchemy import select

from app.catalogue.services import cards_of_versions
from app.console.tray import open_tray
from app.console.writing_down import mark_of
from app.database import writing
from app.exceptions import Invalid, NotFound, StaleVersion
from app.extensions import db
from app.log import Actor
from app.models import Brief, TrayPick
from app.pilots.pick_fields import Filled, Unreadable, Value, fill, of_item, read_value
from app.pilots.services import definition_of
from app.queue.services import known_facts


def write_fields(
    brief_id: int, item_id: int, typed: Mapping[str, str], *, seen: str, actor: Actor
) -> None:
    """Save what was typed into the fields of a pick; known facts are nobody's to change here."""
    with writing():
        brief, tray = open_tray(brief_id, actor=actor)
        pick = db.session.scalar(
            select(TrayPick).where(TrayPick.brief_id == brief_id, TrayPick.item_id == item_id)
        )
        if pick is None:
            raise NotFound("This pick is not in the tray any more.")
        found = _changed(_filled(brief, pick), typed)
        if found == pick.fields:
            return
        if mark_of_fields(pick.fields) != seen:
            raise StaleVersion(
                "These were changed in another window. Saving again keeps what you see here."
            )
        pick.fields = found
        tray.version += 1


def mark_of_fields(fields: Mapping[str, Value]) -> str:
    """Return a short mark of what is stored, so that a page can say which one it started from."""
    return mark_of(json.dumps(dict(fields), sort_keys=True))


def _filled(brief: Brief, pick: TrayPick) -> tuple[tuple[Filled, Filled], ...]:
    """Return each field as it stands and as it would be with nothing typed."""
    wanted = definition_of(brief.pilot_version_id).pick_fields
    card = cards_of_versions([pick.item_version_id])[pick.item_version_id]
    item = of_item(card.attributes, card.price_minor)
    facts = known_facts(brief)
    now = fill(wanted, item, facts=facts, typed=pick.fields)
    bare = fill(wanted, item, facts=facts)
    return tuple(zip(now, bare, strict=True))


def _changed(
    filled: tuple[tuple[Filled, Filled], ...], typed: Mapping[str, str]
) -> dict[str, Value]:
    kept: dict[str, Value] = {}
    problems: dict[str, str] = {}
    for now, bare in filled:
        key = now.field.key
        if now.is_known:
            continue
        try:
            value = read_value(now.field, typed[key]) if key in typed else now.value
        except Unreadable as error:
            problems[key] = str(error)
            continue
        if value != bare.value:
            kept[key] = value
    if problems:
        raise Invalid(" ".join(problems.values()), problems=problems)
    return kept
