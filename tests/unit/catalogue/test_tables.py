import csv
import io
import os
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.catalogue.tables import Row, RowProblem, TableLimits, TableRefused, open_table

ROOT = Path(__file__).parents[3]
REAL = Path(os.environ.get("BACKROOM_TEST_DATA", ROOT / "../shared/data"))
needs_real_data = pytest.mark.skipif(
    not REAL.is_dir(), reason="BACKROOM_TEST_DATA names no folder with the real tables"
)


def opened(data, *, name="items.csv", **limits):
    data = data.encode() if isinstance(data, str) else data
    return open_table(io.BytesIO(data), name=name, limits=TableLimits(**limits))


def good_and_bad(table):
    rows = list(table.rows())
    return (
        [row for row in rows if isinstance(row, Row)],
        [row for row in rows if isinstance(row, RowProblem)],
    )


def values(table):
    good, bad = good_and_bad(table)
    assert bad == []
    return [list(row.values.values()) for row in good]


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("utf-8", "key,title\na,L'été à Łódź\n"),
        ("utf-8-sig", "key,title\na,L'été\n"),
        ("utf-16", "key,title\na,L'été\n"),
        ("utf-16-le", "key,title\na,plain words only\n"),
        ("utf-16-be", "key,title\na,plain words only\n"),
        ("utf-32", "key,title\na,L'été\n"),
        ("cp1252", "key,title\na,Das Café an der Straße — für 5 €\n"),
        ("cp1250", "key,title\na,Zażółć gęślą jaźń\nb,Święty spokój\nc,Książka o miłości\n"),
        ("cp1251", "key,title\na,Война и мир\nb,Преступление и наказание\n"),
    ],
)
def test_table_is_read_in_the_encoding_it_was_written_in(encoding, text):
    table = opened(text.encode(encoding))

    assert table.header == ("key", "title")
    assert values(table) == [line.split(",") for line in text.splitlines()[1:]]


def test_western_letters_deep_in_a_long_file_are_found():
    lines = "".join(f"{i},plain words\n" for i in range(40_000))
    table = opened(f"key,title\n{lines}x,Café\n".encode("cp1252"))

    assert table.encoding == "cp1252"
    assert values(table)[-1] == ["x", "Café"]


def test_mostly_utf8_file_loses_only_its_broken_row():
    good = "key,title\na,Café\nb,Über die Straße\nc,Ærø Øst\n".encode()
    good_rows, bad = good_and_bad(opened(good + b"d,Caf\xe9\n"))

    assert [row.values["key"] for row in good_rows] == ["a", "b", "c"]
    assert (bad[0].row, bad[0].column) == (5, "title")
    assert "UTF-8" in bad[0].how_to_fix


@pytest.mark.parametrize(
    "delimiter", [",", ";", "\t", "|"], ids=["comma", "semicolon", "tab", "bar"]
)
def test_delimiter_is_found_though_others_occur_in_the_cells(delimiter):
    header, row = ["key", "title", "tags"], ["a", "one, two; three", "x|y"]
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows([header, *[row] * 4])

    table = opened(out.getvalue())

    assert table.delimiter == delimiter
    assert values(table) == [row] * 4


def test_separator_hint_of_excel_is_obeyed_and_left_out():
    table = opened("sep=;\r\nkey;title\r\na;b,c\r\n")

    assert (table.header, values(table)) == (("key", "title"), [["a", "b,c"]])


def test_single_column_is_a_table_too():
    assert values(opened("title\nOne\nTwo\n")) == [["One"], ["Two"]]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["unix", "windows", "old mac"])
def test_line_ends_of_every_system_are_read(end):
    text = end.join(["key,title", 'a,"two\nlines"', "b,x"])

    assert values(opened(text)) == [["a", "two\nlines"], ["b", "x"]]


def test_rows_are_numbered_as_in_a_spreadsheet():
    good, _ = good_and_bad(opened('\nkey,title\n\na,"x\ny"\n , \nb,z\n'))

    assert [row.number for row in good] == [4, 6]


def test_rows_can_be_read_again():
    table = opened("key,title\na,b\n")

    assert table.sample(1) == [{"key": "a", "title": "b"}]
    assert values(table) == values(table) == [["a", "b"]]


def test_columns_without_a_name_of_their_own_get_one():
    assert opened("key,,tag,tag,tag\n").header == ("key", "Column 2", "tag", "tag (2)", "tag (3)")
    assert opened("a (2),a,a\n").header == ("a (2)", "a", "a (3)")


def test_short_row_is_filled_and_empty_excess_is_left_out():
    assert values(opened("key,title\na\nb,c,,\n")) == [["a", ""], ["b", "c"]]


def test_row_with_more_cells_than_the_header_is_a_problem():
    good, bad = good_and_bad(opened("key,title\na,b\nc,d,e\nf,g\n"))

    assert [row.values["key"] for row in good] == ["a", "f"]
    assert (bad[0].row, bad[0].found) == (3, "3 cells")
    assert "double quotes" in bad[0].how_to_fix


