"""The whole turn of the service as its people live it: with script, and once without.

A customer asks; a curator takes the brief, searches, picks, says why, sends; a lead releases early;
the mail arrives on a real SMTP server; the customer answers from its link; the analyst sees the
numbers without a name; the log tells it all.
"""

import csv
import io
import itertools
import re
import zipfile
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from flask import Flask
from playwright.sync_api import Browser, BrowserContext, Page, expect
from sqlalchemy import select

from app.extensions import db
from app.lifecycle import Role
from app.models import Brief, Event, Outcome, Pick, Pilot, Search, Staff
from app.outbox.transport import SmtpTransport
from app.pilots.info import PilotInfo
from app.worker.loop import Worker
from tests.browser.conftest import Live, watch
from tests.factories import PASSWORD, address_in, make_pilot, make_staff
from tests.pilots import BOOKS
from tests.smtp import Mailbox, running

Axe = Callable[[Page], list[tuple[str, Any, str]]]
PICKS = {
    "The Quiet Ferry": "He keeps a ledger of kindnesses, and so might you.",
    "The Second Allotment": "Two rivals and one shed; nobody falls ill.",
    "The Lamplighter's Week": "Seven evenings, each one tram ride long.",
}
_numbers = itertools.count(1)


@pytest.fixture
def box() -> Iterator[Mailbox]:
    with running() as mailbox:
        yield mailbox


@pytest.fixture
def pilot(live: Live, live_app: Flask) -> PilotInfo:
    return make_pilot(BOOKS.replace("pilot: halfleaf", f"pilot: journey-{next(_numbers)}"))


class People:
    """A browser of their own for everybody who takes part."""

    def __init__(self, browser: Browser, args: dict[str, Any], *, script: bool) -> None:
        self._browser, self._args, self.script = browser, args, script
        self._contexts: list[BrowserContext] = []
        self.problems: list[list[str]] = []

    def page(self) -> Page:
        """Open a browser nobody has used before."""
        context = self._browser.new_context(
            **{**self._args, "java_script_enabled": self.script, "accept_downloads": True}
        )
        self._contexts.append(context)
        page = context.new_page()
        self.problems.append(watch(page))
        return page

    def close(self) -> None:
        """Close every browser."""
        for context in self._contexts:
            context.close()


@pytest.fixture(params=[True, False], ids=["with script", "without script"])
def people(
    request: pytest.FixtureRequest, browser: Browser, browser_context_args: dict[str, Any]
) -> Iterator[People]:
    everybody = People(browser, browser_context_args, script=request.param)
    yield everybody
    everybody.close()
    assert [problems for problems in everybody.problems if problems] == []


def test_one_whole_turn_of_the_service(
    live: Live, pilot: PilotInfo, people: People, box: Mailbox
) -> None:
    address = address_in(pilot, "hand")
    worker = Worker(live.app, SmtpTransport(box.url))

    ask(people.page(), live, pilot, address)
    worker.go_round()
    assert box.messages[-1]["To"] == address

    curate(people.page(), live, pilot, script=people.script)
    release_early(people.page(), live, pilot)
    worker.go_round()
    answer(people.page(), f"{live.url}{link_in(box)}")
    look_at_numbers(people.page(), live, pilot, address)
    check_log(pilot)
    check_export(people.page(), live, pilot, address)


def ask(page: Page, live: Live, pilot: PilotInfo, address: str) -> None:
    """Fill in the form and send it."""
    page.goto(f"{live.url}/p/{pilot.slug}")
    page.get_by_role("button", name="Start").click()
    page.get_by_label("Keep me company").check()
    page.locator("[data-continue]").click()
    page.get_by_label("What are you hoping for?").fill("Something kind but not sugary.")
    page.get_by_label("Anything to steer around?").fill("Nothing about grief, please.")
    page.get_by_label("Budget").fill("40")
    page.locator("[data-continue]").click()
    page.get_by_label("Your first name").fill("Ana Lindqvist")
    page.get_by_label("Your e-mail address").fill(address)
    page.locator("[data-continue]").click()
    page.get_by_label("You may read my answers").check()
    page.get_by_role("button", name=re.compile("Send")).click()
    expect(page.get_by_role("heading", name="We have your wish")).to_be_visible()
    expect(page.get_by_text("Being chosen")).to_be_visible()


def enter(page: Page, live: Live, pilot: PilotInfo, *roles: Role, name: str) -> None:
    """Sign a new member of staff in."""
    staff = make_staff(pilot, *roles, name=name)
    email = db.session.get_one(Staff, staff.id).email
    page.goto(f"{live.url}/login")
    page.get_by_label("E-mail address").fill(email)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    expect(page.locator("summary", has_text=name)).to_be_attached()


def curate(page: Page, live: Live, pilot: PilotInfo, *, script: bool) -> None:
    """Take the brief, pick three books with a reason each, send."""
    enter(page, live, pilot, Role.CURATOR, name="Mara Okafor")
    page.goto(f"{live.url}/queue")
    page.get_by_role("button", name="Take next").click()
    expect(page.get_by_text("Something kind but not sugary.").first).to_be_visible()
    for place, (title, reason) in enumerate(PICKS.items(), start=1):
        pick(page, place, title, reason, script=script)
    expect(page.locator("#send-button")).not_to_have_attribute("aria-disabled", "true")
    page.locator("#preview").click()
    expect(page.get_by_role("heading", name="The Second Allotment")).to_be_visible()
    page.get_by_role("link", name="Back to the tray").click()
    page.locator("#send-button").click()
    expect(page.get_by_text(re.compile("Sent to Ana"))).to_be_visible()


