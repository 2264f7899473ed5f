"""Pilots made up by hypothesis: every one is valid, every part of the file turns up."""

from datetime import date, time
from typing import Any

from hypothesis import strategies as st

from app.pilots.definition import PilotDefinition

PLAIN = st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"])
WORDS = st.text(PLAIN, min_size=1, max_size=30).filter(lambda text: text.strip() == text)
TEXTS = st.text(st.one_of(PLAIN, st.just("\n")), min_size=1, max_size=80).filter(
    lambda text: text.strip() == text
)
VALUES = WORDS.filter(lambda text: ";" not in text)  # the builder parts an item's values by it
MAYBE = st.one_of(st.just(""), WORDS)
KEYS = st.from_regex(r"[a-z][a-z0-9_]{0,11}", fullmatch=True)
NAMES = st.one_of(WORDS, st.sampled_from(["yes", "no", "null", "1.0", "2030-01-01", "- a", "x: y"]))
TIMES = st.times().map(lambda moment: moment.replace(second=0, microsecond=0, tzinfo=None))


def keys(least: int, most: int) -> st.SearchStrategy[list[str]]:
    return st.lists(KEYS, min_size=least, max_size=most, unique=True)


def codes(least: int = 0) -> st.SearchStrategy[list[dict[str, str]]]:
    return keys(least, 3).flatmap(
        lambda found: st.tuples(*(WORDS for _ in found)).map(
            lambda words: [{"key": k, "label": w} for k, w in zip(found, words, strict=True)]
        )
    )


@st.composite
def questions(draw: st.DrawFn, key: str, earlier: dict[str, list[str]]) -> dict[str, Any]:
    kind = draw(
        st.sampled_from(
            ["short_text", "long_text", "one_choice", "several_choices", "scale", "number", "money"]
        )
    )
    found: dict[str, Any] = {
        "key": key,
        "kind": kind,
        "label": draw(WORDS),
        "hint": draw(MAYBE),
        "why": draw(MAYBE),
        "required": draw(st.booleans()),
        "role": draw(
            st.sampled_from(["wish", "job", "success", "avoid", "segment", "memory", "other"])
        ),
        "sensitive": draw(st.booleans()),
        "stage": draw(st.sampled_from(["first", "later"])),
        "machine_available": draw(st.booleans()),
        "max_length": draw(st.integers(1, 9000)),
    }
    if kind in ("one_choice", "several_choices"):
        values = draw(keys(1, 4))
        found["options"] = [
            {"value": value, "label": draw(WORDS), "sub": draw(MAYBE)} for value in values
        ]
        earlier = {**earlier}
    if kind == "several_choices":
        found["at_most"] = draw(st.one_of(st.none(), st.integers(1, 4)))
    if kind == "scale":
        found |= {"minimum": 1, "maximum": draw(st.integers(2, 9)), "ends": draw(ends())}
    if earlier and draw(st.booleans()):
        other = draw(st.sampled_from(sorted(earlier)))
        chosen = st.lists(st.sampled_from(earlier[other]), min_size=1, unique=True)
        found["show_if"] = {other: draw(chosen)}
    return found


def ends() -> st.SearchStrategy[list[str]]:
    return st.tuples(WORDS, WORDS).map(list)


@st.composite
def forms(draw: st.DrawFn) -> dict[str, Any]:
    names = draw(keys(2, 6))
    asked: list[dict[str, Any]] = []
    earlier: dict[str, list[str]] = {}
    for key in names[:-1]:
        asked.append(draw(questions(key, earlier)))
        if asked[-1].get("options"):
            earlier[key] = [option["value"] for option in asked[-1]["options"]]
    asked.append({"key": names[-1], "kind": "email", "label": draw(WORDS), "role": "address"})
    cut = draw(st.integers(1, len(asked)))
    steps = [part for part in (asked[:cut], asked[cut:]) if part]
    return {
        "start": {
            "title": draw(WORDS),
            "text": draw(TEXTS),
            "minutes": draw(st.integers(1, 60)),
            "who_reads": draw(TEXTS),
            "data": draw(TEXTS),
            "quote": draw(MAYBE),
        },
        "steps": [
            {"key": f"step{n}", "title": draw(WORDS), "lede": draw(MAYBE), "questions": part}
            for n, part in enumerate(steps)
        ],
        "consents": [
            {"key": key, "text": draw(TEXTS), "required": draw(st.booleans())}
            for key in draw(keys(1, 2))
        ],
    }


@st.composite
def plans(draw: st.DrawFn, most: int) -> dict[str, Any]:
    sheet = st.fixed_dictionaries(
        {}, optional=dict.fromkeys(("personal_means", "felt_how", "data", "stop_if"), TEXTS)
    )
    return {
        "strategy": draw(sheet),
        "hypothesis": draw(TEXTS),
        "measure": draw(
            st.one_of(
                st.sampled_from(["answered", "took_set", "would_pay"]).map(lambda k: {"kind": k}),
                st.integers(1, most).map(lambda k: {"kind": "kept_at_least", "k": k}),
            )
        ),
        "baseline": draw(MAYBE),
        "target": draw(st.floats(0.01, 0.99)),
        "least_n": draw(st.integers(1, 500)),
        "planned_n": draw(st.integers(1, 5000)),
        "window_days": draw(st.integers(1, 365)),
        "ends": draw(st.one_of(st.none(), st.dates(date(2025, 1, 1)).map(date.isoformat))),
    }


