"""The pilot file as a checked value: plan, promise, form, slots, arms, look (pure)."""

import hashlib
import json
from collections.abc import Callable, Collection
from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints, model_validator

from app.lifecycle import Arm
from app.pilots.form_definition import Form, Part, Words
from app.pilots.page_definition import (
    Brand,
    CallToAction,
    Cards,
    Choice,
    ClosingQuestion,
    FollowUp,
    Verdict,
)
from app.pilots.plan_definition import (
    Caps,
    Disclosure,
    Measure,
    MeasureKind,
    Plan,
    Promise,
    Release,
    Strategy,
    WorkingHours,
)
from app.pilots.selection_definition import (
    HouseItem,
    PickField,
    RulePick,
    Rules,
    SegmentRule,
    Slot,
)

__all__ = [
    "FROZEN_PARTS",
    "UNDO_SECONDS",
    "Brand",
    "CallToAction",
    "Caps",
    "Cards",
    "Choice",
    "ClosingQuestion",
    "Disclosure",
    "FollowUp",
    "HouseItem",
    "Measure",
    "MeasureKind",
    "PickField",
    "PilotDefinition",
    "Plan",
    "Promise",
    "Release",
    "RulePick",
    "Rules",
    "SegmentRule",
    "Slot",
    "Strategy",
    "Verdict",
    "WorkingHours",
]

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$")]
UNDO_SECONDS = 30
FACT_PREFIX = "fact."
FROZEN_PARTS = ("plan", "arms", "disclosure", "slots")


