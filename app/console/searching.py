"""Settled searches and looks: what a curator saw before choosing, as facts of the log."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy import select

from app import log
from app.catalogue.services import cards
from app.clock import now
from app.database import writing
from app.exceptions import NotFound
from app.extensions import db
from app.log import Actor
from app.models import Brief, Look, Pilot, Search, SideText
from app.queue.services import require_holder

STOOD = "stood"
USED = "used"


@dataclass(frozen=True, slots=True)
class Shown:
    """A search with what it listed, in rank order, as a page showed it."""

    words: str = ""
    filters: Mapping[str, Sequence[str]] = field(default_factory=dict)
    sort: str = "best"
    mode: str = "all"
    total: int = 0
    items: tuple[int, ...] = ()


def settle(brief_id: int, shown: Shown, *, actor: Actor) -> int | None:
    """Record a search whose result stood a second; once, however often the page says so."""
    with writing():
        return record_search(require_holder(brief_id, actor=actor), shown, actor=actor, by=STOOD)


def note_look(brief_id: int, item_id: int, *, actor: Actor, shown: Shown | None) -> None:
    """Record that the holder opened an item, and with it the search that led there."""
    with writing():
        brief = require_holder(brief_id, actor=actor)
        card = cards(brief.pilot_id, [item_id]).get(item_id)
        if card is None:
            raise NotFound("This item is not in the catalogue.")
        row = Look(
            pilot_id=brief.pilot_id,
            brief_id=brief_id,
            staff_id=actor.id,
            item_id=item_id,
            item_version_id=card.version_id,
            search_id=search_behind(brief, item_id, shown, actor=actor),
            at=now(),
        )
        db.session.add(row)


def search_behind(brief: Brief, item_id: int, shown: Shown | None, *, actor: Actor) -> int | None:
    """Settle the search a used item was listed by, and return its id; inside a write block."""
    if shown is None or item_id not in shown.items:
        return None
    return record_search(brief, shown, actor=actor, by=USED)


def record_search(brief: Brief, shown: Shown, *, actor: Actor, by: str) -> int | None:
    """Record a search unless the brief's last one was the same; inside a write block."""
    known = cards(brief.pilot_id, list(shown.items))
    items = [item_id for item_id in dict.fromkeys(shown.items) if item_id in known]
    filters = {name: sorted(values) for name, values in sorted(shown.filters.items())}
    same = _same_as_last(brief.id, actor, shown, filters, items)
    if same is not None:
        return same
    row = Search(
        pilot_id=brief.pilot_id,
        brief_id=brief.id,
        staff_id=actor.id,
        filters=filters,
        sort=shown.sort,
        mode=shown.mode,
        total=max(shown.total, len(items)),
        items=items,
        catalogue_version=db.session.scalar(
            select(Pilot.catalogue_version).where(Pilot.id == brief.pilot_id)
        ),
        settled_by=by,
        at=now(),
    )
    db.session.add(row)
    db.session.flush()
    log.keep_words(
        "search", row.id, "words", shown.words, pilot_id=brief.pilot_id, brief_id=brief.id
    )
    return row.id


def _same_as_last(
    brief_id: int, actor: Actor, shown: Shown, filters: dict[str, list[str]], items: list[int]
) -> int | None:
    last = db.session.scalar(
        select(Search).where(Search.brief_id == brief_id).order_by(Search.id.desc()).limit(1)
    )
    if last is None or last.staff_id != actor.id:
        return None
    words = db.session.scalar(
        select(SideText.words).where(
            SideText.subject == "search", SideText.subject_id == last.id, SideText.field == "words"
        )
    )
    now_and_then = (
        ((words or ""), shown.words),
        (last.filters, filters),
        (last.sort, shown.sort),
        (last.mode, shown.mode),
        (last.items, items),
    )
    return last.id if all(then == this for then, this in now_and_then) else None


def count_candidates(brief_id: int) -> int | None:
    """Count the different items that settled searches of a brief have listed; None if none."""
    lists = db.session.scalars(select(Search.items).where(Search.brief_id == brief_id)).all()
    return len({item for items in lists for item in items}) if lists else None
