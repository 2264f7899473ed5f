"""The start page, a new draft, and the way back to an old one."""

from flask import Response, make_response, render_template, request, url_for

from app.clock import now
from app.exceptions import NotFound
from app.extensions import limiter
from app.intake import grants, links, pages
from app.intake.customer_pages import intake, own_draft, place_in
from app.intake.forms import StartForm
from app.intake.guest_views import guest_here, reason_shut, shut_page
from app.intake.services import draft, open_draft_among, start_draft
from app.pilots.info import PilotInfo
from app.web.audience import Who, audience
from app.web.current import find_member, pilot
from app.web.htmx import go_to


@intake.get("/p/<slug>")
@audience(Who.PUBLIC)
def index(slug: str) -> Response:
    """Show what the service is, how long it takes, who reads it and when the answer comes."""
    info = pilot()
    test = request.args.get("test", "")
    arm = links.read_test_token(test, slug) if test else None
    is_unreal = arm is not None or _previews(info)
    shut = None if is_unreal and _may_begin(info, is_test=True) else _why_shut(info)
    unfinished = open_draft_among(info.id, grants.list_grants())
    if shut is not None:
        carry_on = place_in(slug, draft(unfinished)) if unfinished and shut == "full" else None
        return shut_page(info, shut, carry_on=carry_on)
    form = StartForm(data={"test": test})
    return _start_page(info, form, unfinished=unfinished, is_test=bool(arm) or _previews(info))


@intake.post("/p/<slug>")
@audience(Who.PUBLIC)
@limiter.limit("60/minute")
def begin(slug: str) -> Response:
    """Begin a draft and lead to its first step."""
    info = pilot()
    test = request.form.get("test", "")
    arm = links.read_test_token(test, slug) if test else None
    is_unreal = arm is not None or _previews(info)
    shut = None if is_unreal and _may_begin(info, is_test=True) else _why_shut(info)
    if shut is not None:
        return shut_page(info, shut)
    public_id = start_draft(info, is_test=is_unreal, force_arm=arm, guest=guest_here(slug))
    grants.add_grant(public_id, "draft", 1)
    return go_to(place_in(slug, draft(public_id)))


@intake.get("/p/<slug>/b/<public_id>")
@audience(Who.CUSTOMER)
def resume(slug: str, public_id: str) -> Response:
    """Lead back to where a draft stopped; a mailed link ends up here after `/d/<token>`."""
    return go_to(place_in(slug, own_draft(slug, public_id)))


def _previews(info: PilotInfo) -> bool:
    member = find_member()
    return info.status == "draft" and member is not None and member.belongs_to(info.id)


def _may_begin(info: PilotInfo, *, is_test: bool) -> bool:
    return info.status == "live" or (is_test and info.status != "closed")


def _why_shut(info: PilotInfo) -> str | None:
    if info.status == "draft":
        raise NotFound("There is no such service here.")
    return reason_shut(info)


def _start_page(
    info: PilotInfo, form: StartForm, *, unfinished: str | None, is_test: bool
) -> Response:
    definition = info.definition
    carry_on = place_in(info.slug, draft(unfinished)) if unfinished else None
    return make_response(
        render_template(
            "intake/start.html",
            form=form,
            definition=definition,
            start=definition.form.start,
            home_href=url_for("intake.index", slug=info.slug),
            carry_on=carry_on,
            is_test=is_test,
            guest=guest_here(info.slug),
            side=pages.side(definition, now()),
            **pages.look(definition),
        )
    )
