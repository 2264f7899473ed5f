"""From an idea to a live pilot in the browser: nothing at first, a customer's brief at the end."""

from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from playwright.sync_api import Page, expect

from app.accounts.services import add_staff
from app.extensions import db
from app.models import Brief, Pilot
from tests.browser.conftest import Live

Axe = Callable[[Page], list[tuple[str, Any, str]]]
PASSWORD = "correct horse battery staple"
TEAS = "key,title,maker,description,price\n" + "\n".join(
    f"{name.lower()},{name},{maker},{words},{price}"
    for name, maker, words, price in (
        ("Assam", "Tall Hill", "Dark and malty for the morning.", "6.50"),
        ("Sencha", "Green Valley", "Fresh like cut grass.", "8.00"),
        ("Lapsang", "Smoke House", "Smells of a camp fire.", "7.20"),
        ("Oolong", "Cloud Garden", "Between green and black.", "9.10"),
        ("Rooibos", "Red Plain", "No caffeine at all.", "5.40"),
        ("Jasmine", "Night Flower", "Scented while it dries.", "7.80"),
        ("Matcha", "Stone Mill", "Ground leaves, whisked.", "14.00"),
        ("Darjeeling", "High Slope", "Light, with a note of muscat.", "10.20"),
        ("Mint", "Kitchen Yard", "For after dinner.", "4.10"),
    )
)


@pytest.fixture
def admin(live_app: Flask) -> str:
    """Somebody who may make pilots."""
    address = "builder@staff.example"
    if db.session.query(Pilot).filter_by(slug="tea-club").first() is None:
        add_staff(address, "Bea Builder", PASSWORD, is_admin=True)
    return address


def sign_in(page: Page, live: Live, address: str) -> None:
    page.goto(f"{live.url}/login")
    page.get_by_label("E-mail").fill(address)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url(lambda url: "/login" not in url)


def fill(page: Page, **fields: str) -> None:
    for label, words in fields.items():
        page.get_by_label(label.replace("_", " "), exact=True).fill(words)


def save(page: Page) -> None:
    page.locator("button[value=save].btn-primary").click()
    page.wait_for_load_state()
    expect(page.locator("#draft-state")).to_contain_text("Saved")


def test_a_pilot_from_nothing_goes_live_and_takes_a_brief(  # noqa: PLR0915  (one long journey)
    live: Live, live_app: Flask, page: Page, admin: str, axe: Axe
) -> None:
    sign_in(page, live, admin)
    page.goto(f"{live.url}/pilots")
    page.get_by_role("link", name="New pilot").click()
    assert axe(page) == []
    fill(page, Name_of_the_pilot="Tea club", Name_in_the_address="tea-club")
    page.get_by_role("button", name="Make the pilot").click()

    fill(page, Hypothesis="People like at least one of three teas chosen for them.")
    page.get_by_label("Target, in % of customers").fill("60")
    save(page)
    page.goto(f"{live.url}/pilots/tea-club/setup/look")
    page.get_by_label("Who answers for the data").fill("Tea Club, 3 Harbour Row")
    page.get_by_label("Contact", exact=True).fill("hello@tea.example")
    save(page)
    page.goto(f"{live.url}/pilots/tea-club/form/start")
    page.get_by_label("Title", exact=True).fill("Three teas for you")
    page.get_by_label("What it is").fill("Tell us what you like; we choose three.")
    page.get_by_label("Who reads the answers").fill("The two of us.")
    page.get_by_label("What happens to the data").fill("Deleted after 90 days.")
    save(page)

    page.goto(f"{live.url}/pilots/tea-club/form")
    page.get_by_role("button", name="Add a question to What are you looking for?").click()
    page.get_by_role("textbox", name="Question").fill("When do you drink tea?")
    page.get_by_label("Answered by").select_option("one_choice")
    page.get_by_role("button", name="Add an answer").click()
    page.get_by_label("Words", exact=True).fill("In the morning")
    page.get_by_role("button", name="Add an answer").click()
    page.get_by_label("Words", exact=True).nth(1).fill("At night")
    save(page)
    phone = page.frame_locator("[data-preview]")
    expect(phone.get_by_text("At night")).to_be_visible()

    page.goto(f"{live.url}/pilots/tea-club/setup/publish")
    page.get_by_role("button", name="Publish version 2").click()
    page.goto(f"{live.url}/pilots/tea-club/team")
    give_role(page, admin)
    bring_items(page, live)

    page.goto(f"{live.url}/pilots/tea-club/setup")
    page.get_by_role("button", name="Go live").click()
    expect(page.get_by_text("The pilot is live now.")).to_be_visible()
    submit_a_brief(page, live)

    db.session.rollback()
    pilot = db.session.query(Pilot).filter_by(slug="tea-club").one()
    brief = db.session.query(Brief).filter_by(pilot_id=pilot.id).one()
    assert (brief.status, brief.arm) == ("waiting", "hand")


