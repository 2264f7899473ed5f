"""The draft of a selection: put items into places, move them, take them out again."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from app import log
from app.catalogue.services import cards
from app.clock import now
from app.console.searching import Shown, search_behind
from app.database import writing
from app.exceptions import Conflict, Invalid, NotFound
from app.extensions import db
from app.log import Actor
from app.models import Brief, Tray, TrayPick
from app.pilots.services import definition_of
from app.queue.services import require_holder


@dataclass(frozen=True, slots=True)
class TrayChange:
    """One thing to do with the tray; `kind` is add, remove, up, down, place or order.

    `place` is a position from 1; `order` names the item of each place, None for an empty one.
    """

    kind: str
    item_id: int = 0
    place: int | None = None
    order: tuple[int | None, ...] = ()


@dataclass(slots=True)
class _Open:
    """The tray under change, locked with its brief for the holder."""

    brief: Brief
    tray: Tray
    picks: dict[int, TrayPick]  # by position
    size: int
    actor: Actor
    dropped: str = ""

    def find(self, item_id: int) -> TrayPick:
        for pick in self.picks.values():
            if pick.item_id == item_id:
                return pick
        raise NotFound("This is not in the tray any more.")

    def first_empty(self) -> int | None:
        return next((p for p in range(1, self.size + 1) if p not in self.picks), None)


def change_tray(
    brief_id: int, change: TrayChange, *, actor: Actor, shown: Shown | None = None
) -> None:
    """Change the holder's tray in one way and note it; `shown` is the search it came from."""
    with writing():
        held = _open(brief_id, actor)
        payload = _CHANGES[change.kind](held, change, shown)
        if payload is None:
            return
        held.tray.version += 1
        pilot_id = held.brief.pilot_id
        event_id = log.append(
            f"tray_{_NOTED[change.kind]}",
            actor=actor,
            pilot_id=pilot_id,
            brief_id=brief_id,
            **payload,
        )
        log.keep_words(
            "event", event_id, "reason", held.dropped, pilot_id=pilot_id, brief_id=brief_id
        )


def open_tray(brief_id: int, *, actor: Actor) -> tuple[Brief, Tray]:
    """Return brief and tray locked for the holder, lease renewed; inside a write block."""
    brief = require_holder(brief_id, actor=actor)
    tray = db.session.get(Tray, brief_id)
    if tray is None:
        tray = Tray(brief_id=brief_id, pilot_id=brief.pilot_id)
        db.session.add(tray)
    if tray.opened_at is None:
        tray.opened_at = tray.active_until = now()
    db.session.flush()
    return brief, tray


def _open(brief_id: int, actor: Actor) -> _Open:
    brief, tray = open_tray(brief_id, actor=actor)
    rows = db.session.scalars(
        select(TrayPick).where(TrayPick.brief_id == brief_id).order_by(TrayPick.position)
    )
    picks = {row.position: row for row in rows}
    return _Open(brief, tray, picks, definition_of(brief.pilot_version_id).size, actor)


def _add(held: _Open, change: TrayChange, shown: Shown | None) -> Mapping[str, Any] | None:
    if any(pick.item_id == change.item_id for pick in held.picks.values()):
        return None if change.place is None else _place(held, change, shown)
    card = cards(held.brief.pilot_id, [change.item_id]).get(change.item_id)
    if card is None or card.archived:
        raise NotFound("This item is not in the catalogue any more.")
    position = _make_room(held, change.place)
    search_id = search_behind(held.brief, change.item_id, shown, actor=held.actor)
    row = TrayPick(
        pilot_id=held.brief.pilot_id,
        brief_id=held.brief.id,
        position=position,
        item_id=card.item_id,
        item_version_id=card.version_id,
        search_id=search_id,
        added_at=now(),
    )
    db.session.add(row)
    held.tray.first_pick_at = held.tray.first_pick_at or row.added_at
    return {"item": card.item_id, "position": position, "search": search_id}


def _make_room(held: _Open, wanted: int | None) -> int:
    """Return the place for a new item; who sits in a place asked for moves to an empty one."""
    empty = held.first_empty()
    if wanted is not None and not 1 <= wanted <= held.size:
        raise Invalid(f"There are {held.size} slots.")
    if wanted is not None and wanted not in held.picks:
        return wanted
    if empty is None:
        raise Invalid(f"All {held.size} slots are full. Take something out first.")
    if wanted is not None:
        held.picks[wanted].position = empty
        return wanted
    return empty


def _remove(held: _Open, change: TrayChange, shown: Shown | None) -> Mapping[str, Any] | None:
    pick = held.find(change.item_id)
    search_behind(held.brief, change.item_id, shown, actor=held.actor)
    position = pick.position
    held.dropped = pick.reason
    db.session.delete(pick)
    return {"item": change.item_id, "position": position}


def _place(held: _Open, change: TrayChange, _shown: Shown | None) -> Mapping[str, Any] | None:
    return _swap(held, held.find(change.item_id), change.place or 0)


def _up(held: _Open, change: TrayChange, _shown: Shown | None) -> Mapping[str, Any] | None:
    pick = held.find(change.item_id)
    return _swap(held, pick, max(1, pick.position - 1))


def _down(held: _Open, change: TrayChange, _shown: Shown | None) -> Mapping[str, Any] | None:
    pick = held.find(change.item_id)
    return _swap(held, pick, min(held.size, pick.position + 1))


def _swap(held: _Open, pick: TrayPick, target: int) -> Mapping[str, Any] | None:
    if not 1 <= target <= held.size:
        raise Invalid(f"There are {held.size} slots.")
    origin = pick.position
    if origin == target:
        return None
    if target in held.picks:
        held.picks[target].position = origin
    pick.position = target
    return {"item": pick.item_id, "from": origin, "to": target}


def _order(held: _Open, change: TrayChange, _shown: Shown | None) -> Mapping[str, Any] | None:
    named = [item_id for item_id in change.order if item_id is not None]
    by_item = {pick.item_id: pick for pick in held.picks.values()}
    if len(change.order) > held.size or sorted(named) != sorted(by_item):
        raise Conflict("The tray has changed in another window. Here it is as it stands.")
    for position, item_id in enumerate(change.order, start=1):
        if item_id is not None:
            by_item[item_id].position = position
    return {"items": list(change.order)}


_Step = Callable[[_Open, TrayChange, Shown | None], Mapping[str, Any] | None]
_CHANGES: dict[str, _Step] = {
    "add": _add,
    "remove": _remove,
    "up": _up,
    "down": _down,
    "place": _place,
    "order": _order,
}
_NOTED = {
    "add": "added",
    "remove": "removed",
    "up": "moved",
    "down": "moved",
    "place": "moved",
    "order": "ordered",
}
CHANGES: Sequence[str] = tuple(_CHANGES)
