"""Stock: what one curator holds or has sent is not promised to another customer."""

from datetime import timedelta

import pytest
import time_machine
from flask import Flask
from sqlalchemy import select

from app.catalogue.stock import free_for
from app.clock import now
from app.console.desk import desk_of
from app.console.results import tile_of
from app.console.sending import send, undo
from app.console.tray import TrayChange, change_tray
from app.delivery.services import release_due
from app.exceptions import Invalid
from app.extensions import db
from app.lifecycle import Status
from app.models import Brief, Item
from app.pilots.info import PilotInfo
from app.queue.services import LEASE, put_back
from tests.factories import change
from tests.integration.console.making import (
    fill,
    item_id,
    make_hand_pilot,
    make_held,
    make_staff,
    put,
)

KEY = "quiet-ferry"
TWO = (KEY, "soup")


@pytest.fixture
def pilot(app: Flask) -> PilotInfo:
    """Return a pilot with one Quiet Ferry left."""
    pilot = make_hand_pilot()
    change(db.session.get_one(Item, item_id(pilot, KEY)), stock=1)
    return pilot


def is_out(brief_id: int, one: int) -> bool:
    db.session.rollback()
    return tile_of(desk_of(brief_id), one).is_out


def has_stock_finding(brief_id: int) -> bool:
    db.session.rollback()
    return any(finding.code == "stock" for finding in desk_of(brief_id).tray.findings)


def test_the_last_one_in_a_tray_is_out_of_stock_for_others(pilot: PilotInfo) -> None:
    mara, sam = make_staff(pilot), make_staff(pilot, "Sam Reyes")
    first, second = make_held(pilot, mara), make_held(pilot, sam)
    [one] = put(pilot, first, mara, KEY)

    put(pilot, second, sam, KEY)

    assert not is_out(first, one)
    assert not has_stock_finding(first)
    assert is_out(second, one)
    assert has_stock_finding(second)


def test_what_was_sent_stays_reserved_until_it_is_released(pilot: PilotInfo) -> None:
    mara, sam = make_staff(pilot), make_staff(pilot, "Sam Reyes")
    first, second = make_held(pilot, mara), make_held(pilot, sam)
    one = fill(pilot, first, mara, *TWO)[0]
    send(first, actor=mara, version=desk_of(first).tray.version)

    reserved = is_out(second, one)
    undo(first, actor=mara)
    change_tray(first, TrayChange("remove", one), actor=mara)

    assert reserved
    assert not is_out(second, one)


def test_releasing_takes_one_out_of_stock(pilot: PilotInfo) -> None:
    mara = make_staff(pilot)
    brief_id = make_held(pilot, mara)
    one = fill(pilot, brief_id, mara, *TWO)[0]
    unlimited = db.session.scalar(select(Item.id).where(Item.stock.is_(None)).limit(1))
    send(brief_id, actor=mara, version=desk_of(brief_id).tray.version)

    with time_machine.travel(now() + timedelta(minutes=2), tick=False):
        assert release_due() == 1

    db.session.rollback()
    assert db.session.get_one(Brief, brief_id).status == Status.DELIVERED
    assert db.session.get_one(Item, one).stock == 0
    assert unlimited is None or db.session.get_one(Item, unlimited).stock is None


def test_a_second_send_of_the_last_one_is_stopped(pilot: PilotInfo) -> None:
    mara, sam = make_staff(pilot), make_staff(pilot, "Sam Reyes")
    first, second = make_held(pilot, mara), make_held(pilot, sam)
    fill(pilot, first, mara, *TWO)
    fill(pilot, second, sam, *TWO)
    send(first, actor=mara, version=desk_of(first).tray.version)

    with pytest.raises(Invalid, match="out of stock"):
        send(second, actor=sam, version=desk_of(second).tray.version)


def test_a_brief_put_back_or_left_lying_reserves_nothing(pilot: PilotInfo) -> None:
    mara, sam = make_staff(pilot), make_staff(pilot, "Sam Reyes")
    first, second = make_held(pilot, mara), make_held(pilot, sam)
    [one] = put(pilot, first, mara, KEY)

    with time_machine.travel(now() + LEASE + timedelta(seconds=1), tick=False):
        assert free_for(second, {one: 1}) == {one: 1}
    put_back(first, actor=mara, reason="")

    assert not is_out(second, one)


def test_test_briefs_reserve_nothing(pilot: PilotInfo) -> None:
    mara, sam = make_staff(pilot), make_staff(pilot, "Sam Reyes")
    first, second = make_held(pilot, mara), make_held(pilot, sam)
    [one] = put(pilot, first, mara, KEY)

    change(db.session.get_one(Brief, first), is_test=True)

    assert not is_out(second, one)
