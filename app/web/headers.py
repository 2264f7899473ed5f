"""Security headers by kind of page, and the request id of each log line."""

import secrets

import structlog
from flask import Flask, Response, g, request

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)
BUILDER_POLICY = f"{POLICY}; frame-src 'self'"
PREVIEW_POLICY = POLICY.replace("frame-ancestors 'none'", "frame-ancestors 'self'")


def allow_framing_ours(response: Response) -> Response:
    """Let a page of the builder frame our own preview, and nothing else."""
    response.headers["Content-Security-Policy"] = BUILDER_POLICY
    return response


def allow_framed_by_ours(response: Response) -> Response:
    """Let a preview stand in a frame of our own pages, and of nobody else's."""
    response.headers["Content-Security-Policy"] = PREVIEW_POLICY
    return response


def install_headers(app: Flask) -> None:
    """Send the strict policy with every answer and bind a request id to the log."""

    @app.before_request
    def _bind() -> None:
        g.request_id = secrets.token_hex(6)
        structlog.contextvars.clear_contextvars()
        structlog.contextvars.bind_contextvars(request_id=g.request_id)

    @app.after_request
    def _headers(response: Response) -> Response:
        headers = response.headers
        headers.setdefault("Content-Security-Policy", POLICY)
        headers.setdefault("X-Content-Type-Options", "nosniff")
        headers.setdefault("Referrer-Policy", "same-origin")
        headers.setdefault("Cross-Origin-Opener-Policy", "same-origin")
        headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        headers.setdefault("Permissions-Policy", "camera=(), microphone=(), geolocation=()")
        headers.setdefault("X-Robots-Tag", "noindex, nofollow")
        if app.config["BACKROOM"].is_https:
            headers.setdefault("Strict-Transport-Security", "max-age=31536000; includeSubDomains")
        if request.endpoint != "static" and "Cache-Control" not in headers:
            headers["Cache-Control"] = "no-store"
        return response
