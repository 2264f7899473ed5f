"""Refusals become pages and fragments: one table of statuses, one template."""

import secrets

import structlog
from flask import Flask, Response, g, make_response, redirect, render_template, request, url_for
from sqlalchemy.exc import DataError, DBAPIError, InterfaceError, OperationalError
from werkzeug.exceptions import HTTPException
from werkzeug.wrappers import Response as BaseResponse

from app.exceptions import (
    Conflict,
    Gone,
    Invalid,
    NotAllowed,
    NotFound,
    ProductError,
    SignInNeeded,
    StaleVersion,
    TooMany,
    Unavailable,
)
from app.extensions import db
from app.web.htmx import wants_fragment

STATUS: dict[type[ProductError], int] = {
    NotFound: 404,
    NotAllowed: 403,
    SignInNeeded: 401,
    Conflict: 409,
    StaleVersion: 409,
    Gone: 410,
    Invalid: 422,
    TooMany: 429,
    Unavailable: 503,
}
TITLES = {
    400: ("We could not read that", "The request was not complete. Go back and try once more."),
    401: ("Please sign in", "Your session has ended, or you have not signed in yet."),
    403: ("Not yours to open", "Your role does not allow this. Ask the pilot's owner."),
    404: ("Nothing here", "The address is wrong, or what was here is not yours to see."),
    405: ("Not that way", "This address does not take that kind of request."),
    409: ("Somebody was quicker", "This has changed while you were looking at it."),
    410: ("No longer here", "This link has ended."),
    413: ("Too large", "What you sent is larger than we accept."),
    422: ("Please look again", "Something in the form needs another look."),
    429: ("A little slower, please", "Too many tries in a short time. Wait a minute."),
    500: ("Our mistake", "Something broke on our side. It has been noted."),
    503: ("One moment", "We cannot reach our records just now. Please try again."),
}
NEVER_GIVEN_BACK = frozenset({"csrf_token", "password", "old", "website"})
UNREACHABLE = (OperationalError, InterfaceError)
log = structlog.get_logger()


def register_errors(app: Flask) -> None:
    """Answer every refusal and every fault in the house style."""
    app.register_error_handler(ProductError, _refusal)
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(DBAPIError, _database)
    app.register_error_handler(500, _fault)


def _refusal(error: ProductError) -> BaseResponse:
    status = status_of(error)
    if status == 401 and request.method == "GET" and not wants_fragment():
        return redirect(url_for("accounts.sign_in", next=request.full_path.rstrip("?")))
    return error_page(status, message=error.message)


def status_of(error: ProductError) -> int:
    """Return the HTTP status of a refusal."""
    return next(STATUS[kind] for kind in type(error).__mro__ if kind in STATUS)


def _http(error: HTTPException) -> BaseResponse:
    if error.code is None or error.code < 400:
        return error.get_response()
    if error.code == 400 and "CSRF" in str(error.description):
        return error_page(400, message="This page had grown old. Reload it and try once more.")
    response = error_page(error.code)
    if error.code == 405:
        response.headers["Allow"] = ", ".join(getattr(error, "valid_methods", None) or [])
    return response


def _database(error: DBAPIError) -> BaseResponse:
    """Tell a database that is away from a value it cannot hold and from a fault of ours."""
    db.session.rollback()
    if isinstance(error, DataError):
        return error_page(400)
    if not (isinstance(error, UNREACHABLE) or error.connection_invalidated):
        return _fault(error)
    log.error("database_unreachable", error=type(error).__name__)
    return error_page(503)


def _fault(_error: Exception) -> BaseResponse:
    db.session.rollback()
    error_id = secrets.token_hex(4)
    log.exception("fault", error_id=error_id, endpoint=request.endpoint)
    return error_page(500, error_id=error_id)


def error_page(status: int, *, message: str = "", error_id: str = "") -> Response:
    """Render the page or fragment for a status, giving back what was typed."""
    title, words = TITLES.get(status, ("Something is wrong", "Please try again."))
    kept = [
        (key.replace("_", " "), value)
        for key, value in (request.form.items(multi=True) if status in (409, 500, 503, 400) else ())
        if value.strip() and key not in NEVER_GIVEN_BACK and key in g.get("typed_fields", {key})
    ]
    template = "errors/_error.html" if wants_fragment() else "errors/error.html"
    page = render_template(
        template,
        status=status,
        title=title,
        message=message or words,
        error_id=error_id,
        kept=kept,
    )
    response = make_response(page, status)
    response.vary.add("HX-Request")
    if status in (429, 503):
        response.headers["Retry-After"] = "5"
    return response
