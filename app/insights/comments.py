"""What customers wrote after a delivery, in their words: for owners and leads alone."""

from typing import Any

from sqlalchemy import Select, and_, exists, func, or_, select
from sqlalchemy.orm import aliased

from app.extensions import db
from app.insights.population import FIRST_DELIVERY, IN_TIME, LATEST_FIRST, Population
from app.insights.rows import Comment
from app.models import Brief, Delivery, Outcome, SideText


def read_comments(population: Population, limit: int) -> list[Comment]:
    """Read the newest closing comments in the customers' words."""
    rows = db.session.execute(_comments(population).limit(limit)).all()
    kept = _kept_of(population, [brief_id for _, _, brief_id in rows])
    return [Comment(words or "", arm or "", kept.get(brief, 0)) for words, arm, brief in rows]


def count_comments(population: Population) -> int:
    """Count the closing comments that are still kept."""
    inner = _comments(population).order_by(None).subquery()
    return db.session.scalar(select(func.count()).select_from(inner)) or 0


def _comments(population: Population) -> Select[*tuple[Any, ...]]:
    later = aliased(Outcome)
    is_later = or_(later.at > Outcome.at, and_(later.at == Outcome.at, later.id > Outcome.id))
    same = and_(
        later.brief_id == Outcome.brief_id,
        later.kind == Outcome.kind,
        later.question == Outcome.question,
        later.delivery_id == Outcome.delivery_id,
        later.at <= later.window_closes_at,
    )
    words = and_(SideText.subject == "outcome", SideText.subject_id == Outcome.id)
    return (
        select(SideText.words, Brief.arm, Brief.id)
        .select_from(Brief)
        .join(Delivery, FIRST_DELIVERY)
        .join(Outcome, and_(IN_TIME, Outcome.kind == "closing", Outcome.value.is_(None)))
        .join(SideText, words)
        .where(population.counts(), SideText.words.is_not(None), ~exists().where(same, is_later))
        .order_by(Outcome.id.desc())
    )


def _kept_of(population: Population, brief_ids: list[int]) -> dict[int, int]:
    ranked = (
        select(
            Brief.id,
            Brief.pilot_version_id,
            Outcome.value,
            func.row_number()
            .over(partition_by=Outcome.pick_id, order_by=LATEST_FIRST)
            .label("place"),
        )
        .select_from(Brief)
        .join(Delivery, FIRST_DELIVERY)
        .join(Outcome, and_(IN_TIME, Outcome.kind == "verdict"))
        .where(Brief.id.in_(brief_ids))
        .subquery()
    )
    kept = population.is_kept(ranked.c.pilot_version_id, ranked.c.value)
    query = select(ranked.c.id, func.count()).where(ranked.c.place == 1, kept).group_by(ranked.c.id)
    rows: list[tuple[int, int]] = [(row[0], row[1]) for row in db.session.execute(query)]
    return dict(rows)
