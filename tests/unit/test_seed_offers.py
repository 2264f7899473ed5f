"""Hold the offers of renewal and finder to their own columns: payments, terms, journeys, papers."""

import csv
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

CATALOGUES = Path(__file__).parents[2] / "seed" / "catalogues"
Row = dict[str, str]
BANDS = {"under 150": 150, "150 to 250": 250, "250 to 350": 350, "350 to 500": 500}
OFFERS = {
    *("renew same", "upgrade", "smaller payment", "electric switch", "nearly new"),
    *("buy out", "extend"),
}


def read_catalogue(name: str) -> list[Row]:
    with (CATALOGUES / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


RENEWAL = read_catalogue("renewal")
FINDER = read_catalogue("finder")


def values_of(rows: list[Row], column: str) -> Iterator[str]:
    for row in rows:
        yield from row[column].split(";")


def keys_where(rows: list[Row], wrong: Callable[[Row], object]) -> list[str]:
    return [row["key"] for row in rows if wrong(row)]


@pytest.mark.parametrize("kind", sorted(OFFERS))
def test_every_type_of_offer_has_thirty_and_several_makers(kind: str) -> None:
    offers = [row for row in RENEWAL if row["type"] == kind]

    assert len(offers) >= 30
    assert len({row["maker"] for row in offers}) >= 5


def test_only_brochures_come_without_a_payment() -> None:
    for column in ("price", "term_months", "deposit", "co2"):
        empty = {row["type"] for row in RENEWAL if not row[column]}
        assert empty == {"brochure"}, column
    assert 5 <= sum(row["type"] == "brochure" for row in RENEWAL) <= 10


def test_payments_lie_in_their_band() -> None:
    for row in RENEWAL:
        if row["price"]:
            price = float(row["price"])
            band = next((name for name, top in BANDS.items() if price < top), "over 500")
            assert row["payment_band"] == band, row["key"]
            assert 100 <= price <= 1300, row["key"]


def test_terms_mileage_and_deposits_are_those_of_a_lender() -> None:
    for row in RENEWAL:
        if row["type"] == "brochure":
            continue
        assert 6 <= int(row["term_months"]) <= 60, row["key"]
        assert 0 <= int(row["deposit"]) <= 3000, row["key"]
        assert bool(row["mileage"]) == (row["type"] != "buy out"), row["key"]
        assert not row["mileage"] or 3000 <= int(row["mileage"]) <= 30000, row["key"]
        keeps = row["type"] in {"buy out", "extend"}
        assert bool(row["stock"]) != keeps, f"{row['key']}: what stays is not in stock"


def test_electric_switches_end_in_something_electric() -> None:
    switches = [row for row in RENEWAL if row["type"] == "electric switch"]

    assert keys_where(switches, lambda row: row["fuel"] != "electric") == []
    priced = [row for row in RENEWAL if row["co2"]]
    assert keys_where(priced, lambda r: (r["fuel"] == "electric") != (r["co2"] == "0")) == []
    hybrids = [row for row in priced if row["fuel"] == "plug-in hybrid"]
    assert keys_where(hybrids, lambda row: not 15 <= int(row["co2"]) <= 50) == []


def test_extending_and_smaller_payments_cost_less_than_renewing() -> None:
    extensions = [row for row in RENEWAL if row["type"] == "extend"]

    assert keys_where(extensions, lambda row: int(row["term_months"]) > 24) == []
    by_type = {
        kind: [float(row["price"]) for row in RENEWAL if row["type"] == kind]
        for kind in ("renew same", "smaller payment", "extend")
    }
    means = {kind: sum(prices) / len(prices) for kind, prices in by_type.items()}
    assert max(means["extend"], means["smaller payment"]) < means["renew same"]


def test_no_deposit_is_only_claimed_where_none_is_asked() -> None:
    claims = [row for row in RENEWAL if "no-deposit" in row["tags"].split(";")]

    assert len(claims) >= 50
    assert keys_where(claims, lambda row: row["deposit"] != "0") == []
    promised = [r for r in RENEWAL if re.search(r"[Nn]othing down|no deposit", r["description"])]
    assert keys_where(promised, lambda row: row["deposit"] != "0") == []


def test_the_smallest_payment_is_the_smallest() -> None:
    payments = {row["key"]: float(row["price"]) for row in RENEWAL if row["price"]}

    assert min(payments, key=payments.__getitem__) == "smallest-payment-we-have"


@pytest.mark.parametrize("journey", ["expand", "new line", "replace"])
def test_every_journey_has_a_hundred_items_over_most_applications(journey: str) -> None:
    found = [row for row in FINDER if journey in row["journey"].split(";")]

    assert len(found) >= 100
    assert len(set(values_of(found, "application"))) >= 12
    assert sum(row["flow_range"] != "not applicable" for row in found) >= 40


def test_project_prices_are_left_open_and_the_rest_are_plausible() -> None:
    projects = [row for row in FINDER if not row["price"]]

    assert 10 <= len(projects) <= 60
    assert keys_where(projects, lambda row: row["stock"]) == []
    assert keys_where(projects, lambda row: int(row["lead_time_weeks"]) < 2) == []
    priced = [float(row["price"]) for row in FINDER if row["price"]]
    assert all(20 <= price <= 30000 for price in priced)


def test_what_stands_on_the_shelf_does_not_take_months() -> None:
    for row in FINDER:
        weeks = int(row["lead_time_weeks"])
        assert 1 <= weeks <= 30, row["key"]
        if row["stock"]:
            assert weeks <= 12, row["key"]
        if "long-lead" in row["tags"].split(";"):
            assert weeks >= 12, row["key"]


def test_certificates_go_with_medium_and_use() -> None:
    for row in FINDER:
        certificates = row["certificates"].split(";")
        if "EHEDG" in certificates or "FDA materials" in certificates:
            uses = {"food and drink", "pharma", "cosmetics", "cleaning in place"}
            assert uses & set(row["application"].split(";")), row["key"]
        if "WRAS" in certificates and row["price"]:
            assert row["material"] != "cast iron", row["key"]
        assert ("not applicable" in certificates) <= (len(certificates) == 1), row["key"]
