"""Problems of an import grouped by cause, with the first rows of each (pure)."""

from dataclasses import dataclass, field
from typing import Any

from app.catalogue.table_faults import RowProblem

ROWS_SHOWN = 10


@dataclass
class ProblemGroup:
    """One cause: where, what was expected, how to mend it, how often, and the first rows."""

    column: str
    expected: str
    how_to_fix: str
    count: int = 0
    rows: list[tuple[int, str]] = field(default_factory=list)

    def as_document(self) -> dict[str, Any]:
        """Return the group as plain JSON values."""
        return {
            "column": self.column,
            "expected": self.expected,
            "how_to_fix": self.how_to_fix,
            "count": self.count,
            "rows": [{"row": row, "found": found} for row, found in self.rows],
        }

    @classmethod
    def from_document(cls, document: dict[str, Any]) -> "ProblemGroup":
        """Read a group back from its JSON values."""
        return cls(
            document["column"],
            document["expected"],
            document["how_to_fix"],
            document["count"],
            [(row["row"], row["found"]) for row in document["rows"]],
        )


@dataclass
class ProblemBook:
    """Collects problems; holds a few rows of each cause however many there are."""

    groups: dict[tuple[str, str, str], ProblemGroup] = field(default_factory=dict)

    def note(self, problem: RowProblem) -> None:
        """Count a problem under its cause."""
        cause = (problem.column, problem.expected, problem.how_to_fix)
        group = self.groups.setdefault(cause, ProblemGroup(*cause))
        group.count += 1
        if len(group.rows) < ROWS_SHOWN:
            group.rows.append((problem.row, problem.found))

    def listed(self) -> tuple[ProblemGroup, ...]:
        """Return the causes, the most frequent first."""
        return tuple(sorted(self.groups.values(), key=lambda group: (-group.count, group.column)))
