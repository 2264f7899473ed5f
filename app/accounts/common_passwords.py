"""Tell the passwords that are tried first: well-known words, walks over the keyboard, repeats.

A list of whole passwords would miss most of them at twelve characters and more, so the words of
such lists are shipped and a password is common when it is made of one or two of them with the
usual digits and signs (each word thereby stands for thousands).  Pure but for reading its file.
"""

from collections.abc import Collection
from functools import lru_cache
from pathlib import Path

WORDS_FILE = Path(__file__).with_suffix(".txt")
WALKS = (
    "01234567890123456789",
    "abcdefghijklmnopqrstuvwxyz",
    "qwertyuiop",
    "qwertzuiop",
    "azertyuiop",
    "asdfghjkl",
    "zxcvbnm",
    "1qaz2wsx3edc4rfv5tgb6yhn7ujm",
    "1q2w3e4r5t6y7u8i9o0p",
)
SHORTEST_WALK = 4
WORDS_THAT_MAKE_A_PHRASE = 3
SHORTEST_OWN_WORD = 4
_LEET = str.maketrans({"0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "8": "b"})
_ENDINGS = "0123456789!?.,;:-_*#+ "
_SIGNS = str.maketrans({"@": "a", "$": "s", "!": "i", "€": "e"})


def is_common(password: str, about: Collection[str] = ()) -> bool:
    """Tell whether a password is made of what is tried first; `about` is its owner's own words."""
    plain = password.casefold()
    own = _own_words(about)
    core = plain.rstrip(_ENDINGS)
    variants = {plain} | {text.translate(_LEET).translate(_SIGNS) for text in (plain, core)}
    return any(_is_repeat(variant) or _is_made_of(variant, own) for variant in variants)


@lru_cache(maxsize=1)
def common_words() -> frozenset[str]:
    """Return the words of well-known passwords."""
    return frozenset(WORDS_FILE.read_text(encoding="utf-8").split())


def _own_words(about: Collection[str]) -> frozenset[str]:
    spread = "".join(c if c.isalnum() else " " for c in " ".join(about).casefold())
    return frozenset(word for word in spread.split() if len(word) >= SHORTEST_OWN_WORD)


def _is_repeat(text: str) -> bool:
    """Tell whether a text is a short piece over and over: aaaa, 121212, abcabcabc."""
    return any(text == (text[:size] * len(text))[: len(text)] for size in range(1, 5))


def _is_made_of(text: str, own: frozenset[str]) -> bool:
    """Tell whether fewer words than make a phrase, with digits and signs, are the whole text.

    `fewest[i]` is the least number of words that the first i characters can be cut into.
    """
    far = len(text) + 1
    fewest = [0, *[far] * len(text)]
    for end in range(1, len(text) + 1):
        if not text[end - 1].isalpha():
            fewest[end] = fewest[end - 1]
        for start in range(max(0, end - 24), end - 1):
            if fewest[start] < fewest[end] - 1 and _is_known(text[start:end], own):
                fewest[end] = fewest[start] + 1
    return fewest[-1] < WORDS_THAT_MAKE_A_PHRASE


def _is_known(piece: str, own: frozenset[str]) -> bool:
    if piece in own or piece in common_words():
        return True
    return len(piece) >= SHORTEST_WALK and any(
        piece in walk or piece in walk[::-1] for walk in WALKS
    )
