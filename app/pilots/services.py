"""The pilots' public services, as other parts call them."""

from app.pilots.creating import clone_pilot
from app.pilots.going_live import STATUS_MOVES, go_live, readiness_of, set_status
from app.pilots.publishing import export_pilot, import_pilot
from app.pilots.reading import (
    PilotCounts,
    count_briefs,
    definition_of,
    find_pilot,
    form_of,
    get_pilot,
    list_pilots,
    pilot_by_id,
    pilot_key,
)

__all__ = [
    "STATUS_MOVES",
    "PilotCounts",
    "clone_pilot",
    "count_briefs",
    "definition_of",
    "export_pilot",
    "find_pilot",
    "form_of",
    "get_pilot",
    "go_live",
    "import_pilot",
    "list_pilots",
    "pilot_by_id",
    "pilot_key",
    "readiness_of",
    "set_status",
]
