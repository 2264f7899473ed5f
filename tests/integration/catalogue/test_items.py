import io

import pytest
from flask import Flask
from flask.testing import FlaskClient
from PIL import Image
from sqlalchemy import select

from app.catalogue.pictures import picture_bytes
from app.catalogue.search import search_items
from app.catalogue.services import cards_of_versions, get_item, item_by_key
from app.extensions import db
from app.lifecycle import Role
from app.models import Event, Pilot
from app.pilots.info import PilotInfo
from tests.factories import make_pilot, make_staff, sign_in
from tests.integration.catalogue.making import multipart

AT = "/pilots/halfleaf/catalogue"


@pytest.fixture
def pilot(app: Flask) -> PilotInfo:
    return make_pilot(live=False)


@pytest.fixture
def owner(client: FlaskClient, pilot: PilotInfo) -> FlaskClient:
    sign_in(client, make_staff(pilot, Role.OWNER))
    return client


def soup(pilot: PilotInfo) -> tuple[str, int]:
    """Return where the soup stands, and its version in force."""
    card = item_by_key(pilot.id, "soup")
    assert card is not None
    return f"{AT}/{card.item_id}", card.version_id


def words(version: int, **changes: str) -> dict[str, str]:
    return {"title": "A Short History of Broth", "price": "12.50", "stock": "2",
            "tags": "funny; warm", "attributes": "genre: Food\npages: 140",
            "version": str(version)} | changes  # fmt: skip


def picture(kind: str = "PNG", size: tuple[int, int] = (60, 90)) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, "teal").save(out, kind)
    return out.getvalue()


def test_an_edit_is_a_new_version_and_the_old_one_stays(
    owner: FlaskClient, pilot: PilotInfo
) -> None:
    at, version = soup(pilot)
    before = db.session.get_one(Pilot, pilot.id).catalogue_version

    answer = owner.post(f"{at}/edit", data=words(version))

    assert answer.status_code == 303
    card = item_by_key(pilot.id, "soup")
    assert card is not None
    assert (card.title, card.price_minor, card.stock, card.tags) == (
        "A Short History of Broth", 1250, 2, ("funny", "warm"),
    )  # fmt: skip
    assert card.attributes == {"genre": "Food", "pages": 140}
    assert cards_of_versions([version])[version].title == "A Short History of Soup"
    assert search_items(pilot.id, "broth").total == 1
    assert search_items(pilot.id, "soup").total == 0
    assert db.session.get_one(Pilot, pilot.id).catalogue_version == before + 1
    assert db.session.scalar(select(Event.kind).where(Event.kind == "item_edited"))


def test_the_form_shows_the_item_and_saves_it_unchanged(
    owner: FlaskClient, pilot: PilotInfo
) -> None:
    at, _version = soup(pilot)
    before = item_by_key(pilot.id, "soup")
    page = owner.get(f"{at}/edit").text

    assert 'value="A Short History of Soup"' in page
    assert "pages: " in page
    assert before is not None


def test_a_stale_edit_is_refused(owner: FlaskClient, pilot: PilotInfo) -> None:
    at, version = soup(pilot)
    owner.post(f"{at}/edit", data=words(version))

    answer = owner.post(f"{at}/edit", data=words(version, title="Other"))

    assert answer.status_code == 409
    assert item_by_key(pilot.id, "soup").title == "A Short History of Broth"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"title": " "}, "Give it a title"),
        ({"price": "cheap"}, "Write a price"),
        ({"stock": "many"}, "stock"),
        ({"stock": "-1"}, "whole number"),
        ({"link": "javascript:alert(1)"}, "begins with https"),
        ({"picture": "file:0000"}, "begins with https"),
        ({"attributes": "no colon"}, "name: value"),
    ],
    ids=["title", "price", "stock", "negative", "link", "picture", "attributes"],
)
def test_what_cannot_be_is_said_at_its_field(
    owner: FlaskClient, pilot: PilotInfo, changes: dict[str, str], told: str
) -> None:
    at, version = soup(pilot)

    answer = owner.post(f"{at}/edit", data=words(version, **changes))

    assert answer.status_code == 422
    assert told in answer.text
    assert item_by_key(pilot.id, "soup").version_id == version  # type: ignore[union-attr]


def test_an_archived_item_is_not_found_until_offered_again(
    owner: FlaskClient, pilot: PilotInfo
) -> None:
    at, _version = soup(pilot)

    owner.post(f"{at}/archive")
    gone = search_items(pilot.id, "soup").total
    page = owner.get(at).text
    again = owner.post(f"{at}/archive")
    owner.post(f"{at}/offer")

    assert (gone, again.status_code) == (0, 409)
    assert "No longer offered" in page
    assert search_items(pilot.id, "soup").total == 1


def test_an_item_is_added_by_hand(owner: FlaskClient, pilot: PilotInfo) -> None:
    answer = owner.post(f"{AT}/new", data=words(0, key="broth"))
    twice = owner.post(f"{AT}/new", data=words(0, key="broth"))

    assert answer.status_code == 303
    assert search_items(pilot.id, "broth").total == 1
    assert (twice.status_code, "this key already" in twice.text) == (422, True)


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "WEBP"])
def test_an_uploaded_picture_is_written_anew_and_served(
    owner: FlaskClient, pilot: PilotInfo, kind: str
) -> None:
    at, version = soup(pilot)

    answer = owner.post(
        f"{at}/picture", data={"file": (io.BytesIO(picture(kind)), "a.x"), "version": version}
    )

    assert answer.status_code == 303
    card = item_by_key(pilot.id, "soup")
    assert card is not None
    sent = owner.get(card.picture_url)
    assert (sent.mimetype, sent.headers["X-Content-Type-Options"]) == ("image/webp", "nosniff")
    assert Image.open(io.BytesIO(sent.data)).size == (60, 90)
    assert picture_bytes(card.version_id)[:3] == b"\xff\xd8\xff"
    owner.post(f"{at}/picture", data={"drop": "y", "version": card.version_id})
    assert get_item(pilot.id, card.item_id).picture_url != card.picture_url


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>", "not a PNG"),
        (b"<html><script>alert(1)</script>", "not a PNG"),
        (picture()[:60], "damaged"),
        (b"x" * (5 * 1024 * 1024 + 1), "larger than 5 MB"),
        (b"", "Choose a picture"),
    ],
    ids=["svg", "html", "cut-off", "large", "none"],
)
def test_what_is_no_picture_is_refused(
    owner: FlaskClient, pilot: PilotInfo, data: bytes, told: str
) -> None:
    at, version = soup(pilot)

    answer = owner.post(
        f"{at}/picture", **multipart(data, "a.png" if data else "", version=version)
    )

    assert answer.status_code == 422
    assert told in answer.text


def test_a_curator_sees_items_and_changes_none(client: FlaskClient, pilot: PilotInfo) -> None:
    sign_in(client, make_staff(pilot, Role.CURATOR))
    at, version = soup(pilot)

    assert f"{at}/edit" not in client.get(at).text
    assert client.get(f"{at}/edit").status_code == 403
    assert client.post(f"{at}/edit", data=words(version)).status_code == 403
    assert client.post(f"{at}/archive").status_code == 403
    assert client.post(f"{at}/picture").status_code == 403
