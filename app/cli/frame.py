"""What every command shares: starting the application, refusing in one line, printing JSON."""

import json
import os
import secrets
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import Any, ParamSpec, TypeVar

import click
from flask import Flask
from sqlalchemy.exc import DBAPIError

from app import create_app
from app.config import SettingsRefused, load_settings
from app.exceptions import ProductError
from app.extensions import db

P = ParamSpec("P")
R = TypeVar("R")
EXIT_REFUSED = 2


class Refusal(click.ClickException):
    """A refusal: one line on stderr, exit 2."""

    exit_code = EXIT_REFUSED

    def show(self, file: Any = None) -> None:
        """Print the refusal on one line."""
        click.echo(" ".join(self.format_message().split()), file=file or sys.stderr)


def refusing(command: Callable[P, R]) -> Callable[P, R]:
    """Turn the refusals of services, settings and database into one line and exit 2."""

    @wraps(command)
    def guarded(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return command(*args, **kwargs)
        except ProductError as error:
            raise Refusal(error.message) from error
        except SettingsRefused as error:
            raise Refusal("; ".join(str(error).splitlines())) from error
        except DBAPIError as error:
            raise Refusal(_database_words(error)) from error
        except BrokenPipeError:
            raise
        except OSError as error:
            raise Refusal(f"{error.strerror or error}: {error.filename or ''}") from error

    return guarded


def start(*, needs_secret: bool = True) -> Flask:
    """Return the application as the settings say; a passing secret will do where none is used."""
    if needs_secret or secret_is_set():
        return create_app(load_settings())
    return create_app(load_settings(secret_key=secrets.token_urlsafe(48)))


def secret_is_set() -> bool:
    """Tell whether the operator has set a secret."""
    return bool(os.environ.get("BACKROOM_SECRET_KEY"))


@contextmanager
def at_work(*, needs_secret: bool = True) -> Iterator[Flask]:
    """Start the application and push its context for the length of a command."""
    app = start(needs_secret=needs_secret)
    with app.app_context():
        try:
            yield app
        finally:
            db.session.remove()
            db.engine.dispose()


def print_json(document: Any) -> None:
    """Print one JSON document to stdout and nothing else."""
    click.echo(json.dumps(document, indent=2, ensure_ascii=False, default=str))


json_option = click.option(
    "--json", "as_json", is_flag=True, help="Print one JSON document and nothing else."
)


def _database_words(error: DBAPIError) -> str:
    text = str(error.orig)
    if "no such table" in text or "does not exist" in text:
        return "The database has no tables yet, or old ones: run 'backroom db upgrade' first."
    return f"The database refused: {text.splitlines()[0]}"
