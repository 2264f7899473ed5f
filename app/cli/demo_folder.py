"""The demo's folder: its secret and passwords, what belongs to it, who uses it just now."""

import fcntl
import json
import os
import secrets
import socket
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from app import paths
from app.cli.frame import Refusal

KEPT = "demo.json"
DATABASE = "backroom.sqlite3"
OWN_FILES = (KEPT, DATABASE, f"{DATABASE}-wal", f"{DATABASE}-shm", "web.log", "worker.log")
OWN_FOLDERS = {"mail": "*.eml", "pictures": "**/*"}
CONSONANTS, VOWELS = "bdfgklmnprstvz", "aeiou"
SYLLABIC = (CONSONANTS, VOWELS, CONSONANTS, VOWELS, CONSONANTS)


@dataclass(frozen=True, slots=True)
class Kept:
    """What a second start must know: the secret, the passwords by address, whether all is there."""

    secret_key: str
    passwords: dict[str, str]
    is_seeded: bool = False


def default_folder() -> Path:
    """Return where the demo lives: in the checkout, else in the user's data folder."""
    root = paths.PACKAGE.parent
    if (root / "pyproject.toml").is_file():
        return root / ".data" / "demo"
    home = os.environ.get("XDG_DATA_HOME") or str(Path.home() / ".local" / "share")
    return Path(home) / "backroom-demo"


@contextmanager
def held(folder: Path) -> Iterator[None]:
    """Hold the folder for this demo alone."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    with (folder / "demo.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise Refusal(
                f"A demo is running from {folder} already. Stop it, or choose another --data."
            ) from error
        yield


def read_kept(folder: Path, addresses: Iterable[str]) -> Kept:
    """Return the secret and passwords of this folder; make them the first time."""
    file = folder / KEPT
    if file.is_file():
        try:
            return Kept(**json.loads(file.read_text(encoding="utf-8")))
        except (ValueError, TypeError) as error:
            raise Refusal(f"{file} is not whole. Start with --fresh to begin anew.") from error
    kept = Kept(secrets.token_urlsafe(48), {address: _password() for address in addresses})
    write_kept(folder, kept)
    return kept


def write_kept(folder: Path, kept: Kept) -> None:
    """Write the secret and passwords, readable by the owner alone."""
    file = folder / KEPT
    fresh = file.with_suffix(".new")
    fresh.touch(mode=0o600)
    fresh.chmod(0o600)
    fresh.write_text(json.dumps(asdict(kept), indent=2) + "\n", encoding="utf-8")
    fresh.replace(file)


def mark_seeded(folder: Path, kept: Kept) -> Kept:
    """Note that the demo's data is complete."""
    done = replace(kept, is_seeded=True)
    write_kept(folder, done)
    return done


def _password() -> str:
    """Return something that can be read aloud: about 47 random bits, such as tavok-lirem-sudan."""
    words = ("".join(secrets.choice(letters) for letters in SYLLABIC) for _ in range(3))
    return "-".join(words)


def clear(folder: Path) -> None:
    """Delete what a demo has written here, and nothing else."""
    for name in OWN_FILES:
        (folder / name).unlink(missing_ok=True)
    for name, pattern in OWN_FOLDERS.items():
        for file in (folder / name).glob(pattern):
            if file.is_file():
                file.unlink()


def refuse_taken_port(port: int) -> None:
    """Refuse a port that somebody listens on."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as error:
            raise Refusal(
                f"Port {port} is taken. Choose another one: backroom demo --port {_other(port)}"
            ) from error


def _other(port: int) -> int:
    return port + 1 if port < 65535 else 8000
