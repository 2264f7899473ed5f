"""A list of people becomes customers, facts and mails; a personal link proves who they are."""

import io
import re
from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select

from app.clock import now
from app.delivery.mails import render_mail
from app.exceptions import Conflict, Invalid
from app.extensions import db
from app.intake.services import (
    InviteReport,
    Mailing,
    count_invited,
    draft,
    guest_of,
    import_invitations,
    list_invited,
    mail_resume_link,
    save_step,
    send_unsent,
    start_draft,
    stop_mails,
    submit,
)
from app.lifecycle import Role
from app.log import SYSTEM
from app.models import (
    Brief,
    BriefAnswers,
    Customer,
    CustomerFact,
    CustomerIdentity,
    Item,
    OutboxRow,
    Pick,
)
from app.outbox.message import Mail, to_mime
from app.outbox.sender import letter_of
from app.pilots.info import PilotInfo
from app.pilots.services import set_status
from app.queue.services import answer, facts_for
from tests.factories import ANSWERS, change, make_brief, make_pilot, make_staff, sign_in
from tests.pilots import BOOKS

LIST = (
    "Address,Name,Cohort,Payment now,Tier,Tier basis,Basis\n"
    "ana@reader.example,Ana,may,312,gold,loyalty terms,contract\n"
    "ben@reader.example,Ben,may,280,,,contract\n"
)
WORD = re.compile(r"/stop/([\w.-]+)")


def read(pilot: PilotInfo, text: str = LIST, **values: object) -> InviteReport:
    source = io.BytesIO(text.encode())
    return import_invitations(pilot, source, name="people.csv", actor=SYSTEM, **values)  # type: ignore[arg-type]


def customer(address: str) -> Customer:
    db.session.expire_all()
    query = select(Customer).join(CustomerIdentity).where(CustomerIdentity.address == address)
    return db.session.scalars(query).one()


def mail_of(found: Customer) -> Mail | None:
    query = select(OutboxRow).where(OutboxRow.key == f"invitation:{found.id}")
    return render_mail(letter_of(db.session.scalars(query).one()))


def count(table: type) -> int:
    db.session.expire_all()
    return db.session.scalar(select(func.count()).select_from(table)) or 0


def begin(pilot: PilotInfo, address: str = "ana@reader.example") -> str:
    """Begin a brief by the personal link and fill it in."""
    public_id = start_draft(pilot, guest=guest_of(customer(address).public_id))
    for step in draft(public_id).form.steps:
        keys = [question.key for question in step.questions]
        save_step(public_id, step.key, {key: ANSWERS[key] for key in keys if key in ANSWERS})
    return public_id


def test_a_dry_run_counts_and_writes_nothing(app: Flask) -> None:
    pilot = make_pilot()

    report = read(pilot, dry_run=True)

    assert report.counts == {
        "new": 2, "changed": 0, "unchanged": 0, "skipped": 0, "failed": 0,
    }  # fmt: skip
    assert report.mails == 2
    assert report.facts == ("payment_now", "tier")
    assert (count(Customer), count(CustomerFact), count(OutboxRow)) == (0, 0, 0)


def test_an_import_keeps_people_facts_and_one_mail_each(app: Flask) -> None:
    pilot = make_pilot()

    read(pilot)

    ana = customer("ana@reader.example")
    facts = db.session.scalars(select(CustomerFact).where(CustomerFact.customer_id == ana.id))
    assert {(f.key, f.value, f.basis) for f in facts} == {
        ("payment_now", "312", "contract"),
        ("tier", "gold", "loyalty terms"),
    }
    assert ana.cohort == "may"
    assert ana.invited_at is not None
    assert ana.proven_at is None
    assert count(OutboxRow) == 2


def test_the_mail_carries_a_link_and_a_way_out_but_no_fact(app: Flask) -> None:
    read(make_pilot())

    mail = mail_of(customer("ana@reader.example"))

    assert mail is not None
    whole = to_mime(mail, mail_from="b@pilot.example", key="k", at=now())
    raw = bytes(whole).decode()
    assert re.search(r"^List-Unsubscribe: <http://127.0.0.1:8000/stop/[\w.-]+>\r?$", raw, re.M)
    assert whole["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert "/i/" in mail.text
    assert "312" not in mail.text + mail.html
    assert "gold" not in mail.text + mail.html
    rows = "".join(f"{row.ref}{row.key}" for row in db.session.scalars(select(OutboxRow)))
    assert "ana@" not in rows


def test_the_same_list_again_changes_nothing_and_mails_nobody(app: Flask) -> None:
    pilot = make_pilot()
    read(pilot)

    again = read(pilot)
    changed = read(pilot, LIST.replace("312", "299"))

    assert (again.unchanged, again.mails) == (2, 0)
    assert (changed.changed, changed.unchanged, changed.mails) == (1, 1, 0)
    assert count(OutboxRow) == 2
    values = select(CustomerFact.value).where(CustomerFact.key == "payment_now")
    assert set(db.session.scalars(values)) == {"299", "280"}


def test_each_bad_row_is_named_and_the_others_are_taken(app: Flask) -> None:
    text = LIST + (
        "no address,Cy,may,1,,,contract\n"
        "ANA@reader.example,Ana again,may,1,,,contract\n"
        "dee@reader.example,Dee,may,99,,,\n"
        f"eve@reader.example,{'E' * 121},may,,,,\n"
    )

    report = read(make_pilot(), text)

    assert (report.new, report.failed) == (2, 4)
    rows = sorted(row for group in report.problems for row, _ in group.rows)
    assert rows == [4, 5, 6, 7]
    assert {group.column for group in report.problems} == {"Address", "Basis", "Name"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("name,city\nAna,Bath\n", "no column called"),
        ("address,payment\na@x.example,3\n", "basis"),
        ("address,Tier,tier\na@x.example,3,4\n", "same name"),
        ("address,1st\na@x.example,3\n", "cannot name a fact"),
        ("", "empty"),
    ],
    ids=["no address", "no basis", "twice", "bad name", "empty"],
)
def test_a_list_that_cannot_be_understood_is_refused_whole(
    app: Flask, text: str, words: str
) -> None:
    pilot = make_pilot()

    with pytest.raises(Invalid, match=words):
        read(pilot, text)

    assert count(Customer) == 0


