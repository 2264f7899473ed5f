"""Static files: each address carries a version of its content, so that it may be kept for long."""

import hashlib
from functools import lru_cache
from pathlib import Path
from typing import Any

from flask import Flask, Response, current_app, request

from app.web.audience import Who, audience

LONG = "public, max-age=31536000, immutable"
SHORT = "public, max-age=3600"


def install_assets(app: Flask) -> None:
    """Serve static files with long lives and versioned addresses."""
    app.view_functions["static"] = audience(Who.PUBLIC)(_static)
    app.url_defaults(_add_version)


def _static(filename: str) -> Response:
    response = current_app.send_static_file(filename)
    response.headers["Cache-Control"] = LONG if "v" in request.args else SHORT
    return response


def _add_version(endpoint: str, values: dict[str, Any]) -> None:
    if endpoint == "static" and "v" not in values and current_app.static_folder:
        path = Path(current_app.static_folder) / str(values.get("filename", ""))
        if path.is_file():
            values["v"] = _version(path, path.stat().st_mtime_ns)


@lru_cache(maxsize=512)
def _version(path: Path, _changed: int) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()[:10]
