"""Sending: what is recorded, what stops it, and taking it back."""

from datetime import timedelta

import pytest
import time_machine
from flask import Flask
from sqlalchemy import select

from app.clock import now
from app.console.desk import desk_of
from app.console.effort import Active, beat, note_plain_action
from app.console.searching import Shown, note_look, settle
from app.console.sending import just_sent, pass_over, send, undo
from app.console.tray import TrayChange, change_tray
from app.console.writing_down import Reason, write_letter, write_reason
from app.exceptions import Conflict, Invalid, StaleVersion
from app.extensions import db
from app.models import Brief, Event, Look, OutboxRow, Pick, Search, Selection, SideText, Tray
from tests.integration.console.making import (
    fill,
    item_id,
    make_hand_pilot,
    make_held,
    make_pilot,
    make_staff,
    put,
)


def version(brief_id: int) -> int:
    return desk_of(brief_id).tray.version


def events(brief_id: int, kind: str) -> list[Event]:
    query = select(Event).where(Event.brief_id == brief_id, Event.kind == kind)
    return list(db.session.scalars(query))


def test_sending_records_everything_that_was_seen_and_chosen(app: Flask) -> None:
    pilot = make_pilot()
    curator = make_staff(pilot)
    brief_id = make_held(pilot, curator)
    ids = [item_id(pilot, key) for key in ("soup", "river", "quiet-ferry")]
    settle(brief_id, Shown(words="kind", total=3, items=tuple(ids)), actor=curator)
    fill(pilot, brief_id, curator)

    due = send(brief_id, actor=curator, could_rule="mood", version=version(brief_id))

    brief = db.session.get_one(Brief, brief_id)
    selection = db.session.scalars(select(Selection)).one()
    assert (brief.status, brief.selection_id) == ("ready", selection.id)
    assert due == brief.release_at == brief.promised_at
    assert selection.policy == f"human:c{curator.id}@p1"
    assert (selection.policy_kind, selection.could_rule) == ("human", "mood")
    assert selection.candidates == 3
    assert selection.fields_shown == ["mood", "wish", "avoid", "budget"]
    assert selection.first_pick_at is not None
    picks = db.session.scalars(select(Pick).order_by(Pick.position)).all()
    assert [(pick.role, pick.propensity, pick.propensity_kind) for pick in picks] == [
        ("core", None, "unknown_human"),
        ("core", None, "unknown_human"),
        ("wildcard", None, "unknown_human"),
    ]
    assert picks[0].drivers == ["mood"]
    letter = select(SideText.words).where(SideText.subject == "selection")
    assert db.session.scalars(letter).one() == pilot.definition.letter
    assert events(brief_id, "sent")[0].payload["selection"] == selection.id
    kinds = set(db.session.scalars(select(OutboxRow.kind)))
    assert kinds <= {"received"}


def test_a_hand_alone_sends_its_letter_and_waits_for_the_undo(app: Flask) -> None:
    pilot = make_hand_pilot()
    curator = make_staff(pilot)
    brief_id = make_held(pilot, curator)
    fill(pilot, brief_id, curator, "soup", "river")
    letter = desk_of(brief_id).tray.letter_mark
    write_letter(brief_id, "Dear Ana, two for the tram.", seen=letter, actor=curator)

    before = now()
    due = send(brief_id, actor=curator, version=version(brief_id))

    assert timedelta(seconds=29) < due - before < timedelta(seconds=35)
    kept = select(SideText.words).where(SideText.subject == "selection")
    assert db.session.scalars(kept).one() == "Dear Ana, two for the tram."


def test_what_blocks_is_refused_with_its_words(app: Flask) -> None:
    pilot = make_pilot()
    curator = make_staff(pilot)
    brief_id = make_held(pilot, curator)
    (river,) = put(pilot, brief_id, curator, "river")

    with pytest.raises(Invalid) as refusal:
        send(brief_id, actor=curator, version=version(brief_id))

    assert set(refusal.value.problems) == {
        "empty:2",
        "empty:3",
        f"reason:{river}",
        f"never:{river}",
    }
    assert db.session.scalars(select(Selection)).all() == []
    assert db.session.get_one(Brief, brief_id).status == "claimed"


def test_a_warning_needs_a_reason_and_the_log_names_the_rule(app: Flask) -> None:
    pilot = make_pilot()
    curator = make_staff(pilot)
    brief_id = make_held(pilot, curator)
    dog = fill(pilot, brief_id, curator, "quiet-ferry", "soup", "dog")[2]

    with pytest.raises(Invalid, match="Slot 3 is out of stock"):
        send(brief_id, actor=curator, version=version(brief_id))
    pass_over(brief_id, f"stock:{dog}", "Back on Monday", actor=curator)
    send(brief_id, actor=curator, version=version(brief_id))

    noted = events(brief_id, "rule_overridden")[0]
    assert noted.payload == {"rule": "stock", "item": dog}
    words = select(SideText.words).where(SideText.subject_id == noted.id)
    assert "Back on Monday" in db.session.scalars(words).all()
    assert events(brief_id, "sent")[0].payload["overridden"] == ["stock"]


def test_a_block_cannot_be_passed_over(app: Flask) -> None:
    pilot = make_pilot()
    curator = make_staff(pilot)
    brief_id = make_held(pilot, curator)
    (river,) = put(pilot, brief_id, curator, "river")

    with pytest.raises(Invalid, match="no such warning"):
        pass_over(brief_id, f"never:{river}", "She will not mind", actor=curator)
    with pytest.raises(Invalid, match="Say why"):
        pass_over(brief_id, f"never:{river}", "  ", actor=curator)


