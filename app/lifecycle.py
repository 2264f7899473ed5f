"""Life of a brief as data: its states, the moves between them, arms and roles."""

from dataclasses import dataclass
from enum import StrEnum


class Status(StrEnum):
    """Where a brief stands."""

    DRAFT = "draft"
    WAITING = "waiting"
    CLAIMED = "claimed"
    ASKING = "asking"
    IN_REVIEW = "in_review"
    READY = "ready"
    DELIVERED = "delivered"
    ANSWERED = "answered"
    CLOSED = "closed"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Move:
    """One allowed step: its name is the event that records it."""

    name: str
    sources: frozenset[Status]
    target: Status
    label: str


def _move(name: str, sources: tuple[Status, ...], target: Status, label: str) -> Move:
    return Move(name, frozenset(sources), target, label)


_S = Status
MOVES: dict[str, Move] = {
    move.name: move
    for move in (
        _move("submitted", (_S.DRAFT,), _S.WAITING, "the customer submits"),
        _move("claimed", (_S.WAITING,), _S.CLAIMED, "a curator takes it, or a lead assigns it"),
        _move("answered_by_policy", (_S.WAITING,), _S.READY, "the worker answers for an arm"),
        _move("put_back", (_S.CLAIMED,), _S.WAITING, "put back by its curator"),
        _move("lapsed", (_S.CLAIMED,), _S.WAITING, "the lease lapsed, the draft stays"),
        _move("handed_over", (_S.CLAIMED,), _S.CLAIMED, "handed over to a colleague"),
        _move("taken_over", (_S.CLAIMED,), _S.CLAIMED, "taken over by a lead, with a reason"),
        _move("asked", (_S.CLAIMED,), _S.ASKING, "a question to the customer"),
        _move("replied", (_S.ASKING,), _S.CLAIMED, "the customer answered"),
        _move("sent_to_review", (_S.CLAIMED,), _S.IN_REVIEW, "sent, where a review rule applies"),
        _move("returned", (_S.IN_REVIEW,), _S.CLAIMED, "returned to its author with comments"),
        _move("approved", (_S.IN_REVIEW,), _S.READY, "approved by a lead"),
        _move("sent", (_S.CLAIMED,), _S.READY, "sent, where no review applies"),
        _move("undone", (_S.READY,), _S.CLAIMED, "undone before release, hand arm only"),
        _move("released", (_S.READY,), _S.DELIVERED, "released by the worker, or early by a lead"),
        _move("recalled", (_S.DELIVERED,), _S.CLAIMED, "recalled before it was opened"),
        _move("first_answer", (_S.DELIVERED,), _S.ANSWERED, "the customer's first answer"),
        _move("closed", (_S.DELIVERED, _S.ANSWERED), _S.CLOSED, "the outcome window ended"),
        _move(
            "declined",
            (_S.WAITING, _S.CLAIMED, _S.ASKING),
            _S.DECLINED,
            "cannot be served: reason and a kind letter",
        ),
        _move(
            "withdrawn",
            (
                _S.DRAFT,
                _S.WAITING,
                _S.CLAIMED,
                _S.ASKING,
                _S.IN_REVIEW,
                _S.READY,
                _S.DELIVERED,
                _S.ANSWERED,
            ),
            _S.WITHDRAWN,
            "the customer withdraws",
        ),
    )
}

OPEN = frozenset({_S.WAITING, _S.CLAIMED, _S.ASKING, _S.IN_REVIEW})
REACHED_CUSTOMER = frozenset({_S.DELIVERED, _S.ANSWERED, _S.CLOSED})


def may_move(status: Status, name: str) -> bool:
    """Tell whether a brief in this state may make the named move."""
    return status in MOVES[name].sources


class Arm(StrEnum):
    """How a brief is answered."""

    GENERIC = "generic"
    SEGMENT = "segment"
    HAND = "hand"
    MODEL = "model"


class Role(StrEnum):
    """What a member of staff is in one pilot."""

    CURATOR = "curator"
    LEAD = "lead"
    OWNER = "owner"
    ANALYST = "analyst"