@st.composite
def promises(draw: st.DrawFn) -> dict[str, Any]:
    found: dict[str, Any] = {
        "hours": draw(st.floats(0.25, 500)),
        "time_zone": draw(st.sampled_from(["UTC", "Europe/London", "America/New_York"])),
    }
    if draw(st.booleans()):
        opens, closes = sorted(draw(st.lists(TIMES, min_size=2, max_size=2, unique=True)))
        days = st.lists(st.sampled_from(["mon", "tue", "fri", "sun"]), min_size=1, unique=True)
        found["working"] = {
            "days": draw(days),
            "opens": opens.isoformat(),
            "closes": closes.isoformat(),
        }
    return found


RELEASES = st.one_of(
    st.just({"when": "at_promise"}),
    st.integers(1, 900).map(lambda n: {"when": "after_minutes", "minutes": n}),
    TIMES.map(lambda at: {"when": "daily_at", "at": time.isoformat(at)}),
)


@st.composite
def closing_questions(draw: st.DrawFn, most: int, least: int = 0) -> list[dict[str, Any]]:
    found = []
    for key in draw(keys(least, most)):
        kind = draw(st.sampled_from(["scale", "text", "choice"]))
        one = {"key": key, "kind": kind, "label": draw(WORDS), "required": draw(st.booleans())}
        if kind == "choice":
            one["options"] = draw(codes(1))
        found.append(one)
    return found


@st.composite
def pilots(draw: st.DrawFn) -> PilotDefinition:
    """Make a valid definition in which any part of the file may turn up."""
    roles = draw(keys(1, 3))
    slots = [
        {
            "role": role,
            "name": draw(WORDS),
            "count": draw(st.integers(1, 4)),
            "only": draw(st.dictionaries(KEYS, st.lists(VALUES, min_size=1), max_size=2)),
            "check": draw(st.sampled_from(["block", "warn"])),
        }
        for role in roles
    ]
    form = draw(forms())
    offered = {
        question["key"]: [option["value"] for option in question["options"]]
        for step in form["steps"]
        for question in step["questions"]
        if question.get("options")
    }
    arms = draw(
        st.dictionaries(
            st.sampled_from(["hand", "segment", "generic"]),
            st.floats(0.5, 100),
            min_size=1,
        )
    )
    reasons = {"slot": st.sampled_from(roles), "reason": TEXTS}
    rule = st.fixed_dictionaries(
        {
            "when": st.just({})
            if not offered
            else st.sampled_from(sorted(offered)).flatmap(
                lambda key: st.fixed_dictionaries(
                    {key: st.one_of(st.sampled_from(offered[key]), st.just(offered[key]))}
                )
            ),
            "pick": st.one_of(
                st.fixed_dictionaries({"item": NAMES, **reasons}),
                st.fixed_dictionaries({"tag": NAMES, **reasons}),
            ),
        }
    )
    house = st.fixed_dictionaries({"item": NAMES, **reasons})
    verdicts = [
        {
            "key": key,
            "label": draw(WORDS),
            "kept": n == 0,
            "reply": draw(MAYBE),
            "reasons": draw(codes()),
        }
        for n, key in enumerate(draw(keys(2, 4)))
    ]
    several = len(arms) > 1
    disclosure = draw(
        st.sampled_from(["neutral", "revealed", *(["named"] if set(arms) == {"hand"} else [])])
    )
    return PilotDefinition.model_validate(
        {
            "pilot": draw(st.from_regex(r"[a-z][a-z0-9]{0,12}", fullmatch=True)),
            "name": draw(NAMES),
            "brand": {"name": draw(NAMES), "wordmark": draw(NAMES), "voice": draw(MAYBE)},
            "disclosure": disclosure,
            "debrief": draw(TEXTS) if disclosure == "revealed" else "",
            "contact": draw(NAMES),
            "controller": draw(WORDS),
            "retention_days": draw(st.integers(1, 3650)),
            "plan": draw(plans(sum(slot["count"] for slot in slots))),
            "promise": draw(promises()),
            "release": draw(
                RELEASES if several else st.one_of(RELEASES, st.just({"when": "at_once"}))
            ),
            "caps": draw(
                st.fixed_dictionaries(
                    {},
                    optional={n: st.integers(1, 99) for n in ("open_briefs", "per_day", "in_all")},
                )
            ),
            "cadence": draw(st.sampled_from(["once", "weekly", "monthly"])),
            "form": form,
            "slots": slots,
            "arms": arms,
            "letter": draw(TEXTS) if several else draw(MAYBE),
            "house": draw(st.lists(house, min_size=int("generic" in arms), max_size=3)),
            "rules": draw(st.lists(rule, min_size=int("segment" in arms), max_size=3)),
            "verdicts": verdicts,
            "closing": draw(closing_questions(2)),
            "reason_codes": draw(codes()),
            "could_rules": draw(codes()),
            "pick_fields": [
                {
                    "key": key,
                    "label": draw(WORDS),
                    "kind": draw(st.sampled_from(["money", "number", "text"])),
                    "required": draw(st.booleans()),
                    "attribute": draw(st.one_of(st.none(), WORDS)),
                }
                for key in draw(keys(0, 2))
            ],
            "follow_ups": [
                {
                    "key": key,
                    "days": draw(st.integers(1, 365)),
                    "title": draw(WORDS),
                    "text": draw(TEXTS),
                    "questions": draw(closing_questions(2, 1)),
                }
                for key in draw(keys(0, 2))
            ],
            "cards": {"facts": draw(st.lists(WORDS, max_size=2)), "noun": draw(NAMES)},
        }
    )
