"""What a simulated customer likes: what the answers say, and what nobody asked (pure)."""

import hashlib
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

from app.catalogue.cards import ItemCard

POPULAR_TAGS = frozenset({"staff-favourite", "bestseller", "classic", "prize", "wardrobe-staple"})
LIKED, DISLIKED = 4, 3
TASTE_WEIGHT = 0.75
MATCH_WEIGHT = 0.9
PRICE_SHARE = 0.38
UNSURE = 0.4


def values_of(card: ItemCard, attribute: str) -> tuple[str, ...]:
    """Return the values of one attribute of an item as words; tags count as an attribute."""
    found = card.tags if attribute == "tags" else card.attributes.get(attribute)
    if found in (None, "", []):
        return ()
    return tuple(map(str, found)) if isinstance(found, list | tuple) else (str(found),)


@dataclass(frozen=True, slots=True)
class Taste:
    """Likes of one person: `asked` came with the answers, `hidden` only shows in the verdicts."""

    asked: Mapping[str, frozenset[str]]
    hidden: Mapping[tuple[str, str], float]
    warmth: float
    well_stocked: float
    budget_minor: int | None = None

    def match(self, card: ItemCard) -> float:
        """Return which share of what was asked for an item meets, 0 to 1."""
        if not self.asked:
            return 0.0
        met = [bool(wanted & set(values_of(card, name))) for name, wanted in self.asked.items()]
        return sum(met) / len(met)

    def liking(self, card: ItemCard) -> float:
        """Return how far an item meets the likes that nobody asked about, about -1.5 to 1.5."""
        total = 0.0
        for attribute in {name for name, _ in self.hidden}:
            for value in values_of(card, attribute):
                total += self.hidden.get((attribute, value), 0.0)
        return max(-1.8, min(1.8, total))

    def is_dear(self, card: ItemCard) -> bool:
        """Tell whether one item alone takes a large share of the budget."""
        if not self.budget_minor or not card.price_minor:
            return False
        return card.price_minor > PRICE_SHARE * self.budget_minor

    def score(self, card: ItemCard) -> float:
        """Return how much this person would like an item, about -2 to 2."""
        price = 0.6 if self.is_dear(card) else 0.0
        return MATCH_WEIGHT * self.match(card) + TASTE_WEIGHT * self.liking(card) - price


def draw_taste(
    rng: Random,
    answers: Mapping[str, Any],
    shelf: Sequence[ItemCard],
    attributes: Iterable[str],
    budget_minor: int | None,
) -> Taste:
    """Draw a person's taste: from the answers that name an attribute, the rest by chance."""
    names = list(attributes)
    asked = {
        name: frozenset([answers[name]] if isinstance(answers[name], str) else answers[name])
        for name in names
        if answers.get(name) and answers[name] != "any"
    }
    hidden: dict[tuple[str, str], float] = {}
    for count, (low, high) in ((LIKED, (0.5, 1.2)), (DISLIKED, (-1.2, -0.5))):
        for _ in range(count):
            name = rng.choice([name for name in names if name not in asked] or names)
            values = values_of(rng.choice(shelf), name)
            if values:
                hidden[(name, rng.choice(values))] = rng.uniform(low, high)
    return Taste(asked, hidden, rng.gauss(0, 0.55), rng.random() ** 2, budget_minor)


def popularity(card: ItemCard) -> float:
    """Return how likely an item is known already, 0 to about 0.5; the same for everybody."""
    drawn = hashlib.sha256(card.key.encode()).digest()[0] / 255
    return 0.2 * drawn**3 + (0.12 if POPULAR_TAGS & set(card.tags) else 0.0)


def draw_reaction(rng: Random, taste: Taste, card: ItemCard, role: str, *, on_house: bool) -> str:
    """Return what comes of an item: kept, already, unsure or refused."""
    known = popularity(card) * (0.4 + taste.well_stocked) + (0.05 if on_house else 0.0)
    if rng.random() < known:
        return "already"
    brave = -0.55 if role == "wildcard" else 0.0
    wanted = -0.38 + 1.2 * taste.score(card) + taste.warmth + brave + rng.gauss(0, 0.35)
    if rng.random() < 1 / (1 + math.exp(-wanted)):
        return "kept"
    return "unsure" if rng.random() < UNSURE else "refused"
