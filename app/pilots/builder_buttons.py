"""What the builder's buttons do to rows: add, delete, move (pure)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from app.exceptions import Conflict, Invalid
from app.pilots.builder_fields import Field, Kind
from app.pilots.draft_document import (
    Document,
    Path,
    add_row,
    delete_row,
    move_row,
    path_of,
    value_at,
)

NEW_STEP: Mapping[str, Any] = {"questions": []}
NEW_QUESTION: Mapping[str, Any] = {"kind": "short_text"}
VERBS = frozenset({"add", "delete", "up", "down", "move"})


@dataclass(frozen=True, slots=True)
class Button:
    """One pressed button: what it does, to which row, and where a moved row goes."""

    verb: str
    path: Path
    place: Path = ()
    new: Mapping[str, Any] | None = None

    def __call__(self, document: Document) -> None:
        """Change the working copy."""
        if self.verb == "add":
            add_row(document, self.path, self.new or {})
        elif self.verb == "delete":
            delete_row(document, self.path)
        else:
            move_row(document, self.path, self._target())

    def _target(self) -> Path:
        if self.verb == "move":
            return self.place
        *above, index = self.path
        step = -1 if self.verb == "up" else 1
        return (*above, max(int(index) + step, 0))

    def row(self, document: Document) -> Path:
        """Return the row to look at afterwards."""
        if self.verb == "add":
            rows = value_at(document, self.path)
            return (*self.path, len(rows) - 1 if isinstance(rows, list) else 0)
        return self._target() if self.verb in ("up", "down", "move") else self.path


def read_button(
    pressed: str, lists: Mapping[str, Mapping[str, Any]], frozen: Sequence[str]
) -> Button:
    """Read a button's value (`up:slots.1`); only rows of the page's own lists can be changed."""
    verb, _, rest = pressed.partition(":")
    name, _, place = rest.partition(":")
    path, target = path_of(name), path_of(place)
    listed = path if verb == "add" else path[:-1]
    known = {_pattern(path_of(each)): new for each, new in lists.items()}
    fits = verb in VERBS and _pattern(listed) in known and _is_row(verb, path)
    if not fits or (
        verb == "move" and not (_is_row(verb, target) and _pattern(target[:-1]) in known)
    ):
        raise Invalid("This page has no such button.")
    if path[0] in frozen:
        raise Conflict("This part froze when the pilot went live. Clone the pilot to change it.")
    return Button(verb, path, target, known[_pattern(listed)])


def _is_row(verb: str, path: Path) -> bool:
    return bool(path) and (verb == "add" or isinstance(path[-1], int))


def _pattern(path: Path) -> Path:
    return tuple("*" if isinstance(step, int) else step for step in path)


def lists_of(fields: Sequence[Field], base: Path) -> dict[str, Mapping[str, Any]]:
    """Return the lists among fields with what a new row of each holds."""
    found: dict[str, Mapping[str, Any]] = {}
    for each in fields:
        if each.kind is Kind.ROWS:
            path = (*base, *path_of(each.name))
            found[".".join(map(str, path))] = each.new
            found |= lists_of(each.rows, (*path, 0))
    return found
