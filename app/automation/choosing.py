"""What a simulated curator would pick: a practised guess at somebody's taste (pure)."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from random import Random

from app.automation.taste import Taste, values_of
from app.catalogue.cards import ItemCard
from app.pilots.definition import PilotDefinition, Slot

IN_MIND = 0.45
GUESSING = 0.45
ROLE_DISTANCE = {"stretch": 0.4, "wildcard": 0.9, "discovery": 0.2}
CHEAP = 0.15


@dataclass(frozen=True, slots=True)
class Guess:
    """An item somebody has in mind: how near it is to the wish, how good it seems."""

    card: ItemCard
    match: float
    worth: float


@dataclass(frozen=True, slots=True)
class Chooser:
    """Who chooses: `eye` is the share of a hidden taste they read; what slots want; what is out."""

    eye: float
    roles: Mapping[str, Mapping[str, str | Sequence[str]]]
    is_avoided: Callable[[ItemCard], bool]
    counts_the_cost: bool = True


def choose_items(
    rng: Random,
    taste: Taste,
    definition: PilotDefinition,
    shelf: Sequence[ItemCard],
    chooser: Chooser,
) -> list[ItemCard]:
    """Choose one item a place, as somebody does who guesses a part of the taste."""
    guesses = [
        Guess(card, match, match + chooser.eye * taste.liking(card) + rng.gauss(0, GUESSING))
        for card in shelf
        if rng.random() < IN_MIND and card.stock != 0
        for match in [taste.match(card)]
    ]
    prices = sorted(guess.card.price_minor or 0 for guess in guesses) or [0]
    reserve = prices[int(len(prices) * CHEAP)]
    places = definition.places
    chosen: list[ItemCard] = []
    for place, slot in enumerate(places):
        kept_back = reserve * (len(places) - place - 1)
        room = _room(taste, chosen, kept_back) if chooser.counts_the_cost else float("inf")
        card = _best(guesses, slot, chooser, chosen, room)
        if card is not None:
            chosen.append(card)
    return chosen


def _room(taste: Taste, chosen: Sequence[ItemCard], reserve: int) -> float:
    if not taste.budget_minor:
        return float("inf")
    spent = sum(card.price_minor or 0 for card in chosen)
    return taste.budget_minor - reserve - spent


def _best(
    guesses: Sequence[Guess],
    slot: Slot,
    chooser: Chooser,
    chosen: Sequence[ItemCard],
    room: float,
) -> ItemCard | None:
    taken = {card.item_id for card in chosen}
    kinds = {kind for card in chosen for kind in values_of(card, "category")}
    wanted = chooser.roles.get(slot.role, {})
    distance = ROLE_DISTANCE.get(slot.role, 0.0)
    fitting = [
        guess
        for guess in guesses
        if guess.card.item_id not in taken
        and not kinds & set(values_of(guess.card, "category"))
        and all(_bears(guess.card, name, values) for name, values in wanted.items())
    ]
    payable = [guess for guess in fitting if (guess.card.price_minor or 0) <= room]
    payable.sort(key=lambda guess: guess.worth - distance * guess.match, reverse=True)
    dearer = sorted(fitting, key=lambda guess: guess.card.price_minor or 0)
    liked = (guess.card for guess in (*payable, *dearer) if not chooser.is_avoided(guess.card))
    return next(liked, None)


def _bears(card: ItemCard, attribute: str, wanted: str | Sequence[str]) -> bool:
    values = (wanted,) if isinstance(wanted, str) else wanted
    return not set(values).isdisjoint(values_of(card, attribute))
