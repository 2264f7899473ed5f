"""Joins the rows that some shops write for one product: its sizes, colours and further pictures.

Such exports repeat the key and leave the title empty from the second row on.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from app.catalogue.cells import read_whole, split_list
from app.catalogue.columns import ColumnMapping
from app.catalogue.table_faults import RowProblem
from app.catalogue.tables import Row


def join_variants(
    rows: Iterable[Row | RowProblem], mapping: ColumnMapping
) -> Iterator[Row | RowProblem]:
    """Yield one row per product; what its rows say differently becomes a list, stock a sum.

    Only rows that follow each other are joined. A column that varies must be among the lists of
    the mapping to come out as one: see `with_varying_lists`.
    """
    product: Row | None = None
    for row in rows:
        if isinstance(row, RowProblem):
            yield row
        elif product is not None and _continues(product, row, mapping):
            joined = _joined(product.values, row.values, mapping)
            product = Row(product.number, joined, product.folded + 1)
        else:
            if product is not None:
                yield product
            product = row
    if product is not None:
        yield product


def with_varying_lists(
    mapping: ColumnMapping, samples: Iterable[Mapping[str, str]]
) -> ColumnMapping:
    """Add to the lists of a mapping each attribute that varies within a product."""
    varying: set[str] = set()
    first: Row | None = None
    for values in samples:
        row = Row(0, dict(values))
        if first is not None and _continues(first, row, mapping):
            varying |= {name for name in mapping.attributes if _differs(first, row, name)}
        else:
            first = row
    return replace(mapping, lists=mapping.lists | varying, numbers=mapping.numbers - varying)


def _continues(product: Row, row: Row, mapping: ColumnMapping) -> bool:
    if mapping.key is None or mapping.title is None:
        return False
    key, title = row.values[mapping.key].strip(), row.values[mapping.title].strip()
    if not key or key != product.values[mapping.key].strip():
        return False
    # Shopify's own exports repeat the title in no row, those of its apps in every one.
    return not title or (mapping.is_shop_export and title == product.values[mapping.title].strip())


def _differs(first: Row, row: Row, name: str) -> bool:
    one, other = first.values[name].strip(), row.values[name].strip()
    return bool(one and other) and one != other


def _joined(
    values: Mapping[str, str], further: Mapping[str, str], mapping: ColumnMapping
) -> dict[str, str]:
    joined = {name: cell.strip() or further[name] for name, cell in values.items()}
    for name in (*mapping.lists, *(value for _name, value in mapping.options)):
        joined[name] = ";".join(split_list(f"{values[name]};{further[name]}"))
    if mapping.picture:
        pictures = f"{values[mapping.picture]}\n{further[mapping.picture].strip()}".split("\n")
        joined[mapping.picture] = "\n".join(dict.fromkeys(filter(None, pictures)))
    if mapping.stock:
        joined[mapping.stock] = _sum(values[mapping.stock], further[mapping.stock])
    return joined


def _sum(stock: str, further: str) -> str:
    counts = read_whole(stock), read_whole(further)
    if counts[0] is None or counts[1] is None:
        return stock.strip() or further  # the reader of the row says what is wrong with it
    return str(max(0, counts[0]) + max(0, counts[1]))
