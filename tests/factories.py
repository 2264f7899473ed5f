"""Data for tests, made through the services, so that no test starts from an impossible state."""

import io
import secrets
from typing import Any

from flask.testing import FlaskClient

from app.accounts.services import add_staff, grant
from app.catalogue.importing import import_catalogue
from app.database import writing
from app.extensions import db
from app.intake.customers import address_hash
from app.intake.services import draft, save_step, start_draft, submit
from app.lifecycle import Role
from app.log import SYSTEM, Actor
from app.models import Assignment, Brief, Pilot, Staff
from app.pilots.info import PilotInfo
from app.pilots.services import get_pilot, go_live, import_pilot, pilot_key
from app.queue.assignment import draw_arm
from tests.pilots import BOOKS, BOOKS_CATALOGUE

PASSWORD = "correct horse battery staple"
ANSWERS: dict[str, Any] = {
    "mood": ["company"],
    "wish": "Something kind but not sugary.",
    "avoid": "Nothing about a parent being ill, please.",
    "budget": "30",
    "name": "Ana Lindqvist",
}


def make_pilot(
    text: str = BOOKS, catalogue: str = BOOKS_CATALOGUE, *, live: bool = True
) -> PilotInfo:
    """Import a pilot with its catalogue and open it."""
    pilot = import_pilot(text, actor=SYSTEM)
    import_catalogue(pilot.id, io.BytesIO(catalogue.encode()), name="catalogue.csv", actor=SYSTEM)
    if live:
        make_staff(pilot, Role.CURATOR, name="Resident Curator")
        return go_live(pilot.slug, actor=SYSTEM)
    return get_pilot(pilot.slug)


def make_staff(pilot: PilotInfo | None, *roles: Role, name: str = "Mara Okafor") -> Actor:
    """Add a member of staff with roles in a pilot."""
    address = f"{name.split()[0].lower()}-{secrets.token_hex(3)}@staff.example"
    staff_id = add_staff(address, name, PASSWORD)
    for role in roles if pilot else ():
        grant(pilot.id, staff_id, role, actor=SYSTEM)
    return Actor.staff(staff_id)


def make_draft(pilot: PilotInfo, *, address: str | None = None, **answers: Any) -> str:
    """Fill in a draft to its last step; return its public id."""
    public_id = start_draft(pilot)
    given = {**ANSWERS, "email": address or f"{secrets.token_hex(4)}@reader.example", **answers}
    for step in draft(public_id).form.steps:
        keys = [question.key for question in step.questions]
        save_step(public_id, step.key, {key: given[key] for key in keys if key in given})
    return public_id


def address_in(pilot: PilotInfo, arm: str) -> str:
    """Return a fresh address whose draw gives this arm."""
    salt = db.session.get_one(Pilot, pilot.id).salt
    while True:
        address = f"{secrets.token_hex(4)}@reader.example"
        key_hash = address_hash(pilot_key(pilot.id, "address"), address)
        if draw_arm(salt, key_hash, pilot.definition.arm_weights()).arm == arm:
            return address


def make_brief(
    pilot: PilotInfo, *, arm: str = "hand", address: str | None = None, **answers: Any
) -> Brief:
    """Submit a brief of a customer whom the draw gives this arm (or of this address)."""
    sent = submit(
        make_draft(pilot, address=address or address_in(pilot, arm), **answers),
        consents={consent.key: True for consent in pilot.definition.form.consents},
    )
    return db.session.get_one(Brief, sent.brief_id)


def drawn_arm(brief: Brief) -> str | None:
    """Return the arm the assignment says."""
    row = db.session.query(Assignment).filter_by(customer_id=brief.customer_id).one_or_none()
    return row.arm if row else None


def change(row: Any, **values: Any) -> None:
    """Set columns of a living row, as the passing of time would."""
    with writing():
        for key, value in values.items():
            setattr(row, key, value)
        db.session.add(row)


def sign_in(client: FlaskClient, who: Actor) -> None:
    """Sign a member of staff in through the form."""
    email = db.session.get_one(Staff, who.id).email
    answer = client.post("/login", data={"email": email, "password": PASSWORD})
    assert answer.status_code == 303, answer.text