def test_a_tray_that_changed_since_it_was_seen_is_not_sent(app: Flask) -> None:
    pilot = make_pilot()
    curator = make_staff(pilot)
    brief_id = make_held(pilot, curator)
    ids = fill(pilot, brief_id, curator)
    seen = version(brief_id)
    change_tray(brief_id, TrayChange("down", ids[0]), actor=curator)

    with pytest.raises(StaleVersion):
        send(brief_id, actor=curator, version=seen)


def test_a_second_press_of_send_records_one_selection(app: Flask) -> None:
    pilot = make_pilot()
    curator = make_staff(pilot)
    brief_id = make_held(pilot, curator)
    fill(pilot, brief_id, curator)
    seen = version(brief_id)
    send(brief_id, actor=curator, version=seen)

    with pytest.raises(Conflict):
        send(brief_id, actor=curator, version=seen)

    assert len(db.session.scalars(select(Selection)).all()) == 1


def test_only_the_holder_sends(app: Flask) -> None:
    pilot = make_pilot()
    curator, sam = make_staff(pilot), make_staff(pilot, "Sam Adeyemi")
    brief_id = make_held(pilot, curator)
    fill(pilot, brief_id, curator)

    with pytest.raises(Conflict, match="Mara Okafor"):
        send(brief_id, actor=sam, version=version(brief_id))


def test_undo_brings_brief_and_tray_back_until_the_release(app: Flask) -> None:
    pilot = make_hand_pilot()
    curator, sam = make_staff(pilot), make_staff(pilot, "Sam Adeyemi")
    brief_id = make_held(pilot, curator)
    ids = fill(pilot, brief_id, curator, "soup", "river")
    send(brief_id, actor=curator, version=version(brief_id))
    found = just_sent(curator.id or 0)
    assert found is not None
    assert (found.brief_id, found.seconds > 20) == (brief_id, True)

    with pytest.raises(Conflict, match="Only who sent it"):
        undo(brief_id, actor=sam)
    undo(brief_id, actor=curator)

    brief = db.session.get_one(Brief, brief_id)
    assert (brief.status, brief.owner_id, brief.selection_id) == ("claimed", curator.id, None)
    assert brief.release_at is None
    assert [pick.card.item_id for pick in desk_of(brief_id).tray.picks] == ids
    assert just_sent(curator.id or 0) is None
    with pytest.raises(Conflict, match="taken back already"):
        undo(brief_id, actor=curator)
    write_reason(brief_id, ids[0], Reason("Better words."), version=2, actor=curator)
    send(brief_id, actor=curator, version=version(brief_id))
    assert len(db.session.scalars(select(Selection)).all()) == 2


def test_after_the_release_time_nothing_can_be_taken_back(app: Flask) -> None:
    pilot = make_hand_pilot()
    curator = make_staff(pilot)
    brief_id = make_held(pilot, curator)
    fill(pilot, brief_id, curator, "soup", "river")
    send(brief_id, actor=curator, version=version(brief_id))

    with (
        time_machine.travel(now() + timedelta(seconds=31)),
        pytest.raises(Conflict, match="gone out"),
    ):
        undo(brief_id, actor=curator)


def test_a_lapsed_lease_does_not_lose_the_work_when_nobody_took_the_brief(app: Flask) -> None:
    pilot = make_pilot()
    curator = make_staff(pilot)
    brief_id = make_held(pilot, curator)
    fill(pilot, brief_id, curator)

    with time_machine.travel(now() + timedelta(minutes=30)):
        send(brief_id, actor=curator, version=version(brief_id))

    assert db.session.get_one(Brief, brief_id).status == "ready"


def test_a_settled_search_is_recorded_once_and_again_when_it_differs(app: Flask) -> None:
    pilot = make_pilot()
    curator = make_staff(pilot)
    brief_id = make_held(pilot, curator)
    soup = item_id(pilot, "soup")
    first = Shown(words="soup", filters={"genre": ("Food",)}, total=1, items=(soup,))

    ids = [
        settle(brief_id, shown, actor=curator)
        for shown in (first, first, Shown(total=1, items=(soup,)), first)
    ]

    assert ids[0] == ids[1]
    assert len(set(ids)) == 3
    rows = db.session.scalars(select(Search).order_by(Search.id)).all()
    assert rows[0].filters == {"genre": ["Food"]}
    assert [row.settled_by for row in rows] == ["stood"] * 3


def test_a_look_keeps_the_search_it_came_from(app: Flask) -> None:
    pilot = make_pilot()
    curator = make_staff(pilot)
    brief_id = make_held(pilot, curator)
    soup = item_id(pilot, "soup")

    note_look(brief_id, soup, actor=curator, shown=Shown(words="s", total=1, items=(soup,)))
    note_look(brief_id, soup, actor=curator, shown=None)

    looks = db.session.scalars(select(Look).order_by(Look.id)).all()
    search = db.session.scalars(select(Search)).one()
    assert [look.search_id for look in looks] == [search.id, None]


def test_active_seconds_never_exceed_the_time_that_went_by(app: Flask) -> None:
    pilot = make_pilot()
    curator = make_staff(pilot)
    start = now()
    with time_machine.travel(start, tick=False):
        brief_id = make_held(pilot, curator)
    with time_machine.travel(start + timedelta(seconds=60), tick=False):
        beat(brief_id, Active(read=20, search=30, write=10), actor=curator)
    with time_machine.travel(start + timedelta(seconds=90), tick=False):
        until = beat(brief_id, Active(read=200, search=100, write=300), actor=curator)
    with time_machine.travel(start + timedelta(seconds=300), tick=False):
        note_plain_action(brief_id, "write", actor=curator)

    tray = db.session.get_one(Tray, brief_id)
    assert (tray.read_seconds, tray.search_seconds, tray.write_seconds) == (30, 35, 85)
    assert until == start + timedelta(seconds=90, minutes=10)
