"""A draft keeps what was typed, drops what no longer applies, and refuses what cannot be."""

import pytest
from flask import Flask
from sqlalchemy import select

from app.exceptions import Conflict, Gone, Invalid, NotFound, StaleVersion, TooMany
from app.extensions import db
from app.intake import links
from app.intake.services import (
    answers_of,
    draft,
    mail_resume_link,
    open_draft_among,
    save_step,
    start_draft,
    submit,
)
from app.log import SYSTEM
from app.models import Brief, BriefAnswers, Event, OutboxRow
from app.pilots.services import get_pilot, set_status
from tests.factories import change, make_draft, make_pilot


def test_a_draft_is_begun_on_the_form_in_force(app: Flask) -> None:
    pilot = make_pilot()

    view = draft(start_draft(pilot))

    assert (view.status, view.form_version_id, view.answers) == ("draft", pilot.form_id, {})
    assert db.session.scalars(select(Event.kind).where(Event.brief_id == view.brief_id)).all() == [
        "draft_begun"
    ]


@pytest.mark.parametrize("status", ["paused", "closed"])
def test_no_draft_is_begun_where_the_pilot_takes_none(app: Flask, status: str) -> None:
    pilot = make_pilot()
    set_status(pilot.slug, status, actor=SYSTEM)

    with pytest.raises(Gone):
        start_draft(get_pilot(pilot.slug))


def test_each_step_is_saved_and_counts_a_version(app: Flask) -> None:
    public_id = start_draft(make_pilot())

    view = save_step(public_id, "mood", {"mood": ["slow", "company"]})

    assert view.answers == {"mood": ["company", "slow"]}
    assert view.version == 2
    assert view.gap is not None
    assert view.gap.key == "wish"


def test_an_answer_made_stale_is_dropped_and_asked_again(app: Flask) -> None:
    public_id = start_draft(make_pilot())
    save_step(public_id, "mood", {"mood": ["laugh"], "laugh_how": "dry"})

    save_step(public_id, "mood", {"mood": ["slow"], "laugh_how": "dry"})
    view = save_step(public_id, "mood", {"mood": ["laugh"]})

    assert view.answers == {"mood": ["laugh"]}
    assert view.gap is not None
    assert view.gap.key == "mood"


def test_a_hidden_question_is_not_checked(app: Flask) -> None:
    public_id = start_draft(make_pilot())

    view = save_step(public_id, "mood", {"mood": ["slow"], "laugh_how": "nonsense"})

    assert view.answers == {"mood": ["slow"]}


def test_what_cannot_be_is_refused_with_words_by_question(app: Flask) -> None:
    public_id = start_draft(make_pilot())

    with pytest.raises(Invalid) as refusal:
        save_step(public_id, "wish", {"wish": "", "avoid": "x" * 3000, "budget": "2"})

    assert set(refusal.value.problems) == {"wish", "avoid", "budget"}
    assert draft(public_id).answers == {}


def test_back_keeps_what_is_no_answer_yet(app: Flask) -> None:
    public_id = start_draft(make_pilot())

    view = save_step(public_id, "wish", {"wish": "", "budget": "abc"}, unchecked=True)

    assert view.answers == {"wish": None, "budget": "abc"}
    assert view.gap is not None


def test_a_second_window_with_other_answers_is_told(app: Flask) -> None:
    public_id = start_draft(make_pilot())
    seen = draft(public_id).version
    save_step(public_id, "wish", {"wish": "first window"}, version=seen)

    with pytest.raises(StaleVersion) as refusal:
        save_step(public_id, "wish", {"wish": "second window"}, version=seen)

    assert refusal.value.theirs["wish"] == "first window"


def test_the_same_answers_saved_twice_are_no_conflict(app: Flask) -> None:
    public_id = start_draft(make_pilot())
    seen = draft(public_id).version
    save_step(public_id, "wish", {"wish": "once"}, version=seen)

    assert save_step(public_id, "wish", {"wish": "once"}, version=seen).answers["wish"] == "once"


