"""The console over HTTP: what each reader may see and do, with htmx and without script."""

import re
from html import unescape

import pytest
from flask.testing import FlaskClient
from sqlalchemy import func, select

from app.console.desk import desk_of
from app.console.sending import send
from app.console.writing_down import Reason, write_reason
from app.delivery.services import release_early
from app.extensions import db
from app.intake.services import start_draft
from app.log import Actor
from app.models import Brief, Event, Look, Search, Selection, Tray
from app.pilots.info import PilotInfo
from app.queue.services import take_over
from tests.factories import address_in, sign_in
from tests.integration.console.making import (
    fill,
    item_id,
    make_brief,
    make_hand_pilot,
    make_held,
    make_pilot,
    make_staff,
    put,
)

HTMX = {"HX-Request": "true"}


@pytest.fixture
def pilot(app: object) -> PilotInfo:
    return make_pilot()


@pytest.fixture
def mara(pilot: PilotInfo, client: FlaskClient) -> Actor:
    person = make_staff(pilot)
    sign_in(client, person)
    return person


@pytest.fixture
def brief_id(pilot: PilotInfo, mara: Actor) -> int:
    return make_held(pilot, mara)


def searched(client: FlaskClient, brief_id: int, query: str) -> dict[str, str]:
    """Return the hidden fields that the page's form of results carries."""
    page = client.get(f"/briefs/{brief_id}?{query}").text
    form = page[page.index('id="picks"') :]
    names = ("back", "shown", "total", "mode")
    found = {name: re.search(rf'name="{name}" value="([^"]*)"', form) for name in names}
    return {name: unescape(match[1]) for name, match in found.items() if match}


def test_the_holder_sees_brief_catalogue_and_tray(
    client: FlaskClient, pilot: PilotInfo, brief_id: int
) -> None:
    page = client.get(f"/briefs/{brief_id}").text

    assert "Something kind but not sugary." in page
    assert "<strong>Never:</strong> a parent&#39;s illness, please" in page
    assert '<strong class="num">6</strong> of 6 books' in page
    assert "Fill slots" in page
    assert 'aria-disabled="true">Send to Ana' in page
    assert len(page) < 150_000
    kinds = db.session.scalars(select(Event.kind).where(Event.brief_id == brief_id)).all()
    assert "brief_opened" in kinds


def test_opening_changes_nothing_but_the_note_that_it_was_read(
    client: FlaskClient, brief_id: int
) -> None:
    before = db.session.get_one(Tray, brief_id).version

    client.get(f"/briefs/{brief_id}?q=sea&page=2&sort=title&f.genre=Novel")

    assert db.session.get_one(Tray, brief_id).version == before
    assert db.session.scalars(select(Search)).all() == []


def test_a_search_falls_back_to_any_word_and_says_so(client: FlaskClient, brief_id: int) -> None:
    page = client.get(f"/briefs/{brief_id}?q=ferryman+soup", headers=HTMX).text

    assert "none has all these words, these have some" in page
    assert "The Quiet Ferry" in page
    assert "A Short History of Soup" in page
    assert "<!doctype" not in page
    assert 'hx-swap-oob="morph"' in page


def test_filters_are_links_and_chips_that_lead_back(client: FlaskClient, brief_id: int) -> None:
    page = client.get(f"/briefs/{brief_id}?q=a&f.genre=Food").text

    assert "Remove filter: Genre Food" in page
    assert '<input type="hidden" form="finder" name="f.genre" value="Food">' in page


@pytest.mark.parametrize(
    "query",
    ["page=abc", "page=99999999999", "sort=made-up", "f.=x", "f.genre=", "pane=nowhere", "q=%00"],
)
def test_an_odd_address_is_read_as_well_as_can_be(
    client: FlaskClient, brief_id: int, query: str
) -> None:
    assert client.get(f"/briefs/{brief_id}?{query}").status_code == 200


def test_tiles_tell_what_clashes_and_what_is_out_of_stock(
    client: FlaskClient, pilot: PilotInfo, brief_id: int
) -> None:
    page = client.get(f"/briefs/{brief_id}").text

    river, dog = item_id(pilot, "river"), item_id(pilot, "dog")
    assert re.search(rf'class="tile is-blocked" id="item-{river}"', page)
    assert re.search(rf'class="tile is-sent" id="item-{dog}"', page)
    assert "Out of stock" in page
    assert '<span class="num">1</span> clashes with the brief' in page


