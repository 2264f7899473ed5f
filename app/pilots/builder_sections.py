"""The builder's sections and the fields of each: the pilot file as questions to its team (pure)."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.pilots.builder_fields import Field, Kind

K = Kind
ACCENTS = ("petrol", "plum", "moss", "brick", "ink", "ochre")
ICONS = ("check", "heart", "bookmark", "book-check", "star", "thumbs-up", "thumbs-down", "x")
MEASURES = (
    ("answered", "answered at all"),
    ("kept_at_least", "kept at least so many picks"),
    ("took_set", "took the whole set"),
    ("call_to_action", "followed the call to action"),
    ("would_pay", "would pay"),
)
CHECKS = (("block", "block the sending"), ("warn", "warn"), ("off", "say nothing"))
DAYS = (
    ("mon", "Monday"),
    ("tue", "Tuesday"),
    ("wed", "Wednesday"),
    ("thu", "Thursday"),
    ("fri", "Friday"),
    ("sat", "Saturday"),
    ("sun", "Sunday"),
)
KEY_HINT = "Small letters, digits and _. Left empty, it is made of the words."


@dataclass(frozen=True, slots=True)
class Block:
    """Fields of one thought under a heading."""

    title: str
    fields: tuple[Field, ...]
    lede: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """One page of the builder, and the parts of the pilot file whose problems it shows."""

    key: str
    title: str
    icon: str
    lede: str
    parts: tuple[str, ...]
    blocks: tuple[Block, ...] = ()

    @property
    def fields(self) -> tuple[Field, ...]:
        """Return the fields of all blocks in order."""
        return tuple(each for block in self.blocks for each in block.fields)


def _sheet(name: str, question: str) -> Field:
    return Field(f"plan.strategy.{name}", question, K.LONG)


PLAN = Section(
    "plan",
    "Plan",
    "target",
    "What you believe, how it will be judged, when it ends. It freezes when the pilot goes live.",
    ("plan",),
    (
        Block(
            "Strategy sheet",
            (
                _sheet("personal_means", "What does personal look like here?"),
                _sheet("worth_to_customer", "What is it worth to the customer?"),
                _sheet("worth_to_business", "What is it worth to the business?"),
                _sheet("felt_how", "How will the customer feel it?"),
                _sheet("people", "Which people does it need?"),
                _sheet("abilities", "Which abilities does it need?"),
                _sheet("data", "Which data does it need?"),
                _sheet("stop_if", "What would make us stop?"),
            ),
            "In your own words; no number hangs on it. It keeps the team honest later.",
        ),
        Block(
            "Hypothesis and measure",
            (
                Field("plan.hypothesis", "Hypothesis", K.LONG, "One sentence that can be wrong."),
                Field(
                    "plan.measure.kind",
                    "A customer counts as a yes when they",
                    K.CHOICE,
                    choices=MEASURES,
                ),
                Field("plan.measure.k", "At least how many picks", K.WHOLE, "Only for “kept”."),
                Field("plan.baseline", "What happens today", K.LONG, "The baseline before."),
                Field("plan.target", "Target, in % of customers", K.PERCENT),
                Field("plan.guardrail", "Guardrail", K.LONG, "What must not get worse meanwhile."),
            ),
        ),
        Block(
            "Size and time",
            (
                Field("plan.least_n", "Least customers", K.WHOLE, "Nothing is judged under this."),
                Field("plan.planned_n", "Planned customers", K.WHOLE, "All arms together."),
                Field(
                    "plan.window_days", "Days to answer", K.WHOLE, "From the promise.", default=14
                ),
                Field("plan.ends", "Last day", K.DATE, "May stay open."),
            ),
        ),
    ),
)
PROMISE = Section(
    "promise",
    "Promise and release",
    "clock",
    "When the answer comes: the same for every arm, so that time tells nobody who chose.",
    ("promise", "release", "caps", "cadence"),
    (
        Block(
            "Promise",
            (
                Field("promise.hours", "Hours until the answer", K.NUMBER),
                Field("promise.time_zone", "Time zone", hint="Such as Europe/London."),
                Field(
                    "promise.working.days",
                    "Working days",
                    K.BOXES,
                    "None ticked: every hour of the week counts.",
                    choices=DAYS,
                ),
                Field("promise.working.opens", "Work begins", K.TIME),
                Field("promise.working.closes", "Work ends", K.TIME),
            ),
        ),
        Block(
            "Release",
            (
                Field(
                    "release.when",
                    "A finished selection leaves",
                    K.CHOICE,
                    "Several arms cannot release at once: it would show who answered.",
                    choices=(
                        ("at_promise", "at the promised time"),
                        ("after_minutes", "so many minutes after the brief"),
                        ("daily_at", "each day at one time"),
                        ("at_once", "at once"),
                    ),
                ),
                Field("release.minutes", "Minutes", K.WHOLE, "Only for “so many minutes”."),
                Field("release.at", "Time of day", K.TIME, "Only for “each day”."),
            ),
        ),
        Block(
            "How many",
            (
                Field("caps.open_briefs", "Open briefs at most", K.WHOLE),
                Field("caps.per_day", "New briefs a day at most", K.WHOLE),
                Field("caps.in_all", "Briefs in all at most", K.WHOLE),
                Field(
                    "cadence",
                    "How often a customer is served",
                    K.CHOICE,
                    choices=(("once", "once"), ("weekly", "each week"), ("monthly", "each month")),
                    default="once",
                ),
            ),
            "Beyond a cap people wait on a list, and the page says so kindly.",
        ),
    ),
)
FORM = Section("form", "Form", "list-checks", "What you ask, step by step.", ("form",))
SLOTS = Section(
    "slots",
    "Slots and rules",
    "layout-list",
    "The places of a delivery, and what is checked before it is sent.",
    ("slots", "checks"),
    (
        Block(
            "Slots",
            (
                Field(
                    "slots",
                    "Slots",
                    K.ROWS,
                    row="slot",
                    new={"count": 1},
                    rows=(
                        Field("name", "Name"),
                        Field("count", "How many picks", K.WHOLE, default=1),
                        Field("hint", "What belongs here"),
                        Field(
                            "only",
                            "Only items with",
                            K.ONLY,
                            "One attribute a line: genre: Novel; Essays",
                        ),
                        Field(
                            "check",
                            "An item that does not fit",
                            K.CHOICE,
                            choices=CHECKS[:2],
                            default="warn",
                        ),
                        Field("role", "Role in the data", K.KEY, KEY_HINT, words_from="name"),
                    ),
                ),
            ),
        ),
        Block(
            "Checks before sending",
            (
                Field("checks.reason_required", "Each pick needs a reason", K.BOX, default=True),
                Field("checks.reason_max", "Longest reason, in characters", K.WHOLE, default=280),
                Field(
                    "checks.budget", "Above the budget", K.CHOICE, choices=CHECKS, default="warn"
                ),
                Field(
                    "checks.never",
                    "Against what the customer wants to avoid",
                    K.CHOICE,
                    choices=CHECKS,
                    default="block",
                ),
                Field(
                    "checks.never_in",
                    "Look for that in",
                    K.LINES,
                    "Attributes of the items, one a line.",
                    default=["tags"],
                ),
                Field(
                    "checks.sent_before", "Sent before", K.CHOICE, choices=CHECKS, default="warn"
                ),
                Field("checks.stock", "Out of stock", K.CHOICE, choices=CHECKS, default="warn"),
            ),
        ),
    ),
)
ARMS = Section(
    "arms",
    "Arms",
    "shuffle",
    "How briefs are answered. Each customer is drawn into one arm once, and stays there.",
    ("arms", "letter", "house", "rules"),
    (
        Block(
            "Weights",
            (
                Field("arms.hand", "By hand", K.NUMBER, "A curator picks for this one customer."),
                Field("arms.segment", "Rules", K.NUMBER, "The rules below pick by the answers."),
                Field("arms.generic", "House list", K.NUMBER, "Everybody gets the same list."),
            ),
            "60 beside 20 draws three customers for each one. Empty: no such arm.",
        ),
        Block(
            "One letter",
            (
                Field(
                    "letter",
                    "Letter",
                    K.LONG,
                    "Several arms share one letter; only words that are true in each arm.",
                ),
            ),
        ),
        Block(
            "House list",
            (
                Field(
                    "house",
                    "House list",
                    K.ROWS,
                    row="item",
                    rows=(
                        Field("item", "Item", K.ITEM),
                        Field("slot", "Slot", K.ROLE),
                        Field("reason", "Reason", K.LONG),
                    ),
                ),
            ),
            "What the house-list arm sends to everybody, with authored reasons.",
        ),
        Block(
            "Rules",
            (
                Field(
                    "rules",
                    "Rules",
                    K.ROWS,
                    row="rule",
                    new={"pick": {}},
                    rows=(
                        Field("when", "When the answers say", K.CONDITIONS, "Nothing: always."),
                        Field("pick.item", "Pick this item", K.ITEM),
                        Field("pick.tag", "or one that bears the tag"),
                        Field(
                            "pick.match",
                            "or one that matches these answers",
                            K.LINES,
                            "Questions named like attributes of the items, one a line.",
                        ),
                        Field("pick.slot", "Slot", K.ROLE),
                        Field("pick.reason", "Reason", K.LONG),
                    ),
                ),
            ),
            "Tried from the top; each fills one free place of its slot.",
        ),
    ),
)
SECTIONS_BEFORE_ANSWERS = (PLAN, PROMISE, FORM, SLOTS, ARMS)


def names_of(fields: tuple[Field, ...]) -> Iterator[tuple[str, str]]:
    """Yield the pattern of each field's path (`slots.*.name`) with its label."""
    for each in fields:
        if each.kind is not Kind.ROWS:
            yield each.name, each.label
            continue
        yield each.name, each.label
        for name, label in names_of(each.rows):
            yield f"{each.name}.*.{name}", label
