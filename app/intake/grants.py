"""A customer's grants in the signed cookie: which briefs this browser may see, by what link.

A grant is checked against the database on each use, so that a revoked link also ends its cookies.
"""

from flask import session

from app.exceptions import NotFound
from app.intake.links import Grant, confirm

AT_MOST = 20
_RANK = {"draft": 0, "resume": 0, "screen": 1, "mail": 2}


def add_grant(public_id: str, kind: str, generation: int) -> None:
    """Remember a grant in this browser; the proof a mailed link gave is not taken back."""
    held = _held()
    known = held.pop(public_id, None)
    if known and known[1] == generation and _RANK.get(known[0], 0) > _RANK.get(kind, 0):
        kind = known[0]
    held[public_id] = (kind, generation)
    session["grants"] = [[key, *value] for key, value in list(held.items())[-AT_MOST:]]
    session.permanent = True


def drop_grant(public_id: str) -> None:
    """Forget a grant in this browser."""
    held = _held()
    held.pop(public_id, None)
    session["grants"] = [[key, *value] for key, value in held.items()]


def list_grants() -> list[str]:
    """Return the public ids this browser holds a grant for, newest first."""
    return list(reversed(_held()))


def grant_for(public_id: str) -> Grant | None:
    """Return the grant this browser holds for a brief, or None; raise Gone once it was revoked."""
    held = _held().get(public_id)
    return confirm(public_id, *held) if held else None


def require(public_id: str) -> Grant:
    """Return the grant this browser holds for a brief; raise NotFound or Gone."""
    found = grant_for(public_id)
    if found is None:
        raise NotFound("This page opens from your own link. Please use the one in our mail.")
    return found


def _held() -> dict[str, tuple[str, int]]:
    stored = session.get("grants", [])
    return {public_id: (kind, generation) for public_id, kind, generation in stored}