def test_adding_without_script_leads_back_to_the_same_list(
    client: FlaskClient, pilot: PilotInfo, brief_id: int
) -> None:
    soup = item_id(pilot, "soup")
    context = searched(client, brief_id, "q=soup&f.genre=Food")

    answer = client.post(f"/briefs/{brief_id}/tray", data={**context, "add": soup})

    assert answer.status_code == 303
    assert answer.location == f"/briefs/{brief_id}?q=soup&f.genre=Food#item-{soup}"
    assert desk_of(brief_id).tray.by_item == {soup: 1}
    row = db.session.scalars(select(Search)).one()
    assert (row.items, row.filters, row.settled_by) == ([soup], {"genre": ["Food"]}, "used")


def test_adding_with_htmx_brings_the_tray(
    client: FlaskClient, pilot: PilotInfo, brief_id: int
) -> None:
    soup = item_id(pilot, "soup")

    answer = client.post(f"/briefs/{brief_id}/tray", data={"add": soup}, headers=HTMX)

    assert answer.text.lstrip().startswith(("{#", "<section"))
    assert f'id="slot-{soup}"' in answer.text
    assert "tray-changed" in answer.headers["HX-Trigger"]


@pytest.mark.parametrize(
    ("data", "status"),
    [
        ({}, 422),
        ({"add": "abc"}, 422),
        ({"add": "0"}, 422),
        ({"add": "99999999999999999999999"}, 422),
        ({"add": "424242"}, 404),
        ({"remove": "424242"}, 404),
        ({"order": "1,2,3"}, 409),
        ({"order": ",,,,,,,,"}, 409),
    ],
)
def test_a_senseless_change_is_refused_in_words(
    client: FlaskClient, brief_id: int, data: dict[str, str], status: int
) -> None:
    assert client.post(f"/briefs/{brief_id}/tray", data=data).status_code == status


def test_a_settled_search_is_told_by_the_page(client: FlaskClient, brief_id: int) -> None:
    context = searched(client, brief_id, "q=quiet")

    for _ in range(2):
        answer = client.post(f"/briefs/{brief_id}/settle", data=context, headers=HTMX)

    assert answer.status_code == 204
    assert [row.settled_by for row in db.session.scalars(select(Search))] == ["stood"]


def test_a_quick_look_is_noted_by_its_post_alone(
    client: FlaskClient, pilot: PilotInfo, brief_id: int
) -> None:
    soup = item_id(pilot, "soup")

    shown = client.get(f"/briefs/{brief_id}/items/{soup}?q=soup")
    noted = client.post(f"/briefs/{brief_id}/looks/{soup}", data={"back": "q=soup"})

    assert "Nine soups that changed a town." in shown.text
    assert noted.location == f"/briefs/{brief_id}?q=soup#item-{soup}"
    assert len(db.session.scalars(select(Look)).all()) == 1
    assert client.get(f"/briefs/{brief_id}/items/424242").status_code == 404


def test_a_reason_saves_itself_and_says_so(
    client: FlaskClient, pilot: PilotInfo, mara: Actor, brief_id: int
) -> None:
    (soup,) = put(pilot, brief_id, mara, "soup")
    data = {"reason": "Kind soup.", "reason_code": "mood", "drivers": ["mood"], "version": 1}

    answer = client.post(f"/briefs/{brief_id}/tray/{soup}/reason", data=data, headers=HTMX)

    assert "Saved" in answer.text
    assert 'name="version" value="2"' in answer.text
    assert 'id="todo"' in answer.text
    pick = desk_of(brief_id).tray.picks[0]
    assert (pick.reason, pick.reason_code, pick.drivers) == ("Kind soup.", "mood", ("mood",))


@pytest.mark.parametrize("headers", [HTMX, {}], ids=["htmx", "plain"])
def test_a_stale_reason_shows_both_texts(
    client: FlaskClient, pilot: PilotInfo, mara: Actor, brief_id: int, headers: dict[str, str]
) -> None:
    (soup,) = put(pilot, brief_id, mara, "soup")
    write_reason(brief_id, soup, Reason("From the other window."), version=1, actor=mara)
    data = {"reason": "From this one.", "version": 1}

    answer = client.post(f"/briefs/{brief_id}/tray/{soup}/reason", data=data, headers=headers)

    assert answer.status_code == 409
    assert "From the other window." in answer.text
    assert "From this one." in answer.text
    assert 'name="version" value="2"' in answer.text


def test_a_reason_that_is_too_long_is_given_back(
    client: FlaskClient, pilot: PilotInfo, mara: Actor, brief_id: int
) -> None:
    (soup,) = put(pilot, brief_id, mara, "soup")
    data = {"reason": "long " * 100, "version": 1}

    answer = client.post(f"/briefs/{brief_id}/tray/{soup}/reason", data=data)

    assert answer.status_code == 422
    assert "Keep it under 280 characters." in answer.text
    assert "long long long" in answer.text


