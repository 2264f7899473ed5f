"""An attacker with two links and every account: routes come from the app, so new ones are covered.

Each test walks `list_routes`; an argument nobody knows yet gets a stand-in value.
"""

import re
import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from urllib.parse import quote

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from app import clock
from app.accounts.services import add_staff
from app.console.services import Reason, TrayChange, change_tray, send, write_reason
from app.database import writing
from app.delivery.mails import render_mail
from app.delivery.services import answer_closing, release_due
from app.extensions import db
from app.intake.links import link_token
from app.intake.services import start_draft
from app.lifecycle import Role
from app.log import Actor
from app.models import Brief, Event, Item, OutboxRow, Pick
from app.outbox.sender import letter_of
from app.pilots.info import PilotInfo
from app.queue.services import claim
from app.web.audience import Route, Who, list_routes
from tests.client import CheckedClient
from tests.factories import PASSWORD, make_brief, make_pilot, make_staff, sign_in
from tests.pilots import BOOKS, BOOKS_CATALOGUE, HAND_ALONE

SCRIPT = "<script>alert(7)</script>"
CANARY = f"""Zoë {SCRIPT}"'><img src=x onerror=alert(8)> {{{{7*7777}}}}"""
ESCAPED = "&lt;script&gt;alert(7)&lt;/script&gt;"
LIVE = (SCRIPT, "<img src=x")
HOSTILE = {
    "nul": "a\x00b",
    "huge": "9" * 40,
    "beyond": str(2**63),
    "negative": "-1",
    "long": "x" * 40_000,
    "unicode": "\u202e\ufeff\U0001f4a9é\u0661\u0662",
    "markup": CANARY,
    "formula": "=1+1",
    "empty": "",
}
RAW = (
    "%00",
    "a%00b",
    "%ff%fe",
    "%ed%a0%80",
    "-1",
    "0",
    str(2**63 - 1),
    str(2**63),
    "..%2f..",
    "{}",
)
# What a form may carry to get past its first check; everything else of a post is hostile.
CODES = {
    "verdict": "yes",
    "taken": "yes",
    "format": "csv",
    "purpose": "measurement",
    "role": "curator",
    "go": "next",
    "mode": "all",
    "q_mood": "company",
}
# Names of fields that take words or numbers; a name that a form does not know is ignored.
WORDS = (
    "email password old name next theme back reason letter seen key could_rule reason_code "
    "version shown total to order drivers place add remove up down read search write pilot "
    "test address website c_process c_training q_wish q_avoid q_budget q_name q_email "
    "q_laugh_how understood comment status is_admin keys_on"
)
ARGUMENT = r"<([^<>]*:)?(\w+)>"
OUTSIDE = (
    "//evil.example",
    "/\\evil.example",
    "https://evil.example",
    "/\t/evil.example",
    "\\\\evil.example",
    "javascript:alert(1)",
    "/a\r\nX-Forged: y",
    "http:evil.example",
)
NOTED_READS = {"brief_opened", "brief_looked_at", "link_used", "comments_read", "outbox_read"}
# A mail program's one click carries no form token (RFC 8058); nothing else may come without.
WITHOUT_TOKEN = {"/stop/<word>"}


@dataclass
class Place:
    """Two pilots, people of every kind, and a delivered, a held and an unfinished brief."""

    pilot: PilotInfo
    people: dict[str, Actor]
    delivered: Brief
    held: Brief
    draft: str
    pick_id: int
    item_id: int
    token: str

    def path(self, route: Route, **instead: str) -> str:
        """Return the address of a route, each argument filled in or taken from `instead`."""
        brief = self.held if "/tray" in route.rule or "/send" in route.rule else self.delivered
        known = {
            "slug": self.pilot.slug,
            "brief_id": brief.id,
            "item_id": self.item_id,
            "pick_id": self.pick_id,
            "public_id": self.draft if route.rule.startswith("/p/") else self.delivered.public_id,
            "step_key": "mood",
            "token": self.token if route.rule.startswith("/d/") else "no-such-token",
            "staff_id": self.people["curator"].id,
            "session_id": 1,
            "filename": "css/base.css",
        }

        def value(found: re.Match[str]) -> str:
            choice = re.match(r"any\((\w+)", found[1] or "")
            usual = known.get(found[2]) or (choice[1] if choice else 1)
            return instead.get(found[2]) or quote(str(usual))

        return re.sub(ARGUMENT, value, route.rule)


