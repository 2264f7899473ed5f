"""The delivery's public services, as other parts call them."""

from app.delivery.afterwards import Afterwards, afterwards, require_next_round
from app.delivery.outcomes import (
    answer_closing,
    answer_follow_up,
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
    "Afterwards",
    "DeliveryPage",
    "PagePick",
    "Progress",
    "Stage",
    "afterwards",
    "answer_closing",
    "answer_follow_up",
    "close_due",
    "delivery_page",
    "follow_call",
    "give_verdict",
    "note_opened",
    "preview_page",
    "progress_of",
    "release_due",
    "release_early",
    "require_next_round",
    "send_link_again",
    "take_set",
    "withdraw",
]
