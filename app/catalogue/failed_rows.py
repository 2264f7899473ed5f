"""The rows of a file that failed, as a file of the same format to mend and import again."""

import csv
from pathlib import Path
from types import TracebackType
from typing import Self

from app.catalogue.table_faults import RowProblem
from app.catalogue.tables import GUARDED, REASON_COLUMN, Table

_SEPARATORS = {"\t": "tsv"}


class FailedRows:
    """Writes failed rows with their reason as they come; an empty file is removed at the end."""

    def __init__(self, path: Path, table: Table) -> None:
        self.path = path
        self._table = table
        self._count = 0

    def __enter__(self) -> Self:
        """Begin the file with the header of the table."""
        self._file = self.path.open("w", encoding="utf-8-sig", newline="", errors="replace")
        self._writer = csv.writer(self._file, delimiter=self._table.delimiter)
        self._writer.writerow([*map(_guarded, self._table.header), REASON_COLUMN])
        return self

    def __exit__(
        self, kind: type[BaseException] | None, _e: BaseException | None, _t: TracebackType | None
    ) -> None:
        """Close the file; nothing is left of one without rows."""
        self._file.close()
        if kind is not None or not self._count:
            self.path.unlink(missing_ok=True)

    def note(self, problem: RowProblem) -> None:
        """Write one failed row as it stood in the file."""
        width = len(self._table.header)
        cells = [_guarded(cell.replace("\0", "")) for cell in problem.cells[:width]]
        padded = cells + [""] * (width - len(cells))
        self._writer.writerow([*padded, f"Row {problem.row}. {problem.reason}"])
        self._count += 1


def failed_name(name: str, delimiter: str) -> str:
    """Return what the file of failed rows is called."""
    return f"{Path(name).stem[:80] or 'table'}-failed.{_SEPARATORS.get(delimiter, 'csv')}"


def _guarded(cell: str) -> str:
    """Keep a spreadsheet from running a cell; the import takes the mark off again."""
    return f"'{cell}" if cell[:1] in GUARDED and cell[:1] else cell
