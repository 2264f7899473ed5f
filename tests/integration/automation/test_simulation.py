"""A simulated past is whole, possible, marked as such, and leaves the house quietly."""

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import func, select

from app.automation.simulation import simulate_customers
from app.automation.waiting import add_waiting
from app.catalogue.services import cards_of_versions
from app.exceptions import Invalid
from app.extensions import db
from app.lifecycle import Arm, Status
from app.models import (
    Assignment,
    Brief,
    BriefAnswers,
    Customer,
    Delivery,
    Event,
    Look,
    OutboxRow,
    Outcome,
    Pick,
    Search,
    Selection,
    SideText,
)
from tests.conftest import make_app, make_settings
from tests.integration.automation.making import make_demo_pilot

NOON = datetime(2026, 11, 2, 12, tzinfo=UTC)
ENDS = {Status.DELIVERED, Status.ANSWERED, Status.CLOSED, Status.DECLINED, Status.WITHDRAWN}


def rows(table: Any) -> list[Any]:
    return list(db.session.scalars(select(table).order_by(table.id)))


def submitted() -> list[Brief]:
    return [brief for brief in rows(Brief) if brief.status != Status.DRAFT]


def test_books_leave_a_whole_past_of_marked_rows(app: Flask) -> None:
    make_demo_pilot("books")

    simulate_customers("books", customers=18, seed=4, until=NOON)

    briefs = submitted()
    assert len(briefs) == 18
    assert all(brief.is_simulated for brief in rows(Brief))
    assert all(customer.is_simulated for customer in rows(Customer))
    assert {Status(brief.status) for brief in briefs} <= ENDS
    assert {brief.arm for brief in briefs} == {"hand", "segment", "generic"}
    assert db.session.scalar(select(func.count(OutboxRow.id))) == 0
    for table in (Assignment, Search, Look, Selection, Pick, Delivery, Outcome):
        assert rows(table), table.__tablename__
    assert {
        *("draft_begun", "submitted", "assigned", "claimed", "tray_added", "sent", "released"),
        *("answered_by_policy", "first_answer", "closed"),
    } <= {event.kind for event in rows(Event)}
    assert {"opened", "verdict", "closing"} <= {outcome.kind for outcome in rows(Outcome)}
    assert {"reason", "letter", "comment", "words"} <= {text.field for text in rows(SideText)}


def test_past_lies_in_the_past_and_keeps_its_order(app: Flask) -> None:
    make_demo_pilot("books")

    simulate_customers("books", customers=8, seed=2, until=NOON)

    for brief in submitted():
        assert NOON - timedelta(weeks=11) < brief.created_at < brief.submitted_at < NOON
        if brief.delivered_at is not None:
            assert brief.promised_at <= brief.delivered_at <= NOON
    seen = rows(Event)
    of_briefs = [event for event in seen if event.brief_id]
    assert max(event.at for event in of_briefs) <= NOON
    for brief in submitted():
        moments = [event.at for event in of_briefs if event.brief_id == brief.id]
        assert moments == sorted(moments)


def test_hand_has_no_propensity_and_drawn_picks_have_one(app: Flask) -> None:
    make_demo_pilot("books")

    simulate_customers("books", customers=8, seed=3, until=NOON)

    by_hand = {one.id for one in rows(Selection) if one.arm == Arm.HAND}
    for pick in rows(Pick):
        assert (pick.propensity is None) == (pick.selection_id in by_hand)
    worked = [one for one in rows(Selection) if one.arm == Arm.HAND]
    assert all(one.policy.startswith("human:c") for one in worked)
    assert all(one.read_seconds and one.search_seconds and one.write_seconds for one in worked)
    assert all(one.candidates for one in worked)


def test_wardrobe_stylists_write_letters_and_fill_each_role(app: Flask) -> None:
    make_demo_pilot("wardrobe")

    simulate_customers("wardrobe", customers=6, seed=5, until=NOON)

    letters = [text for text in rows(SideText) if text.field == "letter"]
    picks = rows(Pick)
    shown = cards_of_versions([pick.item_version_id for pick in picks])
    tiers = {(pick.role, shown[pick.item_version_id].attributes["label_tier"]) for pick in picks}
    assert letters
    assert {role for role, _ in tiers} == {"core", "highlight", "discovery", "wildcard"}
    assert {tier for role, tier in tiers if role == "highlight"} == {"high-end"}
    assert {tier for role, tier in tiers if role == "discovery"} == {"unknown"}


def test_further_customers_are_other_people(app: Flask) -> None:
    make_demo_pilot("books")

    simulate_customers("books", customers=5, seed=1, until=NOON)
    simulate_customers("books", customers=5, seed=1, until=NOON)

    assert len(submitted()) == 10
    assert len(rows(Customer)) == 10


def test_a_real_pilot_takes_no_simulated_customers(app: Flask) -> None:
    make_demo_pilot("books", is_demo=False)

    with pytest.raises(Invalid, match="real pilot"):
        simulate_customers("books", customers=1, seed=1)

    assert rows(Brief) == []


def test_waiting_briefs_are_by_hand_marked_and_one_is_late(app: Flask) -> None:
    make_demo_pilot("books")

    assert add_waiting("books", until=NOON) == 8

    briefs = rows(Brief)
    assert {(brief.status, brief.arm, brief.is_simulated) for brief in briefs} == {
        ("waiting", "hand", True)
    }
    left = sorted(brief.promised_at - NOON for brief in briefs)
    assert left[0] < timedelta(0) < left[1] < timedelta(hours=2)
    assert left[-1] > timedelta(hours=20)
    assert not any(one.forced for one in rows(Assignment))
    assert db.session.scalar(select(func.count(OutboxRow.id))) == 0


@pytest.fixture
def two_worlds(tmp_path: Path, sqlite_template: Path) -> Iterator[list[Flask]]:
    apps = []
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        shutil.copy(sqlite_template, tmp_path / name / "backroom.sqlite3")
        apps.append(make_app(make_settings(tmp_path / name)))
    yield apps
    for app in apps:
        with app.app_context():
            db.session.remove()
            db.engine.dispose()


def history(app: Flask, seed: int) -> list[Any]:
    """Everything a seed decides, told by keys instead of ids."""
    with app.app_context():
        make_demo_pilot("books")
        simulate_customers("books", customers=8, seed=seed, until=NOON)
        told: list[Any] = [(b.arm, b.status, b.submitted_at, b.delivered_at) for b in rows(Brief)]
        told += [one.answers for one in db.session.scalars(select(BriefAnswers))]
        told += [(p.brief_id, p.position, p.item_id, p.reason_code) for p in rows(Pick)]
        told += [(o.brief_id, o.kind, o.value, o.at) for o in rows(Outcome)]
        told += [(e.brief_id, e.kind, e.at) for e in rows(Event) if e.brief_id]
        told += [text.words for text in rows(SideText)]
        db.session.remove()
        return told


def test_same_seed_tells_the_same_story(two_worlds: list[Flask]) -> None:
    first, second = (history(app, 7) for app in two_worlds)

    assert first == second


def test_another_seed_tells_another_story(two_worlds: list[Flask]) -> None:
    first, second = (history(app, seed) for app, seed in zip(two_worlds, (7, 8), strict=True))

    assert first != second
