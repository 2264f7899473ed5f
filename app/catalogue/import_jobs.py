"""Imports too long for a page: handed to the worker, their progress read by a page."""

import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from flask import current_app
from sqlalchemy import select, update

from app.catalogue.import_reports import ImportReport
from app.catalogue.import_steps import check, publish_upload
from app.catalogue.import_uploads import Upload, get_upload
from app.clock import now
from app.database import writing
from app.exceptions import Conflict, NotFound, ProductError
from app.extensions import db, jobs
from app.models import Job

CHECK, IMPORT = "catalogue_check", "catalogue_import"
LONGEST = timedelta(hours=2)
_TOLD_EVERY_SECONDS = 0.5
_OUR_FAULT = "Something broke on our side. Nothing was changed; please start it once more."


class Interrupted(Exception):
    """The worker has to stop: the job goes back to where it waited."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a job is; `share` is a whole number of per cent, None before it has begun."""

    public_id: str
    kind: str
    state: str
    share: int | None
    token: str
    name: str
    error: str

    @property
    def is_over(self) -> bool:
        """Tell whether nothing more will happen."""
        return self.state in ("done", "failed")


def start_job(kind: str, upload: Upload) -> str:
    """Hand the dry run or the publishing of a kept file to the worker; return the job's name."""
    with writing():
        under_way = db.session.scalar(
            select(Job.public_id).where(
                Job.pilot_id == upload.pilot_id,
                Job.kind == kind,
                Job.state.in_(("waiting", "running")),
                Job.ref["token"].as_string() == upload.token,
            )
        )
        if under_way is not None:
            return under_way
        row = Job(
            public_id=secrets.token_urlsafe(16),
            pilot_id=upload.pilot_id,
            kind=kind,
            ref={"token": upload.token, "name": upload.name},
            staff_id=upload.staff_id,
            created_at=now(),
        )
        db.session.add(row)
    jobs.enqueue(current_app, row.public_id)
    return row.public_id


def progress_of(pilot_id: int, public_id: str) -> Progress:
    """Return how far a job of this pilot is, or raise NotFound."""
    row = db.session.scalar(
        select(Job).where(Job.pilot_id == pilot_id, Job.public_id == public_id[:32])
    )
    if row is None:
        raise NotFound("There is no such job.")
    share = min(99, row.done * 100 // row.total) if row.total else None
    ref = row.ref
    return Progress(
        row.public_id, row.kind, row.state, share, ref["token"], ref["name"], row.error or ""
    )


def work_off(public_id: str, *, is_stopping: Callable[[], bool] = bool) -> None:
    """Do a job that waits, once; Interrupted when told to stop on the way."""
    row = _take(public_id)
    if row is None:
        return
    try:
        upload = get_upload(row.ref["token"], pilot_id=row.pilot_id, staff_id=row.staff_id or 0)
        teller = _Teller(row.id, is_stopping)
        report = (check if row.kind == CHECK else publish_upload)(upload, progress=teller)
    except Interrupted:
        _note(row.id, state="waiting", done=0, total=None)
        raise
    except ProductError as refused:
        _note(row.id, state="failed", error=refused.message, finished_at=now())
    except BaseException:
        _note(row.id, state="failed", error=_OUR_FAULT, finished_at=now())
        raise
    else:
        _note(row.id, state="done", result=_result(report), finished_at=now())


def end_abandoned() -> None:
    """Say of jobs that were cut off long ago, by a crash for example, that they failed."""
    since = now() - LONGEST
    stuck = (Job.state == "running", Job.created_at < since)
    if db.session.scalar(select(Job.id).where(*stuck).limit(1)) is None:
        return
    with writing():
        db.session.execute(
            update(Job).where(*stuck).values(state="failed", error=_OUR_FAULT, finished_at=now())
        )


def _take(public_id: str) -> Job | None:
    with writing():
        taken = db.session.execute(
            update(Job)
            .where(Job.public_id == public_id, Job.state == "waiting")
            .values(state="running")
            .returning(Job.id)
        ).scalar_one_or_none()
        return db.session.get(Job, taken) if taken is not None else None


def _result(report: ImportReport) -> dict[str, Any]:
    return {**report.counts, "archived": report.archived}


def _note(job_id: int, **values: Any) -> None:
    with writing():
        db.session.execute(update(Job).where(Job.id == job_id).values(**values))


class _Teller:
    """Writes down how far a job is, twice a second at most, and stops it when asked to."""

    def __init__(self, job_id: int, is_stopping: Callable[[], bool]) -> None:
        self.job_id = job_id
        self.is_stopping = is_stopping
        self._told = float("-inf")

    def __call__(self, done: int, total: int) -> None:
        if self.is_stopping():
            raise Interrupted
        moment = time.monotonic()
        if moment - self._told >= _TOLD_EVERY_SECONDS:
            _note(self.job_id, done=done, total=max(1, total))
            self._told = moment


def require_checked(upload: Upload) -> ImportReport:
    """Return the report of the dry run that publishing rests on, or raise Conflict."""
    if upload.report is None or not upload.report.is_dry_run:
        raise Conflict("Check the rows first: the choices for this file have changed.")
    return upload.report
