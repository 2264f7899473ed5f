"""Sign-in, sign-out and one's own account."""

from flask import flash, redirect, render_template, request, session, url_for
from werkzeug.wrappers import Response as BaseResponse

from app.accounts.blueprint import accounts
from app.accounts.forms import PasswordForm, ProfileForm, SignInForm
from app.accounts.gate import SESSION_KEY
from app.accounts.services import (
    SignedIn,
    change_password,
    change_profile,
    end_session,
    open_sessions,
    sign_in,
    sign_out,
)
from app.exceptions import Invalid, TooMany
from app.extensions import limiter
from app.web.audience import Who, audience
from app.web.current import find_member, member
from app.web.htmx import go_to
from app.web.site import is_internal

Answer = BaseResponse | str | tuple[str, int]


@accounts.get("/login", endpoint="sign_in")
@audience(Who.PUBLIC)
def show_sign_in() -> Answer:
    """Ask for address and password, or move on when somebody is signed in."""
    wanted = _inside(request.args.get("next", ""))
    if find_member() is not None:
        return redirect(wanted)
    return render_template("accounts/sign_in.html", form=SignInForm(next=wanted))


@accounts.post("/login")
@audience(Who.PUBLIC)
@limiter.limit("120 per 15 minutes")
def enter() -> Answer:
    """Open a session, or say that address and password do not belong together."""
    form = SignInForm()
    if not form.validate_on_submit():
        return render_template("accounts/sign_in.html", form=form), 422
    try:
        opened = sign_in(form.email.data or "", form.password.data or "")
    except (Invalid, TooMany) as error:
        form.form_errors.append(error.message)
        status = 429 if isinstance(error, TooMany) else 422
        return render_template("accounts/sign_in.html", form=form), status
    begin_session(opened)
    return go_to(_inside(form.next.data or ""))


def begin_session(opened: SignedIn) -> None:
    """Let this browser hold a session just opened, in place of the one it held."""
    former = find_member()
    if former is not None:
        sign_out(former.session_id)
    session.pop("csrf_token", None)
    session[SESSION_KEY] = [opened.session_id, opened.secret]


@accounts.post("/logout")
@audience(Who.PUBLIC)
def leave() -> BaseResponse:
    """End the session for good."""
    found = find_member()
    session.pop(SESSION_KEY, None)
    session.pop("csrf_token", None)
    if found is not None:
        sign_out(found.session_id)
    return go_to(url_for("accounts.sign_in"))


@accounts.get("/account")
@audience(Who.SIGNED_IN)
def account() -> Answer:
    """Show one's own name, shortcuts, password and sessions."""
    me = member()
    return _account_page(ProfileForm(name=me.name, keys_on=me.keys_on), PasswordForm())


@accounts.post("/account")
@audience(Who.SIGNED_IN)
def save_account() -> Answer:
    """Save name and shortcuts."""
    form = ProfileForm()
    if not form.validate_on_submit():
        return _account_page(form, PasswordForm(formdata=None)), 422
    change_profile(member().id, name=form.name.data or "", keys_on=form.keys_on.data)
    flash("Saved.", "ok")
    return go_to(url_for("accounts.account"))


@accounts.post("/account/password")
@audience(Who.SIGNED_IN)
def save_password() -> Answer:
    """Change one's password and end one's other sessions."""
    form, me = PasswordForm(), member()
    if form.validate_on_submit():
        try:
            change_password(
                me.id,
                form.old.data or "",
                form.password.data or "",
                session_id=me.session_id,
            )
        except Invalid as error:
            form[error.field or "old"].errors = [error.message]
        else:
            flash("Your password is changed. Your other sessions have ended.", "ok")
            return go_to(url_for("accounts.account"))
    profile = ProfileForm(formdata=None, name=me.name, keys_on=me.keys_on)
    return _account_page(profile, form), 422


@accounts.post("/account/sessions/<int(max=9223372036854775807):session_id>/end")
@audience(Who.SIGNED_IN)
def end_one_session(session_id: int) -> BaseResponse:
    """End one of one's own sessions."""
    end_session(session_id, of_staff=member().id)
    flash("The session has ended.", "ok")
    return go_to(url_for("accounts.account"))


def _account_page(profile: ProfileForm, password: PasswordForm) -> str:
    return render_template(
        "accounts/account.html",
        profile=profile,
        password=password,
        sessions=open_sessions(member().id),
        me=member(),
    )


def _inside(address: str) -> str:
    return address if address and is_internal(address) else url_for("site.front")
