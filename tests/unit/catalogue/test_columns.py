import contextlib
import io
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.catalogue.columns import ColumnMapping, ItemDraft, content_hash, guess_columns, to_item
from app.catalogue.tables import RowProblem, open_table
from app.catalogue.variants import join_variants, with_varying_lists

ROOT = Path(__file__).parents[3]
REAL = Path(os.environ.get("BACKROOM_TEST_DATA", ROOT / "../shared/data"))
needs_real_data = pytest.mark.skipif(
    not REAL.is_dir(), reason="BACKROOM_TEST_DATA names no folder with the real tables"
)
KNOWN_HASH = "cf00d1fa23314919f6d0010e068d7c21a68ea22fc94f0092071c727fb2089f48"
PLAIN = ColumnMapping(
    "key", "title", "maker", "description", "price", "currency", "picture", "link", "tags", "stock"
)


def roles(mapping):
    names = ("key", "title", "maker", "description", "price", "currency", "picture", "link", "tags")
    found = {name: mapping.column(name) for name in (*names, "stock")}
    return {role: column for role, column in found.items() if column}


def guessed(text):
    table = open_table(io.BytesIO(text.encode()), name="t.csv")
    return guess_columns(table.header, table.sample())


def drafts(path):
    with path.open("rb") as source:
        table = open_table(source, name=path.name)
        mapping = with_varying_lists(guess_columns(table.header, table.sample()), table.sample())
        rows = list(join_variants(table.rows(), mapping))
    return mapping, [to_item(row.values, mapping, row=row.number) for row in rows]


@needs_real_data
def test_real_books_are_taken_as_they_are():
    mapping, items = drafts(REAL / "books.csv")

    assert roles(mapping) == {
        "key": "book_id", "title": "title", "maker": "authors", "picture": "image_url",
    }  # fmt: skip
    assert len(mapping.attributes) == 19
    assert len({item.key for item in items}) == 10_000
    assert items[0].title == "The Hunger Games (The Hunger Games, #1)"
    assert items[0].attributes["original_publication_year"] == 2008
    assert items[0].attributes["average_rating"] == 4.34
    assert items[0].attributes["isbn"] == "439023483"
    assert items[0].attributes["isbn13"] == "9.78043902348e+12"
    assert items[1].maker == "J.K. Rowling, Mary GrandPré"


@needs_real_data
def test_real_shop_export_becomes_one_item_per_product():
    mapping, items = drafts(REAL / "apparel.csv")

    assert roles(mapping) == {
        "key": "Handle", "title": "Title", "maker": "Vendor", "description": "Body (HTML)",
        "price": "Variant Price", "picture": "Image Src", "tags": "Tags",
        "stock": "Variant Inventory Qty",
    }  # fmt: skip
    assert len({item.key for item in items}) == len(items) == 20
    varsity = next(item for item in items if item.key == "classic-varsity-top")
    assert varsity.attributes["Size"] == ["Small", "Medium", "Large"]
    assert (varsity.stock, varsity.price_minor, varsity.tags) == (3, 6000, ("women",))


@pytest.mark.parametrize(
    "path", sorted((ROOT / "seed/catalogues").glob("*.csv")), ids=lambda p: p.stem
)
def test_catalogues_that_ship_are_guessed_without_a_slip(path):
    mapping, items = drafts(path)

    expected = {"key", "title", "maker", "description", "price", "tags", "stock"}
    assert all(mapping.column(role) == role for role in expected if role in path.read_text()[:500])
    assert mapping.key == "key"
    assert len({item.key for item in items}) == len(items)


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (
            "SKU;Bezeichnung;Marke;Preis;Bild;Lagerbestand;F\nA1;Hut;Ü;12,99 €;http://x/a.jpg;3;rot",
            {"key": "SKU", "title": "Bezeichnung", "maker": "Marke", "price": "Preis",
             "picture": "Bild", "stock": "Lagerbestand"},
        ),
        (
            "productId,productName,imageUrl,url,listPrice\n1,Hat,http://x/a.jpg,http://x/a,5",
            {"key": "productId", "title": "productName", "picture": "imageUrl", "link": "url",
             "price": "listPrice"},
        ),
        ("id,name,title\n1,Ann,Hat\n2,Bob,Coat", {"key": "id", "title": "title"}),
        ("id,title,price\n1,Hat,ask us\n2,Coat,ask us", {"key": "id", "title": "title"}),
        ("id,title,image\n1,Hat,yes\n2,Coat,no", {"key": "id", "title": "title"}),
        ("sku,id,title\n,1,Hat\n,2,Coat", {"key": "id", "title": "title"}),
        ("code,thing,colour\n1,Hat,red\n2,Coat,red", {"key": "code", "title": "thing"}),
        ("work_id,vehicle\n7,Van\n8,Car", {"key": "work_id", "title": "vehicle"}),
        ("original_title,title,id\nA,B,1\nC,D,2", {"title": "title", "key": "id"}),
        ("key,title,price,stock\n", {n: n for n in ("key", "title", "price", "stock")}),
    ],
)  # fmt: skip
def test_columns_are_guessed_by_name_and_by_cells(table, expected):
    assert roles(guessed(table)) == expected


