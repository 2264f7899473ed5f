"""Hold the two seed catalogues to what a shop would print: honest, consistent and varied."""

# ruff: noqa: RUF001 - a bookshop prints typographic apostrophes
import csv
import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

CATALOGUES = Path(__file__).parents[2] / "seed" / "catalogues"
Row = dict[str, str]

MOODS = {"company", "laugh", "learn", "away", "slow", "shock"}
LENGTHS = {"short", "medium", "long"}
GENRES = {
    *("Novel", "Short stories", "Crime", "Fantasy", "Poetry", "Essays"),
    *("Memoir", "History", "Nature", "Science", "Food", "Travel"),
}
SETTINGS = {
    *("at sea", "big house", "city", "coast", "countryside", "desert", "far north", "farm"),
    *("forest", "garden", "invented world", "island", "kitchen", "many places", "mountains"),
    *("on the road", "past centuries", "river", "small town", "suburb", "village", "workplace"),
}
SENSITIVE = {
    *("addiction", "animals harmed", "death of a child", "death of an animal", "divorce"),
    *("grief", "illness", "illness of a parent", "mental health", "murder", "neglect"),
    *("pregnancy loss", "suicide", "violence", "war"),
}
THEMES = SENSITIVE | {
    *("ageing", "animals", "art", "birds", "books", "childhood", "class", "climate"),
    *("colonialism", "community", "craft", "crime", "education", "exile", "faith", "family"),
    *("fathers", "food", "friendship", "gardens", "ghosts", "growing up", "history", "home"),
    *("identity", "invention", "justice", "language", "loneliness", "love", "magic", "maps"),
    *("marriage", "memory", "migration", "money", "mothers", "music", "nature", "neighbours"),
    *("parenthood", "politics", "poverty", "quest", "science", "sea", "secrets", "siblings"),
    *("sport", "theatre", "travel", "walking", "weather", "work"),
}
BOOK_TAGS = {
    *("animals", "big-hearted", "book-club", "city", "classic", "clever", "comfort", "cosy"),
    *("dark", "debut", "dip-in", "eerie", "ensemble", "family-saga", "feminist", "first-person"),
    *("folklore", "food", "funny", "gentle", "ghost-story", "gift", "historical", "hopeful"),
    *("illustrated", "island", "journey", "letters", "melancholy", "music", "new", "one-sitting"),
    *("page-turner", "political", "prize", "quiet", "rural", "science", "sea", "sharp"),
    *("short-chapters", "slow-burn", "small-town", "staff-favourite", "strange", "summer"),
    *("tender", "trains", "translated", "true-story", "winter", "wry"),
}
MOCK_UP_BOOKS = {
    "lamplighters-week": ("The Lamplighter’s Week", "Ines Vardal", "10.99", "212"),
    "second-allotment": ("The Second Allotment", "Rosalind Peake", "11.99", "276"),
    "eleven-neighbours": ("Eleven Neighbours", "Davit Meladze", "9.99", "221"),
    "short-history-of-soup": ("A Short History of Soup", "Teodor Brandt", "9.99", "184"),
    "what-the-ferry-knew": ("What the Ferry Knew", "Liv Halvorsen", "9.99", "198"),
    "understudys-dog": ("The Understudy’s Dog", "Colm Tierney", "8.99", "189"),
    "field-notes-for-a-small-garden": (
        *("Field Notes for a Small Garden", "Ottoline Marsh", "8.99", "152"),
    ),
    "letters-to-a-slow-river": ("Letters to a Slow River", "Paulo Nery", "8.99", "148"),
}

CATEGORIES = {
    *("Knitwear", "Shirt", "Top", "Trousers", "Dress", "Skirt"),
    *("Coat", "Jacket", "Shoes", "Bag", "Accessory", "Jewellery"),
}
WITHOUT_FIT = {"Bag", "Accessory", "Jewellery"}
WARDROBE_SETS = {
    "season": {"spring", "summer", "autumn", "winter"},
    "style": {"classic", "casual", "romantic", "sporty", "minimal", "bold", "workwear"},
    "occasion": {"everyday", "office", "party", "holiday", "outdoors"},
    "label_tier": {"high-end", "mid", "unknown"},
    "pattern": {
        *("plain", "stripe", "check", "floral", "dot", "herringbone", "cable", "geometric"),
        *("animal", "fair isle", "embroidered", "marl", "gingham", "paisley"),
    },
    "colour": {
        *("black", "white", "ivory", "navy", "grey", "camel", "brown", "rust", "red"),
        *("burgundy", "pink", "coral", "mustard", "green", "olive", "teal", "blue", "lilac"),
        *("gold", "silver", "multi"),
    },
}
TIER_PRICES = {"high-end": (100, 690), "mid": (12, 200), "unknown": (12, 170)}


