"""Everybody presses at once: one selection is recorded, one delivery made, one mail written."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import func, select

from app import clock
from app.clock import now
from app.console.services import Reason, TrayChange, change_tray, send, undo, write_reason
from app.delivery.services import release_due, release_early, take_set, withdraw
from app.exceptions import Conflict, ProductError, StaleVersion
from app.extensions import db
from app.intake.services import draft, save_step, start_draft, submit
from app.lifecycle import Role
from app.log import Actor
from app.models import Brief, BriefAnswers, Delivery, Event, Item, OutboxRow, Outcome, Selection
from app.pilots.info import PilotInfo
from app.queue.leases import LEASE
from app.queue.services import claim, put_back
from tests.factories import make_brief, make_draft, make_pilot, make_staff
from tests.integration.queue.test_concurrency import race
from tests.pilots import BOOKS

AT_ONCE = 16
FREE = BOOKS.replace("budget: warn", "budget: 'off', never: 'off'")


def ready_to_send() -> tuple[PilotInfo, Brief, Actor, int]:
    """Return a brief held by a curator with a full tray, and the tray's version."""
    pilot = make_pilot(FREE)
    curator = make_staff(pilot, Role.CURATOR, Role.LEAD)
    brief = make_brief(pilot)
    claim(brief.id, actor=curator)
    items = select(Item.id).where(Item.pilot_id == pilot.id, Item.stock > 0).order_by(Item.id)
    for item_id in db.session.scalars(items).all()[: pilot.definition.size]:
        change_tray(brief.id, TrayChange("add", item_id), actor=curator)
        write_reason(brief.id, item_id, Reason("Kind people.", "mood"), version=1, actor=curator)
    return pilot, brief, curator, 1 + 2 * pilot.definition.size


def count(model: Any, *conditions: Any) -> int:
    db.session.rollback()
    return db.session.scalar(select(func.count()).select_from(model).where(*conditions)) or 0


def outcomes_of(app: Flask, work: Callable[[Actor], object], times: int = AT_ONCE) -> list[str]:
    """Do `work` so many times at once; return 'done' or the kind of refusal of each."""
    db.session.remove()

    def try_it(actor: Actor) -> list[object]:
        try:
            work(actor)
        except ProductError as refusal:
            return [type(refusal).__name__]
        return ["done"]

    return [str(one) for found in race(app, [Actor("system")] * times, try_it) for one in found]


def test_sixteen_sends_at_once_record_one_selection(app: Flask) -> None:
    _, brief, curator, version = ready_to_send()
    brief_id = brief.id

    said = outcomes_of(app, lambda _: send(brief_id, actor=curator, version=version))

    assert (said.count("done"), said.count("Conflict")) == (1, AT_ONCE - 1)
    assert count(Selection) == 1
    assert count(Event, Event.kind == "sent") == 1


def test_releasing_at_once_delivers_once(app: Flask) -> None:
    _, brief, curator, version = ready_to_send()
    due = send(brief.id, actor=curator, version=version) + timedelta(seconds=1)
    brief_id = brief.id

    def release(actor: Actor) -> None:
        with clock.pretend(due):
            release_due()
            release_early(brief_id, actor=curator)

    said = outcomes_of(app, release)

    assert set(said) <= {"done", "Conflict"}
    assert count(Delivery) == count(OutboxRow, OutboxRow.kind == "delivered") == 1
    assert count(Event, Event.kind == "released") == 1


def test_undo_and_release_at_once_leave_one_truth(app: Flask) -> None:
    _, brief, curator, version = ready_to_send()
    send(brief.id, actor=curator, version=version)
    brief_id = brief.id
    turns = iter(range(AT_ONCE))

    def either(_: Actor) -> None:
        if next(turns) % 2:
            undo(brief_id, actor=curator)
        else:
            release_early(brief_id, actor=curator)

    said = outcomes_of(app, either)

    assert said.count("done") == 1
    status = db.session.scalar(select(Brief.status).where(Brief.id == brief_id))
    assert count(Delivery) == (status == "delivered")
    assert status in {"claimed", "delivered"}


def test_after_release_nothing_is_taken_back_even_when_the_clock_goes_back(app: Flask) -> None:
    _, brief, curator, version = ready_to_send()
    send(brief.id, actor=curator, version=version)
    release_early(brief.id, actor=curator)

    with clock.pretend(now() - timedelta(hours=2)):
        said = outcomes_of(app, lambda _: undo(brief.id, actor=curator), times=2)

    assert said == ["Conflict", "Conflict"]


