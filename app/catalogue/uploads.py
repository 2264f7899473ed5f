"""Uploaded catalogue files, kept between the dry run and the confirmation, a day at most."""

import json
import re
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from flask import current_app

from app.clock import now
from app.exceptions import Gone

KEPT_SECONDS = 86_400
TOKEN = re.compile(r"[A-Za-z0-9_-]{32}")
GONE = "This upload is no longer here: files are kept for a day. Please upload it once more."


def keep_upload(source: BinaryIO, *, name: str, pilot_id: int, staff_id: int) -> str:
    """Keep a file for this person and pilot under a random name; return the name."""
    folder = uploads_folder()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    _sweep(folder)
    token = secrets.token_urlsafe(24)
    with (folder / f"{token}.table").open("xb") as target:
        shutil.copyfileobj(source, target)
    owner = {"name": name, "pilot_id": pilot_id, "staff_id": staff_id}
    (folder / f"{token}.json").write_text(json.dumps(owner), encoding="utf-8")
    return token


@contextmanager
def open_upload(token: str, *, pilot_id: int, staff_id: int) -> Iterator[tuple[BinaryIO, str]]:
    """Open a kept file with its name, for the person who sent it and for no other pilot."""
    if not TOKEN.fullmatch(token):
        raise Gone(GONE)
    folder = uploads_folder()
    try:
        owner = json.loads((folder / f"{token}.json").read_text(encoding="utf-8"))
        source = (folder / f"{token}.table").open("rb")
    except FileNotFoundError as missing:
        raise Gone(GONE) from missing
    with source:
        if (owner["pilot_id"], owner["staff_id"]) != (pilot_id, staff_id):
            raise Gone(GONE)
        yield source, owner["name"]


def drop_upload(token: str) -> None:
    """Remove a kept file that has served."""
    if TOKEN.fullmatch(token):
        for ending in ("json", "table"):
            (uploads_folder() / f"{token}.{ending}").unlink(missing_ok=True)


def uploads_folder() -> Path:
    """Return the folder that keeps uploads."""
    folder: Path = current_app.config["BACKROOM"].data / "uploads"
    return folder


def _sweep(folder: Path) -> None:
    oldest = now().timestamp() - KEPT_SECONDS
    for path in folder.iterdir():
        if path.stat().st_mtime < oldest:
            path.unlink(missing_ok=True)
