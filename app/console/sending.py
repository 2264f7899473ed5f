"""Send a selection, take it back before release, pass over a warning with a reason."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import and_, select

from app import log
from app.catalogue.stock import hold_items
from app.clock import now
from app.console.checks import Level
from app.console.desk import Desk, PickView, desk_of
from app.console.searching import count_candidates
from app.console.tray import open_tray
from app.database import writing
from app.exceptions import Conflict, Invalid, NotFound, StaleVersion
from app.extensions import db
from app.lifecycle import Arm, Status
from app.log import Actor, Effort, PickDraft, SelectionDraft
from app.models import Brief, CustomerIdentity, PilotVersion, Selection, Tray
from app.pilots.definition import UNDO_SECONDS
from app.pilots.pick_fields import apart
from app.queue.promise import release_at
from app.queue.services import LEASE

LONGEST_OVERRIDE = 300


def send(brief_id: int, *, actor: Actor, could_rule: str | None = None, version: int) -> datetime:
    """Record the selection, move the brief to ready, and return when it will be released.

    `version` is that of the tray the curator looked at; what is sent is what was seen.
    """
    with writing():
        _brief, tray = open_tray(brief_id, actor=actor)
        hold_items(brief_id)
        desk = desk_of(brief_id)
        _refuse_unready(desk, version)
        if could_rule and could_rule not in {choice.key for choice in desk.definition.could_rules}:
            raise Invalid("Choose one of the listed answers.", field="could_rule")
        selection_id = log.record_selection(
            desk.brief, _draft(desk, tray, actor, could_rule), pick_drafts(desk)
        )
        return _move_sent(desk, selection_id, actor)


def _refuse_unready(desk: Desk, version: int) -> None:
    if desk.tray.version != version:
        raise StaleVersion("The tray has changed since you looked. Look once more, then send.")
    still_open = [finding for finding in desk.tray.findings if finding.is_open]
    if still_open:
        raise Invalid(
            "Not ready to send: " + "; ".join(finding.words for finding in still_open) + ".",
            problems={finding.key: finding.words for finding in still_open},
        )


def _draft(desk: Desk, tray: Tray, actor: Actor, could_rule: str | None) -> SelectionDraft:
    number = db.session.scalar(
        select(PilotVersion.number).where(PilotVersion.id == desk.brief.pilot_version_id)
    )
    return SelectionDraft(
        policy_kind="human",
        policy=f"human:c{actor.id}@p{number}",
        letter=letter_of(desk),
        staff_id=actor.id,
        candidates=count_candidates(desk.brief.id),
        fields_shown=tuple(question.key for question in desk.asked),
        could_rule=could_rule or None,
        effort=Effort(
            opened_at=tray.opened_at,
            first_pick_at=tray.first_pick_at,
            read_seconds=tray.read_seconds,
            search_seconds=tray.search_seconds,
            write_seconds=tray.write_seconds,
        ),
    )


def letter_of(desk: Desk) -> str:
    """Return the letter that goes with the picks: the curator's, else the pilot's."""
    written = desk.tray.letter.strip() if desk.writes_letter else ""
    return written or desk.definition.letter


def pick_drafts(desk: Desk) -> list[PickDraft]:
    """Return the picks of a tray as they will be recorded; a human choice has no propensity."""
    return [_pick_draft(pick) for pick in desk.tray.picks]


def _pick_draft(pick: PickView) -> PickDraft:
    fields, personal = apart(pick.fields)
    return PickDraft(
        position=pick.position,
        role=pick.role,
        item_id=pick.card.item_id,
        item_version_id=pick.card.version_id,
        reason=pick.reason,
        reason_code=pick.reason_code,
        drivers=pick.drivers,
        search_id=pick.search_id,
        fields=fields,
        personal_fields=personal,
    )


def _move_sent(desk: Desk, selection_id: int, actor: Actor) -> datetime:
    brief, moment = desk.brief, now()
    due = release_at(
        desk.definition,
        submitted_at=brief.submitted_at or moment,
        promised_at=brief.promised_at or moment,
        ready_at=moment,
    )
    log.move(
        brief.id,
        "sent",
        actor=actor,
        guard=and_(
            Brief.owner_id == actor.id,
            Brief.lease_until > moment,
            Brief.version == brief.version,
        ),
        changes={"selection_id": selection_id, "release_at": due, "lease_until": None},
        payload={
            "selection": selection_id,
            "overridden": [f.code for f in desk.tray.findings if f.override],
        },
    )
    return due


def undo(brief_id: int, *, actor: Actor) -> None:
    """Take a sent selection back before its release; the tray is as it was."""
    with writing():
        brief = db.session.get(Brief, brief_id)
        if brief is None:
            raise NotFound("This brief does not exist.")
        moment = now()
        try:
            log.move(
                brief_id,
                "undone",
                actor=actor,
                guard=and_(
                    Brief.owner_id == actor.id,
                    Brief.arm == Arm.HAND.value,
                    Brief.release_at > moment,
                ),
                changes={
                    "selection_id": None,
                    "release_at": None,
                    "claimed_at": moment,
                    "lease_until": moment + LEASE,
                },
                payload={"selection": brief.selection_id},
            )
        except Conflict as conflict:
            raise Conflict(_why_not_undone(brief_id, actor)) from conflict


def _why_not_undone(brief_id: int, actor: Actor) -> str:
    brief = db.session.get(Brief, brief_id)
    if brief is None or brief.status == Status.CLAIMED:
        return "This was taken back already."
    if brief.status == Status.READY and brief.owner_id != actor.id:
        return "Only who sent it may take it back."
    return "It has gone out to the customer. It cannot be taken back from here."


def pass_over(brief_id: int, key: str, words: str, *, actor: Actor) -> None:
    """Keep why a warning is passed over, so that sending may go on; the log names the rule."""
    reason = words.strip()
    if not reason:
        raise Invalid("Say why you pass this over: the log keeps it.", field="reason")
    if len(reason) > LONGEST_OVERRIDE:
        raise Invalid(f"Keep it under {LONGEST_OVERRIDE} characters.", field="reason")
    with writing():
        brief, tray = open_tray(brief_id, actor=actor)
        finding = next((f for f in desk_of(brief_id).tray.findings if f.key == key), None)
        if finding is None or finding.level is Level.BLOCK:
            raise Invalid("There is no such warning any more.", field="reason")
        tray.overrides = {**tray.overrides, key: reason}
        tray.version += 1
        event_id = log.append(
            "rule_overridden",
            actor=actor,
            pilot_id=brief.pilot_id,
            brief_id=brief_id,
            rule=finding.code,
            item=finding.item_id,
        )
        log.keep_words(
            "event", event_id, "reason", reason, pilot_id=brief.pilot_id, brief_id=brief_id
        )


@dataclass(frozen=True, slots=True)
class JustSent:
    """A brief sent a moment ago, and the seconds its sender has to take it back at a tap."""

    brief_id: int
    name: str
    seconds: int


def just_sent(staff_id: int) -> JustSent | None:
    """Return what somebody sent within the last moments and has not taken back."""
    since = now() - timedelta(seconds=UNDO_SECONDS)
    row = db.session.execute(
        select(Brief.id, Selection.sent_at, CustomerIdentity.name)
        .join(Selection, Selection.id == Brief.selection_id)
        .outerjoin(CustomerIdentity, CustomerIdentity.customer_id == Brief.customer_id)
        .where(
            Brief.owner_id == staff_id,
            Brief.status == Status.READY.value,
            Selection.sent_at > since,
        )
        .order_by(Selection.id.desc())
        .limit(1)
    ).first()
    if row is None:
        return None
    left = row.sent_at + timedelta(seconds=UNDO_SECONDS) - now()
    return JustSent(row.id, row.name or "the customer", max(1, int(left.total_seconds())))


def next_held(staff_id: int) -> int | None:
    """Return the most urgent other brief that somebody holds, or None."""
    return db.session.scalar(
        select(Brief.id)
        .where(
            Brief.owner_id == staff_id,
            Brief.status == Status.CLAIMED.value,
            Brief.lease_until > now(),
        )
        .order_by(Brief.promised_at, Brief.id)
        .limit(1)
    )