def pick(page: Page, place: int, title: str, reason: str, *, script: bool) -> None:
    """Find one book, put it into the tray and write why."""
    search = page.get_by_role("searchbox")
    search.fill(title)
    if not script:
        search.press("Enter")
    page.get_by_role("button", name=f"Add {title} to the tray").click()
    slot = page.locator("#tray .slot").nth(place - 1)
    expect(slot).to_contain_text(title)
    slot.get_by_role("textbox").fill(reason)
    if script:
        expect(slot.get_by_text("Saved")).to_be_visible()
    else:
        slot.get_by_role("button", name="Save").click()


def release_early(page: Page, live: Live, pilot: PilotInfo) -> None:
    """Let a lead release the ready brief before its time."""
    enter(page, live, pilot, Role.LEAD, name="Lea Dvorak")
    page.goto(f"{live.url}/queue?view=sent")
    page.get_by_role("link", name=re.compile("Ana Lindqvist")).click()
    page.get_by_role("button", name="Release early").click()
    expect(page.get_by_text(re.compile("Released early"))).to_be_visible()


def link_in(box: Mailbox) -> str:
    """Return the link of the last mail."""
    text = box.messages[-1].get_body(("plain",)).get_content()  # type: ignore[union-attr]
    found = re.search(r"/d/[\w-]+", text)
    assert found
    return found[0]


def answer(page: Page, link: str) -> None:
    """Open the delivery from the mail and answer each pick, the set and the two questions."""
    page.goto(link)
    expect(page.get_by_role("heading", name="Ana, your three are here.")).to_be_visible()
    assert "/d/" not in page.url
    for title, verdict in zip(
        PICKS, ("Yes, please", "Yes, please", "Read it already"), strict=True
    ):
        item = page.locator(".pick-item", has=page.get_by_role("heading", name=title))
        item.get_by_label(verdict).check()
        if item.get_by_role("button", name="Save this answer").is_visible():
            item.get_by_role("button", name="Save this answer").click()
        expect(item.get_by_role("status")).to_contain_text(re.compile("Noted|change"))
    page.get_by_label("5", exact=True).check()
    page.get_by_label(re.compile("What would you tell us")).fill("You knew me a little.")
    page.get_by_role("button", name="Send feedback").click()
    expect(page.get_by_text("3 of 3 rated")).to_be_visible()


def look_at_numbers(page: Page, live: Live, pilot: PilotInfo, address: str) -> None:
    """See the figures as an analyst: no name, no address, no words."""
    enter(page, live, pilot, Role.ANALYST, name="Ada Lytics")
    page.goto(f"{live.url}/pilots/{pilot.slug}/insights")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    told = page.locator("main").inner_text()
    assert "Lindqvist" not in told
    assert address not in told
    assert "You knew me" not in told


def check_log(pilot: PilotInfo) -> None:
    """Find every fact of the turn in the log."""
    db.session.rollback()
    brief = db.session.scalars(
        select(Brief).join(Pilot, Pilot.id == Brief.pilot_id).where(Pilot.slug == pilot.slug)
    ).one()
    kinds = list(
        db.session.scalars(select(Event.kind).where(Event.brief_id == brief.id).order_by(Event.id))
    )
    for kind in ("submitted", "claimed", "sent", "released", "first_answer"):
        assert kinds.count(kind) == 1, kinds
    assert len(db.session.scalars(select(Search).where(Search.brief_id == brief.id)).all()) >= 3
    picks = db.session.scalars(select(Pick).where(Pick.brief_id == brief.id)).all()
    assert {pick.propensity for pick in picks} == {None}
    assert all(pick.search_id for pick in picks)
    verdicts = [
        o.value
        for o in db.session.scalars(
            select(Outcome).where(Outcome.brief_id == brief.id, Outcome.kind == "verdict")
        )
    ]
    assert sorted(str(value) for value in verdicts) == ["have", "yes", "yes"]


def check_export(page: Page, live: Live, pilot: PilotInfo, address: str) -> None:
    """Download the log as its owner and find neither name nor words in it."""
    enter(page, live, pilot, Role.OWNER, name="Olu Owner")
    page.goto(f"{live.url}/pilots/{pilot.slug}/log")
    page.get_by_label(re.compile("CSV")).check()
    page.get_by_label(re.compile("Measurement")).check()
    with page.expect_download() as download:
        page.get_by_role("button", name=re.compile("Export|Download")).click()
    with zipfile.ZipFile(download.value.path()) as archive:
        files = {name: archive.read(name).decode() for name in archive.namelist()}
    whole = "\n".join(files.values())
    for secret in ("Lindqvist", address, "sugary", "ledger of kindnesses", "You knew me"):
        assert secret not in whole
    picks = next(text for name, text in files.items() if name.endswith("picks.csv"))
    assert len(list(csv.DictReader(io.StringIO(picks)))) == len(PICKS)
