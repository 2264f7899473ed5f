"""The builder's pages: each a plain form that is kept as it is typed."""

from collections.abc import Mapping, Sequence
from typing import Any

from flask import Response, make_response, render_template, request, url_for

from app.catalogue.services import item_by_key
from app.exceptions import NotFound, StaleVersion
from app.pilots.blueprint import pilots
from app.pilots.builder_buttons import Button, read_button
from app.pilots.builder_fields import apply_typed
from app.pilots.builder_pages import (
    EditorPage,
    form_page,
    place_page,
    problem_address,
    section_page,
)
from app.pilots.builder_sections import FORM
from app.pilots.builder_shown import Surroundings, show
from app.pilots.cautions import Caution, cautions_of
from app.pilots.draft_document import Document, path_of, value_at
from app.pilots.draft_problems import marks_of, problems_of, sound_definition
from app.pilots.drafting import WorkingCopy, drivers_of, people_of, save_fields, working_copy
from app.pilots.planning import plan_power
from app.web.audience import Who, audience
from app.web.current import member, pilot
from app.web.headers import allow_framing_ours
from app.web.htmx import go_to, wants_fragment

Typed = Mapping[str, Sequence[str]]
SECTION = "<any(plan,promise,slots,arms,answers,look):section>"


@pilots.get(f"/pilots/<slug>/setup/{SECTION}")
@audience(Who.OWNER)
def section(slug: str, section: str) -> Response:
    """Show one section of the working copy."""
    return _answer(_section(slug, section))


@pilots.post(f"/pilots/<slug>/setup/{SECTION}")
@audience(Who.OWNER)
def save_section(slug: str, section: str) -> Response:
    """Keep what was typed in one section."""
    return _save(_section(slug, section))


@pilots.get("/pilots/<slug>/form")
@audience(Who.OWNER)
def form(slug: str) -> Response:
    """Show the form's steps and questions beside a phone."""
    return _answer(form_page(slug, FORM))


@pilots.post("/pilots/<slug>/form")
@audience(Who.OWNER)
def change_form(slug: str) -> Response:
    """Add, move or delete steps and questions."""
    return _save(form_page(slug, FORM))


@pilots.get("/pilots/<slug>/form/<place>")
@audience(Who.OWNER)
def form_place(slug: str, place: str) -> Response:
    """Show the start page, a step, a question or the consents."""
    return _answer(_place(slug, place))


@pilots.post("/pilots/<slug>/form/<place>")
@audience(Who.OWNER)
def save_form_place(slug: str, place: str) -> Response:
    """Keep what was typed on one page of the form editor."""
    return _save(_place(slug, place))


def _section(slug: str, key: str) -> EditorPage:
    page = section_page(slug, key)
    if page is None:
        raise NotFound("The builder has no such section.")
    return page


def _place(slug: str, key: str) -> EditorPage:
    page = place_page(slug, working_copy(pilot()).document, key)
    if page is None:
        raise NotFound("The form has no such page; it may have been deleted or moved.")
    return page


def _save(page: EditorPage) -> Response:
    typed = request.form.to_dict(flat=False)
    pressed = request.form.get("do", "")
    held = working_copy(pilot())
    button = None
    if pressed and not pressed.startswith(("save", "find:")):
        button = read_button(pressed, page.lists, held.frozen_parts)
    try:
        saved = save_fields(
            pilot(),
            page.fields,
            base=page.base,
            typed=typed,
            version=request.form.get("version", -1, type=int),
            actor=member().actor,
            change=button,
        )
    except StaleVersion as stale:
        return _stale(page, typed, stale.theirs)
    if wants_fragment():
        return _answer(page, saved=saved, template="pilots/_saved.html")
    return go_to(_next(page, pressed, button, saved.document))


def _next(page: EditorPage, pressed: str, button: Button | None, document: Document) -> str:
    """Return where a pressed button leads."""
    if pressed.startswith("find:"):
        return url_for("pilots.items", slug=pilot().slug, place=pressed.removeprefix("find:"))
    if button is None:
        return page.address
    row = button.row(document)
    if page.section == "form" and button.verb == "add" and page.place in ("", str(row[2])):
        is_question = "questions" in row
        return f"/pilots/{pilot().slug}/form/{row[2]}" + (f"-{row[-1]}" if is_question else "")
    return f"{page.address}#r-{'-'.join(map(str, row))}"


def _stale(page: EditorPage, typed: Typed, theirs: Mapping[str, object]) -> Response:
    """Show what stands there now beside what was typed."""
    stored = dict(theirs)
    mine = apply_typed(stored, page.fields, base=page.base, typed=typed)
    other = show(page.fields, page.base, Surroundings.of(stored, ()))
    here = show(page.fields, page.base, Surroundings.of(mine, ()))
    told = [
        (field.field.label, field.value or "nothing")
        for field, own in zip(other, here, strict=True)
        if field.value != own.value and not field.rows
    ]
    template = "pilots/_stale.html" if wants_fragment() else "pilots/builder.html"
    return _answer(page, template=template, mine=mine, told=told, status=409)


def _answer(
    page: EditorPage,
    *,
    template: str = "pilots/builder.html",
    saved: WorkingCopy | None = None,
    mine: Document | None = None,
    told: Sequence[tuple[str, str]] = (),
    status: int = 200,
) -> Response:
    copy = saved or working_copy(pilot())
    document = mine or copy.document
    problems = problems_of(document)
    items = _item_titles(document) if page.section == "arms" else {}
    around = Surroundings.of(document, problems, frozen=copy.frozen_parts, items=items)
    values: dict[str, Any] = {
        "page": page,
        "blocks": [(block, show(block.fields, page.base, around)) for block in page.blocks],
        "outline": value_at(document, ("form", "steps")) or [],
        "here": [problem for problem in problems if page.is_about(problem)],
        "told": told,
        "is_stale": status == 409,
        "power": plan_power(document) if page.section == "plan" else None,
        **frame_values(copy, problems, current=page.section),
    }
    values["cautions"] = [
        each
        for each in values["cautions"]
        if each.section == page.section and (not page.place or each.place == page.place)
    ]
    response = make_response(render_template(template, **values), status)
    response.vary.add("HX-Request")
    return allow_framing_ours(response) if page.preview else response


def frame_values(copy: WorkingCopy, problems: Sequence[Any], *, current: str) -> dict[str, Any]:
    """Return what the builder's frame shows on each of its pages."""
    return {
        "pilot": pilot(),
        "copy": copy,
        "problems": problems,
        "marks": marks_of(problems),
        "current": current,
        "cautions": _cautions(copy.document),
        "problem_address": problem_address,
    }


def _cautions(document: Document) -> tuple[Caution, ...]:
    about = pilot()
    definition = sound_definition(document, about.definition)
    return cautions_of(definition, drivers=drivers_of(about.id), people=people_of(about.id))


def _item_titles(document: Document) -> dict[str, str]:
    """Return the titles of the items that house list and rules name."""
    rows = [*(document.get("house") or []), *(document.get("rules") or [])]
    named = {_item_of(row) for row in rows if isinstance(row, dict)} - {""}
    found = {key: item_by_key(pilot().id, key) for key in sorted(named)}
    return {key: card.title for key, card in found.items() if card is not None}


def _item_of(row: dict[str, Any]) -> str:
    return str(row.get("item") or value_at(row, path_of("pick.item")) or "")
