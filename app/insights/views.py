"""Views of insights."""

from flask import Blueprint

insights = Blueprint("insights", __name__)
