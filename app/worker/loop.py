"""The worker's round, each second: answer, release, close, tell, send; and a sign of life."""

import os
import signal
import socket
import threading
import time

import structlog
from flask import Flask
from sqlalchemy.exc import DBAPIError

from app.config import Settings
from app.database import writing
from app.delivery.mails import render_mail
from app.delivery.services import close_due, release_due
from app.exceptions import ProductError
from app.extensions import db
from app.intake.services import forget_told, tell_waiting
from app.outbox.heartbeat import beat
from app.outbox.sender import drain
from app.outbox.transport import Transport, make_transport
from app.queue.services import answer_waiting
from app.worker.jobs import JobThread

ROUND_SECONDS = 1.0
BEAT_SECONDS = 5.0
CLOSE_SECONDS = 30.0
log = structlog.get_logger()


class Worker:
    """Goes round until told to stop; several may run, each row is taken by one."""

    def __init__(self, app: Flask, transport: Transport | None = None) -> None:
        settings: Settings = app.config["BACKROOM"]
        self.app = app
        self.mail_from = settings.mail_from
        self.transport = transport or make_transport(settings.smtp_url, settings.data / "mail")
        self.name = f"{socket.gethostname()}:{os.getpid()}"
        self.stopping = threading.Event()
        self._beaten = self._closed = float("-inf")

    def go_round(self) -> int:
        """Do all that is due once; return how many things were done."""
        moment = time.monotonic()
        if moment - self._beaten > BEAT_SECONDS:
            with writing():
                beat(self.name)
            self._beaten = moment
        done = answer_waiting() + release_due()
        if moment - self._closed > CLOSE_SECONDS:
            done += close_due() + tell_waiting() + forget_told()
            self._closed = moment
        return done + drain(render_mail, self.transport, mail_from=self.mail_from)

    def run(self) -> None:
        """Go round until `stop`; a round that fails is tried again."""
        with self.app.app_context():
            while not self.stopping.is_set():
                try:
                    busy = self.go_round()
                except (DBAPIError, ProductError):
                    log.exception("round_failed")
                    busy = 0
                finally:
                    db.session.remove()
                self.stopping.wait(0.02 if busy else ROUND_SECONDS)

    def stop(self) -> None:
        """Finish the round under way, then end."""
        self.stopping.set()


def run(app: Flask) -> None:
    """Run one worker until SIGTERM or SIGINT."""
    worker = Worker(app)
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: worker.stop())
    long_work = JobThread(app)
    long_work.start()
    worker.run()
    long_work.stop()
