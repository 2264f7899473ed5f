"""Time of the numbers page, the log page and an export with 10,000 briefs.

Run with `python -m pytest tests/bench/bench_insights.py -n 0 -s -m bench`; prints, asserts nothing.
"""

import random
import resource
import statistics
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from app.clock import now
from app.database import writing_connection
from app.extensions import db
from app.insights.exporting import export_pilot_log
from app.insights.services import insights_of
from app.lifecycle import Role
from app.log import SYSTEM
from app.models import Item, Search
from app.pilots.info import PilotInfo
from tests.factories import sign_in
from tests.integration.insights.making import Story, make_member, make_pilot, make_stories

pytestmark = pytest.mark.bench
BRIEFS, SEARCHES, LISTED = 10_000, 6, 24


def random_story(draw: random.Random) -> Story:
    arm = draw.choices(("hand", "segment", "generic"), (60, 20, 20))[0]
    chance = {"hand": 0.55, "segment": 0.4, "generic": 0.3}[arm]
    verdicts = [
        "yes" if draw.random() < chance else draw.choice(["no", "maybe", "have", None])
        for _ in range(3)
    ]
    return Story(
        arm,
        verdicts,
        submitted=now() - timedelta(minutes=draw.randint(20, 90) * 1440 + draw.randint(0, 1440)),
        late_hours=draw.choice([0] * 19 + [5]),
        scale=draw.choice(["3", "4", "5"]),
        comment=draw.choice([None, None, "A comment of some length, as people write them."]),
        effort=(draw.randint(30, 120), draw.randint(100, 900), draw.randint(60, 400)),
    )


def make_history(pilot: PilotInfo, count: int) -> None:
    draw = random.Random(7)  # noqa: S311 - a history to repeat, no secret
    for start in range(0, count, 500):
        briefs = make_stories(pilot, *[random_story(draw) for _ in range(min(500, count - start))])
        make_searches(pilot, briefs)


def make_searches(pilot: PilotInfo, briefs: list[int]) -> None:
    items = list(db.session.scalars(select(Item.id).where(Item.pilot_id == pilot.id)))
    row = {
        "pilot_id": pilot.id,
        "filters": {},
        "sort": "best",
        "mode": "all",
        "total": 900,
        "items": (items * LISTED)[:LISTED],
        "catalogue_version": 1,
        "settled_by": "time",
        "at": now(),
    }
    rows = [{**row, "brief_id": brief} for brief in briefs for _ in range(SEARCHES)]
    db.session.rollback()
    with writing_connection() as connection:
        connection.execute(Search.__table__.insert(), rows)


def median_ms(work: Callable[[], object], times: int = 5) -> float:
    spent = []
    for _ in range(times):
        began = time.perf_counter()
        work()
        spent.append((time.perf_counter() - began) * 1000)
        db.session.rollback()
    return statistics.median(spent)


def test_numbers_log_and_export(app: Flask, client: FlaskClient, tmp_path: Path) -> None:
    pilot = make_pilot()
    make_history(pilot, BRIEFS)
    sign_in(client, make_member(pilot, Role.OWNER))
    name = db.engine.dialect.name

    print(f"\n{name}, {BRIEFS} briefs")
    print(f"  figures               {median_ms(lambda: insights_of(pilot)):8.0f} ms")
    for page in ("insights", "insights?period=28", "log", "log?kind=submitted"):
        address = f"/pilots/{pilot.slug}/{page}"
        print(f"  {page:<22}{median_ms(lambda to=address: client.get(to)):8.0f} ms")
    before, began = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.perf_counter()
    export_pilot_log(
        pilot.slug, format="csv", purpose="measurement", out=tmp_path / "out", actor=SYSTEM
    )
    spent = time.perf_counter() - began
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    size = sum(path.stat().st_size for path in (tmp_path / "out").iterdir())
    told = f"{size / 1e6:.0f} MB of files, {grown / 1024:.0f} MB more memory"
    print(f"  export                {spent:8.1f} s, {told}")
