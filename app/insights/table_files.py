"""Write rows as CSV or JSON lines: typed values, no cell that a spreadsheet would run (pure)."""

import csv
import hashlib
import io
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, TextIO

FORMULA_STARTS = frozenset("=+-@\t\r\n＝＋－＠")  # noqa: RUF001 - spreadsheets read these as well
GUARD = "'"


@dataclass(frozen=True, slots=True)
class WrittenFile:
    """A finished file: what it holds and the hash that proves it."""

    name: str
    columns: tuple[str, ...]
    rows: int
    size: int
    sha256: str


def safe_csv(value: Any) -> str:
    """Return one CSV cell: a text that a spreadsheet could take for a formula gets a guard.

    The guard is one leading apostrophe, also before a text that begins with one, so that a reader
    who removes one leading apostrophe has the text as it was.
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return repr(value)
    text = value if isinstance(value, str) else _as_text(value)
    return GUARD + text if text[:1] in FORMULA_STARTS or text[:1] == GUARD else text


def unguarded(cell: str) -> str:
    """Return a text cell as it was before `safe_csv` guarded it."""
    return cell[1:] if cell[:1] == GUARD else cell


def moment(value: datetime) -> str:
    """Return a moment in UTC with milliseconds, as all files write it."""
    return value.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _as_text(value: Any) -> str:
    if isinstance(value, datetime):
        return moment(value)
    return value.isoformat() if isinstance(value, date) else _json(value)


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def write_csv(stream: TextIO, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> int:
    """Write a header and rows; return how many rows there were."""
    writer = csv.writer(stream, lineterminator="\r\n")  # with both, a lone one in a cell is quoted
    writer.writerow(columns)
    count = 0
    for count, row in enumerate(rows, 1):  # noqa: B007 - the count is the result
        writer.writerow([safe_csv(value) for value in row])
    return count


def write_jsonl(stream: TextIO, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> int:
    """Write one JSON object a line, values as they are; return how many there were."""
    count = 0
    for count, row in enumerate(rows, 1):  # noqa: B007 - the count is the result
        record = dict(zip(columns, map(_plain, row), strict=True))
        stream.write(json.dumps(record, ensure_ascii=False, separators=(",", ":")) + "\n")
    return count


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return moment(value)
    return value.isoformat() if isinstance(value, date) else value


WRITERS = {"csv": write_csv, "jsonl": write_jsonl}


def write_table(
    path: Path, columns: Sequence[str], rows: Iterable[Sequence[Any]], file_format: str
) -> WrittenFile:
    """Write a table beside its place and put it there when it is whole."""
    part = path.with_name(f".{path.name}.part")
    with part.open("w", encoding="utf-8", newline="") as stream:
        count = WRITERS[file_format](stream, columns, rows)
    part.replace(path)
    return describe(path, columns, count)


def describe(path: Path, columns: Sequence[str] = (), rows: int = 0) -> WrittenFile:
    """Return a file's size and hash."""
    digest = hashlib.sha256()
    with path.open("rb") as source:
        while block := source.read(io.DEFAULT_BUFFER_SIZE * 16):
            digest.update(block)
    return WrittenFile(path.name, tuple(columns), rows, path.stat().st_size, digest.hexdigest())
