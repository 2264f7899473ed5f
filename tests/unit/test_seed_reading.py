"""Hold the research firm's catalogue to its generator, its words and its coverage."""

import csv
import io
import random
import re
from collections import Counter
from datetime import date

import pytest

from tests.seed_generators.reading import (
    COLUMNS,
    FIRST_DAY,
    KIND_TAGS,
    LAST_DAY,
    LEVEL_TAGS,
    OUTPUT,
    as_csv,
    rows,
)
from tests.seed_generators.reading_cores import grammar
from tests.seed_generators.reading_cores.industries import REGIONS, WORDS
from tests.seed_generators.reading_cores.kernels import (
    TOPICS,
    Kernel,
    analysts,
    anchors_of,
    kernels_of,
    organisations_of,
)
from tests.seed_generators.reading_cores.readers import KINDS, PAGES, ROLES
from tests.seed_generators.reading_cores.writing import trigrams

SHIPPED = OUTPUT.read_bytes().decode()
READING = list(csv.DictReader(io.StringIO(SHIPPED), strict=True))
HOUSE = {
    "who-may-say-that-this-number-is-right": "Data governance",
    "judge-the-use-not-the-engine": "Applied AI",
    "would-the-supplier-agree-with-its-own-score": "Supplier risk",
    "human-error-is-where-the-review-should-start": "Operational resilience",
    "skills-sit-in-the-wrong-drawer": "Workforce planning",
}
KERNELS = [kernel for topic in TOPICS for kernel in kernels_of(topic)]


def values_of(column: str) -> Counter[str]:
    return Counter(value for row in READING for value in row[column].split(";"))


def keys_where(pattern: str, *columns: str) -> list[str]:
    wrong = re.compile(pattern)
    return [row["key"] for row in READING if any(wrong.search(row[name]) for name in columns)]


def test_shipped_file_is_what_the_generator_writes() -> None:
    assert as_csv(rows()) == SHIPPED


def test_another_seed_writes_other_articles() -> None:
    few = rows(count=288, seed=1)

    assert len(few) == 288
    assert len({row["title"] for row in few} & {row["title"] for row in READING}) < 100


def test_there_are_ten_thousand_articles_in_less_than_five_megabytes() -> None:
    assert len(READING) == 10_000
    assert tuple(READING[0]) == COLUMNS
    assert len(SHIPPED.encode()) < 5_000_000


@pytest.mark.parametrize("column", ["key", "title", "description"])
def test_nothing_is_there_twice(column: str) -> None:
    counts = Counter(row[column].casefold() for row in READING)

    assert [value for value, times in counts.items() if times > 1] == []


def test_rows_are_complete_trimmed_and_sorted() -> None:
    assert all(value and value == value.strip() for row in READING for value in row.values())
    assert [row["key"] for row in READING] == sorted(row["key"] for row in READING)
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", row["key"]) for row in READING)


@pytest.mark.parametrize(
    ("column", "known"),
    [
        ("topic", set(TOPICS)),
        ("industry", set(WORDS)),
        ("role", set(ROLES)),
        ("kind", set(KINDS)),
        ("region", set(REGIONS)),
        ("length", set(PAGES)),
        ("level", {"introduction", "practice", "deep"}),
        ("maker", {name for name, _ in analysts()}),
        (
            "tags",
            {tag for kernel in KERNELS for tag in kernel.tags}
            | set(KIND_TAGS.values())
            | set(LEVEL_TAGS.values()),
        ),
    ],
)
def test_values_are_known_ones_and_all_are_used(column: str, known: set[str]) -> None:
    assert set(values_of(column)) == known


def test_every_topic_industry_and_role_finds_five_articles() -> None:
    found = Counter(
        (row["topic"], row["industry"], role) for row in READING for role in row["role"].split(";")
    )

    assert len(found) == len(TOPICS) * len(WORDS) * len(ROLES) == 2304
    assert min(found.values()) >= 5


def test_house_list_of_the_pilot_is_there() -> None:
    topics = {row["key"]: row["topic"] for row in READING}

    assert {key: topics.get(key) for key in HOUSE} == HOUSE


def test_analysts_write_only_on_what_they_know() -> None:
    known = dict(analysts())

    assert [row["key"] for row in READING if row["topic"] not in known[row["maker"]]] == []


def test_dates_are_working_days_until_the_last_one() -> None:
    days = [date.fromisoformat(row["published"]) for row in READING]

    assert FIRST_DAY <= min(days) <= max(days) <= LAST_DAY
    assert {day.weekday() for day in days} == set(range(5))


