"""A capped pilot takes no more than it can serve; whoever waits is told in order, once."""

import threading
from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select

from app import clock
from app.clock import now
from app.delivery.mails import render_mail
from app.exceptions import Full, Invalid
from app.extensions import db
from app.intake.caps import places_left
from app.intake.services import (
    count_waiting,
    draft,
    forget_told,
    join_waiting,
    stop_mails,
    submit,
    tell_waiting,
)
from app.intake.suppressions import stop_address
from app.log import SYSTEM
from app.models import Brief, OutboxRow, WaitingEntry
from app.outbox.sender import letter_of
from app.pilots.info import PilotInfo
from app.pilots.services import set_status
from app.queue.services import take_next
from tests.factories import change, make_brief, make_draft, make_pilot
from tests.integration.intake.conftest import Visitor
from tests.pilots import BOOKS

HAND = BOOKS.replace("hand: 60, segment: 20, generic: 20", "hand: 1")


def capped(caps: str) -> PilotInfo:
    return make_pilot(HAND.replace("form:\n", f"caps: {{{caps}}}\nform:\n", 1))


def entries() -> list[WaitingEntry]:
    db.session.expire_all()
    return list(db.session.scalars(select(WaitingEntry).order_by(WaitingEntry.id)))


def left(pilot: PilotInfo) -> int | None:
    return places_left(pilot.id, pilot.definition)


def free_one() -> None:
    """Let one open brief be over, as its delivery would."""
    brief = db.session.scalars(select(Brief).where(Brief.status == "waiting")).first()
    change(brief, status="delivered")


def test_nothing_is_capped_unless_the_pilot_file_says_so(app: Flask) -> None:
    pilot = make_pilot()
    make_brief(pilot)

    assert left(pilot) is None


@pytest.mark.parametrize("caps", ["open_briefs: 2", "per_day: 2", "in_all: 2"], ids=str)
def test_each_cap_counts_down_to_full(app: Flask, caps: str) -> None:
    pilot = capped(caps)

    before = left(pilot)
    make_brief(pilot)
    make_brief(pilot)

    assert before == 2
    assert left(pilot) == 0
    with pytest.raises(Full):
        make_brief(pilot)


def test_a_day_later_the_days_places_are_free_again(app: Flask) -> None:
    pilot = capped("per_day: 1")
    make_brief(pilot)

    assert left(pilot) == 0
    assert places_left(pilot.id, pilot.definition, now() + timedelta(days=1)) == 1


def test_an_answered_brief_frees_an_open_place_but_none_in_all(app: Flask) -> None:
    open_ones = capped("open_briefs: 1")
    make_brief(open_ones)
    free_one()

    assert left(open_ones) == 1


def test_a_refused_submission_loses_nothing(app: Flask) -> None:
    pilot = capped("in_all: 1")
    late = make_draft(pilot)
    make_brief(pilot)

    with pytest.raises(Full, match="kept"):
        submit(late, consents={"process": True})

    view = draft(late)
    assert view.status == "draft"
    assert view.answers["wish"] == "Something kind but not sugary."


