"""The intake in a real browser: with script and without, at three widths, pressed twice."""

import itertools
import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from flask import Flask
from playwright.sync_api import Browser, Page, expect
from sqlalchemy import func, select

from app.extensions import db
from app.models import Brief, OutboxRow, Pilot
from tests.browser.conftest import Live, watch
from tests.factories import make_pilot
from tests.pilots import BOOKS

Axe = Callable[[Page], list[tuple[str, Any, str]]]
LETTERS = re.compile(r"Keys A.C choose")
_numbers = itertools.count(1)


@pytest.fixture
def start(live: Live, live_app: Flask) -> str:
    """Return the address of a live pilot of this test's own."""
    slug = f"shelf-{next(_numbers)}"
    pilot = make_pilot(BOOKS.replace("pilot: halfleaf", f"pilot: {slug}"))
    return f"{live.url}/p/{pilot.slug}"


@pytest.fixture
def plain_page(browser: Browser, browser_context_args: dict[str, Any]) -> Iterator[Page]:
    """Return a page of a browser that runs no script."""
    context = browser.new_context(**{**browser_context_args, "java_script_enabled": False})
    page = context.new_page()
    problems = watch(page)
    yield page
    context.close()
    assert problems == []


def go_on(page: Page) -> None:
    page.locator("[data-continue]").click()


def fill(page: Page, address: str, look: Callable[[str], None] = lambda _: None) -> None:
    """Go from the start page to the last check, looking at each page on the way."""
    page.goto(address)
    look("start")
    page.get_by_role("button", name="Start").click()
    look("step")
    go_on(page)
    expect(page.locator("#error-summary")).to_be_visible()
    look("refused")
    page.get_by_label("Make me laugh").check()
    page.get_by_label("Dry").check()
    look("brought up")
    go_on(page)
    page.get_by_label("What are you hoping for?").fill("Something kind, 日本語, Ελληνικά")
    page.get_by_label("Budget").fill("lots")
    go_on(page)
    expect(page.locator("#q_budget-error")).to_contain_text("number")
    expect(page.get_by_label("Budget")).to_have_value("lots")
    look("wrong number")
    page.get_by_label("Budget").fill("£12.50")
    go_on(page)
    page.get_by_label("Your first name").fill("Ana")
    page.get_by_label("Your e-mail address").fill("ana@reader.example")
    go_on(page)
    expect(page.get_by_role("heading", name="Check your answers")).to_be_visible()
    look("check")


def stored(address: str) -> Brief:
    """Return the one brief of the pilot at this address."""
    db.session.rollback()
    query = select(Brief).join(Pilot, Pilot.id == Brief.pilot_id)
    return db.session.scalars(query.where(Pilot.slug == address.rsplit("/", 1)[1])).one()


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark"), (320, "light")])
def test_each_page_is_accessible_and_fits(
    start: str, page: Page, axe: Axe, width: int, scheme: Any
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme=scheme)

    def look(where: str) -> None:
        assert axe(page) == [], where
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), where

    fill(page, start, look)
    go_on(page)
    expect(page.locator("#error-summary")).to_be_focused()
    look("consent missing")
    page.get_by_role("link", name="Finish later").click()
    look("finish later")


def test_a_whole_form_without_script(start: str, plain_page: Page) -> None:
    page = plain_page
    page.goto(start)
    page.get_by_role("button", name="Start").click()
    page.get_by_label("Make me laugh").check()
    expect(page.get_by_text("What kind of funny?")).to_be_hidden()
    go_on(page)
    page.get_by_label("Dry").check()
    go_on(page)
    page.get_by_label("What are you hoping for?").fill("Something kind")
    page.get_by_role("button", name="Back").click()
    expect(page.get_by_label("Dry")).to_be_checked()
    go_on(page)
    expect(page.get_by_label("What are you hoping for?")).to_have_value("Something kind")
    go_on(page)
    page.get_by_label("Your first name").fill("Ana")
    page.get_by_label("Your e-mail address").fill("ana@reader.example")
    page.keyboard.press("Enter")
    page.get_by_label("You may read my answers").check()
    go_on(page)

    expect(page).to_have_url(f"{start.rsplit('/p/', 1)[0]}/my/{stored(start).public_id}")
    assert stored(start).status == "waiting"


def test_a_whole_form_with_script_pressed_twice_gives_one_brief(start: str, page: Page) -> None:
    before = db.session.scalar(select(func.count(OutboxRow.id))) or 0
    fill(page, start)
    page.get_by_label("You may read my answers").check()

    page.locator("[data-continue]").dblclick()
    page.wait_for_url("**/my/*")

    assert stored(start).status == "waiting"
    assert db.session.scalar(select(func.count(OutboxRow.id))) == before + 1


def test_a_question_comes_and_goes_as_the_answer_above_changes(start: str, page: Page) -> None:
    page.goto(start)
    page.get_by_role("button", name="Start").click()
    question = page.get_by_text("What kind of funny?")

    expect(question).to_be_hidden()
    page.get_by_label("Make me laugh").check()
    expect(question).to_be_visible()
    page.get_by_label("Make me laugh").uncheck()
    expect(question).to_be_hidden()


def test_keys_choose_and_continue(start: str, page: Page) -> None:
    page.goto(start)
    page.get_by_role("button", name="Start").click()
    expect(page.get_by_role("button", name=LETTERS)).to_be_visible()

    page.keyboard.press("c")
    expect(page.get_by_label("Slow me down")).to_be_checked()
    expect(page.get_by_text("1 chosen")).to_be_visible()
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", name="Tell us more")).to_be_visible()


def test_keys_can_be_turned_off(start: str, page: Page) -> None:
    page.goto(start)
    page.get_by_role("button", name="Start").click()

    page.get_by_role("button", name=LETTERS).click()
    page.get_by_label("Keep me company").focus()
    page.keyboard.press("c")

    expect(page.get_by_label("Slow me down")).not_to_be_checked()


def test_the_browsers_back_button_shows_what_is_stored(start: str, page: Page) -> None:
    page.goto(start)
    page.get_by_role("button", name="Start").click()
    page.get_by_label("Slow me down").check()
    go_on(page)
    page.get_by_label("What are you hoping for?").fill("Something kind")
    go_on(page)
    expect(page.get_by_role("heading", name="Where should they go?")).to_be_visible()

    page.go_back()
    expect(page.get_by_label("What are you hoping for?")).to_have_value("Something kind")
    page.get_by_label("What are you hoping for?").fill("Something sharper")
    go_on(page)

    expect(page.get_by_role("heading", name="Where should they go?")).to_be_visible()


def test_a_draft_is_carried_on_in_the_same_browser(start: str, page: Page) -> None:
    page.goto(start)
    page.get_by_role("button", name="Start").click()
    page.get_by_label("Slow me down").check()
    go_on(page)
    expect(page.get_by_role("heading", name="Tell us more")).to_be_visible()

    page.goto(start)
    page.get_by_role("link", name="Carry on where you stopped").click()

    expect(page.get_by_role("heading", name="Tell us more")).to_be_visible()
