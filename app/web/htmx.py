"""The only place that reads htmx's request headers and writes its answers."""

import json
from typing import Any

from flask import Response, make_response, redirect, render_template, request
from werkzeug.urls import iri_to_uri


def wants_fragment() -> bool:
    """Tell whether htmx asked for a piece: never for boosted, restored or reloaded pages."""
    headers = request.headers
    return (
        headers.get("HX-Request") == "true"
        and headers.get("HX-Boosted") != "true"
        and headers.get("HX-History-Restore-Request") != "true"
    )


def page_or_piece(page: str, piece: str, *, status: int = 200, **values: Any) -> Response:
    """Render the piece for htmx and the page that includes it for everybody else."""
    template = piece if wants_fragment() else page
    response = make_response(render_template(template, **values), status)
    response.vary.add("HX-Request")
    return response


def go_to(address: str) -> Response:
    """Answer a successful POST with the place to look at next."""
    if wants_fragment():
        response = make_response("", 204)
        response.headers["HX-Redirect"] = iri_to_uri(address)
        return response
    return make_response(redirect(address, 303))


def announce(response: Response, **events: Any) -> Response:
    """Tell the page what happened, so that other regions and toasts can react."""
    response.headers["HX-Trigger"] = json.dumps(events)
    return response
