"""Finished selections reach the customer at their time, once, and matured briefs are closed."""

from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import select

from app import clock
from app.clock import now
from app.delivery.services import close_due, release_due, release_early
from app.exceptions import Conflict
from app.extensions import db
from app.models import Brief, Delivery, Event, OutboxRow
from app.queue.services import answer_waiting
from tests.factories import make_brief, make_pilot, make_staff


def ready_brief() -> Brief:
    brief = make_brief(make_pilot(), arm="generic")
    answer_waiting()
    db.session.expire_all()
    return brief


def test_nothing_is_released_before_its_time(app: Flask) -> None:
    ready_brief()

    assert release_due() == 0


def test_a_brief_is_released_once_at_its_time(app: Flask) -> None:
    brief = ready_brief()

    with clock.pretend(brief.release_at + timedelta(seconds=1)):
        assert [release_due(), release_due()] == [1, 0]

    db.session.expire_all()
    delivery = db.session.scalars(select(Delivery)).one()
    assert (brief.status, delivery.released_by, delivery.deviation) == ("delivered", "worker", None)
    mails = db.session.scalars(select(OutboxRow.kind).order_by(OutboxRow.id)).all()
    assert mails == ["received", "delivered"]


def test_an_early_release_is_noted_as_a_deviation(app: Flask) -> None:
    brief = ready_brief()
    pilot_lead = make_staff(None, name="Lea Dvorak")

    release_early(brief.id, actor=pilot_lead)

    delivery = db.session.scalars(select(Delivery)).one()
    assert (delivery.released_by, delivery.deviation) == ("lead", "released_early")
    event = db.session.scalars(select(Event).where(Event.kind == "released")).one()
    assert event.payload == {"deviation": "released_early"}
    with pytest.raises(Conflict):
        release_early(brief.id, actor=pilot_lead)


def test_a_brief_is_closed_when_its_window_ends(app: Flask) -> None:
    brief = ready_brief()
    with clock.pretend(brief.release_at + timedelta(seconds=1)):
        release_due()

    assert close_due() == 0
    with clock.pretend(brief.window_closes_at + timedelta(seconds=1)):
        assert close_due() == 1

    db.session.expire_all()
    assert brief.status == "closed"


def test_the_window_starts_at_the_promise(app: Flask) -> None:
    brief = ready_brief()

    assert brief.window_closes_at - brief.promised_at == timedelta(days=14)
    assert brief.promised_at > now() + timedelta(hours=23)
