import pytest
from flask import Flask
from sqlalchemy import func, select

from app.exceptions import Invalid, NotFound
from app.extensions import db
from app.log import SYSTEM
from app.models import Event, FormVersion, PilotVersion
from app.pilots.pilot_file import parse_pilot
from app.pilots.services import (
    definition_of,
    export_pilot,
    find_pilot,
    form_of,
    get_pilot,
    import_pilot,
    list_pilots,
    pilot_by_id,
    pilot_key,
)
from tests.pilots import BOOKS, HAND_ALONE


def count(table: type) -> int:
    return db.session.scalar(select(func.count()).select_from(table))


def test_a_pilot_file_becomes_a_draft_pilot(app: Flask) -> None:
    pilot = import_pilot(BOOKS, actor=SYSTEM)

    assert (pilot.slug, pilot.status, pilot.version_number) == ("halfleaf", "draft", 1)
    assert pilot.definition == parse_pilot(BOOKS)
    assert definition_of(pilot.version_id) == pilot.definition
    assert form_of(pilot.form_id) == pilot.definition.form
    assert db.session.scalars(select(Event.kind)).all() == ["pilot_published"]


def test_an_unchanged_file_makes_no_new_version(app: Flask) -> None:
    first = import_pilot(BOOKS, actor=SYSTEM)

    assert import_pilot(export_pilot("halfleaf"), actor=SYSTEM) == first
    assert count(PilotVersion) == 1


def test_a_changed_file_is_a_new_version_and_keeps_the_form(app: Flask) -> None:
    first = import_pilot(BOOKS, actor=SYSTEM)

    second = import_pilot(BOOKS.replace("Five books", "Five good books"), actor=SYSTEM)

    assert (second.version_number, second.name) == (2, "Five good books")
    assert second.form_id == first.form_id
    assert count(FormVersion) == 1
    assert definition_of(first.version_id).name == "Five books"


def test_a_changed_form_is_a_new_form_version(app: Flask) -> None:
    first = import_pilot(BOOKS, actor=SYSTEM)

    second = import_pilot(BOOKS.replace("label: Mood,", "label: Your mood,"), actor=SYSTEM)

    assert second.form_id != first.form_id
    assert form_of(first.form_id).questions[0].label == "Mood"


def test_a_file_of_another_pilot_is_refused_where_one_is_expected(app: Flask) -> None:
    with pytest.raises(Invalid, match="'fitting', not 'halfleaf'"):
        import_pilot(HAND_ALONE, actor=SYSTEM, expected_slug="halfleaf")


def test_pilots_are_found_by_address_by_id_and_in_lists(app: Flask) -> None:
    books = import_pilot(BOOKS, actor=SYSTEM)
    fitting = import_pilot(HAND_ALONE, actor=SYSTEM)

    assert find_pilot("nothing") is None
    assert pilot_by_id(books.id) == get_pilot("halfleaf") == books
    assert list_pilots(None) == [books, fitting]
    assert list_pilots([fitting.id]) == [fitting]
    with pytest.raises(NotFound):
        get_pilot("nothing")


def test_each_pilot_has_its_own_keys(app: Flask) -> None:
    books = import_pilot(BOOKS, actor=SYSTEM)
    fitting = import_pilot(HAND_ALONE, actor=SYSTEM)

    keys = {pilot_key(p.id, use) for p in (books, fitting) for use in ("address", "pseudonym")}
    assert len(keys) == 4
    with pytest.raises(NotFound):
        pilot_key(books.id, "nothing")
