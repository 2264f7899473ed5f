"""Figures beside a pick in the tray, and the questions asked some time after a delivery."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from flask import Flask
from playwright.sync_api import Page, expect
from sqlalchemy import select

from app.catalogue.services import item_by_key
from app.console.tray import TrayChange, change_tray
from app.delivery.services import release_early
from app.extensions import db
from app.intake.links import link_token
from app.lifecycle import Role
from app.log import Actor
from app.models import Brief, Staff, TrayPick
from app.pilots.info import PilotInfo
from app.pilots.services import find_pilot
from app.queue.services import answer_waiting, claim
from tests.browser.conftest import Live
from tests.factories import PASSWORD, change, make_brief, make_pilot, make_staff
from tests.pilots import BOOKS

PILOT = (
    BOOKS.replace("pilot: halfleaf", "pilot: field-books")
    + """
pick_fields:
  - {key: offered, label: You would pay, kind: money, attribute: price}
  - {key: months, label: Months, kind: number, required: true}
follow_ups:
  - key: month
    days: 20
    title: Did you read them?
    text: Twenty days ago we sent you three books.
    questions: [{key: read, kind: choice, label: How many?, options: [{key: some, label: Some}]}]
"""
)
Axe = Callable[[Page], list[tuple[str, Any, str]]]


@pytest.fixture
def pilot(live_app: Flask) -> PilotInfo:
    return find_pilot("field-books") or make_pilot(PILOT)


@pytest.fixture
def mara(pilot: PilotInfo) -> Actor:
    return make_staff(pilot, Role.CURATOR, Role.LEAD)


def test_a_figure_is_saved_when_its_field_is_left(
    page: Page, live: Live, axe: Axe, pilot: PilotInfo, mara: Actor
) -> None:
    brief_id = make_brief(pilot).id
    claim(brief_id, actor=mara)
    card = item_by_key(pilot.id, "quiet-ferry")
    assert card is not None
    change_tray(brief_id, TrayChange("add", card.item_id), actor=mara)
    page.goto(f"{live.url}/login")
    page.get_by_label("E-mail").fill(db.session.get_one(Staff, mara.id).email)
    page.locator("#password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url("**/queue**")
    page.goto(f"{live.url}/briefs/{brief_id}")

    foot = page.locator(f"#fields-foot-{card.item_id}")
    expect(page.get_by_label("You would pay")).to_have_value("9.99")
    expect(foot).to_contain_text("Fill in months")
    page.get_by_label("Months").fill("12")
    page.get_by_label("Months").press("Tab")

    expect(foot).to_contain_text("Saved")
    db.session.rollback()
    row = db.session.scalars(select(TrayPick).where(TrayPick.brief_id == brief_id)).one()
    assert row.fields == {"months": 12}
    assert axe(page) == []


def test_a_follow_up_is_answered_on_the_page(
    page: Page, live: Live, axe: Axe, pilot: PilotInfo, mara: Actor
) -> None:
    brief = make_brief(pilot, arm="generic")
    answer_waiting()
    release_early(brief.id, actor=mara)
    db.session.expire_all()
    brief = db.session.get_one(Brief, brief.id)
    assert brief.delivered_at is not None
    change(brief, delivered_at=brief.delivered_at - timedelta(days=21))
    page.goto(f"{live.url}/d/{link_token(brief.id, 'mail')}#follow-month")

    asked = page.locator("#follow-month")
    expect(asked).to_be_in_viewport()
    asked.get_by_text("Some", exact=True).click()
    asked.get_by_role("button", name="Send the answers").click()

    expect(asked).to_contain_text("You have answered")
    assert axe(page) == []
