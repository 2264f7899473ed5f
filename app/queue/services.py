"""The queue's public services, as other parts call them."""

from app.queue.answering import answer, answer_waiting, shelf_of
from app.queue.known_facts import KnownFact, facts_for, known_facts
from app.queue.leases import (
    LEASE,
    claim,
    hand_over,
    put_back,
    renew_lease,
    require_holder,
    take_next,
    take_over,
)
from app.queue.listing import (
    QueuePage,
    QueuePilot,
    QueueRow,
    QueueView,
    Reader,
    list_queue,
    time_left,
    wish_line,
)

__all__ = [
    "LEASE",
    "KnownFact",
    "QueuePage",
    "QueuePilot",
    "QueueRow",
    "QueueView",
    "Reader",
    "answer",
    "answer_waiting",
    "claim",
    "facts_for",
    "hand_over",
    "known_facts",
    "list_queue",
    "put_back",
    "renew_lease",
    "require_holder",
    "shelf_of",
    "take_next",
    "take_over",
    "time_left",
    "wish_line",
]
