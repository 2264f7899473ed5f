"""Eight curators press "take next" at once, two hundred times: each brief goes out once."""

import threading
from collections import Counter

from flask import Flask
from sqlalchemy import select

from app.database import writing
from app.exceptions import Conflict
from app.extensions import db
from app.lifecycle import Role
from app.log import Actor
from app.models import Brief, Event
from app.pilots.info import PilotInfo
from app.queue.services import claim, take_next
from tests.factories import make_brief, make_pilot, make_staff

CURATORS = 8
BRIEFS = 200


def fill_queue(pilot: PilotInfo, count: int) -> set[int]:
    """Copy one submitted brief, so that the test spends its time on claiming."""
    first = make_brief(pilot)
    columns = {c.name for c in Brief.__table__.columns} - {"id", "public_id"}
    with writing():
        values = {name: getattr(db.session.get_one(Brief, first.id), name) for name in columns}
        for number in range(count - 1):
            db.session.add(Brief(public_id=f"copy-{number}", **values))
    return set(db.session.scalars(select(Brief.id)))


def race(app: Flask, curators: list[Actor], work: object) -> list[list[object]]:
    """Let every curator do `work` in a thread of their own, all starting together."""
    start = threading.Barrier(len(curators))
    results: list[list[object]] = [[] for _ in curators]
    faults: list[BaseException] = []

    def run(number: int) -> None:
        with app.app_context():
            start.wait()
            try:
                results[number] = list(work(curators[number]))  # type: ignore[operator]
            except BaseException as fault:
                faults.append(fault)
            finally:
                db.session.remove()

    threads = [threading.Thread(target=run, args=(number,)) for number in range(len(curators))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []
    return results


def test_each_brief_is_taken_exactly_once_when_eight_press_at_once(app: Flask) -> None:
    pilot = make_pilot()
    curators = [make_staff(pilot, Role.CURATOR, name=f"Curator {n}") for n in range(CURATORS)]
    waiting = fill_queue(pilot, BRIEFS)
    db.session.remove()

    def take_all(curator: Actor) -> list[object]:
        taken: list[object] = []
        while (brief_id := take_next([pilot.id], actor=curator)) is not None:
            taken.append(brief_id)
        return taken

    results = race(app, curators, take_all)

    taken = Counter(brief_id for result in results for brief_id in result)
    assert set(taken) == waiting
    assert set(taken.values()) == {1}
    claims = db.session.scalars(select(Event.brief_id).where(Event.kind == "claimed")).all()
    assert Counter(claims) == taken


def test_one_wins_and_seven_are_told_when_eight_want_the_same_brief(app: Flask) -> None:
    pilot = make_pilot()
    curators = [make_staff(pilot, Role.CURATOR, name=f"Curator {n}") for n in range(CURATORS)]
    brief_id = make_brief(pilot).id
    db.session.remove()

    def try_claim(curator: Actor) -> list[object]:
        try:
            claim(brief_id, actor=curator)
        except Conflict as refusal:
            return [str(refusal)]
        return ["won"]

    answers = [answer for result in race(app, curators, try_claim) for answer in result]

    assert answers.count("won") == 1
    assert sum("is working on this brief" in str(answer) for answer in answers) == CURATORS - 1
