"""A mail ready to leave, and how it becomes MIME (pure)."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from email.headerregistry import Address, HeaderRegistry, UnstructuredHeader
from email.message import EmailMessage
from email.policy import EmailPolicy
from email.utils import format_datetime, parseaddr
from typing import Any


@dataclass(frozen=True, slots=True)
class Mail:
    """One rendered mail; addresses and subject hold no line breaks."""

    to: str
    subject: str
    text: str
    html: str
    sender_name: str
    reply_to: str | None = None
    unsubscribe: str | None = None


class _WholeHeader(UnstructuredHeader):
    """A header that stays on one line: the stock folding would encode a long address."""

    def fold(self, *, policy: Any) -> str:
        """Return the header as it is."""
        header: Any = self  # the registry mixes in the name
        return f"{header.name}: {self}{policy.linesep}"


_headers = HeaderRegistry()
_whole: Any = _WholeHeader
_headers.map_to_type("list-unsubscribe", _whole)
_POLICY = EmailPolicy(header_factory=_headers)


def message_id(key: str, host: str) -> str:
    """Return the Message-ID of an outbox row: the same however often it is tried."""
    return f"<{hashlib.sha256(key.encode()).hexdigest()[:32]}@{host}>"


def to_mime(mail: Mail, *, mail_from: str, key: str, at: datetime) -> EmailMessage:
    """Return the MIME message with a text and an HTML part."""
    _, address = parseaddr(mail_from)
    user, _, host = address.partition("@")
    message = EmailMessage(policy=_POLICY)
    message["Subject"] = _one_line(mail.subject)
    message["From"] = Address(_one_line(mail.sender_name), user, host)
    message["To"] = _one_line(mail.to)
    message["Date"] = format_datetime(at)
    message["Message-ID"] = message_id(key, host or "localhost")
    message["Auto-Submitted"] = "auto-generated"
    if mail.reply_to and "@" in mail.reply_to:
        message["Reply-To"] = _one_line(mail.reply_to)
    if mail.unsubscribe:
        message["List-Unsubscribe"] = f"<{_one_line(mail.unsubscribe)}>"
        message["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    message.set_content(mail.text)
    message.add_alternative(mail.html, subtype="html")
    return message


def _one_line(text: str) -> str:
    return " ".join(text.split())
