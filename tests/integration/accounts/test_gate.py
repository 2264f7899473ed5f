"""Who may open what: every role on pages of each audience."""

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.client import CheckedClient

from .conftest import House, enter

PEOPLE = ("nobody", "curator", "lead", "analyst", "owner", "stranger", "admin")
MATRIX = [
    # page, answers in the order of PEOPLE
    ("/pilots", (302, 200, 200, 200, 200, 200, 200)),
    ("/account", (302, 200, 200, 200, 200, 200, 200)),
    ("/pilots/halfleaf/setup", (302, 403, 403, 403, 200, 404, 200)),
    ("/pilots/halfleaf/team", (302, 403, 403, 403, 200, 404, 200)),
    ("/pilots/halfleaf/setup/pilot.yaml", (302, 403, 403, 403, 200, 404, 200)),
    ("/pilots/nothing/setup", (302, 404, 404, 404, 404, 404, 404)),
    ("/admin", (302, 403, 403, 403, 403, 403, 200)),
    ("/login", (200, 302, 302, 302, 302, 302, 302)),
    ("/healthz", (200, 200, 200, 200, 200, 200, 200)),
]


@pytest.mark.parametrize(("page", "expected"), MATRIX, ids=[page for page, _ in MATRIX])
def test_each_role_gets_its_answer(
    house: House, app: Flask, page: str, expected: tuple[int, ...]
) -> None:
    found = []
    for who in PEOPLE:
        client = app.test_client()
        if who != "nobody":
            enter(client, who)
        found.append(client.get(page).status_code)

    assert tuple(found) == expected


def test_the_refusal_says_what_is_wrong_and_whom_to_ask(house: House, client: FlaskClient):
    enter(client, "curator")

    answer = client.get("/pilots/halfleaf/setup")

    assert answer.status_code == 403
    assert "Ask the pilot&#39;s owner" in answer.text


def test_a_foreign_pilot_reads_like_one_that_does_not_exist(house: House, client: FlaskClient):
    enter(client, "stranger")

    foreign = client.get("/pilots/halfleaf/setup")
    missing = client.get("/pilots/nothing/setup")

    assert foreign.status_code == missing.status_code == 404
    assert foreign.text == missing.text.replace("nothing", "halfleaf")


def test_a_foreign_post_changes_nothing(house: House, client: FlaskClient):
    enter(client, "stranger")

    answer = client.post("/pilots/halfleaf/setup/status", data={"status": "closed"})

    assert answer.status_code == 404


def test_the_frame_shows_only_what_this_person_may_open(house: House, app: Flask):
    shown = {}
    for who in ("curator", "owner", "admin"):
        client = app.test_client()
        enter(client, who)
        shown[who] = client.get("/account").text

    assert "/pilots/halfleaf/setup" not in shown["curator"]
    assert "/pilots/halfleaf/setup" in shown["owner"]
    assert 'href="/admin"' not in shown["owner"]
    assert 'href="/admin"' in shown["admin"]
    assert "Two pieces" not in shown["owner"]
    assert "Two pieces" in shown["admin"]


def test_a_post_without_a_token_is_refused(house: House, client: CheckedClient):
    enter(client, "owner")
    client.sends_token = False

    answer = client.post("/account", data={"name": "Mallory"})

    assert answer.status_code == 400
