import io
import pathlib
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from app.catalogue.pictures import picture_bytes
from app.catalogue.search import search_items
from app.catalogue.services import item_by_key
from app.config import Settings
from app.lifecycle import Role
from app.pilots.info import PilotInfo
from tests.factories import make_pilot, make_staff, sign_in
from tests.integration.catalogue.making import choose_columns, upload_table
from tests.pilots import BOOKS

AT = "/pilots/halfleaf/catalogue"
TABLE = "key,title,price\nheron,The Heron,5.00\nsoup,A Short History of Broth,9.99\nbad,,1\n"


@pytest.fixture
def pilot(app: Flask) -> PilotInfo:
    return make_pilot(live=False)


@pytest.fixture
def owner(client: FlaskClient, pilot: PilotInfo) -> FlaskClient:
    sign_in(client, make_staff(pilot, Role.OWNER))
    return client


@pytest.fixture
def curator(client: FlaskClient, pilot: PilotInfo) -> FlaskClient:
    sign_in(client, make_staff(pilot, Role.CURATOR))
    return client


def upload(client: FlaskClient, text: str | bytes, name: str = "shop.csv") -> str:
    """Upload a table and take its columns as guessed; return where its dry run stands."""
    return choose_columns(client, upload_table(client, AT, text, name))


def test_the_catalogue_shows_its_items(curator: FlaskClient) -> None:
    page = curator.get(AT).text

    assert "6</strong> of 6 books" in page
    assert "The Quiet Ferry" in page
    assert "£9.99" in page
    assert f"{AT}/import" not in page


def test_a_search_narrows_it_and_a_filter_too(curator: FlaskClient) -> None:
    page = curator.get(f"{AT}?q=funny&f.genre=Novel").text

    assert "2</strong> of 6 books" in page
    assert "A Short History of Soup" not in page
    assert f'href="{AT}?q=funny"' in page


def test_the_piece_alone_is_sent_to_htmx(curator: FlaskClient) -> None:
    piece = curator.get(f"{AT}?q=ferry", headers={"HX-Request": "true"})

    assert piece.text.lstrip().startswith('<section class="stack-page" id="results"')
    assert "HX-Request" in piece.headers["Vary"]


@pytest.mark.parametrize(
    "query",
    ["q=zebra", "page=99", "page=x", "sort=nonsense", "f.genre=Poem", "f.=x&q=%00", "q=a"],
)
def test_odd_addresses_are_answered(curator: FlaskClient, query: str) -> None:
    assert curator.get(f"{AT}?{query}").status_code == 200


def test_an_empty_catalogue_leads_the_owner_to_the_import(app: Flask, client: FlaskClient) -> None:
    pilot = make_pilot(BOOKS, "key,title\n", live=False)
    sign_in(client, make_staff(pilot, Role.OWNER))

    page = client.get(AT).text

    assert "The catalogue is empty" in page
    assert f'href="{AT}/import"' in page


def test_an_item_shows_what_is_known_of_it(curator: FlaskClient, pilot: PilotInfo) -> None:
    card = item_by_key(pilot.id, "river")
    assert card is not None

    page = curator.get(f"{AT}/{card.item_id}").text

    assert "Paulo Nery" in page
    assert "Letters written during" in page
    assert curator.get(f"{AT}/999999999999").status_code == 404


def test_an_item_of_another_pilot_is_not_found(curator: FlaskClient) -> None:
    other = make_pilot(BOOKS.replace("pilot: halfleaf", "pilot: other"), live=False)
    card = item_by_key(other.id, "river")
    assert card is not None

    assert curator.get(f"{AT}/{card.item_id}").status_code == 404
    assert curator.get(f"/pilots/other/catalogue/{card.item_id}").status_code == 404


def test_an_upload_is_looked_at_before_it_is_published(
    owner: FlaskClient, pilot: PilotInfo
) -> None:
    check = upload(owner, TABLE)

    page = owner.get(check).text

    assert "This is what would happen" in page
    assert "1 row cannot be taken" in page
    assert "Publish 2 books" in page
    assert search_items(pilot.id, "heron").total == 0

    answer = owner.post(check)

    assert (answer.status_code, answer.location) == (303, f"{AT}/imports")
    assert "1 new, 1 changed, 1 failed" in owner.get(answer.location).text
    assert search_items(pilot.id, "heron").total == 1
    assert owner.get(check).status_code == 410


