import re

import pytest
from flask.testing import FlaskClient

from app.accounts.services import (
    add_staff,
    colleagues,
    grant,
    list_staff,
    name_of,
    revoke,
    sign_in,
    team_of,
)
from app.exceptions import Conflict, Invalid
from app.lifecycle import Role
from app.log import SYSTEM

from .conftest import PASSWORD, House, enter


@pytest.mark.parametrize(
    ("email", "name", "password"),
    [
        ("no-address", "A", PASSWORD),
        ("a@x.example", " ", PASSWORD),
        ("a@x.example", "A", "short"),
        ("OWNER@x.example", "A", PASSWORD),
    ],
    ids=["address", "name", "password", "here already"],
)
def test_a_person_who_cannot_be_added_is_refused(
    house: House, email: str, name: str, password: str
) -> None:
    with pytest.raises((Invalid, Conflict)):
        add_staff(email, name, password)


def test_colleagues_are_active_people_with_one_of_the_roles(house: House) -> None:
    grant(house.books.id, house.ids["lead"], Role.CURATOR, actor=SYSTEM)

    found = colleagues(house.books.id, Role.CURATOR, Role.LEAD)

    assert found == [(house.ids["curator"], "Curator One"), (house.ids["lead"], "Lead One")]
    assert name_of(house.ids["lead"]) == "Lead One"


def test_granting_twice_gives_one_role(house: House) -> None:
    grant(house.books.id, house.ids["lead"], Role.LEAD, actor=SYSTEM)

    roles = {person.id: person.roles for person in team_of(house.books.id)}

    assert roles[house.ids["lead"]] == (Role.LEAD,)


def test_the_last_owner_keeps_their_role(house: House) -> None:
    with pytest.raises(Conflict, match="at least one owner"):
        revoke(house.books.id, house.ids["owner"], Role.OWNER, actor=SYSTEM)


def test_an_owner_gives_and_takes_roles_on_the_team_page(house: House, client: FlaskClient) -> None:
    enter(client, "owner")

    given = client.post(
        "/pilots/halfleaf/team", data={"email": "stranger@x.example", "role": "curator"}
    )
    page = client.get("/pilots/halfleaf/team").text
    taken = client.post(f"/pilots/halfleaf/team/{house.ids['stranger']}/curator/end")

    assert given.status_code == taken.status_code == 303
    assert "Other Owner" in page
    assert "Other Owner" not in client.get("/pilots/halfleaf/team").text.split("<table")[1]


@pytest.mark.parametrize(
    "data",
    [{"email": "nobody@x.example", "role": "curator"}, {"email": "lead@x.example", "role": "king"}],
    ids=["unknown person", "unknown role"],
)
def test_a_role_that_cannot_be_given_is_said_at_the_field(
    house: House, client: FlaskClient, data: dict[str, str]
) -> None:
    enter(client, "owner")

    answer = client.post("/pilots/halfleaf/team", data=data)

    assert answer.status_code == 422
    assert data["email"] in answer.text
    assert 'aria-invalid="true"' in answer.text


def test_an_admin_adds_a_person_whose_password_is_shown_once(
    house: House, client: FlaskClient
) -> None:
    enter(client, "admin")

    answer = client.post("/admin/people", data={"name": "New Nina", "email": "nina@x.example"})

    shown = re.search(r"password <code>([^<]+)</code>", answer.text)
    assert shown
    assert sign_in("nina@x.example", shown[1]).staff_id
    assert shown[1] not in client.get("/admin").text
    assert [person.name for person in list_staff() if person.is_admin] == ["Ada Admin"]


def test_an_admin_shuts_out_and_lets_in_again_but_never_themselves(
    house: House, client: FlaskClient
) -> None:
    enter(client, "admin")

    client.post(f"/admin/people/{house.ids['lead']}/disable")
    with pytest.raises(Invalid):
        sign_in("lead@x.example", PASSWORD)
    client.post(f"/admin/people/{house.ids['lead']}/enable")
    client.post(f"/admin/people/{house.ids['admin']}/disable")

    assert sign_in("lead@x.example", PASSWORD)
    assert client.get("/admin").status_code == 200
    assert client.post("/admin/people/99999/disable").status_code == 404
