"""Pilots and catalogues for the tests of the catalogue, made through the services."""

import io
from html.parser import HTMLParser

from flask.testing import FlaskClient
from ruamel.yaml import YAML

from app.catalogue.importing import ImportReport, import_catalogue
from app.log import SYSTEM
from app.pilots.services import import_pilot
from tests.pilots import BOOKS, BOOKS_CATALOGUE


def make_pilot(slug: str = "halfleaf", **cards: object) -> int:
    """Return the id of a pilot without a catalogue; `cards` changes its card settings."""
    yaml = YAML(typ="safe")
    document = yaml.load(BOOKS)
    document["pilot"] = slug
    document["cards"] = {**document["cards"], **cards}
    out = io.StringIO()
    yaml.dump(document, out)
    return import_pilot(out.getvalue(), actor=SYSTEM).id


def import_text(
    pilot_id: int, text: str | bytes, *, name: str = "shop.csv", dry_run: bool = False
) -> ImportReport:
    """Import a catalogue given as text."""
    source = io.BytesIO(text.encode() if isinstance(text, str) else text)
    return import_catalogue(pilot_id, source, name=name, actor=SYSTEM, dry_run=dry_run)


def make_catalogue(slug: str = "halfleaf", *, text: str = BOOKS_CATALOGUE, **cards: object) -> int:
    """Return the id of a pilot that has a catalogue."""
    pilot_id = make_pilot(slug, **cards)
    import_text(pilot_id, text)
    return pilot_id


class _Fields(HTMLParser):
    """The fields of a page as a browser would send them."""

    def __init__(self) -> None:
        super().__init__()
        self.sent: dict[str, str] = {}
        self._select = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        if tag == "select":
            self._select = str(found["name"])
        elif tag == "option" and ("selected" in found or self._select not in self.sent):
            self.sent[self._select] = str(found.get("value"))
        elif tag == "input" and found.get("type") == "radio" and "checked" in found:
            self.sent[str(found["name"])] = str(found["value"])


def fields_of(html: str) -> dict[str, str]:
    """Return the chosen values of a page's selects and radio buttons."""
    page = _Fields()
    page.feed(html)
    return page.sent


def multipart(data: bytes, name: str, **fields: object) -> dict[str, object]:
    """Return the arguments of a post with one file; the client would spool it and leave it open."""
    parts = [
        f'--cut\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{value}\r\n'.encode()
        for key, value in fields.items()
    ]
    head = f'--cut\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n'
    parts += [head.encode(), b"Content-Type: application/octet-stream\r\n\r\n", data]
    return {
        "data": b"".join([*parts, b"\r\n--cut--\r\n"]),
        "content_type": "multipart/form-data; boundary=cut",
    }


def upload_table(client: FlaskClient, at: str, table: str | bytes, name: str = "shop.csv") -> str:
    """Upload a table; return where its columns stand."""
    data = table.encode() if isinstance(table, str) else table
    answer = client.post(f"{at}/import", **multipart(data, name))
    assert answer.status_code == 303, answer.text
    return answer.location


def choose_columns(client: FlaskClient, columns: str, **changes: str) -> str:
    """Send the columns as they were guessed, but for changes; return where the dry run stands."""
    answer = client.post(columns, data={**fields_of(client.get(columns).text), **changes})
    assert answer.status_code == 303, answer.text
    return answer.location
