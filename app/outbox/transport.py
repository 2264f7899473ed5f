"""Ways a mail can leave: a real SMTP server, or a file where none is set."""

import smtplib
import ssl
from email.message import EmailMessage
from pathlib import Path
from typing import Protocol
from urllib.parse import unquote, urlsplit

TIMEOUT_SECONDS = 20


class Refused(Exception):
    """The server did not take the mail; `final` when trying again is of no use."""

    def __init__(self, words: str, *, final: bool) -> None:
        super().__init__(words)
        self.final = final


class Transport(Protocol):
    """Anything that takes a finished message."""

    def send(self, message: EmailMessage, *, name: str) -> None:
        """Send it, or raise Refused."""


class FileTransport:
    """Write each mail as an `.eml` file into a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def send(self, message: EmailMessage, *, name: str) -> None:
        """Write the message to `<name>.eml`, readable by the service alone."""
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        target = self.folder / f"{name}.eml"
        target.touch(mode=0o600)
        target.write_bytes(bytes(message))


class SmtpTransport:
    """Send over smtp://user:password@host:port (STARTTLS when offered) or smtps://."""

    def __init__(self, url: str) -> None:
        parts = urlsplit(url)
        self.host = parts.hostname or "localhost"
        self.tls = parts.scheme == "smtps"
        self.port = parts.port or (465 if self.tls else 25)
        self.user = unquote(parts.username or "")
        self.password = unquote(parts.password or "")

    def send(self, message: EmailMessage, *, name: str) -> None:
        """Hand the message to the server; `name` only serves transports that keep files."""
        try:
            with self._connect() as server:
                server.send_message(message)
        except smtplib.SMTPRecipientsRefused as error:
            code = next(iter(error.recipients.values()))[0]
            raise Refused(f"{name}: recipient refused ({code})", final=code >= 500) from error
        except smtplib.SMTPResponseException as error:
            raise Refused(f"{name}: {error.smtp_code}", final=error.smtp_code >= 500) from error
        except (OSError, smtplib.SMTPException) as error:
            raise Refused(f"{name}: {type(error).__name__}", final=False) from error

    def _connect(self) -> smtplib.SMTP:
        context = ssl.create_default_context()
        if self.tls:
            server: smtplib.SMTP = smtplib.SMTP_SSL(
                self.host, self.port, timeout=TIMEOUT_SECONDS, context=context
            )
        else:
            server = smtplib.SMTP(self.host, self.port, timeout=TIMEOUT_SECONDS)
            if server.has_extn("starttls") or self._offers_tls(server):
                server.starttls(context=context)
        if self.user:
            server.login(self.user, self.password)
        return server

    @staticmethod
    def _offers_tls(server: smtplib.SMTP) -> bool:
        server.ehlo_or_helo_if_needed()
        return bool(server.has_extn("starttls"))


def make_transport(smtp_url: str, folder: Path) -> Transport:
    """Return the transport the settings ask for."""
    return SmtpTransport(smtp_url) if smtp_url else FileTransport(folder)
