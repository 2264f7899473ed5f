"""One field of the builder: where its value stands, how it is asked, how it is read (pure).

What cannot be read stays as it was typed, so that nothing is lost and the problem can be shown.
"""

import copy
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import Any

from app.pilots.draft_document import (
    Document,
    Path,
    key_from,
    path_of,
    put,
    rename_question,
    value_at,
)

Typed = Mapping[str, Sequence[str]]
THERE = "there"  # the hidden field that names each box a page holds, as an unticked one is not sent
LONGEST = 20_000


class Kind(StrEnum):
    """How a field is asked."""

    TEXT = "text"
    LONG = "long"
    WHOLE = "whole"
    NUMBER = "number"
    PERCENT = "percent"
    DATE = "date"
    TIME = "time"
    CHOICE = "choice"
    ROLE = "role"
    ITEM = "item"
    KEY = "key"
    BOX = "box"
    BOXES = "boxes"
    LINES = "lines"
    CODES = "codes"
    ONLY = "only"
    PAIR = "pair"
    CONDITIONS = "conditions"
    ROWS = "rows"


@dataclass(frozen=True, slots=True)
class Field:
    """What is asked for one value of the pilot file; `name` is its path from where it stands."""

    name: str
    label: str
    kind: Kind = Kind.TEXT
    hint: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    words_from: str = ""
    default: Any = None
    rows: tuple["Field", ...] = ()
    row: str = ""
    new: Mapping[str, Any] = field(default_factory=dict)


def apply_typed(
    document: Document, fields: Sequence[Field], *, base: Path, typed: Typed
) -> Document:
    """Return the document with what was typed into these fields."""
    changed = copy.deepcopy(document)
    for each in fields:
        _apply(changed, each, base, typed)
    return changed


def _apply(document: Document, each: Field, base: Path, typed: Typed) -> None:
    path = (*base, *path_of(each.name))
    name = spell(path)
    match each.kind:
        case Kind.ROWS:
            _apply_rows(document, each, path, typed)
        case Kind.KEY:
            _apply_key(document, each, path, typed)
        case Kind.PAIR if f"{name}.0" in typed:
            ends = [_text(typed.get(f"{name}.{side}", ())) or "" for side in (0, 1)]
            put(document, path, ends if any(ends) else None)
        case Kind.CONDITIONS if name in typed.get(THERE, ()):
            put(document, path, _conditions(value_at(document, path), name, typed) or None)
        case _ if name in typed or name in typed.get(THERE, ()):
            put(document, path, _READERS[each.kind](typed.get(name, ())))


def _apply_rows(document: Document, each: Field, path: Path, typed: Typed) -> None:
    rows = value_at(document, path)
    for index in range(len(rows) if isinstance(rows, list) else 0):
        for inner in each.rows:
            _apply(document, inner, (*path, index), typed)


def spell(path: Path) -> str:
    """Write a path as pages do: `form.steps.0.title`."""
    return ".".join(map(str, path))


def _apply_key(document: Document, each: Field, path: Path, typed: Typed) -> None:
    """Keep a key, or make it of the words beside it; conditions follow one that changes."""
    before = value_at(document, path)
    wanted = _text(typed.get(spell(path), ()))
    words = typed.get(spell((*path[:-1], *path_of(each.words_from))), ())
    if wanted is None and before is None and (said := _text(words)):
        wanted = key_from(said, _keys_beside(document, path))
    if wanted is None or wanted == before:
        return
    put(document, path, wanted)
    if "questions" in path and path[0] == "form" and path[-1] == "key" and before:
        rename_question(document, str(before), wanted)


def _keys_beside(document: Document, path: Path) -> set[str]:
    if "questions" in path and path[0] == "form" and path[-1] == "key":
        rows = [
            question
            for step in value_at(document, ("form", "steps")) or []
            for question in (step.get("questions") or [] if isinstance(step, dict) else [])
        ]
    else:
        rows = value_at(document, path[:-2]) or []
    return {str(row[path[-1]]) for row in rows if isinstance(row, dict) and path[-1] in row}


def _conditions(before: Any, name: str, typed: Typed) -> dict[str, Any]:
    found: dict[str, Any] = {}
    known = before if isinstance(before, dict) else {}
    added = [key for key in typed.get(f"{name}@add", ()) if key]
    for key in dict.fromkeys([*known, *added]):
        given = [v.strip() for text in typed.get(f"{name}@{key}", ()) for v in text.split(";")]
        values = [value for value in dict.fromkeys(given) if value]
        if key in added and key not in known:
            found[key] = values
        elif values:
            found[key] = values[0] if isinstance(known[key], str) and len(values) == 1 else values
    return found


def _text(given: Sequence[str]) -> str | None:
    text = given[0] if given else ""
    clean = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "").strip()
    return clean[:LONGEST] or None


def _whole(given: Sequence[str]) -> int | str | None:
    text = _text(given)
    fits = text is not None and text.removeprefix("-").isascii() and len(text) < 12
    return int(text) if text and fits and text.removeprefix("-").isdigit() else text


def _number(given: Sequence[str]) -> float | str | None:
    text = _text(given)
    if text is None:
        return None
    try:
        number = float(text.replace(",", "."))
    except ValueError:
        return text
    if abs(number) > 1e12 or number != number:
        return text
    return int(number) if number.is_integer() else number


def _percent(given: Sequence[str]) -> float | str | None:
    text = (_text(given) or "").removesuffix("%").strip()
    number = _number([text])
    if number is None or isinstance(number, str):
        return number
    return float(Decimal(text.replace(",", ".")) / 100)


def _lines(given: Sequence[str]) -> list[str] | None:
    return [line.strip() for line in (_text(given) or "").split("\n") if line.strip()] or None


def _codes(given: Sequence[str]) -> list[dict[str, str]] | None:
    """Read a code and its words from each line: `too_long: Too long`, or the words alone."""
    found: list[dict[str, str]] = []
    for line in _lines(given) or ():
        key, mark, label = line.partition(":")
        if mark and label.strip() and " " not in key.strip():
            found.append({"key": key.strip(), "label": label.strip()})
        else:
            taken = {code["key"] for code in found}
            found.append({"key": key_from(line, taken), "label": line})
    return found or None


def _only(given: Sequence[str]) -> dict[str, list[str]] | None:
    found = {}
    for line in _lines(given) or ():
        name, _, values = line.partition(":")
        found[name.strip()] = [value.strip() for value in values.split(";") if value.strip()]
    return found or None


_READERS: Mapping[Kind, Callable[[Sequence[str]], Any]] = {
    **dict.fromkeys(
        (Kind.TEXT, Kind.LONG, Kind.DATE, Kind.TIME, Kind.CHOICE, Kind.ROLE, Kind.ITEM), _text
    ),
    Kind.WHOLE: _whole,
    Kind.NUMBER: _number,
    Kind.PERCENT: _percent,
    Kind.BOX: bool,
    Kind.BOXES: lambda given: list(given) or None,
    Kind.LINES: _lines,
    Kind.CODES: _codes,
    Kind.ONLY: _only,
}
