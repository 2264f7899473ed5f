"""The console in a real browser: by keys, by drag, across a reload, without script, on a phone."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from playwright.sync_api import Browser, Page, expect

from app.console.desk import desk_of
from app.extensions import db
from app.lifecycle import Role
from app.log import Actor
from app.models import Brief, Look, Search, Staff, Tray
from app.pilots.info import PilotInfo
from app.pilots.services import find_pilot
from app.queue.services import claim
from tests.browser.conftest import Live
from tests.factories import PASSWORD, change, make_brief, make_pilot, make_staff
from tests.pilots import BOOKS, BOOKS_CATALOGUE

PILOT = BOOKS.replace("pilot: halfleaf", "pilot: console-books")
# enough of each that the trays of one test reserve nothing another one needs
CATALOGUE = re.sub(r",[1-9]$", ",99", BOOKS_CATALOGUE, flags=re.MULTILINE)
Axe = Callable[[Page], list[tuple[str, Any, str]]]


@pytest.fixture
def pilot(live_app: Flask) -> PilotInfo:
    return find_pilot("console-books") or make_pilot(PILOT, CATALOGUE)


@pytest.fixture
def mara(pilot: PilotInfo) -> Actor:
    return make_staff(pilot, Role.CURATOR)


@pytest.fixture
def brief_id(pilot: PilotInfo, mara: Actor) -> int:
    brief = make_brief(pilot, budget="60", avoid="war")
    claim(brief.id, actor=mara)
    return brief.id


def enter(page: Page, live: Live, who: Actor, brief_id: int, query: str = "") -> None:
    """Sign in and open the console."""
    page.goto(f"{live.url}/login")
    page.get_by_label("E-mail").fill(db.session.get_one(Staff, who.id).email)
    page.locator("#password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url("**/queue**")
    page.goto(f"{live.url}/briefs/{brief_id}{query}")


def settled(page: Page) -> None:
    """Wait until no request runs and htmx has settled."""
    expect(page.locator("body.htmx-settled")).to_be_attached()


def stored(brief_id: int) -> list[tuple[int, str, str]]:
    """Return place, title and reason of each pick as the database holds them now."""
    db.session.rollback()
    picks = desk_of(brief_id).tray.picks
    return [(pick.position, pick.card.title, pick.reason) for pick in picks]


def add(page: Page, *titles: str) -> None:
    for title in titles:
        page.get_by_role("button", name=f"Add {title} to the tray").click()
        expect(page.locator("#slots .slot-title", has_text=title)).to_be_visible()
        settled(page)


def write(page: Page, title: str, words: str) -> None:
    page.get_by_label(re.compile(f"Why .* will like {title}")).fill(words)
    slot = page.locator("#slots > li", has=page.get_by_text(title, exact=True))
    expect(slot.locator(".saved")).to_be_visible()


def find_by_keys(page: Page, words: str, found: str) -> None:
    page.keyboard.press("/")
    page.keyboard.press("Control+a")
    page.keyboard.type(words)
    expect(page.locator("#found-words")).to_contain_text(found)
    settled(page)
    page.keyboard.press("ArrowDown")


def press(page: Page, key: str, picked: int) -> None:
    page.keyboard.press(key)
    expect(page.locator("#slots .slot")).to_have_count(picked)
    settled(page)


def say_why_by_keys(page: Page) -> None:
    page.keyboard.press("r")
    page.keyboard.type("Kind people, read on a tram.")
    expect(page.locator("textarea:focus ~ .slot-foot .saved")).to_be_visible()
    page.locator("#tray-h").click()


def test_a_brief_is_answered_by_keys_alone(
    live: Live, page: Page, pilot: PilotInfo, mara: Actor, brief_id: int
) -> None:
    enter(page, live, mara, brief_id)

    find_by_keys(page, "quiet", "4 of 6 books")
    press(page, "a", 1)
    page.keyboard.press("j")
    press(page, "3", 2)
    find_by_keys(page, "soup", "1 of 6 books")
    page.keyboard.press("Enter")
    expect(page.locator("#look-dialog")).to_contain_text("Nine soups that changed a town.")
    page.keyboard.press("Escape")
    press(page, "a", 3)
    press(page, "x", 2)
    press(page, "a", 3)
    for _ in range(3):
        say_why_by_keys(page)
    expect(page.locator("#send-button")).not_to_have_attribute("aria-disabled", "true")
    page.keyboard.press("Control+Enter")

    page.wait_for_url("**/queue**")
    expect(page.locator("#toasts")).to_contain_text("Sent to Ana Lindqvist.")
    db.session.rollback()
    assert db.session.get_one(Brief, brief_id).status == "ready"
    page.get_by_role("button", name="Undo").click()
    expect(page.locator("#slots .slot")).to_have_count(3)
    db.session.rollback()
    assert db.session.get_one(Brief, brief_id).status == "claimed"


def test_keys_are_silent_while_somebody_types_and_when_turned_off(
    live: Live, page: Page, pilot: PilotInfo, mara: Actor, brief_id: int
) -> None:
    enter(page, live, mara, brief_id)
    page.locator("#q").fill("")
    page.keyboard.type("axj3")
    expect(page.locator("#q")).to_have_value("axj3")
    assert stored(brief_id) == []

    change(db.session.get_one(Staff, mara.id), keys_on=False)
    page.goto(f"{live.url}/briefs/{brief_id}")
    page.locator("#brief-h").click()
    page.keyboard.press("a")
    page.keyboard.press("?")
    settled(page)
    expect(page.locator("#keys")).not_to_be_visible()
    assert stored(brief_id) == []


def test_picks_are_dragged_into_order(
    live: Live, page: Page, pilot: PilotInfo, mara: Actor, brief_id: int
) -> None:
    page.set_viewport_size({"width": 1440, "height": 1100})
    enter(page, live, mara, brief_id)
    add(page, "The Quiet Ferry", "A Short History of Soup")

    grip = page.locator("#slots > li").nth(1).locator(".grip").bounding_box()
    top = page.locator("#slots > li").nth(0).bounding_box()
    assert grip
    assert top
    page.mouse.move(grip["x"] + 8, grip["y"] + 8)
    page.mouse.down()
    page.mouse.move(top["x"] + 200, top["y"] + 60, steps=10)
    page.mouse.move(top["x"] + 200, top["y"] + 5, steps=5)
    page.mouse.up()

    expect(page.locator("#slots .slot-title").first).to_have_text("A Short History of Soup")
    settled(page)
    assert [title for _, title, _ in stored(brief_id)] == [
        "A Short History of Soup",
        "The Quiet Ferry",
    ]
    page.get_by_role("button", name="Move The Quiet Ferry up").click()
    expect(page.locator("#slots .slot-title").first).to_have_text("The Quiet Ferry")


def test_what_is_typed_survives_a_reload_and_a_lost_connection(
    live: Live, browser: Browser, pilot: PilotInfo, mara: Actor, brief_id: int
) -> None:
    page = browser.new_page()  # the request that is cut off leaves its own line in the console
    enter(page, live, mara, brief_id)
    add(page, "A Short History of Soup")
    write(page, "A Short History of Soup", "It is funnier than it looks.")
    page.reload()
    expect(page.locator("#slots textarea")).to_have_value("It is funnier than it looks.")

    page.route("**/reason", lambda route: route.abort())
    page.locator("#slots textarea").fill("It is funnier than it looks, and short.")
    expect(page.locator("#slots .unsaved")).to_have_text("No connection. Kept on this device.")
    assert stored(brief_id)[0][2] == "It is funnier than it looks."
    page.unroute("**/reason")
    page.reload()

    expect(page.locator("#slots textarea")).to_have_value("It is funnier than it looks, and short.")
    expect(page.locator("#slots .saved")).to_be_visible()
    assert stored(brief_id)[0][2] == "It is funnier than it looks, and short."
    page.close()


def test_two_windows_never_overwrite_each_other_silently(
    live: Live, page: Page, pilot: PilotInfo, mara: Actor, brief_id: int
) -> None:
    enter(page, live, mara, brief_id)
    add(page, "A Short History of Soup")
    other = page.context.new_page()
    other.goto(f"{live.url}/briefs/{brief_id}")
    other.locator("#slots textarea").fill("Written in the other window.")
    expect(other.locator("#slots .saved")).to_be_visible()

    page.locator("#slots textarea").fill("Written in this one.")

    expect(page.locator("#slots [role=alert]")).to_contain_text("Written in the other window.")
    expect(page.locator("#slots textarea")).to_have_value("Written in this one.")
    page.get_by_role("link", name="Keep the other one").click()
    expect(page.locator("#slots textarea")).to_have_value("Written in the other window.")
    assert stored(brief_id)[0][2] == "Written in the other window."


def test_a_search_settles_after_a_second_and_a_look_is_noted(
    live: Live, page: Page, pilot: PilotInfo, mara: Actor, brief_id: int
) -> None:
    enter(page, live, mara, brief_id)
    page.locator("#q").press_sequentially("soup", delay=40)
    with page.expect_response("**/settle"):
        expect(page.locator("#found-words")).to_contain_text("1 of 6 books")
    with page.expect_response("**/looks/*"):
        page.get_by_role("link", name="A Short History of Soup").click()

    db.session.rollback()
    rows = db.session.query(Search).filter_by(brief_id=brief_id).all()
    assert [len(row.items) for row in rows][-1] == 1
    assert len(rows) <= 2
    look = db.session.query(Look).filter_by(brief_id=brief_id).one()
    assert look.search_id == rows[-1].id


def test_the_hold_is_renewed_while_somebody_works(
    live: Live, page: Page, pilot: PilotInfo, mara: Actor, brief_id: int
) -> None:
    enter(page, live, mara, brief_id)
    with page.expect_response("**/beat", timeout=15_000):
        page.mouse.move(300, 300)
        page.mouse.move(320, 320)
    expect(page.locator("[data-lease-words]")).to_contain_text("yours 9 m")
    db.session.rollback()
    assert db.session.get_one(Tray, brief_id).active_until is not None


@pytest.mark.parametrize("width", [1280, 390, 320])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_pane_is_accessible_and_fits(
    live: Live,
    page: Page,
    axe: Axe,
    pilot: PilotInfo,
    mara: Actor,
    width: int,
    scheme: Any,
) -> None:
    brief_id = make_brief(pilot, avoid="illness").id
    claim(brief_id, actor=mara)
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme=scheme)
    enter(page, live, mara, brief_id)
    clash = page.get_by_role("button", name="Add Letters to a Slow River to the tray, despite")
    clash.click()
    expect(page.locator("#slots .slot-title")).to_be_attached()
    panes = ["catalogue"] if width == 1280 else ["queue", "brief", "catalogue", "tray"]

    for pane in panes:
        page.goto(f"{live.url}/briefs/{brief_id}?pane={pane}")
        settled(page)
        assert axe(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_who_does_not_hold_the_brief_reads_it(
    live: Live, page: Page, axe: Axe, pilot: PilotInfo, mara: Actor, brief_id: int
) -> None:
    lead = make_staff(pilot, Role.LEAD, name="Lea Lind")
    enter(page, live, lead, brief_id)

    expect(page.locator("#held")).to_contain_text("Mara Okafor is editing.")
    assert axe(page) == []
    page.get_by_label("Why do you take it over?").fill("Mara is ill")
    page.get_by_role("button", name="Take over").click()
    add(page, "A Short History of Soup")


def test_the_whole_work_goes_without_script(
    live: Live, browser: Browser, pilot: PilotInfo, mara: Actor, brief_id: int
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.set_default_timeout(10_000)
    enter(page, live, mara, brief_id)

    page.locator("#q").fill("quiet")
    page.get_by_role("button", name="Search", exact=True).click()
    page.get_by_role("button", name="Add The Quiet Ferry to the tray").click()
    assert "q=quiet" in page.url
    page.get_by_role("link", name="The Second Allotment", exact=True).click()
    page.get_by_role("button", name="Back to the catalogue").click()
    page.get_by_role("button", name="Add The Second Allotment to the tray").click()
    page.goto(f"{live.url}/briefs/{brief_id}")
    page.get_by_role("button", name="Add A Short History of Soup to the tray").click()
    for number in range(3):
        form = page.locator("#slots form.slot-why").nth(number)
        form.locator("textarea").fill("Kind people, read on a tram.")
        form.get_by_role("button", name="Save").click()
    page.get_by_role("button", name="Move The Second Allotment up").click()
    page.get_by_role("link", name="Preview").click()
    expect(page.locator("body")).to_contain_text("Preview: this is what the customer gets.")
    page.get_by_role("link", name="Back to the tray").click()
    page.get_by_text("Yes, from the mood").click()
    page.get_by_role("button", name="Send to Ana").click()

    page.wait_for_url("**/queue**")
    db.session.rollback()
    assert db.session.get_one(Brief, brief_id).status == "ready"
    assert stored(brief_id)[0][1] == "The Second Allotment"
    assert db.session.query(Look).filter_by(brief_id=brief_id).count() == 1
    page.get_by_role("button", name="Undo").click()
    expect(page.locator("#tray")).to_contain_text("3 of 3")
    context.close()
