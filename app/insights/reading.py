"""Read the grouped counts behind every figure; each function is one statement."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Select, and_, case, func, select

from app.extensions import db
from app.insights.population import Epoch, Population
from app.insights.rows import Cluster, Comment, Group, Tally, Waited, Worked
from app.models import Brief, Selection, SideText

ON_TIME_WITHIN = 60.0  # seconds after the promise: the worker goes round once a second


def read_groups(population: Population) -> list[Group]:
    """Read all counted briefs, grouped by arm, fate and doings."""
    briefs, delivery, did = population.briefs, population.deliveries, population.doings
    columns = (
        briefs.c.arm,
        case((briefs.c.nth == 1, 1), else_=0).label("is_first"),
        briefs.c.matured,
        briefs.c.is_simulated,
        population.stage().label("stage"),
        *(
            func.coalesce(did.c[name], 0).label(name)
            for name in ("opened", "answered", "kept", "took_set", "called", "would_pay")
        ),
    )
    inner = (
        select(*columns)
        .select_from(briefs)
        .outerjoin(delivery, delivery.c.brief_id == briefs.c.id)
        .outerjoin(did, did.c.brief_id == briefs.c.id)
        .subquery()
    )
    query = select(*inner.c, func.count().label("n")).group_by(*inner.c)
    return [_group(row._mapping) for row in db.session.execute(query)]


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
    return db.session.scalar(select(func.count(Brief.id)).where(population.is_begun())) or 0


def count_tests(population: Population) -> int:
    """Count the test briefs that no figure counts."""
    query = select(func.count(Brief.id)).where(
        Brief.pilot_id == population.pilot_id,
        Brief.is_test.is_(True),
        Brief.submitted_at.is_not(None),
    )
    return db.session.scalar(query) or 0


def read_clusters(population: Population, by: str) -> list[Cluster]:
    """Read picks kept and shown per customer, by `arm` or slot `role`, equal ones counted."""
    picks = population.picks
    person = (
        select(
            picks.c[by].label("name"),
            func.sum(picks.c.kept).label("kept"),
            func.count().label("shown"),
        )
        .group_by(picks.c[by], picks.c.customer_id)
        .subquery()
    )
    query = select(*person.c, func.count()).group_by(*person.c).order_by(*person.c)
    rows: list[tuple[Any, ...]] = [tuple(row) for row in db.session.execute(query)]
    return [Cluster(name or "", *counts) for name, *counts in rows]


def read_verdicts(population: Population) -> list[Tally]:
    """Read how often each verdict was given per arm; no code means no answer in time."""
    picks = population.picks
    query = (
        select(
            picks.c.arm,
            picks.c.value,
            func.count(),
            func.count(picks.c.customer_id.distinct()),
        )
        .group_by(picks.c.arm, picks.c.value)
        .order_by(picks.c.arm, picks.c.value)
    )
    return [Tally(*row) for row in db.session.execute(query)]


def read_reasons(population: Population) -> list[Tally]:
    """Read the reasons given with the verdict that counts, over all arms."""
    picks, reasons = population.picks, population.outcomes.alias("reasons")
    query = (
        select(
            picks.c.value,
            reasons.c.value,
            func.count(),
            func.count(picks.c.customer_id.distinct()),
        )
        .join(
            reasons,
            and_(
                reasons.c.pick_id == picks.c.pick_id,
                reasons.c.delivery_id == picks.c.delivery_id,
                reasons.c.kind == "verdict_reason",
            ),
        )
        .group_by(picks.c.value, reasons.c.value)
    )
    return [
        Tally("", reason, count, customers, within=verdict)
        for verdict, reason, count, customers in db.session.execute(query)
    ]


def read_closing(population: Population) -> list[Tally]:
    """Read the answers to closing scales per arm and question."""
    briefs, latest = population.briefs, population.outcomes
    query = (
        select(
            briefs.c.arm,
            latest.c.value,
            func.count(),
            func.count(briefs.c.customer_id.distinct()),
            latest.c.question,
        )
        .join(latest, latest.c.brief_id == briefs.c.id)
        .where(latest.c.kind == "closing", latest.c.value.is_not(None))
        .group_by(briefs.c.arm, latest.c.question, latest.c.value)
        .order_by(briefs.c.arm, latest.c.question, latest.c.value)
    )
    return [Tally(*row) for row in db.session.execute(query)]


def read_waits(population: Population) -> list[Waited]:
    """Read how long each first delivery took, and whether it kept the promise."""
    briefs, delivery = population.briefs, population.deliveries
    submitted = Epoch(briefs.c.submitted_at)
    query = (
        select(
            briefs.c.arm,
            Epoch(delivery.c.at) - submitted,
            Epoch(Selection.sent_at) - submitted,
            Epoch(delivery.c.at) - Epoch(briefs.c.promised_at) > ON_TIME_WITHIN,
        )
        .select_from(briefs)
        .join(delivery, delivery.c.brief_id == briefs.c.id)
        .join(Selection, Selection.id == delivery.c.selection_id)
        .order_by(briefs.c.id)
    )
    return [
        Waited(arm or "", seconds, ready, bool(late))
        for arm, seconds, ready, late in db.session.execute(query)
    ]


def read_work(population: Population) -> list[Worked]:
    """Read the active seconds of each first delivery that a person chose."""
    briefs, delivery = population.briefs, population.deliveries
    query = (
        select(
            Epoch(Selection.sent_at),
            Selection.read_seconds,
            Selection.search_seconds,
            Selection.write_seconds,
        )
        .select_from(briefs)
        .join(delivery, delivery.c.brief_id == briefs.c.id)
        .join(Selection, Selection.id == delivery.c.selection_id)
        .where(Selection.policy_kind == "human")
        .order_by(Selection.sent_at, Selection.id)
    )
    return [Worked(*row) for row in db.session.execute(query)]


def read_comments(population: Population, limit: int) -> list[Comment]:
    """Read the newest closing comments in the customers' words; not for analysts."""
    return [Comment(*row) for row in db.session.execute(_comments(population).limit(limit))]


def count_comments(population: Population) -> int:
    """Count the closing comments that are still kept."""
    inner = _comments(population).subquery()
    return db.session.scalar(select(func.count()).select_from(inner)) or 0


def _comments(population: Population) -> Select[str, str, int]:
    briefs, latest, did = population.briefs, population.outcomes, population.doings
    return (
        select(SideText.words, briefs.c.arm, did.c.kept)
        .select_from(latest)
        .join(briefs, briefs.c.id == latest.c.brief_id)
        .join(did, did.c.brief_id == briefs.c.id)
        .join(SideText, and_(SideText.subject == "outcome", SideText.subject_id == latest.c.id))
        .where(latest.c.kind == "closing", SideText.words.is_not(None))
        .order_by(latest.c.id.desc())
    )
