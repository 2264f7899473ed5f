import pytest
from flask import Flask
from sqlalchemy import select

from app.accounts.services import disable_staff
from app.exceptions import Conflict, Invalid
from app.extensions import db
from app.log import SYSTEM
from app.models import Event, Pilot
from app.pilots.info import PilotInfo
from app.pilots.publishing import frozen_hash
from app.pilots.services import get_pilot, go_live, import_pilot, readiness_of, set_status
from tests.pilots import BOOKS


def test_going_live_freezes_the_plan_with_its_hash(books: PilotInfo) -> None:
    live = go_live("halfleaf", actor=SYSTEM)

    row = db.session.scalars(select(Pilot)).one()
    event = db.session.scalars(select(Event).where(Event.kind == "pilot_live")).one()
    assert live.status == "live"
    assert row.frozen_hash == frozen_hash(books.definition) == event.payload["frozen"]
    assert row.frozen_at is not None


def test_a_pilot_that_is_not_ready_does_not_go_live_and_says_why(app: Flask) -> None:
    import_pilot(BOOKS, actor=SYSTEM)

    with pytest.raises(Invalid, match="the catalogue has items") as refused:
        go_live("halfleaf", actor=SYSTEM)

    assert set(refused.value.problems) == {"items", "keys", "house", "rules", "people"}
    assert get_pilot("halfleaf").status == "draft"


def test_a_curator_who_is_shut_out_does_not_count(books: PilotInfo) -> None:
    disable_staff("curator@x.example")

    assert [check.key for check in readiness_of(books) if check.is_must and not check.ok] == [
        "people"
    ]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("target: 0.5", "target: 0.4"),
        ("arms: {hand: 60", "arms: {hand: 80"),
        ("disclosure: neutral", "disclosure: revealed\ndebrief: A person or a rule chose for you."),
        ("name: Wild card, hint", "name: Joker, hint"),
    ],
    ids=["plan", "arms", "disclosure", "slots"],
)
def test_what_is_frozen_cannot_be_changed_by_a_file(
    books: PilotInfo, before: str, after: str
) -> None:
    go_live("halfleaf", actor=SYSTEM)

    with pytest.raises(Conflict, match="frozen"):
        import_pilot(BOOKS.replace(before, after), actor=SYSTEM)

    assert get_pilot("halfleaf").version_number == 1


def test_words_of_a_live_pilot_may_be_mended(books: PilotInfo) -> None:
    go_live("halfleaf", actor=SYSTEM)

    assert import_pilot(BOOKS.replace("Noted.", "Lovely."), actor=SYSTEM).version_number == 2


@pytest.mark.parametrize(
    ("moves", "allowed"),
    [
        (["live", "paused", "live", "closed"], True),
        (["paused"], False),
        (["closed"], False),
        (["live", "live"], False),
        (["live", "closed", "live"], False),
    ],
    ids=["there and back", "paused draft", "closed draft", "live twice", "after closing"],
)
def test_a_pilot_moves_only_as_its_table_says(
    books: PilotInfo, moves: list[str], allowed: bool
) -> None:
    *first, last = moves
    for status in first:
        set_status("halfleaf", status, actor=SYSTEM)

    if allowed:
        assert set_status("halfleaf", last, actor=SYSTEM).status == last
    else:
        with pytest.raises(Conflict):
            set_status("halfleaf", last, actor=SYSTEM)