def hand_deliver(pilot: PilotInfo, brief: Brief, curator: Actor, words: str) -> None:
    claim(brief.id, actor=curator)
    ids = db.session.scalars(select(Item.id).where(Item.pilot_id == pilot.id).order_by(Item.id))
    for item_id in ids.all()[: pilot.definition.size]:
        change_tray(brief.id, TrayChange("add", item_id), actor=curator)
        write_reason(brief.id, item_id, Reason(words, "mood"), version=1, actor=curator)
    version = 1 + 2 * pilot.definition.size
    due = send(brief.id, actor=curator, version=version)
    with clock.pretend(due + timedelta(seconds=1)):
        assert release_due() == 1


@pytest.fixture
def place(app: Flask) -> Place:
    """Build the house with a canary in everything somebody can type."""
    catalogue = BOOKS_CATALOGUE.replace(
        "The Quiet Ferry", f'"{CANARY.replace(chr(34), chr(34) * 2)}"'
    )
    catalogue = catalogue.replace("Liv Halvorsen", "<script>alert(7)</script>").replace(
        "Novel", SCRIPT
    )
    pilot = make_pilot(BOOKS.replace("budget: warn", "budget: 'off', never: 'off'"), catalogue)
    other = make_pilot(HAND_ALONE, BOOKS_CATALOGUE)
    people = {role.value: make_staff(pilot, role, name=f"{role.value} {CANARY}") for role in Role}
    people["stranger"] = make_staff(other, *Role, name="Stranger Danger")
    email = f"admin-{secrets.token_hex(3)}@staff.example"
    people["admin"] = Actor.staff(add_staff(email, f"Admin {CANARY}", PASSWORD, is_admin=True))
    words = {"wish": CANARY, "avoid": f"sadness {CANARY}", "name": f"Ana {CANARY}"[:80]}
    delivered = make_brief(pilot, **words)
    hand_deliver(pilot, delivered, people["curator"], f"Because {CANARY}")
    answer_closing(delivered.id, {"understood": "4", "comment": f"Thanks {CANARY}"})
    held = make_brief(pilot, **words)
    claim(held.id, actor=people["admin"])
    item_id = db.session.scalars(select(Item.id).where(Item.pilot_id == pilot.id)).first() or 0
    change_tray(held.id, TrayChange("add", item_id), actor=people["admin"])
    write_reason(held.id, item_id, Reason(CANARY), version=1, actor=people["admin"])
    pick_id = db.session.scalars(select(Pick.id)).first() or 0
    db.session.expire_all()
    token = link_token(delivered.id, "mail")
    return Place(pilot, people, delivered, held, start_draft(pilot), pick_id, item_id, token)


def enter(app: Flask, place: Place, who: str, *, grants: bool = True) -> CheckedClient:
    """Return a browser of somebody, with the customer's own links when `grants`."""
    client = app.test_client()
    if who != "nobody":
        sign_in(client, place.people[who])
    if grants:
        with client.session_transaction() as session:
            session["grants"] = [
                [place.draft, "draft", 1],
                [place.delivered.public_id, "mail", place.delivered.link_generation],
            ]
    return client


def routes(app: Flask, method: str) -> Iterator[Route]:
    """Return the routes of a method; signing out comes last."""
    found = [route for route in list_routes(app) if route.method == method]
    yield from sorted(found, key=lambda route: (route.rule == "/logout", route.rule))


def ask(client: CheckedClient, path: str, **kwargs: Any) -> tuple[int, str, str]:
    """Make a request; return status, kind and text, with whatever streams closed again."""
    answer = client.open(path, **kwargs)
    text = answer.get_data(as_text=True) if answer.mimetype == "text/html" else ""
    answer.close()
    return answer.status_code, answer.mimetype, text


def rows() -> dict[str, list[str]]:
    """Return every row of every table."""
    db.session.rollback()
    return {
        table.name: sorted(map(repr, db.session.execute(select(table)).all()))
        for table in db.metadata.sorted_tables
    }


def is_fault(status: int, route: Route) -> bool:
    """Tell whether an answer is our fault; readiness may say that no worker runs."""
    return status >= 500 and route.rule != "/readyz"


