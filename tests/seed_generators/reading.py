"""Generates the catalogue of the pilot `reading`: the articles of an invented research firm.

Run `python -m tests.seed_generators.reading` to write seed/catalogues/reading.csv anew.
"""

# ruff: noqa: RUF001 - a publisher prints typographic apostrophes
import csv
import io
import random
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from tests.seed_generators.reading_cores import kernels
from tests.seed_generators.reading_cores.grammar import typographic
from tests.seed_generators.reading_cores.industries import REGIONS, WORDS
from tests.seed_generators.reading_cores.kernels import TOPICS, Kernel
from tests.seed_generators.reading_cores.readers import KINDS, PAGES, ROLES
from tests.seed_generators.reading_cores.writing import Writer, trigrams

SEED = 20260121
ARTICLES = 10_000
LEAST_PER_ROLE = 6
FIRST_DAY, LAST_DAY = date(2024, 1, 8), date(2026, 11, 13)
OUTPUT = Path(__file__).parents[2] / "seed" / "catalogues" / "reading.csv"
COLUMNS = (
    *("key", "title", "maker", "description", "published", "topic", "industry", "role"),
    *("kind", "length", "region", "pages", "level", "tags"),
)
KIND_TAGS = {
    "Report": "field study",
    "Note": "opinion",
    "Case study": "lessons learned",
    "Benchmark": "figures",
    "Interview": "in their words",
    "Forecast": "outlook",
    "Checklist": "to do",
    "Data brief": "figures",
}
LEVEL_TAGS = {"introduction": "primer", "deep": "in depth"}
MOST_SHARED = 0.55
LONGEST_KEY = 72


@dataclass(frozen=True)
class Plan:
    """What an article will be about and for whom, before a word is written."""

    topic: str
    industry: str
    kernel: Kernel
    sibling: Kernel
    kind: str
    roles: tuple[str, ...]
    region: str


def rows(count: int = ARTICLES, seed: int = SEED) -> list[dict[str, str]]:
    """Write every article, sorted by key as the other catalogues are.

    Each topic in each industry draws for itself, so that a mended word disturbs few others.
    """
    press = _Press()
    written = []
    cells = [(topic, industry) for topic in TOPICS for industry in WORDS]
    for number, (topic, industry) in enumerate(cells):
        press.draw = random.Random(f"{seed}/{topic}/{industry}")  # noqa: S311 - fixed on purpose
        size = count // len(cells) + (number < count % len(cells))
        written += [press.article(plan) for plan in _cell(topic, industry, size, press.draw)]
    return sorted(written, key=lambda row: row["key"])


def as_csv(table: list[dict[str, str]]) -> str:
    """Print the table as the shipped file."""
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(table)
    return text.getvalue()