def test_a_sent_brief_is_not_written_to(app: Flask) -> None:
    public_id = make_draft(make_pilot())
    submit(public_id, consents={"process": True})

    with pytest.raises(Conflict):
        save_step(public_id, "wish", {"wish": "too late"})


def test_answers_leave_out_what_was_left_open(app: Flask) -> None:
    public_id = start_draft(make_pilot())
    view = save_step(public_id, "wish", {"wish": "kind", "avoid": "", "budget": "12.50"})

    assert answers_of(view.brief_id) == {"wish": "kind", "budget": 1250}


def test_erased_answers_are_none(app: Flask) -> None:
    view = draft(make_draft(make_pilot()))
    change(db.session.get_one(BriefAnswers, view.brief_id), answers=None)

    assert answers_of(view.brief_id) == {}


def test_the_newest_open_draft_of_the_pilot_is_found(app: Flask) -> None:
    pilot = make_pilot()
    sent, unfinished = make_draft(pilot), start_draft(pilot)
    submit(sent, consents={"process": True})

    assert open_draft_among(pilot.id, [sent, unfinished, "unknown"]) == unfinished
    assert open_draft_among(pilot.id, [sent]) is None


def test_a_link_back_is_mailed_and_works(app: Flask) -> None:
    public_id = start_draft(make_pilot())

    view = mail_resume_link(public_id, "Ana@reader.example")

    row = db.session.scalars(select(OutboxRow)).one()
    grant = links.open_link(links.link_token(view.brief_id, "resume"))
    assert (row.kind, row.brief_id) == ("resume", view.brief_id)
    assert "reader.example" not in str(row.ref)
    assert (grant.public_id, grant.kind, grant.proves_address) == (public_id, "resume", False)
    assert view.address == "Ana@reader.example"


def test_links_to_one_address_are_capped_over_all_drafts(app: Flask) -> None:
    pilot = make_pilot()
    for _ in range(3):
        mail_resume_link(start_draft(pilot), "ana@reader.example")

    with pytest.raises(TooMany):
        mail_resume_link(start_draft(pilot), "ANA@reader.example")

    assert mail_resume_link(start_draft(pilot), "ben@reader.example").address


def test_a_link_back_ends_with_the_draft(app: Flask) -> None:
    pilot = make_pilot()
    public_id = make_draft(pilot, address="ana@reader.example")
    view = mail_resume_link(public_id, "ana@reader.example")
    token = links.link_token(view.brief_id, "resume")

    submit(public_id, consents={"process": True})

    with pytest.raises(Gone):
        links.open_link(token)


def test_an_unknown_token_leads_nowhere(app: Flask) -> None:
    with pytest.raises(NotFound):
        links.open_link("x" * 43)


def test_a_new_generation_ends_links_and_cookies(app: Flask) -> None:
    sent = submit(make_draft(make_pilot()), consents={"process": True})
    token = links.link_token(sent.brief_id, "mail")

    change(db.session.get_one(Brief, sent.brief_id), link_generation=2)

    with pytest.raises(Gone):
        links.open_link(token)
    with pytest.raises(Gone):
        links.confirm(sent.public_id, "screen", 1)


def test_links_survive_a_new_secret(app: Flask) -> None:
    sent = submit(make_draft(make_pilot()), consents={"process": True})
    old = links.link_token(sent.brief_id, "mail")

    app.config["SECRET_KEY_FALLBACKS"] = [app.config["SECRET_KEY"]]
    app.config["SECRET_KEY"] = "another-0123456789-abcdefghijklmnopqrstuvwxyz"

    assert links.link_token(sent.brief_id, "mail") == old
    assert links.open_link(old).public_id == sent.public_id


def test_a_test_link_is_signed_for_one_pilot(app: Flask) -> None:
    token = links.make_test_token("halfleaf", "hand")

    assert links.read_test_token(token, "halfleaf") == "hand"
    for wrong in (token + "x", "", "a.b.c"):
        with pytest.raises(NotFound):
            links.read_test_token(wrong, "halfleaf")
    with pytest.raises(NotFound):
        links.read_test_token(token, "fitting")
