"""The worker answers the arms without a person, from the pilot file."""

import io
from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import select

from app import clock
from app.catalogue.importing import import_catalogue
from app.clock import now
from app.extensions import db
from app.log import SYSTEM
from app.models import Brief, Event, ItemVersion, Pick, Pilot, Selection
from app.pilots.services import get_pilot
from app.queue.services import answer_waiting
from tests.factories import change, make_brief, make_pilot
from tests.pilots import BOOKS_CATALOGUE


def picked(brief: Brief) -> list[str]:
    query = (
        select(ItemVersion.title)
        .join(Pick, Pick.item_version_id == ItemVersion.id)
        .where(Pick.brief_id == brief.id)
        .order_by(Pick.position)
    )
    return list(db.session.scalars(query))


@pytest.mark.parametrize(
    ("arm", "policy", "titles"),
    [
        (
            "generic",
            "generic@1",
            ["The Quiet Ferry", "The Second Allotment", "A Short History of Soup"],
        ),
        (
            "segment",
            "rule:segment@1",
            ["The Quiet Ferry", "The Second Allotment", "Letters to a Slow River"],
        ),
    ],
)
def test_an_arm_without_a_person_is_answered_when_it_waits(
    app: Flask, arm: str, policy: str, titles: list[str]
) -> None:
    brief = make_brief(make_pilot(), arm=arm)

    assert answer_waiting() == 1

    db.session.expire_all()
    selection = db.session.scalars(select(Selection)).one()
    assert (brief.status, selection.policy, picked(brief)) == ("ready", policy, titles)
    assert brief.release_at == brief.promised_at
    picks = db.session.scalars(select(Pick)).all()
    assert {(pick.propensity, pick.propensity_kind) for pick in picks} == {(1.0, "deterministic")}


def test_a_hand_brief_is_never_answered_by_the_worker(app: Flask) -> None:
    make_brief(make_pilot(), arm="hand")

    assert answer_waiting() == 0


def test_a_bare_shelf_is_noted_once_when_a_place_stays_empty(app: Flask) -> None:
    pilot = make_pilot(catalogue="key,title\nsoup,Soup\n", live=False)
    change(db.session.get_one(Pilot, pilot.id), status="live")
    brief = make_brief(get_pilot(pilot.slug), arm="generic")

    assert [answer_waiting(), answer_waiting()] == [0, 0]
    events = db.session.scalars(select(Event).where(Event.kind == "policy_unable")).all()
    assert [event.payload for event in events] == [{"empty_slots": 2}]
    assert db.session.get_one(Brief, brief.id).status == "waiting"


def test_a_brief_is_answered_once_the_catalogue_holds_what_was_missing(app: Flask) -> None:
    pilot = make_pilot(catalogue="key,title\nsoup,Soup\n", live=False)
    change(db.session.get_one(Pilot, pilot.id), status="live")
    make_brief(get_pilot(pilot.slug), arm="generic")
    answer_waiting()

    whole = io.BytesIO(BOOKS_CATALOGUE.encode())
    import_catalogue(pilot.id, whole, name="books.csv", actor=SYSTEM)

    with clock.pretend(now() + timedelta(minutes=16)):
        assert answer_waiting() == 1