def test_a_brief_by_the_personal_link_asks_neither_name_nor_address(app: Flask) -> None:
    pilot = make_pilot()
    read(pilot)

    public_id = begin(pilot)

    asked = {question.key for question in draft(public_id).form.questions}
    assert asked == {"mood", "laugh_how", "wish", "avoid", "budget"}
    sent = submit(public_id, consents={"process": True, "training": True})
    brief = db.session.get_one(Brief, sent.brief_id)
    ana = customer("ana@reader.example")
    assert brief.customer_id == ana.id
    assert ana.proven_at is not None
    assert ana.may_train
    stored = db.session.get_one(BriefAnswers, brief.id).answers or {}
    assert (stored["name"], stored["email"]) == ("Ana", "ana@reader.example")
    assert count_invited(pilot.id).submitted == 1


def test_a_typed_address_shows_nothing_of_what_is_known_of_its_owner(app: Flask) -> None:
    pilot = make_pilot()
    read(pilot)

    typed = make_brief(pilot, address="ana@reader.example")
    by_link = submit(begin(pilot), consents={"process": True})

    assert typed.customer_id == customer("ana@reader.example").id
    assert facts_for(typed) == ()
    own = facts_for(db.session.get_one(Brief, by_link.brief_id))
    assert [(fact.key, fact.label) for fact in own] == [
        ("payment_now", "Payment now"),
        ("tier", "Tier"),
    ]


def test_a_rule_may_look_at_a_known_fact(app: Flask) -> None:
    text = BOOKS.replace(
        "arms: {hand: 60, segment: 20, generic: 20}", "arms: {segment: 1}"
    ).replace(
        "rules:\n",
        "rules:\n"
        "  - {when: {fact.tier: gold}, pick: {item: lamplighter, slot: core, reason: Gold.}}\n",
    )
    pilot = make_pilot(text)
    read(pilot)
    sent = submit(begin(pilot), consents={"process": True})

    assert answer(sent.brief_id)

    brief = db.session.get_one(Brief, sent.brief_id)
    picked = select(Item.key).join(Pick, Pick.item_id == Item.id)
    assert (
        "lamplighter"
        in db.session.scalars(picked.where(Pick.selection_id == brief.selection_id)).all()
    )


def test_the_way_back_to_a_guests_draft_goes_to_the_known_address(app: Flask) -> None:
    pilot = make_pilot()
    read(pilot)
    public_id = begin(pilot)

    mail_resume_link(public_id, "thief@elsewhere.example")

    row = db.session.scalars(select(OutboxRow).where(OutboxRow.kind == "resume")).one()
    mail = render_mail(letter_of(row))
    assert mail is not None
    assert mail.to == "ana@reader.example"


def test_whoever_stopped_the_mails_is_left_alone(app: Flask) -> None:
    pilot = make_pilot()
    read(pilot)
    ana = customer("ana@reader.example")
    mail = mail_of(ana)
    assert mail is not None
    word = WORD.search(mail.text)
    assert word is not None

    stop_mails(word[1])
    stop_mails(word[1])

    assert mail_of(ana) is None
    assert read(pilot, LIST.replace("312", "1")).skipped == 1
    assert count_invited(pilot.id).stopped == 1


def test_one_click_stops_mails_without_session_or_token(app: Flask, client: FlaskClient) -> None:
    read(make_pilot())
    mail = mail_of(customer("ana@reader.example"))
    assert mail is not None
    address = f"/stop/{WORD.search(mail.text)[1]}"  # type: ignore[index]
    app.config["WTF_CSRF_ENABLED"] = True
    client.sends_token = False  # type: ignore[attr-defined]

    looked = client.get(address)
    before = count_invited(1).stopped
    pressed = client.post(address, data={"List-Unsubscribe": "One-Click"})

    assert (looked.status_code, before) == (200, 0), "a scanner's GET stops nothing"
    assert pressed.status_code == 200
    assert count_invited(1).stopped == 1
    assert client.get("/stop/made-up").status_code == 404


