"""An empty pilot: what the builder begins with, sound but for the words only its team can write."""

from app.pilots.definition import PilotDefinition
from app.pilots.draft_document import Document, put

UNWRITTEN = "To be written."


def starter(slug: str, name: str) -> PilotDefinition:
    """Return the version 1 of a pilot built from nothing; it cannot go live as it is."""
    return PilotDefinition.model_validate(
        {
            "pilot": slug,
            "name": name,
            "brand": {"name": name, "wordmark": name},
            "contact": UNWRITTEN,
            "controller": UNWRITTEN,
            "plan": {
                "hypothesis": UNWRITTEN,
                "measure": {"kind": "answered"},
                "target": 0.5,
                "least_n": 10,
                "planned_n": 30,
            },
            "promise": {"hours": 24},
            "release": {"when": "at_promise"},
            "form": _FORM,
            "slots": [{"role": "core", "name": "Sure thing", "count": 3}],
            "arms": {"hand": 1},
            "verdicts": [
                {"key": "keep", "label": "Yes, please", "icon": "heart", "kept": True},
                {"key": "no", "label": "Not for me", "icon": "x"},
            ],
        }
    )


def first_draft(definition: PilotDefinition) -> Document:
    """Return the starter as working copy, with what is unwritten left open."""
    document = definition.as_document()
    for path in _UNWRITTEN:
        put(document, path, None)
    return document


def is_unwritten(definition: PilotDefinition) -> bool:
    """Tell whether a definition still is the starter's."""
    return definition.plan.hypothesis == UNWRITTEN


_UNWRITTEN: tuple[tuple[str | int, ...], ...] = (
    ("contact",),
    ("controller",),
    ("plan", "hypothesis"),
    ("plan", "target"),
    ("form", "start", "title"),
    ("form", "start", "text"),
    ("form", "start", "who_reads"),
    ("form", "start", "data"),
)
_FORM = {
    "start": {
        "title": UNWRITTEN,
        "text": UNWRITTEN,
        "minutes": 2,
        "who_reads": UNWRITTEN,
        "data": UNWRITTEN,
    },
    "steps": [
        {
            "key": "wish",
            "title": "What are you looking for?",
            "questions": [
                {
                    "key": "wish",
                    "kind": "long_text",
                    "label": "What are you hoping for?",
                    "role": "wish",
                },
            ],
        },
        {
            "key": "you",
            "title": "Where should the answer go?",
            "questions": [
                {
                    "key": "email",
                    "kind": "email",
                    "label": "Your e-mail address",
                    "role": "address",
                },
            ],
        },
    ],
    "consents": [
        {"key": "process", "text": "You may read my answers to choose for me.", "required": True},
    ],
}
