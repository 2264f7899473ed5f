"""The demo as a new user meets it: one command, real processes, a real port, Ctrl-C."""

import http.cookiejar
import os
import re
import signal
import socket
import stat
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner

from app.cli.main import main

pytestmark = pytest.mark.xdist_group("demo")
READY_SECONDS = 150
COMMAND = (sys.executable, "-c", "from app.cli.main import main; main()", "demo")
LAST_LINE = "Press Ctrl-C to stop"


@dataclass
class Demo:
    """A demo under way: its process, what it printed, where it lives."""

    process: subprocess.Popen[str]
    text: str
    port: int
    folder: Path

    @property
    def base(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def password(self, role: str) -> tuple[str, str]:
        found = re.search(rf"^ +{role} +(\S+@\S+) +(\S+)$", self.text, re.MULTILINE)
        assert found, self.text
        return found[1], found[2]

    def stop(self, number: int = signal.SIGINT) -> int:
        self.process.send_signal(number)
        return self.process.wait(60)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def environment() -> dict[str, str]:
    """What an operator may have set for a real service; the demo must not touch it."""
    real = {"BACKROOM_DATABASE_URL": "postgresql://nobody@127.0.0.1:1/real"}
    return {**os.environ, **real, "BACKROOM_SMTP_URL": "smtp://127.0.0.1:1"}


def start(folder: Path, port: int, *options: str) -> Demo:
    process = subprocess.Popen(
        [*COMMAND, "--port", str(port), "--data", str(folder), *options],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env=environment(),
    )
    assert process.stdout is not None
    lines = []
    deadline = time.monotonic() + READY_SECONDS
    for line in process.stdout:
        lines.append(line)
        if line.startswith(LAST_LINE) or time.monotonic() > deadline:
            break
    assert LAST_LINE in "".join(lines[-1:]), "".join(lines)
    return Demo(process, "".join(lines), port, folder)


Starter = Callable[..., Demo]


def ended(demo: Demo) -> None:
    if demo.process.poll() is None:
        demo.stop(signal.SIGTERM)
    if demo.process.stdout is not None:
        demo.process.stdout.close()


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demo]:
    demo = start(tmp_path_factory.mktemp("demo") / "data", free_port(), "--customers", "6")
    yield demo
    ended(demo)


@pytest.fixture
def starting() -> Iterator[Starter]:
    begun: list[Demo] = []

    def starter(*arguments: object) -> Demo:
        begun.append(start(*arguments))  # type: ignore[arg-type]
        return begun[-1]

    yield starter
    for demo in begun:
        ended(demo)


def get(address: str) -> tuple[int, str]:
    with urllib.request.build_opener().open(address, timeout=20) as answer:
        return answer.status, answer.read().decode()


def test_it_answers_ready_when_it_says_so(running: Demo) -> None:
    assert get(f"{running.base}/readyz")[0] == 200


@pytest.mark.parametrize("slug", ["books", "wardrobe"])
def test_customers_find_both_pilots(running: Demo, slug: str) -> None:
    status, page = get(f"{running.base}/p/{slug}")

    assert status == 200
    assert "<h1" in page


def test_test_link_opens_the_form(running: Demo) -> None:
    found = re.search(r"http://\S+/p/books\?test=\S+", running.text)

    assert found
    assert get(found[0])[0] == 200


def signed_in(demo: Demo, role: str) -> urllib.request.OpenerDirector:
    jar = urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar())
    browser = urllib.request.build_opener(jar)
    page = browser.open(f"{demo.base}/login", timeout=20).read().decode()
    token = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', page)
    assert token
    email, password = demo.password(role)
    form = {"csrf_token": token[1], "email": email, "password": password}
    browser.open(f"{demo.base}/login", urllib.parse.urlencode(form).encode(), timeout=20)
    return browser


@pytest.mark.parametrize("role", ["admin", "owner", "lead", "curator", "analyst"])
def test_printed_sign_ins_work(running: Demo, role: str) -> None:
    browser = signed_in(running, role)

    assert browser.open(f"{running.base}/account", timeout=20).status == 200


def test_curator_finds_work_in_the_queue(running: Demo) -> None:
    queue = signed_in(running, "curator").open(f"{running.base}/queue", timeout=20)

    page = queue.read().decode()

    assert "Ana" in page
    assert "late" in page


def test_it_listens_on_loopback_alone(running: Demo) -> None:
    log = (running.folder / "web.log").read_text()

    assert re.findall(r"Listening at: (\S+)", log) == [running.base]


def test_secrets_are_readable_by_their_owner_alone(running: Demo) -> None:
    mode = stat.S_IMODE((running.folder / "demo.json").stat().st_mode)

    assert mode == 0o600


def refused(folder: Path, port: int) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*COMMAND, "--port", str(port), "--data", str(folder)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_a_taken_port_is_one_clear_line(running: Demo, tmp_path: Path) -> None:
    answer = refused(tmp_path, running.port)

    assert (answer.returncode, answer.stdout) == (2, "")
    assert answer.stderr.splitlines() == [
        f"Port {running.port} is taken. Choose another one: backroom demo --port {running.port + 1}"
    ]
    assert list(tmp_path.iterdir()) == []


def test_a_folder_in_use_is_one_clear_line(running: Demo) -> None:
    answer = refused(running.folder, free_port())

    assert answer.returncode == 2
    assert len(answer.stderr.splitlines()) == 1
    assert "running from" in answer.stderr


def descendants(pid: int) -> list[int]:
    found: list[int] = []
    for task in Path(f"/proc/{pid}/task").iterdir():
        for child in (task / "children").read_text().split():
            found += [int(child), *descendants(int(child))]
    return found


def is_alive(pid: int) -> bool:
    stat_file = Path(f"/proc/{pid}/stat")
    try:
        return stat_file.read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="needs Linux's /proc")
def test_ctrl_c_ends_all_and_a_second_start_keeps_the_data(
    tmp_path: Path, starting: Starter
) -> None:
    port = free_port()
    first = starting(tmp_path, port, "--customers", "0")
    children = descendants(first.process.pid)

    assert len(children) >= 4  # the server with its two processes, and the worker
    assert first.stop() == 0
    assert [pid for pid in children if is_alive(pid)] == []

    begun = time.monotonic()
    second = starting(tmp_path, port, "--customers", "0")
    print(f"second start: {time.monotonic() - begun:.1f} s")
    block = first.text[first.text.index("Backroom is running") :]
    assert second.text.strip() == block.strip()
    assert signed_in(second, "admin").open(f"{second.base}/account", timeout=20).status == 200

    assert second.stop(signal.SIGTERM) == 0
    (tmp_path / "mine.txt").write_text("not the demo's")
    fresh = starting(tmp_path, port, "--customers", "0", "--fresh")
    assert fresh.password("admin") != first.password("admin")
    assert (tmp_path / "mine.txt").read_text() == "not the demo's"


def test_simulate_refuses_an_unknown_pilot_in_one_line(
    tmp_path: Path, sqlite_template: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "backroom.sqlite3").write_bytes(sqlite_template.read_bytes())
    monkeypatch.setenv("BACKROOM_DATA", str(tmp_path))
    monkeypatch.setenv("BACKROOM_SECRET_KEY", "tests-0123456789-abcdefghijklmnopqrstuvwxyz")

    answer = CliRunner().invoke(main, ["simulate", "nothing", "--customers", "1"])

    assert answer.exit_code == 2
    assert answer.stderr.splitlines() == ["There is no pilot 'nothing'."]
