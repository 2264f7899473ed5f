"""Where templates and seed lie: beside the package in a checkout, inside it once installed."""

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent


def _folder(name: str) -> Path:
    installed = PACKAGE / f"_{name}"
    return installed if installed.is_dir() else PACKAGE.parent / name


TEMPLATES = _folder("templates")
SEED = _folder("seed")
MIGRATIONS = PACKAGE / "migrations"
