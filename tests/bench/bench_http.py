"""The product beside the floor, over HTTP, in one interleaved run; prints medians and ratios.

`python -m tests.bench.bench_http BOOKS.csv [ROUNDS]` prepares both in a temporary folder, starts
both under gunicorn (2 processes x 4 threads) and drives them in turn.  Asserts nothing.
"""

import contextlib
import csv
import hashlib
import http.client
import io
import os
import pathlib
import socket
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from urllib.parse import quote

import flask_migrate
from flask.json.tag import TaggedJSONSerializer
from itsdangerous import URLSafeTimedSerializer

from app import create_app
from app.accounts.gate import SESSION_KEY
from app.accounts.services import sign_in
from app.catalogue.importing import import_catalogue
from app.config import load_settings
from app.database import writing
from app.extensions import db
from app.lifecycle import Role
from app.log import SYSTEM
from app.models import Brief, Item, Staff, Tray, TrayPick
from app.pilots.services import get_pilot, go_live, import_pilot
from tests.factories import PASSWORD, make_brief, make_draft, make_staff
from tests.pilots import BOOKS, BOOKS_CATALOGUE

SECRET = "bench-0123456789-abcdefghijklmnopqrstuvwxyz"
TOKEN = "0" * 40
WORDS = ("hun", "tolk", "pride pre", "harry pot", "the g", "king", "love", "mur", "war and", "str")
TICKS = os.sysconf("SC_CLK_TCK")
EACH = 40
Step = Callable[[http.client.HTTPConnection, int], None]


def cpu_seconds(pid: int) -> float:
    """Return user and system seconds of a process and its children."""
    total = 0
    for stat in pathlib.Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError, ValueError):
            fields = stat.read_text().rsplit(") ", 1)[1].split()
            if pid in (int(stat.parent.name), int(fields[1])):
                total += int(fields[11]) + int(fields[12])
    return total / TICKS


