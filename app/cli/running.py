"""`backroom serve` and `backroom worker`: the two processes of production."""

import os
import sys

import click

from app.cli.frame import refusing, start
from app.worker.loop import run


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535))
@click.option("--processes", default=2, show_default=True, type=click.IntRange(1, 64))
@click.option("--threads", default=4, show_default=True, type=click.IntRange(1, 64))
@refusing
def serve(host: str, port: int, processes: int, threads: int) -> None:
    """Serve the web pages with gunicorn until told to stop."""
    start()
    arguments = gunicorn_arguments(host, port, processes=processes, threads=threads)
    os.execv(arguments[0], arguments)  # noqa: S606  (our own interpreter, no shell)


def gunicorn_arguments(host: str, port: int, *, processes: int, threads: int) -> list[str]:
    """Return the command line of the server; it keeps no access log, since links are secrets."""
    bind = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
    return [
        *(sys.executable, "-m", "gunicorn"),
        *("--worker-class", "gthread"),
        *("--workers", str(processes), "--threads", str(threads)),
        *("--bind", bind),
        *("--timeout", "60", "--graceful-timeout", "20"),
        "--preload",
        "--no-control-socket",
        "app:create_app()",
    ]


@click.command()
@refusing
def worker() -> None:
    """Answer for rules and house lists, release, close and send mail until told to stop."""
    run(start())
