"""A worker's sign of life, as `/readyz` reads it."""

from datetime import timedelta

from sqlalchemy import select

from app.clock import now
from app.extensions import db
from app.models import WorkerBeat

ALIVE = timedelta(seconds=30)


def worker_is_alive() -> bool:
    """Tell whether a worker went round within the last half minute."""
    last = db.session.scalar(select(WorkerBeat.at).order_by(WorkerBeat.at.desc()).limit(1))
    return last is not None and now() - last < ALIVE


def beat(name: str) -> None:
    """Note that this worker is alive; inside a write block."""
    row = db.session.get(WorkerBeat, name)
    if row is None:
        db.session.add(WorkerBeat(name=name, at=now()))
    else:
        row.at = now()