@contextlib.contextmanager
def serving(target: str, env: dict[str, str]) -> Iterator[tuple[int, int]]:
    """Run gunicorn as the product does; yield its port and process id."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    process = subprocess.Popen(
        [
            sys.executable,
            "-m",
            "gunicorn",
            "-k",
            "gthread",
            "--workers",
            "2",
            "--threads",
            "4",
            "--bind",
            f"127.0.0.1:{port}",
            "--preload",
            "--no-control-socket",
            "--log-level",
            "error",
            target,
        ],
        env={**os.environ, **env},
    )
    for _ in range(200):
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            break
        time.sleep(0.1)
    try:
        yield port, process.pid
    finally:
        process.terminate()
        process.wait()


class Product:
    """The product with 10,000 books, prepared drafts and filled trays."""

    def __init__(self, folder: pathlib.Path, books: pathlib.Path, count: int) -> None:
        self.env = {"BACKROOM_SECRET_KEY": SECRET, "BACKROOM_DATA": str(folder)}
        self.app = create_app(load_settings(data=folder, secret_key=SECRET))
        with self.app.app_context():
            flask_migrate.upgrade()
            self._prepare(books, count)
            db.engine.dispose()

    def _prepare(self, books: pathlib.Path, count: int) -> None:
        text = BOOKS.replace("facets: [genre, length]", "facets: [language_code]")
        pilot = import_pilot(text, actor=SYSTEM)
        house = io.BytesIO(BOOKS_CATALOGUE.encode())
        import_catalogue(pilot.id, house, name="house.csv", actor=SYSTEM)
        with books.open("rb") as source:
            import_catalogue(pilot.id, source, name="books.csv", actor=SYSTEM)
        curator = make_staff(pilot, Role.CURATOR)
        go_live("halfleaf", actor=SYSTEM)
        pilot = get_pilot("halfleaf")
        self.brief_id = make_brief(pilot, budget="60", avoid="").id
        self.public_ids = [make_draft(pilot) for _ in range(count)]
        self._copy_briefs(self.brief_id, count)
        entered = sign_in(db.session.get_one(Staff, curator.id).email, PASSWORD)
        self.staff_cookie = self._cookie({SESSION_KEY: [entered.session_id, entered.secret]})
        self.drafts = [
            self._cookie({"grants": [[public_id, "draft", 1]]}) for public_id in self.public_ids
        ]

    def _copy_briefs(self, brief_id: int, count: int) -> None:
        columns = {c.name for c in Brief.__table__.columns} - {"id", "public_id"}
        items = db.session.query(Item).limit(3).all()
        with writing():
            first = db.session.get_one(Brief, brief_id)
            values = {name: getattr(first, name) for name in columns}
            copies = [Brief(public_id=f"copy-{number}", **values) for number in range(count)]
            db.session.add_all(copies)
            db.session.flush()
            for row in (first, *copies):
                db.session.add(Tray(brief_id=row.id, pilot_id=row.pilot_id))
                for place, item in enumerate(items, start=1):
                    db.session.add(
                        TrayPick(
                            pilot_id=row.pilot_id,
                            brief_id=row.id,
                            position=place,
                            item_id=item.id,
                            item_version_id=item.current_version_id,
                            reason="A calm story that most readers finish.",
                            drivers=[],
                            fields={},
                            added_at=row.created_at,
                            version=1,
                        )
                    )

    def _cookie(self, values: dict[str, object]) -> str:
        signer = self.app.session_interface.get_signing_serializer(self.app)  # type: ignore[attr-defined]
        return f"backroom={signer.dumps({'csrf_token': TOKEN, **values})}"


def request(
    line: http.client.HTTPConnection,
    method: str,
    path: str,
    body: str,
    headers: dict[str, str],
    allowed: tuple[int, ...],
) -> http.client.HTTPResponse:
    """Make one request and read it whole; any other status ends the run."""
    form = {"Content-Type": "application/x-www-form-urlencoded"} if body else {}
    line.request(method, path, body=body or None, headers={**form, **headers})
    answer = line.getresponse()
    text = answer.read()
    if answer.status not in allowed:
        raise SystemExit(f"{method} {path}: {answer.status} {text[:400]!r}")
    return answer


def csrf() -> str:
    """Return a valid form token for the session both applications are given."""
    return str(URLSafeTimedSerializer(SECRET, salt="wtf-csrf-token").dumps(TOKEN))


def product_steps(product: Product) -> dict[str, Step]:
    """Return the product's steps; each takes a connection and the number of the turn."""
    staff = {"Cookie": product.staff_cookie, "X-CSRFToken": csrf()}
    token = csrf()

    def create(line: http.client.HTTPConnection, turn: int) -> None:
        path = f"/p/halfleaf/b/{product.public_ids[turn]}/check-answers"
        headers = {"Cookie": product.drafts[turn], "X-CSRFToken": token}
        request(line, "POST", path, "c_process=y&c_training=y", headers, (303,))

    def cycle(line: http.client.HTTPConnection, turn: int) -> None:
        taken = request(line, "POST", "/queue/next", "pilot=halfleaf", staff, (303,))
        path = (taken.getheader("Location") or "").split("?")[0]
        request(line, "GET", path, "", staff, (200,))
        request(line, "POST", f"{path}/send", "version=1", staff, (303,))

    def search(line: http.client.HTTPConnection, turn: int) -> None:
        words = quote(WORDS[turn % len(WORDS)])
        path = f"/briefs/{product.brief_id}?q={words}"
        request(line, "GET", path, "", {**staff, "HX-Request": "true"}, (200,))

    def queue(line: http.client.HTTPConnection, turn: int) -> None:
        request(line, "GET", "/queue", "", staff, (200,))

    return {"create": create, "cycle": cycle, "search 10k": search, "queue page": queue}


def floor_steps() -> dict[str, Step]:
    """Return the same steps on the floor."""
    signer = TaggedJSONSerializer()
    session = URLSafeTimedSerializer(
        "0" * 40,
        salt="cookie-session",
        serializer=signer,
        signer_kwargs={"key_derivation": "hmac", "digest_method": hashlib.sha1},
    ).dumps({"csrf_token": TOKEN})
    token = URLSafeTimedSerializer("0" * 40, salt="wtf-csrf-token").dumps(TOKEN)
    headers = {"Cookie": f"session={session}", "X-CSRFToken": str(token)}

    def create(line: http.client.HTTPConnection, turn: int) -> None:
        body = f"name=Ana&email=a{turn}@x.example&wish=Something+kind"
        request(line, "POST", "/intake", body, headers, (303,))

    def cycle(line: http.client.HTTPConnection, turn: int) -> None:
        request(line, "POST", "/claim", "a=b", headers, (200,))
        request(line, "POST", f"/deliver/{turn + 1}", "a=b", headers, (303,))

    def search(line: http.client.HTTPConnection, turn: int) -> None:
        path = f"/search?q={quote(WORDS[turn % len(WORDS)])}"
        request(line, "GET", path, "", headers, (200,))

    def queue(line: http.client.HTTPConnection, turn: int) -> None:
        request(line, "GET", "/queue", "", headers, (200,))

    return {"create": create, "cycle": cycle, "search 10k": search, "queue page": queue}


