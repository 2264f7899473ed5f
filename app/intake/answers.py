"""What a customer answered: read what was typed, drop what no longer applies, find the gaps (pure).

A question that was asked and left empty is kept as None, so that it is not asked again.
"""

import math
import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from email_validator import EmailNotValidError, validate_email

from app.pilots.form_definition import Form, Question, QuestionKind, Step

LARGEST = 2**63 - 1
LONGEST_NUMBER = 40
LONGEST_ADDRESS = 254
LONGEST_TYPED = 20_000
MINOR = 100
_CURRENCY = re.compile(r"^([A-Z]{3}|[^\w\s.,+-])\s*|\s*([A-Z]{3}|[^\w\s.,+-])$")
_PLAIN = re.compile(r"[+-]?\d+([.,]\d*)?")
_GROUPED = re.compile(
    r"[+-]?\d{1,3}(?P<mark>[ ,.'\u2019\u00a0\u202f])\d{3}((?P=mark)\d{3})*"
    r"(?P<rest>(?P<point>[.,])\d+)?"
)


class Refused(ValueError):
    """What was typed cannot be an answer; the text says why."""


def read_answer(question: Question, typed: Any) -> Any:
    """Turn what was typed (or is stored already) into an answer, None when it is empty.

    Money comes back in minor units; an integer given for money counts as minor units already.
    """
    if question.kind is QuestionKind.SEVERAL_CHOICES:
        return _read_several(question, typed)
    if question.kind in (QuestionKind.NUMBER, QuestionKind.MONEY) and _is_number(typed):
        _check_range(question, _in_units(question, typed))
        return typed
    text = _clean(typed)
    if not text:
        if question.required:
            raise Refused(_please(question))
        return None
    return _READERS[question.kind](question, text)


def _please(question: Question) -> str:
    words = {
        QuestionKind.ONE_CHOICE: "Choose one answer",
        QuestionKind.SEVERAL_CHOICES: "Choose at least one answer",
        QuestionKind.SCALE: "Choose a number",
        QuestionKind.EMAIL: "Enter your e-mail address",
    }
    return f"{words.get(question.kind, 'Please answer this')}: {question.label.rstrip('?:. ')}."


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _in_units(question: Question, stored: float) -> Decimal:
    amount = Decimal(str(stored))
    return amount / MINOR if question.kind is QuestionKind.MONEY else amount


def _clean(typed: Any) -> str:
    text = "" if typed is None else str(typed)
    if "\x00" in text:
        raise Refused("This holds a character that we cannot keep. Please type it again.")
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()


def _read_several(question: Question, typed: Any) -> list[str] | None:
    given = [typed] if isinstance(typed, str) else list(typed or ())
    chosen = {_clean(value) for value in given} - {""}
    known = [option.value for option in question.options if option.value in chosen]
    if len(known) != len(chosen):
        raise Refused("Choose from the answers on this page.")
    if question.at_most and len(known) > question.at_most:
        raise Refused(f"Choose {question.at_most} at most: {len(known)} are chosen now.")
    if not known and question.required:
        raise Refused(_please(question))
    return known or None


def _read_one(question: Question, text: str) -> str:
    if text not in {option.value for option in question.options}:
        raise Refused("Choose one of the answers on this page.")
    return text


def _read_text(question: Question, text: str) -> str:
    if question.kind is QuestionKind.SHORT_TEXT:
        text = " ".join(text.split())
    over = len(text) - question.max_length
    if over > 0:
        raise Refused(
            f"Please shorten this to {question.max_length:,} characters: {over:,} too many."
        )
    return text


def _read_email(_question: Question, text: str) -> str:
    if len(text) > LONGEST_ADDRESS:
        raise Refused("This is too long for an e-mail address.")
    try:
        return validate_email(text, check_deliverability=False).normalized
    except EmailNotValidError as error:
        raise Refused(
            "This does not look like an e-mail address. It reads like name@example.org."
        ) from error


def _read_scale(question: Question, text: str) -> int:
    if text not in {str(step) for step in scale_steps(question)}:
        raise Refused("Choose one of the numbers on this page.")
    return int(text)


def _read_number(question: Question, text: str) -> int | float:
    number = parse_number(text)
    _check_range(question, number)
    return int(number) if number == number.to_integral_value() else float(number)


def _read_money(question: Question, text: str) -> int:
    amount = parse_number(text)
    _check_range(question, amount)
    if amount < 0:
        raise Refused("An amount cannot be below zero.")
    minor = amount * MINOR
    if minor != minor.to_integral_value():
        raise Refused("Two digits after the point at most, for example 25.50.")
    return int(minor)


_READERS = {
    QuestionKind.SHORT_TEXT: _read_text,
    QuestionKind.LONG_TEXT: _read_text,
    QuestionKind.ONE_CHOICE: _read_one,
    QuestionKind.SCALE: _read_scale,
    QuestionKind.NUMBER: _read_number,
    QuestionKind.MONEY: _read_money,
    QuestionKind.EMAIL: _read_email,
}


