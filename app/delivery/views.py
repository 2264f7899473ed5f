"""Views of delivery."""

from flask import Blueprint

delivery = Blueprint("delivery", __name__)
