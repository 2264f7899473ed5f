"""The pages of the intake as a browser without script meets them."""

import html
import re
from collections.abc import Callable
from http import HTTPStatus

import pytest
from flask import Flask
from sqlalchemy import func, select

from app.extensions import db
from app.intake import links
from app.intake.services import submit
from app.log import SYSTEM
from app.models import Brief, Event, OutboxRow
from app.pilots.info import PilotInfo
from app.pilots.services import set_status
from tests.factories import make_draft, make_pilot
from tests.integration.intake.conftest import Visitor

Maker = Callable[[], Visitor]


@pytest.fixture
def pilot(app: Flask) -> PilotInfo:
    return make_pilot()


def begin(visitor: Visitor) -> str:
    """Start a draft in this browser; return the address its steps begin with."""
    visitor.get("/p/halfleaf")
    return re.sub(r"/[^/]+$", "", visitor.post("/p/halfleaf").request.path)


def fill(visitor: Visitor, **you: str) -> str:
    """Fill in all steps; return the address of the last check."""
    base = begin(visitor)
    visitor.post(f"{base}/mood", q_mood=["slow"])
    visitor.post(f"{base}/wish", q_wish="Something kind", q_avoid="", q_budget="12.50")
    visitor.post(f"{base}/you", **{"q_name": "Ana", "q_email": "ana@reader.example", **you})
    return f"{base}/check-answers"


def words(page: str) -> str:
    """Return the text of a page as it reads."""
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", page)).split())


def test_the_start_page_says_what_how_long_who_and_when(pilot: PilotInfo, visitor: Visitor) -> None:
    page = words(visitor.get("/p/halfleaf").text)

    start = pilot.definition.form.start
    for said in (start.title, start.text, start.who_reads, start.data, "2 minutes of your time"):
        assert said in page
    assert "Your answer comes by" in page
    assert "Halfleaf Books, 1 Tram Street" in page


def test_a_look_at_the_start_page_begins_nothing(pilot: PilotInfo, visitor: Visitor) -> None:
    visitor.get("/p/halfleaf")

    assert db.session.scalar(select(func.count(Brief.id))) == 0


@pytest.mark.parametrize(("status", "code"), [("paused", 503), ("closed", 410)])
def test_a_shut_pilot_has_a_kind_page(
    pilot: PilotInfo, visitor: Visitor, status: str, code: int
) -> None:
    visitor.get("/p/halfleaf")
    set_status(pilot.slug, status, actor=SYSTEM)

    assert visitor.post("/p/halfleaf").status_code == code
    response = visitor.get("/p/halfleaf")

    assert response.status_code == code
    assert "hello@halfleaf.example" in response.text


def test_a_pilot_that_is_not_live_is_nobodys_to_see(app: Flask, visitor: Visitor) -> None:
    make_pilot(live=False)

    assert visitor.get("/p/halfleaf").status_code == HTTPStatus.NOT_FOUND


def test_a_whole_form_ends_on_the_customers_own_page(pilot: PilotInfo, visitor: Visitor) -> None:
    check = fill(visitor)
    assert "£12.50" in visitor.page

    response = visitor.post(check, c_process="y")

    brief = db.session.scalars(select(Brief)).one()
    assert response.request.path == f"/my/{brief.public_id}"
    assert brief.status == "waiting"


def test_consents_come_unticked_and_the_needed_one_is_asked_for(
    pilot: PilotInfo, visitor: Visitor
) -> None:
    check = fill(visitor)
    assert "checked" not in visitor.page

    response = visitor.post(check, c_training="y")

    assert response.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "<title>Error: Check your answers" in response.text
    assert 'name="c_training" value="y" checked' in response.text


def test_a_wrong_answer_is_told_at_the_field_and_kept(pilot: PilotInfo, visitor: Visitor) -> None:
    base = begin(visitor)
    visitor.post(f"{base}/mood", q_mood="slow")

    response = visitor.post(f"{base}/wish", q_wish="", q_avoid="keep <b>me</b>", q_budget="two")

    assert response.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "<title>Error: Step 2 of 4" in response.text
    assert 'id="error-summary"' in response.text
    assert 'href="#q_budget"' in response.text
    assert 'id="q_budget-error"' in response.text
    assert 'value="two"' in response.text
    assert "keep &lt;b&gt;me&lt;/b&gt;" in response.text


@pytest.mark.parametrize(
    "typed",
    [
        {"q_budget": "9" * 30},
        {"q_budget": str(2**63)},
        {"q_wish": "a\x00b"},
        {"q_wish": "x" * 100_000},
        {"q_budget": "1e999"},
        {"q_budget": "NaN"},
    ],
    ids=["digits", "64 bits", "nul", "long", "exponent", "nan"],
)
def test_bad_input_is_refused_with_words_not_with_a_fault(
    pilot: PilotInfo, visitor: Visitor, typed: dict[str, str]
) -> None:
    base = begin(visitor)
    visitor.post(f"{base}/mood", q_mood="slow")

    response = visitor.post(f"{base}/wish", **{"q_wish": "kind", **typed})

    assert response.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "error-summary" in response.text


