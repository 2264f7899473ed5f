"""Some time after a delivery: questions, the next round, and who chose."""

import re
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from app import clock
from app.delivery.afterwards import month_after
from app.delivery.mails import render_mail
from app.delivery.services import (
    afterwards,
    answer_closing,
    answer_follow_up,
    close_due,
    delivery_page,
    release_due,
    withdraw,
)
from app.exceptions import Invalid, NotFound
from app.extensions import db
from app.intake.links import link_token
from app.intake.services import draft, save_step, submit
from app.intake.suppressions import INVITED, stop_address, stop_mails
from app.models import Brief, Event, OutboxRow, Outcome, SideText
from app.outbox.message import Mail
from app.outbox.sender import letter_of
from app.queue.services import answer_waiting
from tests.factories import change, make_brief, make_pilot
from tests.pilots import BOOKS

AFTER = """
cadence: weekly
debrief: "Some of you were served by a person, some by one list."
follow_ups:
  - key: month
    days: 20
    title: Did you read them?
    text: Twenty days ago we sent you three books.
    questions:
      - {key: read, kind: choice, label: How many?,
         options: [{key: none, label: None}, {key: some, label: Some}]}
      - {key: joy, kind: scale, label: How much joy?}
      - {key: words, kind: text, label: And?}
"""
LATER = "role: wish,\n           why: A person reads this.}"
PILOT = (
    BOOKS.replace("disclosure: neutral", "disclosure: revealed")
    .replace(
        LATER,
        LATER
        + "\n        - {key: shelf, kind: short_text, label: What is on your shelf?, stage: later}",
    )
    .replace(
        "  - {key: comment, kind: text,",
        "  - {key: comment, kind: choice, options: [{key: more, label: More}],",
    )
    + AFTER
)


@pytest.fixture
def brief(app: Flask) -> Brief:
    made = make_brief(make_pilot(PILOT), arm="generic")
    answer_waiting()
    db.session.expire_all()
    with clock.pretend(made.release_at + timedelta(seconds=1)):
        release_due()
    db.session.expire_all()
    return made


def after(brief: Brief, days: float) -> datetime:
    assert brief.delivered_at is not None
    return brief.delivered_at + timedelta(days=days)


def row(brief: Brief, kind: str) -> OutboxRow:
    query = select(OutboxRow).where(OutboxRow.brief_id == brief.id, OutboxRow.kind == kind)
    return db.session.scalars(query).one()


def mail(brief: Brief, kind: str) -> Mail | None:
    return render_mail(letter_of(row(brief, kind)))


def enter(client: FlaskClient, brief: Brief, kind: str = "mail") -> None:
    assert client.get(f"/d/{link_token(brief.id, kind)}").status_code == 303


def test_a_follow_up_is_mailed_at_its_day_and_can_be_stopped(brief: Brief) -> None:
    found = mail(brief, "follow_up")

    assert row(brief, "follow_up").due_at == after(brief, 20)
    assert row(brief, "follow_up").key == f"follow_up:{brief.id}:month"
    assert found is not None
    assert found.subject.startswith("Did you read them?")
    assert f"/d/{link_token(brief.id, 'mail')}#follow-month" in found.text
    assert found.unsubscribe == stop_address(INVITED, brief.customer_id)
    stop_mails(found.unsubscribe.rpartition("/")[2])
    assert mail(brief, "follow_up") is None
    assert mail(brief, "next_round") is None


def test_withdrawing_stops_every_later_mail(brief: Brief) -> None:
    withdraw(brief.id)
    db.session.expire_all()

    assert row(brief, "follow_up").state == "cancelled"
    assert row(brief, "next_round").state == "cancelled"
    assert mail(brief, "follow_up") is None


def test_questions_are_asked_from_their_day_on(brief: Brief) -> None:
    with pytest.raises(NotFound):
        answer_follow_up(brief.id, "month", {"joy": "4"})
    assert afterwards(brief.id, personal=True).asked == ()

    with clock.pretend(after(brief, 20)):
        assert [one.follow_up.key for one in afterwards(brief.id, personal=True).asked] == ["month"]


def test_answers_are_facts_that_can_be_changed_and_words_go_aside(brief: Brief) -> None:
    with clock.pretend(after(brief, 21)):
        answer_follow_up(brief.id, "month", {"read": "none", "joy": "2", "words": "Too sad."})
        answer_follow_up(brief.id, "month", {"read": "some"})
        given = afterwards(brief.id, personal=False).asked[0].given

    assert given == {"read": "some", "joy": "2", "words": "Too sad."}
    query = select(Outcome.question, Outcome.value).where(Outcome.kind == "follow_up")
    assert [tuple(one) for one in db.session.execute(query.order_by(Outcome.id))] == [
        ("month.read", "none"),
        ("month.joy", "2"),
        ("month.words", None),
        ("month.read", "some"),
    ]
    words = select(SideText.words).where(SideText.subject == "outcome")
    assert db.session.scalars(words).all() == ["Too sad."]


