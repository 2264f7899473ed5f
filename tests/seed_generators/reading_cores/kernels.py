"""The hand-written cores as values: one kernel is one thing worth an article, with its facts."""

from collections.abc import Iterator
from dataclasses import dataclass

from tests.seed_generators.reading_cores import (
    control,
    customers,
    growth,
    knowledge,
    money,
    people,
    planet,
    platforms,
    security,
    supply,
    trade,
    work,
)
from tests.seed_generators.reading_cores.anchors import ANCHORS
from tests.seed_generators.reading_cores.industries import ORGANISATIONS
from tests.seed_generators.reading_cores.readers import ANALYSTS, ROLES

# topic: (its kernels, the roles it concerns first)
TOPICS = {
    "Supply chain resilience": (supply.SUPPLY_CHAIN, "COO Procurement Risk CFO"),
    "Supplier risk": (supply.SUPPLIER_RISK, "Procurement Risk COO CFO"),
    "Payments": (money.PAYMENTS, "CFO Product CIO Risk"),
    "Working capital": (money.WORKING_CAPITAL, "CFO Procurement COO Risk"),
    "Pricing": (trade.PRICING, "CMO CFO Product COO"),
    "Fraud": (trade.FRAUD, "Risk CFO CIO COO"),
    "Cloud cost": (platforms.CLOUD_COST, "CIO CFO Product Procurement"),
    "Legacy systems": (platforms.LEGACY_SYSTEMS, "CIO COO CFO Risk"),
    "Data governance": (knowledge.DATA_GOVERNANCE, "CIO Risk Product COO"),
    "Applied AI": (knowledge.APPLIED_AI, "CIO Product COO Risk"),
    "Identity and access": (security.IDENTITY, "CIO Risk Product COO"),
    "Cyber insurance": (security.CYBER_INSURANCE, "Risk CFO CIO Procurement"),
    "Operational resilience": (control.RESILIENCE, "COO Risk CIO CFO"),
    "Regulatory reporting": (control.REGULATORY_REPORTING, "Risk CFO CIO COO"),
    "Sustainability reporting": (planet.SUSTAINABILITY, "CFO Risk Procurement CMO"),
    "Energy transition": (planet.ENERGY, "COO CFO Procurement Risk"),
    "Asset maintenance": (work.MAINTENANCE, "COO CFO Procurement CIO"),
    "Workforce planning": (people.WORKFORCE, "Head-of-HR COO CFO Risk"),
    "Skills and learning": (people.SKILLS, "Head-of-HR COO CIO Product"),
    "Hybrid work": (work.HYBRID_WORK, "Head-of-HR COO CIO CFO"),
    "Customer service": (customers.CUSTOMER_SERVICE, "COO CMO Product Head-of-HR"),
    "Customer onboarding": (customers.ONBOARDING, "Product CMO Risk COO"),
    "Marketing measurement": (growth.MARKETING, "CMO CFO Product CIO"),
    "Product development": (growth.PRODUCT, "Product CMO CIO COO"),
}


@dataclass(frozen=True)
class Kernel:
    """One thing worth an article: what goes wrong, why, what helps, by how much, where it ends."""

    thing: str
    tags: tuple[str, ...]
    facts: dict[str, tuple[str, ...]]

    def fact(self, letter: str) -> str:
        """Give the only fact of its sort."""
        return self.facts[letter][0]


def kernels_of(topic: str) -> tuple[Kernel, ...]:
    """Read the kernels of a topic."""
    return tuple(_kernel(block) for block in TOPICS[topic][0].split("# ")[1:])


def _kernel(block: str) -> Kernel:
    head, *lines = block.strip().splitlines()
    thing, _, tags = head.partition(" | ")
    facts: dict[str, list[str]] = {}
    for line in lines:
        facts.setdefault(line[0], []).append(line[2:])
    return Kernel(thing, tuple(tags.split("; ")), {k: tuple(v) for k, v in facts.items()})


def first_roles(topic: str) -> tuple[str, ...]:
    """Name the roles a topic concerns first."""
    return tuple(role.replace("-", " ") for role in TOPICS[topic][1].split())


def anchors_of(topic: str, industry: str) -> tuple[str, str]:
    """Give the two things a topic is about in an industry."""
    line = ANCHORS[industry].strip().splitlines()[list(TOPICS).index(topic)]
    first, _, second = line.partition(" | ")
    return first, second


def organisations_of(industry: str) -> tuple[tuple[str, str], ...]:
    """Give an industry's kinds of organisation, singular and plural."""
    lines = ORGANISATIONS[industry].strip().splitlines()
    return tuple((one, many) for one, _, many in (line.partition(" | ") for line in lines))


def notes_for(role: str) -> tuple[str, ...]:
    """Give what an article may add for a reader in this role."""
    return tuple(ROLES[role][2].strip().splitlines())


def analysts() -> Iterator[tuple[str, frozenset[str]]]:
    """Give the analysts with the topics they write on."""
    topics = list(TOPICS)
    for line in ANALYSTS.strip().splitlines():
        name, _, numbers = line.partition(": ")
        yield name, frozenset(topics[int(number) - 1] for number in numbers.split())
