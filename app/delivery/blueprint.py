"""The blueprint that the view modules of the delivery hang their routes on."""

from flask import Blueprint

delivery = Blueprint("delivery", __name__)
