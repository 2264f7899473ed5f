"""Reads a table file for an import, row by row, and says in words what is wrong with it.

Memory stays flat however long the file is. A bad row is a `RowProblem` among the good ones; a
file that cannot be read at all is `TableRefused`. A further format joins in `open_table`.
"""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice
from typing import BinaryIO

from app.catalogue.column_names import ROLES, name_score
from app.catalogue.encoding import Encoding, sniff_encoding
from app.catalogue.records import Fault, Record, read_records
from app.catalogue.spreadsheets import is_workbook, workbook_as_text
from app.catalogue.table_faults import RowProblem as RowProblem
from app.catalogue.table_faults import TableRefused as TableRefused

DELIMITERS = ",;\t|"
SAMPLE_ROWS = 200
_LONGEST_NAME = 200
_PROBE_BYTES = 64 * 1024
_PROBE_ROWS = 50
_BLANK_ROWS = 100_000
REASON_COLUMN = "Why it failed"  # a file of failed rows ends with it; the mended file may, too
GUARDED = frozenset("=+-@\t\r＝＋－＠'")  # noqa: RUF001 - spreadsheets read these as formulas
_VALUE = re.compile(r"[^\w\s]{0,3}\d[\d.,'’ ]*\W{0,3}|https?://\S+")  # noqa: RUF001
_NOT_READ = (
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
    folded: int = 0  # how many further rows of the file went into this one


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
    has_header: bool = True
    is_workbook: bool = False
    is_mended: bool = False

    def rows(self) -> Iterator[Row | RowProblem]:
        """Yield the rows below the header, each either good or a problem; blank ones are left."""
        below = islice(_records(self), 1 if self.has_header else 0, None)
        for count, record in enumerate(below, start=1):
            if count > self.limits.rows:
                raise TableRefused(
                    f"The table has more than {self.limits.rows:,} rows. Split it into parts."
                )
            yield _problem(record, self) or _row(record, self)

    def sample(self, size: int = SAMPLE_ROWS) -> list[dict[str, str]]:
        """Give the values of the first good rows, for guessing what the columns hold."""
        good = (row.values for row in self.rows() if isinstance(row, Row))
        return list(islice(good, size))


@dataclass(frozen=True)
class Opening:
    """How somebody wants a file read; None leaves it to a guess."""

    encoding: str | None = None
    delimiter: str | None = None
    has_header: bool | None = None


def open_table(
    source: BinaryIO,
    *,
    name: str,
    limits: TableLimits | None = None,
    opening: Opening | None = None,
) -> Table:
    """Open a table file: find its encoding, its delimiter and its header, where not told.

    The source must be seekable (a file, an upload) and stay open as long as rows are read.
    """
    limits, opening = limits or TableLimits(), opening or Opening()
    _refuse_by_size(source, limits.file_bytes)
    if is_workbook(source):
        text = workbook_as_text(source, most_rows=limits.rows, most_columns=limits.columns)
        bare = Table(name, "utf-8", ",", (), text, limits, is_workbook=True)
    else:
        _refuse_other_formats(source, name)
        encoding = _encoding(source, opening.encoding)
        delimiter = opening.delimiter or _find_delimiter(source, encoding)
        bare = Table(name, encoding.name, delimiter, (), source, limits, encoding.is_damaged)
    return _with_header(bare, opening.has_header)


def _encoding(source: BinaryIO, wanted: str | None) -> Encoding:
    # What an encoding that somebody chose cannot explain counts as damage, cell by cell.
    return Encoding(wanted, is_damaged=True) if wanted else sniff_encoding(source)


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
    if name.lower().endswith((".xlsx", ".xlsm", ".xls", ".ods")):
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


def _with_header(table: Table, has_header: bool | None) -> Table:
    first = next(_records(table), None)
    if first is None:
        raise TableRefused("The file holds no text.")
    if first.fault:
        raise TableRefused("The header cannot be read: a quote in it is not closed.")
    if len(first.cells) > table.limits.columns:
        raise TableRefused(
            f"The table has {len(first.cells):,} columns; at most {table.limits.columns} are read."
        )
    if has_header is None:
        has_header = not _looks_like_a_row(first.cells)
    if not has_header:
        names = [""] * len(first.cells)
    elif any(len(name) > _LONGEST_NAME or "\0" in name for name in first.cells):
        raise TableRefused("The first row must hold the names of the columns.")
    else:
        names = [" ".join(name.split()) for name in first.cells]
    is_mended = names[-1:] == [REASON_COLUMN] and len(names) > 1
    header = _distinct(names[:-1] if is_mended else names)
    return replace(table, header=header, has_header=has_header, is_mended=is_mended)


def _looks_like_a_row(cells: list[str]) -> bool:
    """Tell a first row of values from names: numbers or addresses in it, and no known name."""
    if any(name_score(role, cell) for role in ROLES for cell in cells):
        return False
    return any(_VALUE.fullmatch(cell.strip()) for cell in cells)


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


def _row(record: Record, table: Table) -> Row:
    cells = record.cells + [""] * (len(table.header) - len(record.cells))
    if table.is_mended:
        cells = [unguarded(cell) for cell in cells]
    return Row(record.number, dict(zip(table.header, cells, strict=False)))


def unguarded(cell: str) -> str:
    """Return a cell of a file of failed rows as it was before it was guarded."""
    return cell[1:] if cell[:1] == "'" and cell[1:2] in GUARDED else cell


def _problem(record: Record, table: Table) -> RowProblem | None:
    problem = _found_wrong(record, table)
    if problem is not None:
        problem.cells = tuple(record.cells)
    return problem


def _found_wrong(record: Record, table: Table) -> RowProblem | None:
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
    if any(map(str.strip, record.cells[width + table.is_mended :])):
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
