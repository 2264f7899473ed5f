"""Reading is read-only, facts stay as they are, and the schema is the models'."""

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from flask import Flask
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError

from app import log
from app.database import writing
from app.extensions import db
from app.log import SYSTEM
from app.models import FACTS, Event


def make_event() -> int:
    with writing():
        return log.append("tested", actor=SYSTEM, pilot_id=None, number=1)


def test_a_write_is_refused_outside_a_write_block(app: Flask) -> None:
    db.session.add(Event(kind="x", actor_kind="system", payload={}, at=log.events.now()))

    with pytest.raises(DBAPIError):
        db.session.flush()
    db.session.rollback()

    assert db.session.scalars(select(Event)).all() == []


def test_a_write_block_is_undone_as_a_whole_when_it_fails(app: Flask) -> None:
    def fail_half_way() -> None:
        with writing():
            log.append("tested", actor=SYSTEM, pilot_id=None)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail_half_way()

    assert db.session.scalars(select(Event)).all() == []


@pytest.mark.parametrize("verb", ["UPDATE event SET kind = 'y'", "DELETE FROM event"])
def test_a_fact_refuses_change(app: Flask, verb: str) -> None:
    make_event()

    with pytest.raises(DBAPIError, match="append-only"), writing():
        db.session.execute(text(verb))


def test_every_fact_table_is_protected(app: Flask) -> None:
    if db.engine.dialect.name == "sqlite":
        names = db.session.scalars(text("SELECT name FROM sqlite_master WHERE type='trigger'"))
        expected = {f"{t.__tablename__}_no_{v}" for t in FACTS for v in ("update", "delete")}
    else:
        names = db.session.scalars(text("SELECT tgname FROM pg_trigger"))
        expected = {f"{t.__tablename__}_no_{v}" for t in FACTS for v in ("change", "truncate")}

    assert expected <= set(names)


def test_a_note_on_the_side_is_kept_when_the_request_only_reads(app: Flask) -> None:
    log.note_read("looked", actor=SYSTEM, pilot_id=None)

    assert db.session.scalars(select(Event.kind)).all() == ["looked"]


def test_the_schema_equals_the_models(app: Flask) -> None:
    def ours(
        _object: object, name: str | None, kind: str, _reflected: bool, _other: object
    ) -> bool:
        search_index = kind == "table" and str(name).startswith("item_words")
        return not search_index and name not in {"words", "ix_item_search_words", "alembic_version"}

    with db.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"include_object": ours})
        assert compare_metadata(context, db.metadata) == []
