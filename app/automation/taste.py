"""What a simulated customer likes: what the answers say, and what nobody asked (pure)."""

import hashlib
import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Any

from app.automation.scenario import Leaning, Matter
from app.catalogue.cards import ItemCard
from app.queue.policies import as_answer

POPULAR_TAGS = frozenset({"staff-favourite", "bestseller", "classic", "prize", "wardrobe-staple"})
LIKED, DISLIKED = 4, 3
ANY = "any"
NEAR = 300
SMALL = 1000
UNSURE = 0.4


def values_of(card: ItemCard, attribute: str) -> tuple[str, ...]:
    """Return the values of one attribute of an item as words; tags count as an attribute."""
    found = card.tags if attribute == "tags" else card.attributes.get(attribute)
    if found in (None, "", []):
        return ()
    return tuple(map(str, found)) if isinstance(found, list | tuple) else (str(found),)


@dataclass(frozen=True, slots=True)
class Stock:
    """A catalogue in memory: its cards, and who bears which value of an attribute."""

    cards: Sequence[ItemCard]
    bearers: Mapping[str, Mapping[str, Sequence[int]]]

    def meant(self, attribute: str, answer: Any) -> frozenset[str]:
        """Return the values of an attribute that an answer means."""
        given = {answer} if isinstance(answer, str) else set(answer or ())
        values = self.bearers.get(attribute, {})
        return frozenset(value for value in values if value != ANY and as_answer(value) in given)

    def near(self, asked: Mapping[str, frozenset[str]]) -> Sequence[ItemCard]:
        """Return what somebody looks at: all of a small catalogue, else what meets most."""
        if len(self.cards) <= SMALL:
            return self.cards
        met: Counter[int] = Counter()
        for attribute, values in asked.items():
            for value in sorted(values):
                met.update(self.bearers[attribute][value])
        places = sorted(met, key=lambda place: (-met[place], place))
        return [self.cards[place] for place in places[:NEAR]]


def stock_of(cards: Sequence[ItemCard], attributes: Iterable[str]) -> Stock:
    """Return a catalogue sorted by the values of some attributes."""
    bearers: dict[str, dict[str, list[int]]] = {}
    for name in attributes:
        values = bearers.setdefault(name, {})
        for place, card in enumerate(cards):
            for value in values_of(card, name):
                values.setdefault(value, []).append(place)
    return Stock(cards, bearers)


@dataclass(frozen=True, slots=True)
class Taste:
    """Likes of one person: `asked` came with the answers, `hidden` only shows in the verdicts."""

    asked: Mapping[str, frozenset[str]]
    hidden: Mapping[tuple[str, str], float]
    warmth: float
    well_stocked: float
    budget_minor: int | None = None
    weights: Mapping[str, float] = field(default_factory=dict)
    leaning: Leaning = field(default_factory=Leaning)
    pays_minor: int | None = None

    def match(self, card: ItemCard) -> float:
        """Return which share of what was asked for an item meets, 0 to 1."""
        if not self.asked:
            return 0.0
        met = total = 0.0
        for name, wanted in self.asked.items():
            weight = self.weights.get(name, 1.0)
            found = values_of(card, name)
            total += weight
            met += weight if ANY in found or not wanted.isdisjoint(found) else 0.0
        return met / total

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
        return card.price_minor > self.leaning.dear * self.budget_minor

    def rise(self, card: ItemCard) -> float:
        """Return by which share an item costs more than what is paid today (negative: less)."""
        if not self.pays_minor or not card.price_minor:
            return 0.0
        return max(-0.3, card.price_minor / self.pays_minor - 1)

    def score(self, card: ItemCard) -> float:
        """Return how much this person would like an item, about -2 to 2."""
        price = 0.6 if self.is_dear(card) else 0.0
        price += self.leaning.anchor * self.rise(card)
        return (
            self.leaning.match * self.match(card) + self.leaning.taste * self.liking(card) - price
        )


def draw_taste(
    rng: Random,
    answers: Mapping[str, Any],
    stock: Stock,
    matters: Mapping[str, Matter],
    leaning: Leaning,
    *,
    budget_minor: int | None,
) -> Taste:
    """Draw a person's taste: from the answers that name an attribute, the rest by chance.

    An answer that no item meets, such as "any", asks for nothing.
    """
    names = list(stock.bearers)
    wanted = {
        name: stock.meant(name, answers.get(matter.asked or name))
        for name, matter in (matters or dict.fromkeys(names, Matter())).items()
    }
    asked = {name: values for name, values in wanted.items() if values}
    hidden: dict[tuple[str, str], float] = {}
    for count, (low, high) in ((LIKED, (0.5, 1.2)), (DISLIKED, (-1.2, -0.5))):
        for _ in range(count):
            name = rng.choice([name for name in names if name not in asked] or names)
            values = values_of(rng.choice(stock.cards), name)
            if values:
                hidden[(name, rng.choice(values))] = rng.uniform(low, high)
    return Taste(
        asked=asked,
        hidden=hidden,
        warmth=rng.gauss(0, 0.55),
        well_stocked=rng.random() ** 2,
        budget_minor=budget_minor,
        weights={name: matter.weight for name, matter in matters.items()},
        leaning=leaning,
    )


def popularity(card: ItemCard) -> float:
    """Return how likely an item is known already, 0 to about 0.5; the same for everybody."""
    drawn = hashlib.sha256(card.key.encode()).digest()[0] / 255
    return 0.2 * drawn**3 + (0.12 if POPULAR_TAGS & set(card.tags) else 0.0)


def draw_reaction(rng: Random, taste: Taste, card: ItemCard, role: str, *, on_house: bool) -> str:
    """Return what comes of an item: kept, already, unsure or refused."""
    known = popularity(card) * (0.4 + taste.well_stocked) + (0.05 if on_house else 0.0)
    if rng.random() < known:
        return "already"
    brave = taste.leaning.roles.get(role, 0.0)
    lean = taste.leaning.base + taste.warmth + brave
    wanted = lean + 1.2 * taste.score(card) + rng.gauss(0, 0.35)
    if rng.random() < 1 / (1 + math.exp(-wanted)):
        return "kept"
    return "unsure" if rng.random() < UNSURE else "refused"
