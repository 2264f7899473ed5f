# ruff: noqa: RUF001 - look-alike letters are the very subject here
import re
import sqlite3

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from app.catalogue.search_text import (
    FTS5_TOKENIZER,
    LONGEST_WORD,
    Query,
    fold,
    fts5_match,
    index_text,
    parse_query,
    split_words,
    tsquery,
)

ANY_TEXT = st.text(st.characters(codec=None, exclude_categories=()), max_size=60)
NASTY = [
    "\0",
    'a"b OR c*',
    "NEAR(a b)",
    "-a ^b",
    "title:x",
    "'); drop",
    "a & !b | c:*",
    "\\",
    "\ud800",
]


@pytest.fixture
def finds():
    connection = sqlite3.connect(":memory:")
    connection.execute(f"CREATE VIRTUAL TABLE t USING fts5(words, tokenize='{FTS5_TOKENIZER}')")

    def search(text, typed, **how):
        connection.execute("DELETE FROM t")
        connection.execute("INSERT INTO t VALUES (?)", (index_text([text]),))
        match = fts5_match(parse_query(typed), **how)
        return bool(connection.execute("SELECT 1 FROM t WHERE t MATCH ?", (match,)).fetchall())

    yield search
    connection.close()


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("The Lamplighter's Café", "the lamplighters cafe"),
        ("the lamplighter’s", "the lamplighters"),
        ("Straße, GROSS", "strasse gross"),
        ("Ægir Øst Łódź Œuvre þing", "aegir ost lodz oeuvre thing"),
        ("İstanbul ılık", "istanbul ilik"),
        ("well-known/half (1984)", "well known half 1984"),
        ("snake_case & Co.", "snake case co"),
        ("ﬁne ① Ｆｕｌｌ", "fine 1 full"),
        ("Ёлка Й Άλφα", "елка и αλφα"),
        ("dogs' 'quoted'", "dogs quoted"),
        ("a\0b\x1bc", "a b c"),
        ("한국어", "한국어"),
        ("🎈", ""),
        ("", ""),
    ],
)
def test_fold_leaves_plain_words(text, folded):
    assert fold(text) == folded


def test_split_words_parts_chinese_and_japanese_characters():
    assert split_words("東京tower 本が") == ["東", "京", "tower", "本", "が"]


def test_split_words_cuts_a_word_that_no_index_would_hold():
    assert split_words("x" * 5000) == ["x" * LONGEST_WORD]


@given(ANY_TEXT)
@example("´a`")
@example("\u0345\u03b1ǰ")
@example("aŉ aʹa")
def test_folding_twice_changes_nothing(text):
    assert fold(fold(text)) == fold(text)


@given(ANY_TEXT)
def test_folded_text_is_words_and_single_spaces_that_any_database_takes(text):
    folded = fold(text)

    assert folded == " ".join(folded.split())
    assert folded.replace(" ", "").isprintable() or folded == ""
    assert not re.search(r"[\x00-\x1f!-/:-@\[-`{-~]", folded)
    folded.encode("utf-8")


def test_initials_are_found_in_either_spelling(finds):
    text = "J.R.R. Tolkien, J. K. Rowling"

    assert finds(text, "jrr tolkien")
    assert finds(text, "j r r tolkien")
    assert finds(text, "J.K. Row")
    assert not finds(text, "rk rowling")


@pytest.mark.parametrize(
    ("typed", "query"),
    [
        ("harry pot", Query(("harry", "pot"), True, False)),
        ("harry pot ", Query(("harry", "pot"), False, False)),
        ("  ", Query((), False, True)),
        ("", Query((), False, True)),
        ("!!", Query((), False, True)),
        ("h", Query(("h",), True, True)),
        ("h g", Query(("h", "g"), True, False)),
        ("書", Query(("書",), True, False)),
        ("the cat the", Query(("cat", "the"), True, False)),
    ],
)
def test_parse_query_reads_what_was_typed(typed, query):
    assert parse_query(typed) == query


def test_parse_query_takes_twelve_words_and_leaves_none_open_beyond():
    query = parse_query(" ".join(f"w{i}" for i in range(40)))

    assert len(query.words) == 12
    assert not query.last_is_prefix


def test_queries_are_written_for_both_databases():
    query = parse_query("Harry's Pot")

    assert fts5_match(query) == '"harrys" AND "pot"*'
    assert fts5_match(query, any_word=True) == '"harrys" OR "pot"*'
    assert tsquery(query) == "'harrys' & 'pot':*"
    assert tsquery(query, any_word=True) == "'harrys' | 'pot':*"
    assert (fts5_match(parse_query("")), tsquery(parse_query(""))) == ('""', "")


@given(ANY_TEXT, st.booleans())
@example(NASTY[0], True)
@example(NASTY[1], False)
@example(NASTY[6], True)
@example("x OR y", False)
def test_typed_text_never_becomes_an_operator(typed, any_word):
    query = parse_query(typed)
    joint = " OR " if any_word else " AND "

    terms = fts5_match(query, any_word=any_word).split(joint)
    lexemes = tsquery(query, any_word=any_word).split(" | " if any_word else " & ")

    assert all(re.fullmatch(r'"[^"\s]*"\*?', term) for term in terms)
    assert all(re.fullmatch(r"'[^'\\\s]+'(:\*)?", lexeme) for lexeme in lexemes if lexeme)
    assert len(query.words) <= 12


@given(text=ANY_TEXT)
@example(text="İ")
@example(text="\U0001e922 ab")
@example(text="क्षि कि")
def test_every_text_is_found_by_its_own_words(text):
    connection = sqlite3.connect(":memory:")
    connection.execute(f"CREATE VIRTUAL TABLE t USING fts5(w, tokenize='{FTS5_TOKENIZER}')")
    connection.execute("INSERT INTO t VALUES (?)", (index_text([text]),))

    match = fts5_match(parse_query(text))
    found = connection.execute("SELECT count(*) FROM t WHERE t MATCH ?", (match,)).fetchone()[0]
    connection.close()

    assert found == (1 if split_words(text) else 0)


@pytest.mark.parametrize("typed", NASTY, ids=ascii)
def test_nasty_text_is_only_searched_for(finds, typed):
    assert finds("title x drop a b c near or", typed) == bool(split_words(typed))


def test_any_word_finds_what_all_words_miss(finds):
    assert not finds("Quiet Ferry", "quiet mountain")
    assert finds("Quiet Ferry", "quiet mountain", any_word=True)


def test_an_owner_is_found_without_the_mark():
    words = index_text(["The Lamplighter's Week", "Hunter’s moon"]).split()

    assert {"lamplighters", "lamplighter", "week", "hunters", "hunter"} <= set(words)


@settings(deadline=None)
@given(st.text(st.characters(max_codepoint=127)))
def test_plain_text_folds_as_any_other(text):
    assert fold(f"{text} é") == f"{fold(text)} e".strip()
