"""Child processes of the demo: started together, watched, ended together."""

import signal
import subprocess
import threading
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import FrameType
from typing import Self

PATIENCE_SECONDS = 25.0
SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class Ended(Exception):
    """A child ended by itself; the text says which."""


class Children:
    """Processes that live as long as this block; a signal to us ends them all."""

    def __init__(self, folder: Path, environment: Mapping[str, str], *, cwd: Path) -> None:
        self.folder = folder
        self.environment = dict(environment)
        self.cwd = cwd
        self.stopping = threading.Event()
        self._running: dict[str, subprocess.Popen[bytes]] = {}

    def __enter__(self) -> Self:
        """Take over the signals that mean stop."""
        for number in SIGNALS:
            signal.signal(number, self._on_signal)
        return self

    def __exit__(self, *_: object) -> None:
        """End every child that still runs, kindly at first."""
        for child in self._running.values():
            if child.poll() is None:
                child.terminate()
        deadline = time.monotonic() + PATIENCE_SECONDS
        for child in self._running.values():
            try:
                child.wait(max(0.1, deadline - time.monotonic()))
            except subprocess.TimeoutExpired:
                child.kill()
                child.wait()

    def _on_signal(self, _number: int, _frame: FrameType | None) -> None:
        self.stopping.set()

    def start(self, name: str, command: Sequence[str]) -> None:
        """Start a child whose output goes to `<name>.log`; the terminal's Ctrl-C is ours alone."""
        with self.log_of(name).open("ab") as output:
            self._running[name] = subprocess.Popen(  # noqa: S603  (our own commands, no shell)
                list(command),
                env=self.environment,
                cwd=self.cwd,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )

    def log_of(self, name: str) -> Path:
        """Return the file that holds a child's output."""
        return self.folder / f"{name}.log"

    def check(self) -> None:
        """Raise Ended when a child has ended although nobody asked it to."""
        for name, child in self._running.items():
            if child.poll() is not None and not self.stopping.is_set():
                raise Ended(f"The {name} process ended by itself. See {self.log_of(name)}")

    def wait(self, seconds: float) -> bool:
        """Wait a while; tell whether it is time to stop."""
        return self.stopping.wait(seconds)