def test_nul_is_a_problem_of_its_row_alone():
    good, bad = good_and_bad(opened("key,title\na,b\0c\nd,e\n"))

    assert [row.values["key"] for row in good] == ["d"]
    assert (bad[0].row, bad[0].column) == (2, "title")


@pytest.mark.parametrize("length", [70_000, 300_000], ids=["over ours", "over the reader's"])
def test_cell_too_long_is_a_problem_of_its_row_alone(length):
    good, bad = good_and_bad(opened(f"key,title\na,{'x' * length}\nb,c\n"))

    assert [row.values["key"] for row in good] == ["b"]
    assert bad[0].row == 2
    assert "64 kB" in bad[0].expected


def test_cell_counts_in_bytes():
    assert good_and_bad(opened("key\néé\n", cell_bytes=4))[1] == []
    assert len(good_and_bad(opened("key\nééé\n", cell_bytes=4))[1]) == 1


@pytest.mark.parametrize("rows_after", [3, 30_000], ids=["to the end", "beyond a cell"])
def test_quote_never_closed_costs_one_row(rows_after):
    after = "".join(f"k{i},word word word\n" for i in range(rows_after))
    good, bad = good_and_bad(opened(f'key,title\na,b\nc,"broken\n{after}'))

    assert len(good) == rows_after + 1
    assert [problem.row for problem in bad] == [3]
    assert "quote" in bad[0].found
    assert good[-1].number == rows_after + 3


def test_quotes_broken_everywhere_end_soon():
    data = "key,title\n" + 'x","\n' * 20_000

    with pytest.raises(TableRefused, match="not closed"):
        list(opened(data).rows())


@pytest.mark.parametrize(
    ("data", "name", "words"),
    [
        (b"", "a.csv", "empty"),
        (b" \n\n", "a.csv", "no text"),
        (b"PK\x03\x04rest", "a.xlsx", "damaged"),
        (b"\xd0\xcf\x11\xe0rest", "a.xls", "Old Excel"),
        (b"key,title\n", "a.xlsx", "named like a spreadsheet"),
        (b"%PDF-1.7", "a.csv", "PDF"),
        (b"\n<!DOCTYPE html>", "a.csv", "web page"),
        (b"a" * 300 + b"\nb\n", "a.csv", "names of the columns"),
        (b"a\0,b\n1,2\n", "a.csv", "names of the columns"),
        (b'key,"title\na,b\n', "a.csv", "header"),
    ],
)
def test_file_that_is_no_table_is_refused_in_words(data, name, words):
    with pytest.raises(TableRefused, match=words):
        opened(data, name=name)


def test_table_beyond_a_limit_is_refused():
    with pytest.raises(TableRefused, match="larger than"):
        opened("key\n" * 100, file_bytes=50)
    with pytest.raises(TableRefused, match="3 columns"):
        opened("a,b,c\n", columns=2)
    with pytest.raises(TableRefused, match="more than 2 rows"):
        list(opened("key\n1\n2\n3\n", rows=2).rows())
    with pytest.raises(TableRefused, match="blank rows"):
        list(opened("key\n1" + "\n" * 200_000, rows=10).rows())
    with pytest.raises(TableRefused, match="not a table"):
        list(opened("key\n" + "x" * 5_000_000).rows())


def test_memory_stays_flat_over_a_long_file(tmp_path):
    path = tmp_path / "long.csv"
    with path.open("w") as file:
        file.write("key,title\n")
        file.writelines(f"{i},{'word ' * 40}\n" for i in range(50_000))

    with path.open("rb") as source:
        tracemalloc.start()
        count = sum(1 for _ in open_table(source, name="long.csv").rows())
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()

    assert count == 50_000
    assert path.stat().st_size > 10_000_000
    assert peak < 4_000_000


@given(st.binary(max_size=400))
@example(b'\xef\xbb\xbf"')
@example(b"\xff\xfe\x00")
@example(b"sep=")
@example(b"sep=,")
def test_any_bytes_are_a_table_or_refused(data):
    try:
        table = opened(data)
        rows = list(table.rows())
    except TableRefused:
        return

    assert len(set(table.header)) == len(table.header) > 0
    assert all(isinstance(r, RowProblem) or tuple(r.values) == table.header for r in rows)


CELL = st.text(st.characters(codec="utf-8", exclude_characters="\0\ufeff"), max_size=12)


@given(st.lists(st.lists(CELL, min_size=3, max_size=3), max_size=8))
def test_what_a_spreadsheet_writes_is_read_back(cells):
    out = io.StringIO()
    csv.writer(out).writerows([["key", "title", "maker"], *cells])

    read = values(opened(out.getvalue()))

    assert read == [row for row in cells if any(map(str.strip, row))]


@needs_real_data
@pytest.mark.parametrize(
    ("name", "rows", "columns"), [("books.csv", 10_000, 23), ("apparel.csv", 22, 46)]
)
def test_real_tables_are_read_whole(name, rows, columns):
    with (REAL / name).open("rb") as source:
        table = open_table(source, name=name)
        good, bad = good_and_bad(table)

    assert (len(good), bad, len(table.header)) == (rows, [], columns)
