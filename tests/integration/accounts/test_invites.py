"""Somebody is invited by mail or by link, joins once, and works as much as was agreed."""

import re
from datetime import timedelta

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from app import clock
from app.accounts.services import (
    disable_staff,
    hand_over_list,
    invite_staff,
    join_as,
    join_as_new,
    open_invites,
    revoke_invite,
    set_shift,
    set_workload,
    team_of,
)
from app.clock import now
from app.delivery.mails import render_mail
from app.exceptions import Conflict, Gone, Invalid, NotFound
from app.extensions import db
from app.lifecycle import Role
from app.log import Actor
from app.models import Event, OutboxRow, Staff, StaffInvite
from app.outbox.sender import letter_of
from app.queue.services import claim, take_next
from tests.factories import make_brief, make_pilot, make_staff
from tests.integration.accounts.conftest import PASSWORD, House, enter

LINK = re.compile(r"/join/[\w-]{43}")
NEW = "four unrelated tram words"


def owner(house: House) -> Actor:
    return Actor.staff(house.ids[Role.OWNER])


def test_a_mailed_invitation_carries_a_link_that_is_stored_nowhere(house: House) -> None:
    token = invite_staff(house.books.id, [Role.CURATOR], email="New@X.example", actor=owner(house))

    row = db.session.scalars(select(OutboxRow).where(OutboxRow.kind == "staff_invite")).one()
    mail = render_mail(letter_of(row))
    assert mail is not None
    assert mail.to == "new@x.example"
    assert f"/join/{token}" in mail.text
    assert mail.unsubscribe is None
    stored = db.session.scalars(select(StaffInvite)).one()
    assert token not in f"{row.ref}{row.key}{stored.token_hash}"


def test_a_revoked_invitation_is_not_mailed_and_opens_nothing(house: House) -> None:
    token = invite_staff(house.books.id, [Role.LEAD], email="new@x.example", actor=owner(house))
    invite = open_invites(house.books.id)[0]

    revoke_invite(house.books.id, invite.id, actor=owner(house))

    row = db.session.scalars(select(OutboxRow).where(OutboxRow.kind == "staff_invite")).one()
    assert render_mail(letter_of(row)) is None
    with pytest.raises(Gone):
        join_as(token, house.ids[Role.CURATOR])
    with pytest.raises(Conflict):
        revoke_invite(house.books.id, invite.id, actor=owner(house))


def test_another_pilots_owner_cannot_revoke_an_invitation(house: House) -> None:
    invite_staff(house.books.id, [Role.LEAD], actor=owner(house))

    with pytest.raises(Conflict):
        revoke_invite(house.fitting.id, open_invites(house.books.id)[0].id, actor=owner(house))

    assert len(open_invites(house.books.id)) == 1


def test_an_invitation_ends_after_a_week(house: House) -> None:
    token = invite_staff(house.books.id, [Role.LEAD], actor=owner(house))

    with clock.pretend(now() + timedelta(days=7, minutes=1)), pytest.raises(Gone):
        join_as_new(token, name="Late", email="late@x.example", password=NEW)


def test_an_invitation_is_used_once(house: House) -> None:
    token = invite_staff(house.books.id, [Role.CURATOR, Role.LEAD], actor=owner(house))

    staff_id = join_as_new(token, name="New One", email="new@x.example", password=NEW)

    joined = next(one for one in team_of(house.books.id) if one.id == staff_id)
    assert joined.roles == (Role.CURATOR, Role.LEAD)
    with pytest.raises(Gone):
        join_as(token, house.ids["stranger"])
    kinds = db.session.scalars(select(Event.kind).where(Event.pilot_id == house.books.id)).all()
    assert {"staff_invited", "staff_joined", "role_granted"} <= set(kinds)


def test_a_mailed_invitation_makes_the_account_of_its_own_address(house: House) -> None:
    token = invite_staff(house.books.id, [Role.LEAD], email="new@x.example", actor=owner(house))

    staff_id = join_as_new(token, name="New", email="other@x.example", password=NEW)

    assert db.session.get_one(Staff, staff_id).email == "new@x.example"


def test_somebody_who_works_here_already_is_asked_to_sign_in(house: House) -> None:
    token = invite_staff(house.books.id, [Role.LEAD], actor=owner(house))

    with pytest.raises(Conflict):
        join_as_new(token, name="Twice", email="curator@x.example", password=NEW)

    assert len(open_invites(house.books.id)) == 1, "a failed try does not use it up"


@pytest.mark.parametrize(
    "password", ["password1234", "P@ssw0rd2026!", "qwertyuiop12", "nova.person 12"], ids=str
)
def test_a_password_that_is_tried_first_is_refused(house: House, password: str) -> None:
    token = invite_staff(house.books.id, [Role.LEAD], actor=owner(house))

    with pytest.raises(Invalid) as refused:
        join_as_new(token, name="Nova Person", email="np@x.example", password=password)

    assert refused.value.field == "password"


def test_the_page_joins_a_new_person_and_signs_them_in(house: House, client: FlaskClient) -> None:
    token = invite_staff(house.books.id, [Role.CURATOR], actor=owner(house))

    shown = client.get(f"/join/{token}")
    weak = client.post(
        f"/join/{token}", data={"name": "N", "email": "n@x.example", "password": "short"}
    )
    made = client.post(
        f"/join/{token}", data={"name": "N", "email": "n@x.example", "password": NEW}
    )

    assert "Owner One" in shown.text
    assert "Five books" in shown.text
    assert weak.status_code == 422
    assert made.status_code == 303
    assert client.get("/queue").status_code == 200
    assert client.get(f"/join/{token}").status_code == 410
    assert client.get("/join/nothing").status_code == 404


