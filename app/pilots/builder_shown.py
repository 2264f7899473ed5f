"""The fields of a page as ready values: what stands there, what is wrong with it (pure)."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from app.pilots.builder_fields import Field, Kind, spell
from app.pilots.draft_document import Document, Path, path_of, value_at
from app.pilots.draft_problems import DraftProblem

Choices = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Condition:
    """One earlier answer that a question or rule hangs on; without choices it is typed."""

    key: str
    label: str
    choices: Choices
    chosen: tuple[str, ...]
    typed: str


@dataclass(frozen=True, slots=True)
class ShownRow:
    """One row of a list with its fields."""

    path: str
    id: str
    title: str
    fields: "tuple[Shown, ...]"


@dataclass(frozen=True, slots=True)
class Shown:
    """One field as a page shows it."""

    field: Field
    name: str
    id: str
    value: str
    values: tuple[str, ...]
    choices: Choices
    told: str
    problems: tuple[str, ...]
    is_missing: bool
    is_frozen: bool
    rows: tuple[ShownRow, ...] = ()
    conditions: tuple[Condition, ...] = ()
    addable: Choices = ()

    @property
    def kind(self) -> str:
        """Return how the field is asked."""
        return self.field.kind.value

    @property
    def is_on(self) -> bool:
        """Tell whether a box is ticked."""
        return self.value == "yes"


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What fields of a page need to know of the rest of the working copy."""

    document: Document
    problems: Mapping[str, Sequence[DraftProblem]]
    frozen: tuple[str, ...]
    items: Mapping[str, str]

    @classmethod
    def of(
        cls,
        document: Document,
        problems: Sequence[DraftProblem],
        *,
        frozen: tuple[str, ...] = (),
        items: Mapping[str, str] | None = None,
    ) -> "Surroundings":
        """Gather them."""
        by_path: dict[str, list[DraftProblem]] = {}
        for problem in problems:
            by_path.setdefault(problem.path, []).append(problem)
        return cls(document, by_path, frozen, items or {})


def show(fields: Sequence[Field], base: Path, around: Surroundings) -> tuple[Shown, ...]:
    """Return fields with what stands in the working copy."""
    return tuple(_show(each, (*base, *path_of(each.name)), around) for each in fields)


def _show(each: Field, path: Path, around: Surroundings) -> Shown:
    name, value = spell(path), value_at(around.document, path)
    if value is None:
        value = each.default
    found = around.problems.get(name, ())
    return Shown(
        field=each,
        name=name,
        id=f"f-{name.replace('.', '-')}",
        value=_as_text(each.kind, value),
        values=_as_values(each.kind, value),
        choices=_choices(each, value, around),
        told=_told(each, value, around),
        problems=tuple(problem.words for problem in found if not problem.is_gap),
        is_missing=any(problem.is_gap for problem in found),
        is_frozen=path[0] in around.frozen,
        rows=_rows(each, path, value, around) if each.kind is Kind.ROWS else (),
        conditions=_conditions(value, around) if each.kind is Kind.CONDITIONS else (),
        addable=_addable(path, value, around) if each.kind is Kind.CONDITIONS else (),
    )


def _as_text(kind: Kind, value: Any) -> str:
    if value is None or (isinstance(value, dict) and kind is not Kind.ONLY):
        return ""
    if isinstance(value, bool):
        return "yes" if value else ""
    if kind is Kind.PERCENT and isinstance(value, int | float):
        return f"{(Decimal(str(value)) * 100).normalize():f}"
    if kind is Kind.TIME:
        return str(value)[:5] if re.fullmatch(r"\d\d:\d\d(:\d\d.*)?", str(value)) else str(value)
    if kind is Kind.ONLY and isinstance(value, dict):
        return "\n".join(f"{name}: {'; '.join(map(str, values))}" for name, values in value.items())
    if kind is Kind.CODES and isinstance(value, list):
        return "\n".join(_code(code) for code in value)
    if isinstance(value, list | tuple):
        return "\n".join(map(str, value))
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def _code(code: Any) -> str:
    return f"{code.get('key')}: {code.get('label')}" if isinstance(code, dict) else str(code)


def _as_values(kind: Kind, value: Any) -> tuple[str, ...]:
    if kind is Kind.PAIR:
        ends = [*(map(str, value) if isinstance(value, list | tuple) else ()), "", ""]
        return (ends[0], ends[1])
    return tuple(map(str, value)) if isinstance(value, list | tuple) else ()


def _choices(each: Field, value: Any, around: Surroundings) -> Choices:
    found = each.choices
    if each.kind is Kind.ROLE:
        found = tuple(
            (str(slot["role"]), str(slot.get("name") or slot["role"]))
            for slot in _dicts(value_at(around.document, ("slots",)))
            if slot.get("role")
        )
    known = {choice for choice, _ in found}
    if each.kind in (Kind.CHOICE, Kind.ROLE):
        if value not in (None, "") and str(value) not in known:
            found = ((str(value), f"{value} (not known)"), *found)
        if each.default is None:
            found = (("", "Choose"), *found)
    return found


def _told(each: Field, value: Any, around: Surroundings) -> str:
    if each.kind is not Kind.ITEM or not value:
        return ""
    return around.items.get(str(value), "No item of the catalogue bears this key.")


def _rows(each: Field, path: Path, value: Any, around: Surroundings) -> tuple[ShownRow, ...]:
    rows = value if isinstance(value, list) else []
    return tuple(
        ShownRow(
            path=spell((*path, index)),
            id=f"r-{spell((*path, index)).replace('.', '-')}",
            title=f"{each.row.capitalize()} {index + 1}",
            fields=show(each.rows, (*path, index), around),
        )
        for index, _ in enumerate(rows)
    )


def _questions(document: Document) -> list[tuple[Path, dict[str, Any]]]:
    return [
        (("form", "steps", number, "questions", place), question)
        for number, step in enumerate(_dicts(value_at(document, ("form", "steps"))))
        for place, question in enumerate(_dicts(step.get("questions")))
        if question.get("key")
    ]


def _conditions(value: Any, around: Surroundings) -> tuple[Condition, ...]:
    questions = {str(question["key"]): question for _, question in _questions(around.document)}
    found = []
    for key, wanted in (value if isinstance(value, dict) else {}).items():
        question = questions.get(key, {})
        chosen = tuple(map(str, wanted)) if isinstance(wanted, list) else (str(wanted),)
        choices = tuple(
            (str(option.get("value")), str(option.get("label")))
            for option in _dicts(question.get("options"))
        )
        known = {choice for choice, _ in choices}
        if choices:
            choices += tuple((one, f"{one} (not offered)") for one in chosen if one not in known)
        label = str(question.get("label") or f"{key} (not asked)")
        found.append(Condition(key, label, choices, chosen, "; ".join(chosen)))
    return tuple(found)


def _addable(path: Path, value: Any, around: Surroundings) -> Choices:
    """Offer the questions asked before this one; a rule may look at all of them."""
    taken = set(value) if isinstance(value, dict) else set()
    found = []
    for place, question in _questions(around.document):
        if place == path[:-1]:
            break
        if question["key"] not in taken:
            found.append((str(question["key"]), str(question.get("label") or question["key"])))
    return tuple(found)


def _dicts(value: Any) -> list[dict[str, Any]]:
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []
