"""Briefs that wait in the hand arm when the demo starts, so that its queue has work."""

from datetime import datetime, timedelta
from itertools import count

from sqlalchemy import select

from app.automation.inviting import invite
from app.automation.people import (
    Persona,
    address_of,
    draw_facts,
    taste_behind,
    with_identity,
)
from app.automation.pretended import LifeTime
from app.automation.scenario import Waiting
from app.automation.simulation import Stage, ask, set_stage
from app.clock import now, pretend
from app.database import writing
from app.extensions import db
from app.intake.customers import address_hash
from app.lifecycle import Arm
from app.models import Pilot
from app.pilots.services import pilot_key
from app.queue.assignment import draw_arm


def add_waiting(slug: str, *, until: datetime | None = None) -> int:
    """Submit the hand-written briefs of a demo pilot, some due soon, some late; return how many.

    The arm is drawn as for everybody; of a person's possible addresses one is taken that leads to
    the hand.
    """
    stage = set_stage(slug, seed=0, until=until or now())
    hours = stage.pilot.definition.promise.hours
    people = [_persona(stage, *each) for each in enumerate(stage.scenario.waiting)]
    with pretend(stage.until - timedelta(days=1, hours=2 * hours)):
        invite(stage.pilot, people)
    for person, wanted in zip(people, stage.scenario.waiting, strict=True):
        moment = stage.until - timedelta(hours=hours * wanted.age)
        with writing():
            time = LifeTime(moment - timedelta(minutes=4), stage.until)
            ask(stage, person, time, moment)
    return len(stage.scenario.waiting)


def _persona(stage: Stage, place: int, wanted: Waiting) -> Persona:
    definition = stage.pilot.definition
    address = _address_in_hand_arm(stage, wanted.name)
    answers = with_identity(definition.form, wanted.answers, wanted.name, address)
    rng = stage.rng("waiting", place)
    taste = taste_behind(rng, answers, definition, stage.scenario, stage.stock)
    facts = draw_facts(rng, stage.scenario, taste.budget_minor).told
    return Persona(-1 - place, wanted.name, answers, taste, may_train=True, facts=facts)


def _address_in_hand_arm(stage: Stage, name: str) -> str:
    secret = pilot_key(stage.pilot.id, "address")
    salt = db.session.scalar(select(Pilot.salt).where(Pilot.id == stage.pilot.id)) or ""
    weights = stage.pilot.definition.arm_weights()
    for mark in count(1):
        address = address_of(name, "" if mark == 1 else f"{mark}")
        if draw_arm(salt, address_hash(secret, address), weights).arm == Arm.HAND:
            return address
    raise AssertionError  # count() has no end
