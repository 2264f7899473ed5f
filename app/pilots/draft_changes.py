"""What publishing a working copy would change, in the words of its fields (pure)."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from app.pilots.builder_words import section_of
from app.pilots.definition import FROZEN_PARTS, PilotDefinition
from app.pilots.draft_document import Path
from app.pilots.draft_problems import label_of

_NAMES = ("key", "role", "value")
_NOTHING = object()
MOST = 400


@dataclass(frozen=True, slots=True)
class Change:
    """One value that differs; '' stands for nothing there."""

    section: str
    title: str
    label: str
    before: str
    after: str


def changes_between(before: PilotDefinition, after: PilotDefinition) -> tuple[Change, ...]:
    """Return each value that differs between two definitions, in the order of the file."""
    old, new = before.as_document(), after.as_document()
    found = [
        Change(section.key, section.title, label_of(path, new), _words(was), _words(now))
        for path, was, now in _differences((), old, new)
        for section in (section_of(str(path[0])),)
    ]
    return tuple(found[:MOST])


def thaws(before: PilotDefinition, after: PilotDefinition) -> tuple[str, ...]:
    """Return the frozen parts that differ between two definitions."""
    old, new = before.as_document(), after.as_document()
    return tuple(part for part in FROZEN_PARTS if old[part] != new[part])


def _differences(path: Path, old: Any, new: Any) -> Iterator[tuple[Path, Any, Any]]:
    if old == new:
        return
    if isinstance(old, dict) and isinstance(new, dict):
        for key in dict.fromkeys([*new, *old]):
            yield from _differences((*path, key), old.get(key, _NOTHING), new.get(key, _NOTHING))
    elif isinstance(old, list) and isinstance(new, list) and _are_rows(old + new):
        yield from _row_differences(path, old, new)
    else:
        yield path, old, new


def _are_rows(rows: list[Any]) -> bool:
    return all(isinstance(row, dict) for row in rows)


def _row_differences(path: Path, old: list[Any], new: list[Any]) -> Iterator[tuple[Path, Any, Any]]:
    """Match rows by their key where they have one, else by their place."""
    name = next((n for n in _NAMES if all(n in row for row in old + new)), None)
    olds = {row[name] if name else n: row for n, row in enumerate(old)}
    for index, row in enumerate(new):
        other = olds.pop(row[name] if name else index, _NOTHING)
        yield from _differences((*path, index), other, row)
    for gone in olds.values():
        yield path, gone, _NOTHING
    kept = [row[name] for row in old if name and row[name] in [r[name] for r in new]]
    if name and kept != [row[name] for row in new if row[name] in kept]:
        yield (*path,), [row[name] for row in old], [row[name] for row in new]


def _words(value: Any) -> str:
    if value is _NOTHING or value in (None, "", [], {}):
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, dict):
        told = [
            str(value[name])
            for name in ("label", "title", "name", "text", "reason", "item")
            if value.get(name)
        ]
        return told[0] if told else "; ".join(f"{k}: {_words(v)}" for k, v in value.items() if v)
    if isinstance(value, list):
        return ", ".join(filter(None, map(_words, value)))
    return str(value)
