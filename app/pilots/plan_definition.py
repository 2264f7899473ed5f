"""Plan, look and promise as the pilot file says them (pure)."""

from datetime import date, time
from enum import StrEnum
from typing import Literal
from zoneinfo import ZoneInfo, available_timezones

from pydantic import Field, field_validator, model_validator

from app.pilots.form_definition import LongWords, Part


class Disclosure(StrEnum):
    """What the customer is told about who chose (DESIGN.md, fairness between arms)."""

    NAMED = "named"
    NEUTRAL = "neutral"
    REVEALED = "revealed"


class MeasureKind(StrEnum):
    """The fixed list of per-customer measures (METHOD.md 2.1)."""

    ANSWERED = "answered"
    KEPT_AT_LEAST = "kept_at_least"
    TOOK_SET = "took_set"
    CALL_TO_ACTION = "call_to_action"
    WOULD_PAY = "would_pay"


class Measure(Part):
    """The primary measure: a yes or no per customer."""

    kind: MeasureKind
    k: int = Field(default=1, ge=1)


class Strategy(Part):
    """The strategy sheet: why this pilot, in the team's own words."""

    personal_means: str = Field(default="", max_length=2000)
    worth_to_customer: str = Field(default="", max_length=2000)
    worth_to_business: str = Field(default="", max_length=2000)
    felt_how: str = Field(default="", max_length=2000)
    people: str = Field(default="", max_length=2000)
    abilities: str = Field(default="", max_length=2000)
    data: str = Field(default="", max_length=2000)
    stop_if: str = Field(default="", max_length=2000)


class Plan(Part):
    """What is believed, how it will be judged, and when it ends."""

    strategy: Strategy = Strategy()

    hypothesis: LongWords
    measure: Measure
    baseline: str = ""
    target: float = Field(gt=0, lt=1)
    guardrail: str = ""
    least_n: int = Field(ge=1)
    planned_n: int = Field(ge=1)
    window_days: int = Field(default=14, ge=1, le=365)
    ends: date | None = None


class WorkingHours(Part):
    """The days and hours that count towards the promise."""

    days: tuple[Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"], ...] = Field(min_length=1)
    opens: time
    closes: time

    @model_validator(mode="after")
    def _opens_before_it_closes(self) -> "WorkingHours":
        if self.opens >= self.closes:
            raise ValueError("working hours must open before they close")
        return self


class Promise(Part):
    """When the answer comes, in hours (working hours where these are given)."""

    hours: float = Field(gt=0, le=24 * 90)
    time_zone: str = "UTC"
    working: WorkingHours | None = None

    @field_validator("time_zone")
    @classmethod
    def _known_zone(cls, value: str) -> str:
        if value not in available_timezones():
            raise ValueError(f"'{value}' is no time zone; write one such as Europe/London")
        return value

    @property
    def zone(self) -> ZoneInfo:
        """Return the pilot's time zone."""
        return ZoneInfo(self.time_zone)


class Release(Part):
    """When a finished selection reaches the customer."""

    when: Literal["at_promise", "at_once", "after_minutes", "daily_at"]
    minutes: int | None = Field(default=None, ge=1)
    at: time | None = None

    @model_validator(mode="after")
    def _is_complete(self) -> "Release":
        if self.when == "after_minutes" and self.minutes is None:
            raise ValueError("release after_minutes needs 'minutes'")
        if self.when == "daily_at" and self.at is None:
            raise ValueError("release daily_at needs 'at'")
        return self


class Caps(Part):
    """How many briefs are taken; beyond them people wait on a list."""

    open_briefs: int | None = Field(default=None, ge=1)
    per_day: int | None = Field(default=None, ge=1)
    in_all: int | None = Field(default=None, ge=1)
