"""Typed settings from BACKROOM_* variables; every error is told at once, at start."""

import secrets
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

from pydantic import Field, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

KNOWN_SECRETS = frozenset({"secret", "changeme", "dev", "development", "backroom"})
MEGABYTE = 1024 * 1024


class SettingsRefused(ValueError):
    """The environment cannot be used; the text lists every reason, a line each."""


class Settings(BaseSettings):
    """What an operator may set; DESIGN.md's "Settings" is the public list."""

    model_config = SettingsConfigDict(env_prefix="BACKROOM_", extra="ignore")

    data: Path = Path(".data")
    database_url: str = ""
    secret_key: str = ""
    secret_key_fallbacks: list[str] = Field(default_factory=list)
    base_url: str = "http://127.0.0.1:8000"
    smtp_url: str = ""
    mail_from: str = "Backroom <backroom@localhost>"
    redis_url: str = ""
    proxy_hops: int = Field(default=0, ge=0, le=5)
    outbound_hosts: list[str] = Field(default_factory=list)
    picture_hosts: list[str] = Field(default_factory=list)
    sqlite_synchronous: Literal["FULL", "NORMAL"] = "FULL"
    password_memory_kib: int = Field(default=19456, ge=8)
    import_max_bytes: int = Field(default=128 * MEGABYTE, ge=1024)
    import_max_rows: int = Field(default=250_000, ge=1)
    import_max_columns: int = Field(default=256, ge=2)
    import_max_cell: int = Field(default=64 * 1024, ge=100)
    demo: bool = False

    @field_validator("secret_key")
    @classmethod
    def _strong_secret(cls, value: str) -> str:
        if not value:
            raise ValueError(
                "is not set; make one, for example with "
                "`python3 -c 'import secrets; print(secrets.token_urlsafe(48))'`"
            )
        if len(value.encode()) < 32 or value.lower() in KNOWN_SECRETS or len(set(value)) < 8:
            example = secrets.token_urlsafe(8)
            raise ValueError(
                "must be at least 32 random bytes, for example from "
                f"`python3 -c 'import secrets; print(secrets.token_urlsafe(48))'` ({example}…)"
            )
        return value

    @field_validator("base_url")
    @classmethod
    def _absolute_base_url(cls, value: str) -> str:
        parts = urlsplit(value)
        if parts.scheme not in {"http", "https"} or not parts.hostname:
            raise ValueError("must be an absolute address such as https://pilot.example.org")
        return value.rstrip("/")

    @property
    def is_https(self) -> bool:
        """Tell whether people reach us over TLS."""
        return self.base_url.startswith("https://")

    @property
    def sqlalchemy_url(self) -> str:
        """Return the database address, SQLite in the data folder unless told otherwise."""
        if not self.database_url:
            return f"sqlite:///{(self.data / 'backroom.sqlite3').resolve()}"
        for prefix in ("postgresql://", "postgres://"):
            if self.database_url.startswith(prefix):
                return "postgresql+psycopg://" + self.database_url.removeprefix(prefix)
        return self.database_url

    def flask(self) -> dict[str, Any]:
        """Return the Flask configuration these settings stand for."""
        return {
            "SECRET_KEY": self.secret_key,
            "SECRET_KEY_FALLBACKS": self.secret_key_fallbacks,
            "SQLALCHEMY_DATABASE_URI": self.sqlalchemy_url,
            "MAX_CONTENT_LENGTH": self.import_max_bytes + MEGABYTE,
            "MAX_FORM_MEMORY_SIZE": 2 * MEGABYTE,
            "MAX_FORM_PARTS": 1000,
            "SESSION_COOKIE_NAME": "__Host-backroom" if self.is_https else "backroom",
            "SESSION_COOKIE_SECURE": self.is_https,
            "SESSION_COOKIE_HTTPONLY": True,
            "SESSION_COOKIE_SAMESITE": "Lax",
            "PREFERRED_URL_SCHEME": "https" if self.is_https else "http",
            "WTF_CSRF_TIME_LIMIT": None,
            "BACKROOM": self,
        }


def load_settings(**overrides: Any) -> Settings:
    """Read the settings from the environment; raise SettingsRefused naming every fault."""
    try:
        return Settings(**overrides)
    except ValidationError as error:
        lines = [
            f"BACKROOM_{'.'.join(str(p) for p in e['loc']).upper()}: "
            f"{e['msg'].removeprefix('Value error, ')}"
            for e in error.errors()
        ]
        raise SettingsRefused("\n".join(lines)) from error