def _cell(topic: str, industry: str, size: int, draw: random.Random) -> Iterator[Plan]:
    """Plan the articles of one topic in one industry: every kernel in turn, no kind twice."""
    known = kernels.kernels_of(topic)
    turns = [kernel for _ in range(size // len(known) + 1) for kernel in _shuffled(known, draw)]
    taken: set[tuple[str, str]] = set()
    for kernel, roles in zip(turns, _readers(topic, size, draw), strict=False):
        kind = _kind(draw, {kind for thing, kind in taken if thing == kernel.thing})
        taken.add((kernel.thing, kind))
        sibling = draw.choice([other for other in known if other is not kernel])
        region = _region(kind, draw)
        yield Plan(topic, industry, kernel, sibling, kind, roles, region)


def _shuffled(known: tuple[Kernel, ...], draw: random.Random) -> list[Kernel]:
    return draw.sample(known, len(known))


def _kind(draw: random.Random, without: set[str]) -> str:
    open_kinds = [kind for kind in KINDS if kind not in without]
    return draw.choices(open_kinds, [KINDS[kind][0] for kind in open_kinds])[0]


def _region(kind: str, draw: random.Random) -> str:
    """A visit or an interview happens somewhere; the rest may look at the whole world."""
    worldwide = 0 if kind in {"Case study", "Interview"} else 3
    return draw.choices(list(REGIONS), [worldwide if r == "Global" else 1 for r in REGIONS])[0]


def _readers(topic: str, size: int, draw: random.Random) -> list[tuple[str, ...]]:
    """Give each article its one to three readers, so that every role finds enough."""
    first = kernels.first_roles(topic)
    chosen = [
        set(draw.choices(first, [5, 4, 3, 2], k=draw.choice((1, 1, 2, 2)))) for _ in range(size)
    ]
    for role in ROLES:
        while sum(role in readers for readers in chosen) < min(LEAST_PER_ROLE, size):
            fewest = min(len(readers) for readers in chosen if role not in readers)
            open_to = [r for r in chosen if role not in r and len(r) == fewest]
            draw.choice(open_to).add(role)
    draw.shuffle(chosen)
    return [tuple(role for role in ROLES if role in readers) for readers in chosen]


class _Press:
    """Writes one article after the other and remembers what has been printed."""

    def __init__(self) -> None:
        self.draw = random.Random()  # noqa: S311 - replaced for each topic in each industry
        self.keys: set[str] = set()
        self.titles: Counter[str] = Counter()
        self.frames: set[tuple[str, str]] = set()
        self.printed: dict[str, list[frozenset[str]]] = {}
        self.desks = {
            topic: [name for name, topics in kernels.analysts() if topic in topics]
            for topic in TOPICS
        }

    def article(self, plan: Plan) -> dict[str, str]:
        kind_of_length, level = self._size(plan.kind)
        published = self._day()
        writer = self._writer(plan, published)
        title, description = self._words(writer, plan)
        return {
            "key": self._key(title),
            "title": title,
            "maker": self.draw.choice(self.desks[plan.topic]),
            "description": description,
            "published": published.isoformat(),
            "topic": plan.topic,
            "industry": plan.industry,
            "role": ";".join(plan.roles),
            "kind": plan.kind,
            "length": kind_of_length,
            "region": plan.region,
            "pages": str(self.draw.randint(*PAGES[kind_of_length])),
            "level": level,
            "tags": ";".join(self._tags(plan, level)),
        }

    def _size(self, kind: str) -> tuple[str, str]:
        _, lengths, levels = KINDS[kind]
        return self.draw.choice(lengths.split()), self.draw.choice(levels.split())

    def _day(self) -> date:
        day = FIRST_DAY + timedelta(days=self.draw.randint(0, (LAST_DAY - FIRST_DAY).days))
        return day - timedelta(days=max(0, day.weekday() - 4))

    def _writer(self, plan: Plan, published: date) -> Writer:
        return Writer(
            plan.topic,
            plan.industry,
            plan.kernel,
            plan.sibling,
            plan.kind,
            plan.roles,
            plan.region,
            published.year,
            self.draw,
            self.frames,
        )

    def _words(self, writer: Writer, plan: Plan) -> tuple[str, str]:
        """Write until the title is new and the abstract unlike any on the same thing."""
        earlier = self.printed.setdefault(plan.kernel.thing, [])
        for _ in range(400):
            title, fields = writer.title(self.titles)
            if _slug(title) in self.keys:
                continue
            description = typographic(writer.abstract(fields))
            own = trigrams(description)
            if all(
                len(own & other) <= MOST_SHARED * min(len(own), len(other)) for other in earlier
            ):
                earlier.append(own)
                return typographic(title), description
        raise RuntimeError(f"no new words on {plan.kernel.thing} in {plan.industry}")

    def _key(self, title: str) -> str:
        key = _slug(title)
        self.keys.add(key)
        return key

    def _tags(self, plan: Plan, level: str) -> list[str]:
        tags = [*plan.kernel.tags, KIND_TAGS[plan.kind]]
        if level in LEVEL_TAGS:
            tags.append(LEVEL_TAGS[level])
        return list(dict.fromkeys(tags))


def _slug(title: str) -> str:
    plain = unicodedata.normalize("NFKD", title.replace("’", "").replace("'", ""))
    words = re.findall(r"[a-z0-9]+", plain.encode("ascii", "ignore").decode().lower())
    if words[0] in {"a", "an", "the"} and len(words) > 1:
        words = words[1:]
    while len("-".join(words)) > LONGEST_KEY:
        words.pop()
    return "-".join(words)


if __name__ == "__main__":
    OUTPUT.write_text(as_csv(rows()), encoding="utf-8", newline="")
