"""Read a table as items and tell new, changed, unchanged and failed rows apart."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from sqlalchemy import select

from app.catalogue.columns import ColumnMapping, ItemDraft, content_hash, to_item
from app.catalogue.facets import FacetCensus, facet_pairs
from app.catalogue.failed_rows import FailedRows
from app.catalogue.import_warnings import stays_archived, warnings_of
from app.catalogue.problems import ProblemBook
from app.catalogue.search_text import index_text
from app.catalogue.table_faults import RowProblem
from app.catalogue.tables import Row, Table
from app.catalogue.variants import join_variants
from app.extensions import db
from app.models import CatalogueImport, Item, ItemVersion

CHUNK = 1000
RETURNED = "returned"  # an item that an import had archived stands in the file again
_LONGEST_TEXT = 8000
_LONGEST_WORDS = 50_000
_LONGEST_TITLE = 600
_LONGEST_LEXEME = 500
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Staged:
    """One row that would change the catalogue."""

    row: int
    action: str
    hash: str
    draft: ItemDraft

    def content(self) -> dict[str, Any]:
        """Return all that is published of it, its search words included."""
        draft = self.draft
        return {
            "title": draft.title,
            "maker": draft.maker,
            "description": draft.description,
            "price_minor": draft.price_minor,
            "currency": draft.currency,
            "picture": draft.picture,
            "link": draft.link,
            "tags": list(draft.tags),
            "stock": draft.stock,
            "attributes": draft.attributes,
            **search_words(draft),
        }


@dataclass(frozen=True, slots=True)
class Stored:
    """An item as the catalogue has it; one that an import archived comes back with a file."""

    hash: str
    is_archived: bool
    comes_back: bool


@dataclass
class Reading:
    """A pass over a table: what was counted, what went wrong, which values were seen."""

    pilot_id: int
    table: Table
    mapping: ColumnMapping
    currency: str
    census: FacetCensus = field(default_factory=FacetCensus)
    takes_matches: bool = True
    failed_rows: FailedRows | None = None
    counts: Counter[str] = field(default_factory=Counter)
    problems: ProblemBook = field(default_factory=ProblemBook)
    warnings: ProblemBook = field(default_factory=ProblemBook)
    folded: int = 0
    rows_by_key: dict[str, int] = field(default_factory=dict)
    failed_keys: set[str] = field(default_factory=set)

    def chunks(self, progress: Progress | None = None) -> Iterator[list[Staged]]:
        """Yield what would change, a thousand rows of the file at a time."""
        size = self.table.source.seek(0, 2)
        rows = join_variants(self.table.rows(), self.mapping)
        while batch := list(islice(rows, CHUNK)):
            drafts = [draft for row in batch if (draft := self._draft(row))]
            yield self._compared(drafts)
            if progress:
                progress(min(self.table.source.tell(), size), size)

    def _draft(self, row: Row | RowProblem) -> tuple[int, ItemDraft] | None:
        try:
            if isinstance(row, RowProblem):
                raise row
            if self._is_variant(row):
                self.counts["skipped"] += 1
                self.folded += 1
                return None
            draft = to_item(row.values, self.mapping, row=row.number, currency=self.currency)
            self._refuse_repeated(row.number, draft)
        except RowProblem as problem:
            self._note_failed(row, problem)
            return None
        self.counts["skipped"] += row.folded
        self.folded += row.folded
        self.rows_by_key[draft.key] = row.number
        for warning in warnings_of(row, draft, self.mapping, self.currency):
            self.warnings.note(warning)
        return row.number, draft

    def _note_failed(self, row: Row | RowProblem, problem: RowProblem) -> None:
        self.counts["failed"] += 1
        self.problems.note(problem)
        if isinstance(row, Row):
            self.counts["failed"] += row.folded
            self.failed_keys.add(row.values.get(self.mapping.key or "", "").strip())
            problem.cells = tuple(row.values.get(name, "") for name in self.table.header)
        if self.failed_rows is not None:
            self.failed_rows.note(problem)

    def _is_variant(self, row: Row) -> bool:
        """Tell a further variant or picture of an item above: its key again, and no title."""
        key, title = self.mapping.key or "", self.mapping.title or ""
        is_known = row.values.get(key, "").strip() in self.rows_by_key
        return is_known and not row.values.get(title, "").strip()

    def _refuse_repeated(self, row: int, draft: ItemDraft) -> None:
        earlier = self.rows_by_key.get(draft.key)
        if earlier is not None:
            raise RowProblem(
                row,
                self.mapping.key or "key",
                found=f"“{draft.key}” again, as in row {earlier}",
                expected="each key once in a file",
                how_to_fix="Delete the row, or give it a key of its own.",
            )

    def _compared(self, drafts: list[tuple[int, ItemDraft]]) -> list[Staged]:
        stored = _stored(self.pilot_id, [draft.key for _row, draft in drafts])
        changing = []
        for row, draft in drafts:
            self.census.note(facet_pairs(draft.maker, draft.tags, draft.attributes))
            own, known = content_hash(draft), stored.get(draft.key)
            action = self._action(row, draft, own, known)
            self.counts["changed" if action == RETURNED else action] += 1
            if action not in ("unchanged", "skipped"):
                changing.append(Staged(row, action, own, draft))
        return changing

    def _action(self, row: int, draft: ItemDraft, own: str, known: Stored | None) -> str:
        if known is None:
            return "new"
        if not self.takes_matches:
            return "skipped"
        if known.comes_back:
            return RETURNED
        if known.is_archived:
            self.warnings.note(stays_archived(row, self.mapping.key or "key", draft.key))
        return "unchanged" if known.hash == own else "changed"


def _stored(pilot_id: int, keys: list[str]) -> dict[str, Stored]:
    by_import = select(CatalogueImport.finished_at).where(CatalogueImport.pilot_id == pilot_id)
    rows = db.session.execute(
        select(
            Item.key,
            ItemVersion.content_hash,
            Item.archived_at.is_not(None),
            Item.archived_at.is_not(None) & Item.archived_at.in_(by_import),
        )
        .join(ItemVersion, ItemVersion.id == Item.current_version_id)
        .where(Item.pilot_id == pilot_id, Item.key.in_(keys))
    )
    return {key: Stored(own, bool(gone), bool(back)) for key, own, gone, back in rows}


def search_words(draft: ItemDraft) -> dict[str, str]:
    """Return the folded words of an item by the four weights of the search."""
    texts = [draft.description[:_LONGEST_TEXT]]
    for value in draft.attributes.values():
        members = value if isinstance(value, list) else [value]
        texts += [m[:_LONGEST_TEXT] for m in members if isinstance(m, str) and "://" not in m]
    return {
        "title_words": _words([draft.title])[:_LONGEST_TITLE].strip(),
        "maker_words": _words([draft.maker]),
        "tag_words": _words(list(draft.tags)),
        "rest_words": _words(texts),
    }


def _words(texts: list[str]) -> str:
    words = index_text(texts)[:_LONGEST_WORDS]
    return " ".join(word for word in words.split() if len(word) <= _LONGEST_LEXEME)
