"""The builder's sections about what customers answer and what they see (pure)."""

from app.pilots.builder_fields import Field, Kind
from app.pilots.builder_sections import (
    ACCENTS,
    ICONS,
    KEY_HINT,
    SECTIONS_BEFORE_ANSWERS,
    Block,
    Section,
)

K = Kind
CODES_HINT = "One a line. A name for the data may stand before it: too_long: Too long"
CLOSING = (
    Field("label", "Question"),
    Field(
        "kind",
        "Answered by",
        K.CHOICE,
        choices=(("scale", "a scale of five"), ("text", "words"), ("choice", "a choice")),
        default="scale",
    ),
    Field("options", "Answers of a choice", K.CODES, CODES_HINT),
    Field("ends", "Words at the ends of the scale", K.PAIR),
    Field("required", "Must be answered", K.BOX, default=False),
    Field("key", "Name in the data", K.KEY, KEY_HINT, words_from="label"),
)
ANSWERS = Section(
    "answers",
    "Answers",
    "message-square-text",
    "What a customer may say to each pick, to the whole, and some weeks later.",
    (
        "verdict_question",
        "verdicts",
        "take_set",
        "closing",
        "call_to_action",
        "follow_ups",
        "pick_fields",
        "reason_codes",
        "could_rules",
    ),
    (
        Block(
            "Verdicts",
            (
                Field("verdict_question", "Question beside each pick", default="Will you keep it?"),
                Field(
                    "verdicts",
                    "Verdicts",
                    K.ROWS,
                    row="verdict",
                    new={"icon": "check"},
                    rows=(
                        Field("label", "Words"),
                        Field(
                            "icon",
                            "Sign",
                            K.CHOICE,
                            choices=tuple((name, name.replace("-", " ")) for name in ICONS),
                            default="check",
                        ),
                        Field("kept", "Counts as kept", K.BOX, default=False),
                        Field("already", "Means: has it already", K.BOX, default=False),
                        Field("reply", "What we say back"),
                        Field("reasons", "Reasons to choose from", K.CODES, CODES_HINT),
                        Field("key", "Name in the data", K.KEY, KEY_HINT, words_from="label"),
                    ),
                ),
                Field("take_set", "Button to take the whole set", hint="Empty: no such button."),
            ),
        ),
        Block(
            "At the end of the page",
            (
                Field("closing", "Closing questions", K.ROWS, row="question", rows=CLOSING),
                Field("call_to_action.label", "Call to action"),
                Field("call_to_action.url", "Its address", hint="Begins with https://"),
            ),
        ),
        Block(
            "Some weeks later",
            (
                Field(
                    "follow_ups",
                    "Follow-ups",
                    K.ROWS,
                    row="follow-up",
                    new={"questions": [{"kind": "text"}]},
                    rows=(
                        Field("days", "Days after the delivery", K.WHOLE),
                        Field("title", "Title"),
                        Field("text", "Text", K.LONG),
                        Field("questions", "Questions", K.ROWS, row="question", rows=CLOSING),
                        Field("key", "Name in the data", K.KEY, KEY_HINT, words_from="title"),
                    ),
                ),
            ),
        ),
        Block(
            "For curators",
            (
                Field("reason_codes", "Reasons a curator may tag", K.CODES, CODES_HINT),
                Field("could_rules", "“Could a rule have done this?”", K.CODES, CODES_HINT),
                Field(
                    "pick_fields",
                    "Fields that go with each pick",
                    K.ROWS,
                    row="field",
                    rows=(
                        Field("label", "Label"),
                        Field(
                            "kind",
                            "Holds",
                            K.CHOICE,
                            choices=(("text", "words"), ("number", "a number"), ("money", "money")),
                            default="text",
                        ),
                        Field("fact", "From the customer's known fact"),
                        Field("attribute", "From the item's attribute"),
                        Field("required", "Must be filled in", K.BOX, default=False),
                        Field("key", "Name in the data", K.KEY, KEY_HINT, words_from="label"),
                    ),
                ),
            ),
        ),
    ),
)
LOOK = Section(
    "look",
    "Look and words",
    "palette",
    "What customers see of you, and what they are told.",
    (
        "pilot",
        "name",
        "brand",
        "cards",
        "disclosure",
        "debrief",
        "contact",
        "controller",
        "retention_days",
        "currency",
    ),
    (
        Block(
            "Brand",
            (
                Field("name", "Name of the pilot", hint="For the team."),
                Field("brand.name", "Name of the service", hint="For customers."),
                Field("brand.wordmark", "Wordmark"),
                Field("brand.line", "One line about it"),
                Field(
                    "brand.accent",
                    "Accent",
                    K.CHOICE,
                    choices=tuple((name, name.capitalize()) for name in ACCENTS),
                    default="petrol",
                ),
                Field("brand.voice", "Voice of its letters", K.LONG, "Curators read this."),
            ),
        ),
        Block(
            "Who chose",
            (
                Field(
                    "disclosure",
                    "Letters are signed by",
                    K.CHOICE,
                    choices=(
                        ("neutral", "the service: “your selection”"),
                        ("named", "the curator by name (the hand alone)"),
                        ("revealed", "the service, and a debrief at the end tells who chose"),
                    ),
                    default="neutral",
                ),
                Field("debrief", "Debrief", K.LONG, "Only for “a debrief at the end”."),
            ),
            "Nobody is ever told that a machine chose when a person did.",
        ),
        Block(
            "Privacy",
            (
                Field("controller", "Who answers for the data", hint="Name and address."),
                Field("contact", "Contact"),
                Field("retention_days", "Days the answers are kept", K.WHOLE, default=90),
            ),
            "The notice itself stands on the form's start page.",
        ),
        Block(
            "Items",
            (
                Field("cards.noun", "One of them is called", default="item"),
                Field("cards.nouns", "Several are called", default="items"),
                Field(
                    "cards.shape",
                    "Shape of the pictures",
                    K.CHOICE,
                    choices=(("book", "book"), ("square", "square"), ("card", "card")),
                    default="book",
                ),
                Field("cards.facts", "Facts on the card", K.LINES, "Attributes, one a line."),
                Field("cards.facets", "Filters for curators", K.LINES, "Attributes, one a line."),
                Field(
                    "cards.links",
                    "Links on each card",
                    K.ROWS,
                    row="link",
                    rows=(Field("label", "Words"), Field("url", "Address")),
                ),
                Field("currency", "Currency", hint="Three letters, such as GBP.", default="GBP"),
            ),
        ),
    ),
)
SECTIONS = (*SECTIONS_BEFORE_ANSWERS, ANSWERS, LOOK)


def section_of(part: str) -> Section:
    """Return the section that shows a part of the pilot file."""
    return next((section for section in SECTIONS if part in section.parts), LOOK)


def find_section(key: str) -> Section | None:
    """Return a section by its key, or None."""
    return next((section for section in SECTIONS if section.key == key), None)
