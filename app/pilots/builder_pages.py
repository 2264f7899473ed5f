"""One page of the builder: its fields, its address, its rows' buttons (pure)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from app.pilots.builder_buttons import NEW_QUESTION, NEW_STEP, lists_of
from app.pilots.builder_fields import Field
from app.pilots.builder_form import Place, find_place
from app.pilots.builder_sections import Block, Section
from app.pilots.builder_words import find_section
from app.pilots.draft_document import Document, Path, value_at
from app.pilots.draft_problems import DraftProblem

FORM_LISTS: Mapping[str, Mapping[str, Any]] = {
    "form.steps": NEW_STEP,
    "form.steps.0.questions": NEW_QUESTION,
}


@dataclass(frozen=True, slots=True)
class EditorPage:
    """One page of the builder."""

    section: str
    place: str
    title: str
    lede: str
    address: str
    base: Path
    blocks: tuple[Block, ...]
    preview: str = ""

    @property
    def fields(self) -> tuple[Field, ...]:
        """Return the fields of all blocks in order."""
        return tuple(each for block in self.blocks for each in block.fields)

    @property
    def lists(self) -> dict[str, Mapping[str, Any]]:
        """Return the lists whose rows this page's buttons change."""
        own = lists_of(self.fields, self.base)
        return {**own, **FORM_LISTS} if self.section == "form" else own

    def is_about(self, problem: DraftProblem) -> bool:
        """Tell whether a problem is mended on this page."""
        here = problem.section == self.section
        return here and (problem.place == self.place or (self.section == "form" and not self.place))


def section_page(slug: str, key: str) -> EditorPage | None:
    """Return the page of a section, or None."""
    section = find_section(key)
    if section is None or not section.blocks:
        return None
    address = f"/pilots/{slug}/setup/{key}"
    return EditorPage(key, "", section.title, section.lede, address, (), section.blocks)


def form_page(slug: str, section: Section) -> EditorPage:
    """Return the overview of the form."""
    address = f"/pilots/{slug}/form"
    preview = f"{address}/preview"
    return EditorPage("form", "", section.title, section.lede, address, (), (), preview)


def place_page(slug: str, document: Document, key: str) -> EditorPage | None:
    """Return a page of the form editor, or None."""
    place = find_place(document, key)
    if place is None:
        return None
    address = f"/pilots/{slug}/form/{key}"
    preview = f"/pilots/{slug}/form/preview{_preview_of(place, document)}"
    return EditorPage("form", key, place.title, "", address, place.base, place.blocks, preview)


def _preview_of(place: Place, document: Document) -> str:
    if place.step is None:
        return ""
    key = value_at(document, ("form", "steps", place.step, "key"))
    return f"/{key}" if key else ""


def problem_address(slug: str, problem: DraftProblem) -> str:
    """Return where a problem is mended, down to its field."""
    if problem.section == "form":
        page = f"/pilots/{slug}/form" + (f"/{problem.place}" if problem.place else "")
        return f"{page}#f-{problem.path.replace('.', '-')}" if problem.place else page
    return f"/pilots/{slug}/setup/{problem.section}#f-{problem.path.replace('.', '-')}"
