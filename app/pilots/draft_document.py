"""The builder's working copy: plain values, maybe incomplete, changed by path (pure)."""

import copy
import re
from collections.abc import Mapping
from typing import Any

from app.exceptions import Invalid

Document = dict[str, Any]
Path = tuple[str | int, ...]
MOST_ROWS = 200


def path_of(name: str) -> Path:
    """Read a path as pages write it: `form.steps.0.title`."""
    return tuple(
        int(step) if step.isascii() and step.isdigit() else step for step in name.split(".") if step
    )


def value_at(document: Any, path: Path) -> Any:
    """Return the value at a path, or None where there is nothing."""
    for step in path:
        if isinstance(step, int):
            fits = isinstance(document, list) and step < len(document)
        else:
            fits = isinstance(document, dict) and step in document
        if not fits:
            return None
        document = document[step]
    return document


def put(document: Document, path: Path, value: Any) -> None:
    """Set the value at a path, making the parts on the way; None takes it away.

    A part that is empty afterwards goes as well; rows of a list stay. A row that is not there is
    never made by this.
    """
    *above, last = path
    holder = _holder(document, tuple(above), make=value is not None)
    if not isinstance(holder, dict) or isinstance(last, int):
        return
    if value is None:
        holder.pop(last, None)
        _prune(document, tuple(above))
    else:
        holder[last] = value


def _holder(document: Any, path: Path, *, make: bool) -> Any:
    for step in path:
        if isinstance(step, str) and isinstance(document, dict):
            if make and not isinstance(document.get(step), dict | list):
                document[step] = {}
            document = document.get(step)
        else:
            document = value_at(document, (step,))
    return document


def _prune(document: Document, path: Path) -> None:
    while path and not isinstance(path[-1], int) and value_at(document, path) == {}:
        value_at(document, path[:-1]).pop(path[-1])
        path = path[:-1]


def add_row(document: Document, path: Path, row: Mapping[str, Any]) -> int:
    """Append a row to the list at a path and return its index."""
    rows = value_at(document, path)
    if not isinstance(rows, list):
        put(document, path, [])
        rows = value_at(document, path)
    if not isinstance(rows, list):
        raise Invalid("There is nothing here that could hold another row.")
    if len(rows) >= MOST_ROWS:
        raise Invalid(f"This list holds {MOST_ROWS} rows; that is as many as it takes.")
    rows.append(copy.deepcopy(dict(row)))
    return len(rows) - 1


def delete_row(document: Document, path: Path) -> None:
    """Take a row out of its list."""
    rows = value_at(document, path[:-1])
    if isinstance(rows, list) and isinstance(path[-1], int) and path[-1] < len(rows):
        rows.pop(path[-1])


def move_row(document: Document, path: Path, place: Path) -> None:
    """Put a row at another place, of its own list or of another one like it."""
    rows, target = value_at(document, path[:-1]), value_at(document, place[:-1])
    index, wanted = path[-1], place[-1]
    if not isinstance(rows, list) or not isinstance(target, list):
        return
    if isinstance(index, int) and isinstance(wanted, int) and index < len(rows):
        target.insert(min(wanted, len(target)), rows.pop(index))


def key_from(words: str, taken: set[str] | frozenset[str] = frozenset()) -> str:
    """Make a key of somebody's words: short, plain, not taken yet."""
    plain = re.sub(r"[^a-z0-9]+", "_", words.casefold()).strip("_")
    plain = plain if plain[:1].isalpha() else f"k_{plain}".rstrip("_")
    key = short = plain[:32].rstrip("_")
    number = 2
    while key in taken:
        key, number = f"{short}_{number}", number + 1
    return key


def rename_question(document: Document, old: str, new: str) -> None:
    """Let conditions and rules follow a question whose key changed."""
    for step in value_at(document, ("form", "steps")) or []:
        for question in step.get("questions") or [] if isinstance(step, dict) else []:
            _rename_in(question, "show_if", old, new)
    for rule in value_at(document, ("rules",)) or []:
        _rename_in(rule, "when", old, new)


def _rename_in(holder: Any, name: str, old: str, new: str) -> None:
    conditions = holder.get(name) if isinstance(holder, dict) else None
    if isinstance(conditions, dict) and old in conditions:
        holder[name] = {new if key == old else key: value for key, value in conditions.items()}
