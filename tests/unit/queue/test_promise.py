"""When an answer is promised, and that arms cannot be told apart by their release."""

from datetime import UTC, datetime, time, timedelta

import pytest
from ruamel.yaml import YAML

from app.pilots.definition import PilotDefinition, Promise, Release, WorkingHours
from app.queue.promise import promised_at, release_at
from tests.pilots import BOOKS

WEEK = WorkingHours(days=("mon", "tue", "wed", "thu", "fri"), opens=time(9), closes=time(17))
FRIDAY_16 = datetime(2026, 11, 20, 16, tzinfo=UTC)


def definition(**release: object) -> PilotDefinition:
    whole = PilotDefinition.model_validate(YAML(typ="safe").load(BOOKS))
    return whole.model_copy(update={"release": Release(**release)}) if release else whole


def test_the_promise_counts_plain_hours_when_no_working_hours_are_given() -> None:
    assert promised_at(FRIDAY_16, Promise(hours=24)) == FRIDAY_16 + timedelta(hours=24)


@pytest.mark.parametrize(
    ("hours", "due"),
    [
        (1, datetime(2026, 11, 20, 17, tzinfo=UTC)),
        (2, datetime(2026, 11, 23, 10, tzinfo=UTC)),
        (9, datetime(2026, 11, 23, 17, tzinfo=UTC)),
        (17, datetime(2026, 11, 24, 17, tzinfo=UTC)),
    ],
)
def test_the_promise_counts_working_hours_over_a_weekend(hours: float, due: datetime) -> None:
    assert promised_at(FRIDAY_16, Promise(hours=hours, working=WEEK)) == due


def test_the_promise_keeps_wall_clock_hours_when_the_clock_changes() -> None:
    saturday = datetime(2026, 10, 24, 15, 30, tzinfo=UTC)  # 16:30 in London, summer time
    monday = WorkingHours(days=("mon", "sat"), opens=time(9), closes=time(17))

    due = promised_at(saturday, Promise(hours=1, working=monday, time_zone="Europe/London"))

    assert due == datetime(2026, 10, 26, 9, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    "release",
    [
        {"when": "at_promise"},
        {"when": "after_minutes", "minutes": 90},
        {"when": "daily_at", "at": "08:00"},
    ],
    ids=lambda release: release["when"],
)
def test_the_release_does_not_tell_arms_apart(release: dict[str, object]) -> None:
    promised = FRIDAY_16 + timedelta(hours=24)
    moments = {
        release_at(
            definition(**release), submitted_at=FRIDAY_16, promised_at=promised, ready_at=ready
        )
        for ready in (FRIDAY_16, FRIDAY_16 + timedelta(minutes=50))
    }

    assert len(moments) == 1


def test_work_finished_late_is_released_after_its_undo() -> None:
    promised = FRIDAY_16 + timedelta(hours=24)
    late = promised + timedelta(hours=3)

    moment = release_at(definition(), submitted_at=FRIDAY_16, promised_at=promised, ready_at=late)

    assert moment == late + timedelta(seconds=30)
