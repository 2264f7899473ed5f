"""The export's files join, name nobody, and say the same thing twice."""

import csv
import hashlib
import io
import json
import zipfile
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select

from app.database import writing
from app.exceptions import Invalid
from app.extensions import db
from app.insights.export_tables import TABLES
from app.insights.exporting import export_archive, export_pilot_log
from app.lifecycle import Role
from app.log import SYSTEM, append, keep_words
from app.models import Brief, Customer, Event, Item, Look, Pick, Search
from app.pilots.info import PilotInfo
from tests.integration.insights.making import (
    COMMENT,
    MARKER,
    START,
    Story,
    make_member,
    make_pilot,
    make_stories,
)

YES2 = ("yes", "yes", "no")
Rows = dict[str, list[dict[str, Any]]]


def export(pilot: PilotInfo, out: Path, *, purpose: str = "measurement", **options: Any) -> Rows:
    export_pilot_log(pilot.slug, format="jsonl", purpose=purpose, out=out, actor=SYSTEM, **options)
    return {
        table.name: [
            json.loads(line) for line in (out / f"{table.name}.jsonl").read_text().splitlines()
        ]
        for table in TABLES
    }


def a_search(pilot: PilotInfo, brief_id: int) -> None:
    items = db.session.scalars(select(Item.id).order_by(Item.id)).all()
    staff_id = make_member(pilot, Role.CURATOR).id
    with writing():
        row = Search(
            pilot_id=pilot.id,
            brief_id=brief_id,
            staff_id=staff_id,
            filters={"genre": ["Novel"]},
            sort="best",
            mode="all",
            total=2,
            items=[items[1], items[0]],
            catalogue_version=1,
            settled_by="time",
            at=START,
        )
        db.session.add(row)
        db.session.flush()
        keep_words("search", row.id, "words", MARKER, pilot_id=pilot.id, brief_id=brief_id)
        version = db.session.get_one(Item, items[1]).current_version_id
        look = {"item_id": items[1], "item_version_id": version, "search_id": row.id}
        db.session.add(Look(pilot_id=pilot.id, brief_id=brief_id, at=START, **look))


def test_files_join_by_their_ids(app: Flask, tmp_path: Path) -> None:
    pilot = make_pilot()
    hand, generic = make_stories(
        pilot, Story("hand", YES2, late_hours=1), Story("generic", ("no", None, None))
    )

    files = export(pilot, tmp_path)

    briefs = {row["brief_id"]: row for row in files["briefs"]}
    assert set(briefs) == {hand, generic}
    assert briefs[hand]["released_at"] == "2026-03-03T10:00:00.000Z"
    assert briefs[hand]["opened_at"] == "2026-03-05T09:00:00.000Z"
    assert briefs[hand]["arm_probability"] == 0.6
    assert len(briefs[hand]["arm_hash"]) == 64
    assert {row["brief_id"] for row in files["selections"]} == {hand, generic}
    selections = {row["selection_id"]: row for row in files["selections"]}
    assert all(
        selections[pick["selection_id"]]["customer"] == pick["customer"] for pick in files["picks"]
    )
    verdicts = [row for row in files["outcomes"] if row["kind"] == "verdict"]
    picks = {row["pick_id"]: row for row in files["picks"]}
    assert [picks[row["pick_id"]]["slot"] for row in verdicts] == [
        "core",
        "core",
        "wildcard",
        "core",
    ]
    assert {row["item_id"] for row in files["picks"]} == {row["item_id"] for row in files["items"]}


def test_a_human_choice_has_no_propensity_and_a_rules_has_one(app: Flask, tmp_path: Path) -> None:
    pilot = make_pilot()
    make_stories(pilot, Story("hand", YES2), Story("generic", YES2))

    found = {(row["source"], row["propensity"]) for row in export(pilot, tmp_path)["picks"]}

    assert found == {("curator", None), ("rule", 1.0)}


