"""The brief as its curator reads it: the wish first, what never, the facts, what was before."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from app.accounts.services import name_of
from app.catalogue.cards import ItemCard
from app.catalogue.services import cards_of_versions
from app.clock import now
from app.console.desk import Desk, answer_to
from app.console.history import Earlier
from app.lifecycle import Arm, Status
from app.pilots.form_definition import Question, QuestionKind, QuestionRole
from app.queue.services import KnownFact, facts_for, time_left

COVERS_SHOWN = 5
STATUS_WORDS = {
    Status.WAITING: "Waiting",
    Status.CLAIMED: "Being worked on",
    Status.ASKING: "Waiting for the customer",
    Status.IN_REVIEW: "In review",
    Status.READY: "Sent, not yet released",
    Status.DELIVERED: "Delivered",
    Status.ANSWERED: "Answered",
    Status.CLOSED: "Closed",
    Status.DECLINED: "Declined",
    Status.WITHDRAWN: "Withdrawn by the customer",
}


@dataclass(frozen=True, slots=True)
class Fact:
    """One answer under its short label; several words are several choices."""

    key: str
    label: str
    words: tuple[str, ...] = ()
    minor: int | None = None
    is_sensitive: bool = False


@dataclass(frozen=True, slots=True)
class Holding:
    """Who works on the brief: `mine`, `other` (leased), `lapsed`, `free`, or `over`."""

    kind: str
    name: str = ""
    until: datetime | None = None
    seconds_left: int = 0


@dataclass(frozen=True, slots=True)
class EarlierView:
    """An earlier delivery with its covers."""

    at: datetime
    covers: tuple[ItemCard, ...]
    size: int
    judged: int
    kept: int


@dataclass(frozen=True, slots=True)
class BriefPane:
    """The left pane's lower half."""

    brief_id: int
    public_id: str
    name: str
    first_name: str
    initials: str
    avatar: str
    asked_at: datetime | None
    promised_at: datetime | None
    release_at: datetime | None
    zone: str
    urgency: str
    due: str
    status: str
    status_words: str
    arm: str
    wish: str
    avoid: str
    facts: tuple[Fact, ...]
    known: tuple[KnownFact, ...]
    earlier: tuple[EarlierView, ...]
    holding: Holding
    sequence: int
    is_test: bool
    is_simulated: bool
    may_undo: bool

    @property
    def is_mine(self) -> bool:
        """Tell whether the reader holds the brief and may change the tray."""
        return self.holding.kind == "mine"


def brief_pane(desk: Desk, *, staff_id: int) -> BriefPane:
    """Return what the left pane shows of a brief to one member of staff."""
    brief, moment = desk.brief, now()
    urgency, due = time_left(brief.submitted_at, brief.promised_at, moment)
    status = Status(brief.status)
    is_open = status in (Status.WAITING, Status.CLAIMED, Status.ASKING, Status.IN_REVIEW)
    return BriefPane(
        brief_id=brief.id,
        public_id=brief.public_id,
        name=desk.name if desk.name[:1].isupper() else desk.name.capitalize(),
        first_name=desk.first_name,
        initials=_initials(desk.name),
        avatar="abcdef"[brief.id % 6],
        asked_at=brief.submitted_at,
        promised_at=brief.promised_at,
        release_at=brief.release_at,
        zone=desk.definition.promise.time_zone,
        urgency=urgency if is_open else "done",
        due=due if is_open else STATUS_WORDS[status],
        status=brief.status,
        status_words=STATUS_WORDS[status],
        arm=brief.arm or "",
        wish=str(answer_to(desk.form, desk.answers, QuestionRole.WISH) or ""),
        avoid=str(answer_to(desk.form, desk.answers, QuestionRole.AVOID) or ""),
        facts=tuple(_fact(question, desk) for question in desk.asked if _is_fact(question)),
        known=facts_for(brief),
        earlier=tuple(_earlier(one) for one in desk.history.earlier),
        holding=holding_of(desk, staff_id=staff_id),
        sequence=brief.sequence or 1,
        is_test=brief.is_test,
        is_simulated=brief.is_simulated,
        may_undo=(
            status is Status.READY
            and brief.owner_id == staff_id
            and brief.arm == Arm.HAND
            and brief.release_at is not None
            and brief.release_at > moment
        ),
    )


def holding_of(desk: Desk, *, staff_id: int) -> Holding:
    """Return who works on a brief, as one member of staff sees it."""
    brief = desk.brief
    if brief.status == Status.WAITING:
        return Holding("free" if brief.arm == Arm.HAND else "over")
    if brief.status != Status.CLAIMED or brief.owner_id is None:
        return Holding("over")
    left = int((brief.lease_until - now()).total_seconds()) if brief.lease_until else 0
    if brief.owner_id == staff_id:
        return Holding("mine", "You", brief.lease_until, max(0, left))
    name = name_of(brief.owner_id)
    return Holding("other" if left > 0 else "lapsed", name, brief.lease_until, max(0, left))


def _is_fact(question: Question) -> bool:
    return question.role not in (QuestionRole.WISH, QuestionRole.AVOID)


def _fact(question: Question, desk: Desk) -> Fact:
    answer = desk.answers[question.key]
    label = question.short_label
    if question.kind is QuestionKind.MONEY and isinstance(answer, int):
        return Fact(question.key, label, minor=answer, is_sensitive=question.sensitive)
    parts: Sequence[object] = answer if isinstance(answer, list) else [answer]
    words = tuple(question.words_for(part) for part in parts)
    return Fact(question.key, label, words, is_sensitive=question.sensitive)


def _earlier(one: Earlier) -> EarlierView:
    covers = tuple(cards_of_versions(one.version_ids[:COVERS_SHOWN]).values())
    return EarlierView(one.at, covers, len(one.item_ids), one.judged, one.kept)


def _initials(name: str) -> str:
    parts = name.split()
    return (parts[0][:1] + (parts[-1][:1] if len(parts) > 1 else "")).upper() if parts else "?"
