"""Which questions a brief is asked: those of the later stage only from the second brief on."""

from sqlalchemy import select

from app.extensions import db
from app.models import Brief
from app.pilots.form_definition import Form, Question, QuestionRole, QuestionStage

ALWAYS = frozenset({QuestionRole.NAME, QuestionRole.ADDRESS})


def form_for(brief: Brief, form: Form) -> Form:
    """Return the form as this brief's customer fills it in."""
    if not any(_is_later(question) for question in form.questions) or _is_next_round(brief):
        return form
    return without_later(form)


def without_later(form: Form) -> Form:
    """Return a form without the questions that wait for trust; never an empty one."""
    steps = []
    for step in form.steps:
        questions = tuple(question for question in step.questions if not _is_later(question))
        if questions:
            steps.append(step.model_copy(update={"questions": questions}))
    return form.model_copy(update={"steps": tuple(steps)}) if steps else form


def _is_later(question: Question) -> bool:
    return question.stage is QuestionStage.LATER and question.role not in ALWAYS


def _is_next_round(brief: Brief) -> bool:
    """Tell whether this is not the first brief of a customer known from the start."""
    if brief.sequence is not None:
        return brief.sequence > 1
    if brief.customer_id is None:
        return False
    earlier = select(Brief.id).where(
        Brief.customer_id == brief.customer_id, Brief.submitted_at.is_not(None)
    )
    return db.session.scalar(earlier.limit(1)) is not None
