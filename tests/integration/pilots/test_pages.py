import io

import pytest
from flask import Flask
from flask.testing import FlaskClient

from app.pilots.info import PilotInfo
from app.pilots.pilot_file import parse_pilot
from app.pilots.services import get_pilot
from tests.pilots import BOOKS, HAND_ALONE

from .conftest import PASSWORD


def upload(client: FlaskClient, address: str, content: bytes):
    return client.post(address, data={"file": (io.BytesIO(content), "pilot.yaml")})


def test_the_set_up_says_plan_promise_arms_and_slots(owner: FlaskClient) -> None:
    page = owner.get("/pilots/halfleaf/setup").text

    for words in (
        "Readers keep at least two of three",
        "the customer kept at least 2 of 3",
        "within 24 hours (Europe/London)",
        "60%",
        "Wild card",
        "Ready to go live",
    ):
        assert words in page


def test_an_owner_goes_live_pauses_and_closes_by_buttons(owner: FlaskClient) -> None:
    found = []
    for status in ("live", "paused", "live", "closed"):
        owner.post("/pilots/halfleaf/setup/status", data={"status": status})
        found.append(get_pilot("halfleaf").status)

    page = owner.get("/pilots/halfleaf/setup").text
    assert found == ["live", "paused", "live", "closed"]
    assert 'value="live"' not in page


def test_a_status_that_cannot_be_is_said_in_words(owner: FlaskClient) -> None:
    answer = owner.post(
        "/pilots/halfleaf/setup/status", data={"status": "paused"}, follow_redirects=True
    )
    odd = owner.post("/pilots/halfleaf/setup/status", data={"status": "on fire"})

    assert "is draft and cannot become paused" in answer.text
    assert odd.status_code == 422


def test_the_downloaded_file_uploaded_again_changes_nothing(owner: FlaskClient) -> None:
    downloaded = owner.get("/pilots/halfleaf/setup/pilot.yaml")

    answer = upload(owner, "/pilots/halfleaf/setup", downloaded.data)

    assert downloaded.headers["Content-Disposition"] == 'attachment; filename="halfleaf.yaml"'
    assert parse_pilot(downloaded.text) == parse_pilot(BOOKS)
    assert answer.status_code == 303
    assert get_pilot("halfleaf").version_number == 1


def test_a_changed_file_is_published_as_a_version(owner: FlaskClient) -> None:
    upload(owner, "/pilots/halfleaf/setup", BOOKS.replace("Noted.", "Lovely.").encode())

    assert get_pilot("halfleaf").version_number == 2


def test_an_uploaded_file_with_faults_shows_each_with_its_line(owner: FlaskClient) -> None:
    bad = BOOKS.replace("petrol", "pink").replace("least_n: 20", "leastn: 20")

    answer = upload(owner, "/pilots/halfleaf/setup", bad.encode())

    assert answer.status_code == 422
    assert "The pilot file has 3 problems." in answer.text
    for words in ("brand.accent", "&#39;leastn&#39; is not known here", 'data-label="Line">12<'):
        assert words in answer.text


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (HAND_ALONE.encode(), "&#39;fitting&#39;, not &#39;halfleaf&#39;"),
        (b"\xff\xfe\x00", "not text in UTF-8"),
        (b"", "is empty"),
    ],
    ids=["another pilot", "binary", "empty"],
)
def test_a_file_that_cannot_be_used_is_refused_at_the_field(
    owner: FlaskClient, content: bytes, words: str
) -> None:
    answer = upload(owner, "/pilots/halfleaf/setup", content)

    assert answer.status_code == 422
    assert words in answer.text


def test_no_file_at_all_is_said_at_the_field(owner: FlaskClient) -> None:
    answer = owner.post("/pilots/halfleaf/setup", data={})

    assert answer.status_code == 422
    assert "Choose a pilot file." in answer.text


def test_each_role_is_led_to_its_page(app: Flask, owner: FlaskClient) -> None:
    curator = app.test_client()
    curator.post("/login", data={"email": "curator@x.example", "password": PASSWORD})

    assert owner.get("/pilots/halfleaf").location == "/pilots/halfleaf/setup"
    assert curator.get("/pilots/halfleaf").location == "/queue"


def test_the_list_shows_ones_pilots_with_their_counts(owner: FlaskClient) -> None:
    page = owner.get("/pilots").text

    assert "Five books" in page
    assert "you are owner" in page
    assert "New pilot" in page


def test_an_owner_makes_a_pilot_from_a_file(owner: FlaskClient) -> None:
    made = owner.post(
        "/pilots",
        data={"start": "file", "file": (io.BytesIO(HAND_ALONE.encode()), "pilot.yaml")},
    )
    bad = owner.post("/pilots", data={"start": "file", "file": (io.BytesIO(b"pilot: 1"), "p.yaml")})

    assert made.location == "/pilots/fitting/setup"
    assert owner.get(made.location).status_code == 200
    assert bad.status_code == 422
    assert "is missing" in bad.text


def test_a_file_never_changes_a_pilot_that_is_there(owner: FlaskClient) -> None:
    changed = BOOKS.replace("Noted.", "Lovely.").encode()

    answer = owner.post(
        "/pilots", data={"start": "file", "file": (io.BytesIO(changed), "pilot.yaml")}
    )

    assert answer.status_code == 422
    assert "already" in answer.text
    assert get_pilot("halfleaf").version_number == 1


def test_curators_make_no_pilots(app: Flask, books: PilotInfo) -> None:
    client = app.test_client()
    client.post("/login", data={"email": "curator@x.example", "password": PASSWORD})

    assert client.get("/pilots/new").status_code == 403
    assert "New pilot" not in client.get("/pilots").text
