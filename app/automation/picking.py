"""A simulated curator at work on one brief, with the console's own services."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from random import Random

from app.automation.choosing import Chooser, choose_items
from app.automation.people import Persona
from app.automation.pretended import LifeTime
from app.automation.rota import Curator
from app.automation.scenario import Scenario
from app.automation.taste import values_of
from app.catalogue.cards import ItemCard
from app.catalogue.search import search_items
from app.console.checks import Level
from app.console.desk import Desk, desk_of
from app.console.effort import Active, beat
from app.console.searching import Shown, note_look, settle
from app.console.services import (
    Reason,
    TrayChange,
    change_tray,
    pass_over,
    send,
    undo,
    write_letter,
    write_reason,
)
from app.log import Actor
from app.pilots.definition import PilotDefinition

READ, SEARCH, WRITE = (60, 170), (40, 105), (25, 60)
LISTED = 12
UNDONE, SWAPPED, REORDERED, GENEROUS = 0.02, 0.22, 0.15, 0.08


@dataclass(slots=True)
class Work:
    """One brief on one curator's desk; `time` moves on with each thing done."""

    rng: Random
    time: LifeTime
    pilot_id: int
    brief_id: int
    curator: Curator
    persona: Persona
    definition: PilotDefinition
    scenario: Scenario
    shelf: Sequence[ItemCard]

    @property
    def actor(self) -> Actor:
        """Return the curator as the log names them."""
        return Actor.staff(self.curator.staff_id)

    def seconds(self, bounds: tuple[int, int]) -> int:
        """Draw how long something takes; practice shortens it."""
        return max(5, int(self.rng.uniform(*bounds) * self.curator.slowness))

    def chance(self, share: float) -> bool:
        """Draw whether something happens."""
        return self.rng.random() < share


def read(work: Work) -> None:
    """Read the brief; work already claimed."""
    took = work.seconds(READ)
    with work.time.after(took):
        beat(work.brief_id, Active(read=took), actor=work.actor)


def pick_and_send(work: Work) -> datetime:
    """Fill the tray, say why, send; return when the selection will be released."""
    with work.time.after(1):
        desk = desk_of(work.brief_id)
    chosen = _choose(work, desk)
    _fill(work, chosen)
    _write(work, chosen, desk)
    due = _send(work)
    if work.chance(UNDONE):
        with work.time.after(12):
            undo(work.brief_id, actor=work.actor)
        due = _send(work)
    work.curator.done += 1
    return due


def _choose(work: Work, desk: Desk) -> list[ItemCard]:
    sent = desk.history.sent_items
    chooser = Chooser(
        eye=work.curator.eye,
        roles=work.scenario.slots,
        is_avoided=lambda card: bool(desk.clash(card)) or card.item_id in sent,
        counts_the_cost=not work.chance(GENEROUS),
    )
    return choose_items(work.rng, work.persona.taste, work.definition, work.shelf, chooser)


def _fill(work: Work, chosen: Sequence[ItemCard]) -> None:
    shown = Shown()
    searched = 0
    for place, card in enumerate(chosen, start=1):
        took = work.seconds(SEARCH)
        with work.time.after(took * 0.4):
            if card.item_id not in shown.items:
                shown = _find(work, card)
            _look_around(work, shown, card)
        with work.time.after(took * 0.6):
            change = TrayChange("add", card.item_id)
            change_tray(work.brief_id, change, actor=work.actor, shown=shown)
        searched += took
        if place < len(chosen) and work.chance(SWAPPED):
            _change_mind(work, shown, {card.item_id for card in chosen})
    if work.definition.slots[0].count > 1 and work.chance(REORDERED):
        with work.time.after(6):
            up = TrayChange("up", chosen[1].item_id)
            change_tray(work.brief_id, up, actor=work.actor)
    with work.time.after(1):
        beat(work.brief_id, Active(search=searched), actor=work.actor)


