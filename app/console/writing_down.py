"""The words a curator writes: a reason per pick, the letter, why a warning was passed over."""

import hashlib
from dataclasses import dataclass

from sqlalchemy import select

from app.console.tray import open_tray
from app.database import writing
from app.exceptions import Invalid, NotFound, StaleVersion
from app.extensions import db
from app.log import Actor
from app.models import Brief, TrayPick
from app.pilots.services import definition_of, form_of

MOST_DRIVERS = 2
LONGEST_LETTER = 4000


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a pick fits: a code, a sentence, and the answers that drove it."""

    words: str
    code: str | None = None
    drivers: tuple[str, ...] = ()


def write_reason(brief_id: int, item_id: int, reason: Reason, *, version: int, actor: Actor) -> int:
    """Save the reason of a pick and return its new version; StaleVersion keeps both texts."""
    with writing():
        brief, tray = open_tray(brief_id, actor=actor)
        pick = db.session.scalar(
            select(TrayPick).where(TrayPick.brief_id == brief_id, TrayPick.item_id == item_id)
        )
        if pick is None:
            raise NotFound("This pick is not in the tray any more. What you wrote is below.")
        _check_reason(brief, reason)
        if _is_same(pick, reason):
            return pick.version
        if pick.version != version:
            raise StaleVersion(
                "This reason was changed in another window.",
                theirs={"reason": pick.reason, "version": pick.version},
            )
        pick.reason, pick.reason_code = reason.words, reason.code
        pick.drivers = list(reason.drivers)
        pick.version += 1
        tray.version += 1
        return pick.version


def _is_same(pick: TrayPick, reason: Reason) -> bool:
    stored = (pick.reason, pick.reason_code, tuple(pick.drivers))
    return stored == (reason.words, reason.code, reason.drivers)


def _check_reason(brief: Brief, reason: Reason) -> None:
    definition = definition_of(brief.pilot_version_id)
    longest = definition.checks.reason_max
    if len(reason.words) > longest:
        raise Invalid(f"Keep it under {longest} characters.", field="reason")
    if reason.code and reason.code not in {choice.key for choice in definition.reason_codes}:
        raise Invalid("Choose one of the listed reasons.", field="reason_code")
    if len(reason.drivers) > MOST_DRIVERS:
        raise Invalid("One or two answers: the ones that decided it.", field="drivers")
    asked = {question.key for question in form_of(brief.form_version_id).questions}
    if not set(reason.drivers) <= asked:
        raise Invalid("Choose among the customer's answers.", field="drivers")


def mark_of(text: str) -> str:
    """Return a short mark of a text, so that a page can say which one it started from."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def write_letter(brief_id: int, letter: str, *, seen: str, actor: Actor) -> str:
    """Save the letter (where the hand is the only arm) and return its new mark."""
    with writing():
        brief, tray = open_tray(brief_id, actor=actor)
        if not writes_letter(brief):
            raise Invalid("This pilot's letter comes from its plan, the same in every arm.")
        if len(letter) > LONGEST_LETTER:
            raise Invalid(f"Keep the letter under {LONGEST_LETTER:,} characters.", field="letter")
        if tray.letter != letter and mark_of(tray.letter) != seen:
            raise StaleVersion(
                "The letter was changed in another window.", theirs={"letter": tray.letter}
            )
        if tray.letter != letter:
            tray.letter = letter
            tray.version += 1
        return mark_of(letter)


def writes_letter(brief: Brief) -> bool:
    """Tell whether a curator writes the letter: only where the hand is the only arm."""
    return len(definition_of(brief.pilot_version_id).arms) == 1
