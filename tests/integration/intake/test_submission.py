"""A submission happens once, whole, and draws an arm that stays."""

import threading
from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import func, select
from time_machine import travel

from app.exceptions import Gone, Invalid
from app.extensions import db
from app.intake import links
from app.intake.services import save_step, start_draft, submit
from app.log import SYSTEM
from app.models import (
    Assignment,
    Brief,
    BriefAnswers,
    Customer,
    CustomerIdentity,
    CustomerLink,
    Event,
    OutboxRow,
    Pilot,
)
from app.pilots.services import set_status
from app.queue.assignment import draw_arm
from tests.factories import make_draft, make_pilot

AGREED = {"process": True, "training": False}


def send(pilot, address: str = "ana@reader.example", **consents: bool) -> Brief:  # type: ignore[no-untyped-def]
    sent = submit(make_draft(pilot, address=address), consents={**AGREED, **consents})
    return db.session.get_one(Brief, sent.brief_id)


def test_a_submission_leaves_everything_that_follows_from_it(app: Flask) -> None:
    pilot = make_pilot()

    with travel("2026-11-23 09:00:00+00:00", tick=False):
        brief = send(pilot, training=True)

    customer = db.session.get_one(Customer, brief.customer_id)
    assignment = db.session.scalars(select(Assignment)).one()
    kinds = db.session.scalars(
        select(Event.kind).where(Event.brief_id == brief.id).order_by(Event.id)
    ).all()
    assert (brief.status, brief.sequence, brief.arm) == ("waiting", 1, assignment.arm)
    assert brief.promised_at == brief.submitted_at + timedelta(hours=24)
    assert brief.window_closes_at == brief.promised_at + timedelta(days=14)
    assert customer.may_train
    assert customer.proven_at is None
    assert kinds == ["draft_begun", "submitted", "assigned"]
    assert set(db.session.scalars(select(CustomerLink.kind))) == {"screen", "mail"}
    assert [row.kind for row in db.session.scalars(select(OutboxRow))] == ["received"]


def test_the_arm_can_be_drawn_again_from_what_is_kept(app: Flask) -> None:
    pilot = make_pilot()
    brief = send(pilot)

    row = db.session.scalars(select(Assignment)).one()
    key = db.session.get_one(Customer, brief.customer_id).key_hash
    salt = db.session.get_one(Pilot, pilot.id).salt
    again = draw_arm(salt, key, pilot.definition.arm_weights())
    event = db.session.scalars(select(Event).where(Event.kind == "assigned")).one()
    assert (row.arm, row.hash, row.probability) == (again.arm, again.hash, again.probability)
    assert event.payload["arm"] == again.arm
    assert event.payload["probability"] == again.probability
    assert not row.forced


def test_name_and_address_stand_in_the_side_table_alone(app: Flask) -> None:
    brief = send(make_pilot())

    identity = db.session.get_one(CustomerIdentity, brief.customer_id)
    assert (identity.name, identity.address) == ("Ana Lindqvist", "ana@reader.example")
    payloads = str([event.payload for event in db.session.scalars(select(Event))])
    assert "Ana" not in payloads
    assert "reader.example" not in payloads


def test_a_customer_who_returns_keeps_the_arm(app: Flask) -> None:
    pilot = make_pilot()

    first, second = send(pilot), send(pilot, " ANA@Reader.Example")

    assert first.customer_id == second.customer_id
    assert (first.arm, second.sequence) == (second.arm, 2)
    assert db.session.scalar(select(func.count(Assignment.id))) == 1


def test_an_address_typed_can_take_back_training_but_not_give_it(app: Flask) -> None:
    pilot = make_pilot()
    brief = send(pilot, training=True)
    customer = db.session.get_one(Customer, brief.customer_id)

    send(pilot, training=False)
    taken_back = db.session.get_one(Customer, customer.id, populate_existing=True).may_train
    send(pilot, training=True)
    given_again = db.session.get_one(Customer, customer.id, populate_existing=True).may_train

    assert (taken_back, given_again) == (False, False)


def test_each_consent_is_kept_with_time_version_and_hash_of_its_text(app: Flask) -> None:
    pilot = make_pilot()
    brief = send(pilot)

    kept = db.session.get_one(BriefAnswers, brief.id).consents
    assert {key: value["given"] for key, value in kept.items()} == AGREED
    assert kept["process"]["form_version_id"] == pilot.form_id
    assert len(kept["process"]["text_sha256"]) == 64


def test_without_the_needed_consent_nothing_is_sent(app: Flask) -> None:
    public_id = make_draft(make_pilot())

    with pytest.raises(Invalid) as refusal:
        submit(public_id, consents={"training": True})

    assert set(refusal.value.problems) == {"process"}
    assert db.session.scalars(select(Customer)).all() == []


