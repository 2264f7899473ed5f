"""Databases, clients and servers shared by all tests.

Every test that touches the database starts from a copy of a migrated one, on SQLite and on
PostgreSQL, so that triggers and indexes are the real ones.
"""

import os
import pathlib
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator

import flask_migrate
import pytest
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import settings as examples
from sqlalchemy import create_engine, text

from app import create_app
from app.config import Settings, load_settings
from app.extensions import db
from tests.client import CheckedClient

SECRET = "tests-0123456789-abcdefghijklmnopqrstuvwxyz"
IN_CI = os.environ.get("CI") == "true"
# The same examples each time in CI: what a developer finds by chance becomes a test of its own.
examples.register_profile("ci", derandomize=True, deadline=None)
examples.register_profile("developer", deadline=None)
examples.load_profile("ci" if IN_CI else "developer")
DATA = pathlib.Path(os.environ.get("BACKROOM_TEST_DATA", "../shared/data"))


def skip_or_fail(reason: str) -> None:
    """Skip where a part is missing; with CI=true a skipped test must not look green."""
    (pytest.fail if IN_CI else pytest.skip)(reason)


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Refuse every connection that leaves this machine."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: object) -> None:
        if isinstance(address, tuple) and address[0] not in {"127.0.0.1", "::1", "localhost"}:
            raise RuntimeError(f"a test wanted to reach {address[0]}")
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", guarded)


def make_settings(data: pathlib.Path, **values: object) -> Settings:
    """Return settings for tests: cheap password hashes, no sync to disk."""
    return load_settings(
        data=data,
        secret_key=SECRET,
        sqlite_synchronous="NORMAL",
        password_memory_kib=8,
        _env_file=None,
        **values,
    )


def make_app(settings: Settings) -> Flask:
    """Return the application as tests use it."""
    application = create_app(settings, TESTING=True, RATELIMIT_ENABLED=False)
    application.test_client_class = CheckedClient
    return application


def _migrate(settings: Settings) -> None:
    app = make_app(settings)
    with app.app_context():
        flask_migrate.upgrade()
        db.session.remove()
        db.engine.dispose()


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> pathlib.Path:
    """Return a migrated, empty SQLite file."""
    folder = tmp_path_factory.mktemp("template")
    _migrate(make_settings(folder))
    source = folder / "backroom.sqlite3"
    template = folder / "template.sqlite3"
    engine = create_engine(f"sqlite:///{source}")
    with engine.connect() as connection:
        connection.execute(text(f"VACUUM INTO '{template}'"))
    engine.dispose()
    return template


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[str]:
    """Start a PostgreSQL of our own on a socket; yield the host part of its addresses."""
    found = sorted(pathlib.Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    if not found:
        skip_or_fail("no PostgreSQL server programs on this machine")
    bindir = found[-1].parent
    home = pathlib.Path(tempfile.mkdtemp(prefix="backroom-pg"))
    as_postgres: list[str] = []
    if os.getuid() == 0:
        shutil.chown(home, "postgres")
        as_postgres = ["runuser", "-u", "postgres", "--"]

    def run(program: str, *arguments: str) -> None:
        subprocess.run(
            [*as_postgres, str(bindir / program), *arguments],
            check=True,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    cluster = str(home / "d")
    run(
        "initdb",
        "-D",
        cluster,
        "-A",
        "trust",
        "-U",
        "postgres",
        "-E",
        "UTF8",
        "--no-locale",
        "--no-sync",
    )
    options = (
        f"-k {home} -c listen_addresses='' -c fsync=off -c synchronous_commit=off "
        "-c full_page_writes=off -c max_connections=200"
    )
    run("pg_ctl", "-D", cluster, "-s", "-w", "-l", str(home / "log"), "-o", options, "start")
    yield str(home)
    run("pg_ctl", "-D", cluster, "-s", "-m", "immediate", "stop")
    shutil.rmtree(home, ignore_errors=True)


def _postgresql_url(host: str, name: str) -> str:
    return f"postgresql+psycopg://postgres@/{name}?host={host}"


@pytest.fixture(scope="session")
def postgresql_template(postgresql_server: str, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return the name of a migrated, empty PostgreSQL database."""
    admin = create_engine(
        _postgresql_url(postgresql_server, "postgres"), isolation_level="AUTOCOMMIT"
    )
    with admin.connect() as connection:
        connection.execute(text("CREATE DATABASE template_backroom"))
    admin.dispose()
    url = _postgresql_url(postgresql_server, "template_backroom")
    _migrate(make_settings(tmp_path_factory.mktemp("pg"), database_url=url))
    return "template_backroom"


@pytest.fixture(params=["sqlite", "postgresql"])
def settings(request: pytest.FixtureRequest, tmp_path: pathlib.Path) -> Iterator[Settings]:
    """Yield settings whose database is a fresh copy of the migrated one, on both databases."""
    if request.param == "sqlite":
        template = request.getfixturevalue("sqlite_template")
        shutil.copy(template, tmp_path / "backroom.sqlite3")
        yield make_settings(tmp_path)
        return
    server = request.getfixturevalue("postgresql_server")
    template = request.getfixturevalue("postgresql_template")
    name = f"t{os.getpid()}_{abs(hash(str(tmp_path))) % 10**12}"
    admin = create_engine(_postgresql_url(server, "postgres"), isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name} TEMPLATE {template}"))
    yield make_settings(tmp_path, database_url=_postgresql_url(server, name))
    with admin.connect() as connection:
        connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    admin.dispose()


@pytest.fixture
def app(settings: Settings) -> Iterator[Flask]:
    """Yield the application on a fresh migrated database, with its context pushed."""
    application = make_app(settings)
    with application.app_context():
        yield application
        db.session.remove()
        db.engine.dispose()


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """Return a client that refuses pages which break a house rule."""
    return app.test_client()


@pytest.fixture
def data_folder() -> pathlib.Path:
    """Return the folder with the real input files."""
    if not DATA.is_dir():
        skip_or_fail(f"no real input in {DATA}")
    return DATA
