# ruff: noqa: RUF001 - typographic apostrophes and dashes are part of prices
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.catalogue.cells import (
    LARGEST_MINOR,
    Price,
    clean_text,
    is_address,
    plain_text,
    read_currency,
    read_number,
    read_price,
    read_whole,
    split_list,
)


@pytest.mark.parametrize(
    ("text", "minor", "currency"),
    [
        ("12.99", 1299, None),
        ("12,99 €", 1299, "EUR"),
        ("£9.99", 999, "GBP"),
        ("1.234,50", 123450, None),
        ("1,234.50", 123450, None),
        ("1 234,50", 123450, None),
        ("1\u202f234,50\u00a0€", 123450, "EUR"),
        ("CHF 1'234.50", 123450, "CHF"),
        ("1’234’567.5", 123456750, None),
        ("50", 5000, None),
        ("12.5", 1250, None),
        ("1.234", 123400, None),
        ("0.5", 50, None),
        ("0,990", 99, None),
        ("1.000.000", 100000000, None),
        ("12.9900", 1299, None),
        ("12.-", 1200, None),
        ("12,– €", 1200, "EUR"),
        ("0", 0, None),
        ("12 eur", 1200, "EUR"),
        ("¥1,200", 1200, "JPY"),
        ("1.234 KWD", 1234, "KWD"),
        ("10 zł", 1000, "PLN"),
        ("US$5", 500, "USD"),
        ("$5 USD", 500, "USD"),
    ],
)
def test_price_is_read_as_people_write_it(text, minor, currency):
    assert read_price(text) == Price(minor, currency)


@pytest.mark.parametrize(
    "text",
    ["", "free", "-5", "12.3456", "0.999", "from 12.99", "abt 12", "12/13", "1,2,3", "12.34.56",
     "1.23,45.6", "1,23.45", "€12 USD", "1e3", "nan", "12 13", "99999999999", "1" + "." * 60_000],
    ids=lambda text: text[:12] or "empty",
)  # fmt: skip
def test_what_is_no_price_is_not_guessed_at(text):
    assert read_price(text) is None


def test_currency_given_decides_the_decimals():
    assert read_price("1200", "JPY") == Price(1200, None)
    assert read_price("12.50", "JPY") is None


@given(st.integers(0, LARGEST_MINOR))
def test_price_written_in_any_style_is_read_back(minor):
    english = f"{minor / 100:,.2f}"
    german = english.replace(",", " ").replace(".", ",").replace(" ", ".")
    swiss = english.replace(",", "'")

    assert {read_price(style) for style in (english, german, swiss, f"{minor / 100:.2f}")} == {
        Price(minor, None)
    }


@given(st.text())
def test_no_text_upsets_the_readers(text):
    clean_text(text).encode()
    plain_text(text).encode()
    read_price(text)
    read_whole(text)
    read_number(text)
    split_list(text)


@pytest.mark.parametrize("reader", [read_price, read_whole, read_number, is_address, plain_text])
@pytest.mark.parametrize("text", ["1.," * 20_000 + "x", "1 " * 30_000, "<" * 60_000, "<p" * 30_000])
def test_hostile_cells_are_read_quickly(reader, text):
    started = time.process_time()
    reader(text)

    assert time.process_time() - started < 2


@pytest.mark.parametrize(
    ("text", "number"),
    [("12", 12), ("12.0", 12), ("12,00", 12), ("1,200", 1200), ("-3", -3), ("1.5", None),
     ("1.000", None), ("many", None), ("", None), ("99999999999", None)],
)  # fmt: skip
def test_whole_number_is_read(text, number):
    assert read_whole(text) == number


@pytest.mark.parametrize(
    ("text", "number"),
    [("0439023483", None), ("1997.0", 1997), ("4.34", 4.34), ("-750.0", -750), ("0", 0),
     ("007", None),
     ("9.78043902348e+12", None), ("9.78E+12", None), ("1,5", None), ("nan", None), ("inf", None),
     ("9780439023481234", None), ("", None)],
)  # fmt: skip
def test_number_is_read_only_where_nothing_is_lost(text, number):
    read = read_number(text)

    assert read == number
    assert type(read) is type(number)


def test_currency_is_known_by_code_and_sign():
    assert [read_currency(t) for t in ("eur", "€", "CHF", "xyz", "")] == [
        "EUR", "EUR", "CHF", None, None,
    ]  # fmt: skip


def test_list_is_split_at_the_first_mark_in_use_and_repeats_once():
    assert split_list("a; b;;a ") == ["a", "b"]
    assert split_list("a, b", ";|,") == ["a", "b"]
    assert split_list("a, b; c", ";|,") == ["a, b", "c"]
    assert split_list("") == []


def test_text_loses_controls_and_markup_but_keeps_its_lines():
    assert clean_text(" a\0b \x1b c\r\n d\u00a0 e\ud800 ") == "a b c\nd e"
    assert plain_text("<p>Fish &amp; <b>chips</b></p><script>x()</script><p>Two</p>") == (
        "Fish & chips\n\nTwo"
    )
    assert plain_text("2 < 3 & 5 > 4") == "2 < 3 & 5 > 4"


def test_only_web_addresses_may_be_linked():
    assert is_address("https://example.org/a?b=c")
    assert not any(map(is_address, ["javascript:alert(1)", "//x", "ftp://x", "https://", "a b"]))