def test_no_hostile_address_breaks_a_page(app: Flask, place: Place) -> None:
    client = enter(app, place, "admin")
    faults = []
    for route in routes(app, "GET"):
        names = [name for _, name in re.findall(ARGUMENT, route.rule)]
        paths = [place.path(route, **{name: raw}) for name in names for raw in RAW]
        plain = place.path(route)
        queries = "page q brief pilot view period kind before comments sort pane test next f.genre"
        for as_sent in [*(quote(value[:8000]) for value in HOSTILE.values()), "%ff%fe"]:
            paths += [f"{plain}?{'&'.join(f'{n}={as_sent}&{n}=1' for n in queries.split())}"]
        for path in paths:
            status, _, _ = ask(client, path)
            if is_fault(status, route):
                faults.append((route.rule, status, path[:90]))

    assert faults == []


def test_no_hostile_form_breaks_a_post(app: Flask, place: Place) -> None:
    faults = []
    for route in routes(app, "POST"):
        client = enter(app, place, "admin")
        for name, value in HOSTILE.items():
            free = dict.fromkeys(WORDS.split(), value)
            for data in (free, {**free, **CODES}):
                twice = {key: [one, one] for key, one in data.items()}
                status, _, _ = ask(client, place.path(route), method="POST", data=twice)
                if is_fault(status, route):
                    faults.append((route.rule, status, name))

    assert faults == []


def test_no_read_changes_a_row_but_the_noted_ones(app: Flask, place: Place) -> None:
    client = enter(app, place, "admin")
    client.get("/")
    before = rows()
    for route in routes(app, "GET"):
        ask(client, place.path(route))
        ask(client, place.path(route), method="HEAD")
        ask(client, place.path(route), headers={"HX-Request": "true"})

    after = rows()
    kinds = set(db.session.scalars(select(Event.kind).where(Event.id > len(before["event"]))))
    assert kinds <= NOTED_READS
    assert set(before.pop("event")) <= set(after.pop("event"))
    assert after == before


def test_no_post_without_a_token_does_anything(app: Flask, place: Place) -> None:
    client = enter(app, place, "admin")
    before = rows()
    client.sends_token = False
    let_in = []
    for route in routes(app, "POST"):
        for data in (CODES, {**CODES, "csrf_token": "forged"}):
            if client.post(place.path(route), data=data).status_code != 400:
                let_in.append(route.rule)

    assert set(let_in) == WITHOUT_TOKEN
    assert rows() == before


def test_no_other_method_is_answered(app: Flask, place: Place) -> None:
    client = enter(app, place, "admin")
    answers = {
        (method, route.rule): client.open(place.path(route), method=method).status_code
        for method in ("PUT", "PATCH", "DELETE", "TRACE", "PROPFIND")
        for route in list_routes(app)
    }

    assert {key: code for key, code in answers.items() if code not in (400, 405)} == {}


def expected(route: Route, who: str) -> set[int]:
    """Return what somebody without any right here may be answered, or nothing when they may."""
    audience, is_get = set(route.audience), route.method == "GET"
    if audience & {Who.PUBLIC.value, Who.CUSTOMER.value}:
        return set()
    if who == "nobody":
        return {302} if is_get else {401}
    if who == "admin" or Who.SIGNED_IN.value in audience:
        return set()
    if "<slug>" in route.rule or ":brief_id>" in route.rule:
        if who == "stranger":
            return {404}
        return set() if who in audience else {403}
    return {403} if Who.ADMIN.value in audience else set()


def test_everybody_is_stopped_where_they_have_no_right(app: Flask, place: Place) -> None:
    wrong = []
    for who in ("nobody", "stranger", "curator", "lead", "owner", "analyst", "admin"):
        client = enter(app, place, who, grants=False)
        for route in list_routes(app):
            wanted = expected(route, who)
            kwargs = {"method": route.method, "data": CODES if route.method == "POST" else None}
            found = ask(client, place.path(route), **kwargs)[0] if wanted else None
            if wanted and found not in wanted:
                wrong.append((who, route.method, route.rule, found, wanted))

    assert wrong == []


def test_a_customers_page_opens_by_their_own_living_link_alone(app: Flask, place: Place) -> None:
    wrong = []
    own = [place.draft, place.delivered.public_id]
    for status, grants in (
        (404, []),
        (404, [[place.held.public_id, "screen", place.held.link_generation]]),
        (410, [[public_id, "mail", 99] for public_id in own]),
    ):
        client = app.test_client()
        with client.session_transaction() as session:
            session["grants"] = grants
        for route in list_routes(app):
            if route.audience == (Who.CUSTOMER.value,):
                found = ask(client, place.path(route), method=route.method, data=CODES)[0]
                if found != status:
                    wrong.append((route.method, route.rule, found, status))

    assert wrong == []


