"""A browser without script: follows forms as a person would, token included."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

HIDDEN = re.compile(r'<input[^>]*type="hidden"[^>]*>')
ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')


TOKEN = "csrf_token"  # the test client sends its own


@dataclass
class Visitor:
    """One browser: a client, and the page it looks at."""

    client: FlaskClient
    page: str = ""
    hidden: dict[str, str] = field(default_factory=dict)

    def get(self, address: str) -> TestResponse:
        """Open an address and follow where it leads."""
        return self._look(self.client.get(address, follow_redirects=True))

    def post(self, address: str, /, **values: Any) -> TestResponse:
        """Post a form with the hidden fields of the page looked at, and follow."""
        return self._look(
            self.client.post(address, data={**self.hidden, **values}, follow_redirects=True)
        )

    def post_once(self, address: str, /, **values: Any) -> TestResponse:
        """Post without following, keeping the page."""
        return self.client.post(address, data={**self.hidden, **values})

    def _look(self, response: TestResponse) -> TestResponse:
        self.page = response.text
        found = [dict(ATTRIBUTE.findall(tag)) for tag in HIDDEN.findall(self.page)]
        self.hidden = {
            tag["name"]: tag.get("value", "") for tag in found if tag.get("name", TOKEN) != TOKEN
        }
        return response


@pytest.fixture
def visit(app: Flask) -> Callable[[], Visitor]:
    """Return a maker of fresh browsers, quicker with forms than people are."""
    app.config["INTAKE_LEAST_SECONDS"] = 0
    return lambda: Visitor(app.test_client())


@pytest.fixture
def visitor(visit: Callable[[], Visitor]) -> Visitor:
    """Return one fresh browser."""
    return visit()
