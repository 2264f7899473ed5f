"""A file on its way through the import wizard: what was chosen for it, what its dry run said."""

import json
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO

from app.catalogue.import_options import ImportOptions
from app.catalogue.import_reports import ImportReport
from app.catalogue.uploads import (
    GONE,
    TOKEN,
    drop_upload,
    keep_upload,
    open_upload,
    uploads_folder,
)
from app.exceptions import Gone


@dataclass
class Upload:
    """A kept file: its name, what was chosen for it, and what a dry run of that said."""

    token: str
    name: str
    pilot_id: int
    staff_id: int
    options: ImportOptions = field(default_factory=ImportOptions)
    report: ImportReport | None = None
    delimiter: str = ","
    is_remembered: bool = False
    is_chosen: bool = False

    @property
    def failed_path(self) -> Path:
        """Return where the failed rows of the dry run are written."""
        return uploads_folder() / f"{self.token}.failed"

    @contextmanager
    def opened(self) -> Iterator[BinaryIO]:
        """Open the file itself."""
        owner = {"pilot_id": self.pilot_id, "staff_id": self.staff_id}
        with open_upload(self.token, **owner) as (source, _name):
            yield source

    def keep(self) -> None:
        """Write down what is known of the file, whole or not at all."""
        document: dict[str, Any] = {
            "name": self.name,
            "pilot_id": self.pilot_id,
            "staff_id": self.staff_id,
            "options": self.options.as_document(),
            "report": self.report.kept() if self.report else None,
            "delimiter": self.delimiter,
            "is_remembered": self.is_remembered,
            "is_chosen": self.is_chosen,
        }
        aside = uploads_folder() / f".{self.token}.{secrets.token_hex(4)}"
        aside.write_text(json.dumps(document), encoding="utf-8")
        aside.replace(uploads_folder() / f"{self.token}.choices")

    def drop(self) -> None:
        """Remove the file that has served; its failed rows stay for the day."""
        drop_upload(self.token)


def begin_upload(source: BinaryIO, *, name: str, pilot_id: int, staff_id: int) -> Upload:
    """Keep a file for this person and pilot, nothing chosen yet."""
    token = keep_upload(source, name=name[:200], pilot_id=pilot_id, staff_id=staff_id)
    upload = Upload(token, name[:200], pilot_id, staff_id)
    upload.keep()
    return upload


def get_upload(token: str, *, pilot_id: int, staff_id: int) -> Upload:
    """Return a kept file, for the person who sent it and for no other pilot."""
    if not TOKEN.fullmatch(token):
        raise Gone(GONE)
    try:
        document = json.loads((uploads_folder() / f"{token}.choices").read_text(encoding="utf-8"))
    except FileNotFoundError as missing:
        raise Gone(GONE) from missing
    if (document["pilot_id"], document["staff_id"]) != (pilot_id, staff_id):
        raise Gone(GONE)
    options, report = document.pop("options"), document.pop("report")
    return Upload(
        token,
        options=ImportOptions.from_document(options),
        report=ImportReport.from_kept(report) if report else None,
        **document,
    )
