"""Every figure of the insights page against small cases counted by hand."""

from datetime import timedelta

import pytest
import time_machine
from flask import Flask

from app.insights.period import Period
from app.insights.services import Insights, comments_of, insights_document, insights_of
from app.insights.statistics import newcombe_difference, wilson
from app.log import SYSTEM
from app.pilots.info import PilotInfo
from tests.integration.insights.making import (
    COMMENT,
    MARKER,
    START,
    Story,
    customer_of,
    make_pilot,
    make_stories,
)

YES2 = ("yes", "yes", "no")
ONE = ("yes", "no", "maybe")
AFTER = START + timedelta(days=40)


def figures(pilot: PilotInfo, *, fold: bool = False, period: Period = Period.WHOLE) -> Insights:
    with time_machine.travel(AFTER, tick=False):
        return insights_of(pilot, period=period, fold=fold)


def arm(found: Insights, name: str) -> tuple[int | None, int | None]:
    share = next(result.share for result in found.arms if result.arm == name)
    return share.count, share.n


def test_each_arm_counts_matured_customers_by_the_plans_measure(app: Flask) -> None:
    pilot = make_pilot()
    make_stories(
        pilot,
        Story("hand", YES2),
        Story("hand", ONE),
        Story("segment", ("yes", "yes", "yes")),
        Story("generic", ("no", "no", "have")),
    )

    found = figures(pilot)

    assert (arm(found, "hand"), arm(found, "segment"), arm(found, "generic")) == (
        (1, 2),
        (1, 1),
        (0, 1),
    )
    assert found.standing.matured == 4
    assert all(result.share.value is None for result in found.arms)


def test_declined_and_never_delivered_count_as_no(app: Flask) -> None:
    pilot = make_pilot()
    make_stories(
        pilot,
        Story("hand", YES2),
        Story("hand", is_delivered=False, status="declined"),
        Story("hand", is_delivered=False, status="waiting"),
    )

    assert arm(figures(pilot), "hand") == (1, 3)


def test_withdrawn_before_delivery_stands_apart_and_after_it_counts(app: Flask) -> None:
    pilot = make_pilot()
    make_stories(
        pilot,
        Story("hand", is_delivered=False, status="withdrawn"),
        Story("hand", YES2, status="withdrawn"),
    )

    found = figures(pilot)

    assert arm(found, "hand") == (1, 1)
    assert found.arms[0].withdrawn == 1


def test_customers_whose_window_is_open_stand_beside(app: Flask) -> None:
    pilot = make_pilot()
    make_stories(
        pilot, Story("hand", YES2), Story("hand", YES2, submitted=AFTER - timedelta(days=3))
    )

    found = figures(pilot)

    assert arm(found, "hand") == (1, 1)
    assert found.arms[0].not_matured == 1


def test_a_verdict_after_the_window_does_not_count(app: Flask) -> None:
    pilot = make_pilot()
    late = timedelta(days=14, seconds=1)
    make_stories(
        pilot,
        Story("hand", YES2, answered_after=late),
        Story("hand", ("yes", "no", "no"), further=[(2, "yes", late)]),
        Story("hand", YES2, answered_after=timedelta(days=14)),
    )

    assert arm(figures(pilot), "hand") == (1, 3)


def test_of_a_changed_verdict_the_latest_counts(app: Flask) -> None:
    pilot = make_pilot()
    make_stories(
        pilot,
        Story("hand", YES2, further=[(1, "no", timedelta(hours=1))]),
        Story("hand", ("no", "yes", "no"), further=[(1, "yes", timedelta(hours=1))]),
    )

    found = figures(pilot)

    assert arm(found, "hand") == (1, 2)
    assert (found.kept.share.count, found.kept.share.n) == (3, 6)


def test_a_second_brief_of_the_same_customer_is_not_counted(app: Flask) -> None:
    pilot = make_pilot()
    first = make_stories(pilot, Story("hand", ONE))[0]
    again = Story("hand", YES2, submitted=START + timedelta(days=5), customer_id=customer_of(first))
    make_stories(pilot, again)

    found = figures(pilot)

    assert arm(found, "hand") == (0, 1)
    assert found.kept.customers == 1
    assert (found.kept.share.count, found.kept.share.n) == (3, 6)
    assert found.funnel.steps[1].count == 2


