import io
import pathlib
import zipfile

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from app.catalogue.import_jobs import Interrupted, work_off
from app.catalogue.search import search_items
from app.catalogue.services import item_by_key
from app.config import Settings
from app.extensions import db, jobs
from app.lifecycle import Role
from app.models import CatalogueImport, Item, Job
from app.pilots.info import PilotInfo
from app.worker.jobs import JobThread
from tests.factories import make_pilot, make_staff, sign_in
from tests.integration.catalogue.making import choose_columns, fields_of, upload_table
from tests.workbooks import workbook

AT = "/pilots/halfleaf/catalogue"
TABLE = "key,title,price,colour\nheron,The Heron,5.00,red\nsoup,Broth,9.99,blue\nbad,,1,red\n"
LONG = "key,title\n" + "".join(f"k{n},Title {n}\n" for n in range(2500))


@pytest.fixture
def pilot(app: Flask) -> PilotInfo:
    return make_pilot(live=False)


@pytest.fixture
def owner(client: FlaskClient, pilot: PilotInfo) -> FlaskClient:
    sign_in(client, make_staff(pilot, Role.OWNER))
    return client


def publish(client: FlaskClient, table: str | bytes, name: str = "shop.csv", **changes: str) -> str:
    check = choose_columns(client, upload_table(client, AT, table, name), **changes)
    client.get(check)
    answer = client.post(check)
    assert answer.status_code == 303, answer.text
    return answer.location


def test_columns_are_shown_with_samples_and_guesses(owner: FlaskClient) -> None:
    page = owner.get(upload_table(owner, AT, TABLE)).text

    assert fields_of(page) == {
        "role-0": "key", "role-1": "title", "role-2": "price", "role-3": "attribute",
        "same_key": "update", "missing": "keep", "delimiter": ",", "encoding": "", "header": "yes",
    }  # fmt: skip
    assert page.count("Guessed") >= 3
    assert "The Heron" in page


def test_a_column_can_be_given_another_role_or_left_out(
    owner: FlaskClient, pilot: PilotInfo
) -> None:
    publish(owner, TABLE, **{"role-2": "ignore", "role-3": "maker"})

    card = item_by_key(pilot.id, "heron")
    assert card is not None
    assert (card.maker, card.price_minor, card.attributes) == ("red", None, {})


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"role-0": "attribute"}, "which column is the key"),
        ({"role-3": "title"}, "Two columns are the title: “title” and “colour”"),
    ],
    ids=["no-key", "two-titles"],
)
def test_roles_that_make_no_items_are_refused(
    owner: FlaskClient, changes: dict[str, str], words: str
) -> None:
    columns = upload_table(owner, AT, TABLE)

    answer = owner.post(columns, data={**fields_of(owner.get(columns).text), **changes})

    assert answer.status_code == 422
    assert words in answer.text
    assert fields_of(answer.text)["role-3"] == changes.get("role-3", "attribute")


def test_the_reading_can_be_corrected(owner: FlaskClient) -> None:
    columns = upload_table(owner, AT, "1;2,5;Heron\n2;3,5;Soup\n")
    first = fields_of(owner.get(columns).text)

    owner.post(columns, data={**first, "delimiter": ";", "header": "yes", "again": "y"})

    page = owner.get(columns).text
    assert first["header"] == "no"
    assert fields_of(page)["header"] == "yes"
    assert ">Heron</th>" in page


def test_choices_are_remembered_for_a_file_with_the_same_columns(owner: FlaskClient) -> None:
    publish(owner, TABLE, **{"role-3": "maker", "missing": "archive"})

    page = owner.get(upload_table(owner, AT, TABLE.replace("Heron", "Grey Heron"))).text

    fields = fields_of(page)
    assert (fields["role-3"], fields["missing"]) == ("maker", "archive")
    assert "earlier file" in page


def test_known_items_can_be_left_as_they_are(owner: FlaskClient, pilot: PilotInfo) -> None:
    publish(owner, TABLE, same_key="skip")

    assert item_by_key(pilot.id, "soup").title == "A Short History of Soup"  # type: ignore[union-attr]
    assert item_by_key(pilot.id, "heron") is not None


