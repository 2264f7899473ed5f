"""Hold garden, renewal and finder to what a retailer, a lender and a pump maker would print."""

import csv
import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

CATALOGUES = Path(__file__).parents[2] / "seed" / "catalogues"
Row = dict[str, str]

JOBS = {
    *("vegetable bed", "first balcony", "shade border", "slugs", "water while away"),
    *("prune fruit trees", "lawn repair", "attract bees", "winter protection", "compost"),
    *("new hedge", "grow under glass", "garden with children", "small pond"),
}
GARDEN_SETS = {
    "category": {
        *("Tools", "Plants", "Seeds", "Soil & feed", "Pots", "Watering", "Structures"),
        *("Clothing", "Wildlife", "Care & protection"),
    },
    "job": JOBS,
    "season": {"spring", "summer", "autumn", "winter"},
    "light": {"any", "sun", "half shade", "shade"},
    "soil": {"any", "loam", "sandy", "clay", "chalk", "acid", "wet", "potting mix"},
    "effort": {"minutes", "an hour", "an afternoon", "a weekend"},
    "space": {"windowsill", "balcony", "small garden", "large garden"},
    "skill": {"first time", "some practice", "experienced"},
}
RENEWAL_SETS = {
    "type": {
        *("renew same", "upgrade", "smaller payment", "electric switch", "nearly new"),
        *("buy out", "extend", "brochure"),
    },
    "payment_band": {
        *("under 150", "150 to 250", "250 to 350", "350 to 500", "over 500", "any"),
    },
    "vehicle_class": {
        *("city car", "supermini", "hatchback", "saloon", "estate", "small SUV", "family SUV"),
        *("people carrier", "small van", "large van", "pickup", "any"),
    },
    "fuel": {"petrol", "diesel", "hybrid", "plug-in hybrid", "electric", "any"},
    "eligibility": {
        *("anyone", "ends within six months", "payments up to date", "off-street parking"),
        *("worth more than the balance", "business use", "under agreed mileage", "income check"),
    },
}
FINDER_SETS = {
    "journey": {"replace", "expand", "new line"},
    "application": {
        *("water treatment", "drinking water", "wastewater", "chemical dosing", "pharma"),
        *("chemical transfer", "food and drink", "surface finishing", "pulp and paper"),
        *("mining and quarry", "energy and heating", "agriculture", "cosmetics"),
        *("cleaning in place", "tank and drum unloading", "pools and leisure"),
    },
    "medium": {
        *("clean water", "hot water", "salt water", "acid", "caustic", "hypochlorite", "solvent"),
        *("slurry", "sludge", "polymer", "oil", "food product", "syrup", "fertiliser"),
        *("coagulant", "glycol", "adhesive", "cream", "any"),
    },
    "flow_range": {
        *("up to 10 l/h", "10 to 100 l/h", "100 to 1000 l/h", "1 to 10 m³/h"),
        *("10 to 50 m³/h", "over 50 m³/h", "not applicable"),
    },
    "pressure": {
        *("up to 4 bar", "4 to 10 bar", "10 to 25 bar", "25 to 100 bar", "not applicable"),
    },
    "material": {
        *("polypropylene", "PVDF", "PVC", "polyethylene", "acetal", "ETFE-lined iron", "any"),
        *("stainless steel", "cast iron", "bronze", "duplex steel", "hardened steel", "aluminium"),
    },
    "certificates": {
        *("CE", "ATEX zone 1", "ATEX zone 2", "FDA materials", "food contact", "EHEDG"),
        *("WRAS", "API 675", "PED", "test certificate", "not applicable"),
    },
    "service": {
        *("spares kit", "yearly visit", "twice-yearly visit", "exchange unit", "remote watch"),
        "commissioning",
    },
}
MAY_BE_EMPTY = {
    "garden": set[str](),
    "renewal": {"price", "term_months", "mileage", "deposit", "co2", "stock"},
    "finder": {"price", "stock"},
}


