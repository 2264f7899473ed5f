"""The simulated past of each shipped pilot shows what that pilot is there to show."""

from collections.abc import Callable, Iterable

import pytest

from app.automation.taste import values_of
from tests.unit.automation.lives import Life, lives, world

MANY = 400
SLUGS = ("books", "wardrobe", "garden", "renewal", "reading", "finder")


def share(found: Iterable[Life], wanted: Callable[[Life], bool], arm: str = "hand") -> float:
    answers = [wanted(life) for life in found if life.arm == arm]
    return sum(answers) / len(answers)


def kept_at_least(count: int) -> Callable[[Life], bool]:
    return lambda life: life.kept >= count


def called(life: Life) -> bool:
    return life.called


def kept_share(found: Iterable[Life], role: str) -> float:
    given = [reaction == "kept" for life in found for at, _, reaction in life.given if at == role]
    return sum(given) / len(given)


@pytest.mark.parametrize("slug", SLUGS)
def test_every_arm_fills_every_place(slug: str) -> None:
    size = world(slug).definition.size

    assert {len(life.given) for life in lives(slug, 60)} == {size}


def test_individual_offer_beats_the_brochure_three_times_over_in_renewal() -> None:
    found = lives("renewal", MANY)

    hand, brochure = share(found, called), share(found, called, "generic")

    assert 0.28 <= hand <= 0.42
    assert 0.05 <= brochure <= 0.16


def test_offers_that_are_kept_ask_for_less_than_those_that_are_not() -> None:
    told = [
        (life.persona.taste.rise(card), reaction)
        for life in lives("renewal", MANY)
        if life.arm == "hand"
        for _, card, reaction in life.given
    ]
    kept = [rise for rise, reaction in told if reaction == "kept"]
    others = [rise for rise, reaction in told if reaction == "refused"]

    assert sum(kept) / len(kept) < sum(others) / len(others)


def test_every_invited_driver_is_known_to_pay_something_now() -> None:
    for life in lives("renewal", 60):
        assert float(life.persona.facts["payment_now"]) > 0
        assert {"vehicle", "agreement_ends", "balance", "value_now"} <= set(life.persona.facts)


def test_rules_by_three_factors_come_close_to_the_hand_in_reading() -> None:
    found = lives("reading", MANY)

    hand, rules, digest = (share(found, called, arm) for arm in ("hand", "segment", "generic"))

    assert hand >= rules - 0.05
    assert hand - rules < rules - digest + 0.05
    assert rules > digest + 0.08


def test_job_at_hand_beats_one_list_for_all_in_garden() -> None:
    found = lives("garden", MANY)

    hand, rules, everybody = (
        share(found, kept_at_least(2), arm) for arm in ("hand", "segment", "generic")
    )

    assert hand > rules > everybody
    assert hand > everybody + 0.15


def test_what_serves_the_job_is_kept_more_than_what_does_not_in_garden() -> None:
    fitting, other = [], []
    for life in lives("garden", MANY):
        wanted = life.persona.taste.asked.get("job", frozenset())
        for _, card, reaction in life.given:
            serves = not wanted.isdisjoint(values_of(card, "job"))
            (fitting if serves else other).append(reaction == "kept")

    assert sum(fitting) / len(fitting) > 1.4 * sum(other) / len(other)


def test_one_in_three_talks_to_the_engineer_in_finder() -> None:
    found = lives("finder", 120)

    assert 0.22 <= share(found, called) <= 0.45
    assert kept_share(found, "core") > kept_share(found, "simpler") > kept_share(found, "room")


def test_wildcard_is_kept_less_and_opens_new_styles_in_wardrobe() -> None:
    found = lives("wardrobe", MANY)

    def strange(role: str) -> float:
        kept = [
            life.persona.taste.asked["style"].isdisjoint(values_of(card, "style"))
            for life in found
            for at, card, reaction in life.given
            if at == role and reaction == "kept"
        ]
        return sum(kept) / len(kept)

    assert kept_share(found, "wildcard") < kept_share(found, "core") - 0.05
    assert strange("wildcard") > 1.5 * strange("core")


def test_hand_beats_rules_and_rules_beat_the_house_list_in_books() -> None:
    found = lives("books", MANY)

    hand, rules, house = (
        share(found, kept_at_least(3), arm) for arm in ("hand", "segment", "generic")
    )

    assert hand > rules > house
