import json
import os
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from sqlalchemy import create_engine, text

from app.accounts.services import sign_in
from app.cli.doctor import sqlite_finding
from app.cli.main import main
from app.cli.running import gunicorn_arguments
from app.config import Settings
from app.extensions import db
from tests.conftest import SECRET, make_app
from tests.pilots import BOOKS, BOOKS_CATALOGUE


@pytest.fixture
def run(settings: Settings, monkeypatch: pytest.MonkeyPatch):
    """Run a command on the migrated database of this test."""
    for name in [name for name in os.environ if name.startswith("BACKROOM_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("BACKROOM_DATA", str(settings.data))
    monkeypatch.setenv("BACKROOM_DATABASE_URL", settings.database_url)
    monkeypatch.setenv("BACKROOM_SECRET_KEY", SECRET)
    monkeypatch.setenv("BACKROOM_PASSWORD_MEMORY_KIB", "8")

    def invoke(*arguments: str) -> Result:
        return CliRunner().invoke(main, arguments)

    return invoke


@pytest.fixture
def files(tmp_path: Path) -> Path:
    folder = tmp_path / "files"
    folder.mkdir()
    (folder / "books.yaml").write_text(BOOKS)
    (folder / "books.csv").write_text(BOOKS_CATALOGUE)
    return folder


def test_a_pilot_goes_in_and_out_by_command(run, files: Path) -> None:
    first = json.loads(run("pilot", "import", str(files / "books.yaml"), "--json").stdout)
    exported = run("pilot", "export", "halfleaf").stdout
    (files / "again.yaml").write_text(exported)
    again = json.loads(run("pilot", "import", str(files / "again.yaml"), "--json").stdout)
    listed = json.loads(run("pilot", "list", "--json").stdout)

    assert (first["slug"], first["new"]) == ("halfleaf", 1)
    assert (again["unchanged"], again["version"]) == (1, 1)
    assert [pilot["slug"] for pilot in listed] == ["halfleaf"]


def test_the_next_round_is_made_by_command(run, files: Path) -> None:
    run("pilot", "import", str(files / "books.yaml"))
    run("catalogue", "import", "halfleaf", str(files / "books.csv"))

    bare = json.loads(run("pilot", "clone", "halfleaf", "bare", "--json").stdout)
    full = run("pilot", "clone", "halfleaf", "full", "--name", "Second", "--with-catalogue")
    taken = run("pilot", "clone", "halfleaf", "full")

    exported = run("pilot", "export", "full").stdout
    assert (bare["slug"], bare["status"], bare["source"]) == ("bare", "draft", "halfleaf")
    assert full.exit_code == 0, full.output
    assert "pilot: full" in exported
    assert "name: Second" in exported
    assert taken.exit_code == 2
    assert "already" in taken.stderr


def test_a_bad_pilot_file_lists_its_problems_and_is_refused_in_one_line(run, files: Path) -> None:
    (files / "bad.yaml").write_text(BOOKS.replace("petrol", "pink").replace("least_n: 20", "x: 1"))

    told = run("pilot", "import", str(files / "bad.yaml"))
    as_json = run("pilot", "import", str(files / "bad.yaml"), "--json")

    assert told.exit_code == as_json.exit_code == 2
    assert told.stderr.count("\n") == as_json.stderr.count("\n") == 1
    assert "line 4: brand.accent: must be" in told.stdout
    assert [p["line"] for p in json.loads(as_json.stdout)["problems"]] == [4, 8, 12]


def test_a_catalogue_goes_in_once_and_is_unchanged_after(run, files: Path) -> None:
    run("pilot", "import", str(files / "books.yaml"))
    arguments = ("catalogue", "import", "halfleaf", str(files / "books.csv"))

    dry = run(*arguments, "--dry-run")
    first = json.loads(run(*arguments, "--json").stdout)
    again = json.loads(run(*arguments, "--json").stdout)

    assert "6 new" in dry.stdout
    assert "dry run" in dry.stdout
    assert (first["new"], again["new"], again["unchanged"]) == (6, 0, 6)


def test_the_log_goes_out_for_a_purpose_that_is_named(run, files: Path) -> None:
    run("pilot", "import", str(files / "books.yaml"))
    out = files / "log"
    arguments = ("export", "halfleaf", "--format", "jsonl", "--out", str(out))

    unnamed = run(*arguments)
    done = json.loads(run(*arguments, "--purpose", "measurement", "--json").stdout)

    assert unnamed.exit_code == 2
    assert {Path(name).name for name in done["files"]} >= {"briefs.jsonl", "manifest.json"}
    assert all(Path(name).is_file() for name in done["files"])


def test_people_are_added_listed_and_shut_out_by_command(
    run, files: Path, settings: Settings
) -> None:
    run("pilot", "import", str(files / "books.yaml"))

    added = json.loads(
        run(
            "user", "add", "o@x.example", "--name", "Olive", "--role", "halfleaf:owner", "--json"
        ).stdout
    )
    listed = json.loads(run("user", "list", "--json").stdout)

    assert listed[0]["roles"] == [{"pilot": "Five books", "role": "owner"}]
    with make_app(settings).app_context():
        assert sign_in("o@x.example", added["password"]).staff_id == added["id"]
        db.session.remove()
        db.engine.dispose()
    assert run("user", "disable", "o@x.example").exit_code == 0
    assert json.loads(run("user", "list", "--json").stdout)[0]["active"] is False


@pytest.mark.parametrize(
    "arguments",
    [
        ("pilot", "export", "nothing"),
        ("user", "disable", "nobody@x.example"),
        ("user", "add", "no address", "--name", "A"),
        ("user", "add", "a@x.example", "--name", "A", "--role", "halfleaf:king"),
        ("catalogue", "import", "nothing", __file__),
    ],
    ids=" ".join,
)
def test_a_refusal_is_one_line_on_stderr_and_exit_2(run, arguments: tuple[str, ...]) -> None:
    answer = run(*arguments)

    assert answer.exit_code == 2
    assert answer.stdout == ""
    assert answer.stderr.count("\n") == 1


@pytest.mark.parametrize("arguments", [("user", "add", "a@x.example", "--name", "A"), ("serve",)])
def test_a_missing_secret_is_said_clearly(
    run, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    monkeypatch.delenv("BACKROOM_SECRET_KEY")

    answer = run(*arguments)

    assert answer.exit_code == 2
    assert "BACKROOM_SECRET_KEY: is not set" in answer.stderr
    assert answer.stderr.count("\n") == 1


def test_routes_are_listed_with_their_audience(run) -> None:
    found = json.loads(run("routes", "--json").stdout)

    assert {"method", "rule", "audience"} <= set(found[0])
    by_rule = {(route["method"], route["rule"]): route["audience"] for route in found}
    assert by_rule["GET", "/admin"] == ["admin"]


def test_the_schema_of_the_pilot_file_is_printed(run) -> None:
    assert json.loads(run("pilot", "schema").stdout)["title"] == "PilotDefinition"


def test_the_doctor_names_what_a_public_installation_lacks(run) -> None:
    at_home, to_deploy = run("doctor", "--json"), run("doctor", "--deploy", "--json")

    def levels(answer: Result) -> dict[str, str]:
        return {one["name"]: one["level"] for one in json.loads(answer.stdout)["findings"]}

    assert (at_home.exit_code, levels(at_home)["schema"]) == (0, "ok")
    assert to_deploy.exit_code == 1
    assert {levels(to_deploy)[name] for name in ("address", "mail", "worker")} == {"bad"}


@pytest.mark.parametrize(
    ("version", "level"),
    [((3, 40, 1), "warn"), ((3, 50, 7), "ok"), ((3, 51, 2), "warn"), ((3, 51, 3), "ok")],
)
def test_the_doctor_knows_which_sqlite_is_sound(version: tuple[int, int, int], level: str) -> None:
    assert sqlite_finding(version).level == level


def test_an_empty_database_is_upgraded_by_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BACKROOM_DATA", str(tmp_path))
    before = CliRunner().invoke(main, ["pilot", "list"])
    upgraded = CliRunner().invoke(main, ["db", "upgrade"])
    after = CliRunner().invoke(main, ["pilot", "list", "--json"])

    assert (before.exit_code, upgraded.exit_code) == (2, 0)
    assert "backroom db upgrade" in before.stderr
    assert json.loads(after.stdout) == []
    engine = create_engine(f"sqlite:///{tmp_path / 'backroom.sqlite3'}")
    with engine.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM alembic_version")).scalar() == 1
    engine.dispose()


def test_the_server_keeps_no_access_log_and_opens_no_control_socket() -> None:
    arguments = gunicorn_arguments("::1", 8000, processes=2, threads=4)

    assert "--no-control-socket" in arguments
    assert "--access-logfile" not in arguments
    assert "[::1]:8000" in arguments


def test_a_list_of_people_is_invited_by_command(run, files: Path) -> None:
    people = files / "people.csv"
    people.write_text("address;tier;basis\na@x.example;gold;contract\nbad;gold;contract\n")
    run("pilot", "import", str(files / "books.yaml"))
    arguments = ("invite", "import", "halfleaf", str(people))

    too_early = run(*arguments)
    dry = json.loads(run(*arguments, "--no-mail", "--dry-run", "--json").stdout)
    done = json.loads(run(*arguments, "--no-mail", "--json").stdout)
    again = run(*arguments, "--no-mail")

    assert too_early.exit_code == 2
    assert "not live" in too_early.stderr
    assert (dry["new"], dry["failed"], dry["mails"]) == (1, 1, 0)
    assert (done["new"], done["problems"][0]["column"]) == (1, "address")
    assert "1 unchanged" in again.stdout


def test_figures_are_one_json_document(run, files: Path) -> None:
    run("pilot", "import", str(files / "books.yaml"))

    told = run("insights", "halfleaf", "--json")
    unknown = run("insights", "nobody", "--json")

    assert {"arms", "funnel"} <= set(json.loads(told.stdout))
    assert (unknown.exit_code, unknown.stdout) == (2, "")
