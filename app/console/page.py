"""Everything the console's page shows, put together for one reader."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.accounts.services import hand_over_list
from app.console.brief_pane import BriefPane, brief_pane
from app.console.desk import Desk, desk_of
from app.console.finder import Finder
from app.console.results import Results, results_of
from app.exceptions import NotFound
from app.lifecycle import Status
from app.log import Actor, note_read
from app.queue.services import QueuePage, Reader, list_queue


@dataclass(frozen=True, slots=True)
class Slip:
    """What went wrong while words were saved: they are given back beside what is stored."""

    subject: str  # "reason:12", "fields:12", "letter" or "send"
    message: str
    typed: str
    code: str | None = None
    drivers: tuple[str, ...] = ()
    theirs: str | None = None
    version: str = ""
    fields: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ConsolePage:
    """The three panes."""

    brief: BriefPane
    desk: Desk
    results: Results
    queue: QueuePage
    colleagues: tuple[tuple[int, str], ...]


def console_page(brief_id: int, finder: Finder, *, staff_id: int) -> ConsolePage:
    """Return the console of one brief; a draft is nobody's to read but the customer's."""
    desk = open_desk(brief_id)
    pilot_id = desk.brief.pilot_id
    others = hand_over_list(pilot_id, but=staff_id)
    return ConsolePage(
        brief=brief_pane(desk, staff_id=staff_id),
        desk=desk,
        results=results_of(desk, finder),
        queue=list_queue([pilot_id], reader=Reader(staff_id)),
        colleagues=tuple((person.id, person.words) for person in others),
    )


def open_desk(brief_id: int) -> Desk:
    """Return the desk of a submitted brief; raise NotFound for a draft."""
    desk = desk_of(brief_id)
    if desk.brief.status == Status.DRAFT:
        raise NotFound("There is no such brief, or it is not yours to see.")
    return desk


def note_opened(page: ConsolePage, *, actor: Actor) -> None:
    """Note that a person's words were read: by who holds the brief, or by somebody else."""
    note_read(
        "brief_opened" if page.brief.is_mine else "brief_looked_at",
        actor=actor,
        pilot_id=page.desk.brief.pilot_id,
        brief_id=page.brief.brief_id,
        customer_id=page.desk.brief.customer_id,
    )