def fill_floor(path: pathlib.Path, books: pathlib.Path) -> None:
    """Give the floor the same 10,000 books and a queue."""
    with sqlite3.connect(path) as line:
        line.executescript(
            "CREATE TABLE item (id INTEGER PRIMARY KEY, title TEXT, maker TEXT);"
            "CREATE VIRTUAL TABLE words USING fts5(title, maker, prefix='2 3');"
            "CREATE TABLE facet (item_id INTEGER, name TEXT, value TEXT);"
            "CREATE INDEX ix_facet ON facet (item_id, name, value);"
            "CREATE TABLE done (id INTEGER PRIMARY KEY, wish_id INTEGER);"
            "CREATE TABLE wish (id INTEGER PRIMARY KEY, name TEXT, email TEXT, wish TEXT,"
            " status TEXT DEFAULT 'queued'); CREATE INDEX ix_wish ON wish (status, id);"
        )
        with books.open(encoding="utf-8", newline="") as source:
            for number, row in enumerate(csv.DictReader(source), start=1):
                values = (number, row["title"], row["authors"])
                line.execute("INSERT INTO item VALUES (?, ?, ?)", values)
                line.execute("INSERT INTO words (rowid, title, maker) VALUES (?, ?, ?)", values)
                line.execute(
                    "INSERT INTO facet VALUES (?, 'language', ?)", (number, row["language_code"])
                )
        line.executemany(
            "INSERT INTO wish (name, email, wish) VALUES ('Ana', 'a@x', ?)",
            [(f"Wish {n}",) for n in range(20_000)],
        )


def drive(step: Step, port: int, pid: int, turns: range) -> tuple[list[float], float]:
    """Take a step once a turn on one connection; return its times and CPU seconds a turn."""
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    before, times = cpu_seconds(pid), []
    for turn in turns:
        began = time.perf_counter()
        step(line, turn)
        times.append(time.perf_counter() - began)
    line.close()
    return times, (cpu_seconds(pid) - before) / len(turns)


def main() -> None:
    """Prepare, drive in turn, print."""
    books, rounds = pathlib.Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 5
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        product = Product(folder / "product", books, EACH * (rounds + 1))
        fill_floor(folder / "floor.sqlite3", books)
        floor_env = {"FLOOR_DATABASE": str(folder / "floor.sqlite3")}
        with (
            serving("app:create_app()", product.env) as ours,
            serving("tests.bench.floor:create_floor()", floor_env) as floor,
        ):
            compare(product_steps(product), floor_steps(), ours, floor, rounds)


def compare(
    ours: dict[str, Step],
    floor: dict[str, Step],
    our_server: tuple[int, int],
    floor_server: tuple[int, int],
    rounds: int,
) -> None:
    """Drive both in turn (the first round warms up) and print medians and ratios."""
    for name in ours:
        cost: dict[str, list[tuple[list[float], float]]] = {"ours": [], "floor": []}
        for turn in range(rounds + 1):
            turns = range(turn * EACH, (turn + 1) * EACH)
            for who, steps, server in (("ours", ours, our_server), ("floor", floor, floor_server)):
                found = drive(steps[name], *server, turns)
                if turn:
                    cost[who].append(found)
        report(name, cost)


def report(name: str, cost: dict[str, list[tuple[list[float], float]]]) -> None:
    """Print one line a server, and the ratio of CPU."""
    cpu = {}
    for who, rounds in cost.items():
        times = sorted(value * 1000 for found, _ in rounds for value in found)
        cpu[who] = statistics.median(seconds for _, seconds in rounds) * 1000
        median, late = statistics.median(times), times[int(len(times) * 0.95)]
        print(f"{name:12} {who:6} p50 {median:7.2f} ms  p95 {late:7.2f} ms  CPU {cpu[who]:6.2f} ms")
    if cpu["floor"]:
        print(f"{name:12} CPU ours / floor {cpu['ours'] / cpu['floor']:.2f}")


if __name__ == "__main__":
    main()