def test_sending_twice_after_an_undo_keeps_both_selections_and_delivers_the_second(
    app: Flask,
) -> None:
    _, brief, curator, version = ready_to_send()
    send(brief.id, actor=curator, version=version)
    undo(brief.id, actor=curator)
    due = send(brief.id, actor=curator, version=version)
    with clock.pretend(due + timedelta(seconds=1)):
        assert release_due() == 1

    delivered = db.session.scalars(select(Delivery.selection_id)).one()
    assert delivered == db.session.scalar(select(func.max(Selection.id)))
    assert count(Selection) == 2


def test_a_lapsed_lease_that_nobody_took_still_sends_and_a_taken_one_does_not(app: Flask) -> None:
    pilot, brief, curator, version = ready_to_send()
    other = make_staff(pilot, Role.CURATOR, name="Otto Other")
    with clock.pretend(now() + LEASE + timedelta(minutes=1)):
        claim(brief.id, actor=other)
        with pytest.raises(Conflict, match="Otto Other is working on this brief"):
            send(brief.id, actor=curator, version=version)
        put_back(brief.id, actor=other)
        claim(brief.id, actor=curator)
    with clock.pretend(now() + 3 * LEASE):
        send(brief.id, actor=curator, version=version)

    assert count(Selection) == 1


def test_a_tray_changed_in_another_tab_is_not_sent_unseen(app: Flask) -> None:
    _, brief, curator, version = ready_to_send()
    item_id = db.session.scalars(select(Item.id).order_by(Item.id)).first() or 0
    change_tray(brief.id, TrayChange("remove", item_id), actor=curator)

    with pytest.raises(StaleVersion):
        send(brief.id, actor=curator, version=version)
    assert count(Selection) == 0


def test_steps_saved_at_once_in_two_tabs_keep_every_answer(app: Flask) -> None:
    pilot = make_pilot()
    public_id = start_draft(pilot)
    tabs = iter([("mood", {"mood": ["slow"]}), ("wish", {"wish": "Rain", "avoid": "War"})] * 8)

    def save(_: Actor) -> None:
        step, answers = next(tabs)
        save_step(public_id, step, answers)

    said = outcomes_of(app, save)

    assert set(said) == {"done"}
    kept = draft(public_id)
    assert (kept.answers["mood"], kept.answers["wish"]) == (["slow"], "Rain")
    assert kept.version == 1 + AT_ONCE


def test_a_step_saved_while_the_brief_is_sent_is_in_it_or_refused(app: Flask) -> None:
    pilot = make_pilot()
    public_id = make_draft(pilot)
    consents = {"process": True}
    before = draft(public_id).version
    saved: list[int] = []
    turns = iter(range(8))

    def either(_: Actor) -> None:
        number = next(turns)
        if number % 2:
            submit(public_id, consents=consents)
        else:
            save_step(public_id, "wish", {"wish": f"Changed {number}"})
            saved.append(number)

    said = outcomes_of(app, either, times=8)

    stored = db.session.scalars(select(BriefAnswers)).one()
    sent = db.session.scalar(select(Brief.status)) != "draft"
    assert set(said) <= {"done", "Conflict"}
    assert stored.version == before + len(saved)
    assert bool(stored.consents) is sent
    assert count(Event, Event.kind == "submitted") == int(sent)
    assert count(OutboxRow, OutboxRow.kind == "received") == int(sent)


def test_a_double_tap_on_the_whole_set_keeps_each_pick_once(app: Flask) -> None:
    _, brief, curator, version = ready_to_send()
    send(brief.id, actor=curator, version=version)
    release_early(brief.id, actor=curator)
    brief_id = brief.id

    said = outcomes_of(app, lambda _: take_set(brief_id, taken=True), times=8)

    assert set(said) == {"done"}
    assert count(Outcome, Outcome.kind == "verdict") == 3
    assert count(Event, Event.kind == "first_answer") == 1
    assert count(Outcome, Outcome.kind == "opened") == 1


def test_a_brief_withdrawn_while_it_is_released_gets_no_mail(app: Flask) -> None:
    _, brief, curator, version = ready_to_send()
    send(brief.id, actor=curator, version=version)
    brief_id = brief.id
    turns = iter(range(8))

    def either(_: Actor) -> None:
        if next(turns) % 2:
            withdraw(brief_id)
        else:
            release_early(brief_id, actor=curator)

    outcomes_of(app, either, times=8)

    assert db.session.scalar(select(Brief.status).where(Brief.id == brief_id)) == "withdrawn"
    waiting = OutboxRow.kind == "delivered", OutboxRow.state == "waiting"
    assert count(OutboxRow, *waiting) == 0
