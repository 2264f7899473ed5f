"""The console's public services, as other parts call them."""

from app.console.sending import just_sent, pass_over, send, undo
from app.console.tray import TrayChange, change_tray
from app.console.writing_down import Reason, write_letter, write_reason

__all__ = [
    "Reason",
    "TrayChange",
    "change_tray",
    "just_sent",
    "pass_over",
    "send",
    "undo",
    "write_letter",
    "write_reason",
]
