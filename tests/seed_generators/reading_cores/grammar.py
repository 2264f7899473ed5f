"""Grammar for the generated articles: verbs, articles, number words, typographic marks."""

# ruff: noqa: RUF001 - a publisher prints typographic apostrophes
import random
import re
from collections.abc import Callable

PAST = {
    "begin": "began", "break": "broke", "bring": "brought", "build": "built", "buy": "bought",
    "catch": "caught", "choose": "chose", "cut": "cut", "draw": "drew", "find": "found",
    "forecast": "forecast", "freeze": "froze", "get": "got", "give": "gave", "have": "had",
    "hear": "heard",
    "hold": "held", "keep": "kept", "lead": "led", "lend": "lent", "let": "let", "make": "made",
    "pay": "paid", "put": "put", "read": "read", "rehearse": "rehearsed", "run": "ran",
    "say": "said", "see": "saw", "send": "sent", "set": "set", "show": "showed",
    "shrink": "shrank", "spend": "spent", "spread": "spread", "sweep": "swept", "take": "took",
    "teach": "taught", "tell": "told", "undo": "undid", "win": "won", "withdraw": "withdrew",
    "write": "wrote",
}  # fmt: skip
DOUBLED = {
    *("begin", "cap", "commit", "cut", "drop", "get", "label", "let", "log", "map", "plan", "put"),
    *("regret", "run", "set", "shrug", "skip", "spot", "stop", "swap", "win"),
}
NUMBERS = (
    *("no", "one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)
SPELLED = 12
VOWELS = "aeiou"


def past(verb: str) -> str:
    """Put a verb into the past tense."""
    if verb in PAST:
        return PAST[verb]
    if verb in DOUBLED:
        return f"{verb}{verb[-1]}ed"
    if verb.endswith("e"):
        return f"{verb}d"
    if verb.endswith("y") and verb[-2] not in VOWELS:
        return f"{verb[:-1]}ied"
    return f"{verb}ed"


def gerund(verb: str) -> str:
    """Put a verb into its -ing form."""
    if verb in DOUBLED:
        return f"{verb}{verb[-1]}ing"
    if verb == "tie":
        return "tying"
    if verb.endswith("e") and verb[-2] not in "eo":
        return f"{verb[:-1]}ing"
    return f"{verb}ing"


def base(verb: str) -> str:
    """Leave a verb as it stands."""
    return verb


def conjugated(phrase: str, change: Callable[[str], str]) -> str:
    """Change the verb a phrase begins with, and those marked so: test first and _train the rest."""

    def changed(match: re.Match[str]) -> str:
        return change(str(match[1] or match[2]))

    return re.sub(r"^_?([a-z]+)|\b_([a-z]+)", changed, phrase)


def with_article(noun: str) -> str:
    """Put a or an before a noun."""
    return f"{'an' if noun[0].lower() in VOWELS and not noun.startswith('uni') else 'a'} {noun}"


def number_word(number: int) -> str:
    """Spell a small number and print a large one."""
    return NUMBERS[number] if number <= SPELLED else str(number)


def capital(text: str) -> str:
    """Begin with a capital letter."""
    return text[:1].upper() + text[1:]


def with_numbers(text: str, draw: random.Random) -> str:
    """Draw the numbers a phrase leaves open: {9-19}, {1.1-2.4}, {w3-5} spelled, {third|half}."""

    def drawn(match: re.Match[str]) -> str:
        inside = match[1]
        if "|" in inside:
            return draw.choice(str(inside).split("|"))
        low, high = inside.lstrip("w").split("-")
        if "." in inside:
            return f"{draw.uniform(float(low), float(high)):.1f}"
        number = draw.randint(int(low), int(high))
        return number_word(number) if inside.startswith("w") else str(number)

    return re.sub(r"\{(w?[\d.]+-[\d.]+|\w+(?:\|\w+)+)\}", drawn, text)


def plain_numbers(text: str) -> str:
    """Say twice for two times, and half for five in ten."""
    text = re.sub(r"\btwo times (?=as |the |their |what )", "twice ", text)
    text = re.sub(r"\btwo times less often", "half as often", text)
    text = re.sub(r"\bfive (?:in ten(?= of\b)|tenths\b)", "half", text)
    return re.sub(r"\bfive in ten(?! to\b)(?= \w)", "half of all", text)


def typographic(text: str) -> str:
    """Set apostrophes as a printer does."""
    return text.replace("'", "’")
