"""How somebody wants a file imported: its reading, the roles of its columns, its matches (pure)."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from app.catalogue.column_names import ROLES
from app.catalogue.columns import ATTRIBUTE, IGNORE
from app.catalogue.tables import DELIMITERS, Opening

CHOICES = (*ROLES, ATTRIBUTE, IGNORE)
UPDATE, SKIP = "update", "skip"
KEEP, ARCHIVE = "keep", "archive"
ENCODINGS = {
    "utf-8-sig": "UTF-8",
    "cp1252": "Western European (Windows-1252)",
    "cp1250": "Central European (Windows-1250)",
    "cp1251": "Cyrillic (Windows-1251)",
    "cp1253": "Greek (Windows-1253)",
    "cp1254": "Turkish (Windows-1254)",
    "mac_roman": "Western European (Mac)",
    "utf-16": "UTF-16",
    "shift_jis": "Japanese (Shift JIS)",
    "gb18030": "Chinese (GB 18030)",
    "big5": "Chinese (Big5)",
    "euc_kr": "Korean (EUC-KR)",
}
DELIMITER_WORDS = {",": "Comma", ";": "Semicolon", "\t": "Tab", "|": "Bar"}
LABELS = {
    "key": "Key",
    "title": "Title",
    "maker": "Maker",
    "description": "Description",
    "price": "Price",
    "currency": "Currency",
    "picture": "Picture",
    "link": "Link",
    "tags": "Tags",
    "stock": "Stock",
    ATTRIBUTE: "Keep as an attribute",
    IGNORE: "Leave out",
}


@dataclass(frozen=True)
class ImportOptions:
    """What was chosen; None or an empty `roles` leaves it to the guess."""

    encoding: str | None = None
    delimiter: str | None = None
    has_header: bool | None = None
    roles: Mapping[str, str] = field(default_factory=dict)
    matches: str = UPDATE
    missing: str = KEEP

    @property
    def opening(self) -> Opening:
        """Return the part that says how the file itself is read."""
        return Opening(self.encoding, self.delimiter, self.has_header)

    def as_document(self) -> dict[str, Any]:
        """Return the choices as plain JSON values."""
        return {**asdict(self), "roles": dict(self.roles)}

    @classmethod
    def from_document(cls, document: Mapping[str, Any]) -> "ImportOptions":
        """Read choices back; what is not one of them is left to the guess."""
        header, delimiter = document.get("has_header"), document.get("delimiter")
        encoding = document.get("encoding")
        roles = document.get("roles") or {}
        return cls(
            encoding=encoding if encoding in ENCODINGS else None,
            delimiter=delimiter if delimiter and delimiter in DELIMITERS else None,
            has_header=header if isinstance(header, bool) else None,
            roles={name: role for name, role in roles.items() if role in CHOICES},
            matches=SKIP if document.get("matches") == SKIP else UPDATE,
            missing=ARCHIVE if document.get("missing") == ARCHIVE else KEEP,
        )


def faults_in(roles: Mapping[str, str]) -> list[str]:
    """Return in words what keeps these roles from making items."""
    taken: dict[str, list[str]] = {}
    for column, role in roles.items():
        taken.setdefault(role, []).append(column)
    faults = [
        f"Choose which column is the {role}: every item needs one."
        for role in ("key", "title")
        if role not in taken
    ]
    return faults + [
        f"Two columns are the {LABELS[role].lower()}: {_listed(columns)}. Choose one of them."
        for role, columns in taken.items()
        if role in ROLES and len(columns) > 1
    ]


def _listed(columns: Sequence[str]) -> str:
    return " and ".join(f"“{column}”" for column in columns)
