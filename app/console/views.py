"""Views of console."""

from flask import Blueprint

console = Blueprint("console", __name__)
