"""Views of queue."""

from flask import Blueprint

queue = Blueprint("queue", __name__)
