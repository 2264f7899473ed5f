"""The demo's pilots: live ones with a past, and others that wait for somebody to go live."""

from flask import Flask

from app.automation.demo_data import HISTORY_OF_ALL, PEOPLE, seed_demo
from app.paths import SEED
from app.pilots.services import list_pilots
from tests.integration.automation.making import PASSWORD


def test_demo_opens_some_pilots_and_leaves_others_ready_to_go_live(app: Flask) -> None:
    told: list[str] = []
    passwords = {person.email: PASSWORD for person in PEOPLE}

    seed_demo(
        passwords,
        history={"wardrobe": 0},
        drafts=("garden", "renewal"),
        report=lambda words, _done, _total: told.append(words),
    )

    assert {pilot.slug: pilot.status for pilot in list_pilots(None)} == {
        "wardrobe": "live",
        "garden": "draft",
        "renewal": "draft",
    }
    assert all(pilot.is_demo for pilot in list_pilots(None))
    assert told[0] == "Importing pilot and catalogue of 'wardrobe'"


def test_demo_knows_every_pilot_that_ships() -> None:
    assert {path.stem for path in SEED.glob("pilots/*.yaml")} == set(HISTORY_OF_ALL)


def test_pilots_whose_arms_are_compared_have_three_hundred_customers_or_more() -> None:
    for slug in ("books", "garden", "renewal", "reading"):
        assert HISTORY_OF_ALL[slug] >= 300
