"""Tokens of mailed links: derived anew whenever a mail is rendered, only their hash is stored.

A link in a mail must be the same however late it leaves, so it cannot be random and forgotten; an
HMAC over purpose and subject is both, and survives a change of the secret while the old one is
among the fallbacks.
"""

import base64
import hashlib
import hmac

from flask import current_app
from itsdangerous import BadSignature, URLSafeSerializer

from app.exceptions import NotFound


def new_token(purpose: str, subject: str) -> str:
    """Return the token of a link, 256 bits, by the secret in force."""
    return _derive(purpose, subject, _secrets()[0])


def known_token(purpose: str, subject: str, stored_hash: str) -> str | None:
    """Return the token whose hash is stored, or None when its secret is no longer in use."""
    tokens = (_derive(purpose, subject, secret) for secret in _secrets())
    return next((token for token in tokens if hash_token(token) == stored_hash), None)


def hash_token(token: str) -> str:
    """Return what the database keeps of a token."""
    return hashlib.sha256(token.encode()).hexdigest()


def sign(purpose: str, *values: str | int) -> str:
    """Return values as a signed word for an address; it opens nothing but its purpose."""
    return str(_signer(purpose).dumps(list(values)))


def unsign(purpose: str, word: str) -> list[str | int]:
    """Return the values of a signed word; raise NotFound when it was not made by us."""
    try:
        found: list[str | int] = _signer(purpose).loads(word)
    except BadSignature as error:
        raise NotFound("This link is not whole. Please copy all of it from the mail.") from error
    return found


def _derive(purpose: str, subject: str, secret: str) -> str:
    key = hmac.new(secret.encode(), f"backroom {purpose} v1".encode(), hashlib.sha256).digest()
    digest = hmac.new(key, subject.encode(), hashlib.sha256).digest()
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()


def _signer(purpose: str) -> URLSafeSerializer:
    return URLSafeSerializer(list(reversed(_secrets())), salt=f"backroom {purpose}")


def _secrets() -> list[str]:
    config = current_app.config
    return [config["SECRET_KEY"], *config.get("SECRET_KEY_FALLBACKS", [])]
