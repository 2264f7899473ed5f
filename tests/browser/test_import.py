"""The import wizard in a real browser: with script, without it, and by assistive technology."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from playwright.sync_api import Browser, Page, expect

from app.accounts.services import add_staff, grant
from app.catalogue.search import search_items
from app.extensions import db
from app.lifecycle import Role
from app.log import SYSTEM
from app.pilots.services import find_pilot, import_pilot
from app.worker.jobs import JobThread
from tests.browser.conftest import Live
from tests.factories import PASSWORD
from tests.pilots import BOOKS

EMAIL = "owner@imports.example"
AT = "/pilots/imports/catalogue"
TABLE = "key,title,price,colour\nheron,The Heron,5.00,red\nsoup,Broth,9.99,blue\nbad,,1,red\n"


@pytest.fixture
def owner(live_app: Flask) -> int:
    found = find_pilot("imports")
    if found is not None:
        return found.id
    pilot = import_pilot(BOOKS.replace("pilot: halfleaf", "pilot: imports"), actor=SYSTEM)
    staff_id = add_staff(EMAIL, "Olu Owner", PASSWORD)
    grant(pilot.id, staff_id, Role.OWNER, actor=SYSTEM)
    return pilot.id


def sign_in(page: Page, live: Live) -> None:
    page.goto(f"{live.url}/login")
    page.get_by_label("E-mail").fill(EMAIL)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url(lambda url: "/login" not in url)


def file_of(folder: Path, text: str) -> Path:
    path = folder / "shop.csv"
    path.write_text(text)
    return path


def walk(page: Page, live: Live, file: Path, check: Callable[[Page], Any]) -> None:
    page.goto(f"{live.url}{AT}/import")
    check(page)
    page.get_by_label("A CSV, TSV or Excel file").set_input_files(file)
    page.get_by_role("button", name="Look at it").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("What is in each column?")
    # A second walk finds what the first one chose: the columns are the same.
    expect(page.get_by_label("colour", exact=True)).to_have_value(re.compile("attribute|maker"))
    check(page)
    page.get_by_label("colour", exact=True).select_option("maker")
    page.get_by_role("button", name="Check all rows").first.click()
    expect(page.get_by_text("1 row cannot be taken")).to_be_visible()
    check(page)
    with page.expect_download() as download:
        page.get_by_role("link", name="Failed rows").click()
    assert download.value.suggested_filename == "shop-failed.csv"
    page.get_by_role("button", name=re.compile("Publish")).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Imports")
    check(page)


def test_a_file_goes_in_and_is_taken_back(
    page: Page, live: Live, owner: int, tmp_path: Path, axe: Callable[[Page], list[Any]]
) -> None:
    def check(seen: Page) -> None:
        assert axe(seen) == []
        seen.set_viewport_size({"width": 320, "height": 800})
        assert seen.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert axe(seen) == []
        seen.set_viewport_size({"width": 1280, "height": 800})

    sign_in(page, live)
    walk(page, live, file_of(tmp_path, TABLE), check)
    assert search_items(owner, "heron").cards[0].maker == "red"

    page.get_by_role("button", name="Take back").first.click()

    expect(page.get_by_text("Taken back").first).to_be_visible()
    db.session.rollback()
    assert search_items(owner, "heron").total == 0


def test_the_wizard_works_without_script(
    browser: Browser, live: Live, owner: int, tmp_path: Path
) -> None:
    context = browser.new_context(java_script_enabled=False, accept_downloads=True)
    page = context.new_page()

    sign_in(page, live)
    walk(page, live, file_of(tmp_path, TABLE), lambda _page: None)

    db.session.rollback()
    assert search_items(owner, "heron").total == 1
    context.close()


def test_a_long_file_moves_on_by_itself(
    page: Page, live: Live, owner: int, tmp_path: Path, axe: Callable[[Page], list[Any]]
) -> None:
    rows = "".join(f"long{n},Longfellow {n},1.50,red\n" for n in range(2500))
    sign_in(page, live)
    page.goto(f"{live.url}{AT}/import")
    page.get_by_label("A CSV, TSV or Excel file").set_input_files(
        file_of(tmp_path, f"key,title,price,colour\n{rows}")
    )
    page.get_by_role("button", name="Look at it").click()
    page.get_by_role("button", name="Check all rows").first.click()
    expect(page.get_by_text("Waiting for the worker")).to_be_visible()
    assert axe(page) == []
    thread = JobThread(live.app)
    thread.start()
    try:
        expect(page.get_by_text("This is what would happen")).to_be_visible(timeout=60_000)
        page.get_by_role("button", name=re.compile("Publish")).click()
        expect(page.get_by_text("2,500 new").first).to_be_visible(timeout=60_000)
    finally:
        thread.stop()

    db.session.rollback()
    assert search_items(owner, "longfellow").total == 2500


def test_an_item_is_edited_on_its_page(
    page: Page, live: Live, owner: int, axe: Callable[[Page], list[Any]]
) -> None:
    sign_in(page, live)
    page.goto(f"{live.url}{AT}/new")
    assert axe(page) == []
    page.get_by_label("Key").fill("otter")
    page.get_by_label("Title").fill("The Otter")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("The Otter")
    assert axe(page) == []
    page.get_by_role("link", name="Edit").click()
    page.get_by_label("Price").fill("cheap")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("alert")).to_contain_text("Write a price")
    page.get_by_label("Price").fill("12.50")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("£12.50").first).to_be_visible()
    page.get_by_role("button", name="Archive").click()
    expect(page.get_by_text("No longer offered")).to_be_visible()
