"""Answer waiting briefs of the arms that need no person, as the pilot file says."""

from collections.abc import Mapping
from datetime import timedelta
from functools import cache
from typing import Any

from sqlalchemy import select

from app import log
from app.catalogue.services import cards_of_versions, item_by_key, items_by_tag, items_by_value
from app.clock import now
from app.database import writing
from app.exceptions import Conflict
from app.extensions import db
from app.lifecycle import Arm, Status
from app.log import PickDraft, SelectionDraft
from app.models import Brief, BriefAnswers, Event, PilotVersion
from app.pilots.definition import PilotDefinition
from app.pilots.pick_fields import apart, fill, of_item
from app.pilots.services import definition_of
from app.queue.known_facts import as_answers, facts_for, known_facts
from app.queue.policies import ItemRef, PolicyPick, Shelf, as_answer, house_picks, rule_picks
from app.queue.promise import release_at

TRY_AGAIN_AFTER = timedelta(minutes=15)
AUTOMATIC = (Arm.GENERIC.value, Arm.SEGMENT.value)


def answer_waiting(limit: int = 50) -> int:
    """Answer up to `limit` waiting briefs of arms without a person; return how many were."""
    query = (
        select(Brief.id)
        .where(
            Brief.status == Status.WAITING.value,
            Brief.arm.in_(AUTOMATIC),
            Brief.is_frozen.is_(False),
            ~select(Event.id)
            .where(
                Event.brief_id == Brief.id,
                Event.kind == "policy_unable",
                Event.at > now() - TRY_AGAIN_AFTER,
            )
            .exists(),
        )
        .order_by(Brief.promised_at, Brief.id)
        .limit(limit)
    )
    return sum(answer(brief_id) for brief_id in db.session.scalars(query).all())


def answer(brief_id: int) -> bool:
    """Answer one brief by its arm's policy; False when somebody else did or the shelf is bare."""
    brief = db.session.get(Brief, brief_id)
    if brief is None:
        return False
    definition = definition_of(brief.pilot_version_id)
    picks = _picks_for(brief, definition)
    drafts = _drafts(brief, definition, picks)
    with writing():
        if len(picks) < definition.size:
            _note_unable(brief_id, definition.size - len(picks))
            return False
        try:
            _record(brief_id, definition, drafts)
        except Conflict:
            return False
    return True


def _picks_for(brief: Brief, definition: PilotDefinition) -> tuple[PolicyPick, ...]:
    shelf = shelf_of(brief.pilot_id)
    if brief.arm == Arm.GENERIC:
        return house_picks(definition, shelf)
    row = db.session.get(BriefAnswers, brief.id)
    answers = {**((row.answers if row else None) or {}), **as_answers(facts_for(brief))}
    return rule_picks(definition, answers, shelf)


def shelf_of(pilot_id: int) -> Shelf:
    """Return the catalogue as policies see it: current items that are not archived."""

    def by_key(key: str) -> ItemRef | None:
        card = item_by_key(pilot_id, key)
        return None if card is None else ItemRef(card.item_id, card.version_id, card.key)

    def by_tag(tag: str) -> list[ItemRef]:
        cards = items_by_tag(pilot_id, tag, 60)
        return [ItemRef(card.item_id, card.version_id, card.key) for card in cards]

    @cache
    def by_value(attribute: str, answer: str) -> dict[int, ItemRef]:
        found = items_by_value(pilot_id, attribute, lambda value: as_answer(value) == answer)
        return {row.item_id: ItemRef(row.item_id, row.version_id, row.key) for row in found}

    return Shelf(by_key, by_tag, by_value)


def _record(brief_id: int, definition: PilotDefinition, picks: list[PickDraft]) -> None:
    moment = now()
    brief = db.session.get(Brief, brief_id, with_for_update=True)
    if brief is None or brief.status != Status.WAITING or brief.submitted_at is None:
        raise Conflict("This brief has moved on meanwhile.")
    number = db.session.scalar(
        select(PilotVersion.number).where(PilotVersion.id == brief.pilot_version_id)
    )
    by_rule = brief.arm == Arm.SEGMENT
    policy = f"rule:segment@{number}" if by_rule else f"generic@{number}"
    draft = SelectionDraft(policy_kind="rule", policy=policy, letter=definition.letter)
    selection_id = log.record_selection(brief, draft, picks)
    due = release_at(
        definition,
        submitted_at=brief.submitted_at,
        promised_at=brief.promised_at or moment,
        ready_at=moment,
    )
    log.move(
        brief_id,
        "answered_by_policy",
        actor=log.SYSTEM,
        changes={"selection_id": selection_id, "release_at": due},
        payload={"selection": selection_id},
    )


def _drafts(
    brief: Brief, definition: PilotDefinition, picks: tuple[PolicyPick, ...]
) -> list[PickDraft]:
    source = "rule" if brief.arm == Arm.SEGMENT else "filler"
    facts = known_facts(brief) if definition.pick_fields else {}
    shelf = cards_of_versions([p.item.version_id for p in picks]) if definition.pick_fields else {}
    found = []
    for pick in picks:
        card = shelf.get(pick.item.version_id)
        item = of_item(card.attributes, card.price_minor) if card else {}
        found.append(_draft(pick, source, apart(fill(definition.pick_fields, item, facts=facts))))
    return found


def _draft(
    pick: PolicyPick, source: str, fields: tuple[Mapping[str, Any], Mapping[str, Any]]
) -> PickDraft:
    return PickDraft(
        position=pick.position,
        role=pick.role,
        item_id=pick.item.item_id,
        item_version_id=pick.item.version_id,
        reason=pick.reason,
        source=source,
        propensity=1.0,
        propensity_included=1.0,
        propensity_kind="deterministic",
        fields=fields[0],
        personal_fields=fields[1],
    )


def _note_unable(brief_id: int, missing: int) -> None:
    brief = db.session.get(Brief, brief_id)
    log.append(
        "policy_unable",
        actor=log.SYSTEM,
        pilot_id=brief.pilot_id if brief else None,
        brief_id=brief_id,
        empty_slots=missing,
    )
