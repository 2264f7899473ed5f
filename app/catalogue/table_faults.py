"""What can be wrong with a table file: the whole of it, or one row."""

_LONGEST_FOUND = 80


class TableRefused(ValueError):
    """The file as a whole cannot be read; the text says why and what to do."""


class RowProblem(ValueError):
    """One row that cannot be taken: where, what was found, what was expected, how to fix it."""

    def __init__(
        self, row: int, column: str, *, found: str, expected: str, how_to_fix: str
    ) -> None:
        self.row = row
        self.column = column
        self.found = found if len(found) <= _LONGEST_FOUND else found[: _LONGEST_FOUND - 1] + "…"
        self.expected = expected
        self.how_to_fix = how_to_fix
        self.cells: tuple[str, ...] = ()  # the row as it stands in the file, where it could be cut
        super().__init__(f"Row {row}, {self.reason}")

    @property
    def reason(self) -> str:
        """Return the problem as one sentence, without the row."""
        return f"{self.column}: found {self.found}, expected {self.expected}. {self.how_to_fix}"
