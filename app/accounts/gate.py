"""The gate before every view: who is here, which pilot it is about, may they pass."""

from typing import Any

from flask import Flask, current_app, g, request, session

from app.accounts.navigation import install_navigation
from app.accounts.services import find_session, pilot_of_brief
from app.exceptions import NotFound
from app.pilots.info import PilotInfo
from app.pilots.services import find_pilot, pilot_by_id
from app.web.audience import audience_of
from app.web.current import Member
from app.web.permission import OPEN_TO_ALL, refusal

SESSION_KEY = "staff"
NO_SESSION = ("/static/", "/pictures/", "/healthz", "/readyz")


def install_gate(app: Flask) -> None:
    """Check each request's audience before its view runs."""
    app.before_request(_check)
    install_navigation(app)


def _check() -> None:
    if request.endpoint is None:
        return
    audience = audience_of(current_app, request.endpoint)
    g.member = None if request.path.startswith(NO_SESSION) else _who_is_here()
    error = refusal(audience, g.member, None)
    is_open = bool(OPEN_TO_ALL & audience)
    if error is not None and g.member is None:
        raise error
    pilot = _pilot_of(request.view_args or {})
    if pilot is not None:
        g.pilot = pilot
        error = refusal(audience, g.member, pilot.id)
    if error is not None and not is_open:
        raise error


def _who_is_here() -> Member | None:
    held = session.get(SESSION_KEY)
    match held:
        case [int(session_id), str(secret)]:
            found = find_session(session_id, secret)
        case _:
            found = None
    if found is None and held is not None:
        session.pop(SESSION_KEY, None)
    return found


def _pilot_of(view_args: dict[str, Any]) -> PilotInfo | None:
    if "slug" in view_args:
        found = find_pilot(view_args["slug"])
        if found is None:
            raise NotFound("There is no such pilot, or it is not yours to see.")
        return found
    if "brief_id" in view_args:
        pilot_id = pilot_of_brief(view_args["brief_id"])
        if pilot_id is None:
            raise NotFound("There is no such brief, or it is not yours to see.")
        return pilot_by_id(pilot_id)
    return None
