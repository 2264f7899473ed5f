"""What the customer's page shows: the letter, the picks with their reasons, the answers so far."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from app.catalogue.cards import ItemCard
from app.catalogue.services import cards_of_versions
from app.exceptions import NotFound
from app.extensions import db
from app.log import PickDraft
from app.log.selections import FIELDS_ASIDE
from app.models import (
    Brief,
    CustomerIdentity,
    Delivery,
    Outcome,
    Pick,
    Pilot,
    Selection,
    SideText,
    Staff,
)
from app.pilots.definition import Disclosure, PilotDefinition
from app.pilots.pick_fields import Shown, saving, shown
from app.pilots.services import definition_of


@dataclass(frozen=True, slots=True)
class PagePick:
    """One pick as the customer sees it, with the verdict given so far."""

    pick_id: int
    position: int
    role_name: str
    card: ItemCard
    reason: str
    verdict: str | None = None
    verdict_reason: str | None = None
    fields: tuple[Shown, ...] = ()

    @property
    def saving(self) -> int | None:
        """Return how much less than now the customer would pay, where both are known."""
        return saving(self.fields)


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signs: a person in a named pilot, else the service."""

    name: str
    initials: str
    line: str


@dataclass(frozen=True, slots=True)
class DeliveryPage:
    """Everything the delivery template needs; `first_name` only for who is proven."""

    public_id: str
    pilot_slug: str
    definition: PilotDefinition
    first_name: str
    letter: str
    signature: Signature
    picks: tuple[PagePick, ...]
    delivered_at: datetime | None
    took_set: bool
    closing: Mapping[str, str]
    followed: bool

    @property
    def rated(self) -> int:
        """Return how many picks have a verdict."""
        return sum(pick.verdict is not None for pick in self.picks)


def delivery_page(brief_id: int, *, personal: bool) -> DeliveryPage:
    """Return the delivered selection; name and known facts only where the address is proven."""
    brief = db.session.get(Brief, brief_id)
    delivery = latest_delivery(brief_id)
    if brief is None or delivery is None:
        raise NotFound("Nothing has been delivered yet.")
    selection = db.session.get_one(Selection, delivery.selection_id)
    picks = _delivered_picks(brief, selection.id, personal=personal)
    outcomes = _outcomes(brief_id)
    comment = _words("outcome", _latest_ids(brief_id, "closing"))
    answered = {
        key: comment.get(outcome.id, outcome.value or "")
        for (kind, key), outcome in outcomes.items()
        if kind == "closing"
    }
    taken = outcomes.get(("took_set", ""))
    return DeliveryPage(
        public_id=brief.public_id,
        pilot_slug=_slug(brief.pilot_id),
        definition=definition_of(brief.pilot_version_id),
        first_name=_first_name(brief) if personal else "",
        letter=_words("selection", [selection.id]).get(selection.id, ""),
        signature=_signature(brief, selection.staff_id, delivery.at),
        picks=picks,
        delivered_at=delivery.at,
        took_set=taken is not None and taken.value == "yes",
        closing=answered,
        followed=("call_to_action", "") in outcomes,
    )


def preview_page(
    brief_id: int, picks: Sequence[PickDraft], *, letter: str, staff_id: int | None
) -> DeliveryPage:
    """Return the very page the customer would get from a draft."""
    brief = db.session.get(Brief, brief_id)
    if brief is None:
        raise NotFound("This brief does not exist.")
    definition = definition_of(brief.pilot_version_id)
    cards = cards_of_versions([pick.item_version_id for pick in picks])
    names = {slot.role: slot.name for slot in definition.slots}
    return DeliveryPage(
        public_id=brief.public_id,
        pilot_slug=_slug(brief.pilot_id),
        definition=definition,
        first_name=_first_name(brief),
        letter=letter or definition.letter,
        signature=_signature(brief, staff_id, brief.promised_at),
        picks=tuple(
            PagePick(
                pick.position,
                pick.position,
                names[pick.role],
                cards[pick.item_version_id],
                pick.reason,
                fields=shown(definition.pick_fields, pick.fields, personal=pick.personal_fields),
            )
            for pick in sorted(picks, key=lambda pick: pick.position)
        ),
        delivered_at=None,
        took_set=False,
        closing={},
        followed=False,
    )