def test_a_question_brought_up_on_the_same_page_is_shown_before_going_on(
    pilot: PilotInfo, visitor: Visitor
) -> None:
    base = begin(visitor)
    assert visitor.hidden["seen"] == "mood"

    brought_up = visitor.post(f"{base}/mood", q_mood="laugh")
    went_on = visitor.post(f"{base}/mood", q_mood="laugh", q_laugh_how="dry")

    assert brought_up.request.path == f"{base}/mood"
    assert brought_up.status_code == HTTPStatus.OK
    assert re.search(r'id="question-laugh_how"[^>]*hidden', brought_up.text) is None
    assert went_on.request.path == f"{base}/wish"


def test_back_saves_what_was_typed(pilot: PilotInfo, visitor: Visitor) -> None:
    base = begin(visitor)
    visitor.post(f"{base}/mood", q_mood="slow")

    back = visitor.post(f"{base}/wish", q_wish="", q_budget="two", go="back")
    again = visitor.get(f"{base}/wish")

    assert back.request.path == f"{base}/mood"
    assert 'value="slow" checked' in back.text
    assert 'value="two"' in again.text


def test_change_leads_back_to_the_check(pilot: PilotInfo, visitor: Visitor) -> None:
    check = fill(visitor)
    change = re.search(r'href="([^"]*/wish\?change=1)"', visitor.page)
    assert change is not None

    visitor.get(change[1])
    response = visitor.post(change[1], q_wish="Something sharper", q_budget="")

    assert response.request.path == check
    assert "Something sharper" in response.text


def test_a_change_that_brings_up_a_question_asks_it_before_the_check(
    pilot: PilotInfo, visitor: Visitor
) -> None:
    check = fill(visitor)
    base = check.removesuffix("/check-answers")

    visitor.get(f"{base}/mood?change=1")
    asked = visitor.post(f"{base}/mood?change=1", q_mood="laugh")
    done = visitor.post(f"{base}/mood?change=1", q_mood="laugh", q_laugh_how="loud")

    assert asked.request.path == f"{base}/mood"
    assert done.request.path == check
    assert "Loud" in done.text


def test_a_step_ahead_of_a_gap_leads_back_to_the_gap(pilot: PilotInfo, visitor: Visitor) -> None:
    base = begin(visitor)

    assert visitor.get(f"{base}/you").request.path == f"{base}/mood"
    assert visitor.get(f"{base}/check-answers").request.path == f"{base}/mood"
    assert visitor.get(f"{base}/nowhere").status_code == HTTPStatus.NOT_FOUND


def test_returning_to_the_start_carries_on_where_it_stopped(
    pilot: PilotInfo, visitor: Visitor
) -> None:
    base = begin(visitor)
    visitor.post(f"{base}/mood", q_mood="slow")

    page = visitor.get("/p/halfleaf").text

    assert f'href="{base}/wish"' in page
    assert visitor.get(base).request.path == f"{base}/wish"


def test_another_browser_sees_nothing_of_a_draft(pilot: PilotInfo, visit: Maker) -> None:
    base = begin(visit())
    stranger = visit()

    assert stranger.get(f"{base}/mood").status_code == HTTPStatus.NOT_FOUND
    begin(stranger)
    response = stranger.post(f"{base}/mood", q_mood="slow")

    assert response.status_code == HTTPStatus.NOT_FOUND


def test_an_address_typed_greets_nobody(pilot: PilotInfo, visit: Maker) -> None:
    first = visit()
    first.post(fill(first, q_name="Ana Known"), c_process="y")
    other = visit()

    check = fill(other, q_name="Somebody")
    page = other.post(check, c_process="y").text

    assert "Ana Known" not in page


def test_a_second_press_leads_to_the_same_page(pilot: PilotInfo, visitor: Visitor) -> None:
    check = fill(visitor)

    presses = [visitor.post_once(check, c_process="y") for _ in range(3)]

    assert {press.status_code for press in presses} == {303}
    assert len({press.location for press in presses}) == 1
    assert db.session.scalar(select(func.count(OutboxRow.id))) == 1


def test_a_check_page_grown_old_shows_the_answers_anew(pilot: PilotInfo, visitor: Visitor) -> None:
    check = fill(visitor)
    old = dict(visitor.hidden)
    base = check.removesuffix("/check-answers")
    visitor.post(f"{base}/wish", q_wish="Changed elsewhere", q_budget="", version="")

    response = visitor.client.post(check, data={**old, "c_process": "y"})

    assert response.status_code == HTTPStatus.CONFLICT
    assert "Changed elsewhere" in response.text


