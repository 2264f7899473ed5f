"""Everything that lies on the desk for one brief: tray, rules, budget, what was sent before."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select

from app.catalogue.cards import ItemCard
from app.catalogue.services import cards_of_versions
from app.catalogue.stock import free_for
from app.console.checks import Chosen, Finding, Level, Situation, all_clear, find, may_send
from app.console.filling_in import mark_of_fields
from app.console.history import History, history_of
from app.console.never import clash_of, never_words
from app.console.writing_down import mark_of, writes_letter
from app.exceptions import NotFound
from app.extensions import db
from app.intake.services import answers_of
from app.models import Brief, Tray, TrayPick
from app.pilots.definition import PilotDefinition, Slot
from app.pilots.form_definition import Form, Question, QuestionRole
from app.pilots.pick_fields import Filled, fill, of_item
from app.pilots.services import definition_of, form_of
from app.queue.services import known_facts

NO_NAME = "the customer"


@dataclass(frozen=True, slots=True)
class PickView:
    """A draft pick with its card as it will be sent."""

    position: int
    role: str
    card: ItemCard
    reason: str
    reason_code: str | None
    drivers: tuple[str, ...]
    version: int
    search_id: int | None
    fields: tuple[Filled, ...]
    fields_mark: str
    findings: tuple[Finding, ...]

    def has(self, code: str) -> bool:
        """Tell whether a rule found something here."""
        return any(finding.code == code for finding in self.findings)


@dataclass(frozen=True, slots=True)
class PlaceView:
    """One place of the delivery, with its pick if there is one."""

    position: int
    role: str
    name: str
    hint: str
    only: str
    pick: PickView | None


@dataclass(frozen=True, slots=True)
class TrayView:
    """The tray as the console shows it."""

    version: int
    letter: str
    letter_mark: str
    places: tuple[PlaceView, ...]
    sum_minor: int
    budget_minor: int | None
    findings: tuple[Finding, ...]
    clear: tuple[str, ...]
    active_seconds: int
    opened_at: datetime | None

    @property
    def size(self) -> int:
        """Return how many places there are."""
        return len(self.places)

    @property
    def picks(self) -> tuple[PickView, ...]:
        """Return the picks in the order of their places."""
        return tuple(place.pick for place in self.places if place.pick is not None)

    @property
    def by_item(self) -> Mapping[int, int]:
        """Return the place of each picked item."""
        return {pick.card.item_id: pick.position for pick in self.picks}

    @property
    def may_send(self) -> bool:
        """Tell whether nothing stands in the way of sending."""
        return may_send(self.findings)

    @property
    def is_priced(self) -> bool:
        """Tell whether there is a sum to show: nothing picked yet, or something with a price."""
        prices = [pick.card.price_minor for pick in self.picks]
        return not prices or any(price is not None for price in prices)

    @property
    def is_over_budget(self) -> bool:
        """Tell whether the picks cost more than the customer named."""
        return self.budget_minor is not None and self.sum_minor > self.budget_minor


@dataclass(frozen=True, slots=True)
class Desk:
    """A brief with its answers, definition, history and tray."""

    brief: Brief
    definition: PilotDefinition
    form: Form
    answers: Mapping[str, Any]
    history: History
    never: tuple[str, ...]
    tray: TrayView
    writes_letter: bool

    @property
    def name(self) -> str:
        """Return the customer's name, or a stand-in."""
        return str(answer_to(self.form, self.answers, QuestionRole.NAME) or NO_NAME)

    @property
    def first_name(self) -> str:
        """Return the first word of the name."""
        return NO_NAME if self.name == NO_NAME else _first_word(self.name)

    def clash(self, card: ItemCard) -> str:
        """Return the value of an item that clashes with "never", or ''."""
        return clash_of(card, self.never, self.definition.checks.never_in)

    @property
    def asked(self) -> tuple[Question, ...]:
        """Return the questions whose answers the console shows."""
        hidden = {QuestionRole.NAME, QuestionRole.ADDRESS}
        return tuple(
            question
            for question in self.form.questions
            if question.role not in hidden and self.answers.get(question.key) not in (None, "", [])
        )


