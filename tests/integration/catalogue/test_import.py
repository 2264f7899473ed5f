import io
import pathlib
import time
import tracemalloc

import pytest
from flask import Flask
from sqlalchemy import func, select

from app.catalogue.importing import import_catalogue
from app.catalogue.search import search_items
from app.catalogue.services import cards, cards_of_versions, item_by_key, items_by_tag, versions_of
from app.exceptions import Invalid
from app.extensions import db
from app.log import SYSTEM
from app.models import CatalogueImport, Event, Item, ItemSearch, ItemVersion, Pilot, StagedItem
from tests.integration.catalogue.making import import_text, make_catalogue, make_pilot
from tests.pilots import BOOKS_CATALOGUE

NOTHING = {"new": 0, "changed": 0, "unchanged": 0, "skipped": 0, "failed": 0}


def stored() -> dict[str, int]:
    """Return how many rows each table of the catalogue holds."""
    tables = (Item, ItemVersion, ItemSearch, StagedItem)
    return {
        table.__tablename__: db.session.scalar(select(func.count()).select_from(table)) or 0
        for table in tables
    }


def test_every_row_becomes_an_item(app: Flask) -> None:
    pilot_id = make_pilot()

    report = import_text(pilot_id, BOOKS_CATALOGUE)

    card = item_by_key(pilot_id, "quiet-ferry")
    assert report.counts == NOTHING | {"new": 6}
    assert card is not None
    assert (card.title, card.maker, card.price_minor, card.currency, card.stock) == (
        "The Quiet Ferry", "Liv Halvorsen", 999, "GBP", 4,
    )  # fmt: skip
    assert card.tags == ("quiet", "sea")
    assert card.attributes["genre"] == "Novel"
    assert stored() == {"item": 6, "item_version": 6, "item_search": 6, "staged_item": 0}


def test_the_same_file_again_changes_nothing(app: Flask) -> None:
    pilot_id = make_catalogue()

    report = import_text(pilot_id, BOOKS_CATALOGUE)

    assert report.counts == NOTHING | {"unchanged": 6}
    assert stored()["item_version"] == 6
    assert db.session.get_one(Pilot, pilot_id).catalogue_version == 1


def test_a_changed_row_is_a_new_version_and_the_old_one_stays(app: Flask) -> None:
    pilot_id = make_catalogue()
    before = item_by_key(pilot_id, "soup")

    report = import_text(pilot_id, BOOKS_CATALOGUE.replace("Soup,Teodor", "Broth,Teodor"))

    after = item_by_key(pilot_id, "soup")
    assert before is not None
    assert after is not None
    assert report.counts == NOTHING | {"changed": 1, "unchanged": 5}
    assert (before.item_id, before.version_id) != (after.item_id, after.version_id)
    assert after.title == "A Short History of Broth"
    assert cards_of_versions([before.version_id])[before.version_id].title == before.title
    assert [number for number, _at, _card in versions_of(after.item_id)] == [2, 1]


def test_items_that_a_file_leaves_out_stay(app: Flask) -> None:
    pilot_id = make_catalogue()

    report = import_text(pilot_id, "key,title\nheron,The Heron\n")

    assert report.counts == NOTHING | {"new": 1}
    assert search_items(pilot_id, "").total == 7


def test_a_dry_run_counts_and_writes_nothing(app: Flask) -> None:
    pilot_id = make_catalogue()
    before = stored()
    changed = BOOKS_CATALOGUE.replace("Soup,Teodor", "Broth,Teodor") + "x,New one,,,,,,,,,\n"

    report = import_text(pilot_id, changed, dry_run=True)

    assert report.counts == NOTHING | {"new": 1, "changed": 1, "unchanged": 5}
    assert report.is_dry_run
    assert (stored(), db.session.get_one(Pilot, pilot_id).catalogue_version) == (before, 1)
    assert [(column.name, column.role) for column in report.columns][:3] == [
        ("key", "key"), ("title", "title"), ("maker", "maker"),
    ]  # fmt: skip