def test_a_period_never_makes_a_later_brief_the_first(app: Flask) -> None:
    pilot = make_pilot()
    first = make_stories(pilot, Story("hand", ONE))[0]
    again = Story(
        "hand", YES2, submitted=AFTER - timedelta(days=25), customer_id=customer_of(first)
    )
    fresh = Story("hand", YES2, submitted=AFTER - timedelta(days=25))
    make_stories(pilot, again, fresh)

    found = figures(pilot, period=Period.MONTH)

    assert arm(found, "hand") == (1, 1)
    assert found.arms[0].verdict == "part"
    assert found.funnel.steps[1].count == 2


@pytest.mark.parametrize("is_demo", [True, False], ids=["demo", "real"])
def test_only_a_demo_counts_simulated_briefs_and_none_counts_tests(
    app: Flask, is_demo: bool
) -> None:
    pilot = make_pilot(is_demo=is_demo)
    make_stories(
        pilot,
        Story("hand", YES2),
        Story("hand", YES2, is_simulated=True),
        Story("hand", YES2, is_test=True),
    )

    found = figures(pilot)

    assert arm(found, "hand") == ((2, 2) if is_demo else (1, 1))
    assert found.simulated == (1 if is_demo else 0)
    assert found.tests_left_out == 1


def test_shares_and_contrasts_are_told_from_ten_customers_on(app: Flask) -> None:
    pilot = make_pilot()
    make_stories(
        pilot,
        *[Story("hand", YES2)] * 8,
        *[Story("hand", ONE)] * 4,
        *[Story("generic", YES2)] * 3,
        *[Story("generic", ONE)] * 7,
        *[Story("segment", YES2)] * 9,
    )

    found = figures(pilot)

    hand, contrast = found.arms[0].share, found.contrasts[0]
    interval, difference = wilson(8, 12), newcombe_difference(8, 12, 3, 10)
    assert (hand.value, hand.low, hand.high) == (8 / 12, interval.low, interval.high)
    assert (contrast.first, contrast.second) == ("hand", "generic")
    assert contrast.difference == pytest.approx(8 / 12 - 3 / 10)
    assert (contrast.low, contrast.high) == (difference.low, difference.high)
    assert {c.verdict for c in found.contrasts} == {"early"}
    assert found.contrasts[1].difference is None
    assert "too early to tell" in found.findings["arms"]


def test_a_verdict_waits_for_the_planned_number(app: Flask) -> None:
    pilot = make_pilot()
    make_stories(pilot, *[Story("hand", YES2)] * 40, *[Story("generic", ONE)] * 20)

    found = figures(pilot)

    assert found.standing.may_judge
    assert found.contrasts[0].verdict == "ahead"
    assert [r.verdict for r in found.arms] == ["above", "early", "below"]
    assert found.findings["arms"].startswith("More customers kept at least 2 books by hand")


def test_picks_kept_are_told_per_arm_and_slot(app: Flask) -> None:
    pilot = make_pilot()
    make_stories(pilot, *[Story("hand", YES2)] * 10, *[Story("generic", ONE)] * 10)

    found = figures(pilot)

    assert found.kept.share.value == pytest.approx(30 / 60)
    by_slot = {slot.name: (slot.share.count, slot.share.n) for slot in found.kept_by_slot}
    assert by_slot == {"Sure thing": (30, 40), "Wild card": (0, 20)}
    assert found.kept_by_arm[0].share.value == pytest.approx(20 / 30)
    assert found.findings["slots"] == "Wild card is kept least, Sure thing most"


def test_have_it_already_is_no_no_and_reasons_follow_the_answer_that_counts(app: Flask) -> None:
    pilot = make_pilot()
    make_stories(
        pilot,
        Story("hand", ("have", "no", None), reasons={2: "sad"}),
        Story("hand", ("no", "no", "no"), reasons={1: "genre", 2: "sad"}),
        Story("hand", ("no", "no", "no"), reasons={1: "genre"}, further=[(1, "yes", timedelta(1))]),
    )

    found = figures(pilot)

    rows = {row.key: (row.meaning, row.total) for row in found.verdicts}
    assert rows == {
        "yes": ("kept", 1),
        "maybe": ("not kept", 0),
        "have": ("already", 1),
        "no": ("not kept", 6),
        "": ("unanswered", 1),
    }
    assert [(r.label, r.count) for r in found.reasons] == [("Too sad", 2), ("Not my kind", 1)]