def test_a_pasted_table_is_taken(owner: FlaskClient) -> None:
    answer = owner.post(f"{AT}/import", data={"pasted": "key\ttitle\nheron\tThe Heron\n"})

    assert "Publish 1 book" in owner.get(choose_columns(owner, answer.location)).text


def test_a_file_without_change_says_so(owner: FlaskClient) -> None:
    check = upload(owner, TABLE)
    owner.get(check)
    owner.post(check)

    assert "Nothing would change" in owner.get(upload(owner, TABLE)).text


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ({}, "Choose a file"),
        ({"file": (b"PK\x03\x04x", "a.xlsx")}, "damaged"),
        ({"pasted": "  "}, "Choose a file"),
    ],
    ids=["nothing", "excel", "blank"],
)
def test_what_cannot_be_read_is_refused_at_the_field(
    owner: FlaskClient, sent: dict[str, Any], words: str
) -> None:
    data = {name: (io.BytesIO(v[0]), v[1]) if name == "file" else v for name, v in sent.items()}
    answer = owner.post(f"{AT}/import", data=data)

    assert answer.status_code == 422
    assert words in answer.text
    assert "<title>Error:" in answer.text
    assert str(sent.get("pasted", "")).strip() in answer.text


def test_a_file_that_is_too_large_is_refused_with_words(app: Flask, owner: FlaskClient) -> None:
    app.config["MAX_CONTENT_LENGTH"] = 1000

    answer = owner.post(f"{AT}/import", data={"file": (io.BytesIO(b"x" * 5000), "a.csv")})

    assert answer.status_code == 413
    assert "larger than we accept" in answer.text


@pytest.mark.parametrize("token", ["x" * 32, "..%2f..%2fbackroom", "short"])
def test_an_unknown_upload_is_gone(owner: FlaskClient, token: str) -> None:
    assert owner.get(f"{AT}/import/{token}").status_code in (404, 410)


def test_the_upload_of_a_colleague_is_not_shown(owner: FlaskClient, pilot: PilotInfo) -> None:
    check = upload(owner, TABLE)
    owner.post("/logout")
    sign_in(owner, make_staff(pilot, Role.OWNER, name="Other Owner"))

    assert owner.get(check).status_code == 410


def test_a_curator_may_not_import(curator: FlaskClient) -> None:
    assert curator.get(f"{AT}/import").status_code == 403
    assert curator.post(f"{AT}/import", data={"pasted": TABLE}).status_code == 403


def test_a_picture_is_drawn_once_and_kept(
    client: FlaskClient, pilot: PilotInfo, settings: Settings
) -> None:
    card = item_by_key(pilot.id, "soup")
    assert card is not None

    first, second = client.get(card.picture_url), client.get(card.picture_url)

    kept = list((settings.data / "pictures").rglob("*"))
    assert first.data == second.data
    assert first.data[:4] == b"RIFF"
    assert first.mimetype == "image/webp"
    assert {"public", "immutable", "max-age=31536000"} <= set(
        first.headers["Cache-Control"].split(", ")
    )
    assert first.headers["X-Content-Type-Options"] == "nosniff"
    assert len([path for path in kept if pathlib.Path(path).is_file()]) == 1


def test_a_picture_of_other_words_is_not_found(client: FlaskClient, pilot: PilotInfo) -> None:
    card = item_by_key(pilot.id, "soup")
    assert card is not None
    known, version = card.picture_url.removesuffix(".webp").rsplit("/", 1)[1].split("-")

    for name in (f"{'0' * 40}-{version}", f"{known}-{int(version) + 1}", known, f"{known}-9" * 9):
        assert client.get(f"/pictures/{name}.webp").status_code == 404


def test_a_mail_gets_its_picture_as_jpeg(pilot: PilotInfo) -> None:
    card = item_by_key(pilot.id, "soup")
    assert card is not None

    assert picture_bytes(card.version_id)[:3] == b"\xff\xd8\xff"
