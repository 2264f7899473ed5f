"""Time and memory of an import: 10,000 real books, 100,000, and the same file once more.

Run with `python -m pytest tests/bench/bench_import.py -n 0 -s -m bench`; prints, asserts nothing.
"""

import os
import pathlib
import resource
import time

import pytest
from flask import Flask

from app.catalogue.importing import import_catalogue
from app.extensions import db
from app.log import SYSTEM
from tests.bench.bench_search import repeated
from tests.integration.catalogue.making import make_pilot

pytestmark = pytest.mark.bench


@pytest.mark.parametrize("times", [1, 10], ids=["10k", "100k"])
def test_import_of_the_real_books(app: Flask, data_folder: pathlib.Path, times: int) -> None:
    pilot_id = make_pilot(facets=None)
    source = repeated(data_folder / "books.csv", times)
    name = f"{db.engine.dialect.name}, {times * 10},000 rows"
    print(f"\n{name}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
    for turn, dry_run in (("dry run", True), ("import", False), ("the same again", False)):
        source.seek(0)
        before, busy = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.process_time()
        began = time.perf_counter()
        report = import_catalogue(pilot_id, source, name="books.csv", actor=SYSTEM, dry_run=dry_run)
        took, busy = time.perf_counter() - began, time.process_time() - busy
        grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
        told = ", ".join(f"{count:,} {word}" for word, count in report.counts.items() if count)
        print(f"{name}: {turn} {took:.1f} s (CPU {busy:.1f} s), grew {grown:.0f} MiB: {told}")