def latest_delivery(brief_id: int) -> Delivery | None:
    """Return the delivery in force, or None before there is one."""
    return db.session.scalar(
        select(Delivery)
        .where(Delivery.brief_id == brief_id)
        .order_by(Delivery.attempt.desc())
        .limit(1)
    )


def _delivered_picks(brief: Brief, selection_id: int, *, personal: bool) -> tuple[PagePick, ...]:
    definition = definition_of(brief.pilot_version_id)
    rows = db.session.scalars(
        select(Pick).where(Pick.selection_id == selection_id).order_by(Pick.position)
    ).all()
    cards = cards_of_versions([row.item_version_id for row in rows])
    reasons = _words("pick", [row.id for row in rows])
    known = _words(FIELDS_ASIDE, [row.id for row in rows]) if personal else {}
    names = {slot.role: slot.name for slot in definition.slots}
    verdicts = _pick_answers(brief.id)
    return tuple(
        PagePick(
            row.id,
            row.position,
            names.get(row.role, row.role),
            cards[row.item_version_id],
            reasons.get(row.id, ""),
            verdicts.get(("verdict", row.id)),
            verdicts.get(("verdict_reason", row.id)),
            shown(
                definition.pick_fields,
                row.fields,
                personal=json.loads(known.get(row.id, "{}")),
            ),
        )
        for row in rows
    )


def _pick_answers(brief_id: int) -> dict[tuple[str, int], str]:
    rows = db.session.execute(
        select(Outcome.kind, Outcome.pick_id, Outcome.value)
        .where(Outcome.brief_id == brief_id, Outcome.pick_id.is_not(None))
        .order_by(Outcome.id)
    )
    found: dict[tuple[str, int], str] = {}
    for kind, pick_id, value in rows:
        if pick_id is None or value is None:
            continue
        if kind == "verdict":
            found.pop(("verdict_reason", pick_id), None)
        found[(kind, pick_id)] = value
    return found


def _outcomes(brief_id: int) -> dict[tuple[str, str], Outcome]:
    rows = db.session.scalars(
        select(Outcome)
        .where(Outcome.brief_id == brief_id, Outcome.pick_id.is_(None))
        .order_by(Outcome.id)
    )
    return {(row.kind, row.question or ""): row for row in rows}


def _latest_ids(brief_id: int, kind: str) -> list[int]:
    return [row.id for (k, _), row in _outcomes(brief_id).items() if k == kind]


def _words(subject: str, ids: Sequence[int]) -> dict[int, str]:
    if not ids:
        return {}
    rows = db.session.execute(
        select(SideText.subject_id, SideText.words).where(
            SideText.subject == subject, SideText.subject_id.in_(ids), SideText.words.is_not(None)
        )
    )
    return {subject_id: words or "" for subject_id, words in rows}


def _signature(brief: Brief, staff_id: int | None, at: datetime | None) -> Signature:
    definition = definition_of(brief.pilot_version_id)
    day = f"{at.astimezone(definition.promise.zone):%A %-d %B}" if at else ""
    if definition.disclosure is Disclosure.NAMED and staff_id is not None:
        name = db.session.scalar(select(Staff.name).where(Staff.id == staff_id)) or ""
        initials = "".join(part[:1] for part in name.split()[:2]).upper()
        return Signature(name, initials, f"Chosen by hand, {day}")
    brand = definition.brand.name
    return Signature(brand, brand[:1].upper(), f"Your selection, {day}")


def _first_name(brief: Brief) -> str:
    if brief.customer_id is None:
        return ""
    identity = db.session.get(CustomerIdentity, brief.customer_id)
    words = (identity.name or "").split() if identity else []
    return words[0] if words else ""


def _slug(pilot_id: int) -> str:
    return db.session.scalar(select(Pilot.slug).where(Pilot.id == pilot_id)) or ""
