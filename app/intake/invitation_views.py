"""Invite customers on screen: the list with how far each came, and the file with its dry run."""

import io
from contextlib import AbstractContextManager
from typing import BinaryIO

from flask import Response, flash, make_response, render_template, request, url_for

from app.catalogue.uploads import drop_upload, keep_upload, open_upload
from app.exceptions import Conflict, Invalid
from app.intake.customer_pages import intake
from app.intake.forms import SENDING, InvitationsForm, SendingForm
from app.intake.services import (
    InviteReport,
    Mailing,
    count_invited,
    count_waiting,
    import_invitations,
    list_invited,
    send_unsent,
)
from app.lifecycle import Role
from app.web.audience import Who, audience
from app.web.current import member, pilot
from app.web.filters import plural
from app.web.htmx import go_to

LIST = "/pilots/<slug>/invitations"


@intake.get(LIST)
@audience(Who.OWNER, Who.ANALYST)
def invitations(slug: str) -> Response:
    """Show who was invited and how far each came; to an analyst, the counts alone."""
    del slug  # the gate has found the pilot
    here = pilot()
    names_shown = member().holds(here.id, Role.OWNER)
    page = request.args.get("page", 1, type=lambda text: min(int(text), 100_000))
    html = render_template(
        "intake/invitations.html",
        pilot=here,
        counts=count_invited(here.id),
        waiting=count_waiting(here.id),
        invited=list_invited(here.id, page=page) if names_shown else None,
        names_shown=names_shown,
        form=SendingForm(formdata=None),
        zone=here.definition.promise.time_zone,
    )
    return make_response(html)


@intake.post(f"{LIST}/send")
@audience(Who.OWNER)
def send_invitations(slug: str) -> Response:
    """Mail everybody on the list who was sent nothing yet."""
    try:
        sent = send_unsent(pilot(), actor=member().actor)
    except Conflict as refused:
        flash(refused.message, "warn")
    else:
        flash(f"{plural(sent, 'invitation is', 'invitations are')} on the way.", "ok")
    return go_to(url_for("intake.invitations", slug=slug))


@intake.get(f"{LIST}/import")
@audience(Who.OWNER)
def new_invitations(slug: str) -> Response:
    """Offer to upload or paste a list of people."""
    return _upload_page(slug, InvitationsForm(formdata=None))


@intake.post(f"{LIST}/import")
@audience(Who.OWNER)
def upload_invitations(slug: str) -> Response:
    """Keep the file aside and lead to its dry run."""
    form = InvitationsForm()
    if not form.validate_on_submit():
        return _upload_page(slug, form, status=422)
    source, name = _sent(form)
    try:
        _dry_run(source, name, Mailing(sends=False))
    except Invalid as refused:
        field = form.file if form.file.data else form.pasted
        field.errors = [*field.errors, refused.message]
        return _upload_page(slug, form, status=422)
    source.seek(0)
    token = keep_upload(source, name=name, pilot_id=pilot().id, staff_id=member().id)
    return go_to(url_for("intake.check_invitations", slug=slug, token=token))


def _sent(form: InvitationsForm) -> tuple[BinaryIO, str]:
    if form.file.data:
        return form.file.data.stream, form.file.data.filename or "list"
    return io.BytesIO((form.pasted.data or "").encode()), "pasted list"


def _dry_run(source: BinaryIO, name: str, mailing: Mailing) -> InviteReport:
    return import_invitations(
        pilot(), source, name=name, actor=member().actor, dry_run=True, mailing=mailing
    )


@intake.get(f"{LIST}/import/<token>")
@audience(Who.OWNER)
def check_invitations(slug: str, token: str) -> Response:
    """Show what the import would do; nothing is written."""
    can_send = pilot().status == "live"
    form = SendingForm(formdata=None, data={"sending": "now" if can_send else "later"})
    return _check_page(slug, token, form)


@intake.post(f"{LIST}/import/<token>")
@audience(Who.OWNER)
def confirm_invitations(slug: str, token: str) -> Response:
    """Import the file that was looked at, and send what was asked for."""
    form = SendingForm()
    if not form.validate_on_submit():
        return _check_page(slug, token, form, status=422)
    try:
        mailing = form.mailing(pilot().definition.promise.zone)
        with _opened(token) as (source, name):
            report = import_invitations(
                pilot(), source, name=name, actor=member().actor, mailing=mailing
            )
    except Invalid as refused:
        form.sending.errors = [refused.message]
        return _check_page(slug, token, form, status=422)
    drop_upload(token)
    told = ", ".join(f"{count:,} {word}" for word, count in report.counts.items() if count)
    mails = plural(report.mails, "invitation goes", "invitations go")
    flash(f"The list is imported: {told}. {mails} out.", "ok")
    return go_to(url_for("intake.invitations", slug=slug))


def _opened(token: str) -> AbstractContextManager[tuple[BinaryIO, str]]:
    return open_upload(token, pilot_id=pilot().id, staff_id=member().id)


def _check_page(slug: str, token: str, form: SendingForm, status: int = 200) -> Response:
    sends = pilot().status == "live"
    with _opened(token) as (source, name):
        report = _dry_run(source, name, Mailing(sends=sends))
    page = render_template(
        "intake/invitations_check.html",
        slug=slug,
        token=token,
        name=name,
        report=report,
        form=form,
        can_send=sends,
        sending_words=SENDING,
        zone=pilot().definition.promise.time_zone,
    )
    return make_response(page, status)


def _upload_page(slug: str, form: InvitationsForm, status: int = 200) -> Response:
    return make_response(
        render_template("intake/invitations_new.html", slug=slug, form=form), status
    )
