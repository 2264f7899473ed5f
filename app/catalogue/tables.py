"""Reads a table file for an import, row by row, and says in words what is wrong with it.

Memory stays flat however long the file is. A bad row is a `RowProblem` among the good ones; a
file that cannot be read at all is `TableRefused`. A further format joins in `open_table`.
"""

import csv
import io
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import BinaryIO

from app.catalogue.encoding import Encoding, sniff_encoding
from app.catalogue.records import Fault, Record, read_records
from app.catalogue.table_faults import RowProblem as RowProblem
from app.catalogue.table_faults import TableRefused as TableRefused

DELIMITERS = ",;\t|"
SAMPLE_ROWS = 200
_LONGEST_NAME = 200
_PROBE_BYTES = 64 * 1024
_PROBE_ROWS = 50
_BLANK_ROWS = 100_000
_NOT_READ = (
    (b"PK\x03\x04", "Excel files (.xlsx) are not read yet"),
    (b"\xd0\xcf\x11\xe0", "Old Excel files (.xls) are not read"),
    (b"%PDF", "This is a PDF, not a table"),
    (b"\x1f\x8b", "Compressed files are not read"),
    (b"\x89PNG", "This is a picture, not a table"),
    (b"\xff\xd8\xff", "This is a picture, not a table"),
    (b"<!doctype", "This is a web page, not a table"),
    (b"<html", "This is a web page, not a table"),
)


@dataclass(frozen=True)
class TableLimits:
    """How much of a table is read; a cell counts in bytes of UTF-8."""

    file_bytes: int = 128 * 1024 * 1024
    rows: int = 250_000
    columns: int = 256
    cell_bytes: int = 64 * 1024


@dataclass(frozen=True)
class Row:
    """One row; `number` is the one a spreadsheet shows, so a header on top is row 1."""

    number: int
    values: dict[str, str]


@dataclass(frozen=True)
class Table:
    """An opened table; its rows can be read any number of times, one reading at a time."""

    name: str
    encoding: str
    delimiter: str
    header: tuple[str, ...]
    source: BinaryIO
    limits: TableLimits
    is_damaged: bool = False

    def rows(self) -> Iterator[Row | RowProblem]:
        """Yield the rows below the header, each either good or a problem; blank ones are left."""
        for count, record in enumerate(_below_header(_records(self)), start=1):
            if count > self.limits.rows:
                raise TableRefused(
                    f"The table has more than {self.limits.rows:,} rows. Split it into parts."
                )
            yield _problem(record, self) or _row(record, self.header)

    def sample(self, size: int = SAMPLE_ROWS) -> list[dict[str, str]]:
        """Give the values of the first good rows, for guessing what the columns hold."""
        good = (row.values for row in self.rows() if isinstance(row, Row))
        return list(islice(good, size))


def open_table(source: BinaryIO, *, name: str, limits: TableLimits | None = None) -> Table:
    """Open a table file: find its encoding, its delimiter and its header.

    The source must be seekable (a file, an upload) and stay open as long as rows are read.
    """
    limits = limits or TableLimits()
    _refuse_by_size(source, limits.file_bytes)
    _refuse_other_formats(source, name)
    encoding = sniff_encoding(source)
    delimiter = _find_delimiter(source, encoding)
    bare = Table(name, encoding.name, delimiter, (), source, limits, encoding.is_damaged)
    return Table(
        name, encoding.name, delimiter, _read_header(bare), source, limits, encoding.is_damaged
    )


def _refuse_by_size(source: BinaryIO, most: int) -> None:
    size = source.seek(0, io.SEEK_END)
    if size == 0:
        raise TableRefused("The file is empty.")
    if size > most:
        raise TableRefused(f"The file is larger than {most / 2**20:g} MB. Split it into parts.")


def _refuse_other_formats(source: BinaryIO, name: str) -> None:
    source.seek(0)
    head = source.read(512).lstrip().lower()
    for magic, words in _NOT_READ:
        if head.startswith(magic.lower()):
            raise TableRefused(f"{words}. Open it in a spreadsheet and save it as CSV (UTF-8).")
    if name.lower().endswith((".xlsx", ".xls", ".ods")):
        raise TableRefused(f"{name} is named like a spreadsheet but is none. Check the file.")


def _find_delimiter(source: BinaryIO, encoding: Encoding) -> str:
    source.seek(0)
    text = source.read(_PROBE_BYTES).decode(encoding.name, "replace")
    if text[:4].lower() == "sep=" and text[4:5] and text[4] in DELIMITERS:
        return text[4]
    return max(DELIMITERS, key=lambda delimiter: _fit(text, delimiter))


