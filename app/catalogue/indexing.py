"""Write anew what search and filters read of some items, after a change by hand or an undo."""

from collections.abc import Sequence

from sqlalchemy import delete, insert, select

from app.catalogue.columns import ItemDraft
from app.catalogue.publishing import count_facets
from app.catalogue.staging import search_words
from app.extensions import db
from app.models import Item, ItemSearch, ItemVersion

_AT_ONCE = 500


def reindex(pilot_id: int, item_ids: Sequence[int], *, facets: frozenset[str]) -> None:
    """Index items of a pilot by the versions in force; archived ones are left out."""
    for start in range(0, len(item_ids), _AT_ONCE):
        part = item_ids[start : start + _AT_ONCE]
        stale = delete(ItemSearch).where(ItemSearch.item_id.in_(part))
        db.session.execute(stale.execution_options(synchronize_session=False))
        rows = db.session.scalars(
            select(ItemVersion)
            .join(Item, Item.current_version_id == ItemVersion.id)
            .where(Item.id.in_(part), Item.archived_at.is_(None))
            .order_by(Item.id)
        ).all()
        if rows:
            db.session.execute(insert(ItemSearch), [_words(row) for row in rows])
        count_facets(pilot_id, facets, Item.id.in_(part))


def draft_of(row: ItemVersion, *, key: str, stock: int | None) -> ItemDraft:
    """Return a version as a file would have described it."""
    return ItemDraft(
        key=key,
        title=row.title,
        maker=row.maker,
        description=row.description,
        price_minor=row.price_minor,
        currency=row.currency,
        picture=row.picture,
        link=row.link,
        tags=tuple(row.tags),
        stock=stock,
        attributes=dict(row.attributes),
    )


def _words(row: ItemVersion) -> dict[str, object]:
    words = search_words(draft_of(row, key="", stock=None))
    return {
        "item_id": row.item_id,
        "pilot_id": row.pilot_id,
        "title": words["title_words"],
        "maker": words["maker_words"],
        "tags": words["tag_words"],
        "rest": words["rest_words"],
        "price_minor": row.price_minor,
    }
