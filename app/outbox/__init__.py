"""The outbox: what must leave is written with the change that causes it."""

from app.outbox.rows import cancel, enqueue, enqueue_each

__all__ = ["cancel", "enqueue", "enqueue_each"]