def test_a_guess_that_lacks_the_key_says_so():
    assert guessed("colour\nred\nred\n").missing == ("key", "title")


def test_lists_are_decided_by_column():
    sentence = "One; but then follows a long sentence that is certainly no item of a list"
    mapping = guessed(
        f"key,title,mood,genre,note\n1,A,calm;funny,Crime;Travel,{sentence}\n"
        "2,B,calm,Crime,Two\n3,C,dark;calm,Travel,x\n4,D,calm;sad,Crime;Travel,y\n5,E,,Crime,z\n"
    )

    assert mapping.lists == {"mood", "genre"}
    draft = to_item({"key": "2", "title": "B", "mood": "calm", "genre": ""}, mapping)
    assert draft.attributes == {"mood": ["calm"]}


def test_numbers_are_decided_by_column():
    mapping = guessed("key,title,year,isbn,code2\n1,A,1997.0,123,07\n2,B,2001,456,12\n")

    assert mapping.numbers == {"year"}
    values = {"key": "1", "title": "A", "year": "about 1900", "isbn": "123", "code2": "12"}
    assert to_item(values, mapping).attributes == {
        "year": "about 1900", "isbn": "123", "code2": "12",
    }  # fmt: skip


def test_row_becomes_an_item():
    values = {
        "key": " a-1 ", "title": " The\u00a0 Ferry ", "maker": "Ann",
        "description": "<p>Sea &amp; wind</p>",
        "price": "12,99 €", "currency": "", "picture": "covers/a.png", "link": "www.example.org/a",
        "tags": "sea, calm,sea", "stock": "4.0",
    }  # fmt: skip

    assert to_item(values, PLAIN) == ItemDraft(
        "a-1", "The Ferry", "Ann", "Sea & wind", 1299, "EUR", "covers/a.png",
        "https://www.example.org/a", ("sea", "calm"), 4,
    )  # fmt: skip


def test_currency_comes_from_its_column_then_the_cell_then_the_pilot():
    row = {"key": "a", "title": "A"}

    def currency(**cells):
        return to_item(row | cells, PLAIN, currency="GBP").currency

    assert currency(price="5 €", currency="chf") == "CHF"
    assert currency(price="5 €") == "EUR"
    assert currency(price="5") == "GBP"
    assert currency() is None


def test_empty_cells_are_no_problem_and_oversold_stock_is_none():
    draft = to_item({"key": "a", "title": "A", "price": " ", "stock": "-2"}, PLAIN)

    assert (draft.price_minor, draft.stock) == (None, 0)


@pytest.mark.parametrize(
    ("cells", "column", "found"),
    [
        ({"key": " "}, "key", "nothing"),
        ({"title": ""}, "title", "nothing"),
        ({"key": "k" * 201}, "key", "“kkk"),
        ({"price": "ask us"}, "price", "“ask us”"),
        ({"price": "-1"}, "price", "“-1”"),
        ({"currency": "coins", "price": "1"}, "currency", "“coins”"),
        ({"stock": "1.5"}, "stock", "“1.5”"),
        ({"link": "javascript:alert(1)"}, "link", "“javascript:"),
        ({"picture": "data:image/png;base64,x"}, "picture", "“data:"),
        ({"picture": "../../etc/passwd"}, "picture", "“../"),
    ],
)
def test_row_that_cannot_be_an_item_is_a_problem_in_words(cells, column, found):
    with pytest.raises(RowProblem) as caught:
        to_item({"key": "a", "title": "A"} | cells, PLAIN, row=7)

    problem = caught.value
    assert (problem.row, problem.column) == (7, column)
    assert problem.found.startswith(found)
    assert problem.expected
    assert problem.how_to_fix.endswith(".")


def test_hash_changes_with_any_field_and_with_nothing_else():
    draft = ItemDraft("a", "A", attributes={"x": 1, "y": ["p", "q"]})
    same = ItemDraft("a", "A", attributes={"y": ["p", "q"], "x": 1})
    others = [
        ItemDraft("a", "B"), ItemDraft("a", "A", stock=1), ItemDraft("a", "A", price_minor=1),
        ItemDraft("a", "A", attributes={"x": 1, "y": ["q", "p"]}),
        ItemDraft("a", "A", attributes={"x": "1", "y": ["p", "q"]}),
    ]  # fmt: skip

    assert content_hash(draft) == content_hash(same)
    assert len({content_hash(d) for d in (draft, *others)}) == 6
    assert content_hash(ItemDraft("a", "A")) == KNOWN_HASH


NAMES = st.sampled_from(["key", "title", "price", "image", "url", "x", "isbn", "Stock", "work id"])


@given(
    st.lists(NAMES, unique=True, min_size=1),
    st.lists(st.lists(st.text(max_size=8), min_size=9, max_size=9), max_size=6),
)
def test_any_table_is_mapped_whole_and_each_row_an_item_or_a_problem(header, cells):
    samples = [dict(zip(header, row, strict=False)) for row in cells]

    mapping = guess_columns(header, samples)

    assert sorted([*roles(mapping).values(), *mapping.attributes]) == sorted(header)
    for values in samples if not mapping.missing else []:
        with contextlib.suppress(RowProblem):
            assert len(content_hash(to_item(values, mapping))) == 64
