"""Extension objects, constraint names and column types; imports nothing of ours."""

import hashlib
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from flask_babel import Babel
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address
from flask_migrate import Migrate
from flask_sqlalchemy import SQLAlchemy
from flask_wtf import CSRFProtect
from huey import Huey, RedisHuey, SqliteHuey
from huey.serializer import SignedSerializer
from sqlalchemy import JSON, BigInteger, DateTime, Dialect, Integer, MetaData
from sqlalchemy.orm import DeclarativeBase, registry
from sqlalchemy.types import TypeDecorator

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class UtcDateTime(TypeDecorator[datetime]):
    """An aware moment: stored in UTC, given back aware by both databases."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Refuse a naive value; hand SQLite UTC without its mark."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a naive datetime has no place in the database")
        utc = value.astimezone(UTC)
        return utc.replace(tzinfo=None) if dialect.name == "sqlite" else utc

    def process_result_value(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        """Give the value back aware, in UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


Key = BigInteger().with_variant(Integer, "sqlite")
Json = JSON()


class _Base(DeclarativeBase):
    registry = registry(
        metadata=MetaData(naming_convention=NAMING),
        type_annotation_map={datetime: UtcDateTime(), dict[str, Any]: Json, list[Any]: Json},
    )


db = SQLAlchemy(model_class=_Base, session_options={"expire_on_commit": False, "autoflush": True})

if TYPE_CHECKING:
    Model = _Base
else:
    Model = db.Model


class Jobs:
    """Long work on its way to a worker: huey on a file of its own, or on Redis for many machines.

    A message is the id of a job and nothing else, and it is signed.
    """

    def __init__(self) -> None:
        self.work: Callable[[str], None] | None = None

    def init_app(self, app: Any, *, file: Path, redis_url: str) -> None:
        """Note where messages go; nothing is opened before the first one (web workers fork)."""
        app.extensions["backroom_jobs"] = {"file": file, "redis_url": redis_url}

    def enqueue(self, app: Any, public_id: str) -> None:
        """Hand a job to whichever worker is free; its row must be committed."""
        self._queue(app)["send"](public_id)

    def work_next(self, app: Any) -> bool:
        """Take one message and do its job; tell whether there was one."""
        queue: Huey = self._queue(app)["huey"]
        task = queue.dequeue()
        if task is None:
            return False
        queue.execute(task)
        return True

    def _queue(self, app: Any) -> dict[str, Any]:
        held: dict[str, Any] = app.extensions["backroom_jobs"]
        if "huey" not in held:
            held["huey"] = _open_queue(held["file"], held["redis_url"], app.secret_key)
            held["send"] = held["huey"].task(name="job")(self._work)
        return held

    def _work(self, public_id: str) -> None:
        if self.work is None:
            raise RuntimeError("only a worker does jobs")
        self.work(public_id)


def _open_queue(file: Path, redis_url: str, secret: Any) -> Huey:
    key = hashlib.sha256(f"jobs:{secret}".encode()).hexdigest()
    signed = SignedSerializer(secret=key, salt="backroom-jobs")
    if redis_url:
        return RedisHuey("backroom", url=redis_url, serializer=signed, results=False)
    file.touch(mode=0o600)
    return SqliteHuey("backroom", filename=str(file), serializer=signed, results=False)


jobs = Jobs()
csrf = CSRFProtect()
migrate = Migrate()
babel = Babel()
limiter = Limiter(key_func=get_remote_address, default_limits=[])
