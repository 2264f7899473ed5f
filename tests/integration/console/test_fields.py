"""Figures beside a pick: filled, typed, wanted before sending, and shown to who may see them."""

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from app.clock import now
from app.console.desk import desk_of
from app.console.filling_in import mark_of_fields, write_fields
from app.console.sending import pick_drafts, send
from app.database import writing
from app.delivery.services import delivery_page, release_early
from app.exceptions import Invalid, StaleVersion
from app.extensions import db
from app.models import Brief, CustomerFact, Pick, SideText, TrayPick
from app.pilots.info import PilotInfo
from app.queue.services import answer_waiting
from tests import factories
from tests.factories import make_pilot, sign_in
from tests.integration.console.making import fill, item_id, make_held, make_staff, put
from tests.pilots import BOOKS

FIELDS = """
pick_fields:
  - {key: now, label: You pay now, kind: money, fact: payment_now}
  - {key: offered, label: You would pay, kind: money, attribute: price, required: true}
  - {key: months, label: Months, kind: number, required: true}
"""
PILOT = BOOKS.replace("count: 2, hint: Safe and good", "count: 2, only: {genre: [Novel]}") + FIELDS


@pytest.fixture
def pilot(app: Flask) -> PilotInfo:
    return make_pilot(PILOT)


def know(brief_id: int, value: str) -> None:
    brief = db.session.get_one(Brief, brief_id)
    with writing():
        db.session.add(
            CustomerFact(
                pilot_id=brief.pilot_id,
                customer_id=brief.customer_id,
                key="payment_now",
                value=value,
                basis="contract",
                at=now(),
            )
        )


def test_fields_are_prefilled_and_missing_ones_keep_the_tray_from_leaving(
    pilot: PilotInfo,
) -> None:
    mara = make_staff(pilot)
    brief_id = make_held(pilot, mara)
    know(brief_id, "15.50")
    ferry = put(pilot, brief_id, mara, "quiet-ferry")[0]

    pick = desk_of(brief_id).tray.picks[0]

    assert [one.value for one in pick.fields] == [1550, 999, None]
    assert pick.has("field")
    write_fields(brief_id, ferry, {"months": "12"}, seen=pick.fields_mark, actor=mara)
    db.session.expire_all()
    pick = desk_of(brief_id).tray.picks[0]
    assert [one.value for one in pick.fields] == [1550, 999, 12]
    assert not pick.has("field")
    assert pick_drafts(desk_of(brief_id))[0].fields == {"offered": 999, "months": 12}
    assert pick_drafts(desk_of(brief_id))[0].personal_fields == {"now": 1550}


def test_nobody_types_over_a_fact_nor_nonsense_nor_over_another_window(pilot: PilotInfo) -> None:
    mara = make_staff(pilot)
    brief_id = make_held(pilot, mara)
    know(brief_id, "15.50")
    ferry = put(pilot, brief_id, mara, "quiet-ferry")[0]
    empty = mark_of_fields({})

    write_fields(brief_id, ferry, {"now": "1"}, seen=empty, actor=mara)
    with pytest.raises(Invalid, match="Months"):
        write_fields(brief_id, ferry, {"months": "soon"}, seen=empty, actor=mara)
    write_fields(brief_id, ferry, {"offered": "9"}, seen=empty, actor=mara)
    with pytest.raises(StaleVersion):
        write_fields(brief_id, ferry, {"offered": "8"}, seen=empty, actor=mara)

    row = db.session.scalars(select(TrayPick)).one()
    assert row.fields == {"offered": 900}


def test_a_delivery_shows_known_facts_only_to_who_is_proven(pilot: PilotInfo) -> None:
    mara = make_staff(pilot)
    brief_id = make_held(pilot, mara)
    know(brief_id, "15.50")
    ids = fill(pilot, brief_id, mara, "quiet-ferry", "second-allotment", "soup")
    for one in ids:
        write_fields(brief_id, one, {"months": "12"}, seen=mark_of_fields({}), actor=mara)
    db.session.expire_all()
    send(brief_id, actor=mara, version=desk_of(brief_id).tray.version)
    release_early(brief_id, actor=mara)

    proven = delivery_page(brief_id, personal=True).picks[0]
    other = delivery_page(brief_id, personal=False).picks[0]

    assert [(one.label, one.value) for one in proven.fields] == [
        ("You pay now", 1550),
        ("You would pay", 999),
        ("Months", 12),
    ]
    assert proven.saving == 551
    assert [one.label for one in other.fields] == ["You would pay", "Months"]
    assert other.saving is None
    stored = db.session.scalars(select(Pick.fields)).all()
    assert all("now" not in fields for fields in stored)
    aside = select(SideText.words).where(SideText.subject == "pick_fields")
    assert db.session.scalars(aside).all() == ['{"now": 1550}'] * 3


def test_an_arm_without_a_person_fills_what_it_can(pilot: PilotInfo) -> None:
    brief = factories.make_brief(pilot, arm="generic")

    answer_waiting()

    rows = db.session.scalars(select(Pick).where(Pick.brief_id == brief.id)).all()
    assert [row.fields["offered"] for row in sorted(rows, key=lambda r: r.position)] == [
        999,
        1199,
        999,
    ]


def test_a_slot_that_wants_others_says_so_and_warns(pilot: PilotInfo, client: FlaskClient) -> None:
    mara = make_staff(pilot)
    brief_id = make_held(pilot, mara)
    sign_in(client, mara)
    before = client.get(f"/briefs/{brief_id}").text
    put(pilot, brief_id, mara, "soup")

    after = client.get(f"/briefs/{brief_id}").text

    assert "Only: Novel" in before
    assert "does not fit the slot" in after


def test_fields_are_saved_with_and_without_script(pilot: PilotInfo, client: FlaskClient) -> None:
    mara = make_staff(pilot)
    brief_id = make_held(pilot, mara)
    ferry = put(pilot, brief_id, mara, "quiet-ferry")[0]
    assert ferry == item_id(pilot, "quiet-ferry")
    sign_in(client, mara)
    there = f"/briefs/{brief_id}/tray/{ferry}/fields"

    wrong = client.post(there, data={"f_months": "soon", "seen": mark_of_fields({})})
    plain = client.post(there, data={"f_months": "12", "seen": mark_of_fields({})})
    swift = client.post(
        there,
        data={"f_months": "24", "seen": mark_of_fields({"months": 12})},
        headers={"HX-Request": "true"},
    )

    assert wrong.status_code == 422
    assert 'value="soon"' in wrong.text
    assert plain.status_code == 303
    assert swift.status_code == 200
    assert "Saved" in swift.text
    row = db.session.scalars(select(TrayPick)).one()
    assert row.fields == {"months": 24}
