"""Write a finished selection with its picks and words: one way for curators and policies."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import select

from app.clock import now
from app.extensions import db
from app.log.events import keep_words
from app.models import Assignment, Brief, Pick, Pilot, Selection

FIELDS_ASIDE = "pick_fields"


@dataclass(frozen=True, slots=True)
class PickDraft:
    """One item in one place, ready to be recorded; propensity is None for a human choice.

    `fields` are codes and figures; `personal_fields` (a known fact, typed words) go aside.
    """

    position: int
    role: str
    item_id: int
    item_version_id: int
    reason: str
    source: str = "curator"
    reason_code: str | None = None
    drivers: tuple[str, ...] = ()
    search_id: int | None = None
    propensity: float | None = None
    propensity_included: float | None = None
    propensity_kind: str = "unknown_human"
    fields: Mapping[str, Any] = field(default_factory=dict)
    personal_fields: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Effort:
    """Active seconds by phase, and the moments that frame the work."""

    opened_at: datetime | None = None
    first_pick_at: datetime | None = None
    read_seconds: int = 0
    search_seconds: int = 0
    write_seconds: int = 0


@dataclass(frozen=True, slots=True)
class SelectionDraft:
    """Everything a selection says beside its picks.

    `policy` names who answered: human:c3, rule:segment@4, generic@1.
    """

    policy_kind: str
    policy: str
    letter: str = ""
    staff_id: int | None = None
    candidates: int | None = None
    fields_shown: tuple[str, ...] = ()
    could_rule: str | None = None
    effort: Effort = field(default_factory=Effort)


def record_selection(brief: Brief, draft: SelectionDraft, picks: Sequence[PickDraft]) -> int:
    """Record a selection and its picks inside the open write block; return its id."""
    row = Selection(
        pilot_id=brief.pilot_id,
        brief_id=brief.id,
        role="primary",
        arm=brief.arm or "hand",
        arm_probability=_arm_probability(brief),
        policy_kind=draft.policy_kind,
        policy=draft.policy,
        staff_id=draft.staff_id,
        pilot_version_id=brief.pilot_version_id,
        form_version_id=brief.form_version_id,
        catalogue_version=db.session.scalar(
            select(Pilot.catalogue_version).where(Pilot.id == brief.pilot_id)
        ),
        candidates=draft.candidates,
        fields_shown=list(draft.fields_shown),
        opened_at=draft.effort.opened_at,
        first_pick_at=draft.effort.first_pick_at,
        sent_at=now(),
        read_seconds=draft.effort.read_seconds,
        search_seconds=draft.effort.search_seconds,
        write_seconds=draft.effort.write_seconds,
        could_rule=draft.could_rule,
    )
    db.session.add(row)
    db.session.flush()
    keep_words(
        "selection", row.id, "letter", draft.letter, pilot_id=brief.pilot_id, brief_id=brief.id
    )
    for pick in picks:
        _record_pick(row, pick)
    return row.id


def _record_pick(selection: Selection, draft: PickDraft) -> None:
    row = Pick(
        pilot_id=selection.pilot_id,
        brief_id=selection.brief_id,
        selection_id=selection.id,
        position=draft.position,
        role=draft.role,
        item_id=draft.item_id,
        item_version_id=draft.item_version_id,
        source=draft.source,
        reason_code=draft.reason_code,
        drivers=list(draft.drivers),
        fields=dict(draft.fields),
        search_id=draft.search_id,
        propensity=draft.propensity,
        propensity_included=draft.propensity_included,
        propensity_kind=draft.propensity_kind,
    )
    db.session.add(row)
    db.session.flush()
    personal = json.dumps(dict(draft.personal_fields)) if draft.personal_fields else ""
    for subject, name, words in (
        ("pick", "reason", draft.reason),
        (FIELDS_ASIDE, "fields", personal),
    ):
        keep_words(
            subject,
            row.id,
            name,
            words,
            pilot_id=selection.pilot_id,
            brief_id=selection.brief_id,
        )


def _arm_probability(brief: Brief) -> float | None:
    return db.session.scalar(
        select(Assignment.probability).where(
            Assignment.pilot_id == brief.pilot_id, Assignment.customer_id == brief.customer_id
        )
    )