def test_a_race_for_the_last_place_is_won_by_one(app: Flask) -> None:
    pilot = capped("in_all: 2")
    drafts = [make_draft(pilot) for _ in range(6)]
    start = threading.Barrier(len(drafts))
    refused: list[str] = []

    def press(public_id: str) -> None:
        with app.app_context():
            start.wait()
            try:
                submit(public_id, consents={"process": True})
            except Full:
                refused.append(public_id)
            finally:
                db.session.remove()

    threads = [threading.Thread(target=press, args=(public_id,)) for public_id in drafts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    db.session.rollback()
    query = select(func.count(Brief.id)).where(Brief.submitted_at.is_not(None))
    assert db.session.scalar(query) == 2
    assert len(refused) == 4


def test_an_address_waits_once_however_it_is_written(app: Flask) -> None:
    pilot = capped("in_all: 1")

    join_waiting(pilot, "ana@reader.example")
    join_waiting(pilot, " ANA@reader.example")

    assert count_waiting(pilot.id) == 1
    with pytest.raises(Invalid):
        join_waiting(pilot, "nowhere")


def test_those_who_wait_are_told_in_order_as_places_free_up(app: Flask) -> None:
    pilot = capped("open_briefs: 2")
    for _ in range(2):
        make_brief(pilot)
    for name in ("ana", "ben", "cy"):
        join_waiting(pilot, f"{name}@reader.example")

    none = tell_waiting()
    free_one()
    first = tell_waiting()
    again = tell_waiting()

    assert (none, first, again) == (0, 1, 0), "one place, one mail; it is held for a day"
    assert [entry.told_at is not None for entry in entries()] == [True, False, False]
    row = db.session.scalars(select(OutboxRow).where(OutboxRow.kind == "place_free")).one()
    mail = render_mail(letter_of(row))
    assert mail is not None
    assert mail.to == "ana@reader.example"
    assert "/p/halfleaf" in mail.text
    assert mail.unsubscribe is not None


def test_a_place_that_was_used_is_not_held_any_more(app: Flask) -> None:
    pilot = capped("open_briefs: 2")
    make_brief(pilot)
    join_waiting(pilot, "ana@reader.example")
    join_waiting(pilot, "ben@reader.example")

    assert tell_waiting() == 1
    make_brief(pilot, address="ana@reader.example")
    free_one()

    assert tell_waiting() == 1


def test_the_next_is_told_when_the_first_lets_a_day_pass(app: Flask) -> None:
    pilot = capped("open_briefs: 1")
    for name in ("ana", "ben"):
        join_waiting(pilot, f"{name}@reader.example")
    tell_waiting()

    with clock.pretend(now() + timedelta(days=1, minutes=1)):
        assert tell_waiting() == 1


def test_a_paused_pilot_tells_everybody_once_it_goes_on(app: Flask) -> None:
    pilot = make_pilot()
    set_status(pilot.slug, "paused", actor=SYSTEM)
    for name in ("ana", "ben"):
        join_waiting(pilot, f"{name}@reader.example")

    paused = tell_waiting()
    set_status(pilot.slug, "live", actor=SYSTEM)

    assert (paused, tell_waiting()) == (0, 2)


def test_an_address_is_forgotten_a_week_after_its_mail(app: Flask) -> None:
    pilot = make_pilot()
    join_waiting(pilot, "ana@reader.example")
    tell_waiting()

    assert forget_told() == 0
    with clock.pretend(now() + timedelta(days=8)):
        assert forget_told() == 1
        assert entries()[0].address is None
        join_waiting(pilot, "ana@reader.example")
    assert entries()[0].address == "ana@reader.example"
    assert entries()[0].told_at is None


def test_whoever_leaves_the_list_is_told_nothing(app: Flask) -> None:
    pilot = make_pilot()
    join_waiting(pilot, "ana@reader.example")
    with app.test_request_context():
        word = stop_address("waiting", entries()[0].id).rpartition("/")[2]

    stop_mails(word)

    assert tell_waiting() == 0
    assert entries()[0].address is None


def test_the_full_page_takes_an_address_and_says_the_same_twice(
    app: Flask, visitor: Visitor
) -> None:
    pilot = capped("in_all: 1")
    make_brief(pilot)

    page = visitor.get("/p/halfleaf")
    wrong = visitor.post("/p/halfleaf/waiting", address="nowhere", website="")
    trapped = visitor.post("/p/halfleaf/waiting", address="a@reader.example", website="x")
    first = visitor.post("/p/halfleaf/waiting", address="ana@reader.example", website="")
    second = visitor.post("/p/halfleaf/waiting", address="ana@reader.example", website="")

    assert page.status_code == 200
    assert "Every place is taken" in page.text
    assert (wrong.status_code, trapped.status_code) == (422, 422)
    assert "You are on the list" in first.text
    assert "You are on the list" in second.text
    assert count_waiting(pilot.id) == 1


def test_a_pilot_that_takes_briefs_has_no_waiting_list(app: Flask, client: FlaskClient) -> None:
    pilot = make_pilot()

    client.post("/p/halfleaf/waiting", data={"address": "ana@reader.example"})

    assert count_waiting(pilot.id) == 0


def test_the_last_check_offers_the_waiting_list_when_full(app: Flask, visitor: Visitor) -> None:
    pilot = capped("in_all: 1")
    visitor.get("/p/halfleaf")
    begun = visitor.post("/p/halfleaf")
    public_id = begun.request.path.split("/")[4]
    for step, typed in (
        ("mood", {"q_mood": ["laugh"], "q_laugh_how": "dry"}),
        ("wish", {"q_wish": "Light."}),
        ("you", {"q_name": "Ana", "q_email": "ana@reader.example"}),
    ):
        visitor.post(f"/p/halfleaf/b/{public_id}/{step}", go="next", **typed)
    make_brief(pilot)

    refused = visitor.post(f"/p/halfleaf/b/{public_id}/check-answers", c_process="y", website="")

    assert refused.status_code == 409
    assert "To the waiting list" in refused.text
    assert "Look at what you wrote" in visitor.get("/p/halfleaf").text


def test_test_briefs_and_the_queue_go_on_while_full(app: Flask) -> None:
    pilot = capped("open_briefs: 1")
    brief = make_brief(pilot)

    assert left(pilot) == 0
    assert db.session.get_one(Brief, brief.id).status == "waiting"
    assert take_next([], actor=SYSTEM) is None
