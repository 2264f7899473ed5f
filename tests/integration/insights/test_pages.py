"""The pages of the numbers and the log, as each role sees them."""

import io
import json
import re
import zipfile
from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select

from app.clock import now
from app.database import writing
from app.extensions import db
from app.lifecycle import Role
from app.log import SYSTEM, append
from app.models import Event
from app.pilots.info import PilotInfo
from tests.factories import sign_in
from tests.integration.insights.making import (
    ADDRESS,
    COMMENT,
    MARKER,
    NAME,
    Story,
    customer_of,
    make_member,
    make_pilot,
    make_stories,
)
from tests.pilots import HAND_ALONE

YES2 = ("yes", "yes", "no")
STAFF_NAME = "Zebedee Curator"


def past(days: int = 60) -> dict[str, object]:
    return {"submitted": now() - timedelta(days=days)}


def full_pilot(*, is_demo: bool = False) -> tuple[PilotInfo, list[int]]:
    pilot = make_pilot(is_demo=is_demo)
    curator = make_member(pilot, Role.CURATOR, name=STAFF_NAME)
    stories = [
        *[Story("hand", YES2, scale="4", comment=COMMENT, is_simulated=is_demo, **past())] * 12,
        *[Story("generic", ("no", "have", None), reasons={1: "sad"}, **past(40))] * 11,
        Story("segment", YES2, **past(33)),
    ]
    briefs = make_stories(pilot, *stories, staff_id=curator.id)
    with writing():
        append("claimed", actor=curator, pilot_id=pilot.id, brief_id=briefs[0], lease_minutes=10)
    return pilot, briefs


def enter(client: FlaskClient, pilot: PilotInfo, *roles: Role) -> None:
    sign_in(client, make_member(pilot, *roles, name="Reader Person"))


def words(page: str) -> str:
    """Return a page's text without its markup."""
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())


def test_an_owner_sees_figures_findings_and_comments(app: Flask, client: FlaskClient) -> None:
    pilot, _ = full_pilot()
    enter(client, pilot, Role.OWNER)

    page = client.get(f"/pilots/{pilot.slug}/insights").text

    text = words(page)
    assert "100% of 12 customers" in text
    assert "too early to tell" in text
    assert "By hand against one list" in text
    assert COMMENT in text
    assert "Demonstration" not in text
    assert pilot.definition.plan.hypothesis in text


def test_reading_comments_is_logged_and_seeing_none_is_not(app: Flask, client: FlaskClient) -> None:
    pilot, _ = full_pilot()
    reads = select(func.count()).where(Event.kind == "comments_read")
    enter(client, pilot, Role.LEAD)

    client.get(f"/pilots/{pilot.slug}/insights")
    client.get(f"/pilots/{pilot.slug}/insights?period=7")

    assert db.session.scalar(reads) == 1


@pytest.mark.parametrize("path", ["insights", "insights?comments=all", "log", "log?brief=1"])
def test_an_analyst_sees_no_name_address_or_word(
    app: Flask, client: FlaskClient, path: str
) -> None:
    pilot, _ = full_pilot()
    enter(client, pilot, Role.ANALYST)

    page = client.get(f"/pilots/{pilot.slug}/{path}").text

    for secret in (MARKER, NAME, ADDRESS, COMMENT, STAFF_NAME, "@reader.example", "@staff."):
        assert secret.lower() not in page.lower()


def test_an_analyst_does_not_see_what_fewer_than_five_did(app: Flask, client: FlaskClient) -> None:
    pilot, _ = full_pilot()
    enter(client, pilot, Role.ANALYST)

    page = client.get(f"/pilots/{pilot.slug}/insights").text

    rules = words(page[page.index('aria-label="By rules"') :])[:120]
    assert "Fewer than five" in rules
    assert "of 1 customer" not in words(page)


def test_a_demo_says_that_its_figures_are_made_up(app: Flask, client: FlaskClient) -> None:
    pilot, _ = full_pilot(is_demo=True)
    enter(client, pilot, Role.OWNER)

    text = words(client.get(f"/pilots/{pilot.slug}/insights").text)

    assert "Demonstration: 12 simulated briefs are counted" in text


@pytest.mark.parametrize("text", ["book", "hand"], ids=["three arms", "hand alone"])
def test_an_empty_pilot_says_what_will_stand_here(
    app: Flask, client: FlaskClient, text: str
) -> None:
    pilot = make_pilot() if text == "book" else make_hand_alone()
    enter(client, pilot, Role.OWNER)

    page = words(client.get(f"/pilots/{pilot.slug}/insights").text)

    assert "No customer's window has closed yet" in page.replace("&#39;", "'")
    assert "Nothing delivered yet" in page
    assert "Nobody has started the form yet" in page


