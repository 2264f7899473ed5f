"""A claim is a lease: one holder at a time, lapsing when idle, with the draft kept."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import select

from app import clock
from app.clock import now
from app.exceptions import Conflict, Invalid
from app.extensions import db
from app.lifecycle import Role
from app.log import Actor
from app.models import Brief, Event, Tray
from app.pilots.info import PilotInfo
from app.queue.services import (
    Reader,
    claim,
    hand_over,
    list_queue,
    put_back,
    renew_lease,
    take_next,
    take_over,
)
from tests.factories import change, make_brief, make_pilot, make_staff


@pytest.fixture
def pilot(app: Flask) -> PilotInfo:
    return make_pilot()


@pytest.fixture
def mara(pilot: PilotInfo) -> Actor:
    return make_staff(pilot, Role.CURATOR, name="Mara Okafor")


@pytest.fixture
def sam(pilot: PilotInfo) -> Actor:
    return make_staff(pilot, Role.CURATOR, name="Sam Reed")


@pytest.fixture
def later() -> Iterator[None]:
    with clock.pretend(now() + timedelta(minutes=11)):
        yield


def fresh(brief: Brief) -> Brief:
    db.session.expire_all()
    return db.session.get_one(Brief, brief.id)


def kinds(brief: Brief) -> list[str]:
    return list(
        db.session.scalars(select(Event.kind).where(Event.brief_id == brief.id).order_by(Event.id))
    )


def test_take_next_gives_the_most_urgent_brief(pilot: PilotInfo, mara: Actor) -> None:
    first, second = make_brief(pilot), make_brief(pilot)
    change(second, promised_at=first.promised_at - timedelta(hours=1))

    assert take_next([pilot.id], actor=mara) == second.id
    assert take_next([pilot.id], actor=mara) == first.id
    assert take_next([pilot.id], actor=mara) is None


def test_take_next_leaves_arms_without_a_person_alone(pilot: PilotInfo, mara: Actor) -> None:
    make_brief(pilot, arm="generic")

    assert take_next([pilot.id], actor=mara) is None


def test_a_claim_is_refused_with_the_holders_name_when_somebody_was_quicker(
    pilot: PilotInfo, mara: Actor, sam: Actor
) -> None:
    brief = make_brief(pilot)
    claim(brief.id, actor=mara)

    with pytest.raises(Conflict, match="Mara Okafor is working"):
        claim(brief.id, actor=sam)


def test_a_lapsed_claim_goes_to_the_next_curator_with_its_draft(
    pilot: PilotInfo, mara: Actor, sam: Actor, request: pytest.FixtureRequest
) -> None:
    brief = make_brief(pilot)
    claim(brief.id, actor=mara)
    change(db.session.get_one(Tray, brief.id), letter="Half a letter")

    request.getfixturevalue("later")
    assert take_next([pilot.id], actor=sam) == brief.id

    assert fresh(brief).owner_id == sam.id
    assert db.session.get_one(Tray, brief.id).letter == "Half a letter"
    assert kinds(brief)[-3:] == ["claimed", "lapsed", "claimed"]
    with pytest.raises(Conflict, match="Sam Reed is working"):
        renew_lease(brief.id, actor=mara)


def test_a_lapsed_claim_is_renewed_when_nobody_took_it(
    pilot: PilotInfo, mara: Actor, request: pytest.FixtureRequest
) -> None:
    brief = make_brief(pilot)
    claim(brief.id, actor=mara)
    request.getfixturevalue("later")

    until = renew_lease(brief.id, actor=mara)

    assert until > now()
    assert fresh(brief).owner_id == mara.id


def test_put_back_frees_the_brief_and_keeps_the_reason_aside(
    pilot: PilotInfo, mara: Actor, sam: Actor
) -> None:
    brief = make_brief(pilot)
    claim(brief.id, actor=mara)

    put_back(brief.id, actor=mara, reason="Not my field")

    assert take_next([pilot.id], actor=sam) == brief.id
    payloads = db.session.scalars(select(Event.payload).where(Event.brief_id == brief.id)).all()
    assert "Not my field" not in str(payloads)


def test_hand_over_wants_a_colleague_of_the_pilot(
    pilot: PilotInfo, mara: Actor, sam: Actor
) -> None:
    brief = make_brief(pilot)
    claim(brief.id, actor=mara)
    stranger = make_staff(None, name="Kim Stranger")

    with pytest.raises(Invalid):
        hand_over(brief.id, actor=mara, to=stranger.id or 0)
    hand_over(brief.id, actor=mara, to=sam.id or 0)

    assert fresh(brief).owner_id == sam.id


def test_take_over_needs_a_reason_and_is_logged(pilot: PilotInfo, mara: Actor) -> None:
    brief = make_brief(pilot)
    lead = make_staff(pilot, Role.LEAD, name="Lea Dvorak")
    claim(brief.id, actor=mara)

    with pytest.raises(Invalid):
        take_over(brief.id, actor=lead, reason="  ")
    take_over(brief.id, actor=lead, reason="Mara is ill")

    assert fresh(brief).owner_id == lead.id
    event = db.session.scalars(select(Event).where(Event.kind == "taken_over")).one()
    assert event.payload == {"from": mara.id}


def test_the_queue_tells_none_waiting_from_held_by_others(
    pilot: PilotInfo, mara: Actor, sam: Actor
) -> None:
    empty = list_queue([pilot.id], reader=Reader(sam.id or 0))
    for brief in (make_brief(pilot), make_brief(pilot), make_brief(pilot)):
        claim(brief.id, actor=mara)
    held = list_queue([pilot.id], reader=Reader(sam.id or 0))

    assert (empty.free, empty.held_by_others) == (0, 0)
    assert (held.free, held.held_by_others) == (0, 3)
    assert {row.who for row in held.rows} == {"Mara Okafor is editing"}


def test_a_late_brief_says_so(pilot: PilotInfo, mara: Actor) -> None:
    brief = make_brief(pilot)
    change(brief, promised_at=now() - timedelta(minutes=25))

    row = list_queue([pilot.id], reader=Reader(mara.id or 0)).rows[0]

    assert (row.urgency, row.due) == ("late", "25 m late")
    assert row.name == "Ana Lindqvist"
    assert row.wish == "Something kind but not sugary."