def test_the_outcome_that_counts_is_the_latest_in_time(app: Flask, tmp_path: Path) -> None:
    pilot = make_pilot()
    late, soon = timedelta(days=20), timedelta(hours=1)
    make_stories(pilot, Story("hand", ("yes",), further=[(1, "maybe", soon), (1, "no", late)]))

    outcomes = export(pilot, tmp_path)["outcomes"]

    found = [
        (row["value"], row["in_window"], row["counts"])
        for row in outcomes
        if row["kind"] == "verdict"
    ]
    assert found == [("yes", True, False), ("maybe", True, True), ("no", False, False)]


def test_searches_are_exploded_by_rank(app: Flask, tmp_path: Path) -> None:
    pilot = make_pilot()
    brief_id = make_stories(pilot, Story("hand", YES2))[0]
    a_search(pilot, brief_id)
    items = db.session.scalars(select(Item.id).order_by(Item.id)).all()

    rows = export(pilot, tmp_path)["candidates"]

    found = [
        (row["console_rank"], row["item_id"], row["listed"], row["viewed"], row["picked"])
        for row in rows
    ]
    assert found == [
        (1, items[1], True, True, True),
        (2, items[0], True, False, True),
        (None, items[2], False, False, True),
    ]
    assert rows[0]["filters"] == {"genre": ["Novel"]}


@pytest.mark.parametrize("file_format", ["csv", "jsonl"])
def test_nothing_names_or_quotes_a_customer(app: Flask, tmp_path: Path, file_format: str) -> None:
    pilot = make_pilot()
    brief_id = make_stories(pilot, Story("hand", YES2, comment=COMMENT, may_train=True))[0]
    a_search(pilot, brief_id)
    with writing():
        append("slip", actor=SYSTEM, pilot_id=pilot.id, brief_id=brief_id, words=f"{MARKER} says")
        append("slip", actor=SYSTEM, pilot_id=pilot.id, brief_id=brief_id, at_fault="a@b.example")

    paths = export_pilot_log(
        pilot.slug, format=file_format, purpose="training", out=tmp_path, actor=SYSTEM
    )

    text = "".join(path.read_text() for path in paths)
    assert MARKER.lower() not in text.lower()
    assert "a@b.example" not in text
    assert '"mood"' in text.replace('""', '"')


def test_training_takes_only_customers_who_agreed(app: Flask, tmp_path: Path) -> None:
    pilot = make_pilot()
    agreed, _refused = make_stories(pilot, Story("hand", YES2, may_train=True), Story("hand", YES2))

    files = export(pilot, tmp_path, purpose="training")

    for name in ("briefs", "selections", "candidates", "picks", "outcomes"):
        assert {row["brief_id"] for row in files[name]} == {agreed}, name
    assert {row["brief_id"] for row in files["events"]} <= {agreed, None}


def test_an_erased_customer_is_no_training_data_but_still_counts(
    app: Flask, tmp_path: Path
) -> None:
    pilot = make_pilot()
    brief_id = make_stories(pilot, Story("hand", YES2, may_train=True))[0]
    with writing():
        customer = db.session.get_one(Customer, db.session.get_one(Brief, brief_id).customer_id)
        customer.erased_at = START

    assert export(pilot, tmp_path / "t", purpose="training")["picks"] == []
    assert len(export(pilot, tmp_path / "m")["picks"]) == 3


@pytest.mark.parametrize(
    ("is_demo", "asked", "count"), [(False, False, 1), (False, True, 3), (True, False, 3)]
)
def test_made_up_history_stays_out_of_a_real_pilot_unless_asked(
    app: Flask, tmp_path: Path, is_demo: bool, asked: bool, count: int
) -> None:
    pilot = make_pilot(is_demo=is_demo)
    make_stories(
        pilot,
        Story("hand", YES2),
        Story("hand", YES2, is_simulated=True),
        Story("hand", YES2, is_test=True),
    )

    briefs = export(pilot, tmp_path, with_unreal=asked)["briefs"]

    assert len(briefs) == count
    assert briefs[0]["is_simulated"] is False