def make_hand_alone() -> PilotInfo:
    return make_pilot(HAND_ALONE)


@pytest.mark.parametrize("period", ["7", "28", "all", "nonsense", "%00"])
def test_any_period_answers(app: Flask, client: FlaskClient, period: str) -> None:
    pilot, _ = full_pilot()
    enter(client, pilot, Role.OWNER)

    answer = client.get(f"/pilots/{pilot.slug}/insights?period={period}")

    assert answer.status_code == 200
    assert ("A part" in answer.text or "No customer" in answer.text) is (period in {"7", "28"})


def test_a_curator_may_not_see_numbers_or_log(app: Flask, client: FlaskClient) -> None:
    pilot, _ = full_pilot()
    enter(client, pilot, Role.CURATOR)

    statuses = [client.get(f"/pilots/{pilot.slug}/{page}").status_code for page in PAGES]

    assert statuses == [403, 403]


PAGES = ("insights", "log")


def test_the_log_shows_who_did_what_to_an_owner(app: Flask, client: FlaskClient) -> None:
    pilot, briefs = full_pilot()
    enter(client, pilot, Role.OWNER)

    text = words(client.get(f"/pilots/{pilot.slug}/log?kind=claimed").text)

    assert STAFF_NAME in text
    assert f"{briefs[0]} lease minutes 10" in text
    assert "1 event on this page" in text


def test_the_log_of_one_brief_tells_its_history(app: Flask, client: FlaskClient) -> None:
    pilot, briefs = full_pilot()
    enter(client, pilot, Role.ANALYST)

    text = words(client.get(f"/pilots/{pilot.slug}/log?brief={briefs[0]}").text)

    assert "2 events on this page" in text
    assert text.index("Claimed c") < text.index("Submitted Customer")


def test_the_log_is_paged_by_id_and_loses_no_event(app: Flask, client: FlaskClient) -> None:
    pilot, briefs = full_pilot()
    with writing():
        for number in range(120):
            append("ticked", actor=SYSTEM, pilot_id=pilot.id, brief_id=briefs[0], number=number)
    enter(client, pilot, Role.OWNER)

    address, seen = f"/pilots/{pilot.slug}/log?kind=ticked", []
    while address:
        page = client.get(address).text
        seen += re.findall(r"number</span> (\d+)", page)
        older = re.search(r'href="([^"]*before=[^"]*)"', page)
        address = older.group(1).replace("&amp;", "&") if older else ""

    assert seen == [str(number) for number in reversed(range(120))]


@pytest.mark.parametrize(
    "query", ["brief=abc", "before=-1", "brief=99999999999999999999", "kind=" + "x" * 500]
)
def test_an_odd_filter_is_no_fault(app: Flask, client: FlaskClient, query: str) -> None:
    pilot, _ = full_pilot()
    enter(client, pilot, Role.OWNER)

    assert client.get(f"/pilots/{pilot.slug}/log?{query}").status_code == 200


def test_the_download_is_an_archive_and_stands_in_the_log(app: Flask, client: FlaskClient) -> None:
    pilot, briefs = full_pilot()
    enter(client, pilot, Role.ANALYST)

    chosen = {"format": "jsonl", "purpose": "measurement"}
    answer = client.post(f"/pilots/{pilot.slug}/log/export", data=chosen, buffered=True)

    assert answer.mimetype == "application/zip"
    assert "halfleaf-measurement.zip" in answer.headers["Content-Disposition"]
    pack = zipfile.ZipFile(io.BytesIO(answer.data))
    lines = pack.read("halfleaf-measurement/briefs.jsonl").decode().splitlines()
    assert [json.loads(line)["brief_id"] for line in lines] == briefs
    noted = db.session.scalars(select(Event).where(Event.kind == "exported")).one()
    assert (noted.payload["purpose"], noted.actor_kind) == ("measurement", "staff")


def test_a_download_without_a_purpose_is_refused_with_words(
    app: Flask, client: FlaskClient
) -> None:
    pilot, _ = full_pilot()
    enter(client, pilot, Role.OWNER)

    answer = client.post(f"/pilots/{pilot.slug}/log/export", data={"format": "csv"})

    assert answer.status_code == 422
    assert "Say what the data is for." in answer.text


def test_a_lead_reads_the_log_but_takes_nothing_away(app: Flask, client: FlaskClient) -> None:
    pilot, briefs = full_pilot()
    enter(client, pilot, Role.LEAD)

    page = client.get(f"/pilots/{pilot.slug}/log").text
    refused = client.post(
        f"/pilots/{pilot.slug}/log/export", data={"format": "csv", "purpose": "training"}
    )

    assert "Download" not in page
    assert refused.status_code == 403
    assert customer_of(briefs[0])