def test_items_missing_from_the_file_are_archived_and_come_back(
    owner: FlaskClient, pilot: PilotInfo
) -> None:
    publish(owner, TABLE, missing="archive")
    left = [card.key for card in search_items(pilot.id, "").cards]

    publish(owner, "key,title\nquiet-ferry,The Quiet Ferry\n")

    assert sorted(left) == ["heron", "soup"]
    assert search_items(pilot.id, "ferry").total == 1


def test_a_failed_row_does_not_archive_its_item(owner: FlaskClient, pilot: PilotInfo) -> None:
    publish(owner, "key,title,price\nsoup,Soup,cheap\nheron,H,1\nriver,R,2\nx,X,3\ny,Y,4\n",
            missing="archive")  # fmt: skip

    assert item_by_key(pilot.id, "soup") is not None
    assert item_by_key(pilot.id, "dog") is None


def test_an_item_archived_by_hand_stays_so(owner: FlaskClient, pilot: PilotInfo) -> None:
    card = item_by_key(pilot.id, "soup")
    assert card is not None
    owner.post(f"{AT}/{card.item_id}/archive")

    check = choose_columns(owner, upload_table(owner, AT, TABLE))

    assert "archived by hand" in owner.get(check).text
    owner.post(check)
    assert item_by_key(pilot.id, "soup") is None


def test_failed_rows_come_back_as_a_file_that_can_be_mended(
    owner: FlaskClient, pilot: PilotInfo
) -> None:
    table = "key;title;note\na;;=1+1\nb;Bee;'quoted\n"
    check = choose_columns(owner, upload_table(owner, AT, table))
    owner.get(check)

    failed = owner.get(f"{check}/failed")

    text = failed.data.decode("utf-8-sig")
    failed.close()
    assert failed.headers["Content-Disposition"].startswith("attachment")
    assert text.splitlines()[0] == "key;title;note;Why it failed"
    assert text.splitlines()[1].startswith("a;;'=1+1;Row 2. title")
    publish(owner, text.replace("a;;", "a;Mended;"))
    assert item_by_key(pilot.id, "a").attributes == {"note": "=1+1"}  # type: ignore[union-attr]


def test_the_last_import_can_be_taken_back(owner: FlaskClient, pilot: PilotInfo) -> None:
    imports = publish(owner, TABLE, missing="archive")
    import_id = db.session.scalar(select(CatalogueImport.id).order_by(CatalogueImport.id.desc()))
    assert "Take back" in owner.get(imports).text

    answer = owner.post(f"{imports}/{import_id}/undo")

    assert answer.status_code == 303
    soup = item_by_key(pilot.id, "soup")
    assert soup is not None
    assert (soup.title, item_by_key(pilot.id, "heron")) == ("A Short History of Soup", None)
    assert search_items(pilot.id, "").total == 6
    assert search_items(pilot.id, "broth").total == 0
    assert owner.post(f"{imports}/{import_id}/undo").status_code == 409
    publish(owner, TABLE)
    assert search_items(pilot.id, "heron").total == 1
    assert search_items(pilot.id, "broth").total == 1


def test_an_import_under_a_later_one_cannot_be_taken_back(owner: FlaskClient) -> None:
    imports = publish(owner, TABLE)
    import_id = db.session.scalar(select(CatalogueImport.id).order_by(CatalogueImport.id.desc()))
    publish(owner, TABLE.replace("Heron", "Grey Heron"))

    answer = owner.post(f"{imports}/{import_id}/undo")

    assert answer.status_code == 409
    assert "later import" in answer.text


def test_an_excel_file_is_taken(owner: FlaskClient, pilot: PilotInfo) -> None:
    book = workbook(
        [["key", "title", "price"], ["heron", "The Heron & co", "5"], [], ["x", "", ""]]
    )
    check = choose_columns(owner, upload_table(owner, AT, book, "shop.xlsx"))

    page = owner.get(check).text
    owner.post(check)

    assert "Row 4:" in page
    assert item_by_key(pilot.id, "heron").title == "The Heron & co"  # type: ignore[union-attr]


