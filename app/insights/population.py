"""Which briefs count and what of their customers' doings: the conditions all figures share.

A brief counts when it was submitted, is no test, and is not simulated (demo pilots count their
simulated ones).  Only a brief's first delivery counts, and only what happened within its window;
of a changed answer the latest counts.

Figures join plain tables along their indexes and derive tables last: SQLite without statistics
takes a derived table for tiny and would walk through it once for each brief.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Float, and_, case, exists, false, func, or_, select
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.orm import aliased
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement

from app.extensions import db
from app.lifecycle import Status
from app.models import Brief, Delivery, Outcome
from app.pilots.info import PilotInfo
from app.pilots.services import definition_of

ANSWERS = ("verdict", "took_set", "closing", "call_to_action")
FIRST_DELIVERY = and_(Delivery.brief_id == Brief.id, Delivery.attempt == 1)
IN_TIME = and_(
    Outcome.brief_id == Brief.id,
    Outcome.delivery_id == Delivery.id,
    Outcome.at <= Outcome.window_closes_at,
)
LATEST_FIRST = (Outcome.at.desc(), Outcome.id.desc())
WOULD_PAY = "would_pay"
PAYING = ("yes", "4", "5")


class Epoch(FunctionElement[float]):
    """A moment as seconds since 1970, so that a duration is a subtraction on both databases."""

    type = Float()
    inherit_cache = True
    name = "epoch"


@compiles(Epoch, "sqlite")
def _epoch_sqlite(element: Epoch, compiler: SQLCompiler, **values: Any) -> str:
    return f"((julianday({compiler.process(element.clauses, **values)}) - 2440587.5) * 86400.0)"


@compiles(Epoch, "postgresql")
def _epoch_postgresql(element: Epoch, compiler: SQLCompiler, **values: Any) -> str:
    moment = compiler.process(element.clauses, **values)
    return f"CAST(extract(epoch FROM {moment}) AS double precision)"


@dataclass(frozen=True, slots=True)
class Population:
    """The briefs one set of figures is about, at one moment."""

    pilot_id: int
    counts_simulated: bool
    moment: datetime
    since: datetime | None
    kept_keys: Mapping[int, frozenset[str]]

    def _counts_ever(self, brief: type[Brief]) -> ColumnElement[bool]:
        condition = and_(brief.pilot_id == self.pilot_id, brief.is_test.is_(False))
        if self.counts_simulated:
            return condition
        return and_(condition, brief.is_simulated.is_(False))

    def begun(self) -> ColumnElement[bool]:
        """Return the condition for briefs begun in the period, submitted or not."""
        if self.since is None:
            return self._counts_ever(Brief)
        moment = func.coalesce(Brief.submitted_at, Brief.created_at)
        return and_(self._counts_ever(Brief), moment >= self.since)

    def counts(self) -> ColumnElement[bool]:
        """Return the condition for briefs that were submitted in the period and count."""
        condition = and_(self._counts_ever(Brief), Brief.submitted_at.is_not(None))
        return (
            condition if self.since is None else and_(condition, Brief.submitted_at >= self.since)
        )

    def is_first(self) -> ColumnElement[int]:
        """Return 1 for a customer's first brief, whatever the period."""
        earlier = aliased(Brief)
        is_earlier = or_(
            earlier.submitted_at < Brief.submitted_at,
            and_(earlier.submitted_at == Brief.submitted_at, earlier.id < Brief.id),
        )
        same = and_(earlier.customer_id == Brief.customer_id, self._counts_ever(earlier))
        return case((exists().where(same, is_earlier), 0), else_=1)

    def is_matured(self) -> ColumnElement[bool]:
        """Return the condition for briefs whose outcome window has closed."""
        return Brief.window_closes_at <= self.moment

    def is_kept(
        self, version: ColumnElement[Any], value: ColumnElement[Any]
    ) -> ColumnElement[bool]:
        """Return the condition for a verdict that keeps the pick, by its pilot file."""
        versions: dict[frozenset[str], list[int]] = {}
        for version_id, keys in self.kept_keys.items():
            versions.setdefault(keys, []).append(version_id)
        if len(versions) == 1:
            return value.in_(next(iter(versions)))
        parts = [and_(version.in_(ids), value.in_(keys)) for keys, ids in versions.items()]
        return or_(false(), *parts)


def stage() -> ColumnElement[str]:
    """Return how far a brief came: delivered, withdrawn before it, declined, or still open."""
    return case(
        (Delivery.id.is_not(None), "delivered"),
        (Brief.status == Status.WITHDRAWN.value, "withdrawn"),
        (Brief.status == Status.DECLINED.value, "declined"),
        else_="open",
    )


def population_of(pilot: PilotInfo, moment: datetime, since: datetime | None) -> Population:
    """Return the population of a pilot's figures."""
    used = select(Brief.pilot_version_id).where(Brief.pilot_id == pilot.id).distinct()
    kept = {
        version_id: frozenset(v.key for v in definition_of(version_id).verdicts if v.kept)
        for version_id in db.session.scalars(used).all()
    }
    return Population(pilot.id, pilot.is_demo, moment, since, kept)


def any_of(condition: ColumnElement[bool]) -> ColumnElement[int]:
    """Return 1 for a group in which the condition holds for a row."""
    return func.max(case((condition, 1), else_=0))
