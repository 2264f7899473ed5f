"""The queue over HTTP: taking, giving back, taking over."""

import pytest
from flask.testing import FlaskClient

from app.extensions import db
from app.lifecycle import Role
from app.log import Actor
from app.models import Brief
from app.pilots.info import PilotInfo
from app.queue.services import claim
from tests.factories import make_brief, make_pilot, make_staff, sign_in


@pytest.fixture
def pilot(app: object) -> PilotInfo:
    return make_pilot()


@pytest.fixture
def mara(pilot: PilotInfo, client: FlaskClient) -> Actor:
    person = make_staff(pilot, Role.CURATOR)
    sign_in(client, person)
    return person


def test_none_waiting_and_none_free_are_different_sentences(
    client: FlaskClient, pilot: PilotInfo, mara: Actor
) -> None:
    empty = client.get("/queue").text
    claim(make_brief(pilot).id, actor=make_staff(pilot, Role.CURATOR, name="Sam Reed"))
    held = client.get("/queue").text

    assert "None waiting." in empty
    assert "None is free: 1 brief is held by others." in held
    assert "Sam Reed is editing" in held


def test_take_next_opens_the_console(client: FlaskClient, pilot: PilotInfo, mara: Actor) -> None:
    brief = make_brief(pilot)

    answer = client.post("/queue/next")

    assert answer.status_code == 303
    assert answer.location == f"/briefs/{brief.id}"
    assert db.session.get_one(Brief, brief.id).owner_id == mara.id


def test_take_next_says_so_when_nothing_is_free(client: FlaskClient, mara: Actor) -> None:
    page = client.post("/queue/next", follow_redirects=True)

    assert "Nothing is free to take just now." in page.text


def test_a_poll_brings_the_list_alone(client: FlaskClient, pilot: PilotInfo, mara: Actor) -> None:
    make_brief(pilot)

    piece = client.get("/queue", headers={"HX-Request": "true"})
    restored = client.get(
        "/queue", headers={"HX-Request": "true", "HX-History-Restore-Request": "true"}
    )

    assert "<html" not in piece.text
    assert "Ana Lindqvist" in piece.text
    assert "HX-Request" in piece.headers["Vary"]
    assert "<html" in restored.text


def test_a_brief_is_put_back_with_a_reason(
    client: FlaskClient, pilot: PilotInfo, mara: Actor
) -> None:
    brief = make_brief(pilot)
    client.post(f"/briefs/{brief.id}/claim")

    client.post(f"/briefs/{brief.id}/put-back", data={"reason": "Not my field"})

    assert db.session.get_one(Brief, brief.id).status == "waiting"


def test_taking_over_is_a_leads_right(client: FlaskClient, pilot: PilotInfo, mara: Actor) -> None:
    brief = make_brief(pilot)
    claim(brief.id, actor=make_staff(pilot, Role.CURATOR, name="Sam Reed"))

    as_curator = client.post(f"/briefs/{brief.id}/take-over", data={"reason": "Urgent"})
    sign_in(client, make_staff(pilot, Role.LEAD, name="Lea Dvorak"))
    without_reason = client.post(f"/briefs/{brief.id}/take-over")
    as_lead = client.post(f"/briefs/{brief.id}/take-over", data={"reason": "Urgent"})

    assert [as_curator.status_code, without_reason.status_code] == [403, 422]
    assert as_lead.status_code == 303


@pytest.mark.parametrize("page", ["-1", "0", "999999999999999999999", "x", "1e9"])
def test_a_wrong_page_number_shows_a_page(client: FlaskClient, mara: Actor, page: str) -> None:
    assert client.get(f"/queue?page={page}&view=nonsense").status_code == 200


def test_a_brief_of_another_pilot_does_not_exist(client: FlaskClient, mara: Actor) -> None:
    assert client.post(f"/briefs/{2**63 - 1}/claim").status_code == 404
    assert client.post(f"/briefs/{2**63}/claim").status_code == 404
