"""Pages that belong to nobody: the front door, theme, health."""

from flask import (
    Blueprint,
    Response,
    current_app,
    has_request_context,
    jsonify,
    redirect,
    request,
    url_for,
)
from flask.sansio.blueprints import BlueprintSetupState
from werkzeug.wrappers import Response as BaseResponse

from app.database import is_reachable
from app.outbox.heartbeat import worker_is_alive
from app.web.audience import Who, audience
from app.web.current import find_member
from app.web.htmx import go_to
from app.web.permission import may_open

site = Blueprint("site", __name__)
THEMES = ("auto", "light", "dark")


@site.record_once
def _prepare(state: BlueprintSetupState) -> None:
    state.app.context_processor(_page_values)


def _page_values() -> dict[str, object]:
    chosen = request.cookies.get("theme", "auto") if has_request_context() else "light"
    return {"theme": chosen if chosen in THEMES else "auto"}


@site.get("/")
@audience(Who.PUBLIC)
def front() -> BaseResponse:
    """Lead staff to their queue or their pilots, and everybody else to the sign-in."""
    member = find_member()
    if member is None:
        return redirect(url_for("accounts.sign_in"))
    return redirect("/queue" if may_open(member, "/queue", None) else "/pilots")


@site.post("/theme")
@audience(Who.PUBLIC)
def theme() -> Response:
    """Remember light, dark or the system's choice in this browser."""
    wanted = request.form.get("theme", "auto")
    chosen = wanted if wanted in THEMES else "auto"
    back = request.form.get("back", "/")
    response = go_to(back if is_internal(back) else "/")
    response.set_cookie(
        "theme",
        chosen,
        max_age=31536000,
        samesite="Lax",
        httponly=True,
        secure=current_app.config["SESSION_COOKIE_SECURE"],
    )
    return response


def is_internal(address: str) -> bool:
    """Tell whether an address stays on this site (no scheme, no //, no control characters)."""
    return (
        address.startswith("/")
        and not address.startswith(("//", "/\\"))
        and "\\" not in address
        and address.isprintable()
    )


@site.get("/healthz")
@audience(Who.PUBLIC)
def healthz() -> Response:
    """Say that the process is alive."""
    return jsonify(status="alive")


@site.get("/readyz")
@audience(Who.PUBLIC)
def readyz() -> tuple[Response, int]:
    """Say whether the database answers and a worker went round lately."""
    database = is_reachable()
    worker = database and worker_is_alive()
    ready = database and worker
    return jsonify(database=database, worker=worker), 200 if ready else 503
