"""The tray: places, order, reasons, and who may touch it."""

import pytest
from flask import Flask
from sqlalchemy import select

from app.console.desk import desk_of
from app.console.searching import Shown
from app.console.tray import TrayChange, change_tray
from app.console.writing_down import Reason, mark_of, write_letter, write_reason
from app.exceptions import Conflict, Invalid, NotFound, StaleVersion
from app.extensions import db
from app.models import Event, Search, SideText, TrayPick
from app.queue.services import put_back, take_over
from tests.integration.console.making import (
    item_id,
    make_brief,
    make_hand_pilot,
    make_held,
    make_pilot,
    make_staff,
    put,
)


def places(brief_id: int) -> list[int | None]:
    """Return the item of each place."""
    return [p.pick.card.item_id if p.pick else None for p in desk_of(brief_id).tray.places]


def kinds(brief_id: int) -> list[str]:
    """Return the tray's events in order."""
    query = select(Event.kind).where(Event.brief_id == brief_id).order_by(Event.id)
    return [kind for kind in db.session.scalars(query) if kind.startswith("tray_")]


def test_an_added_item_takes_the_first_empty_place(app: Flask) -> None:
    pilot = make_pilot()
    curator = make_staff(pilot)
    brief_id = make_held(pilot, curator)

    ferry, soup = put(pilot, brief_id, curator, "quiet-ferry", "soup")

    assert places(brief_id) == [ferry, soup, None]
    assert kinds(brief_id) == ["tray_added", "tray_added"]


def test_adding_the_same_item_twice_changes_nothing(app: Flask) -> None:
    pilot = make_pilot()
    curator = make_staff(pilot)
    brief_id = make_held(pilot, curator)

    put(pilot, brief_id, curator, "soup", "soup")

    assert kinds(brief_id) == ["tray_added"]


def test_an_item_asked_into_a_taken_place_moves_the_other_to_an_empty_one(app: Flask) -> None:
    pilot = make_pilot()
    curator = make_staff(pilot)
    brief_id = make_held(pilot, curator)
    (ferry,) = put(pilot, brief_id, curator, "quiet-ferry")
    soup = item_id(pilot, "soup")

    change_tray(brief_id, TrayChange("add", soup, place=1), actor=curator)

    assert places(brief_id) == [soup, ferry, None]


def test_a_full_tray_takes_nothing_more(app: Flask) -> None:
    pilot = make_pilot()
    curator = make_staff(pilot)
    brief_id = make_held(pilot, curator)
    full = put(pilot, brief_id, curator, "quiet-ferry", "soup", "river")

    with pytest.raises(Invalid, match="All 3 slots are full"):
        put(pilot, brief_id, curator, "dog")

    assert places(brief_id) == full


def test_picks_move_up_and_down_and_over_empty_places(app: Flask) -> None:
    pilot = make_pilot()
    curator = make_staff(pilot)
    brief_id = make_held(pilot, curator)
    ferry, soup = put(pilot, brief_id, curator, "quiet-ferry", "soup")

    change_tray(brief_id, TrayChange("up", soup), actor=curator)
    assert places(brief_id) == [soup, ferry, None]

    change_tray(brief_id, TrayChange("down", ferry), actor=curator)
    assert places(brief_id) == [soup, None, ferry]

    change_tray(brief_id, TrayChange("up", soup), actor=curator)
    assert places(brief_id) == [soup, None, ferry]


def test_a_dragged_order_is_kept_and_a_stale_one_refused(app: Flask) -> None:
    pilot = make_pilot()
    curator = make_staff(pilot)
    brief_id = make_held(pilot, curator)
    ferry, soup = put(pilot, brief_id, curator, "quiet-ferry", "soup")

    change_tray(brief_id, TrayChange("order", order=(None, soup, ferry)), actor=curator)
    assert places(brief_id) == [None, soup, ferry]

    with pytest.raises(Conflict, match="another window"):
        change_tray(brief_id, TrayChange("order", order=(soup,)), actor=curator)
    with pytest.raises(Conflict):
        change_tray(brief_id, TrayChange("order", order=(soup, soup, ferry)), actor=curator)


def test_a_removed_pick_leaves_its_words_in_the_log(app: Flask) -> None:
    pilot = make_pilot()
    curator = make_staff(pilot)
    brief_id = make_held(pilot, curator)
    (soup,) = put(pilot, brief_id, curator, "soup")
    write_reason(brief_id, soup, Reason("It is funny."), version=1, actor=curator)

    change_tray(brief_id, TrayChange("remove", soup), actor=curator)

    assert places(brief_id) == [None, None, None]
    words = db.session.scalars(select(SideText.words).where(SideText.subject == "event")).all()
    assert words == ["It is funny."]


def test_an_item_of_another_pilot_cannot_be_added(app: Flask) -> None:
    pilot, other = make_pilot(), make_hand_pilot()
    curator = make_staff(pilot)
    brief_id = make_held(pilot, curator)

    with pytest.raises(NotFound):
        change_tray(brief_id, TrayChange("add", item_id(other, "soup")), actor=curator)


