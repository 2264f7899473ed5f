"""Writes one article's title and abstract from a kernel, an industry and the firm's patterns."""

import random
import re
from collections import Counter
from dataclasses import dataclass
from functools import cache

from tests.seed_generators.reading_cores import kernels
from tests.seed_generators.reading_cores.grammar import (
    base,
    capital,
    conjugated,
    gerund,
    number_word,
    past,
    plain_numbers,
    with_article,
    with_numbers,
)
from tests.seed_generators.reading_cores.industries import REGIONS, WORDS
from tests.seed_generators.reading_cores.kernels import Kernel
from tests.seed_generators.reading_cores.patterns import OPENINGS, SECONDS, SUBTITLES, TITLES
from tests.seed_generators.reading_cores.readers import ROLES

LONGEST_TITLE = 112
LONGEST_ABSTRACT = 330
SHORTEST_ABSTRACT = 100
SAMPLE = {True: (24, 96), False: (8, 34)}
FAMILIES = {"doing": "do", "did": "do", "gained": "gain", "anchor2": "anchor", "test2": "test"}
FACTS = frozenset({"do", "gain", "why", "snag", "stat", "quote", "test", "anchor", "quip", "ask"})
AT_A_COUNTER = {
    *("Banking", "Insurance", "Retail", "Healthcare", "Telecoms and media", "Public sector"),
}
STAFF_BY_TOPIC = {
    "Customer service": "service staff",
    "Customer onboarding": "service staff",
    "Payments": "counter staff",
    "Pricing": "sales staff",
}
SERVICE_TOPICS = {"Customer service", "Customer onboarding", "Payments"}


def trigrams(text: str) -> frozenset[str]:
    """Give the runs of three words in a text."""
    words = re.findall(r"\w+", text.lower())
    return frozenset(" ".join(words[i : i + 3]) for i in range(len(words) - 2))


@cache
def fields_of(pattern: str) -> frozenset[str]:
    """Name the facts a pattern uses, whatever their form."""
    names = {name.lower() for name in re.findall(r"\{(\w+)\}", pattern)}
    return frozenset(FAMILIES.get(name, name) for name in names) & FACTS


@cache
def _lines(block: str) -> tuple[str, ...]:
    return tuple(block.strip().splitlines())