def test_nothing_is_sent_before_the_pilot_is_live(app: Flask) -> None:
    pilot = make_pilot(live=False)

    with pytest.raises(Invalid, match="not live"):
        read(pilot)

    report = read(pilot, mailing=Mailing(sends=False))
    assert (report.new, report.mails) == (2, 0)
    with pytest.raises(Conflict):
        send_unsent(pilot, actor=SYSTEM)


def test_those_not_asked_yet_are_mailed_later_once(app: Flask) -> None:
    pilot = make_pilot()
    read(pilot, mailing=Mailing(sends=False))

    assert send_unsent(pilot, actor=SYSTEM) == 2
    assert send_unsent(pilot, actor=SYSTEM) == 0


def test_a_mail_may_wait_for_its_time(app: Flask) -> None:
    later = now() + timedelta(days=2)

    read(make_pilot(), mailing=Mailing(at=later))

    assert {row.due_at for row in db.session.scalars(select(OutboxRow))} == {later}


def test_a_closed_pilot_invites_nobody(app: Flask) -> None:
    pilot = make_pilot()
    set_status(pilot.slug, "closed", actor=SYSTEM)

    with pytest.raises(Conflict):
        read(PilotInfo(**{**_fields(pilot), "status": "closed"}))


def _fields(pilot: PilotInfo) -> dict[str, object]:
    return {name: getattr(pilot, name) for name in pilot.__slots__}


def test_an_erased_customer_is_neither_found_nor_mailed(app: Flask) -> None:
    pilot = make_pilot()
    read(pilot)
    ana = customer("ana@reader.example")
    change(ana, erased_at=now())

    assert mail_of(ana) is None
    assert read(pilot).skipped == 1


def test_the_link_leads_to_the_start_page_and_leaves_the_address_bar(
    app: Flask, client: FlaskClient
) -> None:
    pilot = make_pilot()
    read(pilot)
    mail = mail_of(customer("ana@reader.example"))
    assert mail is not None
    link = re.search(r"/i/[\w-]{43}", mail.text)
    assert link is not None

    entered = client.get(link[0])
    page = client.get(entered.headers["Location"])

    assert entered.headers["Location"] == "/p/halfleaf"
    assert "Welcome, Ana" in page.text
    assert "312" not in page.text
    assert customer("ana@reader.example").proven_at is None, "a GET proves nothing"
    client.post("/p/halfleaf", data={})
    assert customer("ana@reader.example").proven_at is not None
    assert list_invited(pilot.id).lines[-1].state == "opened"
    assert client.get("/i/" + "x" * 43).status_code == 404


def test_the_brief_marks_known_beside_asked(app: Flask, client: FlaskClient) -> None:
    pilot = make_pilot(BOOKS.replace("hand: 60, segment: 20, generic: 20", "hand: 1"))
    read(pilot)
    sent = submit(begin(pilot), consents={"process": True})
    sign_in(client, make_staff(pilot, Role.CURATOR))

    page = client.get(f"/briefs/{sent.brief_id}").text

    assert "312" in page
    assert "basis: contract" in page
    assert ">asked<" in page


def test_the_screen_takes_a_list_through_its_dry_run(app: Flask, client: FlaskClient) -> None:
    pilot = make_pilot()
    sign_in(client, make_staff(pilot, Role.OWNER, name="Olu Owner"))
    base = "/pilots/halfleaf/invitations"

    empty = client.get(base)
    nothing = client.post(f"{base}/import", data={})
    bad = client.post(f"{base}/import", data={"pasted": "name\nAna\n"})
    looked = client.post(f"{base}/import", data={"pasted": LIST})
    check = looked.headers["Location"]
    shown = client.get(check)
    unsaid = client.post(check, data={"sending": "at"})
    done = client.post(check, data={"sending": "at", "at": "2031-05-03T09:00"})

    assert "Nobody invited yet" in empty.text
    assert (nothing.status_code, bad.status_code) == (422, 422)
    assert "payment now" in shown.text
    assert unsaid.status_code == 422
    assert done.status_code == 303
    listed = client.get(base).text
    assert "ana@reader.example" in listed
    assert {row.due_at.isoformat() for row in db.session.scalars(select(OutboxRow))} == {
        "2031-05-03T08:00:00+00:00"
    }
    assert client.get(check).status_code == 410


def test_an_analyst_sees_counts_and_no_address(app: Flask, client: FlaskClient) -> None:
    pilot = make_pilot()
    read(pilot)
    sign_in(client, make_staff(pilot, Role.ANALYST, name="Ana Lyst"))

    page = client.get("/pilots/halfleaf/invitations")

    assert page.status_code == 200
    assert "reader.example" not in page.text
    assert client.get("/pilots/halfleaf/invitations/import").status_code == 403


def test_simulated_people_are_sent_nothing(app: Flask) -> None:
    pilot = make_pilot()

    report = read(pilot, mailing=Mailing(is_simulated=True))

    assert (report.new, report.mails) == (2, 0)
    assert customer("ana@reader.example").is_simulated
    assert send_unsent(pilot, actor=SYSTEM) == 0
