"""What others may ask of the intake: begin, save, submit, read a brief's answers."""

from app.intake.drafts import (
    DraftView,
    answers_of,
    draft,
    mail_resume_link,
    open_draft_among,
    save_step,
    start_draft,
)
from app.intake.submission import SubmittedBrief, submit

__all__ = [
    "DraftView",
    "SubmittedBrief",
    "answers_of",
    "draft",
    "mail_resume_link",
    "open_draft_among",
    "save_step",
    "start_draft",
    "submit",
]
