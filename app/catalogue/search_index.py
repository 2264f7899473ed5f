"""The search index of both databases behind one shape: ids of matches, and a score."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Float,
    Select,
    String,
    cast,
    column,
    func,
    literal,
    literal_column,
    select,
    table,
)
from sqlalchemy.dialects.postgresql import ARRAY, REAL, TSQUERY, TSVECTOR

from app.catalogue.search_text import Query, fts5_match, tsquery
from app.extensions import db
from app.models import ItemFacet, ItemSearch

Filters = Mapping[str, tuple[str, ...]]
WEIGHTS = {"title": 10.0, "maker": 6.0, "tags": 3.0, "rest": 1.0}

_rows = ItemSearch.__table__.c
_facets = ItemFacet.__table__.c
_item_words = table("item_words", column("rowid"), column("item_words"))
_words = literal_column("item_search.words", TSVECTOR)


@dataclass(frozen=True, slots=True)
class Matches:
    """Which items of a pilot match, as columns to build a statement from.

    `has_rows` says that the columns of `item_search` stand in that statement already.
    """

    pilot_id: int
    item_id: ColumnElement[Any]
    condition: ColumnElement[bool]
    score: ColumnElement[Any]
    is_browsing: bool = False
    has_rows: bool = True

    def ids(self) -> Select[Any]:
        """Return the statement that lists the matching items' ids."""
        return select(self.item_id.label("item_id")).where(self.condition)


def browse(pilot_id: int) -> Matches:
    """Match every current item of a pilot."""
    own = _rows.pilot_id == pilot_id
    return Matches(pilot_id, _rows.item_id, own, literal(0.0), is_browsing=True)


def match(pilot_id: int, query: Query, *, any_word: bool) -> Matches:
    """Match items by words, all of them or any, inside the pilot's part of the index."""
    if db.engine.dialect.name == "sqlite":
        return _match_fts5(pilot_id, query, any_word=any_word)
    return _match_tsvector(pilot_id, query, any_word=any_word)


def _match_fts5(pilot_id: int, query: Query, *, any_word: bool) -> Matches:
    words = fts5_match(query, any_word=any_word)
    scoped = f'pilot_id : "{pilot_id}" AND {{title maker tags rest}} : ({words})'
    # bm25 is lower for better matches; the pilot's own column weighs nothing.
    score = -func.bm25(literal_column("item_words"), *WEIGHTS.values(), 0.0, type_=Float)
    return Matches(
        pilot_id,
        _item_words.c.rowid,
        _item_words.c.item_words.op("MATCH")(scoped),
        score,
        has_rows=False,
    )


def _match_tsvector(pilot_id: int, query: Query, *, any_word: bool) -> Matches:
    words = tsquery(query, any_word=any_word)
    scoped = cast(literal(f"'pilot:{pilot_id}' & ({words})", String), TSQUERY)
    weights = "{" + ",".join(str(weight / 10) for weight in reversed(WEIGHTS.values())) + "}"
    rank = func.ts_rank if any_word else func.ts_rank_cd
    # 1 divides by the logarithm of the length, so that a short title beats a long one.
    score = rank(cast(literal(weights, String), ARRAY(REAL)), _words, cast(words, TSQUERY), 1)
    return Matches(pilot_id, _rows.item_id, _words.op("@@")(scoped), score)


def having(matches: Matches, filters: Filters) -> Select[Any]:
    """Return the statement that lists matching items which bear the chosen values."""
    statement = matches.ids()
    for name, values in filters.items():
        bears = select(_facets.item_id).where(_facets.attribute == name, _facets.value.in_(values))
        if matches.is_browsing:
            bears = bears.where(_facets.pilot_id == matches.pilot_id)
            statement = statement.where(matches.item_id.in_(bears))
        else:
            bears = bears.where(_facets.item_id == matches.item_id)
            statement = statement.where(bears.correlate_except(ItemFacet.__table__).exists())
    return statement
