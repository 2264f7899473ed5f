"""Passwords that are tried first are told from those that nobody guesses."""

import pytest

from app.accounts.common_passwords import common_words, is_common
from app.accounts.workload import read_tags
from app.exceptions import Invalid


@pytest.mark.parametrize(
    "password",
    [
        "password1234",
        "P@ssw0rd2026!",
        "qwertyuiop12",
        "poiuytrewq12",
        "123456789012",
        "1q2w3e4r5t6y",
        "aaaaaaaaaaaa",
        "abcabcabcabc",
        "iloveyou1234",
        "Summer2026!!!",
        "liverpoolchelsea99",
        "letmein letmein",
        "backroom-backroom",
    ],
)
def test_what_is_tried_first_is_common(password: str) -> None:
    assert is_common(password)


@pytest.mark.parametrize(
    "password",
    ["correct horse battery", "four unrelated tram words", "YkqT9-w_aZsd0e", "sun moon rain snow"],
)
def test_a_phrase_or_a_random_word_is_not(password: str) -> None:
    assert not is_common(password)


def test_ones_own_name_and_address_do_not_make_a_password() -> None:
    about = ("Nova Nyberg", "nova@halfleaf.example")

    assert is_common("nova.nyberg.12", about)
    assert not is_common("nova.nyberg.12")


def test_the_longest_password_is_judged_at_once() -> None:
    assert not is_common("qx7" * 30 + "unheard of" * 4)


def test_the_words_stand_for_more_than_three_thousand_passwords() -> None:
    endings = ("", "1", "12", "123", "2026")

    assert len(common_words()) * len(endings) > 3000


def test_tags_are_read_once_each_and_not_without_end() -> None:
    assert read_tags(" poetry,, gardening ,") == ("poetry", "gardening")
    with pytest.raises(Invalid):
        read_tags(",".join(f"t{n}" for n in range(13)))
    with pytest.raises(Invalid):
        read_tags("x" * 41)
