"""A real Chromium on a real server: loopback only, strict policy, every console error fails."""

import hashlib
import json
import os
import pathlib
import shutil
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from flask import Flask
from playwright.sync_api import Page
from werkzeug.serving import WSGIRequestHandler, make_server

from app.extensions import db
from tests.conftest import make_app, make_settings, skip_or_fail

CHROMIUM = (
    os.environ.get("CHROMIUM")
    or shutil.which("chromium-headless-shell")
    or shutil.which("chromium")
    or ""
)
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--no-default-browser-check",
    # proves that no page needs an outside host
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]
VENDOR = pathlib.Path(__file__).parents[1] / "vendor"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
HERE = pathlib.Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep browser tests in one process: they share a server and a browser."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.xdist_group("browser"))


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Use the system's Chromium, or say that there is none."""
    if not CHROMIUM:
        skip_or_fail("no Chromium on this machine")
    return {**browser_type_launch_args, "executable_path": CHROMIUM, "args": FLAGS}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    """Fix what differs between machines."""
    return {
        **browser_context_args,
        "reduced_motion": "reduce",
        "locale": "en-GB",
        "timezone_id": "UTC",
    }


@dataclass(frozen=True)
class Live:
    """The running application: its address, and itself for making and looking at data."""

    url: str
    app: Flask


class Quiet(WSGIRequestHandler):
    """Write no line for each request."""

    def log_request(self, *_: Any) -> None:
        """Say nothing."""


@pytest.fixture(scope="session")
def live(sqlite_template: pathlib.Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Live]:
    """Serve the application on a copy of the migrated database."""
    data = tmp_path_factory.mktemp("live")
    shutil.copy(sqlite_template, data / "backroom.sqlite3")
    app = make_app(make_settings(data))
    app.config["INTAKE_LEAST_SECONDS"] = 0
    server = make_server("127.0.0.1", 0, app, threaded=True, request_handler=Quiet)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield Live(f"http://127.0.0.1:{server.server_port}", app)
    server.shutdown()
    thread.join()
    server.server_close()
    with app.app_context():
        db.engine.dispose()


@pytest.fixture
def live_app(live: Live) -> Iterator[Flask]:
    """Push the context of the running application, to make data and to look at it."""
    with live.app.app_context():
        yield live.app
        db.session.remove()


def watch(page: Page) -> list[str]:
    """Collect console, policy and script errors of a page; refusals (4xx) are no errors."""
    problems: list[str] = []

    def note(message: Any) -> None:
        if message.type == "error" and "status of 4" not in message.text:
            problems.append(message.text)

    page.on("console", note)
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.set_default_timeout(10_000)
    return problems


@pytest.fixture
def page(page: Page) -> Iterator[Page]:
    """Fail the test on any console, policy or script error."""
    problems = watch(page)
    yield page
    assert problems == []


@pytest.fixture(scope="session")
def axe_source() -> str:
    """Return axe-core as vendored, after checking that it is what it says."""
    for package in json.loads((VENDOR / "vendor.json").read_text())["packages"]:
        for entry in package["files"]:
            found = hashlib.sha256((VENDOR / entry["path"]).read_bytes()).hexdigest()
            assert found == entry["sha256"], entry["path"]
    return (VENDOR / "axe.min.js").read_text()


@pytest.fixture
def axe(axe_source: str) -> Callable[[Page], list[tuple[str, Any, str]]]:
    """Return a check of the page as it stands: every broken accessibility rule."""

    def run(page: Page) -> list[tuple[str, Any, str]]:
        page.evaluate(axe_source)  # evaluate() passes a strict policy, a script tag does not
        report = page.evaluate(
            "rules => axe.run(document, {resultTypes: ['violations'], runOnly: rules})", RULES
        )
        return [
            (violation["id"], node["target"], node["failureSummary"])
            for violation in report["violations"]
            for node in violation["nodes"]
        ]

    return run
