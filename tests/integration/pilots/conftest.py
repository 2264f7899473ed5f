"""A pilot with its catalogue, an owner and a browser."""

import io

import pytest
from flask import Flask
from flask.testing import FlaskClient

from app.accounts.services import add_staff, grant
from app.catalogue.importing import import_catalogue
from app.lifecycle import Role
from app.log import SYSTEM
from app.pilots.info import PilotInfo
from app.pilots.services import import_pilot
from tests.pilots import BOOKS, BOOKS_CATALOGUE

PASSWORD = "correct horse battery"


@pytest.fixture
def books(app: Flask) -> PilotInfo:
    """A pilot that may go live."""
    pilot = import_pilot(BOOKS, actor=SYSTEM)
    source = io.BytesIO(BOOKS_CATALOGUE.encode())
    import_catalogue(pilot.id, source, name="books.csv", actor=SYSTEM)
    for role in (Role.OWNER, Role.CURATOR):
        staff_id = add_staff(f"{role}@x.example", role.title(), PASSWORD)
        grant(pilot.id, staff_id, role, actor=SYSTEM)
    return pilot


@pytest.fixture
def owner(app: Flask, books: PilotInfo) -> FlaskClient:
    client = app.test_client()
    client.post("/login", data={"email": "owner@x.example", "password": PASSWORD})
    return client