def test_adding_from_a_search_settles_it_once(app: Flask) -> None:
    pilot = make_pilot()
    curator = make_staff(pilot)
    brief_id = make_held(pilot, curator)
    ferry, soup = item_id(pilot, "quiet-ferry"), item_id(pilot, "soup")
    shown = Shown(words="kind", total=2, items=(soup, ferry, 10**12))

    for one in (ferry, soup):
        change_tray(brief_id, TrayChange("add", one), actor=curator, shown=shown)

    rows = db.session.scalars(select(Search)).all()
    assert [(row.items, row.settled_by) for row in rows] == [([soup, ferry], "used")]
    picks = db.session.scalars(select(TrayPick)).all()
    assert {pick.search_id for pick in picks} == {rows[0].id}
    words = select(SideText.words).where(SideText.subject == "search")
    assert db.session.scalars(words).all() == ["kind"]


def test_only_the_holder_may_touch_the_tray(app: Flask) -> None:
    pilot = make_pilot()
    curator = make_staff(pilot)
    sam = make_staff(pilot, "Sam Adeyemi", "lead")
    brief_id = make_held(pilot, curator)
    (soup,) = put(pilot, brief_id, curator, "soup")

    with pytest.raises(Conflict, match="Mara Okafor is working on this brief"):
        change_tray(brief_id, TrayChange("remove", soup), actor=sam)

    take_over(brief_id, actor=sam, reason="Mara is ill")
    with pytest.raises(Conflict, match="Sam Adeyemi"):
        write_reason(brief_id, soup, Reason("Late words"), version=1, actor=curator)
    assert places(brief_id)[0] == soup


def test_the_draft_stays_when_a_brief_is_put_back(app: Flask) -> None:
    pilot = make_pilot()
    curator = make_staff(pilot)
    brief_id = make_held(pilot, curator)
    (soup,) = put(pilot, brief_id, curator, "soup")

    put_back(brief_id, actor=curator, reason="")

    assert places(brief_id)[0] == soup
    with pytest.raises(Conflict, match="back in the queue"):
        change_tray(brief_id, TrayChange("remove", soup), actor=curator)


def test_a_waiting_brief_takes_no_picks(app: Flask) -> None:
    pilot = make_pilot()
    curator = make_staff(pilot)
    brief_id = make_brief(pilot)

    with pytest.raises(Conflict):
        put(pilot, brief_id, curator, "soup")


def test_a_stale_reason_is_refused_with_both_texts(app: Flask) -> None:
    pilot = make_pilot()
    curator = make_staff(pilot)
    brief_id = make_held(pilot, curator)
    (soup,) = put(pilot, brief_id, curator, "soup")
    assert write_reason(brief_id, soup, Reason("First."), version=1, actor=curator) == 2

    with pytest.raises(StaleVersion) as refusal:
        write_reason(brief_id, soup, Reason("Second."), version=1, actor=curator)

    assert refusal.value.theirs == {"reason": "First.", "version": 2}
    assert write_reason(brief_id, soup, Reason("First."), version=1, actor=curator) == 2


@pytest.mark.parametrize(
    ("reason", "field"),
    [
        (Reason("x" * 281), "reason"),
        (Reason("Good.", code="made-up"), "reason_code"),
        (Reason("Good.", drivers=("mood", "wish", "avoid")), "drivers"),
        (Reason("Good.", drivers=("shoe_size",)), "drivers"),
    ],
    ids=["too long", "unknown code", "three drivers", "unknown driver"],
)
def test_a_reason_must_be_possible(app: Flask, reason: Reason, field: str) -> None:
    pilot = make_pilot()
    curator = make_staff(pilot)
    brief_id = make_held(pilot, curator)
    (soup,) = put(pilot, brief_id, curator, "soup")

    with pytest.raises(Invalid) as refusal:
        write_reason(brief_id, soup, reason, version=1, actor=curator)

    assert refusal.value.field == field


def test_the_letter_is_written_only_where_the_hand_is_alone(app: Flask) -> None:
    pilot = make_hand_pilot()
    curator = make_staff(pilot)
    brief_id = make_held(pilot, curator)
    start = mark_of("")

    saved = write_letter(brief_id, "Dear Ana", seen=start, actor=curator)

    assert desk_of(brief_id).tray.letter == "Dear Ana"
    assert saved == mark_of("Dear Ana")
    with pytest.raises(StaleVersion):
        write_letter(brief_id, "Hello", seen=start, actor=curator)


def test_with_several_arms_the_letter_comes_from_the_plan(app: Flask) -> None:
    pilot = make_pilot()
    curator = make_staff(pilot)
    brief_id = make_held(pilot, curator)

    with pytest.raises(Invalid, match="the same in every arm"):
        write_letter(brief_id, "Dear Ana", seen=mark_of(""), actor=curator)