def read_catalogue(name: str) -> list[Row]:
    with (CATALOGUES / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


GARDEN = read_catalogue("garden")
RENEWAL = read_catalogue("renewal")
FINDER = read_catalogue("finder")
BY_NAME = {"garden": GARDEN, "renewal": RENEWAL, "finder": FINDER}
SETS = [
    *(("garden", column, known) for column, known in GARDEN_SETS.items()),
    *(("renewal", column, known) for column, known in RENEWAL_SETS.items()),
    *(("finder", column, known) for column, known in FINDER_SETS.items()),
]
each = pytest.mark.parametrize("name", sorted(BY_NAME))


def values_of(rows: list[Row], column: str) -> Iterator[str]:
    for row in rows:
        yield from row[column].split(";")


def keys_where(rows: list[Row], wrong: Callable[[Row], object]) -> list[str]:
    return [row["key"] for row in rows if wrong(row)]


@each
def test_catalogue_holds_at_least_300_items(name: str) -> None:
    assert len(BY_NAME[name]) >= 300


@each
@pytest.mark.parametrize("column", ["key", "title", "description"])
def test_nothing_is_there_twice(name: str, column: str) -> None:
    counts = Counter(row[column].casefold() for row in BY_NAME[name])

    assert [value for value, times in counts.items() if times > 1] == []


@each
def test_descriptions_do_not_open_alike(name: str) -> None:
    openings = Counter(" ".join(row["description"].split()[:5]) for row in BY_NAME[name])

    assert [opening for opening, times in openings.items() if times > 1] == []


def test_no_catalogue_borrows_a_description_from_another() -> None:
    texts = Counter(row["description"] for rows in BY_NAME.values() for row in rows)

    assert max(texts.values()) == 1


@each
def test_rows_are_complete_and_trimmed(name: str) -> None:
    for row in BY_NAME[name]:
        for column, value in row.items():
            assert value is not None, row["key"]
            assert value == value.strip(), (row["key"], column)
            assert value or column in MAY_BE_EMPTY[name], (row["key"], column)


@each
def test_rows_are_sorted_and_keys_are_slugs(name: str) -> None:
    slug = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
    keys = [row["key"] for row in BY_NAME[name]]

    assert keys == sorted(keys)
    assert [key for key in keys if not slug.fullmatch(key)] == []


@each
def test_titles_and_makers_carry_no_numbers(name: str) -> None:
    wrong = keys_where(BY_NAME[name], lambda row: re.search(r"\d", row["title"] + row["maker"]))

    assert wrong == []


@each
def test_descriptions_are_one_to_four_sentences(name: str) -> None:
    for row in BY_NAME[name]:
        text = row["description"]
        assert 50 <= len(text) <= 320, row["key"]
        assert 1 <= len(re.findall(r"[.?!]”?(?=\s|$)", text)) <= 4, row["key"]
        assert "'" not in text + row["title"], f"{row['key']}: typographic apostrophes only"


@each
def test_tags_are_three_to_six_and_differ(name: str) -> None:
    for row in BY_NAME[name]:
        tags = row["tags"].split(";")
        assert 3 <= len(tags) <= 6, row["key"]
        assert len(tags) == len(set(tags)), row["key"]
        assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", tag) for tag in tags), row["key"]


@each
def test_stock_is_plausible(name: str) -> None:
    stocks = [int(row["stock"]) for row in BY_NAME[name] if row["stock"]]

    assert all(0 <= stock <= 30 for stock in stocks)


@pytest.mark.parametrize(("name", "column", "known"), SETS)
def test_values_are_known_ones_and_all_are_used(name: str, column: str, known: set[str]) -> None:
    assert set(values_of(BY_NAME[name], column)) == known


@pytest.mark.parametrize("job", sorted(JOBS))
def test_every_job_has_twenty_things_of_four_categories(job: str) -> None:
    found = [row for row in GARDEN if job in row["job"].split(";") and int(row["stock"])]

    assert len(found) >= 20
    assert len({row["category"] for row in found}) >= 4
    assert sum(row["skill"] == "first time" for row in found) >= 8


def test_garden_prices_go_with_the_category() -> None:
    ranges = {
        "Tools": (10, 250),
        "Plants": (2, 70),
        "Seeds": (1.5, 20),
        "Soil & feed": (4, 120),
        "Pots": (7, 100),
        "Watering": (6, 100),
        "Structures": (9, 650),
        "Clothing": (9, 100),
        "Wildlife": (7, 80),
        "Care & protection": (6, 60),
    }
    for row in GARDEN:
        low, high = ranges[row["category"]]
        assert re.fullmatch(r"\d+\.\d0", row["price"]), row["key"]
        assert low <= float(row["price"]) <= high, row["key"]


def test_a_few_garden_things_are_sold_out() -> None:
    assert 3 <= sum(row["stock"] == "0" for row in GARDEN) <= 20


def test_what_is_poisonous_bears_the_tag_and_is_not_for_children() -> None:
    poisonous = [row for row in GARDEN if "poisonous" in row["tags"].split(";")]
    said = [r for r in GARDEN if re.search(r"\b(poisonous|toxic)\b", r["description"], re.I)]

    assert len(poisonous) >= 10
    assert {row["key"] for row in said} <= {row["key"] for row in poisonous}
    assert keys_where(poisonous, lambda row: "pet-safe" in row["tags"].split(";")) == []


def test_only_what_grows_asks_for_light() -> None:
    growing = {"Plants", "Seeds", "Wildlife"}

    assert keys_where(GARDEN, lambda r: r["light"] != "any" and r["category"] not in growing) == []
    assert keys_where(GARDEN, lambda r: r["category"] == "Plants" and r["soil"] == "any") == []