def test_a_key_twice_in_a_file_fails_the_later_row(app: Flask) -> None:
    pilot_id = make_pilot()

    report = import_text(pilot_id, "key,title\na,First\nb,Other\na,Second\n")

    assert report.counts == NOTHING | {"new": 2, "failed": 1}
    assert report.problems[0].rows == [(4, "“a” again, as in row 2")]
    assert item_by_key(pilot_id, "a").title == "First"  # type: ignore[union-attr]


def test_a_further_variant_of_an_item_is_skipped(app: Flask) -> None:
    pilot_id = make_pilot()

    report = import_text(pilot_id, "Handle,Title,Option1 Value\ncoat,Coat,S\ncoat,,M\ncoat,,L\n")

    assert report.counts == NOTHING | {"new": 1, "skipped": 2}


def test_good_rows_are_taken_beside_bad_ones(app: Flask) -> None:
    pilot_id = make_pilot()
    good = "".join(f"g{n},Good {n},1.50\n" for n in range(20))
    text = "key,title,price\na,Good,1.50\nb,,2.00\nc,Bad price,cheap\nd,Also,\n,No key,1\n" + good

    report = import_text(pilot_id, text)

    assert report.counts == NOTHING | {"new": 22, "failed": 3}
    assert sorted((group.column, group.rows[0][0]) for group in report.problems) == [
        ("key", 6), ("price", 4), ("title", 3),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("file", "words"),
    [
        (b"", "empty"),
        (b"title\nOnly a title\n", "key"),
        (b"PK\x03\x04xxxx", "Excel"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        ((",".join(f"c{n}" for n in range(300)) + "\na,b\n").encode(), "columns"),
    ],
    ids=["empty", "no-key", "xlsx", "png", "too-wide"],
)
def test_a_file_that_is_no_catalogue_is_refused_with_words(
    app: Flask, file: bytes, words: str
) -> None:
    pilot_id = make_pilot()

    with pytest.raises(Invalid, match=words):
        import_text(pilot_id, file)

    assert stored()["item"] == 0


@pytest.mark.parametrize(
    ("text", "new", "failed"),
    [
        ('key,title\na,"Open\nb,Bee\nc,Cee\n', 2, 1),
        ("key,title\na,A\0b\nb,Bee\n", 1, 1),
        ("key;title;price\na;Aa;1,50\nb;Bb;2,00\n", 2, 0),
        ("key\ttitle\na\tAa\n", 1, 0),
        ("key,title\na," + "x" * 70_000 + "\nb,Bee\n", 1, 1),
        ("key,title,price\na,Aa,99999999999999\n" + "b,B,1\nc,C,2\nd,D,3\ne,E,4\n", 4, 1),
        ("key,title\na," + "A " * 240 + "\n", 1, 0),
        ("key,title,d\na,Aa," + "b " * 20_000 + "\n", 1, 0),
        ("key,title,d\na,Aa," + "ﷺ" * 9_000 + "\n", 1, 0),
        ("key,title\na," + "ﷺ" * 500 + "\n", 1, 0),
        ("\ufeffkey,title\r\na,'; DROP TABLE item; --\r\n", 1, 0),
        ("key,title,tags\na,Aa," + "t" * 5000 + "\n", 1, 0),
    ],
    ids=[
        "open-quote", "nul", "semicolons", "tabs", "huge-cell", "huge-price", "initials",
        "many-initials", "ligatures", "ligature-title", "sql", "long-tag",
    ],
)  # fmt: skip
def test_hostile_rows_fail_alone(app: Flask, text: str, new: int, failed: int) -> None:
    pilot_id = make_pilot()

    report = import_text(pilot_id, text)

    assert (report.new, report.failed) == (new, failed)
    assert search_items(pilot_id, "").catalogue_size == new


class BreaksOff(io.BytesIO):
    """A file whose disk fails after so many reads of its second half."""

    patience = 3

    def read(self, size: int | None = -1, /) -> bytes:
        if self.tell() > 300_000:
            self.patience -= 1
            if self.patience < 0:
                raise OSError("the disk is gone")
        return super().read(size)


def test_a_failure_half_way_leaves_nothing(app: Flask) -> None:
    pilot_id = make_catalogue()
    before = stored()
    rows = "".join(f"k{n},Title {n},{'x' * 80}\n" for n in range(9000))

    with pytest.raises(OSError, match="disk"):
        import_catalogue(
            pilot_id, BreaksOff(f"key,title,note\n{rows}".encode()), name="x.csv", actor=SYSTEM
        )

    assert stored() == before
    states = db.session.scalars(select(CatalogueImport.state).order_by(CatalogueImport.id))
    assert list(states) == ["published", "failed"]


def test_progress_is_told_to_the_end(app: Flask) -> None:
    pilot_id = make_pilot()
    heard: list[tuple[int, int]] = []
    text = "key,title\n" + "".join(f"k{n},Title {n}\n" for n in range(3500))

    import_catalogue(
        pilot_id,
        io.BytesIO(text.encode()),
        name="x.csv",
        actor=SYSTEM,
        progress=lambda done, whole: heard.append((done, whole)),
    )

    assert len(heard) == 4
    assert heard[-1] == (len(text), len(text))


def test_an_import_is_logged_with_its_counts(app: Flask) -> None:
    pilot_id = make_catalogue()

    event = db.session.scalars(select(Event).where(Event.kind == "catalogue_imported")).one()

    assert event.pilot_id == pilot_id
    assert {name: event.payload[name] for name in NOTHING} == NOTHING | {"new": 6}


def test_items_are_found_by_tag_oldest_first(app: Flask) -> None:
    pilot_id = make_catalogue()

    tagged = items_by_tag(pilot_id, "funny", 2)

    assert [card.key for card in tagged] == ["second-allotment", "soup"]


def test_cards_come_in_the_order_asked_for(app: Flask) -> None:
    one, other = make_catalogue("one"), make_catalogue("other")
    ids = [item_by_key(one, key).item_id for key in ("soup", "dog")]  # type: ignore[union-attr]
    foreign = item_by_key(other, "soup").item_id  # type: ignore[union-attr]

    found = cards(one, [ids[1], foreign, ids[0], 999_999])

    assert list(found) == [ids[1], ids[0]]


def test_attributes_with_few_values_stay_facets_when_more_comes(app: Flask) -> None:
    pilot_id = make_pilot(facets=None)
    head = "key,title,few,many\n"
    import_text(pilot_id, head + "".join(f"k{n},T {n},{n % 3},v{n}\n" for n in range(60)))

    import_text(pilot_id, head + "extra,Extra,9,v1\n")

    found = {f.attribute: len(f.values) for f in search_items(pilot_id, "").facets}
    assert found == {"few": 4}


def test_the_real_books_are_taken_as_they_are(app: Flask, data_folder: pathlib.Path) -> None:
    pilot_id = make_pilot(facets=None)
    with (data_folder / "books.csv").open("rb") as source:
        began = time.perf_counter()
        first = import_catalogue(pilot_id, source, name="books.csv", actor=SYSTEM)
        print(f"{db.engine.dialect.name}: {time.perf_counter() - began:.1f} s")
        tracemalloc.start()
        second = import_catalogue(pilot_id, source, name="books.csv", actor=SYSTEM)
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()

    roles = {column.role: column.name for column in first.columns}
    assert first.counts == NOTHING | {"new": 10_000}
    assert second.counts == NOTHING | {"unchanged": 10_000}
    assert (roles["key"], roles["title"], roles["maker"], roles["picture"]) == (
        "book_id", "title", "authors", "image_url",
    )  # fmt: skip
    assert "price" not in roles
    assert "switched off" in first.pictures
    assert search_items(pilot_id, "the hunger games").cards[0].title.startswith("The Hunger Games")
    assert peak < 20 * 1024 * 1024


def test_a_shops_export_is_taken_as_it_is(app: Flask, data_folder: pathlib.Path) -> None:
    pilot_id = make_pilot()
    with (data_folder / "apparel.csv").open("rb") as source:
        report = import_catalogue(pilot_id, source, name="apparel.csv", actor=SYSTEM)

    assert report.counts == NOTHING | {"new": 20, "skipped": 2}
    assert item_by_key(pilot_id, "ocean-blue-shirt").price_minor == 5000  # type: ignore[union-attr]
