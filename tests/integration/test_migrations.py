"""Each step of the schema carries data across, on both databases."""

from collections.abc import Iterator
from datetime import UTC, datetime

import flask_migrate
import pytest
from flask import Flask
from sqlalchemy import create_engine, make_url, text

from app.config import Settings
from app.database import writing
from app.extensions import db
from app.schema import current_revision, head_revision
from tests.conftest import make_app, make_settings


@pytest.fixture
def empty_app(settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    """Yield the application on an empty database of the same kind."""
    url = make_url(settings.sqlalchemy_url)
    if url.get_backend_name() == "sqlite":
        yield from _in_context(make_settings(tmp_path_factory.mktemp("empty")))
        return
    name = f"{url.database}_empty"
    admin = create_engine(url.set(database="postgres"), isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    address = url.set(database=name).render_as_string(hide_password=False)
    yield from _in_context(make_settings(settings.data, database_url=address))
    with admin.connect() as connection:
        connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    admin.dispose()


def _in_context(settings: Settings) -> Iterator[Flask]:
    app = make_app(settings)
    with app.app_context():
        yield app
        db.session.remove()
        db.engine.dispose()


def test_an_empty_database_reaches_the_newest_schema(empty_app: Flask) -> None:
    flask_migrate.upgrade()

    assert current_revision() == head_revision()


def test_people_and_customers_of_001_are_there_in_002(empty_app: Flask) -> None:
    flask_migrate.upgrade(revision="001")
    moment = {"at": datetime(2026, 11, 21, 12, tzinfo=UTC)}
    with writing():
        db.session.execute(
            text(
                "INSERT INTO staff (id, email, name, password, active, is_admin, is_program,"
                " fs_uniquifier, keys_on, created_at) VALUES"
                " (1, 'a@x.example', 'Ana', '-', true, false, false, 'u', true, :at)"
            ),
            moment,
        )
        db.session.execute(
            text(
                "INSERT INTO pilot (id, slug, name, status, salt, catalogue_version, is_demo,"
                " created_at, version) VALUES (1, 'p', 'P', 'draft', 's', 0, false, :at, 1)"
            ),
            moment,
        )
        db.session.execute(
            text(
                "INSERT INTO customer (id, pilot_id, public_id, key_hash, is_simulated, is_test,"
                " may_train, created_at) VALUES (1, 1, 'c', 'k', false, false, true, :at)"
            ),
            moment,
        )

    flask_migrate.upgrade(revision="002")

    person = db.session.execute(text("SELECT name, on_shift, open_cap FROM staff")).one()
    customer = db.session.execute(text("SELECT may_train, cohort FROM customer")).one()
    assert (person[0], bool(person[1]), person[2]) == ("Ana", True, None)
    assert (bool(customer[0]), customer[1]) == (True, None)
