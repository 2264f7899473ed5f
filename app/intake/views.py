"""Views of the intake; each module adds its routes to the one blueprint."""

from app.intake import (
    check_views,
    guest_views,
    invitation_views,
    preview_views,
    start_views,
    step_views,
)
from app.intake.customer_pages import intake

__all__ = [
    "check_views",
    "guest_views",
    "intake",
    "invitation_views",
    "preview_views",
    "start_views",
    "step_views",
]
