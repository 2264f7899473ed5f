"""How many of an item are still free: what others picked and have not yet sent out is reserved."""

from collections import Counter
from collections.abc import Collection, Mapping

from sqlalchemy import and_, or_, select, update

from app.clock import now
from app.extensions import db
from app.lifecycle import Status
from app.models import Brief, Item, Pick, TrayPick

_counts = (Brief.is_simulated.is_(False), Brief.is_test.is_(False))


def free_for(
    brief_id: int,
    stocks: Mapping[int, int | None],
    *,
    own_picks: Mapping[int, int] | None = None,
) -> dict[int, int]:
    """Return how many of each item with a stock are left for a brief.

    Who put an item into a tray first has it: `own_picks` maps items to the tray's own rows, and
    only trays that took the item earlier count against them.
    """
    counted = {item_id: stock for item_id, stock in stocks.items() if stock}
    free = {item_id: 0 for item_id, stock in stocks.items() if stock == 0}
    if not counted:
        return free
    taken = _promised(brief_id, counted) + _in_trays(brief_id, counted, own_picks or {})
    return free | {item_id: max(0, stock - taken[item_id]) for item_id, stock in counted.items()}


def _promised(brief_id: int, item_ids: Collection[int]) -> Counter[int]:
    """Count what was sent by curators and policies and has not reached its customer yet."""
    rows = db.session.scalars(
        select(Pick.item_id)
        .join(Brief, Brief.selection_id == Pick.selection_id)
        .where(
            Pick.item_id.in_(item_ids),
            Brief.id != brief_id,
            Brief.status.in_([Status.READY.value, Status.IN_REVIEW.value]),
            *_counts,
        )
    )
    return Counter(rows)


def _in_trays(
    brief_id: int, item_ids: Collection[int], own_picks: Mapping[int, int]
) -> Counter[int]:
    is_held = or_(
        and_(Brief.status == Status.CLAIMED.value, Brief.lease_until > now()),
        Brief.status == Status.ASKING.value,
    )
    rows = db.session.execute(
        select(TrayPick.item_id, TrayPick.id)
        .join(Brief, Brief.id == TrayPick.brief_id)
        .where(TrayPick.item_id.in_(item_ids), Brief.id != brief_id, is_held, *_counts)
    )
    return Counter(
        item_id for item_id, pick in rows if item_id not in own_picks or pick < own_picks[item_id]
    )


def hold_items(brief_id: int) -> None:
    """Lock the items of a tray until the write block ends, so that two sends come one by one."""
    picked = select(TrayPick.item_id).where(TrayPick.brief_id == brief_id)
    db.session.execute(
        select(Item.id).where(Item.id.in_(picked)).order_by(Item.id).with_for_update()
    ).all()


def take_from_stock(brief: Brief) -> None:
    """Take what a released brief delivers out of the stock, one of each item that has one."""
    if brief.is_simulated or brief.is_test or brief.selection_id is None:
        return
    delivered = select(Pick.item_id).where(Pick.selection_id == brief.selection_id)
    db.session.execute(
        update(Item)
        .where(Item.id.in_(delivered), Item.stock > 0)
        .values(stock=Item.stock - 1)
        .execution_options(synchronize_session=False)
    )
