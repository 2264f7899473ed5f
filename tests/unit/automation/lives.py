"""Simulated customers in memory: the same people, taste and choices, without a database."""

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from random import Random

from app.automation.choosing import Chooser, choose_items
from app.automation.people import Persona, draw_persona
from app.automation.reacting import calling_share
from app.automation.scenario import Scenario, names, scenario_of
from app.automation.taste import Stock, draw_reaction, stock_of
from app.catalogue.cards import ItemCard
from app.paths import SEED
from app.pilots.definition import PilotDefinition
from app.pilots.pilot_file import parse_pilot
from app.queue.policies import ItemRef, Shelf, as_answer, house_picks, rule_picks

LISTS = frozenset({"tags", "job", "season", "eligibility", "journey", "application"})
LISTS |= {"medium", "certificates", "service", "mood", "themes", "style", "occasion", "role"}
PRACTISED = 0.8
ANSWER = 0.83  # of all who are asked: the rest never open, or only look


@dataclass(frozen=True)
class World:
    """A shipped pilot with its catalogue as cards."""

    definition: PilotDefinition
    scenario: Scenario
    stock: Stock
    shelf: Shelf


@dataclass
class Life:
    """What one customer got and made of it, role by role."""

    arm: str
    persona: Persona
    given: list[tuple[str, ItemCard, str]] = field(default_factory=list)
    called: bool = False

    @property
    def kept(self) -> int:
        return sum(reaction == "kept" for _, _, reaction in self.given)


@cache
def world(slug: str) -> World:
    definition = parse_pilot((SEED / "pilots" / f"{slug}.yaml").read_text())
    with (SEED / "catalogues" / f"{slug}.csv").open(newline="") as source:
        cards = [_card(n, row) for n, row in enumerate(csv.DictReader(source), start=1)]
    stock = stock_of(cards, definition.cards.facets or ("tags",))
    refs = {card.key: ItemRef(card.item_id, card.item_id, card.key) for card in cards}

    @cache
    def by_value(attribute: str, answer: str) -> Mapping[int, ItemRef]:
        values = stock.bearers.get(attribute, {})
        met = {place for value in values if as_answer(value) == answer for place in values[value]}
        return {cards[place].item_id: refs[cards[place].key] for place in sorted(met)}

    def by_tag(tag: str) -> Sequence[ItemRef]:
        return [refs[card.key] for card in cards if tag in card.tags]

    return World(definition, scenario_of(slug), stock, Shelf(refs.get, by_tag, by_value))


def _card(number: int, row: Mapping[str, str]) -> ItemCard:
    told = {key: value for key, value in row.items() if value}
    attributes = {k: v.split(";") if k in LISTS else v for k, v in told.items() if k != "tags"}
    return ItemCard(
        item_id=number,
        version_id=number,
        key=row["key"],
        title=row["title"],
        maker=row["maker"],
        description=row["description"],
        price_minor=round(float(row["price"]) * 100) if row.get("price") else None,
        currency="GBP",
        link="",
        tags=tuple(row["tags"].split(";")),
        attributes=attributes,
        stock=int(row["stock"]) if row.get("stock") else None,
        archived=False,
        picture_url="",
    )


@cache
def lives(slug: str, count: int) -> tuple[Life, ...]:
    """Return what so many customers of a pilot live through, arm by arm."""
    return tuple(_life(world(slug), slug, index) for index in range(count))


def _life(here: World, slug: str, index: int) -> Life:
    rng = Random(f"{slug}:{index}")  # noqa: S311  (a repeatable life, no secret)
    weights = here.definition.arm_weights()
    arm = rng.choices(list(weights), list(weights.values()))[0]
    persona = draw_persona(
        rng, index, here.definition, here.scenario, names=names(), stock=here.stock
    )
    life = Life(arm, persona)
    house = {entry.item for entry in here.definition.house}
    answers = rng.random() < ANSWER
    for role, card in _given(rng, here, life):
        on_house = card.key in house
        reaction = draw_reaction(rng, persona.taste, card, role, on_house=on_house)
        life.given.append((role, card, reaction if answers else "silent"))
    share = calling_share(here.scenario.calling, life.kept)
    life.called = answers and rng.random() < share
    return life


def _given(rng: Random, here: World, life: Life) -> list[tuple[str, ItemCard]]:
    if life.arm == "hand":
        chooser = Chooser(PRACTISED, here.scenario.slots, is_avoided=lambda _card: False)
        taste = life.persona.taste
        near = here.stock.near(taste.asked)
        chosen = choose_items(rng, taste, here.definition, near, chooser)
        roles = [slot.role for slot in here.definition.places]
        return list(zip(roles, chosen, strict=False))
    if life.arm == "segment":
        picks = rule_picks(here.definition, dict(life.persona.answers), here.shelf)
    else:
        picks = house_picks(here.definition, here.shelf)
    return [(pick.role, here.stock.cards[pick.item.item_id - 1]) for pick in picks]
