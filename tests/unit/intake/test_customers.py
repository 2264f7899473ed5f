"""One address, one customer: whatever case, blanks or form of letters it was typed in."""

import pytest

from app.intake.customers import address_hash, normalise_address
from app.intake.links import hash_token, token_for

SECRET = "tests-0123456789-abcdefghijklmnopqrstuvwxyz"


@pytest.mark.parametrize(
    "typed",
    ["Ana@Example.ORG", "  ana@example.org ", "\uff21\uff2e\uff21@example.org", "ana@EXAMPLE.org"],
)
def test_spellings_of_one_address_are_one_customer(typed: str) -> None:
    assert normalise_address(typed) == "ana@example.org"
    assert address_hash(b"k", typed) == address_hash(b"k", "ana@example.org")


def test_another_key_makes_another_hash() -> None:
    assert address_hash(b"k", "ana@example.org") != address_hash(b"l", "ana@example.org")


def test_a_token_depends_on_brief_kind_generation_and_secret() -> None:
    tokens = {
        token_for("b1", "mail", 1, SECRET),
        token_for("b2", "mail", 1, SECRET),
        token_for("b1", "screen", 1, SECRET),
        token_for("b1", "mail", 2, SECRET),
        token_for("b1", "mail", 1, SECRET + "x"),
    }

    assert len(tokens) == 5
    assert token_for("b1", "mail", 1, SECRET) in tokens
    assert all(len(token) == 43 and hash_token(token) != token for token in tokens)
