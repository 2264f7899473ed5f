"""Invited staff and customers walk in, and whoever comes too late waits: in a real browser."""

import io
import re
import secrets
from collections.abc import Callable
from typing import Any

from flask import Flask
from playwright.sync_api import Page, expect
from sqlalchemy import select

from app.delivery.mails import render_mail
from app.extensions import db
from app.intake.services import count_waiting, import_invitations
from app.lifecycle import Role
from app.log import SYSTEM, Actor
from app.models import OutboxRow, Staff
from app.outbox.sender import letter_of
from app.pilots.info import PilotInfo
from tests.browser.conftest import Live
from tests.factories import PASSWORD, make_brief, make_pilot, make_staff
from tests.pilots import BOOKS

Axe = Callable[[Page], list[tuple[str, Any, str]]]
PEOPLE = "address,name,payment now,basis\nana@reader.example,Ana,312,contract\nbad,B,1,contract\n"


def fresh_pilot(caps: str = "") -> PilotInfo:
    """Make a live pilot of its own, since the server outlives each test."""
    slug = f"people-{secrets.token_hex(3)}"
    text = BOOKS.replace("pilot: halfleaf", f"pilot: {slug}")
    hand = text.replace("hand: 60, segment: 20, generic: 20", "hand: 1")
    return make_pilot(hand.replace("form:\n", f"{caps}form:\n", 1))


def sign_in(page: Page, live: Live, who: Actor) -> None:
    page.goto(f"{live.url}/login")
    page.get_by_label("E-mail address").fill(db.session.get_one(Staff, who.id).email)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url(re.compile("/(queue|pilots)"))


def test_a_colleague_is_invited_by_link_and_joins(
    page: Page, live: Live, live_app: Flask, axe: Axe
) -> None:
    pilot = fresh_pilot()
    sign_in(page, live, make_staff(pilot, Role.OWNER, name="Olu Owner"))

    page.goto(f"{live.url}/pilots/{pilot.slug}/team")
    page.get_by_label("Curator: takes briefs").check()
    page.get_by_role("button", name="Invite", exact=True).click()
    link = page.get_by_label("Link to join").input_value()
    assert axe(page) == []
    page.context.clear_cookies()

    page.goto(live.url + "/join/" + link.rpartition("/")[2])
    assert axe(page) == []
    page.get_by_label("Your name").fill("Nova Nyberg")
    page.get_by_label("E-mail address").fill(f"nova-{secrets.token_hex(3)}@staff.example")
    page.get_by_label("Password").fill("four unrelated tram words")
    page.get_by_role("button", name="Make my account").click()

    expect(page.get_by_role("heading", name="Queue", level=1)).to_be_visible()
    page.get_by_role("button", name="Go off shift").click()
    expect(page.get_by_role("button", name="Go on shift")).to_be_visible()
    assert axe(page) == []


def test_a_list_is_looked_at_then_sent(page: Page, live: Live, live_app: Flask, axe: Axe) -> None:
    pilot = fresh_pilot()
    sign_in(page, live, make_staff(pilot, Role.OWNER, name="Olu Owner"))

    page.goto(f"{live.url}/pilots/{pilot.slug}/invitations")
    page.get_by_role("link", name="Import a list").click()
    page.get_by_label("Or paste the list").fill(PEOPLE)
    page.get_by_role("button", name="Look at it").click()
    expect(page.get_by_role("heading", name="1 row cannot be taken")).to_be_visible()
    assert axe(page) == []
    page.get_by_role("button", name="Import 1 person").click()

    expect(page.get_by_role("cell", name="ana@reader.example")).to_be_visible()
    assert axe(page) == []


def test_an_invited_customer_is_not_asked_who_they_are(
    page: Page, live: Live, live_app: Flask, axe: Axe
) -> None:
    pilot = fresh_pilot()
    import_invitations(pilot, io.BytesIO(PEOPLE.encode()), name="people.csv", actor=SYSTEM)
    row = db.session.scalars(
        select(OutboxRow).where(OutboxRow.pilot_id == pilot.id, OutboxRow.kind == "invitation")
    ).one()
    mail = render_mail(letter_of(row))
    assert mail is not None
    token = re.search(r"/i/[\w-]+", mail.text)
    assert token is not None

    page.goto(live.url + token[0])
    expect(page).to_have_url(f"{live.url}/p/{pilot.slug}")
    expect(page.get_by_text("Welcome, Ana.")).to_be_visible()
    assert axe(page) == []
    page.get_by_role("button", name="Start").click()

    expect(page.get_by_text(re.compile("Step 1 of 3"))).to_be_visible()


def test_who_comes_too_late_waits(page: Page, live: Live, live_app: Flask, axe: Axe) -> None:
    pilot = fresh_pilot("caps: {in_all: 1}\n")
    make_brief(pilot)

    page.set_viewport_size({"width": 320, "height": 700})
    page.goto(f"{live.url}/p/{pilot.slug}")
    assert axe(page) == []
    page.get_by_label("Your e-mail address").fill("late@reader.example")
    page.get_by_role("button", name="Tell me").click()

    expect(page.get_by_text("You are on the list.")).to_be_visible()
    assert axe(page) == []
    db.session.rollback()
    assert count_waiting(pilot.id) == 1
