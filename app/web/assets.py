"""Static files: each address carries a version of its content, so that it may be kept for long."""

import hashlib
import os
from functools import lru_cache
from typing import Any

from flask import Flask, Response, current_app, request, url_for

from app.web.audience import Who, audience

LONG = "public, max-age=31536000, immutable"
SHORT = "public, max-age=3600"


def install_assets(app: Flask) -> None:
    """Serve static files with long lives; `asset(name)` gives templates the address of one.

    Versions are read once a process: a page has a hundred icons.
    """
    app.view_functions["static"] = audience(Who.PUBLIC)(_static)
    app.url_defaults(_add_version)
    known: dict[tuple[str, str], str] = {}

    def asset(filename: str) -> str:
        key = (request.script_root if request else "", filename)
        if key not in known:
            known[key] = url_for("static", filename=filename)
        return known[key]

    app.jinja_env.globals["asset"] = asset


def _static(filename: str) -> Response:
    response = current_app.send_static_file(filename)
    response.headers["Cache-Control"] = LONG if "v" in request.args else SHORT
    return response


def _add_version(endpoint: str, values: dict[str, Any]) -> None:
    if endpoint == "static" and "v" not in values:
        version = _version(current_app.static_folder or "", str(values.get("filename", "")))
        if version:
            values["v"] = version


@lru_cache(maxsize=1024)
def _version(folder: str, filename: str) -> str:
    path = os.path.join(folder, filename)  # noqa: PTH118  (pathlib costs more than the rest)
    if not os.path.isfile(path):  # noqa: PTH113
        return ""
    with open(path, "rb") as source:  # noqa: PTH123
        return hashlib.sha256(source.read()).hexdigest()[:10]
