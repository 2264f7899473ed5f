"""What a pilot still lacks before it may go live: keys, places, people (pure)."""

import itertools
import random
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from app.lifecycle import Arm
from app.pilots.definition import PilotDefinition
from app.pilots.form_definition import Question, QuestionKind
from app.pilots.readiness_checks import (
    Check,
    Staffing,
    Stock,
    catalogue_checks,
    people_checks,
    plan_checks,
)
from app.queue.policies import Shelf, house_picks, rule_picks

__all__ = ["Check", "Staffing", "Stock", "answer_cases", "checklist"]
MOST_CASES = 1000
SHOWN = 5


def checklist(
    definition: PilotDefinition, shelf: Shelf, staffing: Staffing, *, stock: Stock
) -> tuple[Check, ...]:
    """Return every check in order; a pilot may go live when all that are a must hold."""
    checks = [*catalogue_checks(definition, stock), _keys(definition, shelf)]
    if Arm.GENERIC in definition.arms:
        checks.append(_house(definition, shelf))
    if Arm.SEGMENT in definition.arms:
        checks.append(_rules(definition, shelf))
    checks += people_checks(definition, staffing)
    return (*checks, *plan_checks(definition))


def _keys(definition: PilotDefinition, shelf: Shelf) -> Check:
    named = [entry.item for entry in definition.house]
    named += [rule.pick.item for rule in definition.rules if rule.pick.item]
    missing = sorted({key for key in named if shelf.by_key(key) is None})
    tags = sorted({rule.pick.tag for rule in definition.rules if rule.pick.tag})
    bare = [tag for tag in tags if not shelf.by_tag(tag)]
    problems = [f"No item of the catalogue bears the key '{key}'." for key in missing]
    problems += [f"No item of the catalogue bears the tag '{tag}'." for tag in bare]
    label = "Every key and tag of the house list and the rules is in the catalogue"
    return Check("keys", label, not problems, _shortened(problems))


def _house(definition: PilotDefinition, shelf: Shelf) -> Check:
    empty = _empty_places(definition, {pick.position for pick in house_picks(definition, shelf)})
    problems = [f"The house list leaves '{name}' empty." for name in empty]
    return Check("house", "The house list fills every slot", not empty, _shortened(problems))


def _rules(definition: PilotDefinition, shelf: Shelf) -> Check:
    known = _Remembered(shelf)
    cases, all_of_them = answer_cases(definition)
    problems: list[str] = []
    failing = 0
    for answers in cases:
        picks = rule_picks(definition, dict(answers), known.shelf)
        empty = _empty_places(definition, {pick.position for pick in picks})
        if empty:
            failing += 1
            places = " and ".join(f"'{name}'" for name in empty)
            problems.append(f"{_in_words(definition, answers)}: {places} stays empty.")
    tried = f"{len(cases):,} combinations of answers tried"
    note = tried if all_of_them else f"{tried}, drawn from more"
    label = "The rules fill every slot, whatever the answers"
    return Check("rules", label, not failing, _shortened(problems), note)


class _Remembered:
    """A shelf that looks each key, tag and value up once."""

    def __init__(self, shelf: Shelf) -> None:
        self._keys: dict[str, Any] = {}
        self._tags: dict[str, Any] = {}
        self._values: dict[tuple[str, str], Any] = {}
        self._inner = shelf
        self.shelf = Shelf(self._by_key, self._by_tag, self._by_value)

    def _by_key(self, key: str) -> Any:
        if key not in self._keys:
            self._keys[key] = self._inner.by_key(key)
        return self._keys[key]

    def _by_tag(self, tag: str) -> Any:
        if tag not in self._tags:
            self._tags[tag] = self._inner.by_tag(tag)
        return self._tags[tag]

    def _by_value(self, attribute: str, answer: str) -> Any:
        if (attribute, answer) not in self._values:
            self._values[attribute, answer] = self._inner.by_value(attribute, answer)
        return self._values[attribute, answer]


def answer_cases(definition: PilotDefinition) -> tuple[list[Mapping[str, Any]], bool]:
    """Return the answers that can matter to the rules, and whether these are all of them."""
    keys = {key for rule in definition.rules for key in (*rule.when, *rule.pick.match)}
    asked = [question for question in definition.form.questions if question.key in keys]
    choices = [_possible(question, definition) for question in asked]
    total = 1
    for possible in choices:
        total *= len(possible)
    if total <= MOST_CASES:
        combined: Iterator[Sequence[Any]] = itertools.product(*choices)
    else:
        rng = random.Random(0)  # noqa: S311  (a repeatable sample, no secret)
        combined = (tuple(rng.choice(c) for c in choices) for _ in range(MOST_CASES))
    names = [question.key for question in asked]
    cases = [dict(zip(names, values, strict=True)) for values in combined]
    return [case for case in cases if _can_be(definition, case)], total <= MOST_CASES


def _possible(question: Question, definition: PilotDefinition) -> list[Any]:
    values: list[Any] = [option.value for option in question.options]
    if question.kind is QuestionKind.SEVERAL_CHOICES:
        most = min(question.at_most or len(values), 2)
        values = [
            list(some) for n in range(1, most + 1) for some in itertools.combinations(values, n)
        ]
    elif not values:
        wanted = [rule.when.get(question.key, ()) for rule in definition.rules]
        values = sorted({v for w in wanted for v in ((w,) if isinstance(w, str) else w)})
        values.append("")
    if not question.required or question.show_if:
        values.append(None)
    return values


def _can_be(definition: PilotDefinition, answers: Mapping[str, Any]) -> bool:
    """Tell whether nobody is asked what was not shown, as far as these answers say."""
    for question in definition.form.questions:
        if question.key not in answers or not set(question.show_if) <= set(answers):
            continue
        shown = definition.form.is_shown(question, dict(answers))
        given = answers[question.key] is not None
        if (given and not shown) or (shown and question.required and not given):
            return False
    return True


def _empty_places(definition: PilotDefinition, filled: set[int]) -> list[str]:
    places = enumerate(definition.places, start=1)
    return list(dict.fromkeys(slot.name for position, slot in places if position not in filled))


def _in_words(definition: PilotDefinition, answers: Mapping[str, Any]) -> str:
    said = [
        f"{question.short_label} = {question.words_for(answers[question.key]) or 'no answer'}"
        for question in definition.form.questions
        if question.key in answers
    ]
    return ", ".join(said) or "Always"


def _shortened(problems: Sequence[str]) -> tuple[str, ...]:
    more = len(problems) - SHOWN
    return (*problems[:SHOWN], *([f"… and {more:,} more like these."] if more > 0 else []))
