"""CSV cells hold any text without becoming formulas, and give it back unchanged."""

import csv
import io
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.insights.codes import HIDDEN, code, is_code, pseudonym
from app.insights.export_rows import ROWS
from app.insights.export_tables import TABLES
from app.insights.table_files import FORMULA_STARTS, safe_csv, unguarded, write_csv, write_jsonl

TEXTS = st.text(st.characters(exclude_categories=("Cs",)))
NASTY = st.one_of(TEXTS, TEXTS.map(lambda text: "=" + text), TEXTS.map(lambda text: "'@" + text))


@given(st.lists(NASTY, min_size=1, max_size=5))
def test_no_cell_begins_a_formula_and_every_text_comes_back(texts: list[str]) -> None:
    stream = io.StringIO(newline="")

    write_csv(stream, [f"c{i}" for i in range(len(texts))], [texts])

    _header, cells = csv.reader(io.StringIO(stream.getvalue(), newline=""))
    assert not any(cell[:1] in FORMULA_STARTS for cell in cells if cell)
    assert [unguarded(cell) for cell in cells] == texts


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        (None, ""),
        (True, "true"),
        (-3, "-3"),
        (0.1, "0.1"),
        (datetime(2026, 3, 2, 9, tzinfo=UTC), "2026-03-02T09:00:00.000Z"),
        (["b", "a"], '["b","a"]'),
        ("=1+1", "'=1+1"),
        ("-5", "'-5"),
        ("'Tis", "''Tis"),
        ("plain", "plain"),
    ],
    ids=str,
)
def test_cells_keep_their_type(value: object, cell: str) -> None:
    assert safe_csv(value) == cell


def test_json_lines_hold_values_as_they_are() -> None:
    stream = io.StringIO()

    write_jsonl(stream, ["a", "b"], [("=1", [1, None])])

    assert stream.getvalue() == '{"a":"=1","b":[1,null]}\n'


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("human:c3@p2", True),
        ("released_early", True),
        ("ana@reader.example", False),
        ("Ana Lindqvist", False),
        ("", False),
    ],
)
def test_only_codes_pass_the_last_fence(text: str, is_one: bool) -> None:
    assert is_code(text) is is_one


def test_words_deep_inside_a_payload_are_left_out() -> None:
    payload = {"why": "because she asked", "rows": {"n": 3}, "items": [1, "quiet-ferry"]}

    assert code(payload) == {"why": HIDDEN, "rows": {"n": 3}, "items": [1, "quiet-ferry"]}


def test_a_pseudonym_depends_on_the_pilots_key() -> None:
    assert pseudonym(b"a" * 32, 7) == pseudonym(b"a" * 32, 7) != pseudonym(b"b" * 32, 7)
    assert pseudonym(b"a" * 32, None) is None


def test_every_table_has_rows_and_every_column_a_meaning() -> None:
    assert [table.name for table in TABLES] == list(ROWS)
    assert all(meaning for table in TABLES for meaning in table.columns.values())