def desk_of(brief_id: int) -> Desk:
    """Return everything the console knows about one brief."""
    brief = db.session.get(Brief, brief_id)
    if brief is None:
        raise NotFound("This brief does not exist.")
    definition = definition_of(brief.pilot_version_id)
    form = form_of(brief.form_version_id)
    answers = answers_of(brief_id)
    history = history_of(brief)
    never = _never(definition, form, answers)
    picks = _stored_picks(brief, definition)
    free = free_for(
        brief_id,
        {pick.card.item_id: pick.card.stock for pick in picks},
        own_picks={pick.card.item_id: pick.row.id for pick in picks},
    )
    tray = db.session.get(Tray, brief_id)
    budget = answer_to(form, answers, QuestionRole.BUDGET)
    situation = Situation(
        rules=definition.checks,
        size=definition.size,
        picks=tuple(_chosen(pick, free, definition, never, history) for pick in picks),
        customer=_first_word(answer_to(form, answers, QuestionRole.NAME)) or "the customer",
        budget_minor=budget if isinstance(budget, int) else None,
        overrides=tray.overrides if tray else {},
    )
    return Desk(
        brief=brief,
        definition=definition,
        form=form,
        answers=answers,
        history=history,
        never=never,
        tray=_tray_view(tray, picks, situation, definition),
        writes_letter=writes_letter(brief),
    )


def _never(definition: PilotDefinition, form: Form, answers: Mapping[str, Any]) -> tuple[str, ...]:
    if definition.checks.never == "off":
        return ()
    avoid = str(answer_to(form, answers, QuestionRole.AVOID) or "")
    return never_words(avoid, nouns=(definition.cards.noun, definition.cards.nouns))


def _first_word(text: Any) -> str:
    return next(iter(str(text or "").split()), "")


def answer_to(form: Form, answers: Mapping[str, Any], role: QuestionRole) -> Any:
    """Return the answer to the first question with a role, or None."""
    question = form.by_role(role)
    return answers.get(question.key) if question else None


@dataclass(frozen=True, slots=True)
class _Stored:
    """A pick of the tray with its card and what goes with it."""

    row: TrayPick
    card: ItemCard
    fields: tuple[Filled, ...]


def _stored_picks(brief: Brief, definition: PilotDefinition) -> list[_Stored]:
    rows = db.session.scalars(
        select(TrayPick).where(TrayPick.brief_id == brief.id).order_by(TrayPick.position)
    ).all()
    shown = cards_of_versions([row.item_version_id for row in rows])
    wanted = definition.pick_fields
    facts = known_facts(brief) if wanted and rows else {}
    return [
        _Stored(
            row,
            card,
            fill(
                wanted,
                of_item(card.attributes, card.price_minor),
                facts=facts,
                typed=row.fields,
            ),
        )
        for row in rows
        for card in [shown[row.item_version_id]]
    ]


def _chosen(
    pick: _Stored,
    free: Mapping[int, int],
    definition: PilotDefinition,
    never: tuple[str, ...],
    history: History,
) -> Chosen:
    row, card = pick.row, pick.card
    sent = history.sent_items.get(card.item_id)
    slot = definition.places[row.position - 1]
    fits = slot.accepts({**card.attributes, "tags": list(card.tags)})
    return Chosen(
        position=row.position,
        item_id=card.item_id,
        title=card.title,
        reason=row.reason,
        price_minor=card.price_minor,
        stock=0 if card.archived else free.get(card.item_id),
        clash=clash_of(card, never, definition.checks.never_in),
        sent=f"in {sent:%B %Y}" if sent else "",
        missing=tuple(one.field.label for one in pick.fields if one.is_missing),
        role=slot.role,
        misfit=None if fits else Level(slot.check),
    )


def _tray_view(
    tray: Tray | None,
    picks: list[_Stored],
    situation: Situation,
    definition: PilotDefinition,
) -> TrayView:
    findings = find(situation)
    by_place = {pick.row.position: _pick_view(pick, findings, definition) for pick in picks}
    letter = tray.letter if tray else ""
    return TrayView(
        version=tray.version if tray else 0,
        letter=letter,
        letter_mark=mark_of(letter),
        places=tuple(
            PlaceView(at, slot.role, slot.name, slot.hint, only_words(slot), by_place.get(at))
            for at, slot in enumerate(definition.places, start=1)
        ),
        sum_minor=situation.sum_minor,
        budget_minor=situation.budget_minor,
        findings=findings,
        clear=all_clear(situation, findings),
        active_seconds=tray.read_seconds + tray.search_seconds + tray.write_seconds if tray else 0,
        opened_at=tray.opened_at if tray else None,
    )


def only_words(slot: Slot) -> str:
    """Say which items a slot wants, or nothing where it takes any."""
    return "; ".join(" or ".join(wanted) for wanted in slot.only.values())


def _pick_view(
    pick: _Stored, findings: tuple[Finding, ...], definition: PilotDefinition
) -> PickView:
    row = pick.row
    return PickView(
        position=row.position,
        role=definition.places[row.position - 1].role,
        card=pick.card,
        reason=row.reason,
        reason_code=row.reason_code,
        drivers=tuple(row.drivers),
        version=row.version,
        search_id=row.search_id,
        fields=pick.fields,
        fields_mark=mark_of_fields(row.fields),
        findings=tuple(found for found in findings if found.item_id == row.item_id),
    )