def test_time_to_delivery_is_held_against_the_promise(app: Flask) -> None:
    pilot = make_pilot()
    make_stories(pilot, *[Story("hand")] * 9, Story("hand", late_hours=6))

    times = figures(pilot).times

    assert (times.n, times.late, times.median_hours) == (10, 1, pytest.approx(24))
    assert times.on_time is not None
    assert times.on_time.value == 0.9
    assert times.median_ready_hours == pytest.approx(3)
    assert [(b.start, b.count, b.late) for b in times.bins if b.count] == [
        (22, 9, False),
        (30, 1, True),
    ]


def test_effort_is_told_by_week_for_the_hand_alone(app: Flask) -> None:
    pilot = make_pilot()
    week = timedelta(days=7)
    make_stories(
        pilot,
        *[Story("hand", effort=(120, 600, 480))] * 5,
        *[Story("hand", effort=(60, 300, 240), submitted=START + week)] * 5,
        Story("hand", effort=(0, 0, 0)),
        Story("generic"),
    )

    found = figures(pilot)

    assert [(w.label, w.n, w.median) for w in found.effort.weeks] == [
        ("Week 1", 5, 20),
        ("Week 2", 5, 10),
    ]
    assert (found.effort.weeks[0].read, found.effort.weeks[0].write) == (2, 8)
    assert found.effort.unmeasured == 1
    assert found.findings["effort"] == "Effort is falling: 20 minutes in week 1, 10 in week 2"


def test_the_funnel_counts_briefs_from_the_form_to_the_measure(app: Flask) -> None:
    pilot = make_pilot()
    make_stories(
        pilot,
        Story("hand", YES2),
        Story("generic", ONE),
        Story("generic", is_opened=False),
        Story("hand", is_delivered=False, status="claimed"),
        Story("hand", is_delivered=False, status="declined"),
        *[Story("hand", is_delivered=False, status="withdrawn")] * 2,
    )

    funnel = figures(pilot).funnel

    assert [step.count for step in funnel.steps] == [7, 7, 3, 2, 2, 1]
    assert [step.count for step in funnel.arms[2].steps] == [2, 2, 1, 1, 0]
    assert [(a.label, a.count) for a in funnel.asides] == [
        ("still in work", 1),
        ("declined", 1),
        ("withdrawn before delivery", 2),
    ]


def test_closing_scale_gives_a_mean_from_ten_answers_on(app: Flask) -> None:
    pilot = make_pilot()
    make_stories(
        pilot,
        *[Story("hand", scale="5")] * 6,
        *[Story("hand", scale="2")] * 4,
        *[Story("generic", scale="4")] * 3,
    )

    closing = {scale.arm: (scale.n, scale.mean) for scale in figures(pilot).closing}

    assert closing == {
        "By hand": (10, pytest.approx(3.8)),
        "By rules": (0, None),
        "One list": (3, None),
    }


def test_fewer_than_five_customers_are_folded_for_an_analyst(app: Flask) -> None:
    pilot = make_pilot()
    make_stories(pilot, *[Story("hand", YES2)] * 6, *[Story("generic", ONE)] * 4)

    found = figures(pilot, fold=True)

    assert [result.share.is_folded for result in found.arms] == [False, True, True]
    assert found.arms[2].verdict == "folded"
    assert all(share.share.is_folded for share in found.kept_by_arm)
    assert found.kept.share.n == 30
    assert {row.key: row.counts for row in found.verdicts}["maybe"] == (0, 0, None)
    assert {row.key: row.total for row in found.verdicts}["maybe"] is None
    assert all(arm.steps[0].count is None for arm in found.funnel.arms)
    assert found.funnel.steps[1].count == 10


def test_comments_are_read_newest_first_with_what_was_kept(app: Flask) -> None:
    pilot = make_pilot()
    make_stories(pilot, Story("hand", YES2, comment="first"), Story("hand", ONE, comment=COMMENT))

    with time_machine.travel(AFTER, tick=False):
        comments = comments_of(pilot, period=Period.WHOLE, limit=1, actor=SYSTEM)

    assert (comments.total, [(c.words, c.kept) for c in comments.newest]) == (2, [(COMMENT, 1)])


def test_an_empty_pilot_has_figures_that_say_so(app: Flask) -> None:
    found = figures(make_pilot())

    assert found.findings["arms"] == "No customer's window has closed yet"
    assert found.findings["funnel"] == "Nobody has started the form yet"
    assert found.times.n == 0


def test_the_document_is_plain_json_without_names(app: Flask) -> None:
    pilot = make_pilot()
    make_stories(pilot, Story("hand", YES2, comment=COMMENT))

    text = str(insights_document(pilot.slug))

    assert MARKER.lower() not in text.lower()
    assert "'matured': 1" in text
