"""The table that people fill in when they have no file yet (pure)."""

import csv
import io

from app.pilots.page_definition import Cards

_COLUMNS = (
    ("key", "sample-1"),
    ("title", "The name customers read"),
    ("maker", "Who made it"),
    ("description", "Two or three sentences that help to choose."),
    ("price", "12.50"),
    ("currency", ""),
    ("picture", "https://shop.example/sample-1.jpg"),
    ("link", "https://shop.example/sample-1"),
    ("tags", "first tag; second tag"),
    ("stock", "3"),
)


def template_text(cards: Cards, currency: str) -> str:
    """Return the header of a pilot's catalogue with one row as an example."""
    known = {name for name, _example in _COLUMNS}
    further = dict.fromkeys((*cards.facts, *(cards.facets or ())))
    attributes = [name for name in further if name not in known]
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow([*(name for name, _example in _COLUMNS), *attributes])
    examples = [currency if name == "currency" else example for name, example in _COLUMNS]
    writer.writerow([*examples, *("" for _ in attributes)])
    return out.getvalue()