def parse_number(text: str) -> Decimal:
    """Read a number as people write it: 1,200 or 1 200 or 12,50 or £25 or 25 EUR."""
    bare = _CURRENCY.sub("", text.strip()) if len(text) <= LONGEST_NUMBER else ""
    grouped = _GROUPED.fullmatch(bare)
    if grouped and grouped["mark"] != grouped["point"] and not _is_decimal(bare):
        whole = bare[: grouped.start("rest")] if grouped["rest"] else bare
        digits = re.sub(r"[^\d+-]", "", whole)
        bare = f"{digits}.{grouped['rest'][1:]}" if grouped["rest"] else digits
    elif _PLAIN.fullmatch(bare):
        bare = bare.replace(",", ".")
    else:
        raise Refused("Please write this as a number, for example 25.")
    return Decimal(bare)


def _is_decimal(bare: str) -> bool:
    """Tell whether a lone point stands before three digits: 1.250 is one and a quarter."""
    return bare.count(".") == 1 and bare[-4] == "." and bare.lstrip("+-")[:-4].isdigit()


def _check_range(question: Question, number: Decimal) -> None:
    name = question.label.rstrip("?:. ")
    if not math.isfinite(number) or abs(number) * MINOR > LARGEST:
        raise Refused(f"{name}: this number is larger than we can keep.")
    low, high = question.minimum, question.maximum
    if low is not None and number < Decimal(str(low)):
        raise Refused(f"{name}: {low:,g} is the least we can take.")
    if high is not None and number > Decimal(str(high)):
        raise Refused(f"{name}: {high:,g} is the most we can take.")


def scale_steps(question: Question) -> list[int]:
    """Return the numbers of a scale in order."""
    return list(range(int(question.minimum or 0), int(question.maximum or 0) + 1))


def keep_typed(question: Question, typed: Any) -> Any:
    """Return what can be kept of what is not (yet) an answer, so that Back loses nothing."""
    try:
        return read_answer(question, typed)
    except Refused:
        pass
    if question.options or question.kind is QuestionKind.SCALE:
        given = [typed] if isinstance(typed, str) else list(typed or ())
        known = [option.value for option in question.options if option.value in given]
        return (known or None) if question.kind is QuestionKind.SEVERAL_CHOICES else None
    return str(typed or "").replace("\x00", "")[:LONGEST_TYPED] or None


def counted(form: Form, answers: Mapping[str, Any]) -> dict[str, Any]:
    """Return the answers of the questions that apply, each judged by those before it."""
    kept: dict[str, Any] = {}
    for question in form.questions:
        if question.key in answers and form.is_shown(question, kept):
            kept[question.key] = answers[question.key]
    return kept


def shown_questions(form: Form, step: Step, answers: Mapping[str, Any]) -> list[Question]:
    """Return the questions of a step that apply, given the answers."""
    kept = counted(form, answers)
    return [question for question in step.questions if form.is_shown(question, kept)]


def shown_steps(form: Form, answers: Mapping[str, Any]) -> list[Step]:
    """Return the steps that have at least one question to ask, or may come to have one."""
    return [step for step in form.steps if page_questions(form, step, answers)]


def page_questions(form: Form, step: Step, answers: Mapping[str, Any]) -> list[Question]:
    """Return the questions that apply on a step's page, and those its answers may bring up."""
    kept = counted(form, answers)
    found: list[Question] = []
    for question in step.questions:
        here = {other.key for other in found}
        outside = {key: wanted for key, wanted in question.show_if.items() if key not in here}
        if form.is_shown(question.model_copy(update={"show_if": outside}), kept):
            found.append(question)
    return found


def is_answered(question: Question, answers: Mapping[str, Any]) -> bool:
    """Tell whether a question was asked and its answer can stand."""
    if question.key not in answers:
        return False
    try:
        read_answer(question, answers[question.key])
    except Refused:
        return False
    return True


def first_gap(form: Form, answers: Mapping[str, Any]) -> Step | None:
    """Return the first step with a question that still wants an answer, or None."""
    kept = counted(form, answers)
    for step in form.steps:
        questions = shown_questions(form, step, kept)
        if not all(is_answered(question, kept) for question in questions):
            return step
    return None


def neighbours(
    form: Form, step: Step, answers: Mapping[str, Any]
) -> tuple[Step | None, Step | None]:
    """Return the steps before and after one, skipping those with nothing to ask."""
    asked = {other.key for other in shown_steps(form, answers)}
    place = [other.key for other in form.steps].index(step.key)
    before = [other for other in form.steps[:place] if other.key in asked]
    after = [other for other in form.steps[place + 1 :] if other.key in asked]
    return (before[-1] if before else None, after[0] if after else None)


def time_left(minutes: int, steps: Sequence[Step], done: int) -> str:
    """Say how long the rest takes, from the pilot's own estimate for the whole."""
    seconds = minutes * 60 * (len(steps) - done) / max(len(steps), 1)
    if seconds < 45:
        return "less than a minute left"
    rest = max(1, round(seconds / 60))
    return "about a minute left" if rest == 1 else f"about {rest} minutes left"
