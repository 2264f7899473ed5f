"""The worker's second thread: long jobs, one at a time, put back when it has to stop."""

import threading

import structlog
from flask import Flask
from sqlalchemy.exc import DBAPIError

from app.catalogue.import_jobs import Interrupted, end_abandoned, work_off
from app.exceptions import Unavailable
from app.extensions import db, jobs

PAUSE_SECONDS = 0.5
PATIENCE_SECONDS = 20.0
log = structlog.get_logger()


class JobThread(threading.Thread):
    """Takes jobs until told to stop."""

    def __init__(self, app: Flask) -> None:
        super().__init__(name="jobs", daemon=True)
        self.app = app
        self.stopping = threading.Event()

    def run(self) -> None:
        """Do one job after the other; a database that is away is waited for."""
        jobs.work = self._work
        with self.app.app_context():
            while not self.stopping.is_set():
                try:
                    end_abandoned()
                    busy = jobs.work_next(self.app)
                except (DBAPIError, Unavailable):
                    log.exception("jobs_wait_for_database")
                    busy = False
                finally:
                    db.session.remove()
                if not busy:
                    self.stopping.wait(PAUSE_SECONDS)

    def stop(self) -> None:
        """End; a job under way is put back for the next worker."""
        self.stopping.set()
        self.join(PATIENCE_SECONDS)

    def _work(self, public_id: str) -> None:
        try:
            work_off(public_id, is_stopping=self.stopping.is_set)
        except Interrupted:
            jobs.enqueue(self.app, public_id)
        finally:
            db.session.remove()
