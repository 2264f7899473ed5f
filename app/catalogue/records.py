"""Cuts delimited text into records and goes on after a quote that nobody closed."""

import codecs
import csv
import io
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import BinaryIO

from app.catalogue.encoding import CHUNK
from app.catalogue.table_faults import TableRefused

LONGEST_LINE = 4_000_000  # characters; more is no table, and memory stays flat
LONGEST_RECORD = 500_000
MOST_UNCLOSED_QUOTES = 50  # each costs a second look at what it swallowed


class Fault(StrEnum):
    """Why a record cannot be taken."""

    UNCLOSED_QUOTE = "unclosed quote"
    CELL_TOO_LONG = "cell too long"


@dataclass(frozen=True)
class Record:
    """The cells of one record; `number` counts as a spreadsheet does, blank lines included."""

    number: int
    cells: list[str] = field(default_factory=list)
    fault: Fault | None = None


def read_records(
    source: BinaryIO, encoding: str, delimiter: str, *, cell_limit: int
) -> Iterator[Record]:
    """Yield every record from the start of the file.

    After an unclosed quote reading goes on with the next line, so that it costs one row.
    """
    # The module's own limit is per process; it is only ever raised, ours is checked per cell.
    csv.field_size_limit(max(csv.field_size_limit(), 2 * cell_limit))
    lines = _Lines(_decoded_lines(source, encoding))
    lines.skip_separator_hint()
    reader, number, unclosed = csv.reader(lines, delimiter=delimiter), 0, 0
    while (record := _next_record(reader, lines, number := number + 1)) is not None:
        yield record
        if record.fault is Fault.UNCLOSED_QUOTE:
            unclosed += 1
            _refuse_after_many(unclosed, number)
            lines.take_back_all_but_first()
        if record.fault:
            reader = csv.reader(lines, delimiter=delimiter)


class _Lines:
    """Feeds lines to the reader, remembers those of the record at hand, takes them back."""

    def __init__(self, lines: Iterator[str]) -> None:
        self._lines = lines
        self._again: deque[str] = deque()
        self._length = 0
        self.taken: list[str] = []
        self.is_spent = False

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        if self._length > LONGEST_RECORD:
            raise csv.Error("record too long")
        try:
            line = self._again.popleft() if self._again else next(self._lines)
        except StopIteration:
            self.is_spent = True
            raise
        self.taken.append(line)
        self._length += len(line)
        return line

    def begin_record(self) -> None:
        self.taken, self._length, self.is_spent = [], 0, False

    def take_back_all_but_first(self) -> None:
        self._again.extendleft(reversed(self.taken[1:]))

    def skip_separator_hint(self) -> None:
        """Leave out the line "sep=;" that tells Excel the delimiter."""
        first = next(self._lines, "")
        if first[:4].lower() != "sep=" or len(first.strip("\r\n")) != 5:
            self._again.append(first)


def _next_record(reader: Iterator[list[str]], lines: _Lines, number: int) -> Record | None:
    lines.begin_record()
    try:
        cells = next(reader)
    except StopIteration:
        return None
    except csv.Error:
        is_one_line = len(lines.taken) == 1
        return Record(number, fault=Fault.CELL_TOO_LONG if is_one_line else Fault.UNCLOSED_QUOTE)
    # A record that ends only because the file does is still inside its quotes.
    return Record(number, cells, Fault.UNCLOSED_QUOTE if lines.is_spent else None)


def _refuse_after_many(unclosed: int, number: int) -> None:
    if unclosed > MOST_UNCLOSED_QUOTES:
        raise TableRefused(
            f"More than {MOST_UNCLOSED_QUOTES} quotes are not closed, the last in row {number}. "
            "Save the file anew as CSV from a spreadsheet."
        )


def _decoded_lines(source: BinaryIO, encoding: str) -> Iterator[str]:
    """Yield lines with their ends as they are, be they of Unix, Windows or the old Mac."""
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    source.seek(0)
    rest = ""
    while chunk := source.read(CHUNK):
        lines = list(io.StringIO(rest + decoder.decode(chunk), newline=""))
        # The last line may go on in the next chunk, also as \r before its \n.
        rest = "" if not lines or lines[-1].endswith("\n") else lines.pop()
        yield from lines
        if len(rest) > LONGEST_LINE:
            raise TableRefused("A single line is millions of characters long: not a table.")
    yield from io.StringIO(rest + decoder.decode(b"", final=True), newline="")