class PilotDefinition(Part):
    """Everything one pilot file says."""

    pilot: Slug
    name: Words
    brand: Brand
    disclosure: Disclosure = Disclosure.NEUTRAL
    debrief: str = ""
    contact: Words
    controller: Words
    retention_days: int = Field(default=90, ge=1, le=3650)
    currency: Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")] = "GBP"
    plan: Plan
    promise: Promise
    release: Release
    caps: Caps = Caps()
    cadence: Literal["once", "weekly", "monthly"] = "once"
    form: Form
    slots: tuple[Slot, ...] = Field(min_length=1)
    arms: dict[Arm, float] = Field(min_length=1)
    letter: str = ""
    house: tuple[HouseItem, ...] = ()
    rules: tuple[SegmentRule, ...] = ()
    verdict_question: Words = "Will you keep it?"
    verdicts: tuple[Verdict, ...] = Field(min_length=2)
    take_set: str = ""
    call_to_action: CallToAction | None = None
    closing: tuple[ClosingQuestion, ...] = Field(default=(), max_length=2)
    reason_codes: tuple[Choice, ...] = ()
    could_rules: tuple[Choice, ...] = ()
    pick_fields: tuple[PickField, ...] = Field(default=(), max_length=6)
    follow_ups: tuple[FollowUp, ...] = Field(default=(), max_length=4)
    checks: Rules = Rules()
    cards: Cards = Cards()

    @model_validator(mode="after")
    def _is_a_pilot(self) -> "PilotDefinition":
        if found := self.problems():
            raise ValueError("\n".join(found))
        return self

    def problems(self, known: Collection[str] | None = None) -> list[str]:
        """Return every contradiction between parts, in words (empty when there is none).

        With `known`, only checks whose parts are among those names are made, so that a file with
        faults elsewhere hears of its contradictions at once.
        """
        found: list[str] = []
        for needs, check in CHECKS:
            if known is None or needs <= set(known):
                found += check(self)
        return found

    def _arm_problems(self) -> list[str]:
        found = []
        if any(weight <= 0 for weight in self.arms.values()):
            found.append("arms: a weight must be above 0")
        if len(self.arms) > 1 and self.release.when == "at_once":
            found.append("release: with several arms 'at_once' would show who answered")
        if self.disclosure is Disclosure.NAMED and set(self.arms) != {Arm.HAND}:
            found.append("disclosure: 'named' is true only where the hand is the only arm")
        if self.disclosure is Disclosure.REVEALED and not self.debrief:
            found.append("debrief: 'revealed' needs the text that tells at the end who chose")
        if len(self.arms) > 1 and not self.letter:
            found.append("letter: several arms need one letter for all of them")
        if Arm.GENERIC in self.arms and not self.house:
            found.append("house: the generic arm needs a house list")
        if Arm.SEGMENT in self.arms and not self.rules:
            found.append("rules: the segment arm needs rules")
        return found

    def _measure_problems(self) -> list[str]:
        measure = self.plan.measure
        if measure.kind is MeasureKind.KEPT_AT_LEAST and measure.k > self.size:
            return ["plan: the measure wants more picks kept than there are slots"]
        return []

    def _slot_problems(self) -> list[str]:
        roles = {slot.role for slot in self.slots}
        found = [
            f"{where}: no slot has the role '{role}'"
            for where, role in (
                *(("house", entry.slot) for entry in self.house),
                *(("rules", rule.pick.slot) for rule in self.rules),
            )
            if role not in roles
        ]
        if len(roles) != len(self.slots):
            found.append("slots: two have the same role; give one of them a count")
        return found

    def _rule_problems(self) -> list[str]:
        questions = {question.key: question for question in self.form.questions}
        found = []
        for rule in self.rules:
            found += [
                f"rules: '{key}' is no question of the form"
                for key in rule.pick.match
                if key not in questions
            ]
            for key, wanted in rule.when.items():
                accepted = {wanted} if isinstance(wanted, str) else set(wanted)
                if key.startswith(FACT_PREFIX):
                    continue  # known of an invited customer, whatever its values are
                if key not in questions:
                    found.append(f"rules: '{key}' is no question of the form")
                    continue
                offered = {option.value for option in questions[key].options}
                if offered and not accepted <= offered:
                    missing = ", ".join(sorted(accepted - offered))
                    found.append(f"rules: '{key}' does not offer the answer '{missing}'")
        return found

    def _verdict_problems(self) -> list[str]:
        keys = [verdict.key for verdict in self.verdicts]
        found = []
        if len(keys) != len(set(keys)):
            found.append("verdicts: two have the same key")
        if not any(verdict.kept for verdict in self.verdicts):
            found.append("verdicts: none of them counts as kept")
        return found

    @property
    def size(self) -> int:
        """Return how many picks a delivery holds."""
        return sum(slot.count for slot in self.slots)

    @property
    def places(self) -> tuple[Slot, ...]:
        """Return the slots in display order, one entry a place (position is index + 1)."""
        return tuple(slot for slot in self.slots for _ in range(slot.count))

    def verdict(self, key: str) -> Verdict | None:
        """Return the verdict with this key, or None."""
        return next((verdict for verdict in self.verdicts if verdict.key == key), None)

    def arm_weights(self) -> dict[str, float]:
        """Return the arms' weights by name, in declared order."""
        return {arm.value: weight for arm, weight in self.arms.items()}

    def as_document(self) -> dict[str, Any]:
        """Return the definition as plain JSON values."""
        return self.model_dump(mode="json")

    def fingerprint(self) -> str:
        """Return the SHA-256 of the canonical JSON, as frozen at go-live."""
        canonical = json.dumps(self.as_document(), sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(canonical.encode()).hexdigest()


CHECKS: tuple[tuple[frozenset[str], Callable[[PilotDefinition], list[str]]], ...] = (
    (
        frozenset({"arms", "release", "disclosure", "letter", "house", "rules"}),
        PilotDefinition._arm_problems,
    ),
    (frozenset({"slots", "house", "rules"}), PilotDefinition._slot_problems),
    (frozenset({"form", "rules"}), PilotDefinition._rule_problems),
    (frozenset({"verdicts"}), PilotDefinition._verdict_problems),
    (frozenset({"plan", "slots"}), PilotDefinition._measure_problems),
)
