"""Figures on their way to the page: intervals of many customers, bars, weeks, hidden parts."""

import random
from collections import Counter
from datetime import UTC, datetime

import pytest

from app.insights.charts import effort_chart, histogram_of, hours
from app.insights.figures import FOLDED, Share, share_of
from app.insights.kept import KeptShare, clusters_by, hide_all_if_one, ratio_interval
from app.insights.period import Period, period_of
from app.insights.rows import ShownPicks, Waited, Worked
from app.insights.statistics import share_by_customer
from app.insights.times import delivery_times, effort_figures
from app.pilots.definition import Promise

HOUR = 3600.0


def test_the_ratio_estimator_agrees_with_resampling_customers() -> None:
    draw = random.Random(1)  # noqa: S311 - figures to repeat, no secret
    people = [(draw.randint(0, 5), 5) for _ in range(450)]

    low, high = ratio_interval([(*pair, n) for pair, n in Counter(people).items()])

    resampled = share_by_customer(people, seed=1)
    assert low == pytest.approx(resampled.low, abs=0.004)
    assert high == pytest.approx(resampled.high, abs=0.004)


def test_clusters_sum_a_customers_picks_before_counting_customers() -> None:
    picks = [
        ShownPicks(1, "hand", "core", "yes", True, 2),
        ShownPicks(1, "hand", "wildcard", None, False, 1),
        ShownPicks(2, "hand", "core", "yes", True, 2),
        ShownPicks(2, "hand", "wildcard", "no", False, 1),
    ]

    found = clusters_by(picks, lambda pick: pick.arm)

    assert [(c.kept, c.shown, c.customers) for c in found] == [(2, 3, 2)]


def test_one_folded_part_folds_all() -> None:
    told = KeptShare("a", Share(1, 3), 7)

    assert hide_all_if_one([told, told]) == (told, told)
    assert all(part.share.is_folded for part in hide_all_if_one([told, KeptShare("b", FOLDED, 0)]))


@pytest.mark.parametrize(
    ("n", "fold", "is_folded", "has_share"),
    [
        (4, False, False, False),
        (4, True, True, False),
        (9, True, False, False),
        (10, True, False, True),
    ],
)
def test_what_may_be_told_depends_on_n(
    n: int, fold: bool, is_folded: bool, has_share: bool
) -> None:
    share = share_of(2, n, fold=fold)

    assert (share.is_folded, share.value is not None) == (is_folded, has_share)


def test_a_delivery_at_the_promise_is_not_drawn_as_late() -> None:
    waits = [Waited("hand", 24 * HOUR + 1, HOUR, is_late=False), Waited("hand", 25 * HOUR, 1, True)]

    times = delivery_times(waits, 24)

    assert [(b.start, b.late) for b in times.bins if b.count] == [(22, False), (24, True)]
    marker = histogram_of(times, 24).marker
    assert marker is not None
    assert marker.at == pytest.approx(24 / times.bins[-1].end)


def test_no_waiting_at_all_and_very_long_waits_fit_the_chart() -> None:
    assert len(delivery_times([Waited("hand", 0, 0, False)], None).bins) == 1
    assert len(delivery_times([Waited("hand", 5000 * HOUR, 0, True)], 24).bins) <= 18


def test_weeks_begin_on_monday_in_the_pilots_zone() -> None:
    zone = Promise(hours=24, time_zone="Europe/London").zone
    monday = datetime(2026, 3, 9, tzinfo=UTC).timestamp()
    work = [Worked(monday - 1, 60, 60, 60), Worked(monday, 60, 60, 240)]

    effort = effort_figures(work, zone)

    assert [(week.label, week.median) for week in effort.weeks] == [("Week 1", 3), ("Week 2", 6)]
    assert effort_chart(effort).is_told


@pytest.mark.parametrize(
    ("value", "words"), [(0, "0 h"), (0.5, "30 min"), (24, "24 h"), (2.5, "2.5 h"), (72, "3 d")]
)
def test_hours_read_in_the_best_unit(value: float, words: str) -> None:
    assert hours(value) == words


@pytest.mark.parametrize(
    ("text", "period"), [("7", Period.WEEK), (None, Period.WHOLE), ("x", Period.WHOLE)]
)
def test_an_unknown_period_means_the_whole_pilot(text: str | None, period: Period) -> None:
    assert period_of(text) is period
