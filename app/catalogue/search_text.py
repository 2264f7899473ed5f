"""Folds and splits the words of the catalogue search, for the index and for the query alike.

Both databases index only what comes out of here, so that both find the same: SQLite with the
tokenizer `FTS5_TOKENIZER`, which parts words at spaces and leaves every letter alone.
"""

# ruff: noqa: RUF001 - look-alike letters are the very subject here
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

FTS5_TOKENIZER = "ascii"
MOST_WORDS = 12
FEWEST_LETTERS = 2
LONGEST_WORD = 64

_APOSTROPHE = re.compile("(?<=\\w)['’‘ʼʹ`´＇](?=\\w)")
_ATTACHED_MARKS = 10  # kana voicing, nukta and virama (classes 7 to 9) change the letter itself
_PLAIN_LETTERS = str.maketrans(
    {
        "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ħ": "h",
        "ı": "i", "ŋ": "n", "ŧ": "t", "ƒ": "f", "ɓ": "b", "ɗ": "d", "ɛ": "e", "ɔ": "o",
    }
)  # fmt: skip
_ASCII_MARKS = {code: " " for code in range(128) if not chr(code).isalnum()}
_OWNER = re.compile("(\\w+)['’]s\\b", re.IGNORECASE)
_ALONE = (
    (0x2E80, 0x2FFF),  # radicals
    (0x3005, 0x3007),  # iteration mark and zero
    (0x3040, 0x30FF),  # hiragana, katakana
    (0x31F0, 0x31FF),
    (0x3400, 0x4DBF),
    (0x4E00, 0x9FFF),  # Han
    (0xF900, 0xFAFF),
    (0x20000, 0x3FFFF),
)


@dataclass(frozen=True)
class Query:
    """The words somebody is looking for; the last one may still be being typed."""

    words: tuple[str, ...]
    last_is_prefix: bool
    too_short: bool


def fold(text: str) -> str:
    """Reduce text to plain lower-case words with one space between them.

    Accents go, ß becomes ss and ø o, apostrophes inside words vanish, every other mark parts
    words. Folding twice changes nothing.
    """
    joined = _APOSTROPHE.sub("", text)
    if joined.isascii():  # most text, and ten times faster
        return " ".join(joined.lower().translate(_ASCII_MARKS).split())
    decomposed = unicodedata.normalize("NFKD", joined).casefold()
    decomposed = unicodedata.normalize("NFKD", decomposed).translate(_PLAIN_LETTERS)
    bare = "".join(c for c in decomposed if unicodedata.combining(c) < _ATTACHED_MARKS)
    bare = _APOSTROPHE.sub("", bare)  # some letters hide one until decomposed
    spaced = "".join(c if _is_of_a_word(c) else " " for c in bare)
    return " ".join(unicodedata.normalize("NFC", spaced).split())


def split_words(text: str) -> list[str]:
    """Split text into folded words; each Chinese or Japanese character is a word of its own."""
    words: list[str] = []
    for word in fold(text).split():
        words.extend(piece[:LONGEST_WORD] for piece in _part_lone_characters(word).split())
    return words


def index_text(texts: Iterable[str]) -> str:
    """Give the words to index, with runs of initials also written as one word.

    "J.R.R. Tolkien" is then found by "jrr tolkien" and by "j r r tolkien", "Lamplighter's Week"
    also by "lamplighter week".
    """
    words: list[str] = []
    for text in texts:
        split = split_words(text)
        words += split + _joined_initials(split) + _owners(text)
    return " ".join(words)


def _owners(text: str) -> list[str]:
    if "'" not in text and "’" not in text:
        return []
    return [word for owner in _OWNER.findall(text) for word in split_words(owner)]


def parse_query(text: str) -> Query:
    """Read what was typed into the search box; at most twelve words count, repeats once."""
    found = split_words(text)
    words = found[:MOST_WORDS]
    is_open = bool(words) and len(found) <= MOST_WORDS and not text[-1:].isspace()
    once = tuple(dict.fromkeys(reversed(words)))[::-1]
    letters = sum(len(word) for word in once)
    is_short = letters < FEWEST_LETTERS and not any(_stands_alone(word[0]) for word in once)
    return Query(once, is_open, is_short)


def fts5_match(query: Query, *, any_word: bool = False) -> str:
    """Write the query for SQLite's FTS5: each word quoted, the open last one as a prefix."""
    terms = [f'"{word}"' for word in query.words]
    if terms and query.last_is_prefix:
        terms[-1] += "*"
    return (" OR " if any_word else " AND ").join(terms) or '""'


def tsquery(query: Query, *, any_word: bool = False) -> str:
    """Write the query for PostgreSQL: each word a quoted lexeme, the open last one with `:*`."""
    terms = [f"'{word}'" for word in query.words]
    if terms and query.last_is_prefix:
        terms[-1] += ":*"
    return (" | " if any_word else " & ").join(terms)


def _is_of_a_word(character: str) -> bool:
    return unicodedata.category(character)[0] in "LNM"


def _stands_alone(character: str) -> bool:
    code = ord(character)
    return code >= _ALONE[0][0] and any(first <= code <= last for first, last in _ALONE)


def _part_lone_characters(word: str) -> str:
    if word.isascii():
        return word
    return "".join(f" {c} " if _stands_alone(c) else c for c in word)


def _joined_initials(words: list[str]) -> list[str]:
    joined, run = [], ""
    for word in [*words, ""]:
        if len(word) == 1 and word.isalpha() and not _stands_alone(word):
            run += word
            continue
        if len(run) > 1:
            joined.append(run)
        run = ""
    return joined
