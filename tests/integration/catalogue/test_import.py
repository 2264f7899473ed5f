import time

from tests.integration.catalogue.making import import_text, make_pilot
from app.catalogue.importing import import_catalogue
from app.log import SYSTEM


def test_time(app, data_folder):
    pilot_id = make_pilot(facets=None)
    for _ in range(2):
        with (data_folder / "books.csv").open("rb") as source:
            start = time.perf_counter()
            report = import_catalogue(pilot_id, source, name="books.csv", actor=SYSTEM)
            print(
                time.perf_counter() - start,
                report.counts,
                [g.as_document() for g in report.problems],
            )
    print([(c.name, c.role) for c in report.columns])
    with (data_folder / "apparel.csv").open("rb") as source:
        report = import_catalogue(pilot_id, source, name="a.csv", actor=SYSTEM)
    print(report.counts, [g.as_document() for g in report.problems])
    print([(c.name, c.role) for c in report.columns])