def _bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("xl/workbook.xml", "<workbook/>")
        parts.writestr("xl/worksheets/sheet1.xml", b'<c r="XFD1048576"/>' + b" " * 1_000_000)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (_bomb(), "16,384 columns"),
        (workbook([["key"]] * 3)[:-40], "damaged"),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "password"),
        (b"\xd0\xcf\x11\xe0 old", "Old Excel"),
    ],
    ids=["bomb", "cut-off", "encrypted", "old"],
)
def test_a_hostile_workbook_is_refused_at_the_field(
    owner: FlaskClient, data: bytes, words: str
) -> None:
    answer = owner.post(f"{AT}/import", data={"file": (io.BytesIO(data), "a.xlsx")})

    assert answer.status_code == 422
    assert words in answer.text


def test_a_template_to_fill_in_can_be_imported(owner: FlaskClient, pilot: PilotInfo) -> None:
    template = owner.get(f"{AT}/import/template.csv")

    publish(owner, template.data)

    card = item_by_key(pilot.id, "sample-1")
    assert card is not None
    assert (card.price_minor, card.tags, card.stock) == (1250, ("first tag", "second tag"), 3)


def test_a_long_file_is_a_job_with_a_progress_page(app: Flask, owner: FlaskClient) -> None:
    columns = upload_table(owner, AT, LONG)
    job = choose_columns(owner, columns)
    waiting = owner.get(job)
    assert "Waiting for the worker" in waiting.text
    assert 'hx-trigger="every 1s"' in waiting.text

    jobs.work = work_off
    assert jobs.work_next(app)

    check = owner.get(job).location
    assert "2,500" in owner.get(check).text
    publishing = owner.post(check).location
    assert db.session.scalar(select(Item.id).where(Item.key == "k1")) is None
    assert jobs.work_next(app)
    assert not jobs.work_next(app)
    assert owner.get(publishing).location == f"{AT}/imports"
    assert db.session.scalar(select(Item.id).where(Item.key == "k2499")) is not None
    moved = owner.get(publishing, headers={"HX-Request": "true"})
    assert moved.headers["HX-Redirect"] == f"{AT}/imports"


def test_a_job_that_has_to_stop_waits_for_the_next_worker(app: Flask, owner: FlaskClient) -> None:
    public_id = choose_columns(owner, upload_table(owner, AT, LONG)).rsplit("/", 1)[1]

    with pytest.raises(Interrupted):
        work_off(public_id, is_stopping=lambda: True)

    db.session.rollback()
    assert db.session.scalar(select(Job.state)) == "waiting"
    work_off(public_id)
    db.session.rollback()
    assert db.session.scalar(select(Job.state)) == "done"


def test_a_job_whose_file_is_gone_says_so(
    app: Flask, owner: FlaskClient, settings: Settings
) -> None:
    job = choose_columns(owner, upload_table(owner, AT, LONG))
    for path in (settings.data / "uploads").iterdir():
        path.unlink()

    work_off(job.rsplit("/", 1)[1])

    page = owner.get(job).text
    assert "no longer here" in page
    assert "every 1s" not in page


def test_the_worker_does_jobs_and_stops(app: Flask, owner: FlaskClient, settings: Settings) -> None:
    job = choose_columns(owner, upload_table(owner, AT, LONG))
    thread = JobThread(app)
    thread.start()
    for _ in range(600):
        if owner.get(job).status_code == 303:
            break
    thread.stop()

    assert not thread.is_alive()
    assert owner.get(job).status_code == 303
    assert (settings.data / "jobs.sqlite3").stat().st_mode & 0o077 == 0


def test_both_real_files_go_in_by_screen(
    app: Flask, owner: FlaskClient, pilot: PilotInfo, data_folder: pathlib.Path
) -> None:
    publish(owner, (data_folder / "apparel.csv").read_bytes(), "apparel.csv")
    job = choose_columns(owner, upload_table(owner, AT, (data_folder / "books.csv").read_bytes()))
    work_off(job.rsplit("/", 1)[1])
    publishing = owner.post(owner.get(job).location).location
    work_off(publishing.rsplit("/", 1)[1])

    shirt = item_by_key(pilot.id, "classic-varsity-top")
    assert shirt is not None
    assert shirt.attributes["Size"] == ["Small", "Medium", "Large"]
    assert "Variant Grams" not in shirt.attributes
    assert search_items(pilot.id, "hunger games catching fire").total >= 1
