"""What the log's pages take in: which lines to show, and what to export for which purpose."""

from flask_wtf import FlaskForm
from wtforms import RadioField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # stubs lag
from wtforms.validators import InputRequired

from app.insights.event_log import LogFilter

LARGEST_ID = 9223372036854775807


class ExportForm(FlaskForm):
    """Format and purpose of a download; neither has a default, so that both are chosen."""

    format = RadioField(
        "Format",
        choices=[
            SelectChoice("csv", "CSV, for spreadsheets"),
            SelectChoice("jsonl", "JSON lines, for programs"),
        ],
        validators=[InputRequired("Choose a format.")],
    )
    purpose = RadioField(
        "Purpose",
        choices=[
            SelectChoice("measurement", "Measurement: to judge this pilot"),
            SelectChoice("training", "Training: only customers who agreed"),
        ],
        validators=[InputRequired("Say what the data is for.")],
    )


def log_filter(kind: str | None, brief: str | None, before: str | None) -> LogFilter:
    """Return the filter an address asks for; what is no number filters nothing."""
    return LogFilter((kind or "")[:40], _number(brief), _number(before))


def _number(text: str | None) -> int | None:
    if not text or not text.isascii() or not text.isdecimal():
        return None
    return min(int(text[:20]), LARGEST_ID)
