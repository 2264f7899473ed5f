"""Views of catalogue."""

from flask import Blueprint

catalogue = Blueprint("catalogue", __name__)
