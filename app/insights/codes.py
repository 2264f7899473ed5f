"""What may leave as a code: the last fence before words that could be personal (pure)."""

import hashlib
import hmac
import re
from typing import Any

CODE = re.compile(r"[A-Za-z0-9_:.@+/#,-]{1,80}")
ADDRESS = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
HIDDEN = "(left out)"


def code(value: Any) -> Any:
    """Return a code, number or truth as it is, parts of a list or mapping likewise; words never."""
    if isinstance(value, dict):
        return {str(code(key)): code(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [code(part) for part in value]
    if value is None or isinstance(value, bool | int | float):
        return value
    return value if is_code(str(value)) else HIDDEN


def is_code(text: str) -> bool:
    """Tell whether a text can only be a code: no spaces, no address."""
    return bool(CODE.fullmatch(text)) and not ADDRESS.fullmatch(text)


def pseudonym(key: bytes, customer_id: int | None) -> str | None:
    """Return the name a customer bears outside: keyed, so that nobody else can make the link."""
    if customer_id is None:
        return None
    return hmac.new(key, str(customer_id).encode(), hashlib.sha256).hexdigest()[:16]


def staff_code(staff_id: int | None) -> str | None:
    """Return the name a member of staff bears outside."""
    return None if staff_id is None else f"c{staff_id}"