@pytest.mark.parametrize("answers", [{"read": "all"}, {"joy": "6"}])
def test_an_answer_that_is_none_of_the_offered_is_refused(
    brief: Brief, answers: dict[str, str]
) -> None:
    with clock.pretend(after(brief, 21)), pytest.raises(Invalid):
        answer_follow_up(brief.id, "month", answers)


def test_a_closing_choice_is_kept_as_its_code(brief: Brief) -> None:
    answer_closing(brief.id, {"comment": "more"})

    assert delivery_page(brief.id, personal=False).closing == {"comment": "more"}
    with pytest.raises(Invalid):
        answer_closing(brief.id, {"comment": "less"})


def test_the_form_on_the_page_works_without_script(client: FlaskClient, brief: Brief) -> None:
    enter(client, brief)
    with clock.pretend(after(brief, 21)):
        page = client.get(f"/my/{brief.public_id}").text
        sent = client.post(f"/my/{brief.public_id}/follow-up/month", data={"read": "some"})
        again = client.get(f"/my/{brief.public_id}").text

    assert 'id="follow-month"' in page
    assert sent.location.endswith("#follow-month")
    assert "You have answered" in again


def test_the_next_round_starts_with_the_earlier_answers_in_the_same_arm(
    client: FlaskClient, brief: Brief
) -> None:
    enter(client, brief)
    assert "Ask again" not in client.get(f"/my/{brief.public_id}").text
    with clock.pretend(after(brief, 8)):
        assert mail(brief, "next_round") is not None
        assert "Ask again" in client.get(f"/my/{brief.public_id}").text
        first = client.post(f"/my/{brief.public_id}/again")
        public_id = re.search(r"/b/([^/]+)/", first.location)[1]  # type: ignore[index]
        assert client.post(f"/my/{brief.public_id}/again").location == first.location
        view = draft(public_id)
        assert view.answers["wish"] == "Something kind but not sugary."
        assert any(question.key == "shelf" for question in view.form.questions)
        save_step(public_id, "wish", {**view.answers, "shelf": "Poems"})
        consents = {consent.key: True for consent in view.form.consents}
        sent = submit(public_id, consents=consents)
        db.session.expire_all()
        assert mail(brief, "next_round") is None
        assert client.post(f"/my/{brief.public_id}/again").status_code == 409

    following = db.session.get_one(Brief, sent.brief_id)
    assert (following.customer_id, following.arm, following.sequence) == (
        brief.customer_id,
        "generic",
        2,
    )


def test_a_first_brief_is_not_asked_what_waits_for_trust(brief: Brief) -> None:
    asked = {question.key for question in draft(brief.public_id).form.questions}

    assert "shelf" not in asked
    assert brief.sequence == 1


def test_only_the_mailed_link_asks_again(client: FlaskClient, brief: Brief) -> None:
    enter(client, brief, "screen")
    with clock.pretend(after(brief, 8)):
        page = client.get(f"/my/{brief.public_id}").text
        refused = client.post(f"/my/{brief.public_id}/again")

    assert "Ask again" not in page
    assert refused.status_code == 410


def test_who_chose_is_told_once_the_window_has_closed(client: FlaskClient, brief: Brief) -> None:
    enter(client, brief)
    assert brief.window_closes_at is not None
    assert "one list for everybody" not in client.get(f"/my/{brief.public_id}").text
    with clock.pretend(brief.window_closes_at + timedelta(minutes=1)):
        close_due()
        db.session.expire_all()
        found = mail(brief, "debrief")
        page = client.get(f"/my/{brief.public_id}").text
        change(row(brief, "debrief"), state="sent", sent_at=clock.now())
        close_due()
        close_due()

    assert found is not None
    assert "served by a person" in found.text
    assert found.unsubscribe is None
    assert "one list for everybody" in page
    events = select(Event).where(Event.kind == "debriefed", Event.brief_id == brief.id)
    assert len(db.session.scalars(events).all()) == 1


def test_made_up_briefs_put_nothing_into_the_outbox(app: Flask) -> None:
    made = make_brief(make_pilot(PILOT), arm="generic")
    answer_waiting()
    db.session.expire_all()
    change(made, is_simulated=True)
    with clock.pretend(made.release_at + timedelta(seconds=1)):
        release_due()

    kinds = db.session.scalars(select(OutboxRow.kind).where(OutboxRow.brief_id == made.id)).all()
    assert list(kinds) == ["received"]


@pytest.mark.parametrize(
    ("start", "end"),
    [("2026-01-31T10:00", "2026-02-28T10:00"), ("2026-12-05T10:00", "2027-01-05T10:00"),
     ("2026-03-15T10:00", "2026-04-15T09:00")],
    ids=["short month", "new year", "summer time"],
)  # fmt: skip
def test_a_month_later_is_the_same_day_and_hour_there(start: str, end: str) -> None:
    moment = datetime.fromisoformat(start).replace(tzinfo=UTC)

    assert month_after(moment, ZoneInfo("Europe/London")) == datetime.fromisoformat(end).replace(
        tzinfo=UTC
    )