def test_somebody_else_looks_but_does_not_touch(
    client: FlaskClient, pilot: PilotInfo, mara: Actor
) -> None:
    sam = make_staff(pilot, "Sam Adeyemi")
    held = make_held(pilot, sam)
    (soup,) = put(pilot, held, sam, "soup")

    page = client.get(f"/briefs/{held}").text
    refused = client.post(f"/briefs/{held}/tray", data={"remove": soup})

    assert "Sam Adeyemi is editing." in page
    assert "Take over" not in page
    assert 'name="add"' not in page
    assert refused.status_code == 409
    assert "Sam Adeyemi is working on this brief now" in refused.text


def test_a_lead_is_offered_the_take_over(client: FlaskClient, pilot: PilotInfo) -> None:
    held = make_held(pilot, make_staff(pilot, "Sam Adeyemi"))
    sign_in(client, make_staff(pilot, "Lea Lind", "lead"))

    page = client.get(f"/briefs/{held}").text
    client.post(f"/briefs/{held}/take-over", data={"reason": "Sam is ill"})

    assert "Why do you take it over?" in page
    assert "yours " in client.get(f"/briefs/{held}").text


def test_a_free_brief_can_be_taken_from_its_page(
    client: FlaskClient, pilot: PilotInfo, mara: Actor
) -> None:
    waiting = make_brief(pilot)

    assert "Take it" in client.get(f"/briefs/{waiting}").text
    assert client.post(f"/briefs/{waiting}/claim").location == f"/briefs/{waiting}"


def test_a_draft_is_not_staffs_to_read(client: FlaskClient, pilot: PilotInfo, mara: Actor) -> None:
    start_draft(pilot)
    draft_id = db.session.scalar(select(func.max(Brief.id)))

    assert client.get(f"/briefs/{draft_id}").status_code == 404
    assert client.get("/briefs/424242").status_code == 404


def test_a_beat_answers_how_long_the_hold_lasts(client: FlaskClient, brief_id: int) -> None:
    data = {"read": "3", "search": "x", "write": "5"}

    bad = client.post(f"/briefs/{brief_id}/beat", data=data, headers=HTMX)
    good = client.post(f"/briefs/{brief_id}/beat", data={"read": "3"}, headers=HTMX)

    assert bad.status_code == 422
    assert "yours 9 m" in good.text


def test_preview_shows_the_customers_page(
    client: FlaskClient, pilot: PilotInfo, mara: Actor, brief_id: int
) -> None:
    empty = client.get(f"/briefs/{brief_id}/preview", follow_redirects=True)
    fill(pilot, brief_id, mara)

    page = client.get(f"/briefs/{brief_id}/preview").text

    assert "there is nothing to preview" in empty.text
    assert "Preview: this is what the customer gets." in page
    assert "Kind people, and a chapter is one tram ride." in page
    assert f'href="/briefs/{brief_id}#tray"' in page


def test_send_goes_on_to_the_next_held_brief_with_an_undo(
    client: FlaskClient, pilot: PilotInfo, mara: Actor, brief_id: int
) -> None:
    other = make_held(pilot, mara)
    fill(pilot, brief_id, mara)
    data = {"version": desk_of(brief_id).tray.version, "could_rule": "mood"}

    sent = client.post(f"/briefs/{brief_id}/send", data=data)
    following = client.get(sent.location).text

    assert sent.location == f"/briefs/{other}"
    assert "Sent to Ana Lindqvist." in following
    assert f'action="/briefs/{brief_id}/undo"' in following
    back = client.post(f"/briefs/{brief_id}/undo")
    assert back.location == f"/briefs/{brief_id}?pane=tray"
    assert db.session.get_one(Brief, brief_id).status == "claimed"
    again = client.post(f"/briefs/{brief_id}/undo")
    assert (again.status_code, "taken back already" in again.text) == (409, True)


def test_the_last_send_leads_to_the_queue_with_htmx_too(
    client: FlaskClient, pilot: PilotInfo, mara: Actor, brief_id: int
) -> None:
    fill(pilot, brief_id, mara)
    data = {"version": desk_of(brief_id).tray.version}

    sent = client.post(f"/briefs/{brief_id}/send", data=data, headers=HTMX)

    assert (sent.status_code, sent.headers["HX-Redirect"]) == (204, "/queue")
    assert "Sent to Ana Lindqvist." in client.get("/queue").text
    page = client.get(f"/briefs/{brief_id}").text
    assert "Until then you may take it back." in page