def read_catalogue(name: str) -> list[Row]:
    with (CATALOGUES / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


BOOKS = read_catalogue("books")
WARDROBE = read_catalogue("wardrobe")
both = pytest.mark.parametrize("rows", [BOOKS, WARDROBE], ids=["books", "wardrobe"])


def values_of(rows: list[Row], column: str) -> Iterator[str]:
    for row in rows:
        yield from row[column].split(";")


def keys_where(rows: list[Row], wrong: Callable[[Row], object]) -> list[str]:
    return [row["key"] for row in rows if wrong(row)]


@both
def test_catalogue_holds_at_least_320_items(rows: list[Row]) -> None:
    assert len(rows) >= 320


@both
@pytest.mark.parametrize("column", ["key", "title", "description"])
def test_nothing_is_there_twice(rows: list[Row], column: str) -> None:
    counts = Counter(row[column].casefold() for row in rows)

    assert [value for value, times in counts.items() if times > 1] == []


@both
def test_descriptions_do_not_open_alike(rows: list[Row]) -> None:
    openings = Counter(" ".join(row["description"].split()[:5]) for row in rows)

    assert [opening for opening, times in openings.items() if times > 1] == []


@both
def test_rows_are_complete_and_trimmed(rows: list[Row]) -> None:
    for row in rows:
        for column, value in row.items():
            assert value is not None, row["key"]
            assert value == value.strip(), (row["key"], column)
            assert value or (column == "fit" and row["category"] in WITHOUT_FIT), row["key"]


@both
def test_keys_are_slugs(rows: list[Row]) -> None:
    slug = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")

    assert keys_where(rows, lambda row: not slug.fullmatch(row["key"])) == []


@both
def test_titles_and_makers_carry_no_numbers(rows: list[Row]) -> None:
    assert keys_where(rows, lambda row: re.search(r"\d", row["title"] + row["maker"])) == []


@both
def test_descriptions_are_one_to_four_sentences(rows: list[Row]) -> None:
    for row in rows:
        text = row["description"]
        assert 50 <= len(text) <= 320, row["key"]
        assert 1 <= len(re.findall(r"[.?!]”?(?=\s|$)", text)) <= 4, row["key"]
        assert "'" not in text, f"{row['key']}: typographic apostrophes only"


@both
def test_stock_is_plausible_and_some_things_are_sold_out(rows: list[Row]) -> None:
    stocks = [int(row["stock"]) for row in rows]

    assert all(0 <= stock <= 30 for stock in stocks)
    assert 3 <= stocks.count(0) <= 30


@both
def test_tags_are_three_to_six_and_differ(rows: list[Row]) -> None:
    for row in rows:
        tags = row["tags"].split(";")
        assert 3 <= len(tags) <= 6, row["key"]
        assert len(tags) == len(set(tags)), row["key"]


@pytest.mark.parametrize(
    ("column", "known"),
    [
        ("mood", MOODS),
        ("length", LENGTHS),
        ("genre", GENRES),
        ("setting", SETTINGS),
        ("themes", THEMES),
        ("tags", BOOK_TAGS),
        ("format", {"Paperback", "Hardback"}),
    ],
)
def test_book_values_are_known_ones_and_all_are_used(column: str, known: set[str]) -> None:
    assert set(values_of(BOOKS, column)) == known


@pytest.mark.parametrize("mood", sorted(MOODS))
def test_every_mood_has_forty_books_and_every_length(mood: str) -> None:
    books = [row for row in BOOKS if mood in row["mood"].split(";")]

    assert len(books) >= 40
    by_length = Counter(row["length"] for row in books if int(row["stock"]))
    assert all(by_length[length] >= 4 for length in LENGTHS), by_length


def test_every_genre_has_twenty_books() -> None:
    assert min(Counter(row["genre"] for row in BOOKS).values()) >= 20


def test_length_follows_from_the_pages() -> None:
    def length_of(pages: int) -> str:
        return "short" if pages < 200 else "medium" if pages <= 400 else "long"

    assert all(64 <= int(row["pages"]) <= 720 for row in BOOKS)
    assert keys_where(BOOKS, lambda row: row["length"] != length_of(int(row["pages"]))) == []


def test_book_prices_are_those_of_a_bookshop() -> None:
    ranges = {"Paperback": (7, 15), "Hardback": (12, 30)}
    for row in BOOKS:
        low, high = ranges[row["format"]]
        assert re.fullmatch(r"\d{1,2}\.(99|00)", row["price"]), row["key"]
        assert low <= float(row["price"]) <= high, row["key"]


def test_years_agree_with_the_tags_that_speak_of_age() -> None:
    for row in BOOKS:
        year, tags = int(row["year"]), row["tags"].split(";")
        assert 1950 <= year <= 2026, row["key"]
        assert "classic" not in tags or year < 1995, row["key"]
        assert "new" not in tags or year >= 2025, row["key"]
        assert "one-sitting" not in tags or int(row["pages"]) <= 200, row["key"]


def test_sensitive_themes_are_named_so_that_a_never_rule_can_clash() -> None:
    counts = Counter(values_of(BOOKS, "themes"))
    unnamed = re.compile(r"murder(er|ed)?\b|suicide|divorced?\b|funeral", re.IGNORECASE)

    assert counts["war"] >= 15
    assert counts["grief"] >= 15
    assert counts["illness of a parent"] >= 3
    silent = [row for row in BOOKS if unnamed.search(row["description"])]
    assert keys_where(silent, lambda row: not SENSITIVE & set(row["themes"].split(";"))) == [
        "ninety-next-birthday",  # has views on funerals, and attends none
    ]


def test_books_of_the_mock_ups_are_there_and_in_stock() -> None:
    by_key = {row["key"]: row for row in BOOKS}

    for key, expected in MOCK_UP_BOOKS.items():
        row = by_key[key]
        assert (row["title"], row["maker"], row["price"], row["pages"]) == expected
        assert int(row["stock"]) > 0


@pytest.mark.parametrize("column", sorted(WARDROBE_SETS))
def test_wardrobe_values_are_known_ones_and_all_are_used(column: str) -> None:
    assert set(values_of(WARDROBE, column)) == WARDROBE_SETS[column]


@pytest.mark.parametrize(
    ("column", "least"), [("style", 30), ("occasion", 50), ("season", 150), ("label_tier", 80)]
)
def test_wardrobe_is_spread_over_what_customers_choose(column: str, least: int) -> None:
    assert min(Counter(values_of(WARDROBE, column)).values()) >= least


def test_every_category_has_twenty_pieces() -> None:
    counts = Counter(row["category"] for row in WARDROBE)

    assert set(counts) == CATEGORIES
    assert min(counts.values()) >= 20


def test_prices_go_with_the_label() -> None:
    makers: dict[str, set[str]] = {}
    for row in WARDROBE:
        low, high = TIER_PRICES[row["label_tier"]]
        assert low <= float(row["price"]) <= high, row["key"]
        makers.setdefault(row["maker"], set()).add(row["label_tier"])

    assert [maker for maker, tiers in makers.items() if len(tiers) > 1] == []


def test_sizes_and_fit_go_with_the_category() -> None:
    clothes = ["XS", "S", "M", "L", "XL"]
    for row in WARDROBE:
        sizes = row["sizes"].split(";")
        known = [str(n) for n in range(35, 47)] if row["category"] == "Shoes" else clothes
        assert sizes == ["One size"] or sizes == [s for s in known if s in sizes], row["key"]
        fits = {""} if row["category"] in WITHOUT_FIT else {"relaxed", "regular", "slim"}
        assert row["fit"] in fits, row["key"]


def test_seasons_go_with_the_cloth() -> None:
    warm = {"wool", "cashmere", "tweed", "shearling"}
    for row in WARDROBE:
        seasons = row["season"].split(";")
        if row["category"] == "Coat" and row["material"] in warm:
            assert "winter" in seasons, row["key"]
        if row["material"] in {"linen", "straw"}:
            assert "winter" not in seasons, row["key"]
        if "warm" in row["tags"].split(";"):
            assert {"autumn", "winter"} & set(seasons), row["key"]


def test_tags_agree_with_material_and_care() -> None:
    animal = {"leather", "suede", "wool", "silk", "shearling", "cashmere"}
    for row in WARDROBE:
        tags = row["tags"].split(";")
        assert "vegan" not in tags or row["material"] not in animal, row["key"]
        assert ("recycled" in tags) <= (row["material"] == "recycled polyester"), row["key"]
        assert "washable" not in tags or re.search("wash|Wool cycle", row["care"]), row["key"]
        assert "small-batch" not in tags or row["label_tier"] == "unknown", row["key"]