@dataclass
class Writer:
    """One article in the making."""

    topic: str
    industry: str
    kernel: Kernel
    sibling: Kernel
    kind: str
    roles: tuple[str, ...]
    region: str
    year: int
    draw: random.Random
    frames: set[tuple[str, str]]

    def title(self, printed: Counter[str]) -> tuple[str, frozenset[str]]:
        """Word a title that is short enough and whose pattern is not worn out for this kernel."""
        self.values = self._values()
        own = _lines(TITLES[self.kind])
        for _ in range(200):
            pattern = self.draw.choice(own if self.draw.random() < 0.62 else _lines(TITLES[""]))
            pattern = pattern.replace("{sub}", self.draw.choice(_lines(SUBTITLES)))
            title = self._filled(pattern)
            lead = f"{self.kernel.thing}/{pattern[:9]}"
            if len(title) <= LONGEST_TITLE and printed[lead] < self._most(pattern):
                if "?" in title and ": why" in title.lower():
                    continue
                printed[lead] += 1
                return title, self._told_by(pattern)
        raise RuntimeError(f"no title for {self.kernel.thing}")

    def _told_by(self, pattern: str) -> frozenset[str]:
        """Name what the title told; of causes and figures there is a second one to tell."""
        told = fields_of(pattern)
        for name in told & {"why", "stat"}:
            other = f"{name}2"
            self.values[name], self.values[other] = self.values[other], self.values[name]
        return told - {"why", "stat"}

    def _most(self, pattern: str) -> int:
        return 1 if re.fullmatch(r"\{quip\}|\{ask\}|“\{quote\}”", pattern) else 6

    def abstract(self, told: frozenset[str]) -> str:
        """Word one or two sentences that do not repeat what the title has told."""
        for _ in range(200):
            opening = self.draw.choice(_lines(OPENINGS[self.kind]))
            if fields_of(opening) & told - {"anchor"} and self.draw.random() < 0.9:
                continue
            second = self._second(told, fields_of(opening))
            text = f"{self._filled(opening)} {self._filled(second)}".strip()
            if (opening, second) in self.frames:
                continue
            if SHORTEST_ABSTRACT <= len(text) <= LONGEST_ABSTRACT:
                if second:
                    self.frames.add((opening, second))
                return text
        raise RuntimeError(f"no abstract for {self.kernel.thing}")

    def _second(self, told: frozenset[str], opened: frozenset[str]) -> str:
        """Choose the second sentence: a fact where there was none, or what a reader gains."""
        if not opened - {"anchor"}:
            return self._fact(told, FACTS - {"anchor"})
        unusual = [role for role in self.roles if role not in kernels.first_roles(self.topic)]
        dice = self.draw.random()
        if dice < 0.08 and not unusual and opened & {"why", "stat", "snag"}:
            return ""
        note = ""
        if (unusual and dice < 0.45) or dice > 0.88:
            role = self.draw.choice(unusual or list(self.roles))
            note = self.draw.choice(kernels.notes_for(role))
        return note or self._fact(told | opened, FACTS)

    def _fact(self, told: frozenset[str], wanted: frozenset[str]) -> str:
        lines = [line for line in _lines(SECONDS) if fields_of(line) & wanted]
        fresh = [line for line in lines if not fields_of(line) & told]
        return self.draw.choice(fresh)

    def _filled(self, pattern: str) -> str:
        def value(match: re.Match[str]) -> str:
            name = match[1]
            if name[0].isupper():
                return capital(self.values[name[0].lower() + name[1:]])
            return self.values[name]

        text = re.sub(r"\{(\w+)\}", value, pattern)
        text = re.sub(r"\b([Aa]) (?=[aeiouAEIO](?!ni|se|uro|ne\b))", r"\1n ", text)
        return capital(text)

    def _values(self) -> dict[str, str]:
        """Draw everything a pattern may ask for, once for title and abstract alike."""
        org, orgs = self.draw.choice(kernels.organisations_of(self.industry))
        where, of_it, cities = REGIONS[self.region]
        anchors = list(kernels.anchors_of(self.topic, self.industry))
        self.draw.shuffle(anchors)
        person = self.draw.choice(ROLES[self.draw.choice(self.roles)][1].split("|"))
        nordic = f"{of_it} " if of_it else ""
        return {
            **self._facts(),
            **self._numbers(),
            **self._words(),
            "org": org,
            "orgs": orgs,
            "an_org": with_article(org),
            "nordic": nordic,
            "nordic_org": f"{nordic}{org}",
            "in": f" in {where}" if where else "",
            "city": self.draw.choice(cities.split(";")),
            "industry": WORDS[self.industry][0],
            "person": person,
            "a_person": with_article(person),
            "anchor": anchors[0],
            "anchor2": anchors[1],
        }

    def _numbers(self) -> dict[str, str]:
        x = self.draw.randint(48, 82)
        return {
            "n": number_word(self.draw.randint(*SAMPLE[self.region == "Global"])),
            "months": number_word(self.draw.randint(5, 17)),
            "k": number_word(self.draw.randint(7, 12)),
            "k2": number_word(self.draw.randint(5, 9)),
            "x": str(x),
            "y": str(self.draw.randint(12, x // 2)),
            "year": str(self.year + self.draw.randint(3, 5)),
        }

    def _facts(self) -> dict[str, str]:
        kernel = self.kernel
        stats, whys = self._two(kernel, "s"), self._two(kernel, "w")
        do, gain = self._said(kernel.fact("d")), self._said(kernel.fact("g"))
        return {
            "thing": self._said(kernel.thing),
            "do": conjugated(do, base),
            "doing": conjugated(do, gerund),
            "did": conjugated(do, past),
            "gain": conjugated(gain, base),
            "gained": conjugated(gain, past),
            "why": whys[0],
            "why2": whys[1],
            "stat": stats[0],
            "stat2": stats[1],
            "snag": self._said(kernel.fact("x")),
            "ask": self._said(kernel.fact("a")),
            "quip": self._said(kernel.fact("q")),
            "quote": self._said(kernel.fact("i")),
            "test": self._said(kernel.fact("t")),
            "test2": self._said(self.sibling.fact("t")),
        }

    def _two(self, kernel: Kernel, letter: str) -> list[str]:
        return [self._said(fact) for fact in self.draw.sample(kernel.facts[letter], 2)]

    def _said(self, fact: str) -> str:
        """Put the industry's own words and drawn numbers into a fact."""
        words = self._words()
        text = re.sub(r"\{([a-z]+)\}", lambda match: words[match[1]], fact)
        return plain_numbers(with_numbers(text, self.draw))

    def _words(self) -> dict[str, str]:
        """Name people and places as the industry does."""
        _, customers, customer, sites, site, staff, peak = WORDS[self.industry]
        if self.topic in SERVICE_TOPICS and self.industry not in AT_A_COUNTER:
            sites, site = "service centres", "service centre"
        return {
            "customers": customers,
            "customer": customer,
            "sites": sites,
            "site": site,
            "staff": STAFF_BY_TOPIC.get(self.topic, staff),
            "peak": peak,
        }
