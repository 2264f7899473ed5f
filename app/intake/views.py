"""Views of intake."""

from flask import Blueprint

intake = Blueprint("intake", __name__)
