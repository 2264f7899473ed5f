"""The customer's own page over HTTP: nothing without a link, nothing changed by GET."""

from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select

from app import clock
from app.delivery.services import delivery_page, release_due
from app.extensions import db
from app.intake.links import link_token
from app.lifecycle import Role
from app.models import Brief, Customer, Event, OutboxRow, Outcome
from app.pilots.services import get_pilot
from app.queue.services import answer_waiting
from tests.factories import change, make_brief, make_pilot, make_staff, sign_in


@pytest.fixture
def brief(app: Flask) -> Brief:
    return make_brief(make_pilot(), arm="generic")


@pytest.fixture
def delivered(brief: Brief) -> Brief:
    answer_waiting()
    db.session.expire_all()
    with clock.pretend(brief.release_at + timedelta(seconds=1)):
        release_due()
    db.session.expire_all()
    return brief


def enter(client: FlaskClient, brief: Brief, kind: str = "mail") -> str:
    answer = client.get(f"/d/{link_token(brief.id, kind)}")
    assert answer.status_code == 303
    return str(answer.location)


def first_pick(brief: Brief) -> int:
    return delivery_page(brief.id, personal=False).picks[0].pick_id


def test_the_page_is_locked_without_a_link(client: FlaskClient, delivered: Brief) -> None:
    answer = client.get(f"/my/{delivered.public_id}")

    assert answer.status_code == 404
    assert "This page opens from your link" in answer.text
    assert "Quiet Ferry" not in answer.text


def test_the_link_leads_to_the_page_and_leaves_the_address_bar(
    client: FlaskClient, brief: Brief
) -> None:
    where = enter(client, brief)

    assert where == f"/my/{brief.public_id}"
    page = client.get(where)
    assert page.status_code == 200
    assert "Being chosen" in page.text
    assert "Something kind but not sugary." in page.text


@pytest.mark.parametrize("token", ["x", "a" * 43, "%00", "..%2f..", "🦊"])
def test_a_wrong_link_leads_nowhere(client: FlaskClient, app: Flask, token: str) -> None:
    assert client.get(f"/d/{token}").status_code in (400, 404)


def test_a_get_changes_nothing_but_the_note_of_its_use(
    client: FlaskClient, delivered: Brief
) -> None:
    client.get(enter(client, delivered))
    client.get(f"/my/{delivered.public_id}")

    assert db.session.scalar(select(func.count(Outcome.id))) == 0
    assert db.session.scalar(select(Customer.proven_at)) is None
    assert db.session.scalars(select(Event.kind).where(Event.kind == "link_used")).all()


def test_a_tap_is_saved_and_brings_back_the_pick_alone(
    client: FlaskClient, delivered: Brief
) -> None:
    enter(client, delivered)
    pick = first_pick(delivered)

    answer = client.post(
        f"/my/{delivered.public_id}/picks/{pick}",
        data={"verdict": "yes"},
        headers={"HX-Request": "true"},
    )

    assert answer.status_code == 200
    assert "1 of 3 rated" in answer.text
    assert "<html" not in answer.text
    assert db.session.scalar(select(Customer.proven_at)) is not None


def test_a_tap_without_script_returns_to_the_pick(client: FlaskClient, delivered: Brief) -> None:
    enter(client, delivered)
    pick = first_pick(delivered)

    answer = client.post(f"/my/{delivered.public_id}/picks/{pick}", data={"verdict": "have"})

    assert answer.status_code == 303
    assert answer.location.endswith(f"#pick-{pick}")


@pytest.mark.parametrize("data", [{}, {"verdict": "love"}, {"verdict": "x" * 500}])
def test_a_wrong_tap_gets_words_and_changes_nothing(
    client: FlaskClient, delivered: Brief, data: dict[str, str]
) -> None:
    enter(client, delivered)

    answer = client.post(f"/my/{delivered.public_id}/picks/{first_pick(delivered)}", data=data)

    assert answer.status_code == 422
    assert "Choose one of the answers" in answer.text
    assert db.session.scalar(select(func.count(Outcome.id))) == 0


def test_the_whole_page_shows_picks_reasons_and_closing(
    client: FlaskClient, delivered: Brief
) -> None:
    page = client.get(enter(client, delivered)).text

    assert "Ana, your three are here." in page
    assert "A calm story that most readers finish." in page
    assert "How well did we understand you?" in page
    assert "Mara" not in page


def test_closing_answers_are_saved_and_shown_again(client: FlaskClient, delivered: Brief) -> None:
    enter(client, delivered)
    client.post(
        f"/my/{delivered.public_id}/closing", data={"understood": "5", "comment": "Lovely <b>"}
    )

    page = client.get(f"/my/{delivered.public_id}").text

    assert "Lovely &lt;b&gt;" in page


def test_withdrawing_asks_once_and_ends_it(client: FlaskClient, brief: Brief) -> None:
    enter(client, brief)

    asked = client.get(f"/my/{brief.public_id}/withdraw")
    client.post(f"/my/{brief.public_id}/withdraw")

    assert "cannot be taken back" in asked.text
    assert "You have withdrawn" in client.get(f"/my/{brief.public_id}").text


def test_the_link_is_mailed_again_without_telling_whether_the_page_is_known(
    client: FlaskClient, brief: Brief
) -> None:
    known = client.post(f"/my/{brief.public_id}/link", follow_redirects=True)
    unknown = client.post("/my/nobody/link", follow_redirects=True)

    assert "your link is on its way" in known.text
    assert "your link is on its way" in unknown.text
    kinds = db.session.scalars(select(OutboxRow.kind)).all()
    assert kinds.count("link_again") == 1


def test_the_link_is_mailed_three_times_a_day_at_most(client: FlaskClient, brief: Brief) -> None:
    codes = [client.post(f"/my/{brief.public_id}/link").status_code for _ in range(4)]

    assert codes == [303, 303, 303, 429]


def test_another_link_does_not_open_this_page(client: FlaskClient, delivered: Brief) -> None:
    other = make_brief(get_pilot("halfleaf"), arm="generic")
    enter(client, other)

    assert client.get(f"/my/{delivered.public_id}").status_code == 404
    pick = first_pick(delivered)
    answer = client.post(f"/my/{delivered.public_id}/picks/{pick}", data={"verdict": "yes"})
    assert answer.status_code == 404


def test_the_outbox_shows_no_address_and_no_text_outside_the_demo(
    client: FlaskClient, brief: Brief
) -> None:
    sign_in(client, make_staff(get_pilot("halfleaf"), Role.OWNER))

    page = client.get("/pilots/halfleaf/outbox")

    assert "We have your wish" in page.text
    assert "@reader.example" not in page.text
    assert "/d/" not in page.text


def test_a_failed_mail_is_sent_again_once(client: FlaskClient, brief: Brief) -> None:
    sign_in(client, make_staff(get_pilot("halfleaf"), Role.LEAD))
    row = db.session.scalars(select(OutboxRow)).one()
    change(row, state="failed")

    codes = [client.post(f"/pilots/halfleaf/outbox/{row.id}/again").status_code for _ in range(2)]

    assert codes == [303, 409]
