"""The blueprint that the pilots' views add their routes to."""

from flask import Blueprint

pilots = Blueprint("pilots", __name__)
