"""Slots, house list, segment rules and checks as the pilot file says them (pure)."""

from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints, model_validator

from app.pilots.form_definition import KeyText, LongWords, Part, Words

ItemKey = Annotated[str, StringConstraints(min_length=1, max_length=200)]


class Slot(Part):
    """A place in the delivery with a role; `count` places share it."""

    role: KeyText
    name: Words
    hint: str = ""
    count: int = Field(default=1, ge=1, le=20)
    only: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    check: Literal["block", "warn"] = "warn"

    def accepts(self, attributes: dict[str, Any]) -> bool:
        """Tell whether an item with these attributes may stand here."""
        for name, wanted in self.only.items():
            value = attributes.get(name)
            found = {str(part) for part in value} if isinstance(value, list) else {str(value)}
            if not found & set(wanted):
                return False
        return True


class HouseItem(Part):
    """One item of the house list, with its authored reason."""

    item: ItemKey
    slot: KeyText
    reason: LongWords


class RulePick(Part):
    """What a segment rule puts where: a certain item, one that bears a tag, or one that matches.

    `match` names questions: the item's attribute of each name says what was answered.
    """

    item: ItemKey | None = None
    tag: str | None = None
    match: tuple[KeyText, ...] = ()
    slot: KeyText
    reason: LongWords

    @model_validator(mode="after")
    def _names_one_thing(self) -> "RulePick":
        if [bool(self.item), bool(self.tag), bool(self.match)].count(True) != 1:
            raise ValueError("a rule picks an item, a tag, or what matches some answers")
        return self


RuleKey = Annotated[str, StringConstraints(pattern=r"^(fact\.)?[a-z][a-z0-9_]{0,39}$")]


class SegmentRule(Part):
    """When the answers (or, as `fact.x`, what is known) say so, pick this; tried in order."""

    when: dict[RuleKey, str | tuple[str, ...]] = Field(default_factory=dict)
    pick: RulePick

    def applies(self, answers: dict[str, Any]) -> bool:
        """Tell whether every condition of the rule is met by the answers."""
        for key, wanted in self.when.items():
            accepted = {wanted} if isinstance(wanted, str) else set(wanted)
            answer = answers.get(key)
            given = set(answer) if isinstance(answer, list) else {str(answer)}
            if not given & accepted:
                return False
        return True


class Rules(Part):
    """Checks before sending: each blocks, warns or is off."""

    reason_required: bool = True
    reason_max: int = Field(default=280, ge=40, le=2000)
    budget: Literal["block", "warn", "off"] = "warn"
    never: Literal["block", "warn", "off"] = "block"
    never_in: tuple[str, ...] = ("tags",)
    sent_before: Literal["block", "warn", "off"] = "warn"
    stock: Literal["block", "warn", "off"] = "warn"


class PickField(Part):
    """A figure or words that go with each pick, such as the payment offered.

    It is filled from a known `fact` of the customer, from the item's `attribute`, or else by the
    curator.
    """

    key: KeyText
    label: Words
    kind: Literal["money", "number", "text"] = "text"
    fact: KeyText | None = None
    attribute: str | None = None
    required: bool = False