def _find(work: Work, card: ItemCard) -> Shown:
    """Search by what the customer asked for; a practised curator goes by the title sooner."""
    asked = _asked_filters(work, card)
    if not work.chance(0.3 * (1.3 - work.curator.slowness)):
        words = work.rng.choice(work.scenario.searches or ("",)) if work.chance(0.35) else ""
        shown = _search(work, words, asked)
        if card.item_id in shown.items:
            return shown
        settle(work.brief_id, shown, actor=work.actor)
    return _search(work, card.title if work.chance(0.7) else card.maker or card.title, {})


def _asked_filters(work: Work, card: ItemCard) -> Mapping[str, tuple[str, ...]]:
    asked = work.persona.taste.asked
    met = {name: sorted(asked[name] & set(values_of(card, name))) for name in sorted(asked)}
    usable = [(name, values[0]) for name, values in met.items() if values]
    picked = work.rng.sample(usable, min(len(usable), work.rng.choice((1, 2, 2))))
    kinds = [name for name in work.definition.cards.facets or () if name not in asked]
    if kinds and work.chance(0.75):
        picked += [(kinds[0], value) for value in values_of(card, kinds[0])[:1]]
    return {name: (value,) for name, value in sorted(picked)}


def _search(work: Work, words: str, filters: Mapping[str, tuple[str, ...]]) -> Shown:
    found = search_items(work.pilot_id, words, filters=filters, per_page=LISTED, facets=[])
    return Shown(
        words=words, filters=filters, mode=found.mode, total=found.total, items=found.item_ids
    )


def _look_around(work: Work, shown: Shown, card: ItemCard) -> None:
    others = [item_id for item_id in shown.items[:10] if item_id != card.item_id]
    wanted = round(work.rng.uniform(0, 2) * work.curator.slowness)
    for item_id in work.rng.sample(others, min(len(others), wanted)):
        note_look(work.brief_id, item_id, actor=work.actor, shown=None)
    if work.chance(0.5):
        note_look(work.brief_id, card.item_id, actor=work.actor, shown=shown)


def _change_mind(work: Work, shown: Shown, kept: set[int]) -> None:
    others = [item_id for item_id in shown.items if item_id not in kept]
    if not others:
        return
    tried = work.rng.choice(others)
    for kind, pause in (("add", 9), ("remove", 21)):
        with work.time.after(pause):
            change_tray(work.brief_id, TrayChange(kind, tried), actor=work.actor, shown=shown)


def _write(work: Work, chosen: Sequence[ItemCard], desk: Desk) -> None:
    codes = [choice.key for choice in work.definition.reason_codes]
    drivers = [question.key for question in desk.asked]
    used: set[str] = set()
    wrote = 0
    for card, slot in zip(chosen, work.definition.places, strict=False):
        took = work.seconds(WRITE)
        left = [line for line in work.scenario.reasons_for(slot.role) if line not in used]
        line = work.rng.choice(left or work.scenario.reasons_for(slot.role))
        used.add(line)
        reason = Reason(
            line.format(title=card.title, maker=card.maker)[: work.definition.checks.reason_max],
            work.rng.choice(codes) if codes else None,
            tuple(work.rng.sample(drivers, min(len(drivers), work.rng.choice((1, 1, 2))))),
        )
        with work.time.after(took):
            write_reason(work.brief_id, card.item_id, reason, version=1, actor=work.actor)
        wrote += took
    with work.time.after(1):
        beat(work.brief_id, Active(write=wrote), actor=work.actor)
    if desk.writes_letter:
        with work.time.after(work.seconds(WRITE)):
            letter = work.rng.choice(work.scenario.letters)
            write_letter(work.brief_id, letter, seen=desk.tray.letter_mark, actor=work.actor)


def _send(work: Work) -> datetime:
    with work.time.after(work.seconds((6, 20))):
        tray = desk_of(work.brief_id).tray
        warned = [f for f in tray.findings if f.level is Level.WARN and f.is_open]
        for finding in warned:
            words = work.scenario.override.get(finding.code, "Looked at, and meant.")
            pass_over(work.brief_id, finding.key, words, actor=work.actor)
        version = desk_of(work.brief_id).tray.version if warned else tray.version
        could = [choice.key for choice in work.definition.could_rules]
        answer = work.rng.choices(could, [5, 2, 3, *[1] * 20][: len(could)])[0] if could else None
        return send(work.brief_id, actor=work.actor, could_rule=answer, version=version)
