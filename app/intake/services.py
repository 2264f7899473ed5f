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
from app.intake.invitations import InviteReport, Mailing, import_invitations
from app.intake.invited import Guest, guest_of, open_draft_of, open_invitation
from app.intake.invited_list import InvitedPage, count_invited, list_invited, send_unsent
from app.intake.rounds import start_again
from app.intake.submission import SubmittedBrief, submit
from app.intake.suppressions import find_stop, stop_mails
from app.intake.waiting import count_waiting, forget_told, join_waiting, tell_waiting

__all__ = [
    "DraftView",
    "Guest",
    "InviteReport",
    "InvitedPage",
    "Mailing",
    "SubmittedBrief",
    "answers_of",
    "count_invited",
    "count_waiting",
    "draft",
    "find_stop",
    "forget_told",
    "guest_of",
    "import_invitations",
    "join_waiting",
    "list_invited",
    "mail_resume_link",
    "open_draft_among",
    "open_draft_of",
    "open_invitation",
    "save_step",
    "send_unsent",
    "start_again",
    "start_draft",
    "stop_mails",
    "submit",
    "tell_waiting",
]
