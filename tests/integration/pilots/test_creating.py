"""Pilots made from templates and from each other."""

import pytest
from flask import Flask
from sqlalchemy import select

from app.catalogue.services import cards
from app.exceptions import Conflict
from app.extensions import db
from app.lifecycle import Role
from app.log import SYSTEM
from app.models import Event, Item, ItemVersion, Membership
from app.pilots.creating import clone_pilot, create_from_template, templates
from app.pilots.drafting import drivers_of
from app.pilots.info import PilotInfo
from app.pilots.services import get_pilot, readiness_of
from tests.factories import make_pilot, make_staff


def contents(pilot: PilotInfo) -> dict[str, tuple]:
    ids = db.session.scalars(select(Item.id).where(Item.pilot_id == pilot.id)).all()
    return {
        card.key: (
            card.title,
            card.maker,
            card.description,
            card.price_minor,
            card.tags,
            card.attributes,
            card.stock,
        )
        for card in cards(pilot.id, ids).values()
    }


def test_a_cloned_catalogue_holds_the_same_items(app: Flask) -> None:
    first = make_pilot()

    second = clone_pilot("halfleaf", "again", catalogue=True, actor=SYSTEM)

    assert contents(second) == contents(first)
    assert {check.key for check in readiness_of(second) if check.is_must and not check.ok} == {
        "people"
    }


def test_without_the_flag_only_the_definition_is_cloned(app: Flask) -> None:
    make_pilot()

    second = clone_pilot("halfleaf", "again", name="Again", actor=SYSTEM)

    assert contents(second) == {}
    assert second.definition == get_pilot("halfleaf").definition.model_copy(
        update={"pilot": "again", "name": "Again"}
    )


def test_a_clone_knows_where_it_came_from_and_is_owned_by_its_maker(app: Flask) -> None:
    first = make_pilot()
    owner = make_staff(first, Role.OWNER)

    second = clone_pilot("halfleaf", "again", actor=owner)

    event = db.session.scalars(select(Event).where(Event.kind == "pilot_cloned")).one()
    held = db.session.scalars(select(Membership).where(Membership.pilot_id == second.id)).one()
    assert (event.pilot_id, event.payload) == (second.id, {"source": first.id})
    assert (held.staff_id, held.role) == (owner.id, "owner")
    assert drivers_of(second.id) is None


def test_a_name_that_is_taken_leaves_nothing_behind(app: Flask) -> None:
    make_pilot()

    with pytest.raises(Conflict, match="already"):
        clone_pilot("halfleaf", "halfleaf", catalogue=True, actor=SYSTEM)

    assert db.session.scalars(select(ItemVersion.pilot_id).distinct()).all() == [
        get_pilot("halfleaf").id
    ]


def test_every_template_is_sound_but_for_its_people(app: Flask) -> None:
    for name in templates():
        if name == "reading":  # ten thousand items: its journey is tested with the seeds
            continue
        made = create_from_template(name, f"my-{name}", "Mine", actor=SYSTEM)

        failing = {check.key for check in readiness_of(made) if check.is_must and not check.ok}
        assert failing <= {"people"}, name
