"""Median time of a search, key by key, over 10,000 real books and over 100,000.

Run with `python -m pytest tests/bench/bench_search.py -n 0 -s -m bench`; prints, asserts nothing.
"""

import csv
import io
import pathlib
import statistics
import time
from collections.abc import Iterator

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import text

from app.catalogue.importing import import_catalogue
from app.catalogue.search import search_items
from app.database import writing_connection
from app.extensions import db
from app.lifecycle import Role
from app.log import SYSTEM
from app.pilots.services import get_pilot
from tests.factories import make_staff, sign_in
from tests.integration.catalogue.making import make_pilot

pytestmark = pytest.mark.bench
TYPED = (
    "the hunger games",
    "tolkien ring",
    "pride and prejudice",
    "murakami",
    "a brief history of time",
    "harry potter stone",
    "love in the time",
    "king stand",
    "zebra crossing river",
    "the",
)


def keystrokes() -> Iterator[str]:
    for words in TYPED:
        for length in range(2, len(words) + 1):
            yield words[:length]


def repeated(books: pathlib.Path, times: int) -> io.BytesIO:
    """Return the books so many times over, each time with keys of its own."""
    with books.open(encoding="utf-8", newline="") as source:
        rows = list(csv.reader(source))
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(rows[0])
    for turn in range(times):
        writer.writerows([f"{turn}-{row[0]}", *row[1:]] for row in rows[1:])
    return io.BytesIO(out.getvalue().encode())


@pytest.mark.parametrize("times", [1, 10], ids=["10k", "100k"])
def test_search_as_you_type(app: Flask, data_folder: pathlib.Path, times: int) -> None:
    pilot_id = make_pilot(facets=None)
    began = time.perf_counter()
    source = repeated(data_folder / "books.csv", times)
    import_catalogue(pilot_id, source, name="books.csv", actor=SYSTEM)
    name = f"{db.engine.dialect.name}, {times * 10},000 books"
    print(f"\n{name}: imported in {time.perf_counter() - began:.1f} s")
    if db.engine.dialect.name == "postgresql":  # as autovacuum does within a minute
        with writing_connection() as connection:
            connection.execute(text("ANALYZE"))
    measure(f"{name}: each key", pilot_id, [(query, {}) for query in keystrokes()])
    chosen = {"language_code": ["eng"]}
    measure(f"{name}: with a filter", pilot_id, [(query, chosen) for query in keystrokes()])
    measure(f"{name}: browsing", pilot_id, [("", {})] * 20)
    measure(f"{name}: browsing a filter", pilot_id, [("", chosen)] * 20)
    measure_pages(name, app)


def measure_pages(name: str, app: Flask) -> None:
    """Time the answer to each key as the page asks for it, without the network."""
    pilot = get_pilot("halfleaf")
    app.test_client_class = FlaskClient  # the checking client would be part of the time
    app.config["WTF_CSRF_ENABLED"] = False
    client = app.test_client()
    sign_in(client, make_staff(pilot, Role.CURATOR))
    times = []
    for query in keystrokes():
        began = time.perf_counter()
        address = "/pilots/halfleaf/catalogue"
        client.get(address, query_string={"q": query}, headers={"HX-Request": "true"})
        times.append((time.perf_counter() - began) * 1000)
    print(f"{name}: each key over HTTP: median {statistics.median(times):.1f} ms")


def measure(name: str, pilot_id: int, searches: list[tuple[str, dict[str, list[str]]]]) -> None:
    times, busy = [], time.process_time()
    for query, filters in searches:
        search_items(pilot_id, query, filters=filters)
        began = time.perf_counter()
        search_items(pilot_id, query, filters=filters)
        times.append((time.perf_counter() - began) * 1000)
        db.session.rollback()
    busy = (time.process_time() - busy) * 500 / len(searches)
    slowest = max(zip(times, searches, strict=True))
    spread = statistics.quantiles(times, n=20)[-1]
    median = statistics.median(times)
    print(f"{name}: median {median:.1f} ms, p95 {spread:.1f}, CPU {busy:.1f}, slowest {slowest}")
