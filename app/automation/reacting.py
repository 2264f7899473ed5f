"""A simulated customer in front of a delivery: opens, judges, comments, through its services."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from app.automation.people import Persona
from app.automation.pretended import LifeTime
from app.automation.scenario import Calling, Scenario
from app.automation.taste import draw_reaction
from app.catalogue.cards import ItemCard
from app.delivery.services import (
    PagePick,
    answer_closing,
    answer_follow_up,
    delivery_page,
    follow_call,
    give_verdict,
    note_opened,
    take_set,
    withdraw,
)
from app.pilots.definition import ClosingQuestion, PilotDefinition

NEVER_OPENED, ONLY_LOOKED, SKIPPED, CHANGED = 0.1, 0.08, 0.05, 0.05
REASON_GIVEN, CLOSES, COMMENTS, LEAVES = 0.55, 0.62, 0.6, 0.012
HOUR = 3600.0


@dataclass(slots=True)
class Reader:
    """One customer in front of one delivery."""

    rng: Random
    time: LifeTime
    brief_id: int
    persona: Persona
    definition: PilotDefinition
    scenario: Scenario
    house: Collection[str]
    kept: int | None = None
    called: bool = False

    def chance(self, share: float) -> bool:
        """Draw whether something happens."""
        return self.rng.random() < share


def react(reader: Reader) -> None:
    """Open the delivery (or not), answer each pick, take the set, say a last word."""
    if reader.chance(NEVER_OPENED):
        return
    with reader.time.after(reader.rng.lognormvariate(1.4, 1.1) * HOUR):
        note_opened(reader.brief_id)
        picks = delivery_page(reader.brief_id, personal=False).picks
    if reader.chance(ONLY_LOOKED):
        return
    reactions = {pick.position: _reaction(reader, pick) for pick in picks}
    kept = reader.kept = sum(reaction == "kept" for reaction in reactions.values())
    if (
        len(picks) > 1
        and kept >= len(picks) - 1
        and reader.definition.take_set
        and reader.chance(0.4)
    ):
        with reader.time.after(40):
            take_set(reader.brief_id, taken=True)
    else:
        for pick in picks:
            _judge(reader, pick, reactions[pick.position])
    _call(reader, kept)
    _close(reader, kept / max(1, len(picks)))
    if reader.chance(LEAVES):
        with reader.time.after(30 * HOUR):
            withdraw(reader.brief_id)


def _reaction(reader: Reader, pick: PagePick) -> str:
    role = reader.definition.places[pick.position - 1].role
    on_house = pick.card.key in reader.house
    return draw_reaction(reader.rng, reader.persona.taste, pick.card, role, on_house=on_house)


def verdict_for(definition: PilotDefinition, reaction: str) -> str:
    """Return the pilot's own verdict that says this: kept, already, unsure or refused."""
    kept = [v.key for v in definition.verdicts if v.kept]
    already = [v.key for v in definition.verdicts if v.already and not v.kept]
    others = [v for v in definition.verdicts if not v.kept and not v.already]
    refused = [v.key for v in others if v.reasons] or [v.key for v in others] or already or kept
    unsure = [v.key for v in others if v.key not in refused] or refused
    by_reaction = {"kept": kept, "already": already or refused, "unsure": unsure}
    return by_reaction.get(reaction, refused)[-1 if reaction == "refused" else 0]


def _judge(reader: Reader, pick: PagePick, reaction: str) -> None:
    if reader.chance(SKIPPED):
        return
    if reader.chance(CHANGED):
        _give(reader, pick, "unsure" if reaction != "unsure" else "kept")
    _give(reader, pick, reaction)


def _give(reader: Reader, pick: PagePick, reaction: str) -> None:
    key = verdict_for(reader.definition, reaction)
    verdict = reader.definition.verdict(key)
    reasons = [choice.key for choice in verdict.reasons] if verdict else []
    reason = _reason(reader, pick.card, reasons) if reader.chance(REASON_GIVEN) else None
    with reader.time.after(reader.rng.uniform(12, 90)):
        give_verdict(reader.brief_id, pick.pick_id, key, reason=reason)


def _reason(reader: Reader, card: ItemCard, reasons: list[str]) -> str | None:
    if not reasons:
        return None
    likely: Mapping[str, bool] = {
        "price": reader.persona.taste.is_dear(card),
        "too_dear": reader.persona.taste.is_dear(card),
        "too_sad": bool({"melancholy", "dark"} & set(card.tags)),
        "too_long": card.attributes.get("length") == "long",
    }
    wanted = [key for key in reasons if likely.get(key)]
    others = [key for key in reasons if key not in likely]
    return reader.rng.choice(wanted if wanted and reader.chance(0.6) else others or reasons)


def _call(reader: Reader, kept: int) -> None:
    share = calling_share(reader.scenario.calling, kept)
    if reader.definition.call_to_action and share and reader.chance(share):
        with reader.time.after(50):
            follow_call(reader.brief_id)
            reader.called = True


def calling_share(calling: Calling, kept: int) -> float:
    """Return how likely somebody who kept so many follows the call to action."""
    if kept < calling.least:
        return 0.0
    chances = kept - calling.least + 1 if calling.each else 1
    return 1.0 - (1 - calling.share) ** chances


def _close(reader: Reader, share: float) -> None:
    if not reader.chance(CLOSES):
        return
    answers = {}
    for question in reader.definition.closing:
        if question.kind == "scale":
            answers[question.key] = str(_grade(reader.rng, share))
        elif reader.chance(COMMENTS):
            answers[question.key] = reader.rng.choice(_comments(reader, share))
    if answers:
        with reader.time.after(reader.rng.uniform(20, 120)):
            answer_closing(reader.brief_id, answers)


def come_back(reader: Reader, delivered_at: datetime) -> None:
    """Say some weeks later what came of it, where somebody had anything to say at all."""
    for follow_up in reader.definition.follow_ups:
        if reader.kept is None or not reader.chance(reader.scenario.later.share):
            continue
        asked_at = delivered_at + timedelta(days=follow_up.days)
        with reader.time.at(asked_at + timedelta(hours=reader.rng.uniform(0.5, 60))):
            answers = {one.key: _later_answer(reader, one) for one in follow_up.questions}
            answer_follow_up(reader.brief_id, follow_up.key, answers)


def _later_answer(reader: Reader, question: ClosingQuestion) -> str:
    later = reader.scenario.later
    if question.kind == "scale":
        return str(_grade(reader.rng, (reader.kept or 0) / reader.definition.size))
    if question.kind == "text":
        pool = reader.scenario.texts.get(question.key) or ("",)
        return reader.rng.choice(pool) if reader.chance(COMMENTS) else ""
    weights = (later.called if reader.called else later.others).get(question.key, {})
    options = [option.key for option in question.options]
    return reader.rng.choices(options, [weights.get(key, 1.0) for key in options])[0]


def _grade(rng: Random, share: float) -> int:
    return max(1, min(5, round(1.6 + 3.6 * share + rng.gauss(0, 0.7))))


def _comments(reader: Reader, share: float) -> tuple[str, ...]:
    comments = reader.scenario.comments
    if share >= 0.6:
        return comments.glad
    return comments.mixed if share >= 0.3 else comments.sorry
