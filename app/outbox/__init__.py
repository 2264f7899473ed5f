"""The outbox: what must leave is written with the change that causes it."""

from app.outbox.rows import cancel, enqueue

__all__ = ["cancel", "enqueue"]
