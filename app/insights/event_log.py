"""The log of one pilot as people read it: newest first, codes only, pseudonyms where due."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select

from app.extensions import db
from app.insights.codes import code, pseudonym, staff_code
from app.lifecycle import MOVES
from app.models import Event, Staff
from app.pilots.info import PilotInfo
from app.pilots.services import pilot_key

PER_PAGE = 50
NAMED = 8


@dataclass(frozen=True, slots=True)
class LogLine:
    """One event: when, what, by whom, about which brief, with its codes."""

    id: int
    at: datetime
    kind: str
    label: str
    actor: str
    brief_id: int | None
    details: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class LogPage:
    """Some lines, the id before which older ones begin, and the kinds there are."""

    lines: tuple[LogLine, ...]
    older: int | None
    kinds: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class LogFilter:
    """Which lines are wanted: of one kind, about one brief, before one id."""

    kind: str = ""
    brief_id: int | None = None
    before: int | None = None


def read_log(pilot: PilotInfo, wanted: LogFilter, *, names_staff: bool) -> LogPage:
    """Return one page of a pilot's log, newest first; analysts see staff as c3."""
    query = select(
        Event.id,
        Event.at,
        Event.kind,
        Event.actor_kind,
        Event.actor_id,
        Event.brief_id,
        Event.payload,
    ).where(Event.pilot_id == pilot.id)
    if wanted.kind:
        query = query.where(Event.kind == wanted.kind)
    if wanted.brief_id is not None:
        query = query.where(Event.brief_id == wanted.brief_id)
    if wanted.before is not None:
        query = query.where(Event.id < wanted.before)
    rows = db.session.execute(query.order_by(Event.id.desc()).limit(PER_PAGE + 1)).all()
    shown = rows[:PER_PAGE]
    staff_ids = {row.actor_id for row in shown if row.actor_kind in {"staff", "program"}}
    names = _names(staff_ids) if names_staff else {}
    key = pilot_key(pilot.id, "pseudonym")
    return LogPage(
        lines=tuple(_line(row, names, key) for row in shown),
        older=shown[-1].id if len(rows) > PER_PAGE else None,
        kinds=_kinds(pilot.id),
    )


def _line(row: Any, names: Mapping[int, str], key: bytes) -> LogLine:
    return LogLine(
        id=row.id,
        at=row.at,
        kind=row.kind,
        label=kind_label(row.kind),
        actor=_actor(row.actor_kind, row.actor_id, names, key),
        brief_id=row.brief_id,
        details=tuple((str(name), _words(value)) for name, value in code(row.payload).items()),
    )


def kind_label(kind: str) -> str:
    """Return a kind of event in words."""
    return kind.replace("_", " ").capitalize()


def kind_meaning(kind: str) -> str:
    """Return what a move of a brief means, empty for other kinds."""
    return MOVES[kind].label if kind in MOVES else ""


def _actor(kind: str, actor_id: int | None, names: Mapping[int, str], key: bytes) -> str:
    if actor_id is None:
        return {"system": "Worker", "customer": "Customer"}.get(kind, kind.capitalize())
    if kind == "customer":
        return f"Customer {(pseudonym(key, actor_id) or '')[:NAMED]}"
    return names.get(actor_id) or staff_code(actor_id) or ""


def _words(value: Any) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{key} {_words(part)}" for key, part in value.items())
    if isinstance(value, list):
        return ", ".join(_words(part) for part in value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "none" if value is None else str(value)


def _names(staff_ids: set[int]) -> dict[int, str]:
    query = select(Staff.id, Staff.name).where(Staff.id.in_(staff_ids))
    rows: list[tuple[int, str]] = [(row.id, row.name) for row in db.session.execute(query)]
    return dict(rows)


def _kinds(pilot_id: int) -> tuple[tuple[str, str], ...]:
    found: list[str] = []
    last = ""
    # One step of the index (pilot, kind, id) per kind; DISTINCT would read every event.
    while True:
        following = db.session.scalar(
            select(Event.kind)
            .where(Event.pilot_id == pilot_id, Event.kind > last)
            .order_by(Event.kind)
            .limit(1)
        )
        if following is None:
            return tuple((kind, kind_label(kind)) for kind in found)
        found.append(following)
        last = following
