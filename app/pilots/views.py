"""Views of pilots."""

from flask import Blueprint

pilots = Blueprint("pilots", __name__)
