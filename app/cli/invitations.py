"""`backroom invite import`: a list of people who are asked to take part."""

from datetime import datetime
from pathlib import Path

import click

from app.cli.frame import at_work, json_option, print_json, refusing
from app.intake.services import InviteReport, Mailing, import_invitations
from app.log import SYSTEM
from app.pilots.services import get_pilot


@click.group()
def invite() -> None:
    """Invite customers to a pilot."""


@invite.command("import")
@click.argument("slug")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--dry-run", is_flag=True, help="Say what would happen and change nothing.")
@click.option(
    "--at",
    type=click.DateTime(),
    help="When the mails go out, in the pilot's time zone; at once, unless told otherwise.",
)
@click.option("--no-mail", is_flag=True, help="Keep the people; send nothing yet.")
@json_option
@refusing
def import_file(
    slug: str, file: Path, dry_run: bool, at: datetime | None, no_mail: bool, as_json: bool
) -> None:
    """Read FILE (a table with one person a row) and invite them to pilot SLUG."""
    with at_work(needs_secret=not dry_run), file.open("rb") as source:
        pilot = get_pilot(slug)
        due = at.replace(tzinfo=pilot.definition.promise.zone) if at else None
        report = import_invitations(
            pilot,
            source,
            name=file.name,
            actor=SYSTEM,
            dry_run=dry_run,
            mailing=Mailing(sends=not no_mail, at=due),
        )
    if as_json:
        print_json(report.as_document())
    else:
        _tell(report)


def _tell(report: InviteReport) -> None:
    click.echo(" · ".join(f"{count:,} {name}" for name, count in report.counts.items()))
    for group in report.problems:
        rows = ", ".join(f"{row}" for row, _ in group.rows[:5])
        click.echo(
            f"{group.column}: {group.count:,} rows (such as {rows}), "
            f"expected {group.expected}. {group.how_to_fix}"
        )
    click.echo(f"{report.mails:,} invitations {'would go' if report.is_dry_run else 'go'} out.")
    if report.is_dry_run:
        click.echo("Nothing was changed: this was a dry run.")