def test_a_tray_that_is_not_ready_is_refused_with_422(
    client: FlaskClient, pilot: PilotInfo, mara: Actor, brief_id: int
) -> None:
    put(pilot, brief_id, mara, "river")
    data = {"version": desk_of(brief_id).tray.version}

    plain = client.post(f"/briefs/{brief_id}/send", data=data)
    piece = client.post(f"/briefs/{brief_id}/send", data=data, headers=HTMX)

    assert (plain.status_code, piece.status_code) == (422, 422)
    assert "Not ready to send: Fill slot 2; Fill slot 3" in plain.text
    assert "clashes with “never”: illness" in piece.text
    assert db.session.scalars(select(Selection)).all() == []


def test_a_warning_is_passed_over_with_a_reason_in_its_place(
    client: FlaskClient, pilot: PilotInfo, mara: Actor, brief_id: int
) -> None:
    ids = fill(pilot, brief_id, mara, "quiet-ferry", "soup", "dog")
    key = f"stock:{ids[2]}"

    empty = client.post(f"/briefs/{brief_id}/override", data={"key": key, "reason": " "})
    given = client.post(
        f"/briefs/{brief_id}/override", data={"key": key, "reason": "Back Monday"}, headers=HTMX
    )

    assert empty.status_code == 422
    assert "passed over: <q>Back Monday</q>" in given.text
    assert "aria-disabled" not in given.text


def test_the_hand_alone_writes_a_letter(client: FlaskClient, app: object) -> None:
    pilot = make_hand_pilot()
    curator = make_staff(pilot)
    sign_in(client, curator)
    held = make_held(pilot, curator)
    seen = desk_of(held).tray.letter_mark

    saved = client.post(
        f"/briefs/{held}/tray/letter",
        data={"letter": "Dear you,\r\ntwo.", "seen": seen},
        headers=HTMX,
    )
    stale = client.post(f"/briefs/{held}/tray/letter", data={"letter": "Other.", "seen": seen})

    assert "Saved" in saved.text
    assert desk_of(held).tray.letter == "Dear you,\ntwo."
    assert stale.status_code == 409
    assert "two." in stale.text
    assert "Other." in stale.text


def test_other_roles_and_other_pilots_stay_out(
    client: FlaskClient, pilot: PilotInfo, brief_id: int
) -> None:
    sign_in(client, make_staff(pilot, "Ada Analyst", "analyst"))
    assert client.get(f"/briefs/{brief_id}").status_code == 403

    sign_in(client, make_staff(make_hand_pilot(), "Hana Hand"))
    assert client.get(f"/briefs/{brief_id}").status_code == 404
    assert client.post(f"/briefs/{brief_id}/send", data={"version": 1}).status_code == 404


def test_what_a_customer_got_before_is_marked_and_warned_about(
    client: FlaskClient, pilot: PilotInfo, mara: Actor
) -> None:
    address = address_in(pilot, "hand")
    first = make_held(pilot, mara, address=address)
    soup = fill(pilot, first, mara)[2]
    send(first, actor=mara, version=desk_of(first).tray.version)
    release_early(first, actor=make_staff(pilot, "Lea Lind", "lead"))
    second = make_held(pilot, mara, address=address)
    put(pilot, second, mara, "soup")

    page = client.get(f"/briefs/{second}").text

    assert "3 sent, no answer" in page
    assert "brief 2" in page
    assert re.search(r"Sent in [A-Z][a-z]+", page)
    assert [f.code for f in desk_of(second).tray.picks[0].findings] == ["reason", "sent_before"]
    assert soup in desk_of(second).history.sent_items


def test_a_refused_change_brings_the_tray_as_it_stands(
    client: FlaskClient, pilot: PilotInfo, mara: Actor, brief_id: int
) -> None:
    fill(pilot, brief_id, mara)
    data = {"add": item_id(pilot, "dog"), "shown": "1,2", "mode": "all", "total": "2"}

    full = client.post(f"/briefs/{brief_id}/tray", data=data, headers=HTMX)
    plain = client.post(f"/briefs/{brief_id}/tray", data=data)
    take_over(brief_id, actor=make_staff(pilot, "Lea Lind", "lead"), reason="Mara is ill")
    lost = client.post(f"/briefs/{brief_id}/beat", data={}, headers=HTMX)

    assert (full.status_code, full.headers["HX-Retarget"]) == (422, "#tray")
    assert "All 3 slots are full." in full.text
    assert plain.status_code == 422
    assert "What you typed" not in plain.text
    assert lost.status_code == 409
    assert "Lea Lind is editing." in lost.text