def give_role(page: Page, address: str) -> None:
    form = page.locator("form[action$='/pilots/tea-club/team']")
    form.locator("[name=email]").fill(address)
    form.locator("[name=role]").select_option("curator")
    form.locator("button.btn").click()
    page.wait_for_load_state()


def bring_items(page: Page, live: Live) -> None:
    """Upload a table and press on to the end of the import."""
    page.goto(f"{live.url}/pilots/tea-club/catalogue/import")
    page.locator("input[type=file]").first.set_input_files(
        {"name": "teas.csv", "mimeType": "text/csv", "buffer": TEAS.encode()}
    )
    press = page.locator("main form button.btn-primary")
    for _ in range(4):
        if not press.count():
            break
        press.first.click()
        page.wait_for_load_state()
    page.goto(f"{live.url}/pilots/tea-club/catalogue")
    expect(page.get_by_text("Lapsang").first).to_be_visible()


def submit_a_brief(page: Page, live: Live) -> None:
    page.goto(f"{live.url}/p/tea-club")
    page.get_by_role("button", name="Start").click()
    page.get_by_label("What are you hoping for?").fill("Something smoky.")
    page.get_by_role("radio", name="At night").check()
    page.get_by_role("button", name="Continue").first.click()
    page.get_by_label("Your e-mail address").fill("ida@reader.example")
    page.locator("[data-continue]").click()
    page.get_by_role("checkbox", name="You may read my answers").check()
    page.get_by_role("button", name="Send").click()
    page.wait_for_url("**/my/**")


PLACES = (
    "setup",
    *(f"setup/{each}" for each in ("plan", "promise", "slots", "arms", "answers", "look")),
    "form",
    "form/start",
    "form/consents",
    "form/0",
    "form/0-0",
    "setup/publish",
    "setup/clone",
    "setup/items/house.0.item",
)


def test_every_page_of_the_builder_is_open_to_everybody(
    live: Live, live_app: Flask, page: Page, axe: Axe
) -> None:
    address = "template@staff.example"
    add_staff(address, "Tom Template", PASSWORD, is_admin=True)
    sign_in(page, live, address)
    page.goto(f"{live.url}/pilots/new")
    page.get_by_role("radio", name="A template").check()
    fill(page, Name_of_the_pilot="Books again", Name_in_the_address="books-again")
    page.get_by_label("Service", exact=True).select_option("books")
    page.get_by_role("button", name="Make the pilot").click()
    page.wait_for_url("**/setup/plan")
    found = {}
    for place in PLACES:
        for width in (1280, 390, 320):
            page.set_viewport_size({"width": width, "height": 900})
            page.goto(f"{live.url}/pilots/books-again/{place}")
            wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
            faults = axe(page)
            if faults or wide:
                found[place, width] = (faults, wide)
    assert found == {}


def test_what_is_typed_is_kept_without_pressing_anything(
    live: Live, live_app: Flask, page: Page
) -> None:
    address = "typist@staff.example"
    add_staff(address, "Tea Typist", PASSWORD, is_admin=True)
    sign_in(page, live, address)
    page.goto(f"{live.url}/pilots/new")
    fill(page, Name_of_the_pilot="Typed", Name_in_the_address="typed")
    page.get_by_role("button", name="Make the pilot").click()

    fill(page, Hypothesis="It is kept.")
    with page.expect_response(lambda answer: answer.request.method == "POST"):
        page.get_by_label("Least customers").focus()
    expect(page.locator("#draft-problems")).to_contain_text("1 thing to do here")
    page.reload()

    expect(page.get_by_label("Hypothesis", exact=True)).to_have_value("It is kept.")


def test_questions_are_dragged(live: Live, live_app: Flask, page: Page) -> None:
    address = "dragger@staff.example"
    add_staff(address, "Dan Dragger", PASSWORD, is_admin=True)
    sign_in(page, live, address)
    page.goto(f"{live.url}/pilots/new")
    fill(page, Name_of_the_pilot="Dragged", Name_in_the_address="dragged")
    page.get_by_role("button", name="Make the pilot").click()
    page.goto(f"{live.url}/pilots/dragged/form")

    grip = page.locator(".outline-question [data-grip]").nth(0).bounding_box()
    place = page.locator(".outline-question").nth(1).bounding_box()
    assert grip
    assert place
    page.mouse.move(grip["x"] + 8, grip["y"] + 8)
    page.mouse.down()
    page.mouse.move(place["x"] + 60, place["y"] + 20, steps=10)
    page.mouse.move(place["x"] + 60, place["y"] + 4, steps=5)
    page.mouse.up()

    expect(page.locator(".step-row").nth(1).locator(".outline-question")).to_have_count(2)
    expect(page.locator("#draft-state")).to_contain_text("Saved")
