"""The log: `append` inside a write block, `note_read` outside one; every move of a brief."""

from app.log.actors import SYSTEM, Actor
from app.log.events import append, keep_words, note_read
from app.log.moves import move
from app.log.selections import Effort, PickDraft, SelectionDraft, record_selection

__all__ = [
    "SYSTEM",
    "Actor",
    "Effort",
    "PickDraft",
    "SelectionDraft",
    "append",
    "keep_words",
    "move",
    "note_read",
    "record_selection",
]
