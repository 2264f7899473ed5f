"""Views of the intake; each module adds its routes to the one blueprint."""

from app.intake import check_views, start_views, step_views
from app.intake.customer_pages import intake

__all__ = ["check_views", "intake", "start_views", "step_views"]
