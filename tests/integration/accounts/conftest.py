"""People and a browser for the tests of accounts."""

import pytest
from flask import Flask
from flask.testing import FlaskClient

from app.accounts.services import add_staff, grant
from app.lifecycle import Role
from app.log import SYSTEM
from app.pilots.info import PilotInfo
from app.pilots.services import import_pilot
from tests.pilots import BOOKS, HAND_ALONE

PASSWORD = "correct horse battery"


class House:
    """One pilot with a person per role, a second pilot with an owner, and an admin."""

    def __init__(self) -> None:
        self.books: PilotInfo = import_pilot(BOOKS, actor=SYSTEM)
        self.fitting: PilotInfo = import_pilot(HAND_ALONE, actor=SYSTEM)
        self.ids = {"admin": add_staff("admin@x.example", "Ada Admin", PASSWORD, is_admin=True)}
        for role in Role:
            self.ids[role] = add_staff(f"{role}@x.example", f"{role.title()} One", PASSWORD)
            grant(self.books.id, self.ids[role], role, actor=SYSTEM)
        self.ids["stranger"] = add_staff("stranger@x.example", "Other Owner", PASSWORD)
        grant(self.fitting.id, self.ids["stranger"], Role.OWNER, actor=SYSTEM)


@pytest.fixture
def house(app: Flask) -> House:
    return House()


def enter(client: FlaskClient, who: str) -> None:
    """Sign somebody in through the form."""
    answer = client.post("/login", data={"email": f"{who}@x.example", "password": PASSWORD})
    assert answer.status_code == 303, answer.text
