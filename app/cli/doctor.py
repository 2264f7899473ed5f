"""`backroom doctor`: is this installation sound, and may it be deployed."""

import sqlite3
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

import click
from sqlalchemy.exc import DBAPIError

from app.cli.frame import at_work, json_option, print_json, refusing, secret_is_set
from app.config import Settings
from app.database import is_reachable
from app.outbox.heartbeat import worker_is_alive
from app.schema import current_revision, head_revision

# The write-ahead log of older versions may lose writes in a rare race; fixed and back-ported.
SOUND_SQLITE = (3, 51, 3)
MENDED_SQLITE = {(3, 44, 6), (3, 50, 7)}
SIGNS = {"ok": "ok  ", "warn": "warn", "bad": "BAD "}


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at: ok, warn or bad, and what to do about it."""

    name: str
    level: str
    words: str


@click.command()
@click.option("--deploy", is_flag=True, help="Judge by what a public installation needs.")
@json_option
@refusing
def doctor(deploy: bool, as_json: bool) -> None:
    """Look at settings, database, worker, mail and file modes; exit 1 when something is bad."""
    with at_work(needs_secret=False) as app:
        settings: Settings = app.config["BACKROOM"]
        findings = [*_settings(settings, deploy=deploy), *_database(settings)]
        findings += [*_worker(deploy=deploy), *_mail(settings, deploy=deploy)]
        findings += _file_modes(settings, deploy=deploy)
    bad = any(finding.level == "bad" for finding in findings)
    if as_json:
        print_json({"ok": not bad, "findings": [asdict(finding) for finding in findings]})
    else:
        for finding in findings:
            click.echo(f"{SIGNS[finding.level]} {finding.name}: {finding.words}")
    sys.exit(1 if bad else 0)


def _settings(settings: Settings, *, deploy: bool) -> Iterator[Finding]:
    worse = "bad" if deploy else "warn"
    if secret_is_set():
        yield Finding("secret", "ok", "BACKROOM_SECRET_KEY is set")
    else:
        yield Finding("secret", "bad", "BACKROOM_SECRET_KEY is not set")
    if settings.is_https:
        yield Finding("address", "ok", settings.base_url)
    else:
        words = f"{settings.base_url} is not https: cookies and links travel in the open"
        yield Finding("address", worse, words)
    if settings.demo:
        yield Finding("demo", worse, "BACKROOM_DEMO is on: passwords and mails are shown")


def _database(settings: Settings) -> Iterator[Finding]:
    if settings.sqlalchemy_url.startswith("sqlite"):
        yield sqlite_finding(sqlite3.sqlite_version_info)
    if not is_reachable():
        yield Finding("database", "bad", "it does not answer")
        return
    try:
        here, newest = current_revision(), head_revision()
    except DBAPIError:
        here, newest = None, head_revision()
    if here == newest:
        yield Finding("schema", "ok", f"version {here}, the newest")
    else:
        words = f"version {here or 'none'}, the newest is {newest}: run 'backroom db upgrade'"
        yield Finding("schema", "bad", words)


def sqlite_finding(version: tuple[int, int, int]) -> Finding:
    """Judge the SQLite library by its version."""
    name = ".".join(map(str, version))
    if version >= SOUND_SQLITE or version in MENDED_SQLITE:
        return Finding("sqlite", "ok", name)
    return Finding(
        "sqlite",
        "warn",
        f"{name} may lose writes in a rare race of its write-ahead log; 3.51.3, 3.50.7 and 3.44.6 "
        "do not. Keep backups, or use PostgreSQL",
    )


def _worker(*, deploy: bool) -> Iterator[Finding]:
    try:
        alive = worker_is_alive()
    except DBAPIError:
        alive = False
    if alive:
        yield Finding("worker", "ok", "went round within the last half minute")
    else:
        words = "no sign of life: briefs are not released and no mail leaves ('backroom worker')"
        yield Finding("worker", "bad" if deploy else "warn", words)


def _mail(settings: Settings, *, deploy: bool) -> Iterator[Finding]:
    if settings.smtp_url:
        yield Finding("mail", "ok", f"through a mail server, from {settings.mail_from}")
    else:
        words = "BACKROOM_SMTP_URL is not set: mails become files in the data folder"
        yield Finding("mail", "bad" if deploy else "warn", words)


def _file_modes(settings: Settings, *, deploy: bool) -> Iterator[Finding]:
    candidates = [settings.data, *settings.data.glob("*.sqlite3*")]
    open_ones = [path for path in candidates if _is_open(path)]
    if not open_ones:
        yield Finding("files", "ok", f"{settings.data} is closed to other users")
        return
    names = ", ".join(str(path) for path in open_ones)
    words = f"other users of this machine may read {names}: chmod go-rwx"
    yield Finding("files", "bad" if deploy else "warn", words)


def _is_open(path: Path) -> bool:
    return path.exists() and bool(path.stat().st_mode & 0o077)
