"""An invitation file as rows: address, name, cohort, and facts each with its consent basis (pure).

Columns are found by name; every other column is a fact.  A fact's basis stands in the column
`basis`, or in one of its own called `<fact>_basis`.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from email_validator import EmailNotValidError, validate_email

from app.catalogue.tables import Row, RowProblem, Table, TableRefused

ADDRESS_NAMES = ("address", "email", "e_mail", "mail", "email_address", "e_mail_address")
NAME_NAMES = ("name", "first_name", "full_name")
COHORT_NAMES = ("cohort", "group", "wave")
BASIS, OWN_BASIS = "basis", "_basis"
FACTS_AT_MOST = 60
LONGEST = {"name": 120, "cohort": 80, "value": 2000, "basis": 200, "address": 254}
_KEY = re.compile(r"[a-z][a-z0-9_]{0,39}")


@dataclass(frozen=True, slots=True)
class Fact:
    """What the team knows of somebody, and on what basis it may be used."""

    value: str
    basis: str


@dataclass(frozen=True, slots=True)
class Invitee:
    """One person of the file."""

    row: int
    address: str
    name: str = ""
    cohort: str = ""
    facts: Mapping[str, Fact] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class InvitationColumns:
    """Which column of the file holds what."""

    address: str
    name: str | None
    cohort: str | None
    basis: str | None
    facts: Mapping[str, str]
    own_basis: Mapping[str, str]


def find_columns(header: Sequence[str]) -> InvitationColumns:
    """Say which column holds what; raise TableRefused when the file cannot be understood."""
    keys = _keys(header)
    address = _first(keys, ADDRESS_NAMES)
    if address is None:
        raise TableRefused("There is no column called “address” (or “email”) in the first row.")
    name, cohort = _first(keys, NAME_NAMES), _first(keys, COHORT_NAMES)
    used = {address, name, cohort, keys.get(BASIS)}
    rest = {key: column for key, column in keys.items() if column not in used}
    facts = {key: column for key, column in rest.items() if not _is_basis_of(key, rest)}
    own = {key: rest[key + OWN_BASIS] for key in facts if key + OWN_BASIS in rest}
    if len(facts) > FACTS_AT_MOST:
        raise TableRefused(f"The file has {len(facts)} columns of facts; {FACTS_AT_MOST} at most.")
    bare = [facts[key] for key in facts if key not in own and BASIS not in keys]
    if bare:
        raise TableRefused(
            f"Each fact needs the basis on which it may be used: add a column “basis”, or "
            f"“{bare[0]}_basis” beside “{bare[0]}”."
        )
    return InvitationColumns(address, name, cohort, keys.get(BASIS), facts, own)


def _is_basis_of(key: str, rest: Mapping[str, str]) -> bool:
    return key.endswith(OWN_BASIS) and key.removesuffix(OWN_BASIS) in rest


def _keys(header: Sequence[str]) -> dict[str, str]:
    keys: dict[str, str] = {}
    for column in header:
        key = re.sub(r"[^a-z0-9]+", "_", column.casefold()).strip("_")
        if not _KEY.fullmatch(key):
            raise TableRefused(
                f"“{column}” cannot name a fact: begin with a letter a to z, 40 letters at most."
            )
        if key in keys:
            raise TableRefused(f"“{keys[key]}” and “{column}” are the same name. Rename one.")
        keys[key] = column
    return keys


def _first(keys: Mapping[str, str], names: Sequence[str]) -> str | None:
    return next((keys[name] for name in names if name in keys), None)


def read_invitees(table: Table, columns: InvitationColumns) -> Iterator[Invitee | RowProblem]:
    """Yield each row of the file as a person, or as what is wrong with it."""
    for row in table.rows():
        if isinstance(row, RowProblem):
            yield row
            continue
        try:
            yield _invitee(row, columns)
        except RowProblem as problem:
            yield problem


def _invitee(row: Row, columns: InvitationColumns) -> Invitee:
    return Invitee(
        row=row.number,
        address=_address(row, columns.address),
        name=_words(row, columns.name, "name"),
        cohort=_words(row, columns.cohort, "cohort"),
        facts=_facts(row, columns),
    )


def _address(row: Row, column: str) -> str:
    typed = row.values[column].strip()
    try:
        if len(typed) > LONGEST["address"]:
            raise EmailNotValidError
        return validate_email(typed, check_deliverability=False).normalized
    except EmailNotValidError as error:
        raise RowProblem(
            row.number,
            column,
            found=f"“{typed}”" if typed else "nothing",
            expected="an e-mail address",
            how_to_fix="Write it like name@example.org.",
        ) from error


def _words(row: Row, column: str | None, what: str) -> str:
    if column is None:
        return ""
    words = " ".join(row.values[column].split())
    if len(words) > LONGEST[what]:
        raise RowProblem(
            row.number,
            column,
            found=f"{len(words):,} letters",
            expected=f"at most {LONGEST[what]:,}",
            how_to_fix="Shorten it.",
        )
    return words


def _facts(row: Row, columns: InvitationColumns) -> dict[str, Fact]:
    found = {}
    for key, column in columns.facts.items():
        value = _words(row, column, "value")
        if value:
            found[key] = Fact(value, _basis(row, key, column, columns))
    return found


def _basis(row: Row, key: str, column: str, columns: InvitationColumns) -> str:
    own = _words(row, columns.own_basis.get(key), "basis")
    basis = own or _words(row, columns.basis, "basis")
    if not basis:
        raise RowProblem(
            row.number,
            columns.own_basis.get(key) or columns.basis or column,
            found="nothing",
            expected=f"the basis on which “{column}” may be used",
            how_to_fix="Write for example: contract, consent of 3 May, legitimate interest.",
        )
    return basis
