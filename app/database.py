"""How the database is opened, read and written: every request reads, a write block writes.

Outside `writing()` a transaction cannot change anything (SQLite `query_only`, PostgreSQL READ
ONLY), so that a GET is safe by construction.  SQLite's stock busy handler starves a writer for
seconds, therefore BEGIN IMMEDIATE is retried here with a short, jittered back-off.
"""

import random
import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from sqlalchemy import Connection, Engine, event, text
from sqlalchemy.exc import OperationalError

from app.exceptions import Unavailable
from app.extensions import db

LOCK_PATIENCE_SECONDS = 10.0
_depth: ContextVar[int] = ContextVar("backroom_write_depth", default=0)
_rng = random.SystemRandom()


def install(engine: Engine, *, synchronous: str = "FULL") -> None:
    """Give an engine its pragmas and its rule of reading unless told to write."""
    if engine.dialect.name == "sqlite":
        _install_sqlite(engine, synchronous)
    else:
        event.listen(engine, "begin", _begin_postgresql)


def _install_sqlite(engine: Engine, synchronous: str) -> None:
    @event.listens_for(engine, "connect")
    def _connect(connection: Any, _record: Any) -> None:
        connection.isolation_level = None
        cursor = connection.cursor()
        for pragma in (
            "journal_mode=WAL",
            f"synchronous={synchronous}",
            "foreign_keys=ON",
            "recursive_triggers=ON",
            "secure_delete=ON",
            "busy_timeout=30",
            "cache_size=-32768",
            "mmap_size=268435456",
            "temp_store=MEMORY",
        ):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    event.listen(engine, "begin", _begin_sqlite)


def _begin_sqlite(connection: Connection) -> None:
    if not is_writing():
        connection.exec_driver_sql("PRAGMA query_only=1")
        connection.exec_driver_sql("BEGIN")
        return
    connection.exec_driver_sql("PRAGMA query_only=0")
    _begin_immediate(connection)


def _begin_immediate(connection: Connection) -> None:
    deadline = time.monotonic() + LOCK_PATIENCE_SECONDS
    wait = 0.002
    while True:
        try:
            connection.exec_driver_sql("BEGIN IMMEDIATE")
        except OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > deadline:
                raise
            time.sleep(_rng.uniform(0.0005, wait))
            wait = min(wait * 1.5, 0.05)
        else:
            return


def _begin_postgresql(connection: Connection) -> None:
    driver = connection.connection.driver_connection
    if driver is not None:
        driver.read_only = not is_writing()


def is_writing() -> bool:
    """Tell whether a write block is open in this thread."""
    return _depth.get() > 0


@contextmanager
def writing() -> Iterator[None]:
    """Open a write block, committed at its end; inside another one, join it.

    What was read before is forgotten (expired), so a decision made inside sees what is stored
    now.  Keep hashing, rendering and network outside.
    """
    if is_writing():
        yield
        return
    db.session.rollback()
    token = _depth.set(1)
    try:
        db.session.connection()
        yield
        db.session.commit()
    except OperationalError as error:
        db.session.rollback()
        raise _words_for(error) from error
    except BaseException:
        db.session.rollback()
        raise
    finally:
        _depth.reset(token)


def _words_for(error: OperationalError) -> Exception:
    busy = ("locked", "full", "readonly", "disk I/O", "connection")
    if any(word in str(error.orig) for word in busy):
        return Unavailable("We could not save this just now. Nothing was lost: please try again.")
    return error


@contextmanager
def writing_connection() -> Iterator[Connection]:
    """Lend a connection that may write, committed at the end; for migrations and bulk loads."""
    token = _depth.set(1)
    try:
        with db.engine.begin() as connection:
            yield connection
    finally:
        _depth.reset(token)


@contextmanager
def aside() -> Iterator[Connection]:
    """Write one small fact on a connection of its own, outside any write block."""
    if is_writing():
        raise RuntimeError("a note on the side would wait for the write block it stands in")
    with writing_connection() as connection:
        yield connection


def is_reachable() -> bool:
    """Tell whether the database answers."""
    try:
        db.session.execute(text("SELECT 1"))
    except OperationalError:
        db.session.rollback()
        return False
    return True