def test_an_unfinished_draft_is_not_sent(app: Flask) -> None:
    public_id = start_draft(make_pilot())
    save_step(public_id, "mood", {"mood": ["slow"]})

    with pytest.raises(Invalid) as refusal:
        submit(public_id, consents=AGREED)

    assert refusal.value.field == "wish"
    assert "wish" in refusal.value.problems


def test_a_repeat_returns_the_same_brief(app: Flask) -> None:
    public_id = make_draft(make_pilot())

    first = submit(public_id, consents=AGREED)
    second = submit(public_id, consents={})

    assert first == second
    assert links.open_link(first.screen_token).kind == "screen"
    assert db.session.scalar(select(func.count(OutboxRow.id))) == 1


def test_a_pilot_closed_meanwhile_takes_nothing_and_loses_nothing(app: Flask) -> None:
    pilot = make_pilot()
    public_id = make_draft(pilot)
    set_status(pilot.slug, "closed", actor=SYSTEM)

    with pytest.raises(Gone):
        submit(public_id, consents=AGREED)

    brief = db.session.scalars(select(Brief).where(Brief.public_id == public_id)).one()
    assert brief.status == "draft"
    assert db.session.get_one(BriefAnswers, brief.id).answers["wish"]


def test_a_test_brief_goes_to_its_arm_and_stands_apart_from_the_customer(app: Flask) -> None:
    pilot = make_pilot()
    real = send(pilot)
    public_id = start_draft(pilot, is_test=True, force_arm="generic")
    save_step(public_id, "mood", {"mood": ["slow"]})
    save_step(public_id, "wish", {"wish": "a test", "avoid": "", "budget": ""})
    save_step(public_id, "you", {"name": "Tess", "email": "ana@reader.example"})

    sent = submit(public_id, consents=AGREED)

    test = db.session.get_one(Brief, sent.brief_id)
    row = db.session.scalars(
        select(Assignment).where(Assignment.customer_id == test.customer_id)
    ).one()
    assert test.is_test
    assert test.customer_id != real.customer_id
    assert (test.arm, row.arm, row.forced, row.probability) == ("generic", "generic", True, 1.0)
    assert db.session.get_one(Customer, test.customer_id).is_test


def test_only_a_test_can_be_led_to_an_arm(app: Flask) -> None:
    pilot = make_pilot()

    with pytest.raises(Invalid):
        start_draft(pilot, force_arm="hand")


def test_a_simulated_brief_puts_nothing_into_the_outbox(app: Flask) -> None:
    pilot = make_pilot()
    public_id = start_draft(pilot, is_simulated=True)
    save_step(public_id, "mood", {"mood": ["slow"]})
    save_step(public_id, "wish", {"wish": "x", "avoid": None, "budget": None})
    save_step(public_id, "you", {"name": "Sim", "email": "sim@reader.example"})

    sent = submit(public_id, consents=AGREED)

    assert db.session.scalars(select(OutboxRow)).all() == []
    brief = db.session.get_one(Brief, sent.brief_id)
    assert db.session.get_one(Customer, brief.customer_id).is_simulated


def test_mails_to_an_address_are_capped(app: Flask) -> None:
    pilot = make_pilot()

    for _ in range(7):
        send(pilot)

    assert db.session.scalar(select(func.count(OutboxRow.id))) == 5


def test_pressed_at_the_same_time_it_is_sent_once(app: Flask) -> None:
    pilot = make_pilot()
    public_ids = [make_draft(pilot, address="ana@reader.example") for _ in range(3)]
    db.session.remove()
    barrier = threading.Barrier(9)
    results: list[tuple[str, int]] = []
    faults: list[BaseException] = []

    def press(public_id: str) -> None:
        with app.app_context():
            barrier.wait()
            try:
                results.append((public_id, submit(public_id, consents=AGREED).brief_id))
            except BaseException as fault:
                faults.append(fault)
            finally:
                db.session.remove()

    threads = [threading.Thread(target=press, args=(public_id,)) for public_id in public_ids * 3]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert faults == []
    assert len(results) == 9
    assert len(set(results)) == 3
    assert db.session.scalar(select(func.count(Customer.id))) == 1
    assert db.session.scalar(select(func.count(Assignment.id))) == 1
    assert sorted(db.session.scalars(select(Brief.sequence))) == [1, 2, 3]
    submitted = select(func.count(Event.id)).where(Event.kind == "submitted")
    assert db.session.scalar(submitted) == 3