def test_forecasts_look_ahead_of_their_day() -> None:
    for row in READING:
        if row["kind"] == "Forecast":
            years = re.findall(r"\b20(?:2[6-9]|3\d)\b", row["title"] + row["description"])
            assert all(int(year) > int(row["published"][:4]) for year in years), row["key"]


def test_length_goes_with_the_pages_and_the_kind() -> None:
    for row in READING:
        low, high = PAGES[row["length"]]
        assert low <= int(row["pages"]) <= high, row["key"]
        assert row["length"] in KINDS[row["kind"]][1].split(), row["key"]


def test_tags_are_three_to_five_and_differ() -> None:
    for row in READING:
        tags = row["tags"].split(";")
        assert 3 <= len(tags) == len(set(tags)) <= 5, row["key"]


def test_abstracts_are_one_or_two_sentences() -> None:
    for row in READING:
        text = row["description"]
        assert 100 <= len(text) <= 330, row["key"]
        assert 1 <= len(re.findall(r"[.?!]”?(?=\s|$)", text)) <= 2, row["key"]
        assert len(row["title"]) <= 112, row["key"]


@pytest.mark.parametrize(
    "slip",
    [
        r"[{}_']|  |\.\.|,,| ,| \.|\?\.|,\.",
        r"\b(?!that that\b|had had\b)(\w+) \1\b",
        r"\b[Aa] (?!one|uni|euro|Euro)[aeioAEIO]|\b[Aa]n [bcdfgjklmnpqrtvwxyz]",
        r"(?<!-)\b[Oo]ne (?:months|days|weeks|hours|times|points|questions|checks)\b",
        r"(?:#|\bNo\.|\bPart|\bArticle) ?\d|\(\d+\)",
        r"^[a-z]|[.!?] [a-z]",
        r"\b(?:putted|cutted|readed|setted|taked|maked|payed|gived|sended|keeped|runned)\b",
    ],
)
def test_no_seam_of_a_template_shows(slip: str) -> None:
    assert keys_where(slip, "title", "description") == []


def test_titles_take_many_forms() -> None:
    titles = [row["title"] for row in READING]
    openings = Counter(" ".join(title.split()[:3]) for title in titles)

    assert sum("?" in title for title in titles) > 1000
    assert sum("“" in title for title in titles) > 400
    assert sum(title.startswith("How ") for title in titles) > 300
    assert sum("%" in title for title in titles) > 150
    assert max(openings.values()) < 400


def test_no_two_abstracts_share_most_of_their_words_in_a_row() -> None:
    runs = [trigrams(row["description"]) for row in READING]
    sample = random.Random(5).sample(range(len(runs)), 120)  # noqa: S311 - a stable sample

    for one in sample:
        for other, run in enumerate(runs):
            shared = len(runs[one] & run) / min(len(runs[one]), len(run))
            assert one == other or shared <= 0.7, (READING[one]["key"], READING[other]["key"])


@pytest.mark.parametrize("kernel", KERNELS, ids=lambda kernel: kernel.thing)
def test_every_kernel_holds_every_fact_once_and_causes_and_figures_twice(kernel: Kernel) -> None:
    assert {letter: len(facts) for letter, facts in kernel.facts.items()} == {
        **dict.fromkeys("dgxaqit", 1),
        **dict.fromkeys("ws", 2),
    }
    assert len(kernel.tags) == 2


def test_every_topic_is_anchored_in_every_industry() -> None:
    assert all(len(kernels_of(topic)) == 12 for topic in TOPICS)
    assert all(all(anchors_of(topic, name)) for topic in TOPICS for name in WORDS)
    assert all(len(organisations_of(name)) == 8 for name in WORDS)
    assert {topic for _, topics in analysts() for topic in topics} == set(TOPICS)


@pytest.mark.parametrize(
    ("phrase", "done", "doing"),
    [
        ("cut the bill", "cut the bill", "cutting the bill"),
        ("keep the first and _insure the rest", "kept the first and insured the rest", None),
        ("tie contracts to an index", "tied contracts to an index", "tying contracts to an index"),
        ("free an hour", "freed an hour", "freeing an hour"),
        ("electrify routes", "electrified routes", "electrifying routes"),
        ("pay for tests", "paid for tests", "paying for tests"),
        ("agree a date", "agreed a date", "agreeing a date"),
        ("drop one", "dropped one", "dropping one"),
    ],
)
def test_verbs_are_put_into_their_forms(phrase: str, done: str, doing: str | None) -> None:
    assert grammar.conjugated(phrase, grammar.past) == done
    assert doing is None or grammar.conjugated(phrase, grammar.gerund) == doing