def test_a_signed_in_person_adds_the_pilot_to_their_own(house: House, client: FlaskClient) -> None:
    token = invite_staff(house.books.id, [Role.LEAD], actor=owner(house))
    enter(client, "stranger")

    assert "Join as Other Owner" in client.get(f"/join/{token}").text
    client.post(f"/join/{token}")

    assert "Lead" in client.get("/pilots").text or client.get("/queue").status_code == 200


def test_an_owner_invites_on_the_team_page(house: House, client: FlaskClient) -> None:
    enter(client, "owner")
    page = "/pilots/halfleaf/team"

    by_link = client.post(f"{page}/invite", data={"email": "", "roles": ["curator"]})
    by_mail = client.post(f"{page}/invite", data={"email": "m@x.example", "roles": ["lead"]})
    nothing = client.post(f"{page}/invite", data={"email": "m@x.example"})
    bad = client.post(f"{page}/invite", data={"email": "no address", "roles": ["lead"]})

    assert LINK.search(by_link.text)
    assert by_mail.status_code == 303
    assert (nothing.status_code, bad.status_code) == (422, 422)
    team = client.get(page).text
    assert "m@x.example" in team
    assert not LINK.search(team), "the link is shown once"
    for invite in open_invites(house.books.id):
        assert client.post(f"{page}/invites/{invite.id}/revoke").status_code == 303
    assert open_invites(house.books.id) == []


def test_a_curator_may_not_invite(house: House, client: FlaskClient) -> None:
    enter(client, "curator")

    assert client.post("/pilots/halfleaf/team/invite", data={"roles": ["lead"]}).status_code == 403


def test_an_owner_says_what_somebody_knows_and_takes_on(house: House, client: FlaskClient) -> None:
    enter(client, "owner")
    page = f"/pilots/halfleaf/team/{house.ids[Role.CURATOR]}"

    saved = client.post(page, data={"expertise": "poetry, gardening , Poetry", "open_cap": "3"})
    wrong = client.post(page, data={"expertise": "", "open_cap": "0"})

    assert (saved.status_code, wrong.status_code) == (303, 422)
    curator = next(o for o in team_of(house.books.id) if o.id == house.ids[Role.CURATOR])
    assert curator.expertise == ("Poetry", "gardening")
    assert curator.open_cap == 3
    assert "3 at most" in client.get("/pilots/halfleaf/team").text
    assert client.get(f"/pilots/halfleaf/team/{house.ids['stranger']}").status_code == 404


def test_workload_of_a_stranger_is_not_the_owners_to_set(house: House) -> None:
    with pytest.raises(NotFound):
        set_workload(
            house.books.id, house.ids["stranger"], expertise="", open_cap=1, actor=owner(house)
        )


def test_nobody_off_shift_is_given_the_next_brief(app: object) -> None:
    pilot = make_pilot()
    mara = make_staff(pilot, Role.CURATOR)
    brief = make_brief(pilot)
    set_shift(mara.id or 0, on=False)

    with pytest.raises(Conflict, match="off shift"):
        take_next([pilot.id], actor=mara)

    claim(brief.id, actor=mara)  # this very one, chosen with open eyes
    listed = hand_over_list(pilot.id, but=0)
    assert [one.words for one in listed if one.id == mara.id] == ["Mara Okafor, off shift"]
    assert listed[-1].id == mara.id


def test_a_curator_at_the_cap_sends_one_before_the_next(app: object) -> None:
    pilot = make_pilot()
    mara, olu = make_staff(pilot, Role.CURATOR), make_staff(pilot, Role.OWNER, name="Olu")
    briefs = [make_brief(pilot) for _ in range(3)]
    set_workload(pilot.id, mara.id or 0, expertise="", open_cap=2, actor=olu)

    taken = [take_next([pilot.id], actor=mara) for _ in range(2)]

    assert None not in taken
    with pytest.raises(Conflict, match="2 open briefs"):
        take_next([pilot.id], actor=mara)
    left = next(brief for brief in briefs if brief.id not in taken)
    with pytest.raises(Conflict, match="as many as agreed"):
        claim(left.id, actor=mara)


def test_the_queue_says_why_there_is_no_next_brief(house: House, client: FlaskClient) -> None:
    enter(client, "curator")

    client.post("/account/shift", data={"on": "no", "back": "/queue"})
    refused = client.post("/queue/next", data={}, follow_redirects=True)

    assert "You are off shift" in refused.text
    assert "Go on shift" in client.get("/account").text


def test_an_owner_reads_queue_and_brief_but_takes_nothing(app: object, client: FlaskClient) -> None:
    pilot = make_pilot()
    olu = make_staff(pilot, Role.OWNER, name="Olu")
    brief = make_brief(pilot)
    email = db.session.get_one(Staff, olu.id).email
    client.post("/login", data={"email": email, "password": "correct horse battery staple"})

    assert "Take next" not in client.get("/queue").text
    shown = client.get(f"/briefs/{brief.id}")
    assert shown.status_code == 200
    assert "Take it" not in shown.text
    assert client.post(f"/briefs/{brief.id}/claim").status_code == 403


def test_whoever_is_shut_out_joins_nothing(house: House, client: FlaskClient) -> None:
    token = invite_staff(house.books.id, [Role.LEAD], actor=owner(house))
    enter(client, "stranger")
    disable_staff("stranger@x.example")

    answer = client.post(f"/join/{token}", data={"name": "S", "email": "", "password": PASSWORD})

    assert answer.status_code == 422
