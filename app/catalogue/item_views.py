"""One item of a catalogue: see it, edit it, archive it, give it a picture, add a new one."""

from typing import Any

from flask import Response, flash, make_response, render_template, request, url_for

from app.catalogue.blueprint import catalogue
from app.catalogue.cards import uploaded_name
from app.catalogue.forms import ConfirmForm, ItemForm, PictureForm
from app.catalogue.item_editing import (
    LARGEST_PICTURE,
    ItemWords,
    add_item,
    drop_picture,
    edit_item,
    picture_of,
    set_archived,
    set_picture,
    words_of_item,
)
from app.catalogue.services import get_item, versions_of
from app.exceptions import Invalid
from app.lifecycle import Role
from app.web.audience import Who, audience
from app.web.current import member, pilot
from app.web.htmx import go_to

_ITEM = "/pilots/<slug>/catalogue/<int(max=9223372036854775807):item_id>"
_LARGEST_ID = 2**63


@catalogue.get(_ITEM)
@audience(Who.CURATOR, Who.LEAD, Who.OWNER)
def show(slug: str, item_id: int) -> Response:
    """Show an item with its earlier versions."""
    return _item_page(slug, item_id)


@catalogue.get("/pilots/<slug>/catalogue/new")
@audience(Who.OWNER)
def new_item(slug: str) -> Response:
    """Offer to write an item by hand."""
    return _form_page(slug, ItemForm())


@catalogue.post("/pilots/<slug>/catalogue/new")
@audience(Who.OWNER)
def create_item(slug: str) -> Response:
    """Add an item written by hand."""
    form = ItemForm()
    if not form.validate_on_submit():
        return _form_page(slug, form, status=422)
    try:
        item_id = add_item(pilot().id, form.key.data or "", _words(form), actor=member().actor)
    except Invalid as refused:
        return _refused(slug, form, refused)
    flash("It is in the catalogue.", "ok")
    return go_to(url_for("catalogue.show", slug=slug, item_id=item_id))


@catalogue.get(f"{_ITEM}/edit")
@audience(Who.OWNER)
def edit(slug: str, item_id: int) -> Response:
    """Show an item's words in a form."""
    card = get_item(pilot().id, item_id)
    words = words_of_item(card, picture_of(card.version_id))
    form = ItemForm(data={name: getattr(words, name) for name in ItemWords.__slots__})
    form.version.data = str(card.version_id)
    return _form_page(slug, form, item_id=item_id)


@catalogue.post(f"{_ITEM}/edit")
@audience(Who.OWNER)
def update_item(slug: str, item_id: int) -> Response:
    """Make what was written the item's version in force."""
    form = ItemForm()
    if not form.validate_on_submit():
        return _form_page(slug, form, item_id=item_id, status=422)
    try:
        edit_item(pilot().id, item_id, _words(form), actor=member().actor, version_id=_seen(form))
    except Invalid as refused:
        return _refused(slug, form, refused, item_id=item_id)
    flash("Saved as a new version. What was delivered before stays as it was.", "ok")
    return go_to(url_for("catalogue.show", slug=slug, item_id=item_id))


@catalogue.post(f"{_ITEM}/<any(archive,offer):what>")
@audience(Who.OWNER)
def archive(slug: str, item_id: int, what: str) -> Response:
    """Take an item out of the catalogue, or offer it again."""
    set_archived(pilot().id, item_id, what == "archive", actor=member().actor)
    flash("It is archived." if what == "archive" else "It is offered again.", "ok")
    return go_to(url_for("catalogue.show", slug=slug, item_id=item_id))


@catalogue.post(f"{_ITEM}/picture")
@audience(Who.OWNER)
def upload_picture(slug: str, item_id: int) -> Response:
    """Give an item a picture, or let it be drawn again."""
    form = PictureForm()
    form.validate_on_submit()
    try:
        if request.form.get("drop"):
            drop_picture(pilot().id, item_id, actor=member().actor, version_id=_seen(form))
        elif not form.file.data:
            raise Invalid("Choose a picture first.", field="file")
        else:
            data = form.file.data.stream.read(LARGEST_PICTURE + 1)
            set_picture(pilot().id, item_id, data, actor=member().actor, version_id=_seen(form))
    except Invalid as refused:
        form.file.errors = [refused.message]
        return _item_page(slug, item_id, form=form)
    flash("The picture is changed.", "ok")
    return go_to(url_for("catalogue.show", slug=slug, item_id=item_id))


def _seen(form: Any) -> int:
    seen = form.version.data or ""
    number = int(seen) if seen.isascii() and seen.isdigit() else 0
    return number if number < _LARGEST_ID else 0


def _words(form: ItemForm) -> ItemWords:
    said: dict[str, Any] = {name: form[name].data for name in ItemWords.__slots__}
    return ItemWords(**{name: value for name, value in said.items() if value is not None})


def _item_page(slug: str, item_id: int, *, form: PictureForm | None = None) -> Response:
    card = get_item(pilot().id, item_id)
    picture = form or PictureForm(formdata=None)
    picture.version.data = str(card.version_id)
    page = render_template(
        "catalogue/show.html",
        slug=slug,
        card=card,
        versions=versions_of(item_id),
        cards=pilot().definition.cards,
        zone=pilot().definition.promise.time_zone,
        may_edit=member().holds(pilot().id, Role.OWNER),
        is_uploaded=uploaded_name(picture_of(card.version_id)) is not None,
        picture=picture,
        form=ConfirmForm(formdata=None),
    )
    return make_response(page, 422 if form is not None else 200)


def _refused(
    slug: str, form: ItemForm, refused: Invalid, *, item_id: int | None = None
) -> Response:
    field = form[refused.field or "title"]
    field.errors = [*field.errors, refused.message]
    return _form_page(slug, form, item_id=item_id, status=422)


def _form_page(
    slug: str, form: ItemForm, *, item_id: int | None = None, status: int = 200
) -> Response:
    page = render_template(
        "catalogue/item_form.html",
        slug=slug,
        form=form,
        item_id=item_id,
        cards=pilot().definition.cards,
        currency=pilot().definition.currency,
    )
    return make_response(page, status)
