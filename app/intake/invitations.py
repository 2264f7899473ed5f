"""Invite customers from a file: who they are, what is known of them, and a mail to each.

Nothing is half-imported: the whole file is read first, then written in one transaction.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, BinaryIO

from sqlalchemy.exc import IntegrityError

from app import log
from app.catalogue.problems import ProblemBook, ProblemGroup
from app.catalogue.table_faults import RowProblem, TableRefused
from app.catalogue.tables import TableLimits, open_table
from app.clock import now
from app.database import writing
from app.exceptions import Conflict, Invalid
from app.intake.customers import address_hash
from app.intake.invitation_file import Invitee, find_columns, read_invitees
from app.intake.invitation_rows import Known, Person, differs, known_among, store
from app.log import Actor
from app.pilots.info import PilotInfo
from app.pilots.services import pilot_key

LIMITS = TableLimits(file_bytes=32 * 1024 * 1024, rows=50_000)
CHUNK = 400


@dataclass(frozen=True, slots=True)
class Mailing:
    """Whether invitations are sent, and when (now, unless told otherwise).

    Simulated people are sent nothing.
    """

    sends: bool = True
    at: datetime | None = None
    is_simulated: bool = False

    @property
    def due_at(self) -> datetime | None:
        """Return when the mails are due, or None where none is sent."""
        return (self.at or now()) if self.sends and not self.is_simulated else None


@dataclass(frozen=True, slots=True)
class InviteReport:
    """What an invitation file did, or would do."""

    new: int
    changed: int
    unchanged: int
    skipped: int
    failed: int
    mails: int
    facts: tuple[str, ...]
    problems: tuple[ProblemGroup, ...]
    is_dry_run: bool

    @property
    def counts(self) -> dict[str, int]:
        """Return the five counts by name."""
        names = ("new", "changed", "unchanged", "skipped", "failed")
        return {name: getattr(self, name) for name in names}

    @property
    def total(self) -> int:
        """Return how many rows were read."""
        return sum(self.counts.values())

    def as_document(self) -> dict[str, Any]:
        """Return the report as plain JSON values, as the command prints it."""
        problems = [group.as_document() for group in self.problems]
        facts = list(self.facts)
        return {**self.counts, "mails": self.mails, "facts": facts, "problems": problems}


@dataclass(frozen=True, slots=True)
class _File:
    people: tuple[Person, ...]
    facts: tuple[str, ...]
    failed: int
    problems: tuple[ProblemGroup, ...]


def import_invitations(
    pilot: PilotInfo,
    source: BinaryIO,
    *,
    name: str,
    actor: Actor,
    dry_run: bool = False,
    mailing: Mailing | None = None,
) -> InviteReport:
    """Read an invitation file and report what came of each row; `dry_run` writes nothing.

    Whoever was not invited yet gets a mail as `mailing` says.  Addresses that want no more mails
    are skipped.
    """
    mailing = mailing or Mailing()
    _refuse_unfit(pilot, mailing)
    try:
        read = _read(pilot, source, name)
    except TableRefused as refused:
        raise Invalid(str(refused), field="file") from refused
    counts = (
        _count(pilot.id, read.people, mailing)
        if dry_run
        else _import(pilot.id, read, mailing, actor)
    )
    return _report(read, counts, dry_run=dry_run)


def _import(pilot_id: int, read: _File, mailing: Mailing, actor: Actor) -> Counter[str]:
    try:
        with writing():
            counts = _write(pilot_id, read.people, mailing)
            log.append(
                "invitations_imported",
                actor=actor,
                pilot_id=pilot_id,
                facts=list(read.facts),
                failed=read.failed,
                **counts,
            )
    except IntegrityError as error:
        raise Conflict(
            "Some of these people came in by another way at this very moment. Nothing was "
            "imported: please try once more."
        ) from error
    return counts


def _refuse_unfit(pilot: PilotInfo, mailing: Mailing) -> None:
    if pilot.status == "closed":
        raise Conflict("This pilot is closed: nobody can be invited any more.")
    if mailing.due_at is not None and pilot.status == "draft":
        raise Invalid(
            "The pilot is not live yet, so its links would lead nowhere. Go live first, or import "
            "the people without sending and send later.",
            field="sending",
        )


def _read(pilot: PilotInfo, source: BinaryIO, name: str) -> _File:
    table = open_table(source, name=name, limits=LIMITS)
    columns = find_columns(table.header)
    secret = pilot_key(pilot.id, "address")
    book, people = ProblemBook(), dict[str, Person]()
    failed = 0
    for found in read_invitees(table, columns):
        problem = found if isinstance(found, RowProblem) else None
        if isinstance(found, Invitee):
            key_hash = address_hash(secret, found.address)
            if key_hash in people:
                problem = _twice(found, people[key_hash].invitee, columns.address)
            else:
                people[key_hash] = Person(key_hash, found)
        if problem is not None:
            book.note(problem)
            failed += 1
    return _File(tuple(people.values()), tuple(columns.facts), failed, book.listed())


def _twice(found: Invitee, first: Invitee, column: str) -> RowProblem:
    return RowProblem(
        found.row,
        column,
        found=f"“{found.address}”, also in row {first.row}",
        expected="each address once",
        how_to_fix="Keep the row that is right and delete the other.",
    )


def _chunks(people: Sequence[Person]) -> Iterator[Sequence[Person]]:
    for start in range(0, len(people), CHUNK):
        yield people[start : start + CHUNK]


def _count(pilot_id: int, people: Sequence[Person], mailing: Mailing) -> Counter[str]:
    counts: Counter[str] = Counter()
    for chunk in _chunks(people):
        known = known_among(pilot_id, chunk)
        for person in chunk:
            counts[_what(person, known.get(person.key_hash))] += 1
            counts["mails"] += mailing.due_at is not None and _needs_mail(
                known.get(person.key_hash)
            )
    return counts


def _write(pilot_id: int, people: Sequence[Person], mailing: Mailing) -> Counter[str]:
    counts: Counter[str] = Counter()
    for chunk in _chunks(people):
        known = known_among(pilot_id, chunk)
        wanted = []
        for person in chunk:
            what = _what(person, known.get(person.key_hash))
            counts[what] += 1
            if what != "skipped":
                wanted.append(person)
        counts["mails"] += store(
            pilot_id, wanted, known, mailing.due_at, is_simulated=mailing.is_simulated
        )
    return counts


def _what(person: Person, known: Known | None) -> str:
    if known is None:
        return "new"
    if known.is_stopped:
        return "skipped"
    if known.customer is None:
        return "new"
    return "changed" if differs(person, known) else "unchanged"


def _needs_mail(known: Known | None) -> bool:
    return known is None or known.needs_mail


def _report(read: _File, counts: Counter[str], *, dry_run: bool) -> InviteReport:
    return InviteReport(
        new=counts["new"],
        changed=counts["changed"],
        unchanged=counts["unchanged"],
        skipped=counts["skipped"],
        failed=read.failed,
        mails=counts["mails"],
        facts=read.facts,
        problems=read.problems,
        is_dry_run=dry_run,
    )
