"""A pilot with the definition in force, as services hand it to views (pure)."""

from dataclasses import dataclass

from app.pilots.definition import PilotDefinition


@dataclass(frozen=True, slots=True)
class PilotInfo:
    """A pilot with the definition that is in force."""

    id: int
    slug: str
    name: str
    status: str
    is_demo: bool
    version_id: int
    version_number: int
    form_id: int
    catalogue_version: int
    definition: PilotDefinition