def test_drafts_and_frozen_briefs_stay_inside(app: Flask, tmp_path: Path) -> None:
    pilot = make_pilot()
    frozen, draft = make_stories(pilot, Story("hand", YES2), Story("hand", is_delivered=False))
    with writing():
        db.session.get_one(Brief, frozen).is_frozen = True
        db.session.get_one(Brief, draft).submitted_at = None

    files = export(pilot, tmp_path)

    assert not any(files[name] for name in ("briefs", "picks", "outcomes"))
    assert {row["brief_id"] for row in files["events"]} == {None}


def test_the_same_facts_give_the_same_files_and_the_export_is_an_event(
    app: Flask, tmp_path: Path
) -> None:
    pilot = make_pilot()
    make_stories(pilot, Story("hand", YES2), Story("generic", YES2))

    for name in ("one", "two"):
        export_pilot_log(
            pilot.slug, format="csv", purpose="measurement", out=tmp_path / name, actor=SYSTEM
        )

    first, second = (
        {path.name: path.read_bytes() for path in (tmp_path / name).iterdir()}
        for name in ("one", "two")
    )
    assert first == second
    events = db.session.scalars(select(Event).where(Event.kind == "exported")).all()
    assert [event.payload["rows"]["picks"] for event in events] == [6, 6]
    assert events[0].payload["purpose"] == "measurement"


def test_the_manifest_proves_each_file(app: Flask, tmp_path: Path) -> None:
    pilot, out = make_pilot(), tmp_path / "out"
    make_stories(pilot, Story("hand", YES2), Story("generic", YES2))

    export(pilot, out)

    manifest = json.loads((out / "manifest.json").read_text())
    assert manifest["selections_made_by"] == {"human": 1, "rule": 1}
    assert {file["name"] for file in manifest["files"]} == {path.name for path in out.iterdir()} - {
        "manifest.json"
    }
    for file in manifest["files"]:
        assert hashlib.sha256((out / file["name"]).read_bytes()).hexdigest() == file["sha256"]
    readme = (out / "README.md").read_text()
    assert all(f"| {column} |" in readme for table in TABLES for column in table.columns)


def test_csv_and_json_lines_say_the_same(app: Flask, tmp_path: Path) -> None:
    pilot = make_pilot()
    make_stories(pilot, Story("hand", YES2))

    lines = export(pilot, tmp_path)
    export_pilot_log(pilot.slug, format="csv", purpose="measurement", out=tmp_path, actor=SYSTEM)

    for table in TABLES:
        with (tmp_path / f"{table.name}.csv").open(newline="") as stream:
            rows = list(csv.DictReader(stream))
        assert len(rows) == len(lines[table.name])
    assert len(db.session.scalars(select(Pick)).all()) == 3


def test_the_archive_holds_the_files_and_leaves_nothing_behind(app: Flask, tmp_path: Path) -> None:
    pilot = make_pilot()
    folder = tmp_path / "data"
    folder.mkdir()

    archive = export_archive(
        pilot.slug, format="csv", purpose="measurement", folder=folder, actor=SYSTEM
    )

    names = zipfile.ZipFile(io.BytesIO(archive.read())).namelist()
    archive.close()
    assert "halfleaf-measurement/manifest.json" in names
    assert len(names) == len(TABLES) + 2
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize(("file_format", "purpose"), [("xml", "training"), ("csv", "fun")])
def test_an_unknown_format_or_purpose_is_refused(
    app: Flask, tmp_path: Path, file_format: str, purpose: str
) -> None:
    pilot = make_pilot()

    with pytest.raises(Invalid):
        export_pilot_log(
            pilot.slug, format=file_format, purpose=purpose, out=tmp_path, actor=SYSTEM
        )
