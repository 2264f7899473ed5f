"""Which briefs count and what their customers did in time: the SQL all figures are built on.

A brief counts when it was submitted, is no test, and is not simulated (demo pilots count their
simulated ones).  Only a brief's first delivery counts, and only what happened within its window;
of a changed answer the latest counts.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from sqlalchemy import CTE, ColumnElement, Float, and_, case, false, func, or_, select
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement

from app.extensions import db
from app.lifecycle import Status
from app.models import Brief, Delivery, Outcome, Pick
from app.pilots.info import PilotInfo
from app.pilots.services import definition_of

ANSWERS = ("verdict", "took_set", "closing", "call_to_action")
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


@dataclass(frozen=True)
class Population:
    """The briefs one set of figures is about, at one moment; its parts are built once."""

    pilot_id: int
    counts_simulated: bool
    moment: datetime
    since: datetime | None
    kept_keys: Mapping[int, frozenset[str]]

    def _is_counted(self) -> ColumnElement[bool]:
        condition = and_(Brief.pilot_id == self.pilot_id, Brief.is_test.is_(False))
        return (
            condition if self.counts_simulated else and_(condition, Brief.is_simulated.is_(False))
        )

    def is_begun(self) -> ColumnElement[bool]:
        """Return the condition for briefs begun in the period, submitted or not."""
        if self.since is None:
            return self._is_counted()
        begun = func.coalesce(Brief.submitted_at, Brief.created_at)
        return and_(self._is_counted(), begun >= self.since)

    @cached_property
    def briefs(self) -> CTE:
        """The briefs that count; `nth` is 1 for a customer's first one, whatever the period."""
        ranked = (
            select(
                Brief.id,
                Brief.customer_id,
                Brief.arm,
                Brief.status,
                Brief.pilot_version_id,
                Brief.submitted_at,
                Brief.promised_at,
                Brief.is_simulated,
                case((Brief.window_closes_at <= self.moment, 1), else_=0).label("matured"),
                func.row_number()
                .over(partition_by=Brief.customer_id, order_by=(Brief.submitted_at, Brief.id))
                .label("nth"),
            )
            .where(self._is_counted(), Brief.submitted_at.is_not(None))
            .subquery()
        )
        query = select(ranked)
        if self.since is not None:
            query = query.where(ranked.c.submitted_at >= self.since)
        return query.cte("counted_briefs")

    @cached_property
    def deliveries(self) -> CTE:
        """The first delivery of each brief."""
        return (
            select(Delivery.id, Delivery.brief_id, Delivery.selection_id, Delivery.at)
            .where(Delivery.pilot_id == self.pilot_id, Delivery.attempt == 1)
            .cte("first_deliveries")
        )

    @cached_property
    def outcomes(self) -> CTE:
        """What counts of the outcomes: in time, and the latest of each kind and pick."""
        same = (Outcome.delivery_id, Outcome.kind, Outcome.pick_id, Outcome.question)
        ranked = (
            select(
                Outcome.id,
                Outcome.brief_id,
                Outcome.delivery_id,
                Outcome.pick_id,
                Outcome.kind,
                Outcome.question,
                Outcome.value,
                func.row_number()
                .over(partition_by=same, order_by=(Outcome.at.desc(), Outcome.id.desc()))
                .label("place"),
            )
            .where(Outcome.pilot_id == self.pilot_id, Outcome.at <= Outcome.window_closes_at)
            .subquery()
        )
        return select(ranked).where(ranked.c.place == 1).cte("latest_outcomes")

    def is_kept(self, value: ColumnElement[Any]) -> ColumnElement[bool]:
        """Return the condition for a verdict that keeps the pick, by its pilot file."""
        versions: dict[frozenset[str], list[int]] = {}
        for version_id, keys in self.kept_keys.items():
            versions.setdefault(keys, []).append(version_id)
        if len(versions) == 1:
            return value.in_(next(iter(versions)))
        version = self.briefs.c.pilot_version_id
        parts = [and_(version.in_(ids), value.in_(keys)) for keys, ids in versions.items()]
        return or_(false(), *parts)

    @cached_property
    def doings(self) -> CTE:
        """What each customer did with the first delivery, one row a brief that did anything."""
        latest = self.outcomes
        kind, value = latest.c.kind, latest.c.value
        kept = and_(kind == "verdict", self.is_kept(value))
        return (
            select(
                latest.c.brief_id,
                _any(kind == "opened").label("opened"),
                _any(kind.in_(ANSWERS)).label("answered"),
                func.sum(case((kept, 1), else_=0)).label("kept"),
                _any(and_(kind == "took_set", value == "yes")).label("took_set"),
                _any(kind == "call_to_action").label("called"),
                _any(and_(latest.c.question == WOULD_PAY, value.in_(PAYING))).label("would_pay"),
            )
            .join(self.deliveries, self.deliveries.c.id == latest.c.delivery_id)
            .join(self.briefs, self.briefs.c.id == latest.c.brief_id)
            .group_by(latest.c.brief_id)
            .cte("doings")
        )

    @cached_property
    def picks(self) -> CTE:
        """The picks of first deliveries whose window has closed, with the verdict that counts."""
        latest = self.outcomes
        verdict = and_(
            latest.c.pick_id == Pick.id,
            latest.c.delivery_id == self.deliveries.c.id,
            latest.c.kind == "verdict",
        )
        return (
            select(
                self.briefs.c.customer_id,
                self.briefs.c.arm,
                Pick.role,
                Pick.id.label("pick_id"),
                self.deliveries.c.id.label("delivery_id"),
                latest.c.value,
                case((self.is_kept(latest.c.value), 1), else_=0).label("kept"),
            )
            .select_from(self.briefs)
            .join(self.deliveries, self.deliveries.c.brief_id == self.briefs.c.id)
            .join(Pick, Pick.selection_id == self.deliveries.c.selection_id)
            .outerjoin(latest, verdict)
            .where(self.briefs.c.matured == 1)
            .cte("shown_picks")
        )

    def stage(self) -> ColumnElement[str]:
        """Return how far a brief came: delivered, withdrawn before it, declined, or still open."""
        return case(
            (self.deliveries.c.id.is_not(None), "delivered"),
            (self.briefs.c.status == Status.WITHDRAWN.value, "withdrawn"),
            (self.briefs.c.status == Status.DECLINED.value, "declined"),
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


def _any(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return func.max(case((condition, 1), else_=0))