def test_nothing_typed_comes_alive_on_any_page(app: Flask, place: Place) -> None:
    seen: dict[str, str] = {}
    for who in ("admin", "owner", "analyst", "curator"):
        client = enter(app, place, who)
        for route in routes(app, "GET"):
            for headers in ({}, {"HX-Request": "true"}):
                _, kind, text = ask(client, place.path(route), headers=headers)
                if kind == "text/html":
                    seen[f"{who} {route.rule} {len(headers)}"] = text

    alive = [page for page, text in seen.items() if any(mark in text for mark in LIVE)]
    assert alive == []
    assert [page for page, text in seen.items() if "54439" in text] == []
    shown = {page.split()[1] for page, text in seen.items() if ESCAPED in text}
    brief = "/briefs/<int(max=9223372036854775807):brief_id>"
    typed = {brief, "/queue", "/my/<public_id>", "/pilots/<slug>/insights", "/pilots/<slug>/team"}
    assert typed <= shown


def test_no_way_back_leads_outside(app: Flask, place: Place) -> None:
    client, signed_in = app.test_client(), enter(app, place, "owner")
    for address in OUTSIDE:
        themed = client.post("/theme", data={"theme": "dark", "back": address})
        signed = signed_in.get("/login", query_string={"next": address})
        for answer in (themed, signed):
            assert answer.headers["Location"] in ("/", "/queue", "/pilots"), address


def test_a_forged_host_shows_in_no_answer_and_no_mail(app: Flask, place: Place) -> None:
    forged = {"Host": "evil.example", "X-Forwarded-Host": "evil.example", "X-Forwarded-Proto": "x"}
    client = enter(app, place, "admin")
    for route in list_routes(app):
        if route.rule in ("/logout", "/static/<path:filename>"):
            continue
        answer = client.open(place.path(route), method=route.method, headers=forged, data=CODES)
        assert "evil.example" not in answer.headers.get("Location", "")
        assert b"evil.example" not in answer.get_data()
    mails = [render_mail(letter_of(row)) for row in db.session.scalars(select(OutboxRow))]
    assert any(mails)
    assert all("evil.example" not in mail.text + mail.html for mail in mails if mail)


def test_a_signed_out_cookie_opens_nothing_again(app: Flask, place: Place) -> None:
    client = enter(app, place, "owner")
    kept = client.get_cookie("backroom")
    assert kept is not None
    client.post("/logout")
    client.set_cookie("backroom", kept.value)

    assert client.get("/account").status_code == 302


def test_a_links_token_stays_out_of_every_page(app: Flask, place: Place) -> None:
    client = app.test_client()
    answer = client.get(f"/d/{place.token}")

    assert answer.status_code == 303
    assert place.token not in answer.headers["Location"] + answer.text
    page = client.get(answer.headers["Location"])
    assert page.status_code == 200
    assert place.token not in page.text
    assert page.headers["Referrer-Policy"] == "same-origin"


def test_a_refused_page_gives_back_no_password(app: Flask, place: Place) -> None:
    client = enter(app, place, "owner")
    client.sends_token = False

    answer = client.post("/account/password", data={"old": PASSWORD, "password": "n" * 16})

    assert answer.status_code == 400
    assert PASSWORD not in answer.text
    assert "n" * 16 not in answer.text


def test_an_answer_to_htmx_names_addresses_in_ascii(app: Flask, client: FlaskClient) -> None:
    """A header outside Latin-1 would end the connection instead of the request."""
    answer = client.post("/theme", data={"back": "/日本"}, headers={"HX-Request": "true"})

    assert answer.headers["HX-Redirect"].isascii()


def test_a_brief_of_another_pilot_is_not_moved_by_its_number(app: Flask, place: Place) -> None:
    before = (place.held.status, place.held.owner_id, place.held.version)
    client = enter(app, place, "stranger", grants=False)
    for route in routes(app, "POST"):
        if ":brief_id>" in route.rule:
            client.post(place.path(route, brief_id=str(place.held.id)), data=CODES)

    with writing():
        row = db.session.get_one(Brief, place.held.id, populate_existing=True)
    assert (row.status, row.owner_id, row.version) == before
