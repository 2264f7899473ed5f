from datetime import timedelta

import pytest
import time_machine
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select

from app.accounts.services import disable_staff
from app.clock import now
from app.extensions import db
from app.models import Event, SignInFailure, Staff, StaffSession

from .conftest import PASSWORD, House, enter


def sign_in_as(client: FlaskClient, email: str, password: str, **more: str):
    return client.post("/login", data={"email": email, "password": password, **more})


def test_the_sign_in_leads_on_to_the_page_that_was_wanted(house: House, client: FlaskClient):
    refused = client.get("/pilots?x=1")
    page = client.get(refused.location)

    answer = sign_in_as(client, " Owner@X.example ", PASSWORD, next="/pilots?x=1")

    assert refused.location == "/login?next=/pilots?x%3D1"
    assert 'value="/pilots?x=1"' in page.text
    assert (answer.status_code, answer.location) == (303, "/pilots?x=1")
    assert client.get("/pilots").status_code == 200


@pytest.mark.parametrize("target", ["https://bad.example/", "//bad.example", "/\\bad", "x"])
def test_the_sign_in_never_leads_to_another_site(house: House, client: FlaskClient, target: str):
    assert sign_in_as(client, "owner@x.example", PASSWORD, next=target).location == "/"


@pytest.mark.parametrize(
    ("email", "password"),
    [("owner@x.example", "wrong"), ("nobody@x.example", PASSWORD)],
    ids=["wrong password", "unknown address"],
)
def test_a_wrong_password_and_an_unknown_address_read_the_same(
    house: House, client: FlaskClient, email: str, password: str
):
    answer = sign_in_as(client, email, password)

    assert answer.status_code == 422
    assert "This address and this password do not belong together." in answer.text
    assert f'value="{email}"' in answer.text
    assert password not in answer.text
    assert db.session.scalar(select(func.count()).select_from(SignInFailure)) == 1


def test_after_ten_failures_even_the_right_password_waits(house: House, client: FlaskClient):
    for _ in range(10):
        assert sign_in_as(client, "owner@x.example", "wrong").status_code == 422

    refused = sign_in_as(client, "owner@x.example", PASSWORD)
    other = sign_in_as(app_client(client), "lead@x.example", PASSWORD)
    with time_machine.travel(now() + timedelta(minutes=16), tick=False):
        later = sign_in_as(client, "owner@x.example", PASSWORD)

    assert refused.status_code == 429
    assert "Too many tries" in refused.text
    assert other.status_code == 303
    assert later.status_code == 303


def app_client(client: FlaskClient) -> FlaskClient:
    return client.application.test_client()


def test_failures_are_stored_without_the_address(house: House, client: FlaskClient):
    sign_in_as(client, "owner@x.example", "wrong")

    row = db.session.scalars(select(SignInFailure)).one()

    assert "owner" not in row.key_hash
    assert len(row.key_hash) == 64


def test_an_old_cookie_opens_nothing_after_sign_out(house: House, client: FlaskClient):
    enter(client, "owner")
    cookie = client.get_cookie("backroom")
    assert cookie is not None
    client.post("/logout")

    client.set_cookie("backroom", cookie.value)

    assert client.get("/pilots").status_code == 302


def test_a_session_ends_after_twelve_hours(house: House, client: FlaskClient):
    enter(client, "owner")

    with time_machine.travel(now() + timedelta(hours=12, minutes=1), tick=False):
        assert client.get("/pilots").status_code == 302


def test_who_is_shut_out_is_out_at_once_and_cannot_come_back(house: House, client: FlaskClient):
    enter(client, "owner")

    disable_staff("owner@x.example")

    assert client.get("/pilots").status_code == 302
    assert sign_in_as(client, "owner@x.example", PASSWORD).status_code == 422


def test_only_a_hash_of_the_sessions_secret_is_stored(house: House, client: FlaskClient):
    enter(client, "owner")

    with client.session_transaction() as session:
        _, secret = session["staff"]

    assert secret not in db.session.scalars(select(StaffSession.token_hash)).one()


def test_a_forged_or_odd_cookie_is_nobody(house: House, client: FlaskClient):
    enter(client, "owner")
    for held in ([1, "guess"], "x", [1], [None, None], ["1", "x"], {"a": 1}):
        with client.session_transaction() as session:
            session["staff"] = held

        assert client.get("/pilots").status_code == 302


def test_signing_in_is_an_event_without_an_address(house: House, client: FlaskClient):
    enter(client, "owner")

    event = db.session.scalars(select(Event).where(Event.kind == "signed_in")).one()

    assert event.actor_id == house.ids["owner"]
    assert event.payload == {}


def test_a_new_password_ends_the_other_sessions(house: House, app: Flask, client: FlaskClient):
    other = app.test_client()
    enter(client, "owner")
    enter(other, "owner")

    answer = client.post(
        "/account/password", data={"old": PASSWORD, "password": "another long sentence"}
    )

    assert answer.status_code == 303
    assert client.get("/account").status_code == 200
    assert other.get("/account").status_code == 302
    assert sign_in_as(other, "owner@x.example", PASSWORD).status_code == 422
    assert sign_in_as(other, "owner@x.example", "another long sentence").status_code == 303


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [(PASSWORD, "short", "12 to 128"), ("wrong", "another long sentence", "not your present")],
)
def test_a_bad_password_change_says_why(
    house: House, client: FlaskClient, old: str, new: str, words: str
):
    enter(client, "owner")

    answer = client.post("/account/password", data={"old": old, "password": new})

    assert answer.status_code == 422
    assert words in answer.text


def test_one_may_end_another_session_of_ones_own_only(
    house: House, app: Flask, client: FlaskClient
):
    mine, theirs = app.test_client(), app.test_client()
    enter(client, "owner")
    enter(mine, "owner")
    enter(theirs, "lead")
    ids = db.session.execute(
        select(StaffSession.id, StaffSession.staff_id).order_by(StaffSession.id)
    ).all()

    for session_id, _ in ids[1:]:
        client.post(f"/account/sessions/{session_id}/end")

    assert client.get("/account").status_code == 200
    assert mine.get("/account").status_code == 302
    assert theirs.get("/account").status_code == 200


def test_name_and_shortcuts_can_be_changed(house: House, client: FlaskClient):
    enter(client, "owner")

    refused = client.post("/account", data={"name": " "})
    saved = client.post("/account", data={"name": "Olive"})

    assert refused.status_code == 422
    assert saved.status_code == 303
    staff = db.session.get_one(Staff, house.ids["owner"], populate_existing=True)
    assert (staff.name, staff.keys_on) == ("Olive", False)


def test_pages_without_people_do_not_vary_by_cookie(house: House, client: FlaskClient):
    for address in ("/static/css/base.css", "/healthz"):
        with client.get(address) as answer:
            assert "Cookie" not in answer.headers.get("Vary", "")
