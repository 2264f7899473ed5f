"""Reads an Excel workbook (.xlsx) as delimited text, after looking at what it would unpack to."""

import csv
import io
import re
import tempfile
import zipfile
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from typing import Any, BinaryIO

from python_calamine import CalamineError, CalamineWorkbook

from app.catalogue.table_faults import TableRefused

ZIP = b"PK\x03\x04"
OLD = b"\xd0\xcf\x11\xe0"  # .xls, and any workbook that a password protects
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_MOST_PARTS = 5_000
_MOST_UNPACKED = 1024 * 1024 * 1024
_MOST_CELLS = 20_000_000
_CELL = re.compile(rb'\br="([A-Z]{1,3})([0-9]{1,7})"')
_CHUNK = 1024 * 1024
_DAMAGED = "This Excel file is damaged and cannot be read. Save it anew, or as CSV."
_TOO_LARGE = "This Excel file unpacks to far more than a table. Save the sheet as CSV (UTF-8)."


def is_workbook(source: BinaryIO) -> bool:
    """Tell whether a file is an Excel workbook, by its first bytes and its parts."""
    source.seek(0)
    head = source.read(4)
    if head == OLD:
        source.seek(0)
        if _ENCRYPTED in source.read():
            raise TableRefused(
                "This Excel file is protected by a password. Take the password off and save it."
            )
    return head == ZIP


def workbook_as_text(source: BinaryIO, *, most_rows: int, most_columns: int) -> BinaryIO:
    """Return the first sheet that holds anything as comma-separated UTF-8, row for row."""
    source.seek(0)
    _refuse_bombs(source, most_rows, most_columns)
    source.seek(0)
    try:
        book = CalamineWorkbook.from_filelike(source)
        for name in book.sheet_names:
            sheet = book.get_sheet_by_name(name)
            if sheet.height:
                return _written(_rows(sheet))
    except CalamineError as error:
        raise TableRefused(_DAMAGED) from error
    raise TableRefused("The Excel file holds no rows.")


def _refuse_bombs(source: BinaryIO, most_rows: int, most_columns: int) -> None:
    try:
        with zipfile.ZipFile(source) as parts:
            infos = parts.infolist()
            if "xl/workbook.xml" not in parts.namelist():
                raise TableRefused(
                    "This is no Excel workbook. Save the table as Excel (.xlsx) or CSV (UTF-8)."
                )
            if len(infos) > _MOST_PARTS or sum(p.file_size for p in infos) > _MOST_UNPACKED:
                raise TableRefused(_TOO_LARGE)
            if parts.testzip() is not None:  # also finds sizes that lie
                raise TableRefused(_DAMAGED)
            for info in infos:
                if info.filename.startswith("xl/worksheets/"):
                    _refuse_far_cells(parts.open(info), most_rows, most_columns)
    except (zipfile.BadZipFile, NotImplementedError, EOFError, OSError, RuntimeError) as error:
        raise TableRefused(_DAMAGED) from error


def _refuse_far_cells(sheet: Any, most_rows: int, most_columns: int) -> None:
    """Refuse a sheet whose outermost cells span more than may be read: it is held as a whole."""
    rows = columns = 0
    rest = b""
    with sheet:
        while chunk := sheet.read(_CHUNK):
            for letters, number in _CELL.findall(rest + chunk):
                rows, columns = max(rows, int(number)), max(columns, _column_number(letters))
            rest = (rest + chunk)[-20:]
            if columns > most_columns:
                raise TableRefused(
                    f"The table has {columns:,} columns; at most {most_columns} are read."
                )
            if rows > 4 * most_rows or rows * columns > _MOST_CELLS:
                raise TableRefused(_TOO_LARGE)


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _rows(sheet: Any) -> Iterator[list[str]]:
    """Yield the rows from the top of the sheet, blank ones included, so that numbers agree."""
    top, left = sheet.start or (0, 0)
    yield from ([] for _ in range(top))
    for row in sheet.iter_rows():
        yield [""] * left + [_as_text(value) for value in row]


def _as_text(value: Any) -> str:
    if isinstance(value, str):
        return value.replace("\0", "")
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, datetime) and value.time() == time():
        return value.date().isoformat()
    if isinstance(value, date | time):
        return value.isoformat()
    return str(value) if isinstance(value, int | timedelta) else ""


class _ClosesItself(io.BufferedRandom):
    """A file without a name that is gone with the table that reads it."""

    def __del__(self) -> None:
        self.close()


def _written(rows: Iterable[list[str]]) -> BinaryIO:
    raw = tempfile.TemporaryFile(buffering=0)  # noqa: SIM115  see its class
    out = _ClosesItself(raw)
    text = io.TextIOWrapper(out, encoding="utf-8", newline="", write_through=False)
    writer = csv.writer(text)
    for row in rows:
        writer.writerow(row if any(row) else [])
    text.flush()
    text.detach()
    out.seek(0)
    return out
