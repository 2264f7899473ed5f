"""Read the counted rows behind every figure; each function is one or two statements."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Select, Subquery, and_, case, func, select

from app.extensions import db
from app.insights.population import (
    ANSWERS,
    FIRST_DELIVERY,
    IN_TIME,
    LATEST_FIRST,
    PAYING,
    WOULD_PAY,
    Epoch,
    Population,
    any_of,
    stage,
)
from app.insights.rows import Group, ShownPicks, Tally, Waited, Worked
from app.models import Brief, Delivery, Outcome, Pick, Selection

ON_TIME_WITHIN = 60.0  # seconds after the promise: the worker goes round once a second


def read_groups(population: Population) -> list[Group]:
    """Read all counted briefs, grouped by arm, fate and doings."""
    did = _doings(population)
    facts = (
        select(
            Brief.arm,
            population.is_first().label("is_first"),
            case((population.is_matured(), 1), else_=0).label("matured"),
            Brief.is_simulated,
            stage().label("stage"),
            *(column for column in did.c if column.name != "id"),
        )
        .select_from(did)
        .join(Brief, Brief.id == did.c.id)
        .outerjoin(Delivery, FIRST_DELIVERY)
        .subquery()
    )
    query = select(*facts.c, func.count().label("n")).group_by(*facts.c)
    return [_group(row._mapping) for row in db.session.execute(query)]


def _doings(population: Population) -> Subquery:
    """One row a brief: what its customer did in time with the first delivery."""
    same = (Brief.id, Outcome.kind, Outcome.pick_id, Outcome.question)
    ranked = (
        select(
            Brief.id,
            Brief.pilot_version_id,
            Outcome.kind,
            Outcome.question,
            Outcome.value,
            func.row_number().over(partition_by=same, order_by=LATEST_FIRST).label("place"),
        )
        .select_from(Brief)
        .outerjoin(Delivery, FIRST_DELIVERY)
        .outerjoin(Outcome, IN_TIME)
        .where(population.counts())
        .subquery()
    )
    kind, value = ranked.c.kind, ranked.c.value
    kept = and_(kind == "verdict", population.is_kept(ranked.c.pilot_version_id, value))
    return (
        select(
            ranked.c.id,
            any_of(kind == "opened").label("opened"),
            any_of(kind.in_(ANSWERS)).label("answered"),
            func.sum(case((kept, 1), else_=0)).label("kept"),
            any_of(and_(kind == "took_set", value == "yes")).label("took_set"),
            any_of(kind == "call_to_action").label("called"),
            any_of(and_(ranked.c.question == WOULD_PAY, value.in_(PAYING))).label("would_pay"),
        )
        .where(ranked.c.place == 1)
        .group_by(ranked.c.id)
        .subquery()
    )


def _group(row: Mapping[Any, Any]) -> Group:
    return Group(
        arm=row["arm"] or "",
        is_first=bool(row["is_first"]),
        is_matured=bool(row["matured"]),
        is_simulated=bool(row["is_simulated"]),
        stage=row["stage"],
        opened=bool(row["opened"]),
        answered=bool(row["answered"]),
        kept=row["kept"],
        took_set=bool(row["took_set"]),
        called=bool(row["called"]),
        would_pay=bool(row["would_pay"]),
        n=row["n"],
    )


def count_started(population: Population) -> int:
    """Count the briefs begun in the period, submitted or not."""
    return db.session.scalar(select(func.count(Brief.id)).where(population.begun())) or 0


def count_tests(population: Population) -> int:
    """Count the test briefs that no figure counts."""
    query = select(func.count(Brief.id)).where(
        Brief.pilot_id == population.pilot_id,
        Brief.is_test.is_(True),
        Brief.submitted_at.is_not(None),
    )
    return db.session.scalar(query) or 0


def read_picks(population: Population) -> list[ShownPicks]:
    """Read the picks of matured first deliveries by customer, arm, slot role and verdict."""
    ranked = (
        select(
            Brief.customer_id,
            Brief.arm,
            Pick.role,
            Brief.pilot_version_id,
            Outcome.value,
            func.row_number().over(partition_by=Pick.id, order_by=LATEST_FIRST).label("place"),
        )
        .select_from(Brief)
        .join(Delivery, FIRST_DELIVERY)
        .join(Pick, Pick.selection_id == Delivery.selection_id)
        .outerjoin(Outcome, and_(IN_TIME, Outcome.kind == "verdict", Outcome.pick_id == Pick.id))
        .where(population.counts(), population.is_matured())
        .subquery()
    )
    kept = case((population.is_kept(ranked.c.pilot_version_id, ranked.c.value), 1), else_=0)
    same = (ranked.c.customer_id, ranked.c.arm, ranked.c.role, ranked.c.value, kept)
    query = select(*same, func.count()).where(ranked.c.place == 1).group_by(*same)
    return [
        ShownPicks(customer or 0, arm or "", role, value, bool(is_kept), count)
        for customer, arm, role, value, is_kept, count in db.session.execute(query)
    ]


def read_reasons(population: Population) -> list[Tally]:
    """Read the latest reason for each pick with the verdict that counts, over all arms."""
    verdict = (
        select(Outcome.value)
        .where(IN_TIME, Outcome.kind == "verdict", Outcome.pick_id == Pick.id)
        .order_by(*LATEST_FIRST)
        .limit(1)
        .correlate(Brief, Delivery, Pick)
        .scalar_subquery()
    )
    ranked = (
        select(
            Brief.customer_id,
            verdict.label("verdict"),
            Outcome.value,
            func.row_number().over(partition_by=Pick.id, order_by=LATEST_FIRST).label("place"),
        )
        .select_from(Brief)
        .join(Delivery, FIRST_DELIVERY)
        .join(Outcome, and_(IN_TIME, Outcome.kind == "verdict_reason"))
        .join(Pick, Pick.id == Outcome.pick_id)
        .where(population.counts(), population.is_matured())
        .subquery()
    )
    query = (
        select(
            ranked.c.verdict,
            ranked.c.value,
            func.count(),
            func.count(ranked.c.customer_id.distinct()),
        )
        .where(ranked.c.place == 1)
        .group_by(ranked.c.verdict, ranked.c.value)
    )
    return [
        Tally("", reason, count, customers, within=given)
        for given, reason, count, customers in db.session.execute(query)
    ]


def read_closing(population: Population) -> list[Tally]:
    """Read the latest answers to closing scales per arm and question."""
    same = (Brief.id, Outcome.question)
    ranked = (
        select(
            Brief.customer_id,
            Brief.arm,
            Outcome.question,
            Outcome.value,
            func.row_number().over(partition_by=same, order_by=LATEST_FIRST).label("place"),
        )
        .select_from(Brief)
        .join(Delivery, FIRST_DELIVERY)
        .join(Outcome, and_(IN_TIME, Outcome.kind == "closing", Outcome.value.is_not(None)))
        .where(population.counts())
        .subquery()
    )
    groups = (ranked.c.arm, ranked.c.value, ranked.c.question)
    query = (
        select(*groups, func.count(), func.count(ranked.c.customer_id.distinct()))
        .where(ranked.c.place == 1)
        .group_by(*groups)
    )
    return [
        Tally(arm or "", value, count, customers, within=question)
        for arm, value, question, count, customers in db.session.execute(query)
    ]


def _delivered(population: Population, *columns: Any) -> Select[*tuple[Any, ...]]:
    return (
        select(*columns)
        .select_from(Brief)
        .join(Delivery, FIRST_DELIVERY)
        .join(Selection, Selection.id == Delivery.selection_id)
        .where(population.counts())
    )


def read_waits(population: Population) -> list[Waited]:
    """Read how long each first delivery took, and whether it kept the promise."""
    submitted = Epoch(Brief.submitted_at)
    query = _delivered(
        population,
        Brief.arm,
        Epoch(Delivery.at) - submitted,
        Epoch(Selection.sent_at) - submitted,
        Epoch(Delivery.at) - Epoch(Brief.promised_at) > ON_TIME_WITHIN,
    )
    return [
        Waited(arm or "", seconds, ready, bool(late))
        for arm, seconds, ready, late in db.session.execute(query)
    ]


def read_work(population: Population) -> list[Worked]:
    """Read the active seconds of each first delivery that a person chose."""
    query = _delivered(
        population,
        Epoch(Selection.sent_at),
        Selection.read_seconds,
        Selection.search_seconds,
        Selection.write_seconds,
    ).where(Selection.policy_kind == "human")
    return [Worked(*row) for row in db.session.execute(query)]
