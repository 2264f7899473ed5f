"""What an import did, or would do, as a value that can be kept and shown again (pure)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from app.catalogue.problems import ProblemGroup

COUNTS = ("new", "changed", "unchanged", "skipped", "failed")


@dataclass(frozen=True, slots=True)
class ColumnGuess:
    """A column of the file with the role it was taken for and its first values."""

    name: str
    role: str
    samples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did, or would do: counts, problems by cause, how columns were read.

    Of the skipped rows, `folded` went into the item above them; `archived` items of the catalogue
    are missing from the file.
    """

    new: int
    changed: int
    unchanged: int
    skipped: int
    failed: int
    problems: tuple[ProblemGroup, ...]
    columns: tuple[ColumnGuess, ...]
    pictures: str
    is_dry_run: bool
    folded: int = 0
    archived: int = 0
    warnings: tuple[ProblemGroup, ...] = ()
    import_id: int | None = None

    @property
    def counts(self) -> dict[str, int]:
        """Return the five counts by name."""
        return {name: getattr(self, name) for name in COUNTS}

    @property
    def total(self) -> int:
        """Return how many rows were read."""
        return sum(self.counts.values())

    @property
    def changes(self) -> int:
        """Return how many items would be other than before."""
        return self.new + self.changed + self.archived

    def as_document(self) -> dict[str, Any]:
        """Return the report as plain JSON values, as the command prints it."""
        return {
            **self.counts,
            "folded": self.folded,
            "archived": self.archived,
            "problems": [group.as_document() for group in self.problems],
            "warnings": [group.as_document() for group in self.warnings],
            "pictures": self.pictures,
        }

    def kept(self) -> dict[str, Any]:
        """Return all of the report as JSON values, to show it again."""
        columns = [[column.name, column.role, list(column.samples)] for column in self.columns]
        return {**self.as_document(), "columns": columns, "is_dry_run": self.is_dry_run}

    @classmethod
    def from_kept(cls, document: Mapping[str, Any]) -> "ImportReport":
        """Read a kept report back."""
        return cls(
            **{name: document[name] for name in (*COUNTS, "folded", "archived", "pictures")},
            problems=tuple(map(ProblemGroup.from_document, document["problems"])),
            warnings=tuple(map(ProblemGroup.from_document, document["warnings"])),
            columns=tuple(ColumnGuess(n, role, tuple(s)) for n, role, s in document["columns"]),
            is_dry_run=document["is_dry_run"],
        )
