"""What is odd about a row that is taken all the same, in the words of a problem (pure)."""

import re
from collections.abc import Iterator

from app.catalogue.cells import read_whole
from app.catalogue.columns import ColumnMapping, ItemDraft
from app.catalogue.table_faults import RowProblem
from app.catalogue.tables import Row

_SHORTENED = re.compile(r"\d[.,]\d+E\+\d+", re.IGNORECASE)
_FORMULA = re.compile(r"=[A-Z]+\(|=\S+[-+*/]")


def warnings_of(
    row: Row, draft: ItemDraft, mapping: ColumnMapping, currency: str
) -> Iterator[RowProblem]:
    """Yield what somebody may want to know of a row although it is taken."""
    if _SHORTENED.fullmatch(draft.key):
        yield RowProblem(
            row.number,
            mapping.key or "key",
            found=f"“{draft.key}”",
            expected="the key in full; a spreadsheet has shortened it",
            how_to_fix="Format the column as text and save the file anew.",
        )
    if draft.currency and draft.currency != currency:
        yield RowProblem(
            row.number,
            mapping.currency or mapping.price or "price",
            found=draft.currency,
            expected=f"{currency}, as the pilot counts",
            how_to_fix="Sums and budgets take the number as it is: give prices in one currency.",
        )
    stock = row.values.get(mapping.stock, "") if mapping.stock else ""
    if stock.strip().startswith("-") and (read_whole(stock) or 0) < 0:
        yield RowProblem(
            row.number,
            mapping.stock or "stock",
            found=f"“{stock.strip()}”",
            expected="no less than none in stock",
            how_to_fix="It is taken as out of stock.",
        )
    if _FORMULA.match(draft.title) or _FORMULA.match(draft.description):
        yield RowProblem(
            row.number,
            mapping.title or "title",
            found=f"“{draft.title}”",
            expected="text; this reads like a formula",
            how_to_fix="It is kept as text and never run.",
        )


def stays_archived(row: int, column: str, key: str) -> RowProblem:
    """Say that an item which somebody archived by hand is not offered again by a file."""
    return RowProblem(
        row,
        column,
        found=f"“{key}”",
        expected="an item that is offered; this one was archived by hand",
        how_to_fix="It stays archived. Its page in the catalogue offers it again.",
    )
