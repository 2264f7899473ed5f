"""The log: `append` inside a write block, `note_read` outside one; every move of a brief."""

from app.log.actors import SYSTEM, Actor
from app.log.events import append, keep_words, note_read
from app.log.moves import move

__all__ = ["SYSTEM", "Actor", "append", "keep_words", "move", "note_read"]
