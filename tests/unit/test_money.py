import pytest
from flask import Flask

from app.web.filters import money


@pytest.mark.parametrize(
    ("minor", "currency", "shown"),
    [(1250, "GBP", "£12.50"), (1250, "JPY", "¥1,250"), (12500, "KWD", "KWD12.500")],
    ids=["two", "none", "three"],
)
def test_money_has_the_decimals_of_its_currency(
    app: Flask, minor: int, currency: str, shown: str
) -> None:
    with app.test_request_context():
        assert money(minor, currency).replace("\xa0", "").removeprefix("JP") == shown
