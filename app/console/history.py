"""What this customer got from us before, and what came of it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from app.extensions import db
from app.models import Brief, Delivery, Outcome, Pick
from app.pilots.services import definition_of

MOST_EARLIER = 20


@dataclass(frozen=True, slots=True)
class Earlier:
    """One earlier delivery: when, its item versions, how many were kept of how many judged."""

    brief_id: int
    at: datetime
    version_ids: tuple[int, ...]
    item_ids: tuple[int, ...]
    judged: int
    kept: int


@dataclass(frozen=True, slots=True)
class History:
    """The earlier deliveries of a customer, latest first."""

    earlier: tuple[Earlier, ...] = ()

    @property
    def sent_items(self) -> Mapping[int, datetime]:
        """Return when each item was last delivered to this customer."""
        latest = reversed(self.earlier)
        return {item: delivery.at for delivery in latest for item in delivery.item_ids}


def history_of(brief: Brief) -> History:
    """Return the deliveries that reached the customer of a brief before it."""
    if brief.customer_id is None:
        return History()
    rows = db.session.execute(
        select(Delivery.brief_id, Delivery.selection_id, Delivery.at, Brief.pilot_version_id)
        .join(Brief, Brief.id == Delivery.brief_id)
        .where(
            Brief.customer_id == brief.customer_id,
            Brief.id != brief.id,
            Brief.selection_id == Delivery.selection_id,
        )
        .order_by(Delivery.at.desc(), Delivery.id.desc())
        .limit(MOST_EARLIER)
    ).all()
    picks = _picks([row.selection_id for row in rows])
    verdicts = _verdicts([row.brief_id for row in rows])
    found = []
    for row in rows:
        kept_keys = {v.key for v in definition_of(row.pilot_version_id).verdicts if v.kept}
        mine = picks.get(row.selection_id, [])
        judged = [verdicts[pick.id] for pick in mine if pick.id in verdicts]
        found.append(
            Earlier(
                brief_id=row.brief_id,
                at=row.at,
                version_ids=tuple(pick.item_version_id for pick in mine),
                item_ids=tuple(pick.item_id for pick in mine),
                judged=len(judged),
                kept=sum(value in kept_keys for value in judged),
            )
        )
    return History(tuple(found))


def _picks(selection_ids: Collection[int]) -> dict[int, list[Pick]]:
    grouped: dict[int, list[Pick]] = {}
    rows = db.session.scalars(
        select(Pick).where(Pick.selection_id.in_(selection_ids)).order_by(Pick.position)
    )
    for pick in rows:
        grouped.setdefault(pick.selection_id, []).append(pick)
    return grouped


def _verdicts(brief_ids: Collection[int]) -> dict[int, str]:
    rows = db.session.execute(
        select(Outcome.pick_id, Outcome.value)
        .where(Outcome.brief_id.in_(brief_ids), Outcome.kind == "verdict")
        .order_by(Outcome.id)
    )
    return {row.pick_id: row.value for row in rows if row.pick_id is not None}
