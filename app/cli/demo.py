"""`backroom demo`: everything with one command, on this machine alone."""

import http.client
import logging
import os
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import click
import flask_migrate

from app import paths
from app.automation.demo_data import HISTORY, HISTORY_OF_ALL, PEOPLE, seed_demo
from app.cli.demo_folder import (
    Kept,
    clear,
    default_folder,
    held,
    mark_seeded,
    read_kept,
    refuse_taken_port,
)
from app.cli.frame import Refusal, at_work, refusing
from app.cli.processes import Children, Ended
from app.cli.running import gunicorn_arguments
from app.intake.links import make_test_token
from app.lifecycle import Arm
from app.schema import current_revision, head_revision

HOST = "127.0.0.1"
READY_SECONDS = 60.0
WORKER = (sys.executable, "-c", "from app.cli.main import main; main()", "worker")


@click.command()
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535))
@click.option(
    "--data",
    type=click.Path(file_okay=False, path_type=Path),
    help="Folder for the demo's data.  [default: .data/demo in a checkout]",
)
@click.option("--fresh", is_flag=True, help="Delete the demo's data and begin anew.")
@click.option("--all", "everything", is_flag=True, help="Give all six pilots a past, not only two.")
@click.option("--customers", type=click.IntRange(0, 5000), hidden=True)
@refusing
def demo(
    port: int, data: Path | None, fresh: bool, everything: bool, customers: int | None
) -> None:
    """Start Backroom with pilots, people, a past and waiting briefs; Ctrl-C stops all of it.

    Two pilots are live with a past; four more wait as drafts, ready to go live.
    """
    folder = (data or default_folder()).resolve()
    refuse_taken_port(port)
    os.umask(0o077)
    with held(folder):
        if fresh:
            clear(folder)
        kept = read_kept(folder, [person.email for person in PEOPLE])
        environment = _environment(folder, kept, port)
        scale = Scale(customers, everything)
        test_token = _prepare(folder, kept, environment, scale)
        _run(folder, kept, environment, port, test_token)


@dataclass(frozen=True, slots=True)
class Scale:
    """How much of a past is made: for two pilots or all six; fewer customers for a test."""

    customers: int | None
    everything: bool

    @property
    def history(self) -> Mapping[str, int]:
        """Return how many customers each live pilot has had."""
        history = HISTORY_OF_ALL if self.everything else HISTORY
        if self.customers is None:
            return history
        most = max(history.values())
        return {slug: self.customers * count // most for slug, count in history.items()}

    @property
    def drafts(self) -> tuple[str, ...]:
        """Return the pilots that stand ready to go live."""
        if self.customers is not None:
            return ()
        return tuple(slug for slug in HISTORY_OF_ALL if slug not in self.history)


def _environment(folder: Path, kept: Kept, port: int) -> dict[str, str]:
    """Return the demo's own settings: none of the operator's, so that no real data is touched."""
    others = {name: v for name, v in os.environ.items() if not name.startswith("BACKROOM_")}
    return {
        **others,
        "BACKROOM_DATA": str(folder),
        "BACKROOM_SECRET_KEY": kept.secret_key,
        "BACKROOM_BASE_URL": f"http://{HOST}:{port}",
        "BACKROOM_DEMO": "1",
        "BACKROOM_SQLITE_SYNCHRONOUS": "NORMAL",
    }


def _prepare(folder: Path, kept: Kept, environment: Mapping[str, str], scale: Scale) -> str:
    """Migrate and, the first time, seed; return the token of the test link."""
    if not kept.is_seeded:  # a first start that was cut short begins anew
        for name in ("backroom.sqlite3", "backroom.sqlite3-wal", "backroom.sqlite3-shm"):
            (folder / name).unlink(missing_ok=True)
    with _settings_of(environment), at_work():
        if current_revision() != head_revision():
            logging.getLogger("alembic").setLevel(logging.WARNING)
            flask_migrate.upgrade()
        if not kept.is_seeded:
            minutes = "several minutes" if scale.everything else "about a minute"
            click.echo(f"First start: seeding {folder} ({minutes}).")
            seed_demo(
                kept.passwords, history=scale.history, drafts=scale.drafts, report=_Progress()
            )
            mark_seeded(folder, kept)
        elif scale.everything:
            click.echo("The data is kept as it is; for all six begin anew with --fresh --all.")
        return make_test_token("books", Arm.HAND)


@contextmanager
def _settings_of(environment: Mapping[str, str]) -> Iterator[None]:
    before = dict(os.environ)
    os.environ.clear()
    os.environ.update(environment)
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)


class _Progress:
    """Shows how far seeding is: a bar on a terminal, else one line a part."""

    def __init__(self) -> None:
        self._label = ""

    def __call__(self, label: str, done: int, total: int) -> None:
        if sys.stdout.isatty():
            share = done / total
            bar = "█" * round(share * 24)
            click.echo(f"\r  {label:<48} {bar:<24} {share:4.0%}", nl=done == total)
        elif label != self._label:
            click.echo(f"  {label}")
        self._label = label


def _run(
    folder: Path, kept: Kept, environment: Mapping[str, str], port: int, test_token: str
) -> None:
    with Children(folder, environment, cwd=paths.PACKAGE.parent) as children:
        children.start("web", gunicorn_arguments(HOST, port, processes=2, threads=4))
        children.start("worker", WORKER)
        try:
            _await_ready(children, port)
            if not children.stopping.is_set():
                _tell(folder, kept, f"http://{HOST}:{port}", test_token)
            while not children.wait(0.5):
                children.check()
        except Ended as ended:
            raise Refusal(str(ended)) from ended
        click.echo("\nStopping …")
    click.echo("Stopped. The data is kept.")


def _await_ready(children: Children, port: int) -> None:
    deadline = time.monotonic() + READY_SECONDS
    while not _answers(port):
        children.check()
        if time.monotonic() > deadline:
            raise Refusal(f"It did not get ready in time. See {children.log_of('web')}")
        if children.wait(0.1):
            return


def _answers(port: int) -> bool:
    connection = http.client.HTTPConnection(HOST, port, timeout=5)
    try:
        connection.request("GET", "/readyz")
        return connection.getresponse().status == 200
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def _tell(folder: Path, kept: Kept, base: str, test_token: str) -> None:
    wide = max(len(person.email) for person in PEOPLE)
    lines = [
        "",
        "Backroom is running, for this machine alone.",
        "",
        "  For customers",
        f"    {base}/p/books",
        f"    {base}/p/wardrobe",
        "  To be your own customer, answered by hand",
        f"    {base}/p/books?test={test_token}",
        "  For staff",
        f"    {base}/login",
        *(
            f"      {person.title:<8} {person.email:<{wide}}  {kept.passwords[person.email]}"
            for person in PEOPLE
        ),
        "  Mails are written to",
        f"    {folder / 'mail'}",
        "",
        "Press Ctrl-C to stop. The data is kept; --fresh begins anew.",
    ]
    click.echo("\n".join(lines))
