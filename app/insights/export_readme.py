"""The README.md and manifest.json that travel with the files (pure)."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from app.insights.export_tables import TABLES
from app.insights.table_files import WrittenFile

MADE_BY_HUMANS = (
    "Picks of the arm 'hand' were made by people at a console, not by a program. "
    "Their propensity is unknown and therefore empty."
)
LEFT_OUT = (
    "Names, addresses, free text, letters, the sentences of reasons, comments and the words of "
    "searches are left out; so are drafts and briefs under a data protection freeze."
)
PURPOSES = {
    "measurement": "measurement: to judge the pilot by its plan, not to train on.",
    "training": "training: only customers who agreed that we may learn from their answers.",
}


@dataclass(frozen=True, slots=True)
class Facts:
    """What the files are: whose, in which format, for which purpose, under which versions."""

    pilot: str
    name: str
    file_format: str
    purpose: str
    pilot_version: int
    fingerprint: str
    catalogue_version: int
    software: str
    is_demo: bool
    counts_simulated_and_test: bool


def readme(facts: Facts, files: Sequence[WrittenFile]) -> str:
    """Return the data dictionary: purpose, rules of reading, each file and column."""
    rows = {file.name.rsplit(".", 1)[0]: file.rows for file in files}
    parts = [f"# Log of the pilot “{facts.name}” ({facts.pilot})", ""]
    if facts.counts_simulated_and_test:
        parts += ["**Holds simulated and test briefs**: see is_simulated and is_test.", ""]
    parts += [f"- Purpose: {PURPOSES[facts.purpose]}", f"- {MADE_BY_HUMANS}", f"- {LEFT_OUT}"]
    parts += [f"- {rule}" for rule in _rules(facts)]
    for table in TABLES:
        parts += ["", f"## {table.name}.{facts.file_format} ({rows[table.name]} rows)", ""]
        parts += [table.meaning, "", "| column | meaning |", "|---|---|"]
        parts += [f"| {name} | {meaning} |" for name, meaning in table.columns.items()]
    return "\n".join(parts) + "\n"


def _rules(facts: Facts) -> tuple[str, ...]:
    general = (
        "The unit of analysis is the customer; picks of one customer are not independent.",
        "Moments are UTC. No outcome in a closed window is a no; before that it is unknown.",
        "`manifest.json` holds versions, row counts and SHA-256 sums.",
    )
    if facts.file_format == "jsonl":
        return general
    guard = (
        "Empty cells are unknown. A text cell that begins with an apostrophe was guarded against "
        "spreadsheet formulas: remove that one apostrophe."
    )
    return (*general, guard)


def manifest(facts: Facts, files: Sequence[WrittenFile], made_by: Mapping[str, int]) -> str:
    """Return versions, counts and hashes as one JSON document, the same for the same facts."""
    document: dict[str, Any] = {
        "schema_version": 1,
        **asdict(facts),
        "made_by_humans": MADE_BY_HUMANS,
        "selections_made_by": dict(sorted(made_by.items())),
        "left_out": LEFT_OUT,
        "files": [asdict(file) for file in files],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"