def _fit(text: str, delimiter: str) -> tuple[float, int]:
    """Judge a delimiter by the share of rows as wide as the header, then by that width."""
    try:
        lines = io.StringIO(text, newline="")
        rows = [row for row in islice(csv.reader(lines, delimiter=delimiter), _PROBE_ROWS) if row]
    except csv.Error:
        return 0.0, 0
    if not rows or len(rows[0]) < 2:
        return 0.0, 0
    whole = rows[:-1] if len(rows) > 2 else rows  # the probe may end within a row
    alike = sum(len(row) == len(rows[0]) for row in whole)
    return round(alike / len(whole), 1), len(rows[0])


def _records(table: Table) -> Iterator[Record]:
    most, cell_limit = table.limits.rows, table.limits.cell_bytes
    records = read_records(table.source, table.encoding, table.delimiter, cell_limit=cell_limit)
    for record in records:
        if record.number > 4 * most + _BLANK_ROWS:
            raise TableRefused("The table has far more blank rows than rows. Delete them.")
        if record.fault or any(map(str.strip, record.cells)):
            yield record


def _below_header(records: Iterator[Record]) -> Iterator[Record]:
    return islice(records, 1, None)


def _read_header(table: Table) -> tuple[str, ...]:
    record = next(_records(table), None)
    if record is None:
        raise TableRefused("The file holds no text.")
    if record.fault:
        raise TableRefused("The header cannot be read: a quote in it is not closed.")
    if len(record.cells) > table.limits.columns:
        raise TableRefused(
            f"The table has {len(record.cells):,} columns; at most {table.limits.columns} are read."
        )
    if any(len(name) > _LONGEST_NAME or "\0" in name for name in record.cells):
        raise TableRefused("The first row must hold the names of the columns.")
    return _distinct([" ".join(name.split()) for name in record.cells])


def _distinct(names: list[str]) -> tuple[str, ...]:
    taken: Counter[str] = Counter()
    distinct: list[str] = []
    for place, name in enumerate(names, start=1):
        name = plain = name or f"Column {place}"
        while name in taken:
            taken[plain] += 1
            name = f"{plain} ({taken[plain]})"
        taken[name] += 1
        distinct.append(name)
    return tuple(distinct)


def _row(record: Record, header: tuple[str, ...]) -> Row:
    cells = record.cells + [""] * (len(header) - len(record.cells))
    return Row(record.number, dict(zip(header, cells, strict=False)))


def _problem(record: Record, table: Table) -> RowProblem | None:
    if record.fault is Fault.CELL_TOO_LONG:
        return _too_long(record.number, "a cell", table.limits.cell_bytes)
    if record.fault is Fault.UNCLOSED_QUOTE:
        return RowProblem(
            record.number,
            "a quoted cell",
            found="an opening quote that is never closed",
            expected='a quote " at both ends of the cell, or none',
            how_to_fix='Close the quote, and write a quote inside a cell twice: "".',
        )
    width = len(table.header)
    if any(map(str.strip, record.cells[width:])):
        return _too_wide(record, width, table.delimiter)
    problems = (
        _cell_problem(record.number, column, cell, table)
        for column, cell in zip(table.header, record.cells, strict=False)
    )
    return next(filter(None, problems), None)


def _too_wide(record: Record, width: int, delimiter: str) -> RowProblem:
    shown = {"\t": "tab"}.get(delimiter, delimiter)
    return RowProblem(
        record.number,
        f"after column {width}",
        found=f"{len(record.cells)} cells",
        expected=f"the {width} of the header",
        how_to_fix=f"Put cells that contain a {shown} in double quotes, or name the column.",
    )


def _cell_problem(row: int, column: str, cell: str, table: Table) -> RowProblem | None:
    most = table.limits.cell_bytes
    if len(cell) > most or (4 * len(cell) > most and len(cell.encode()) > most):
        return _too_long(row, column, most)
    if "\0" in cell:
        return RowProblem(
            row,
            column,
            found="an invisible NUL character",
            expected="text",
            how_to_fix="Type this cell anew.",
        )
    if table.is_damaged and "\N{REPLACEMENT CHARACTER}" in cell:
        return RowProblem(
            row,
            column,
            found=f"characters that cannot be read, in “{cell}”",
            expected="UTF-8 text like the rest of the file",
            how_to_fix="Correct this cell and save the file as UTF-8.",
        )
    return None


def _too_long(row: int, column: str, most: int) -> RowProblem:
    return RowProblem(
        row,
        column,
        found="a longer text",
        expected=f"at most {most / 1024:g} kB",
        how_to_fix="Shorten the text, or look for a quote that is not closed.",
    )
