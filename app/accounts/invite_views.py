"""Invite somebody to a pilot's team, and the page an invitation leads to."""

from flask import current_app, flash, make_response, render_template, url_for
from werkzeug.wrappers import Response as BaseResponse

from app.accounts.blueprint import accounts
from app.accounts.forms import ROLE_WORDS, InviteForm, JoinForm
from app.accounts.services import (
    Offer,
    invite_staff,
    join_as,
    join_as_new,
    open_offer,
    revoke_invite,
    sign_in,
)
from app.accounts.sign_in_views import begin_session
from app.accounts.team_views import team_page
from app.exceptions import Conflict, Invalid, TooMany
from app.extensions import limiter
from app.lifecycle import Role
from app.web.audience import Who, audience
from app.web.current import find_member, member, pilot
from app.web.htmx import go_to

Answer = BaseResponse | str | tuple[str, int]


@accounts.post("/pilots/<slug>/team/invite")
@audience(Who.OWNER)
@limiter.limit("60 per hour")
def invite(slug: str) -> Answer:
    """Invite somebody by mail, or show a link to hand over, this once."""
    form = InviteForm()
    if not form.validate_on_submit():
        return team_page(invite=form), 422
    email = (form.email.data or "").strip()
    roles = [Role(role) for role in form.roles.data or ()]
    try:
        token = invite_staff(pilot().id, roles, email=email or None, actor=member().actor)
    except (Invalid, TooMany) as error:
        form[error.field or "email"].errors = [error.message]
        return team_page(invite=form), 422
    if email:
        flash(f"The invitation to {email} is on its way.", "ok")
        return go_to(url_for("accounts.team", slug=slug))
    return team_page(link=_join_address(token))


def _join_address(token: str) -> str:
    base: str = current_app.config["BACKROOM"].base_url
    return base + url_for("accounts.join", token=token)


@accounts.post("/pilots/<slug>/team/invites/<int(max=9223372036854775807):invite_id>/revoke")
@audience(Who.OWNER)
def revoke_one(slug: str, invite_id: int) -> Answer:
    """End an open invitation."""
    try:
        revoke_invite(pilot().id, invite_id, actor=member().actor)
    except Conflict as error:
        flash(error.message, "warn")
    else:
        flash("The invitation has ended. Its link opens nothing any more.", "ok")
    return go_to(url_for("accounts.team", slug=slug))


@accounts.get("/join/<token>")
@audience(Who.PUBLIC)
@limiter.limit("60 per minute")
def join(token: str) -> Answer:
    """Show who invites to what; nothing happens before the button is pressed."""
    offer = open_offer(token)
    return _join_page(token, offer, JoinForm(formdata=None, data={"email": offer.email}))


@accounts.post("/join/<token>")
@audience(Who.PUBLIC)
@limiter.limit("30 per 15 minutes")
def accept(token: str) -> Answer:
    """Make the account, or add the roles to whoever is signed in."""
    me = find_member()
    if me is not None:
        offer = join_as(token, me.id)
        flash(f"{offer.pilot_name} is among your pilots now.", "ok")
        return go_to(url_for("site.front"))
    offer = open_offer(token)
    form = JoinForm()
    if offer.email:
        form.email.data = offer.email
    if not form.validate_on_submit():
        return _join_page(token, offer, form, status=422)
    email, password = form.email.data or "", form.password.data or ""
    try:
        join_as_new(token, name=form.name.data or "", email=email, password=password)
    except (Conflict, Invalid) as error:
        form[error.field or "email"].errors = [error.message]
        return _join_page(token, offer, form, status=422)
    begin_session(sign_in(email, password))
    flash(f"Welcome. {offer.pilot_name} is your pilot now.", "ok")
    return go_to(url_for("site.front"))


def _join_page(token: str, offer: Offer, form: JoinForm, status: int = 200) -> BaseResponse:
    page = render_template(
        "accounts/join.html",
        token=token,
        offer=offer,
        form=form,
        me=find_member(),
        role_words=ROLE_WORDS,
    )
    return make_response(page, status)
