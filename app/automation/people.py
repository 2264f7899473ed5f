"""Simulated customers: who they are, what they answer, what they like (pure)."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from random import Random
from typing import Any

from app.automation.scenario import Names, Scenario
from app.automation.taste import Stock, Taste, draw_taste
from app.catalogue.search_text import split_words
from app.pilots.definition import PilotDefinition
from app.pilots.form_definition import Form, Question, QuestionKind, QuestionRole

DOMAIN = "example.org"
OPTIONAL_ANSWERED = 0.6


@dataclass(frozen=True, slots=True)
class Persona:
    """One simulated customer with one wish."""

    index: int
    name: str
    answers: Mapping[str, Any]
    taste: Taste
    may_train: bool
    facts: Mapping[str, str] = field(default_factory=dict)


def draw_persona(
    rng: Random,
    index: int,
    definition: PilotDefinition,
    scenario: Scenario,
    *,
    names: Names,
    stock: Stock,
) -> Persona:
    """Draw a customer: name, answers to the form, taste, what was known of them before."""
    name = f"{rng.choice(names.first)} {rng.choice(names.last)}"
    answers = draw_answers(rng, definition.form, scenario)
    answers = with_identity(definition.form, answers, name, address_of(name, str(index)))
    taste = taste_behind(rng, answers, definition, scenario, stock)
    may_train = rng.random() < 0.7
    facts = draw_facts(rng, scenario, taste.budget_minor)
    taste = replace(taste, pays_minor=facts.pays_minor)
    return Persona(index, name, answers, taste, may_train, facts.told)


def taste_behind(
    rng: Random,
    answers: Mapping[str, Any],
    definition: PilotDefinition,
    scenario: Scenario,
    stock: Stock,
) -> Taste:
    """Draw the taste of somebody who answers like this."""
    budget = definition.form.by_role(QuestionRole.BUDGET)
    is_money = budget is not None and budget.kind is QuestionKind.MONEY
    amount = answers.get(budget.key) if budget and is_money else None
    matters, leaning = scenario.matters, scenario.leaning
    return draw_taste(rng, answers, stock, matters, leaning, budget_minor=amount)


@dataclass(frozen=True, slots=True)
class Known:
    """What the team knew of somebody before the form."""

    told: Mapping[str, str]
    pays_minor: int | None = None


def draw_facts(rng: Random, scenario: Scenario, budget_minor: int | None) -> Known:
    """Draw what an invitation file says of a customer; today's payment lies near the budget."""
    told = {key: rng.choice(values) for key, values in scenario.facts.items()}
    if scenario.payment_now is None or not budget_minor:
        return Known(told)
    pays = round(budget_minor * rng.uniform(*scenario.payment_now))
    return Known({"payment_now": f"{pays / 100:.2f}", **told}, pays)


def address_of(name: str, mark: str) -> str:
    """Return an address that reaches nobody."""
    words = [*split_words(name), mark]
    local = ".".join("".join(c for c in word if c.isascii()) for word in words if word)
    return f"{local}@{DOMAIN}"


def with_identity(
    form: Form, answers: Mapping[str, Any], name: str, address: str
) -> dict[str, Any]:
    """Return the answers with first name and address filled in."""
    found = dict(answers)
    for role, value in ((QuestionRole.NAME, name.split()[0]), (QuestionRole.ADDRESS, address)):
        question = form.by_role(role)
        if question is not None:
            found[question.key] = value
    return found


def draw_answers(rng: Random, form: Form, scenario: Scenario) -> dict[str, Any]:
    """Draw an answer to each question that applies."""
    answers: dict[str, Any] = {}
    for question in form.questions:
        if not form.is_shown(question, answers):
            continue
        if question.role in (QuestionRole.NAME, QuestionRole.ADDRESS):
            continue
        likely = 1.0 if question.required else scenario.answered.get(question.key)
        if rng.random() < (OPTIONAL_ANSWERED if likely is None else likely):
            answers[question.key] = _draw_answer(rng, question, scenario)
    return answers


def _draw_answer(rng: Random, question: Question, scenario: Scenario) -> Any:
    if question.options:
        return _draw_choice(rng, question, scenario)
    low, high = question.minimum, question.maximum
    if question.kind is QuestionKind.SCALE:
        return round(rng.triangular(low or 1, high or 5))
    if question.kind in (QuestionKind.NUMBER, QuestionKind.MONEY):
        pool = scenario.numbers.get(question.key)
        unit = 100 if question.kind is QuestionKind.MONEY else 1
        return rng.choice(pool) if pool else int((low or 10) + (high or 100)) // 2 * unit
    return rng.choice(scenario.texts.get(question.key) or ("Whatever you think best.",))


def _draw_choice(rng: Random, question: Question, scenario: Scenario) -> Any:
    weights = scenario.weights.get(question.key, {})
    left = {option.value: weights.get(option.value, 1.0) for option in question.options}
    if question.kind is QuestionKind.ONE_CHOICE:
        return rng.choices(list(left), list(left.values()))[0]
    most = min(question.at_most or len(left), len(left))
    chosen: list[str] = []
    for _ in range(rng.choices(range(1, most + 1), [4, 5, 2, *[1] * 20][:most])[0]):
        value = rng.choices(list(left), list(left.values()))[0]
        chosen.append(value)
        del left[value]
    return [option.value for option in question.options if option.value in chosen]
