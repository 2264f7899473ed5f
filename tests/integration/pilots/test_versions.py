"""Whoever began on a version stays on it: the customer's form, the curator's desk."""

from flask import Flask

from app.console.desk import desk_of
from app.extensions import db
from app.intake.services import draft, save_step, start_draft, submit
from app.lifecycle import Role
from app.log import SYSTEM
from app.models import Brief
from app.pilots.services import get_pilot, import_pilot
from app.queue.services import claim
from tests.factories import ANSWERS, address_in, make_brief, make_pilot, make_staff
from tests.pilots import BOOKS

LATER = BOOKS.replace(
    "        - {key: name, kind: short_text, label: Your first name, role: name, max_length: 80}\n",
    "        - {key: shoe, kind: short_text, label: Your shoe size}\n",
).replace("label: Keep me company", "label: Be with me")


def test_a_customer_halfway_through_an_old_version_finishes_it(app: Flask) -> None:
    pilot = make_pilot()
    public_id = start_draft(pilot)
    first, *rest = draft(public_id).form.steps
    save_step(public_id, first.key, {"mood": ["company"]})

    import_pilot(LATER, actor=SYSTEM)
    answers = {**ANSWERS, "email": address_in(pilot, "hand")}
    for step in rest:
        asked = {question.key for question in step.questions}
        save_step(public_id, step.key, {k: v for k, v in answers.items() if k in asked})
    sent = submit(public_id, consents={"process": True, "training": False})

    brief = db.session.get_one(Brief, sent.brief_id)
    assert get_pilot("halfleaf").version_number == 2
    assert (brief.pilot_version_id, brief.form_version_id) == (pilot.version_id, pilot.form_id)
    assert brief.status == "waiting"
    now = draft(start_draft(get_pilot("halfleaf"))).form
    assert "shoe" in {question.key for question in now.questions}
    assert "shoe" not in {question.key for question in draft(public_id).form.questions}


def test_a_brief_is_curated_with_its_own_version(app: Flask) -> None:
    pilot = make_pilot()
    brief = make_brief(pilot)
    curator = make_staff(pilot, Role.CURATOR)

    import_pilot(LATER, actor=SYSTEM)
    claim(brief.id, actor=curator)
    desk = desk_of(brief.id)

    moods = {question.key: question for question in desk.form.questions}["mood"]
    assert "Keep me company" in [option.label for option in moods.options]
    assert desk.definition.form == pilot.definition.form
