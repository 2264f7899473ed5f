"""The numbers of a pilot, its log, and the log as a download."""

from flask import Blueprint, current_app, render_template, request, send_file
from werkzeug.wrappers import Response

from app.insights.charts import effort_chart, histogram_of, share_rows
from app.insights.event_log import read_log
from app.insights.exporting import export_archive
from app.insights.figures import VERDICTS
from app.insights.forms import ExportForm, log_filter
from app.insights.period import Period, period_of
from app.insights.services import comments_of, insights_of
from app.lifecycle import Role
from app.web.audience import Who, audience
from app.web.current import member, pilot

insights = Blueprint("insights", __name__)
SHOWN, ALL = 6, 500


@insights.get("/pilots/<slug>/insights")
@audience(Who.ANALYST, Who.OWNER, Who.LEAD)
def show(slug: str) -> str:
    """Show how the pilot does against its plan."""
    period = period_of(request.args.get("period"))
    shows_all = request.args.get("comments") == "all"
    comments = None
    if _reads_words():
        limit = ALL if shows_all else SHOWN
        comments = comments_of(pilot(), period=period, limit=limit, actor=member().actor)
    found = insights_of(pilot(), period=period, fold=not _reads_words())
    promise = pilot().definition.promise
    return render_template(
        "insights/show.html",
        slug=slug,
        found=found,
        period=period,
        periods=list(Period),
        verdicts=VERDICTS,
        size=pilot().definition.size,
        zone=promise.time_zone,
        waits=histogram_of(found.times, promise.hours if promise.working is None else None),
        effort=effort_chart(found.effort),
        slot_rows=share_rows(found.kept_by_slot),
        arm_rows=share_rows([found.kept, *found.kept_by_arm]),
        comments=comments,
        shows_all=shows_all,
    )


@insights.get("/pilots/<slug>/log", endpoint="log")
@audience(Who.OWNER, Who.ANALYST, Who.LEAD)
def index(slug: str) -> str:
    """Show what happened, newest first."""
    return _log_page(slug, ExportForm())


@insights.post("/pilots/<slug>/log/export")
@audience(Who.OWNER, Who.ANALYST)
def export(slug: str) -> Response | tuple[str, int]:
    """Send the log as one archive."""
    form = ExportForm()
    if not form.validate_on_submit():
        return _log_page(slug, form), 422
    archive = export_archive(
        slug,
        format=form.format.data,
        purpose=form.purpose.data,
        folder=current_app.config["BACKROOM"].data,
        actor=member().actor,
    )
    name = f"{slug}-{form.purpose.data}.zip"
    return send_file(archive, "application/zip", as_attachment=True, download_name=name)


def _log_page(slug: str, form: ExportForm) -> str:
    args = request.args
    wanted = log_filter(args.get("kind"), args.get("brief"), args.get("before"))
    return render_template(
        "insights/log.html",
        slug=slug,
        form=form,
        wanted=wanted,
        page=read_log(pilot(), wanted, names_staff=_reads_words()),
        may_export=member().holds(pilot().id, Role.OWNER, Role.ANALYST),
        may_open=member().holds(pilot().id, Role.OWNER, Role.LEAD, Role.CURATOR),
        zone=pilot().definition.promise.time_zone,
    )


def _reads_words() -> bool:
    """Tell whether this person may see free text and names beside the figures."""
    return member().holds(pilot().id, Role.OWNER, Role.LEAD)
