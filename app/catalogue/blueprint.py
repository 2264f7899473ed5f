"""The blueprint that the views of the catalogue share."""

from flask import Blueprint

catalogue = Blueprint("catalogue", __name__)
