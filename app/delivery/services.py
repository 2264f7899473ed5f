"""The delivery's public services, as other parts call them."""

from app.delivery.outcomes import (
    answer_closing,
    follow_call,
    give_verdict,
    note_opened,
    take_set,
    withdraw,
)
from app.delivery.page import DeliveryPage, PagePick, delivery_page, preview_page
from app.delivery.progress import Progress, Stage, progress_of, send_link_again
from app.delivery.releasing import close_due, release_due, release_early

__all__ = [
    "DeliveryPage",
    "PagePick",
    "Progress",
    "Stage",
    "answer_closing",
    "close_due",
    "delivery_page",
    "follow_call",
    "give_verdict",
    "note_opened",
    "preview_page",
    "progress_of",
    "release_due",
    "release_early",
    "send_link_again",
    "take_set",
    "withdraw",
]