def test_a_second_window_is_told_and_may_insist(pilot: PilotInfo, visitor: Visitor) -> None:
    base = begin(visitor)
    visitor.post(f"{base}/mood", q_mood="slow")
    old = dict(visitor.hidden)
    visitor.post(f"{base}/wish", q_wish="First window", q_budget="")

    told = visitor.client.post(f"{base}/wish", data={**old, "q_wish": "Second window"})
    visitor._look(told)
    insisted = visitor.post(f"{base}/wish", q_wish="Second window")

    assert told.status_code == HTTPStatus.CONFLICT
    assert "First window" in told.text
    assert "Second window" in told.text
    assert insisted.request.path == f"{base}/you"


def test_the_trap_for_programs_is_a_kind_refusal(pilot: PilotInfo, visitor: Visitor) -> None:
    check = fill(visitor)

    response = visitor.post(check, c_process="y", website="https://spam.example")

    assert response.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "spam.example" not in response.text
    assert 'name="c_process" value="y" required checked' in response.text or re.search(
        r'name="c_process"[^>]*checked', response.text
    )


def test_nobody_fills_in_a_form_in_no_time(app: Flask, pilot: PilotInfo, visitor: Visitor) -> None:
    app.config["INTAKE_LEAST_SECONDS"] = 3
    check = fill(visitor)

    response = visitor.post(check, c_process="y")

    assert response.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "quicker than anybody reads" in response.text
    assert db.session.scalars(select(Brief.status)).all() == ["draft"]


def test_a_pilot_closed_meanwhile_says_so_and_keeps_the_answers(
    pilot: PilotInfo, visitor: Visitor
) -> None:
    check = fill(visitor)
    set_status(pilot.slug, "closed", actor=SYSTEM)

    response = visitor.post(check, c_process="y")

    assert response.status_code == HTTPStatus.GONE
    assert "Something kind" in response.text


def test_finish_later_mails_a_link_that_works_elsewhere(pilot: PilotInfo, visit: Maker) -> None:
    visitor = visit()
    base = begin(visitor)
    asked = visitor.post(f"{base}/mood", q_mood="slow", go="later")
    sent = visitor.post(asked.request.path, address="ana@reader.example")

    brief = db.session.scalars(select(Brief)).one()
    elsewhere = visit().get(f"/d/{links.link_token(brief.id, 'resume')}")

    assert "Your link is on its way" in sent.text
    assert elsewhere.request.path == f"{base}/wish"
    assert "link_used" in db.session.scalars(select(Event.kind)).all()


def test_finish_later_asks_for_an_address_that_can_be(pilot: PilotInfo, visitor: Visitor) -> None:
    base = begin(visitor)
    visitor.get(f"{base}/finish-later")

    response = visitor.post(f"{base}/finish-later", address="ana@")

    assert response.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert 'value="ana@"' in response.text


def test_the_fourth_link_of_a_day_is_refused_with_words(pilot: PilotInfo, visitor: Visitor) -> None:
    base = begin(visitor)
    visitor.get(f"{base}/finish-later")

    codes = [
        visitor.client.post(
            f"{base}/finish-later", data={**visitor.hidden, "address": "ana@reader.example"}
        ).status_code
        for _ in range(4)
    ]

    assert codes == [303, 303, 303, HTTPStatus.TOO_MANY_REQUESTS]


def test_a_test_link_marks_the_brief_and_leads_to_its_arm(
    pilot: PilotInfo, visitor: Visitor
) -> None:
    token = links.make_test_token("halfleaf", "generic")

    page = visitor.get(f"/p/halfleaf?test={token}").text
    visitor.post("/p/halfleaf")

    brief = db.session.scalars(select(Brief)).one()
    assert "Test brief" in page
    assert (brief.is_test, brief.arm) == (True, "generic")
    assert visitor.get("/p/halfleaf?test=forged").status_code == HTTPStatus.NOT_FOUND


def test_a_sent_brief_leads_from_the_form_to_the_own_page(
    pilot: PilotInfo, visitor: Visitor
) -> None:
    check = fill(visitor)
    own = visitor.post(check, c_process="y").request.path

    base = check.removesuffix("/check-answers")
    for place in (check, base, f"{base}/mood", f"{base}/finish-later"):
        assert visitor.get(place).request.path == own


def test_a_link_of_another_pilot_opens_nothing_here(pilot: PilotInfo, visitor: Visitor) -> None:
    base = begin(visitor)

    assert visitor.get(base.replace("halfleaf", "other") + "/mood").status_code == 404


def test_a_browser_holds_twenty_grants_at_most(pilot: PilotInfo, visitor: Visitor) -> None:
    for _ in range(22):
        visitor.get("/p/halfleaf")
        visitor.post("/p/halfleaf")

    with visitor.client.session_transaction() as session:
        assert len(session["grants"]) == 20


def test_the_cookie_of_a_mailed_link_proves_the_address_at_the_next_post(
    app: Flask, pilot: PilotInfo
) -> None:
    sent = submit(make_draft(pilot), consents={"process": True})
    grant = links.open_link(links.link_token(sent.brief_id, "mail"))

    links.note_proof(grant)
    links.note_proof(grant)

    events = select(func.count(Event.id)).where(Event.kind == "address_proven")
    assert db.session.scalar(events) == 1
