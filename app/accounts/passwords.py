"""Passwords through Flask-Security: hashing, checking, the rules for a new one.

Of Flask-Security only authentication is used.  Sessions, roles and the gate are ours, so the
hooks that it (through Flask-Login and Flask-Principal) puts on every request are taken off: they
would read a session we do not use and make every answer vary by cookie.
"""

import hashlib
import hmac
import secrets
from collections.abc import Collection
from typing import Any

from flask import Flask, current_app
from flask_security import Security, SQLAlchemyUserDatastore
from flask_security.utils import hash_password as fs_hash
from flask_security.utils import verify_password as fs_verify

from app.accounts.common_passwords import is_common
from app.config import Settings
from app.database import writing
from app.exceptions import Invalid
from app.extensions import db
from app.models import Membership, Staff

SHORTEST = 12
LONGEST = 128


class StaffStore(SQLAlchemyUserDatastore):
    """Flask-Security's way to our staff; every write goes through a write block."""

    def put(self, model: Any) -> Any:
        """Store one row."""
        with writing():
            db.session.add(model)
        return model

    def delete(self, model: Any) -> None:
        """Delete one row."""
        with writing():
            db.session.delete(model)

    def commit(self) -> None:
        """Do nothing: a write block commits at its end."""


def install_passwords(app: Flask) -> None:
    """Configure Flask-Security for this application, without routes of its own."""
    settings: Settings = app.config["BACKROOM"]
    app.config.update(
        SECURITY_PASSWORD_HASH="argon2",  # noqa: S106  (the name of the method)
        SECURITY_PASSWORD_SCHEMES=["argon2"],
        SECURITY_DEPRECATED_PASSWORD_SCHEMES=[],
        SECURITY_PASSWORD_SINGLE_HASH=True,
        SECURITY_PASSWORD_HASH_PASSLIB_OPTIONS={
            "argon2__memory_cost": settings.password_memory_kib,
            "argon2__time_cost": 2,
            "argon2__parallelism": 1,
        },
        SECURITY_PASSWORD_LENGTH_MIN=SHORTEST,
        SECURITY_JOIN_USER_ROLES=False,
        SECURITY_CLI_USERS_NAME=None,
        SECURITY_CLI_ROLES_NAME=None,
    )
    hooks: list[dict[Any, list[Any]]] = [
        app.before_request_funcs,
        app.after_request_funcs,
        app.teardown_request_funcs,
        app.template_context_processors,
    ]
    before = [{name: list(found) for name, found in hook.items()} for hook in hooks]
    no_roles: Any = Membership
    Security(app, StaffStore(db, Staff, no_roles), register_blueprint=False)
    for hook, kept in zip(hooks, before, strict=True):
        hook.clear()
        hook.update(kept)
    app.extensions["password_of_nobody"] = _hash_in(app, secrets.token_urlsafe(24))


def hash_password(password: str) -> str:
    """Return the argon2 hash of a password; slow on purpose, so never inside a write block."""
    hashed: str = fs_hash(_normal(password))
    return hashed


def check_new_password(password: str, *, about: Collection[str] = ()) -> None:
    """Raise Invalid when a password may not be used; `about` is what others know of its owner."""
    if not SHORTEST <= len(_normal(password)) <= LONGEST:
        raise Invalid(
            f"A password has {SHORTEST} to {LONGEST} characters; a short sentence is a good one.",
            field="password",
        )
    if is_common(_normal(password), about):
        raise Invalid(
            "This password is among the first that are tried. Join a few unrelated words instead.",
            field="password",
        )


def password_fits(password: str, hashed: str | None) -> bool:
    """Tell whether a password fits a hash; for nobody (None) it takes as long and fails."""
    against = hashed or current_app.extensions["password_of_nobody"]
    fits: bool = fs_verify(_normal(password)[: LONGEST * 4], against)
    return fits and hashed is not None


def needs_new_hash(hashed: str) -> bool:
    """Tell whether a hash was made with other costs than today's."""
    return bool(current_app.extensions["security"].pwd_context.needs_update(hashed))


def keyed_hash(purpose: str, words: str) -> str:
    """Return a hash of words that nobody can compute without our secret."""
    key = str(current_app.secret_key).encode()
    return hmac.new(key, f"{purpose}\0{words}".encode(), hashlib.sha256).hexdigest()


def _normal(password: str) -> str:
    normal: str = current_app.extensions["security"]._password_util.normalize(password)
    return normal


def _hash_in(app: Flask, password: str) -> str:
    with app.app_context():
        return hash_password(password)
